"""A large map on paper: its sides first, then all of it as rails, on as few pages as text of a good size takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.palette import palette
from coldwater.render.pdf.index import MOST_WITHOUT, index_of
from coldwater.render.pdf.paper import LEAST_POINTS, PAPERS
from coldwater.render.pdf.sheet import paper_pdf
from coldwater.render.pdf.single import OnPaper
from coldwater.render.sheets.composing import draw_pages
from coldwater.render.sheets.rail_rows import NOTE_SIZE
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.words.wording import Words

_SCALE = 0.62  # pt for each px: claims come to 8.4 pt, the smallest text to 7.75
_LEAST = LEAST_POINTS / NOTE_SIZE * 1.001
_FOOT = 22.0  # pt at the foot of a page


def booklet(  # noqa: PLR0913 - what is drawn, and how
    map_: Map, verdicts: Verdicts | None, paper: str, fonts: Fonts, language: str | Words | None, mark: str
) -> bytes:
    """Give a map as a PDF: its sides, then all claims; ``paper``: auto is A4. Pages are upright.

    Of more than ten pages the claims are listed at the end, with their pages. A side that no page holds is drawn
    smaller, down to 7 pt, and beyond that on a page that is as high as it must be. Raises MissingExtraError without
    typst. Cost: linear in the map.
    """
    wide, high = PAPERS["a4" if paper == "auto" else paper]
    pages: list[OnPaper] = []
    bookmarks: list[tuple[str, ...]] = []
    claims: dict[str, int] = {}
    for layout in ("sides", "rails"):
        drawn = draw_pages(
            layout, map_, verdicts, wide / _SCALE, "light", fonts, language, page_height=(high - _FOOT) / _SCALE
        )
        for (svg, size), begun, held in drawn:
            scale = max(_LEAST, min(_SCALE, (high - _FOOT) / size[1]))
            pages.append(OnPaper(svg, size, (wide, max(high, size[1] * scale + _FOOT)), scale))
            bookmarks.append(begun)
            claims |= dict.fromkeys((name for name in held if name not in claims), len(pages))
    told = claims if len(pages) > MOST_WITHOUT else {}
    index = index_of(map_, told, (wide, high), words_for(language or map_.language), palette("light").secondary)
    return paper_pdf(pages, map_, fonts, mark, bookmarks, index)
