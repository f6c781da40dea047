"""A map as it is weighed: what speaks for and against each claim and step, with which force.

It shares nothing with the code it measures. Numbers are exact: what is written in decimal, as a whole multiple of a
unit that measures all numbers of the map. Forces are found by applying their equations from the floors up until nothing
changes, circles by who reaches whom.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from fractions import Fraction
from functools import cache
from itertools import product
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from coldwater.model import Map

#: By node that stands, its force, in units of the map.
Forces = Mapping[str, int]
WEAKEST, LAST = "weakest-link", "last-link"


@cache
def exact(number: float) -> Fraction:
    """Give the number that was written: 0.1 is one tenth, not the binary fraction nearest to it."""
    return Fraction(repr(number))


class Statement(NamedTuple):
    """A claim or the step of an argument: all that counts when it is weighed. Numbers are in units of the map."""

    is_claim: bool
    status: str | None
    standard: str
    #: The force of its ground; None if it has none with a force.
    ground: int | None
    is_granted: bool
    #: What a claim speaks with where nothing but its being granted speaks for it: its credence, or else 1.
    own: int
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    rivals: tuple[str, ...]


class Written:
    """A map in exact numbers. Some claims may be granted and others rejected for the occasion, arguments rejected."""

    def __init__(self, map_: Map, standard: str | None = None, weighing: str | None = None) -> None:
        self.claims, self.arguments = map_.claims, map_.arguments
        self.nodes = (*self.claims, *self.arguments)
        self.weighing = weighing or getattr(map_, "weighing", None) or WEAKEST
        self._measure(map_)
        self._relate()
        self.standards = {name: claim.standard or standard or map_.standard for name, claim in self.claims.items()}
        if standard is not None:
            self.standards[map_.thesis] = standard
        self.statements = {name: self._statement(name) for name in self.nodes}
        self.sources = {name: self._sources(name) for name in self.nodes}
        self.floors = self._floors()
        self._solved: dict[tuple[frozenset[str], frozenset[str]], Forces] = {}

    def supposing(self, rejected: Collection[str], accepted: Collection[str]) -> Written:
        """Give the same map with these claims and arguments rejected, and these claims granted, for the occasion."""
        other = copy(self)
        other._solved = {}
        statuses = dict.fromkeys(accepted, "accepted") | dict.fromkeys(rejected, "rejected")
        other.statements = self.statements | {
            name: said._replace(status=status, is_granted=status == "accepted" or not said.is_claim)
            for name, status in statuses.items()
            for said in (self.statements[name],)
        }
        return other

    # --- what is written ------------------------------------------------------------------------------------------

    def _measure(self, map_: Map) -> None:
        said = {name: getattr(map_.proof, name, None) for name in ("alpha", "beta", "gamma")}
        usual = {"alpha": 0.5, "beta": 0.3, "gamma": 0.2}
        proof = {name: exact(usual[name] if number is None else number) for name, number in said.items()}
        written = [claim.credence for claim in self.claims.values()]
        written += [argument.strength for argument in self.arguments.values()]
        numbers = [exact(number) for number in written if number is not None]
        self.one = lcm(2, *(number.denominator for number in (*numbers, *proof.values())))
        self.alpha, self.beta, self.gamma = (int(number * self.one) for number in proof.values())
        self.strengths = {
            name: self.one if argument.strength is None else self.units(argument.strength)
            for name, argument in self.arguments.items()
        }

    def units(self, number: float) -> int:
        """Give a number of the map in its units; nothing is rounded."""
        return int(exact(number) * self.one)

    def _relate(self) -> None:
        self.pros: dict[str, list[str]] = {node: [] for node in self.nodes}
        self.cons: dict[str, list[str]] = {node: [] for node in self.nodes}
        self.rivals: dict[str, dict[str, None]] = {node: {} for node in self.nodes}
        for name, argument in self.arguments.items():
            (self.cons if argument.supports is None else self.pros)[argument.target].append(name)
        for name, claim in self.claims.items():
            for other in claim.contradicts:
                self.rivals[name][other] = self.rivals[other][name] = None

    def _statement(self, name: str) -> Statement:
        pros = tuple(self.pros[name])
        related = (pros, tuple(self.cons[name]), tuple(self.rivals[name]))
        if name in self.arguments:
            strength = self.arguments[name].strength
            ground = None if strength is None else self.units(strength)
            return Statement(False, None, "preponderance", ground, ground is None, self.one, *related)
        status = self.claims[name].status
        is_granted = status == "accepted" or (not pros and status is None)
        return Statement(True, status, self.standards[name], self._ground(name), is_granted, self._own(name), *related)

    def _ground(self, claim: str) -> int | None:
        """Give the force of a claim's ground, None if it has none with a force. Its status plays no part."""
        entry = self.claims[claim]
        if entry.credence is not None:
            return self.units(entry.credence) if entry.credence >= 0.5 else None
        return self.one if entry.kind == "fact" and entry.cites else None

    def _own(self, claim: str) -> int:
        credence = self.claims[claim].credence
        return self.one if credence is None else self.units(credence)

    # --- force ----------------------------------------------------------------------------------------------------

    def _sources(self, node: str) -> tuple[str, ...]:
        """Give the nodes that a node takes its force from."""
        if node in self.claims:
            return tuple(self.pros[node])
        return tuple(self.arguments[node].premises) if self.weighing == WEAKEST else ()

    def _floors(self) -> dict[str, int]:
        """Give what each node has at least when it stands in a circle: the floor of its circle; 0 outside circles.

        The floor is the least of what is written in the circle, and of the least possible forces of what feeds it. No
        status plays a part in it, and so nothing that is rejected or accepted for the occasion.
        """
        behind = {node: set(self.sources[node]) for node in self.nodes}
        for middle, node in product(self.nodes, self.nodes):
            if middle in behind[node]:
                behind[node] |= behind[middle]
        floors: dict[str, int] = {}

        def floor(node: str) -> int:
            circle = [other for other in behind[node] if node in behind[other]]
            fed = {source for member in circle for source in self.sources[member]}.difference(circle)
            return min([self._written(member) for member in circle] + [least_possible(source) for source in fed])

        def least_possible(node: str) -> int:
            if node in behind[node]:
                return floor(node)
            fed = [least_possible(source) for source in self.sources[node]]
            if node in self.claims and self._ground(node) is not None:
                return self._written(node)
            return min([self._written(node), *fed])

        for node in self.nodes:
            floors[node] = floor(node) if node in behind[node] else 0
        return floors

    def _written(self, node: str) -> int:
        return self._own(node) if node in self.claims else self.strengths[node]

    def forces(self, standing: frozenset[str], hoped: frozenset[str] = frozenset()) -> Forces:
        """Give the least forces that solve the equations when exactly these nodes stand.

        ``hoped`` are open claims that nothing speaks for yet: they count as if they were granted.
        """
        if (standing, hoped) not in self._solved:
            found = {node: self.floors[node] for node in self.nodes if node in standing}
            while True:
                before = found.copy()
                for node, force in before.items():
                    found[node] = max(force, self.force(node, found, hoped))
                if found == before:
                    break
            self._solved[standing, hoped] = found
        return self._solved[standing, hoped]

    def force(self, node: str, found: Forces, hoped: frozenset[str]) -> int:
        """Give one side of a node's equation: what its neighbours' forces make of it. What does not stand has none."""
        if node in self.arguments:
            return min([self.strengths[node], *(found.get(source, 0) for source in self.sources[node])])
        statement = self.statements[node]
        numbers = [found[pro] for pro in statement.pros if pro in found]
        numbers += [] if statement.ground is None else [statement.ground]
        numbers += [statement.own] if statement.is_granted or node in hoped else []
        return max(numbers, default=0)
