"""From a map to a sheet in one of its layouts, as SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coldwater.render.fonts.given import lack_weight
from coldwater.render.fonts.scripts import runs_left
from coldwater.render.palette import palette
from coldwater.render.sheets.case import Case
from coldwater.render.sheets.icicle import compose_icicle
from coldwater.render.sheets.rails import compose_rails
from coldwater.render.sheets.sheet import Sheet
from coldwater.render.sheets.sides import compose_sides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.model.models import Map
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.palette import Palette
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.sheets.remarks import Remarks
    from coldwater.render.sheets.sheet import Composed
    from coldwater.words.wording import Words

#: What composes a sheet, by layout.
COMPOSERS: Mapping[str, Callable[[Case, Sheet], Composed]] = {
    "sides": compose_sides,
    "rails": compose_rails,
    "icicle": compose_icicle,
}


class Drawn(NamedTuple):
    """An SVG and its size in px."""

    text: str
    size: tuple[float, float]


class DrawnPage(NamedTuple):
    """A page, the titles of the main arguments that begin on it, and the claims that stand on it in full."""

    drawn: Drawn
    begun: tuple[str, ...]
    claims: tuple[str, ...]


def draw_sheet(  # noqa: PLR0913 - what is drawn, and how
    layout: str,
    map_: Map,
    verdicts: Verdicts | None,
    wide: float,
    theme: str = "light",
    fonts: Fonts = (),
    mark: str | None = None,
    carries_font: bool = True,
    is_outlined: bool = False,
    language: str | Words | None = None,
) -> Drawn:
    """Draw a map in a layout: as wide as asked, in px, as high as it takes; the same map gives the same bytes.

    ``mark``: the digest it carries, where that is not of the map and the verdicts. ``is_outlined``: text as outlines.
    ``language``: that of our words, if not that of the map.
    Cost: linear in the map.
    """
    case, sheet = (
        Case(map_, verdicts, mark, language),
        Sheet(wide, palette(theme), is_outlined, is_mirrored=runs_left(map_.language)),
    )
    sheet.writing.others_are_light = not carries_font and lack_weight(fonts, map_.language)
    return _finished(layout, case, sheet, COMPOSERS[layout](case, sheet), fonts, carries_font)


def draw_pages(  # noqa: PLR0913 - what is drawn, and how
    layout: str,
    map_: Map,
    verdicts: Verdicts | None,
    wide: float,
    theme: str,
    fonts: Fonts,
    language: str | Words | None = None,
    page_height: float | None = None,
) -> list[DrawnPage]:
    """Draw a map in a layout, each page by itself, for whoever has the embedded font at hand; with what begins on it.

    ``page_height``: px that a page has at most (that of paper so wide unless given).
    """
    height = page_height or wide * 2**0.5
    case = Case(map_, verdicts, None, language)
    sheet = Sheet(wide, palette(theme), page_height=height, is_mirrored=runs_left(map_.language))
    sheet.writing.others_are_light = lack_weight(fonts, map_.language)
    composed = COMPOSERS[layout](case, sheet)
    alone = [(page, replace(composed, pages=(page,), has_links=False)) for page in composed.pages]
    return [
        DrawnPage(_finished(layout, case, sheet, one, fonts, False), page.bookmarks, page.claims) for page, one in alone
    ]


def draw_for_paper(  # noqa: PLR0913 - what is drawn, and how
    layout: str,
    map_: Map,
    verdicts: Verdicts | None,
    wide: float,
    colours: Palette,
    fonts: Fonts,
    language: str | Words | None = None,
) -> Drawn:
    """Draw a map in a layout on one page, however high, for whoever has the embedded font at hand."""
    case, sheet = (
        Case(map_, verdicts, None, language),
        Sheet(wide, colours, is_one_page=True, is_mirrored=runs_left(map_.language)),
    )
    sheet.writing.others_are_light = lack_weight(fonts, map_.language)
    return _finished(layout, case, sheet, replace(COMPOSERS[layout](case, sheet), has_links=False), fonts, False)


def draw_remarks(map_: Map, verdicts: Verdicts | None, remarks: Remarks, wide: float, theme: str = "light") -> str:
    """Draw a map as rails, with remarks on what is in it, and on what is not, as SVG."""
    case = Case(map_, verdicts)
    case.remarks = remarks
    sheet = Sheet(wide, palette(theme), is_mirrored=runs_left(map_.language))
    return _finished("rails", case, sheet, compose_rails(case, sheet), (), carries_font=True).text


def _finished(  # noqa: PLR0913 - what an SVG is made of
    layout: str, case: Case, sheet: Sheet, composed: Composed, fonts: Fonts, carries_font: bool
) -> Drawn:
    text = sheet.finished(layout, composed, case.digest, case.title, case.map.language, carries_font, fonts)
    return Drawn(text, (sheet.width, composed.height))
