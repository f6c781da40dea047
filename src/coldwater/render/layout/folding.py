"""Folds a long chain into columns, as a newspaper does with text, so that a drawing of it can be printed.

It works on finished bands and routes, in (along, across). A drawing is cut where nothing but one line passes; that
line then runs from the beginning of a column back to the end of the one before, through the gutter between the two.
From left to right the columns are rows.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Mark, Route
from coldwater.render.layout.pen import Pen
from coldwater.render.layout.plans import head_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.render.layout.geometry import Bands, Block
    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene

SHAPE = 1.414  # width to height of the paper that a drawing should fill
_GUTTER = 64.0  # px between columns
_LANE = 26.0  # px at the beginning and the end of a column for the line that turns there
_WORTH = 1.5  # a fold must make the drawing so many times larger on paper
_NEAR = 0.01
_EXACT = 8.0  # px to which the length of columns is evened
_STRIP = {True: 3.0, False: 5.0}  # length to width; rows need longer ways back than columns; by is_top_down
_LEAST = 1200.0  # px along; what is shorter is never folded


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a drawing may be cut: the place along, and the number of the one route that passes there."""

    at: float
    route: int


@dataclass(frozen=True, slots=True)
class _Column:
    """A stretch of the drawing: from and to along, least and most across of what stands in it."""

    start: float
    end: float
    low: float
    high: float


def fold(
    scene: Scene, forest: Forest, bands: Bands, routes: tuple[Route, ...], shape: float = SHAPE
) -> tuple[Bands, tuple[Route, ...]] | None:
    """Give bands and routes folded into the number of columns that fills paper of a shape best; None if none is better.

    ``shape``: width to height of the paper. Cost: linear, times the logarithm of the number of blocks.
    """
    folder = _Folder(scene, forest, bands, routes)
    if not folder.is_strip or not folder.cuts:
        return None
    cuts = folder.best(shape)
    return folder.folded(cuts) if cuts else None


