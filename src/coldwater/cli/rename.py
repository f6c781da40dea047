"""``coldwater rename``: another id for an entry, wherever it is named."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from coldwater import revise
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import given
from coldwater.cli.output import say, tell, wants_colour
from coldwater.cli.textdiff import text_diff
from coldwater.printable import printable
from coldwater.report.counts import plural

if TYPE_CHECKING:
    from coldwater.editing.renaming import NewName
    from coldwater.revise import Renaming

_SHOWN = 8


def run_rename(path: str, wish: NewName, diff: bool, stdin_name: str) -> int:
    """Rename an id; ``-`` goes from stdin to stdout."""
    name, data = given(path, stdin_name)
    renaming = revise.rename(name, wish.old, wish.new, section=wish.section, data=data)
    if diff:
        sys.stdout.write(text_diff(renaming.change, wants_colour(sys.stdout)))
    elif path == "-":
        sys.stdout.buffer.write(renaming.change.new)
    else:
        revise.save(renaming)
        tell(f"{printable(path)}: {wish.old} is now {wish.new} in {plural(renaming.places, 'place')}")
    _say_rest(renaming, wish.old)
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
