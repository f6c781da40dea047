"""What a map asks to ignore is left out, and a request that does nothing is found."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Find


def ignoring(*entries: dict[str, str]) -> dict[str, Any]:
    return {"ignore": [{**entry, "reason": "It is meant."} for entry in entries]}


def test_a_rule_is_ignored_at_an_id(find: Find) -> None:
    assert find("a b", lint=ignoring({"rule": "CW103", "at": "a"})) == ["CW103 b"]


def test_a_rule_is_ignored_in_the_whole_map(find: Find) -> None:
    assert find("a b", lint=ignoring({"rule": "CW103"})) == []


def test_all_rules_are_ignored_at_an_id(find: Find) -> None:
    claims = {"t": "We should go.", "a": {"text": "Should we go?", "kind": "fact"}}
    assert find("", claims=claims) == ["CW103 a", "CW301 a", "CW402 a"]
    assert find("", claims=claims, lint=ignoring({"at": "a"})) == []


def test_two_entries_may_hit_the_same_finding(find: Find) -> None:
    assert find("a", lint=ignoring({"rule": "CW103"}, {"at": "a"})) == []


def test_an_entry_that_hits_nothing_is_found(find: Find) -> None:
    assert find("a", "x: a -> t", lint=ignoring({"rule": "CW301", "at": "a"})) == ["CW901 a"]
    assert find("a", "x: a -> t", lint=ignoring({"at": "a"}, {"rule": "CW403"})) == ["CW901 a", "CW901 -"]


def test_the_info_that_a_map_is_one_sided_can_be_ignored(find: Find) -> None:
    assert find("a", "x: a -> t", one_sided=True) == ["CW206 t"]
    assert find("a", "x: a -> t", one_sided=True, lint=ignoring({"rule": "CW206"})) == []


@pytest.mark.parametrize("code", ["CW001", "CW003", "CW101", "CW102", "CW901"])
def test_what_makes_a_map_unreadable_cannot_be_ignored(find: Find, messages: Find, code: str) -> None:
    assert find("a", "x: a nobody -> t", lint=ignoring({"rule": code})) == ["CW101 x", "CW901 -"]
    assert "cannot be ignored" in messages("a", "x: a -> t", lint=ignoring({"rule": code}))[0]


def test_an_id_alone_does_not_cover_what_cannot_be_ignored(find: Find) -> None:
    assert find("a", "x: a nobody -> t", lint=ignoring({"at": "x"})) == ["CW101 x"]


def test_an_unknown_rule_is_named_with_what_was_probably_meant(messages: Find) -> None:
    assert messages("a", "x: a -> t", lint=ignoring({"rule": "CW3O1", "at": "a"})) == [
        "there is no rule `CW3O1`. Did you mean `CW301`?"
    ]
    assert messages("a", "x: a -> t", lint=ignoring({"rule": "CW777"})) == [
        "there is no rule `CW777`. `coldwater rule` lists them."
    ]


def test_nothing_is_called_unused_while_other_rules_give_the_benefit_of_the_doubt(find: Find) -> None:
    assert find("a", "x: a nobody -> t", lint=ignoring({"rule": "CW103", "at": "a"})) == ["CW101 x"]
    assert find("a", "x: a -> t", excused="lost", lint=ignoring({"rule": "CW103", "at": "a"})) == []


def test_quotes_that_cannot_be_looked_up_leave_their_entry_alone(find: Find) -> None:
    claims = {"t": {"text": "We should go.", "cites": [{"source": "s", "quote": "Let us go"}]}}
    fields: dict[str, Any] = {"claims": claims, "sources": {"s": {"title": "A letter"}}}
    lint = ignoring({"rule": "CW304", "at": "t"})
    assert find("", lint=lint, **fields) == []
    assert find("", lint=lint, texts={"s": "We shall go."}, **fields) == []
    assert find("", lint=lint, texts={"s": "Let us go."}, **fields) == ["CW901 t"]


def test_an_entry_at_an_id_that_is_not_there_gives_one_finding(find: Find) -> None:
    assert find("a", "x: a -> t", lint=ignoring({"rule": "CW301", "at": "nobody"})) == ["CW101 -"]


def test_checking_a_clean_map_loads_nothing_heavy() -> None:
    program = """
import sys
before = set(sys.modules)
from coldwater.model import from_accepted_data
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject
claims = {"t": {"text": "We should go.", "contradicts": ["c"]}, "a": "It is time.", "c": "We should stay."}
cites = [{"source": "s", "locator": "block 1", "quote": "time"}]
arguments = {"x": {"premises": ["a"], "supports": "t", "cites": cites}, "y": {"premises": ["c"], "attacks": "t"}}
data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments,
        "sources": {"s": {"title": "S"}}, "positions": {"p": {"name": "P", "accepts": ["t"]}}}
assert list(run(Subject(from_accepted_data(data)))) == []
print(*sorted(set(sys.modules) - before))
"""
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    heavy = {
        "pydantic",
        "dataclasses",
        "difflib",
        "hashlib",
        "unicodedata",
        "inspect",
        "textwrap",
        "jsonschema",
        "json",
    }
    assert heavy.isdisjoint(loaded)
    assert "coldwater.rules.fulltext" not in loaded
    assert "coldwater.suggest" not in loaded
    assert "coldwater.rules.breaks" not in loaded
