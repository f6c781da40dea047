"""Measuring and breaking lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.printable import printable
from coldwater.render.fonts.text import fill, shorten, widest, width, wrap
from work import examples

CLOSING = "、。，．：；？！）」』】》"


@settings(max_examples=examples(75), deadline=None)
@given(st.text(max_size=120), st.floats(40, 300))
def test_no_line_is_wider_than_the_limit_and_nothing_is_lost(text: str, limit: float) -> None:
    shown = printable(text)
    lines = wrap(shown, limit, 13.5)
    assert widest(lines, 13.5) <= limit + 0.01
    assert "".join("".join(lines).split()) == "".join(shown.split())


def test_lines_are_narrowed_to_even_length() -> None:
    assert wrap("one two three four five six", 110, 13.5) == ("one two three", "four five six")


def test_ideographs_break_anywhere_but_not_before_closing_punctuation() -> None:
    text = "具有约束力的共同防御条约，将使任何国家对两国中任何一方的攻击都要付出高得多的代价。" * 3
    for limit in range(60, 200, 7):
        lines = wrap(text, limit, 13.5)
        assert len(lines) > 3
        assert not any(line[0] in CLOSING for line in lines)


def test_marks_have_no_width_and_stay_with_their_letter() -> None:
    assert width("x\u0331\u0331", 10) == width("x", 10)
    assert all(line.count("q") * 2 == len(line) for line in wrap("q\u0331" * 500, 100, 13.5))


def test_wide_characters_are_one_em() -> None:
    assert width("字", 10) == 10


@pytest.mark.parametrize(("sequence", "em"), [
    ("1\ufe0f\u20e3", 1.3), ("\u2764\ufe0f", 1.3), ("\U0001f600", 1.3), ("\U0001f44d\U0001f3fd", 1.3),
    ("\U0001f1e9\U0001f1ea", 1.5), ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 1.3),
    ("\U0001f469\u200d\u2695\ufe0f", 1.3), ("\u2764\ufe0f\u200d\U0001f525", 1.3),
])  # fmt: skip
def test_emoji_sequences_have_the_width_they_are_drawn_with(sequence: str, em: float) -> None:
    assert width(sequence, 10) == pytest.approx(10 * em)
    assert width(f"a{sequence}b", 10) == pytest.approx(10 * em + width("ab", 10))


@settings(max_examples=examples(75), deadline=None)
@given(st.text("abc defghij klmn \u5b57\u6f22", min_size=1, max_size=120), st.floats(60, 300))
def test_nothing_short_is_left_alone_on_a_last_line(text: str, limit: float) -> None:
    lines = fill(text, limit, 13.5)
    assert widest(lines, 13.5) <= limit + 0.01
    assert "".join("".join(lines).split()) == "".join(text.split())
    if len(lines) > 1 and width(lines[-1], 13.5) < 0.12 * limit:
        assert not any(cut in lines[-2] for cut in " \u5b57\u6f22")  # only where nothing can come down to it


@pytest.mark.parametrize("limit", [0, 5, 20, 80, 1000])
def test_what_is_shortened_fits(limit: float) -> None:
    short = shorten("A rather long title of an argument", limit, 12.5)
    assert short == "…" or width(short, 12.5) <= limit


@given(st.text())
def test_printable_leaves_nothing_that_controls_hides_or_breaks_xml(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufffe\uffff")
