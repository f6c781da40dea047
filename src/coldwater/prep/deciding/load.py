"""How much hangs on each leaf: in how many cruxes it is, in how small a one, and how often it tips the verdict.

The last is its Banzhaf share: of all ways in which the other leaves may be given up or kept, those in which the verdict
is not the same with and without this leaf. Up to 16 leaves all ways are counted; of more, a sample is drawn. A leaf's
draws are seeded by its text, so that neither its id nor its place in the file matters.

Source: Banzhaf, Rutgers Law Review 19 (1965), for power as the share of swings; from memory.
"""

from __future__ import annotations

from math import sqrt
from random import Random

from coldwater.records import NamedTuple
from coldwater.semantics.scenarios import Scenarios, grounded_after_turning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.prep.deciding.cruxes import Cruxes
    from coldwater.prep.deciding.inquiry import Handles, Inquiry
    from coldwater.semantics.scenarios import Masks

#: All ways are counted for so many leaves; where each costs a search, for so many.
MOST_COUNTED, MOST_SEARCHED = 16, 12
#: How many ways are drawn: fewer for many leaves.
DRAWS, FEWER_DRAWS, MANY = 1 << 14, 1 << 11, 400


class Load(NamedTuple):
    """What hangs on leaves that act alike: on each of them the same.

    ``cruxes``: how many cruxes found they are in; ``smallest``: of how many leaves the smallest of these is, or None;
    ``share``: the Banzhaf share in 0..1, None if it was not worked out; ``error``: its standard error, 0 if all ways
    were counted.
    """

    handles: Handles
    cruxes: int
    smallest: int | None
    share: float | None
    error: float


class Loads(NamedTuple):
    """The load of every leaf, the heaviest first, then in the order of the file.

    ``drawn``: how many ways were drawn; None if all were counted. ``cut_by``: "time" or "count" if there are no shares.
    """

    found: tuple[Load, ...]
    drawn: int | None
    cut_by: str | None


def find_loads(inquiry: Inquiry, cruxes: Cruxes) -> Loads:
    """Work out the load of every leaf that can bear on the thesis."""
    leaves = sum(len(one.leaves) for one in inquiry.handles)
    is_counted = leaves <= (MOST_COUNTED if inquiry.oracle.is_grounded else MOST_SEARCHED)
    if not is_counted and not inquiry.oracle.is_grounded:
        return _sorted(inquiry, cruxes, [None] * len(inquiry.handles), None, "count")
    number = 1 << leaves if is_counted else DRAWS if leaves <= MANY else FEWER_DRAWS
    columns = _all_ways(inquiry) if is_counted else _drawn_ways(inquiry, number)
    swings = _swings(inquiry, Scenarios(number, columns, {}))
    shares = [None if swing is None else swing.bit_count() / number for swing in swings]
    cut_by = "time" if None in shares else None
    return _sorted(inquiry, cruxes, shares, None if is_counted else number, cut_by)


def _all_ways(inquiry: Inquiry) -> dict[int, int]:
    """Give by first handle in which ways one of its handles is given up, of all there are."""
    leaves = sum(len(one.leaves) for one in inquiry.handles)
    columns: dict[int, int] = {}
    place = 0
    for one in inquiry.handles:
        columns[one.first] = 0
        for _ in one.leaves:
            # Bit n is set where the binary number n has a 1 at this place.
            block = ((1 << (1 << place)) - 1) << (1 << place)
            repeats = ((1 << (1 << leaves)) - 1) // ((1 << (2 << place)) - 1)
            columns[one.first] |= block * repeats
            place += 1
    return columns


def _drawn_ways(inquiry: Inquiry, number: int) -> dict[int, int]:
    columns: dict[int, int] = {}
    for one in inquiry.handles:
        texts = [inquiry.graph.claims[inquiry.framework.names[leaf]].text for leaf in one.leaves]
        columns[one.first] = 0
        for text in texts:
            columns[one.first] |= Random(text).getrandbits(number)  # noqa: S311 - a sample, no secret
    return columns


def _swings(inquiry: Inquiry, ways: Scenarios) -> Iterator[int | None]:
    """Give for each of the handles the ways in which it makes a difference; None if time is over."""
    verdicts = _with_each_turned(inquiry, ways)
    usual = next(verdicts)
    for _ in inquiry.handles:
        turned = None if inquiry.oracle.clock.is_over() else next(verdicts)
        if usual is None or turned is None:
            yield None
        else:
            yield (usual.stands ^ turned.stands) | (usual.falls ^ turned.falls)


def _with_each_turned(inquiry: Inquiry, ways: Scenarios) -> Iterator[Masks | None]:
    """Give the verdicts, then those with each of the handles kept where it was given up, and the reverse."""
    every = (1 << ways.number) - 1
    if inquiry.oracle.is_grounded:
        turned = [one.first for one in inquiry.handles]
        yield from grounded_after_turning(inquiry.framework, inquiry.framework.thesis, ways, turned)
        return
    yield inquiry.oracle.verdicts(ways, every)
    for one in inquiry.handles:
        rejected: Mapping[int, int] = {**ways.rejected, one.first: every & ~ways.rejected[one.first]}
        yield inquiry.oracle.verdicts(ways._replace(rejected=rejected), every)


def _sorted(
    inquiry: Inquiry, cruxes: Cruxes, shares: list[float | None], drawn: int | None, cut_by: str | None
) -> Loads:
    loads = [_load(one, cruxes, share, drawn) for one, share in zip(inquiry.handles, shares, strict=True)]
    loads.sort(key=lambda one: (-(one.share or 0.0), one.smallest or len(loads) + 1, -one.cruxes))
    return Loads(tuple(loads), drawn, cut_by)


def _load(one: Handles, cruxes: Cruxes, share: float | None, drawn: int | None) -> Load:
    """Put together what hangs on some handles. One of several tips the verdict only where the others are kept."""
    sizes = [len(crux.handles) for crux in cruxes.found if one in crux.handles]
    alone = 0.5 ** (len(one.leaves) - 1)
    error = 0.0 if drawn is None or share is None else sqrt(share * (1 - share) / drawn) * alone
    return Load(one, len(sizes), min(sizes, default=None), None if share is None else share * alone, error)
