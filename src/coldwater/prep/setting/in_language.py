"""A page with our words in the language of its map, where there is a table for it; what the table lacks stays English.

Each part says in which language its words of ours are, so that whoever sets it can mark them truly.
"""

from __future__ import annotations

import re
from functools import partial

from coldwater.prep.setting.page import Heading, Item, Line, Notes, Source, Table
from coldwater.words.material import table_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from coldwater.prep.setting.page import Part
    from coldwater.words.material import Table as Words

#: The leads of paragraphs that are words of the map.
_OF_THE_MAP = frozenset({"Thesis.", "Motion.", "About."})
#: The column that says who holds a claim, and what a citation says of the day on which its page was read.
_HELD = "Positions"
_ACCESSED = re.compile(r"\baccessed (\d{4}[\d-]*)")


def in_language(page: Iterable[Part], language: str | None, ids: Container[str] = ()) -> Iterable[Part]:
    """Give a page in a language. ``ids``: what stands in tags as it is, whatever word it looks like."""
    if language is None:
        return page
    words = table_for(language)
    return map(partial(_marked, language=language), page) if words is None else _told(page, words, language, ids)


def _marked(part: Part, language: str) -> Part:
    """Mark a paragraph that holds words of the map alone."""
    return part._replace(language=language) if isinstance(part, Line) and part.lead in _OF_THE_MAP else part


def _told(page: Iterable[Part], words: Words, language: str, ids: Container[str]) -> Iterator[Part]:
    for part in page:
        if isinstance(part, Table):
            header = [words.told(cell) for cell in part.header]
            is_told = all(one is not None for one in header)
            told = tuple(one or cell for one, cell in zip(header, part.header, strict=True))
            tags = tuple(_tag(words, tag, ids) for tag in part.tags)
            source = None if part.source is None else _source(part.source, words, language, ids)
            rows = (
                tuple(tuple(_held(words, cell) for cell in row) for row in part.rows)
                if _HELD in part.header
                else part.rows
            )
            yield part._replace(header=told, rows=rows, tags=tags, source=source, language=language if is_told else "")
        elif isinstance(part, Heading):
            found = words.told(part.text)
            tag = _tag(words, part.tag, ids)
            yield part._replace(tag=tag) if found is None else part._replace(text=found, tag=tag, language=language)
        elif isinstance(part, Line):
            yield _line(part, words, language, ids)
        elif isinstance(part, Item):
            lead, text = words.told(part.lead) if part.lead else "", words.told(part.text)
            tag = _tag(words, part.tag, ids)
            # A lead that the table lacks before a text that it has is the title of something.
            is_told = lead is not None or text is not None
            yield part._replace(
                lead=lead or part.lead,
                text=part.text if text is None else text,
                tag=tag,
                language=language if is_told else "",
            )
        elif isinstance(part, Source):
            yield _source(part, words, language, ids)
        elif isinstance(part, Notes):
            title, back = words.told(part.text), words.told(part.back)
            yield part if title is None or back is None else part._replace(text=title, back=back, language=language)
        else:
            yield part


def _line(part: Line, words: Words, language: str, ids: Container[str]) -> Line:
    """Tell a paragraph: a lead of ours may stand before a text of the map; a text of ours is told whole or not."""
    lead, text = words.told(part.lead) if part.lead else "", words.told(part.text)
    tag = _tag(words, part.tag, ids)
    if lead is None:
        return part._replace(tag=tag)
    if text is None:
        # Words of the map, or words of ours that the table lacks.
        of_map = language if part.lead in _OF_THE_MAP else ""
        return part._replace(lead=lead, tag=tag, language=of_map, lead_language=language if lead else "")
    stress = words.told(part.stress) if part.stress else ""
    known = stress if stress and stress in text else ""
    return part._replace(text=text, lead=lead, tag=tag, stress=known, language=language, lead_language=language)


def _source(part: Source, words: Words, language: str, ids: Container[str]) -> Source:
    lead = words.told(part.lead)
    part = part._replace(tag=_tag(words, part.tag, ids), what=_ACCESSED.sub(rf"{words.told('accessed')} \1", part.what))
    return part if lead is None else part._replace(lead=lead, language=language)


def _held(words: Words, cell: str) -> str:
    """Tell in a table that says who holds a claim what is said of that."""
    return (words.told(cell) or cell) if cell.startswith(("accepted by ", "rejected by ")) else cell


def _tag(words: Words, tag: str, ids: Container[str]) -> str:
    return "; ".join(one if one in ids else _word(words, one, ids) for one in tag.split("; ")) if tag else ""


def _word(words: Words, one: str, ids: Container[str]) -> str:
    against, _, name = one.partition(" ")
    return f"{words.told(against)} {name}" if against == "against" and name in ids else words.told(one) or one
