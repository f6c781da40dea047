"""What ``coldwater check`` prints: the report as one object, or a finding a line."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from coldwater.schemas.words import Count, Number, Severity


class Position(TypedDict):
    """A place in the text of the file on disk. Lines and columns count from 1, columns in characters."""

    line: Number
    column: Number


class TextEdit(TypedDict):
    """Another text in place of what stands from ``start`` to before ``end``."""

    start: Position
    end: Position
    text: str


class FindingFix(TypedDict):
    """What mends the finding. The edits of a fix lie apart from one another."""

    safe: bool
    """Whether `check --fix` does it without being asked for unsafe fixes: the author's meaning is certain."""
    message: str
    """What it does, in words."""
    edits: list[TextEdit]


class ReportedFinding(TypedDict):
    """A flaw of a map."""

    rule: str
    """The code, such as CW103; it never changes its meaning."""
    name: str
    """The rule's name, such as orphan-premise."""
    severity: Severity
    path: str
    """The file as it was named; `stdin.argmap.yaml` for stdin, unless it was called otherwise."""
    line: Number
    column: Number
    endLine: NotRequired[Number]
    endColumn: NotRequired[Number]
    """The column behind the last character."""
    id: str | None
    """The claim, argument, source or position that it is about; null where it is about none."""
    message: str
    """What is wrong, and what to do about it."""
    url: NotRequired[str]
    """The page of the rule in the manual."""
    fix: NotRequired[FindingFix]


class LookedUp(TypedDict):
    """How many were found where they should be, how many were not, and how many could not be looked up."""

    found: Count
    not_found: Count
    not_looked_up: Count


class ReportedCitations(TypedDict):
    """What came of quotes and fingerprints."""

    quotes: LookedUp
    fingerprints: LookedUp
    missing_texts: list[str]
    """The sources whose texts were not at hand."""


class ReportSummary(TypedDict):
    """How many files were looked at, and how many findings of each severity there are."""

    files: Count
    errors: Count
    warnings: Count
    infos: Count
    held_back: NotRequired[Count]
    """How many more a baseline holds back; only where there is one."""
    citations: NotRequired[ReportedCitations]
    """Only where there are quotes or fingerprints."""
    skipped: NotRequired[list[str]]
    """Files that look like maps and were not looked at; only where there are some."""


class CheckReport(TypedDict):
    """What `coldwater check --output-format json` prints."""

    version: Literal[1]
    findings: list[ReportedFinding]
    """By file, and in a file by place."""
    summary: ReportSummary
