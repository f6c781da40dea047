"""JSON as it is read: strictly; what is refused or remarked on, at its exact place under its rule."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.formats.native import limits
from coldwater.formats.native.json_examined import examine
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.spots import RefusedError, Spot
from strategies import json_text, json_values, maps
from work import assert_grows_evenly, ends


def refusal(text: str) -> Spot:
    with pytest.raises(RefusedError) as refused:
        read_json(text)
    return refused.value.spot


def shown(spot: Spot) -> str:
    line, column, end_line, end_column = spot.place
    assert end_line == line
    return f"{spot.rule} {line}:{column}-{end_column}"


def remarks(text: str) -> list[str]:
    return [shown(spot) for spot in read_json(text).spots]


@given(json_values, st.randoms(use_true_random=False))
def test_what_json_writes_is_read(data: Any, random: Random) -> None:
    parsed = read_json(json_text(data, random))
    assert parsed.data == data
    assert parsed.spots == ()


@given(maps, st.randoms(use_true_random=False))
def test_the_second_look_sees_the_same_data(data: dict[str, Any], random: Random) -> None:
    text = json_text(data, random)
    parsed = examine(text)
    assert parsed.data == data == read_json(text).data
    assert parsed.spots == ()
    assert parsed.discarded == []


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "null"])
def test_what_holds_nothing_gives_nothing(text: str) -> None:
    assert read_json(text).data is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("{", "CW001 1:2-3", "the text ends here"),
        ('{"a": [1, 2', "CW001 1:12-13", "the text ends here"),
        ('{"a": 1,\n}\n', "CW001 1:8-9", "a comma before the closing bracket"),
        ("[1,\n 2,\n]", "CW001 2:3-4", "a comma before the closing bracket"),
        ('{"a" 1}', "CW001 1:6-7", "a colon is missing"),
        ('{"a": 1 "b": 2}', "CW001 1:9-10", "a comma or a closing bracket is missing"),
        ('{"a": }', "CW001 1:7-8", "a value is missing"),
        ("{a: 1}", "CW001 1:2-3", "a name in double quotes is missing"),
        ("{'a': 1}", "CW001 1:2-3", "double quotes"),
        ("{\"a\": 'x'}", "CW001 1:7-8", "double quotes"),
        ('{"a": 1} // x', "CW001 1:10-11", "no comments"),
        ('{\n  # x\n  "a": 1}', "CW001 2:3-4", "no comments"),
        ('{"a": "x\ny"}', "CW001 1:9-10", "written as an escape"),
        ('{"a": "x\ty"}', "CW001 1:9-10", "written as an escape"),
        ('{"a": "x', "CW001 1:7-8", "never closed"),
        ('{"a": "\\x"}', "CW001 1:8-9", "no such escape"),
        ('{"a": 1}{"b": 2}', "CW001 1:9-10", "take out what follows"),
        ('{"a": 012}', "CW001 1:8-9", "a comma or a closing bracket is missing"),
        ('{"a": .5}', "CW001 1:7-8", "a value is missing"),
        ('{"a": +1}', "CW001 1:7-8", "a value is missing"),
        ('{"a": True}', "CW001 1:7-8", "a value is missing"),
        ('{"a": nan}', "CW001 1:7-8", "a value is missing"),
        ('{\r\n"a": 1\r\r"b": 2}', "CW001 4:1-2", "a comma or a closing bracket is missing"),
        ('{"a": 1,\x00}', "CW001 1:9-10", "a name in double quotes is missing"),
        ("\ufeff{}", "CW001 1:1-2", "a value is missing"),
        ("argmap: 1", "CW001 1:1-2", "a value is missing"),
    ],
)
def test_what_is_no_json_is_refused_where_it_goes_wrong(text: str, place: str, words: str) -> None:
    spot = refusal(text)
    assert shown(spot) == place
    assert words in spot.message


def test_repeated_names_keep_the_first_value_and_name_both_places() -> None:
    parsed = read_json('{"a": 1,\n "b": {"x": 1, "y": 2, "x": [3]},\n "\\u0061": {"z": 4}}')
    assert parsed.data == {"a": 1, "b": {"x": 1, "y": 2}}
    assert parsed.discarded == [[3], {"z": 4}]
    assert [shown(spot) for spot in parsed.spots] == ["CW002 2:24-27", "CW002 3:2-10"]
    assert "`x` stands twice; the first is in line 2, column 8" in parsed.spots[0].message
    assert "`a` stands twice; the first is in line 1, column 2" in parsed.spots[1].message


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1" * 5000, "-" + "1" * 5000, "0." + "1" * 200]
)
def test_unsafe_numbers_are_remarked_on_at_their_place_and_read_as_text(number: str) -> None:
    parsed = read_json(f'{{"a":\n {{"b": {number}}}}}')
    assert parsed.data == {"a": {"b": number}}
    assert [shown(spot) for spot in parsed.spots] == [f"CW004 2:8-{8 + len(number)}"]
    assert len(parsed.spots[0].message) < 200


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\uD83D", "\\ude00\\ud83d", "x\\udc00y", "\\ud83dx"])
def test_half_characters_are_remarked_on_in_names_and_values(half: str) -> None:
    width = len(half) + 2
    parsed = read_json(f'{{"{half}": "{half}"}}')
    assert [shown(spot) for spot in parsed.spots] == [f"CW004 1:2-{2 + width}", f"CW004 1:{4 + width}-{4 + 2 * width}"]
    ((name, value),) = parsed.data.items()
    assert name == value
    name.encode()
    assert parsed.root is not None
    assert parsed.root.children()[name][1].spelling() == value


def test_whole_characters_in_two_halves_are_read() -> None:
    parsed = read_json('{"a": "\\ud83d\\ude00 \\u0041"}')
    assert parsed.data == {"a": "\U0001f600 A"}
    assert parsed.spots == ()


def test_all_remarks_are_made_in_one_pass_in_the_order_of_the_text() -> None:
    text = '{"a": NaN, "b": 1, "b": "\\ud800", "c": [1e999, {"d": 1, "d": 2}]}'
    assert [place.split()[0] for place in remarks(text)] == ["CW004", "CW002", "CW004", "CW004", "CW002"]


def test_so_many_remarks_are_given_and_the_rest_is_counted() -> None:
    spots = read_json("[" + "NaN," * 5000 + "1]").spots
    assert len(spots) == limits.MAX_REMARKS + 1
    assert "4,800 more" in spots[-1].message


def test_the_limit_of_depth() -> None:
    deep = limits.MAX_DEPTH
    assert read_json("[" * deep + "1" + "]" * deep).spots == ()
    assert read_json('{"x":' * deep + "1" + "}" * deep).spots == ()
    spot = refusal("\n [" * (deep + 1) + "1" + "]" * (deep + 1))
    assert shown(spot) == f"CW004 {deep + 2}:2-3"
    assert "more than 64 deep" in spot.message


def test_brackets_in_texts_are_not_counted() -> None:
    assert refusal('["[[[[\\"[[[", "]", ' + "[" * 64 + "1" + "]" * 65).place.column == 20 + 64 - 1
    assert read_json('["' + "[" * 1000 + '"]').spots == ()


@pytest.mark.parametrize("size", [100_000, 10_000_000])
@pytest.mark.parametrize("unit", ["[", '{"a":', '[{"a":', '{"x-a":['])
def test_endless_nesting_is_refused_quickly_where_it_gets_too_deep(unit: str, size: int) -> None:
    with ends():
        spot = refusal(unit * (size // len(unit)))
    opens = [i for i, character in enumerate(unit * 65) if character in "[{"]
    assert shown(spot) == f"CW004 1:{opens[64] + 1}-{opens[64] + 2}"


def test_a_deep_stack_of_the_caller_is_no_trouble() -> None:
    def at_depth(left: int) -> None:
        if left:
            at_depth(left - 1)
        else:
            assert read_json('{"a": [1, {"b": 2}]}').data == {"a": [1, {"b": 2}]}

    at_depth(sys.getrecursionlimit() - 200)


def test_a_large_suspicious_text_is_read_in_time_linear_in_its_size() -> None:
    def reading(length: int) -> Callable[[], object]:
        return lambda: read_json(json.dumps([{"a": [number, "x"]} for number in range(length)])[:-1] + ", NaN]")

    assert_grows_evenly(reading, 250)
    text = json.dumps([{"a": [number, "x"]} for number in range(100_000)])[:-1] + ", NaN]"
    with ends():
        parsed = read_json(text)
    assert len(parsed.data) == 100_001
    assert parsed.root is not None
    assert parsed.root.children()[100_000][1].spelling() == "NaN"
