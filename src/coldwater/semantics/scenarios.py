"""The grounded verdict in many scenarios at once: one bit of an integer for each of them.

A scenario is a set of nodes that are rejected, and of claims that are granted. Searching for what a verdict hangs on
asks for tens of thousands of them. Python's integers of any length do a logical operation on all scenarios in one go,
so that a whole search costs about as much as a few hundred single evaluations.
"""

from __future__ import annotations

from heapq import heappop, heappush

from coldwater.records import NamedTuple
from coldwater.semantics.framework import GRANTED, OPEN, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from coldwater.semantics.framework import Framework


class Scenarios(NamedTuple):
    """Which nodes are rejected and which claims granted in which of ``number`` scenarios: bit n is scenario n."""

    number: int
    rejected: Mapping[int, int]
    granted: Mapping[int, int]


class Masks(NamedTuple):
    """In which scenarios a node is in, and in which it is out. It is undecided in the rest."""

    stands: int
    falls: int


def scenarios_of(cases: Sequence[tuple[Iterable[int], Iterable[int]]]) -> Scenarios:
    """Give the scenarios for a list of (rejected nodes, granted claims). Cost: linear in their total length."""
    columns: tuple[dict[int, bytearray], dict[int, bytearray]] = ({}, {})
    width = (len(cases) + 7) // 8
    for number, case in enumerate(cases):
        for nodes, found in zip(case, columns, strict=True):
            for node in nodes:
                if node not in found:
                    found[node] = bytearray(width)
                found[node][number >> 3] |= 1 << (number & 7)
    rejected, granted = ({node: int.from_bytes(bits, "little") for node, bits in found.items()} for found in columns)
    return Scenarios(len(cases), rejected, granted)


def grounded_in(framework: Framework, node: int, scenarios: Scenarios) -> Masks:
    """Give the grounded verdict of a node in each scenario. Cost: a few operations on all bits for each relation.

    Circles are gone round until nothing changes, at most twice as often as they have nodes.
    """
    evaluation = _Evaluation(framework, scenarios)
    for component in _needed(framework, node):
        evaluation.settle(component)
    return Masks(evaluation.stands[node], evaluation.falls[node])


def grounded_in_time(
    framework: Framework, node: int, scenarios: Scenarios, is_over: Callable[[], bool]
) -> Masks | None:
    """Give the same as ``grounded_in``; None if time is over before it is found. It is asked once for each node."""
    evaluation = _Evaluation(framework, scenarios)
    for component in _needed(framework, node):
        for _ in evaluation.settling(component):
            if is_over():
                return None
    return Masks(evaluation.stands[node], evaluation.falls[node])


def _with_lent(framework: Framework, granted: Mapping[int, int]) -> Mapping[int, int]:
    """Grant with each claim, in the same scenarios, what must be granted with it."""
    if not framework.lent:
        return granted
    return {**granted, **{also: mask for node, mask in granted.items() for also in framework.lent.get(node, ())}}


def grounded_of(framework: Framework, nodes: Iterable[int], scenarios: Scenarios) -> dict[int, Masks]:
    """Give the grounded verdict of each of some nodes in each scenario, all in one go. Cost: as for one node."""
    asked = list(nodes)
    evaluation = _Evaluation(framework, scenarios)
    for component in _needed(framework, *asked):
        evaluation.settle(component)
    return {node: Masks(evaluation.stands[node], evaluation.falls[node]) for node in asked}


def _needed(framework: Framework, *nodes: int) -> list[tuple[int, ...]]:
    """Give the components that bear on any of some nodes, each after all it depends on."""
    needed = framework.behind(nodes)
    return [component for component in framework.components if component[0] in needed]


def grounded_after_turning(
    framework: Framework, node: int, scenarios: Scenarios, turned: Iterable[int]
) -> Iterator[Masks]:
    """Give the verdict of a node, then what it is when each of some nodes is turned: rejected just where it was not.

    Only what hangs on a turned node is evaluated again, so that turning a leaf costs about as much as its way to the
    node is long.
    """
    evaluation = _Evaluation(framework, scenarios)
    components = _needed(framework, node)
    for component in components:
        evaluation.settle(component)
    yield Masks(evaluation.stands[node], evaluation.falls[node])
    places = {one: place for place, component in enumerate(components) for one in component}
    for one in turned:
        yield evaluation.after_turning(one, node, components, places)


