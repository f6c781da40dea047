"""What is made for a round of debate: flow, plan, formats. docs/debate-json.md tells the keys."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.preparing import Prepared
from coldwater.schemas.words import Count, Number, Side

SpeechKind = Literal["constructive", "rebuttal", "reply"]
SpeechNew = Literal["both", "contentions", "answers", "replies", "nothing"]
CellMark = Literal["said", "again", "extended", "unanswered", "dropped", "fallen", "too-late"]
RowOrigin = Literal["contention", "answer", "behind"]
PointKind = Literal[
    "contention", "because", "evidence", "answer", "also", "again", "ahead", "press", "compare", "overview",
    "extension", "issue", "weighing",
]  # fmt: skip
UnsaidWhy = Literal["falls", "ours", "later", "earlier", "unsaid", "deep", "nothing"]


class FormatSpeech(TypedDict):
    """A speech of a debate format."""

    code: str
    """Its short name, unique in the format."""
    name: str
    side: Side
    kind: SpeechKind
    minutes: float
    new: SpeechNew
    """What it may bring in."""
    team: NotRequired[str]
    """Whose it is, where a side has two teams."""
    then: NotRequired[str]
    """What follows it, as cross-examination."""
    share: NotRequired[int]
    """How much of its side's contentions it brings in, against the other speeches that have a share."""


class DebateFormatFile(TypedDict):
    """A debate format: what `coldwater prep formats NAME --output-format json` prints and `--debate-format` reads."""

    name: str
    title: str
    note: NotRequired[str]
    coin: NotRequired[bool]
    """A coin decides which side speaks first."""
    speeches: list[FormatSpeech]
    """In the order of the debate."""


class FormatList(TypedDict):
    """What `coldwater prep formats --output-format json` prints."""

    version: Literal[1]
    formats: list[DebateFormatFile]


class FlowCell(TypedDict):
    """What is said of a row in a speech."""

    speech: str
    side: Side
    mark: CellMark
    id: str
    title: str
    target: str | None
    """What it is against."""
    premise: str | None
    """The premise that is hit."""
    row: str | None
    """The row that tells it in full."""


class FlowRow(TypedDict):
    """A row of the flow: an argument and what is said of it, speech by speech."""

    row: str
    """As Pro 1.2."""
    case: Side
    origin: RowOrigin
    of: str | None
    """What it answers or lies behind."""
    cells: list[FlowCell]
    held_up_again: list[str]
    """The speeches in which a contention is held up though it was spoken against and that was not dropped."""


class FlowDrop(TypedDict):
    """Something that a side leaves unanswered for good."""

    row: str
    id: str
    by: Side
    speech: str
    costs: Number | None
    """Of how many drops it is one that cost the verdict together; null: of none that is known."""
    live: bool


class OutOfTurn(TypedDict):
    """Something that was said in a speech, but stands in no row."""

    speech: str
    side: Side
    id: str
    title: str


class FlowReport(Prepared):
    """What `coldwater prep flow --output-format json` prints."""

    format: DebateFormatFile
    rows: list[FlowRow]
    drops: list[FlowDrop]
    unsaid: list[str]
    """What no speech is left for."""
    out_of_turn: list[OutOfTurn]
    """What a filled sheet has in a speech in which the format has no place for it."""


class PlanSentence(TypedDict):
    """A sentence of a speech."""

    text: str
    id: str | None
    """What it is from."""
    depth: Count
    """Of its indent, from 0."""
    source: NotRequired[str]
    """Of words that are read out of a source, its id."""


#: ``from`` is no name that a class body could hold.
PlanPart = TypedDict(
    "PlanPart",
    {
        "kind": PointKind | Literal["opening", "recap", "close"],
        "id": NotRequired[str],
        "answers": NotRequired[str | None],
        "worth": NotRequired[float],
        "from": float,
        "seconds": float,
        "sentences": list[PlanSentence],
    },
)
PlanPart.__doc__ = (
    "A part of a speech: from which second on, and for how long; of a point what it answers and is worth."
)


class LeftPoint(TypedDict):
    """A point for which there was no time."""

    kind: PointKind
    id: str
    answers: str | None
    worth: float
    seconds: float
    weighed: bool
    """False if so much is worth more that it was not even tried."""
    behind: list[str]
    """What is left out with it, since it makes no sense without it."""


class UnsaidPoint(TypedDict):
    """An argument or a claim of the side that is no point of the speech."""

    id: str
    why: UnsaidWhy
    """falls: on the map; ours: it attacks what the side uses; later, earlier: another speech; unsaid: no speech is left
    for it; deep: behind too many reasons; nothing: nothing that is said needs it."""
    speech: str | None
    """The speech that it belongs into."""


class ToFill(TypedDict):
    """Something that the map lacks, and that would fill time that is left over."""

    lack: Literal["answer", "quote", "source", "reason"]
    """An answer to it, the words of its source, a source, or a reason."""
    id: str
    seconds: float
    """An estimate."""


class PlanReport(Prepared):
    """What `coldwater prep plan --output-format json` prints."""

    debate: str | None
    """The debate format; null for a speech by itself."""
    speech: str | None
    minutes: float
    words_per_minute: Number
    seconds: float
    """How long the speech takes."""
    words: float
    free_seconds: float
    """What is left over."""
    least_seconds: float | None
    """What it would take at least; null where there is nothing to say."""
    parts: list[PlanPart]
    left_out: list[LeftPoint]
    unsaid: list[UnsaidPoint]
    to_fill: list[ToFill]
    """What would fill the time that is left over, if it is half a minute or more."""
    unanswered: list[str]
    """Arguments of the other side that nothing on the map answers."""
