"""Places as an editor counts them, in code units of a line, and offsets in characters; and edits as editors send them.

Lines end where the protocol says, at a line feed, a carriage return or both, and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol import types

from coldwater.language.open_map import OpenMap

if TYPE_CHECKING:
    from collections.abc import Sequence


class Positions:
    """The places of a text in one encoding: utf-16, utf-8 or utf-32."""

    def __init__(self, open_map: OpenMap, encoding: str) -> None:
        self._map = open_map
        self._lines = open_map.lines
        self.encoding = encoding
        #: Whether a column is a code unit, and nothing stands before the text.
        self._is_plain = open_map.mark == 0 and (open_map.text.isascii() or encoding == "utf-32")

    def offset(self, position: types.Position) -> int:
        """Give the offset of a place; the end of its line for one beyond it, the end of the text beyond that."""
        line = self._lines.line(position.line + 1)
        if not line:
            return len(self._map.text) if position.line > 0 else 0
        mark = self._map.mark if position.line == 0 else 0
        within = line.rstrip("\r\n")
        units = max(position.character - mark * self._width("\ufeff"), 0)
        return self._lines.offset(position.line + 1, 1) + self._characters(within, units)

    def position(self, offset: int) -> types.Position:
        """Give the place of an offset."""
        return types.Position(*self.numbers(offset))

    def numbers(self, offset: int) -> tuple[int, int]:
        """Give the line and the code unit of an offset, both from 0."""
        line, column = self._lines.position(offset)
        return (line - 1, column - 1) if self._is_plain else self._counted(line, column)

    def range(self, start: int, end: int) -> types.Range:
        """Give the stretch between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def plain(self, start: int, end: int) -> dict[str, dict[str, int]]:
        """Give a stretch as plain data: of what there are thousands of, objects would cost more than finding them."""
        if self._is_plain:
            starts = self._lines.starts
            line, last = bisect_right(starts, start) - 1, bisect_right(starts, end) - 1
            character, behind = start - starts[line], end - starts[last]
        else:
            (line, character), (last, behind) = self.numbers(start), self.numbers(end)
        return {"start": {"line": line, "character": character}, "end": {"line": last, "character": behind}}

    def range_of_place(self, place: Sequence[int]) -> types.Range:
        """Give a stretch told by lines and columns from 1: line, column, end line, end column."""
        start, end = self._counted(place[0], place[1]), self._counted(place[2], place[3])
        return types.Range(types.Position(*start), types.Position(*end))

    def _counted(self, line: int, column: int) -> tuple[int, int]:
        mark = self._map.mark * self._width("\ufeff") if line == 1 else 0
        before = self._lines.line(line)[: column - 1]
        return line - 1, mark + self._width(before)

    def _width(self, text: str) -> int:
        return width(text, self.encoding)

    def _characters(self, line: str, units: int) -> int:
        """Give how many characters of a line begin before so many units."""
        if line.isascii() or self.encoding == "utf-32":
            return min(units, len(line))
        for number, sign in enumerate(line):
            if units <= 0:
                return number
            units -= self._width(sign)
        return len(line)


def width(text: str, encoding: str) -> int:
    """Give how many code units a text has."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(sign > "\uffff" for sign in text)


def edited(open_map: OpenMap, changes: Sequence[types.TextDocumentContentChangeEvent], encoding: str) -> OpenMap:
    """Give a map after the changes that an editor sends, each on what the one before left."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            positions = Positions(open_map, encoding)
            start, end = positions.offset(change.range.start), positions.offset(change.range.end)
            start, end = min(start, end), max(start, end)
            whole = "\ufeff" * open_map.mark + open_map.text
            if open_map.mark and change.range.start == types.Position(0, 0):
                start -= open_map.mark  # the mark itself goes, or something stands before it
            whole = whole[: start + open_map.mark] + change.text + whole[end + open_map.mark :]
        else:
            whole = change.text
        open_map = OpenMap(open_map.name, whole, open_map)
    return open_map
