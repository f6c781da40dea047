"""How texts are spelt in YAML: whatever is written is read again as the same text, and quotes stand where they must."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.formats.native.yaml_scalars import in_lines, inline, is_plain, quoted, spread
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model import composed
from strategies import AWKWARD_IDS
from work import examples

signs = st.sampled_from("ab12 .-_:#,[]{}?&*!|>'\"%@`\\=~<\t\n\r\x07\x7f\x85\xa0\u2028\u202e\ufeffé桥🏗")
texts = st.one_of(
    st.text(signs, max_size=12), st.text(max_size=8), st.sampled_from([*AWKWARD_IDS, "<<", "=", "---", "..."])
)
words = st.text(st.sampled_from("ab#:-'\"{"), min_size=1, max_size=9)
prose = st.lists(st.one_of(words, st.just("\n"), st.just("")), min_size=1, max_size=40).map(" ".join)
paragraphs = st.lists(st.lists(words, max_size=12).map(" ".join), min_size=1, max_size=5).map("\n".join)


@given(texts)
def test_a_text_on_one_line_is_read_as_the_same_text(text: str) -> None:
    key = text if text.startswith("x-") else composed(text)
    assert read_yaml(f"{inline(text, in_flow=False)}: {inline(text, in_flow=False)}\n").data == {key: text}
    flow = inline(text, in_flow=True)
    inner = {key: text, "a longer name": [text, text]}
    assert read_yaml(f"a: {{{flow}: {flow}, a longer name: [{flow}, {flow}]}}\n").data == {"a": inner}
    for quote in "'\"":
        assert read_yaml(f"a: {quoted(text, quote)}\n").data == {"a": text}
    assert "\n" not in flow


@given(st.one_of(texts, prose, paragraphs, paragraphs.map(lambda text: text + "\n")), st.integers(1, 40), st.booleans())
def test_a_text_in_lines_is_read_as_the_same_text(text: str, width: int, is_literal: bool) -> None:
    spelt = in_lines(text, width, is_literal)
    if spelt is None:
        return
    header, lines = spelt
    written = "".join(f"  {line}\n" if line else "\n" for line in lines)
    for after in ("", "\n", "b: c\n", "\nb: c\n", "# d\n"):
        assert read_yaml(f"a: {header}\n{written}{after}").data["a"] == text
        assert read_yaml(f"x:\n- {header}\n{written}{after}").data["x"] == [text]
    if header[0] == ">":
        assert all(len(line) <= width or not re.search("(?<! ) (?! )", line) for line in lines)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("a plain text", "a plain text"),
        ("A question?", "A question?"),
        ("p. 4", "p. 4"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("-x", "-x"),
        ("2025-03-01", '"2025-03-01"'),
        ("2025-03-01T12:00:00Z", '"2025-03-01T12:00:00Z"'),
        ("2025-03", "2025-03"),
        ("1_000", '"1_000"'),
        ("0b11", '"0b11"'),
        ("=", '"="'),
        ("off", '"off"'),
        ("office", "office"),
        ("1:30", '"1:30"'),
        ("桥梁有裂缝。", "桥梁有裂缝。"),
        ("012", '"012"'),
        ("1e3", '"1e3"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("no", '"no"'),
        ("???", "???"),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("#a", '"#a"'),
        ("- a", '"- a"'),
        ('say "a: b"', "'say \"a: b\"'"),
        ("C:\\: no", "'C:\\: no'"),
        ("it's: so", '"it\'s: so"'),
        ("two\nlines", '"two\\nlines"'),
        ("\x1b[31m", '"\\x1b[31m"'),
        ("turned \u202eround", '"turned \\u202eround"'),
        ("zero\u200dwidth", "zero\u200dwidth"),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, spelling: str) -> None:
    assert inline(text, in_flow=False) == spelling


def test_brackets_and_commas_need_quotes_only_in_flow_style() -> None:
    assert is_plain("a, [b]", in_flow=False)
    assert not is_plain("a, b", in_flow=True)
    assert not is_plain("a [b]", in_flow=True)


@pytest.mark.parametrize(
    ("text", "header", "lines"),
    [
        ("one two three", ">-", ["one two", "three"]),
        ("one two three\n", ">", ["one two", "three"]),
        ("one\ntwo", "|-", ["one", "two"]),
        ("one\n\ntwo\n", "|", ["one", "", "two"]),
        ("one two three\nfour", ">-", ["one two", "three", "", "four"]),
        ("one two three\n\nfour", ">-", ["one two", "three", "", "", "four"]),
        ("one two three\n  - four", "|-", ["one two three", "  - four"]),
        ("seventeen-letters one", ">-", ["seventeen-letters", "one"]),
    ],
)
def test_texts_in_lines_keep_line_ends_or_are_wrapped(text: str, header: str, lines: list[str]) -> None:
    assert in_lines(text, 8) == (header, lines)


@pytest.mark.parametrize("text", ["", " a", "\na", "a \nb", "a\n\n", "a\tb", "a\u2028b", "a "])
def test_what_lines_cannot_hold_is_left_to_quotes(text: str) -> None:
    assert in_lines(text, 8) is None


@given(st.lists(words, min_size=1, max_size=20), st.integers(5, 40))
def test_a_list_spread_over_lines_holds_its_items_and_keeps_to_the_width(items: list[str], width: int) -> None:
    lines = spread(items, width)
    assert " ".join(line.strip() for line in lines) == "[" + ", ".join(items) + "]"
    assert all(len(line) <= width or " " not in line.strip() for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])


WORDS = ("yes", "No", "on", "OFF", "y", "true", "null", "~", "=", "<<", ".inf", "-.INF", ".nan", "0b1_0")
TIMES = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]{0,2})?( ?Z|[+-][0-9]{1,2})?)?"
LOOKALIKES = st.one_of(
    st.sampled_from(WORDS),
    st.from_regex(r"[-+]?[0-9_:.xeoEb+-]{1,8}", fullmatch=True),
    st.from_regex(TIMES, fullmatch=True),
)


@settings(max_examples=examples(250))
@given(LOOKALIKES, st.booleans())
def test_a_reader_of_yaml_1_1_takes_it_for_the_same_text(text: str, in_flow: bool) -> None:
    """PyYAML reads by YAML 1.1: a key and a value are texts to it as they are to us."""
    spelt = inline(text, in_flow)
    written = f"{{{spelt}: [{spelt}]}}" if in_flow else f"{spelt}: {spelt}\n"
    assert yaml.load(written, yaml.SafeLoader) == {text: [text] if in_flow else text}


def test_a_colon_before_a_question_mark_is_quoted_in_braces() -> None:
    # libyaml refuses it there, and so does every reader that is made of it.
    assert inline("so :why:? ask", in_flow=True) == '"so :why:? ask"'
    assert inline("so :why:? ask", in_flow=False) == "so :why:? ask"
    assert read_yaml('{text: "so :why:? ask"}\n').data == {"text": "so :why:? ask"}


@given(st.text(alphabet="ab ?:,-!.é'\"#&*", min_size=1, max_size=8), st.booleans())
def test_what_people_write_is_the_same_text_to_pyyaml(text: str, in_flow: bool) -> None:
    """PyYAML written in Python ends a plain text in a bracket at a question mark, wherever it stands."""
    spelt = inline(text, in_flow)
    written = f"{{text: {spelt}, tags: [{spelt}]}}" if in_flow else f"text: {spelt}\n"
    assert yaml.load(written, yaml.SafeLoader)["text"] == text


def test_a_question_in_braces_is_in_quotes() -> None:
    assert inline("Was it?", in_flow=True) == '"Was it?"'
    assert inline("Was it?", in_flow=False) == "Was it?"
