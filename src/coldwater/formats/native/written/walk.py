"""A walk through the lines of a map in block style: which entry is whose, and which lines went astray.

What YAML reads without complaint is laid out as it says, so that lines are moved only in a text that YAML refuses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.limits import MAX_REMARKS
from coldwater.formats.native.spots import shown
from coldwater.formats.native.written.belonging import Belonging
from coldwater.formats.native.written.frames import Frame, fits_below, nearest_list
from coldwater.formats.native.written.layout import Layout
from coldwater.formats.native.written.lines import Key
from coldwater.formats.native.written.scan import Scan
from coldwater.formats.native.written.slip import Slip
from coldwater.formats.native.written.texts import has_comment
from coldwater.formats.native.written.values import Values

if TYPE_CHECKING:
    from collections.abc import Container

    from coldwater.formats.native.written.lines import Line
    from coldwater.formats.native.written.shapes import Shape

_GLUED = re.compile(r"([^\s:：,\[\]{}\"']+)(：[ \t]*|:)(?=\S)")
_FIELD_WITHOUT_COLON = re.compile(r"([A-Za-z][A-Za-z-]*)[ \t]+(?=[^\s:=])")


class Walk:
    """Goes through a text line by line, and gathers the slips in it in the order of the text.

    ``inside``: as :class:`Scan` has it.
    """

    def __init__(self, text: str, inside: Container[int] | None) -> None:
        self._scan = Scan(text, inside)
        self._values = Values(self._scan)
        self._belonging = Belonging(self._scan)
        self._layout = Layout(text, self._scan.lines)

    def slips(self) -> list[Slip]:
        """Go through the text and give its slips, at most a few more than are given one by one."""
        scan, number = self._scan, 0
        while number < len(scan.lines) and len(scan.slips) + len(self._layout.slips) < MAX_REMARKS:
            line = scan.lines[number]
            number = self._take(line) if line.has_content and not scan.is_mark(line) else number + 1
        return sorted([*scan.slips, *self._layout.slips], key=lambda slip: (slip.start, slip.end))

    # --- entries ------------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> int:
        """Take a line that begins something, and give the number of the first line behind it."""
        scan, top = self._scan, self._scan.top
        key = scan.key(line)
        if scan.is_refused and "\t" in scan.text[line.start : line.first]:
            line.indent = self._belonging.column_without_tabs(line)
            self._layout.untab(line)
        pending = top.pending if line.indent > top.column else None
        is_begun = pending is not None and (fits_below(pending, key and key.name, line.is_item) or self._is_glued(line))
        if self._is_long_key(line):
            return self._long_key(line)
        if line.body[0] == ":" and (owner := self._owner_of_value(line)) is not None:
            return self._long_value(line, owner)
        if pending is not None and not is_begun:
            top.pending = None
            return self._values.value(line, line.first, pending, top)
        if line.is_item:
            return self._item(line)
        if key is None or "：" in key.name or self._lacks_colon(line, key):
            return self._odd(line)
        frame = self._mapping_for(line, key.name)
        return line.number + 1 if frame is None else self._below_key(line, key, frame)

    def _is_long_key(self, line: Line) -> bool:
        """Tell whether a line begins a key in YAML's long form: a `?`, and on a line below the colon of its value."""
        if not line.body.startswith("? "):
            return False
        below = (one for one in self._scan.behind(line) if one.has_content and one.indent <= line.indent)
        following = next(below, None)
        return following is not None and following.indent == line.indent and following.body[:1] == ":"

    def _long_key(self, line: Line) -> int:
        name = line.body[2:].strip().strip("\"'")
        frame = self._mapping_for(line, name)
        if frame is not None:
            frame.enter(line.number, name)
            frame.pending = frame.shape.below(name)
        return line.number + 1

    def _owner_of_value(self, line: Line) -> Frame | None:
        """Give the mapping for whose last key, in the long form, a line holds the value."""
        is_value = line.body[1:2] in ("", " ", "\t")
        found = (one for one in reversed(self._scan.frames) if is_value and one.column == line.indent)
        frame = next(found, None)
        return frame if frame is not None and frame.pending is not None and not frame.is_list else None

    def _long_value(self, line: Line, frame: Frame) -> int:
        shape, frame.pending = frame.pending, None
        assert shape is not None
        return self._values.value(line, line.behind_dash(self._scan.text), shape, frame)

    def _lacks_colon(self, line: Line, key: Key) -> bool:
        """Tell whether a key is a field of ours that lacks its colon, and the words of its text up to another one."""
        bare = _FIELD_WITHOUT_COLON.match(key.name)
        columns = [one for one in self._scan.frames if one.column == line.indent and not one.is_list]
        return bare is not None and any(one.lacks(bare[1]) and not one.knows(key.name) for one in columns)

    def _is_glued(self, line: Line) -> bool:
        """Tell whether a line begins with a field that may stand below, but lacks the blank behind its colon."""
        glued = _GLUED.match(self._scan.text, line.first, line.end) if self._scan.is_refused else None
        return glued is not None and self._scan.top.pending is not None and self._scan.top.pending.has(glued[1])

    def _below_key(self, line: Line, key: Key, frame: Frame) -> int:
        frame.enter(line.number, key.name)
        return self._values.value(line, key.value, frame.shape.below(key.name), frame)

    def _mapping_for(self, line: Line, name: str) -> Frame | None:
        """Give the mapping that an entry belongs to, with all that is open below it closed; None where none fits."""
        frames, top = self._scan.frames, self._scan.top
        if top.pending is not None and line.indent > top.column:
            return self._open(line, top.pending, is_list=False)
        for depth in range(len(frames) - 1, -1, -1):
            frame = frames[depth]
            if not frame.is_list and frame.column == line.indent:
                return self._at(line, depth, name)
        found = self._belonging.nearest(line, name) if self._scan.is_refused else None
        if found is None:
            return None
        self._close_below(frames.index(found))
        return self._shifted(line, found)

    def _at(self, line: Line, depth: int, name: str) -> Frame:
        """Give the mapping that an entry in the column of an open one belongs to: that one, unless it is astray."""
        frames = self._scan.frames
        meant = self._belonging.elsewhere(line, depth, name)
        if meant is None:
            self._close_below(depth)
            return frames[depth]
        if meant in frames:
            self._close_below(frames.index(meant))
        else:
            self._close_below(depth)
            frames[depth].pending = None
            frames.append(meant)
        return self._shifted(line, meant)

    def _shifted(self, line: Line, frame: Frame) -> Frame:
        has_value = self._belonging.has_value(line)
        self._layout.shift(line, frame.column, frame.line, is_below=not frame.seen, has_value=has_value)
        return frame

    def _close_below(self, depth: int) -> None:
        frames = self._scan.frames
        for frame in frames[depth + 1 :]:
            if frame.is_list:
                frames[depth].last_list, frames[depth].list_key = frame, frames[depth].key
        del frames[depth + 1 :]

    def _open(self, line: Line, shape: Shape, is_list: bool) -> Frame:
        """Open a list or mapping in the column of its first entry, or in that of the others if the first is astray."""
        column = line.indent
        if self._scan.is_refused:
            column, beside = self._belonging.column_of_the_others(line, shape, is_list)
            if column != line.indent:
                self._layout.shift(line, column, beside, has_value=self._belonging.has_value(line))
        self._scan.top.pending = None
        frame = Frame(column, shape, line.number, is_list)
        self._scan.frames.append(frame)
        return frame

    # --- items --------------------------------------------------------------------------------------------------

    def _item(self, line: Line) -> int:
        """Take a line with a dash."""
        scan, frame = self._scan, self._list_for(line)
        if frame is None:
            return self._stray_item(line)
        frame.enter(line.number)
        start = line.behind_dash(scan.text)
        if has_comment(scan.text, start, line.end):
            frame.pending = frame.items
            return line.number + 1
        key = Key.at(scan.text, start, line.end)
        if key is None and scan.is_refused and (glued := _GLUED.match(scan.text, start, line.end)):
            key = self._glued_key(glued) if frame.items.has(glued[1]) else None
        if key is not None and fits_below(frame.items, key.name, is_item=False):
            inner = Frame(line.indent + start - line.first, frame.items, line.number)
            scan.frames.append(inner)
            return self._below_key(line, key, inner)
        return self._values.value(line, start, frame.items, frame)

    def _list_for(self, line: Line) -> Frame | None:
        """Give the list that an item belongs to; None where there is none."""
        frames, top = self._scan.frames, self._scan.top
        takes_items = top.pending is not None and (top.pending.items is not None or top.pending.is_any)
        if top.pending is not None and takes_items and line.indent >= top.column:
            return self._open(line, top.pending, is_list=True)
        if top.pending is not None and takes_items and self._scan.is_refused and line.indent >= top.column - 2:
            self._layout.shift(line, self._belonging.column_of_first_item(line, top), top.line, is_below=True)
            return self._open(line, top.pending, is_list=True)
        for depth in range(len(frames) - 1, -1, -1):
            if frames[depth].is_list and frames[depth].column == line.indent:
                del frames[depth + 1 :]
                return frames[depth]
        found = nearest_list(frames, line.indent) if self._scan.may_move(line) else None
        if found is not None:
            del frames[frames.index(found) + 1 :]
            self._layout.shift(line, found.column, found.line)
        return found

    def _stray_item(self, line: Line) -> int:
        """Move an item that stands below a word or a text to the last list of the same entry."""
        scan = self._scan
        owners = (frame for frame in reversed(scan.frames) if not frame.is_list and frame.column <= line.indent)
        owner = next(owners, None)
        found = owner.last_list if owner is not None and scan.may_move(line) else None
        if owner is None or found is None:
            return line.number + 1
        column = found.column if found.column >= 0 else max(line.indent, owner.column)
        after = scan.last_below(scan.lines[found.line], found.column) if found.column >= 0 else scan.lines[found.line]
        return self._layout.move(line, column, owner, after)

    # --- lines without a key ------------------------------------------------------------------------------------

    def _odd(self, line: Line) -> int:
        """Take a line that begins nothing: its colon may lack a blank, be another sign, or be missing."""
        scan = self._scan
        if not scan.is_refused and scan.key(line) is None:
            return line.number + 1
        if line.body[0] == "-" and self._scan.top.is_list_at(line.indent):
            return self._glued_item(line)
        glued = _GLUED.match(scan.text, line.first, line.end)
        is_sure = glued is not None and ("：" in glued[2] or glued[1] in scan.referred_to)
        if glued and (frame := self._frame_at(line, glued[1], is_sure)) is not None:
            return self._below_key(line, self._glued_key(glued), frame)
        bare = _FIELD_WITHOUT_COLON.match(scan.text, line.first, line.end)
        if bare and (frame := self._frame_at(line, bare[1], is_sure=False)) is not None and bare[1] not in frame.seen:
            message = f"a colon is missing after `{bare[1]}`"
            splices = (Splice(bare.end(1), bare.end(1), ":"),)
            scan.slips.append(Slip(line.first, line.end, message, splices, f"`{bare[1]}` has its colon"))
            return self._below_key(line, Key(bare[1], bare.end()), frame)
        return line.number + 1

    def _glued_item(self, line: Line) -> int:
        """Take an item whose dash lacks the blank behind it."""
        message = "the dash of an item needs a blank behind it"
        splices = (Splice(line.first + 1, line.first + 1, " "),)
        self._scan.slips.append(Slip(line.first, line.first + 1, message, splices, "the dash has a blank behind it"))
        frame = self._scan.top
        frame.enter(line.number)
        return self._values.value(line, line.first + 1, frame.items, frame)

    def _glued_key(self, glued: re.Match[str]) -> Key:
        """Give the key whose colon lacks a blank or is another sign, and note that."""
        name = glued[1]
        message = f"the colon after `{shown(name)}` needs a blank behind it"
        if "：" in glued[2]:
            message = f"`：` (U+FF1A FULLWIDTH COLON) after `{shown(name)}` is no colon to YAML; write `:` and a blank"
        splices = (Splice(glued.start(2), glued.end(2), ": "),)
        slip = Slip(glued.start(), glued.end(2), message, splices, f"`{shown(name)}` has a colon and a blank")
        self._scan.slips.append(slip)
        return Key(name, glued.end())

    def _frame_at(self, line: Line, name: str, is_sure: bool) -> Frame | None:
        """Give the mapping in a line's column that has this field, or, if ``is_sure``, may have this id."""
        top = self._scan.top
        if top.pending is not None and line.indent > top.column:
            inner = Frame(line.indent, top.pending, line.number)
            fits = inner.shape.has(name) or (is_sure and inner.knows(name))
            return self._open(line, inner.shape, is_list=False) if fits else None
        for depth in range(len(self._scan.frames) - 1, -1, -1):
            frame = self._scan.frames[depth]
            if frame.column == line.indent and (frame.shape.has(name) or (is_sure and frame.knows(name))):
                self._close_below(depth)
                return frame
        return None
