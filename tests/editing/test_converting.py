"""YAML and JSON of the native format hold the same map, whichever way it goes."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.converting import Converted, convert_text
from coldwater.editing.formatting import canonical
from coldwater.formats.native import document as native
from strategies import graphs, json_text, maps

from .commented import Writer, marks


def convert(text: str, spelling: str, target: str) -> Converted:
    """Convert a text that reads without a remark."""
    reading = native.read(text, spelling)
    assert reading.map is not None
    return convert_text(text, spelling, target, reading.map)


def map_in(text: str, spelling: str) -> Any:
    """Give the map that a text holds, with its claims and arguments by id."""
    reading = native.read(text, spelling)
    assert reading.spots == []
    return reading.map


@given(st.one_of(maps, graphs()), st.integers(0, 10**9).map(Random))
def test_the_map_stays_the_same_and_comes_in_canonical_form(data: dict[str, Any], random: Random) -> None:
    yaml, json = Writer(random).write(data), json_text(data, random)
    for text, spelling, target in ((yaml, "yaml", "json"), (json, "json", "yaml"), (yaml, "yaml", "yaml")):
        converted = convert(text, spelling, target)
        there = map_in(converted.text, target)
        assert there == map_in(text, spelling)
        assert canonical(converted.text, target, there) == converted.text
        assert converted.comments_lost == (len(marks(text)) if target == "json" else 0)


def test_a_map_from_json_looks_as_one_would_write_it() -> None:
    text = """\
{"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": {"text": "A."}, "b": {"text": "B.", "kind": "fact"}},
 "arguments": {"s": {"premises": ["b"], "supports": "a"}}, "lint": {"ignore": []}}
"""
    assert convert(text, "json", "yaml").text == """\
argmap: 1
title: T
thesis: a

claims:
  a: A.
  b: {text: B., kind: fact}

arguments:
  s: {premises: [b], supports: a}

lint: {ignore: []}
"""  # fmt: skip


@pytest.mark.parametrize("name", ["china-russia-alliance", "library-evenings"])
def test_the_bundled_maps_come_back_from_json(name: str) -> None:
    text = (Path(__file__).parents[2] / "arguments" / f"{name}.argmap.yaml").read_text(encoding="utf-8")
    there = convert(text, "yaml", "json")
    assert there.comments_lost == text.count("# ")
    back = convert(there.text, "json", "yaml")
    assert map_in(back.text, "yaml") == map_in(text, "yaml")
    assert max(map(len, back.text.splitlines())) <= 120


def test_a_key_with_what_cannot_be_seen_is_written_with_escapes() -> None:
    text = """{"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": "It is so.", "e\u0301": "It was so."},
 "arguments": {"c": {"premises": ["e\u0301"], "supports": "a", "scheme": "x-own",
  "roles": {"one\u00a0two": "e\u0301", "th\u200bree": "a"}}}}"""
    done = convert(text, "json", "yaml")
    assert '{"one\\xa0two": \u00e9, "th\\u200bree": a}' in done.text
    reading = native.read(done.text, "yaml")
    assert reading.spots == []
    assert reading.map is not None
    assert list(reading.map.arguments["c"].roles or ()) == ["one\u00a0two", "th\u200bree"]
