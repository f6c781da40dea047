r"""The rows of an outline put together to lines: each with its indent, its mark and its text.

A text goes on over rows that have no mark. A row that ends in a backslash ends with a line end of the text; else rows
are parted by a blank, or by nothing where a terminal broke them in the middle of a word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from coldwater.findings import Place
from coldwater.rows import display_width

if TYPE_CHECKING:
    from collections.abc import Sequence

PREMISES = "•┌├└"
_ROW = re.compile(r"([ \t│\u00a0]*)(?:([+−–×✓✗•┌├└*-]|[0-9]{1,9}[.)]|[a-zA-Z][.)])(?:[ \t]+|$))?(.*)", re.DOTALL)
_TAB = 4


class Line:
    """A line of an outline. ``mark`` is empty where there is none; ``is_apart``: a blank row stands before it."""

    __slots__ = ("end", "indent", "is_apart", "mark", "rows", "start")

    def __init__(self, indent: int, mark: str, text: str, number: int, is_apart: bool) -> None:
        self.indent = indent
        self.mark = mark
        self.rows = [text]
        self.start = number
        self.end = number
        self.is_apart = is_apart

    @property
    def place(self) -> Place:
        """Where it stands, from its first row to its last."""
        return Place(self.start, 1, self.end, max(2, len(self.rows[-1]) + 1))


def lines_of(text: str) -> list[Line]:
    """Give the lines of an outline, in order; ``rows`` of each are still apart."""
    rows = re.split("\r\n|\r|\n", text)
    has_marks = any((match := _ROW.match(row)) is not None and match[2] for row in rows)
    found: list[Line] = []
    is_apart = goes_on = False
    for number, row in enumerate(rows, 1):
        if found and goes_on:
            _go_on(found[-1], _without_indent(row, found[-1]), number)
            goes_on = _broken(row) % 2 == 1
            continue
        if not row.strip(" \t│\u00a0"):
            is_apart = True
            continue
        match = _ROW.match(row)
        assert match is not None  # it fits any row
        mark, said = match[2] or "", match[3].rstrip(" \t")
        indent = len(match[1].expandtabs(_TAB))
        if has_marks and found and not mark and not is_apart:
            _go_on(found[-1], said, number)
        else:
            if not mark and said.startswith("\\"):
                said = said[1:]
            found.append(Line(indent, mark, said, number, is_apart))
        goes_on = _broken(row) % 2 == 1
        is_apart = False
    return found


def _go_on(line: Line, said: str, number: int) -> None:
    line.rows.append(said.rstrip(" \t") if not said.endswith("\\") else said)
    line.end = number


def _without_indent(row: str, line: Line) -> str:
    """Take away the blanks before the text of a line, which are none of the text's."""
    depth = line.indent + (2 if line.mark else 0)
    return row[min(depth, len(row) - len(row.lstrip(" │"))) :]


def _broken(row: str) -> int:
    """Give how many backslashes a row ends with: an odd number of them ends a line of the text."""
    return len(row) - len(row.rstrip("\\"))


def joined(line: Line, width: int) -> str:
    """Give the text of a line. ``width`` is that of the terminal for which it was broken, in columns; 0 for none."""
    text = ""
    last = ""
    for number, row in enumerate(line.rows):
        if number:
            text += _between(text, last, row, line.indent, width)
        count = _broken(row)
        last = "" if count % 2 else row
        text += row[: len(row) - count] + "\\" * (count // 2) + "\n" * (count % 2)
    return text


def _between(text: str, last: str, row: str, indent: int, width: int) -> str:
    if not text or text.endswith("\n") or not row or not last:
        return ""
    if all(east_asian_width(sign) in ("W", "F") for sign in (last[-1], row[0])):
        return ""
    is_cut = width and " " not in last and indent + display_width(last) + 2 >= width
    return "" if is_cut else " "


def widest(lines: Sequence[Line]) -> int:
    """Give how wide a terminal was for which lines were broken: as wide as the widest row; 0 if none was broken."""
    if not any(len(line.rows) > 1 for line in lines):
        return 0
    return max(line.indent + (2 if line.mark else 0) + display_width(row) for line in lines for row in line.rows)


def broken(text: str, indent: str) -> str:
    r"""Write a text on rows: a backslash for each line end; others at the end of a row are doubled.

    >>> print(broken("one\ntwo", "  "))
    one\
      two
    """
    rows = [row + "\\" * _broken(row) for row in text.split("\n")]
    return f"\\\n{indent}".join(rows)


def guarded(text: str) -> str:
    """Write the text of a line without a mark so that its beginning is not taken for one."""
    match = _ROW.match(text)
    return "\\" + text if text.startswith("\\") or (match is not None and (match[2] or match[1])) else text
