"""Where an entry was meant to stand that is not where it should be: told from its name, its value, and what is open."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from coldwater.formats.native.written.frames import Frame, fits_below, looks_like_id, nearest
from coldwater.formats.native.written.texts import has_comment

if TYPE_CHECKING:
    from coldwater.formats.native.written.lines import Line
    from coldwater.formats.native.written.scan import Scan
    from coldwater.formats.native.written.shapes import Shape

_FIRST_IN_BRACES = re.compile(r"\{\s*([^\s:,\[\]{}]+)\s*:")
#: So many columns an entry is off at most, further in and further out.
_FARTHEST_IN, _FARTHEST_OUT = 2, 4
#: How many lines are looked at to see in which column the entries beside the first one stand.
_AHEAD = 40


class Belonging:
    """Finds the mapping or the column that a line was meant for. It changes nothing."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan

    def elsewhere(self, line: Line, depth: int, name: str) -> Frame | None:
        """Give the mapping that an entry in the column of the open one at ``depth`` was meant for; None if that one.

        It is one of those that are open, or a new one below the last key of the one at ``depth``.
        """
        frame = self._scan.frames[depth]
        if frame.shape.has(name) or name.startswith("x-"):
            return None
        if frame.shape.entries is not None:
            return self._field_among_ids(line, depth, name) or self._section_among_ids(line, depth, name)
        return self._id_among_fields(line, depth, name) if frame.shape.fields is not None else None

    def _field_among_ids(self, line: Line, depth: int, name: str) -> Frame | None:
        frame = self._scan.frames[depth]
        if frame.shape.entries is None or not frame.shape.entries.has(name) or name in self._scan.referred_to:
            return None
        if frame.pending is not None and frame.pending.has(name):
            return self._below(line, frame)
        return self._lacking(line, depth, name)

    def _section_among_ids(self, line: Line, depth: int, name: str) -> Frame | None:
        if name in self._scan.referred_to or self.has_value(line):
            return None
        outer = [one for one in self._scan.frames[:depth] if one.lacks(name)]
        return outer[-1] if outer and line.indent - outer[-1].column <= _FARTHEST_IN else None

    def _id_among_fields(self, line: Line, depth: int, name: str) -> Frame | None:
        scan = self._scan
        frame, inside = scan.frames[depth], scan.frames[depth + 1 :]
        if (found := self._lacking(line, depth, name)) is not None:
            return found
        is_unknown = frame.shape.field(name) is None and scan.is_refused
        if frame.pending is not None and frame.pending.is_mapping and not inside:
            below = self._below(line, frame)
            is_meant = self.is_entry(line, name, below) or (is_unknown and below.knows(name))
            return below if is_meant else None
        for one in inside:
            may_be = is_unknown and one.shape.entries is not None and one.knows(name)
            if one.column - frame.column <= _FARTHEST_OUT and (may_be or self.is_entry(line, name, one)):
                return one
        outer = [one for one in scan.frames[:depth] if one.lacks(name) or self.is_entry(line, name, one)]
        return outer[-1] if outer and line.indent - outer[-1].column <= _FARTHEST_IN else None

    def _lacking(self, line: Line, depth: int, name: str) -> Frame | None:
        """Give the open mapping further in that lacks just this field."""
        inside = self._scan.frames[depth + 1 :]
        return next((one for one in inside if one.lacks(name) and one.column - line.indent <= _FARTHEST_OUT), None)

    def _below(self, line: Line, frame: Frame) -> Frame:
        """Give a new mapping below the last key of an open one, in the column in which the next line stands."""
        shape = frame.pending
        assert shape is not None
        return Frame(self._column_below(line, frame, shape), shape, frame.line)

    def is_entry(self, line: Line, name: str, frame: Frame) -> bool:
        """Tell whether a key is an id of an entry that may stand in a mapping: by who refers to it, or by its value."""
        shape = frame.shape.entries
        if shape is None or not looks_like_id(name):
            return False
        if name in self._scan.referred_to:
            return True
        key = self._scan.key(line)
        braces = _FIRST_IN_BRACES.match(self._scan.text, key.value, line.end) if key is not None else None
        if braces:
            return shape.has(braces[1])
        following = self._scan.next_content(line)
        below = self._scan.key(following) if following is not None and not self.has_value(line) else None
        return below is not None and shape.has(below.name)

    def nearest(self, line: Line, name: str) -> Frame | None:
        """Give the open mapping that an entry in a column of its own was meant for; None where none fits."""
        frames = self._scan.frames
        is_id_of_map = any(self.is_entry(line, name, frame) for frame in frames)
        return nearest(frames, line.indent, name, is_id_of_map)

    def has_value(self, line: Line) -> bool:
        """Tell whether something stands behind the key of a line."""
        key = self._scan.key(line)
        return key is not None and not has_comment(self._scan.text, key.value, line.end)

    def _may_stand_in(self, line: Line, shape: Shape) -> bool:
        """Tell whether a line is an entry of its own in a mapping, and no field of an entry by id."""
        key = self._scan.key(line)
        if key is None:
            return False
        return shape.field(key.name) is not None or (shape.entries is not None and not shape.entries.has(key.name))

    def column_of_the_others(self, line: Line, shape: Shape, is_list: bool) -> tuple[int, int]:
        """Give the column of the entries that follow the first, and the line of one, where two or more share one."""
        columns: dict[int, list[int]] = {}
        first = self._scan.next_content(line)
        has_entries = not is_list and first is not None and first.indent > line.indent and not self.has_value(line)
        below = first.indent if first is not None and has_entries else line.indent + 3
        for other in self._scan.lines[line.number + 1 : line.number + _AHEAD]:
            if not other.has_content:
                continue
            if other.indent < self._scan.top.column or (other.indent == self._scan.top.column and not other.is_item):
                break
            is_alike = other.is_item if is_list else self._may_stand_in(other, shape)
            if is_alike and line.indent - 2 <= other.indent < below:
                columns.setdefault(other.indent, []).append(other.number)
        column = min(columns, default=line.indent)
        is_astray = column < line.indent or line.indent not in columns
        if is_astray and len(columns.get(column, ())) > 1:
            return column, columns[column][0]
        return line.indent, line.number

    def column_of_first_item(self, line: Line, top: Frame) -> int:
        """Give the column that the first item of a list was meant for which stands further out than its key."""
        following = self._scan.next_content(line)
        is_beside = following is not None and following.is_item and 0 <= following.indent - top.column <= _FARTHEST_OUT
        return following.indent if following is not None and is_beside else top.column

    def column_without_tabs(self, line: Line) -> int:
        """Give the column that a line with tabs before it was meant for."""
        scan, top = self._scan, self._scan.top
        key = scan.key(line)
        name = key.name if key is not None else None
        if top.pending is not None and (line.indent > top.column or fits_below(top.pending, name, line.is_item)):
            return self._column_below(line, top, top.pending) if top.column >= 0 else 0
        if line.is_item:
            found = next((one for one in reversed(scan.frames) if one.is_list), None)
            return line.indent if found is None else found.column
        meant = self.nearest(line, name) if name is not None else None
        return line.indent if meant is None else meant.column

    def _column_below(self, line: Line, top: Frame, shape: Shape) -> int:
        """Give the column of what begins below an entry: that of the lines that follow, else two further in."""
        following = self._scan.next_content(line)
        column = -1 if following is None else following.indent
        if line.is_item and following is not None and not following.is_item:
            column -= 2
        elif not line.is_item and not self.has_value(line):
            column = self._column_of_siblings(line, top, column)
        is_inside = column > top.column or (column == top.column and line.is_item and shape.items is not None)
        return column if is_inside and column - top.column <= _FARTHEST_OUT else max(line.indent, top.column + 2)

    def _column_of_siblings(self, line: Line, top: Frame, column: int) -> int:
        """Give the column of the entries behind one whose own stand in ``column``: half way there if there are none."""
        ahead = self._scan.lines[line.number + 1 : line.number + _AHEAD]
        inside = list(takewhile(lambda one: not one.has_content or one.indent > top.column, ahead))
        nearest_in = min((one.indent for one in inside if one.has_content), default=column)
        return nearest_in if nearest_in < column else column - (column - top.column) // 2
