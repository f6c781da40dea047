"""Lines of a map for a terminal: broken at its width, hung below where their text begins, and painted.

Nothing a map says can drive the terminal, as long as every text given here went through ``printable``.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.rows import display_width, folded

_LEAST_WIDTH = 24
_CODES = {"thesis": "1", "supports": "32", "backs": "32", "attacks": "31", "undercuts": "35", "faint": "2"}
#: What stands before an argument, by what it does.
BADGES = {"supports": "+", "backs": "+", "attacks": "−", "undercuts": "×"}


class Line(NamedTuple):
    """A line before it is broken: indent, what stands before the text, the text, what follows it, its style."""

    indent: str
    before: str
    text: str
    after: str
    style: str


class Terminal:
    """Breaks lines for a width in columns, at least 24, and paints them with ANSI codes where it may."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = max(width, _LEAST_WIDTH)
        self.colour = colour

    def wrapped(self, line: Line) -> list[str]:
        """Break a line at the width; what follows its first row is indented as far as its text."""
        room = max(self.width - display_width(line.indent) - display_width(line.before), 8)
        rows = folded(f"{line.text} {line.after}".strip(), room)
        left = sum(len(row.replace(" ", "")) for row in rows) - len(line.after.replace(" ", ""))
        result = []
        for number, row in enumerate(rows):
            head = line.before if number == 0 else continued(line.before)
            result.append(line.indent + self._paint(head, line.style) + self._paint_row(row, left, line.style))
            left -= len(row.replace(" ", ""))
        return [row.rstrip() for row in result]

    def _paint(self, text: str, style: str) -> str:
        if not self.colour or style not in _CODES or not text.strip():
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def _paint_row(self, row: str, left: int, style: str) -> str:
        """Paint the first ``left`` characters (blanks not counted) in a style, the rest faint."""
        if not self.colour:
            return row
        cut, seen = 0, 0
        while cut < len(row) and (seen < left or row[cut] == " "):
            seen += row[cut] != " "
            cut += 1
        return self._paint(row[:cut], style) + self._paint(row[cut:], "faint")


def heading(text: str, indent: str = "") -> Line:
    """Give a line that stands above others."""
    return Line(indent, "", text, "", "thesis")


def continued(before: str) -> str:
    """Give what stands before the second and later rows of a line."""
    return "│ " if before in ("┌ ", "├ ") else " " * display_width(before)
