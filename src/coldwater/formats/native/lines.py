"""Lines and columns of offsets into a text. A line ends with LF, CR LF or CR, as in YAML 1.2 and in editors."""

from __future__ import annotations

import re

from coldwater.findings import Place

_LINE_END = re.compile("\r\n?|\n")


class Lines:
    """The lines of a text, found once; looking up a place then costs a bisection."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: Where each line begins.
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, start: int, end: int) -> Place:
        r"""Give the place of the characters from ``start`` to before ``end``.

        >>> Lines("a\r\nbc").place(4, 5)
        Place(line=2, column=2, end_line=2, end_column=3)
        """
        return Place(*self.position(start), *self.position(end))

    def point(self, offset: int) -> Place:
        """Give the place of a single character, or of the end of the text."""
        line, column = self.position(offset)
        return Place(line, column, line, column + 1)

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, with its end; empty if there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        stop = self.starts[number] if number < len(self.starts) else len(self._text)
        return self._text[self.starts[number - 1] : stop]

    def offset(self, line: int, column: int) -> int:
        r"""Give the offset of a line and a column, both counted from 1.

        >>> Lines("a\r\nbc").offset(2, 2)
        4
        """
        return self.starts[min(line, len(self.starts)) - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset, both counted from 1."""
        from bisect import bisect_right  # noqa: PLC0415 - needed only when there is something to say

        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
