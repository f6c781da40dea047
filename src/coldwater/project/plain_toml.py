"""Reads settings that are written plainly; anything unusual is left to ``tomllib``.

Importing ``tomllib`` costs as much as half a check, and each start would pay for it. Settings are a few tables with
texts, whole numbers, true and false, and lists of texts. Whatever is spelt in another way is given up on, and what
is read here is what ``tomllib`` reads: a test holds the two together.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_BLANKS = " \t"
_KEY_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


class _UnusualError(Exception):
    """The text is not written plainly, or is no TOML: ``tomllib`` is to say which."""


def read_plainly(text: str, table: tuple[str, ...]) -> dict[str, Any] | None:
    """Give what stands in a table of a TOML text, empty if it is not there; None for what is not written plainly.

    ``table`` is the way to the table, empty for the whole text. Tables beside it are passed over unread.
    """
    if '"""' in text or "'''" in text:
        return None
    try:
        return _Reader(text, table).read()
    except _UnusualError:
        return None


class _Reader:
    def __init__(self, text: str, table: tuple[str, ...]) -> None:
        self._lines: Iterator[str] = iter(text.replace("\r\n", "\n").split("\n"))
        self._way = table
        self._result: dict[str, Any] = {}
        self._headers: set[tuple[str, ...]] = set()

    def read(self) -> dict[str, Any]:
        """Read the lines, those of other tables only for where they end."""
        here: dict[str, Any] | None = None if self._way else self._result
        above: tuple[str, ...] = ()
        depth = 0
        for line in self._lines:
            words = line.strip(_BLANKS)
            if depth:
                depth += _brackets(words)
            elif not words or words[0] == "#":
                continue
            elif words[0] == "[":
                above, here = self._table(words)
            elif here is not None:
                self._take(here, words)
            elif self._leads_here(above, words):
                raise _UnusualError
            elif "[" in words:
                depth = _brackets(words)
        return self._result

    def _table(self, words: str) -> tuple[tuple[str, ...], dict[str, Any] | None]:
        """Give the keys of a header and the table that it opens, which is None for one beside ours."""
        is_list = words.startswith("[[")
        keys = _header(words.replace("[[", "[", 1).replace("]]", "]", 1) if is_list else words)
        if keys[: len(self._way)] != self._way:
            return keys, None
        if is_list or keys in self._headers:
            raise _UnusualError
        self._headers.add(keys)
        table = self._result
        for key in keys[len(self._way) :]:
            table = table.setdefault(key, {})
            if not isinstance(table, dict):
                raise _UnusualError
        if not all(isinstance(value, dict) for value in table.values()):
            raise _UnusualError
        return keys, table

    def _leads_here(self, above: tuple[str, ...], words: str) -> bool:
        """Tell whether a line outside our tables may put something into them: by a dotted key, or a table in a line."""
        key = self._way[len(above)] if above == self._way[: len(above)] and len(above) < len(self._way) else None
        return key is not None and words.lstrip("\"'").startswith(key)

    def _take(self, table: dict[str, Any], words: str) -> None:
        key, equals, rest = words.partition("=")
        key = key.rstrip(_BLANKS)
        if not equals or not _is_bare(key) or key in table:
            raise _UnusualError
        table[key], rest = self._value(rest.lstrip(_BLANKS))
        _expect_nothing(rest)

    def _value(self, rest: str) -> tuple[Any, str]:
        if rest[:1] in ('"', "'"):
            return _string(rest)
        if rest[:1] == "[":
            return self._list(rest[1:])
        if rest[:1] == "{":
            return _inline_table(rest[1:])
        word = rest.partition("#")[0].rstrip(_BLANKS)
        if word in ("true", "false"):
            return word == "true", rest[len(word) :]
        if word.isascii() and word.isdigit() and (word[0] != "0" or word == "0") and len(word) < 20:
            return int(word), rest[len(word) :]
        raise _UnusualError

    def _list(self, rest: str) -> tuple[list[str], str]:
        """Read a list of texts, which may go on over lines, with comments and a last comma."""
        items: list[str] = []
        wants_comma = False
        while True:
            rest = rest.lstrip(_BLANKS)
            if not rest or rest[0] == "#":
                line = next(self._lines, None)
                if line is None:
                    raise _UnusualError
                rest = line
            elif rest[0] == "]":
                return items, rest[1:]
            elif wants_comma:
                rest = _after_comma(rest)
                wants_comma = False
            else:
                item, rest = _string(rest)
                items.append(item)
                wants_comma = True


def _string(rest: str) -> tuple[str, str]:
    quote = rest[:1]
    end = rest.find(quote, 1) if quote in ('"', "'") and quote else -1
    text = rest[1:end]
    if end < 0 or not text.isprintable() or (quote == '"' and "\\" in text):
        raise _UnusualError
    return text, rest[end + 1 :]


def _inline_table(rest: str) -> tuple[dict[str, str], str]:
    table: dict[str, str] = {}
    rest = rest.lstrip(_BLANKS)
    if rest[:1] == "}":
        return table, rest[1:]
    while True:
        key, _, rest = rest.partition("=")
        key = key.strip(_BLANKS)
        if not _is_bare(key) or key in table:
            raise _UnusualError
        table[key], rest = _string(rest.lstrip(_BLANKS))
        rest = rest.lstrip(_BLANKS)
        if rest[:1] == "}":
            return table, rest[1:]
        rest = _after_comma(rest)


def _after_comma(rest: str) -> str:
    if rest[:1] != ",":
        raise _UnusualError
    return rest[1:]


def _header(words: str) -> tuple[str, ...]:
    """Give the keys of a header, bare or in plain quotes."""
    keys: list[str] = []
    rest = words[1:]
    while True:
        rest = rest.lstrip(_BLANKS)
        if rest[:1] in ('"', "'"):
            key, rest = _string(rest)
        else:
            length = next((i for i, sign in enumerate(rest) if sign not in _KEY_SIGNS), len(rest))
            key, rest = rest[:length], rest[length:]
            if not key:
                raise _UnusualError
        keys.append(key)
        rest = rest.lstrip(_BLANKS)
        if rest[:1] == "]":
            _expect_nothing(rest[1:])
            return tuple(keys)
        if rest[:1] != ".":
            raise _UnusualError
        rest = rest[1:]


def _brackets(words: str) -> int:
    """Give how many square brackets a line opens and does not close, outside of its texts and comments."""
    depth = 0
    quote = ""
    is_escaped = False
    for sign in words:
        if is_escaped:
            is_escaped = False
        elif quote:
            is_escaped = sign == "\\" and quote == '"'
            quote = "" if sign == quote else quote
        elif sign in ('"', "'"):
            quote = sign
        elif sign == "#":
            break
        else:
            depth += (sign == "[") - (sign == "]")
    return depth


def _expect_nothing(rest: str) -> None:
    rest = rest.lstrip(_BLANKS)
    if rest and (rest[0] != "#" or not rest.replace("\t", " ").isprintable()):
        raise _UnusualError


def _is_bare(key: str) -> bool:
    return bool(key) and _KEY_SIGNS.issuperset(key)
