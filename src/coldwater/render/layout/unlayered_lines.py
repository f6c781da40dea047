"""Lines of a tree without layers, in (along, across): each crosses the one gap between a parent and its children.

Lines to one side of a box share out the whole of it. Where they are more than it has room for, those of one relation
meet in a bus and arrive as one. A line to the head of a box comes from the side where the way there is barred.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Mark, Route
from coldwater.render.layout.pen import Pen
from coldwater.render.layout.plans import head_length
from coldwater.render.layout.unlayered import LANE
from coldwater.render.scene import parts as s

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Bands
    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Edge, Scene

_BUS = 13.0  # px from children to the bus that their lines meet in; and from one bus to the next
_BUS_STEP = 7.0
_BELOW = 9.0  # from the far end of a box to a line that turns there
_CORNER_ROOM = 11.0  # from a corner to the first line that arrives
_OUT, _OUT_STEP = 22.0, 9.0  # before the roots: where lines of contradictions pass
_BENT = 16.0  # px that such a line bends for nothing
_STRAIGHT = 5.0  # px that a line bends for nothing: it is drawn straight, with its port moved


def lead_all(scene: Scene, forest: Forest, bands: Bands) -> tuple[Route, ...]:
    """Give the routes of all edges of a tree, in the scene's order."""
    return _Leader(scene, forest, bands).routes()


def is_beside(edge: Edge, forest: Forest) -> bool:
    """Tell whether a line is a contradiction of two roots, which passes before them."""
    return edge.kind == "contradicts" and edge.tail != edge.head and {edge.tail, edge.head} <= set(forest.roots)


