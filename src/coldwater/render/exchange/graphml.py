"""A map as GraphML, for networkx, Gephi and yEd: claims and arguments are nodes, everything else typed data.

Source: GraphML Primer and Specification 1.0 (graphml.graphdrawing.org), from memory. It knows no layout.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coldwater.model.graph import Graph
from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.render.digest import MARK, digest
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import reading_order, relation_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts, Way

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OF_NODES = {
    "type": "string", "id": "string", "label": "string", "text": "string", "title": "string", "kind": "string",
    "relation": "string", "side": "string", "status": "string", "standard": "string", "scheme": "string",
    "credence": "double", "strength": "double", "implicit": "boolean", "thesis": "boolean", "rival": "boolean",
    "sources": "string", "tags": "string", "note": "string", "left_out": "int",
}  # fmt: skip
_OF_HOLDERS = {"accepted_by": "string", "rejected_by": "string"}
_OF_VERDICTS = {"verdict": "string", "reason": "string", "decisive": "boolean"}
_OF_EDGES = {"relation": "string", "label": "string", "weight": "double"}
_OF_GRAPH = {"title": "string", "description": "string", "language": "string", "thesis_id": "string"}
_Value = str | bool | int | float | None


def graphml_bytes(map_: Map, verdicts: Verdicts | None = None) -> bytes:
    """Give a map as GraphML in UTF-8: directed, nodes n0, n1, … in reading order. Cost: linear.

    Edges lead from premise to argument (relation "premise"), from argument to target ("supports", "attacks", "backs"
    or "undercuts") and both ways between claims that contradict each other. What is not said has no data. Where
    the map has several theses, the graph names them, and a node's side is that on the first of them it bears on. Where
    the map has positions, claims have the ids of those who accept and reject them, the graph has the positions as JSON.
    With ``verdicts``, nodes have one and its reason, and nodes and edges say whether they decided the thesis.
    """
    body = _Writer(map_, verdicts).body()
    return "\n".join([*_head(map_, verdicts), *body, "</graph>", "</graphml>", ""]).encode("utf-8")


def _head(map_: Map, verdicts: Verdicts | None) -> list[str]:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MARK}: {digest(map_, verdicts.signature() if verdicts else None)} -->",
        f'<graphml xmlns="{_SPACE}" xmlns:xsi="{_XSI}" xsi:schemaLocation="{_SPACE} {_SPACE}/1.0/graphml.xsd">',
    ]
    of_graph, of_nodes, of_edges = dict[str, str](), dict[str, str](), dict[str, str]()
    if map_.positions:
        of_graph["positions"] = "string"
        of_nodes |= _OF_HOLDERS
    if map_.questions:
        of_graph["questions"] = "string"
    if len(map_.theses) > 1:
        of_graph["theses"] = "string"
        of_nodes["side_on"] = "string"
    if verdicts is not None:
        of_graph["circumstances"] = "string"
        of_nodes |= _OF_VERDICTS
        of_edges["decisive"] = "boolean"
    plain = (("graph", _OF_GRAPH), ("node", _OF_NODES), ("edge", _OF_EDGES))
    for (domain, keys), added in zip(plain, (of_graph, of_nodes, of_edges), strict=True):
        for name, sort in (keys | added).items():
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


def _positions(map_: Map) -> str:
    """Give the positions as JSON by id: name, the sources they speak in, note; "" if there are none."""
    told = {
        name: {"name": one.name, "speaks_in": list(one.speaks_in), "note": one.note}
        for name, one in map_.positions.items()
    }
    return json.dumps(told, ensure_ascii=False) if told else ""


def _questions(map_: Map) -> str:
    """Give the questions as JSON by id: text, answers, note; "" if there are none."""
    told = {
        name: {"text": one.text, "answers": list(one.answers), "note": one.note} for name, one in map_.questions.items()
    }
    return json.dumps(told, ensure_ascii=False) if told else ""


class _Writer:
    """The elements of the graph."""

    def __init__(self, map_: Map, verdicts: Verdicts | None) -> None:
        self.map = map_
        self.verdicts = verdicts
        self.graph = Graph(map_)
        self.holders = Holders(map_)
        self.nodes = {node: f"n{number}" for number, node in enumerate(reading_order(self.graph))}
        self.left_out = left_out(map_)

    def body(self) -> list[str]:
        map_ = self.map
        about = {"title": map_.title, "description": map_.description, "language": map_.language}
        told = {"circumstances": " ".join(self.verdicts.told)} if self.verdicts else {}
        theses = " ".join(map_.theses) if len(map_.theses) > 1 else None
        lines = [
            _data(
                "g",
                {
                    **about,
                    "thesis_id": map_.thesis,
                    "theses": theses,
                    "positions": _positions(map_),
                    "questions": _questions(map_),
                    **told,
                },
            )
        ]
        for (sort, name), key in self.nodes.items():
            values = self._claim(name) if sort == "claim" else self._argument(name)
            lines.append(f'<node id="{key}">{_data("n", values)}</node>')
        return [*lines, *self._edges()]

    def _shared(self, name: str) -> dict[str, _Value]:
        node = self.map.claims[name] if name in self.map.claims else self.map.arguments[name]
        thesis, sides = self.graph.first_sides(name)
        return {
            "side": " ".join(sorted(sides)),
            "side_on": thesis if len(self.map.theses) > 1 else None,
            "sources": " ".join(dict.fromkeys(citation.source for citation in node.cites)),
            "tags": "; ".join(node.tags),
            "note": node.note,
            "left_out": self.left_out.get(name),
            **self._verdict(name),
        }

    def _verdict(self, name: str) -> dict[str, _Value]:
        if self.verdicts is None:
            return {}
        return {**self.verdicts.of[name]._asdict(), "decisive": name in self.verdicts.decisive}

    def _claim(self, name: str) -> dict[str, _Value]:
        claim = self.map.claims[name]
        return {
            "type": "claim", "id": name, "label": claim.text, "text": claim.text, "kind": claim.kind,
            "status": claim.status, "standard": claim.standard, "credence": claim.credence,
            "implicit": bool(claim.implicit), "thesis": name in self.graph.theses,
            "rival": name in self.graph.rivals or None, "accepted_by": " ".join(self.holders.of(name).accepted_by),
            "rejected_by": " ".join(self.holders.of(name).rejected_by), **self._shared(name),
        }  # fmt: skip

    def _argument(self, name: str) -> dict[str, _Value]:
        argument = self.map.arguments[name]
        return {
            "type": "argument", "id": name, "label": argument.title or name, "title": argument.title,
            "relation": relation_of(self.graph, name), "scheme": argument.scheme, "strength": argument.strength,
            **self._shared(name),
        }  # fmt: skip

    def _edges(self) -> list[str]:
        edges: list[tuple[str, str, str, float | None, Way]] = []
        for sort, name in self.nodes:
            if sort == "claim":
                here = self.nodes[sort, name]
                edges += [
                    (here, self.nodes["claim", contrary], "contradicts", None, (name, contrary))
                    for contrary in self.graph.contraries(name)
                ]
                continue
            key = self.nodes[sort, name]
            premises = dict.fromkeys(self.graph.premises(name))
            edges += [(self.nodes["claim", one], key, "premise", None, (one, name)) for one in premises]
            target = self.graph.target(name)
            if target is not None:
                there = self.nodes["claim" if target in self.graph.claims else "argument", target]
                strength = self.map.arguments[name].strength
                edges.append((key, there, relation_of(self.graph, name), strength, (name, target)))
        return [
            f'<edge id="e{number}" source="{tail}" target="{head}">'
            f"{_data('e', {'relation': relation, 'label': relation, 'weight': weight, **self._way(way)})}</edge>"
            for number, (tail, head, relation, weight, way) in enumerate(edges)
        ]

    def _way(self, way: Way) -> dict[str, _Value]:
        return {} if self.verdicts is None else {"decisive": way in self.verdicts.ways}
