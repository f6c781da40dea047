"""Places a tree without layers: children begin right behind their own parent, however long others are.

Each subtree is set beside its elder siblings as close as the outlines allow, and each parent so that the lines to its
children are as straight as they can be (after van der Ploeg, Software: Practice and Experience 44(12), 2014, for
outlines as lists; written from memory). Time is linear in practice. It knows blocks, but no line and no file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.render.layout.geometry import Bands, Block
from coldwater.render.layout.inside import inner_blocks
from coldwater.render.layout.placement import sizes_across, sizes_along
from coldwater.render.scene.forest import hung_in_columns

if TYPE_CHECKING:
    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene

_GAP = {True: 22.0, False: 15.0}  # px between siblings; by is_top_down
_FAMILY_GAP = {True: 34.0, False: 24.0}  # between what hangs below different parents
_STEP = {True: 46.0, False: 40.0}  # from a parent to its children
_MORE_STEP, _MOST_STEP = 2.0, 22.0  # more for each child beyond the second
_TRUNK_ROOM = 18.0  # from the widest box of a column to its trunk
_DEEP = 8  # steps
_LANE = 26.0  # beside a box, for lines to its head
LANE = 14.0  # from a box to such a line


class _Side:
    """One side of an outline: (end along, place across), deepest first; places are relative to a shift.

    Each stretch begins where the one before it ends, so that a parent is added in constant time, and moving a whole
    subtree costs nothing.
    """

    __slots__ = ("shift", "stretches")

    def __init__(self) -> None:
        self.stretches: list[tuple[float, float]] = []
        self.shift = 0.0

    def add(self, end: float, place: float) -> None:
        self.stretches.append((end, place - self.shift))

    def behind(self, nearer: _Side) -> _Side:
        """Give the side that is ``nearer`` as far as that goes, and this one beyond; both are used up."""
        if not self.stretches or (nearer.stretches and self.stretches[0][0] <= nearer.stretches[0][0]):
            return nearer
        if nearer.stretches:
            end = nearer.stretches[0][0]
            while self.stretches[-1][0] <= end:
                self.stretches.pop()
            more = nearer.shift - self.shift
            self.stretches.extend((far, place + more) for far, place in nearer.stretches)
        return self


class _Outline(NamedTuple):
    """Where a subtree begins and ends across, on its way along."""

    low: _Side
    high: _Side

    def moved(self, by: float) -> None:
        self.low.shift += by
        self.high.shift += by


def place_unlayered(scene: Scene, forest: Forest) -> Bands:
    """Give the blocks of a scene that is a tree, each behind its own parent. Trees stand side by side."""
    return _Placer(scene, forest).bands()


class _Placer:
    def __init__(self, scene: Scene, forest: Forest) -> None:
        self.scene = scene
        self.along = sizes_along(scene)
        self.across = sizes_across(scene)
        self.columns = [(column, _members(scene, column)) for column in scene.columns]
        self.forest = hung_in_columns(forest, scene)
        self.half = {key: size / 2 for key, size in self.across.items()}
        self.column_half: dict[str, float] = {}
        for _, members in self.columns:
            widest = max(self.half[key] for key in members)
            for key in members:
                self.half[key] = widest + _TRUNK_ROOM
                self.column_half[key] = widest
        self._add_lanes()
        self.gap = _GAP[scene.is_top_down]
        self.family_gap = _FAMILY_GAP[scene.is_top_down]
        self.near: dict[str, float] = {}
        self.start: dict[str, float] = {}  # where the children of a block begin
        self.offsets: dict[str, float] = {}
        self.edges = {edge.tail: edge for edge in scene.edges if edge.kind == "step"}
        self.boxes = {panel.pill: panel.key for panel in scene.panels.values() if panel.head}
        self.levels = self._levels()
        self.is_deep = max(self.forest.depth.values(), default=0) > _DEEP

    def _add_lanes(self) -> None:
        """Make room beside boxes for lines that reach their heads from the side."""
        if self.scene.is_top_down:
            heads = {edge.head for edge in self.scene.edges if edge.kind == "step"}
            for panel in self.scene.panels.values():
                if panel.pill in heads:
                    self.half[panel.key] += _LANE

    def _levels(self) -> dict[str, float]:
        """Give where, across, lines leave or reach what stands in a panel, from the panel's middle."""
        inside = inner_blocks(
            self.scene, {key: Block(0.0, 0.0, 0.0, self.across[key] / 2) for key in self.scene.panels}
        )  # fmt: skip
        return {key: block.middle for key, block in inside.items()}

    def bands(self) -> Bands:
        order = self._parents_first()
        for root in self.forest.roots:
            self.near[root] = 0.0
        for block in order:
            children = self.forest.children[block]
            more = min(max(len(children) - 2, 0) * _MORE_STEP, _MOST_STEP)
            self.start[block] = self.near[block] + self.along[block] + _STEP[self.scene.is_top_down] + more
            for child in children:
                self.near[child] = self.start[block]
        across = self._absolute(order)
        blocks = {
            key: Block(self.near[key], self.near[key] + self.along[key], across[key], self.across[key] / 2)
            for key in order
        }
        trunks = {
            pill: across[block] - self.column_half[block] - _TRUNK_ROOM
            for column, _ in self.columns
            for pill in column
            for block in (self.forest.block(pill),)
        }
        return Bands(blocks, inner_blocks(self.scene, blocks), {}, (), (), {}, trunks)

    def _parents_first(self) -> list[str]:
        order: list[str] = []
        waiting = list(reversed(self.forest.roots))
        while waiting:
            order.append(waiting.pop())
            waiting.extend(reversed(self.forest.children[order[-1]]))
        return order

    def _absolute(self, order: list[str]) -> dict[str, float]:
        outlines: dict[str, _Outline] = {}
        for block in reversed(order):
            outlines[block] = self._set_out(
                block, [(child, outlines.pop(child)) for child in self.forest.children[block]]
            )
        row = _Outline(_Side(), _Side())
        across: dict[str, float] = {}
        for root in self.forest.roots:
            place, row = self._beside(row, outlines[root])
            across[root] = place
        for block in order:
            for child in self.forest.children[block]:
                across[child] = across[block] + self.offsets[child]
        return across

    def _set_out(self, block: str, children: list[tuple[str, _Outline]]) -> _Outline:
        """Set the children of a block side by side, note where they stand from its middle, and give the outline."""
        row = _Outline(_Side(), _Side())
        places: list[float] = []
        for _, outline in children:
            place, row = self._beside(row, outline)
            places.append(place)
        if places:
            ends = [place + self._strain(child) for place, (child, _) in zip(places, children, strict=True)]
            middle = (ends[0] + ends[-1]) / 2
            row.moved(-middle)
            for (child, _), place in zip(children, places, strict=True):
                self.offsets[child] = place - middle
        end = self.start[block] if children else self.near[block] + self.along[block] + self.gap
        row.low.add(end, -self.half[block])
        row.high.add(end, self.half[block])
        return row

    def _strain(self, child: str) -> float:
        """Give how far across a child's line would lead if child and parent stood with their middles in one line.

        In a deep tree nothing: a long chain would wander off, a little with each step.
        """
        if self.is_deep:
            return 0.0
        panel = self.scene.panels.get(child)
        pill = panel.pill if panel is not None else child
        return self.levels.get(pill, 0.0) - self._arrival(pill)

    def _arrival(self, pill: str) -> float:
        """Give where across the line of an argument comes to its target, from the middle of the target's block.

        From the top down, a line to the head of a box passes beside it: so what undercuts a step stands at its lower
        right, below that line, and what backs it at its lower left.
        """
        edge = self.edges.get(pill)
        if edge is None:
            return 0.0
        panel = self.boxes.get(edge.head) if self.scene.is_top_down else None
        if panel is None:
            return self.levels.get(edge.head, 0.0)
        return (1.0 if edge.relation == "undercuts" else -1.0) * (self.across[panel] / 2 + LANE)

    def _beside(self, row: _Outline, outline: _Outline) -> tuple[float, _Outline]:
        """Give how far an outline must move to stand clear of a row, and the row with it."""
        place = self._clearance(row.high, outline.low)
        outline.moved(place)
        return place, _Outline(outline.low.behind(row.low), row.high.behind(outline.high))

    def _clearance(self, left: _Side, right: _Side) -> float:
        one, other = left.stretches, right.stretches
        at, beside = len(one) - 1, len(other) - 1
        need: float | None = None
        gap = self.gap
        while at >= 0 and beside >= 0:
            here = one[at][1] + left.shift + gap - other[beside][1] - right.shift
            need = here if need is None or here > need else need
            here_end, there_end = one[at][0], other[beside][0]
            at -= here_end <= there_end
            beside -= there_end <= here_end
            gap = self.family_gap
        return need or 0.0


def _members(scene: Scene, column: tuple[str, ...]) -> list[str]:
    """Give all boxes of a column, one below the other."""
    homes = scene.homes()
    return [homes.get(pill, pill) for pill in column]
