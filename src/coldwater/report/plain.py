"""Findings for people: one line each, or with the lines of the file and the place underlined."""

from __future__ import annotations

import re

from coldwater.printable import printable, unheard
from coldwater.rows import display_width, hung

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding

_COLOURS = {"error": "31", "warning": "33", "info": "36", "place": "34", "bold": "1"}
#: As the readers of files count lines.
_LINE_END = re.compile("\r\n?|\n")
#: How much of a long line a frame shows, in characters, and how much of that before the place.
_FRAME, _BEFORE = 110, 40
#: A line with so many times the characters that there is room for is long without being measured.
_LONG = 20
#: A frame is never narrower.
_LEAST_FRAME = 16


def finding_line(finding: Finding) -> str:
    """Give a finding on one line."""
    said = f"{where(finding)}: {finding.severity}: {finding.rule} {finding.name}: {printable(finding.message)}"
    return unheard(said)


def full(findings: Sequence[Finding], text: str, colour: bool, width: int | None = None) -> str:
    """Give each finding of a map with its code frame, and an empty line after it.

    ``width``: the columns there are; None leaves messages on one line.
    """
    lines = _LINE_END.split(text)
    return "".join(_entry(finding, lines, colour, width) + "\n" for finding in findings)


def where(finding: Finding) -> str:
    """Give the place of a finding: path, line and column."""
    return f"{printable(finding.path)}:{finding.line}:{finding.column}"


def _entry(finding: Finding, lines: Sequence[str], colour: bool, width: int | None) -> str:
    parts = [_head(finding, colour, width), f"  --> {where(finding)}"]
    if finding.line <= len(lines) and lines[finding.line - 1].strip():
        gutter = len(str(finding.line)) + 4
        room = _FRAME if width is None else max(min(width - gutter - 2, _FRAME), _LEAST_FRAME)
        parts += _frame(finding, lines[finding.line - 1], colour, room)
    return "\n".join([*parts, ""])


def _head(finding: Finding, colour: bool, width: int | None) -> str:
    """Give severity, rule, name and message, broken where they take more columns than there are."""
    mark = f"{finding.severity}[{finding.rule}]"
    said = f"{mark} {finding.name}: {printable(finding.message)}"
    if width is not None:
        said = "\n".join(hung(said, width))
    rest = said[len(mark) :].replace(finding.name, _painted(finding.name, "bold", colour), 1)
    return _painted(mark, finding.severity, colour) + rest


def _frame(finding: Finding, line: str, colour: bool, room: int) -> list[str]:
    """Show the line with the place underlined; of a line that takes more room, the part around the place."""
    start = min(finding.column - 1, len(line))
    end = finding.end_column - 1 if finding.end_line == finding.line else len(line.rstrip())
    end = max(min(end, len(line)), start + 1)
    first, last = _window(line, start, room)
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


def _window(line: str, start: int, room: int) -> tuple[int, int]:
    """Give from where to where a line is shown, so that the place is in it and it takes at most ``room`` columns."""
    if len(line) <= _LONG * room and display_width(printable(line)) <= room:
        return 0, len(line)
    first = max(0, start - min(_BEFORE, room // 3))
    last = min(len(line), first + room)
    while last > start + 1 and display_width(printable(line[first:last])) > room:
        last -= 1
    while first < start and display_width(printable(line[first:last])) > room:
        first += 1
    return first, last


def _painted(text: str, colour_name: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[colour_name]}m{text}\x1b[0m" if colour else text
