"""Pictures (SVG, PNG, and PDF of one sheet): which layout one has, how wide it is, and what it carries. No file.

A picture that nobody chose a layout for is the map itself while its text can be read where it is shown, and its sides
otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.errors import UsageError
from coldwater.render.palette import palette
from coldwater.render.sheets.choosing import arranged, readable
from coldwater.render.sheets.composing import draw_sheet
from coldwater.render.sheets.widths import width_in_px
from coldwater.render.svg.drawing import svg_text
from coldwater.render.svg.page import compose

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render import Options
    from coldwater.render.reading.verdicts import Verdicts


class Picture(NamedTuple):
    """An SVG and its size in px."""

    text: str
    size: tuple[float, float]


def layout_of(shown: Map, options: Options) -> str:
    """Give the layout that a picture of what is shown has, where the map decides: map or sides.

    Cost: that of laying out the map, if it has few claims and arguments; else nothing.
    """
    return "sides" if isinstance(readable(shown, width_in_px(options.width)), float) else "map"


def layout_told(shown: Map, options: Options) -> str:
    """Say why a picture shows the sides of a map, and how to get the rest; "" if it is the map itself."""
    wide = width_in_px(options.width)
    found = readable(shown, wide)
    if not isinstance(found, float):
        return ""
    size = f"its text would be {found:.1f} px" if found else "it would be too large to be read"
    rest = "all of it: --layout rails, icicle or map, or --format html"
    return f"drawn as its sides, since as a map {size} at {wide:,.0f} px; {rest}"


def picture(map_: Map, verdicts: Verdicts | None, options: Options, mark: str, carries_font: bool) -> Picture:
    """Draw a map in the layout of the options, which is not auto; ``mark`` is the digest that it carries."""
    wide, theme = width_in_px(options.width), options.theme or "light"
    if options.layout != "map":
        return Picture(*draw_sheet(options.layout, map_, verdicts, wide, theme, carries_font, options.font, mark))
    found = arranged(map_, options.direction, options.engine, verdicts)
    page = compose(found.scene, found.layout.width, found.layout.height)
    limit = None if options.width is None else wide
    scale = 1.0 if limit is None else min(1.0, limit / page.width)
    text = svg_text(found.scene.marked(mark), found.layout, theme, carries_font, options.font, limit)
    return Picture(text, (page.width * scale, page.height * scale))


def svg(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a picture as SVG."""
    return picture(map_, verdicts, options, mark, carries_font=True).text.encode("utf-8")


def png(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a picture as PNG."""
    from coldwater.render.png import png_bytes  # noqa: PLC0415 - heavy

    drawn = picture(map_, verdicts, options, mark, carries_font=False)
    ground = palette(options.theme or "light").ground
    return png_bytes(drawn.text, drawn.size, mark, ground, options.scale, options.font)


def pdf(map_: Map, verdicts: Verdicts | None, options: Options, mark: str) -> bytes:
    """Give a sheet as a PDF of a page as large as it is."""
    from coldwater.render.pdf.sheet import sheet_pdf  # noqa: PLC0415 - heavy

    if options.paper != "auto":
        raise UsageError(f"paper is for a map on pages; {options.layout} are one page, as wide as --width says")
    drawn = picture(map_, verdicts, options, mark, carries_font=False)
    return sheet_pdf([(drawn.text, drawn.size)], map_, options.font, mark)
