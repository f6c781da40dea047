"""Findings as one JSON object, version 1: the form that scripts may rely on."""

from __future__ import annotations

import json

from coldwater.report.counts import count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding


def as_json(findings: Sequence[Finding], files: int) -> str:
    """Give ``{"version": 1, "findings": […], "summary": {…}}``; ASCII only, so that any terminal takes it."""
    counts = count(findings)
    data = {
        "version": 1,
        "findings": [_as_data(finding) for finding in findings],
        "summary": {
            "files": files,
            "errors": counts["error"],
            "warnings": counts["warning"],
            "infos": counts["info"],
        },
    }
    return json.dumps(data, indent=2) + "\n"


def _as_data(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "id": finding.id,
        "message": finding.message,
    }
