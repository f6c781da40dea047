"""Places are exact: the text at the place of every key and value of a written document is that key or value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.findings import START, Place
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.lines import Lines
from coldwater.formats.native.places import Places
from coldwater.formats.native.spots import Parsed
from coldwater.formats.native.yaml_text import read_yaml
from strategies import at, json_text, maps, paths_in, yaml_text
from work import examples

LINE = re.compile("(?:\r\n|\r|\n)")


def cut(text: str, place: Place) -> str:
    """Give the text between the beginning and the end of a place, lines counted the plain way."""
    starts = [0, *(match.end() for match in LINE.finditer(text))]
    return text[starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1] + place.end_column - 1]


def assert_places(text: str, read: Callable[[str], Parsed], data: Any) -> None:
    """Compare what stands at the place of each key and each value with the key and the value."""
    places = Places(read(text).root)
    for path in paths_in(data):
        value, there = at(data, path), cut(text, places.find(path))
        if there[:1] in ("[", "{") and any(str(step).startswith("x-") for step in path):
            # in a field of one's own keys stay as they are typed, elsewhere they are brought into composed form
            assert read(f'{{"x-own": {there}}}').data == {"x-own": value}
        elif not isinstance(value, dict | list) or there[:1] in ("[", "{"):
            assert read(there).data == value
        elif isinstance(value, list):
            assert there.startswith("-")
            assert there.endswith(cut(text, places.find((*path, len(value) - 1))))
        else:
            assert there.startswith(cut(text, places.find((*path, next(iter(value))), on_key=True)))
            assert there.endswith(cut(text, places.find((*path, list(value)[-1]))))
        if path and isinstance(path[-1], str):
            assert read(cut(text, places.find(path, on_key=True))).data == path[-1]


@settings(max_examples=examples(75))
@given(maps, st.randoms(use_true_random=False))
def test_every_place_in_json_is_exact(data: dict[str, Any], random: Random) -> None:
    text = json_text(data, random)
    parsed = read_json(text)
    assert parsed.data == data
    assert_places(text, read_json, data)


@settings(max_examples=examples(75))
@given(maps, st.randoms(use_true_random=False))
def test_every_place_in_yaml_is_exact(data: dict[str, Any], random: Random) -> None:
    text = yaml_text(data, random)
    parsed = read_yaml(text)
    assert parsed.data == data
    assert parsed.spots == ()
    assert_places(text, read_yaml, data)


@given(maps)
def test_json_is_yaml_with_the_same_places(data: dict[str, Any]) -> None:
    """But for strings that hold what YAML wants escaped."""
    text = json.dumps(data, indent=1).replace("\\ud", "\\ue").replace("\\u007f", "x")
    one, other = read_json(text), read_yaml(text)
    assert one.data == other.data
    for path in paths_in(one.data):
        assert Places(one.root).find(path) == Places(other.root).find(path)
        assert Places(one.root).find(path, on_key=True) == Places(other.root).find(path, on_key=True)


def test_where_the_text_ends_earlier_the_last_place_on_the_way_is_given() -> None:
    places = Places(read_yaml("a:\n  b: [1, 2]\n").root)
    assert places.find(("a", "b", 1)) == Place(2, 10, 2, 11)
    assert places.find(("a", "b", 7)) == places.find(("a", "b"))
    assert places.find(("a", "b", 7, "c"), on_key=True) == places.find(("a", "b"), on_key=True) == Place(2, 3, 2, 4)
    assert places.find(("z",)) == places.find(()) == places.find((), on_key=True)


def test_without_a_text_everything_stands_at_its_beginning() -> None:
    places = Places(None)
    assert places.find(("a", 0)) == places.find((), on_key=True) == START
    assert places.spelling(("a",)) == ""


def test_renamed_steps_are_followed_to_where_they_came_from() -> None:
    root = read_yaml("suports: x\ntags: [a, a, b]\n").root
    places = Places(root, {("supports",): ("suports",), ("tags", 1): ("tags", 2)})
    assert places.find(("supports",), on_key=True) == Place(1, 1, 1, 8)
    assert places.find(("tags", 1)) == Place(2, 14, 2, 15)


@pytest.mark.parametrize(
    ("spelling", "text"), [("yaml", "a: 012\nb: 'x y'\nc: [1]"), ("json", '{"a": 1.50, "b": "x y"}')]
)
def test_scalars_are_spelt_as_the_text_spells_them(spelling: str, text: str) -> None:
    places = Places((read_json if spelling == "json" else read_yaml)(text).root)
    assert places.spelling(("a",)) == {"yaml": "012", "json": "1.50"}[spelling]
    assert places.spelling(("b",)) == "x y"
    assert places.spelling(()) == places.spelling(("nowhere",)) == ""


def test_the_owner_of_a_place_is_the_entry_it_lies_in() -> None:
    text = "title: T\nclaims:\n  a: A.\n  b:\n    text: B.\narguments:\n  s: {premises: [a]}\n"
    for places in (Places(read_yaml(text).root), Places(read_json(json.dumps(read_yaml(text).data, indent=1)).root)):
        sections = ("claims", "arguments")
        for owner in ("a", "b"):
            assert places.owner(places.find(("claims", owner)), sections) == owner
        assert places.owner(places.find(("claims", "b", "text")), sections) == "b"
        assert places.owner(places.find(("arguments", "s", "premises", 0)), sections) == "s"
        assert places.owner(places.find(("title",)), sections) is None
        assert places.owner(START, sections) is None


@given(st.text("ab\r\n\u2028\x85\x0c"), st.data())
def test_lines_end_with_lf_cr_lf_or_cr_and_nothing_else(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    place = lines.point(offset)
    before = LINE.split(text[:offset].replace("\r\n", "\n\n")) if text[offset - 1 : offset + 1] == "\r\n" else None
    if before is None:
        before = LINE.split(text[:offset])
        assert place == Place(len(before), len(before[-1]) + 1, len(before), len(before[-1]) + 2)
    assert "".join(lines.line(number) for number in range(1, text.count("\n") + text.count("\r") + 2)) == text
    assert lines.line(0) == lines.line(10**6) == ""
