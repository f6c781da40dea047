"""One mistake gives one finding: a clean map with one slip in it gets one finding, of rule CW003, at the slip."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import api
from coldwater.model.schema import json_schema
from strategies import Data, at, clean_maps, json_text, paths_in, yaml_text
from work import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.findings import Finding

FIELDS = {
    name for node in (json_schema(), *json_schema()["definitions"].values()) for name in node.get("properties", ())
}
FIELDS |= set(json_schema()["definitions"]["Claim"]["anyOf"][1]["properties"])
#: Fields that hold ids, alone or in a list.
ID_FIELDS = {"thesis", "premises", "supports", "attacks", "accepts", "rejects", "source"}
NO_TEXT = ["012", "1e3", "0o17", "0x1f", "1.5", "12", "true", "null"]
ENUM_FIELDS = {"kind", "shape", "type"}


def check(text: str, spelling: str = "yaml") -> tuple[Finding, ...]:
    return api.check_bytes(f"a.argmap.{spelling}", text.encode()).findings


def misspelt(word: str, random: Random) -> str:
    """Make a typist's slip: drop, double or exchange a letter inside a word."""
    place = random.randrange(1, len(word))
    match random.choice(["drop", "double", "exchange"]):
        case "drop":
            return word[:place] + word[place + 1 :]
        case "double":
            return word[:place] + word[place] + word[place:]
        case _:
            return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def is_field(path: tuple[str | int, ...]) -> bool:
    """Tell whether a path ends in a field of the format, and not in an id."""
    return bool(path) and path[-1] in FIELDS and not (len(path) == 2 and path[0] in SECTIONS)


SECTIONS = {"claims", "arguments", "sources", "positions", "questions"}


def ids_in(data: Data) -> Iterator[tuple[str | int, ...]]:
    """Give the ways to all ids that stand as values."""
    for path in paths_in(data):
        names = [step for step in path if isinstance(step, str)]
        value = at(data, path)
        if isinstance(value, str) and is_field(tuple(names)) and names[-1] in ID_FIELDS:
            yield path


def assert_one_finding(data: Any, random: Random) -> Finding:
    for text, spelling in ((yaml_text(data, random), "yaml"), (json_text(data, random), "json")):
        findings = check(text, spelling)
        assert [finding.rule for finding in findings] == ["CW003"], findings
    return findings[0]


@given(clean_maps(), st.randoms(use_true_random=False))
def test_nothing_is_found_in_a_clean_map(data: Data, random: Random) -> None:
    assert check(yaml_text(data, random)) == check(json_text(data, random), "json") == ()


@settings(max_examples=examples(40))
@given(clean_maps(), st.data(), st.randoms(use_true_random=False))
def test_a_misspelt_field_is_one_finding(data: Data, choose: st.DataObject, random: Random) -> None:
    path = choose.draw(st.sampled_from([path for path in paths_in(data) if is_field(path)]))
    holder, field = at(data, path[:-1]), str(path[-1])
    slip = misspelt(field, random)
    if slip in holder or slip in FIELDS:
        return
    pairs = [(slip if name == field else name, value) for name, value in holder.items()]
    holder.clear()
    holder.update(pairs)
    finding = assert_one_finding(data, random)
    assert f"unknown field `{slip}`" in finding.message
    assert finding.end_column - finding.column == len(json.dumps(slip))


@given(clean_maps(), st.data(), st.randoms(use_true_random=False))
def test_a_misspelt_value_is_one_finding(data: Data, choose: st.DataObject, random: Random) -> None:
    path = choose.draw(st.sampled_from([path for path in paths_in(data) if is_field(path) and path[-1] in ENUM_FIELDS]))
    slip = misspelt(at(data, path), random)
    if slip in (at(data, path), "report"):
        return
    at(data, path[:-1])[path[-1]] = slip
    assert f"`{slip}` is not known here" in assert_one_finding(data, random).message


