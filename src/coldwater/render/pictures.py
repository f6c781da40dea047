"""Pictures (SVG, PNG, and PDF of one sheet): which layout one has, how wide it is, and what it carries. No file.

A picture that nobody chose a layout for is the map itself while its text can be read where it is shown, and its sides
otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.errors import UsageError
from coldwater.render.drawn import DRAWN
from coldwater.render.options import paths_of
from coldwater.render.palette import palette
from coldwater.render.sheets.choosing import MOST_READABLE, arranged, readable
from coldwater.render.sheets.composing import draw_pages, draw_sheet
from coldwater.render.sheets.widths import width_in_px
from coldwater.render.svg.drawing import svg_text
from coldwater.render.svg.page import compose

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render import Options
    from coldwater.render.reading.verdicts import Verdicts


#: What the pages of a PDF are of a map that is too large to be one picture: sides, then rails.
BOOKLET = "booklet"


class Picture(NamedTuple):
    """An SVG and its size in px."""

    text: str
    size: tuple[float, float]


def layout_of(shown: Map, options: Options) -> str:
    """Give the layout that a picture of what is shown has, where the map decides: map or sides.

    Cost: that of laying out the map, if it has few claims and arguments; else nothing.
    """
    found = readable(shown, width_in_px(options.width), options.ids, options.language)
    return "sides" if isinstance(found, float) else "map"


def is_large(shown: Map) -> bool:
    """Tell whether a map is too large to be drawn as it is on one page of paper."""
    return len(shown.claims) + len(shown.arguments) > MOST_READABLE


def layout_told(shown: Map, options: Options) -> str:
    """Say why a picture shows the sides of a map, and how to get the rest; "" if it is the map itself."""
    wide = width_in_px(options.width)
    found = readable(shown, wide, options.ids, options.language)
    if not isinstance(found, float):
        return ""
    size = f"its text would be {found:.1f} px" if found else "it would be too large to be read"
    rest = "all of it: --layout rails, icicle or map, or --format html"
    return f"drawn as its sides, since as a map {size} at {wide:,.0f} px; {rest}"


def svg(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a picture in the layout of the options, which is not auto, as SVG; ``mark`` is the digest it carries."""
    return _drawn(map_, verdicts, options, mark, carries_font=True).text.encode("utf-8")


def png(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a picture as PNG; the pages of a sheet stand one below the other."""
    from coldwater.render.png import png_bytes  # noqa: PLC0415 - heavy

    drawn = _drawn(map_, verdicts, options, mark, carries_font=False)
    mark = f"{mark}-{DRAWN['png']}"
    ground, fonts = palette(options.theme or "light").ground, paths_of(options.font)
    return png_bytes(drawn.text, drawn.size, mark, ground, options.scale, fonts)


def pdf(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a picture as a PDF: on one sheet of paper, or pages of a sheet that are as wide as it is."""
    from coldwater.render.pdf.sheet import paper_pdf, sheet_pdf  # noqa: PLC0415 - heavy
    from coldwater.render.pdf.single import map_on_paper, sheet_on_paper  # noqa: PLC0415

    layout, theme, fonts = options.layout, options.theme or "light", paths_of(options.font)
    if layout == BOOKLET:
        from coldwater.render.pdf.booklet import booklet  # noqa: PLC0415 - heavy

        return booklet(map_, verdicts, options.paper, fonts, options.language, mark)
    if options.pages == "one" and layout in ("auto", "map"):
        page = map_on_paper(lambda: _map(map_, verdicts, options, mark, carries_font=False), options.paper)
        return paper_pdf([page], map_, fonts, mark)
    if options.pages == "one":
        page = sheet_on_paper(layout, map_, verdicts, theme, fonts, options.paper, options.language)
        return paper_pdf([page], map_, fonts, mark)
    if options.paper != "auto":
        raise UsageError(f"pages of {layout} are as wide as --width says; for one on paper, add --pages one")
    pages = draw_pages(layout, map_, verdicts, width_in_px(options.width), theme, fonts, options.language)
    return sheet_pdf([page.drawn for page in pages], map_, fonts, mark)


def _drawn(map_: Map, verdicts: Verdicts | None, options: Options, mark: str, carries_font: bool) -> Picture:
    """Draw a map in the layout of the options, which is not auto; a sheet without its font has no outlines either."""
    if options.layout == "map":
        return _map(map_, verdicts, options, mark, carries_font)
    wide, theme, fonts = width_in_px(options.width), options.theme or "light", paths_of(options.font)
    is_outlined = carries_font and options.text == "paths"
    return Picture(
        *draw_sheet(
            options.layout, map_, verdicts, wide, theme, fonts, mark, carries_font, is_outlined, options.language
        )
    )


def _map(map_: Map, verdicts: Verdicts | None, options: Options, mark: str, carries_font: bool) -> Picture:
    """Draw a map as boxes and lines; smaller, where it would be wider than it is shown."""
    found = arranged(
        map_, options.direction, options.engine, verdicts, options.ids, width_in_px(options.width), options.language
    )
    page = compose(found.scene, found.layout.width, found.layout.height)
    limit = None if options.width is None else width_in_px(options.width)
    scale = 1.0 if limit is None else min(1.0, limit / page.width)
    theme, fonts = options.theme or "light", paths_of(options.font)
    text = svg_text(
        found.scene.marked(mark),
        found.layout,
        theme,
        carries_font,
        fonts,
        limit,
        options.text == "paths",
    )
    return Picture(text, (page.width * scale, page.height * scale))
