"""The second look at a JSON text: the same data, with a remark on every repeated name and every refused value.

Names are in composed form then, so that an id that is spelt in two ways is one that stands twice.

It reads in one loop with a stack of its own, and takes texts that are known to be JSON and not too deep.
"""

from __future__ import annotations

import re
from json.decoder import scanstring  # type: ignore[attr-defined]

from coldwater.formats.native.json_places import JsonBranch, clean
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.numbers import UnsafeNumberError, finite_number, whole_number
from coldwater.formats.native.spots import UNSAFE_INPUT, Parsed, Remarks, duplicate_key
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TOKEN = re.compile(r'[ \t\n\r]*(?:(?P<string>")|(?P<mark>[\[\]{}:,])|(?P<other>[^\s\[\]{}:,"]+))')
_LITERALS = {"true": True, "false": False, "null": None}
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})


def examine(text: str) -> Parsed:
    """Give the data of a JSON text, its places, and the remarks."""
    examiner = _Examiner(text)
    data = examiner.read()
    return Parsed(data, JsonBranch.of_text(text), examiner.remarks.spots(), examiner.discarded)


class _Open:
    """A list or an object that is not closed yet, and of an object the name that waits for its value."""

    def __init__(self, container: Any, is_own: bool = False) -> None:
        self.container = container
        #: Whether this is in a field that begins with x-: what is in there is its author's, to the letter.
        self.is_own = is_own
        self.names: dict[str, tuple[int, int]] | None = {} if isinstance(container, dict) else None
        self.name: str | None = None
        self.is_repeated = False


class _Examiner:
    def __init__(self, text: str) -> None:
        self.remarks = Remarks()
        self.discarded: list[Any] = []
        self._text = text
        self._lines = Lines(text)
        self._outer: list[Any] = []
        self._stack = [_Open(self._outer)]

    def read(self) -> Any:
        """Read the text from its beginning to its end."""
        position = 0
        while (match := _TOKEN.match(self._text, position)) is not None:
            position = match.end()
            if match["string"]:
                start = position - 1
                words, position = scanstring(self._text, position, True)
                self._take_string(words, start, position)
            elif match["other"]:
                self._put(self._literal(match["other"], match.start("other")))
            elif match["mark"] in "[{":
                container: Any = [] if match["mark"] == "[" else {}
                top = self._stack[-1]
                is_own = top.is_own or (top.name or "").startswith("x-")
                self._put(container)
                self._stack.append(_Open(container, is_own))
            elif match["mark"] in "]}":
                self._stack.pop()
        return self._outer[0]

    def _take_string(self, words: str, start: int, end: int) -> None:
        text = clean(words)
        if text != words:
            message = "half a character (a lone surrogate such as \\ud800); write the whole character"
            self.remarks.add(UNSAFE_INPUT, self._lines.place(start, end), message)
        top = self._stack[-1]
        if top.names is None or top.name is not None:
            self._put(text)
            return
        text = text if top.is_own or text.startswith("x-") else composed(text)
        top.name = text
        first = top.names.setdefault(text, (start, end))
        top.is_repeated = first[0] != start
        if top.is_repeated and not self.remarks.skips():
            duplicate_key(self.remarks, text, self._lines.place(start, end), self._lines.place(*first))

    def _put(self, value: Any) -> None:
        """Put a value where it belongs; aside, if its name stands twice."""
        top = self._stack[-1]
        if top.names is None:
            top.container.append(value)
        elif top.is_repeated:
            self.discarded.append(value)
        else:
            top.container[top.name] = value
        top.name = None

    def _literal(self, spelling: str, start: int) -> Any:
        if spelling in _LITERALS:
            return _LITERALS[spelling]
        try:
            if spelling in _NOT_FINITE:
                raise UnsafeNumberError(f"`{spelling}` is no number that a map can hold")
            return whole_number(spelling) if spelling.lstrip("-").isdigit() else finite_number(spelling)
        except UnsafeNumberError as error:
            self.remarks.add(UNSAFE_INPUT, self._lines.place(start, start + len(spelling)), str(error))
            return spelling
