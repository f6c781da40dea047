"""With which forces claims and arguments can stand, whatever stands: the numbers between which weighing has to tell.

A force is one of the numbers of the map, or 1. An argument has the least of its strength and the forces of its premises
(weakest link), or its strength alone (last link). A claim has the greatest of its ground, of what it has by being
granted, and of the arguments for it that stand. So most can stand with one force only.

In a circle forces are the least numbers that will do. They start at the circle's *floor*, the least number that enters
it, so that a circle of supports lends itself no more than that.
"""

from __future__ import annotations

from bisect import bisect_right

from coldwater.errors import UsageError
from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple
from coldwater.semantics.rising import risen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    #: Numbers in 0..1, ascending, each once, at least one.
    Forces = tuple[float, ...]

#: The force of what stands without any number, and all that can be known of what never stands.
FULL: Forces = (1.0,)


#: More forces than this are not kept, beside one for each claim and argument: a few hundred megabytes.
MOST_FORCES = 10_000_000
TOO_MANY = (
    "the arguments of this map rest on each other with too many different strengths and credences to weigh; "
    "write fewer different numbers, or weigh by the last link: weighing: last-link"
)


class Speakers(NamedTuple):
    """Claims, then arguments, by number, with what their forces come from.

    ``premises`` and ``strengths`` by argument, counted from the first argument; ``pros``: by claim the arguments for
    it. ``numbers``: by claim its credence, or 1 if none is stated: the force that it has where it is granted, and could
    have where it is open. ``grounds``: by claim that has a ground with a force, that force. ``granted``, ``grantable``,
    ``open``: the claims that are granted; that may be granted in the course of an evaluation; and that are open.
    ``is_flat``: all these numbers are 1.
    """

    claims: int
    premises: Sequence[Sequence[int]]
    strengths: Sequence[float]
    pros: Mapping[int, Sequence[int]]
    numbers: Sequence[float]
    grounds: Mapping[int, float]
    granted: Collection[int]
    grantable: Collection[int]
    open: Collection[int]
    is_flat: bool
    is_last_link: bool

    def sources(self, node: int) -> Sequence[int]:
        """Give what a claim or argument takes its force from: the arguments for it, or its premises."""
        return self.pros.get(node, ()) if node < self.claims else self.premises[node - self.claims]

    def own(self, claim: int) -> float | None:
        """Give the force that a claim has whatever arguments stand, if it has one."""
        ground = self.grounds.get(claim)
        return ground if ground is not None or claim not in self.granted else self.numbers[claim]

    def least(self, claim: int) -> float:
        """Give the least force that a claim can have by itself, whatever its status."""
        return self.grounds.get(claim, self.numbers[claim])

    def may_have(self, claim: int) -> tuple[float, ...]:
        """Give the force that a claim without one of its own has if it is granted, or could have since it is open."""
        return (self.numbers[claim],) if claim in self.grantable or claim in self.open else ()

    def may_be_merely_granted(self, claim: int) -> bool:
        """Tell whether a claim may stand although no argument for it does and it has no ground with a force."""
        return claim not in self.grounds and (claim in self.granted or claim in self.grantable or claim in self.open)


class Possible(NamedTuple):
    """By claim and argument the forces with which it can stand; by those in a circle the number of that circle."""

    speakers: Speakers
    forces: Sequence[Forces]
    circles: Mapping[int, int]

    def standing(self, stands: Sequence[bool], granted: Collection[int] = ()) -> list[float]:
        """Give the force with which each claim and argument stands, if just these stand; 0 for those that do not.

        ``granted``: claims that are granted for the occasion, or may be: they have their number, whatever stands.
        The least numbers that will do. Cost: linear, and in circles n log n.
        """
        speakers, found = self.speakers, [0.0] * len(self.forces)
        for node, forces in enumerate(self.forces):
            if stands[node] and (len(forces) == 1 or node in self.circles):
                found[node] = forces[0]
        edges = {node: speakers.sources(node) for node, one in enumerate(self.forces) if stands[node] and len(one) > 1}
        for component in strongly_connected(edges):
            for node, force in self._risen(component, stands, found, granted).items():
                found[node] = force
        return found

    def _risen(
        self, nodes: Sequence[int], stands: Sequence[bool], found: Sequence[float], granted: Collection[int]
    ) -> dict[int, float]:
        """Give the forces of nodes that take them from each other, given those that they start at, and of all else."""
        speakers, members = self.speakers, set(nodes)
        least, most, inside = {}, {}, {}
        for node in nodes:
            sources = speakers.sources(node)
            inside[node] = [one for one in sources if one in members]
            outside = [found[one] for one in sources if one not in members]
            if node >= speakers.claims:
                least[node] = found[node]
                most[node] = min([speakers.strengths[node - speakers.claims], *outside])
                continue
            own = speakers.own(node)
            if own is None and (node in granted or not any(stands[one] for one in sources)):
                own = speakers.numbers[node]
            least[node] = max([found[node], *outside, *([] if own is None else [own])])
        return risen(least, most, inside)


