"""``coldwater evaluate``, ``explain``, ``cruxes`` and ``positions``, in typer's words."""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater.cli.options import (
    Accept,
    DataFormat,
    DataOption,
    OneMap,
    PositionOption,
    Reject,
    Semantics,
    SemanticsOption,
    StandardOption,
    Strengths,
    ThesisOption,
    WeighingOption,
)
from coldwater.cli.prep.options import MatrixOption, OutputOption
from coldwater.semantics.evaluation import USUAL_LIMITS


def evaluate(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    weighing: WeighingOption = None,
    standards: Annotated[
        bool, typer.Option("--standards", help="Say under which proof standards the thesis passes.")
    ] = False,
    reject: Reject = None,
    accept: Accept = None,
    position: PositionOption = None,
    thesis: ThesisOption = None,
    strength: Strengths = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="List so many labellings at most.")] = USUAL_LIMITS.most,
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Look for them so long at most.")
    ] = USUAL_LIMITS.seconds,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say which claims and arguments stand, and what decides it."""


def explain(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="A claim or argument; the thesis unless given.")
    ] = None,
    standard: StandardOption = None,
    weighing: WeighingOption = None,
    reject: Reject = None,
    accept: Accept = None,
    position: PositionOption = None,
    thesis: ThesisOption = None,
    strength: Strengths = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say why a claim or an argument stands, falls or is undecided."""


def cruxes(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    weighing: WeighingOption = None,
    position: PositionOption = None,
    thesis: ThesisOption = None,
    most_size: Annotated[int, typer.Option(min=1, metavar="N", help="Look for cruxes of so many claims at most.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Search so long at most.")] = 5.0,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say what decides the verdict: which claims it hangs on, what may be conceded, what must be answered."""


def positions(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    standard: StandardOption = None,
    weighing: WeighingOption = None,
    thesis: ThesisOption = None,
    output_format: MatrixOption = None,
    output: OutputOption = "-",
) -> None:
    """Say who accepts and rejects what, what follows for each, and which claims two or more of them dispute."""
