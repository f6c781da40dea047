"""``coldwater check``: findings on stdout, exit code 1 if one of them is severe enough."""

from __future__ import annotations

import os
import sys

from coldwater import api
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS, STDIN_NAME
from coldwater.cli.output import say, say_error, wants_colour, width_of
from coldwater.cli.project import paths_of_maps, project_root, say_what_looks_so, settings_for
from coldwater.errors import ColdwaterError, UsageError
from coldwater.files import write_file
from coldwater.project.search import BASELINE_FILE
from coldwater.records import NamedTuple
from coldwater.report import FOR_PLATFORMS, WITH_FIXES, Reporter
from coldwater.report.counts import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.findings import Finding
    from coldwater.project.baseline import Baseline
    from coldwater.project.settings import Settings
    from coldwater.rules.lookups import Counts

    #: The path of a map, its text where something was found in it, and the findings; or why it could not be checked.
    #: Of a map its path, its text if there are findings, these, how many of them can be mended safely, and what came of
    #: its quotes and fingerprints.
    Outcome = tuple[str, str, Sequence[Finding], int, Counts | None] | ColdwaterError

#: From how many maps on they are shared out among processes, unless ``--jobs`` says so.
MANY = 400


class CheckOptions(NamedTuple):
    """What the command line asks of a check, beside paths. None, like what is empty, leaves it to the settings."""

    output_format: str = "full"
    output: str | None = None
    texts: Mapping[str, str] | None = None
    stdin_name: str = STDIN_NAME
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    config: str | None = None
    error_on: str | None = None
    exit_zero: bool = False
    baseline: str | None = None
    no_baseline: bool = False
    write_baseline: bool = False
    jobs: int | None = None


