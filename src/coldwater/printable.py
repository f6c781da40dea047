"""Text of a map made safe for a terminal: no control character, escape or change of direction comes out raw."""

from __future__ import annotations

import re

#: C0 and C1 controls, line and paragraph separators, marks and overrides of direction, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\ufeff]")


def printable(text: str) -> str:
    r"""Give text on one line, with blanks for line ends and tabs, and visible stand-ins for what must not come out.

    >>> printable("a\x1b[31mb\nc")
    'a␛[31mb c'
    """
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in (9, 10, 13, 0x2028, 0x2029):
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def display_width(text: str) -> int:
    """Give the columns a text takes on a terminal: two for wide characters, none for combining marks.

    >>> display_width("桥 ok")
    5
    """
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 - plain texts need no tables

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
