"""What ``coldwater prep overview``, ``assumptions`` and ``ach`` print: what is for no side.

docs/debate-json.md and docs/hypotheses.md tell the keys.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.model.models import Kind, Standard
from coldwater.schemas.deciding import AnswerState, ArgumentThreshold
from coldwater.schemas.preparing import Answer, HeldClaim, PreparedThesis, VotingIssue, Weighed
from coldwater.schemas.words import (
    Count,
    DegreeRestsOn,
    Gradual,
    Labelling,
    Number,
    RestsOn,
    SeenAs,
    Share,
    Side,
    Weighing,
    Word,
)


class CredenceThreshold(TypedDict):
    """The value nearest to a claim's credence at which the verdict changes, and the verdicts around it."""

    credence: Share
    value: Share
    exact: bool
    below: Word | None
    at: Word
    above: Word | None


class Assumption(TypedDict):
    """A claim that is taken for granted."""

    critical: Literal["alone", "together", "no"]
    """Whether it turns the verdict by itself, with others, or not."""
    id: str
    text: str
    sides: list[Side]
    kind: Kind | None
    unstated: bool
    verdict_without: Word | None
    """The verdict on the thesis if it alone is given up; null if that was not worked out."""
    cruxes: Count
    """In how many it is."""
    smallest_crux: VotingIssue | None
    load: Share | None
    """The share of all cases in which it tips the verdict."""
    uses: list[str]
    """The arguments that use it."""
    thresholds: list[ArgumentThreshold]
    """Where the strengths of these change the verdict."""
    credence: CredenceThreshold | None
    """Where its own credence does."""


class OverviewContention(Weighed):
    """An argument on the thesis, or a claim that contradicts it."""

    side: Side
    id: str
    title: str
    verdict: Word
    state: AnswerState | None
    """Null for a claim."""
    answers: list[Answer]
    behind: list[str]
    """The arguments that only hold it up."""


class OverviewNeed(TypedDict):
    """The fewest answers that would better the verdict for a side: the first choice."""

    side: Side
    verdict: Word
    """What the thesis would then be."""
    answer: list[str]


class OverviewReport(TypedDict):
    """What `coldwater prep overview --output-format json` prints."""

    version: Literal[1]
    side: Literal["both"]
    thesis: PreparedThesis
    semantics: Labelling | Gradual
    standard: Standard | None
    weighing: Weighing | None
    cut: bool
    """A limit was reached in the search."""
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    rests_on: RestsOn | DegreeRestsOn | None
    """What the verdict rests on; null where there is none."""
    contentions: list[OverviewContention]
    """Of pro, then of con; what stands first."""
    issues: list[VotingIssue]
    """No two by which the same side gains share a claim."""
    needs: list[OverviewNeed]


class AssumptionsReport(TypedDict):
    """What `coldwater prep assumptions --output-format json` prints."""

    version: Literal[1]
    side: Side | Literal["both"]
    thesis: PreparedThesis
    semantics: Labelling | Gradual
    standard: Standard | None
    weighing: Weighing | None
    cut: bool
    """A limit was reached in the search."""
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    assumptions: list[Assumption]
    """What is critical first."""
    idle: list[str]
    """What cannot matter."""
    idle_is_certain: bool
    fallen: list[str]
    rivals_only: list[str]
    """What bears on rivals only."""
    load_error: Share
    """The largest standard error of a load."""


#: ``for`` is no name that a class body could hold.
Hypothesis = TypedDict(
    "Hypothesis",
    {
        "id": str,
        "text": str,
        "thesis": bool,
        "rank": Number,
        "against": float,
        "for": float,
        "against_by": dict[str, float],
        "for_by": dict[str, float],
        "verdict": Word,
    },
)
Hypothesis.__doc__ = "A hypothesis: what counts against it and for it in sum, and what each argument counts, by its id."


class EvidenceClaim(HeldClaim):
    """A claim of a row."""

    id: str
    text: str
    unstated: bool
    tags: NotRequired[list[str]]


class MatrixCell(TypedDict):
    """How a row bears on a hypothesis."""

    hypothesis: str
    bearing: Literal["consistent", "inconsistent", "both", "unknown"]
    fits: Share
    """The strength of the strongest way for it that is not broken, from 0 to 1."""
    clashes: Share
    """Of the strongest against it."""


class EvidenceRow(TypedDict):
    """A piece of evidence."""

    claims: list[EvidenceClaim]
    credibility: Share
    diagnosticity: Share
    """How much it distinguishes the hypotheses; both from 0 to 1."""
    cells: list[MatrixCell]


class Hinge(TypedDict):
    """Rows without which other hypotheses come first."""

    without: list[list[str]]
    """The claims of each row."""
    first: list[str]


class AchReport(TypedDict):
    """What `coldwater prep ach --output-format json` prints: competing hypotheses."""

    version: Literal[1]
    semantics: Literal["grounded"]
    standard: Standard
    weighing: Weighing
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""
    hypotheses: list[Hypothesis]
    evidence: list[EvidenceRow]
    hinges: list[Hinge]
    tried: Count
    """Of how many rows it was tried what hangs on them."""
    odd_grades: list[str]
    """Grades that are not understood."""