class _Folder:
    def __init__(self, scene: Scene, forest: Forest, bands: Bands, routes: tuple[Route, ...]) -> None:
        self.scene = scene
        self.forest = forest
        self.bands = bands
        self.routes = routes
        self.blocks = sorted(bands.blocks.items(), key=lambda item: (item[1].near, item[0]))
        self.cuts = self._find_cuts()
        self.whole = self._columns([])[0]

    @property
    def is_strip(self) -> bool:
        """Tell whether the drawing is so long and narrow that columns are easier to read."""
        length, width = self.whole.end, self.whole.high - self.whole.low
        return length > max(_LEAST, _STRIP[self.scene.is_top_down] * width)

    # --- where to cut --------------------------------------------------------------------------------------------

    def _find_cuts(self) -> list[_Cut]:
        """Give the places where no block stands and a single line passes, from a pill to the card that it targets."""
        gaps = self._gaps()
        starts = [start for start, _ in gaps]
        passing = [0] * (len(gaps) + 1)
        route_of: dict[int, int] = {}
        for number, route in enumerate(self.routes):
            tail, head = (self.bands.blocks[self.forest.block(key)] for key in (route.edge.tail, route.edge.head))
            first = bisect_right(starts, min(tail.far, head.far) - _NEAR)
            last = bisect_right(starts, max(tail.near, head.near) - _NEAR)
            is_step = route.edge.kind == "step" and tail.near > head.far
            if is_step and last == first + 1:
                route_of[first] = number
            if not is_step:  # it goes round in the gap where it begins, too
                last = min(max(last, first + 1), len(gaps))
            passing[first] += 1 if is_step else 2
            passing[last] -= 1 if is_step else 2
        counts = list(accumulate(passing))
        return [
            _Cut((start + end) / 2, route_of[number])
            for number, (start, end) in enumerate(gaps)
            if counts[number] == 1 and number in route_of
        ]

    def _gaps(self) -> list[tuple[float, float]]:
        """Give the stretches along in which no block stands."""
        gaps: list[tuple[float, float]] = []
        far = self.blocks[0][1].far
        for _, block in self.blocks:
            if block.near > far:
                gaps.append((far, block.near))
            far = max(far, block.far)
        return gaps

    # --- how many columns ----------------------------------------------------------------------------------------

    def best(self, shape: float) -> list[_Cut]:
        """Give the cuts after which the drawing is largest on paper; none if folding is not worth it."""
        length, width = self.whole.end, self.whole.high - self.whole.low
        about = math.sqrt(max(length / (width + _GUTTER), 1.0) * (shape if self.scene.is_top_down else 1 / shape))
        best: list[_Cut] = []
        most = self._scale([], shape) * _WORTH
        for count in range(max(2, int(about) - 3), int(about) + 4):
            cuts = self._evenly(count)
            if not self._is_even(cuts):
                continue
            scale = self._scale(cuts, shape)
            if scale > most * 1.001:
                best, most = cuts, scale
        return best

    def _evenly(self, count: int) -> list[_Cut]:
        """Cut into at most so many columns, the longest of them as short as possible."""
        low, high = self.whole.end / count, self.whole.end
        best: list[_Cut] = []
        while high - low > _EXACT:
            middle = (low + high) / 2
            cuts = self._cut(middle)
            if len(cuts) < count:
                best, high = cuts, middle
            else:
                low = middle
        return best

    def _is_even(self, cuts: list[_Cut]) -> bool:
        """Tell whether every column but the last is at least half as long as the longest."""
        places = [0.0, *(cut.at for cut in cuts)]
        lengths = [end - start for start, end in pairwise(places)]
        return not lengths or min(lengths) >= 0.5 * max(*lengths, self.whole.end - places[-1])

    def _cut(self, most: float) -> list[_Cut]:
        """Cut into columns of at most a length, as far as the places to cut allow."""
        cuts: list[_Cut] = []
        start = 0.0
        for cut, following in zip(self.cuts, [*(cut.at for cut in self.cuts[1:]), self.whole.end], strict=True):
            if following - start > most:
                cuts.append(cut)
                start = cut.at
        return cuts

    def _scale(self, cuts: list[_Cut], shape: float) -> float:
        """Give how large the drawing comes out on paper one unit high."""
        columns = self._columns(cuts)
        along = max(column.end - column.start for column in columns) + (2 * _LANE if cuts else 0.0)
        across = sum(column.high - column.low for column in columns) + _GUTTER * (len(columns) - 1)
        wide, high = (across, along) if self.scene.is_top_down else (along, across)
        return min(shape / wide, 1.0 / high)

    def _columns(self, cuts: Sequence[_Cut]) -> list[_Column]:
        """Give the columns between cuts, each from its first block to the end of its last."""
        places = [cut.at for cut in cuts]
        inside: list[list[Block]] = [[] for _ in range(len(places) + 1)]
        for _, block in self.blocks:
            inside[bisect_right(places, block.near)].append(block)
        low = [min(block.middle - block.half for block in blocks) for blocks in inside]
        high = [max(block.middle + block.half for block in blocks) for blocks in inside]
        cut_routes = {cut.route for cut in cuts}
        for number, route in enumerate(self.routes):
            if number not in cut_routes:
                for along, across in route.points():
                    at = bisect_right(places, along)
                    low[at], high[at] = min(low[at], across), max(high[at], across)
        return [
            _Column(min(block.near for block in blocks), max(block.far for block in blocks), *ends)
            for blocks, *ends in zip(inside, low, high, strict=True)
        ]

    # --- folding -------------------------------------------------------------------------------------------------

    def folded(self, cuts: list[_Cut]) -> tuple[Bands, tuple[Route, ...]]:
        """Move every column beside the one before, and lead the lines that are cut through the gutters."""
        columns, places = self._columns(cuts), [cut.at for cut in cuts]
        shifts: list[tuple[float, float]] = []
        at = 0.0
        for number, column in enumerate(columns):
            shifts.append(((_LANE if number else 0.0) - column.start, at - column.low))
            at += column.high - column.low + _GUTTER

        def moved(block: Block) -> Block:
            along, across = shifts[bisect_right(places, block.near)]
            return replace(
                block, near=block.near + along, far=block.far + along, middle=block.middle + across
            )  # fmt: skip

        blocks = {key: moved(block) for key, block in self.bands.blocks.items()}
        cards = {key: moved(block) for key, block in self.bands.cards.items()}
        bands = replace(self.bands, blocks=blocks, cards=cards)
        returning = {cut.route: number for number, cut in enumerate(cuts, 1)}
        routes = [
            _returning(route, bands, columns[returning[number] - 1], shifts[returning[number] - 1])
            if number in returning
            else route.moved(*shifts[bisect_right(places, route.commands[0][1][0][0])])
            for number, route in enumerate(self.routes)
        ]  # fmt: skip
        return bands, tuple(routes)


def _returning(route: Route, bands: Bands, before: _Column, shift: tuple[float, float]) -> Route:
    """Lead a line from the first pill of a column to the last card of the column before."""
    tail, head = bands.place(route.edge.tail), bands.place(route.edge.head)
    port = route.head.at[1] + shift[1]
    begin, end = tail.near - _LANE + 8.0, before.end + shift[0] + _LANE - 4.0
    gutter = before.high + shift[1] + _GUTTER / 2
    pen = Pen((tail.near, tail.middle))
    pen.corner_to((begin, tail.middle), (begin, gutter))
    pen.corner_to((begin, gutter), (end, gutter))
    pen.corner_to((end, gutter), (end, port))
    arrive = head.far + head_length(route.edge)
    pen.corner_to((end, port), (arrive, port))
    pen.line_to((arrive, port))
    return Route(
        route.edge, tuple(pen.commands), Mark((head.far, port), (-1.0, 0.0)), Mark((tail.near, tail.middle), (1.0, 0.0))
    )
