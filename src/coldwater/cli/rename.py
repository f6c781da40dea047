"""``coldwater rename``: another id for an entry, wherever it is named."""

from __future__ import annotations

import sys

from coldwater import revise
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import given
from coldwater.cli.output import say, tell, wants_colour
from coldwater.cli.textdiff import text_diff
from coldwater.printable import printable
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.revise import Renaming

_SHOWN = 8


def run_rename(  # noqa: PLR0913 - one parameter for each option
    map_: str, old: str, new: str, section: str | None, diff: bool, stdin_name: str
) -> int:
    """Rename an id; ``-`` goes from stdin to stdout."""
    name, data = given(map_, stdin_name)
    renaming = revise.rename(name, old, new, section=section, data=data)
    if diff:
        sys.stdout.write(text_diff(renaming.change, wants_colour(sys.stdout)))
    elif map_ == "-":
        sys.stdout.buffer.write(renaming.change.new)
    else:
        revise.save(renaming)
        tell(f"{printable(map_)}: {old} is now {new} in {plural(renaming.places, 'place')}")
    _say_rest(renaming, old)
    return EXIT_CLEAN


def _say_rest(renaming: Renaming, old: str) -> None:
    """Say where the old id still stands."""
    if renaming.mentions:
        rest = ", …" if len(renaming.mentions) > _SHOWN else ""
        lines = ", ".join(map(str, renaming.mentions[:_SHOWN])) + rest
        noun = "line" if len(renaming.mentions) == 1 else "lines"
        say(f"{old} also stands in texts or comments, which were left alone: {noun} {lines}")
    if renaming.unclear:
        entries = ", ".join(str(number + 1) for number in renaming.unclear)
        say(f"left alone, as {old} names something else as well: entry {entries} of lint.ignore")
