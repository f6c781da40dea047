"""What is taken along: gaps, questions, blocks, brief, assumptions. Each is prepared, set in a form and handed out."""

from __future__ import annotations

from coldwater import judge
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import say
from coldwater.cli.overrides import map_seen
from coldwater.cli.prep.delivery import deliver, form_of, page_as, page_or_json
from coldwater.cli.prep.sides import SIDE_NAMES, side_named
from coldwater.errors import UsageError
from coldwater.prep.setting.forms import PAGE_FORMS
from coldwater.prep.setting.page import without_ids
from coldwater.printable import printable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.model.graph import Side
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.pages.kinds import Material
    from coldwater.prep.setting.page import Part


#: How many arguments that are not published or not sent are named for one reason.
_NAMED = 6
_DISCLOSED = ("full", "markdown", "html", "docx")


class Wanted(NamedTuple):
    """What is prepared and how it is judged: a map file, a side, semantics, standard, weighing, whose view, how long.

    ``thesis``: the one that is meant, None for the first. ``ids`` and ``notes``: whether what is handed on holds them.
    ``output_format``: the form, or None to go by the name of
    ``output``; ``output``: a file, or ``-`` for stdout.
    """

    path: str
    side: Side
    semantics: str
    standard: str | None
    weighing: str | None
    position: str | None
    thesis: str | None
    seconds: float
    output_format: str | None
    output: str
    ids: bool = False
    notes: bool = False


def wanted_of(map_: str, **given: Any) -> Wanted:
    """Give what a command line wants; ``given``: further fields of Wanted."""
    given["side"] = side_named(given["side"])
    return Wanted(map_, **given)


def run_questions(**given: Any) -> int:
    """Print the open questions to the other side's arguments."""
    return _run_material("questions", wanted_of(**given))


def run_blocks(**given: Any) -> int:
    """Print a block for each argument of the other side; of blocks to be sent say which answers are in none of them."""
    from coldwater.prep.material.blocks import find_blocks  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.pages.kinds import HANDED_ON, blocks_told  # noqa: PLC0415
    from coldwater.prep.pages.sendable import not_sent  # noqa: PLC0415

    wanted = wanted_of(**given)
    form, prep = _begun(wanted)
    found = find_blocks(prep)
    _hand_out(wanted, form, prep, blocks_told(prep, found))
    if form in HANDED_ON and not wanted.notes and (nodes := not_sent(found)):
        say(f"coldwater: not in what is sent, since it falls on the map (--notes has it): {_titles(prep, nodes)}")
    return EXIT_CLEAN


def run_brief(pages: str, **given: Any) -> int:
    """Print what a side takes into a round, or of that what goes on one page."""
    from coldwater.prep.pages.kinds import brief_of  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.sides_picture import sides_picture  # noqa: PLC0415

    wanted = wanted_of(**given)
    form, prep = _begun(wanted)
    if pages == "one" and form == "json":
        raise UsageError("--pages one is for pages; JSON holds all of the brief")
    _hand_out(wanted, form, prep, brief_of(prep, sides_picture(prep, form), is_short=pages == "one"))
    return EXIT_CLEAN


def _run_material(kind: str, wanted: Wanted) -> int:
    from coldwater.prep.pages.kinds import find_material  # noqa: PLC0415 - each start pays for one kind of material

    form, prep = _begun(wanted)
    _hand_out(wanted, form, prep, find_material(prep, kind))
    return EXIT_CLEAN


def run_gaps(fail_on: str | None, round_: Sequence[str] | None, **given: Any) -> int:
    """Print what a side lacks, and what came up in rounds, of which there are notes.

    With ``fail_on``, the exit code says whether it has unanswered arguments at a crux.
    """
    from coldwater.prep.material.gaps import find_gaps  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.material.rounds import find_rounds  # noqa: PLC0415
    from coldwater.prep.pages.kinds import gaps_told  # noqa: PLC0415

    wanted = wanted_of(**given)
    form, prep = _begun(wanted)
    gaps = find_gaps(prep)
    rounds = find_rounds(prep, [judge.read_round_notes(path, prep.map, SIDE_NAMES) for path in round_ or ()])
    _hand_out(wanted, form, prep, gaps_told(prep, gaps, rounds))
    if fail_on != "unanswered-crux" or not gaps.unanswered_cruxes:
        return EXIT_CLEAN
    names = ", ".join(prep.names[gap.standing.argument] for gap in gaps.unanswered_cruxes)
    say(f"coldwater: {wanted.side} leaves unanswered at a crux: {names}")
    return EXIT_FINDINGS


def run_assumptions(side: str | None, **given: Any) -> int:
    """Print what a map takes for granted on a side, or on both."""
    from coldwater.prep.pages.kinds import assumptions_of  # noqa: PLC0415 - each start pays for one kind of material

    wanted = wanted_of(side=side or "pro", **given)
    form, prep = _begun(wanted)
    _hand_out(wanted, form, prep, assumptions_of(prep, (wanted.side,) if side else ("pro", "con")))
    return EXIT_CLEAN


