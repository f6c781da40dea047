"""Stretches of a text put in the place of others, with everything between them as it was."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import groupby, pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.edits import Splice
    from coldwater.findings import TextEdit


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


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """Make the edits of a fix, which name their places by line and column."""
    from coldwater.edits import Splice  # noqa: PLC0415 - only where a fix is made
    from coldwater.formats.native.lines import Lines  # noqa: PLC0415

    lines = Lines(text)
    return splice(text, [Splice(lines.offset(*one.place[:2]), lines.offset(*one.place[2:]), one.text) for one in edits])


def do_overlap(splices: Iterable[Splice]) -> bool:
    """Tell whether one stretch reaches into another."""
    return any(one.end > other.start for one, other in pairwise(sorted(splices, key=_place)))


class Apart:
    """Splices of which none reaches into another, in the order of the text. Asking about one more costs a bisection."""

    def __init__(self) -> None:
        self.splices: list[Splice] = []

    def have_room_for(self, more: Sequence[Splice]) -> bool:
        """Tell whether some splices reach neither into these nor into each other."""
        return not do_overlap(more) and all(map(self._has_room_for, more))

    def _has_room_for(self, one: Splice) -> bool:
        place = bisect_right(self.splices, _place(one), key=_place)
        return not do_overlap([*self.splices[max(place - 1, 0) : place], one, *self.splices[place : place + 1]])

    def add(self, more: Iterable[Splice]) -> None:
        """Add splices for which there is room; of those at one place the earlier added come first."""
        for one in more:
            insort(self.splices, one, key=_place)


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
