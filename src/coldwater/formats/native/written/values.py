"""The value of an entry in block style: a text of one line or several, quoted or not; a list or mapping in brackets."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.written.flow import Flow, balanced_end, is_mapping_all_the_same
from coldwater.formats.native.written.frames import looks_like_id
from coldwater.formats.native.written.lines import QUOTED, without_comment
from coldwater.formats.native.written.slip import Slip
from coldwater.formats.native.written.texts import has_comment, judge_block
from coldwater.formats.native.written.words import word_slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.native.written.frames import Frame
    from coldwater.formats.native.written.lines import Line
    from coldwater.formats.native.written.scan import Scan
    from coldwater.formats.native.written.shapes import Shape

#: The header of a text in lines of its own: `|` or `>`, with how it is indented and how it ends.
_HEADER = re.compile(r"[|>](?:[1-9]?[-+]?|[-+][1-9])[ \t]*(?:#.*)?$")
_ANCHOR_ALONE = re.compile(r"[&!][^\s,\[\]{}]*$")
_ANCHOR_BEFORE = re.compile(r"&[^\s,\[\]{}]+[ \t]+[\[{|>\"']")
#: How many lines are looked at to see whether a text goes on behind a comment.
_AHEAD = 40
#: A value in brackets that is longer is not looked into.
_LONGEST_FLOW = 20_000
_FIRST_WORD = re.compile(r"[^\s:：]*")


class Values:
    """Looks at values, and puts the slips in them to those of a scan."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._text = scan.text

    def value(self, line: Line, start: int, shape: Shape, frame: Frame) -> int:
        """Look at the value that begins on a line at an offset, and give the number of the first line behind it.

        ``frame`` is the mapping or list that it is a value in. A value still to come below stays pending there.
        """
        rest = self._text[start : line.end]
        if self._is_to_come(line, start, shape, frame):
            frame.pending = shape
            return line.number + 1
        if _HEADER.match(rest) and self._scan.is_deeper_below(line, frame.column):
            return self._scan.skip(line, frame.column)
        if (after := self._enclosed(line, start, shape, frame)) is not None:
            return after
        if shape.is_text or (shape.is_any and self._scan.is_refused):
            return self._unquoted(line, start, shape, frame)
        return self._word(line, start, shape)

    def _enclosed(self, line: Line, start: int, shape: Shape, frame: Frame) -> int | None:
        """Give the number of the line behind a value in quotes or brackets, or with an anchor; None for any other."""
        first = self._text[start : start + 1]
        if first in ("'", '"'):
            return self._behind_quoted(line, start, frame.column)
        if first in ("[", "{"):
            return self._in_brackets(line, start, shape, frame)
        is_anchored = first == "&" and _ANCHOR_BEFORE.match(self._text, start, line.end)
        return self._scan.skip(line, frame.column) if is_anchored else None

    def _is_to_come(self, line: Line, start: int, shape: Shape, frame: Frame) -> bool:
        """Tell whether nothing but a comment, an anchor or a tag stands where a value belongs."""
        rest = self._text[start : line.end]
        if has_comment(self._text, start, line.end) or (rest[:1] == "#" and not shape.is_text):
            return True
        if not _ANCHOR_ALONE.match(rest):
            return False
        is_name = rest[1:] in self._scan.anchors or self._scan.is_deeper_below(line, frame.column)
        return is_name or not shape.is_text

    def _word(self, line: Line, start: int, shape: Shape) -> int:
        """Look at one word: an id, a number, a word of a list of words."""
        end = without_comment(self._text, start, line.end)
        slip = word_slip(self._text, start, end, shape)
        if slip is not None:
            self._scan.slips.append(slip)
        return line.number + 1

    # --- texts without quotes -----------------------------------------------------------------------------------

    def _unquoted(self, line: Line, start: int, shape: Shape, frame: Frame) -> int:
        taken = self._lines_of_text(line, frame)
        if shape.is_mapping and self._text[start] == "#" and len(taken) > 1:
            frame.pending = shape  # a comment behind a key, and fields below it
            return line.number + 1
        spans = [(start, line.end), *((one.first, one.end) for one in taken[1:])]
        slip = judge_block(self._text, spans, self._scan.anchors)
        astray = [one for one in taken[1:] if one.body and one.indent <= frame.column]
        indents = tuple(Splice(one.start, one.first, " " * (frame.column + 2)) for one in astray)
        if slip is not None:
            self._scan.slips.append(slip._replace(splices=(*slip.splices, *indents)))
        elif astray:
            self._scan.slips.append(_goes_on(line, astray[0], indents))
        return taken[-1].number + 1

    def _lines_of_text(self, line: Line, frame: Frame) -> list[Line]:
        """Give the lines of a text without quotes: those that are deeper than its entry, and what goes on with it."""
        taken, blank = [line], []
        for one in self._scan.behind(line):
            if not one.body:
                blank.append(one)
                continue
            if has_comment(self._text, one.first, one.end) and not self._goes_on_behind(one, frame):
                break
            goes_on = one.indent > frame.column and not self._is_astray(one, frame)
            if not goes_on and (blank or not self._is_outdented(one, frame)):
                break
            taken += [*blank, one]
            blank = []
        return taken

    def _goes_on_behind(self, comment: Line, frame: Frame) -> bool:
        """Tell whether the text goes on behind a comment on a line of its own, so that it is cut there."""
        following = (one for one in islice(self._scan.behind(comment), _AHEAD) if one.has_content)
        one = next(following, None) if self._scan.is_refused else None
        return one is not None and one.indent > frame.column and not self._is_astray(one, frame)

    def _is_astray(self, line: Line, frame: Frame) -> bool:
        """Tell whether a line that is deeper than the entry above is an entry of its own that stands too far in."""
        if line.indent - frame.column > 2:
            return False
        if line.is_item:
            return frame.is_list and self._scan.may_move(line)
        key = self._scan.key(line) if self._scan.is_refused and not frame.is_list else None
        if key is None:
            return False
        if frame.shape.has(key.name):
            return key.name not in frame.seen
        return frame.shape.entries is not None and looks_like_id(key.name) and key.name in self._scan.named_twice

    def _is_outdented(self, line: Line, frame: Frame) -> bool:
        """Tell whether a line that is no deeper than the entry above can only be the rest of its text."""
        if not self._scan.is_refused or line.is_item or self._scan.is_mark(line) or self._scan.key(line) is not None:
            return False
        if (line.body[0] == "-" and frame.is_list_at(line.indent)) or line.body[0] in "#]}":
            return False
        if "：" in line.body[:30] or line.indent < frame.column - 2:
            return False
        first = _FIRST_WORD.match(line.body)
        return not any(first and one.column == line.indent and one.shape.has(first[0]) for one in self._scan.frames)

    # --- quotes and brackets ------------------------------------------------------------------------------------

    def _behind_quoted(self, line: Line, start: int, column: int) -> int | None:
        """Give the number of the line behind a text in quotes; None where what begins with a quote is no such text."""
        quoted = QUOTED.match(self._text, start)
        if quoted is None:
            return None
        last = line
        for one in self._scan.behind(line):
            if one.start >= quoted.end():
                break
            last = one
            is_entry = one.is_item or self._scan.key(one) is not None
            if one.body and one.indent <= column and (self._scan.is_refused or is_entry):
                return None
        is_whole = _is_comment_behind(self._text, quoted.end(), last.end) and not self._goes_on_below(last, column)
        return last.number + 1 if is_whole else None

    def _goes_on_below(self, line: Line, column: int) -> bool:
        """Tell whether words stand below what is in quotes, so that only the first of them were: YAML refuses that."""
        following = self._scan.next_content(line) if self._scan.is_refused else None
        if following is None or following.indent <= column or following.is_item:
            return False
        return self._scan.key(following) is None and following.number == line.number + 1

    def _in_brackets(self, line: Line, start: int, shape: Shape, frame: Frame) -> int | None:
        """Look at a list or mapping in brackets; None where what begins with a bracket is a text."""
        wanted = shape.items is not None if self._text[start] == "[" else shape.is_mapping
        if not wanted and shape.is_text:
            stop = without_comment(self._text, start, line.end)
            return line.number + 1 if is_mapping_all_the_same(self._text, start, stop) else None
        last, end = self._end_of_brackets(line, start, frame)
        if end is None:
            return None if shape.is_text else self._scan.skip(line, frame.column)
        if not shape.is_any and end - start <= _LONGEST_FLOW:
            flow = Flow(self._text, self._scan.anchors)
            flow.value(start, end, shape)
            self._scan.slips += flow.slips
        return last.number + 1

    def _end_of_brackets(self, line: Line, start: int, frame: Frame) -> tuple[Line, int | None]:
        """Give the last line of what begins with a bracket and the offset behind it; no offset where none closes it."""
        lines = self._scan.lines
        last = self._scan.last_below(line, frame.column)
        if last.number + 1 < len(lines) and lines[last.number + 1].body[:1] in ("]", "}"):
            last = lines[last.number + 1]
        close = balanced_end(self._text, start, last.end if self._scan.is_refused else len(self._text))
        if close is not None:
            closed = self._line_of(close, line)
            if _is_comment_behind(self._text, close + 1, closed.end):
                return closed, close + 1
        end = without_comment(self._text, max(start, last.start), last.end)
        closing = {"[": "]", "{": "}"}[self._text[start]]
        return last, end if self._text[end - 1] == closing and end - 1 > start else None

    def _line_of(self, offset: int, first: Line) -> Line:
        number = first.number
        while number + 1 < len(self._scan.lines) and self._scan.lines[number + 1].start <= offset:
            number += 1
        return self._scan.lines[number]


def _goes_on(line: Line, first: Line, indents: Sequence[Splice]) -> Slip:
    message = f"this line goes on with the text that begins in line {line.number + 1}; indent it deeper than that one"
    words = f"line {first.number + 1} is indented deeper than line {line.number + 1}"
    return Slip(first.start, first.end, message, tuple(indents), words)


def _is_comment_behind(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but blanks and a comment stands behind something on its line."""
    rest = text[start:end]
    return not rest.strip() or (rest[0] in " \t" and rest.lstrip().startswith("#"))
