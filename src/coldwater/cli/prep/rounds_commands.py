"""``prep flow``, ``plan`` and ``formats``: a round of a debate, speech by speech."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import Shared, taking
from coldwater.cli.prep.options import FORM, MAP, OUTPUT, SEEN, SIDE, NotesOption, SideName


class FlowForm(StrEnum):
    """For the terminal, for a page, for scripts, or as a sheet."""

    full = "full"
    markdown = "markdown"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


DebateOption = Annotated[
    str | None,
    typer.Option(
        "--debate-format",
        metavar="NAME|FILE",
        help="Which debate (required): policy, lincoln-douglas, public-forum, world-schools, british-parliamentary, or "
        "a file of your own.",
    ),
]
FilledOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="A flow sheet (xlsx, csv) that you have written in: other words are new, an empty cell was not said.",
    ),
]
PatchOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="With --filled: write what was said that the map lacks, as a patch (yaml)."),
]
FirstOption = Annotated[
    SideName | None,
    typer.Option(
        metavar="SIDE",
        case_sensitive=False,
        help="Which side the coin has speak first, where the format leaves it to a coin.",
    ),
]


FlowFormOption = Annotated[
    FlowForm | None,
    typer.Option(
        metavar="FORM",
        help=f"{', '.join(FlowForm)}; unless given, as the file's name says, else full, which is text.",
    ),
]
SpokenIds = Annotated[bool, typer.Option("--ids", help="Put the ids of the map behind what is said.")]


@taking(MAP, SIDE, after=[*SEEN, Shared("output_format", FlowFormOption, None), OUTPUT])
def flow(
    debate_format: DebateOption = None,
    first: FirstOption = None,
    filled: FilledOption = None,
    speech: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="With --filled: the speech that comes next; those before it are over."),
    ] = None,
    patch: PatchOption = None,
) -> None:
    """Fill the flow sheet of a debate: speeches by arguments, what each side says, what it drops."""


@taking(MAP, SIDE, after=[*SEEN, Shared("ids", SpokenIds, False), Shared("notes", NotesOption, False), FORM, OUTPUT])
def plan(  # noqa: PLR0913 - one parameter for each option
    minutes: Annotated[
        float | None,
        typer.Option(min=0.1, max=600, metavar="MINUTES", help="How long the speech may be; parts of a minute count."),
    ] = None,
    wpm: Annotated[
        int, typer.Option(min=30, max=600, metavar="WORDS", help="How many words are spoken in a minute.")
    ] = 150,
    debate_format: Annotated[
        str | None,
        typer.Option("--debate-format", metavar="NAME|FILE", help="A debate format, for --speech."),
    ] = None,
    speech: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="A speech of that format: its minutes, and what may be new in it."),
    ] = None,
    filled: FilledOption = None,
    patch: PatchOption = None,
) -> None:
    """Plan a speech within a time: what to say in what order, by what bears most, with seconds for each part."""


class ListForm(StrEnum):
    """For people, or for scripts."""

    full = "full"
    json = "json"


def formats(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A debate format; unless given, all are listed.")
    ] = None,
    output_format: Annotated[ListForm, typer.Option(help="A file to start from in YAML, or JSON.")] = ListForm.full,
) -> None:
    """List the debate formats, or print one as a file to make your own from."""
