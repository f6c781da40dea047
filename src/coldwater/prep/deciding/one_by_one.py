"""Oracles that answer one scenario after the other: semantics with several labellings, and gradual ones."""

from __future__ import annotations

from functools import cached_property

from coldwater.prep.deciding.subsets import bits_of
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded
from coldwater.semantics.scenarios import Masks, Scenarios, grounded_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.prep.deciding.clock import Clock
    from coldwater.semantics.framework import Framework

#: Degrees nearer to 0.5 than this count as 0.5, since floating point numbers do not add up exactly.
NEAR = 1e-9
#: For so long a search goes on though time is over, so that there is a verdict to begin with.
LEAST_SECONDS = 0.1


class SearchingOracle:
    """The verdict that all preferred or all stable labellings share: one search for each scenario.

    What grounded decides, every preferred labelling decides alike, so that only the rest is searched.
    """

    is_grounded = False
    is_monotone = False

    def __init__(self, framework: Framework, semantics: Literal["preferred", "stable"], clock: Clock) -> None:
        self.framework = framework
        self.semantics: Literal["preferred", "stable"] = semantics
        self.clock = clock
        self.memory = _Memory(self._label, clock)
        everything = frozenset(range(framework.nodes))
        self.bearing = everything if semantics == "stable" else framework.behind([framework.thesis])

    @property
    def label(self) -> int:
        """The label of the thesis where nothing is overruled."""
        return self.labels[self.framework.thesis]

    @cached_property
    def labels(self) -> Sequence[int]:
        """The label of every node where nothing is overruled; undecided where time was too short."""
        return [label or UNDECIDED for label in self._labels(range(self.framework.nodes), (), ())]

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdict on the thesis in the scenarios asked for; None if time is over."""
        stands = falls = 0
        if self.semantics == "preferred":
            stands, falls = grounded_in(self.framework, self.framework.thesis, scenarios)
        searched = self.memory.masks(scenarios, asked & ~stands & ~falls)
        return searched and Masks(stands | searched.stands, falls | searched.falls)

    def _label(self, rejected: Iterable[int], granted: Iterable[int]) -> int | None:
        return self._labels([self.framework.thesis], rejected, granted)[0]

    def _labels(self, nodes: Iterable[int], rejected: Iterable[int], granted: Iterable[int]) -> list[int | None]:
        """Give what all labellings share of each node, undecided if there is none; None if time was too short."""
        from coldwater.semantics.enumeration import acceptance  # noqa: PLC0415 - the search may need a solver

        nodes, seconds = list(nodes), max(self.clock.left(), LEAST_SECONDS)
        found = acceptance(self.framework, self.semantics, seconds, nodes, rejected, granted)
        if not found.is_complete:
            self.clock.was_asked_too_late = True
        open_ = UNDECIDED if found.is_complete else None
        return [IN if node in found.sceptical else OUT if node in found.sceptically_out else open_ for node in nodes]

    def on(self, framework: Framework) -> SearchingOracle:
        """Give the oracle for another framework of the same map."""
        return SearchingOracle(framework, self.semantics, self.clock)


class GradualOracle:
    """The degree of the thesis under a gradual semantics, read as a verdict: one pass for each scenario.

    What stands and what is answered is told by the grounded labelling: a degree of 0.4 does not say by whom.
    """

    is_grounded = False

    def __init__(
        self, map_: Map, framework: Framework, semantics: str, clock: Clock, *, is_monotone: bool = False
    ) -> None:
        self.map = map_
        self.is_monotone = is_monotone
        self.framework = framework
        self.semantics = semantics
        self.clock = clock
        self.memory = _Memory(self._label, clock)
        self.bearing = framework.behind([framework.thesis])

    @cached_property
    def degree(self) -> float | None:
        """The degree of the thesis where nothing is overruled, in 0..1; None if it never rests."""
        return self.degree_at({})

    @property
    def label(self) -> int:
        """The label of the thesis where nothing is overruled."""
        return label_of(self.degree)

    @cached_property
    def labels(self) -> Sequence[int]:
        """The grounded label of every node where nothing is overruled."""
        return grounded(self.framework)

    def degrees_of(self, names: Iterable[str]) -> dict[str, float | None]:
        """Give the degrees of claims where nothing is overruled; None for each if they never rest, or not in time."""
        from coldwater.semantics.gradual import NotConverged, degrees  # noqa: PLC0415 - heavier than grounded

        found = degrees(self.map, self.semantics, {}, (), (), self.clock.is_over)
        return {name: None if isinstance(found, NotConverged) else found.degrees[name].degree for name in names}

    def degree_at(
        self, strengths: Mapping[str, float], rejected: Iterable[int] = (), granted: Iterable[int] = ()
    ) -> float | None:
        """Give the degree of the thesis where arguments have other strengths, and some nodes are overruled.

        None if it never rests, or if time is over before it does: the clock knows.
        """
        from coldwater.semantics.gradual import NotConverged, degrees  # noqa: PLC0415 - heavier than grounded

        names = self.framework.names
        overruled = [names[node] for node in rejected], [names[node] for node in granted]
        found = degrees(self.map, self.semantics, strengths, *overruled, self.clock.is_over)
        return None if isinstance(found, NotConverged) else found.degrees[self.map.thesis].degree

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdict on the thesis in the scenarios asked for; None if time is over."""
        return self.memory.masks(scenarios, asked)

    def _label(self, rejected: Iterable[int], granted: Iterable[int]) -> int | None:
        degree = self.degree_at({}, rejected, granted)
        return None if degree is None and self.clock.is_over() else label_of(degree)

    def on(self, framework: Framework) -> GradualOracle:
        """Give the oracle for another framework of the same map."""
        return GradualOracle(self.map, framework, self.semantics, self.clock, is_monotone=self.is_monotone)


