"""What ``coldwater cruxes`` prints. docs/cruxes.md defines the words."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.model.models import Standard
from coldwater.schemas.words import (
    AnyOf,
    Count,
    CutBy,
    DegreeRestsOn,
    Gradual,
    Labelling,
    Number,
    Parameters,
    RestsOn,
    SeenAs,
    Share,
    Side,
    Weighing,
    Word,
)

AnswerState = Literal["unanswered", "answered", "answered-but-beaten", "contested", "fallen"]


class DecidedThesis(TypedDict):
    """The thesis, and how it stands."""

    id: str
    verdict: Word | None
    """Null where there is no labelling; all else then takes it to be undecided."""
    degree: Share | None
    """Null where there are verdicts instead of degrees."""


class ReportedDoubt(TypedDict):
    """A claim that gives a crux its rank, and all that is known against it."""

    claim: str
    rejects: list[str]
    """Positions that reject it; so for the next three, which are empty unless positions dispute it."""
    accepts: list[str]
    follows: list[str]
    """They say nothing of it, but an argument for it stands as they see the map."""
    granted: list[str]
    """They say nothing of it, and leave it standing, as nobody argues for it."""
    against: list[str]
    """Arguments against it, and claims that contradict it."""
    open: bool
    """Whether its status is open."""
    unstated: bool
    credence: Share | None
    """If it is below one."""


class ReportedCrux(TypedDict):
    """Claims that must all be rejected for the verdict to turn, none too many."""

    size: Number
    verdict: Word
    """What it becomes."""
    gains: Side
    reject: list[AnyOf]
    rank: Literal["disputed", "contested", "assumed", "undisputed"]
    """Disputed between positions; contested on the map; resting on what is unstated or less than certain; or none."""
    why: str
    """The reason for the rank."""
    doubts: list[ReportedDoubt]
    """The claims that give it the rank."""


class ReportedCruxes(TypedDict):
    """The cruxes in the order of dispute, then the smallest first."""

    most_size: Number
    """Up to how many claims were asked for."""
    complete_to: Count
    """All that there are of up to so many claims are here."""
    cut_by: CutBy | None
    found: list[ReportedCrux]
    larger: list[ReportedCrux]
    """Larger ones that are known, for a side that gains by none of those found."""
    safe_from: list[Side]
    """Sides that surely gain by none."""


class ReportedLines(TypedDict):
    """The fewest claims with which a side keeps what it has."""

    side: Side
    complete_to: Count | None
    """Null if these are all."""
    cut_by: CutBy | None
    found: list[list[str]]


class Concession(TypedDict):
    """A claim that can be given up, and by whom."""

    id: str
    sides: list[Side]
    load: Share | None
    """How much hangs on it where other claims have fallen, as in `load`; as the map is, nothing does."""


class Concessions(TypedDict):
    """Claims that cost nothing, all together."""

    certain: bool
    found: list[Concession]


class NeededAnswer(TypedDict):
    """An argument that needs an answer, and how it fares now."""

    id: str
    state: AnswerState


class NewAnswer(TypedDict):
    """Arguments that would all have to be answered, and the verdict then."""

    verdict: Word
    answer: list[NeededAnswer]


class NewAnswers(TypedDict):
    """The fewest new answers that would turn the verdict for a side."""

    side: Side
    outright: bool
    """Whether the verdict must become the side's own, not just better for it."""
    complete_to: Count
    cut_by: CutBy | None
    hopeless: bool
    """It is certain that no answers would do."""
    found: list[NewAnswer]


class ThresholdPoint(TypedDict):
    """The value nearest to what the map says at which the verdict on the thesis changes, and the verdicts around it."""

    strength: Share
    value: Share
    exact: bool
    """False: right to five decimals."""
    below: Word | None
    """Null where nothing lies beyond."""
    at: Word
    above: Word | None


class ArgumentThreshold(ThresholdPoint):
    """The threshold of an argument's strength."""

    argument: str


class ReportedThresholds(TypedDict):
    """The thresholds that there are, in the order of the file."""

    cut_by: Literal["time"] | None
    found: list[ArgumentThreshold]


class ClaimLoad(TypedDict):
    """How much hangs on a claim."""

    id: str
    cruxes: Count
    """In how many cruxes it is."""
    smallest: Number | None
    """Of how many claims the smallest of these is; null if it is in none."""
    share: Share | None
    """The share of all cases, from 0 to 1, in which it tips the verdict; null if it was not worked out."""
    error: Share
    """The standard error of that; 0 if all cases were counted."""
    free: bool
    """Whether it is a free concession: it then tips the verdict only where other claims have fallen."""


class ReportedLoad(TypedDict):
    """The load of every claim that can bear on the thesis, the heaviest first."""

    cut_by: CutBy | None
    drawn: Number | None
    """How many cases were drawn; null if all were counted."""
    claims: list[ClaimLoad]


class OpenClaim(TypedDict):
    """A claim whose status is open and matters, and the verdict if it were settled."""

    id: str
    if_granted: Word
    if_rejected: Word


class CruxesReport(TypedDict):
    """What `coldwater cruxes --output-format json` prints."""

    version: Literal[1]
    semantics: Labelling | Gradual
    standard: Standard | None
    """Null for degrees, and so are the weighing and the parameters."""
    weighing: Weighing | None
    parameters: Parameters | None
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    thesis: DecidedThesis
    """What all of this is about: of several theses the first, or that of `--thesis`."""
    theses: NotRequired[list[DecidedThesis]]
    """All theses, where there are several; that one first."""
    rests_on: RestsOn | DegreeRestsOn | None
    """What the verdict on the thesis rests on, or its degree; null where there is no labelling, or no degree."""
    cut: bool
    """True if a limit of time or number was reached anywhere."""
    cruxes: ReportedCruxes
    lines: list[ReportedLines]
    free_concessions: Concessions
    new_answers: list[NewAnswers]
    thresholds: ReportedThresholds
    load: ReportedLoad
    open: list[OpenClaim]
