"""Lines between boxes, in (along, across): ports, curves, ways around what stands between. It draws nothing.

Every line leaves the near edge of its tail and enters the far edge of its head; within a gap between two bands it is
a smooth curve, through a band it is straight, at a place where nothing stands. An undercut enters its pill from the
side. A contradiction leaves and enters far edges.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coldwater.render.channels import Channels
from coldwater.render.palette import SIGNS
from coldwater.render.scene import PORT_MARGIN, port_distance

if TYPE_CHECKING:
    from coldwater.render.forest import Forest
    from coldwater.render.layout import Bands, Block
    from coldwater.render.scene import Edge, Scene

Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]  # "M", "L" or "C" and its points

_HEAD_LENGTH = {"triangle": 9.0, "diamond": 9.0, "bar": 5.0}  # px that a line ends before its head's box
_TURN = 36.0  # px of a curve that turns back
_CORNER = 9.0


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a line: where it touches the box, and the direction in which it points there."""

    at: Point
    direction: Point


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one edge; ``label`` is where its word is written, if it has one."""

    edge: Edge
    commands: tuple[Command, ...]
    head: Mark
    tail: Mark
    label: Point | None = None

    def points(self) -> list[Point]:
        """Give all points, control points of curves included."""
        return [point for _, points in self.commands for point in points]

    def turned(self, least_along: float, least_across: float, is_top_down: bool) -> Route:
        """Give the same way in (x, y)."""

        def turn(point: Point) -> Point:
            along, across = point[0] - least_along, point[1] - least_across
            return (across, along) if is_top_down else (along, across)

        def mark(old: Mark) -> Mark:
            along, across = old.direction
            return Mark(turn(old.at), (across, along) if is_top_down else (along, across))

        commands = tuple((letter, tuple(turn(point) for point in points)) for letter, points in self.commands)
        label = turn(self.label) if self.label else None
        return replace(self, commands=commands, head=mark(self.head), tail=mark(self.tail), label=label)


def route_all(scene: Scene, forest: Forest, bands: Bands) -> tuple[Route, ...]:
    """Give the routes of all edges, in the scene's order."""
    return _Router(scene, forest, bands).routes()


@dataclass(slots=True)
class _Plan:
    """An edge on its way to a route: the places where it passes bands, and its ports across.

    Lines leave and enter the sides that face each other; between boxes of one rank they go round below.
    """

    edge: Edge
    tail: Block
    head: Block
    tail_rank: int
    head_rank: int
    passes: list[tuple[int, float]] = field(default_factory=list)
    start: float = 0.0
    end: float = 0.0
    side: float = 0.0  # -1 or 1 for an undercut that enters its pill from that side
    is_loop: bool = False

    @property
    def goes_up(self) -> bool:
        return self.tail_rank > self.head_rank

    @property
    def leaves_near(self) -> bool:
        return self.goes_up

    @property
    def enters_far(self) -> bool:
        return self.tail_rank >= self.head_rank


