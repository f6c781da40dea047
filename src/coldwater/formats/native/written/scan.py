"""What a walk through a text knows at every line: the lines, what is open, and what YAML makes of the text."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from coldwater.formats.native.written.frames import Frame
from coldwater.formats.native.written.lines import Key, lines_of
from coldwater.formats.native.written.shapes import ANY, map_shape

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from coldwater.formats.native.written.lines import Line
    from coldwater.formats.native.written.slip import Slip

_ALIASES = re.compile(r"(?:^|[\s\[{,])\*([^\s,\[\]{}]+)")
_ANCHORS = re.compile(r"(?:^|[\s\[{,])&([^\s,\[\]{}]+)")
_REFERENCE = re.compile(r"(?m)(?:[\[,]\s*|^[^\S\r\n]*-[ \t]+|\w:[ \t]+)([^\s,\[\]{}:#'\"]+)(?=[ \t]*(?:[,\]}#]|\r|$))")
_WORD = re.compile(r"[\w.-]+")


class Scan:
    """A text on its way to be understood.

    ``inside``: the numbers of the lines, from 0, that YAML takes for the rest of a text; None where it cannot read the
    text at all, so that any line may stand where it does not belong.
    """

    def __init__(self, text: str, inside: Container[int] | None) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.is_refused = inside is None
        self._inside: Container[int] = inside or ()
        #: The outermost frame is the file: what stands below it is the map.
        self.frames = [Frame(-1, ANY, 0)]
        self.top.pending = map_shape()
        self.slips: list[Slip] = []
        #: The names of what is marked in the text and repeated.
        self.anchors = frozenset(_ALIASES.findall(text)) & frozenset(_ANCHORS.findall(text))

    @property
    def top(self) -> Frame:
        """The innermost list or mapping that is open."""
        return self.frames[-1]

    def key(self, line: Line) -> Key | None:
        """Give the key that a line begins with, or None."""
        return Key.at(self.text, line.first, line.end)

    def is_mark(self, line: Line) -> bool:
        """Tell whether a line is a mark of documents, or a directive."""
        return line.margin == 0 and line.body.startswith(("---", "...", "%"))

    def behind(self, line: Line) -> Iterator[Line]:
        """Give the lines that follow a line."""
        return (self.lines[number] for number in range(line.number + 1, len(self.lines)))

    def next_content(self, line: Line) -> Line | None:
        """Give the next line with something on it; None where there is none near."""
        return next((one for one in islice(self.behind(line), 40) if one.has_content), None)

    def may_move(self, line: Line) -> bool:
        """Tell whether an item may be astray: in a text that YAML reads, one that it takes for words of a text."""
        return self.is_refused or line.number in self._inside

    def skip(self, line: Line, column: int) -> int:
        """Give the number of the first line behind those that follow a line and are deeper than a column."""
        number = line.number + 1
        while number < len(self.lines) and (not self.lines[number].body or self.lines[number].indent > column):
            number += 1
        return number

    def last_below(self, line: Line, column: int) -> Line:
        """Give the last line with something on it of those that ``skip`` passes over, or the line itself."""
        number = self.skip(line, column) - 1
        while number > line.number and (not self.lines[number].body or self.lines[number].is_comment):
            number -= 1
        return self.lines[number]

    def is_deeper_below(self, line: Line, column: int) -> bool:
        """Tell whether the next line with something on it is deeper than a column."""
        number = line.number + 1
        while number < len(self.lines) and not self.lines[number].body:
            number += 1
        return number < len(self.lines) and self.lines[number].indent > column

    @cached_property
    def referred_to(self) -> frozenset[str]:
        """What stands alone in a list or behind a key: the ids that something refers to are among these words."""
        return frozenset(_REFERENCE.findall(self.text))

    @cached_property
    def named_twice(self) -> frozenset[str]:
        """The words that the text holds more than once: an id is named where it is used, too."""
        once: set[str] = set()
        twice: set[str] = set()
        for word in _WORD.findall(self.text):
            (twice if word in once else once).add(word)
        return frozenset(twice)
