"""What is said around the words of a map, in its language where there is a table for it; else apart from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from coldwater.model.data import as_data
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.html_form import page_html
from coldwater.prep.speeches.english import ENGLISH
from coldwater.prep.speeches.german import GERMAN
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.prep.speeches.sentences import Said
from prep.preparations import SEEDS, prepared
from prep.small_maps import drawn, model

#: Words that stand in English sentences and in no German ones.
ENGLISH_WORDS = re.compile(
    r"\b(the|that|they|this|and|we|our|have|has|it|of|is|not|against|point|say|what|why|if|first|weigh)\b", re.I
)


def texts(value: Any) -> Iterator[str]:
    """Give all texts in a table, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in sorted(value):
            yield f"{key}:"
            yield from texts(value[key])
    elif not callable(value):
        for one in value:
            yield from texts(one)


def test_the_tables_hold_the_same_in_each_language() -> None:
    english, german = list(texts(tuple(ENGLISH))), list(texts(tuple(GERMAN)))
    assert len(english) == len(german)
    for ours, theirs in zip(english, german, strict=True):
        assert ours.count("{}") == theirs.count("{}"), (ours, theirs)
        assert ours.endswith(" ") == theirs.endswith(" ") or not theirs, (ours, theirs)
    assert not [one for one in texts(tuple(GERMAN)[1:]) if ENGLISH_WORDS.search(one) and one not in english]


def in_language(map_: Any, language: str) -> Any:
    data = as_data(map_) | {"language": language}
    names = {name: f"Aussage {number}." for number, name in enumerate(data["claims"])}
    data["claims"] = {name: {**claim, "text": names[name]} for name, claim in data["claims"].items()}
    return model(data)


def every_sentence(prep: Preparation) -> Iterator[Said]:
    for debate in FORMATS.values():
        flow = find_flow(prep, debate)
        for place, speech in enumerate(debate.speeches):
            if speech.side == prep.side:
                plan = find_plan(prep, Task(60, 150), flow, place)
                yield from (said for part in plan.parts for said in part.sentences)


@pytest.mark.parametrize("side", ["pro", "con"])
def test_a_german_speech_has_no_english_in_it(side: str) -> None:
    told = set()
    for seed in SEEDS[::8]:
        for said in every_sentence(prepared(in_language(drawn(seed), "de"), side)):
            told.add(said.lead or said.text)
            assert not ENGLISH_WORDS.search(said.text), said.text
    assert {"Wägen Sie also ab, was bleibt.", "Die Gegenseite sagt: "} <= told


def test_what_we_say_in_another_language_than_the_map_stands_apart_and_is_marked() -> None:
    prep = prepared(in_language(drawn(3), "fr"), "con")
    page = page_html(plan_page(prep, find_plan(prep, Task(60, 150))), "fr")
    assert '<b lang="en">The motion is:</b> Aussage' in page
    assert '<b lang="en">We speak against it.</b>' in page
    assert not re.search(r"<li>(?!<b)[^<]*\b(?:They|motion|Point|Why)\b", page)


def test_every_sentence_begins_with_its_lead() -> None:
    for seed in SEEDS[::8]:
        for said in every_sentence(prepared(drawn(seed), "pro")):
            assert said.text.startswith(said.lead)
