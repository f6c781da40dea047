"""Against which forces that of a claim or argument is ever weighed: where there are none, its numbers can do nothing.

A force is weighed where it speaks for something that something else speaks against, or the other way round. It goes on
from an argument to the claim that it supports, and, by the weakest link, from a claim to the arguments that need it.
"""

from __future__ import annotations

from coldwater.semantics.forces import FULL
from coldwater.semantics.grounds import ground_of
from coldwater.semantics.standards import UNWEIGHED, standard_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework


class Comparisons:
    """By claim and argument, as nodes of a framework, the forces that its own is weighed against, here or further on.

    ``of_steps``: by argument that something undercuts, the forces of the undercutters: a stated strength resists them.
    """

    def __init__(self, map_: Map, framework: Framework, weighing: str, standard: str | None = None) -> None:
        """Take a map and its framework under a weighing, and under a standard in the place of the map's, if any.

        Cost: linear, times the number of forces.
        """
        self.map = map_
        self.framework = framework
        self.standard = standard
        self.is_last_link = weighing == "last-link"
        self.found: list[set[float]] = [set() for _ in framework.names]
        self.of_steps: dict[int, set[float]] = {}
        self._weigh_all()
        self._spread()

    def _forces(self, node: int) -> Iterable[float]:
        possible = self.framework.possible
        return FULL if possible is None else possible.forces[node]

    def _weigh_all(self) -> None:
        numbers, names = self.framework.numbers, self.framework.names
        pros: list[list[int]] = [[] for _ in names]
        cons: list[list[int]] = [[] for _ in names]
        for name, argument in self.map.arguments.items():
            (cons if argument.supports is None else pros)[numbers[argument.target]].append(numbers[name])
        contraries: list[set[int]] = [set() for _ in names]
        for name, claim in self.map.claims.items():
            for other in claim.contradicts:
                contraries[numbers[name]].add(numbers[other])
                contraries[numbers[other]].add(numbers[name])
        for target, name in enumerate(names):
            if target < self.framework.claims and standard_of(self.map, name, self.standard) in UNWEIGHED:
                continue
            against = {force for con in cons[target] for force in self._forces(con)}
            against |= {force for claim in contraries[target] for force in (0.0, *self._forces(claim))}
            speaking = {force for pro in pros[target] for force in self._forces(pro)} | set(self._grounds(target))
            for pro in pros[target]:
                self.found[pro] |= against
            for con in (*cons[target], *contraries[target]):
                self.found[con] |= speaking
            if against:
                self.of_steps[target] = against
        self._pros = pros

    def _grounds(self, node: int) -> Iterator[float]:
        name = self.framework.names[node]
        if node >= self.framework.claims:
            strength = self.map.arguments[name].strength
            if strength is not None:
                yield strength
        elif (ground := ground_of(self.map.claims[name])) is not None:
            yield ground

    def _spread(self) -> None:
        """Let what a force is weighed against further on count for all that it comes from."""
        claims = self.framework.claims
        arguments = list(self.map.arguments.values())
        waiting = [node for node, found in enumerate(self.found) if found]
        for node in waiting:  # it grows meanwhile
            if node < claims:
                below = self._pros[node]
            elif self.is_last_link:
                continue
            else:
                below = [self.framework.numbers[one] for one in arguments[node - claims].premises]
            for one in below:
                if not self.found[node] <= self.found[one]:
                    self.found[one] |= self.found[node]
                    waiting.append(one)

    def of_strength(self, argument: int) -> set[float]:
        """Give what the strength of an argument is weighed against: as its force, and as the ground of its step."""
        return self.found[argument] | self.of_steps.get(argument, set())
