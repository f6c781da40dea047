"""The verdict on the thesis as an oracle: asked for many scenarios at once, under the semantics wanted.

A scenario says which claims are rejected, which are granted, and which arguments have met a standing answer (so that
their step is out, which for the rest of the map is the same as rejecting the argument). Under semantics with several
labellings the verdict is the one they share: in if all have it in, out if all have it out, else undecided, and so if
there is no labelling. Under gradual semantics it is in above 0.5, out below and undecided at 0.5; that is a convention
of ours, and it is said wherever it is used.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import cached_property

from coldwater.errors import UsageError
from coldwater.semantics.evaluation import LABELLINGS, Overrides, refuse_odd
from coldwater.semantics.framework import compile_map
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded
from coldwater.semantics.scenarios import Masks, Scenarios, grounded_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Protocol

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework

    class Oracle(Protocol):
        """What is asked for verdicts."""

        #: The map as compiled. Its nodes are what scenarios speak of.
        framework: Framework
        #: The nodes that can bear on the verdict.
        bearing: frozenset[int]
        #: Whether ten thousand scenarios cost milliseconds, and the verdict is the grounded one.
        is_grounded: bool
        #: What is still to be spent.
        clock: Clock

        @property
        def labels(self) -> Sequence[int]:
            """The label of every node where nothing is overruled."""

        def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
            """Give the verdict on the thesis in the scenarios of a mask; what it says of others is void.

            None if time is over before it is known. What was asked before is known.
            """

        def on(self, framework: Framework) -> Oracle:
            """Give the oracle for another framework of the same map."""


#: The semantics that give every claim and argument a strength in 0..1.
GRADUAL = ("df-quad", "quadratic-energy", "euler-based")
#: Strengths nearer to 0.5 than this count as 0.5, since floating point numbers do not add up exactly.
NEAR = 1e-9


class Clock:
    """How long may still be searched; whoever searches asks it. ``was_asked_too_late``: whether one had to stop."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._end = now() + seconds
        self.was_asked_too_late = False

    def is_over(self) -> bool:
        """Tell whether the time is spent."""
        is_over = self.left() <= 0
        self.was_asked_too_late = self.was_asked_too_late or is_over
        return is_over

    def left(self) -> float:
        """Give the seconds that are left; none or less if the time is spent."""
        return self._end - self._now()

    @contextmanager
    def share(self, part: float) -> Iterator[None]:
        """Allow for what is done inside ``with`` only a part, in 0..1, of the time that is left."""
        whole = self._end
        self._end = self._now() + part * max(self.left(), 0.0)
        yield
        self._end = whole


def oracle_for(map_: Map, semantics: str, standard: str | None, clock: Clock) -> Oracle:
    """Give the oracle for a map in which every reference leads somewhere.

    ``standard`` takes the place of the map's, and of the thesis' own. Raises UsageError for an unknown semantics or
    standard. Where nothing is circular all semantics with labellings agree, and grounded is asked in their place; so
    it is for complete, which shares out what grounded decides.
    """
    known = (*LABELLINGS, *GRADUAL)
    if semantics not in known:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(f"there is no semantics `{semantics}`; there are {', '.join(known)}.{hint(semantics, known)}")
    refuse_odd(map_, Overrides(standard=standard))
    framework = compile_map(map_, standard)
    if semantics in GRADUAL:
        return GradualOracle(map_, framework, semantics, clock)
    if semantics in ("grounded", "complete") or not _is_circular(framework, semantics):
        return GroundedOracle(framework, clock)
    return SearchingOracle(framework, semantics, clock)


def _is_circular(framework: Framework, semantics: str) -> bool:
    """Tell whether what bears on the thesis is circular; for stable, whether anything is: it may leave no labelling."""
    bearing = _bearing(framework, semantics)
    return any(
        component[0] in bearing and (len(component) > 1 or component[0] in framework.bearing_on(component[0]))
        for component in framework.components
    )


def _bearing(framework: Framework, semantics: str) -> frozenset[int]:
    return frozenset(range(framework.nodes)) if semantics == "stable" else framework.behind([framework.thesis])


class GroundedOracle:
    """The grounded verdict: all scenarios at once, in masks."""

    is_grounded = True

    def __init__(self, framework: Framework, clock: Clock) -> None:
        self.framework = framework
        self.clock = clock
        self.bearing = framework.behind([framework.thesis])

    @cached_property
    def labels(self) -> Sequence[int]:
        """The label of every node where nothing is overruled."""
        return grounded(self.framework)

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks:
        """Give the verdict on the thesis in all scenarios."""
        return grounded_in(self.framework, self.framework.thesis, scenarios) if asked else Masks(0, 0)

    def on(self, framework: Framework) -> GroundedOracle:
        """Give the oracle for another framework of the same map."""
        return GroundedOracle(framework, self.clock)


