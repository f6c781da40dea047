"""What the verdict on a claim or argument rests on: how many speak on either side, what nobody states, other readings.

A verdict alone hides how it came about: a claim may stand by one reason of nine, by a premise that nobody states, or
against what the gradual readings make of the same map. All that is told here can be told of any verdict.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.deciding import deciders
from coldwater.semantics.evaluation import GRADUAL, passes
from coldwater.semantics.grounded import IN, OUT, grounded
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.standards import STANDARDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation, Overrides
    from coldwater.semantics.labelling import Labelling, Reason, Word

#: How far from one half a degree leans clearly to a side.
CLEARLY = 0.05
#: On larger maps (claims and arguments), other standards and readings are left to those who ask for them.
MOST_NODES = 500
#: Of so many unstated premises each is given up in turn; a circle is followed for so many steps towards its rest.
MOST_TRIED, MOST_STEPS = 40, 2_000


class Tally(NamedTuple):
    """How many speak for something, or against it: how many stand, are undecided, and fell, by the reason.

    ``force``: the greatest with which one of them stands, in 0..1; None if none stands.
    """

    standing: int
    undecided: int
    fallen: Mapping[Reason, int]
    force: float | None = None

    @property
    def number(self) -> int:
        """How many there are."""
        return self.standing + self.undecided + sum(self.fallen.values())


class Unstated(NamedTuple):
    """Premises that nobody states and nothing supports, by id, on which a verdict rests.

    ``without``: the verdict without all of them. ``turning``: those without any one of which it is another already;
    None if there are too many to try.
    """

    claims: tuple[str, ...]
    without: Word
    turning: tuple[str, ...] | None


class Resting(NamedTuple):
    """What the verdict on a claim or an argument's step rests on.

    ``pros`` and ``cons``: the arguments for it and against it, and among the latter the claims that contradict it.
    ``ground``: the force of its own ground, if it has one with a force; ``is_argument``: that is a stated strength.
    ``equal``: the force of the strongest on both sides of a tie, if numbers were written for them. ``standards``: the
    proof standards that would turn it, with the verdict then. ``degrees``: its degree in 0..1 by each gradual semantics
    (those without one are left out). The last two are None where the map is too large to try, and the standards where
    they play no part.
    """

    name: str
    verdict: Word
    pros: Tally
    cons: Tally
    ground: float | None
    is_argument: bool
    equal: float | None
    unstated: Unstated | None
    standards: Mapping[str, Word] | None
    degrees: Mapping[str, float] | None

    @property
    def is_weighed(self) -> bool:
        """Whether something stands on either side, and a number was written that counts there."""
        sides = (self.pros.force if self.ground is None else max(self.pros.force or 0.0, self.ground), self.cons.force)
        return None not in sides and min(one for one in sides if one is not None) < 1

    @property
    def disagreeing(self) -> Mapping[str, float]:
        """The degrees that lean clearly to the other side than the verdict; all, if they contradict each other.

        None of an argument: its degree begins with its premises', and is low where nothing speaks against it.
        """
        if self.is_argument:
            return {}
        degrees = self.degrees or {}
        above = {name: degree for name, degree in degrees.items() if degree > 0.5 + CLEARLY}
        below = {name: degree for name, degree in degrees.items() if degree < 0.5 - CLEARLY}
        if above and below:
            return degrees
        return below if self.verdict == "in" else above if self.verdict == "out" else {}

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


def resting_on(map_: Map, evaluation: Evaluation, name: str) -> Resting:
    """Say what the grounded verdict on a claim or argument of a map rests on. Cost: some evaluations of the map."""
    labelling = evaluation.labellings[0]
    framework = labelling.framework
    node = framework.numbers[name]
    spoken_of = framework.steps.get(node, node)
    cons = framework.opponents(spoken_of)
    is_small = len(framework.names) <= MOST_NODES
    return Resting(
        name,
        labelling.word(name),
        _tally(labelling, framework.supporters(spoken_of)),
        _tally(labelling, cons),
        framework.grounds.get(spoken_of),
        bool(framework.parts[node]),
        _equal(map_, labelling, spoken_of),
        _unstated(map_, evaluation, node),
        _standards(map_, evaluation, name) if is_small and name == map_.thesis else None,
        _degrees(map_, name, evaluation.overrides) if is_small else None,
    )


def _tally(labelling: Labelling, nodes: Sequence[int]) -> Tally:
    labels = [labelling.labels[node] for node in nodes]
    fallen: dict[Reason, int] = {}
    for node, label in zip(nodes, labels, strict=True):
        if label == OUT:
            reason = labelling.reason(node)
            fallen[reason] = fallen.get(reason, 0) + 1
    standing = [_force(labelling, node) for node, label in zip(nodes, labels, strict=True) if label == IN]
    undecided = len(labels) - len(standing) - labels.count(OUT)
    return Tally(len(standing), undecided, fallen, max(standing, default=None))


def _force(labelling: Labelling, node: int) -> float:
    """Give the force of what stands for or against something: none of a claim that is merely granted."""
    is_firm = labelling.framework.parts[node] or labelling.is_firm(node)
    return labelling.forces[node] if is_firm else 0.0


def _equal(map_: Map, labelling: Labelling, node: int) -> float | None:
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


# --- what nobody states -------------------------------------------------------------------------------------------


def _unstated(map_: Map, evaluation: Evaluation, node: int) -> Unstated | None:
    """Find the unstated premises on the ways that carried a verdict, and what it is without them."""
    found = _unstated_behind(map_, evaluation.labellings[0], node)
    if not found:
        return None
    framework, labelling = evaluation.framework, evaluation.labellings[0]
    nodes = [framework.numbers[name] for name in found]

    def verdict_without(given_up: Sequence[int]) -> Word:
        labels = grounded(framework, labelling.rejected.union(given_up), labelling.granted.difference(given_up))
        return WORDS[labels[node]]

    usual = labelling.word(framework.names[node])
    turning = None
    if len(found) <= MOST_TRIED:
        turning = tuple(name for name, one in zip(found, nodes, strict=True) if verdict_without([one]) != usual)
    return Unstated(tuple(found), verdict_without(nodes), turning)


def _unstated_behind(map_: Map, labelling: Labelling, node: int) -> list[str]:
    """Give the implicit claims without an argument that stand where the verdict came from, in the order of the file.

    A claim is not among those that it rests on.
    """
    framework, claims = labelling.framework, map_.claims
    seen, waiting = {node}, [node]
    while waiting:
        for nearer in deciders(labelling, waiting.pop()):
            if nearer not in seen:
                seen.add(nearer)
                waiting.append(nearer)
    return [
        name
        for number, name in enumerate(framework.names[: framework.claims])
        if number in seen
        and number != node
        and claims[name].implicit
        and labelling.labels[number] == IN
        and not framework.supporters(number)
    ]


# --- other readings -----------------------------------------------------------------------------------------------


def _standards(map_: Map, evaluation: Evaluation, name: str) -> dict[str, Word]:
    """Give the standards that would turn the verdict on the thesis; the one that it was judged by cannot."""
    usual, own = evaluation.verdicts[name].verdict, map_.claims[name].standard
    is_known = evaluation.overrides.standard is not None or own is None
    others = [one for one in STANDARDS if not (is_known and one == evaluation.standard)]
    found = passes(map_, evaluation.overrides._replace(standard=None), others)
    return {standard: verdict.verdict for standard, verdict in found.items() if verdict.verdict != usual}


def _degrees(map_: Map, name: str, overrides: Overrides) -> dict[str, float]:
    """Give the degree by each gradual semantics that comes to rest soon."""
    from coldwater.semantics.gradual import Degrees, Network  # noqa: PLC0415 - only told where there is room for it

    found = {}
    network = Network(map_, overrides.strengths, frozenset(overrides.rejected), frozenset(overrides.accepted))
    for semantics in GRADUAL:
        told = network.degrees(semantics, _after(MOST_STEPS))
        if isinstance(told, Degrees):
            found[semantics] = told.degrees[name].degree
    return found


def _after(most: int) -> Callable[[], bool]:
    """Give what tells, when asked for the time, that it is over once it was asked so often: the same on every run."""
    asked = 0

    def is_over() -> bool:
        nonlocal asked
        asked += 1
        return asked > most

    return is_over