class _Router:
    def __init__(self, scene: Scene, forest: Forest, bands: Bands) -> None:
        self.scene = scene
        self.forest = forest
        self.bands = bands
        self.channels = Channels(bands.blocks, bands.rank, len(bands.near))

    def routes(self) -> tuple[Route, ...]:
        plans = [self._plan(edge) for edge in self.scene.edges]
        self._settle_ports(plans)
        return tuple(self._route(plan) for plan in plans)

    # --- where a line passes ---------------------------------------------------------------------------------

    def _plan(self, edge: Edge) -> _Plan:
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        tail_rank = self.bands.rank[self.forest.block(edge.tail)]
        head_rank = self.bands.rank[self.forest.block(edge.head)]
        plan = _Plan(edge, tail, head, tail_rank, head_rank, start=tail.middle, end=head.middle)
        if edge.tail == edge.head:
            plan.is_loop = True
        elif edge.relation == "undercuts" and edge.kind == "step" and plan.goes_up and self._has_free_side(plan):
            plan.side = 1.0 if tail.middle > head.middle else -1.0
        else:
            self._find_passes(plan)
        return plan

    def _find_passes(self, plan: _Plan) -> None:
        """Find places in the bands between tail and head: near Graphviz's line if it drew one, else straight ahead."""
        step = -1 if plan.goes_up else 1
        crossed = range(plan.tail_rank + step, plan.head_rank, step)
        hints = self.bands.hints.get((plan.edge.tail, plan.edge.head), {}) if plan.goes_up else {}
        for number, rank in enumerate(crossed, 1):
            ahead = plan.tail.middle + (plan.head.middle - plan.tail.middle) * number / (len(crossed) + 1)
            plan.passes.append((rank, self.channels.take(rank, hints.get(rank, ahead))))

    def _has_free_side(self, plan: _Plan) -> bool:
        """Tell whether nothing stands beside the pill on the way to the undercutting one."""
        low, high = sorted((plan.tail.middle, plan.head.middle))
        beyond = abs(plan.tail.middle - plan.head.middle) > plan.head.half + 26.0
        is_next = plan.tail_rank == plan.head_rank + 1
        return is_next and beyond and self.channels.is_clear(plan.head_rank, low, high, plan.head.middle)

    # --- ports -----------------------------------------------------------------------------------------------

    def _settle_ports(self, plans: list[_Plan]) -> None:
        """Find where each line touches its boxes; lines that touch the same side share it out among them."""
        sides: dict[tuple[str, bool], list[tuple[_Plan, bool]]] = {}
        for plan in plans:
            if plan.edge.kind == "link" or plan.is_loop:
                continue
            if plan.edge.kind != "step" or not plan.leaves_near:
                sides.setdefault((plan.edge.tail, not plan.leaves_near), []).append((plan, False))
            if not plan.side:
                sides.setdefault((plan.edge.head, plan.enters_far), []).append((plan, True))
        for (key, is_far), ends in sides.items():
            ports = self._ports(key, [_arrival(plan, is_head) for plan, is_head in ends], [e[0] for e in ends])
            for (plan, is_head), place in zip(ends, ports, strict=True):
                port = self._beside_own_line(key, is_far, place)
                if is_head:
                    plan.end = port
                else:
                    plan.start = port
        for plan in plans:
            if plan.edge.kind == "link":
                self._straighten(plan)

    def _ports(self, key: str, arrivals: list[float], plans: list[_Plan]) -> list[float]:
        """Spread ports along a side, in the order in which the lines arrive; too many lines share one per relation."""
        block = self.bands.place(key)
        room = max(block.half - PORT_MARGIN, 0.0) * 2
        order = sorted(range(len(arrivals)), key=lambda at: (arrivals[at], at))
        if len(order) == 1:
            wanted = arrivals[0]
            is_within = abs(wanted - block.middle) <= room / 2
            return [wanted if is_within else self._leaning(block, wanted)]
        least, most = port_distance(self.scene.is_top_down), 48.0 if self.scene.is_top_down else 22.0
        group = {at: number for number, at in enumerate(order)}
        if (len(order) - 1) * least > room:
            relations = list(dict.fromkeys(plans[at].edge.relation for at in order))
            group = {at: relations.index(plans[at].edge.relation) for at in order}
        count = max(group.values())
        pitch = min(most, room / count) if count else 0.0
        return [block.middle + pitch * (group[at] - count / 2) for at in range(len(arrivals))]

    def _beside_own_line(self, key: str, is_far: bool, port: float) -> float:
        """Leave the middle of a pill to its own line: on the far side from its panel, on the near side to its target.

        The same goes for the near side of a card, where the line from its panel's pill comes near.
        """
        middle = self.bands.place(key).middle
        if (is_far and key in self.scene.cards) or abs(port - middle) > 9.0:
            return port
        return middle + (16.0 if port >= middle else -16.0)

    def _leaning(self, block: Block, wanted: float) -> float:
        """Give the port of a single line that comes from beyond the box: a little off the middle, on its side."""
        lean = min(block.half * 0.4, 40.0)
        return block.middle + (lean if wanted > block.middle else -lean)

    def _straighten(self, plan: _Plan) -> None:
        """Let the line between a pill and its panel be straight if the pill stands above the panel."""
        reach = max(plan.tail.half - 14.0, 0.0)
        plan.start = min(max(plan.end, plan.tail.middle - reach), plan.tail.middle + reach)

    # --- the way ---------------------------------------------------------------------------------------------

    def _route(self, plan: _Plan) -> Route:
        if plan.side:
            return self._from_the_side(plan)
        if plan.is_loop:
            return self._loop(plan)
        length = 0.0 if plan.edge.kind in ("link", "shared") else _head_length(plan.edge)
        set_off = _head_length(plan.edge) if plan.edge.kind == "contradicts" else 0.0
        out = -1.0 if plan.leaves_near else 1.0  # the direction in which the line leaves
        back = 1.0 if plan.enters_far else -1.0  # the direction from the head's box to the line's end
        leave = plan.tail.near if plan.leaves_near else plan.tail.far
        arrive = plan.head.far if plan.enters_far else plan.head.near
        pen = _Pen((leave + out * set_off, plan.start))
        pen.line_to((self._outside(plan, plan.tail_rank, out, leave + out * set_off), plan.start))
        turns: list[Point] = []
        direction = out
        for rank, across in plan.passes:
            sides = (self.bands.near[rank], self.bands.far[rank])
            enter, leave_band = sides if direction > 0 else sides[::-1]
            turns.append(pen.curve_to((enter, across), direction, direction))
            pen.line_to((leave_band, across))
        outside = self._outside(plan, plan.head_rank, back, arrive + back * length)
        turns.append(pen.curve_to((outside, plan.end), direction, -back))
        pen.line_to((arrive + back * length, plan.end))
        return Route(
            plan.edge,
            tuple(pen.commands),
            head=Mark((arrive, plan.end), (-back, 0.0)),
            tail=Mark((leave, plan.start), (-out, 0.0)),
            label=turns[-1 if plan.goes_up else 0] if plan.edge.kind == "contradicts" else None,
        )

    def _outside(self, plan: _Plan, rank: int, direction: float, least: float) -> float:
        """Give where a line that leaves a box in a direction is clear of what stands beside the box."""
        if not self.bands.is_settled:
            edge = self.bands.far[rank] if direction > 0 else self.bands.near[rank]
            return max(edge, least) if direction > 0 else min(edge, least)
        if direction < 0:
            return least
        low, high = sorted((plan.start, plan.end))
        beside = [
            block.far
            for key, block in self.bands.blocks.items()
            if self.bands.rank[key] <= rank
            and block.middle + block.half > low - 6
            and block.middle - block.half < high + 6
        ]
        return max([least, *beside])

    def _loop(self, plan: _Plan) -> Route:
        """Leave the far side and come back to it a little further on."""
        box, length = plan.tail, _head_length(plan.edge)
        start, end, reach = box.middle + box.half * 0.3, box.middle + box.half * 0.8, box.far + _TURN + 6.0
        pen = _Pen((box.far + (length if plan.edge.kind == "contradicts" else 0.0), start))
        pen.commands.append(("C", ((reach, start), (reach, end), (box.far + length, end))))
        label = (box.far + 0.75 * _TURN + 8.0, (start + end) / 2) if plan.edge.kind == "contradicts" else None
        tail = Mark((box.far, start), (-1.0, 0.0))
        return Route(plan.edge, tuple(pen.commands), Mark((box.far, end), (-1.0, 0.0)), tail, label)

    def _from_the_side(self, plan: _Plan) -> Route:
        """Go straight to the height of the pill, round the corner, and into its side."""
        level = (plan.head.near + plan.head.far) / 2
        if not self.scene.is_top_down:
            level = min(plan.head.far - 30.0, plan.head.near + 0.75 * (plan.head.far - plan.head.near))
        edge = plan.head.middle + plan.side * plan.head.half
        across = plan.tail.middle
        pen = _Pen((plan.tail.near, across))
        pen.line_to((level + _CORNER, across))
        corner = (level, across)
        pen.commands.append(("C", (corner, corner, (level, across - plan.side * _CORNER))))
        pen.line_to((level, edge + plan.side * _head_length(plan.edge)))
        head = Mark((level, edge), (0.0, -plan.side))
        return Route(plan.edge, tuple(pen.commands), head, Mark((plan.tail.near, across), (1.0, 0.0)))


