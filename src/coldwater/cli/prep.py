"""``coldwater prep``: debate material for one side, each kind as text, Markdown and JSON."""

from __future__ import annotations

import sys

from coldwater import api
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.check import check_one
from coldwater.cli.output import columns, wants_colour
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from coldwater.model.graph import Side
    from coldwater.prep.page import Part
    from coldwater.prep.preparation import Preparation


class Wanted(NamedTuple):
    """What is prepared and how it is judged: a map file, a side, a semantics, a standard, the longest search."""

    path: str
    side: Side
    semantics: str
    standard: str | None
    seconds: float
    output_format: str


def run_gaps(wanted: Wanted, fail_on: str | None) -> int:
    """Print what a side lacks. With ``fail_on``, the exit code says whether it has unanswered arguments at a crux."""
    from coldwater.prep.gaps import find_gaps  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.gaps_page import gaps_page  # noqa: PLC0415
    from coldwater.prep.material_json import gaps_json  # noqa: PLC0415

    prep = _prepared(wanted)
    gaps = find_gaps(prep)
    _print(wanted.output_format, lambda: gaps_page(prep, gaps), lambda: gaps_json(prep, gaps))
    return EXIT_FINDINGS if fail_on == "unanswered-crux" and gaps.unanswered_cruxes else EXIT_CLEAN


def run_questions(wanted: Wanted) -> int:
    """Print what a side should ask the other."""
    from coldwater.prep.cross_examination import examine  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.material_json import questions_json  # noqa: PLC0415
    from coldwater.prep.questions_page import questions_page  # noqa: PLC0415

    prep = _prepared(wanted)
    examined = examine(prep)
    _print(wanted.output_format, lambda: questions_page(prep, examined), lambda: questions_json(prep, examined))
    return EXIT_CLEAN


def run_blocks(wanted: Wanted) -> int:
    """Print the block file of a side."""
    from coldwater.prep.blocks import find_blocks  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.blocks_page import blocks_page  # noqa: PLC0415
    from coldwater.prep.material_json import blocks_json  # noqa: PLC0415

    prep = _prepared(wanted)
    file = find_blocks(prep)
    _print(wanted.output_format, lambda: blocks_page(prep, file), lambda: blocks_json(prep, file))
    return EXIT_CLEAN


def run_brief(wanted: Wanted) -> int:
    """Print the brief of a side."""
    from coldwater.prep.brief import find_brief  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.brief_page import brief_page  # noqa: PLC0415
    from coldwater.prep.material_json import brief_json  # noqa: PLC0415

    prep = _prepared(wanted)
    brief = find_brief(prep)
    _print(wanted.output_format, lambda: brief_page(prep, brief), lambda: brief_json(prep, brief))
    return EXIT_CLEAN


def _prepared(wanted: Wanted) -> Preparation:
    map_ = check_one(wanted.path).usable_map()
    return api.prepare(map_, wanted.side, wanted.semantics, wanted.standard, wanted.seconds)


def _print(output_format: str, page: Callable[[], Iterable[Part]], as_json: Callable[[], str]) -> None:
    """Print material in the form that is asked for: full (text), markdown or json."""
    if output_format == "json":
        sys.stdout.write(as_json())
    elif output_format == "markdown":
        from coldwater.prep.page_markdown import page_markdown  # noqa: PLC0415 - each start pays for one format
        from coldwater.report.markdown import escaped  # noqa: PLC0415

        sys.stdout.write(page_markdown(page(), escaped))
    else:
        from coldwater.prep.page_text import page_text  # noqa: PLC0415
        from coldwater.prep.paragraphs import Paragraphs  # noqa: PLC0415

        sys.stdout.write(page_text(page(), Paragraphs(columns(), wants_colour(sys.stdout))))
