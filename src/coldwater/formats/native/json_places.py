"""Where the names and values of a JSON text stand, looked up level by level and only where somebody asks.

Values in between are skipped by the C scanner, so that a place deep in a large text costs little more than reading.
"""

from __future__ import annotations

import re
from json import JSONDecoder
from json.decoder import scanstring  # type: ignore[attr-defined]

from coldwater.formats.native.lines import Lines
from coldwater.formats.native.places import Branch
from coldwater.model import composed
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from coldwater.findings import Place

_BLANKS = re.compile(r"[ \t\n\r]*")
#: Half characters, and what stands for one in the data that are read.
_SURROGATE = re.compile("[\ud800-\udfff]")
_STAND_IN = "\ufffd"


class _Text:
    """A text that is known to be JSON, its lines, and a scanner that makes nothing of numbers."""

    def __init__(self, text: str) -> None:
        self.text = text
        decoder: Any = JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
        self._scan = decoder.scan_once
        self._lines: Lines | None = None

    @property
    def lines(self) -> Lines:
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def after_blanks(self, offset: int) -> int:
        match = _BLANKS.match(self.text, offset)
        assert match is not None
        return match.end()

    def skip(self, offset: int) -> int:
        """Give the end of the value that begins at an offset."""
        end: int = self._scan(self.text, offset)[1]
        return end


class Member(NamedTuple):
    """A step into an object or a list: where its name begins and ends (in a list its value), and its value.

    ``step`` is in composed form, ``name`` as typed.
    """

    step: str | int
    key_start: int
    key_end: int
    start: int
    end: int
    name: str | int


class JsonBranch(Branch):
    """A value of a JSON text, by where it begins and ends."""

    __slots__ = ("_end", "_start", "_whole")

    def __init__(self, whole: _Text, start: int, end: int) -> None:
        self._whole = whole
        self._start = start
        self._end = end

    @classmethod
    def of_text(cls, text: str) -> JsonBranch:
        """Give the branch of all that a JSON text holds."""
        whole = _Text(text)
        return cls(whole, whole.after_blanks(0), len(text.rstrip(" \t\n\r")))

    @property
    def span(self) -> tuple[int, int]:
        """The offsets at which the value begins and ends."""
        return self._start, self._end

    def below(self, member: Member) -> JsonBranch:
        """Give the value of a member."""
        return JsonBranch(self._whole, member.start, member.end)

    def place(self) -> Place:
        """Give the value's place."""
        return self._whole.lines.place(self._start, self._end)

    def spelling(self) -> str:
        """Give a scalar as it stands, a string without its quotes."""
        text = self._whole.text
        if text[self._start] == '"':
            return clean(scanstring(text, self._start + 1, True)[0])
        return "" if text[self._start] in "[{" else text[self._start : self._end]

    def look_below(self) -> dict[str | int, tuple[Place, Branch]]:
        """Look up the members of an object or a list, the first of names that stand twice."""
        below: dict[str | int, tuple[Place, Branch]] = {}
        for member in self.members():
            place = self._whole.lines.place(member.key_start, member.key_end)
            for step in (member.name, member.step):  # by either, as fields of one's own stay as typed
                below.setdefault(step, (place, self.below(member)))
        return below

    def members(self) -> Iterator[Member]:
        """Give the members of an object or a list in their order; nothing for a single value."""
        whole, text = self._whole, self._whole.text
        is_object = text[self._start] == "{"
        if not is_object and text[self._start] != "[":
            return
        position = whole.after_blanks(self._start + 1)
        count = 0
        while text[position] not in "]}":
            key_start = key_end = start = position
            step: str | int = count
            typed: str | int = count
            if is_object:
                name, key_end = scanstring(text, key_start + 1, True)
                typed = clean(name)
                step = composed(typed)
                start = whole.after_blanks(whole.after_blanks(key_end) + 1)
            end = whole.skip(start)
            yield Member(step, key_start, key_end if is_object else end, start, end, typed)
            count += 1
            position = whole.after_blanks(end)
            if text[position] == ",":
                position = whole.after_blanks(position + 1)


def clean(text: str) -> str:
    """Give a text with a stand-in for every half character."""
    return _SURROGATE.sub(_STAND_IN, text)