def _head_length(edge: Edge) -> float:
    return _HEAD_LENGTH[SIGNS[edge.relation].head]


def _arrival(plan: _Plan, is_head: bool) -> float:
    """Give where a line comes from, seen from one of its ends."""
    if plan.passes:
        return plan.passes[-1][1] if is_head else plan.passes[0][1]
    return plan.tail.middle if is_head else plan.head.middle


class _Pen:
    """Draws a way; leaves out what has no length."""

    def __init__(self, start: Point) -> None:
        self.at = start
        self.commands: list[Command] = [("M", (start,))]

    def line_to(self, point: Point) -> None:
        if abs(point[0] - self.at[0]) + abs(point[1] - self.at[1]) > 0.05:
            self.commands.append(("L", (point,)))
            self.at = point

    def curve_to(self, point: Point, leaving: float, arriving: float) -> Point:
        """Curve to a point, leaving and arriving along; give the middle of the curve."""
        (u0, v0), (u1, v1) = self.at, point
        if leaving == arriving and abs(v1 - v0) < 0.5:
            self.line_to(point)
            return ((u0 + u1) / 2, (v0 + v1) / 2)
        bend = max(abs(u1 - u0) / 2, 14.0) if leaving == arriving else _TURN
        one, two = (u0 + leaving * bend, v0), (u1 - arriving * bend, v1)
        self.commands.append(("C", (one, two, point)))
        self.at = point
        return ((u0 + 3 * one[0] + 3 * two[0] + u1) / 8, (v0 + 3 * v0 + 3 * v1 + v1) / 8)
