"""Drawings of a map in many formats, and an outline for the terminal. It knows no rule and no file.

Whatever is heavy (fonts, Graphviz, the rasteriser) is imported when something is drawn; digests need none of it.
"""

from __future__ import annotations

import sys
from types import ModuleType

from coldwater.errors import UsageError
from coldwater.render.digest import digest, digest_in, drawn_in, marked
from coldwater.render.options import (
    FORMATS,
    LAYOUTS,
    ON_SHEETS,
    USES,
    WHAT_IS_SHOWN,
    Options,
    options_for,
    paths_of,
    refuse_contradicting,
    refuse_unused,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.render.reading.bounds import Bounded
    from coldwater.render.reading.verdicts import Verdicts

__all__ = [
    "FORMATS",
    "LAYOUTS",
    "USES",
    "WHAT_IS_SHOWN",
    "Options",
    "digest",
    "digest_for",
    "digest_in",
    "draw",
    "drawn_by_another",
    "is_of",
    "layout_for",
    "layout_in",
    "layout_told",
    "left_out",
    "options_for",
    "outline",
    "paths_of",
    "refuse_unused",
    "unneeded_fonts",
    "without_font",
]


def draw(map_: Map, format_: str, options: Options | None = None) -> bytes:
    """Give a drawing of a map, or of a part of it, in a format; the same map and options give the same bytes.

    Raises DrawingError if there can be no drawing, or no verdicts, UsageError for an unknown word or id and for an
    option that means nothing to the format, MissingExtraError for PDF without typst.
    """
    given = options or Options()
    given = given._replace(font=paths_of(given.font))
    refuse_unused(given, [format_])
    refuse_contradicting(given)
    given = _decided(map_, format_, given)
    shown, verdicts = _asked(map_, format_, given)
    if _is_picture(format_, given):
        from coldwater.render import pictures  # noqa: PLC0415

        writer: Callable[[Map, Verdicts | None, Options, str], bytes] = getattr(pictures, format_)
        mark = _mark(shown, verdicts, format_, given)
        drawn = writer(_without("sources", shown) if not given.sources else shown, verdicts, given, mark)
        return marked(drawn, format_)
    return marked(_WRITERS[format_](shown, verdicts, given), format_)


def digest_for(map_: Map, format_: str, options: Options | None = None) -> str:
    """Give the digest that a drawing carries: of the map, or the part of it, and of the verdicts that are shown.

    Raises what ``draw`` raises for the same map and options, but draws nothing.
    """
    given = _decided(map_, format_, options or Options())
    return _mark(*_asked(map_, format_, given), format_, given)


def is_of(drawing: bytes, map_: Map, format_: str, options: Options) -> bool:
    """Tell whether a drawing carries the digest of this map, and of the verdicts that are shown. No layout is made.

    Where the map decides about the layout, the drawing may have either: what draws it decides the same each time.
    """
    found = digest_in(drawing)
    ways = ("map", "sides") if is_chosen(format_, options) else (options.layout,)
    return found is not None and any(
        found == digest_for(map_, format_, options._replace(layout=layout)) for layout in ways
    )


def drawn_by_another(drawing: bytes, format_: str) -> bool:
    """Tell whether another coldwater drew a drawing, one that draws otherwise: of the same map it would look new."""
    from coldwater.render.drawn import DRAWN  # noqa: PLC0415 - only needed for drawings

    return drawn_in(drawing) != DRAWN[format_]


def _mark(map_: Map, verdicts: Verdicts | None, format_: str, options: Options) -> str:
    """Give the digest of a part and its verdicts, as the drawing in a format shows them."""
    besides = [] if verdicts is None else verdicts.signature(*([options.verdicts] if format_ == "html" else []))
    if _is_on_sheet(format_, options):
        besides.append([options.layout, options.verdicts])
    return digest(map_, besides or None)


def is_chosen(format_: str, options: Options) -> bool:
    """Tell whether the map decides which layout its picture has; whoever says a direction wants the map."""
    return options.layout == "auto" and format_ in ("svg", "png") and options.direction == options.engine == "auto"


def _decided(map_: Map, format_: str, options: Options) -> Options:
    """Give the options with the layout that a picture has, or that the pages of a PDF have."""
    if options.layout == "auto" and format_ == "pdf" and options.pages == "many" and options.direction == "auto":
        from coldwater.render.pictures import BOOKLET, is_large  # noqa: PLC0415

        return options._replace(layout=BOOKLET) if is_large(_shown(map_, format_, options).map) else options
    if options.layout != "auto" or format_ not in ("svg", "png"):
        return options
    if not is_chosen(format_, options):
        return options._replace(layout="map")
    from coldwater.render.pictures import layout_of  # noqa: PLC0415

    shown = _shown(_with_positions(map_, options), format_, options).map
    return options._replace(layout=layout_of(shown, options))


def _is_picture(format_: str, options: Options) -> bool:
    """Tell whether a drawing is one picture, and not pages planned for paper."""
    return format_ in ("svg", "png") or (
        format_ == "pdf" and (options.pages == "one" or _is_on_sheet(format_, options))
    )


def _is_on_sheet(format_: str, options: Options) -> bool:
    return options.layout in ON_SHEETS and "layout" in USES[format_]


def _asked(map_: Map, format_: str, options: Options) -> tuple[Map, Verdicts | None]:
    """Give the part of the map that is drawn, and the verdicts on the whole map where the drawing needs them."""
    map_ = _with_positions(map_, options)
    shown = _shown(map_, format_, options).map
    if options.overrides is not None and not options.verdicts:
        raise UsageError("what is rejected, accepted, or taken to be otherwise shows in verdicts only: add --verdicts")
    if not options.verdicts and not (format_ == "html" or _is_on_sheet(format_, options)):
        return shown, None
    from coldwater.render.reading.verdicts import is_judgeable, judge  # noqa: PLC0415

    if not options.verdicts and not is_judgeable(map_):
        return shown, None
    return shown, judge(map_, shown.thesis, options.overrides, shown.theses[1:])


def _with_positions(map_: Map, options: Options) -> Map:
    """Give the map, without positions where they are not to be shown."""
    return _without("positions", map_) if not options.positions and map_.positions else map_


def _without(field: str, map_: Map) -> Map:
    from coldwater.model.replacing import with_value  # noqa: PLC0415

    without: Map = with_value(map_, field, {})
    return without


def _shown(map_: Map, format_: str, options: Options) -> Bounded:
    """Give the part that is asked for, as far as a picture holds it."""
    from coldwater.render.reading.bounds import MOST_IN_BOOKLET, bounded  # noqa: PLC0415

    if options.focus is not None or options.depth is not None:
        from coldwater.render.reading.focus import part  # noqa: PLC0415

        map_ = part(map_, options.focus, options.depth)
    return bounded(map_, format_, MOST_IN_BOOKLET) if options.layout == "booklet" else bounded(map_, format_)


def left_out(map_: Map, format_: str, options: Options) -> str:
    """Say what a picture cannot hold of what is to be drawn; "" if it holds all. Nothing is drawn."""
    words = _shown(map_, format_, _decided(map_, format_, options)).words
    return f"the {format_} holds {words}" if words else ""


def layout_told(map_: Map, format_: str, options: Options) -> str:
    """Say why a picture that the map decides about shows its sides, and how to get the rest; "" for a map."""
    if not is_chosen(format_, options):
        return ""
    from coldwater.render import pictures  # noqa: PLC0415

    return pictures.layout_told(_shown(_with_positions(map_, options), format_, options).map, options)


def layout_for(map_: Map, format_: str, options: Options) -> str:
    """Give the layout that a picture of a map has: the one that was asked for, or what the map decides."""
    return _decided(map_, format_, options).layout


def layout_in(svg: bytes) -> str:
    """Give the layout of an SVG as its root names it: ``map`` where it names none."""
    _, found, rest = svg[:4096].partition(b' data-layout="')
    return rest.partition(b'"')[0].decode("ascii", "replace") if found else "map"


def without_font(map_: Map, options: Options) -> str:
    """Give the characters of a map that no font here has: in a PNG or PDF they would come out as empty boxes."""
    from coldwater.render.png import missing  # noqa: PLC0415

    return missing(_characters(map_, options), paths_of(options.font))


def unneeded_fonts(map_: Map, options: Options) -> tuple[str, ...]:
    """Give the font files of the options that no character of a map needs, nor any word that is said besides it."""
    from coldwater.render.fonts.given import unneeded  # noqa: PLC0415
    from coldwater.words.languages import words_for  # noqa: PLC0415

    words = words_for(options.language or map_.language)
    return unneeded(paths_of(options.font), _characters(map_, options) | set(repr(words)), map_.language)


def _characters(map_: Map, options: Options) -> set[str]:
    """Give the characters of what a drawing of a map may show."""
    from coldwater.printable import printable  # noqa: PLC0415
    from coldwater.render.scene.sources import reference  # noqa: PLC0415

    texts = [map_.title, *map_.claims, *map_.arguments]
    texts += [claim.text for claim in map_.claims.values()]
    texts += [argument.title or "" for argument in map_.arguments.values()]
    texts += [reference(source) for source in map_.sources.values()]
    texts += [position.name for position in map_.positions.values()] if options.positions else []
    texts += [question.text for question in map_.questions.values()]
    return set[str]().union(*map(printable, texts))


def _pdf(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.pdf.document import pdf_bytes  # noqa: PLC0415

    return pdf_bytes(map_, options.paper, options.direction, paths_of(options.font), verdicts, options.language)


def _html(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.viewer import page  # noqa: PLC0415

    return page(
        map_,
        options.theme or "auto",
        options.direction,
        paths_of(options.font),
        verdicts,
        options.verdicts,
        options.language,
        options.origin,
    )


def _dot(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.graphviz.dot import dot_text  # noqa: PLC0415
    from coldwater.render.scene.staging import stage  # noqa: PLC0415

    return dot_text(stage(map_, options.direction, verdicts=verdicts), options.theme or "light").encode("utf-8")


def _mermaid(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.exchange.mermaid import mermaid_text  # noqa: PLC0415

    return mermaid_text(map_, options.direction, verdicts).encode("utf-8")


def _graphml(map_: Map, verdicts: Verdicts | None, _: Options) -> bytes:
    from coldwater.render.exchange.graphml import graphml_bytes  # noqa: PLC0415

    return graphml_bytes(map_, verdicts)


def _canvas(map_: Map, verdicts: Verdicts | None, options: Options) -> bytes:
    from coldwater.render.exchange.canvas import canvas_text  # noqa: PLC0415

    return canvas_text(map_, options.direction, verdicts).encode("utf-8")


_WRITERS: dict[str, Callable[[Map, Verdicts | None, Options], bytes]] = {
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
