"""A list or mapping in brackets as its writer meant it: a text in it ends at the next field, not at the next comma."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.edits import Splice
from coldwater.formats.native.spots import shown
from coldwater.formats.native.written.lines import QUOTED
from coldwater.formats.native.written.signs import sign_slip
from coldwater.formats.native.written.slip import Slip
from coldwater.formats.native.written.texts import judge_flow
from coldwater.formats.native.written.unseen import SIGNS, UNSEEN, unseen_slip
from coldwater.formats.native.written.words import word_slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.formats.native.written.shapes import Shape

#: What parts values: blanks, what cannot be seen, comments. It is passed over whole, so that no comment holds a key.
_GAP = rf"(?:[\s{SIGNS}]|\#(?=[ \t\r\n])[^\r\n]*+)*+"
#: A key after a bracket or a comma. What stands behind its colon is a blank, a bracket, a quote or the end.
_KEY = re.compile(
    rf"""{_GAP}("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s,:{{}}\[\]"'#][^,:{{}}\[\]\r\n]*?)[ \t]*"""
    rf""":(?:(?=[ \t\r\n\[{{"']|$)|[{SIGNS}]+)[ \t\r\n]*"""
)
#: A field whose colon is another sign or lacks the blank behind it.
_GLUED_KEY = re.compile(rf"{_GAP}([A-Za-z][A-Za-z-]*)(?P<colon>：\s*|:)(?=\S)")
_NOTHING = re.compile(_GAP)
_NEXT = re.compile(rf"{_GAP}(?:,|$)")
_NEXT_MAPPING = re.compile(rf"{_GAP}(?:,{_GAP}\{{|,?{_GAP}$)")
_PAIRS = {"[": "]", "{": "}", "(": ")", "“": "”", "„": "”“", "«": "»", "‚": "’‘"}
#: Behind one of these a text is most likely at its end, so that a strange word and a colon are a field, not its words.
_SENTENCE_ENDS = ".!?…。！？\"'”»)"
_OUTER_UNSEEN = re.compile(rf"^[\s{SIGNS}]+|(?<![\s{SIGNS}])[\s{SIGNS}]+$")
_BLANKS = ("", " ", "\t", "\r", "\n")
_WHITE = " \t\r\n"
#: Nothing that a map holds is nested so deep; what is goes its way to the reader.
_DEEPEST = 8


