"""A map as a JSON Canvas 1.0 file (jsoncanvas.org), which Obsidian opens: real places from our own layout.

Texts in a canvas are Markdown; every sign that Markdown or HTML could read as its own is escaped, so that a text
shows as it stands in the map.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coldwater.markdown import begun, escaped
from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.render.digest import MARK
from coldwater.render.layout.arranging import arrange
from coldwater.render.palette import SIGNS, palette
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import reading_order
from coldwater.render.scene.stances import Stances, legend_text
from coldwater.semantics.verdict_words import told

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.layout.geometry import Box, Layout
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Edge, Scene, Seal

_SCALE = 1.6  # Obsidian's text is larger than ours


def canvas_text(map_: Map, direction: str = "auto", verdicts: Verdicts | None = None) -> str:
    """Give the canvas of a map as JSON text; coordinates are whole numbers. The same map gives the same text.

    ``verdicts`` are shown where they are given: in words, since lines of a canvas have no weight.

    The digest stands first, under a key of its own, which readers of the format are to leave alone.
    """
    scene, layout = arrange(map_, direction, "tidy", is_picture=False, verdicts=verdicts)
    canvas = _Canvas(map_, scene, layout)
    nodes = [*canvas.groups(), *canvas.cards(), *canvas.pills(), *canvas.foot()]
    lines = [
        "{",
        f'"{MARK}": {json.dumps(scene.digest)},',
        f'"nodes": [\n{_rows(nodes)}\n],',
        f'"edges": [\n{_rows(canvas.edges())}\n]',
        "}",
        "",
    ]
    return "\n".join(lines)


def _rows(entries: list[dict[str, Any]]) -> str:
    return ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)


def _set(text: str) -> str:
    return begun(escaped(" ".join(printable(text).split())))


def _sealed(seal: Seal | None) -> str:
    """Give what a verdict adds to a text: the thesis says why, the rest what."""
    if seal is None:
        return ""
    why = f": {seal.reason}" if seal.lines else " (decisive)" if seal.is_decisive else ""
    return f"\n\n**{_set(told(seal.verdict))}**{_set(why)}"


class _Canvas:
    """Nodes and edges of a canvas. A node's id is its key in the scene."""

    def __init__(self, map_: Map, scene: Scene, layout: Layout) -> None:
        self.map = map_
        self.scene = scene
        self.layout = layout
        self.names = {f"n{number}": name for number, (_, name) in enumerate(reading_order(Graph(map_)))}
        self.strong = palette("light").strong
        self.left_out = left_out(map_)
        self.stances = Stances(map_)

    def groups(self) -> list[dict[str, Any]]:
        """Give the boxes that hold an argument and its premises."""
        groups = []
        for panel in self.scene.panels.values():
            label = {"label": "&"} if len(panel.cards) > 1 else {}
            groups.append(self._node(panel.key, "group", self.strong[panel.relation], **label))
        return groups

    def cards(self) -> list[dict[str, Any]]:
        nodes = []
        for card in self.scene.cards.values():
            name = self.names[card.key]
            claim = self.map.claims[name]
            text = _set(claim.text) or _set(name)
            if card.is_thesis:
                text = f"## {text}"
            elif card.is_rival:
                text = f"### {text}"
            elif card.is_implicit:
                text = f"*{text}* \n(unstated)"
            colour = palette("light").thesis if card.is_thesis or card.is_rival else None
            if card.relation is not None:
                colour = self.strong[card.relation]
            text += f"\n\n{_set(card.mark)}" if card.mark else ""
            held = self.stances.in_letters(name) if card.stances else ""
            text += f"\n\n{_set(held)}" if held else ""
            nodes.append(self._node(card.key, "text", colour, text=text + _sealed(card.seal) + self._more(name)))
        return nodes

    def pills(self) -> list[dict[str, Any]]:
        nodes = []
        for pill in self.scene.pills.values():
            name, sign = self.names[pill.key], SIGNS[pill.relation]
            title = _set(self.map.arguments[name].title or name)
            text = f"{_set(sign.badge)} {sign.word} **{title}**" + _sealed(pill.seal) + self._more(name)
            nodes.append(self._node(pill.key, "text", self.strong[pill.relation], text=text))
        return nodes

    def foot(self) -> list[dict[str, Any]]:
        """Give texts below all others: under what the verdicts hold, and what the letters of positions stand for."""
        texts = {
            "circumstances": " ".join(self.scene.circumstances),
            "positions": legend_text(self.scene.holders),
        }
        below = round((self.layout.height + 40.0) * _SCALE)
        nodes: list[dict[str, Any]] = []
        for name, words in texts.items():
            if text := _set(words):
                high = 24 * (2 + len(text) // 60)
                place = {"x": 0, "y": below, "width": 560, "height": high}
                nodes.append({"id": name, "type": "text", "text": text, **place})
                below += high + 24
        return nodes

    def edges(self) -> list[dict[str, Any]]:
        """Give the lines."""
        edges = []
        for number, edge in enumerate(self.scene.edges):
            sides = self._sides(edge)
            entry: dict[str, Any] = {
                "id": f"e{number}", "fromNode": edge.tail, "fromSide": sides[0],
                "toNode": edge.head, "toSide": sides[1],
                "color": self.strong[edge.relation],
            }  # fmt: skip
            if edge.kind == "shared":
                entry["toEnd"] = "none"
            else:
                entry["label"] = SIGNS[edge.relation].word.lower()
            if edge.kind == "contradicts":
                entry["fromEnd"] = "arrow"
            edges.append(entry)
        return edges

    def _sides(self, edge: Edge) -> tuple[str, str]:
        """Give the sides that face each other along the way the map is read, or across for neighbours."""
        tail, head = self.layout.boxes[edge.tail], self.layout.boxes[edge.head]
        near, far = ("top", "bottom") if self.scene.is_top_down else ("left", "right")
        if edge.kind == "contradicts":
            return far, far
        behind = tail.y >= head.y + head.height if self.scene.is_top_down else tail.x >= head.x + head.width
        return (near, far) if behind else (far, near)

    def _more(self, name: str) -> str:
        count = self.left_out.get(name, 0)
        return f"\n\n\\+{count} more" if count else ""

    def _node(self, key: str, sort: str, colour: str | None, **rest: str) -> dict[str, Any]:
        box: Box = self.layout.boxes[key]
        place = {
            "x": round(box.x * _SCALE), "y": round(box.y * _SCALE),
            "width": round(box.width * _SCALE), "height": round(box.height * _SCALE),
        }  # fmt: skip
        return {"id": key, "type": sort, **rest, **place} | ({"color": colour} if colour else {})
