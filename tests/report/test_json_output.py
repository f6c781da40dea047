"""Findings as JSON: one object in the shape that scripts rely on."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from coldwater.findings import Finding
from coldwater.report import report

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
        '      "message": "It reaches nothing."\n'
        "    },\n"
        "    {\n"
        '      "rule": "CW206",\n'
        '      "name": "one-sided",\n'
        '      "severity": "info",\n'
        '      "path": "b.json",\n'
        '      "line": 1,\n'
        '      "column": 1,\n'
        '      "id": null,\n'
        '      "message": "Nothing attacks it."\n'
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