class Flow:
    """Walks through a value in brackets and gathers the slips in it."""

    def __init__(self, text: str, anchors: frozenset[str]) -> None:
        self._text = text
        self._anchors = anchors
        self.slips: list[Slip] = []

    def value(self, start: int, end: int, shape: Shape, depth: int = 0) -> None:
        """Look at the value between two offsets, which is of this shape."""
        start, end = self._within_unseen(*self._trimmed(start, end))
        if start >= end or depth > _DEEPEST:
            return
        end = self._without_foot(start, end)
        first, last = self._text[start], self._text[end - 1]
        if first == "{" and last == "}" and shape.is_mapping and self._is_mapping(start, end, shape):
            self._mapping(start + 1, end - 1, shape, depth)
        elif first == "[" and last == "]" and shape.items is not None:
            self._list(start + 1, end - 1, shape.items, depth)
        elif shape.is_text and not is_mapping_all_the_same(self._text, start, end):
            self._text_value(start, end)
        elif shape.is_word:
            self._word(start, end, shape)

    def _within_unseen(self, start: int, end: int) -> tuple[int, int]:
        """Pass over what cannot be seen before or behind a value in brackets, and note it."""
        piece = self._text[start:end]
        inner = _OUTER_UNSEEN.sub("", piece)
        if inner == piece or not (inner.startswith(("[", "{")) and inner.endswith(("]", "}"))):
            return start, end
        first = start + piece.index(inner)
        for one, other in ((start, first), (first + len(inner), end)):
            if (slip := unseen_slip(self._text, one, other, "beside a bracket")) is not None:
                self.slips.append(slip)
        return first, first + len(inner)

    def _without_foot(self, start: int, end: int) -> int:
        """Give the offset behind a value in brackets, without the comments that follow it."""
        close = balanced_end(self._text, start, end) if self._text[start] in "[{" else None
        is_foot = close is not None and _NOTHING.fullmatch(self._text, close + 1, end)
        return close + 1 if close is not None and is_foot else end

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        piece = self._text[start:end]
        start += len(piece) - len(piece.lstrip(_WHITE))
        return start, max(start, end - (len(piece) - len(piece.rstrip(_WHITE))))

    def _word(self, start: int, end: int, shape: Shape) -> None:
        slip = word_slip(self._text, start, end, shape)
        if slip is not None:
            self.slips.append(slip)

    def _text_value(self, start: int, end: int) -> None:
        slip = judge_flow(self._text, start, end, self._anchors)
        if slip is not None:
            self.slips.append(slip)

    # --- mappings -----------------------------------------------------------------------------------------------

    def _is_mapping(self, start: int, end: int, shape: Shape) -> bool:
        """Tell whether braces hold fields or entries, and not the words of a text that begins with a brace."""
        match = self._key(start + 1, end - 1, shape)
        if match is not None:
            return not shape.is_text or " " not in match[1] or self._is_key(match, shape)
        return not shape.is_text and not self._text[start + 1 : end - 1].strip()

    def _is_key(self, match: re.Match[str], shape: Shape) -> bool:
        name = _name(match)
        return shape.field(name) is not None or (shape.entries is not None and " " not in name)

    def _mapping(self, start: int, end: int, shape: Shape, depth: int) -> None:
        place = start
        while place < end:
            match = self._key(place, end, shape)
            if match is None:
                return
            if match.re is _GLUED_KEY:
                self.slips.append(self._glued(match))
            name = _name(match)
            slip = unseen_slip(self._text, place, match.end(), f"beside or in the key `{shown(name)}`")
            if slip is not None and not name.startswith("x-"):  # what a field of one's own is called is not ours to say
                self.slips.append(slip)
            below = shape.below(name)
            stop = self._end_of_value(match.end(), end, below, shape)
            self.value(match.end(), stop, below, depth + 1)
            comma = sign_slip(self._text, stop, min(stop + 1, end), "before a field")
            if comma is not None:
                self.slips.append(comma)
            place = stop + 1

    def _key(self, start: int, end: int, shape: Shape) -> re.Match[str] | None:
        """Give the key that stands here, also a field of ours whose colon is not right; None where none does."""
        match = _KEY.match(self._text, start, end)
        if match is not None:
            return match
        glued = _GLUED_KEY.match(self._text, start, end)
        return glued if glued is not None and shape.has(glued[1]) else None

    def _glued(self, match: re.Match[str]) -> Slip:
        start, stop = match.span("colon")
        if self._text[start] == "：" and (slip := sign_slip(self._text, start, start + 1, f"after `{match[1]}`")):
            return slip
        name, splices = match[1], (Splice(stop, stop, " "),)
        message = f"the colon after `{name}` needs a blank behind it"
        return Slip(match.start(1), stop, message, splices, f"`{name}` has a blank behind its colon")

    def _end_of_value(self, start: int, end: int, below: Shape, shape: Shape) -> int:
        """Give the offset of the comma behind a value in a mapping, or the mapping's end."""
        start = self._behind_comments(start, end)
        first = self._text[start : start + 1]
        if (quoted := self._behind_quoted(start, end)) is not None:
            comma = self._comma_or_end(quoted, end)
            if comma == end or _KEY.match(self._text, comma + 1, end) or _NOTHING.fullmatch(self._text, comma + 1, end):
                return comma
        if (first == "[" and (below.items is not None or below.is_any)) or (first == "{" and not below.is_only_text):
            for close in self._closings(start, end):
                behind = _NEXT.match(self._text, close + 1, end)
                if behind and (behind.end() == end or self._key_follows(behind.end(), end, shape)):
                    return behind.end() - 1 if self._text[behind.end() - 1] == "," else end
        if below.is_word and not below.is_text and not below.is_number:
            return self._comma_or_end(start, end)
        end = self._wide_comma(start, end, shape) if "，" in self._text[start:end] else end
        return next((place for place in self._commas(start, end) if self._ends_at(place, end, shape)), end)

    def _wide_comma(self, start: int, end: int, shape: Shape) -> int:
        """Give the offset of a full-width comma before a field of ours; the end where there is none."""
        place = self._text.find("，", start, end)
        while place >= 0:
            match = self._key(place + 1, end, shape)
            if match is not None and shape.has(match[1]):
                return place
            place = self._text.find("，", place + 1, end)
        return end

    def _ends_at(self, comma: int, end: int, shape: Shape) -> bool:
        """Tell whether a value ends at a comma: a field of ours follows, or some field behind a whole sentence."""
        if self._key_follows(comma + 1, end, shape):
            return True
        match = _KEY.match(self._text, comma + 1, end)
        is_over = self._text[comma - 1] in _SENTENCE_ENDS
        return match is not None and is_over and match[1].count(" ") < (2 if shape.entries is not None else 1)

    def _key_follows(self, start: int, end: int, shape: Shape) -> bool:
        match = self._key(start, end, shape)
        if match is None:
            return _NOTHING.fullmatch(self._text, start, end) is not None
        return self._is_key(match, shape)

    def _commas(self, start: int, end: int) -> Iterator[int]:
        place = self._text.find(",", start, end)
        while place >= 0:
            yield place
            place = self._text.find(",", place + 1, end)

    def _closings(self, start: int, end: int) -> Iterator[int]:
        """Give where the bracket at an offset may be closed: where it is balanced, else wherever its like stands."""
        close = _PAIRS[self._text[start]]
        balanced = balanced_end(self._text, start, end)
        if balanced is not None:
            yield balanced
        place = self._text.find(close, start, end)
        while place >= 0:
            yield place
            place = self._text.find(close, place + 1, end)

    # --- lists --------------------------------------------------------------------------------------------------

    def _list(self, start: int, end: int, item: Shape, depth: int) -> None:
        place = start
        while place < end:
            stop = self._end_of_item(place, end, item)
            self.value(place, stop, item, depth + 1)
            place = stop + 1

    def _end_of_item(self, start: int, end: int, item: Shape) -> int:
        start = self._behind_comments(start, end)
        first = self._text[start : start + 1]
        if (quoted := self._behind_quoted(start, end)) is not None:
            return self._comma_or_end(quoted, end)
        if first == "{" and item.is_mapping:
            behind = _NEXT if item.is_text else _NEXT_MAPPING
            for close in self._closings(start, end):
                if behind.match(self._text, close + 1, end):
                    return self._comma_or_end(close + 1, end)
        if item.is_text:
            return next((place for place in self._commas(start, end) if self._parts(start, place, end)), end)
        return self._comma_or_end(start, end)

    def _behind_quoted(self, start: int, end: int) -> int | None:
        """Give the offset behind a text in quotes that ends before a comma or the end; None for any other value."""
        quoted = QUOTED.match(self._text, start, end)
        return quoted.end() if quoted and _NEXT.match(self._text, quoted.end(), end) else None

    def _behind_comments(self, start: int, end: int) -> int:
        """Give where a value begins: quotes or brackets in a comment before it are none of its own."""
        gap = _NOTHING.match(self._text, start, end)
        return start if gap is None else gap.end()

    def _comma_or_end(self, start: int, end: int) -> int:
        place = self._text.find(",", start, end)
        return end if place < 0 else place

    def _parts(self, start: int, comma: int, end: int) -> bool:
        """Tell whether a comma in a list parts two texts: not within a number, nor within brackets or quotes."""
        around = self._text[comma - 1 : comma] + self._text[comma + 1 : comma + 2]
        if len(around) == 2 and around.isdigit():
            return False
        return not _is_open(self._text[start:comma], self._text[comma:end])


