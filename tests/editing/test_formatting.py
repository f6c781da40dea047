"""The canonical form: same meaning, same comments, and nothing left to do the second time."""

from __future__ import annotations

import json
from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.formatting import canonical
from coldwater.formats import native
from coldwater.formats.json_text import read_json
from coldwater.formats.yaml_comments import comments_of, read_commented
from coldwater.formats.yaml_text import read_yaml
from .commented import Writer, marks
from strategies import graphs, json_text, maps, yaml_text


seeds = st.integers(0, 10**9).map(Random)


def formatted(text: str, spelling: str = "yaml") -> str:
    """Give a text in canonical form, and see that it was readable."""
    reading = native.read(text, spelling)
    assert reading.spots == []
    assert reading.map is not None
    return canonical(text, spelling, reading.map)


def strictly(data: Any) -> str:
    """Give data as a text in which 1, 1.0 and true differ and the order of keys does not count."""
    return json.dumps(data, sort_keys=True)


@given(st.one_of(maps, graphs()), seeds)
def test_yaml_means_the_same_afterwards_and_is_in_canonical_form(data: dict[str, Any], random: Any) -> None:
    text = yaml_text(data, random)
    once = formatted(text)
    assert strictly(read_yaml(once).data) == strictly(read_yaml(text).data) == strictly(data)
    assert Counter(comments_of(read_commented(once))) == Counter(comments_of(read_commented(text)))
    assert formatted(once) == once


@given(st.one_of(maps, graphs()), seeds)
def test_no_comment_is_lost_wherever_it_stands(data: dict[str, Any], random: Any) -> None:
    text = Writer(random).write(data)
    assert strictly(read_yaml(text).data) == strictly(data), "the test writes what it means"
    once = formatted(text)
    assert strictly(read_yaml(once).data) == strictly(data)
    assert Counter(marks(once)) == Counter(marks(text))
    assert formatted(once) == once


@given(st.one_of(maps, graphs()), seeds)
def test_json_means_the_same_afterwards_and_is_in_canonical_form(data: dict[str, Any], random: Any) -> None:
    text = json_text(data, random)
    once = formatted(text, "json")
    assert strictly(read_json(once).data) == strictly(data)
    assert formatted(once, "json") == once
