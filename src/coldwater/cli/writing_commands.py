"""``coldwater init``, ``fmt``, ``rename``, ``apply`` and ``convert``, in typer's words: a map's text is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli import STDIN_NAME
from coldwater.cli.options import Maps, StdinName, changing


class Section(StrEnum):
    """Where an id is looked for."""

    claims = "claims"
    arguments = "arguments"
    sources = "sources"
    positions = "positions"
    questions = "questions"


class Example(StrEnum):
    """Whole maps that come along."""

    library = "library"
    privacy = "privacy"
    night_trains = "night-trains"


def init(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Where to write it; .argmap.yaml is added to a bare name.")
    ] = "my-map",
    example: Annotated[
        Example | None,
        typer.Option(metavar="EXAMPLE", help=f"Write a whole map to try things on instead: {', '.join(Example)}."),
    ] = None,
) -> None:
    """Write a small commented map to begin with, or an example, and the schema for your editor."""


def tour(
    folder: Annotated[
        str, typer.Argument(metavar="FOLDER", help="A new folder for the map of the tour.")
    ] = "coldwater-tour",
) -> None:
    """Take a first quarter of an hour: check, mend, draw, ask and argue, step by step, on a small map."""


def fmt(
    maps: Maps = None,
    check_: Annotated[bool, typer.Option("--check", help="Write nothing; name the maps that would change.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Put maps into canonical form; comments and blank lines stay."""


@changing
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The id as it is.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id as it is to be.")],
    section: Annotated[
        Section | None,
        typer.Option(metavar="SECTION", help=f"Which OLD, if several entries have this id: {', '.join(Section)}."),
    ] = None,
) -> None:
    """Give a claim, an argument, a source or a position another id, wherever it is named."""


def apply(
    map_: Annotated[str, typer.Argument(metavar="MAP", help="A map file.")],
    patch: Annotated[
        str,
        typer.Argument(
            metavar="PATCH",
            help="New claims and arguments, as `prep spar` writes them; or sources: BibTeX, CSL-JSON, Hypothesis.",
        ),
    ],
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    expected: Annotated[
        bool, typer.Option("--expected", help="Let the map expect the verdicts that turn as they are then.")
    ] = False,
) -> None:
    """Add the claims and arguments of a patch, or sources from elsewhere, to a map; the rest of its text stays."""


def convert(  # noqa: PLR0913 - one parameter for each option
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="IN OUT", help="What to convert, and where to write it; - is stdin or stdout."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="Write into this folder; then all that is named is converted, folders too.",
        ),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help="What IN is, where neither name nor content should tell."),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="What to write: yaml, json, or a name that `coldwater formats` lists."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if anything is lost.")] = False,
    thesis: Annotated[
        str | None, typer.Option(metavar="ID", help="Which claim of a foreign file the map is about.")
    ] = None,
    losses: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write what was read and what was lost to a file, as JSON.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="With -o: how many processes convert.")] = None,
    stdin_name: StdinName = STDIN_NAME,
) -> None:
    """Bring a file of another format in, or take a map out; all that cannot come along is named.

    Formats are told by ending, content or name: Argdown, AIF, Kialo, tables, outlines, Word blocks and more.
    """
