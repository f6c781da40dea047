"""Comments that speak to coldwater: which they are, and which lines each is about."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.formats.native.yaml_comments import read_comments
from coldwater.formats.native.yaml_nodes import compose
from strategies import maps, yaml_text
from work import examples

if TYPE_CHECKING:
    from strategies import Data


def about(text: str) -> list[tuple[int, str, int, int]]:
    """Give for each comment its line, its words, and the lines that it is about."""
    return [(one.place.line, one.words, one.first, one.last) for one in read_comments(text)]


def test_behind_something_a_comment_is_about_its_line() -> None:
    assert about("a: 1\nb:  # coldwater: say so\n  c: 2\n") == [(2, "say so", 2, 2)]


@pytest.mark.parametrize(
    ("entry", "lines"),
    [
        ("b: 2", (3, 3)),
        ("b:\n  c: 1\n  d: [1,\n    2]", (3, 6)),
        ("b: {c: 1,\n  d: 2}", (3, 4)),
        ("b: |\n  one\n\n  two", (3, 6)),
        ("b: >-\n  one\n  two", (3, 5)),
        ("b: one\n  two\n  three", (3, 5)),
        ('b: "one\n\n  two"', (3, 5)),
        ("b:\n- 1\n- 2", (3, 5)),
        ("b:", (3, 3)),
        ("\n# another\n\nb: 2", (6, 6)),
    ],
)
@pytest.mark.parametrize("after", ["", "\nz: 3", "\n\n# the end\nz: 3", "\n\n"])
def test_alone_on_a_line_a_comment_is_about_the_entry_below(entry: str, lines: tuple[int, int], after: str) -> None:
    text = f"a: 1\n# coldwater: this\n{entry}{after}"
    assert about(text) == [(2, "this", *lines)]
    assert about(text.replace("\n", "\r\n")) == [(2, "this", *lines)]


def test_the_entry_may_be_an_item_of_a_list_or_stand_deep() -> None:
    text = "a:\n  - 1\n  # coldwater: this\n  - b: 1\n    c: 2\n  - 3\n"
    assert about(text) == [(3, "this", 4, 5)]
    assert about("{\n  # coldwater: this\n  a: 1,\n  b: 2}") == [(2, "this", 3, 3)]


def test_with_nothing_below_it_is_about_nothing_but_itself() -> None:
    assert about("a: 1\n# coldwater: this") == [(2, "this", 2, 2)]


def test_the_place_is_the_comment_to_the_end_of_its_line() -> None:
    [comment] = read_comments("a: äö #coldwater:  x  \nb: 1")
    assert comment.place == (1, 7, 1, 21)


@pytest.mark.parametrize(
    "text",
    [
        'a: "# coldwater: no"',
        "a: '\n  # coldwater: no\n  '",
        "a: |\n  # coldwater: no\n  text\n",
        "a: >\n  text\n  # coldwater: no",
        "a: b# coldwater: no",
        "a: http://x#coldwater: no",
        "a: [\n",
        "# coldwater: no",
        "",
    ],
)
def test_what_looks_like_a_comment_in_a_text_is_none(text: str) -> None:
    assert about(text) == []


def test_a_comment_right_behind_a_block_of_text_is_one() -> None:
    assert about("a: |\n  text\n# coldwater: yes\nb: 1") == [(3, "yes", 4, 4)]


@settings(max_examples=examples(20))
@given(maps, st.randoms())
def test_of_what_people_write_nothing_breaks_and_texts_hold_no_comment(data: Data, rng: random.Random) -> None:
    data["title"] = "x # coldwater: ignore[CW301] no\n# coldwater: ignore[CW301] no"
    text = yaml_text(data, rng)
    assert compose(text) is not None
    assert read_comments(text) == []


def test_a_map_in_json_spelling_is_yaml_as_well() -> None:
    text = json.dumps({"a": "# coldwater: no", "b": [1]}, indent=1)
    assert about(text) == []
