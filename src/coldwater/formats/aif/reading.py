"""AIF JSON and xAIF become maps: the same nodes and edges, in xAIF in a frame with more around them."""

from __future__ import annotations

from typing import Any

from coldwater.findings import START
from coldwater.formats.aif.graph import STATEMENT
from coldwater.formats.aif.keeping import keepable
from coldwater.formats.aif.mapping import map_graph
from coldwater.formats.aif.nodeset import read_nodeset
from coldwater.formats.aif.speakers import positions_in
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.json_document import read_document, refuse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.aif.graph import SchemeGraph
    from coldwater.formats.aif.mapping import Mapped
    from coldwater.formats.foreign.imported import Given, Imported


def read_aif(format_: str, given: Given, frame: str | None = None) -> Imported:
    """Read AIF; ``frame`` is the key of the object that holds nodes and edges, None where the file itself does.

    Raises RefusedError for what is no JSON, or no object.
    """
    document = read_document(given)
    gathering = Gathering(format_, given)
    whole = document.data
    if not isinstance(whole, dict):
        raise refuse(f"there is no AIF in this file: it holds {_kind(whole)}, not an object with `nodes` and `edges`")
    inner = whole if frame is None else whole.get(frame)
    if not isinstance(inner, dict):
        gathering.remark(START, f"`{frame}` is no object; there is nothing in it")
        inner = {}
    graph = read_nodeset(document, () if frame is None else (frame,), inner)
    for key in ("nodes", "edges"):
        if not isinstance(inner.get(key), list):
            gathering.remark(START, f"there is no list of `{key}`")
    for remark in document.remarks:
        gathering.remark(START, remark)
    mapped = map_graph(graph, gathering)
    take_positions(graph, inner, mapped, gathering)
    gathering.kept.update(_kept(graph, mapped))
    _keep_rest(gathering.kept, "more", inner)
    if frame is not None:
        _keep_rest(gathering.kept, "frame", {key: value for key, value in whole.items() if key != frame})
    return gathering.finish()


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


def _keep_rest(kept: dict[str, Any], key: str, data: Mapping[str, Any]) -> None:
    rest = {name: value for name, value in data.items() if name not in ("nodes", "edges")}
    if any(value not in ([], None) for value in rest.values()):
        kept[key] = keepable(rest)


def _kind(value: Any) -> str:
    return "a list" if isinstance(value, list) else "nothing" if value is None else "a single value"
