"""Places in a text as a browser counts them, in units of UTF-16, and as we do, in characters."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """The places of one text. Looking one up costs nothing where no character takes two units."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        #: The offsets of the characters that take two units, in order, and the unit that each begins at.
        self._wide = [] if text.isascii() else [offset for offset, sign in enumerate(text) if sign > "\uffff"]
        self._starts = [offset + number for number, offset in enumerate(self._wide)]

    def unit(self, offset: int) -> int:
        r"""Give the unit that a character begins at.

        >>> Units("a\U0001f600b").unit(2)
        3
        """
        return offset + bisect_left(self._wide, offset) if self._wide else offset

    def offset(self, unit: int) -> int:
        r"""Give the offset of a unit, within the text; that of the character around it for one within a character.

        >>> Units("a\U0001f600b").offset(3), Units("a\U0001f600b").offset(2), Units("a").offset(9)
        (2, 1, 1)
        """
        wide = bisect_left(self._starts, unit)
        behind = unit - wide
        if wide and unit == self._starts[wide - 1] + 1:  # in the middle of a character
            behind = self._wide[wide - 1]
        return min(max(behind, 0), self._length)
