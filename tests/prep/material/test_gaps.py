"""What a side lacks: opposing arguments that nothing holds against, claims without ground, what decides first."""

from __future__ import annotations

import json
import re
from typing import Any

from coldwater import api
from coldwater.prep.material.gaps import Gaps, find_gaps
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.gaps import gaps_page
from coldwater.prep.pages.gaps_json import gaps_json
from coldwater.prep.pages.remainder import tags_in
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.page import Line
from coldwater.semantics.grounded import IN
from prep.preparations import (
    ALONE,
    ARTICLE,
    ONE_SIDED,
    ids_in,
    preparations,
    prepared,
    shuffled,
    strange_ids,
    unordered,
)
from prep.small_maps import drawn, model

SOME_SEEDS = range(30)


def names(prep: Preparation, gaps: Any) -> list[str]:
    return [prep.names[gap.standing.argument] for gap in gaps]


def listed(gaps: Gaps) -> set[int]:
    return {gap.standing.argument for gap in (*gaps.unanswered, *gaps.beaten, *gaps.contested)}


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        gaps = find_gaps(prep)
        assert set(ids_in(json.loads(gaps_json(prep, gaps)))) <= set(prep.names), name
        assert not strange_ids(prep, page_markdown(gaps_page(prep, gaps))), name


def test_a_gap_is_no_answer_that_stands() -> None:
    met = 0
    for name, prep in preparations():
        gaps = listed(find_gaps(prep))
        answers = {one.node for against in prep.opposing for one in against.answers if one.label == IN}
        assert not gaps & answers, name
        met += bool(gaps and answers)
    assert met > 10  # so that the two could meet at all


def test_every_opposing_argument_that_does_not_fall_is_a_gap_or_an_answer_of_the_sides_own() -> None:
    for name, prep in preparations():
        open_ = {one.argument for one in prep.opposing if one.state not in ("answered", "fallen")}
        assert listed(find_gaps(prep)) == open_ - prep.live_answers, name


def test_order_changes_only_the_order_of_equals() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            usual, other = (prepared(map_, side) for map_ in (drawn(seed), shuffled(drawn(seed), seed)))
            told = [json.loads(gaps_json(prep, find_gaps(prep))) for prep in (usual, other)]
            assert unordered(told[0]) == unordered(told[1]), (seed, side)
            for field in ("unanswered", "beaten", "contested", "unsourced", "unstated"):
                ranks = [[rank_of(one) for one in one_told[field]] for one_told in told]
                assert ranks[0] == ranks[1], (seed, side)


def rank_of(one: dict[str, Any]) -> tuple[Any, ...]:
    return (one.get("live"), one["smallest_crux"], one["cruxes"], one["load"])


def test_the_article_before_a_debate() -> None:
    map_ = api.load(str(ARTICLE))
    pro, con = prepared(map_, "pro"), prepared(map_, "con")
    gaps = find_gaps(pro)
    # What speaks for the rival speaks against the thesis.
    direct = {"no-need-yet", "unwanted", "dependence"}
    rival = {"wait-and-see", "warning", "time-works", "coordinate-first", "take-stock"}
    assert set(names(pro, gaps.unanswered_cruxes)) == direct | rival
    assert set(names(pro, gaps.unanswered)[:8]) == direct | rival
    # Con has to meet six arguments at once.
    assert {gap.weight.smallest for gap in find_gaps(con).unanswered_cruxes} == {6}
    page = page_markdown(gaps_page(con, find_gaps(con)))
    assert "## To make the thesis fall, answer all of these 6 arguments" in page
    assert "## Unanswered pro arguments (11, and 28 behind them)" in page


