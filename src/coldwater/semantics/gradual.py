"""Degrees between 0 and 1 in place of verdicts: DF-QuAD, quadratic energy, Euler-based (see ``influence``).

Every claim has a *base score*, its credence (0.5 unless given), which its pros and cons move. The literature has plain
arguments that support and attack each other; a map has steps with premises between claims. Our own convention, to be
said wherever degrees are shown: **an argument's base score is its strength (1 unless given) times the least degree of
its premises**, since all of them are needed. Its backers and undercutters move that, as pros and cons move a claim.
Claims that contradict each other attack each other. Proof standards play no part.

A claim whose status is rejected has base score and degree 0 whatever supports it; one that is accepted has base score
1; open has no meaning here.

Where nothing goes in a circle, one pass gives the degrees. A circle starts at its base scores and follows the
differential equation s' = (what pros and cons make of the base) − s until it rests: Potyka, Continuous Dynamical
Systems for Weighted Bipolar Argumentation (KR 2018). He follows the whole graph at once; we follow each circle when all
that bears on it from outside is final. The result differs only where a circle can rest in several places: an argument
that supports itself would keep what its premise lent it on the way to 0. Some circles never rest, such as three claims
that attack each other in a ring by three arguments each. Then the result is that there are no degrees, never the last
state.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.errors import UsageError
from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple
from coldwater.semantics.influence import INFLUENCES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coldwater.model.models import Argument, Claim, Map
    from coldwater.semantics.evaluation import Overrides
    from coldwater.semantics.influence import Influence
    from coldwater.semantics.integration import Restless

#: The base score of a claim without credence, and the strength of an argument without one.
CREDENCE, STRENGTH = 0.5, 1.0


class Degree(NamedTuple):
    """How strong a claim or argument is in the end, and the base score that this comes from; both in 0..1."""

    degree: float
    base: float


class Degrees(NamedTuple):
    """The degrees of claims, then arguments, by id, in the order of the file.

    ``overrides``: what was taken otherwise than the map says, where that is known.
    """

    semantics: str
    degrees: Mapping[str, Degree]
    overrides: Overrides | None = None


class NotConverged(NamedTuple):
    """There are no degrees: these claims and arguments, in the order of the file, still moved at this time.

    ``cut_by`` is "time" where they might have come to rest, had there been more time to follow them. ``overrides``
    as in ``Degrees``.
    """

    semantics: str
    moving: tuple[str, ...]
    time: float
    cut_by: str | None = None
    overrides: Overrides | None = None


class _OutOfTimeError(Exception):
    """The time allowed is over. It never leaves this room."""


def degrees(  # noqa: PLR0913 - what may be taken otherwise than the map says
    map_: Map,
    name: str = "df-quad",
    strengths: Mapping[str, float] | None = None,
    rejected: Collection[str] = (),
    accepted: Collection[str] = (),
    is_over: Callable[[], bool] | None = None,
) -> Degrees | NotConverged:
    """Give the degree of every claim and argument of a map in which every reference leads somewhere.

    ``name``: df-quad, quadratic-energy or euler. ``strengths``, each in 0..1, take by id the place of arguments'
    strengths and claims' credences. ``rejected`` claims and arguments have degree 0; ``accepted`` claims have base
    score 1 whatever their status, unless they are rejected too. ``is_over`` tells whether the time allowed is over; it
    is asked after each pass through a circle. Raises UsageError if there is no such semantics. Cost: linear in the
    map's size, but a circle is evaluated some hundred times, and 18,000 times if it never rests.
    """
    return Network(map_, strengths or {}, frozenset(rejected), frozenset(accepted)).degrees(name, is_over)


class Network:
    """Claims, then arguments, by number: the score each begins with, and what bears on it.

    Nothing bears on what is rejected. It serves for all semantics, one after the other.
    """

    def __init__(
        self, map_: Map, strengths: Mapping[str, float], rejected: frozenset[str], accepted: frozenset[str]
    ) -> None:
        self.strengths = strengths
        self.rejected = rejected
        self.accepted = accepted
        self.names = (*map_.claims, *map_.arguments)
        self.numbers = {name: number for number, name in enumerate(self.names)}
        self.premises: list[list[int]] = [[] for _ in self.names]
        self.pros: list[list[int]] = [[] for _ in self.names]
        self.cons: list[list[int]] = [[] for _ in self.names]
        self.weights = [self._of_claim(name, claim) for name, claim in map_.claims.items()]
        self.weights += [self._of_argument(name, argument) for name, argument in map_.arguments.items()]
        self._relate(map_)

    def degrees(self, name: str, is_over: Callable[[], bool] | None = None) -> Degrees | NotConverged:
        """Give the degrees by a semantics. See ``degrees``."""
        if name not in INFLUENCES:
            raise UsageError(f"there is no gradual semantics {name}; there are {', '.join(INFLUENCES)}")
        values, moving, time, is_cut = self._settle(INFLUENCES[name], is_over or (lambda: False))
        if moving:
            moved = tuple(self.names[node] for node in sorted(moving))
            return NotConverged(name, moved, time, "time" if is_cut else None)
        found = enumerate(self.names)
        return Degrees(name, {one: Degree(values[node], self._base(node, values)) for node, one in found})

    def _of_claim(self, name: str, claim: Claim) -> float:
        if name in self.rejected or (claim.status == "rejected" and name not in self.accepted):
            return 0.0
        if name in self.accepted or (claim.status == "accepted" and name not in self.strengths):
            return 1.0
        return self.strengths.get(name, CREDENCE if claim.credence is None else claim.credence)

    def _of_argument(self, name: str, argument: Argument) -> float:
        if name in self.rejected:
            return 0.0
        return self.strengths.get(name, STRENGTH if argument.strength is None else argument.strength)

    def _relate(self, map_: Map) -> None:
        numbers = self.numbers
        pairs: dict[tuple[int, int], None] = {}
        for name, claim in map_.claims.items():
            for other in claim.contradicts:
                pairs[numbers[name], numbers[other]] = pairs[numbers[other], numbers[name]] = None
        for node, contrary in pairs:
            self.cons[node].append(contrary)
        for name, argument in map_.arguments.items():
            self.premises[numbers[name]] = [numbers[premise] for premise in argument.premises]
            bearing = self.cons if argument.supports is None else self.pros
            bearing[numbers[argument.target]].append(numbers[name])
        aside = {name for name, claim in map_.claims.items() if claim.status == "rejected"} - self.accepted
        for name in aside | self.rejected:
            self.premises[numbers[name]] = self.pros[numbers[name]] = self.cons[numbers[name]] = []

    @cached_property
    def _components(self) -> list[tuple[list[int], bool]]:
        """The nodes in parts, each after all that bears on it: sorted, and whether it is a circle."""
        edges = {node: self.bearing_on(node) for node in range(len(self.names))}
        return [
            (sorted(component), len(component) > 1 or component[0] in edges[component[0]])
            for component in strongly_connected(edges)
        ]

    @cached_property
    def _rows(self) -> list[tuple[float, list[int], list[int], list[int]]]:
        """By node its weight, premises, pros and cons."""
        return list(zip(self.weights, self.premises, self.pros, self.cons, strict=True))

    def bearing_on(self, node: int) -> list[int]:
        """Give the claims and arguments that the degree of one comes from: premises, pros and cons."""
        return [*self.premises[node], *self.pros[node], *self.cons[node]]

    def _base(self, node: int, values: Sequence[float]) -> float:
        """Give the base score of a node, given the degrees of an argument's premises."""
        premises = self.premises[node]
        return self.weights[node] * min([values[premise] for premise in premises]) if premises else self.weights[node]

    def _pull(self, node: int, values: Sequence[float], influence: Influence) -> float:
        """Give what pros and cons make of the base score of a node, given all degrees."""
        weight, premises, pros, cons = self._rows[node]
        base = weight * min([values[premise] for premise in premises]) if premises else weight
        if not pros and not cons:
            return base
        return influence(base, [values[pro] for pro in pros], [values[con] for con in cons])

    def _settle(self, influence: Influence, is_over: Callable[[], bool]) -> tuple[list[float], list[int], float, bool]:
        """Give the degrees, the nodes of circles that do not rest, and the latest time until which one was followed.

        What hangs on a circle that does not rest is left at 0. Last comes whether the time allowed was over in a
        circle: then that circle is the last that was followed.
        """
        values = [0.0] * len(self.names)
        unknown: set[int] = set()
        moving: list[int] = []
        time = 0.0
        for component, is_circle in self._components:
            if unknown and any(nearer in unknown for node in component for nearer in self.bearing_on(node)):
                unknown.update(component)
            elif not is_circle:
                values[component[0]] = self._pull(component[0], values, influence)
            else:
                try:
                    rest = self._settle_circle(component, values, influence, is_over)
                except _OutOfTimeError:
                    return values, [*moving, *component], time, True
                if rest is not None:
                    moving += [component[number] for number in rest.moving]
                    unknown.update(component)
                    time = max(time, rest.time)
        return values, moving, time, False

    def _settle_circle(
        self, nodes: list[int], values: list[float], influence: Influence, is_over: Callable[[], bool]
    ) -> Restless | None:
        """Follow a circle from its base scores and write down its rest; give what does not rest.

        Raises _OutOfTimeError.
        """
        from coldwater.semantics.integration import Restless, rest_of  # noqa: PLC0415 - most maps have no circle

        for node in nodes:
            values[node] = self.weights[node]

        def rates(state: list[float]) -> list[float]:
            if is_over():
                raise _OutOfTimeError
            for node, value in zip(nodes, state, strict=True):
                values[node] = value
            return [self._pull(node, values, influence) - values[node] for node in nodes]

        rest = rest_of(rates, [self._base(node, values) for node in nodes])
        if isinstance(rest, Restless):
            return rest
        for node, value in zip(nodes, rest, strict=True):
            values[node] = value
        return None