@given(clean_maps(), st.data(), st.randoms(use_true_random=False))
def test_an_id_turned_into_a_number_is_one_finding(data: Data, choose: st.DataObject, random: Random) -> None:
    path = choose.draw(st.sampled_from(list(ids_in(data))))
    at(data, path[:-1])[path[-1]] = 77
    finding = assert_one_finding(data, random)
    assert "is a number (77) where text belongs" in finding.message


@given(clean_maps(), st.data(), st.randoms(use_true_random=False), st.sampled_from([{}, [], ["a", "b"], "two words"]))
def test_an_id_turned_into_what_is_none_is_one_finding(
    data: Data, choose: st.DataObject, random: Random, junk: Any
) -> None:
    path = choose.draw(st.sampled_from(list(ids_in(data))))
    if path[-1] == "thesis" and junk == ["a", "b"]:
        return  # a thesis may be a list
    at(data, path[:-1])[path[-1]] = junk
    assert_one_finding(data, random)


@given(clean_maps(), st.data())
def test_an_id_that_wants_quotes_is_one_finding_wherever_they_are_missing(data: Data, choose: st.DataObject) -> None:
    """An id such as 012 is quoted everywhere but in one place."""
    free = [name for name in NO_TEXT if name not in data["claims"] and name not in data["arguments"]]
    name, old = choose.draw(st.sampled_from(free)), choose.draw(st.sampled_from(list(data["claims"])))
    parts = json.dumps(data, indent=1, ensure_ascii=False).split(f'"{old}"')
    place = choose.draw(st.integers(1, len(parts) - 1))
    findings = check(f'"{name}"'.join(parts[:place]) + name + f'"{name}"'.join(parts[place:]))
    assert [finding.rule for finding in findings] == ["CW003"]
    assert f'quote it: "{name}"' in findings[0].message


def test_all_findings_stay_where_one_mistake_does_not_explain_them() -> None:
    data: Data = {
        "argmap": 1,
        "title": "T",
        "thesis": "a",
        "claims": {"a": "A holds.", "b": "B holds.", "c": "C holds.", "d": "D holds."},
        "arguments": {"s": {"premises": [1, "b"], "attacks": "a"}},
    }
    assert [finding.rule for finding in check(json.dumps(data), "json")] == ["CW103", "CW103", "CW003"]
    del data["claims"]["d"]
    assert [finding.rule for finding in check(json.dumps(data), "json")] == ["CW003"]


GRAPH: Data = {
    "argmap": 1,
    "title": "Is it so?",
    "thesis": "a",
    "shape": "graph",
    "claims": {"a": "A holds.", "b": "B holds.", "c": {"text": "C holds.", "kind": "fact"}},
    "arguments": {
        "s": {"premises": ["b", "c"], "supports": "a"},
        "r": {"premises": ["a"], "attacks": "b"},
        "t": {"premises": ["c"], "attacks": "s"},
    },
    "lint": {"ignore": [{"rule": code, "reason": "So be it."} for code in ("CW204", "CW205", "CW206", "CW301")]},
}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"shape"', '"shap"'),
        ('"shape"', '"form"'),
        ('"graph"', '"grph"'),
        ('"graph"', '"network"'),
        ('"graph"', "5"),
        ('"lint"', '"lnit"'),
        ('"ignore"', '"ignroe"'),
        ('"rule": "CW301"', '"rul": "CW301"'),
        ('"reason": "So be it."}]', '"becaus": "So be it."}]'),
    ],
)
def test_a_slip_in_what_the_rules_go_by_is_one_finding(old: str, new: str) -> None:
    text = json.dumps(GRAPH)
    unneeded = [finding.id for finding in check(text, "json") if finding.rule != "CW901"]
    assert unneeded == []
    findings = [finding.rule for finding in check(text.replace(old, new, 1), "json") if finding.rule != "CW901"]
    assert findings == ["CW003"]
