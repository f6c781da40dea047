"""Findings as JUnit XML, which most CI servers show as test results: a suite for each map, a case for each finding."""

from __future__ import annotations

from coldwater.printable import printable
from coldwater.report.counts import SEVERITIES
from coldwater.report.plain import finding_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.findings import Finding
    from coldwater.report.counts import Tally


def as_junit(findings: Sequence[Finding], tally: Tally, fails_on: str = "error") -> str:
    """Give a suite for each file checked, in order; a file without findings has one case, which passes.

    A finding as severe as ``fails_on`` is a failure; a milder one is a case that passes and says it in its output. What
    could not be checked, or was not looked at, is an error. There are no times and no host: the same findings give the
    same bytes.
    """
    failing = SEVERITIES[: SEVERITIES.index(fails_on) + 1]
    by_path: dict[str, list[Finding]] = {path: [] for path in tally.files}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    suites = [line for path, found in by_path.items() for line in _suite(path, found, failing)]
    unchecked = [*tally.failures, *(f"{path}: {said}" for path, said in tally.skipped.items())]
    suites += _unchecked(unchecked)
    errors = len(unchecked)
    tests = sum(max(1, len(found)) for found in by_path.values()) + errors
    failures = sum(finding.severity in failing for finding in findings)
    head = f'<testsuites name="coldwater check" tests="{tests}" failures="{failures}" errors="{errors}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


def _suite(path: str, findings: Sequence[Finding], failing: Sequence[str]) -> Iterator[str]:
    name = _escaped(path)
    failures = sum(finding.severity in failing for finding in findings)
    yield f'  <testsuite name="{name}" tests="{max(1, len(findings))}" failures="{failures}" errors="0">'
    if not findings:
        yield f'    <testcase classname="{name}" name="no findings"/>'
    seen: dict[str, int] = {}
    for finding in findings:
        case = f"{finding.rule} {finding.name}" + (f": {finding.id}" if finding.id is not None else "")
        seen[case] = seen.get(case, 0) + 1
        if seen[case] > 1:
            case = f"{case} ({seen[case]})"
        yield f'    <testcase classname="{name}" name="{_escaped(case)}">'
        yield "      " + _outcome(finding, failing)
        yield "    </testcase>"
    yield "  </testsuite>"


def _unchecked(failures: Sequence[str]) -> Iterator[str]:
    """Give a suite of what could not be checked, if anything."""
    if failures:
        yield f'  <testsuite name="not checked" tests="{len(failures)}" failures="0" errors="{len(failures)}">'
        for number, failure in enumerate(failures, 1):
            yield f'    <testcase classname="not checked" name="{number}">'
            yield f'      <error message="{_escaped(failure)}" type="not checked"/>'
            yield "    </testcase>"
        yield "  </testsuite>"


def _outcome(finding: Finding, failing: Sequence[str]) -> str:
    said = _escaped(finding_line(finding))
    if finding.severity not in failing:
        return f"<system-out>{said}</system-out>"
    kind = _escaped(f"{finding.rule} {finding.name}")
    return f'<failure message="{_escaped(finding.message)}" type="{kind}">{said}</failure>'


def _escaped(text: str) -> str:
    """Give a text for XML, in an attribute or between tags, without the characters that XML forbids."""
    shown = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace('"', "&quot;")
