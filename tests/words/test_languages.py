"""What a sheet says itself is said in the map's language, or in the one that is asked for."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import cycle, product
from typing import Any

import pytest

from coldwater.errors import UsageError
from coldwater.model.replacing import with_value
from coldwater.render import Options, draw
from coldwater.semantics.verdict_words import BECAUSE
from coldwater.words.languages import LANGUAGES, words_for
from coldwater.words.wording import ENGLISH
from render.shapes import fifteen
from render.sheets.measured import texts_of
from work import ALL

OTHERS = [tag for tag in LANGUAGES if tag != "en"]
_FIELD = re.compile(r"\{(\w*)\}")


def _filled_in(value: Any) -> Any:
    """Give what is filled into a word, or into each of several."""
    if isinstance(value, str):
        return sorted(set(_FIELD.findall(value)))
    if isinstance(value, tuple):
        return [_filled_in(one) for one in value]
    return sorted(value)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_word_is_there_and_takes_what_the_english_one_takes(tag: str) -> None:
    words = words_for(tag)
    for one in fields(words):
        if one.name in ("reasons", "circumstances", "separator", "comma", "tag", "page"):
            continue
        value, english = getattr(words, one.name), getattr(ENGLISH, one.name)
        assert _filled_in(value) == _filled_in(english), one.name
        assert value, one.name
    assert words.reasons.keys() == BECAUSE.keys()
    assert words.tag == tag
    for key, english in ENGLISH.page.items():
        assert type(words.page[key]) is type(english), key
        assert _filled_in(words.page[key]) == _filled_in(english), key
        assert words.page[key] != "", key


_LAYOUTS = ("sides", "rails", "icicle")
#: Each language in one layout, each layout in two languages; all of them where there is time.
DRAWN = list(product(OTHERS, _LAYOUTS) if ALL else zip(OTHERS, cycle(_LAYOUTS), strict=False))


@pytest.mark.parametrize(("tag", "layout"), DRAWN)
def test_a_map_in_a_language_is_drawn_in_its_words(tag: str, layout: str) -> None:
    map_ = with_value(fifteen()["every verdict"], "language", tag)
    svg = draw(map_, "svg", Options(layout=layout, width=700)).decode()
    shown = " ".join(text.text for text in texts_of(svg))
    words = words_for(tag)
    assert words.key["supports"] in shown
    for english in (" stands", "undecided", "behind it", "FOR (", "The whole map", "ARGUMENT MAP", "Semantics"):
        assert english not in shown
    assert not re.search(r"\b(Argument .*, supports|Premise:|verdict:|since)\b", svg)


def test_another_language_can_be_asked_for_and_an_unknown_one_is_english() -> None:
    map_ = fifteen()["every verdict"]
    german = draw(map_, "svg", Options(layout="sides", language="de")).decode()
    assert "DAFÜR (2)" in german
    italian = draw(with_value(map_, "language", "it"), "svg", Options(layout="sides")).decode()
    assert "FOR (2)" in italian
    with pytest.raises(UsageError, match="no words in 'it'; there are words in en, de"):
        draw(map_, "svg", Options(layout="sides", language="it"))


def test_numbers_are_parted_as_the_language_does() -> None:
    assert [words_for(tag).number(12345) for tag in ("en", "de", "fr", "zh")] == [
        "12,345", "12.345", "12\u202f345", "12,345",
    ]  # fmt: skip