def _name(match: re.Match[str]) -> str:
    """Give the name of a key without quotes and without what cannot be seen."""
    return UNSEEN.sub("", match[1]).strip("\"' ")


def is_mapping_all_the_same(text: str, start: int, end: int) -> bool:
    """Tell whether braces hold keys and nothing stands behind them: no text, but a mapping where none belongs."""
    is_whole = text[start : start + 1] == "{" and balanced_end(text, start, end) == end - 1
    return is_whole and _KEY.match(text, start + 1, end - 1) is not None


def _is_open(before: str, after: str) -> bool:
    """Tell whether a bracket or a curly quotation mark is open at the end of a text and is closed later."""
    for opening, closing in _PAIRS.items():
        opened = before.count(opening) - sum(before.count(one) for one in set(closing) - {opening})
        if opened > 0 and any(one in after for one in closing):
            return True
    return False


def balanced_end(text: str, start: int, end: int) -> int | None:
    """Give the offset of the bracket that closes the one at ``start``, quoted texts passed over; None if none does."""
    depth = 0
    place = start
    while place < end:
        sign = text[place]
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return place
        elif sign in "\"'" and text[place - 1] in " ,:[{\n\r\t" and (quoted := QUOTED.match(text, place, end)):
            place = quoted.end() - 1
        elif sign == "#" and text[place - 1] in " \t\r\n[{," and text[place + 1 : place + 2] in _BLANKS:
            place = _line_end(text, place) - 1
        place += 1
    return None


def _line_end(text: str, place: int) -> int:
    found = [where for where in (text.find("\n", place), text.find("\r", place)) if where >= 0]
    return min(found, default=len(text))
