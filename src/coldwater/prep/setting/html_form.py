"""A page of debate material as one HTML file: no script, nothing fetched, fit to read on any screen and to print."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from coldwater.prep.setting.html_style import STYLE
from coldwater.prep.setting.page import Card, Heading, Item, Line, Notes, Picture, Source, Table
from coldwater.prep.setting.reading import OURS, language_tag, paper_of
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Part

_BLOCK = 3  # the level of the headings of what is kept together
_DEEPEST = 8  # beyond, entries are no longer indented, or nothing would fit

#: How a piece of a card looks, by whether it is read out and whether it counts most.
_LOOKS = {"": "{}", "read": "<u>{}</u>", "stressed": "<em>{}</em>"}
_ID = re.compile(r"\[([^\[\]\s]+)\]")


def page_html(page: Iterable[Part], language: str | None) -> str:
    """Give a page as an HTML document, with a line end; ``language`` is that of the map, or None if it tells none.

    Texts are made safe here, and show as they are. A policy in the page forbids all that is not in it.
    """
    parts = list(page)
    title = next((_text(part.text) for part in parts if isinstance(part, Heading)), "")
    style = STYLE.replace("{paper}", paper_of(language_tag(language)))
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    images = "; img-src data:" if any(isinstance(part, Picture) for part in parts) else ""
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'{images}"
    head = (
        f'<!doctype html>\n<html lang="{language_tag(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )
    return head + "".join(f"{line}\n" for line in _body(parts)) + "</main>\n</body>\n</html>\n"


def _body(parts: Iterable[Part]) -> Iterator[str]:
    """Set the parts; entries that follow each other become lists in lists.

    What a heading of the third level leads is a section: on paper it is kept together.
    """
    depth, has_section = -1, False
    for part in parts:
        if isinstance(part, (Item, Source)):
            wanted = min(part.depth, _DEEPEST)
            yield _to_entry(depth, wanted) + _entry(part)
            depth = wanted
            continue
        if depth >= 0:
            yield "</li></ul>" * (depth + 1)
            depth = -1
        if isinstance(part, Notes) or (isinstance(part, Heading) and part.level <= _BLOCK):
            yield from ["</section>"] * has_section
            has_section = isinstance(part, Heading) and part.level == _BLOCK
            yield from ["<section>"] * has_section
        yield _set(part)
    if depth >= 0:
        yield "</li></ul>" * (depth + 1)
    yield from ["</section>"] * has_section


def _to_entry(depth: int, wanted: int) -> str:
    """Close and open lists until the next entry may begin; where a step is left out, its entry is empty."""
    if wanted <= depth:
        return "</li></ul>" * (depth - wanted) + "</li>\n<li>"
    return '<ul><li class="bare">' * (wanted - depth - 1) + "<ul><li>"


def _set(part: Heading | Line | Card | Table | Picture | Notes) -> str:
    if isinstance(part, Notes):
        return _notes(part)
    if isinstance(part, Picture):
        return f'<img alt="{_text(part.text)}" src="data:image/svg+xml;base64,{b64encode(part.svg).decode()}">'
    if isinstance(part, Heading):
        lang = (
            f' lang="{part.language or OURS}"' if part.level < _BLOCK or part.language else ""
        )  # others are titles of the map
        return f'<h{part.level} dir="auto"{lang}>{_text(part.text)}{_tag(part.tag)}</h{part.level}>'
    if isinstance(part, Line):
        # A paragraph is ours; a lead and what is quoted stand in it.
        lead = _lead(part.lead, part.lead_language)
        text = _stressed(part.text, part.stress)
        return f'<p dir="auto" lang="{part.language or OURS}">{lead}{text}{_tag(part.tag)}</p>'
    if isinstance(part, Card):
        who = f"<cite>{_own(part.who)}</cite>" if part.who else ""
        cite = f'<p dir="auto">{who}{", " if part.who and part.what else ""}{_own(part.what)}{_tag(part.tag)}</p>'
        passage = "".join(_LOOKS[look].format(_own(piece)) for piece, look in part.pieces)
        return f'{cite}\n<blockquote dir="auto">{passage}</blockquote>' if passage else cite
    return _table(part)


def _entry(part: Item | Source) -> str:
    if isinstance(part, Source):
        between = _mark(part) + (", " if part.who and part.what else "")
        card = part.card or (((part.quote, True),) if part.quote else ())
        words = "".join(f"<u>{_own(piece)}</u>" if is_read else _own(piece) for piece, is_read in card)
        quote = f": “{words}”" if words else ""
        who = f"<cite>{_own(part.who)}</cite>" if part.who else ""
        return f"{_lead(part.lead, part.language)}{who}{between}{_own(part.what)}{quote}{_tag(part.tag)}"
    text = _ID.sub(r"<code>\1</code>", _own(part.text)) if part.names_ids else _own(part.text)
    return f"{_lead(part.lead, part.language)}{f'<u>{text}</u>' if part.is_read else text}{_tag(part.tag)}"


def _mark(part: Source) -> str:
    """Set the number of a note as a link to it."""
    if not part.number:
        return ""
    id_ = _cited_at(part.number, part.before)
    return f'<sup><a href="#source-{part.number}" id="{id_}" role="doc-noteref">{part.number}</a></sup>'


def _cited_at(number: int, before: int) -> str:
    return f"cited-{number}" if before == 0 else f"cited-{number}-{before + 1}"


def _notes(part: Notes) -> str:
    """Set the notes as a list, each with a way back to every place that names it."""
    rows = []
    for number, (text, times) in enumerate(part.notes, 1):
        back = " ".join(_back(part, number, before, times) for before in range(times))
        rows.append(f'<li id="source-{number}" dir="auto">{_own(text)} {back}</li>\n')
    title = f'<h2 id="sources" lang="{part.language or OURS}">{_text(part.text)}</h2>'
    entries = "".join(rows)
    section = '<section class="notes" role="doc-endnotes" aria-labelledby="sources">'
    return f"{section}\n{title}\n<ol>\n{entries}</ol>\n</section>"


def _back(part: Notes, number: int, before: int, times: int) -> str:
    shown = f"↩{before + 1}" if times > 1 else "↩"
    name = f"{part.back}, {before + 1}" if times > 1 else part.back
    return (
        f'<a href="#{_cited_at(number, before)}" role="doc-backlink" lang="{part.language or OURS}"'
        f' aria-label="{_text(name)}">{shown}</a>'
    )


def _text(text: str) -> str:
    return escape(printable(text))


def _own(text: str) -> str:
    """Keep a text of the map from turning the writing around it."""
    return _text(text) if text.isascii() else f"<bdi>{_text(text)}</bdi>"


def _lead(lead: str, language: str) -> str:
    """Set words of ours, which are English unless the page is told in its map's language."""
    return f'<b lang="{language or OURS}">{_text(lead)}</b> ' if lead else ""


def _tag(tag: str) -> str:
    return f" <code>{_text(tag)}</code>" if tag else ""


def _stressed(text: str, stress: str) -> str:
    before, found, after = text.partition(stress) if stress else (text, "", "")
    return _text(before) + (f"<em>{_text(found)}</em>" if found else "") + _text(after)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col" lang="{table.language or OURS}">{_text(cell)}</th>' for cell in table.header)
    rows = []
    for number, row in enumerate(table.rows):
        cells = [f"<u>{_text(cell)}</u>" if column == table.quoted else _text(cell) for column, cell in enumerate(row)]
        cells[0] += _tag(table.tag(number))
        rows.append("<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>\n")
    source = f'<p dir="auto">{_entry(table.source)}</p>\n' if table.source else ""
    return f"{source}<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>"
