"""Cruxes: what a verdict hangs on.

A crux is a set of leaves whose rejection changes the verdict, while the rejection of no part of it does.
"""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.searching import MOST_VERIFIED, Task, by_size, labels_after, look_for, shrunk, try_out
from coldwater.prep.deciding.subsets import Found
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.inquiry import Handles, Inquiry


class Crux(NamedTuple):
    """Leaves (of each, any handle will do) without which the verdict has another label, and the side that gains."""

    handles: tuple[Handles, ...]
    label: int
    gainer: Side


class Cruxes(NamedTuple):
    """All cruxes of up to ``complete_to`` leaves, by size, then in the order of the file.

    ``cut_by`` ("time" or "count") says why these are smaller ones than was asked for, else None. ``larger``: for each
    side that gains by none of them, a crux by which it does, where one is known; there may be others, even smaller
    ones. ``safe_from``: the sides that gain by no crux of any size, where that is certain.
    """

    found: tuple[Crux, ...]
    complete_to: int
    cut_by: str | None
    larger: tuple[Crux, ...]
    safe_from: tuple[Side, ...]


def find_cruxes(inquiry: Inquiry, most_size: int) -> Cruxes:
    """Find the cruxes of up to ``most_size`` leaves; leaves that act alike count as one."""
    with inquiry.oracle.clock.share(0.8):
        sets, complete_to, cut_by = _search(inquiry, most_size)
    found = _as_cruxes(inquiry, sets)
    gaining = {crux.gainer for crux in found}
    missing = [side for side in inquiry.gainers() if side not in gaining]
    if complete_to >= len(inquiry.handles):
        return Cruxes(found, complete_to, cut_by, (), tuple(missing))
    larger = [_larger(inquiry, side) for side in missing]
    is_sure = inquiry.is_monotone and not (missing and inquiry.oracle.clock.is_over())
    safe = [side for side, cruxes in zip(missing, larger, strict=True) if is_sure and not cruxes]
    return Cruxes(found, complete_to, cut_by, tuple(crux for cruxes in larger for crux in cruxes), tuple(safe))


def _search(inquiry: Inquiry, most_size: int) -> Found:
    """Look for sets of leaves, as places among the handles, whoever gains by them."""
    handles = inquiry.handles
    if not inquiry.is_monotone:
        return look_for(inquiry, Task(None, [one.leaves for one in handles]), most_size)
    # Where nobody can hurt themselves, a side gains by leaves of the other side only.
    sets: list[tuple[int, ...]] = []
    complete_to, cut_by = most_size, None
    for number, side in enumerate(inquiry.gainers(), 1):
        places = inquiry.places_of(OTHER[side])
        with inquiry.oracle.clock.share(number / len(inquiry.gainers())):
            found = look_for(inquiry, Task(side, [handles[place].leaves for place in places]), most_size)
        sets += [tuple(places[place] for place in one) for one in found.sets]
        complete_to, cut_by = min(complete_to, found.complete_to), cut_by or found.cut_by
    return Found(tuple(sorted((one for one in sets if len(one) <= complete_to), key=by_size)), complete_to, cut_by)


def _as_cruxes(inquiry: Inquiry, sets: Sequence[tuple[int, ...]]) -> tuple[Crux, ...]:
    """Look up what the verdict becomes, and who gains. Sets of which time does not allow it are left out."""
    found = [tuple(inquiry.handles[place] for place in one) for one in sets]
    labels = labels_after(inquiry, [[one.first for one in crux] for crux in found])
    gainers = [inquiry.gainer(label) for label in labels]
    return tuple(Crux(crux, label, side) for crux, label, side in zip(found, labels, gainers, strict=False) if side)


def _larger(inquiry: Inquiry, side: Side) -> tuple[Crux, ...]:
    """Give a crux by which a side gains, of whatever size; none where none is to be had at little cost."""
    places = inquiry.places_of(OTHER[side])
    task = Task(side, [inquiry.handles[place].leaves for place in places])
    left = shrunk(inquiry, task)
    if left is None:
        return ()
    if inquiry.is_monotone:
        return _as_cruxes(inquiry, [tuple(places[place] for place in left)])
    if len(left) > MOST_VERIFIED:
        return ()
    # A part of it may change the verdict though no part one smaller does.
    part = task._replace(side=None, items=[task.items[place] for place in left])
    sets = [tuple(places[left[place]] for place in one) for one in try_out(inquiry, part, len(left)).sets]
    return tuple(crux for crux in _as_cruxes(inquiry, sets) if crux.gainer == side)[:1]
