"""What can be asked of a drawing: formats, layouts, options, and which mean something to which. It draws nothing."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.semantics.evaluation import Overrides
    from coldwater.words.wording import Words

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


#: Layouts of a picture, each with what it adds to the name of its file.
LAYOUTS = {"auto": "", "map": ".map", "sides": ".sides", "rails": ".all-claims", "icicle": ".all-arguments"}
#: Layouts that are sheets: no boxes and lines, but words in an order.
ON_SHEETS = frozenset({"sides", "rails", "icicle", "booklet"})


class Options(NamedTuple):
    """How to draw. A word that means nothing to a format is refused; see :data:`USES`."""

    layout: str = "auto"  # map, sides, rails, icicle, or auto: map while its text can be read at the width, else sides
    width: str | float | None = None  # of a picture where it is shown: px, 16cm, a4; None is 1000 px
    language: str | Words | None = None  # of what is said besides the map: a tag, or words; None is that of the map
    text: str = "text"  # of an SVG: text, or paths (outlines, which need no font)
    ids: bool = True  # cards show the ids of their claims; sheets never do
    sources: bool = True  # show what is cited, with a list
    engine: str = "auto"  # auto, tidy, embedded (Graphviz in a sandbox) or system (the system's dot)
    direction: str = "auto"  # auto, top-down or left-right
    origin: Any = None  # of a page: where the map is written, an Origin
    theme: str | None = (
        None  # light (unless given) or dark; of an HTML page also auto (unless given): as the reader has it
    )
    scale: float = 2.0  # pixels of a PNG for each px
    paper: str = "auto"  # of a PDF: auto, a4, a3, letter or tabloid
    pages: str = "many"  # of a PDF: many, or one: the smallest paper on which its text has 7 pt
    font: str | tuple[str, ...] | None = ()  # font files for what the embedded font lacks, the first one asked first
    focus: str | None = None  # the claim or argument to begin at
    depth: int | None = None  # how many levels of arguments
    verdicts: bool = False  # show what stands; an HTML page always can, and begins with it then
    positions: bool = True  # show who holds what, where the map says so
    overrides: Overrides | None = None  # what the verdicts take to be otherwise than the map says


#: What of the options each format has a use for, besides those that say what is shown.
USES: dict[str, frozenset[str]] = {
    "svg": frozenset({"layout", "language", "width", "text", "ids", "sources", "engine", "direction", "theme", "font"}),
    "png": frozenset(
        {"layout", "language", "width", "ids", "sources", "engine", "direction", "theme", "font", "scale"}
    ),
    "pdf": frozenset({"layout", "language", "width", "direction", "font", "paper", "pages"}),
    "html": frozenset({"language", "origin", "direction", "theme", "font"}),
    "dot": frozenset({"direction", "theme"}),
    "mermaid": frozenset({"direction"}),
    "graphml": frozenset(),
    "canvas": frozenset({"direction"}),
}
#: The options that say what is shown, and not how: they mean something to every format.
WHAT_IS_SHOWN = frozenset({"focus", "depth", "verdicts", "positions", "overrides"})


def paths_of(font: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give what is meant by a path, several, or none.

    >>> paths_of(None), paths_of("a.ttf"), paths_of(["a.ttf", "b.otf"])
    ((), ('a.ttf',), ('a.ttf', 'b.otf'))
    """
    if font is None:
        return ()
    return (font,) if isinstance(font, str) else tuple(font)


def refuse_contradicting(options: Options) -> None:
    """Raise UsageError for an unknown layout, and for one with an option that is for another."""
    if options.text not in ("text", "paths"):
        raise UsageError(f"there is no way {options.text!r} to set a text; it is text, or paths")
    if isinstance(options.language, str):
        from coldwater.words.languages import refuse_unknown  # noqa: PLC0415

        refuse_unknown(options.language)
    if options.pages not in ("many", "one"):
        raise UsageError(f"pages are many or one, not {options.pages!r}")
    if options.pages == "one" and options.width is not None:
        raise UsageError("with --pages one the paper says how wide the picture is; leave --width out")
    if options.layout not in LAYOUTS:
        raise UsageError(f"there is no layout {options.layout!r}; the layouts are {', '.join(LAYOUTS)}")
    for name in ("direction", "engine"):
        if options.layout in ON_SHEETS and getattr(options, name) != "auto":
            raise UsageError(f"{name} is for the layout map; {options.layout} has none")


def refuse_unused(options: Options, formats: Sequence[str]) -> None:
    """Raise UsageError for an unknown format, and for an option that was set but means nothing to any of them."""
    for format_ in formats:
        if format_ not in FORMATS:
            raise UsageError(f"there is no drawing format {format_!r}; the formats are {', '.join(FORMATS)}")
    used = WHAT_IS_SHOWN.union(*(USES[format_] for format_ in formats))
    for name, value in options._asdict().items():
        if value != Options._field_defaults[name] and name not in used:
            takers = ", ".join(format_ for format_, names in USES.items() if name in names)
            raise UsageError(f"{name} means nothing to {' and '.join(formats)}; it is for {takers}")


def options_for(options: Options, format_: str) -> Options:
    """Give the options with only what means something to a format."""
    used = WHAT_IS_SHOWN | USES[format_]
    return Options(**{name: value for name, value in options._asdict().items() if name in used})
