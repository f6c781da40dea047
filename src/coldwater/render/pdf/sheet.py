"""Pictures as pages of a PDF, each page as large as its picture. It knows no map but its title and its language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.fonts.families import family_in, other_families
from coldwater.render.pdf.single import OnPaper
from coldwater.render.pdf.typesetting import language_of, refuse_without_typst, typeset, with_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map

_POINTS = 0.75  # pt for each px
_MOST_SIDE = 14_000.0  # pt; what readers of PDF still open
_TEMPLATE = r"""
#let data = json("data.json")
#set document(title: data.title, keywords: ("argument map",), date: none)
#set text(font: data.fonts, lang: data.lang)
#for p in data.pages {
  page(width: p.width * 1pt, height: p.height * 1pt, margin: 0pt)[
    #place(top + left, dx: p.left * 1pt, dy: p.top * 1pt, image(p.svg, width: p.image * 1pt, alt: data.title))
  ]
}
"""


def sheet_pdf(pictures: Sequence[tuple[str, tuple[float, float]]], map_: Map, font: str | None, mark: str) -> bytes:
    """Give pictures (SVG, size in px) as pages: 4 px are 3 pt; one that would be too high for a page is made smaller.

    ``font``: a font file for the characters that the embedded font lacks. Raises MissingExtraError without typst.
    """
    pages = []
    for svg, size in pictures:
        points = _POINTS * min(1.0, _MOST_SIDE / (size[1] * _POINTS))
        pages.append(OnPaper(svg, size, (size[0] * points, size[1] * points), points))
    return paper_pdf(pages, map_, font, mark)


def paper_pdf(papers: Sequence[OnPaper], map_: Map, font: str | None, mark: str) -> bytes:
    """Give pictures on paper as pages, each in the middle of its paper's width."""
    refuse_without_typst()
    files, pages = {}, []
    for number, (svg, size, (wide, high), scale) in enumerate(papers, 1):
        files[f"page{number}.svg"] = svg.encode("utf-8")
        image = size[0] * scale
        pages.append({
            "svg": f"page{number}.svg", "width": wide, "height": high, "image": image, "left": (wide - image) / 2,
            "top": min((wide - image) / 2, max(0.0, high - size[1] * scale) / 2),
        })  # fmt: skip
    families = other_families(map_.language, None if font is None else family_in(font))
    data = {
        "title": printable(map_.title), "lang": language_of(map_.language), "fonts": [FAMILY, *families],
        "pages": pages,
    }  # fmt: skip
    files["data.json"] = json.dumps(data, ensure_ascii=False).encode("utf-8")
    files["main.typ"] = _TEMPLATE.encode("utf-8")
    return with_digest(typeset(files, font), mark)
