"""How many speak for something and against it, what became of them, and what is known of a tie."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.labelling import Labelling, Reason


class Tally(NamedTuple):
    """How many speak for something, or against it: how many stand, are undecided, and fell, by the reason.

    ``force``: the greatest with which one of them stands, in 0..1; None if none stands. Of several labellings what
    stands or falls does so in all of them, the force is the least that it comes to in any, and the rest is undecided.
    ``may_have``: the greatest with which one that is undecided could stand; None if none is undecided.
    """

    standing: int
    undecided: int
    fallen: Mapping[Reason, int]
    force: float | None = None
    may_have: float | None = None

    @property
    def number(self) -> int:
        """How many there are."""
        return self.standing + self.undecided + sum(self.fallen.values())


class Tie(NamedTuple):
    """What is known of a tie: how many stand for it and against it, and whether it has a ground of its own as well.

    ``equal``: the force of the strongest on both sides, in 0..1, if numbers were written for them; else None.
    """

    pros: int
    cons: int
    has_ground: bool
    equal: float | None


def tally(evaluation: Evaluation, nodes: Sequence[int]) -> Tally:
    """Count claims and arguments by their verdicts."""
    names = evaluation.framework.names
    standing: list[int] = []
    open_ones: list[int] = []
    fallen: dict[Reason, int] = {}
    for node in nodes:
        verdict, reason = evaluation.verdicts[names[node]]
        if verdict == "in":
            standing.append(node)
        elif verdict == "out":
            fallen[reason] = fallen.get(reason, 0) + 1
        else:
            open_ones.append(node)
    least = _least_force(evaluation.labellings, standing)
    return Tally(len(standing), len(open_ones), fallen, least, _greatest_force(evaluation, open_ones))


def _least_force(labellings: Sequence[Labelling], standing: Sequence[int]) -> float | None:
    """Give the least, over all labellings, of the greatest force; None where nothing stands or none is known."""
    if not standing:
        return None
    return min((max(force_of(labelling, node) for node in standing) for labelling in labellings), default=None)


def _greatest_force(evaluation: Evaluation, undecided: Sequence[int]) -> float | None:
    """Give the greatest force that one of what is undecided could have; None where nothing is."""
    if not undecided:
        return None
    if len(evaluation.labellings) == 1 and evaluation.cut_by is None:
        labelling = evaluation.labellings[0]
        return max(labelling.could_have(node) for node in undecided)
    return max(_ever(evaluation, node) for node in undecided)


def _ever(evaluation: Evaluation, node: int) -> float:
    """Give the greatest force that a claim or argument could have, whatever else stands."""
    framework = evaluation.framework
    if not framework.parts[node] and node not in framework.grounds and not framework.supporters(node):
        return 0.0
    return 1.0 if framework.possible is None else framework.possible.forces[node][-1]


def force_of(labelling: Labelling, node: int) -> float:
    """Give the force of what stands for or against something: none of a claim that is merely granted."""
    is_firm = labelling.framework.parts[node] or labelling.is_firm(node)
    return labelling.forces[node] if is_firm else 0.0


def tie_of(map_: Map, labelling: Labelling, name: str) -> Tie | None:
    """Say what is known of the tie in which a claim or an argument's step is; None where it is in none."""
    framework, labels = labelling.framework, labelling.labels
    node = framework.numbers[name]
    if labelling.reason(node) != "tied":
        return None
    spoken_of = framework.steps.get(node, node)
    pros, cons = (
        sum(labels[one] == IN for one in side)
        for side in (framework.supporters(spoken_of), framework.opponents(spoken_of))
    )
    return Tie(pros, cons, spoken_of in framework.grounds, equal_force(map_, labelling, spoken_of))


def tie_data(tie: Tie | None) -> dict[str, Any] | None:
    """Give a tie as JSON has it; None where there is none."""
    return None if tie is None else tie._asdict()


def equal_force(map_: Map, labelling: Labelling, node: int) -> float | None:
    """Give the force of both sides of a tie if it was written down: that of unweighed reasons says nothing."""
    if labelling.framework.parts[node] or labelling.reason_of_statement(node) != "tied":
        return None
    framework, forces = labelling.framework, labelling.forces
    strongest = max((forces[con] for con in framework.opponents(node)), default=1.0)
    if strongest < 1:
        return strongest
    arguments = list(map_.arguments.values())
    sides = (framework.supporters(node), framework.opponents(node))
    weighed = [
        all(one >= framework.claims and arguments[one - framework.claims].strength is not None for one in speaking)
        for speaking in ([one for one in side if forces[one] == 1] for side in sides)
    ]
    return 1.0 if all(weighed) else None