def possible_forces(speakers: Speakers) -> Possible:
    """Give the forces that are possible. Cost: linear, times the number of forces where there are several.

    Raises UsageError where there are too many.
    """
    if speakers.is_flat:
        return Possible(speakers, [FULL] * (speakers.claims + len(speakers.strengths)), {})
    if speakers.is_last_link:
        return _by_last_links(speakers)
    return _Chains(speakers).possible()


def _by_last_links(speakers: Speakers) -> Possible:
    of_arguments: list[Forces] = [(strength,) for strength in speakers.strengths]
    of_claims = [
        _of_claim(speakers, claim, (of_arguments[pro - speakers.claims] for pro in speakers.pros.get(claim, ())))
        for claim in range(speakers.claims)
    ]
    return Possible(speakers, [*of_claims, *of_arguments], {})


def _of_claim(speakers: Speakers, claim: int, of_pros: Iterable[Forces]) -> Forces:
    """Give the forces of a claim, given those of the arguments for it, any of which may fall."""
    own = speakers.own(claim)
    found = {force for forces in of_pros for force in forces}
    if not found and own is not None:
        return (own,)
    if own is not None:
        found = {force for force in found if force > own} | {own}
    else:
        found.update(speakers.may_have(claim))
    return tuple(sorted(found)) or FULL


def _of_argument(strength: float, of_premises: Sequence[Forces]) -> Forces:
    least = min([strength, *[forces[0] for forces in of_premises]])
    most = min([strength, *[forces[-1] for forces in of_premises]])
    if least == most:
        return (least,)
    found = {force for forces in of_premises for force in forces if least <= force <= most}
    return tuple(sorted(found | ({strength} if strength <= most else set())))


class _Chains:
    """Forces under weakest link: every node after all that it takes its force from, circles as a whole."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers = speakers
        self.number = speakers.claims + len(speakers.strengths)
        self.forces: list[Forces] = [FULL] * self.number
        #: The least force that a node could have, whatever stands and whatever is overruled.
        self.least: list[float] = [1.0] * self.number
        self.circles: dict[int, int] = {}
        self.kept = 0

    def possible(self) -> Possible:
        edges = {node: self.speakers.sources(node) for node in range(self.number)}
        for number, component in enumerate(strongly_connected(edges)):
            if len(component) > 1 or component[0] in edges[component[0]]:
                self.circles.update(dict.fromkeys(component, number))
                self._settle_circle(component)
            else:
                self._settle(component[0])
        return Possible(self.speakers, self.forces, self.circles)

    def _keep(self, node: int, forces: Forces) -> None:
        self.forces[node] = forces
        self.kept += len(forces) - 1
        if self.kept > MOST_FORCES:
            raise UsageError(TOO_MANY)

    def _settle(self, node: int) -> None:
        speakers = self.speakers
        sources = speakers.sources(node)
        if node >= speakers.claims:
            strength = speakers.strengths[node - speakers.claims]
            self._keep(node, _of_argument(strength, [self.forces[source] for source in sources]))
            self.least[node] = min([strength, *[self.least[source] for source in sources]])
        else:
            self._keep(node, _of_claim(speakers, node, [self.forces[source] for source in sources]))
            known = () if node in speakers.grounds else [self.least[source] for source in sources]
            self.least[node] = min([speakers.least(node), *known])

    def _settle_circle(self, circle: Sequence[int]) -> None:
        """Bound the forces in a circle from both sides, and take every number that enters it in between."""
        speakers, members = self.speakers, set(circle)
        entering = [source for node in circle for source in speakers.sources(node) if source not in members]
        strengths = [speakers.strengths[node - speakers.claims] for node in circle if node >= speakers.claims]
        claims = [node for node in circle if node < speakers.claims]
        floor = min([*strengths, *map(speakers.least, claims), *(self.least[source] for source in entering)])
        numbers = {floor, *strengths, *(own for claim in claims if (own := speakers.own(claim)) is not None)}
        numbers.update(number for claim in claims for number in speakers.may_have(claim))
        numbers.update(force for source in entering for force in self.forces[source])
        low = self._risen(circle, floor, 0)
        high = self._risen(circle, floor, -1)
        ordered = sorted(numbers)
        for node in circle:
            self.least[node] = floor
            between = ordered[bisect_right(ordered, low[node]) : bisect_right(ordered, high[node])]
            self._keep(node, (low[node], *between))

    def _risen(self, circle: Sequence[int], floor: float, end: int) -> dict[int, float]:
        """Give the least solution from the floor up, if what stands is the least (end 0) or all (end -1) there can be.

        Of the arguments for a claim that has nothing else one has to stand: at least, the one with the least force.
        """
        speakers, members = self.speakers, set(circle)
        least, most, inside = dict.fromkeys(circle, floor), {}, {}
        for node in circle:
            sources = speakers.sources(node)
            known = [self.forces[one][end] for one in sources if one not in members]
            inside[node] = [one for one in sources if one in members]
            if node >= speakers.claims:
                most[node] = min([speakers.strengths[node - speakers.claims], *known])
            elif (own := speakers.own(node)) is not None:
                least[node] = max([own, *known]) if end else own
                inside[node] = inside[node] if end else []
            elif end:
                least[node] = max([floor, *known, *speakers.may_have(node)])
            else:
                most[node] = min([1.0, *known, *speakers.may_have(node)])
        return risen(least, most, inside)
