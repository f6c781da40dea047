"""AIF JSON and xAIF become maps: the same nodes and edges, in xAIF in a frame with more around them."""

from __future__ import annotations

from typing import Any

from coldwater.findings import START
from coldwater.formats.aif.keeping import keepable
from coldwater.formats.aif.mapping import map_graph
from coldwater.formats.aif.nodeset import read_nodeset
from coldwater.formats.aif.speakers import positions_in
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, refuse, said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.aif.graph import SchemeGraph
    from coldwater.formats.aif.mapping import Mapped
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.json_document import Document

#: What stands beside nodes and edges where there is nothing to say.
BESIDE: Mapping[str, Any] = {"locutions": []}
BESIDE_IN_FRAME: Mapping[str, Any] = {
    "schemefulfillments": [], "descriptorfulfillments": [], "participants": [], "locutions": []
}  # fmt: skip
#: What the frame always holds: the text, the layout, and whether there is a dialogue.
_OF_FRAME = frozenset(["text", "OVA", "ova", "dialog"])


def read_aif(format_: str, given: Given, frame: str | None = None) -> Imported:
    """Read AIF; ``frame`` is the key of the object that holds nodes and edges, None where the file itself does.

    Raises RefusedError for what is no JSON, or no object.
    """
    document = read_document(given)
    gathering = Gathering(format_, given)
    inner = read_frame(document, gathering, frame)
    graph = read_nodeset(document, () if frame is None else (frame,), inner)
    for remark in document.remarks:
        gathering.remark(START, remark)
    mapped = map_graph(graph, gathering)
    take_positions(graph, inner, mapped, gathering)
    gathering.kept.update(_kept(graph, mapped))
    _keep_rest(gathering.kept, inner, BESIDE if frame is None else BESIDE_IN_FRAME)
    if frame is not None:
        _keep_frame(gathering, {key: value for key, value in document.data.items() if key != frame})
    return gathering.finish()


def read_frame(document: Document, gathering: Gathering, frame: str | None) -> dict[str, Any]:
    """Give the object that holds nodes and edges, with a remark where there are none. Raises RefusedError."""
    whole = document.data
    if not isinstance(whole, dict):
        raise refuse(f"there is no graph in this file: it holds {_kind(whole)}, not an object with `nodes` and `edges`")
    inner = whole if frame is None else whole.get(frame)
    if not isinstance(inner, dict):
        gathering.remark(START, f"`{frame}` is no object; there is nothing in it")
        return {}
    for key in ("nodes", "edges"):
        if not isinstance(inner.get(key), list):
            gathering.remark(START, f"there is no list of `{key}`")
    return inner


def take_positions(graph: SchemeGraph, data: Mapping[str, Any], mapped: Mapped, gathering: Gathering) -> None:
    """Make positions of those who speak."""
    for name, held in positions_in(graph, data).items():
        position = gathering.position(name)
        for id_, rejects in held.items():
            gathering.accept(position, mapped.claims[id_], rejects)


def _kept(graph: SchemeGraph, mapped: Mapped) -> dict[str, Any]:
    """Give what the map keeps of the graph beside its entries: what is left over, and which ids are numbers."""
    numbers = [node.id for node in graph.nodes if isinstance(node.raw.get("nodeID"), int | float) and node.id]
    parts = {
        "nodes": [keepable(node.raw) for node in mapped.nodes],
        "edges": [keepable(edge.raw) for edge in mapped.edges],
        "dangling": [keepable(edge.raw) for edge in mapped.dangling],
        "numbers": True if graph.nodes and len(numbers) == len(graph.nodes) else numbers,
    }
    return {key: value for key, value in parts.items() if value}


def _keep_rest(kept: dict[str, Any], data: Mapping[str, Any], usual: Mapping[str, Any]) -> None:
    """Keep what stands beside nodes and edges, unless it is what one writes anyway."""
    rest = {name: value for name, value in data.items() if name not in ("nodes", "edges")}
    if rest != usual:
        kept["more"] = keepable(rest)


def _keep_frame(gathering: Gathering, rest: dict[str, Any]) -> None:
    """Keep what stands around the graph, and name what of it says something."""
    if rest:
        gathering.kept["frame"] = keepable(rest)
    text = rest.get("text")
    if said(text.get("txt") if isinstance(text, dict) else text).strip():
        gathering.lose("annotated text", "a map holds claims, not the text in which they were found", "text")
    for key, value in rest.items():
        if key not in _OF_FRAME and value not in (None, "", [], {}):
            gathering.lose("part of another module", "a map has no place for it", key, many="parts of other modules")


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list) else "nothing" if value is None else "a single value"
