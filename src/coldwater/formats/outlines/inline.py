"""Markdown within a line: what it says without its markup, and where its links lead. Cost is linear."""

from __future__ import annotations

import re
from html import unescape

_MARKUP = re.compile(
    r"""
      \\(?P<sign>[!-/:-@\[-`{-~])
    | (?P<picture>!?)\[(?P<label>(?:[^\[\]\\\n]|\\.)*)\]\(\s*<?(?P<url>[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)>?
      (?:\s+"[^"\n]*")?\s*\)
    | <(?P<bare>https?://[^<>\s]+)>
    | (?P<entity>&\#?\w{1,31};)
    | <!--.*?-->|</?[a-zA-Z][^<>]*>
    | \*+(?=[^\s*])|(?<=[^\s*])\*+ | (?<!\w)_+(?=\S)|(?<=\S)_+(?!\w) | ~~
    """,
    re.VERBOSE | re.DOTALL,
)


#: Code begins with backticks; one behind a backslash is only itself. Within code a backslash means nothing.
_OPENING = re.compile(r"\\.|`+", re.DOTALL)


def plain_inline(text: str) -> tuple[str, list[tuple[str, str]]]:
    r"""Give a text without markup, and its links as words and addresses.

    >>> plain_inline(r"**Dear**, says [the *survey*](https://e.org/s): 2 \* 3 `<b>`")
    ('Dear, says the survey: 2 * 3 <b>', [('the survey', 'https://e.org/s')])
    """
    links: list[tuple[str, str]] = []

    def bare(match: re.Match[str]) -> str:
        if match["sign"]:
            return match["sign"]
        if match["entity"]:
            return unescape(match["entity"])
        if match["bare"]:
            links.append((match["bare"], match["bare"]))
            return match["bare"]
        if match["url"] is not None and not match["picture"]:
            said = _MARKUP.sub(lambda inner: inner["sign"] or "", match["label"])
            links.append((said, match["url"]))
            return said
        return ""

    return "".join(part if is_code else _MARKUP.sub(bare, part) for is_code, part in _parts(text)), links


def ending_code(text: str) -> tuple[str, str | None]:
    """Part a line from the code at its end; None if none is there.

    >>> ending_code("It is quiet. `quiet; unstated`")
    ('It is quiet. ', 'quiet; unstated')
    """
    parts = _parts(text.rstrip(), whole=True)
    if not parts or not parts[-1][0]:
        return text, None
    code = parts[-1][1]
    return text.rstrip()[: len(text.rstrip()) - len(code)], _inside(code)


def _parts(text: str, whole: bool = False) -> list[tuple[bool, str]]:
    """Give what is code and what is not, in order; ``whole``: code with its backticks."""
    if "`" not in text:
        return [(False, text)] if text else []
    closing: dict[int, list[int]] = {}
    for match in reversed(list(re.finditer("`+", text))):
        closing.setdefault(len(match[0]), []).append(match.start())
    found: list[tuple[bool, str]] = []
    at = start = 0
    while (opening := _OPENING.search(text, start)) is not None:
        start = opening.end()
        size = len(opening[0])
        if opening[0][0] == "\\":
            continue
        ends = closing.get(size, [])
        while ends and ends[-1] < start:
            ends.pop()
        if ends:
            found.append((False, text[at : opening.start()]))
            start = at = ends[-1] + size
            code = text[opening.start() : at]
            found.append((True, code if whole else _inside(code)))
    found.append((False, text[at:]))
    return [part for part in found if part[1]]


def _inside(code: str) -> str:
    size = len(code) - len(code.lstrip("`"))
    inner = code[size:-size]
    return inner[1:-1] if inner[:1] == inner[-1:] == " " and inner.strip() else inner
