"""Words and small objects that several documents have in common."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, Le
from typing_extensions import TypedDict

from coldwater.model.models import Standard

#: From 0 up; from 1 up; from 0 to 1.
Count = Annotated[int, Ge(0)]
Number = Annotated[int, Ge(1)]
Share = Annotated[float, Ge(0), Le(1)]
Side = Literal["pro", "con"]
Severity = Literal["error", "warning", "info"]
#: What is said of a claim or an argument: it stands, it falls, or neither.
Word = Literal["in", "out", "undecided"]
#: Why; docs/verdicts.md defines each.
Reason = Literal[
    "granted", "grounded", "supported", "outweighs", "stands",
    "refuted", "outweighed", "unsupported", "set-aside", "premise-out", "undercut",
    "tied", "open", "depends",
]  # fmt: skip
Labelling = Literal["grounded", "complete", "preferred", "stable"]
Weighing = Literal["weakest-link", "last-link"]
Gradual = Literal["df-quad", "quadratic-energy", "euler"]
#: What cut a search short: its time, or the number of things that it looks at.
CutBy = Literal["time", "count"]


class Verdict(TypedDict):
    """What evaluation says of a claim or an argument, and why."""

    verdict: Word
    reason: Reason


class Parameters(TypedDict):
    """The parameters of the proof standards, each in 0..1."""

    alpha: Share
    beta: Share
    gamma: Share


class SeenAs(TypedDict):
    """The position as which a map is seen: what it accepts is granted, what it rejects set aside."""

    id: str
    name: str
    accepts: list[str]
    """Without what it rejects as well, which counts as rejected."""
    rejects: list[str]


class AnyOf(TypedDict):
    """Claims of which any one will do."""

    any_of: list[str]


class ReportedTally(TypedDict):
    """How many speak for something, or against it."""

    standing: Count
    undecided: Count
    fallen: dict[Reason, Count]
    """How many fell, by the reason."""
    force: Share | None
    """The greatest with which one of them stands; null if none does."""


class ReportedUnstated(TypedDict):
    """Premises that nobody states and nothing supports, on which a verdict rests."""

    claims: list[str]
    without: Word
    """The verdict without all of them."""
    turning: list[str] | None
    """Those without any one of which it is another already; null if there are too many to try."""


class RestsOn(TypedDict):
    """What a verdict rests on."""

    pros: ReportedTally
    cons: ReportedTally
    """Claims that contradict it are counted here, too."""
    ground: Share | None
    """The force of a ground of its own: a source for a fact, a credence, or a stated strength; null if it has none."""
    equal: Share | None
    """Of a tie, the force that was written for the strongest on both sides; null where the map does not say."""
    unstated: ReportedUnstated | None
    standards: dict[Standard, Word] | None
    """The proof standards that would turn it. Null for all but the thesis, and on very large maps."""
    degrees: dict[Gradual, Share] | None
    """By each gradual semantics that has one; null on very large maps."""
    disagreeing: list[Gradual]
    """Those that lean clearly to the other side; all, if they contradict each other."""
