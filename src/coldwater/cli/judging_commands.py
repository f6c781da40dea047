"""``coldwater evaluate``, ``explain`` and ``cruxes``, in typer's words."""

from __future__ import annotations

from typing import Annotated

import typer

from coldwater.cli.options import (
    Accept,
    DataFormat,
    DataOption,
    OneMap,
    Reject,
    Semantics,
    SemanticsOption,
    StandardOption,
    Strengths,
    overrides_of,
)
from coldwater.errors import UsageError
from coldwater.semantics.evaluation import USUAL_LIMITS, Limits


def evaluate(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    standards: Annotated[
        bool, typer.Option("--standards", help="Say under which proof standards the thesis passes.")
    ] = False,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="List so many labellings at most.")] = USUAL_LIMITS.most,
    seconds: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Look for them so long at most.")
    ] = USUAL_LIMITS.seconds,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say which claims and arguments stand, and what decides it."""
    from coldwater.cli.evaluate import run_evaluate, run_standards  # noqa: PLC0415

    overrides = overrides_of(reject, accept, strength, standard)
    if standards:
        if standard is not None or semantics is not Semantics.grounded:
            raise UsageError("--standards tries every standard, under grounded semantics: take --standard and "
                             "--semantics away")  # fmt: skip
        raise typer.Exit(run_standards(map_, overrides, output_format.value))
    limits = Limits(most, seconds)
    raise typer.Exit(run_evaluate(map_, semantics.value, overrides, limits, output_format.value))


def explain(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    id_: Annotated[
        str | None, typer.Argument(metavar="ID", help="A claim or argument; the thesis unless given.")
    ] = None,
    standard: StandardOption = None,
    reject: Reject = None,
    accept: Accept = None,
    strength: Strengths = None,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say why a claim or an argument stands, falls or is undecided."""
    from coldwater.cli.evaluate import run_explain  # noqa: PLC0415

    raise typer.Exit(run_explain(map_, id_, overrides_of(reject, accept, strength, standard), output_format.value))


def cruxes(  # noqa: PLR0913 - one parameter for each option
    map_: OneMap,
    semantics: SemanticsOption = Semantics.grounded,
    standard: StandardOption = None,
    most_size: Annotated[int, typer.Option(min=1, metavar="N", help="Look for cruxes of so many claims at most.")] = 3,
    seconds: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="Search so long at most.")] = 5.0,
    output_format: DataOption = DataFormat.full,
) -> None:
    """Say what decides the verdict: which claims it hangs on, what may be conceded, what must be answered."""
    from coldwater.cli.cruxes import run_cruxes  # noqa: PLC0415

    chosen = None if standard is None else standard.value
    raise typer.Exit(run_cruxes(map_, semantics.value, chosen, most_size, seconds, output_format.value))
