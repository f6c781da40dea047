"""``coldwater evaluate`` and ``coldwater explain``: verdicts, and why."""

from __future__ import annotations

import sys

from coldwater import judge
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.check import check_one
from coldwater.cli.output import columns, wants_colour
from coldwater.errors import UsageError
from coldwater.model import composed
from coldwater.semantics.evaluation import AS_WRITTEN, LABELLINGS, USUAL_LIMITS, Limits, Overrides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map


def run_evaluate(
    path: str,
    semantics: str = "grounded",
    overrides: Overrides = AS_WRITTEN,
    limits: Limits = USUAL_LIMITS,
    output_format: str = "full",
) -> int:
    """Print the verdicts on a map."""
    map_ = check_one(path).usable_map()
    if semantics not in LABELLINGS:
        return _run_degrees(map_, semantics, overrides, output_format)
    evaluation = judge.evaluate(map_, semantics, overrides, limits)
    if output_format == "json":
        from coldwater.report.evaluation_json import evaluation_json  # noqa: PLC0415 - each start pays for one format

        sys.stdout.write(evaluation_json(map_, evaluation))
    else:
        from coldwater.report.evaluation_text import evaluation_text  # noqa: PLC0415

        sys.stdout.write(evaluation_text(map_, evaluation, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN


def _run_degrees(map_: Map, semantics: str, overrides: Overrides, output_format: str) -> int:
    from coldwater.report.degrees_output import degrees_json, degrees_text  # noqa: PLC0415

    found = judge.degrees(map_, semantics, overrides)
    is_json = output_format == "json"
    sys.stdout.write(
        degrees_json(map_, found, overrides) if is_json else degrees_text(map_, found, overrides, columns())
    )
    return EXIT_CLEAN


def run_standards(path: str, overrides: Overrides, output_format: str) -> int:
    """Print under which proof standards the thesis passes."""
    from coldwater.semantics.evaluation import passes  # noqa: PLC0415

    map_ = check_one(path).usable_map()
    evaluation, verdicts = judge.evaluate(map_, "grounded", overrides), passes(map_, overrides)
    if output_format == "json":
        from coldwater.report.evaluation_json import standards_json  # noqa: PLC0415

        sys.stdout.write(standards_json(map_, verdicts, evaluation))
    else:
        from coldwater.report.evaluation_text import standards_text  # noqa: PLC0415

        sys.stdout.write(standards_text(map_, verdicts, evaluation, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN


def run_explain(path: str, name: str | None, overrides: Overrides, output_format: str) -> int:
    """Print why a claim or argument (the thesis unless named) has its grounded verdict."""
    map_ = check_one(path).usable_map()
    steps = judge.explain(map_, name, overrides)
    if output_format == "json":
        from coldwater.report.evaluation_json import explanation_json  # noqa: PLC0415

        sys.stdout.write(explanation_json("grounded", steps))
    else:
        from coldwater.report.explanation_text import explanation_text  # noqa: PLC0415

        sys.stdout.write(explanation_text(map_, steps, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN


def read_strengths(words: Sequence[str]) -> dict[str, float]:
    """Read ``ID=STRENGTH`` pairs. Raises UsageError for another form."""
    strengths = {}
    for word in words:
        name, equals, value = word.partition("=")
        try:
            strengths[composed(name)] = float(value)
        except ValueError:
            equals = ""
        if not (name and equals):
            raise UsageError(f"--strength takes ID=NUMBER, such as money=0.4; this is {word!r}")
    return strengths
