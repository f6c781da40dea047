"""What a verdict hangs on, before and after a change: cruxes and unanswered arguments that came or went.

A search for cruxes may take long, so that it is bounded in time and size; where a limit is reached it is said.
"""

from __future__ import annotations

from itertools import product
from math import prod

from coldwater.prep.deciding.answers import standing
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.cruxes import find_cruxes
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.oracle import oracle_for
from coldwater.records import NamedTuple
from coldwater.review.meaning import bears
from coldwater.semantics.labelling import WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coldwater.model.graph import Side
    from coldwater.model.models import Map
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.deciding.inquiry import Handles
    from coldwater.review.changes import Difference
    from coldwater.semantics.labelling import Word

#: Up to how many claims a crux has that is looked for, and for how many seconds in each of the two states.
MOST_SIZE, SECONDS = 2, 1.0
#: A crux of more combinations of claims is compared as a whole.
_MOST_COMBINED = 64


class Hinge(NamedTuple):
    """A crux: claims (of each group any one will do) without which the thesis has the verdict ``verdict``."""

    claims: tuple[tuple[str, ...], ...]
    verdict: Word
    gains: Side


class Gap(NamedTuple):
    """An argument that nothing answers, or that stands in spite of its answers; and the sides it serves."""

    id: str
    sides: tuple[Side, ...]


class Shift(NamedTuple):
    """What came and what went; ids as they are in the new state, but of what was removed as they were.

    Cruxes are compared up to ``complete_to`` claims; ``is_cut``: a limit of time or number was reached. ``hinging``:
    the claims that are in a crux before or after.
    """

    cruxes_came: tuple[Hinge, ...] = ()
    cruxes_gone: tuple[Hinge, ...] = ()
    gaps_came: tuple[Gap, ...] = ()
    gaps_gone: tuple[Gap, ...] = ()
    complete_to: int = MOST_SIZE
    is_cut: bool = False
    hinging: frozenset[str] = frozenset()


def find_shift(old: Map, new: Map, difference: Difference, seconds: float = SECONDS) -> Shift:
    """Give the cruxes and gaps of the first theses that came or went, searching so long at most in each state.

    Free where nothing that bears on the verdicts changed.
    """
    if not any(bears(change) or change.field == "thesis" for change in difference.changes):
        return Shift()
    before, after = _State(old, difference.renames.node, seconds), _State(new, str, seconds)
    complete_to = min(before.cruxes.complete_to, after.cruxes.complete_to)
    gaps_before, gaps_after = before.gaps(), after.gaps()
    return Shift(
        tuple(after.without(before, complete_to)),
        tuple(before.without(after, complete_to)),
        tuple(gap for name, gap in gaps_after.items() if name not in gaps_before),
        tuple(gap for name, gap in gaps_before.items() if name not in gaps_after),
        complete_to,
        before.is_cut or after.is_cut,
        frozenset(before.hinging()) | frozenset(after.hinging()),
    )


class _State:
    """One of the two states: its cruxes and gaps under the names that both are spoken of with."""

    def __init__(self, map_: Map, renamed: Callable[[str], str], seconds: float) -> None:
        clock = Clock(seconds)
        self.inquiry = Inquiry(map_, oracle_for(map_, "grounded", None, clock))
        self._renamed = renamed
        self.cruxes = find_cruxes(self.inquiry, MOST_SIZE)
        self._clock = Clock(seconds)
        self.handle_of = {name: one.first for one in self.inquiry.handles for name in self._names(one)}
        self._known = {frozenset(one.first for one in crux.handles) for crux in self.cruxes.found}

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than was found."""
        return self.cruxes.cut_by is not None or self._clock.was_asked_too_late

    def gaps(self) -> dict[str, Gap]:
        """Give the gaps among what bears on the thesis, by name, in the order of the file."""
        inquiry, framework = self.inquiry, self.inquiry.framework
        found: dict[str, Gap] = {}
        for argument in range(framework.claims, len(framework.names)):
            if argument in inquiry.oracle.bearing and not self._clock.is_over() and standing(inquiry, argument).is_gap:
                name = self._renamed(framework.names[argument])
                found[name] = Gap(name, tuple(sorted(inquiry.sides(argument), reverse=True)))
        return found

    def hinging(self) -> Iterator[str]:
        """Give the claims that are in a crux."""
        for crux in (*self.cruxes.found, *self.cruxes.larger):
            for one in crux.handles:
                yield from self._names(one)

    def without(self, other: _State, most_size: int) -> Iterator[Hinge]:
        """Give the cruxes that are none in another state.

        Leaves that act alike here need not do so there: each combination of those that do is looked up by itself.
        """
        for crux in self.cruxes.found:
            if len(crux.handles) <= most_size:
                for claims in self._combinations(crux, other):
                    if not other.has_crux(claims):
                        yield Hinge(claims, WORDS[crux.label], crux.gainer)

    def has_crux(self, claims: Sequence[Sequence[str]]) -> bool:
        """Tell whether one claim of each group, which act alike here as well, are a crux."""
        handles = [self.handle_of.get(group[0]) for group in claims]
        return None not in handles and frozenset(handles) in self._known and len(set(handles)) == len(handles)

    def _combinations(self, crux: Crux, other: _State) -> Iterator[tuple[tuple[str, ...], ...]]:
        grouped = []
        for one in crux.handles:
            groups: dict[int | None, list[str]] = {}
            for name in self._names(one):
                groups.setdefault(other.handle_of.get(name), []).append(name)
            grouped.append([tuple(group) for group in groups.values()])
        if prod(map(len, grouped)) > _MOST_COMBINED:
            grouped = [[tuple(self._names(one))] for one in crux.handles]
        yield from product(*grouped)

    def _names(self, one: Handles) -> list[str]:
        return [self._renamed(self.inquiry.framework.names[leaf]) for leaf in one.leaves]
