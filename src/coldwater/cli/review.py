"""``coldwater review``: puts down who looked at an argument; without a name, says who did."""

from __future__ import annotations

import time

from coldwater import api
from coldwater.beside import read_stamps, stamps_data, stamps_in, write_stamps
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.output import tell
from coldwater.errors import UsageError
from coldwater.formats.native.document import sidecar_of
from coldwater.model import composed
from coldwater.printable import printable
from coldwater.report.counts import plural
from coldwater.review.stamping import stamped, state_of
from coldwater.rules.suspect_argument import what_changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.review.stamping import Reviewed


def run_review(map_: str, ids: Sequence[str], by: str | None, on: str | None) -> int:
    """Stamp arguments and write the file beside the map, or, where nobody's name is given, print where they stand."""
    if map_ == "-":
        raise UsageError("stamps are kept in a file beside the map: name the map file")
    ids = tuple(map(composed, ids))
    if by is None:
        if on is not None:
            raise UsageError("--on says when somebody looked: name them with --by")
        return _print_state(map_, ids)
    name, day = _name(by), _day(on)
    read = api.check_file(map_).usable_map()
    before = stamps_data(map_)
    old = stamps_in(sidecar_of(map_), before)
    stamps, given = stamped(read, old, ids, name, day)
    gone = len(old.keys() - read.arguments.keys())
    if not given and not gone:
        tell("every argument has been reviewed as it stands; name ids to review them again")
        return EXIT_CLEAN
    sidecar = write_stamps(map_, stamps, before)
    dropped = f"; {plural(gone, 'stamp')} of what is gone dropped" if gone else ""
    state = f"{plural(len(given), 'argument')} reviewed, {len(stamps)} of {len(read.arguments)} in all{dropped}"
    tell(f"{printable(sidecar)}: {state}")
    return EXIT_CLEAN


def _name(by: str) -> str:
    name = " ".join(by.split())
    if not name or printable(name) != name:
        raise UsageError(f"--by takes a name; this is {by!r}")
    return name


def _day(on: str | None) -> str:
    """Give the day as year-month-day: today's unless given."""
    if on is None:
        return time.strftime("%Y-%m-%d")
    try:
        is_day = time.strftime("%Y-%m-%d", time.strptime(on, "%Y-%m-%d")) == on
    except ValueError:
        is_day = False
    if not is_day:
        raise UsageError(f"--on takes a day such as 2026-03-02; this is {on!r}")
    return on


def _print_state(path: str, ids: Sequence[str]) -> int:
    map_ = api.check_file(path).usable_map()
    stamps = read_stamps(path)
    stamped(map_, stamps, ids, "", "")  # refuses what is no argument
    state = state_of(map_, stamps)
    shown = [one for one in state if not ids or one.id in ids]
    width = max((len(printable(one.id)) for one in shown), default=0)
    for one in shown:
        tell(f"{printable(one.id):<{width}}  {_told(map_, one)}")
    if not ids:
        current = sum(one.is_current for one in state)
        tell(f"{current} of {plural(len(state), 'argument')} reviewed as they stand")
    return EXIT_CLEAN


def _told(map_: Map, one: Reviewed) -> str:
    if one.stamp is None:
        return "not reviewed"
    told = f"{printable(one.stamp.by)}, {printable(one.stamp.on)}"
    return f"{told}; since then {printable(what_changed(map_, one.id, one.changed))}" if one.changed else told
