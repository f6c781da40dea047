"""Findings as a Code Quality report of GitLab: what its merge requests compare before and after."""

from __future__ import annotations

import json

from coldwater.addresses import rule_page
from coldwater.markdown import escaped_prose
from coldwater.printable import printable
from coldwater.report.fingerprints import fingerprints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def as_gitlab(findings: Sequence[Finding]) -> str:
    """Give a JSON array with an object for each finding; an empty one says that there are none. ASCII only."""
    entries = [_entry(finding, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)]
    return json.dumps(entries, indent=2) + "\n"


def _entry(finding: Finding, fingerprint: str) -> dict[str, object]:
    entry: dict[str, object] = {
        "description": f"{finding.rule} {finding.name}: {printable(finding.message)}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.line, "end": finding.end_line}},
        "content": {"body": _more(finding)},
    }
    return entry


def _more(finding: Finding) -> str:
    """Say in Markdown what more there is to say: what mends it, for which the format has no field, and its page."""
    parts = [] if finding.fix is None else [f"Fix: {escaped_prose(finding.fix.message)}."]
    return " ".join([*parts, f"[{finding.rule} {finding.name}]({rule_page(finding.rule, finding.name)})"])
