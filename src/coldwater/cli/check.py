"""``coldwater check``: findings on stdout, exit code 1 if one of them is an error."""

from __future__ import annotations

import sys

from coldwater import api
from coldwater.cli import EXIT_CLEAN, EXIT_FINDINGS
from coldwater.cli.output import wants_colour
from coldwater.report import report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What ``-`` is called in findings, and how stdin is spelt unless ``--stdin-name`` says so.
STDIN_NAME = "stdin.argmap.yaml"


def run_check(
    paths: Sequence[str],
    output_format: str = "full",
    texts: Mapping[str, str] | None = None,
    stdin_name: str = STDIN_NAME,
) -> int:
    """Check maps and print the findings; ``-`` reads stdin."""
    checked = [check_one(path, texts, stdin_name) for path in api.find_maps(paths)]
    findings = [finding for one in checked for finding in one.findings]
    shown = {one.path: one.text for one in checked if one.findings}
    sys.stdout.write(report(findings, output_format, shown, len(checked), wants_colour(sys.stdout)))
    if output_format == "full":
        _say_what_can_be_mended(checked)
    return EXIT_FINDINGS if any(one.errors for one in checked) else EXIT_CLEAN


def check_one(path: str, texts: Mapping[str, str] | None = None, stdin_name: str = STDIN_NAME) -> api.Checked:
    """Check a file, or stdin for ``-``."""
    if path == "-":
        return api.check_bytes(stdin_name, sys.stdin.buffer.read(), texts)
    return api.check_file(path, texts)


def _say_what_can_be_mended(checked: Sequence[api.Checked]) -> None:
    """Say on stderr how many findings --fix would mend, if any."""
    safe = sum(len(one.fixes) for one in checked)
    if safe:
        from coldwater.report.counts import plural  # noqa: PLC0415

        sys.stderr.write(f"{plural(safe, 'finding')} can be mended: --diff shows how, --fix does it\n")
