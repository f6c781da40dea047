"""What the degree of a claim or argument rests on: what speaks on either side, what nobody states, other readings."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.evaluation import AS_WRITTEN, evaluate_map
from coldwater.semantics.gradual import Degrees, Network
from coldwater.semantics.readings import CLEARLY, MOST_STEPS, after, degrees_of, leaning
from coldwater.semantics.resting import MOST_NODES
from coldwater.semantics.unstated import MOST_TRIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Overrides
    from coldwater.semantics.labelling import Word


class Speaking(NamedTuple):
    """How many bear on something from one side, how many of these with a degree above 0, and the greatest degree."""

    number: int
    speaking: int
    greatest: float | None


class UnstatedDegree(NamedTuple):
    """Premises that nobody states and nothing supports, by id, that a degree comes from.

    ``without``: the degree without all of them; ``turning``: those without any one of which it lies on another side of
    one half. Both are None where that was not found out.
    """

    claims: tuple[str, ...]
    without: float | None
    turning: tuple[str, ...] | None


class RestingDegree(NamedTuple):
    """What a degree, in 0..1 like its ``base``, rests on.

    ``verdict``: the grounded one; ``degrees``: those by the other gradual semantics that come to rest soon. Both are
    None where the map is too large to try, the verdict also where credences were overruled, which it has no use for.
    ``disagreeing``: the readings, "grounded" among them, that are clearly on the other side of one half; grounded is so
    also where facts that cite a source begin at 1.
    """

    name: str
    semantics: str
    degree: float
    base: float
    pros: Speaking
    cons: Speaking
    unstated: UnstatedDegree | None
    verdict: Word | None
    degrees: Mapping[str, float] | None
    disagreeing: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give it as JSON has it."""
        return {
            "pros": self.pros._asdict(),
            "cons": self.cons._asdict(),
            "unstated": None if self.unstated is None else self.unstated._asdict(),
            "verdict": self.verdict,
            "degrees": self.degrees,
            "disagreeing": list(self.disagreeing),
        }


def degree_resting_on(map_: Map, found: Degrees, name: str) -> RestingDegree:
    """Say what the degree of a claim or argument of a map rests on. Cost: some evaluations of the map."""
    overrides = found.overrides or AS_WRITTEN
    network = _network(map_, overrides)
    node = network.numbers[name]
    degree, base = found.degrees[name]
    values = {one: each.degree for one, each in found.degrees.items()}
    sides = (network.pros, network.cons)
    pros, cons = (_speaking([values[network.names[one]] for one in side[node]]) for side in sides)
    verdict: Word | None = None
    others: dict[str, float] | None = None
    disagreeing: tuple[str, ...] = ()
    if len(network.names) <= MOST_NODES:
        if not any(one in map_.claims for one in overrides.strengths):
            verdict = evaluate_map(map_, "grounded", overrides).verdicts[name].verdict
        every = degrees_of(map_, name, overrides)
        others = {one: each for one, each in every.items() if one != found.semantics}
        if name in map_.claims:
            disagreeing = _other_side(map_, found, name, verdict, others)
    unstated = _unstated(map_, found, network, node) if name in map_.claims or network.premises[node] else None
    return RestingDegree(name, found.semantics, degree, base, pros, cons, unstated, verdict, others, disagreeing)


def _network(map_: Map, overrides: Overrides, given_up: Sequence[str] = ()) -> Network:
    rejected = frozenset((*overrides.rejected, *given_up))
    return Network(map_, overrides.strengths, rejected, frozenset(overrides.accepted) - rejected)


def _speaking(degrees: Sequence[float]) -> Speaking:
    return Speaking(len(degrees), sum(degree > 0 for degree in degrees), max(degrees, default=None))


def _other_side(
    map_: Map, found: Degrees, name: str, verdict: Word | None, others: Mapping[str, float]
) -> tuple[str, ...]:
    """Give the readings that are clearly on the other side of one half than a degree."""
    side = _side(found.degrees[name].degree)
    if not side:
        return ()
    against: list[str] = [one for one, each in others.items() if _side(each) == -side]
    if verdict == ("out" if side > 0 else "in"):
        against.insert(0, "grounded")
    if not against:
        return ()
    if verdict is not None and against[0] == "grounded":
        counted = degrees_of(map_, name, found.overrides or AS_WRITTEN, counts_sources=True)
        if counted and found.semantics not in leaning(verdict, counted):
            against.remove("grounded")
    return tuple(against)


def _side(degree: float) -> int:
    return 1 if degree > 0.5 + CLEARLY else -1 if degree < 0.5 - CLEARLY else 0


# --- what nobody states -------------------------------------------------------------------------------------------


def _unstated(map_: Map, found: Degrees, network: Network, node: int) -> UnstatedDegree | None:
    """Find the unstated premises that a degree comes from, and what it is without them."""
    names = _unstated_behind(map_, found, network, node)
    if not names:
        return None
    name = network.names[node]
    degree_without = _giving_up(map_, found, name)
    turning = None
    if len(names) <= MOST_TRIED and len(network.names) <= MOST_NODES:
        each = [degree_without([one]) for one in names]
        if None not in each:
            usual = found.degrees[name].degree > 0.5
            turning = tuple(one for one, degree in zip(names, each, strict=True) if ((degree or 0.0) > 0.5) != usual)
    return UnstatedDegree(tuple(names), degree_without(names), turning)


def _giving_up(map_: Map, found: Degrees, name: str) -> Callable[[Sequence[str]], float | None]:
    def degree_without(given_up: Sequence[str]) -> float | None:
        network = _network(map_, found.overrides or AS_WRITTEN, given_up)
        told = network.degrees(found.semantics, after(MOST_STEPS))
        return told.degrees[name].degree if isinstance(told, Degrees) else None

    return degree_without


def _unstated_behind(map_: Map, found: Degrees, network: Network, node: int) -> list[str]:
    """Give the implicit claims without an argument behind a node that speak at all, in the order of the file."""
    seen, waiting = {node}, [node]
    while waiting:
        for nearer in network.bearing_on(waiting.pop()):
            if nearer not in seen and found.degrees[network.names[nearer]].degree > 0:
                seen.add(nearer)
                waiting.append(nearer)
    return [
        name
        for number, (name, claim) in enumerate(map_.claims.items())
        if number in seen and number != node and claim.implicit and not network.pros[number]
    ]
