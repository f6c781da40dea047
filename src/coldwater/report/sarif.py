"""Findings as SARIF 2.1.0 (OASIS, errata 01), the format that code scanning takes; within GitHub's limits.

Paths are relative to the root of the repository, with forward slashes. Columns count characters.
"""

from __future__ import annotations

import json
import os

from coldwater.addresses import rule_page
from coldwater.findings import Place
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.report.counts import SEVERITIES
from coldwater.report.fingerprints import fingerprints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.findings import Finding, TextFix

#: Results that GitHub takes in one run; with more it refuses the whole file. Of these it shows the first 5,000.
MOST_RESULTS = 25_000
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"
#: What stands as it is in an address (RFC 3986, section 2.3), and the slash between folders.
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


class RulePage(NamedTuple):
    """What a rule's docstring says, for those who read a finding far from a terminal: as text, and as Markdown."""

    code: str
    name: str
    severity: str
    summary: str
    why: str
    text: str
    markdown: str


class Tool(NamedTuple):
    """Who says it: the version, the pages of its rules, and the folder from which paths are given, if there is one."""

    version: str
    rules: Sequence[RulePage] = ()
    root: str | None = None


def as_sarif(
    findings: Sequence[Finding], tool: Tool, failures: Sequence[str] = (), skipped: Mapping[str, str] | None = None
) -> str:
    """Give a log with one run; what could not be checked, or was not looked at, stands among the notifications.

    Of more than MOST_RESULTS findings the least severe are left out, and a notification says so.
    """
    marked = list(zip(findings, fingerprints(findings), strict=True))
    left_out = len(marked) - MOST_RESULTS
    if left_out > 0:
        marked = sorted(marked, key=lambda pair: SEVERITIES.index(pair[0].severity))[:MOST_RESULTS]
    indexes = {rule.code: number for number, rule in enumerate(tool.rules)}
    run: dict[str, Any] = {
        "tool": {"driver": _driver(tool)},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(left_out, failures, skipped or {})],
        "results": [_result(finding, mark, indexes) for finding, mark in marked],
    }
    if tool.root is not None:
        run["originalUriBaseIds"] = {_ROOT: {"uri": _address(tool.root.rstrip(os.sep) + os.sep)}}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(tool: Tool) -> dict[str, Any]:
    return {
        "name": "coldwater",
        "version": tool.version,
        "semanticVersion": tool.version,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.why},
                "help": {"text": rule.text, "markdown": rule.markdown},
                "helpUri": rule_page(rule.code, rule.name),
                "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            }
            for rule in tool.rules
        ],
    }


def _invocation(left_out: int, failures: Sequence[str], skipped: Mapping[str, str]) -> dict[str, Any]:
    notes = [{"level": "error", "message": {"text": _said(failure)}} for failure in failures]
    notes += [{"level": "warning", "message": {"text": _said(f"{path}: {said}")}} for path, said in skipped.items()]
    if left_out > 0:
        said = f"{left_out:,} findings are left out: code scanning takes no more than {MOST_RESULTS:,}"
        notes.append({"level": "warning", "message": {"text": said}})
    invocation: dict[str, Any] = {"executionSuccessful": not failures}
    return {**invocation, "toolExecutionNotifications": notes} if notes else invocation


def _result(finding: Finding, fingerprint: str, indexes: Mapping[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(finding.path),
            "region": _region(Place(finding.line, finding.column, finding.end_line, finding.end_column)),
        }
    }
    if finding.id is not None:
        location["logicalLocations"] = [{"name": printable(finding.id)}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _said(finding.message)},
        "locations": [location],
        "partialFingerprints": {"coldwaterFingerprint/v1": fingerprint},
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if finding.fix is not None:
        result["fixes"] = [_fix(finding.path, finding.fix)]
    return result


def _fix(path: str, fix: TextFix) -> dict[str, Any]:
    """Give a fix; SARIF has no word for one that is not safe, so that stands in what it says and in its properties."""
    doubt = "" if fix.is_safe else " (this may not be what you meant)"
    return {
        "description": {"text": _said(fix.message + doubt)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(path),
                "replacements": [
                    {"deletedRegion": _region(place), "insertedContent": {"text": text}} for place, text in fix.edits
                ],
            }
        ],
        "properties": {"safe": fix.is_safe},
    }


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    """Give the address of a file: relative to the root, or whole for one that lies elsewhere."""
    return {"uri": _address(path)} if os.path.isabs(path) else {"uri": _written(path), "uriBaseId": _ROOT}


def _address(path: str) -> str:
    """Give the address of a file or folder by its whole path."""
    written = _written(path)
    return "file://" + ("" if written.startswith("/") else "/") + written


def _written(path: str) -> str:
    # urllib's quote does the same, and costs more to load than all else that this report needs.
    return "".join(
        chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in _as_bytes(path.replace(os.sep, "/"))
    )


def _said(message: str) -> str:
    """Give a message in which nothing is a link: SARIF reads ``[words](target)`` as one."""
    return printable(message).replace("](", "] (")


def _as_bytes(path: str) -> bytes:
    """Give a path as the system has it; of a name that no file can have, what can be written of it."""
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
