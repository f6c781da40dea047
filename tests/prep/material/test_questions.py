"""Cross-examination: what is asked of the other side, in which order, and what is left out."""

from __future__ import annotations

import json
import re
from typing import Any

from coldwater import api
from coldwater.prep.material.cross_examination import STOCK, examine, in_order
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.questions import questions_page
from coldwater.prep.pages.questions_json import questions_json
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.schemes.asking import Examination
from prep.preparations import ALONE, ARTICLE, ids_in, preparations, prepared, shuffled, strange_ids, unordered
from prep.small_maps import drawn, model

SOME_SEEDS = range(20)


def told(prep: Preparation) -> str:
    return page_markdown(questions_page(prep, examine(prep)))


def rows(prep: Preparation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(questions_json(prep, examine(prep)))["questions"]
    return found


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        assert set(ids_in(rows(prep))) <= set(prep.names), name
        assert not strange_ids(prep, told(prep)), name


def test_only_the_other_side_is_asked_and_only_what_is_open() -> None:
    for name, prep in preparations():
        examination = Examination(prep.graph)
        for one in rows(prep):
            assert prep.other in prep.graph.sides(one["argument"]), name
            texts = {asked.text for asked in examination.questions_to_put(one["argument"])}
            assert one["text"] in texts, name
        asked = {one["argument"] for one in rows(prep)}
        for against in prep.opposing:
            argument = prep.names[against.argument]
            special = [one for one in examination.questions_to_put(argument) if one.scheme or one.name not in STOCK]
            assert bool(special) <= (argument in asked), name


def test_stock_questions_are_a_tenth_where_schemes_ask_and_what_changes_a_mind_is_asked_once() -> None:
    for name, prep in preparations():
        every = rows(prep)
        stock = [one for one in every if one["scheme"] is None and one["name"] in STOCK]
        if any(one["scheme"] for one in every):
            assert len(stock) * 10 <= len(every), name
        minds = [one["claim"] for one in stock if one["name"] == "otherwise" and one["claim"]]
        assert len(minds) == len(set(minds)), name
    for side in ("pro", "con"):
        every = rows(prepared(api.load(str(ARTICLE)), side))
        assert 3 < sum(one["name"] in STOCK and one["scheme"] is None for one in every) <= len(every) / 10


def test_without_schemes_the_stock_questions_go_by_what_is_argued() -> None:
    kinds = ("policy", "forecast", "fact", "value")
    data: dict[str, Any] = {
        "argmap": 1, "title": "T", "thesis": "policy",
        "claims": {kind: {"text": f"The {kind}.", "kind": kind} for kind in kinds} | {"a": "A.", "b": "B.", "c": "C."}
        | {"d": "D."},
        "arguments": {
            "0": {"premises": ["forecast", "a"], "supports": "policy"},
            "1": {"premises": ["fact", "b"], "supports": "forecast"},
            "2": {"premises": ["value", "c"], "supports": "fact"}, "3": {"premises": ["d"], "supports": "value"},
        },
    }  # fmt: skip
    follows = [one["text"] for one in rows(prepared(model(data), "con")) if one["name"] == "follows"]
    assert len({text.rsplit("” ", 1)[1] for text in follows}) == len(follows) == 4


def test_what_decides_comes_first_then_what_must_be_answered() -> None:
    for name, prep in preparations():
        for one in examine(prep):
            crux = [prep.weight(prep.numbers[asked.claim]).smallest if asked.claim else one.weight.smallest
                    for asked in one.questions if asked.hits != "conclusion"]  # fmt: skip
            assert crux == sorted(crux, key=lambda size: size or 10**9), name
        lives = [one["live"] for one in rows(prep)]
        assert lives == sorted(lives, reverse=True), name


def test_order_changes_only_the_order_of_equals() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            usual, other = (rows(prepared(map_, side)) for map_ in (drawn(seed), shuffled(drawn(seed), seed)))
            assert unordered(usual) == unordered(other), (seed, side)


def test_the_article_before_a_debate() -> None:
    pro = prepared(api.load(str(ARTICLE)), "pro")
    first = in_order(pro, examine(pro))[0]
    assert (first.argument, first.claim, first.burden) == ("time-works", "gains-by-time", "answerer")
    assert first.text.endswith("Do you hold that, and on what ground?")
    page = told(pro)
    assert "## To arguments of con that still count" in page
    # A stock question to what decides nothing is not repeated for each argument; JSON holds it.
    attack = r"You deny that “Beijing and Moscow resist NATO” leads to [^?]*What would change your mind\?"
    assert not re.search(attack, page)
    assert page.count("What would change your mind?") <= 1
    against = told(prepared(api.load(str(ARTICLE)), "con"))
    assert against.index("## To arguments of pro that still count") < against.index(
        "## To arguments of pro that fall already"
    )


def test_a_question_that_is_answered_is_left_out() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {"t": "We should build.", "goal": "We must cross.", "means": "A bridge is one.", "f": "Or boats."},
        "arguments": {
            "need": {"premises": ["goal", "means"], "supports": "t", "scheme": "practical_reasoning",
                     "roles": {"goal": "goal", "means": "means"}},
            "ferry": {"premises": ["f"], "attacks": "need"},
        },
    }  # fmt: skip
    open_before = {one["name"] for one in rows(prepared(model(data), "con")) if one["argument"] == "need"}
    data["arguments"]["ferry"]["answers"] = {"need": ["other_means"]}
    open_after = {one["name"] for one in rows(prepared(model(data), "con")) if one["argument"] == "need"}
    assert open_before - open_after == {"other_means"}


def test_every_question_says_what_it_is_about_and_none_asks_more_than_was_claimed() -> None:
    for name, prep in preparations():
        for one in rows(prep):
            assert "“" in one["text"], name
            assert "Why must one agree" not in one["text"], name


def test_nobody_to_ask() -> None:
    assert "There is no argument of con on this map." in told(prepared(model(ALONE), "pro"))