def run_overview(**given: Any) -> int:
    """Print the debate on one page. It is for no side."""
    from coldwater.prep.material.overview import find_overview  # noqa: PLC0415
    from coldwater.prep.pages.kinds import Material  # noqa: PLC0415
    from coldwater.prep.pages.overview import overview_page  # noqa: PLC0415
    from coldwater.prep.pages.overview_json import overview_json  # noqa: PLC0415
    from coldwater.sides_picture import sides_picture  # noqa: PLC0415 - each start pays for one kind

    wanted = wanted_of(side="pro", **given)
    form, prep = _begun(wanted)
    found = find_overview(prep)

    def page() -> Iterable[Part]:
        return overview_page(found, sides_picture(prep, form))

    _hand_out(wanted, form, prep, Material(page, lambda: overview_json(found)))
    return EXIT_CLEAN


def run_disclose(whole: bool, **given: Any) -> int:
    """Print what a side publishes of its case."""
    from coldwater.prep.pages.disclosure import disclosure_page, not_disclosed  # noqa: PLC0415 - each start pays for one kind

    wanted = wanted_of(**given)
    form = form_of(wanted.output_format, wanted.output, _DISCLOSED)
    prep = prepared(wanted)
    page = without_ids(disclosure_page(prep, full=whole), prep.id_words)
    deliver(wanted.output, page_as(form, wanted.output, page, prep.map.language, prep.id_words))
    for why, nodes in not_disclosed(prep):
        say(f"coldwater: not published, {why}: {_titles(prep, nodes)}")
    return EXIT_CLEAN


def _titles(prep: Preparation, nodes: Sequence[int]) -> str:
    """Name the first of some arguments, and count the others."""
    more = f" and {len(nodes) - _NAMED:,} more" if len(nodes) > _NAMED else ""
    return f"{printable(', '.join(prep.title(node) for node in nodes[:_NAMED]))}{more}"


def run_ach(  # noqa: PLR0913 - one parameter for each option
    map_: str,
    standard: str | None,
    weighing: str | None,
    position: str | None,
    thesis: str | None,
    ids: bool,
    output_format: str | None,
    output: str,
) -> int:
    """Print the analysis of competing hypotheses. It is for no side."""
    from coldwater.prep.material.hypotheses import compare_hypotheses  # noqa: PLC0415 - each start pays for one kind
    from coldwater.prep.pages.matrix import matrix_page  # noqa: PLC0415
    from coldwater.prep.pages.matrix_json import matrix_json  # noqa: PLC0415

    form = form_of(output_format, output, (*PAGE_FORMS, "csv", "xlsx"))
    read = map_seen(map_, position, weighing, thesis)
    matrix = compare_hypotheses(read, standard)
    if form == "csv":
        from coldwater.prep.pages.matrix_sheet import matrix_sheet  # noqa: PLC0415
        from coldwater.prep.setting.csv_form import sheet_csv  # noqa: PLC0415

        deliver(output, sheet_csv(matrix_sheet(matrix)).encode())
        return EXIT_CLEAN
    if form == "xlsx":
        from coldwater.prep.pages.matrix_sheet import matrix_sheet  # noqa: PLC0415
        from coldwater.prep.setting.xlsx_form import sheets_xlsx  # noqa: PLC0415

        deliver(output, sheets_xlsx((matrix_sheet(matrix),), read.title))
        return EXIT_CLEAN
    from coldwater.prep.pages.kinds import HANDED_ON  # noqa: PLC0415 - as above

    def page() -> Iterable[Part]:
        names = {name: claim.text for name, claim in read.claims.items()}
        names |= {name: one.title or name for name, one in read.arguments.items()}
        return matrix_page(matrix) if ids or form not in HANDED_ON else without_ids(matrix_page(matrix), names)

    deliver(output, page_or_json(form, output, page, lambda: matrix_json(matrix), read.language))
    return EXIT_CLEAN


def _begun(wanted: Wanted) -> tuple[str, Preparation]:
    """Give the form, and a side prepared; a form that cannot be is refused before anything is read."""
    form = form_of(wanted.output_format, wanted.output, PAGE_FORMS)
    return form, prepared(wanted)


def _hand_out(wanted: Wanted, form: str, prep: Preparation, found: Material) -> None:
    from coldwater.prep.pages.kinds import page_for  # noqa: PLC0415 - as where it was found

    def page() -> Iterable[Part]:
        return page_for(prep, found, form, ids=wanted.ids, notes=wanted.notes)

    deliver(wanted.output, page_or_json(form, wanted.output, page, found.as_json, prep.map.language, prep.id_words))


def prepared(wanted: Wanted) -> Preparation:
    """Read a map and prepare a side. Raises what reading it and deciding about it raises."""
    map_ = map_seen(wanted.path, wanted.position, wanted.weighing, wanted.thesis)
    return judge.prepare(map_, wanted.side, wanted.semantics, wanted.standard, wanted.seconds)
