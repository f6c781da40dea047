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
    """The greatest with which one of them stands; null if none does. Of several labellings, the least it comes to."""
    may_have: Share | None
    """The greatest force with which one that is undecided could stand; null if none is."""


class ReportedTie(TypedDict):
    """What is known of a tie, and no more: reasons on both sides stand."""

    pros: Count
    """How many stand for it."""
    cons: Count
    has_ground: bool
    """Whether it has a ground of its own as well."""
    equal: Share | None
    """The force that was written for the strongest on both sides; null where the map does not say which weigh more."""


class WeighedVerdict(Verdict):
    """A verdict, with what is known of a tie."""

    tie: ReportedTie | None
    """Null but where the reason is `tied`."""


class ReportedUnstated(TypedDict):
    """Premises that nobody states and nothing supports, on which a verdict rests."""

    claims: list[str]
    without: Word | None
    """The verdict without all of them; null where there is no labelling then, or time was too short."""
    turning: list[str] | None
    """Those without any one of which it is another already; null if they are too many to try, or time was short."""


class ReportedSpeaking(TypedDict):
    """How many bear on something from one side."""

    number: Count
    speaking: Count
    """How many have a degree above 0."""
    greatest: Share | None
    """The greatest degree; null if there are none."""


class ReportedUnstatedDegree(TypedDict):
    """Premises that nobody states and nothing supports, that a degree comes from."""

    claims: list[str]
    without: Share | None
    """The degree without all of them; null where it does not come to rest soon."""
    turning: list[str] | None
    """Those without any one of which it lies on another side of one half; null if there are too many to try."""


class DegreeRestsOn(TypedDict):
    """What a degree rests on."""

    pros: ReportedSpeaking
    cons: ReportedSpeaking
    """Claims that contradict it are counted here, too."""
    unstated: ReportedUnstatedDegree | None
    verdict: Word | None
    """The grounded verdict; null on maps of more than 500 claims and arguments, and where credences were overruled."""
    degrees: dict[Gradual, Share] | None
    """By each other gradual semantics that has one; null on maps of more than 500 claims and arguments."""
    disagreeing: list[Gradual | Literal["grounded"]]
    """The readings that are clearly on the other side of one half, grounded if also where sourced facts begin at 1."""


class RestsOn(TypedDict):
    """What a verdict rests on. Under semantics with several labellings all of it is about what these share."""

    pros: ReportedTally
    cons: ReportedTally
    """Claims that contradict it are counted here, too."""
    ground: Share | None
    """The force of a ground of its own: a source for a fact, a credence, or a stated strength; null if it has none."""
    equal: Share | None
    """Of a tie, the force that was written for the strongest on both sides; null where the map does not say."""
    unstated: ReportedUnstated | None
    standards: dict[Standard, Word | None] | None
    """The proof standards that would turn it, with the verdict then: null where there would be no labelling.

    Null for all but theses, on maps of more than 500 claims and arguments, and where time was too short."""
    degrees: dict[Gradual, Share] | None
    """By each gradual semantics that has one; null on maps of more than 500 claims and arguments."""
    disagreeing: list[Gradual]
    """Those that lean clearly to the other side; all, if they contradict each other.

    They do so also where facts that cite a source begin at 1."""
