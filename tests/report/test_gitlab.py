"""Code Quality reports of GitLab: the fields that its documentation asks for, and no fingerprint twice."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from coldwater.findings import Finding, Place, TextEdit, TextFix
from coldwater.report import report
from strategies import findings

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 9, 8, "noise", "It reaches nothing.")
#: As GitLab's page on code quality describes an entry; no schema is published.
ENTRY = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "minLength": 1},
        "content": {"type": "object", "properties": {"body": {"type": "string"}}},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "not": {"pattern": "^\\./"}},
                "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
            },
        },
    },
}


def test_an_entry_says_what_and_where() -> None:
    [entry] = json.loads(report([FOUND], "gitlab", {}, 1))
    assert entry["description"] == "CW103 orphan-premise: It reaches nothing."
    assert entry["check_name"] == "CW103"
    assert entry["severity"] == "major"
    assert entry["location"] == {"path": "maps/a.argmap.yaml", "lines": {"begin": 7, "end": 9}}
    page = "https://github.com/OWNER/coldwater/blob/main/docs/rules.md#cw103-orphan-premise"
    assert entry["content"]["body"] == f"[CW103 orphan-premise]({page})"


def test_what_would_mend_it_is_said_in_words() -> None:
    fix = TextFix("`a` is <b>now</b> `b`", (TextEdit(Place(7, 1, 7, 2), "b"),))
    [entry] = json.loads(report([FOUND._replace(fix=fix)], "gitlab", {}, 1))
    body = entry["content"]["body"]
    assert body.startswith("Fix: `a` is &lt;b>now&lt;/b> `b`. [CW103 ")


def test_without_findings_there_is_an_empty_list() -> None:
    assert report([], "gitlab", {}, 3) == "[]\n"


@given(st.lists(findings(), max_size=10))
def test_entries_are_complete_and_told_apart(found: list[Finding]) -> None:
    entries = json.loads(report([*found, *found], "gitlab", {}, 1))
    for entry in entries:
        Draft7Validator(ENTRY).validate(entry)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 2 * len(found)
