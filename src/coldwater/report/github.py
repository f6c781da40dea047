"""Findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request.

GitHub shows ten annotations of each kind for a step; nothing is left out here, so that the log holds all.
"""

from __future__ import annotations

from coldwater.printable import printable
from coldwater.report.plain import where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.findings import Finding

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_command(finding: Finding) -> str:
    """Give a finding as one command on a line of its own.

    The message begins with the place, which the log would not show otherwise. Of a place over several lines only the
    first is named: GitHub would put the annotation below the last, and takes columns within one line only.
    """
    properties = {"file": finding.path, "line": str(finding.line)}
    if finding.line == finding.end_line:
        properties["col"] = str(finding.column)
        properties["endColumn"] = str(max(finding.column, finding.end_column - 1))
    properties["title"] = f"{finding.rule} {finding.name}"
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{where(finding)}: {finding.rule} {printable(finding.message)}"
    return f"::{_KINDS[finding.severity]} {given}::{_data(message)}\n"


def as_warning(path: str, message: str) -> str:
    """Give a word about a file as a whole, as a command on a line of its own."""
    return f"::warning file={_property(path)}::{_data(printable(f'{path}: {message}'))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
