"""Minimal sets of claims or arguments that bring about what is wanted: read off the map where it lets us, else tried.

Both ways give the same sets. Trying serves every map and every semantics; reading off serves large maps, in which there
are too many sets to try.
"""

from __future__ import annotations

from coldwater.prep.deciding.subsets import MOST_FOUND, Found, bits_of, minimal_sets
from coldwater.prep.deciding.ways import Aim, Bounds, TooManyError, ways
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import UNDECIDED
from coldwater.semantics.scenarios import Scenarios, scenarios_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.inquiry import Inquiry
    from coldwater.prep.deciding.subsets import Batch

    Item = tuple[int, ...]
    Places = tuple[int, ...]

#: A set of so many items is known to be minimal once all its parts were tried.
MOST_VERIFIED = 16


class Task(NamedTuple):
    """What to look for: sets of items that are to be rejected, or kept while the other items are rejected.

    ``side``: for whom the verdict must become better, or, if ``kept``, stay no worse; None is for whomever. If
    ``outright``, it must become the side's own. An item is a number of nodes of which it is enough to reject the first.
    ``granted`` and ``rejected`` are so in any case.
    """

    side: Side | None
    items: Sequence[Item]
    kept: bool = False
    outright: bool = False
    granted: tuple[int, ...] = ()
    rejected: tuple[int, ...] = ()


def look_for(inquiry: Inquiry, task: Task, most_size: int) -> Found:
    """Give the minimal sets for a task of up to ``most_size`` items, as places in the list of items."""
    if inquiry.can_be_read_off and task.side is not None:
        return read_off(inquiry, task, task.side, most_size)
    return try_out(inquiry, task, most_size)


# --- read off -----------------------------------------------------------------------------------------------------


def read_off(inquiry: Inquiry, task: Task, side: Side, most_size: int) -> Found:
    """Compose the sets along a map on which every node serves one side; where they are too many, the smaller ones.

    What is kept must serve the side, what is rejected the other.
    """
    aim = Aim(
        favoured=inquiry.serving(side),
        surely=task.outright or (inquiry.label == UNDECIDED) != task.kept,
        variables={node: bit for bit, item in enumerate(task.items) for node in (item if task.kept else item[:1])},
        kept=task.kept,
        granted=frozenset(task.granted),
    )
    best = _composed(inquiry, aim, most_size)
    if best is not None:
        return Found(best, most_size)
    best, size = (), 0 if task.kept else 1
    while (larger := _composed(inquiry, aim, size)) is not None:
        best, size = larger, size + 1
    return Found(best, size - 1, "time" if inquiry.oracle.clock.is_over() else "count")


def _composed(inquiry: Inquiry, aim: Aim, size: int) -> tuple[Places, ...] | None:
    try:
        found = ways(inquiry.framework, aim, Bounds(size, MOST_FOUND, inquiry.oracle.clock.is_over))
    except TooManyError:
        return None
    return tuple(sorted((tuple(bits_of(one)) for one in found), key=by_size))


def by_size(places: Places) -> tuple[int, Places]:
    """Give the key that orders sets: by size, then in the order of the file."""
    return len(places), places


# --- try ----------------------------------------------------------------------------------------------------------


def try_out(inquiry: Inquiry, task: Task, most_size: int) -> Found:
    """Try the sets one size after the other."""

    def wanted(batch: Batch, asked: int) -> int | None:
        return fulfilled(inquiry, task, batch.columns, batch.number, asked)

    return minimal_sets(range(len(task.items)), most_size, wanted, least_size=0 if task.kept else 1)


def fulfilled(inquiry: Inquiry, task: Task, columns: Mapping[int, int], number: int, asked: int) -> int | None:
    """Give the sets, among those asked for, that fulfil a task; None if time is over."""
    if inquiry.oracle.clock.is_over():
        return None
    every = (1 << number) - 1
    rejected = dict.fromkeys(task.rejected, every)
    for place, item in enumerate(task.items):
        mask = columns.get(place, 0)
        rejected[item[0]] = every & ~mask if task.kept else mask
    masks = inquiry.oracle.verdicts(Scenarios(number, rejected, dict.fromkeys(task.granted, every)), asked)
    if masks is None:
        return None
    if task.side is None:
        return inquiry.gained("pro", masks, every) | inquiry.gained("con", masks, every)
    if task.outright:
        return masks.stands if task.side == "pro" else masks.falls
    return (inquiry.kept if task.kept else inquiry.gained)(task.side, masks, every)


def shrunk(inquiry: Inquiry, task: Task) -> Places | None:
    """Give a set that fulfils a task, and does not with one item less: of all items the last are taken back first.

    None if no set is found, or if time is over. Where nodes serve both sides a smaller part of it may do.
    """
    sure: list[int] = []
    waiting = list(range(len(task.items)))
    while True:
        # Set n keeps what is sure and what waits but for its last n items.
        number = len(waiting) + 1
        columns = dict.fromkeys(sure, (1 << number) - 1)
        columns |= {place: (1 << (number - 1 - rank)) - 1 for rank, place in enumerate(waiting)}
        hits = fulfilled(inquiry, task, columns, number, (1 << number) - 1)
        if not hits:
            return None
        waiting = waiting[: len(waiting) - (hits.bit_length() - 1)]
        if not waiting:
            return tuple(sorted(sure))
        sure.append(waiting.pop())


def labels_after(inquiry: Inquiry, rejections: Sequence[Sequence[int]]) -> list[int]:
    """Give the verdict on the thesis after each of several rejections; nothing if time does not allow it."""
    return labels_in(inquiry, [(nodes, ()) for nodes in rejections])


def labels_in(inquiry: Inquiry, cases: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[int]:
    """Give the verdict on the thesis for each of several (rejected nodes, granted claims); nothing if time is over."""
    masks = inquiry.oracle.verdicts(scenarios_of(cases), (1 << len(cases)) - 1)
    if masks is None:
        return []
    return [(masks.stands >> bit & 1) or 2 * (masks.falls >> bit & 1) for bit in range(len(cases))]