def run_check(  # noqa: PLR0913 - one parameter for each option
    maps: Sequence[str],
    output: str | None,
    source_text: Sequence[str],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    **given: Any,
) -> int:
    """Check maps, or mend them, or show what that would change; ``given``: further fields of CheckOptions."""
    if unsafe_fixes and not (fix or diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    options = CheckOptions(output=None if output == "-" else output, texts=_texts(source_text), **given)
    if not (fix or diff):
        return check_maps(maps, options)
    from coldwater.cli.fix import run_fix, run_fix_diff  # noqa: PLC0415 - seldom asked for

    return (run_fix_diff if diff else run_fix)(maps, options, unsafe_fixes)


def _texts(words: Sequence[str]) -> dict[str, str]:
    if not words:
        return {}
    from coldwater.cli.source_texts import read_source_texts  # noqa: PLC0415 - seldom asked for

    return read_source_texts(words)


def check_maps(paths: Sequence[str], options: CheckOptions | None = None) -> int:
    """Check maps and print the findings as they come; ``-`` reads stdin, and no path stands for the project's maps.

    A map that cannot be read is named on stderr and the others are checked all the same; the exit code is 2 then.
    """
    given = options or CheckOptions()
    settings = settings_for(given.config, given.select, given.ignore)
    files, lookalikes = api.look_for_maps(paths or paths_of_maps(settings), settings)
    if lookalikes:
        say_what_looks_so(lookalikes)
    outcomes = _outcomes(files, given, settings)
    if given.write_baseline:
        from coldwater.cli.baseline import write_baseline  # noqa: PLC0415 - seldom asked for

        return write_baseline(outcomes, given.baseline, settings)
    return _report(outcomes, given, settings, lookalikes, files[0] if files and files[0] != "-" else given.stdin_name)


def check_one(
    path: str,
    texts: Mapping[str, str] | None = None,
    stdin_name: str = STDIN_NAME,
    settings: Settings | None = None,
    with_fixes: bool = False,
) -> api.Checked:
    """Check a file, or stdin for ``-``."""
    if path == "-":
        return api.check_bytes(stdin_name, sys.stdin.buffer.read(), texts, settings, with_fixes=with_fixes)
    return api.check_file(path, texts, settings, with_fixes)


def _report(
    outcomes: Iterable[Outcome],
    given: CheckOptions,
    settings: Settings | None,
    lookalikes: Sequence[str],
    first: str,
) -> int:
    """Print what is found, and give the exit code. Where no map could be read, nothing is printed.

    Files that look like maps and were not looked at keep the check from being clean.
    """
    error_on = given.error_on or (settings.error_on if settings is not None else "error")
    writing = _Writing(given, error_on, first)
    baseline = _baseline(given, settings)
    failed, fixes = False, 0
    for outcome in outcomes:
        if isinstance(outcome, ColdwaterError):
            say_error(outcome)
            writing.note(str(outcome))
            failed = True
            continue
        path, text, findings, mendable, counts = outcome
        fixes += mendable
        writing.count(counts)
        writing.add(path, text, findings if baseline is None else baseline.new_ones(path, findings))
    if baseline is not None:
        from coldwater.cli.baseline import idle_entries  # noqa: PLC0415 - only where there is a baseline

        writing.add_remarks(baseline, idle_entries(baseline, settings))
    if lookalikes:
        writing.skip(lookalikes)
    writing.end()
    if fixes and given.output_format == "full":
        from coldwater.report.counts import plural  # noqa: PLC0415 - seldom needed

        say(f"{plural(fixes, 'finding')} can be mended: --diff shows how, --fix does it")
    if failed:
        return EXIT_FAILED
    return EXIT_FINDINGS if (writing.is_severe or lookalikes) and not given.exit_zero else EXIT_CLEAN


class _Writing:
    """Writes a report to stdout as it comes, or to a file at the end; remembers whether anything severe was in it."""

    def __init__(self, given: CheckOptions, error_on: str, first: str) -> None:
        """Take what is asked for; paths for platforms start from the repository of the first map."""
        self.is_severe = False
        self._severe = SEVERITIES[: SEVERITIES.index(error_on) + 1]
        self._target = given.output
        self._parts: list[str] = []
        self._write: Callable[[str], object] = sys.stdout.write if given.output is None else self._parts.append
        self._root = None
        if given.output_format in FOR_PLATFORMS:
            from coldwater.cli.platforms import root_for_platforms  # noqa: PLC0415 - people want paths from here

            self._root = root_for_platforms(first)
        colour = given.output is None and wants_colour(sys.stdout)
        tool = None
        if given.output_format == "sarif":
            from coldwater.cli.platforms import this_tool  # noqa: PLC0415 - no other format says so much

            tool = this_tool(self._root or os.getcwd())
        width = width_of(sys.stdout) if given.output is None else None
        self._reporter = Reporter(given.output_format, colour, error_on, tool, width)

    def add(self, path: str, text: str, findings: Sequence[Finding]) -> None:
        """Take the findings of a map."""
        if not self.is_severe:
            self.is_severe = any(finding.severity in self._severe for finding in findings)
        if self._root is not None:
            from coldwater.cli.platforms import from_root  # noqa: PLC0415

            path, findings = from_root(self._root, path, findings)
        if part := self._reporter.add(path, text, findings):
            self._write(part)

    def count(self, counts: Counts | None) -> None:
        """Take what came of the quotes and fingerprints of a map."""
        if counts is not None:
            self._reporter.tally.look_up(*counts)

    def note(self, failure: str) -> None:
        """Take why a map could not be checked, for the formats that have a place for it."""
        self._reporter.tally.failures.append(failure)

    def skip(self, lookalikes: Sequence[str]) -> None:
        """Take the files that look like maps and were not looked at."""
        from coldwater.project.lookalikes import passed_over  # noqa: PLC0415 - seldom needed

        skipped = {path: passed_over(path) for path in lookalikes}
        if self._root is not None:
            from coldwater.cli.platforms import from_root  # noqa: PLC0415

            skipped = {from_root(self._root, path, ())[0]: said for path, said in skipped.items()}
        self._reporter.tally.skipped = skipped

    def add_remarks(self, baseline: Baseline, findings: Sequence[Finding]) -> None:
        """Take the findings about a baseline itself, which is no map, and how many it held back."""
        tally = self._reporter.tally
        tally.held_back = baseline.held_back
        if findings and tally.files:
            self.add(baseline.path, baseline.text, findings)
            tally.files.pop()

    def end(self) -> None:
        """Write what remains; nothing at all if no map was checked."""
        tally = self._reporter.tally
        if not tally.files:
            return
        self._write(self._reporter.end())
        if self._target is not None:
            write_file(self._target, "".join(self._parts).encode("utf-8", "backslashreplace"))
            from coldwater.printable import printable  # noqa: PLC0415 - what goes to stdout needs no word on stderr

            say(f"{tally.summary()} ({printable(self._target)})")


def _outcomes(files: Sequence[str], given: CheckOptions, settings: Settings | None) -> Iterable[Outcome]:
    """Check maps, in this process or in several, and give what came of each in order."""
    alone = _one_by_one(files, given, settings)
    if len(files) < MANY and ((given.jobs or 1) == 1 or len(files) == 1):
        return alone
    from coldwater.cli.many import checked_by_many, processors, with_progress  # noqa: PLC0415 - a few need no pool

    jobs = given.jobs or processors()
    is_shared = jobs > 1 and len(files) > 1 and "-" not in files
    outcomes = checked_by_many(files, given, settings, jobs) if is_shared else alone
    return with_progress(outcomes, len(files), _speaks, ("checked", "maps"))


def _speaks(outcome: Outcome) -> bool:
    """Tell whether something will be printed of a map."""
    return isinstance(outcome, ColdwaterError) or bool(outcome[2])


def _one_by_one(files: Sequence[str], given: CheckOptions, settings: Settings | None) -> Iterator[Outcome]:
    for path in files:
        yield outcome_of(path, given, settings)


def outcome_of(path: str, given: CheckOptions, settings: Settings | None) -> Outcome:
    """Check a file and give what a report needs of it, which is little and can be sent to another process."""
    try:
        checked = check_one(path, given.texts, given.stdin_name, settings, given.output_format in WITH_FIXES)
    except ColdwaterError as error:
        return error
    text = checked.text if checked.findings else ""
    return checked.path, text, checked.findings, checked.mendable, checked.counts


def _baseline(given: CheckOptions, settings: Settings | None) -> Baseline | None:
    is_named = given.baseline is not None or (settings is not None and settings.baseline is not None)
    if given.no_baseline or not (is_named or os.path.exists(os.path.join(project_root(settings), BASELINE_FILE))):
        return None
    from coldwater.cli.baseline import find_baseline  # noqa: PLC0415 - most projects have none

    return find_baseline(given.baseline, settings)
