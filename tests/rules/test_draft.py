"""What is not done yet in a draft is one finding with numbers; what is wrong, or asked for, is told one by one."""

from __future__ import annotations

import os

import pytest

from coldwater import api
from coldwater.findings import Finding
from coldwater.model import from_accepted_data
from coldwater.project.settings import Level, Settings
from coldwater.rules import RULES
from coldwater.rules.folding import UNFINISHED

CLAIMS = "".join(f"  c{number}: Somebody said the thing number {number}.\n" for number in range(60))
DIALOGUE = f"""\
argmap: 1
title: What was said
thesis: t
draft: true
shape: graph
claims:
  t: We should go.
{CLAIMS}"""
LOOSE_FACT = DIALOGUE + "  fact: {text: It rained on Monday., kind: fact}\n"


def check(text: str, **level: tuple[str, ...]) -> list[Finding]:
    settings = Settings(os.getcwd(), levels=(Level(**level),)) if level else None  # type: ignore[arg-type]
    return list(api.check_bytes("said.argmap.yaml", text.encode(), settings=settings).findings)


def codes(text: str, **level: tuple[str, ...]) -> set[str]:
    return {finding.rule for finding in check(text, **level)}


def test_sixty_loose_claims_are_one_finding_that_fails_no_check() -> None:
    [finding] = check(DIALOGUE)
    assert (finding.rule, finding.severity, finding.line, finding.column) == ("CW902", "info", 4, 1)
    assert finding.message.startswith("a draft: 60 claims hang on nothing yet (CW103); take `draft` away")
    assert len(check(DIALOGUE.replace("draft: true\n", ""))) == 60


def test_each_kind_is_counted_by_its_rule() -> None:
    [finding] = check(LOOSE_FACT)
    assert "61 claims hang on nothing yet (CW103), 1 fact has no source yet (CW301);" in finding.message


def test_a_map_made_in_python_is_told_the_same() -> None:
    claims = {"t": "We should go.", "a": "It is late.", "b": "It is dark."}
    map_ = from_accepted_data({"argmap": 1, "title": "Go?", "thesis": "t", "draft": True, "claims": claims})
    [finding] = api.check(map_)
    assert finding.message.startswith("a draft: 2 claims hang on nothing yet (CW103)")
    assert [one.rule for one in api.check(map_, select=["CW103"])] == ["CW103", "CW103"]


def test_what_is_wrong_stays_wrong() -> None:
    wrong = LOOSE_FACT + "arguments:\n  x: {premises: [c1, c2], supports: nobody}\n"
    assert codes(wrong) == {"CW101", "CW902"}


def test_a_rule_that_is_selected_by_its_code_is_told_one_by_one() -> None:
    assert codes(LOOSE_FACT, select=("CW103",)) == {"CW103"}
    [*loose, draft] = sorted(check(LOOSE_FACT, select=("CW103", "CW3", "CW9")), key=lambda one: one.rule)
    assert len(loose) == 61
    assert draft.message.startswith("a draft: 1 fact has no source yet (CW301);")


@pytest.mark.parametrize("level", [{"ignore": ("CW902",)}, {"select": ("CW1", "CW3")}], ids=["ignored", "others only"])
def test_where_the_rule_is_off_nothing_is_swallowed(level: dict[str, tuple[str, ...]]) -> None:
    found = check(LOOSE_FACT, **level)
    assert len(found) == 62
    assert {finding.rule for finding in found} == {"CW103", "CW301"}


def test_a_rule_that_is_off_is_not_counted() -> None:
    [finding] = check(LOOSE_FACT, ignore=("CW103",))
    assert finding.message.startswith("a draft: 1 fact has no source yet (CW301);")


def test_how_severe_it_is_can_be_set() -> None:
    settings = Settings(os.getcwd(), levels=(Level(severity=(("CW902", "error"),)),))
    [finding] = api.check_bytes("said.argmap.yaml", DIALOGUE.encode(), settings=settings).findings
    assert finding.severity == "error"


@pytest.mark.parametrize("where", ["comment", "lint"])
def test_the_one_finding_can_be_left_alone(where: str) -> None:
    if where == "comment":
        text = DIALOGUE.replace("draft: true", "draft: true  # coldwater: ignore[CW902] Imported in May.")
    else:
        text = DIALOGUE + "lint: {ignore: [{rule: CW902, reason: Imported in May.}]}\n"
    assert check(text) == []
    assert codes(text.replace("draft: true", "draft: false")) == {"CW103", "CW901"}


def test_a_claim_that_is_ignored_is_not_counted() -> None:
    text = DIALOGUE.replace("number 7.\n", "number 7.  # coldwater: ignore[CW103] Kept.\n")
    text += "lint: {ignore: [{rule: CW103, at: c8, reason: Kept.}]}\n"
    [finding] = check(text)
    assert finding.message.startswith("a draft: 58 claims hang on nothing yet")


def test_nothing_to_be_mended_is_taken_out_of_a_draft() -> None:
    text = (
        "argmap: 1\ntitle: Go?\nthesis: t\ndraft: true\nsources: {s: {title: A letter}}\nclaims: {t: We should go.}\n"
    )
    checked = api.check_bytes("go.argmap.yaml", text.encode(), with_fixes=True)
    assert [finding.rule for finding in checked.findings] == ["CW902"]
    assert checked.mendable == 0
    assert api.check_bytes("go.argmap.yaml", text.replace("draft: true", "").encode(), with_fixes=True).mendable == 1


def test_only_rules_that_miss_something_are_counted() -> None:
    marked = {rule.CODE for rule in RULES if hasattr(rule, "UNFINISHED")}
    assert marked == set(UNFINISHED)
    assert all(len(rule.UNFINISHED) == 2 and hasattr(rule, "check") for rule in RULES if hasattr(rule, "UNFINISHED"))
    assert marked.isdisjoint({"CW101", "CW102", "CW105", "CW106", "CW107", "CW201", "CW202", "CW203", "CW208", "CW401"})
    assert not any(hasattr(rule, "UNFINISHED") and hasattr(rule, "ON_REQUEST") for rule in RULES)
