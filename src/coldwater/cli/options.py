"""Options in typer's words that several commands take."""

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


OneMap = Annotated[str, typer.Argument(metavar="MAP", help="A map file; - is stdin.")]
StandardOption = Annotated[
    Standard | None, typer.Option(help="Proof standard in place of the map's, and of the thesis' own.")
]
SemanticsOption = Annotated[
    Semantics, typer.Option(help="Which ways to see the matter count, or how strengths add up to degrees.")
]
