"""Arguments and options in typer's words that several commands take."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Semantics(StrEnum):
    """Which ways to see the matter count, or how strengths add up."""

    grounded = "grounded"
    complete = "complete"
    preferred = "preferred"
    stable = "stable"
    df_quad = "df-quad"
    quadratic_energy = "quadratic-energy"
    euler = "euler"


class Standard(StrEnum):
    """How much must speak for a claim when something speaks against it."""

    scintilla = "scintilla"
    preponderance = "preponderance"
    clear_and_convincing = "clear-and-convincing"
    beyond_reasonable_doubt = "beyond-reasonable-doubt"
    dialectical_validity = "dialectical-validity"


class Weighing(StrEnum):
    """How strongly an argument speaks."""

    weakest_link = "weakest-link"
    last_link = "last-link"


class DataFormat(StrEnum):
    """For people, or for scripts."""

    full = "full"
    json = "json"


OneMap = Annotated[str, typer.Argument(metavar="MAP", help="A map file; - is stdin.")]
Maps = Annotated[list[str] | None, typer.Argument(metavar="MAP...", help="Map files or folders; - is stdin.")]
StdinName = Annotated[str, typer.Option(help="What to call stdin; its ending tells YAML or JSON.")]
#: The words stand in the help, not in the column of types: that would leave the help no room at 80 columns.
StandardOption = Annotated[
    Standard | None,
    typer.Option(
        metavar="NAME", help=f"Proof standard in place of the map's and the thesis' own: {', '.join(Standard)}."
    ),
]
WeighingOption = Annotated[
    Weighing | None,
    typer.Option(
        metavar="NAME",
        help="How strongly arguments speak, in place of the map's way: as their weakest link, or as the last "
        f"({', '.join(Weighing)}).",
    ),
]
SemanticsOption = Annotated[
    Semantics,
    typer.Option(
        metavar="NAME",
        help="Which ways to see the matter count (grounded, complete, preferred, stable), or how strengths add up to "
        "degrees (df-quad, quadratic-energy, euler).",
    ),
]
Reject = Annotated[
    list[str] | None,
    typer.Option("--reject", metavar="ID", help="Take this claim or argument to be out; may be given several times."),
]
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="ID", help="Take this claim to be granted; may be given several times."),
]
Strengths = Annotated[
    list[str] | None,
    typer.Option("--strength", metavar="ID=NUMBER", help="Take this argument to be so strong, from 0 to 1."),
]
TagOption = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Only what is of this tag or of one below it (`Traffic / Parking` is below `Traffic`); may be given "
        "several times.",
    ),
]
PositionOption = Annotated[
    str | None,
    typer.Option(
        "--position",
        metavar="ID",
        help="See the map as this position does: what it accepts stands, what it rejects is out.",
    ),
]
ThesisOption = Annotated[
    str | None,
    typer.Option("--thesis", metavar="ID", help="Ask about this thesis, where the map has several; else the first."),
]
DataOption = Annotated[DataFormat, typer.Option("--output-format", help="Text for people, or JSON.")]
