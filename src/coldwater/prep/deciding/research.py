"""The fewest new answers that would turn the verdict: what the losing side should look for.

Sets of opposing arguments of which this is true: if each met an answer that stands, so that its step were out, the
verdict would be better for the side, and with no part of the set it would. Where the verdict could become better and
better still, sets that win outright are looked for as well. While the verdict is undecided, both sides have something
to look for.
"""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.searching import MOST_VERIFIED, Task, labels_after, look_for, shrunk, try_out
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.graph import Side
    from coldwater.prep.deciding.inquiry import Inquiry


class Need(NamedTuple):
    """Arguments that each need an answer, in the order of the file, and the label that the thesis would then have."""

    arguments: tuple[int, ...]
    label: int


class Research(NamedTuple):
    """What a side would have to answer, the fewest arguments first, then in the order of the file.

    ``outright``: whether the verdict must become the side's own, not just better for it. All needs there are of up to
    ``complete_to`` arguments; ``cut_by`` ("time" or "count") says why that is less than was asked for, else None. If
    these are none, larger ones follow, where some are known. ``is_hopeless``: it is certain that no answers would do.
    """

    side: Side
    outright: bool
    found: tuple[Need, ...]
    complete_to: int
    cut_by: str | None
    is_hopeless: bool


def find_research(inquiry: Inquiry, most_size: int) -> tuple[Research, ...]:
    """Say what each side that could gain would have to answer, pro first; better before best."""
    found: list[Research] = []
    for number, side in enumerate(inquiry.gainers(), 1):
        with inquiry.oracle.clock.share(number / (len(inquiry.gainers()) + 1)):
            better = _research(inquiry, side, False, most_size)
        found.append(better)
        if inquiry.label != UNDECIDED and any(need.label == UNDECIDED for need in better.found):
            found.append(_research(inquiry, side, True, most_size))
    return tuple(found)


def _research(inquiry: Inquiry, side: Side, outright: bool, most_size: int) -> Research:
    arguments = opposing_arguments(inquiry, side)
    task = Task(side, [(argument,) for argument in arguments], outright=outright)
    with inquiry.oracle.clock.share(0.7):
        sets, complete_to, cut_by = look_for(inquiry, task, most_size)
    is_hopeless = not sets and complete_to >= len(arguments)
    if not sets and not is_hopeless:
        left = shrunk(inquiry, task)
        is_hopeless = left is None and inquiry.is_monotone and not inquiry.oracle.clock.is_over()
        sets = () if left is None else _larger(inquiry, task, left)
        if sets and inquiry.can_be_read_off:
            complete_to = max(complete_to, len(sets[0]) - 1)
    named = [tuple(arguments[place] for place in one) for one in sets]
    needs = map(Need, named, labels_after(inquiry, named))
    return Research(side, outright, tuple(needs), complete_to, cut_by, is_hopeless)


def _larger(inquiry: Inquiry, task: Task, left: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Give the smallest sets, given one that nothing can be taken from; where they cannot be read off, one of them."""
    if inquiry.can_be_read_off:
        found = look_for(inquiry, task, len(left))
        smallest = tuple(one for one in found.sets if len(one) == len(found.sets[0]))
        return smallest if found.cut_by is None else (left,)
    if inquiry.is_monotone:
        return (left,)
    if len(left) > MOST_VERIFIED:
        return ()
    part = task._replace(items=[task.items[place] for place in left])
    return tuple(tuple(left[place] for place in one) for one in try_out(inquiry, part, len(left)).sets[:1])


def opposing_arguments(inquiry: Inquiry, side: Side) -> list[int]:
    """Give the arguments of the other side that an answer might matter to, in the order of the file.

    Where nobody can hurt themselves, that is none that falls already.
    """
    framework, labels = inquiry.framework, inquiry.oracle.labels
    return [
        argument
        for argument in range(framework.claims, len(framework.names))
        if argument in inquiry.oracle.bearing
        and OTHER[side] in inquiry.sides(argument)
        and not (inquiry.can_be_read_off and labels[argument] == OUT)
    ]
