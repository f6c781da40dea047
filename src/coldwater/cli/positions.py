"""``coldwater positions``: who accepts and rejects what, what follows for each, and what they dispute."""

from __future__ import annotations

from coldwater import judge
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.overrides import map_seen
from coldwater.cli.prep.delivery import deliver, form_of, page_or_json
from coldwater.prep.setting.forms import PAGE_FORMS


def run_positions(  # noqa: PLR0913 - one parameter for each option
    map_: str, standard: str | None, weighing: str | None, thesis: str | None, output_format: str | None, output: str
) -> int:
    """Print the positions of a map. Disputes and incoherent positions are told; they are no failure."""
    form = form_of(output_format, output, (*PAGE_FORMS, "csv"))
    found = judge.positions(map_seen(map_, None, weighing, thesis), standard)
    if form == "csv":
        from coldwater.prep.pages.positions_data import positions_sheet  # noqa: PLC0415 - each start pays for one form
        from coldwater.prep.setting.csv_form import sheet_csv  # noqa: PLC0415

        deliver(output, sheet_csv(positions_sheet(found)).encode())
        return EXIT_CLEAN
    from coldwater.prep.pages.positions import positions_page  # noqa: PLC0415
    from coldwater.prep.pages.positions_data import positions_json  # noqa: PLC0415

    language = found.map.language
    deliver(output, page_or_json(form, output, lambda: positions_page(found), lambda: positions_json(found), language))
    return EXIT_CLEAN
