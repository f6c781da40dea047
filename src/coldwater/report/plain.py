"""Findings for people: one line each, or with the lines of the file and the place underlined."""

from __future__ import annotations

import re

from coldwater.printable import printable
from coldwater.rows import display_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding

_COLOURS = {"error": "31", "warning": "33", "info": "36", "place": "34", "bold": "1"}
#: As the readers of files count lines.
_LINE_END = re.compile("\r\n?|\n")
#: How much of a long line a frame shows, in characters.
_FRAME = 110


def finding_line(finding: Finding) -> str:
    """Give a finding on one line."""
    return f"{where(finding)}: {finding.severity}: {finding.rule} {finding.name}: {printable(finding.message)}"


def full(findings: Sequence[Finding], text: str, colour: bool) -> str:
    """Give each finding of a map with its code frame, and an empty line after it."""
    lines = _LINE_END.split(text)
    return "".join(_entry(finding, lines, colour) + "\n" for finding in findings)


def where(finding: Finding) -> str:
    """Give the place of a finding: path, line and column."""
    return f"{printable(finding.path)}:{finding.line}:{finding.column}"


def _entry(finding: Finding, lines: Sequence[str], colour: bool) -> str:
    head = _painted(f"{finding.severity}[{finding.rule}]", finding.severity, colour)
    name = _painted(finding.name, "bold", colour)
    parts = [f"{head} {name}: {printable(finding.message)}", f"  --> {where(finding)}"]
    if finding.line <= len(lines) and lines[finding.line - 1].strip():
        parts += _frame(finding, lines[finding.line - 1], colour)
    return "\n".join([*parts, ""])


def _frame(finding: Finding, line: str, colour: bool) -> list[str]:
    """Show the line with the place underlined; of a long line, the part around the place."""
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line.rstrip())
    end = max(min(end, len(line)), start + 1)
    first = max(0, start - 40) if len(line) > _FRAME else 0
    last = min(len(line), first + _FRAME)
    before, shown = line[first:start], line[first:last]
    lead = "…" if first else ""
    marks = "^" * max(1, display_width(printable(line[start : min(end, last)])))
    gutter = " " * len(str(finding.line))
    pad = " " * display_width(lead + printable(before))
    bar = _painted("|", "place", colour)
    number = _painted(str(finding.line), "place", colour)
    underline = _painted(marks, finding.severity, colour)
    tail = "…" if last < len(line) else ""
    return [f" {gutter} {bar}", f" {number} {bar} {lead}{printable(shown)}{tail}", f" {gutter} {bar} {pad}{underline}"]


def _painted(text: str, colour_name: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[colour_name]}m{text}\x1b[0m" if colour else text
