"""The signs of an Argdown text, one after the other: what begins a line, titles, text, tags, data; no comments.

The rules are those of Argdown's own lexer, with two differences: an inference begins after a blank line as well, and
nothing is an error.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.argdown.closings import Closings
from coldwater.formats.argdown.inferences import inference_end
from coldwater.formats.argdown.shortcodes import sign
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Kinds of tokens. Those that begin a line or end a block part statements from each other.
BLANK, NEWLINE, HEADING, NUMBER = "blank", "newline", "heading", "number"
RELATION, ITEM, INFERENCE = "relation", "item", "inference"
STATEMENT, STATEMENT_REFERENCE, ARGUMENT, ARGUMENT_REFERENCE = "[]:", "[]", "<>:", "<>"
TEXT, TAG, LINK, DATA, MARK, MENTION = "text", "tag", "link", "data", "mark", "mention"
PARTING = frozenset((BLANK, HEADING, NUMBER, RELATION, ITEM, INFERENCE))

_LINE = re.compile(r"([' \t]*)(?:(-{2,})|(\+>|->|<?\+|<?-|><|_>|<_|_(?=\s))|\((\d+)\)|(\d+\.|\*)(?=\s))|(#+) ")
_BLANK = re.compile(r"(?:[ \t]*\n){2,}")
_NEWLINE = re.compile(r"[ \t]*\n")
_SPACES = re.compile(r"[ \t]+")
_LINES = re.compile(r"[ \t\n]*")
_RUN = re.compile(r"(?:[^\\@#*_\[.:</\n{]+|[.:](?=[ \t\n]|\Z))+")
_CODE = re.compile(r"(?:\.\S+?\.|:\S+?:)")
_TAG = re.compile("#(?:\\(([^)]+)\\)|([a-zA-z0-9\\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+))[ \\t]?")
_CLOSES = re.compile(r"[ \t]|(?=[\n)}_.,!?;:\-*])|\Z")
_ONE_LINE_END = re.compile(r"[ \t]*\n(?![ \t]*\n)")
_FRONT = re.compile(r"={3,}")
_TITLES = {"[": ("]", STATEMENT, STATEMENT_REFERENCE), "<": (">", ARGUMENT, ARGUMENT_REFERENCE)}


class Token(NamedTuple):
    """A sign of the text: what it is, where it stands, and what it says.

    ``value`` is a title, a text, a tag, the kind of a relation, or the sign of an emphasis; ``width`` the indentation
    of what begins a line, in characters; of an emphasis 1 where it opens and 2 where it closes.
    """

    kind: str
    start: int
    end: int
    value: str
    width: int = 0


class Lexer:
    """Cuts a text whose lines end with LF into tokens. ``comments`` counts what was passed over."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments: list[int] = []
        self.front: tuple[int, int] | None = None
        self.closings = Closings(text)
        self._open: list[str] = []

    def tokens(self) -> Iterator[Token]:
        """Give the tokens. A blank line is one token, however many there are."""
        text, size = self.text, len(self.text)
        at, before = 0, BLANK
        while at < size:
            sign_ = text[at]
            token = self._line_end(at) if sign_ in "\n \t" else None
            if token is not None:
                at = token.end
                if before == BLANK:
                    continue
            elif sign_ in "/<=" and (end := self._passed_over(at, before)) > 0:
                at = end
                continue
            else:
                token = self._beginning(at) if before in (BLANK, NEWLINE) else None
                if token is None and sign_ in " \t":
                    at = _SPACES.match(text, at).end()  # type: ignore[union-attr]
                    continue
                token = token or self._within(at, sign_)
            before = token.kind
            at = token.end
            if before in PARTING:
                self._open.clear()
            yield token

    def _line_end(self, at: int) -> Token | None:
        found = _BLANK.match(self.text, at)
        if found:
            return Token(BLANK, at, found.end(), "")
        found = _NEWLINE.match(self.text, at)
        return Token(NEWLINE, at, found.end(), " ") if found else None

    def _passed_over(self, at: int, before: str) -> int:
        """Give where a comment ends, or front matter, which is noted; 0 where there is none."""
        if self.text[at] == "=":
            return self.front[1] if before == BLANK and self.front is None and self._is_front(at) else 0  # type: ignore[index]
        end = self._comment_end(at, before)
        if end > 0:
            self.comments.append(at)
        return end

    def _is_front(self, at: int) -> bool:
        """Take front matter, which stands before all but blank lines and comments."""
        opening = _FRONT.match(self.text, at)
        if opening is None:
            return False
        closing = self.text.find("===", opening.end())
        if closing < 0:
            return False
        self.front = (at, _FRONT.match(self.text, closing).end())  # type: ignore[union-attr]
        return True

    def _comment_end(self, at: int, before: str) -> int:
        """Give where a comment ends, with the line ends that belong to it; -1 where there is none."""
        text = self.text
        if text.startswith("<!--", at):
            end = self.closings.next("-->", at + 4) + 3
        elif text.startswith("/*", at):
            end = self.closings.next("*/", at + 2) + 2
        elif text.startswith("//", at):
            end = self.closings.next("\n", at)
            end = end if end < len(text) else len(text) + 1
        else:
            return -1
        if end > len(text):
            return -1
        if before == BLANK:
            lines = _LINES.match(text, end)
            return text.rfind("\n", end, lines.end()) + 1 or end  # type: ignore[union-attr]
        if before == NEWLINE:
            line = _ONE_LINE_END.match(text, end)
            return line.end() if line else end
        return end

    def _beginning(self, at: int) -> Token | None:
        """Give what begins a line."""
        found = _LINE.match(self.text, at)
        if found is None:
            return None
        indent, hyphens, relation, number, item, heading = found.groups()
        end = found.end()
        if heading:
            return Token(HEADING, at, end, "", len(heading))
        start = at + len(indent)
        if hyphens:
            inner, end = inference_end(self.text, start, self.closings)
            return Token(INFERENCE, start, end, self.text[start:inner], len(indent))
        if relation:
            return Token(RELATION, start, end, relation, len(indent))
        if number:
            return Token(NUMBER, start, end, number, len(indent))
        return Token(ITEM, start, end, item, len(indent) + 1)

    def _within(self, at: int, sign_: str) -> Token:
        """Give what stands at a place within a line; one sign of plain text where nothing else does."""
        found = _RUN.match(self.text, at)
        if found:
            return Token(TEXT, at, found.end(), found[0])
        if sign_ in "*_":
            return self._emphasis(at, sign_)
        token = self._titled(at, sign_) if sign_ in "[<@" else self._coded(at, sign_)
        return token or Token(TEXT, at, at + 1, sign_)

    def _coded(self, at: int, sign_: str) -> Token | None:
        """Give an escaped sign, a code for one, data or a tag."""
        text = self.text
        if sign_ == "\\" and text[at + 1 : at + 2] not in ("", "\n"):
            return Token(TEXT, at, at + 2, text[at + 1])
        if sign_ in ".:" and (code := _CODE.match(text, at)):
            return Token(TEXT, at, code.end(), sign(code[0]))
        if sign_ == "{" and (end := self.closings.data_end(at)) > 0:
            return Token(DATA, at, end, text[at:end])
        is_closed = text[at + 1 : at + 2] != "(" or self._closes(")", at)
        if sign_ == "#" and is_closed and (tag := _TAG.match(text, at)):
            return Token(TAG, at, tag.end(), tag[1] or tag[2])
        return None

    def _closes(self, sign_: str, at: int) -> bool:
        return self.closings.next(sign_, at) < len(self.text)

    def _emphasis(self, at: int, sign_: str) -> Token:
        """Give an emphasis that opens or closes; a closing one takes the blank behind it."""
        top = self._open[-1] if self._open else ""
        for mark in (sign_ * 2, sign_):
            if mark == top and self.text.startswith(mark, at) and (end := _CLOSES.match(self.text, at + len(mark))):
                self._open.pop()
                return Token(MARK, at, end.end(), mark, 2)
        for mark in (sign_ * 2, sign_):
            if self.text.startswith(mark, at) and not self.text[at + len(mark) : at + len(mark) + 1].isspace():
                self._open.append(mark)
                return Token(MARK, at, at + len(mark), mark, 1)
        return Token(TEXT, at, at + 1, sign_)

    def _titled(self, at: int, sign_: str) -> Token | None:
        """Give a link, a definition, a reference or a mention; None where there is none."""
        text = self.text
        if sign_ == "@":
            opening = text[at + 1 : at + 2]
            close = self.closings.in_line("]" if opening == "[" else ">", at + 3) if opening in ("[", "<") else -1
            return Token(MENTION, at, close + 1, text[at : close + 1]) if close > 0 else None
        if sign_ == "[":
            link = self._link(at)
            if link is not None:
                return link
        closing, define, refer = _TITLES[sign_]
        close = self.closings.in_line(f"{closing}:", at + 2)
        if close > 0:
            return Token(define, at, close + 2, text[at + 1 : close])
        close = self.closings.in_line(closing, at + 2)
        if close > 0 and text[at + 1] != "-":
            return Token(refer, at, close + 1, text[at + 1 : close])
        return None

    def _link(self, at: int) -> Token | None:
        close = self.closings.next("]", at + 1)
        if close == at + 1 or not self.text.startswith("](", close):
            return None
        end = self.closings.next(")", close + 2)
        return Token(LINK, at, end + 1, self.text[at + 1 : close], close) if close + 2 < end < len(self.text) else None
