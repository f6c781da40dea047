"""The text that tokens make: signs put in for their codes, emphasis out, blanks as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.argdown.tokens import LINK, MARK, NEWLINE, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.argdown.tokens import Token

_BLANKS = re.compile(r"[ \t\n]+")
_TAG = re.compile("#(?:\\([^)]+\\)|[a-zA-z0-9\\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)")


def text_of(tokens: Sequence[Token], source: str) -> tuple[str, int, list[Token]]:
    """Give what tokens say, how many emphases are in it, and those that are opened and never closed."""
    pieces: list[str] = []
    opened: list[tuple[int, Token]] = []
    emphases = 0
    for token in tokens:
        if token.kind == MARK:
            if token.width == 2 and opened:
                opened.pop()
                emphases += 1
                pieces.append(source[token.start + len(token.value) : token.end])
            else:
                opened.append((len(pieces), token))
                pieces.append("")
        elif token.kind == LINK:
            pieces.append(token.value + (" " if source[token.end : token.end + 1] in (" ", "\t") else ""))
        elif token.kind == NEWLINE:
            pieces.append(" ")
        else:
            pieces.append(token.value if token.kind == TEXT else source[token.start : token.end])
            if source[token.end : token.end + 1] in (" ", "\t"):
                pieces.append(" ")
    for index, token in opened:
        pieces[index] = token.value
    return plain("".join(pieces)), emphases, [token for _, token in opened]


def plain(text: str) -> str:
    r"""Give a text with one blank for any run of blanks and line ends, and none at its ends.

    >>> plain(" one \n two")
    'one two'
    """
    return _BLANKS.sub(" ", text).strip(" ")


def without_last_tags(text: str) -> str:
    """Give a text without the tags at its end; a text of nothing but tags stays.

    >>> without_last_tags("We like #freedom. #(two words) #three")
    'We like #freedom.'
    """
    end = len(text)
    while end:
        start = text.rfind("#(" if text[end - 1] == ")" else "#", 0, end)
        if start < 0 or not _TAG.fullmatch(text, start, end) or (start and text[start - 1] != " "):
            break
        end = start
        while end and text[end - 1] == " ":
            end -= 1
    return text[:end] or text
