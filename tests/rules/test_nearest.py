"""CW304 says where a quote and its source differ, corrects a locator, and takes bounded time over long texts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import revise
from coldwater.api import check_bytes
from coldwater.model.passages import fingerprint, normal_form
from coldwater.rules.nearest import Search
from work import ends

SURVEY = """\
A survey of the valley.
In the year of the flood the farms lost 43 per cent of their cattle, and most of the barns.
Nobody counted the sheep.
The mill was not insured against water.
The bridge stood. The bridge was not insured against water.
"""
MAP = """\
argmap: 1
title: Should the valley be insured?
thesis: insure
sources:
  survey: {title: A survey}
claims:
  insure:
    text: The valley should be insured.
    cites:
      - source: survey
"""


def message(quote: str, locator: str | None = None, text: str = SURVEY) -> str:
    [finding] = check_bytes("a.yaml", _citing(quote, locator).encode(), {"survey": text}).findings
    assert finding.rule == "CW304"
    return finding.message


def _citing(quote: str, locator: str | None = None, print_: str | None = None) -> str:
    fields = {"locator": locator, "quote": quote, "fingerprint": print_}
    lines = [f'        {name}: "{value}"\n' for name, value in fields.items() if value is not None]
    return MAP + "".join(lines)


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (
            "the farms lost 34 per cent of their cattle",
            "block 2 has “… farms lost 43 per cent …” where the quote has “34”",
        ),
        ("Nobody counted the goats.", "block 3 has “… counted the sheep. The …” where the quote has “goats”"),
        ("Nobody ever counted the sheep", "block 3 has “… . Nobody counted the …”, without “ever”"),
        (
            "the farms lost 43 per cent of cattle",
            "block 2 has “… cent of their cattle, …”; the quote leaves out “their”",
        ),
        (
            "lost 43 per cent of cattle, and most",
            "block 2 has “… cent of their cattle, …”; the quote leaves out “their”",
        ),
        ("the farms lost 34 per cent of their sheep, and", "“34”, and they differ in 1 more place"),
        ("THE MILL was insured against water.", "block 4 has"),
        (
            "The Bridge was not insured against water.",
            "block 5 has “… . The bridge was not …” where the quote has “Bridge”",
        ),
    ],
)
def test_a_message_shows_the_nearest_passage_and_what_differs(quote: str, said: str) -> None:
    assert said in message(quote)
    assert message(quote).startswith("the text of `survey` does not hold this quote: ")
    assert said in message(quote, "block 1")


def test_what_is_nowhere_near_is_not_compared() -> None:
    assert message("Frogs sing at night in many keys") == (
        "the text of `survey` does not hold this quote; copy it word for word"
    )


def test_writing_without_blanks_is_compared_sign_by_sign() -> None:
    said = message("大桥在洪水中损失了34头牛", text="报告\n据说大桥在洪水中损失了43头牛，没有人受伤。\n")
    assert "block 2 has “… 失了43头牛 …” where the quote has “34”" in said


def test_a_long_difference_is_cut_in_its_middle() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    said = message(f"Nobody counted {words} the sheep. The mill was not insured against water. The bridge stood. The")
    assert len(said) < 250


@given(st.lists(st.sampled_from(SURVEY.split()), min_size=3, max_size=30).map(" ".join))
def test_a_difference_is_one(quote: str) -> None:
    text = normal_form(SURVEY)
    nearest = Search(text).nearest(quote)
    if nearest is None or quote in text:
        return
    around, theirs, ours, at = nearest.first
    assert theirs != ours
    assert ours in quote
    assert "…" in around or around in text
    assert 0 <= at < len(text)
    assert nearest.number >= 1


@given(st.text(max_size=60), st.text(min_size=1, max_size=30))
def test_any_text_and_quote_can_be_compared(text: str, quote: str) -> None:
    text, quote = normal_form(text), normal_form(quote)
    if quote and quote not in text:
        Search(text).nearest(quote)


@pytest.mark.parametrize("number", [1, 400])
def test_long_texts_take_bounded_time(number: int) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    words = [f"word{chance.randrange(3000)}" for _ in range(1_000_000)]
    words[700_000:700_012] = ["in", "the", "year", "of", "the", "flood", "farms", "lost", "43", "per", "cent", "gone"]
    text = " ".join(words)
    search = Search(text)
    with ends():
        found = [search.nearest("the year of the flood farms lost 34 per cent gone") for _ in range(number)]
    assert found[0] is not None
    assert found[0].first.theirs == "43"
    assert text[found[0].first.at :].startswith("43 per")


@pytest.mark.parametrize("text", ["a " * 500_000, "a" * 1_000_000, "ab " * 300_000 + "c"])
def test_texts_that_repeat_themselves_take_bounded_time(text: str) -> None:
    with ends():
        search = Search(normal_form(text))
        for _ in range(50):
            search.nearest("a b " * 60 + "z")


# --- fixes ------------------------------------------------------------------------------------------------------


def fixed(text: str) -> str:
    return revise.fix("a.yaml", data=text.encode(), texts={"survey": SURVEY}).change.new.decode()


def test_the_fix_corrects_a_locator_and_nothing_else() -> None:
    before = _citing("Nobody counted the sheep.", "block 2")
    assert len(check_bytes("a.yaml", before.encode(), {"survey": SURVEY}).fixes) == 1
    assert fixed(before) == before.replace("block 2", "block 3").replace('"block 3"', fixed_spelling(fixed(before)))
    across = _citing("barns. Nobody counted", "block 5")
    assert "blocks 2-3" in fixed(across)
    assert check_bytes("a.yaml", fixed(across).encode(), {"survey": SURVEY}).findings == ()


def fixed_spelling(text: str) -> str:
    """Give the locator as it stands in a text: whoever edits may quote it or not."""
    [line] = [line for line in text.splitlines() if "locator" in line]
    return line.split(": ", 1)[1]


def test_there_is_no_fix_where_the_quote_stands_in_two_places() -> None:
    before = _citing("was not insured against water.", "block 1")
    assert (
        "this quote stands in block 4" in check_bytes("a.yaml", before.encode(), {"survey": SURVEY}).findings[0].message
    )
    assert check_bytes("a.yaml", before.encode(), {"survey": SURVEY}).fixes == {}
    assert fixed(before) == before


def test_there_is_no_fix_where_a_fingerprint_bears_out_the_locator() -> None:
    before = _citing("Nobody counted the sheep.", "block 1", fingerprint("A survey of the valley."))
    assert check_bytes("a.yaml", before.encode(), {"survey": SURVEY}).fixes == {}
    assert fixed(before) == before


def test_a_passage_that_moved_gets_the_locator_of_its_block() -> None:
    before = _citing("counted the sheep", "block 1", fingerprint("Nobody counted the sheep."))
    assert fixed_spelling(fixed(before)).strip('"') == "block 3"
    elsewhere = _citing("The bridge stood", "block 1", fingerprint("Nobody counted the sheep."))
    assert fixed(elsewhere) == elsewhere


# --- the summary ------------------------------------------------------------------------------------------------


def test_quotes_and_fingerprints_are_counted(tmp_path: Path) -> None:
    checked = check_bytes("a.yaml", _citing("Nobody counted the sheep.", "block 2").encode(), {"survey": SURVEY})
    assert checked.counts == ((0, 1, 0), (0, 0, 0), ())
    both = _citing("counted the sheep", "block 3", fingerprint("Nobody counted the sheep."))
    assert check_bytes("a.yaml", both.encode(), {"survey": SURVEY}).counts == ((1, 0, 0), (1, 0, 0), ())
    assert check_bytes("a.yaml", both.encode()).counts == ((0, 0, 1), (0, 0, 1), ("survey",))
    changed = _citing("counted the sheep", "block 3", "0" * 16)
    assert check_bytes("a.yaml", changed.encode(), {"survey": SURVEY}).counts == ((0, 1, 0), (0, 1, 0), ())
    plain = MAP.replace("    cites:\n      - source: survey\n", "").encode()
    assert check_bytes("a.yaml", plain).counts is None
