"""Lines that do not stand where they belong: the slip, and the blanks that put them there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.spots import shown
from coldwater.formats.native.written.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.native.written.frames import Frame
    from coldwater.formats.native.written.lines import Line


class Layout:
    """Gathers lines that are to be moved; those that follow one another and go the same way are one slip."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self._text = text
        self._lines = lines
        self.slips: list[Slip] = []
        self._last: tuple[int, int, int] | None = None

    def shift(self, line: Line, column: int, beside: int, is_below: bool = False, has_value: bool = False) -> None:
        """Put a line into another column, with what stands below it if that would no longer be deeper.

        ``beside``: the number of the line that it should line up with, or that it should be deeper than (``is_below``).
        ``has_value``: nothing can stand below it.
        """
        step = column - line.indent
        below = [] if has_value else self._below(line)
        is_close = bool(below) and below[0].indent < column + (not below[0].is_item)
        moved = [line, *(below if is_close else [])]
        has_tab = any("\t" in self._white(one) for one in moved)
        splices = tuple(self._indented(one, one.indent + step) for one in moved)
        for one in moved:
            one.indent += step
        last = below[-1].number if below else line.number
        message = self._message(step, beside, has_tab, is_below)
        words = f"line {line.number + 1} {'stands below' if is_below else 'lines up with'} line {beside + 1}"
        self._add(line, Slip(line.start, line.end, message, splices, words), last, step)

    def untab(self, line: Line) -> None:
        """Put blanks in the place of the tabs before a line."""
        what = "lines are indented with blanks, not with tabs"
        words = f"line {line.number + 1} is indented with blanks"
        splices = (self._indented(line, line.indent),)
        self._add(line, Slip(line.start, line.first, what, splices, words), line.number, 0)

    def move(self, line: Line, column: int, owner: Frame, after: Line) -> int:
        """Put items, with what stands below them, behind the last line of another list, and give the next line.

        ``owner`` is the mapping that holds both the list and the key below which they stand.
        """
        last = self._last_item(line)
        stop = self._lines[last + 1].start if last + 1 < len(self._lines) else len(self._text)
        step = column - line.indent
        moved = [one for one in self._lines[line.number : last + 1] if one.body]
        new = "".join(self._line_end(after) + " " * max(one.indent + step, 0) + one.body for one in moved)
        end = after.end_of_line(self._text)
        what = f"this item stands below `{shown(owner.key)}`, which takes no list"
        should = "line up with" if after.is_item or after.indent > owner.column else "stand below"
        where = f"line {after.number + 1} (`{shown(after.body)}`)"
        message = f"{what}; it belongs to `{shown(owner.list_key)}` and should {should} {where}"
        splices = (Splice(end, end, new), Splice(line.start, stop, ""))
        words = f"the item stands behind line {after.number + 1}"
        self.slips.append(Slip(line.first, line.end, message, splices, words))
        self._last = None
        return last + 1

    def _last_item(self, line: Line) -> int:
        """Give the number of the last line of an item and of those that follow in its column."""
        number = line.number
        for one in self._lines[line.number + 1 :]:
            is_part = one.indent > line.indent or (one.indent == line.indent and one.is_item)
            if one.body and not is_part:
                break
            number = one.number if one.body else number
        return number

    def _message(self, step: int, beside: int, has_tab: bool, is_below: bool) -> str:
        off = "1 blank" if abs(step) == 1 else f"{abs(step)} blanks"
        how = "with tabs" if has_tab else f"{off} too {'little' if step > 0 else 'far'}"
        other = shown(self._lines[beside].body)
        should = "belongs below" if is_below else "should line up with"
        return f"this line is indented {how}; it {should} line {beside + 1} (`{other}`)"

    def _add(self, line: Line, slip: Slip, last: int, step: int) -> None:
        """Take a slip; one that only goes on with the last one becomes a part of it."""
        if self._last is not None and self._last[1] == step and self._follows(line, self._last[0]):
            before = self.slips[-1]
            splices = (*before.splices, *slip.splices)
            self.slips[-1] = before._replace(splices=splices, words=self._all_words(before.words, line))
        else:
            self.slips.append(slip)
        self._last = (last, step, line.number)

    def _all_words(self, words: str, line: Line) -> str:
        _, first, rest = words.split(" ", 2)
        for one, many in (("lines up", "line up"), ("stands", "stand"), ("is indented", "are indented")):
            rest = rest.replace(one, many)
        return f"lines {first.split('-')[0]}-{line.number + 1} {rest}"

    def _follows(self, line: Line, number: int) -> bool:
        return all(not self._lines[between].has_content for between in range(number + 1, line.number))

    def _below(self, line: Line) -> list[Line]:
        """Give the lines with something on them that are deeper than a line and follow it."""
        below: list[Line] = []
        for number in range(line.number + 1, len(self._lines)):
            one = self._lines[number]
            if one.body and one.indent <= line.indent:
                break
            if one.body:
                below.append(one)
        return below

    def _indented(self, line: Line, column: int) -> Splice:
        return Splice(line.start, line.first, " " * max(column, 0))

    def _white(self, line: Line) -> str:
        return self._text[line.start : line.first]

    def _line_end(self, line: Line) -> str:
        end = line.end_of_line(self._text)
        return "\r\n" if self._text.startswith("\r\n", end) else self._text[end : end + 1] or "\n"
