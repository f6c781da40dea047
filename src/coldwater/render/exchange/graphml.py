"""A map as GraphML, for networkx, Gephi and yEd: claims and arguments are nodes, everything else typed data.

Source: GraphML Primer and Specification 1.0 (graphml.graphdrawing.org), from memory. It knows no layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.render.digest import MARK, digest
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import reading_order, relation_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OF_NODES = {
    "type": "string", "id": "string", "label": "string", "text": "string", "title": "string", "kind": "string",
    "relation": "string", "side": "string", "status": "string", "standard": "string", "scheme": "string",
    "credence": "double", "strength": "double", "implicit": "boolean", "thesis": "boolean", "sources": "string",
    "tags": "string", "note": "string", "left_out": "int",
}  # fmt: skip
_OF_EDGES = {"relation": "string", "label": "string", "weight": "double"}
_OF_GRAPH = {"title": "string", "description": "string", "language": "string", "thesis_id": "string"}
_Value = str | bool | int | float | None


def graphml_bytes(map_: Map) -> bytes:
    """Give a map as GraphML in UTF-8: directed, nodes n0, n1, … in reading order. Cost: linear.

    Edges lead from premise to argument (relation "premise"), from argument to target ("supports", "attacks", "backs"
    or "undercuts") and both ways between claims that contradict each other. What is not said has no data.
    """
    return "\n".join([*_head(map_), *_Writer(map_).body(), "</graph>", "</graphml>", ""]).encode("utf-8")


def _head(map_: Map) -> list[str]:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MARK}: {digest(map_)} -->",
        f'<graphml xmlns="{_SPACE}" xmlns:xsi="{_XSI}" xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">',
    ]
    for domain, keys in (("graph", _OF_GRAPH), ("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name, sort in keys.items():
            lines.append(f'<key id="{domain[0]}_{name}" for="{domain}" attr.name="{name}" attr.type="{sort}"/>')
    return [*lines, '<graph id="map" edgedefault="directed">']


def _data(domain: str, values: Mapping[str, _Value]) -> str:
    parts = []
    for name, value in values.items():
        if value is not None and value != "":
            text = str(value).lower() if isinstance(value, bool) else _escaped(str(value))
            parts.append(f'<data key="{domain}_{name}">{text}</data>')
    return "".join(parts)


def _escaped(text: str) -> str:
    return printable(text).translate(_ESCAPES)


class _Writer:
    """The elements of the graph."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.graph = Graph(map_)
        self.nodes = {node: f"n{number}" for number, node in enumerate(reading_order(self.graph))}
        self.left_out = left_out(map_)

    def body(self) -> list[str]:
        map_ = self.map
        about = {"title": map_.title, "description": map_.description, "language": map_.language}
        lines = [_data("g", {**about, "thesis_id": map_.thesis})]
        for (sort, name), key in self.nodes.items():
            values = self._claim(name) if sort == "claim" else self._argument(name)
            lines.append(f'<node id="{key}">{_data("n", values)}</node>')
        return [*lines, *self._edges()]

    def _shared(self, name: str) -> dict[str, _Value]:
        node = self.map.claims[name] if name in self.map.claims else self.map.arguments[name]
        return {
            "side": " ".join(sorted(self.graph.sides(name))),
            "sources": " ".join(dict.fromkeys(citation.source for citation in node.cites)),
            "tags": "; ".join(node.tags),
            "note": node.note,
            "left_out": self.left_out.get(name),
        }

    def _claim(self, name: str) -> dict[str, _Value]:
        claim = self.map.claims[name]
        return {
            "type": "claim", "id": name, "label": claim.text, "text": claim.text, "kind": claim.kind,
            "status": claim.status, "standard": claim.standard, "credence": claim.credence,
            "implicit": bool(claim.implicit), "thesis": name == self.map.thesis, **self._shared(name),
        }  # fmt: skip

    def _argument(self, name: str) -> dict[str, _Value]:
        argument = self.map.arguments[name]
        return {
            "type": "argument", "id": name, "label": argument.title or name, "title": argument.title,
            "relation": relation_of(self.graph, name), "scheme": argument.scheme, "strength": argument.strength,
            **self._shared(name),
        }  # fmt: skip

    def _edges(self) -> list[str]:
        edges: list[tuple[str, str, str, float | None]] = []
        for sort, name in self.nodes:
            if sort == "claim":
                here = self.nodes[sort, name]
                edges += [(here, self.nodes["claim", rival], "contradicts", None) for rival in self.graph.rivals(name)]
                continue
            key = self.nodes[sort, name]
            for premise in dict.fromkeys(self.graph.premises(name)):
                edges.append((self.nodes["claim", premise], key, "premise", None))
            target = self.graph.target(name)
            if target is not None:
                there = self.nodes["claim" if target in self.graph.claims else "argument", target]
                edges.append((key, there, relation_of(self.graph, name), self.map.arguments[name].strength))
        return [
            f'<edge id="e{number}" source="{tail}" target="{head}">'
            f"{_data('e', {'relation': relation, 'label': relation, 'weight': weight})}</edge>"
            for number, (tail, head, relation, weight) in enumerate(edges)
        ]
