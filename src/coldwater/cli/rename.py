"""``coldwater rename``: another id for an entry, wherever it is named."""

from __future__ import annotations

import json
import os
import sys

from coldwater import revise
from coldwater.cli import EXIT_CLEAN
from coldwater.cli.given import given
from coldwater.cli.output import say, tell, wants_colour
from coldwater.cli.project import path_of_baseline, settings_for
from coldwater.cli.textdiff import text_diff
from coldwater.errors import ColdwaterError
from coldwater.printable import printable
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.changes import Renaming

_SHOWN = 8


def run_rename(  # noqa: PLR0913 - one parameter for each option
    map_: str, old: str, new: str, section: str | None, diff: bool, dry_run: bool, output_format: str, stdin_name: str
) -> int:
    """Rename an id; ``-`` goes from stdin to stdout."""
    if output_format == "json":
        return _answered(map_, old, new, section, stdin_name, is_trial=diff or dry_run)
    renaming = _renamed(map_, old, new, section, stdin_name)
    if dry_run and not diff:
        tell(f"{printable(map_)}: {old} would be {new} in {plural(renaming.places, 'place')}")
    elif diff:
        for change in (renaming.change, *renaming.beside):
            sys.stdout.write(text_diff(change, wants_colour(sys.stdout)))
    elif map_ == "-":
        sys.stdout.buffer.write(renaming.change.new)
    else:
        revise.save(renaming)
        tell(f"{printable(map_)}: {old} is now {new} in {plural(renaming.places, 'place')}")
        for change in renaming.beside:
            tell(f"{printable(change.path)}: {old} is now {new} here too")
    _say_rest(renaming, old)
    return EXIT_CLEAN


def _answered(  # noqa: PLR0913 - one parameter for each option
    map_: str, old: str, new: str, section: str | None, stdin_name: str, is_trial: bool
) -> int:
    """Tell as JSON what a new name did, as of any move, or why it is refused."""
    from coldwater import moves  # noqa: PLC0415 - for people a line says it
    from coldwater.cli.moves import tell_refusal  # noqa: PLC0415
    from coldwater.report.move_answer import answer_data  # noqa: PLC0415

    wanted = {"move": "rename", "id": old, "new": new, **({} if section is None else {"section": section})}
    try:
        renaming = _renamed(map_, old, new, section, stdin_name)
        moving = moves.move(renaming.change.path, wanted, data=renaming.change.old, settings=settings_for(None))
        if not is_trial:
            revise.save(renaming)
    except ColdwaterError as error:
        return tell_refusal("rename", error)
    sys.stdout.write(json.dumps(answer_data(moving.answer), indent=2) + "\n")
    return EXIT_CLEAN


def _renamed(map_: str, old: str, new: str, section: str | None, stdin_name: str) -> Renaming:
    """Rename an id; with a file go its review stamps and the project's baseline."""
    if map_ == "-":
        name, data = given(map_, stdin_name)
        return revise.rename(name, old, new, section=section, data=data)
    baseline = path_of_baseline(None, settings_for(None))
    return revise.rename(map_, old, new, section=section, baseline=baseline if os.path.exists(baseline) else None)


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
