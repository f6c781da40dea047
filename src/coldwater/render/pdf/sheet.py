"""Pictures as pages of a PDF, each page as large as its picture. It knows no map but its title and its language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coldwater.printable import printable
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import other_families
from coldwater.render.fonts.given import families_of
from coldwater.render.fonts.text import shorten
from coldwater.render.palette import palette
from coldwater.render.pdf.index import TEMPLATE as INDEXED
from coldwater.render.pdf.shaped import TEMPLATE as SHAPED
from coldwater.render.pdf.shaped import without_shaped
from coldwater.render.pdf.single import OnPaper
from coldwater.render.pdf.typesetting import language_of, refuse_without_typst, typeset, with_digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.render.fonts.given import Fonts

_POINTS = 0.75  # pt for each px
_MOST_SIDE = 14_000.0  # pt; what readers of PDF still open
_TEMPLATE = r"""
#let data = json("data.json")
#set document(title: data.title, keywords: ("argument map",), date: none)
#set text(font: data.fonts, lang: data.lang)
#let number() = context [#counter(page).display() / #counter(page).final().first()]
#let foot() = pad(x: -16pt,
  text(size: 7.5pt, fill: rgb(data.secondary), grid(columns: (1fr, auto), column-gutter: 12pt, data.title, number())))
@shaped@
#for p in data.pages {
  page(width: p.width * 1pt, height: p.height * 1pt, margin: 0pt)[
    #for title in p.bookmarks {
      place(top + left, hide(heading(bookmarked: true, outlined: false, text(size: 1pt, title))))
    }
    #if p.foot != "" {
      place(bottom + left, dx: 18pt, dy: -9pt, text(size: 7.5pt, fill: rgb(data.secondary), p.foot))
      place(bottom + right, dx: -18pt, dy: -9pt, text(size: 7.5pt, fill: rgb(data.secondary), number()))
    }
    #place(top + left, dx: p.left * 1pt, dy: p.top * 1pt, image(p.svg, width: p.image * 1pt, alt: data.title))
    #for line in p.lines { shaped(line, data) }
  ]
}
#index(data.index)
"""


def sheet_pdf(pictures: Sequence[tuple[str, tuple[float, float]]], map_: Map, fonts: Fonts, mark: str) -> bytes:
    """Give pictures (SVG, size in px) as pages: 4 px are 3 pt; one that would be too high for a page is made smaller.

    ``fonts``: font files for the characters that the embedded font lacks. Raises MissingExtraError without typst.
    """
    pages = []
    for svg, size in pictures:
        points = _POINTS * min(1.0, _MOST_SIDE / (size[1] * _POINTS))
        pages.append(OnPaper(svg, size, (size[0] * points, size[1] * points), points))
    return paper_pdf(pages, map_, fonts, mark)


def paper_pdf(  # noqa: PLR0913 - what stands on the pages, and in what
    papers: Sequence[OnPaper],
    map_: Map,
    fonts: Fonts,
    mark: str,
    bookmarks: Sequence[Sequence[str]] = (),
    index: Mapping[str, Any] | None = None,
) -> bytes:
    """Give pictures on paper as pages, each in the middle of its paper's width.

    ``bookmarks``: what begins on each page; where they are given, pages have numbers and stand at the top of the paper.
    ``index``: what :func:`index_of` gives, for pages behind them.
    """
    refuse_without_typst()
    files, pages = {}, []
    foot = shorten(printable(map_.title).strip(), 420.0, 8.0)
    for at, (picture, size, (wide, high), scale) in enumerate(papers):
        svg, lines = without_shaped(picture)
        files[f"page{at + 1}.svg"] = svg.encode("utf-8")
        left = (wide - size[0] * scale) / 2
        down = 0.0 if bookmarks else min(left, max(0.0, high - size[1] * scale) / 2)
        pages.append({
            "svg": f"page{at + 1}.svg", "width": wide, "height": high, "image": size[0] * scale, "left": left,
            "top": down, "bookmarks": list(bookmarks[at]) if bookmarks else [], "foot": foot if bookmarks else "",
            "lines": [line.on_page(left, down, scale) for line in lines],
        })  # fmt: skip
    families = other_families(map_.language, families_of(fonts, map_.language))
    data = {
        "title": printable(map_.title), "lang": language_of(map_.language), "fonts": [FAMILY, *families],
        "others": [*families, FAMILY], "pages": pages, "secondary": palette("light").secondary,
        "index": index or {"entries": []},
    }  # fmt: skip
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode("utf-8")
    files["main.typ"] = _TEMPLATE.replace("@shaped@", SHAPED + INDEXED).encode("utf-8")
    return with_digest(typeset(files, fonts), mark)
