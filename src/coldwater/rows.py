"""Text in rows of a terminal: how many columns it takes, and where it breaks. It knows no map."""

from __future__ import annotations

from functools import lru_cache
from re import split
from unicodedata import category, east_asian_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def display_width(text: str) -> int:
    """Give the columns a text takes on a terminal: two for wide characters, none for marks and joiners.

    >>> display_width("桥 ok")
    5
    """
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=8192)
def _width(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def folded(text: str, room: int) -> list[str]:
    """Break a printable text into rows of at most ``room`` columns, at least one row.

    It is broken at blanks, of which those within a row stay as they are, between wide characters
    (closing marks stay with what they close), or anywhere in a word that is longer than a row. No row begins with two
    colons, with which a command to GitHub's runner begins: they are broken apart.

    >>> folded("one two three", 7)
    ['one two', 'three']
    >>> folded("桥应该重建吗？", 6)
    ['桥应该', '重建', '吗？']
    """
    rows: list[str] = [""]
    used = 0
    for word in _words(text):
        size = display_width(word)
        if used + size > room and used and word != " ":
            rows[-1] = rows[-1].rstrip()
            rows.append("")
            used = 0
        if word == " " and (not used or used + 1 > room):
            continue
        if used + size <= room:
            rows[-1] += word
            used += size
            continue
        for character in word:
            step = _width(character)
            if used + step > room and used:
                rows.append("")
                used = 0
            rows[-1] += character
            used += step
    rows[-1] = rows[-1].rstrip()
    return _unheard(rows) if "::" in text else rows


def _unheard(rows: Iterable[str], indent: str = "") -> list[str]:
    """Break rows that begin with two colons, but for blanks, behind the first colon."""
    kept: list[str] = []
    for row in rows:
        rest = row
        while (bare := rest.lstrip(" ")).startswith("::"):
            kept.append(rest[: len(rest) - len(bare) + 1])
            rest = indent + bare[1:]
        kept.append(rest)
    return kept


def hung(text: str, width: int, indent: str = "  ") -> list[str]:
    """Break a line to at most ``width`` columns; those after the first begin with ``indent``. What is short stays.

    Words stay whole, however long, and so does a command, which two blanks set apart: both are there to be copied.

    >>> hung("town.yaml is missing: run  coldwater render town.yaml", 30)
    ['town.yaml is missing: run', '  coldwater render town.yaml']
    """
    if display_width(text) <= width:
        return _unheard([text], indent)
    rows = [text[: len(text) - len(text.lstrip(" "))]]
    is_begun = False
    for word, gap in _whole_words(text.lstrip(" ")):
        if is_begun and display_width(rows[-1] + gap + word) > width:
            rows.append(indent + word)
        else:
            rows[-1] += (gap if is_begun else "") + word
        is_begun = True
    return _unheard(rows, indent)


def _whole_words(text: str) -> Iterator[tuple[str, str]]:
    """Give the words of a text, each with the blanks before it: commands whole, and wide characters one by one."""
    gap = ""
    for part in split("( {2,}coldwater .*?(?=  |$)| +)", text):
        if part.strip(" ") and part[:1] == " ":
            bare = part.lstrip(" ")
            yield bare, part[: -len(bare)]
        elif not part.strip(" "):
            gap = part
        else:
            for word in _words(part):
                yield word, gap
                gap = ""


def _words(text: str) -> Iterator[str]:
    """Give words and single blanks; wide characters count as words, closing punctuation stays with what it closes."""
    if text.isascii():
        yield from filter(None, split("( )", text))
        return
    word = ""
    for character in text:
        is_wide = _width(character) == 2
        is_mark = is_wide and category(character)[0] in "PM"
        if character == " ":
            yield from filter(None, (word, " "))
            word = ""
        elif is_wide and word and not is_mark:
            yield word
            word = character
        else:
            if word and not is_wide and _width(word[-1]) == 2 and character.isalnum():
                yield word
                word = ""
            word += character
    if word:
        yield word
