"""What the commands that make a move print: what it did to entries, findings, verdicts and cruxes, and its undo."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.words import AnyOf, Count, Number, Severity, Word

SectionName = Literal["claims", "arguments", "sources", "positions", "questions"]


class NamedEntry(TypedDict):
    """An entry of the map."""

    section: SectionName
    id: str


class JudgedEntry(NamedEntry):
    """An entry of the map, and what is said of it now."""

    verdict: Word | None
    """Null for what is neither a claim nor an argument, and where the map cannot be judged."""


#: An id that is another one now; `from` is a word of Python.
RenamedEntry = TypedDict("RenamedEntry", {"section": SectionName, "from": str, "to": str})
RenamedEntry.__doc__ = "An entry that has another id now."


class ChangedEntries(TypedDict):
    """What differs between the map before and after."""

    added: list[JudgedEntry]
    removed: list[NamedEntry]
    altered: list[JudgedEntry]
    renamed: list[RenamedEntry]
    fields: list[str]
    """Fields of the map itself that are others now."""


class MovedFinding(TypedDict):
    """A flaw of the map, as a check tells it."""

    rule: str
    """The code, such as CW103."""
    name: str
    """The rule's name, such as orphan-premise."""
    severity: Severity
    line: Number
    """Where it stands in the text: of one that is gone, in the text before the move."""
    column: Number
    id: str | None
    """The entry that it is about; null where it is about none."""
    message: str
    """What is wrong, and what to do about it."""


class ChangedFindings(TypedDict):
    """Findings of a check that came and went; one that only stands on another line did neither."""

    new: list[MovedFinding]
    gone: list[MovedFinding]


class ShiftedVerdict(TypedDict):
    """A verdict before and after; null where there was none, or is none."""

    id: str
    before: Word | None
    after: Word | None


class ShiftedVerdicts(TypedDict):
    """What the move did to the verdicts."""

    turned: list[ShiftedVerdict]
    """Of what is there before and after, the theses first."""
    thesis: ShiftedVerdict | None
    """The thesis that is meant where one is asked for; null where the map cannot be read."""
    theses: list[ShiftedVerdict]


class MovedCrux(TypedDict):
    """Claims that are rejected together, of each list any one, and what the verdict on the thesis becomes then."""

    reject: list[AnyOf]
    verdict: Word


class MovedCruxes(TypedDict):
    """The cruxes of up to two claims that came and went."""

    new: list[MovedCrux]
    gone: list[MovedCrux]


class Stretch(TypedDict):
    """What is put in the place of what. Places count from 0, in characters, of the text after the move."""

    at: Count
    gone: str
    text: str


class UndoMove(TypedDict):
    """The move that takes everything back."""

    move: Literal["undo"]
    version: str
    """The version of the text that it belongs to."""
    stretches: list[Stretch]
    renamed: NotRequired[list[RenamedEntry]]
    """The ids that have others now, where any have: what stands beside the map follows them back."""


class FoundQuote(TypedDict):
    """Where words that were quoted stand in the text of a source, found without being told."""

    id: str
    """What cites them."""
    source: str
    quote: str
    locator: str
    """The blocks that hold them, such as "block 3"."""
    at: Count
    """The first character of the words in the first of these blocks, from 1."""
    is_elsewhere: bool
    """Whether other blocks hold the words, too: the first are taken."""


class MoveAnswer(TypedDict):
    """What a command that makes a move, such as `coldwater turn`, prints with `--output-format json`."""

    version: Literal[1]
    changed: ChangedEntries
    findings: ChangedFindings
    verdicts: ShiftedVerdicts
    found: list[FoundQuote]
    """Where what was quoted stands, if no block was named."""
    cruxes: MovedCruxes | None
    """Null where they were not looked for, or not in time: the map cannot be judged before or after, or is large."""
    undo: UndoMove
    text_version: str
    """The version of the text after the move: 16 hexadecimal digits, others for each other text."""
