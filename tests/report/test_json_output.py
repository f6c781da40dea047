"""Findings as JSON: one object in the shape that scripts rely on."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from coldwater.addresses import HOME, rule_page
from coldwater.findings import Finding, Place, TextEdit, TextFix
from coldwater.report import report
from coldwater.rules import RULES

FOUND = [
    Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 7, 8, "noise", "It reaches nothing."),
    Finding("CW206", "one-sided", "info", "b.json", 1, 1, 1, 1, None, "Nothing attacks it."),
]


def test_the_shape_is_the_promised_one_to_the_letter() -> None:
    assert report(FOUND, "json", {}, 2) == (
        "{\n"
        '  "version": 1,\n'
        '  "findings": [\n'
        "    {\n"
        '      "rule": "CW103",\n'
        '      "name": "orphan-premise",\n'
        '      "severity": "error",\n'
        '      "path": "maps/a.argmap.yaml",\n'
        '      "line": 7,\n'
        '      "column": 3,\n'
        '      "id": "noise",\n'
        '      "message": "It reaches nothing.",\n'
        '      "endLine": 7,\n'
        '      "endColumn": 8,\n'
        '      "url": "https://github.com/OWNER/coldwater/blob/main/docs/rules.md#cw103-orphan-premise"\n'
        "    },\n"
        "    {\n"
        '      "rule": "CW206",\n'
        '      "name": "one-sided",\n'
        '      "severity": "info",\n'
        '      "path": "b.json",\n'
        '      "line": 1,\n'
        '      "column": 1,\n'
        '      "id": null,\n'
        '      "message": "Nothing attacks it.",\n'
        '      "endLine": 1,\n'
        '      "endColumn": 1,\n'
        '      "url": "https://github.com/OWNER/coldwater/blob/main/docs/rules.md#cw206-one-sided"\n'
        "    }\n"
        "  ],\n"
        '  "summary": {\n'
        '    "files": 2,\n'
        '    "errors": 1,\n'
        '    "warnings": 0,\n'
        '    "infos": 1\n'
        "  }\n"
        "}\n"
    )


def test_a_fix_is_edits_with_their_places() -> None:
    edits = (TextEdit(Place(6, 17, 6, 37), "é"), TextEdit(Place(8, 1, 9, 1), ""))
    fixed = FOUND[0]._replace(fix=TextFix("it is gone", edits, is_safe=False))
    [finding, other] = json.loads(report([fixed, FOUND[1]], "json", {}, 2))["findings"]
    assert finding["fix"] == {
        "safe": False,
        "message": "it is gone",
        "edits": [
            {"start": {"line": 6, "column": 17}, "end": {"line": 6, "column": 37}, "text": "é"},
            {"start": {"line": 8, "column": 1}, "end": {"line": 9, "column": 1}, "text": ""},
        ],
    }
    assert "fix" not in other
    assert json.loads(report([fixed], "jsonl", {}, 1)) == finding


def test_the_address_of_every_rule_leads_to_its_section() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    headings = {line[4:].lower().replace(" ", "-") for line in manual.splitlines() if line.startswith("### ")}
    for rule in RULES:
        file, _, anchor = rule_page(rule.CODE, rule.NAME).removeprefix(f"{HOME}/blob/main/").partition("#")
        assert (file, anchor in headings) == ("docs/rules.md", True)


def test_the_account_has_no_name_yet_here_as_in_the_manual() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
    assert f"repo: {HOME}\n" in page


def test_without_findings_the_list_is_empty() -> None:
    summary = {"files": 3, "errors": 0, "warnings": 0, "infos": 0}
    assert json.loads(report([], "json", {}, 3)) == {"version": 1, "findings": [], "summary": summary}


@given(st.text())
@example("\x7f \x9b31m \u202e \ud800")
def test_every_text_comes_back_and_nothing_is_written_raw(text: str) -> None:
    shown = report([FOUND[0]._replace(message=text, path=text, id=text)], "json", {}, 1)
    assert shown.isascii()
    assert all(character.isprintable() or character == "\n" for character in shown)
    (finding,) = json.loads(shown)["findings"]
    assert finding["message"] == finding["path"] == finding["id"] == text
