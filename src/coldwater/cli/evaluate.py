"""``coldwater evaluate`` and ``coldwater explain``: verdicts, and why."""

from __future__ import annotations

import sys

from coldwater import judge
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import columns, wants_colour
from coldwater.cli.overrides import map_seen, read_overrides
from coldwater.errors import UsageError
from coldwater.semantics.evaluation import LABELLINGS, Limits, Overrides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map


def run_evaluate(  # noqa: PLR0913 - one parameter for each option
    map_: str,
    semantics: str,
    standard: str | None,
    weighing: str | None,
    position: str | None,
    thesis: str | None,
    standards: bool,
    most: int,
    seconds: float,
    output_format: str,
    **changes: Sequence[str],
) -> int:
    """Print the verdicts on a map, or under which proof standards its thesis passes."""
    overrides = read_overrides(standard=standard, weighing=weighing, **changes)
    if not standards:
        given = map_seen(map_, position, thesis=thesis)
        return _run_verdicts(given, semantics, overrides, Limits(most, seconds), output_format)
    if standard is not None or semantics != "grounded":
        raise UsageError("--standards tries every standard, under grounded semantics: take --standard and "
                         "--semantics away")  # fmt: skip
    return _run_standards(map_seen(map_, position, thesis=thesis), overrides, output_format)


def _run_verdicts(map_: Map, semantics: str, overrides: Overrides, limits: Limits, output_format: str) -> int:
    if semantics not in LABELLINGS:
        return _run_degrees(map_, semantics, overrides, limits.seconds, output_format)
    evaluation = judge.evaluate(map_, semantics, overrides, limits)
    resting = judge.rest_on(map_, evaluation)
    if output_format == "json":
        from coldwater.report.evaluation_json import evaluation_json  # noqa: PLC0415 - each start pays for one format

        sys.stdout.write(evaluation_json(map_, evaluation, resting))
    else:
        from coldwater.report.evaluation_text import evaluation_text  # noqa: PLC0415

        sys.stdout.write(evaluation_text(map_, evaluation, resting, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN


def _run_degrees(map_: Map, semantics: str, overrides: Overrides, seconds: float, output_format: str) -> int:
    from coldwater.report.degrees_output import degrees_json, degrees_text  # noqa: PLC0415
    from coldwater.semantics.gradual import Degrees  # noqa: PLC0415

    found = judge.degrees(map_, semantics, overrides, seconds)
    resting = judge.rest_on(map_, found) if isinstance(found, Degrees) else {}
    if output_format == "json":
        sys.stdout.write(degrees_json(map_, found, resting, overrides))
    else:
        sys.stdout.write(degrees_text(map_, found, resting, overrides, columns()))
    return EXIT_CLEAN


def _run_standards(map_: Map, overrides: Overrides, output_format: str) -> int:
    from coldwater.semantics.evaluation import labellings_under  # noqa: PLC0415
    from coldwater.semantics.tallies import tie_of  # noqa: PLC0415

    evaluation = judge.evaluate(map_, "grounded", overrides)
    passed = {}
    for thesis in map_.theses:
        under = labellings_under(judge.about(map_, thesis), overrides)
        passed[thesis] = {
            standard: (labelling.verdict(thesis), tie_of(map_, labelling, thesis))
            for standard, labelling in under.items()
        }
    if output_format == "json":
        from coldwater.report.evaluation_json import standards_json  # noqa: PLC0415

        sys.stdout.write(standards_json(map_, passed, evaluation))
    else:
        from coldwater.report.evaluation_text import standards_text  # noqa: PLC0415

        sys.stdout.write(standards_text(map_, passed, evaluation, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN


def run_explain(  # noqa: PLR0913 - one parameter for each option
    map_: str,
    id_: str | None,
    standard: str | None,
    weighing: str | None,
    position: str | None,
    thesis: str | None,
    output_format: str,
    **changes: Sequence[str],
) -> int:
    """Print why a claim or argument (the thesis unless named) has its grounded verdict."""
    overrides = read_overrides(standard=standard, weighing=weighing, **changes)
    given = map_seen(map_, position, thesis=thesis)
    evaluation = judge.evaluate(given, "grounded", overrides)
    steps = judge.explained(given, evaluation, id_)
    resting = judge.rests_on(given, evaluation, steps[0].name)
    assert resting is not None  # the grounded labelling is always there
    if output_format == "json":
        from coldwater.report.evaluation_json import explanation_json  # noqa: PLC0415

        sys.stdout.write(explanation_json(given, "grounded", steps, resting))
    else:
        from coldwater.report.explanation_text import explanation_text  # noqa: PLC0415

        sys.stdout.write(explanation_text(given, steps, resting, columns(), wants_colour(sys.stdout)))
    return EXIT_CLEAN
