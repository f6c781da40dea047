"""A page of debate material as a Word file, in the styles that debaters' macros know (``docx_styles``).

Headings are Pocket, Hat, Block and Tag; who said it when is a Cite, what a side reads out is underlined, ids of the map
stand small and grey behind their text. The same page gives the same bytes.
"""

from __future__ import annotations

from coldwater.errors import MissingExtraError
from coldwater.prep.setting.docx_styles import (
    CELL,
    CITE,
    EMPHASIS,
    HEADINGS,
    LEAD,
    LEVELS,
    MAP_ID,
    NOTE_MARK,
    TABLE,
    UNDERLINE,
)
from coldwater.prep.setting.keeping_together import kept_with_next
from coldwater.prep.setting.page import Card, Heading, Item, Line, Notes, Picture, Source, Table
from coldwater.prep.setting.reading import column_shares, is_right_to_left, language_tag
from coldwater.printable import printable

try:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    from coldwater.prep.setting.docx_file import text_width, word_file
    from coldwater.prep.setting.docx_notes import note_mark
except ModuleNotFoundError:
    raise MissingExtraError("writing a Word file", "docx") from None

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from coldwater.prep.setting.page import Part

#: The style of a piece of a card, by whether it is read out and whether it counts most.
_LOOKS = {"": "", "read": UNDERLINE, "stressed": EMPHASIS}
#: Texts, each with its style; that of a note is its number, with a sign before it where it was named before.
_Runs = list[tuple[str, str]]
_AGAIN = "-"


def page_docx(page: Iterable[Part], language: str | None) -> bytes:
    """Give a page as the bytes of a Word file; ``language`` is that of the map, or None if it tells none.

    Texts are made safe here: what XML forbids does not come out. Raises MissingExtraError without the extra ``docx``.
    """
    every = list(page)
    parts = [part for part in every if not isinstance(part, Notes)]
    notes = [text for part in every if isinstance(part, Notes) for text, _ in part.notes]
    title = next((printable(part.text) for part in parts if isinstance(part, Heading)), "")
    known = language_tag(language)
    body = (
        one
        for part, is_kept in zip(parts, kept_with_next(parts), strict=True)
        for one in ([part] if isinstance(part, Picture) else _set(part, known, is_kept=is_kept))
    )
    return word_file(body, title, known, notes)


def _set(
    part: Heading | Line | Item | Source | Card | Table, language: str, *, is_kept: bool
) -> Iterator[BaseOxmlElement]:
    if isinstance(part, Heading):
        yield _paragraph([(part.text, ""), *_tag(part.tag)], style=HEADINGS[part.level - 1])
    elif isinstance(part, Line):
        yield _paragraph([*_lead(part.lead), *_stressed(part.text, part.stress), *_tag(part.tag)], is_kept=is_kept)
    elif isinstance(part, (Item, Source)):
        yield _paragraph(_entry(part), depth=part.depth, is_kept=is_kept)
    elif isinstance(part, Card):
        between = ", " if part.who and part.what else ""
        yield _paragraph(
            [(part.who, CITE), (between + part.what, ""), *_tag(part.tag)], is_kept=is_kept or bool(part.pieces)
        )
        if part.pieces:
            yield _paragraph([(piece, _LOOKS[look]) for piece, look in part.pieces], is_kept=is_kept)
    else:
        yield _table(part, language)
        # Below it, so that a heading stays with the table; and without a paragraph two tables would become one.
        yield _paragraph(_entry(part.source) if part.source else [])


def _entry(part: Item | Source) -> _Runs:
    if isinstance(part, Source):
        return [*_lead(part.lead), *_cited(part), *_tag(part.tag)]
    return [*_lead(part.lead), (part.text, UNDERLINE if part.is_read else ""), *_tag(part.tag)]


def _lead(lead: str) -> _Runs:
    return [(f"{lead} ", LEAD)] if lead else []


def _tag(tag: str) -> _Runs:
    return [(f" {tag}", MAP_ID)] if tag else []


