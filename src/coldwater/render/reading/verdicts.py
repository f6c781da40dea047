"""What stands in a map, as drawings show it: verdicts with their reasons, and which ways carried the verdict on a root.

It evaluates the whole map, also where a part of it is drawn: what stands does not depend on what is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coldwater.errors import DrawingError
from coldwater.semantics.deciding import deciders
from coldwater.semantics.evaluation import AS_WRITTEN, evaluate_map
from coldwater.semantics.resting import MOST_THESES, resting_on
from coldwater.semantics.resting_words import points, why
from coldwater.semantics.verdict_words import MARKS, PLAIN, circumstances

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation, Overrides
    from coldwater.semantics.labelling import Labelling, Verdict
    from coldwater.semantics.resting import Resting

Way = tuple[str, str]  # what decided, and what it decided


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Verdicts on a map, by id.

    ``ways`` lead from the root, and from other theses that are drawn, down along what decided them (see
    ``semantics.deciding``); ``decisive`` are the claims and arguments below on them; ``overruled`` those that are taken
    to be otherwise than the map says; ``circumstances`` say under what it all holds. ``resting``: what the verdicts on
    the root and on other theses that are drawn rest on, the root first, of very many the first few. ``why``: by id the
    reason in a few words.
    ``evaluation`` of the ``map`` is where it comes from.
    """

    root: str
    map: Map
    evaluation: Evaluation
    of: Mapping[str, Verdict]
    ways: frozenset[Way]
    decisive: frozenset[str]
    overruled: frozenset[str]
    circumstances: tuple[str, ...]
    resting: Mapping[str, Resting]
    why: Mapping[str, str]
    is_worded: bool = False  # reasons are in the words of the drawing's language as they are

    def rests(self, *shown: str) -> tuple[str, ...]:
        """Say what verdicts rest on, a sentence for each; where several are known, of those that are shown."""
        told = [one for name, one in self.resting.items() if len(self.resting) == 1 or name in shown]
        return tuple(line for one in told for line in at_the_foot(one, whose_at(one.name, self.map)))

    @property
    def told(self) -> tuple[str, ...]:
        """Under what verdicts hold, and what those on theses rest on."""
        return (*self.circumstances, *self.rests(*self.resting))

    def sentence(self, name: str, subject: str = "") -> str:
        """Give mark, subject, verdict and why, with counts."""
        verdict, labelling = self.of[name].verdict, self.evaluation.labellings[0]
        told = f"{PLAIN[verdict]}: {why(self.map, labelling, name)}"
        return f"{MARKS[verdict]} {subject}{' ' if subject else ''}{told}"

    def signature(self, *besides: object) -> list[object]:
        """Give all that a drawing shows of it, as JSON knows it, for the digest; and what it shows besides."""
        verdicts = [[name, *verdict] for name, verdict in self.of.items()]
        held = [[name, sorted(one.accepts), sorted(one.rejects)] for name, one in self.map.positions.items()]
        told = [*([held] if held else ()), *besides]
        return [self.root, verdicts, sorted(map(list, self.ways)), list(self.told), *told]


def is_judgeable(map_: Map) -> bool:
    """Tell whether a map can be evaluated: every reference leads somewhere, and no id is used twice."""
    claims, arguments = map_.claims, map_.arguments
    return (
        all(thesis in claims for thesis in map_.theses)
        and not any(name in claims for name in arguments)
        and all(one.target in claims or one.target in arguments for one in arguments.values())
        and all(premise in claims for one in arguments.values() for premise in one.premises)
        and all(contrary in claims for claim in claims.values() for contrary in claim.contradicts)
    )


def judge(map_: Map, root: str, overrides: Overrides | None = None, others: Sequence[str] = ()) -> Verdicts:
    """Give the grounded verdicts on a map, and what decided those on ``root`` and ``others``. Cost: linear.

    Raises DrawingError for a map that cannot be evaluated, UsageError for overrides that make no sense for it.
    """
    if not is_judgeable(map_):
        raise DrawingError("There are no verdicts on a map with references that lead nowhere: `coldwater check` names "
                           "them.")  # fmt: skip
    evaluation = evaluate_map(map_, "grounded", overrides or AS_WRITTEN)
    ways = _ways(evaluation.labellings[0], (root, *others))
    decisive = frozenset(decider for decider, _ in ways) - {root, *others}
    rejected, accepted, strengths, *_ = evaluation.overrides
    overruled = frozenset((*rejected, *accepted, *strengths))
    resting = {name: resting_on(map_, evaluation, name) for name in (root, *others)[:MOST_THESES]}
    told = tuple(circumstances(evaluation))
    labelling = evaluation.labellings[0]
    reasons = {name: why(map_, labelling, name, counts_support=False) for name in evaluation.verdicts}
    return Verdicts(root, map_, evaluation, evaluation.verdicts, ways, decisive, overruled, told, resting, reasons)


def whose_at(root: str, map_: Map) -> str:
    """Say in words what the root of a drawing is; of several theses, with its id."""
    if root not in map_.theses:
        return "claim at the root"
    return "thesis" if len(map_.theses) == 1 else f"thesis {root}"


def at_the_foot(resting: Resting, whose: str) -> Iterator[str]:
    """Say in a sentence what a verdict rests on; nothing where nobody speaks for it or against it."""
    told = [f"{about}: {words}" for about, words in points(resting)]
    if told:
        yield f"What the verdict on the {whose} rests on: {'; '.join(told)}."


def _ways(labelling: Labelling, roots: Sequence[str]) -> frozenset[Way]:
    names = labelling.framework.names
    starts = [labelling.framework.numbers[root] for root in roots]
    found: set[Way] = set()
    seen, waiting = set(starts), starts
    while waiting:
        node = waiting.pop()
        for decider in deciders(labelling, node):
            found.add((names[decider], names[node]))
            if decider not in seen:
                seen.add(decider)
                waiting.append(decider)
    return frozenset(found)
