"""Findings as a Code Quality report of GitLab: what its merge requests compare before and after."""

from __future__ import annotations

import json

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
    return {
        "description": f"{finding.rule} {finding.name}: {printable(finding.message)}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.line, "end": finding.end_line}},
    }
