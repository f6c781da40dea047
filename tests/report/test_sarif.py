"""SARIF that the published schema accepts, with all that code scanning shows, within its limits."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from coldwater.addresses import rule_page
from coldwater.cli.platforms import this_tool
from coldwater.findings import Finding, Place, TextEdit, TextFix
from coldwater.report.sarif import MOST_RESULTS, as_sarif
from coldwater.rules import RULES
from strategies import findings
from work import examples

from .official import sarif_schema

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 7, 8, "noise", "It reaches nothing.")
paths = st.lists(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=8), min_size=1
).map("/".join)


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(sarif_schema())


def run_of(*found: Finding) -> Any:
    document = json.loads(as_sarif(found, this_tool()))
    assert document["version"] == "2.1.0"
    [run] = document["runs"]
    return run


@settings(max_examples=examples(25))
@given(st.lists(findings(paths), max_size=5))
@example([])
@example([FOUND._replace(path="/outside/a.argmap.yaml", id=None)])
def test_the_published_schema_accepts_it(validator: Draft4Validator, found: list[Finding]) -> None:
    assert list(validator.iter_errors(json.loads(as_sarif(found, this_tool())))) == []


def test_the_schema_would_refuse_a_mistake(validator: Draft4Validator) -> None:
    document = json.loads(as_sarif([FOUND], this_tool()))
    document["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(document)


def test_a_result_says_all_that_code_scanning_shows() -> None:
    run = run_of(FOUND)
    [result] = run["results"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (result["ruleId"], rule["id"], rule["name"]) == ("CW103", "CW103", "orphan-premise")
    assert (result["level"], result["message"]["text"]) == ("error", "It reaches nothing.")
    [location] = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "maps/a.argmap.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 8},
    }
    assert location["logicalLocations"] == [{"name": "noise"}]
    assert list(result["partialFingerprints"]) == ["coldwaterFingerprint/v1"]


def test_every_rule_comes_with_its_page() -> None:
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.CODE for rule in RULES]
    for rule in rules:
        assert rule["shortDescription"]["text"] == rule["shortDescription"]["text"].strip() != ""
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert "```yaml" in rule["help"]["markdown"]
        assert rule["fullDescription"]["text"]
        assert rule["helpUri"] == rule_page(rule["id"], rule["name"])
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


def address_of(path: str) -> dict[str, str]:
    place = run_of(FOUND._replace(path=path))["results"][0]["locations"][0]["physicalLocation"]
    address: dict[str, str] = place["artifactLocation"]
    return address


def test_a_fix_says_what_goes_and_what_comes() -> None:
    edits = (TextEdit(Place(6, 17, 6, 37), ""), TextEdit(Place(8, 1, 8, 1), "é\r\n"))
    for is_safe, said in ((True, "see `a` ] (b)"), (False, "see `a` ] (b) (this may not be what you meant)")):
        run = run_of(FOUND._replace(fix=TextFix("see `a` ](b)", edits, is_safe)))
        [fix] = run["results"][0]["fixes"]
        assert (fix["description"]["text"], fix["properties"]) == (said, {"safe": is_safe})
        [change] = fix["artifactChanges"]
        assert change["artifactLocation"] == {"uri": "maps/a.argmap.yaml", "uriBaseId": "%SRCROOT%"}
        assert change["replacements"] == [
            {
                "deletedRegion": {"startLine": 6, "startColumn": 17, "endLine": 6, "endColumn": 37},
                "insertedContent": {"text": ""},
            },
            {
                "deletedRegion": {"startLine": 8, "startColumn": 1, "endLine": 8, "endColumn": 1},
                "insertedContent": {"text": "é\r\n"},
            },
        ]
        assert run["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_a_name_that_no_file_can_have_has_an_address_all_the_same() -> None:
    assert address_of("a/\ud800.yaml")["uri"] == "a/%3F.yaml"


@given(paths)
@example("100% ours/ä b.yaml")
@example("a:b/c?d#e.yaml")
def test_a_path_comes_back_from_its_address(path: str) -> None:
    address = address_of(path)
    assert address["uri"].isascii()
    assert not set(address["uri"]) & set(' :?#"<>\\')
    assert unquote(address["uri"]) == path


def test_a_path_outside_the_repository_is_given_whole() -> None:
    address = run_of(FOUND._replace(path="/srv/a b.yaml"))["results"][0]["locations"][0]["physicalLocation"]
    assert address["artifactLocation"] == {"uri": "file:///srv/a%20b.yaml"}


def test_no_message_holds_a_link() -> None:
    [result] = run_of(FOUND._replace(message="see [this](https://evil.example) and [that](1)"))["results"]
    assert "](" not in result["message"]["text"]


def test_what_could_not_be_checked_is_told(validator: Draft4Validator) -> None:
    document = json.loads(as_sarif([FOUND], this_tool(), ["b.yaml: there is no such file"]))
    assert list(validator.iter_errors(document)) == []
    [invocation] = document["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "b.yaml: there is no such file"
    assert run_of(FOUND)["invocations"] == [{"executionSuccessful": True}]


def test_of_very_many_findings_the_mildest_are_left_out_and_counted() -> None:
    many = [FOUND._replace(severity="info")] * MOST_RESULTS + [FOUND] * 10
    run = run_of(*many)
    assert len(run["results"]) == MOST_RESULTS
    assert [result["level"] for result in run["results"][:11]] == ["error"] * 10 + ["note"]
    [note] = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("10 findings are left out")


def test_it_says_where_paths_start() -> None:
    document = json.loads(as_sarif([FOUND], this_tool("/home/a b")))
    assert document["runs"][0]["originalUriBaseIds"] == {"%SRCROOT%": {"uri": "file:///home/a%20b/"}}


def test_the_schema_takes_where_paths_start(validator: Draft4Validator) -> None:
    assert list(validator.iter_errors(json.loads(as_sarif([FOUND], this_tool("/home/a b"))))) == []
