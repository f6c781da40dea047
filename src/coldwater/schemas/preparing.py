"""What ``coldwater prep`` prints for a side: gaps, questions, blocks, brief. docs/debate-json.md tells the keys."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.model.models import Kind, Standard
from coldwater.schemas.deciding import AnswerState
from coldwater.schemas.words import (
    AnyOf,
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

AnswerKind = Literal["undercuts", "attacks-premise", "contradicts-premise"]


class PreparedThesis(TypedDict):
    """The thesis and its verdict."""

    id: str
    verdict: Word | None
    """Null where there is no labelling; all else then takes it to be undecided."""


class Prepared(TypedDict):
    """What material holds for."""

    version: Literal[1]
    side: Side
    """Whose material it is."""
    thesis: PreparedThesis
    semantics: Labelling | Gradual
    standard: Standard | None
    """Null where there are degrees instead of verdicts."""
    weighing: Weighing | None
    """Null where there are degrees instead of verdicts."""
    cut: bool
    """The search for what decides was cut, by time or by number, and there may be more."""
    position: NotRequired[SeenAs]
    """As which position the map is seen; missing where it is judged as it is written."""


class Weighed(TypedDict):
    """How much hangs on it."""

    cruxes: Count
    """How many of the cruxes it touches."""
    smallest_crux: Number | None
    """Of how many claims the smallest of these is; null if it touches none."""
    load: Share | None
    """The share of all cases, from 0 to 1, in which the weightiest claim it rests on tips the verdict."""


class StandingArgument(TypedDict):
    """An argument by its id, and its verdict."""

    id: str
    verdict: Word


class Answer(TypedDict):
    """What answers an argument."""

    id: str
    does: AnswerKind
    premise: str | None
    """The premise that is hit."""
    verdict: Word


class OpposingArgument(TypedDict):
    """An argument of the other side, and how it fares."""

    id: str
    title: str | None
    verdict: Word
    state: AnswerState
    rebuttals: list[StandingArgument]
    """What speaks for the opposite conclusion: it may outweigh, but answers nothing."""
    live: bool
    """Whether what it serves is not lost already."""


class Gap(OpposingArgument, Weighed):
    """An opposing argument that is not answered well enough."""

    answers: list[Answer]


class BareClaim(Weighed):
    """A claim of one's own without a source, or one that nobody stated."""

    id: str
    text: str
    kind: Kind | None


class NotedRound(TypedDict):
    """A round, as its notes tell it."""

    side: Side
    round: NotRequired[str]
    date: NotRequired[str]
    debate: NotRequired[str]
    judge: NotRequired[str]
    opponent: NotRequired[str]
    result: NotRequired[str]
    note: NotRequired[str]
    speeches: dict[str, str]
    """What was noted of each, by its code."""


class MetInRound(TypedDict):
    """Something that came up in a round, held against the map."""

    round: Count
    """The place of the round among the notes, from 0."""
    said: str | None
    id: str | None
    """What it is on the map; null where the map lacks it."""
    speech: str | None
    against: str | None
    """What of the map it was said against."""
    answered: str | None
    """What was answered, as the notes have it."""
    answer: str | None
    """What that is on the map; null where nothing was answered, or nothing that the map has."""
    held: bool | None
    """Whether the answer held."""
    answers: list[str]
    """What answers it on the map and does not fall; empty: it is a gap."""
    note: NotRequired[str]


class NotedRounds(TypedDict):
    """What came up in rounds, without an answer first."""

    notes: list[NotedRound]
    came_up: list[MetInRound]
    left_out: Count
    """How many notes are of rounds on the other side."""


class GapsReport(Prepared):
    """What `coldwater prep gaps --output-format json` prints."""

    unanswered: list[Gap]
    beaten: list[Gap]
    contested: list[Gap]
    unanswered_cruxes: list[str]
    """Those that make `--fail-on unanswered-crux` fail."""
    unsourced: list[BareClaim]
    unstated: list[BareClaim]
    contraries: list[str]
    """Claims that contradict the thesis, of the other side, and that nothing answers."""
    rounds: NotRequired[NotedRounds]
    """With `--round`: what came up in rounds."""


