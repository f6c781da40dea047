"""``coldwater render`` and ``show``, in typer's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import Accept, Maps, OneMap, Reject, StandardOption, Strengths, TagOption, WeighingOption


class PictureFormat(StrEnum):
    """What ``render`` draws."""

    svg = "svg"
    png = "png"
    pdf = "pdf"
    html = "html"
    dot = "dot"
    mermaid = "mermaid"
    graphml = "graphml"
    canvas = "canvas"


class LayoutOfPicture(StrEnum):
    """How a picture is composed."""

    auto = "auto"
    map = "map"
    sides = "sides"
    rails = "rails"
    icicle = "icicle"


class TextAs(StrEnum):
    """How an SVG has its text."""

    text = "text"
    paths = "paths"


class Pages(StrEnum):
    """How many pages a PDF has."""

    many = "many"
    one = "one"


class Engine(StrEnum):
    """What lays a map out."""

    auto = "auto"
    tidy = "tidy"
    embedded = "embedded"
    system = "system"


class Direction(StrEnum):
    """Where the thesis stands: at the top, or at the left."""

    auto = "auto"
    top_down = "top-down"
    left_right = "left-right"


class Theme(StrEnum):
    """Dark on light, or light on dark; auto, for HTML, as the reader's system has it."""

    auto = "auto"
    light = "light"
    dark = "dark"


class Paper(StrEnum):
    """The paper of a PDF."""

    auto = "auto"
    a4 = "a4"
    a3 = "a3"
    letter = "letter"
    tabloid = "tabloid"


def render(  # noqa: PLR0913 - one parameter for each option
    maps: Maps = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FOLDER|FILE",
            help="Folder for the drawings (settings, or renders), or a file for one, whose ending says what to draw; - "
            "is stdout.",
        ),
    ] = None,
    format_: Annotated[
        list[PictureFormat] | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help=f"What to draw: {', '.join(PictureFormat)}; may be given several times (svg and png unless given).",
        ),
    ] = None,
    focus: Annotated[
        str | None, typer.Option(metavar="ID", help="Draw this claim or argument and what is behind it.")
    ] = None,
    depth: Annotated[int | None, typer.Option(min=0, metavar="N", help="Draw so many levels of arguments.")] = None,
    layout: Annotated[
        LayoutOfPicture,
        typer.Option(
            metavar="LAYOUT",
            help="map: boxes and lines; sides: the main arguments as cards; rails: all claims as an outline; icicle: "
            "the titles of all arguments; auto: map while its text has 10 px at the width, else sides.",
        ),
    ] = LayoutOfPicture.auto,
    width: Annotated[
        str | None,
        typer.Option(
            metavar="WIDTH",
            help="How wide the picture is where it is shown: px, or 16cm, 7in, a4, a3 (1000 px unless given).",
            show_default=False,
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            help="Language of what is said besides the map: en, de, fr, es, ru, zh, ar, or a file with words of one's "
            "own (the map's unless given, English where there are no words for it).",
            show_default=False,
        ),
    ] = None,
    text: Annotated[
        TextAs,
        typer.Option(
            metavar="AS",
            help="Text of an SVG: text (to select, with the font embedded), or paths: outlines, for programs that read "
            "no embedded font (Inkscape, librsvg, Word).",
        ),
    ] = TextAs.text,
    ids: Annotated[bool, typer.Option("--ids/--no-ids", help="Show the ids of claims in a map's boxes.")] = True,
    sources: Annotated[
        bool, typer.Option("--sources/--no-sources", help="Show which sources are cited, with a list at the foot.")
    ] = True,
    direction: Annotated[
        Direction, typer.Option(help="Thesis at the top or at the left; auto goes by size and shape.")
    ] = Direction.auto,
    theme: Annotated[
        Theme | None,
        typer.Option(
            help="Colours: light unless given; html also takes auto, and has it unless given.", show_default=False
        ),
    ] = None,
    scale: Annotated[float, typer.Option(min=0.1, max=10, help="Pixels of a PNG for each px of the drawing.")] = 2.0,
    paper: Annotated[
        Paper,
        typer.Option(
            metavar="PAPER", help="Paper of a PDF: a4, a3, letter, tabloid; auto is A4, and for drawings A4 or A3."
        ),
    ] = Paper.auto,
    pages: Annotated[
        Pages,
        typer.Option(
            metavar="PAGES",
            help="Pages of a PDF: many, or one: a sheet of the smallest paper (up to A0) on which text has 7 pt.",
        ),
    ] = Pages.many,
    font: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Font for characters that the embedded font lacks; may be given several times, the first asked first.",
        ),
    ] = None,
    engine: Annotated[
        Engine,
        typer.Option(
            metavar="ENGINE",
            help="auto: tidy (our own layout) for trees, else embedded (Graphviz); system: `dot` from the PATH.",
        ),
    ] = Engine.auto,
    verdicts: Annotated[
        bool,
        typer.Option(
            "--verdicts",
            help="Show what stands, what falls and what decides the thesis, in NAME.verdicts.svg; an HTML page has a "
            "switch for it, which is on then.",
        ),
    ] = False,
    positions: Annotated[
        bool,
        typer.Option(
            "--positions/--no-positions",
            help="Mark who accepts and who rejects a claim, with a legend, where the map says so.",
        ),
    ] = True,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    standard: StandardOption = None,
    weighing: WeighingOption = None,
    check_: Annotated[bool, typer.Option("--check", help="Draw nothing; say which drawings are not current.")] = False,
) -> None:
    """Draw maps, whatever else is wrong with them, as long as they can be read as a graph."""


class Grouping(StrEnum):
    """What ``show`` groups by."""

    tags = "tags"
    kind = "kind"
    status = "status"
    source = "source"
    position = "position"


def show(
    map_: OneMap,
    by: Annotated[
        Grouping | None,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help=f"List claims and arguments in groups, with counts: by {', '.join(Grouping)}.",
        ),
    ] = None,
    tag: TagOption = None,
    width: Annotated[
        int | None, typer.Option(min=20, metavar="N", help="Columns to wrap to (the terminal's unless given).")
    ] = None,
) -> None:
    """Print a map as an indented outline, or its claims and arguments in groups."""
