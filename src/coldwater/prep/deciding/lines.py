"""Winning lines: the least that a side must hold.

A line of a side is a set of its leaves that keeps the verdict from getting worse for it when it gives up all its other
leaves and every opposing leaf is granted, while no part of the set does. The side that the verdict is for has lines;
while the verdict is undecided both have, and a line keeps it so. Double-edged leaves count as a side's own, and what is
marked as rejected stays rejected.
"""

from __future__ import annotations

from math import comb

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.searching import MOST_VERIFIED, Task, look_for, shrunk, try_out
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.graph import Side
    from coldwater.prep.deciding.inquiry import Handles, Inquiry

#: Where lines cannot be read off the map, every set is tried of so many leaves at most (the second where each costs a
#: search); of more leaves only small sets, up to the largest size of which there are no more than this.
MOST_TRIED, MOST_SEARCHED = 16, 10
MOST_SETS, MOST_SETS_SEARCHED = 3_000_000, 1_000


class Line(NamedTuple):
    """Leaves that suffice for a side, by their handles; all handles are needed."""

    handles: tuple[Handles, ...]

    @property
    def leaves(self) -> tuple[int, ...]:
        """The leaves, in the order of the file."""
        return tuple(sorted(leaf for one in self.handles for leaf in one.leaves))


class Lines(NamedTuple):
    """The lines of a side, by the number of handles, then in the order of the file.

    All there are of up to ``complete_to`` handles (-1: it is not even known whether the empty line is one); None if
    these are all. ``cut_by`` ("time" or "count") says why, or is None where it was not tried to find more.
    """

    side: Side
    found: tuple[Line, ...]
    complete_to: int | None
    cut_by: str | None


def find_lines(inquiry: Inquiry) -> tuple[Lines, ...]:
    """Find the lines of each side that has something to keep: pro first."""
    found = []
    for number, side in enumerate(inquiry.keepers(), 1):
        with inquiry.oracle.clock.share(number / len(inquiry.keepers())):
            found.append(_lines_of(inquiry, side))
    return tuple(found)


def _lines_of(inquiry: Inquiry, side: Side) -> Lines:
    places = inquiry.places_of(side)
    task = line_task(inquiry, side)
    is_quick = inquiry.oracle.is_grounded
    is_small = inquiry.can_be_read_off or len(places) <= (MOST_TRIED if is_quick else MOST_SEARCHED)
    most_size = len(places) if is_small else _size_within(len(places), MOST_SETS if is_quick else MOST_SETS_SEARCHED)
    with inquiry.oracle.clock.share(0.8):
        found = look_for(inquiry, task, most_size)
    sets = list(found.sets)
    is_all = found.cut_by is None and is_small
    if not is_all and not sets:
        sets += _larger(inquiry, task)
    lines = [Line(tuple(inquiry.handles[places[place]] for place in one)) for one in sets]
    return Lines(side, tuple(lines), None if is_all or () in sets else found.complete_to, found.cut_by)


def _size_within(count: int, most_sets: int) -> int:
    """Give the largest size of which ``count`` leaves have no more sets than this."""
    size = 0
    while comb(count, size + 1) <= most_sets and size < count:
        size += 1
    return size


def line_task(inquiry: Inquiry, side: Side) -> Task:
    """Say what a line of a side is: items are the handles that serve it, in order."""
    opposing = [one for one in inquiry.handles if one.sides == {OTHER[side]}]
    return Task(
        side,
        [inquiry.handles[place].leaves for place in inquiry.places_of(side)],
        kept=True,
        granted=tuple(leaf for one in opposing for leaf in one.leaves),
    )


def _larger(inquiry: Inquiry, task: Task) -> list[tuple[int, ...]]:
    """Give one line of whatever size, where one can be had at little cost."""
    left = shrunk(inquiry, task)
    if left is None or inquiry.is_monotone:
        return [] if left is None else [left]
    if len(left) > MOST_VERIFIED:
        return []
    others = [item for place, item in enumerate(task.items) if place not in left]
    part = task._replace(items=[task.items[place] for place in left], rejected=tuple(item[0] for item in others))
    found = try_out(inquiry, part, len(left))
    return [tuple(left[place] for place in one) for one in found.sets[:1]]
