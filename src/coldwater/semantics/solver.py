"""Labellings of a part by a SAT solver: those that agree with what is assumed. Needs the extra [solve].

Each node has two variables, one for in and one for out. A part's conditions become clauses, so that the solver's models
are its complete labellings. Long lists of cons are named from the end, which keeps the clauses linear in the part.
Source for attacks alone: Besnard and Doutre, NMR (2004); Cerutti et al., TAFA (2013). From memory.
"""

from __future__ import annotations

import time
from functools import cached_property

from coldwater.errors import MissingExtraError
from coldwater.model.graph import strongly_connected
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.semantics.conditions import Part

#: To prefer true makes most models decide as much as they can. What is turned off may work for minutes on the long
#: clauses of an enumeration, without a look at the clock.
_SETTINGS = {"phase": 1, "forcephase": 1, "inprocessing": 0, "subsume": 0, "walk": 0, "lucky": 0}
#: The solver comes back for a look at the clock when it has met so many conflicts times variables.
_EFFORT = 2_000_000


class OutOfTimeError(Exception):
    """The time allowed is over. It never leaves this room: what was found by then is given, and said to be cut."""


class Search:
    """A solver that knows the conditions of a part. Labels are given in the order of the part's nodes.

    The literal ``2 * place + label`` is true if the node at this place has this label, IN or OUT.
    Everything that searches raises OutOfTimeError after ``deadline``, a time of ``time.monotonic``.
    """

    def __init__(self, part: Part, semantics: str, deadline: float) -> None:
        """Write the clauses; ``semantics`` is that of all labellings searched for.

        Raises MissingExtraError if there is no solver.
        """
        try:
            from pysat.solvers import Cadical195  # noqa: PLC0415 - only large circles need it, and it takes 20 ms
        except ImportError:
            raise MissingExtraError("judging circles as entangled as in this map", "solve") from None
        self.part = part
        self.semantics = semantics
        self.deadline = deadline
        self.conditions = list(part.values())
        self.places = {node: place for place, node in enumerate(part)}
        self._last = 2 * len(part)
        self._ways: dict[int, list[int]] = {}
        #: Undecided places of which no more can be decided, given the labels around them; and where those are.
        self._full: set[tuple[tuple[int, ...], bytes]] = set()
        self._surroundings: dict[tuple[int, ...], list[int]] = {}
        self._solver = Cadical195()
        self._solver.configure(_SETTINGS)
        self._write()

    def look_at_the_clock(self) -> None:
        """Raise OutOfTimeError if the time allowed is over. To be called wherever a step may be long."""
        if time.monotonic() > self.deadline:
            raise OutOfTimeError

    # --- the clauses -----------------------------------------------------------------------------------------

    def _write(self) -> None:
        places = self.places
        for place, condition in enumerate(self.conditions):
            self.look_at_the_clock()
            is_in, is_out = 2 * place + IN, 2 * place + OUT
            self.add([-is_in, -is_out])
            if self.semantics == "stable" and condition.is_named:
                self.add([is_in, is_out])
            ways = [([2 * places[pro] + IN for pro in pros], at) for pros, at in condition.ways_in]
            self._ways[place] = self._define(is_in, ways, [2 * places[con] + OUT for con in condition.cons])
            ways = [([-2 * places[pro] - OUT for pro in pros], at) for pros, at in condition.ways_to_hold]
            self._define(-is_out, ways, [-2 * places[con] - IN for con in condition.cons])
        self._budget = max(_EFFORT // self._last, 20)

    def _define(self, literal: int, ways: Sequence[tuple[list[int], int]], cons: list[int]) -> list[int]:
        """Make a literal true just where for one of the ways its literals and all cons from its place on are true.

        Give the literals that stand for the ways.
        """
        if len(ways) == 1:
            self._define_all(literal, [*ways[0][0], *cons[ways[0][1] :]])
            return [literal]
        from_place: dict[int, list[int]] = {len(cons): []}
        last = len(cons)
        for at in sorted({at for _, at in ways if at < last}, reverse=True):
            from_place[at] = [self._name([*cons[at:last], *from_place[last]])]
            last = at
        named = [self._name([*pros, *from_place[at]]) for pros, at in ways]
        for name in named:
            self.add([-name, literal])
        self.add([-literal, *named])
        return named

    def _name(self, literals: list[int]) -> int:
        if len(literals) == 1:
            return literals[0]
        name = self.new_literal()
        self._define_all(name, literals)
        return name

    def _define_all(self, name: int, literals: Sequence[int]) -> None:
        for literal in literals:
            self.add([-name, literal])
        self.add([name, *(-literal for literal in literals)])

    def new_literal(self) -> int:
        """Give a literal that is in no clause yet. The solver tries to make it true."""
        self._last += 1
        return self._last

    def add(self, clause: list[int]) -> None:
        """Demand that one of these literals be true, from now on."""
        self._solver.add_clause(clause)

    # --- labellings ------------------------------------------------------------------------------------------

    def find(self, assumed: Sequence[int] = ()) -> bytes | None:
        """Give a labelling in which what is assumed is true, stable if that is asked for, else complete; or None."""
        return self._find_stable(assumed) if self.semantics == "stable" else self._find(assumed)

    def _find(self, assumed: Sequence[int]) -> bytes | None:
        solver, found = self._solver, None
        while found is None:
            self.look_at_the_clock()
            solver.conf_budget(self._budget)
            found = solver.solve_limited(assumed)
        if not found:
            return None
        model: list[int] = solver.get_model()
        decided = range(0, 2 * len(self.conditions), 2)
        return bytes([IN if model[at] > 0 else OUT if model[at + 1] > 0 else UNDECIDED for at in decided])

    def find_any(self, literals: Iterable[int], assumed: Sequence[int] = ()) -> bytes | None:
        """Give a labelling in which one of some literals is true, and what is assumed; None if there is none."""
        off = self.new_literal()
        self.add([off, *literals])
        found = self.find([-off, *assumed])
        self.add([off])
        return found

    def grown(self, labels: bytes, assumed: Sequence[int] = ()) -> bytes:
        """Give a preferred labelling that agrees with all a complete one decides, as far as what is assumed allows."""
        while UNDECIDED in labels:
            undecided = tuple([place for place, label in enumerate(labels) if label == UNDECIDED])
            region = (undecided, bytes([labels[place] for place in self._around(undecided)]))
            if region in self._full and not assumed:
                break
            decided = [2 * place + label for place in undecided for label in (IN, OUT)]
            more = self.find_any(decided, [*assumed, *literals_of(labels)])
            if more is None:
                if not assumed:
                    self._full.add(region)
                break
            labels = more
        return labels

    def _around(self, undecided: tuple[int, ...]) -> list[int]:
        """Give the places that these places need besides: all that bears on whether more can be decided of them."""
        if undecided not in self._surroundings:
            needs = {self.places[node] for place in undecided for node in self.conditions[place].needs}
            self._surroundings[undecided] = sorted(needs.difference(undecided))
        return self._surroundings[undecided]

    def labellings(self) -> Iterator[bytes]:
        """Give all labellings, each once. Nothing else can be searched for afterwards."""
        telling = self._telling()
        while (labels := self.find()) is not None:
            if self.semantics == "preferred":
                labels = self.grown(labels)
            yield labels
            self.add([literal for place in telling for literal in _others(place, labels[place], self.semantics)])

    def _telling(self) -> list[int]:
        """Give places whose labels fix all others: every circle passes through one of them."""
        needs = [[self.places[node] for node in condition.needs] for condition in self.conditions]
        needed = [0] * len(needs)
        for places in needs:
            for place in places:
                needed[place] += 1
        rank = {
            place: number for number, place in enumerate(sorted(range(len(needs)), key=lambda at: (needed[at], at)))
        }
        found: set[int] = set()
        for place, number in rank.items():
            if place not in found:
                found.update(other for other in needs[place] if rank[other] >= number)
        return sorted(found)

    # --- stable labellings -----------------------------------------------------------------------------------

    def _find_stable(self, assumed: Sequence[int]) -> bytes | None:
        """Rule out models in which a set of nodes owes its support to itself, as they turn up.

        One of such nodes is in only if one of them is supported from outside. Source: Lin and Zhao, Artificial
        Intelligence 157 (2004), theorem 1, from memory.
        """
        while (labels := self._find(assumed)) is not None:
            owing = self._owing(labels)
            if not owing:
                break
            outside = [
                name
                for place in owing
                for name, (pros, _) in zip(self._ways[place], self.conditions[place].ways_in, strict=True)
                if not owing.intersection(self.places[pro] for pro in pros)
            ]
            for place in sorted(owing):
                self.add([-(2 * place + IN), *outside])
        return labels

    def _owing(self, labels: bytes) -> set[int]:
        """Give the places of a circle whose nodes are in for no other reason than each other."""
        for circle in self._circles:
            self.look_at_the_clock()
            owing = {place for place in circle if labels[place] == IN}
            while settled := {place for place in owing if self._is_supported(place, labels, owing)}:
                owing -= settled
                self.look_at_the_clock()
            if owing:
                return owing
        return set()

    def _is_supported(self, place: int, labels: bytes, owing: set[int]) -> bool:
        condition, places = self.conditions[place], self.places
        return any(
            all(labels[places[pro]] == IN and places[pro] not in owing for pro in pros)
            and all(labels[places[con]] == OUT for con in condition.cons[at:])
            for pros, at in condition.ways_in
        )

    @cached_property
    def _circles(self) -> list[tuple[int, ...]]:
        """The places of nodes that support each other in a circle."""
        supports = {
            place: {self.places[pro] for pros, _ in condition.ways_in for pro in pros}
            for place, condition in enumerate(self.conditions)
        }
        found = strongly_connected(supports)
        return [circle for circle in found if len(circle) > 1 or circle[0] in supports[circle[0]]]


def place_and_label(literal: int) -> tuple[int, int]:
    """Give what a literal says: that the node at a place has a label."""
    return (literal - 1) // 2, IN if literal % 2 == IN else OUT


def opposite(literal: int) -> int:
    """Give the literal for the other label of the same node."""
    return literal + 1 if literal % 2 == IN else literal - 1


def literals_of(labels: bytes) -> list[int]:
    """Give what is true of every labelling that agrees with what this one decides."""
    return [2 * place + label for place, label in enumerate(labels) if label != UNDECIDED]


def _others(place: int, label: int, semantics: str) -> Iterable[int]:
    """Give what may be true at a place of a labelling that is not this one; for preferred ones, nor below it."""
    if label == UNDECIDED:
        return (2 * place + IN, 2 * place + OUT)
    return (2 * place + IN + OUT - label,) if semantics == "preferred" else (-(2 * place + label),)