class _Evaluation:
    """Two masks for each node; both only ever gain bits."""

    def __init__(self, framework: Framework, scenarios: Scenarios) -> None:
        self.framework = framework
        self.scenarios = scenarios._replace(granted=_with_lent(framework, scenarios.granted))
        self.all = (1 << scenarios.number) - 1
        self.stands = [0] * framework.nodes
        self.falls = [0] * framework.nodes

    def settle(self, component: Sequence[int]) -> None:
        """Find the least fixpoint of a component, all that it depends on being settled."""
        for _ in self.settling(component):
            pass

    def settling(self, component: Sequence[int]) -> Iterator[int]:
        """Settle a component, and give each node before it is looked at, so that whoever goes through may stop."""
        changed = True
        while changed:
            changed = False
            for node in component:
                yield node
                stands, falls = self._decided(node)
                if stands != self.stands[node] or falls != self.falls[node]:
                    self.stands[node], self.falls[node] = stands, falls
                    changed = len(component) > 1 or node in self.framework.bearing_on(node)

    def after_turning(
        self, turned: int, asked: int, components: Sequence[Sequence[int]], places: Mapping[int, int]
    ) -> Masks:
        """Settle anew what a node's rejection changes, component by component, and put everything back."""
        usual, before = self.scenarios, {}
        rejected = {**usual.rejected, turned: self.all & ~usual.rejected.get(turned, 0)}
        self.scenarios = usual._replace(rejected=rejected)
        waiting = [places[turned]] if turned in places else []
        while waiting:
            component = components[heappop(waiting)]
            old = [(self.stands[node], self.falls[node]) for node in component]
            for node in component:
                self.stands[node] = self.falls[node] = 0
            self.settle(component)
            for node, masks in zip(component, old, strict=True):
                if masks != (self.stands[node], self.falls[node]):
                    before[node] = masks
                    for place in {places[other] for other in self._hanging_on(node) if other in places}:
                        if place not in waiting and component is not components[place]:
                            heappush(waiting, place)
        found = Masks(self.stands[asked], self.falls[asked])
        for node, (stands, falls) in before.items():
            self.stands[node], self.falls[node] = stands, falls
        self.scenarios = usual
        return found

    def _hanging_on(self, node: int) -> Iterator[int]:
        """Give the nodes that a node bears on."""
        framework = self.framework
        yield from framework.parts_of[node]
        yield from (target for target, _ in framework.pro_of[node])
        yield from (target for target, _ in framework.con_of[node])

    def _decided(self, node: int) -> tuple[int, int]:
        rejected = self.scenarios.rejected.get(node, 0)
        if parts := self.framework.parts[node]:
            stands, falls = self.all, 0
            for part in parts:
                stands &= self.stands[part]
                falls |= self.falls[part]
        else:
            stands, falls = self._of_statement(node)
        return stands & ~rejected, falls | rejected

    def _of_statement(self, node: int) -> tuple[int, int]:
        """Weigh pros and cons as ``standards.Limits`` says, in all scenarios."""
        pros, everywhere = self.framework.pros[node], self.all
        possible, certain = self._reaches(node)
        granted, base = self.scenarios.granted.get(node, 0), self.framework.base[node]
        held = everywhere if base == GRANTED else granted
        kept = everywhere if base == OPEN else held
        stands, kept = held & ~possible[0], kept & ~certain[0]
        for pro, to_be_in, not_out in pros:
            stands |= self.stands[pro] & ~possible[to_be_in]
            kept |= (everywhere & ~self.falls[pro]) & ~certain[not_out]
        if base == REJECTED:
            stands, kept = stands & granted, kept & granted
        return stands, everywhere & ~kept

    def _reaches(self, node: int) -> tuple[list[int], list[int]]:
        """Give by place in the list of cons where one from there on may stand, and where one certainly does."""
        cons = self.framework.cons[node]
        possible, certain = [0] * (len(cons) + 1), [0] * (len(cons) + 1)
        for place in reversed(range(len(cons))):
            possible[place] = possible[place + 1] | (self.all & ~self.falls[cons[place]])
            certain[place] = certain[place + 1] | self.stands[cons[place]]
        return possible, certain
