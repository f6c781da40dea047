"""How lines end: a browser knows one end of line, a file may have others, which stay as they are."""

from __future__ import annotations

import re

from coldwater.language.changes import changes

_ENDINGS = re.compile("\r\n?|\n")


def plain(text: str) -> str:
    r"""Give a text whose lines end in a line feed each.

    >>> plain("a\r\nb\rc\n")
    'a\nb\nc\n'
    """
    return _ENDINGS.sub("\n", text) if "\r" in text else text


def with_endings(text: str, before: str) -> str:
    r"""Give a plain text with the ends of lines that it had before it was edited; new lines end as the first one did.

    >>> with_endings("a\nx\nb\n", "a\r\nb\n")
    'a\r\nx\r\nb\n'
    """
    if "\r" not in before:
        return text
    ends = _ENDINGS.findall(before)
    old = plain(before)
    parts: list[str] = []
    at = line = 0
    for one in changes(old, plain(text)):
        parts.append(_ended(old[at : one.start], ends[line:]))
        parts.append(one.text.replace("\n", ends[0]))
        line += old.count("\n", at, one.end)
        at = one.end
    parts.append(_ended(old[at:], ends[line:]))
    return "".join(parts)


def _ended(text: str, ends: list[str]) -> str:
    lines = text.split("\n")
    return "".join(line + end for line, end in zip(lines, [*ends[: len(lines) - 1], ""], strict=True))
