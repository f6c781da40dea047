"""The group ``coldwater prep`` in typer's words. Each command hands over to a function of ``cli/prep``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from coldwater.cli.options import OneMap, Semantics, SemanticsOption, Standard, StandardOption
from coldwater.errors import UsageError

if TYPE_CHECKING:
    from coldwater.cli.prep.material import Wanted

prep = typer.Typer(
    name="prep",
    help="Debate material for one side of a map: what to answer, what to ask, what to say.",
    no_args_is_help=True,
)


class SideName(StrEnum):
    """Whose material it is."""

    pro = "pro"
    con = "con"


class MaterialFormat(StrEnum):
    """For the terminal, for a page, or for scripts."""

    full = "full"
    markdown = "markdown"
    json = "json"


class FailOn(StrEnum):
    """What makes ``gaps`` fail."""

    unanswered_crux = "unanswered-crux"


SideOption = Annotated[SideName, typer.Option(help="Whose material: pro for the thesis, con against it.")]
SecondsOption = Annotated[float, typer.Option(min=0.1, help="Search for what decides so long at most.")]
FormatOption = Annotated[
    MaterialFormat | None,
    typer.Option("--output-format", help="Text, Markdown or JSON; unless given, as the file's name says, else text."),
]
OutputOption = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write to a file; - is stdout.")]


def _wanted(  # noqa: PLR0913 - what all commands of the group take
    map_: str,
    side: SideName,
    semantics: Semantics,
    standard: Standard | None,
    seconds: float,
    output_format: StrEnum | None,
    output: str,
) -> Wanted:
    from coldwater.cli.prep.material import Wanted  # noqa: PLC0415 - not for the help

    form = output_format and output_format.value
    return Wanted(map_, side.value, semantics.value, standard and standard.value, seconds, form, output)


@prep.command()
def gaps(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    side: SideOption,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 if the other side has an unanswered argument at a crux.")
    ] = None,
    output_format: FormatOption = None,
    output: OutputOption = "-",
) -> None:
    """Say what a side has no answer to, and which of its own claims have no source; what decides comes first."""
    from coldwater.cli.prep.material import run_gaps  # noqa: PLC0415

    wanted = _wanted(map_, side, semantics, standard, seconds, output_format, output)
    raise typer.Exit(run_gaps(wanted, fail_on and fail_on.value))


@prep.command()
def questions(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    side: SideOption,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    output_format: FormatOption = None,
    output: OutputOption = "-",
) -> None:
    """Give the open critical questions to the other side's arguments, for cross-examination; what decides first."""
    from coldwater.cli.prep.material import run_questions  # noqa: PLC0415

    wanted = _wanted(map_, side, semantics, standard, seconds, output_format, output)
    raise typer.Exit(run_questions(wanted))


@prep.command()
def blocks(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    side: SideOption,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    output_format: FormatOption = None,
    output: OutputOption = "-",
) -> None:
    """Give a block for each argument of the other side: answers, what they will say to these, questions, sources."""
    from coldwater.cli.prep.material import run_blocks  # noqa: PLC0415

    wanted = _wanted(map_, side, semantics, standard, seconds, output_format, output)
    raise typer.Exit(run_blocks(wanted))


@prep.command()
def brief(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    side: SideOption,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    output_format: FormatOption = None,
    output: OutputOption = "-",
) -> None:
    """Give what a side takes into a round: what decides, its case, the other's, free concessions, evidence."""
    from coldwater.cli.prep.material import run_brief  # noqa: PLC0415

    wanted = _wanted(map_, side, semantics, standard, seconds, output_format, output)
    raise typer.Exit(run_brief(wanted))


MapFile = Annotated[str, typer.Argument(metavar="MAP", help="A map file.")]


class ExportTo(StrEnum):
    """For which program cards are written."""

    anki = "anki"


@prep.command()
def drill(  # noqa: PLR0913 - one parameter for each option
    map_: MapFile,
    side: SideOption,
    limit: Annotated[int, typer.Option(min=1, help="So many cards in a session at most.")] = 20,
    with_all: Annotated[bool, typer.Option("--all", help="Also cards that are not due yet.")] = False,
    seed: Annotated[int | None, typer.Option(help="Shuffle the cards, always alike for one number.")] = None,
    state: Annotated[
        str | None,
        typer.Option(metavar="FOLDER", help="Where progress is kept (COLDWATER_STATE, or the system's place)."),
    ] = None,
    stats: Annotated[bool, typer.Option("--stats", help="Say how far you are instead, and what is due.")] = False,
    export: Annotated[ExportTo | None, typer.Option(help="Write the cards for another program instead.")] = None,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    output_format: FormatOption = None,
    output: OutputOption = "-",
) -> None:
    """Practise in the terminal: their argument, your answer, then the map's; what you knew comes again later."""
    from coldwater.cli.prep.drill import Drilling, run_drill, run_export, run_stats  # noqa: PLC0415

    if stats and export:
        raise UsageError("--stats and --export are two different things; ask for one")
    if (output_format and not stats) or (output != "-" and not (stats or export)):
        raise UsageError("--output-format goes with --stats, --output with --stats or --export")
    wanted = _wanted(map_, side, semantics, standard, seconds, output_format, output)
    drilling = Drilling(state, limit, with_all, seed)
    if export:
        raise typer.Exit(run_export(wanted))
    raise typer.Exit((run_stats if stats else run_drill)(wanted, drilling))


@prep.command()
def spar(  # noqa: PLR0913 - one parameter for each option
    map_: MapFile,
    side: Annotated[SideName, typer.Option(help="Which side is yours; the program argues the other one.")],
    points: Annotated[int, typer.Option(min=1, help="So many points at most.")] = 10,
    seed: Annotated[int, typer.Option(help="Order equals and choose words in another way.")] = 0,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    seconds: SecondsOption = 1.0,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Patch with what the map lacks (NAME.patch.yaml, here)."),
    ] = None,
) -> None:
    """Argue against the program, which takes the other side; what you say that the map lacks becomes a patch."""
    from coldwater.cli.prep.spar import run_spar  # noqa: PLC0415

    wanted = _wanted(map_, side, semantics, standard, seconds, None, "")
    raise typer.Exit(run_spar(wanted, output, points, seed))
