"""Files of OVA become maps, as AIF does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.aif.graph import STATEMENT, STEPS, Edge, Node, SchemeGraph
from coldwater.formats.aif.labels import scheme_of
from coldwater.formats.aif.mapping import map_graph
from coldwater.formats.aif.nodeset import label_in, text_of
from coldwater.formats.aif.reading import read_frame, take_positions
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, rows, said, word

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.json_document import Document
    from coldwater.formats.foreign.places import Where


def read_ova(format_: str, given: Given) -> Imported:
    """Read a file of OVA. Raises RefusedError for what is no JSON, or no object."""
    document = read_document(given)
    gathering = Gathering(format_, given)
    data = read_frame(document, gathering, None)
    graph = _graph(document, data)
    for remark in document.remarks:
        gathering.remark(START, remark)
    mapped = map_graph(graph, gathering)
    take_positions(graph, _speakers(data), mapped, gathering)
    analysis = data.get("analysis")
    text = analysis.get("txt") if isinstance(analysis, dict) else analysis
    if said(text).strip():
        gathering.lose("annotated text", "a map holds claims, not the text in which they were found", "analysis")
    return gathering.finish()


def _graph(document: Document, data: dict[str, Any]) -> SchemeGraph:
    nodes = [_node(raw, place) for raw, place in rows(document, ("nodes",), data.get("nodes"))]
    edges = []
    for raw, place in rows(document, ("edges",), data.get("edges")):
        source, target = (_end(raw.get(key)) or "" for key in ("from", "to"))
        edges.append(Edge(source, target, place=place))
    return SchemeGraph(nodes, edges)


def _node(raw: dict[str, Any], place: Where) -> Node:
    kind = said(raw.get("type")).strip().upper()
    scheme = scheme_of(label_in({**raw, "scheme": _scheme(raw)})) if kind in STEPS else None
    text = said(raw.get("text"))
    return Node(word(raw.get("id")), kind, text_of(text) if kind == STATEMENT else text, scheme=scheme, place=place)


def _scheme(raw: dict[str, Any]) -> str:
    """Give the name of a scheme; OVA writes the number of one, which tells nothing here, or 0 for none."""
    scheme = raw.get("scheme")
    return scheme if isinstance(scheme, str) and not scheme.strip().isdigit() else ""


def _end(value: Any) -> str | None:
    """Give the id of the node at an end of an edge, which is a whole node or only its id."""
    return word(value.get("id")) if isinstance(value, dict) else word(value)


def _speakers(data: dict[str, Any]) -> dict[str, Any]:
    """Give who says what as AIF has it: OVA tells it at the locutions themselves."""
    nodes = data.get("nodes")
    people = []
    listed = data.get("participants")
    for person in listed if isinstance(listed, list) else ():
        if isinstance(person, dict):
            id_ = person.get("participantID", person.get("id"))
            people.append({**person, "participantID": id_})
    locutions = [
        {"nodeID": node.get("id"), "personID": node.get("participantID")}
        for node in (nodes if isinstance(nodes, list) else ())
        if isinstance(node, dict) and node.get("participantID") not in (None, "", 0, "0")
    ]
    return {"participants": people, "locutions": locutions}
