"""Which nodes are in, or out, in some labelling or in all of them: decided by the solver, not by listing labellings.

What each question takes: *in some*, a labelling in which it is so; under preferred semantics a complete one will do,
since it can be extended. *In all*: under complete semantics just what grounded decides; under stable semantics what
has the opposite label in none; under preferred semantics see ``sceptic``.
"""

from __future__ import annotations

import time
from itertools import chain

from coldwater.errors import MissingExtraError, UsageError
from coldwater.records import NamedTuple
from coldwater.semantics.conditions import behind, rest_of, separate
from coldwater.semantics.exhaustive import exhaustive
from coldwater.semantics.grounded import IN, OUT
from coldwater.semantics.sceptic import sceptical
from coldwater.semantics.solver import OutOfTimeError, Search, literals_of, opposite, place_and_label
from coldwater.semantics.walk import Walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal, Protocol

    from coldwater.semantics.conditions import Part, Rest
    from coldwater.semantics.exhaustive import Exhaustive
    from coldwater.semantics.framework import Framework

    Semantics = Literal["complete", "preferred", "stable"]

    class _Judge(Protocol):
        """Knows all about the labellings of one part."""

        def has_labellings(self) -> bool:
            """Tell whether there are any. Only stable ones may be missing."""

        def tell(self, tally: _Tally) -> None:
            """Note who is in and out in some labelling and in all. Raises OutOfTimeError, having noted what it knew."""


SEMANTICS = ("complete", "preferred", "stable")
#: Without a solver, so many labellings of a part are gone through.
MOST_WITHOUT_SOLVER = 20_000


class Acceptance(NamedTuple):
    """Nodes that are in (``credulous``) or out (``credulously_out``) in some labelling, and those that are in all.

    If not ``is_complete``, the time was over: the sets hold what was established by then, and ``unsettled`` the nodes
    of which more might be true. ``has_labellings``: whether there is any labelling; None if that was not found out.
    Where there is none, which only happens under stable semantics, no node is said to be anything in all of them.
    """

    credulous: frozenset[int]
    sceptical: frozenset[int]
    credulously_out: frozenset[int]
    sceptically_out: frozenset[int]
    is_complete: bool
    cut_by: Literal["time"] | None
    unsettled: frozenset[int]
    has_labellings: bool | None


def acceptance(  # noqa: PLR0913 - the last two are those of grounded
    framework: Framework,
    semantics: Semantics,
    seconds: float = 10,
    nodes: Iterable[int] | None = None,
    rejected: Iterable[int] = (),
    granted: Iterable[int] = (),
) -> Acceptance:
    """Give who is in and out in some labelling and in all of them, of the ``nodes`` named, or of all.

    ``rejected`` and ``granted``: nodes overruled as in ``grounded``. Looks only at what bears on the nodes, but for
    stable semantics, where any part of the map may forbid all labellings. Raises UsageError for another semantics,
    MissingExtraError if the circles are too entangled to do without a solver and there is none.
    """
    deadline = time.monotonic() + seconds
    if semantics not in SEMANTICS:
        raise UsageError(f"there is no {semantics!r} here; there is: {', '.join(SEMANTICS)}")
    rest = rest_of(framework, rejected, granted)
    asked = frozenset(range(framework.nodes) if nodes is None else nodes)
    conditions = rest.conditions if semantics == "stable" else behind(rest.conditions, asked)
    if semantics == "stable" and rest.has_no_stable_labelling:
        return _none(frozenset(), False)
    tally = _Tally(rest.labels, asked)
    parts = sorted(separate(conditions), key=len)
    judges: list[_Judge] = []
    try:
        for part in parts:
            judges.append(_judge_of(rest, part, semantics, deadline))
            if not judges[-1].has_labellings():
                return _none(frozenset(), False)
    except OutOfTimeError:
        if semantics == "stable":
            return _none(asked, None)
    unsettled = asked.intersection(node for part in parts[len(judges) :] for node in part)
    for part, judge in zip(parts, judges, strict=False):
        try:
            judge.tell(tally)
        except OutOfTimeError:
            unsettled |= asked & part.keys()
    some, every = tally.some, tally.every
    return Acceptance(
        credulous=frozenset(some[IN]),
        sceptical=frozenset(every[IN]),
        credulously_out=frozenset(some[OUT]),
        sceptically_out=frozenset(every[OUT]),
        is_complete=not unsettled,
        cut_by="time" if unsettled else None,
        unsettled=unsettled,
        has_labellings=True,
    )


