"""A change to a map as a reviewer sees it: what changed, which verdicts it turned, what the thesis hangs on since."""

from __future__ import annotations

from coldwater.model.replacing import with_value
from coldwater.records import NamedTuple
from coldwater.review.changes import compare
from coldwater.review.hinges import SECONDS, Shift, find_shift
from coldwater.review.meaning import turned_verdicts
from coldwater.semantics.evaluation import evaluate_map

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.models import Map
    from coldwater.review.changes import Difference
    from coldwater.review.meaning import Turn
    from coldwater.semantics.labelling import Verdict


class Further(NamedTuple):
    """What became of a thesis besides the first: the verdicts on it, and what it hangs on since.

    ``before`` is None where there was no such claim, ``after`` where there is none any more. ``was_thesis`` and
    ``is_thesis``: whether the map was about it, and is.
    """

    id: str
    before: Verdict | None
    after: Verdict | None
    was_thesis: bool
    is_thesis: bool
    shift: Shift

    @property
    def turned(self) -> bool:
        """Whether it has another verdict than before; what was not there before has not."""
        return self.before is not None and self.after is not None and self.before.verdict != self.after.verdict


class Review(NamedTuple):
    """Two states of a map compared; ``before`` and ``after`` are the verdicts on their theses, of several the first.

    ``further``: the other theses of the new state in their order, then those of the old one that are theses no more.
    """

    old: Map
    new: Map
    difference: Difference
    before: Verdict
    after: Verdict
    turns: tuple[Turn, ...]
    shift: Shift
    further: tuple[Further, ...] = ()

    @property
    def thesis_turned(self) -> bool:
        """Whether the thesis has another verdict than the one before it had, or a further thesis than it had before."""
        return self.before.verdict != self.after.verdict or any(one.turned for one in self.further)

    @property
    def thesis_replaced(self) -> bool:
        """Whether a claim that the map was about is one no more, or the first thesis was none before."""
        was = {self.difference.renames.node(thesis) for thesis in self.old.theses}
        return not was <= set(self.new.theses) or self.new.thesis not in was


def review(old: Map, new: Map) -> Review:
    """Compare two states of a map in which every reference leads somewhere."""
    difference = compare(old, new)
    verdicts = evaluate_map(old).verdicts, evaluate_map(new).verdicts
    before, after = verdicts[0][_partner(old, new, difference)], verdicts[1][new.thesis]
    turns = turned_verdicts(old, new, difference)
    further = _further(old, new, difference, verdicts)
    seconds = SECONDS / (1 + sum(one.is_thesis and one.was_thesis for one in further))
    first = find_shift(_about(old, _partner(old, new, difference)), new, difference, seconds)
    shifts = [
        find_shift(_about(old, _named_before(old, one.id, difference)), _about(new, one.id), difference, seconds)
        if one.is_thesis and one.was_thesis
        else one.shift
        for one in further
    ]
    told = tuple(one._replace(shift=shift) for one, shift in zip(further, shifts, strict=True))
    return Review(old, new, difference, before, after, turns, first, told)


def _partner(old: Map, new: Map, difference: Difference) -> str:
    """Give the thesis of the old state that the first of the new one is compared with: itself, else the first."""
    return _named_before(old, new.thesis, difference) or old.thesis


def _named_before(old: Map, thesis: str, difference: Difference) -> str:
    """Give the name that a thesis had; empty if it was none."""
    return next((one for one in old.theses if difference.renames.node(one) == thesis), "")


def _about(map_: Map, thesis: str) -> Map:
    """Give a map with one of its theses as the first."""
    if thesis == map_.thesis:
        return map_
    changed: Map = with_value(map_, "theses", (thesis, *(other for other in map_.theses if other != thesis)))
    return changed


def _further(
    old: Map, new: Map, difference: Difference, verdicts: tuple[Mapping[str, Verdict], Mapping[str, Verdict]]
) -> list[Further]:
    if len(old.theses) == len(new.theses) == 1:
        return []
    was = {difference.renames.node(thesis): thesis for thesis in old.theses}
    before = {difference.renames.node(name): verdict for name, verdict in verdicts[0].items()}
    gone = [thesis for thesis in was if thesis not in new.theses]
    return [
        Further(one, before.get(one), verdicts[1].get(one), one in was, one in new.theses, Shift())
        for one in (*new.theses[1:], *gone)
    ]
