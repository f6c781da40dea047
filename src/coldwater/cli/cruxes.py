"""``coldwater cruxes``: what decides the verdict on the thesis of a map."""

from __future__ import annotations

import sys

from coldwater import judge
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns, wants_colour
from coldwater.cli.overrides import map_seen


def run_cruxes(  # noqa: PLR0913 - one parameter for each option
    map_: str,
    semantics: str,
    standard: str | None,
    weighing: str | None,
    position: str | None,
    thesis: str | None,
    most_size: int,
    seconds: float,
    output_format: str,
) -> int:
    """Print what decides the verdict. A limit that was reached is said there; it is no failure."""
    decision = judge.cruxes(map_seen(map_, position, weighing, thesis), semantics, standard, most_size, seconds)
    if output_format == "json":
        from coldwater.prep.upshot.json_form import decision_json  # noqa: PLC0415 - each start pays for one format

        sys.stdout.write(decision_json(decision))
    else:
        from coldwater.prep.upshot.text_form import decision_text  # noqa: PLC0415
        from coldwater.semantics.verdict_words import sentence  # noqa: PLC0415

        sys.stdout.write(decision_text(decision, columns(), wants_colour(sys.stdout), sentence))
    return EXIT_CLEAN
