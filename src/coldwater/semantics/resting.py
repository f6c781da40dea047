"""What the verdict on a claim or argument rests on: how many speak on either side, what nobody states, other readings.

A verdict alone hides how it came about: a claim may stand by one reason of nine, by a premise that nobody states, or
against what the gradual readings make of the same map. All that is told here can be told of any verdict.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.readings import Verdicts, degrees_of, leaning, other_standards
from coldwater.semantics.tallies import Tie, equal_force, tally
from coldwater.semantics.unstated import unstated_behind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.labelling import Word
    from coldwater.semantics.readings import Void
    from coldwater.semantics.tallies import Tally
    from coldwater.semantics.unstated import Unstated

#: On larger maps (claims and arguments), other standards and readings are left to those who ask for them.
MOST_NODES = 500
#: Where there are more theses, of those beyond it is only told what their verdicts are.
MOST_THESES = 6


class Resting(NamedTuple):
    """What the verdict on a claim or an argument's step rests on.

    ``pros`` and ``cons``: the arguments for it and against it, and among the latter the claims that contradict it.
    ``ground``: the force of its own ground, if it has one with a force; ``is_argument``: that is a stated strength.
    ``equal``: the force of the strongest on both sides of a tie, if numbers were written for them. ``standards``: the
    proof standards that would turn it, with the verdict then (None: there would be no labelling). ``degrees``: its
    degree in 0..1 by each gradual semantics (those without one are left out), and ``sourced`` that where facts that
    cite a source begin at the force with which they are weighed, None where no degree leans to the other side anyway.
    Standards and degrees are None where the map is too large to try, and the standards where they play no part, or time
    was too short.

    ``is_shared``: there may be several labellings, and all of it is about what these share.
    """

    name: str
    verdict: Word
    pros: Tally
    cons: Tally
    ground: float | None
    is_argument: bool
    equal: float | None
    unstated: Unstated | None
    standards: Mapping[str, Word | None] | None
    degrees: Mapping[str, float] | None
    sourced: Mapping[str, float] | None = None
    is_shared: bool = False

    @property
    def is_weighed(self) -> bool:
        """Whether something stands or may stand on either side, and a number was written that counts there."""
        ground = self.pros.force if self.ground is None else max(self.pros.force or 0.0, self.ground)
        sides = (ground, self.pros.may_have), (self.cons.force, self.cons.may_have)
        told = [[force for force in side if force is not None] for side in sides]
        return all(told) and min(map(min, told)) < 1

    @property
    def disagreeing(self) -> Mapping[str, float]:
        """The degrees that lean clearly to the other side than the verdict; all, if they contradict each other.

        They must lean so also where sources count for facts, or a fact would be doubted for want of a number alone.
        None of an argument: its degree begins with its premises', and is low where nothing speaks against it.
        """
        if self.is_argument:
            return {}
        leans = leaning(self.verdict, self.degrees or {})
        if leans and self.sourced:
            also = leaning(self.verdict, self.sourced)
            leans = tuple(one for one in leans if one in also)
        return {one: (self.degrees or {})[one] for one in leans}

    @property
    def tie(self) -> Tie:
        """What is told of it where it is a tie."""
        return Tie(self.pros.standing, self.cons.standing, self.ground is not None, self.equal)

    def as_data(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        return {
            "pros": self.pros._asdict(),
            "cons": self.cons._asdict(),
            "ground": self.ground,
            "equal": self.equal,
            "unstated": None if self.unstated is None else self.unstated._asdict(),
            "standards": self.standards,
            "degrees": self.degrees,
            "disagreeing": list(self.disagreeing),
        }


def resting_on(map_: Map, evaluation: Evaluation, name: str, seconds: float = 2.0) -> Resting:
    """Say what the verdict on a claim or argument of a map rests on, by an evaluation of it that is not void.

    Cost: some evaluations of the map; under preferred and stable semantics these may take ``seconds``.
    """
    framework, verdicts = evaluation.framework, Verdicts(evaluation.semantics, seconds)
    node = framework.numbers[name]
    spoken_of = framework.steps.get(node, node)
    is_small = len(framework.names) <= MOST_NODES
    verdict = evaluation.verdicts[name].verdict
    degrees = degrees_of(map_, name, evaluation.overrides) if is_small else None
    leans = degrees is not None and leaning(verdict, degrees)
    return Resting(
        name,
        verdict,
        tally(evaluation, framework.supporters(spoken_of)),
        tally(evaluation, framework.opponents(spoken_of)),
        framework.grounds.get(spoken_of),
        bool(framework.parts[node]),
        _equal(map_, evaluation, name, spoken_of),
        unstated_behind(map_, evaluation, node, _giving_up(evaluation, node, verdicts)),
        other_standards(map_, evaluation, name, verdicts) if is_small and name in map_.theses else None,
        degrees,
        degrees_of(map_, name, evaluation.overrides, counts_sources=True) if leans else None,
        len(evaluation.labellings) != 1 or evaluation.cut_by is not None,
    )


def _equal(map_: Map, evaluation: Evaluation, name: str, node: int) -> float | None:
    """Give the force of both sides of a tie if it was written down, and is the same in all labellings."""
    if evaluation.verdicts[name].verdict != "undecided":
        return None
    forces = {equal_force(map_, labelling, node) for labelling in evaluation.labellings}
    return forces.pop() if len(forces) == 1 else None


def _giving_up(evaluation: Evaluation, node: int, verdicts: Verdicts) -> Callable[[Sequence[int]], Word | Void]:
    """Give what tells the verdict on a node where claims are given up."""
    framework = evaluation.framework
    rejected, granted = (
        frozenset(framework.numbers[name] for name in names)
        for names in (evaluation.overrides.rejected, evaluation.overrides.accepted)
    )

    def verdict_without(given_up: Sequence[int]) -> Word | Void:
        return verdicts.of(framework, node, rejected.union(given_up), granted.difference(given_up))

    return verdict_without
