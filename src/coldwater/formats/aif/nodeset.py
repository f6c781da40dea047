"""The nodes and edges of AIF JSON as AIFdb and xAIF write them, as a graph."""

from __future__ import annotations

from typing import Any

from coldwater.formats.aif.entities import with_entities, without_entities
from coldwater.formats.aif.graph import CONFLICT, INFERENCE, STATEMENT, STEPS, UNTYPED, Edge, Node, SchemeGraph
from coldwater.formats.aif.keeping import keepable
from coldwater.formats.aif.labels import label_of, scheme_of
from coldwater.formats.foreign.json_document import rows, said, word
from coldwater.formats.foreign.texts import cleaned
from coldwater.schemes.forms import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.findings import Pointer
    from coldwater.formats.foreign.json_document import Document
    from coldwater.formats.foreign.places import Where

#: What entries keep of their nodes as it is.
_KEPT = ("timestamp", "scheme", "schemeID")
#: What a step is labelled that has no scheme.
IDLE_LABELS = {INFERENCE: "Default Inference", CONFLICT: "Default Conflict", UNTYPED: "Default Inference"}


def read_nodeset(document: Document, way: Pointer, data: Mapping[str, Any]) -> SchemeGraph:
    """Give the graph of what `nodes` and `edges` hold; ``way`` leads to ``data``."""
    nodes = [_node(raw, place) for raw, place in rows(document, (*way, "nodes"), data.get("nodes"))]
    edges = []
    for raw, place in rows(document, (*way, "edges"), data.get("edges")):
        source, target = word(raw.get("fromID")), word(raw.get("toID"))
        id_ = word(raw.get("edgeID"))
        name = f"{id_} ({source} -> {target})" if id_ else f"{source} -> {target}"
        edges.append(Edge(source or "", target or "", name=name, kept=_kept_of_edge(raw), raw=raw, place=place))
    return SchemeGraph(nodes, edges)


def text_of(raw: str) -> str:
    """Give what is said by a text of AIF."""
    return cleaned(without_entities(raw))


def _node(raw: dict[str, Any], place: Where) -> Node:
    kind = said(raw.get("type")).strip().upper()
    typed = raw.get("text")
    text = text_of(said(typed))
    kept = {key: raw[key] for key in _KEPT if key in raw}
    more = {key: value for key, value in raw.items() if key not in (*_KEPT, "nodeID", "text", "type")}
    if more:
        kept["more"] = more
    if not kind or kind != raw.get("type"):
        kept["type"] = raw.get("type")
    scheme = None
    if kind in STEPS:
        scheme = scheme_of(label_in(raw))
        if typed != label_of(scheme, IDLE_LABELS[kind]):
            kept["text"] = typed
    elif kind == STATEMENT and typed != with_entities(text):
        kept["text"] = typed
    return Node(word(raw.get("nodeID")), kind, text, scheme=scheme, kept=keepable(kept), raw=raw, place=place)


def label_in(raw: Mapping[str, Any]) -> str:
    """Give the label of a step: its scheme, with the blanks that only the text may have."""
    text, scheme = (without_entities(said(raw.get(key))) for key in ("text", "scheme"))
    return text if not scheme or folded(scheme) == folded(text) else scheme


def _kept_of_edge(raw: Mapping[str, Any]) -> Any:
    """Give what an argument keeps of an edge: its id, with all else that is not usual."""
    rest = {key: value for key, value in raw.items() if key not in ("fromID", "toID")}
    if set(rest) <= {"edgeID", "formEdgeID"} and rest.get("formEdgeID") is None and "edgeID" in rest:
        return keepable(rest["edgeID"])
    return keepable(rest)
