"""Findings as one JSON object, version 1, or one object a line: the forms that scripts may rely on."""

from __future__ import annotations

import json

from coldwater.addresses import rule_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.findings import Finding, TextFix
    from coldwater.report.counts import Tally


def as_json(findings: Sequence[Finding], tally: Tally) -> str:
    """Give ``{"version": 1, "findings": […], "summary": {…}}``; ASCII only, so that any terminal takes it.

    The summary also says, where there is a baseline, how many findings it holds back; where there are quotes or
    fingerprints, what came of them; where files look like maps and were not looked at, which (``skipped``).
    """
    summary: dict[str, object] = {
        "files": len(tally.files),
        "errors": tally.counts["error"],
        "warnings": tally.counts["warning"],
        "infos": tally.counts["info"],
    }
    if tally.held_back is not None:
        summary["held_back"] = tally.held_back
    if tally.citations is not None:
        summary["citations"] = tally.citations.as_data()
    if tally.skipped:
        summary["skipped"] = list(tally.skipped)
    data = {"version": 1, "findings": [_as_data(finding) for finding in findings], "summary": summary}
    return json.dumps(data, indent=2) + "\n"


def as_line(finding: Finding) -> str:
    """Give a finding as an object of JSON on a line of its own: JSON Lines, for reading while more is found."""
    return json.dumps(_as_data(finding)) + "\n"


def _as_data(finding: Finding) -> dict[str, object]:
    data: dict[str, object] = {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "id": finding.id,
        "message": finding.message,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "url": rule_page(finding.rule, finding.name),
    }
    if finding.fix is not None:
        data["fix"] = _fix_as_data(finding.fix)
    return data


def _fix_as_data(fix: TextFix) -> dict[str, object]:
    edits = [
        {
            "start": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
            "text": text,
        }
        for place, text in fix.edits
    ]
    return {"safe": fix.is_safe, "message": fix.message, "edits": edits}
