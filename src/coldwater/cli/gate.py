"""``coldwater gate``: whether a change may pass; exit code 1 if it may not."""

from __future__ import annotations

import os
import sys

from coldwater import api, git
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.output import say, say_error
from coldwater.cli.project import paths_of_maps, settings_for
from coldwater.errors import ColdwaterError, UnreadableFileError, UnusableMapError
from coldwater.printable import printable
from coldwater.review.gate import (
    Allowed,
    gate_json,
    gate_markdown,
    gate_text,
    looks_at_change,
    looks_at_gone,
    looks_at_new,
    passes,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.review.gate import Look

_SHOWN = {"full": gate_text, "markdown": gate_markdown, "json": gate_json}


def run_gate(maps: Sequence[str], base: str, allow_verdict_change: bool, max_new_gaps: int, output_format: str) -> int:
    """Compare maps as they are now with where the branch left ``base``, and say whether they may pass.

    A map that cannot be read is named on stderr, and the others are looked at all the same; the exit code is 2 then.
    """
    settings = settings_for(None)
    paths = maps or paths_of_maps(settings)
    allowed = Allowed(allow_verdict_change, max_new_gaps)
    revision = _start_of_branch(paths, base)
    judged: dict[str, Sequence[Look]] = {}
    failed = False
    for path in api.maps_over_time(paths, [revision], settings):
        try:
            judged[printable(path)] = _looks(path, base, revision, allowed)
        except ColdwaterError as error:
            say_error(error)
            failed = True
    if judged or not failed:
        sys.stdout.write(_SHOWN[output_format](judged, printable(base)))
    if failed:
        return EXIT_FAILED
    return EXIT_CLEAN if all(map(passes, judged.values())) else EXIT_FINDINGS


def _start_of_branch(paths: Sequence[str], base: str) -> str:
    """Give the commit where the branch left ``base``: what others did there since is not this change's doing."""
    first = paths[0] if paths else "."
    folder = first if os.path.isdir(first) else os.path.dirname(first) or "."
    found = git.branch_point(folder, base)
    if found is None:
        say(f"coldwater: no commit is known that this branch shares with {printable(base)}: compared with its tip")
    return found or base


def _looks(path: str, base: str, revision: str, allowed: Allowed) -> Sequence[Look]:
    try:
        old = api.map_at(path, revision)
        why = f"The map is new since {printable(base)}."
    except UnusableMapError:
        old, why = None, f"At {printable(base)} the map could not be read, so that there is no verdict to compare with."
    new = api.map_at(path, None)
    if new is None:
        if old is None:
            raise UnreadableFileError(path, f"there is no such file, neither now nor at {base}")
        return looks_at_gone(allowed)
    stamps = api.read_stamps(path)
    return looks_at_new(new, stamps, why) if old is None else looks_at_change(api.diff(old, new), stamps, allowed)
