"""Drawings of a map in many formats, and an outline for the terminal. It knows no rule and no file.

Whatever is heavy (fonts, Graphviz, the rasteriser) is imported when something is drawn; digests need none of it.
"""

from __future__ import annotations

import sys
from types import ModuleType

from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.render.digest import digest, digest_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.semantics.evaluation import Overrides

__all__ = ["FORMATS", "Options", "digest", "digest_for", "digest_in", "draw", "outline"]

#: Formats, each with the ending of its files.
FORMATS = {
    "svg": "svg",
    "png": "png",
    "pdf": "pdf",
    "html": "html",
    "dot": "dot",
    "mermaid": "mmd",
    "graphml": "graphml",
    "canvas": "canvas",
}


class Options(NamedTuple):
    """How to draw. What a format has no use for is left unused (a GraphML file has no theme)."""

    engine: str = "auto"  # auto, tidy, embedded (Graphviz in a sandbox) or system (the system's dot)
    direction: str = "auto"  # auto, top-down or left-right
    theme: str = "light"  # light or dark; an HTML page follows the reader's system unless told dark
    scale: float = 2.0  # pixels of a PNG for each px
    paper: str = "auto"  # of a PDF: auto, a4, a3, letter or tabloid
    font: str | None = None  # a font file for what the embedded font lacks
    focus: str | None = None  # the claim or argument to begin at
    depth: int | None = None  # how many levels of arguments
    verdicts: bool = False  # show what stands; an HTML page always can, and begins with it then
    overrides: Overrides | None = None  # what the verdicts take to be otherwise than the map says


def draw(map_: Map, format_: str, options: Options | None = None) -> bytes:
    """Give a drawing of a map, or of a part of it, in a format; the same map and options give the same bytes.

    Raises DrawingError if there can be no drawing, or no verdicts, UsageError for an unknown word or id,
    MissingExtraError for PDF without typst.
    """
    writer = _WRITERS.get(format_)
    if writer is None:
        raise UsageError(f"there is no drawing format {format_!r}; the formats are {', '.join(FORMATS)}")
    given = options or Options()
    return writer(*_asked(map_, format_, given), given)


def digest_for(map_: Map, format_: str, options: Options | None = None) -> str:
    """Give the digest that a drawing carries: of the map, or the part of it, and of the verdicts that are shown.

    Raises what ``draw`` raises for the same map and options, but draws nothing.
    """
    given = options or Options()
    shown, verdicts = _asked(map_, format_, given)
    if verdicts is None:
        return digest(shown)
    return digest(shown, verdicts.signature(given.verdicts) if format_ == "html" else verdicts.signature())


def _asked(map_: Map, format_: str, options: Options) -> tuple[Map, Verdicts | None]:
    """Give the part of the map that is drawn, and the verdicts on the whole map where the drawing needs them."""
    shown = map_
    if options.focus is not None or options.depth is not None:
        from coldwater.render.reading.focus import part  # noqa: PLC0415

        shown = part(map_, options.focus, options.depth)
    if options.overrides is not None and not options.verdicts:
        raise UsageError("what is rejected, accepted, or taken to be otherwise shows in verdicts only: add --verdicts")
    if not options.verdicts and format_ != "html":
        return shown, None
    from coldwater.render.reading.verdicts import is_judgeable, judge  # noqa: PLC0415

    if not options.verdicts and not is_judgeable(map_):
        return shown, None
    return shown, judge(map_, shown.thesis, options.overrides)


def _svg(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.layout.engine import lay_out  # noqa: PLC0415
    from coldwater.render.scene.staging import stage  # noqa: PLC0415
    from coldwater.render.svg.drawing import svg_text  # noqa: PLC0415

    scene = stage(map_, options.direction, verdicts)
    return svg_text(scene, lay_out(scene, options.engine), options.theme, font=options.font).encode("utf-8")


def _png(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.layout.engine import lay_out  # noqa: PLC0415
    from coldwater.render.palette import palette  # noqa: PLC0415
    from coldwater.render.png import png_bytes  # noqa: PLC0415
    from coldwater.render.scene.staging import stage  # noqa: PLC0415
    from coldwater.render.svg.drawing import svg_text  # noqa: PLC0415
    from coldwater.render.svg.page import compose  # noqa: PLC0415

    scene = stage(map_, options.direction, verdicts)
    layout = lay_out(scene, options.engine)
    svg = svg_text(scene, layout, options.theme, carries_font=False)
    page = compose(scene, layout.width, layout.height)
    ground = palette(options.theme).ground
    return png_bytes(svg, (page.width, page.height), scene.digest, ground, options.scale, options.font)


def _pdf(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.pdf.document import pdf_bytes  # noqa: PLC0415

    return pdf_bytes(map_, options.paper, verdicts)


def _html(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.viewer import page  # noqa: PLC0415

    return page(map_, "dark" if options.theme == "dark" else "auto", verdicts, options.verdicts)


def _dot(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.graphviz.dot import dot_text  # noqa: PLC0415
    from coldwater.render.scene.staging import stage  # noqa: PLC0415

    return dot_text(stage(map_, options.direction, verdicts), options.theme).encode("utf-8")


def _mermaid(map_: Map, verdicts: Verdicts | None, _: Options) -> bytes:
    from coldwater.render.exchange.mermaid import mermaid_text  # noqa: PLC0415

    return mermaid_text(map_, verdicts).encode("utf-8")


def _graphml(map_: Map, verdicts: Verdicts | None, _: Options) -> bytes:
    from coldwater.render.exchange.graphml import graphml_bytes  # noqa: PLC0415

    return graphml_bytes(map_, verdicts)


def _canvas(map_: Map, verdicts: Verdicts | None, _: Options) -> bytes:
    from coldwater.render.exchange.canvas import canvas_text  # noqa: PLC0415

    return canvas_text(map_, verdicts).encode("utf-8")


_WRITERS: dict[str, Callable[[Map, Verdicts | None, Options], bytes]] = {
    "svg": _svg,
    "png": _png,
    "pdf": _pdf,
    "html": _html,
    "dot": _dot,
    "mermaid": _mermaid,
    "graphml": _graphml,
    "canvas": _canvas,
}


def outline(map_: Map, width: int, colour: bool) -> str:
    """Give a map as an indented outline for a terminal of a width in columns; ``colour`` adds ANSI codes."""
    from coldwater.render.outline import outline as write_outline  # noqa: PLC0415

    return write_outline(map_, width, colour)


class _Room(ModuleType):
    """This package is also the api's verb: ``coldwater.render(map)`` draws, whether the package is loaded or not."""

    def __call__(self, map_: Map, format_: str = "svg", **options: Any) -> bytes:
        return draw(map_, format_, Options(**options))


sys.modules[__name__].__class__ = _Room
