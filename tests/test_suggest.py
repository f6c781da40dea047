"""What was probably meant by a misspelt id."""

from __future__ import annotations

import random

import pytest

from coldwater.suggest import BUDGET, Names, closest, hint
from work import steps_of

IDS = ["cracks", "unsafe", "main-girder", "cost", "claim-12", "Bridge"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("crakcs", "cracks"),
        ("crack", "cracks"),
        ("cracksss", "cracks"),
        ("main_girder", "main-girder"),
        ("MainGirder", "main-girder"),
        ("bridge", "Bridge"),
        ("costs", "cost"),
        ("claim12", "claim-12"),
        ("claim-13", None),
        ("zebra", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_the_nearest_name_is_found(word: str, meant: str | None) -> None:
    assert closest(word, IDS) == meant


@pytest.mark.parametrize(
    ("word", "names", "is_sole"),
    [
        ("crakcs", ["cracks", "unsafe"], True),
        ("crxcks", ["cracks", "crocks"], False),
        ("Main_Girder", ["main-girder", "maingirder"], False),
        ("main_girder", ["main-girder", "main-girders"], True),
        ("suppported-by", ["supported-by-it", "supported-by-us"], False),
        ("zebra", ["cracks"], False),
        ("", ["cracks"], False),
    ],
)
def test_there_is_no_doubt_where_no_other_name_is_as_near(word: str, names: list[str], is_sole: bool) -> None:
    assert Names(names).is_sole(word) == is_sole


def test_nothing_is_near_in_an_empty_map() -> None:
    assert closest("cracks", []) is None
    assert hint("cracks", []) == ""


def test_figures_count_where_names_are_numbers() -> None:
    assert Names(["CW103", "CW301"], figures_count=True).closest("CW310") == "CW301"


#: So many steps may a word take on average among any number of names; some 2,000 are usual.
STEPS = 6_000


def test_a_slip_is_found_among_thousands_of_names_and_many_slips_are_quick() -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    ids = ["".join(chance.choices("abcdefghij", k=12)) for _ in range(10_000)]
    slips = [word[:4] + word[5] + word[4] + word[6:] for word in ids]
    names = Names(ids)
    found: list[str | None] = []
    assert steps_of(lambda: found.extend(map(names.closest, slips[:1_000]))) < 1_000 * STEPS
    found.extend(map(names.closest, slips[1_000:]))
    assert sum(meant == word for meant, word in zip(found, ids, strict=True)) > 9_900


def test_hopeless_words_among_thousands_of_like_names_are_quick() -> None:
    names = Names(f"the-same-beginning-of-a-rather-long-name-{i}" for i in range(10_000))
    words = [f"the-same-beginning-but-quite-another-end-{i:05}x" for i in range(1_000 + BUDGET // 10_000)]
    for dear in words[1_000:]:  # these are compared with every name, and then there is nothing left to spend
        names.closest(dear)
    assert steps_of(lambda: [names.closest(word) for word in words[:1_000]]) < 1_000 * STEPS