def label_of(degree: float | None) -> int:
    """Read a degree in 0..1 as a label; what never rests is undecided.

    >>> [label_of(degree) for degree in (0.51, 0.49, 0.5, None)]
    [1, 2, 0, 0]
    """
    if degree is None or abs(degree - 0.5) <= NEAR:
        return UNDECIDED
    return IN if degree > 0.5 else OUT


class _Memory:
    """Answers one scenario after the other, and each but once."""

    def __init__(self, answer: Callable[[Iterable[int], Iterable[int]], int | None], clock: Clock) -> None:
        self._answer = answer
        self._clock = clock
        self._known: dict[tuple[frozenset[int], frozenset[int]], int] = {}

    def masks(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdicts in the scenarios of a mask; None if time is over."""
        stands = falls = 0
        for bit, rejected, granted in _cases(scenarios, asked):
            label = self._label(rejected, granted)
            if label is None:
                return None
            stands |= (label == IN) << bit
            falls |= (label == OUT) << bit
        return Masks(stands, falls)

    def _label(self, rejected: Sequence[int], granted: Sequence[int]) -> int | None:
        """Look a scenario up, or answer it while there is time. What time was too short for is not kept."""
        case = frozenset(rejected), frozenset(granted)
        if case not in self._known:
            label = None if self._clock.is_over() else self._answer(rejected, granted)
            if label is None:
                return None
            self._known[case] = label
        return self._known[case]


def _cases(scenarios: Scenarios, asked: int) -> Iterator[tuple[int, list[int], list[int]]]:
    """Give the scenarios of a mask one by one: number, rejected nodes, granted claims."""
    found: dict[int, tuple[list[int], list[int]]] = {bit: ([], []) for bit in bits_of(asked)}
    for kind, masks in enumerate((scenarios.rejected, scenarios.granted)):
        for node, mask in masks.items():
            for bit in bits_of(mask & asked):
                found[bit][kind].append(node)
    for bit, (rejected, granted) in found.items():
        yield bit, rejected, granted