def _stressed(text: str, stress: str) -> _Runs:
    before, found, after = text.partition(stress) if stress else (text, "", "")
    return [(before, ""), (found, EMPHASIS), (after, "")]


def _cited(source: Source) -> _Runs:
    between = ", " if source.who and source.what else ""
    card = source.card or (((source.quote, True),) if source.quote else ())
    words = [(piece, UNDERLINE if is_read else "") for piece, is_read in card]
    quote = [(": “", ""), *words, ("”", "")] if words else []
    mark = [(f"{_AGAIN * bool(source.before)}{source.number}", NOTE_MARK)] if source.number else []
    return [(source.who, CITE), *mark, (between + source.what, ""), *quote]


# --- XML ----------------------------------------------------------------------------------------------------------


def _made(name: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Make an element of WordprocessingML; its attributes are of the same namespace."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    element.extend(children)
    return element


def _paragraph(runs: _Runs, style: str = "", depth: int | None = None, *, is_kept: bool = False) -> BaseOxmlElement:
    """Make a paragraph of texts, each with the id of its style or none; with a depth, it is an entry of a list.

    ``is_kept``: with what follows, on one page, and whole. Only headings are, the cites of cards, and what is short: of
    longer chains, LibreOffice tears off the heading.
    """
    properties = [_made("pStyle", val=style)] if style else []
    if is_kept:
        properties += [_made("keepNext"), _made("keepLines")]
    if depth is not None:
        level = _made("ilvl", val=str(min(depth, LEVELS - 1)))
        properties.append(_made("numPr", level, _made("numId", val="1")))
    if is_right_to_left("".join(text for text, style in runs if style != LEAD)):
        properties.append(_made("bidi"))
    head = [_made("pPr", *properties)] if properties else []
    return _made("p", *head, *(one for text, style in runs if text for one in _set_run(text, style)))


def _set_run(text: str, style: str) -> Iterator[BaseOxmlElement]:
    if style == NOTE_MARK:
        yield from note_mark(int(text.removeprefix(_AGAIN)), is_first=not text.startswith(_AGAIN))
    else:
        yield _run(text, style)


def _run(text: str, style: str) -> BaseOxmlElement:
    shown = printable(text)
    properties = [_made("rStyle", val=style)] if style else []
    if is_right_to_left(shown):
        properties.append(_made("rtl"))
    words = _made("t")
    words.text = shown
    words.set(qn("xml:space"), "preserve")
    return _made("r", *([_made("rPr", *properties)] if properties else []), words)


def _table(table: Table, language: str) -> BaseOxmlElement:
    """Make a table as wide as the text; its first row comes again on every page, and no row is torn apart."""
    width = text_width(language)
    widths = [round(width * share) for share in column_shares(table)]
    rows = [_row([[(cell, "")] for cell in table.header], widths, is_header=True)]
    for number, row in enumerate(table.rows):
        cells: list[_Runs] = [[(cell, UNDERLINE if column == table.quoted else "")] for column, cell in enumerate(row)]
        cells[0] += _tag(table.tag(number))
        rows.append(_row(cells, widths))
    properties = _made(
        "tblPr",
        _made("tblStyle", val=TABLE),
        _made("tblW", w=str(sum(widths)), type="dxa"),
        _made("tblLayout", type="fixed"),
        _made("tblLook", val="0620", firstRow="1", noHBand="1", noVBand="1"),
    )
    return _made("tbl", properties, _made("tblGrid", *(_made("gridCol", w=str(one)) for one in widths)), *rows)


def _row(cells: list[_Runs], widths: list[int], is_header: bool = False) -> BaseOxmlElement:
    properties = [_made("cantSplit"), *([_made("tblHeader")] if is_header else [])]
    made = [
        _made("tc", _made("tcPr", _made("tcW", w=str(width), type="dxa")), _paragraph(runs, CELL))
        for width, runs in zip(widths, cells, strict=True)
    ]
    return _made("tr", _made("trPr", *properties), *made)
