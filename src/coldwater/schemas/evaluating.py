"""What ``coldwater evaluate`` and ``coldwater explain`` print."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.model.models import Standard
from coldwater.schemas.words import (
    Count,
    CutBy,
    DegreeRestsOn,
    Gradual,
    Parameters,
    Reason,
    ReportedTie,
    RestsOn,
    SeenAs,
    Share,
    Verdict,
    WeighedVerdict,
    Weighing,
    Word,
)

StepRole = Literal["asked", "premise", "for", "against"]
StepEnding = Literal["told", "circle", "aside"]


class ReportedOverrides(TypedDict):
    """What was taken to be otherwise than the map says."""

    rejected: list[str]
    accepted: list[str]
    strengths: dict[str, Share]
    """By argument."""
    standard: NotRequired[Standard | None]
    """Null for the map's own. Degrees have none."""
    weighing: NotRequired[Weighing | None]
    """Null for the map's own. Degrees have none."""


class ThesisVerdict(Verdict):
    """The verdict on the thesis."""

    id: str


class OneThesis(ThesisVerdict):
    """The verdict on one of several theses."""

    rests_on: NotRequired[RestsOn]
    """What it rests on; missing of those beyond the first six."""


class NoVerdict(TypedDict):
    """The thesis where there is no labelling: it has no verdict, not even that it is undecided."""

    id: str
    verdict: None
    reason: Literal["no-labelling"]


class Verdicts(TypedDict):
    """What `coldwater evaluate --output-format json` prints for the grounded semantics."""

    version: Literal[1]
    semantics: Literal["grounded"]
    standard: Standard
    weighing: Weighing
    parameters: Parameters
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    thesis: ThesisVerdict
    """Of several the one that is meant: the first, or that of `--thesis`."""
    theses: NotRequired[list[OneThesis]]
    """The verdicts on all theses, where there are several; that one first."""
    rests_on: RestsOn
    """What the verdict on the thesis rests on."""
    verdicts: dict[str, Verdict]
    """By id: claims, then arguments, in the order of the file."""


class LabellingStatus(TypedDict):
    """In which labellings a claim or argument is in, and in which out."""

    credulous: bool
    """In in some."""
    sceptical: bool
    """In in all."""
    out_in_some: bool
    out_in_all: bool


class SeveralVerdicts(TypedDict):
    """What it prints for a semantics with several labellings. A verdict is what all share, else undecided."""

    version: Literal[1]
    semantics: Literal["complete", "preferred", "stable"]
    standard: Standard
    weighing: Weighing
    parameters: Parameters
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    thesis: ThesisVerdict
    theses: NotRequired[list[OneThesis]]
    """The verdicts on all theses, where there are several."""
    rests_on: RestsOn
    """What the verdict on the thesis rests on."""
    verdicts: dict[str, Verdict]
    complete: bool
    """Whether all labellings are listed."""
    cut_by: CutBy | None
    """What cut the list short; null where nothing did."""
    certain: bool
    """False where time was too short for the statuses as well."""
    labellings: list[dict[str, Word]]
    """Each by id. There is one at least, if time was not too short to find it."""
    statuses: dict[str, LabellingStatus]


class NoVerdicts(TypedDict):
    """What it prints where there is no stable labelling, so that nothing has a verdict."""

    version: Literal[1]
    semantics: Literal["stable"]
    standard: Standard
    weighing: Weighing
    parameters: Parameters
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    thesis: NoVerdict
    theses: NotRequired[list[NoVerdict]]
    """All theses, where there are several."""
    rests_on: None
    verdicts: dict[str, Verdict]
    """Empty, and so are labellings and statuses."""
    complete: Literal[True]
    cut_by: None
    certain: Literal[True]
    labellings: list[dict[str, Word]]
    statuses: dict[str, LabellingStatus]


class ThesisStandards(TypedDict):
    """The verdict on one of several theses under each proof standard."""

    id: str
    standards: dict[Standard, WeighedVerdict]


class StandardVerdicts(TypedDict):
    """What it prints with `--standards`: the verdict on the thesis under each proof standard."""

    version: Literal[1]
    semantics: Literal["grounded"]
    weighing: Weighing
    parameters: Parameters
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    thesis: str
    """Of several the one that is meant: the first, or that of `--thesis`."""
    standards: dict[Standard, WeighedVerdict]
    theses: NotRequired[list[ThesisStandards]]
    """The same of all theses, where there are several; that one first."""


class ReportedDegree(TypedDict):
    """How strong something is in the end, and the base score that this comes from; both in 0..1."""

    degree: Share
    base: Share


class ThesisDegree(ReportedDegree):
    """The degree of the thesis."""

    id: str


class OneThesisDegree(ThesisDegree):
    """The degree of one of several theses."""

    rests_on: NotRequired[DegreeRestsOn]
    """What it rests on; missing of those beyond the first six."""


class ReportedDegrees(TypedDict):
    """What it prints for a gradual semantics."""

    version: Literal[1]
    semantics: Gradual
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    converged: Literal[True]
    thesis: ThesisDegree
    theses: NotRequired[list[OneThesisDegree]]
    """All theses, where there are several."""
    rests_on: DegreeRestsOn
    """What the degree of the thesis rests on."""
    degrees: dict[str, ReportedDegree]


class RestlessDegrees(TypedDict):
    """What it prints where the circles of the map never come to rest, so that there are no degrees."""

    version: Literal[1]
    semantics: Gradual
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    overrides: ReportedOverrides
    converged: Literal[False]
    moving: list[str]
    """The ids that still moved."""
    time: float
    """How long they were followed, in the time of the equation."""
    cut_by: Literal["time"] | None
    """"time" where they might have come to rest, had there been more time to follow them."""


Evaluated = Verdicts | SeveralVerdicts | NoVerdicts | StandardVerdicts | ReportedDegrees | RestlessDegrees


class ExplainedStep(TypedDict):
    """One step of the way from what was asked for down to what decided it."""

    id: str
    role: StepRole
    """What it is to the step it hangs on."""
    above: Count | None
    """The place of that step in the list, from 0; null for the first."""
    verdict: Word
    reason: Reason
    left_out: Count
    """How many of its role and verdict are left out after it."""
    left_out_ids: list[str]
    """Which: all of them."""
    besides: Count
    """How many arguments for it stand where it was granted or grounded before any of them did."""
    besides_ids: list[str]
    """Which: all of them."""
    force: Share | None
    """With which it speaks for or against the step above, at most if undecided; null where nothing was weighed."""
    ground: Share | None
    """The force of its own ground, of an argument its stated strength; null where it was not weighed."""
    ending: StepEnding | None
    """How the way ends here, if not by itself: it was told above, or comes back to a step that it hangs in.

    Or it is undecided and would change nothing: aside."""
    tie: ReportedTie | None
    """What is known of a tie; null but where the reason is `tied`."""


class Explained(TypedDict):
    """What `coldwater explain --output-format json` prints."""

    version: Literal[1]
    semantics: Literal["grounded"]
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    id: str
    """What was asked for; the thesis unless named."""
    rests_on: RestsOn
    steps: list[ExplainedStep]
