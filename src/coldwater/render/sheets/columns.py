"""Pieces set in columns of even height, each column read down, in the order of the pieces. It draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_columns(heights: Sequence[float], count: int, gap: float) -> list[list[int]]:
    """Part pieces, by their heights in px, into at most so many columns, so that the highest column is the lowest.

    Gives the numbers of the pieces in each column, in order; columns at the end may be empty. Cost: linear, times the
    logarithm of the height.
    """
    if not heights:
        return [[] for _ in range(count)]
    low, high = max(heights), sum(heights) + gap * (len(heights) - 1)
    best = _filled(heights, high, gap)
    while high - low > 0.5:
        middle = (low + high) / 2
        tried = _filled(heights, middle, gap)
        if len(tried) <= count:
            best, high = tried, middle
        else:
            low = middle
    if len(tried := _filled(heights, low, gap)) <= count:
        best = tried
    return best + [[] for _ in range(count - len(best))]


def height_of(column: Sequence[int], heights: Sequence[float], gap: float) -> float:
    """Give the height of a column in px; 0 for an empty one."""
    return sum(heights[at] for at in column) + gap * max(0, len(column) - 1)


def _filled(heights: Sequence[float], most: float, gap: float) -> list[list[int]]:
    """Fill columns of a height one after the other."""
    columns: list[list[int]] = [[]]
    used = 0.0
    for at, height in enumerate(heights):
        more = height + (gap if columns[-1] else 0.0)
        if columns[-1] and used + more > most + 1e-6:
            columns.append([])
            used, more = 0.0, height
        columns[-1].append(at)
        used += more
    return columns
