"""What is made for a round of debate: the flow, the plan of a speech, formats. Each is set in a form and handed out."""

from __future__ import annotations

import sys

from coldwater import judge
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import tell
from coldwater.cli.prep.delivery import deliver, form_of, page_as, page_or_json
from coldwater.cli.prep.material import prepared, wanted_of
from coldwater.cli.prep.sides import side_named
from coldwater.errors import UsageError
from coldwater.formats.native.document import spelling_of
from coldwater.prep.rounds.debate_format import clock, speech_of
from coldwater.prep.rounds.known_formats import FORMATS, SHORT_NAMES, known_format
from coldwater.prep.setting.forms import PAGE_FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.model.graph import Side
    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat
    from coldwater.prep.setting.page import Part
    from coldwater.prep.speeches.planning import Plan, Task

_FLOW_FORMS = ("full", "markdown", "json", "csv", "xlsx")


def run_flow(
    debate_format: str | None,
    first: str | None,
    filled: str | None,
    speech: str | None,
    patch: str | None,
    **given: Any,
) -> int:
    """Print the flow sheet of a debate. Raises UsageError, which lists the formats, where none is named."""
    from coldwater.prep.material.flow import find_flow  # noqa: PLC0415 - each start pays for one kind of material

    wanted = wanted_of(**given)
    form = form_of(wanted.output_format, wanted.output, _FLOW_FORMS)
    if debate_format is None:
        raise UsageError(f"name the debate format:  --debate-format {'|'.join(FORMATS)},  or a file of your own")
    chosen = find_format(debate_format, side_named(first) if first else None)
    read = None
    if filled is None:
        if speech is not None or patch is not None:
            raise UsageError("--speech and --patch go with --filled")
        prep = prepared(wanted)
        flow = find_flow(prep, chosen)
    else:
        from coldwater.cli.prep.filled_sheets import read_round  # noqa: PLC0415 - only where a sheet is read

        if speech is None:
            raise UsageError("--filled needs  --speech CODE,  the speech that comes next: those before it are over")
        prep, flow, read = read_round(wanted, chosen, _place_of(chosen, speech), filled, patch)
    if form == "json":
        from coldwater.prep.pages.flow_json import flow_json  # noqa: PLC0415

        deliver(wanted.output, flow_json(prep, flow))
    elif form in ("csv", "xlsx"):
        deliver(wanted.output, _sheets(prep, flow, form))
    else:
        from coldwater.prep.pages.flow import flow_page  # noqa: PLC0415

        page: Iterable[Part] = flow_page(prep, flow, as_grid=form == "markdown")
        if read is not None:
            from coldwater.prep.pages.filled_page import filled_parts  # noqa: PLC0415

            page = (*page, *filled_parts(prep, flow, read))
        deliver(wanted.output, page_as(form, wanted.output, page, prep.map.language, prep.id_words))
    return EXIT_CLEAN


def _sheets(prep: Preparation, flow: Flow, form: str) -> bytes:
    from coldwater.prep.pages.flow_sheet import contention_sheets, drop_sheet, flow_sheet  # noqa: PLC0415 - each start pays for one form

    if form == "csv":
        from coldwater.prep.setting.csv_form import sheet_csv  # noqa: PLC0415

        return sheet_csv(flow_sheet(prep, flow)).encode()
    from coldwater.prep.setting.xlsx_form import sheets_xlsx  # noqa: PLC0415

    sheets = (flow_sheet(prep, flow), *contention_sheets(prep, flow), drop_sheet(prep, flow))
    return sheets_xlsx(sheets, f"Flow for {prep.side}: {prep.map.title}")


def find_format(name: str, first: Side | None) -> DebateFormat:
    """Give a debate format by its name, or from a file of one's own; ``first``: who speaks first by coin.

    Raises UsageError for an unknown name, and for an order that no coin decides.
    """
    found = known_format(name)
    if found is None and spelling_of(name) is not None:
        found = judge.read_debate_format(name)
    if found is None:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        raise UsageError(
            f"there is no debate format {name}; there are {', '.join(FORMATS)}.{hint(name, FORMATS)} "
            "A file of your own ends in .yaml or .json."
        )
    if first in (None, found.begins):
        return found
    if not found.coin:
        raise UsageError(f"in {found.name} {found.begins} speaks first; no coin decides it")
    return found.turned()