def _none(unsettled: frozenset[int], has_labellings: bool | None) -> Acceptance:
    nobody: frozenset[int] = frozenset()
    cut_by: Literal["time"] | None = "time" if has_labellings is None else None
    return Acceptance(nobody, nobody, nobody, nobody, has_labellings is not None, cut_by, unsettled, has_labellings)


class _Tally:
    """Who of those asked for is in and out in some labelling and in all, as far as it is known."""

    def __init__(self, labels: Sequence[int], asked: frozenset[int]) -> None:
        self.asked = asked
        self.some = {label: {node for node in asked if labels[node] == label} for label in (IN, OUT)}
        self.every = {label: set(nodes) for label, nodes in self.some.items()}


def _judge_of(rest: Rest, part: Part, semantics: Semantics, deadline: float) -> _Judge:
    small = exhaustive(part)
    if small is not None:
        return _Small(small, semantics)
    try:
        return _Large(Search(part, semantics, deadline))
    except MissingExtraError as missing:
        return _Listed(Walk(rest, part, semantics, deadline), missing)


class _Small:
    """Judges a part all whose labellings are at hand, as the bits of numbers."""

    def __init__(self, labellings: Exhaustive, semantics: Semantics) -> None:
        self.labellings = labellings
        self.chosen = labellings.chosen(semantics)

    def has_labellings(self) -> bool:
        return self.chosen != 0

    def tell(self, tally: _Tally) -> None:
        for label, masks in ((IN, self.labellings.stands), (OUT, self.labellings.falls)):
            for node in tally.asked & masks.keys():
                where = masks[node] & self.chosen
                if where:
                    tally.some[label].add(node)
                if where == self.chosen:
                    tally.every[label].add(node)


class _Listed:
    """Judges a part by going through all its labellings, where there is no solver."""

    def __init__(self, walk: Walk, missing: MissingExtraError) -> None:
        self.walk = walk
        self.labellings = iter(walk)
        self.first = next(self.labellings, None)
        self.missing = missing

    def has_labellings(self) -> bool:
        return self.first is not None

    def tell(self, tally: _Tally) -> None:
        asked = tally.asked.intersection(node for knot in self.walk.knots for node in knot)
        every = {label: set(asked) for label in (IN, OUT)}
        for number, labels in enumerate(chain([self.first or b""], self.labellings)):
            if number == MOST_WITHOUT_SOLVER:
                raise self.missing
            for label in (IN, OUT):
                now = {node for node in asked if labels[node] == label}
                tally.some[label] |= now
                every[label] &= now
        for label in (IN, OUT):
            tally.every[label] |= every[label]


class _Large:
    """Judges a part by asking the solver for labellings that show something new, until there are none."""

    def __init__(self, search: Search) -> None:
        self.search = search
        self.nodes = list(search.places)
        self.first = search.find()

    def has_labellings(self) -> bool:
        return self.first is not None

    def tell(self, tally: _Tally) -> None:
        search = self.search
        asked = [place for node, place in search.places.items() if node in tally.asked]
        wanted = {2 * place + label for place in asked for label in (IN, OUT)}
        reached: set[int] = set()
        labels = self.first
        while labels is not None:
            new = wanted.intersection(literals_of(labels))
            self._note(new, tally.some)
            wanted -= new
            reached |= new
            labels = search.find_any(sorted(wanted)) if wanted else None
        unopposed = {literal for literal in reached if opposite(literal) not in reached}
        if search.semantics == "stable":
            self._note(unopposed, tally.every)
        elif search.semantics == "preferred":
            for literal in sceptical(search, self.first or b"", unopposed):
                self._note([literal], tally.every)

    def _note(self, literals: Iterable[int], found: dict[int, set[int]]) -> None:
        for literal in literals:
            place, label = place_and_label(literal)
            found[label].add(self.nodes[place])
