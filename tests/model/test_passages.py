"""Blocks, the normal form of words, fingerprints and locators, as docs/format.md defines them."""

from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.model.passages import blocks, fingerprint, located_blocks, normal_form, passage
from strategies import texts

TEXT = "Title\n\n  First paragraph. \r\n\t\nSecond.\n"


def test_blocks_are_the_lines_that_say_something() -> None:
    assert blocks(TEXT) == ("Title", "First paragraph.", "Second.")
    assert blocks("") == blocks(" \n\t\n") == ()


@given(st.lists(texts))
def test_no_block_is_blank_or_holds_a_line_end(lines: list[str]) -> None:
    for block in blocks("\n".join(lines)):
        assert block.strip() == block != ""
        assert len(block.splitlines()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u201cold\u201d", '"old"'),
        ("\u00abold\u00bb", '"old"'),
        ("don\u2019t", "don't"),
        ("1990\u20132000", "1990-2000"),
        ("\u2212 5", "- 5"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u00a0b\n\tc ", "a b c"),
        ("\ufb01gure", "figure"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_typesetting_changes_nothing(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(("one", "other"), [("old", "Old"), ("1990", "1991"), ("a b", "ab"), ("it's", "its")])
def test_letters_case_and_figures_do(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_the_normal_form_has_single_blanks_and_every_text_a_fingerprint(text: str) -> None:
    form = normal_form(text)
    assert form == " ".join(form.split())
    assert len(fingerprint(text)) == 16
    assert set(fingerprint(text)) <= set("0123456789abcdef")


def test_a_fingerprint_is_the_beginning_of_the_sha_256() -> None:
    words = "The  main \u2018girder\u2019"
    expected = hashlib.sha256(unicodedata.normalize("NFKC", "The main 'girder'").encode()).hexdigest()[:16]
    assert fingerprint(words) == expected


@pytest.mark.parametrize(
    ("locator", "numbers"),
    [
        ("block 7", range(7, 8)),
        ("Blocks 7-9", range(7, 10)),
        ("blocks 7 \u2013 9 ", range(7, 10)),
        ("block 0", None),
        ("blocks 9-7", None),
        ("p. 7", None),
        ("block seven", None),
        ("block 7a", None),
        ("block " + "9" * 30, None),
    ],
)
def test_locators(locator: str, numbers: range | None) -> None:
    assert located_blocks(locator) == numbers


def test_a_passage_is_its_blocks_or_nothing() -> None:
    parts = blocks(TEXT)
    assert passage(parts, range(2, 4)) == "First paragraph.\nSecond."
    assert passage(parts, range(3, 5)) is None
