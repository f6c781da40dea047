"""A page of debate material as a value: headings, sentences, lists and tables, before it is set for any medium.

What a page says is decided once; how it looks is decided by whoever sets it (``page_text``, ``page_markdown``,
``page_html``, ``page_docx``). Texts of a map stand in it as they are: making them safe is up to the setter.
"""

from __future__ import annotations

import re

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias, TypeGuard

    from coldwater.model.cards import Pieces

    Part: TypeAlias = "Heading | Line | Item | Source | Card | Table | Picture | Notes"


class Heading(NamedTuple):
    """A heading of level 1 (the page) to 4. ``tag``: the id it is about, with short words of ours.

    ``language``: of our words in a part, where they are not English, here and below.
    """

    level: int
    text: str
    tag: str = ""
    language: str = ""


class Line(NamedTuple):
    """A paragraph. ``lead``: words of ours that stand out before it; ``tag``: ids and short words after it.

    ``stress``: the words of the text that count most, such as the verdict; they are in it as they stand here.
    ``lead_language``: that of the lead, where it is told in another language than the text.
    """

    text: str
    lead: str = ""
    tag: str = ""
    stress: str = ""
    language: str = ""
    lead_language: str = ""


class Item(NamedTuple):
    """An entry of a list, at a depth from 0; lead and tag as for a paragraph.

    ``is_read``: whether its text is what the side itself reads out in a round, as the claims of its own case are.
    ``names_ids``: its text is ours, and what stands in square brackets is an id.
    """

    text: str
    lead: str = ""
    tag: str = ""
    depth: int = 0
    is_read: bool = False
    names_ids: bool = False
    language: str = ""


class Source(NamedTuple):
    """A citation as an entry of a list: who and when, what and where, the very words; ``tag``: the id of the source.

    ``card``: the passage that the words are from, in pieces, each with whether it is read out; set where a medium can
    tell the two apart. ``note``: the source in full, for media with footnotes (``footnotes``), in which ``named`` and
    ``place`` stand for who and what; ``number``: that of its note there, from 1, and ``before``: how often it was named
    before.
    """

    who: str
    what: str
    quote: str = ""
    tag: str = ""
    depth: int = 0
    card: Pieces = ()
    lead: str = "Source:"
    language: str = ""
    note: str = ""
    named: str = ""
    place: str = ""
    number: int = 0
    before: int = 0

    @property
    def told(self) -> str:
        """The citation in one row."""
        named = ", ".join(word for word in (self.who, self.what) if word)
        return f"{named}: “{self.quote}”" if self.quote else named


class Card(NamedTuple):
    """A citation with paragraphs of its own: who and when, then the rest of the cite; below it the passage.

    ``pieces``: the passage, each with its look: "" for what is not read out, "read", or "stressed" for what counts most
    of what is read; none where nothing is quoted. ``tag``: the id of the source.
    """

    who: str
    what: str
    pieces: tuple[tuple[str, str], ...] = ()
    tag: str = ""


class Table(NamedTuple):
    """Rows of cells below a header; every row has as many cells.

    ``tags``: ids and short words after the first cell of each row, or none at all; ``quoted``: the column, from 0, that
    holds the very words of sources, if there is one; ``source``: where all rows are from, if that is to be said;
    ``is_grid``: all but the first cell of a row are short, so that it reads as a table in plain text as well.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...] = ()
    quoted: int | None = None
    source: Source | None = None
    is_grid: bool = False
    language: str = ""

    def tag(self, row: int) -> str:
        """Give the tag of a row, from 0."""
        return self.tags[row] if self.tags else ""


class Picture(NamedTuple):
    """A picture as wide as the text, for media that show one; ``text``: what is to be seen on it.

    ``svg`` is for a browser, ``png`` for a word processor. What it shows is said in words where there is none.
    """

    text: str
    svg: bytes = b""
    png: bytes = b""
    tag: str = ""


class Notes(NamedTuple):
    """The notes at the end of a page or at the foot of paper, from number 1: each a text, and how often it is named.

    ``text`` is their heading, ``back`` what a way back to where it is named is called.
    """

    notes: tuple[tuple[str, int], ...]
    text: str = "Sources"
    back: str = "Back to the text"
    tag: str = ""
    language: str = ""


_ID = re.compile(r"\[([^\[\]\s]+)\]")


def without_ids(page: Iterable[Part], ids: Mapping[str, str]) -> Iterator[Part]:
    """Give a page to be handed on: no ids behind its texts, and headings that are plain titles.

    ``ids``: what each id is called in words, where a text of ours names it. Short words that stand beside the ids of a
    heading go into a line below it.
    """
    for part in page:
        words = "; ".join(word for word in part.tag.split("; ") if word and word not in ids) if _has_tag(part) else ""
        if isinstance(part, Heading):
            yield part._replace(tag="")
            if words:
                yield Line(f"{words[:1].upper()}{words[1:]}.")
        elif isinstance(part, Table):
            source = part.source._replace(tag="") if part.source else None
            yield part._replace(tags=(), source=source)
        elif isinstance(part, Item) and part.names_ids:
            text = _ID.sub(lambda found: f"“{ids[found[1]]}”" if found[1] in ids else found[0], part.text)
            yield part._replace(text=text, tag=words, names_ids=False)
        else:
            yield part._replace(tag=words)


def _has_tag(part: Part) -> TypeGuard[Heading | Line | Item | Source | Card | Picture | Notes]:
    return not isinstance(part, Table)


def tagged(*words: str) -> str:
    """Give a tag of those words that say something.

    >>> tagged("cracks", "", "unstated")
    'cracks; unstated'
    """
    return "; ".join(word for word in words if word)


def leading(entries: Iterable[Item | Source], most: int) -> list[Item | Source]:
    """Give the first entries of a list at depth 0 with all below them; the others are counted."""
    kept: list[Item | Source] = []
    entry = 0
    for item in entries:
        entry += item.depth == 0
        if entry <= most:
            kept.append(item)
    return [*kept, Item(f"and {entry - most:,} more")] if entry > most else kept