def test_what_the_rank_goes_by() -> None:
    """A crux comes first, wherever the file has it; and what serves a lost cause comes last."""
    data = {
        "argmap": 1, "title": "Rank", "thesis": "t",
        "claims": {name: f"Claim {name}." for name in ("t", "a", "weak", "strong", "lost", "back", "no")},
        "arguments": {
            "lost-backing": {"premises": ["back"], "supports": "lost"},
            "lost-cause": {"premises": ["lost"], "attacks": "t"},
            "weak-con": {"premises": ["weak"], "attacks": "t", "strength": 0.4},
            "case": {"premises": ["a"], "supports": "t", "strength": 0.5},
            "strong-con": {"premises": ["strong"], "attacks": "t"},
            "undercut": {"premises": ["no"], "attacks": "lost-cause"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    gaps = find_gaps(prep)
    assert names(prep, gaps.unanswered) == ["strong-con", "weak-con", "lost-backing"]
    assert [gap.weight.smallest for gap in gaps.unanswered] == [1, None, None]
    assert [gap.is_live for gap in gaps.unanswered] == [True, True, False]
    assert [prep.names[one.claim] for one in gaps.unsourced] == ["a", "no"]


def test_beaten_and_contested() -> None:
    claims = {name: f"Claim {name}." for name in ("t", "a", "b", "c")}
    arguments: dict[str, Any] = {
        "con": {"premises": ["a"], "attacks": "t"},
        "answer": {"premises": ["b"], "attacks": "con"},
        "reply": {"premises": ["c"], "attacks": "answer"},
    }
    data: dict[str, Any] = {"argmap": 1, "title": "Beaten", "thesis": "t", "claims": claims, "arguments": arguments}
    prep = prepared(model(data), "pro")
    gaps = find_gaps(prep)
    assert (names(prep, gaps.beaten), names(prep, gaps.unanswered)) == (["con"], ["reply"])
    assert "**Answer (it falls):**" in page_markdown(gaps_page(prep, gaps))
    data["claims"] = claims | {"b": {"text": "Claim b.", "status": "open"}}
    del arguments["reply"]
    prep = prepared(model(data), "pro")
    assert names(prep, find_gaps(prep).contested) == ["con"]


def test_nothing_to_answer_is_said() -> None:
    for data, side, told in (
        (ALONE, "pro", "no con argument on this map"),
        (ONE_SIDED, "pro", "no con argument on this map"),
        (ALONE, "con", "no pro argument on this map"),
    ):
        prep = prepared(model(data), side)
        assert told in page_markdown(gaps_page(prep, find_gaps(prep)))


def test_unstated_premises_stand_apart_from_what_was_stated_without_a_source() -> None:
    data: dict[str, Any] = json.loads(json.dumps(ONE_SIDED))
    data["claims"] |= {"b": {"text": "Claim b.", "implicit": True}, "c": {"text": "C.", "cites": [{"source": "s"}]}}
    data["arguments"]["for"]["premises"] = ["a", "b", "c"]
    data["sources"] = {"s": {"title": "Survey"}}
    prep = prepared(model(data), "pro")
    gaps = find_gaps(prep)
    assert [prep.names[one.claim] for one in gaps.unsourced] == ["a"]
    assert [prep.names[one.claim] for one in gaps.unstated] == ["b"]


def test_of_a_tie_is_told_how_many_stand_on_each_side_and_no_more() -> None:
    data = {
        "argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T.", "a": "A.", "b": "B.", "c": "C."},
        "arguments": {
            "pa": {"premises": ["a"], "supports": "t"}, "pb": {"premises": ["b"], "supports": "t"},
            "con": {"premises": ["c"], "attacks": "t"},
        },
    }  # fmt: skip
    page = page_markdown(gaps_page(prep := prepared(model(data), "pro"), find_gaps(prep)))
    assert "the thesis is undecided: 2 for, 1 against, and the map does not say which weigh more (" in page


def test_a_page_that_speaks_of_cruxes_says_what_they_are() -> None:
    met = set()
    for name, prep in preparations():
        page = list(gaps_page(prep, find_gaps(prep)))
        tags = {tag.removeprefix("against a ") for part in page for tag in tags_in(part) if "crux" in tag}
        told = {
            word for part in page for word in re.findall("“(crux[^”]*)”", part.text if isinstance(part, Line) else "")
        }
        assert told == tags - {*prep.names}, name
        met |= told
    assert {"crux", "crux of 2"} <= met
