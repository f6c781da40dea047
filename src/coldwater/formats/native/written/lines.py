"""The lines of a text as a writer sees them: how far in they begin, a dash for an item, a key before a colon."""

from __future__ import annotations

import re

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

#: A comment behind something on its line: a `#` after a blank and before one. Others belong to a text.
COMMENT = re.compile(r"(?:^|(?<=[ \t]))#+(?:[ \t]|[-=*_~]{2}|$)")
#: A text in quotes, over as many lines as it takes.
QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_LINE = re.compile("[^\r\n]*")
_INDENT = re.compile(r"[ \t]*")
_QUOTED_KEY = re.compile(r"""("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*')[ \t]*:(?=[ \t]|$)""")
_COLON = re.compile(r":(?=[ \t]|$)")
_NO_KEY = frozenset("[{]},#&*!|>%@`\"'")
_TO_VALUE = re.compile(r"[ \t]*")


class Key(NamedTuple):
    """A key on a line: its name, and the offset behind its colon and the blanks after that."""

    name: str
    value: int

    @staticmethod
    def at(text: str, start: int, end: int) -> Key | None:
        """Give the key that a stretch of a line begins with, or None: what stands before the first colon and blank."""
        body = text[start:end]
        quoted = _QUOTED_KEY.match(body)
        colon = quoted.end() - 1 if quoted else _plain_key_end(body)
        if colon is None:
            return None
        name = quoted[1][1:-1] if quoted else body[:colon].rstrip()
        value = _TO_VALUE.match(body, colon + 1)
        return Key(name, start + (value.end() if value else colon + 1))


class Line:
    """A line: its number from 0, where it begins, its indentation in columns, and what stands on it."""

    __slots__ = ("body", "end", "indent", "margin", "number", "start")

    def __init__(self, number: int, start: int, text: str, tab: int) -> None:
        self.number = number
        self.start = start
        #: How many characters of indentation there are: one for a tab.
        self.margin = len(_INDENT.match(text)[0])  # type: ignore[index]  # it matches anything
        white = text[: self.margin]
        self.indent = len(white.expandtabs(tab)) if "\t" in white else self.margin
        self.body = text[self.margin :].rstrip(" \t")
        self.end = start + self.margin + len(self.body)

    @property
    def first(self) -> int:
        """The offset of the first character that is no indentation."""
        return self.start + self.margin

    @property
    def is_comment(self) -> bool:
        """Tell whether the line holds a comment and nothing else, and no text that only begins with a `#`."""
        return COMMENT.match(self.body) is not None

    @property
    def has_content(self) -> bool:
        """Tell whether there is anything but blanks and a comment."""
        return self.body != "" and not self.body.startswith("#")

    def end_of_line(self, text: str) -> int:
        """Give the offset of the line's end, behind blanks at its foot and a comment."""
        match = _LINE.match(text, self.start)
        return match.end() if match else self.end

    def behind_dash(self, text: str) -> int:
        """Give the offset of what stands behind the dash of an item, or of the line's end."""
        start = self.first + 1
        while start < self.end and text[start] in " \t":
            start += 1
        return start

    @property
    def is_item(self) -> bool:
        """Tell whether the line begins with the dash of an item."""
        return self.body == "-" or self.body.startswith(("- ", "-\t"))


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text. A tab counts as the step by which the text is indented otherwise, or two columns."""
    spans = [(match.start(), match[0]) for match in _spans(text)]
    steps = {len(line) - len(line.lstrip(" ")) for _, line in spans if line.lstrip(" ") and line[0] == " "}
    tab = min((step for step in steps if step > 1), default=2)
    return [Line(number, start, line, tab) for number, (start, line) in enumerate(spans)]


def _spans(text: str) -> Iterable[re.Match[str]]:
    offset = 0
    while offset < len(text):
        match = _LINE.match(text, offset)
        assert match is not None
        yield match
        offset = match.end() + (2 if text.startswith("\r\n", match.end()) else 1)


def _plain_key_end(body: str) -> int | None:
    if not body or body[0] in _NO_KEY or (body[0] in "-?:" and body[1:2] in ("", " ", "\t")):
        return None
    match = _COLON.search(body)
    name = body[: match.start()] if match is not None else ""
    return len(name) if name.strip() and " #" not in name else None


def without_comment(text: str, start: int, end: int) -> int:
    """Give the offset at which a stretch of a line ends when a comment behind it is left out."""
    match = COMMENT.search(text[start:end])
    return start + len(text[start : start + match.start()].rstrip(" \t")) if match else end