class Question(TypedDict):
    """A question to ask."""

    argument: str
    """The argument that is asked."""
    scheme: str | None
    """The scheme that the question comes from; null for one of the general ones."""
    name: str
    hits: Literal["premise", "step", "conclusion"]
    """What a bad answer is bad for."""
    slot: str | None
    claim: str | None
    burden: Literal["answerer", "asker"]
    """Who has to show it."""
    text: str


class WeighedQuestion(Question, Weighed):
    """A question in the order in which it pays to ask."""

    live: bool


class QuestionsReport(Prepared):
    """What `coldwater prep questions --output-format json` prints."""

    questions: list[WeighedQuestion]


class HeldClaim(TypedDict):
    """Who holds a claim, as far as the map says so."""

    accepted_by: NotRequired[list[str]]
    """The ids of the positions that accept it."""
    rejected_by: NotRequired[list[str]]
    """The ids of those that reject it."""


class CitedPassage(TypedDict):
    """What a claim cites."""

    source: str
    locator: str | None
    quote: str | None
    quotes: NotRequired[list[str]]
    """Several quotes, or those behind the first."""
    passage: NotRequired[str]
    """The longer excerpt that the quotes are from."""
    speakers: NotRequired[list[str]]
    """The ids of the positions that speak in the source, and whose words these are."""


class Premise(HeldClaim):
    """A premise with its text and what it cites."""

    id: str
    text: str
    cites: list[CitedPassage]


class Frontline(Answer):
    """What the other side will say to an answer, and the replies to that."""

    replies: list[Answer]
    left_out: NotRequired[int]
    """How many replies are left out, where there would be too many in all."""


class BlockAnswer(Answer):
    """An answer of a block."""

    premises: list[Premise]
    frontlines: list[Frontline]
    left_out: NotRequired[int]
    """How many frontlines are left out."""


class Block(OpposingArgument, Weighed):
    """An opposing argument, and all that is to be said to it."""

    premises: list[Premise]
    answers: list[BlockAnswer]
    questions: list[Question]
    left_out: NotRequired[int]
    """How many answers are left out."""


class BlockContention(TypedDict):
    """A line of the other side: the block of the contention, then those of what is behind it."""

    id: str
    blocks: list[Block]


class CounteredClaim(TypedDict):
    """A claim of the other side that contradicts the thesis, and what answers it."""

    id: str
    text: str
    answers: list[BlockAnswer]


class BlocksReport(Prepared):
    """What `coldwater prep blocks --output-format json` prints."""

    without_answer: list[str]
    """The arguments whose block is empty."""
    contentions: list[BlockContention]
    countered: list[CounteredClaim]
    """What the other side puts in the place of the thesis."""


class VotingIssue(TypedDict):
    """A crux as a side sees it."""

    verdict: Word
    """The verdict that it would be."""
    gains: Side
    reject: list[AnyOf]
    """What must fall, all of it."""
    rank: Literal["disputed", "contested", "assumed", "undisputed"]
    """How disputed it is, as `coldwater cruxes` says it."""
    why: str
    """The reason for that."""


class Contention(Weighed):
    """A contention of one's own."""

    id: str
    title: str | None
    verdict: Word
    premises: list[Premise]
    behind: list[str]
    """What supports it."""


class BriefConcessions(TypedDict):
    """Claims that may be given up."""

    certain: bool
    """False if that was not settled in time."""
    found: list[str]
    """All of these at once, for nothing."""
    kept: list[str]
    """These would cost nothing now, but without them nothing could be won."""


class SharedPremise(TypedDict):
    """A premise that serves both sides, and the arguments that use it."""

    id: str
    ours: list[str]
    theirs: list[str]


class Evidence(CitedPassage, HeldClaim):
    """A claim or an argument that cites something."""

    id: str
    tags: NotRequired[list[str]]


class BriefReport(Prepared):
    """What `coldwater prep brief --output-format json` prints."""

    rests_on: RestsOn | DegreeRestsOn | None
    """What the verdict on the thesis rests on, or its degree; null where there is no labelling, or no degree."""
    issues: list[VotingIssue]
    case: list[Contention]
    """The weightiest first."""
    contraries: list[str]
    """Claims that contradict the thesis; empty but for con."""
    opposition: list[Block]
    concessions: BriefConcessions
    turns: list[SharedPremise]
    evidence: list[Evidence]
