"""A change to a map as a reviewer sees it: what changed, which verdicts it turned, what the thesis hangs on since."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.review.changes import compare
from coldwater.review.hinges import find_shift
from coldwater.review.meaning import turned_verdicts
from coldwater.semantics.evaluation import evaluate_map

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.review.changes import Difference
    from coldwater.review.hinges import Shift
    from coldwater.review.meaning import Turn
    from coldwater.semantics.labelling import Verdict


class Review(NamedTuple):
    """Two states of a map compared; ``before`` and ``after`` are the verdicts on their theses."""

    old: Map
    new: Map
    difference: Difference
    before: Verdict
    after: Verdict
    turns: tuple[Turn, ...]
    shift: Shift

    @property
    def thesis_turned(self) -> bool:
        """Whether the thesis has another verdict than the one before it had."""
        return self.before.verdict != self.after.verdict


def review(old: Map, new: Map) -> Review:
    """Compare two states of a map in which every reference leads somewhere."""
    difference = compare(old, new)
    before, after = (evaluate_map(one).verdicts[one.thesis] for one in (old, new))
    turns = turned_verdicts(old, new, difference)
    return Review(old, new, difference, before, after, turns, find_shift(old, new, difference))
