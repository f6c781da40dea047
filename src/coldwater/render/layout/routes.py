"""Lines between boxes in layers, in (along, across): curves, and ways around what stands between. It draws nothing.

Every line leaves the near edge of its tail and enters the far edge of its head; within a gap between two bands it is
a smooth curve, through a band it is straight, at a place where nothing stands. From the top down an undercut enters
the head of its box from the side, or the box from below. A contradiction leaves and enters far edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.channels import Channels
from coldwater.render.layout.geometry import Mark, Route
from coldwater.render.layout.pen import TURN, Pen
from coldwater.render.layout.plans import Plan, head_length
from coldwater.render.layout.ports import Ports
from coldwater.render.scene.parts import HEAD_HEIGHT

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Bands, Point
    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Edge, Scene


def route_all(scene: Scene, forest: Forest, bands: Bands) -> tuple[Route, ...]:
    """Give the routes of all edges, in the scene's order."""
    return _Router(scene, forest, bands).routes()


class _Router:
    def __init__(self, scene: Scene, forest: Forest, bands: Bands) -> None:
        self.scene = scene
        self.forest = forest
        self.bands = bands
        self.channels = Channels(bands.blocks, bands.rank, len(bands.near))

    def routes(self) -> tuple[Route, ...]:
        plans = [self._plan(edge) for edge in self.scene.edges]
        self._share_trunks(plans)
        Ports(self.scene, self.bands).settle(plans)
        return tuple(self._route(plan) for plan in plans)

    # --- where a line passes ---------------------------------------------------------------------------------

    def _plan(self, edge: Edge) -> Plan:
        tail, head = self.bands.place(edge.tail), self.bands.place(edge.head)
        tail_rank = self.bands.rank[self.forest.block(edge.tail)]
        head_rank = self.bands.rank[self.forest.block(edge.head)]
        plan = Plan(
            edge, tail, head, edge.tail, edge.head, tail_rank, head_rank, start=tail.middle, end=head.middle
        )  # fmt: skip
        if edge.tail == edge.head:
            plan.is_loop = True
        elif edge.kind == "step" and edge.tail in self.bands.trunks:
            plan.trunk = self.bands.trunks[edge.tail]
        elif edge.relation == "undercuts" and edge.kind == "step" and plan.goes_up and self._has_free_side(plan):
            plan.side = 1.0 if tail.middle > head.middle else -1.0
        else:
            self._go_round_premises(plan)
            self._find_passes(plan)
        return plan

    def _go_round_premises(self, plan: Plan) -> None:
        """Let lines leave and enter the far side of a whole box where premises stand between that and its head."""
        if not self.scene.is_top_down:
            return
        homes = self.forest.home
        if not plan.leaves_near and plan.edge.tail in self.scene.pills and plan.edge.tail in homes:
            plan.tail_key = homes[plan.edge.tail]
            plan.tail = self.bands.blocks[plan.tail_key]
        if plan.enters_far and plan.edge.head in self.scene.pills and plan.edge.head in homes:
            plan.head_key = homes[plan.edge.head]
            plan.head = self.bands.blocks[plan.head_key]

    def _share_trunks(self, plans: list[Plan]) -> None:
        """Let the last of each column draw the trunk for all of it."""
        by_pill = {plan.edge.tail: plan for plan in plans if plan.trunk is not None}
        for column in self.scene.columns if by_pill else ():
            for pill in column[:-1]:
                by_pill[pill].carrier = by_pill[column[-1]]

    def _find_passes(self, plan: Plan) -> None:
        """Find places in the bands between tail and head: near Graphviz's line if it drew one, else straight ahead."""
        step = -1 if plan.goes_up else 1
        crossed = range(plan.tail_rank + step, plan.head_rank, step)
        hints = self.bands.hints.get(self._ends(plan.edge), {}) if plan.goes_up else {}
        for number, rank in enumerate(crossed, 1):
            ahead = plan.tail.middle + (plan.head.middle - plan.tail.middle) * number / (len(crossed) + 1)
            plan.passes.append((rank, self.channels.take(rank, hints.get(rank, ahead))))

    def _ends(self, edge: Edge) -> tuple[str, str]:
        return self.forest.block(edge.tail), self.forest.block(edge.head)

    def _has_free_side(self, plan: Plan) -> bool:
        """Tell whether nothing stands beside the box on the way to the undercutting one, which lies beyond it."""
        if not self.scene.is_top_down:
            return False
        low, high = sorted((plan.tail.middle, plan.head.middle))
        beyond = abs(plan.tail.middle - plan.head.middle) > plan.head.half + 26.0
        is_next = plan.tail_rank == plan.head_rank + 1
        return is_next and beyond and self.channels.is_clear(plan.head_rank, low, high, plan.head.middle)

    # --- the way ---------------------------------------------------------------------------------------------

    def _route(self, plan: Plan) -> Route:
        if plan.side:
            return self._from_the_side(plan)
        if plan.is_loop:
            return self._loop(plan)
        if plan.trunk is not None:
            return self._by_trunk(plan, plan.trunk)
        length = 0.0 if plan.edge.kind == "shared" else head_length(plan.edge)
        set_off = head_length(plan.edge) if plan.edge.kind == "contradicts" else 0.0
        out = -1.0 if plan.leaves_near else 1.0  # the direction in which the line leaves
        back = 1.0 if plan.enters_far else -1.0  # the direction from the head's box to the line's end
        leave = plan.tail.near if plan.leaves_near else plan.tail.far
        arrive = plan.head.far if plan.enters_far else plan.head.near
        pen = Pen((leave + out * set_off, plan.start))
        pen.line_to((self._outside(plan.tail_rank, out, leave + out * set_off), plan.start))
        turns: list[Point] = []
        direction = out
        for rank, across in plan.passes:
            sides = (self.bands.near[rank], self.bands.far[rank])
            enter, leave_band = sides if direction > 0 else sides[::-1]
            turns.append(pen.curve_to((enter, across), direction, direction))
            pen.line_to((leave_band, across))
        outside = self._outside(plan.head_rank, back, arrive + back * length)
        turns.append(pen.curve_to((outside, plan.end), direction, -back))
        pen.line_to((arrive + back * length, plan.end))
        return Route(
            plan.edge,
            tuple(pen.commands),
            head=Mark((arrive, plan.end), (-back, 0.0)),
            tail=Mark((leave, plan.start), (-out, 0.0)),
            label=turns[-1 if plan.goes_up else 0] if plan.edge.kind == "contradicts" else None,
        )

    def _by_trunk(self, plan: Plan, trunk: float) -> Route:
        """Leave the side of the pill for the trunk of its column; the last of the column follows it to the target."""
        level = plan.tail.near + HEAD_HEIGHT / 2
        edge = plan.tail.middle - plan.tail.half
        arrive = plan.head.far + head_length(plan.edge)
        pen = Pen((level, edge))
        if plan.carrier is not None:
            pen.line_to((level, trunk))
        else:
            begin = (self.bands.near[plan.head_rank + 1], trunk)
            pen.corner_to((level, trunk), begin)
            pen.line_to(begin)
            pen.curve_to((self._outside(plan.head_rank, 1.0, arrive), plan.end), -1.0, -1.0)
            pen.line_to((arrive, plan.end))
        head = Mark((plan.head.far, plan.end), (-1.0, 0.0))
        return Route(plan.edge, tuple(pen.commands), head, Mark((level, edge), (0.0, 1.0)))

    def _outside(self, rank: int, direction: float, least: float) -> float:
        """Give where a line that leaves a box in a direction is clear of what stands beside the box."""
        edge = self.bands.far[rank] if direction > 0 else self.bands.near[rank]
        return max(edge, least) if direction > 0 else min(edge, least)

    def _loop(self, plan: Plan) -> Route:
        """Leave the far side and come back to it a little further on."""
        self._go_round_premises(plan)
        box, length = plan.tail, head_length(plan.edge)
        aside = -box.half if plan.edge.tail in self.scene.pills else box.half  # so that it misses that of a premise
        start, end, reach = box.middle + aside * 0.3, box.middle + aside * 0.8, box.far + TURN + 6.0
        pen = Pen((box.far + (length if plan.edge.kind == "contradicts" else 0.0), start))
        pen.commands.append(("C", ((reach, start), (reach, end), (box.far + length, end))))
        label = (box.far + 0.75 * TURN + 8.0, (start + end) / 2) if plan.edge.kind == "contradicts" else None
        tail = Mark((box.far, start), (-1.0, 0.0))
        return Route(plan.edge, tuple(pen.commands), Mark((box.far, end), (-1.0, 0.0)), tail, label)

    def _from_the_side(self, plan: Plan) -> Route:
        """Go straight to the height of the head, round the corner, and into its side."""
        level = plan.head.near + HEAD_HEIGHT / 2
        edge = plan.head.middle + plan.side * plan.head.half
        across = plan.tail.middle
        pen = Pen((plan.tail.near, across))
        end = (level, edge + plan.side * head_length(plan.edge))
        pen.corner_to((level, across), end)
        pen.line_to(end)
        head = Mark((level, edge), (0.0, -plan.side))
        return Route(plan.edge, tuple(pen.commands), head, Mark((plan.tail.near, across), (1.0, 0.0)))
