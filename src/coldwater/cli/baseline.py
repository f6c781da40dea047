"""The baseline of a project as the commands use it: which file, what it holds, what of it is idle."""

from __future__ import annotations

import os

from coldwater.cli import EXIT_CLEAN, EXIT_FAILED
from coldwater.cli.output import say_error, tell
from coldwater.cli.project import path_of_baseline, project_root
from coldwater.errors import ColdwaterError, UsageError
from coldwater.files import read_side_file, replace_file
from coldwater.findings import Finding
from coldwater.printable import printable
from coldwater.project.baseline import Baseline, read_baseline
from coldwater.project.settings import Settings
from coldwater.report.counts import plural
from coldwater.rules import unused_ignore

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.cli.check import Outcome


def find_baseline(named: str | None, settings: Settings | None) -> Baseline | None:
    """Give the baseline named on the command line or in settings, or the one of the usual name; None without any.

    Raises UsageError for one that is named and not there, ConfigurationError for what is no baseline.
    """
    path = path_of_baseline(named, settings)
    if os.path.exists(path):
        return read_baseline(path, read_side_file(path))
    if named is not None or (settings is not None and settings.baseline is not None):
        raise UsageError(f"{path}: there is no such baseline; `coldwater check --write-baseline` writes it")
    return None


def write_baseline(outcomes: Iterable[Outcome], named: str | None, settings: Settings | None) -> int:
    """Write all that is found to the baseline, and say how much that is; nothing if a map could not be read."""
    path = path_of_baseline(named, settings)
    before = read_side_file(path) if os.path.exists(path) else None
    old = read_baseline(path, before) if before is not None else Baseline(path, "", {})
    found: list[Finding] = []
    checked: list[str] = []
    failed = False
    for outcome in outcomes:
        if isinstance(outcome, ColdwaterError):
            say_error(outcome)
            failed = True
        else:
            checked.append(outcome[0])
            found += outcome[2]
    if failed:
        return EXIT_FAILED
    text, count = old.with_new(found, checked)
    replace_file(path, before, text.encode())
    tell(f"{printable(path)}: holds {plural(count, 'finding')} back from now on")
    return EXIT_CLEAN


def idle_entries(baseline: Baseline, settings: Settings | None) -> list[Finding]:
    """Give a finding for each entry of a baseline that holds back less than it says."""
    rule = unused_ignore
    severity = (settings or Settings(project_root(None))).severities(baseline.path).get(rule.CODE)
    if severity is None:
        return []
    found = []
    for place, entry, gone in baseline.idle():
        at = f" at `{entry.id}`" if entry.id is not None else ""
        less = "nothing" if gone == baseline.entries[entry] else f"{gone} fewer"
        message = (
            f"`{entry.rule}` finds {less}{at} in {entry.path} by now: mend this entry, "
            "or write all anew with  coldwater check --write-baseline"
        )
        found.append(Finding(rule.CODE, rule.NAME, severity, baseline.path, *place, entry.id, message))
    return found
