"""JUnit XML that the schema of Jenkins accepts: a suite for each map, a case for each finding."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.findings import Finding
from coldwater.printable import printable
from coldwater.report.counts import Tally
from coldwater.report.junit import as_junit
from strategies import findings
from work import examples

from .official import junit_schema

FOUND = Finding("CW103", "orphan-premise", "error", "maps/a.argmap.yaml", 7, 3, 9, 8, "noise", 'It <&> "reaches" ]]>.')


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(junit_schema()))


def written(found: list[Finding], clean: tuple[str, ...] = (), fails_on: str = "error") -> str:
    tally = Tally()
    for path in (*clean, *dict.fromkeys(finding.path for finding in found)):
        tally.add(path, [finding for finding in found if finding.path == path])
    return as_junit(found, tally, fails_on)


def tree(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own text


@settings(max_examples=examples(25))
@given(st.lists(findings(), max_size=6), st.sampled_from(["error", "warning", "info"]))
def test_the_schema_of_jenkins_accepts_it(schema: xmlschema.XMLSchema, found: list[Finding], fails_on: str) -> None:
    schema.validate(written(found, ("clean.argmap.yaml",), fails_on))


def test_the_schema_would_refuse_a_mistake(schema: xmlschema.XMLSchema) -> None:
    assert not schema.is_valid(written([FOUND]).replace("<failure", "<flaw").replace("</failure", "</flaw"))


def test_a_map_is_a_suite_and_a_clean_one_passes() -> None:
    root = tree(written([FOUND], ("clean.argmap.yaml",)))
    assert root.attrib == {"name": "coldwater check", "tests": "2", "failures": "1", "errors": "0"}
    clean, flawed = root
    assert (clean.get("name"), clean.get("failures")) == ("clean.argmap.yaml", "0")
    assert [case.get("name") for case in clean] == ["no findings"]
    [case] = flawed
    assert (case.get("classname"), case.get("name")) == ("maps/a.argmap.yaml", "CW103 orphan-premise: noise")
    [failure] = case
    assert failure.get("message") == 'It <&> "reaches" ]]>.'
    assert failure.text == 'maps/a.argmap.yaml:7:3: error: CW103 orphan-premise: It <&> "reaches" ]]>.'


@pytest.mark.parametrize(("fails_on", "failures"), [("error", 1), ("warning", 2), ("info", 3)])
def test_what_fails_the_check_is_a_failure_and_milder_findings_pass(fails_on: str, failures: int) -> None:
    found = [FOUND._replace(severity=severity) for severity in ("error", "warning", "info")]
    text = written(found, fails_on=fails_on)
    assert tree(text).get("failures") == str(failures)
    assert text.count("<system-out>") == 3 - failures
    names = [case.get("name") for case in tree(text)[0]]
    assert len(set(names)) == 3


def test_what_could_not_be_checked_is_an_error(schema: xmlschema.XMLSchema) -> None:
    tally = Tally()
    tally.add("a.yaml", [])
    tally.failures += ["b.yaml: there is no such file", 'c.yaml: "<odd>"']
    text = as_junit([], tally)
    schema.validate(text)
    assert (tree(text).get("tests"), tree(text).get("errors")) == ("3", "2")
    assert [error.get("message") for error in tree(text).iter("error")] == tally.failures


@given(st.lists(findings(), min_size=1, max_size=3))
def test_every_text_comes_back_as_it_may_be_shown(found: list[Finding]) -> None:
    root = tree(written(found, fails_on="info"))
    messages = [failure.get("message") for failure in root.iter("failure")]
    assert sorted(map(str, messages)) == sorted(printable(finding.message) for finding in found)
