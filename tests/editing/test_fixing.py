"""Fixes: what is mended, what is left alone, and that the rest of the text stays byte for byte."""

# ruff: noqa: E501 - a table of texts and what is said of them reads best unbroken

from __future__ import annotations

import copy
import difflib
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import api
from coldwater.editing.fixing import Fixed, fix_text
from coldwater.formats.native.yaml_text import read_yaml
from strategies import clean_maps, json_text

from .commented import Writer, marks

HEAD = "argmap: 1\ntitle: T\nthesis: a\n"
TAIL = "arguments:\n  s: {premises: [b], supports: a}\n  r: {premises: [c], attacks: a}\n"
CLAIMS = "claims:\n  a: The town should act.\n  b: It is time.\n  c: It is early.\n"


def fix(text: str, with_unsafe: bool = False, spelling: str = "yaml") -> Fixed:
    """Fix a text that goes without full texts."""
    return fix_text(text, spelling, lambda text: check(text, spelling), with_unsafe)


def check(text: str, spelling: str = "yaml") -> api.Checked:
    """Check a text."""
    return api.check_bytes(f"a.{spelling}", text.encode())


def difference(before: str, after: str) -> list[str]:
    """Give the lines that were taken out and put in."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line[:1] in "+-"]


def said(done: Fixed) -> list[str]:
    """Give what was done, as "CW003 2: words"."""
    return [f"{offer.finding.rule} {offer.finding.line}: {offer.fix.words}" for offer in done.done]


def rules(done: Fixed) -> list[str]:
    """Give the rules whose flaws were mended, in turn."""
    return [offer.finding.rule for offer in done.done]


# --- safe ---------------------------------------------------------------------------------------------------------

SAFE = [
    # misspelt fields
    (HEAD.replace("title", "titel") + CLAIMS + TAIL, "CW003 2: the field `titel` is now `title`", "- titel: T|+ title: T"),
    (
        HEAD + CLAIMS + TAIL.replace("supports: a}", "suports: a}   # why"),
        "CW003 9: the field `suports` is now `supports`",
        "-   s: {premises: [b], suports: a}   # why|+   s: {premises: [b], supports: a}   # why",
    ),
    # words, and values in another form than the schema's
    (
        HEAD + CLAIMS.replace("b: It is time.", "b: {text: It is time., kind: vlaue}") + TAIL,
        "CW003 6: `kind` is now `value`",
        "-   b: {text: It is time., kind: vlaue}|+   b: {text: It is time., kind: value}",
    ),
    (
        HEAD + CLAIMS.replace("b: It is time.", "b: {text: It is time., implicit: 'yes'}") + TAIL,
        "CW003 6: `implicit` is now `true`",
        "-   b: {text: It is time., implicit: 'yes'}|+   b: {text: It is time., implicit: true}",
    ),
    (HEAD + CLAIMS + TAIL.replace("[b]", "b"), "CW003 9: `premises` is now a list of `b`", "-   s: {premises: b, supports: a}|+   s: {premises: [b], supports: a}"),
    (HEAD.replace("title: T", "title: 012") + CLAIMS + TAIL, "CW003 2: `title` is now `012`", '- title: 012|+ title: "012"'),
    (HEAD.replace("argmap: 1", "argmap: '1'") + CLAIMS + TAIL, "CW003 1: `argmap` is now `1`", "- argmap: '1'|+ argmap: 1"),
    # repeated items
    (
        HEAD + CLAIMS + TAIL.replace("[b]", "[b, c, b,b]"),
        "CW003 9: `premises` names `b` once",
        "-   s: {premises: [b, c, b,b], supports: a}|+   s: {premises: [b, c], supports: a}",
    ),
    # what is not used
    (
        HEAD + "sources:\n  # all of them\n  z: {title: Z}\n\n" + CLAIMS + TAIL,
        "CW303 6: the source `z` is gone",
        "- sources:|-   # all of them|-   z: {title: Z}",
    ),
    (
        HEAD + CLAIMS + TAIL + "lint:\n  ignore:\n    - {rule: CW402, reason: R.}\n    - {rule: CW301, at: b, reason: R.}\n",
        "CW901 13: `lint.ignore` no longer names `CW402`",
        "-     - {rule: CW402, reason: R.}",
    ),
    (
        HEAD + CLAIMS + TAIL + "lint: {ignore: [{rule: CW101, reason: R.}]}\n",
        "CW901 11: `lint.ignore` no longer names `CW101`",
        "- lint: {ignore: [{rule: CW101, reason: R.}]}",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "lines"), SAFE, ids=[words for _, words, _ in SAFE])
def test_a_safe_fix_changes_what_is_wrong_and_nothing_else(text: str, words: str, lines: str) -> None:
    if "CW301, at: b" in text:
        text = text.replace("b: It is time.", "b: {text: It is time., kind: fact}")
    done = fix(text)
    assert said(done)[0] == words
    assert "|".join(difference(text, done.text)[: lines.count("|") + 1]) == lines
    assert len(findings(done.text)) < len(findings(text))
    assert fix(done.text) == Fixed(done.text, (), done.unsafe)


def findings(text: str) -> tuple[Any, ...]:
    """Give what a check of a text finds."""
    return check(text).findings


LEFT = [
    ("no field is near", HEAD + CLAIMS + TAIL.replace("supports: a}", "supports: a, zzz: 1}")),
    ("the version is another one", HEAD.replace("argmap: 1", "argmap: 2") + CLAIMS + TAIL),
    ("a key stands twice", HEAD + "titel: T\n" + CLAIMS + "  b: Again.\n" + TAIL.replace("[b]", "b")),
    ("the rule may be misspelt", HEAD + CLAIMS + TAIL + "lint: {ignore: [{rule: CW999, reason: R.}]}\n"),
    ("it is no YAML", HEAD + "claims: [\n"),
    ("it is no map", "- a\n"),
    ("it is empty", ""),
    (
        "something is to be ignored at the source",
        HEAD + "sources: {z: {title: Z}}\n" + CLAIMS + TAIL + "lint: {ignore: [{rule: CW103, at: z, reason: R.}]}\n",
    ),
]


@pytest.mark.parametrize("text", [text for _, text in LEFT], ids=[why for why, _ in LEFT])
def test_what_is_in_doubt_is_left_alone(text: str) -> None:
    done = fix(text, with_unsafe=True)
    if "CW103" in text:  # the entry goes first, as it ignores nothing; then the source can go
        assert rules(done) == ["CW901", "CW303"]
        return
    assert done == Fixed(text, (), done.unsafe)


def test_a_rule_offers_nothing_before_the_text_fits_the_schema() -> None:
    text = HEAD + "sources: {z: {title: Z}}\n" + CLAIMS + TAIL.replace("supports: a}", "supports: a, zzz: 1}")
    assert check(text).fixes == {}
    assert fix(text.replace("titl", "tilt").replace("z: {tilte", "z: {title")).text == text


# --- unsafe -------------------------------------------------------------------------------------------------------

NAMES = "claims:\n  a: The town should act.\n  cracks: It cracks.\n  costly: It is costly.\n"
STEPS = "arguments:\n  s: {premises: [cracks], supports: a}\n  money: {premises: [costly], attacks: a}\n"
UNSAFE = [
    (STEPS.replace("[cracks]", "[crakcs]"), "CW101 9: `crakcs` is now `cracks`"),
    (STEPS.replace("attacks: a", "attacks: mony"), None),  # the argument itself
    (STEPS + "  t: {premises: [costly], attacks: mony}\n", "CW101 11: `mony` is now `money`"),
    (STEPS.replace("[cracks]", "[cracks, cracka]"), None),  # is named there already
    (STEPS + "positions: {p: {name: P, accepts: [costli]}}\n", "CW101 11: `costli` is now `costly`"),
]


@pytest.mark.parametrize(("steps", "words"), UNSAFE)
def test_a_dangling_id_with_one_near_match_is_mended_when_asked_to(steps: str, words: str | None) -> None:
    text = HEAD + NAMES + steps
    safe = fix(text)
    assert (safe.text, safe.unsafe) == (text, int(words is not None))
    done = fix(text, with_unsafe=True)
    assert said(done)[:1] == ([] if words is None else [words])
    if words is not None:
        assert not [finding for finding in findings(done.text) if finding.rule == "CW101"]


def test_two_near_matches_are_one_too_many() -> None:
    text = (
        HEAD
        + NAMES.replace("  costly", "  crocks: C.\n  costly")
        + STEPS.replace("[cracks]", "[crucks, crocks, cracks]")
    )
    assert fix(text, with_unsafe=True).done == ()


def test_a_misspelt_source_is_mended_when_asked_to() -> None:
    text = HEAD + "sources: {survey: {title: S}}\n"
    text += NAMES.replace("It cracks.", "{text: It cracks., cites: [{source: surwey}]}") + STEPS
    assert fix(text).text == text
    assert said(fix(text, with_unsafe=True)) == ["CW302 7: `surwey` is now `survey`"]


def test_an_alias_stands_in_the_way_of_one_fix_and_not_of_others() -> None:
    text = (
        HEAD + "sources: {z: &z {title: Z}, y: *z}\n" + NAMES.replace("It cracks.", "{text: C., cites: [{source: y}]}")
    )
    done = fix(text + STEPS + "lint: {ignore: [{rule: CW402, reason: R.}]}\n")
    assert rules(done) == ["CW901"]
    assert done.text == text + STEPS


def test_what_an_alias_repeats_is_mended_once_for_all() -> None:
    steps = "arguments:\n  s: &s {premises: [cracks, cracks], supports: a}\n  r: *s\n"
    assert "s: &s {premises: [cracks], supports: a}\n  r: *s\n" in fix(HEAD + NAMES + steps).text


def test_a_fix_that_would_not_help_is_not_made() -> None:
    text = HEAD + NAMES + STEPS.replace("supports: a", "supports: costyl") + "  t: {premises: [a], supports: cracks}\n"
    before = findings(text)
    done = fix(text, with_unsafe=True)
    errors = [finding for finding in findings(done.text) if finding.severity == "error"]
    assert len(errors) <= len([finding for finding in before if finding.severity == "error"])


def test_no_fix_makes_a_map_that_cannot_be_read() -> None:
    text = HEAD + "sources:\n  s: {title: S}\n  # between\n  u: {title: U}\n" + CLAIMS
    assert [finding.rule for finding in check(text).findings].count("CW303") == 2
    after = check(fix(text).text).findings
    assert [finding.rule for finding in after].count("CW103") == 2
    assert not any(finding.rule.startswith("CW00") for finding in after)


# --- many at once -------------------------------------------------------------------------------------------------


@given(clean_maps(), st.integers(0, 10**9).map(Random))
def test_a_damaged_map_is_what_it_was_after_fixing(data: dict[str, Any], random: Random) -> None:
    damaged, count = damage(copy.deepcopy(data), random)
    for text, spelling in ((Writer(random).write(damaged), "yaml"), (json_text(damaged, random), "json")):
        done = fix(text, spelling=spelling)
        assert (
            read_yaml(done.text).data == data if spelling == "yaml" else api.check_bytes("a.json", done.text.encode())
        )
        assert len(done.done) == count
        assert set(marks(done.text)) <= set(marks(text))
        assert api.check_bytes(f"a.{spelling}", done.text.encode()).findings == ()


def test_more_flaws_than_are_told_one_by_one_are_all_mended() -> None:
    """Of each lot that is mended as many come to light: what was only counted before counts all the same."""
    numbers = range(450)
    text = HEAD + "claims:\n  a: The town should act.\n"
    text += "".join(f"  c{number}: {{text: Number {number} holds., implict: true}}\n" for number in numbers)
    text += "arguments:\n  r: {premises: [c0], attacks: a}\n"
    text += "".join(f"  s{number}: {{premises: [c{number}], supports: a}}\n" for number in numbers[1:])
    assert len(findings(text)) == 201
    done = fix(text)
    assert done.text == text.replace("implict", "implicit")
    assert len(done.done) == 450
    assert findings(done.text) == ()


def damage(data: dict[str, Any], random: Random) -> tuple[dict[str, Any], int]:
    """Damage a clean map in ways that can be mended; give it and in how many places."""
    count = 0
    if random.random() < 0.5:
        data["sources"]["unused"] = {"title": "Nobody cites it"}
        count += 1
    if random.random() < 0.5:
        data["lint"] = {"ignore": [{"rule": "CW402", "reason": "It was a question once."}]}
        count += 1
    for argument in data["arguments"].values():
        if random.random() < 0.3:
            argument["premises"] = argument["premises"] * 2
            count += 1
        relation = "supports" if "supports" in argument else "attacks"
        if random.random() < 0.3:
            argument[relation[:-1]] = argument.pop(relation)
            count += 1
    return data, count
