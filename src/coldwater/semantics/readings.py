"""What else could be made of a map: verdicts under other proof standards and without some claims, and degrees.

Under semantics with several labellings a verdict is what all of them share.
"""

from __future__ import annotations

import time

from coldwater.errors import MissingExtraError
from coldwater.semantics.evaluation import GRADUAL, frameworks_under
from coldwater.semantics.grounded import grounded
from coldwater.semantics.grounds import ground_of
from coldwater.semantics.labelling import WORDS
from coldwater.semantics.positions import with_field
from coldwater.semantics.standards import STANDARDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from typing import Literal

    from coldwater.model.models import Map
    from coldwater.semantics.acceptance import Semantics
    from coldwater.semantics.evaluation import Evaluation, Overrides
    from coldwater.semantics.framework import Framework
    from coldwater.semantics.labelling import Word

    Void = Literal["void"] | None

#: How far from one half a degree leans clearly to a side.
CLEARLY = 0.05
#: A circle is followed for so many steps towards its rest.
MOST_STEPS = 2_000


class Verdicts:
    """Tells verdicts under a semantics, for as long as there is time; grounded ones take none worth counting."""

    def __init__(self, semantics: str, seconds: float) -> None:
        self.semantics = semantics
        self._ends = time.monotonic() + seconds

    def of(self, framework: Framework, node: int, rejected: Collection[int], granted: Collection[int]) -> Word | Void:
        """Give the verdict on a node; "void" if there is no labelling, None if time is over or a solver is missing."""
        if self.semantics in ("grounded", "complete"):  # what all complete labellings share is what grounded decides
            return WORDS[grounded(framework, frozenset(rejected), frozenset(granted))[node]]
        from coldwater.semantics.enumeration import acceptance  # noqa: PLC0415 - grounded needs no search

        try:
            left = max(0.0, self._ends - time.monotonic())
            semantics: Semantics = "stable" if self.semantics == "stable" else "preferred"
            found = acceptance(framework, semantics, left, [node], rejected, granted)
        except MissingExtraError:
            return None
        if not found.is_complete:
            return None
        if not found.has_labellings:
            return "void"
        return "in" if node in found.sceptical else "out" if node in found.sceptically_out else "undecided"


def other_standards(map_: Map, evaluation: Evaluation, name: str, verdicts: Verdicts) -> dict[str, Word | None] | None:
    """Give the standards that would turn the verdict on a thesis; the one that it was judged by cannot.

    One of None: there would be no labelling. None where it was not found out of each of them.
    """
    if name != map_.thesis:  # a standard from outside takes the place of the own one of the thesis that is meant
        map_ = with_field(map_, "theses", (name, *(other for other in map_.theses if other != name)))
    usual, own = evaluation.verdicts[name].verdict, map_.claims[name].standard
    is_known = evaluation.overrides.standard is not None or own is None
    others = [one for one in STANDARDS if not (is_known and one == evaluation.standard)]
    found: dict[str, Word | None] = {}
    for standard, (framework, rejected, accepted) in frameworks_under(map_, evaluation.overrides, others):
        verdict = verdicts.of(framework, framework.numbers[name], rejected, accepted)
        if verdict is None:
            return None
        if verdict != usual:
            found[standard] = None if verdict == "void" else verdict
    return found


def degrees_of(map_: Map, name: str, overrides: Overrides, counts_sources: bool = False) -> dict[str, float]:
    """Give the degree by each gradual semantics that comes to rest soon.

    ``counts_sources``: a fact that cites a source and has no credence begins at the force with which it is weighed, and
    not at one half, as a claim does of which nothing is known; nothing is given where the map has no such fact.
    """
    from coldwater.semantics.gradual import Degrees, Network  # noqa: PLC0415 - only told where there is room for it

    sourced = {
        one: force
        for one, claim in map_.claims.items()
        if counts_sources and claim.credence is None and (force := ground_of(claim)) is not None
    }
    if counts_sources and not sourced:
        return {}
    strengths = {**sourced, **overrides.strengths}
    network = Network(map_, strengths, frozenset(overrides.rejected), frozenset(overrides.accepted))
    found = {}
    for semantics in GRADUAL:
        told = network.degrees(semantics, after(MOST_STEPS))
        if isinstance(told, Degrees):
            found[semantics] = told.degrees[name].degree
    return found


def leaning(verdict: Word, degrees: Mapping[str, float]) -> Sequence[str]:
    """Give the semantics by which a degree leans clearly to the other side than a verdict; all, if they disagree."""
    above = [name for name, degree in degrees.items() if degree > 0.5 + CLEARLY]
    below = [name for name, degree in degrees.items() if degree < 0.5 - CLEARLY]
    if above and below:
        return tuple(degrees)
    return below if verdict == "in" else above if verdict == "out" else ()


def after(most: int) -> Callable[[], bool]:
    """Give what tells, when asked for the time, that it is over once it was asked so often: the same on every run."""
    asked = 0

    def is_over() -> bool:
        nonlocal asked
        asked += 1
        return asked > most

    return is_over
