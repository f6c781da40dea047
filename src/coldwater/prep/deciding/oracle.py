"""The verdict on the thesis as an oracle: asked for many scenarios at once, under the semantics wanted.

A scenario says which claims are rejected, which are granted, and which arguments have met a standing answer (so that
their step is out, which for the rest of the map is the same as rejecting the argument). Under semantics with several
labellings the verdict is the one they share: in if all have it in, out if all have it out, else undecided, and so if
there is no labelling. Under gradual semantics it is in above 0.5, out below and undecided at 0.5; that is a convention
of ours, and it is said wherever it is used.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.errors import UsageError
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import GRADUAL, LABELLINGS, Overrides, refuse_odd
from coldwater.semantics.grounded import UNDECIDED, grounded
from coldwater.semantics.scenarios import Masks, Scenarios, grounded_in, grounded_in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from coldwater.model.models import Map
    from coldwater.prep.deciding.clock import Clock
    from coldwater.semantics.framework import Framework

    class Oracle(Protocol):
        """What is asked for verdicts."""

        #: The map as compiled. Its nodes are what scenarios speak of.
        framework: Framework
        #: The nodes that can bear on the verdict.
        bearing: frozenset[int]
        #: Whether ten thousand scenarios cost milliseconds, and the verdict is the grounded one.
        is_grounded: bool
        #: Whether the verdict only ever moves towards a side when that side gains in what serves no other.
        is_monotone: bool
        #: What is still to be spent.
        clock: Clock

        @property
        def semantics(self) -> str:
            """Under which it judges: "grounded" also where others agree with it."""

        @property
        def label(self) -> int:
            """The label of the thesis where nothing is overruled."""

        @property
        def labels(self) -> Sequence[int]:
            """The label of every node where nothing is overruled: what stands, what falls, what is answered."""

        def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
            """Give the verdict on the thesis in the scenarios of a mask; what it says of others is void.

            None if time is over before it is known. What was asked before is known.
            """

        def on(self, framework: Framework) -> Oracle:
            """Give the oracle for another framework of the same map."""


#: So many scenarios may take longer than there is time; fewer are a matter of milliseconds.
_MANY = 4096


def oracle_for(map_: Map, semantics: str, standard: str | None, clock: Clock) -> Oracle:
    """Give the oracle for a map in which every reference leads somewhere.

    ``standard`` takes the place of the map's, and of the thesis' own. Raises UsageError for an unknown semantics or
    standard. Where nothing is circular all semantics with labellings agree, and grounded is asked in their place; so
    it is for complete, which shares out what grounded decides. Where grounded leaves something undecided there, no
    labelling is stable, and that is searched and found.
    """
    known = (*LABELLINGS, *GRADUAL)
    if semantics not in known:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(f"there is no semantics `{semantics}`; there are {', '.join(known)}.{hint(semantics, known)}")
    refuse_odd(map_, Overrides(standard=standard))
    framework = compile_map(map_, standard)
    is_circular = _is_circular(framework, everywhere=semantics == "stable")
    if semantics in GRADUAL:
        from coldwater.prep.deciding.one_by_one import GradualOracle  # noqa: PLC0415 - grounded has no use for it

        return GradualOracle(map_, framework, semantics, clock, is_monotone=not is_circular)
    if semantics in ("grounded", "complete") or not is_circular:
        oracle = GroundedOracle(framework, clock)
        if semantics != "stable" or UNDECIDED not in oracle.labels[: len(framework.names)]:
            return oracle
    from coldwater.prep.deciding.one_by_one import SearchingOracle  # noqa: PLC0415 - the search may load a solver

    return SearchingOracle(framework, "stable" if semantics == "stable" else "preferred", clock)


def _is_circular(framework: Framework, *, everywhere: bool) -> bool:
    """Tell whether what bears on the thesis is circular, or anything is: then there may be no stable labelling."""
    bearing = range(framework.nodes) if everywhere else framework.behind([framework.thesis])
    return any(
        component[0] in bearing and (len(component) > 1 or component[0] in framework.bearing_on(component[0]))
        for component in framework.components
    )


class GroundedOracle:
    """The grounded verdict: all scenarios at once, in masks."""

    semantics = "grounded"
    is_grounded = True
    is_monotone = True

    def __init__(self, framework: Framework, clock: Clock) -> None:
        self.framework = framework
        self.clock = clock
        self.bearing = framework.behind([framework.thesis])

    @property
    def label(self) -> int:
        """The label of the thesis where nothing is overruled."""
        return self.labels[self.framework.thesis]

    @cached_property
    def labels(self) -> Sequence[int]:
        """The label of every node where nothing is overruled."""
        return grounded(self.framework)

    def verdicts(self, scenarios: Scenarios, asked: int) -> Masks | None:
        """Give the verdict on the thesis in all scenarios; None if there are many and time is over meanwhile."""
        if not asked:
            return Masks(0, 0)
        if scenarios.number < _MANY:
            return grounded_in(self.framework, self.framework.thesis, scenarios)
        return grounded_in_time(self.framework, self.framework.thesis, scenarios, self.clock.is_over)

    def on(self, framework: Framework) -> GroundedOracle:
        """Give the oracle for another framework of the same map."""
        return GroundedOracle(framework, self.clock)
