"""What the commands of ``coldwater prep`` have in common, in typer's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from coldwater.cli.options import (
    OneMap,
    PositionOption,
    Semantics,
    SemanticsOption,
    Shared,
    StandardOption,
    ThesisOption,
    WeighingOption,
)


class SideName(StrEnum):
    """Whose material it is; :mod:`coldwater.cli.prep.sides` says which names mean the same."""

    pro = "pro"
    con = "con"
    aff = "aff"
    neg = "neg"
    prop = "prop"
    opp = "opp"
    gov = "gov"
    affirmative = "affirmative"
    negative = "negative"
    proposition = "proposition"
    opposition = "opposition"
    government = "government"


class MaterialFormat(StrEnum):
    """For the terminal, for a page, for print, or for scripts."""

    full = "full"
    markdown = "markdown"
    html = "html"
    docx = "docx"
    json = "json"


#: What the help says of all the names for a side.
SIDE_WORDS = (
    "pro, for the thesis (also aff, affirmative, prop, proposition, gov, government), or con, against it (neg, "
    "negative, opp, opposition)"
)
SideOption = Annotated[
    SideName, typer.Option(metavar="pro|con", case_sensitive=False, help=f"Whose material: {SIDE_WORDS}.")
]
#: How long is searched, so that a map of 2,000 claims takes less than two seconds in all, whatever its shape.
USUAL_SECONDS = 0.7
SecondsOption = Annotated[
    float, typer.Option(min=0.1, metavar="SECONDS", help="Search for what decides so long at most.")
]
FormatOption = Annotated[
    MaterialFormat | None,
    typer.Option(
        "--output-format",
        metavar="FORM",
        help=f"{', '.join(MaterialFormat)}; unless given, as the file's name says, else full, which is text.",
    ),
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Write to a file; - is stdout.")
]

IdsOption = Annotated[bool, typer.Option("--ids", help="In html and docx, put the ids of the map behind its texts.")]
NotesOption = Annotated[
    bool,
    typer.Option(
        "--notes", help="In html and docx, give what is for your own eyes as well: how it stands, what is left out."
    ),
]


class MatrixForm(StrEnum):
    """For the terminal, for a page, for scripts, or as a sheet."""

    full = "full"
    markdown = "markdown"
    html = "html"
    docx = "docx"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"


MatrixOption = Annotated[
    MatrixForm | None,
    typer.Option(
        "--output-format",
        metavar="FORM",
        help=f"{', '.join(MatrixForm)}; unless given, as the file's name says, else full, which is text.",
    ),
]


MAP, SIDE = Shared("map_", OneMap), Shared("side", SideOption)
#: How a map is seen by those that judge it by arguments alone.
SEEN_BY_ARGUMENTS = (
    Shared("standard", StandardOption, None),
    Shared("weighing", WeighingOption, None),
    Shared("position", PositionOption, None),
    Shared("thesis", ThesisOption, None),
)
#: How a map is seen, and how long is searched for what decides it.
SEEN = (
    Shared("semantics", SemanticsOption, Semantics.grounded),
    *SEEN_BY_ARGUMENTS,
    Shared("seconds", SecondsOption, USUAL_SECONDS),
)
IDS = Shared("ids", IdsOption, False)
FORM, OUTPUT = Shared("output_format", FormatOption, None), Shared("output", OutputOption, "-")