def run_plan(  # noqa: PLR0913 - one parameter for each option
    minutes: float | None,
    wpm: int,
    debate_format: str | None,
    speech: str | None,
    filled: str | None,
    patch: str | None,
    **given: Any,
) -> int:
    """Print the plan of a speech: within so many minutes, or for a speech of a debate format."""
    from coldwater.prep.pages.kinds import HANDED_ON  # noqa: PLC0415
    from coldwater.prep.pages.plan import plan_page  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.pages.plan_json import plan_json  # noqa: PLC0415
    from coldwater.prep.setting.page import without_ids  # noqa: PLC0415

    wanted = wanted_of(**given)
    form = form_of(wanted.output_format, wanted.output, PAGE_FORMS)
    task, debate, place = _wish(wanted.side, minutes, wpm, debate_format, speech)
    if filled is not None or patch is not None:
        from coldwater.cli.prep.filled_sheets import read_round  # noqa: PLC0415 - only where a sheet is read
        from coldwater.prep.speeches.planning import find_plan  # noqa: PLC0415

        if filled is None or debate is None:
            raise UsageError("--patch goes with --filled, and that with --debate-format and --speech")
        prep, flow, _ = read_round(wanted, debate, place, filled, patch)
        plan = find_plan(prep, task, flow, place)
    else:
        prep = prepared(wanted)
        plan = _planned(prep, task, debate, place)
    language = prep.map.language
    notes = wanted.notes or form not in HANDED_ON

    def page() -> Iterable[Part]:
        told = plan_page(prep, plan, notes=notes)
        return told if wanted.ids else without_ids(told, prep.id_words)

    text = page_or_json(form, wanted.output, page, lambda: plan_json(prep, plan), language, prep.id_words)
    deliver(wanted.output, text)
    return EXIT_CLEAN


def _planned(prep: Preparation, task: Task, debate: DebateFormat | None, place: int) -> Plan:
    from coldwater.prep.material.flow import find_flow  # noqa: PLC0415 - each start pays for one kind of material
    from coldwater.prep.speeches.planning import find_plan  # noqa: PLC0415

    return find_plan(prep, task) if debate is None else find_plan(prep, task, find_flow(prep, debate), place)


def _wish(
    side: Side, minutes: float | None, pace: int, debate: str | None, speech: str | None
) -> tuple[Task, DebateFormat | None, int]:
    """Say what is to be planned: within which time, and which speech of which debate, if of any.

    Where a coin decides who speaks first, the speech says how it fell. Raises UsageError where it is not said what is
    to be planned, or where it makes no sense.
    """
    from coldwater.prep.speeches.planning import Task  # noqa: PLC0415

    if debate is None and speech is None:
        if minutes is None:
            raise UsageError("say how long the speech is:  --minutes 7,  or  --debate-format policy --speech 1AC")
        return Task(minutes, pace), None, 0
    if debate is None or speech is None:
        raise UsageError("--speech and --debate-format go together:  --debate-format policy --speech 1AC")
    chosen = find_format(debate, None)
    place = _place_of(chosen, speech)
    one = chosen.speeches[place]
    if one.side != side and not chosen.coin:
        team = f"the {one.team} ({one.side})" if one.team else one.side
        raise UsageError(f"{one.code} is a speech of {team}, not of {side}: --side {one.side} plans it")
    return Task(minutes or one.minutes, pace), chosen if one.side == side else chosen.turned(), place


def _place_of(debate: DebateFormat, speech: str) -> int:
    """Give the place of a speech. Raises UsageError for one that the debate does not have."""
    place = speech_of(debate, speech)
    if place is None:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        codes = [one.code for one in debate.speeches]
        raise UsageError(f"{debate.name} has no speech {speech}; it has {', '.join(codes)}.{hint(speech, codes)}")
    return place


def run_formats(name: str | None, output_format: str) -> int:
    """Print the list of debate formats, or one as a file to start from."""
    from coldwater.prep.rounds.own_format import as_data, as_yaml  # noqa: PLC0415 - each start pays for what it does

    chosen = list(FORMATS.values()) if name is None else [find_format(name, None)]
    if output_format == "json":
        import json  # noqa: PLC0415

        data = as_data(chosen[0]) if name is not None else {"version": 1, "formats": [as_data(one) for one in chosen]}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    elif name is not None:
        sys.stdout.write(as_yaml(chosen[0]))
    else:
        for one in chosen:
            tell(f"{one.name}  ({_short(one.name)})")
            tell(f"  {_in_short(one)}")
    return EXIT_CLEAN


def _short(name: str) -> str:
    return ", ".join(short for short, meant in SHORT_NAMES.items() if meant == name)


def _in_short(debate: DebateFormat) -> str:
    return ", ".join(f"{one.code} {clock(one.minutes)}" for one in debate.speeches)
