"""Stretches of a text put in the place of others, with everything between them as it was."""

from __future__ import annotations

from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _place(one: Splice) -> tuple[int, int]:
    return one.start, one.end
