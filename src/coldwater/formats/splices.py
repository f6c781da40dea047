"""Stretches of a text put in the place of others, with everything between them as it was."""

from __future__ import annotations

from itertools import groupby, pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.edits import Splice


def splice(text: str, splices: Iterable[Splice]) -> str:
    """Put all stretches in their places, those of one place in their order. None may overlap another.

    >>> from coldwater.edits import Splice
    >>> splice("premises: [a, b]", [Splice(14, 15, "c"), Splice(11, 12, "d")])
    'premises: [d, c]'
    """
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=_place):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def do_overlap(splices: Iterable[Splice]) -> bool:
    """Tell whether one stretch reaches into another."""
    return any(one.end > other.start for one, other in pairwise(sorted(splices, key=_place)))


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each row of numbers that follow one another; they come sorted, none twice.

    >>> list(runs([1, 2, 3, 7, 9, 10]))
    [(1, 3), (7, 7), (9, 10)]
    """
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        row = [number for _, number in run]
        yield row[0], row[-1]


def _place(one: Splice) -> tuple[int, int]:
    return one.start, one.end
