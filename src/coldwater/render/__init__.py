"""Drawings of a map: SVG, PNG and DOT, and an outline for the terminal. It knows no rule, verdict or file.

Whatever is heavy (fonts, Graphviz, the rasteriser) is imported when something is drawn; digests need none of it.
"""

from __future__ import annotations

import sys
from types import ModuleType

from coldwater.errors import UsageError
from coldwater.render.digest import digest, digest_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.models import Map

__all__ = ["FORMATS", "digest", "digest_in", "draw", "outline"]

FORMATS = ("svg", "png", "dot")


def draw(map_: Map, format_: str, *, engine: str = "auto", theme: str = "light") -> bytes:
    """Give a drawing of a map in a format; the same map gives the same bytes.

    ``engine``: auto, tidy, embedded (Graphviz in a sandbox) or system (the ``dot`` of the system);
    ``theme``: light or dark. Raises DrawingError if there can be no drawing, UsageError for an unknown word.
    """
    if format_ not in FORMATS:
        raise UsageError(f"There is no drawing format {format_!r}; the formats are {', '.join(FORMATS)}.")
    from coldwater.render.palette import palette  # noqa: PLC0415
    from coldwater.render.staging import stage  # noqa: PLC0415

    colours = palette(theme)
    scene = stage(map_)
    if format_ == "dot":
        from coldwater.render.dot import dot_text  # noqa: PLC0415

        return dot_text(scene, theme).encode("utf-8")
    from coldwater.render.layout import lay_out  # noqa: PLC0415
    from coldwater.render.svg import svg_text  # noqa: PLC0415

    layout = lay_out(scene, engine)
    if format_ == "svg":
        return svg_text(scene, layout, theme).encode("utf-8")
    from coldwater.render.page import compose  # noqa: PLC0415
    from coldwater.render.png import png_bytes  # noqa: PLC0415

    svg = svg_text(scene, layout, theme, carries_font=False)
    page = compose(scene, layout.width, layout.height)
    return png_bytes(svg, (page.width, page.height), scene.digest, colours.ground)


def outline(map_: Map, width: int, colour: bool) -> str:
    """Give a map as an indented outline for a terminal of a width in columns; ``colour`` adds ANSI codes."""
    from coldwater.render.outline import outline as write_outline  # noqa: PLC0415

    return write_outline(map_, width, colour)


class _Room(ModuleType):
    """This package is also the api's verb: ``coldwater.render(map)`` draws, whether the package is loaded or not."""

    def __call__(self, map_: Map, format_: str = "svg", *, engine: str = "auto") -> bytes:
        return draw(map_, format_, engine=engine)


sys.modules[__name__].__class__ = _Room