class _Leader:
    def __init__(self, scene: Scene, forest: Forest, bands: Bands) -> None:
        self.scene = scene
        self.forest = forest
        self.bands = bands
        self.last_of = {pill: column[-1] for column in scene.columns for pill in column}

    def routes(self) -> tuple[Route, ...]:
        by_head: dict[str, list[Edge]] = {}
        for edge in self.scene.edges:
            if edge.kind == "step":
                by_head.setdefault(edge.head, []).append(edge)
        found: dict[str, Route] = {}
        buses: Counter[str] = Counter()  # by block of the head: how many buses there are in the gap beyond it
        for head, edges in by_head.items():
            if self._is_barred(head):
                found |= {edge.tail: self._by_lane(edge) for edge in edges}
            else:
                self._arrive(head, edges, found, buses)
        beside = iter(self._all_beside())
        return tuple(found[edge.tail] if edge.kind == "step" else next(beside) for edge in self.scene.edges)

    def _is_barred(self, head: str) -> bool:
        """Tell whether premises stand between the head of a box and what leads to it."""
        return self.scene.is_top_down and head in self.scene.pills and head in self.forest.home

    # --- contradictions of roots ------------------------------------------------------------------------------------

    def _all_beside(self) -> list[Route]:
        """Give the lines before the roots: the longer, the farther out, so that none crosses another for nothing."""
        edges = [edge for edge in self.scene.edges if edge.kind == "contradicts"]
        spans = {edge: abs(self.bands.place(edge.tail).middle - self.bands.place(edge.head).middle) for edge in edges}
        order = sorted(edges, key=lambda edge: spans[edge])
        outs = {edge: _OUT + _OUT_STEP * number for number, edge in enumerate(order)}
        touches = Counter(end for edge in edges for end in (edge.tail, edge.head))
        used: Counter[str] = Counter()
        routes = []
        for edge in edges:
            ports = []
            for end in (edge.tail, edge.head):
                block, used[end] = self.bands.place(end), used[end] + 1
                ports.append(block.middle + 2 * block.half * (used[end] / (touches[end] + 1) - 0.5))
            routes.append(self._before(edge, ports[0], ports[1], -outs[edge]))
        return routes

    def _before(self, edge: Edge, start: float, end: float, out: float) -> Route:
        tail, head, length = self.bands.place(edge.tail), self.bands.place(edge.head), head_length(edge)
        pen = Pen((tail.near - length, start))
        pen.corner_to((out, start), (out, end))
        pen.corner_to((out, end), (head.near - length, end))
        pen.line_to((head.near - length, end))
        marks = Mark((head.near, end), (1.0, 0.0)), Mark((tail.near, start), (1.0, 0.0))
        return Route(edge, tuple(pen.commands), *marks, label=(out, (start + end) / 2))

    # --- lines that arrive at the far side ---------------------------------------------------------------------------

    def _arrive(self, head: str, edges: list[Edge], found: dict[str, Route], buses: Counter[str]) -> None:
        carried = [edge for edge in edges if self.last_of.get(edge.tail, edge.tail) == edge.tail]
        carried.sort(key=lambda edge: self._from(edge.tail))
        groups = self._groups(head, carried)
        ports: dict[str, float] = {}
        for port, group in zip(self._ports(head, groups), groups, strict=True):
            is_bus = len(group) > 1
            for edge in group:
                ports[edge.tail] = port
                if edge.tail in self.last_of:
                    found[edge.tail] = self._by_trunk(edge, port)
                elif is_bus:
                    found[edge.tail] = self._by_bus(edge, port, buses[self.forest.block(head)])
                else:
                    found[edge.tail] = self._curved(edge, port)
            buses[self.forest.block(head)] += is_bus
        for edge in edges:
            if edge.tail not in found:
                found[edge.tail] = self._to_trunk(edge, ports[self.last_of[edge.tail]])

    def _groups(self, head: str, edges: list[Edge]) -> list[list[Edge]]:
        """Give the lines that arrive each by itself, or, where they are too many for that, those of each relation."""
        room = 2 * self._reach(head)
        is_free = (len(edges) - 1) * s.port_distance(self.scene.is_top_down) <= room + 0.01
        if is_free and len(edges) <= s.MOST_PORTS:
            return [[edge] for edge in edges]
        relations = dict.fromkeys(edge.relation for edge in edges)
        return [[edge for edge in edges if edge.relation == relation] for relation in relations]

    def _ports(self, head: str, groups: list[list[Edge]]) -> list[float]:
        """Give where lines or buses arrive: spread over the whole side, a single one as straight ahead as may be."""
        middle, reach = self.bands.place(head).middle, self._reach(head)
        if len(groups) == 1:
            ahead = sum(self._from(edge.tail) for edge in groups[0]) / len(groups[0])
            return [min(max(ahead, middle - reach), middle + reach)]
        ports = [middle - reach + 2 * reach * (number + 0.5) / len(groups) for number in range(len(groups))]
        aheads = [self._from(group[0].tail) if len(group) == 1 else None for group in groups]
        return [
            ahead if ahead is not None and abs(ahead - port) < _STRAIGHT else port
            for ahead, port in zip(aheads, ports, strict=True)
        ]

    def _reach(self, head: str) -> float:
        """Give how far from its middle lines may arrive at a box."""
        half = self.bands.place(head).half
        return half - min(_CORNER_ROOM, half / 2)

    def _from(self, tail: str) -> float:
        """Give where across the line of an argument sets out."""
        return self.bands.trunks[tail] if tail in self.bands.trunks else self.bands.place(tail).middle

    def _curved(self, edge: Edge, port: float) -> Route:
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        arrive = head.far + head_length(edge)
        pen = Pen((tail.near, tail.middle))
        pen.curve_to((max(self._beyond(edge), arrive), port), -1.0, -1.0)
        pen.line_to((arrive, port))
        return self._route(edge, pen, port)

    def _by_bus(self, edge: Edge, port: float, number: int) -> Route:
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        bus = tail.near - _BUS - number * _BUS_STEP
        end = (head.far + head_length(edge), port)
        pen = Pen((tail.near, tail.middle))
        if abs(tail.middle - port) > 1.0:
            pen.corner_to((bus, tail.middle), (bus, port))
            pen.corner_to((bus, port), end)
        pen.line_to(end)
        return self._route(edge, pen, port)

    def _beyond(self, edge: Edge) -> float:
        """Give where a line that arrives is outside of the box that its target stands in."""
        return self.bands.blocks[self.forest.block(edge.head)].far

    def _route(self, edge: Edge, pen: Pen, port: float) -> Route:
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        start = Mark((tail.near, tail.middle), (1.0, 0.0))
        return Route(edge, tuple(pen.commands), Mark((head.far, port), (-1.0, 0.0)), start)

    # --- lines to the head of a box, past its premises ----------------------------------------------------------------

    def _by_lane(self, edge: Edge) -> Route:
        """Go to the far end of the box, along its side, and into the side of its head."""
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        box = self.bands.blocks[self.forest.block(edge.head)]
        side = 1.0 if edge.relation == "undercuts" else -1.0
        lane, turn = box.middle + side * (box.half + LANE), box.far + _BELOW
        level = head.near + s.HEAD_HEIGHT / 2
        edge_at = box.middle + side * box.half
        end = (level, edge_at + side * head_length(edge))
        begin = lane if abs(tail.middle - lane) < min(_BENT, tail.half / 2) else tail.middle
        pen = Pen((tail.near, begin))
        if begin != lane:
            pen.corner_to((turn, tail.middle), (turn, lane))
            pen.corner_to((turn, lane), (level, lane))
        pen.corner_to((level, lane), end)
        pen.line_to(end)
        head_mark = Mark((level, edge_at), (0.0, -side))
        return Route(edge, tuple(pen.commands), head_mark, Mark((tail.near, begin), (1.0, 0.0)))

    # --- columns ---------------------------------------------------------------------------------------------------

    def _to_trunk(self, edge: Edge, port: float) -> Route:
        """Lead from the side of a head to the trunk of its column."""
        pen, mark = self._set_off(edge)
        pen.line_to((pen.at[0], self.bands.trunks[edge.tail]))
        head = self.bands.place(edge.head)
        return Route(edge, tuple(pen.commands), Mark((head.far, port), (-1.0, 0.0)), mark)

    def _by_trunk(self, edge: Edge, port: float) -> Route:
        """Lead from the side of the last head of a column along its trunk to the target."""
        pen, mark = self._set_off(edge)
        head, trunk = self.bands.place(edge.head), self.bands.trunks[edge.tail]
        column = next(column for column in self.scene.columns if column[-1] == edge.tail)
        begin = (self.bands.place(column[0]).near, trunk)
        arrive = head.far + head_length(edge)
        pen.corner_to((pen.at[0], trunk), begin)
        pen.line_to(begin)
        pen.curve_to((max(self._beyond(edge), arrive), port), -1.0, -1.0)
        pen.line_to((arrive, port))
        return Route(edge, tuple(pen.commands), Mark((head.far, port), (-1.0, 0.0)), mark)

    def _set_off(self, edge: Edge) -> tuple[Pen, Mark]:
        tail = self.bands.place(edge.tail)
        level = tail.near + s.HEAD_HEIGHT / 2
        side = tail.middle - tail.half
        return Pen((level, side)), Mark((level, side), (0.0, 1.0))
