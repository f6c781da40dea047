r"""The text of a claim as Kialo writes it: links, sources, brackets with a backslash; and as maps have it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.texts import cleaned
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

_MARKUP = re.compile(
    r"(?P<gap> ?)(?<!\\)(?:\[(?P<number>[0-9]{1,6})\](?!\()"
    r"|\[(?P<label>(?:[^\[\]\\\n]|\\.)+)\]\((?P<url>https?://(?:[^()\\\s]|\\.|\([^()\s]*\))+)\))"
)
_SEE = re.compile(r"->\s*See\s+((?:[0-9]{1,9}\.)*[0-9]{1,9}\.?)\s*")


class Plain(NamedTuple):
    """A text without markup, the numbers of sources in it, and the links: what they are called, and their address."""

    text: str
    numbers: tuple[str, ...]
    links: tuple[tuple[str, str], ...]


def plain(raw: str, sources: Collection[str]) -> Plain:
    r"""Give a text without markup. Only numbers of sources that are there, or that are links, are taken for such.

    >>> plain(r"It has [cracks](https://example.org/a) \(two\) [1], see [2].", ["1"])
    Plain(text='It has cracks (two), see [2].', numbers=('1',), links=(('cracks', 'https://example.org/a'),))
    >>> plain("It has cracks. [1](https://example.org/a)", []).text
    'It has cracks.'
    """
    numbers: dict[str, None] = {}
    links: dict[tuple[str, str], None] = {}

    def bare(match: re.Match[str]) -> str:
        if match["label"] is not None:
            links[unescaped(match["label"]), unescaped(match["url"])] = None
            return "" if match["label"].isdecimal() else match["gap"] + match["label"]  # as a note at the foot is
        if match["number"] in sources:
            numbers[match["number"]] = None
            return ""
        return match[0]

    text = cleaned(unescaped(_MARKUP.sub(bare, raw)))
    return Plain(text or cleaned(unescaped(raw)), tuple(numbers), tuple(links))


def seen(raw: str) -> str | None:
    """Give the number of the claim that a text is a link to, with a full stop; None if it is none.

    >>> seen("-> See 1.2.1."), seen("See above")
    ('1.2.1.', None)
    """
    match = _SEE.fullmatch(raw.strip())
    return match[1].rstrip(".") + "." if match else None


def unescaped(raw: str) -> str:
    """Take away the backslashes before brackets."""
    return re.sub(r"\\([\[\]()])", r"\1", raw)


def escaped(text: str) -> str:
    """Put a backslash before each bracket."""
    return re.sub(r"([\[\]()])", r"\\\1", text)
