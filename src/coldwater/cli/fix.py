"""``coldwater check --fix`` and ``--diff``: what can be mended is mended, or shown, and the rest is reported."""

from __future__ import annotations

import os
import sys

from coldwater import api
from coldwater.beside import full_texts
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.check import check_maps
from coldwater.cli.given import given
from coldwater.cli.output import say, say_error, wants_colour
from coldwater.cli.project import maps_among, paths_of_maps, say_what_looks_so, settings_for
from coldwater.errors import ColdwaterError, UsageError
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.changes import Fixing
    from coldwater.cli.check import CheckOptions
    from coldwater.findings import Finding
    from coldwater.project.settings import Settings


def run_fix(paths: Sequence[str], options: CheckOptions, with_unsafe: bool) -> int:
    """Mend the maps, say on stderr what was done, then check them again and print what is left.

    A file that cannot be read or written is left as it was; the others are mended all the same.
    """
    settings = settings_for(options.config, options.select, options.ignore)
    files, lookalikes = api.look_for_maps(paths or paths_of_maps(settings), settings)
    if "-" in files:
        raise UsageError("--fix cannot write to stdin; `--diff` shows what it would do")
    failed = []
    for path in files:
        try:
            if fixing := _fixing(path, api.map_bytes(path), options, with_unsafe, settings):
                _save(fixing)
        except ColdwaterError as error:
            say_error(error)
            failed.append(path)
            continue
        if fixing:
            _say_what(fixing, "fixed")
            _say_unsafe(fixing)
    if not failed:
        return check_maps(paths, options)
    say_what_looks_so(lookalikes)
    if left := [path for path in files if path not in failed]:
        check_maps(left, options)
    return EXIT_FAILED


def run_fix_diff(paths: Sequence[str], options: CheckOptions, with_unsafe: bool) -> int:
    """Show what mending the maps would change; nothing is written. Exits with 1 if there is anything."""
    fixed = 0
    settings = settings_for(options.config, options.select, options.ignore)
    for path in maps_among(paths, settings):
        name, data = given(path, options.stdin_name)
        if fixing := _fixing(name, data, options, with_unsafe, settings):
            _show(fixing)
            fixed += len(fixing.done)
    if not fixed:
        say("nothing can be fixed")
    return EXIT_FINDINGS if fixed else EXIT_CLEAN


def _fixing(
    name: str, data: bytes, options: CheckOptions, with_unsafe: bool, settings: Settings | None
) -> Fixing | None:
    """Give what mends a map; None where nothing is found in it, so that most maps cost no more than a check."""
    if not _findings(name, data, options, settings):
        return None
    from coldwater import revise  # noqa: PLC0415 - as said

    return revise.fix(name, data=data, texts=options.texts, unsafe=with_unsafe, settings=settings)


def _findings(name: str, data: bytes, options: CheckOptions, settings: Settings | None) -> Sequence[Finding]:
    """Give what a check finds in the text of a map that lies at ``name``, or would."""
    _, reading = api.read_map(name, data)
    texts = {**full_texts(os.path.dirname(name), reading.map)[0], **(options.texts or {})}
    return api.check_bytes(name, data, texts, settings).findings


def _save(fixing: Fixing) -> None:
    from coldwater import revise  # noqa: PLC0415 - only where there is something to mend

    revise.save(fixing)


def _show(fixing: Fixing) -> None:
    from coldwater.cli.textdiff import text_diff  # noqa: PLC0415 - only where there is something to mend

    sys.stdout.write(text_diff(fixing.change, wants_colour(sys.stdout)))
    _say_what(fixing, "would fix")
    _say_unsafe(fixing)


def _say_what(fixing: Fixing, verb: str) -> None:
    for offer in fixing.done:
        found = offer.finding
        where = f"{printable(fixing.change.path)}:{found.line}:{found.column}"
        say(f"{verb} {where}: {found.rule}: {printable(offer.fix.words)}")


def _say_unsafe(fixing: Fixing) -> None:
    if fixing.unsafe:
        fixes, them = ("1 more fix", "it") if fixing.unsafe == 1 else (f"{fixing.unsafe:,} more fixes", "them")
        what = f"{fixes} may not be what you meant; see {them} with --diff --unsafe-fixes"
        say(f"{printable(fixing.change.path)}: {what}")