class SearchingOracle:
    """The verdict that all preferred or all stable labellings share: one search for each scenario.

    What grounded decides, every preferred labelling decides alike, so that only the rest is searched.
    """

    is_grounded = False

    def __init__(self, framework: Framework, semantics: str, clock: Clock) -> None:
        self.framework = framework
        self.semantics = semantics
        self.clock = clock
        self.memory = _Memory(self._label, clock)
        self.bearing = _bearing(framework, semantics)

    @cached_property
    def labels(self) -> Sequence[int]:
        """The label of every node where nothing is overruled."""
        return self._labels(range(self.framework.nodes), (), ())

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdict on the thesis in the scenarios asked for; None if time is over."""
        stands = falls = 0
        if self.semantics == "preferred":
            stands, falls = grounded_in(self.framework, self.framework.thesis, scenarios)
        searched = self.memory.masks(scenarios, asked & ~stands & ~falls)
        return searched and Masks(stands | searched.stands, falls | searched.falls)

    def _label(self, rejected: Iterable[int], granted: Iterable[int]) -> int:
        return self._labels([self.framework.thesis], rejected, granted)[0]

    def _labels(self, nodes: Iterable[int], rejected: Iterable[int], granted: Iterable[int]) -> list[int]:
        """Give what all labellings share of each node: undecided if there is none, or if time was too short."""
        from importlib import import_module  # noqa: PLC0415 - the search may need a solver

        acceptance: Any = import_module("coldwater.semantics.enumeration").acceptance
        nodes, seconds = list(nodes), max(self.clock.left(), 0.05)
        found = acceptance(self.framework, self.semantics, seconds, nodes, rejected, granted)
        if not found.is_complete:
            self.clock.was_asked_too_late = True
            return [UNDECIDED for _ in nodes]
        return [
            IN if node in found.sceptical and node in found.credulous
            else OUT if node in found.sceptically_out and node in found.credulously_out
            else UNDECIDED
            for node in nodes
        ]  # fmt: skip

    def on(self, framework: Framework) -> SearchingOracle:
        """Give the oracle for another framework of the same map."""
        return SearchingOracle(framework, self.semantics, self.clock)


class GradualOracle:
    """The strength of the thesis under a gradual semantics, read as a verdict: one pass for each scenario."""

    is_grounded = False

    def __init__(self, map_: Map, framework: Framework, semantics: str, clock: Clock) -> None:
        self.map = map_
        self.framework = framework
        self.semantics = semantics
        self.clock = clock
        self.memory = _Memory(self._label, clock)
        self.bearing = framework.behind([framework.thesis])

    @cached_property
    def labels(self) -> Sequence[int]:
        """The label of every node where nothing is overruled; a step has that of its argument."""
        degrees, framework = self.degrees({}), self.framework
        owners = [framework.own_argument(node) for node in range(framework.nodes)]
        return [label_of(degrees[framework.names[owner]] if degrees else None) for owner in owners]

    def degrees(
        self, strengths: Mapping[str, float], rejected: Iterable[int] = (), granted: Iterable[int] = ()
    ) -> Mapping[str, float] | None:
        """Give the strength of every claim and argument; None if they do not settle."""
        from importlib import import_module  # noqa: PLC0415 - only who asks for strengths pays for them

        ask: Any = import_module("coldwater.semantics.gradual").degrees
        names = self.framework.names
        found = ask(self.map, self.semantics, strengths, [names[node] for node in rejected],
                    [names[node] for node in granted])  # fmt: skip
        settled: Mapping[str, float] | None = getattr(found, "degrees", found)
        return settled

    def label(self, strengths: Mapping[str, float]) -> int:
        """Give the verdict on the thesis where arguments have other strengths."""
        degrees = self.degrees(strengths)
        return label_of(degrees[self.map.thesis] if degrees else None)

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdict on the thesis in the scenarios asked for; None if time is over."""
        return self.memory.masks(scenarios, asked)

    def _label(self, rejected: Iterable[int], granted: Iterable[int]) -> int:
        degrees = self.degrees({}, rejected, granted)
        return label_of(degrees[self.map.thesis] if degrees else None)

    def on(self, framework: Framework) -> GradualOracle:
        """Give the oracle for another framework of the same map."""
        return GradualOracle(self.map, framework, self.semantics, self.clock)


def label_of(degree: float | None) -> int:
    """Read a strength in 0..1 as a label; what does not settle is undecided.

    >>> [label_of(degree) for degree in (0.51, 0.49, 0.5, None)]
    [1, 2, 0, 0]
    """
    if degree is None or abs(degree - 0.5) <= NEAR:
        return UNDECIDED
    return IN if degree > 0.5 else OUT


class _Memory:
    """Answers one scenario after the other, and each but once."""

    def __init__(self, answer: Callable[[Iterable[int], Iterable[int]], int], clock: Clock) -> None:
        self._answer = answer
        self._clock = clock
        self._known: dict[tuple[frozenset[int], frozenset[int]], int] = {}

    def masks(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdicts in the scenarios of a mask; None if time is over."""
        stands = falls = 0
        for bit, rejected, granted in _cases(scenarios, asked):
            case = frozenset(rejected), frozenset(granted)
            if case not in self._known:
                if self._clock.is_over():
                    return None
                self._known[case] = self._answer(rejected, granted)
            stands |= (self._known[case] == IN) << bit
            falls |= (self._known[case] == OUT) << bit
        return Masks(stands, falls)


def _cases(scenarios: Scenarios, asked: int) -> Iterator[tuple[int, list[int], list[int]]]:
    """Give the scenarios of a mask one by one: number, rejected nodes, granted claims."""
    from coldwater.prep.subsets import bits_of  # noqa: PLC0415 - the grounded oracle has no use for it

    found: dict[int, tuple[list[int], list[int]]] = {bit: ([], []) for bit in bits_of(asked)}
    for kind, masks in enumerate((scenarios.rejected, scenarios.granted)):
        for node, mask in masks.items():
            for bit in bits_of(mask & asked):
                found[bit][kind].append(node)
    for bit, (rejected, granted) in found.items():
        yield bit, rejected, granted
