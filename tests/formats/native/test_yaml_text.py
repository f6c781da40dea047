"""YAML as it is read: YAML 1.2's core types; what is refused or remarked on, at its exact place under its rule."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.findings import Place
from coldwater.formats.native import limits
from coldwater.formats.native.spots import RefusedError, Spot
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model import composed
from strategies import texts
from work import ends, examples


def refusal(text: str) -> Spot:
    with pytest.raises(RefusedError) as refused:
        read_yaml(text)
    return refused.value.spot


def remarks(text: str) -> list[str]:
    """Give the remarks as "CW001 2:7-9": the rule, the line, the columns."""
    return [shown(spot) for spot in read_yaml(text).spots]


def shown(spot: Spot) -> str:
    line, column, end_line, end_column = spot.place
    assert end_line == line
    return f"{spot.rule} {line}:{column}-{end_column}"


# --- scalars ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spelling", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("1:30", "1:30"),
        ("12:30:45", "12:30:45"),
        ("2025-03-01", "2025-03-01"),
        ("2025-03-01T10:00:00Z", "2025-03-01T10:00:00Z"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("0o18", "0o18"),
        ("0xfg", "0xfg"),
        ("+0x1", "+0x1"),
        ("1.2.3", "1.2.3"),
        ("e3", "e3"),
        (".", "."),
        ("-", None),
        ("-.", "-."),
        ("1e", "1e"),
        ("nULL", "nULL"),
        ("tRUE", "tRUE"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("Null and void", "Null and void"),
        ("12 men", "12 men"),
        ("\u0661\u0662", "\u0661\u0662"),
        ("\u00b2", "\u00b2"),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("+12", 12),
        ("-012", -12),
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5E-3", -0.0015),
        ("-0", 0),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("", None),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ('"12"', "12"),
        ("'null'", "null"),
        ("''", ""),
        ("|\n  12\n", "12\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_scalars_are_what_yaml_1_2_says(spelling: str, value: object) -> None:
    if spelling == "-":
        assert read_yaml("a:\n-").data == {"a": [None]}
        return
    parsed = read_yaml(f"a: {spelling}")
    assert parsed.data == {"a": value}
    assert type(parsed.data["a"]) is type(value)
    assert parsed.spots == ()


#: All that YAML 1.2 reads as something else than text (section 10.3.2), and nothing besides.
NO_TEXT = re.compile(
    r"~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
PIECES = [
    "null", "NULL", "True", "false", "nan", "inf", "0x", "0o", "1", "08", "e3", "E", ".", "-1", "+", "~", "T", "n", "f",
    "<a", "é",
]  # fmt: skip


@settings(max_examples=examples(500))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_what_is_no_number_and_no_word_of_yaml_is_text_as_value_item_and_key(text: str) -> None:
    parsed = read_yaml(f"a: {text}\nb: [ {text} ]\nc:\n  {text} : x")
    if NO_TEXT.fullmatch(text):
        assert [spot.rule for spot in parsed.spots][-1:] in (["CW003"], ["CW004"])
    else:
        assert parsed.data == {"a": text, "b": [text], "c": {text: "x"}}
        assert parsed.spots == ()


@given(texts)
def test_what_is_quoted_is_text(text: str) -> None:
    plain = "".join(character for character in text if character.isprintable())
    assert read_yaml("a: '" + plain.replace("'", "''") + "'").data == {"a": plain}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_what_yaml_1_1_took_for_line_ends_are_plain_characters(character: str) -> None:
    text = f"a: one{character}two\nb: '{character}\ue000'\nc{character}: \"x{character}\" # {character}\nd: [1]"
    parsed = read_yaml(text)
    assert parsed.data == {
        "a": f"one{character}two",
        "b": f"{character}\ue000",
        f"c{character}": f"x{character}",
        "d": [1],
    }
    assert parsed.root is not None
    assert parsed.root.children()["d"][1].place() == Place(4, 4, 4, 7)
    assert parsed.root.children()[f"c{character}"][1].spelling() == f"x{character}"


# --- documents --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# nothing\n", "  # a\n\n# b", "---\n", "---\n...\n", "~", "null\n", "%YAML 1.2\n---\n"]
)
def test_what_holds_nothing_gives_nothing(text: str) -> None:
    assert read_yaml(text).data is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_they_like(end: str) -> None:
    parsed = read_yaml(end.join(["a:", "  b: 1", "  b: 2", "c: |", "  x", "  y", ""]))
    assert parsed.data == {"a": {"b": 1}, "c": "x\ny\n"}
    assert [shown(spot) for spot in parsed.spots] == ["CW002 3:3-4"]


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: 1\n...\n---\nb: 2", "--- {}\n--- {}"])
def test_a_second_document_is_refused_where_it_begins(text: str) -> None:
    spot = refusal(text)
    line = text.split("\n").index("---", 1) + 1 if "\n---\n" in text else 2
    assert shown(spot) == f"CW001 {line}:1-2"
    assert "one file holds one map" in spot.message


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b: c", "CW001 1:5-6", "must be quoted"),
        ("a:\n\tb: 1", "CW001 2:1-2", "not with tabs"),
        ("a: @b", "CW001 1:4-5", "quote a text that begins with @"),
        ("a: *b", "CW001 1:4-5", "quote a text that begins with *"),
        ("a: [1, 2", "CW001 1:9-10", "that begins in line 1, column 4"),
        ("a: 'x", "CW001 1:6-7", "quoted scalar"),
        ("a: x\n b: y", "CW001 2:3-4", "must be quoted"),
        ('a: "\\ud800"', "CW004 1:7-8", "write the whole character itself"),
        ('a: "\\ud83d\\ude00"', "CW004 1:7-8", "write the whole character itself"),
        ('a: "\\x"', "CW001 1:7-8", "hexdecimal number"),
        ("a: b\x00c", "CW001 1:5-6", "U+0000 must not stand in YAML"),
        ("a: b\nc: \x1b[31m", "CW001 2:4-5", "U+001B"),
        ("a: \ufffe", "CW001 1:4-5", "U+FFFE"),
        ("a: %b", "CW001 1:4-5", "cannot start any token"),
    ],
)
def test_what_is_no_yaml_is_refused_where_it_goes_wrong(text: str, place: str, words: str) -> None:
    spot = refusal(text)
    assert shown(spot) == place
    assert words in spot.message


# --- remarks ----------------------------------------------------------------------------------------------------


def test_repeated_keys_keep_the_first_value_and_name_both_places() -> None:
    parsed = read_yaml("a: 1\nb: {x: 1, y: 2, x: [3]}\n'a': 4\na: 5\n")
    assert parsed.data == {"a": 1, "b": {"x": 1, "y": 2}}
    assert parsed.discarded == [[3], 4, 5]
    assert [shown(spot) for spot in parsed.spots] == ["CW002 2:17-18", "CW002 3:1-4", "CW002 4:1-2"]
    assert "`x` stands twice; the first is in line 2, column 5" in parsed.spots[0].message
    assert "`a` stands twice; the first is in line 1, column 1" in parsed.spots[1].message
    assert "the first is in line 1" in parsed.spots[2].message


def test_a_key_that_is_no_text_does_not_keep_repeated_ones_from_being_found() -> None:
    assert remarks("? [a]\n: 1\nb: 1\nb: 2\n") == ["CW001 1:3-6", "CW002 4:1-2"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !!str x", "CW001 1:4-9"),
        ("a: !local [1]", "CW001 1:4-10"),
        ("a: ! x", "CW001 1:4-5"),
        ("a: &b !t x", "CW001 1:7-9"),
        ("a: !<tag:yaml.org,2002:int> 1", "CW001 1:4-28"),
        ("a: !!python/object/apply:os.system [ls]", "CW001 1:4-35"),
        ("!!map {a: 1}", "CW001 1:1-6"),
        ("!!str a: 1", "CW001 1:1-6"),
        ("a: [1, !x {b: 1}]", "CW001 1:8-10"),
        ("a: !important", "CW001 1:4-14"),
    ],
)
def test_tags_are_remarked_on_where_they_stand(text: str, place: str) -> None:
    assert remarks(text) == [place]


def test_an_exclamation_mark_in_a_text_is_no_tag() -> None:
    assert remarks("a: Stop!\nb: '!x'\nc: \"!y\" # !z\n") == []


@pytest.mark.parametrize(
    ("text", "place", "data"),
    [
        ("a: &a {x: 1}\nb: {<<: *a, y: 2}", "CW001 2:5-7", {"x": 1, "y": 2}),
        ("a: &a {x: 1}\nb: {<<: [*a, {z: 3}], x: 2}", "CW001 2:5-7", {"x": 2, "z": 3}),
        ("b: {<<: 1}", "CW001 1:5-7", {}),
    ],
)
def test_merge_keys_are_remarked_on_and_their_fields_taken_as_meant(text: str, place: str, data: Any) -> None:
    parsed = read_yaml(text)
    assert [shown(spot) for spot in parsed.spots] == [place]
    assert parsed.data["b"] == data


def test_a_quoted_merge_key_is_a_key() -> None:
    parsed = read_yaml("'<<': {a: 1}")
    assert parsed.data == {"<<": {"a": 1}}
    assert parsed.spots == ()


@pytest.mark.parametrize(
    ("key", "rule", "words"),
    [
        ("12", "CW003", 'this key is `12`, which YAML does not read as text; quote it: "12"'),
        ("012", "CW003", 'quote it: "012"'),
        ("1e3", "CW003", 'quote it: "1e3"'),
        ("true", "CW003", 'quote it: "true"'),
        ("~", "CW003", 'quote it: "~"'),
        ("null", "CW003", 'quote it: "null"'),
        (".nan", "CW004", "no number"),
        ("1" * 5000, "CW004", "a number of 5,000 characters"),
        ("1e999", "CW004", "too large"),
    ],
)
def test_keys_that_are_no_text_are_remarked_on(key: str, rule: str, words: str) -> None:
    parsed = read_yaml(f"a: {{{key}: x}}" if len(key) < 1000 else f"? {key}\n: x")
    (spot,) = parsed.spots
    assert spot.rule == rule
    assert words in spot.message
    assert key in (parsed.data.get("a") or parsed.data)


def test_an_empty_key_asks_for_a_name() -> None:
    (spot,) = read_yaml("a:\n  ?\n  : x").spots
    assert (spot.rule, spot.place.line) == ("CW003", 2)
    assert "give it a name" in spot.message


@pytest.mark.parametrize("key", ["? [a]\n: x", "? {a: 1}\n: x", "{[a]: x}", "{{a: 1}: x}"])
def test_a_list_or_mapping_as_key_is_remarked_on_and_excuses_what_it_names(key: str) -> None:
    parsed = read_yaml(key)
    assert [spot.rule for spot in parsed.spots] == ["CW001"]
    assert parsed.data == {}
    assert parsed.discarded[1:] == ["x"]


@pytest.mark.parametrize(
    "number",
    ["1" * 5000, "-" + "1" * 5000, "0x" + "f" * 5000, "0." + "1" * 200, "1e999", "-1e999", ".inf", "-.INF", ".NaN"],
)
def test_unsafe_numbers_are_remarked_on_at_their_place_and_read_as_text(number: str) -> None:
    parsed = read_yaml(f"a:\n  b: {number}\n")
    assert [shown(spot) for spot in parsed.spots] == [f"CW004 2:6-{6 + len(number)}"]
    assert parsed.data == {"a": {"b": number}}
    assert len(parsed.spots[0].message) < 200


def test_so_many_remarks_are_given_and_the_rest_is_counted() -> None:
    spots = read_yaml("".join(f"a{number}: !x y\n" for number in range(5000))).spots
    assert len(spots) == limits.MAX_REMARKS + 1
    assert "4,800 more" in spots[-1].message
    assert spots[-1].place.line == limits.MAX_REMARKS + 1


# --- aliases ----------------------------------------------------------------------------------------------------


def test_harmless_aliases_are_read_as_copies() -> None:
    parsed = read_yaml("a: &x [p, q]\nb: *x\nc: {d: *x}\ne: &s text\nf: *s\n*s : key\n")
    assert parsed.data == {
        "a": ["p", "q"],
        "b": ["p", "q"],
        "c": {"d": ["p", "q"]},
        "e": "text",
        "f": "text",
        "text": "key",
    }
    assert parsed.data["a"] is not parsed.data["b"]
    assert parsed.spots == ()


LAUGHS = "a: &a0 [ha]\n" + "".join(f"b{n}: &a{n + 1} [" + ", ".join([f"*a{n}"] * 9) + "]\n" for n in range(12))
BIG = "a: &a '" + "x" * 100_000 + "'\nb: [" + ", ".join(["*a"] * 1000) + "]\n"
DEEP = "a: &a0 x\n" + "".join(f"b{n}: &a{n + 1} {'[' * 40}*a{n}{']' * 40}\n" for n in range(100))


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        (LAUGHS, "aliases expand to far more", 1),
        (BIG, "aliases expand to far more", 1),
        (DEEP, "more than 64 deep", 2),
        ("a: &a [1, *a]\n", "contain itself", 1),
        ("a: 1\nb: &b\n  c: *b\n", "contain itself", 2),
        ("a: &b\n- x\n- *b\n", "contain itself", 1),
        ("a: &b\n  ? *b\n  : *b\n", "contain itself", 1),
        ("a: &b {? *b : 1}\n", "contain itself", 1),
    ],
    ids=["laughs", "big", "deep", "flow", "mapping", "list", "key", "flow key"],
)
def test_alias_bombs_and_cycles_are_refused_quickly(text: str, words: str, line: int) -> None:
    with ends():
        spot = refusal(text)
    assert (spot.rule, spot.place.line) == ("CW004", line)
    assert words in spot.message


def test_a_star_in_a_long_text_is_no_bomb() -> None:
    assert len(read_yaml("- '*'\n" + "- a\n" * 200_000).data) == 200_001


# --- depth and size ---------------------------------------------------------------------------------------------


def test_the_limit_of_depth() -> None:
    deep = limits.MAX_DEPTH
    assert read_yaml("[" * deep + "x" + "]" * deep).spots == ()
    spot = refusal("\n [" * (deep + 1) + "x" + "]" * (deep + 1))
    assert shown(spot) == f"CW004 {deep + 2}:2-3"
    assert "more than 64 deep" in spot.message


@pytest.mark.parametrize("size", [100_000, 10_000_000])
@pytest.mark.parametrize("unit", ["[", '{"a":', "{a: ", "- ", "? ", "[{", "- ? ", "[? "])
def test_endless_nesting_is_refused_quickly_where_it_gets_too_deep(unit: str, size: int) -> None:
    with ends():
        spot = refusal(unit * (size // len(unit)))
    assert spot.rule in ("CW004", "CW001")
    assert spot.place.line == 1
    if spot.rule == "CW004":
        assert spot.place.column < 64 * len(unit) + 2


def test_so_many_values_are_read_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_VALUES", 1000)
    assert len(read_yaml("- a\n" * 999).data) == 999
    spot = refusal("- a\n" * 1000)
    assert spot.rule == "CW004"
    assert "more than 1,000 keys and values" in spot.message


@given(texts)
def test_every_character_comes_back_from_an_escape(text: str) -> None:
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    assert read_yaml(f'x: "{escaped}"').data == {"x": text}
    assert read_yaml(f'"{escaped}": x').data == {composed(text): "x"}  # what names something is held in one spelling
