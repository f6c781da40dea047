"""The names and values of a text with their places, found also where the text is no YAML or JSON (yet).

This is no reader: it says what is written where, line by line, as far as that can be told. Where a text can be read, it
agrees with the reader on all ids (the tests hold it to that). A text that is damaged in one entry is seen well in all
others.
"""

from __future__ import annotations

import re

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.findings import Pointer

#: What a key of a line looks like: in quotes or plain, then a colon and a blank or the end of the line.
KEY = re.compile(
    r"""(?:"((?:\\.|[^"\\\r\n])*)"
        | '((?:''|[^'\r\n])*)'
        | ([^\s\#\[\]{},&*!|>'"%@`](?:[^\s:\#]|:(?=\S)|[ \t]+(?=[^\s\#:])|(?<=\S)\#)*))
    [ \t]*:(?=[ \t\r\n]|$)""",
    re.VERBOSE,
)
#: No map is nested deeper; what lies deeper is said to lie here, as a way that grows without end costs its square.
_DEEPEST = 40
_LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n?|\n|$)")
_FLOW = re.compile(
    r"""(?P<blank>[ \t]+)
    | (?P<end>\r\n?|\n)
    | (?P<string>"(?:\\[^\r\n]|[^"\\\r\n])*"|'(?:''|[^'\r\n])*')
    | (?P<open>["'])
    | (?P<sign>[\[\]{},])
    | (?P<colon>:(?=[ \t\r\n,\[\]{}]|$)|(?<=["'])[ ]*:)
    | (?P<comment>\#[^\r\n]*)
    | (?P<plain>(?:[^\s\[\]{},:\#"']|:(?=[^\s,\[\]{}])|(?<=\S)[\#"'])
        (?:[^\s\[\]{},:\#]|:(?=[^\s,\[\]{}])|[ \t]+(?=[^\s\[\]{},\#:])|(?<=\S)\#)*)
    | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r'\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(["\\/ ]))')


class Token(NamedTuple):
    """A name or a value: where it stands, quotes included, what it says, and the way to it from the root.

    The way of a key ends in the key. ``quote`` is the sign around it, or empty; ``is_half`` marks a word in the place
    of a key with no colon behind it.
    """

    start: int
    end: int
    text: str
    path: Pointer
    is_key: bool
    quote: str = ""
    is_half: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """Where its text begins and ends, without the quotes."""
        width = len(self.quote)
        closes = self.end - self.start > width
        return self.start + width, self.end - width if closes else self.end


def unquoted(raw: str) -> tuple[str, str]:
    r"""Give what a scalar in the text says, and its quotes.

    >>> unquoted('"a\\u00e4"'), unquoted("'it''s'"), unquoted("plain")
    (('aä', '"'), ("it's", "'"), ('plain', ''))
    """
    sign = raw[:1]
    if sign not in ('"', "'"):
        return raw, ""
    inner = raw[1:-1] if len(raw) > 1 and raw.endswith(sign) else raw[1:]
    if sign == "'":
        return inner.replace("''", "'"), sign
    return (_ESCAPED.sub(_unescaped, inner) if "\\" in inner else inner), sign


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else match[3]


class _Frame:
    """A mapping or a list that is open: the way to it, its column, and where one is in it."""

    __slots__ = ("column", "count", "is_list", "key", "path")

    def __init__(self, path: Pointer, column: int, is_list: bool) -> None:
        self.path = path
        self.column = column
        self.is_list = is_list
        self.count = -1
        self.key: str | None = None


# --- between brackets, and JSON ---------------------------------------------------------------------------------------


def scan_flow(  # noqa: C901, PLR0912, PLR0913, PLR0915 - one pass over signs, each of a few kinds
    text: str, start: int, end: int, path: Pointer, tokens: list[Token], *, is_json: bool, in_mapping: bool = False
) -> int:
    """Find what is between brackets from ``start`` on, add it to ``tokens``, and give the offset behind it.

    ``in_mapping``: the text begins within the braces of ``path``. Nothing behind ``end`` is looked at. Brackets that
    are missing in JSON are told from how far lines are indented.
    """
    stack: list[_Frame] = []
    if in_mapping:
        stack.append(_Frame(path, -1, is_list=False))
    least = len(stack)
    position = start
    line_start = text.rfind("\n", 0, start) + 1
    is_first = not text[line_start:start].strip()
    last: Token | None = None
    while position < end:
        match = _FLOW.match(text, position, end)
        if match is None:
            break
        kind, where = match.lastgroup, position
        position = match.end()
        if kind in ("blank", "comment"):
            continue
        if kind == "end":
            line_start, is_first = position, True
            continue
        frame = stack[-1] if stack else None
        if kind == "sign":
            sign = match[0]
            if sign in "[{":
                column = -1
                stack.append(_Frame(_here(frame, path), column, sign == "["))
                last = None
            elif sign == ",":
                if frame is not None:
                    frame.key = None
                last = None
            elif len(stack) > least:
                stack.pop()
                if stack:
                    stack[-1].key = None if not stack[-1].is_list else stack[-1].key
                last = None
                if not stack:
                    return position
            is_first = False
            continue
        if kind == "colon":
            if last is not None and frame is not None and not frame.is_list and not last.is_key:
                # what stands before a colon in braces is a key after all
                tokens[-1] = last._replace(is_key=True, path=(*frame.path, last.text), is_half=False)
                frame.key = last.text
            last = None
            continue
        if kind == "open":  # a string that is not closed in its line: to the end of the line
            stop = _closing(text, where, end, match[0]) if not is_json else -1
            if stop < 0:
                found = re.compile(r"[^\r\n]*").match(text, where, end)
                stop = found.end() if found is not None else end
                if is_json:
                    stop = where + len(text[where:stop].rstrip().rstrip(",]}").rstrip()) or stop
            position = max(stop, where + 1)
        column = where - line_start
        raw = text[where:position]
        if is_first and is_json and kind in ("string", "open"):
            stack = _recovered(text, stack, least, column, position, end)
            frame = stack[-1] if stack else None
        if frame is not None and frame.column < 0 and is_first:
            frame.column = column
        said, quote = unquoted(raw)
        if frame is None:
            tokens.append(Token(where, position, said, path, is_key=False, quote=quote))
            return position
        if frame.is_list:
            frame.count += 1
            last = Token(where, position, said, (*frame.path, frame.count), is_key=False, quote=quote)
        elif frame.key is None:
            last = Token(where, position, said, (*frame.path, said), is_key=False, quote=quote, is_half=True)
        else:
            last = Token(where, position, said, (*frame.path, frame.key), is_key=False, quote=quote)
            frame.key = None
        tokens.append(last)
        is_first = False
    return position


def _here(frame: _Frame | None, path: Pointer) -> Pointer:
    """Give the way to a value that begins now."""
    if frame is None:
        return path
    if frame.is_list:
        frame.count += 1
        return _deeper(frame.path, frame.count)
    key, frame.key = frame.key, None
    return frame.path if key is None else _deeper(frame.path, key)


def _deeper(path: Pointer, step: str | int) -> Pointer:
    return (*path, step) if len(path) < _DEEPEST else path


def _recovered(  # noqa: PLR0913 - where one is
    text: str, stack: list[_Frame], least: int, column: int, after: int, end: int
) -> list[_Frame]:
    """Close what must have been left open, where a name begins a line further left than what it would lie in."""
    if not re.compile(r"[ \t]*:").match(text, after, end):
        return stack
    while len(stack) > max(least, 1) and stack[-1].column > column >= 0:
        stack = stack[:-1]
    if stack and stack[-1].is_list and len(stack) > max(least, 1):  # a name in a list: the list was left open
        stack = stack[:-1]
    if stack:
        stack[-1].key = None
    return stack


def _closing(text: str, start: int, end: int, sign: str) -> int:
    """Give the offset behind the quote that closes one, over lines; -1 if none does."""
    position = start + 1
    while (position := text.find(sign, position, end)) >= 0:
        if sign == "'" and text[position + 1 : position + 2] == "'":
            position += 2
            continue
        if sign == '"' and (len(text[start:position]) - len(text[start:position].rstrip("\\"))) % 2:
            position += 1
            continue
        return position + 1
    return -1


# --- line by line -----------------------------------------------------------------------------------------------------


def scan_block(text: str, start: int, end: int, path: Pointer) -> list[Token]:
    """Find names and values of YAML in block style from ``start`` to ``end``, below ``path``. Cost is linear."""
    return _Block(text, end, path).scan(start)


class _Block:
    def __init__(self, text: str, end: int, path: Pointer) -> None:
        self.text = text
        self.end = end
        self.tokens: list[Token] = []
        self.stack: list[_Frame] = []
        #: The way to a value that is still to come, and the column of what it belongs to.
        self.pending: Pointer | None = path
        self.owner = -1

    def scan(self, position: int) -> list[Token]:
        skipped = -1  # the column of a text in block style: deeper lines are its words
        while position < self.end:
            match = _LINE.match(self.text, position, self.end)
            if match is None or match.end() == position:
                break
            column, content = len(match[1]), match[2]
            after = match.end()
            is_empty = not content.strip()
            if skipped >= 0 and (is_empty or column > skipped):
                position = after
                continue
            skipped = -1
            if not is_empty and not content.startswith("#"):
                stop, skipped = self._line(match.start(2), match.end(2), column)
                if stop > match.end(2):  # a value went on over lines
                    rest = _LINE.match(self.text, stop, self.end)
                    after = rest.end() if rest is not None else self.end
            position = max(after, position + 1)
        return self.tokens

    def _line(self, position: int, end: int, column: int) -> tuple[int, int]:
        """Look at a line; give where its last value ends, and the column of a text in block style that begins here."""
        text = self.text
        is_item = text[position] == "-" and text[position + 1 : position + 2] in ("", " ", "\t", "\r", "\n")
        while self.stack and (
            self.stack[-1].column > column
            or (self.stack[-1].column == column and self.stack[-1].is_list and not is_item)
        ):
            self.stack.pop()
        if self.pending is not None and column < self.owner + (0 if is_item else 1):
            self.pending = None
        while is_item:
            self._item(column)
            blanks = re.compile(r"-[ \t]*").match(text, position, end)
            width = blanks.end() - position if blanks is not None else 1
            position, column = position + width, column + width
            if position >= end or text[position] == "#":
                return end, -1
            is_item = text[position] == "-" and text[position + 1 : position + 2] in ("", " ", "\t", "\r", "\n")
        return self._value_or_key(position, end, column)

    def _item(self, column: int) -> None:
        top = self.stack[-1] if self.stack else None
        if top is None or not top.is_list or top.column != column:
            way = self.pending
            if way is None:
                way = () if top is None else (*top.path, top.key) if top.key is not None else top.path
            top = _Frame(way, column, is_list=True)
            self.stack.append(top)
        top.count += 1
        self.pending = _deeper(top.path, top.count)
        self.owner = column

    def _value_or_key(self, position: int, end: int, column: int) -> tuple[int, int]:
        text = self.text
        match = KEY.match(text, position, end)
        if match is None:
            return self._scalar(position, end, column)
        top = self.stack[-1] if self.stack else None
        if top is None or top.is_list or top.column != column:
            way = self.pending
            if way is None:  # deeper than a value, or at a column of its own: it belongs to the last key
                way = () if top is None else (*top.path, top.key) if top.key is not None else top.path
            top = _Frame(way, column, is_list=False)
            self.stack.append(top)
        colon = match.end() - 1
        raw = text[position:colon].rstrip()
        key, quote = unquoted(raw)
        top.key = key
        self.tokens.append(Token(position, position + len(raw), key, (*top.path, key), is_key=True, quote=quote))
        self.pending, self.owner = (*top.path, key), column
        value = match.end()
        while value < end and text[value] in " \t":
            value += 1
        if value >= end or text[value] == "#":
            return end, -1
        return self._inline(value, end, column)

    def _inline(self, position: int, end: int, column: int) -> tuple[int, int]:
        """Look at the value behind a key or a dash, whose column is given."""
        text, way = self.text, self.pending
        sign = text[position]
        if sign in "&!" and (blank := re.compile(r"\S*[ \t]+").match(text, position, end)):
            return self._inline(blank.end(), end, column) if blank.end() < end else (end, -1)
        if sign in "|>" and re.compile(r"[|>][-+0-9]*[ \t]*(?:\#.*)?$").match(text[position:end]):
            self.pending = None
            return end, column
        assert way is not None
        if sign in "[{":
            self.pending = None
            limit = self._limit(end, column)
            return scan_flow(text, position, limit, way, self.tokens, is_json=False), -1
        if sign in "\"'":
            stop = _closing(text, position, self._limit(end, column), sign)
            stop = end if stop < 0 else stop
            said, quote = unquoted(text[position:stop].rstrip())
            self.tokens.append(Token(position, stop, said, way, is_key=False, quote=quote))
            self.pending = None
            return stop, -1
        stop = _plain_end(text, position, end)
        self.tokens.append(Token(position, stop, text[position:stop], way, is_key=False))
        self.pending = None
        return end, -1

    def _scalar(self, position: int, end: int, column: int) -> tuple[int, int]:
        """Look at what is no key: a value on a line of its own, a key that is being typed, or more words of a value."""
        if self.pending is not None:
            return self._inline(position, end, max(self.owner, 0))
        top = self.stack[-1] if self.stack else None
        if (top is None and column == 0) or (top is not None and not top.is_list and top.column == column):
            stop = _plain_end(self.text, position, end)
            said = self.text[position:stop]
            way = top.path if top is not None else ()
            self.tokens.append(Token(position, stop, said, (*way, said), is_key=False, is_half=True))
        return end, -1

    def _limit(self, end: int, column: int) -> int:
        """Give how far a value can reach that begins in the line ending at ``end``: to a key no deeper than its own."""
        position = end
        while position < self.end:
            match = _LINE.match(self.text, position, self.end)
            if match is None or match.end() == position:
                break
            if position > end and len(match[1]) <= column and KEY.match(self.text, match.start(2), match.end(2)):
                return position
            position = match.end()
        return self.end


def _plain_end(text: str, position: int, end: int) -> int:
    comment = re.compile(r"[ \t]\#").search(text, position, end)
    stop = comment.start() if comment is not None else end
    return position + len(text[position:stop].rstrip())
