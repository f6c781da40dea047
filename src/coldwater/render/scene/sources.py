"""Sources of a map: numbered in the order in which they are first cited, and written as one line each. No layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.model.models import Author, Citation, Map, Source
    from coldwater.words.wording import Words


class Numbering:
    """Gives a number to each source when it is first cited; sources that the map does not list have none."""

    def __init__(self, map_: Map, words: Words = ENGLISH) -> None:
        self._sources = map_.sources
        self._words = words
        self._numbers: dict[str, int] = {}

    def mark(self, cites: Iterable[Citation]) -> str:
        """Give "source 2" or "sources 1, 3" for citations; "" if none is known."""
        known = dict.fromkeys(citation.source for citation in cites if citation.source in self._sources)
        numbers = sorted(self._numbers.setdefault(name, len(self._numbers) + 1) for name in known)
        if not numbers:
            return ""
        return self._words.on_page("source_mark", count=len(numbers), names=", ".join(map(str, numbers)))

    def lines(self) -> tuple[str, ...]:
        """Give the cited sources, each with its number, as text."""
        return tuple(f"{number}. {reference(self._sources[name])}" for name, number in self._numbers.items())


def reference(source: Source) -> str:
    """Write a source as one printable line: authors, title, where it appeared, when."""
    authors = ", ".join(_name(author) for author in source.author or ())
    issued = "" if source.issued is None else str(source.issued).removesuffix(".0")
    place = ", ".join(part for part in (source.container_title, source.publisher, issued) if part)
    head = f"{authors}: {source.title}" if authors else source.title
    ended = head if head.rstrip().endswith((".", "?", "!", "。", "？", "！")) or not place else head + "."
    return printable(f"{ended} {place}".strip())


def _name(author: str | Author) -> str:
    if isinstance(author, str):
        return author
    return author.literal or " ".join(part for part in (author.given, author.family) if part)
