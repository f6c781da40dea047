"""``coldwater fmt``: maps in canonical form, written back, only looked at, or shown as a diff."""

from __future__ import annotations

import sys

from coldwater import revise
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.given import given
from coldwater.cli.output import say, say_error, tell, wants_colour
from coldwater.cli.project import maps_among, settings_for
from coldwater.cli.textdiff import text_diff
from coldwater.errors import ColdwaterError
from coldwater.printable import printable
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.changes import Change


def run_fmt(maps: Sequence[str], check_: bool, diff: bool, stdin_name: str) -> int:
    """Format maps; ``-`` goes from stdin to stdout. A map that cannot be read or written is left alone, with a word."""
    settings = settings_for(None)
    files = maps_among(maps, settings)
    code, changed = EXIT_CLEAN, 0
    for path in files:
        try:
            name, data = given(path, stdin_name)
            change = revise.format(name, data=data)
            if path == "-" and not (check_ or diff):
                sys.stdout.buffer.write(change.new)
            elif change.is_needed:
                _deal_with(change, check_, diff)
            changed += change.is_needed
        except ColdwaterError as error:
            say_error(error)
            code = EXIT_FAILED
    if list(files) != ["-"]:
        _conclude(len(files), changed, check_ or diff)
    return code or (EXIT_FINDINGS if changed and (check_ or diff) else EXIT_CLEAN)


def _deal_with(change: Change, check: bool, diff: bool) -> None:
    if diff:
        sys.stdout.write(text_diff(change, wants_colour(sys.stdout)))
    elif check:
        tell(f"{printable(change.path)} is not in canonical form")
    else:
        revise.save(change)
        sys.stdout.write(f"{printable(change.path)}\n")


def _conclude(files: int, changed: int, only_looked: bool) -> None:
    verb = "would change" if only_looked else "changed"
    say(f"{plural(files, 'map')}: {changed:,} {verb}")
