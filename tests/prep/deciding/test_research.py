"""New answers turn the verdict, no part of them does, and none is missing; and how an argument stands."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.answers import gaps, opposing, standing
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.research import Research, find_research
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from prep.small_maps import Brute, drawn, inquiry_of, model
from work import examples

SEEDS = range(examples(600))
RANK = {OUT: 0, UNDECIDED: 1, IN: 2}


def ids(inquiry: Inquiry, research: Research) -> set[frozenset[str]]:
    return {frozenset(inquiry.framework.names[one] for one in need.arguments) for need in research.found}


def turns(brute: Brute, research: Research, answered: frozenset[str]) -> bool:
    """Say whether the verdict is better for the side, or its own, with the steps of these arguments out."""
    label = brute.verdict(answered)
    if research.outright:
        return label == (IN if research.side == "pro" else OUT)
    gain = RANK[label] - RANK[brute.verdict()]
    return gain > 0 if research.side == "pro" else gain < 0


def test_they_are_the_minimal_sets_that_turn_the_verdict() -> None:
    sizes, hopeless, outright = set(), 0, 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        for research in find_research(inquiry, 99):
            other = OTHER[research.side]
            theirs = [name for name in brute.map.arguments if other in inquiry.graph.sides(name)]
            wanted = brute.minimal(lambda one, b=brute, r=research: turns(b, r, one), theirs)
            assert ids(inquiry, research) == wanted, seed
            assert research.is_hopeless == (not wanted), seed
            labels = {need.label for need in research.found}
            assert labels == {brute.verdict(one) for one in wanted}, seed
            sizes |= {len(one) for one in wanted}
            hopeless += research.is_hopeless
            outright += research.outright
    assert sizes >= {1, 2, 3}
    assert min(hopeless, outright) > 5


def test_where_few_answers_would_not_do_the_fewest_that_do_are_looked_for() -> None:
    larger = 0
    for seed in SEEDS:
        inquiry = inquiry_of(drawn(seed))
        for every, few in zip(find_research(inquiry, 99), find_research(inquiry, 1), strict=False):
            if (every.side, every.outright) != (few.side, few.outright):
                continue
            assert not (few.is_hopeless and every.found), seed
            small = {need for need in every.found if len(need.arguments) == 1}
            assert set(few.found) == small or not small, seed
            if not small and few.found:
                assert set(few.found) <= set(every.found), seed
                if inquiry.is_one_sided:
                    fewest = min(len(need.arguments) for need in every.found)
                    assert set(few.found) == {need for need in every.found if len(need.arguments) == fewest}, seed
                larger += 1
    assert larger > 30


# --- how an argument stands -----------------------------------------------------------------------------------------


def a_map(arguments: dict[str, Any], **claims: Any) -> Inquiry:
    named = {name: f"Claim {name}." for name in "tabcdef"}
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": {**named, **claims}}
    return inquiry_of(model({**data, "arguments": {"con": {"premises": ["a", "b"], "attacks": "t"}, **arguments}}))


def step(premise: str, **target: str) -> dict[str, Any]:
    return {"premises": [premise], **target}


ACROSS = {"one": step("c", attacks="con"), "two": step("d", attacks="one")}
WEIGHED = {"one": step("c", attacks="a"), "two": step("d", supports="a")}
CASES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("unanswered", {}, {}),
    ("unanswered", {"pro": step("c", supports="t")}, {}),
    ("answered", {"one": step("c", attacks="con")}, {}),
    ("answered", {"one": step("c", attacks="a")}, {}),
    ("answered-but-beaten", ACROSS, {}),
    ("answered-but-beaten", WEIGHED, {"a": {"text": "A.", "standard": "scintilla"}}),
    ("contested", WEIGHED, {}),
    ("contested", {"one": step("c", supports="a"), "two": step("d", attacks="c"), "three": step("c", attacks="d")}, {}),
    ("contested", {}, {"a": {"text": "A.", "contradicts": ["c"]}}),
    ("unanswered", {}, {"a": {"text": "A.", "status": "open"}}),
    ("fallen", {}, {"a": {"text": "A.", "status": "rejected"}}),
    ("fallen", {"one": step("c", supports="a"), "two": step("d", attacks="one")}, {}),
    ("fallen", {**ACROSS, "three": step("e", supports="b")}, {"e": {"text": "E.", "status": "rejected"}}),
]  # fmt: skip


@pytest.mark.parametrize(("state", "arguments", "claims"), CASES)
def test_states_of_an_argument(state: str, arguments: dict[str, Any], claims: dict[str, Any]) -> None:
    inquiry = a_map(arguments, **claims)
    found = standing(inquiry, inquiry.framework.numbers["con"])
    assert found.state == state
    is_gap = state in ("unanswered", "answered-but-beaten")
    assert found.is_gap == is_gap
    assert (inquiry.framework.numbers["con"] in [one.argument for one in gaps(inquiry, "pro")]) == is_gap


def test_answers_say_what_they_do_and_rebuttals_stand_apart() -> None:
    inquiry = a_map(
        {"under": step("c", attacks="con"), "at": step("d", attacks="b"), "pro": step("e", supports="t")},
        a={"text": "A.", "contradicts": ["f"]},
    )
    names = inquiry.framework.names
    found = standing(inquiry, inquiry.framework.numbers["con"])
    answers = [(names[one.node], one.kind, one.premise and names[one.premise]) for one in found.answers]
    assert answers == [("under", "undercuts", None), ("f", "contradicts-premise", "a"), ("at", "attacks-premise", "b")]
    assert [names[one] for one in found.rebuttals] == ["pro"]
    assert [names[one.argument] for one in opposing(inquiry, "pro")] == ["con"]
    assert [names[one.argument] for one in opposing(inquiry, "con")] == ["under", "at", "pro"]


def test_no_gap_falls_and_whatever_is_answered_does() -> None:
    for seed in SEEDS:
        inquiry = inquiry_of(drawn(seed))
        for side in ("pro", "con"):
            for one in opposing(inquiry, side):
                if one.state in ("answered", "fallen"):
                    assert one.label == OUT, seed
                    assert not one.is_gap
                else:
                    assert one.label != OUT, seed
                assert bool(one.answers) or one.state != "answered-but-beaten"
