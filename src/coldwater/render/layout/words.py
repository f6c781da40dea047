"""Where the word on a contradiction is written: on its own line, clear of boxes, of other lines and of other words.

It works on a finished layout, in (x, y). A word stands as near to the middle of its line as it can; where every place
is taken, it stands where it covers least, and never on a box if there is any other place.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.render.fonts.text import width
from coldwater.render.layout.geometry import Box
from coldwater.render.scene import parts as s

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.render.layout.geometry import Command, Layout, Point, Route

_STEP = 6.0  # px between the points that stand for a line
_MOST_PLACES = 3_000  # along all lines with words that are tried; on longer lines, some of their points
_CELL = 48.0
_CLEAR = 6.0  # px between a word and a box
_BOX_COUNTS = 1000  # covering a box is so many times as bad as covering a point of a line


def word_box(route: Route) -> Box:
    """Give the ground of a route's word."""
    assert route.label is not None
    x, y = route.label
    wide = word_width(route) + 2 * s.LINE_WORD_PAD
    return Box(x - wide / 2, y - s.LINE_WORD_HEIGHT / 2, wide, s.LINE_WORD_HEIGHT)


def word_width(route: Route) -> float:
    """Give the width of a route's word in px."""
    return width(route.edge.word, s.LINE_WORD_SIZE, "semibold", s.LINE_WORD_SPACING)


def with_words_placed(layout: Layout) -> Layout:
    """Give the layout with every word at its best place. Cost: linear, if there is a word; else none."""
    count = sum(route.label is not None for route in layout.routes)
    if not count:
        return layout
    taken = _Taken(layout)
    routes = list(layout.routes)
    for number, route in enumerate(routes):
        if route.label is not None:
            routes[number] = _at_best(route, number, taken, _MOST_PLACES // count)
            taken.add_box(word_box(routes[number]))
    words = [word_box(route) for route in routes if route.label is not None]
    wide = max(layout.width, *(word.x + word.width for word in words))
    high = max(layout.height, *(word.y + word.height for word in words))
    return replace(layout, routes=tuple(routes), width=wide, height=high)


def _at_best(route: Route, number: int, taken: _Taken, most: int) -> Route:
    """Give the route with its word where it covers least; of places that are alike, the first."""
    best, least = route, math.inf
    for place in _places(route, most):
        tried = replace(route, label=place)
        cost = taken.cost(word_box(tried), number, least)
        if cost < least:
            best, least = tried, cost
            if cost == 0:
                break
    return best


def _places(route: Route, most: int) -> list[Point]:
    """Give the places for a word, best first: centred on the line, near its middle; else with an end on the line.

    ``most``: of each of the three kinds.
    """
    points = list(points_on(route.commands))
    middle = (len(points) - 1) / 2
    every = -(-len(points) // max(most, 1))
    order = [points[at] for at in sorted(range(0, len(points), every), key=lambda at: (abs(at - middle), at))]
    aside = word_width(route) / 2 - s.LINE_WORD_PAD
    return [(x + shift, y) for shift in (0.0, aside, -aside) for x, y in order]


class _Taken:
    """What stands where: points of lines and boxes, in a grid of cells."""

    def __init__(self, layout: Layout) -> None:
        self._points: dict[tuple[int, int], list[tuple[float, float, int]]] = {}
        self._boxes: dict[tuple[int, int], list[Box]] = {}
        for number, route in enumerate(layout.routes):
            for x, y in points_on(route.commands):
                self._points.setdefault((int(x // _CELL), int(y // _CELL)), []).append((x, y, number))
        for box in layout.boxes.values():
            self.add_box(box)

    def add_box(self, box: Box) -> None:
        for cell in _cells(box):
            self._boxes.setdefault(cell, []).append(box)

    def cost(self, word: Box, own: int, least: float = math.inf) -> float:
        """Tell how much a word would cover that is not its own line; 0 is a free place.

        Counting ends at ``least``: a place that is no better than another one need not be told how bad it is.
        """
        wide = Box(word.x - _CLEAR, word.y - _CLEAR, word.width + 2 * _CLEAR, word.height + 2 * _CLEAR)
        cost = 0 if word.x >= 0 and word.y >= 0 else _BOX_COUNTS  # to the right and below, the drawing grows
        cells = list(_cells(wide))
        seen = {box for cell in cells for box in self._boxes.get(cell, ()) if _overlap(box, wide)}
        cost += _BOX_COUNTS * len(seen)
        right, low = wide.x + wide.width, wide.y + wide.height
        for cell in cells:
            if cost >= least:
                break
            for x, y, number in self._points.get(cell, ()):
                if number != own and wide.x < x < right and wide.y < y < low:
                    cost += 1
                    if cost >= least:
                        break
        return cost


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int((box.x + box.width) // _CELL) + 1):
        for row in range(int(box.y // _CELL), int((box.y + box.height) // _CELL) + 1):
            yield column, row


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def points_on(commands: Iterable[Command]) -> Iterator[Point]:
    """Give points of a way, close enough that nothing slips between them."""
    at = (0.0, 0.0)
    for letter, points in commands:
        if letter == "M":
            at = points[-1]
            continue
        one, two, end = points if letter == "C" else (at, points[-1], points[-1])
        length = math.dist(at, one) + math.dist(one, two) + math.dist(two, end)
        steps = max(1, math.ceil(length / _STEP))
        for step in range(steps):
            yield _on_curve((at, one, two, end), step / steps) if letter == "C" else _between(at, end, step / steps)
        at = end
    yield at


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _on_curve(corners: tuple[Point, Point, Point, Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y
