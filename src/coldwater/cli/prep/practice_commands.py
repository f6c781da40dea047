"""``prep drill`` and ``spar``: practice in the terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import Shared, taking
from coldwater.cli.prep import USUAL_LIMIT
from coldwater.cli.prep.options import FORM, OUTPUT, SEEN, SIDE, SIDE_WORDS, SideName

MapFile = Annotated[str, typer.Argument(metavar="MAP", help="A map file.")]


class ExportTo(StrEnum):
    """For which program cards are written."""

    anki = "anki"


@taking(Shared("map_", MapFile), SIDE, after=[*SEEN, FORM, OUTPUT])
def drill(  # noqa: PLR0913 - one parameter for each option
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help=f"So many cards in a session at most ({USUAL_LIMIT} unless given)."),
    ] = None,
    with_all: Annotated[bool, typer.Option("--all", help="Also cards that are not due yet.")] = False,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="Shuffle the cards, always alike for one number.")
    ] = None,
    state: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Where progress is kept, in place of COLDWATER_STATE and of the system's folder, which --stats names.",
        ),
    ] = None,
    stats: Annotated[bool, typer.Option("--stats", help="Say how far you are instead, and what is due.")] = False,
    export: Annotated[ExportTo | None, typer.Option(help="Write the cards for another program instead.")] = None,
    deck: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The deck to write them for; also tells maps apart that have the same ids."),
    ] = None,
) -> None:
    """Practise in the terminal: their argument, your answer, then the map's; what you knew comes again later."""


OwnSide = Annotated[
    SideName,
    typer.Option(
        metavar="SIDE",
        case_sensitive=False,
        help=f"Which side is yours, {SIDE_WORDS}; the program argues the other one.",
    ),
]
PatchTo = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Patch with what the map lacks (NAME.patch.yaml, here)."),
]


@taking(Shared("map_", MapFile), Shared("side", OwnSide), after=[*SEEN, Shared("output", PatchTo, None)])
def spar(
    points: Annotated[int, typer.Option(min=1, metavar="N", help="So many points at most.")] = 10,
    seed: Annotated[int, typer.Option(metavar="N", help="Order equals and choose words in another way.")] = 0,
) -> None:
    """Argue against the program, which takes the other side; what you say that the map lacks becomes a patch."""
