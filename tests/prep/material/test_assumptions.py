"""Key assumptions: what is granted without a source, and what becomes of the verdict without it, by trying it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from coldwater import api, judge
from coldwater.model.models import Map
from coldwater.prep.material.assumptions import Assumption, Assumptions, find_assumptions
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.assumptions import assumptions_page
from coldwater.prep.pages.assumptions_json import assumptions_json
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import IN, OUT, grounded
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
from prep.rival_maps import with_rivals
from prep.small_maps import drawn, model
from work import examples

BOTH: Any = ("pro", "con")
SEEDS = range(examples(60))


def both_sides() -> Iterator[tuple[object, Preparation, Assumptions]]:
    for name, prep in preparations():
        if prep.side == "pro":
            yield name, prep, find_assumptions(prep, BOTH)


def names(prep: Preparation, found: tuple[Assumption, ...]) -> list[str]:
    return [prep.names[one.claim] for one in found]


def label_without(map_: Map, claims: Any) -> int:
    framework = compile_map(map_)
    return grounded(framework, [framework.numbers[name] for name in claims])[framework.thesis]


def leaves_of(map_: Map) -> list[str]:
    """Give the claims at which chains of reasons end, however they bear on the matter."""
    supported = {argument.supports for argument in map_.arguments.values()}
    return [
        name
        for name, claim in map_.claims.items()
        if name != map_.thesis and (name not in supported or claim.status == "accepted")
    ]


def test_every_claim_granted_without_a_source_is_in_one_list() -> None:
    for seed in SEEDS:
        map_ = with_rivals(seed)
        prep = prepared(map_, "pro")
        found = names(prep, find_assumptions(prep, BOTH).every)
        supported = {argument.supports for argument in map_.arguments.values()}
        expected = {
            name
            for name, claim in map_.claims.items()
            if name != map_.thesis
            and not claim.cites
            and name not in supported
            and claim.status not in ("open", "rejected")
            and (prep.graph.sides(name) or (name in prep.graph.connected and name not in map_.rivals))
        }
        assert len(found) == len(set(found))
        assert set(found) == expected, seed
        for side in BOTH:
            mine = names(prep, find_assumptions(prep, (side,)).every)
            assert set(mine) == {name for name in expected if side in prep.graph.sides(name)}, (seed, side)


def test_what_turns_the_verdict_alone_does_and_nothing_else_does() -> None:
    met = 0
    for name, prep, found in both_sides():
        usual = prep.inquiry.label
        for one in found.every:
            after = label_without(prep.map, [prep.names[one.claim]])
            assert (after != usual) == (one in found.alone), (name, prep.names[one.claim])
            assert one.without in (None, after), name
            met += after != usual
    assert met > 20


def test_what_turns_it_together_with_others_does() -> None:
    met = 0
    for name, prep, found in both_sides():
        for one in found.together:
            assert one.crux is not None
            gone = [prep.names[handles.first] for handles in one.crux.handles if one.claim not in handles.leaves]
            claim = prep.names[one.claim]
            assert label_without(prep.map, [claim, *gone]) == one.crux.label != label_without(prep.map, gone), name
            met += 1
    assert met > 10


def test_what_is_idle_changes_nothing_whatever_else_is_given_up() -> None:
    met = 0
    for seed in SEEDS:
        map_ = drawn(seed)
        prep = prepared(map_, "pro")
        found = find_assumptions(prep, BOTH)
        others = leaves_of(map_)
        if found.is_sampled or len(others) > 7:
            continue
        for claim in names(prep, found.idle):
            rest = [name for name in others if name != claim]
            for size in range(len(rest) + 1):
                for gone in combinations(rest, size):
                    assert label_without(map_, [claim, *gone]) == label_without(map_, gone), (seed, claim, gone)
            met += 1
    assert met > 3


def test_each_list_goes_by_crux_and_load() -> None:
    for name, _, found in both_sides():
        for group in (found.together, found.others):
            ranks = [(len(one.crux.handles) if one.crux else 99, -one.share) for one in group]
            assert ranks == sorted(ranks), name


def test_every_id_printed_exists() -> None:
    for name, prep, found in both_sides():
        data = json.loads(assumptions_json(prep, BOTH, found))
        assert data["side"] == "both"
        assert set(ids_in(data)) <= set(prep.names), name
        page = page_markdown(assumptions_page(prep, BOTH, found))
        assert {word for word in strange_ids(prep, page) if word not in ("pro", "con")} == set(), name
        lines = page_text(assumptions_page(prep, BOTH, found), Paragraphs(100, False)).splitlines()
        assert max(map(len, lines)) <= 100, name


def test_order_changes_only_the_order_of_equals() -> None:
    for seed in SEEDS:
        told = []
        for map_ in (drawn(seed), shuffled(drawn(seed), seed)):
            prep = prepared(map_, "pro")
            told.append(json.loads(assumptions_json(prep, BOTH, find_assumptions(prep, BOTH))))
        for one in told:
            for entry in one["assumptions"]:
                del entry["smallest_crux"]  # of several that are equally small, the first one in the order of the file
        assert unordered(told[0]) == unordered(told[1]), seed


def test_a_credence_at_which_a_gradual_verdict_tips() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Credence", "thesis": "t",
        "claims": {
            "t": {"text": "The thesis.", "credence": 0.3}, "a": {"text": "A reason.", "credence": 0.9},
            "b": {"text": "An objection.", "credence": 0.1},
        },
        "arguments": {"for": {"premises": ["a"], "supports": "t"}, "con": {"premises": ["b"], "attacks": "t"}},
    }  # fmt: skip
    prep = judge.prepare(model(data), "pro", "df-quad", seconds=20)
    found = {prep.names[one.claim]: one for one in find_assumptions(prep, BOTH).every}
    tip = found["a"].credence
    assert tip is not None
    for value, label in ((tip.value - 0.01, OUT), (tip.value + 0.01, IN)):
        data["claims"]["a"]["credence"] = value
        assert judge.prepare(model(data), "pro", "df-quad").inquiry.label == label
    page = page_text(assumptions_page(prep, BOTH, find_assumptions(prep, BOTH)), Paragraphs(100, False))
    assert "Credence: 0.9; below about 0.3" in page


def test_the_article() -> None:
    prep = prepared(api.load(str(ARTICLE)), "pro")
    found = find_assumptions(prep, BOTH)
    assert names(prep, found.alone) == []
    assert {"moscow-hold", "brittle", "backing-worth", "worth-transforming"} <= {*names(prep, found.together)}
    page = page_text(assumptions_page(prep, BOTH, found), Paragraphs(100, False))
    assert "The map takes 24 claims for granted" in page
    without = "Without it: the thesis would fall if these 5 go as well:"
    assert f"[backing-worth; pro; unstated; value]\n    • {without}" in page


def test_what_a_map_without_assumptions_says() -> None:
    prep = prepared(model(ALONE), "pro")
    page = page_text(assumptions_page(prep, BOTH, find_assumptions(prep, BOTH)), Paragraphs(100, False))
    assert "The map takes no claim for granted" in page


def test_a_source_or_an_argument_takes_a_claim_off_the_list() -> None:
    data: dict[str, Any] = json.loads(json.dumps(ONE_SIDED))
    prep = prepared(model(data), "pro")
    assert names(prep, find_assumptions(prep, ("pro",)).alone) == ["a"]
    data["claims"]["a"] = {"text": "A claim.", "cites": [{"source": "s"}]}
    data["sources"] = {"s": {"title": "A survey"}}
    prep = prepared(model(data), "pro")
    assert find_assumptions(prep, ("pro",)).every == ()


@pytest.mark.parametrize("side", ["pro", "con"])
def test_what_bears_on_rivals_only_is_named_apart(side: Any) -> None:
    data: dict[str, Any] = json.loads(json.dumps(ONE_SIDED))
    data |= {"rivals": ["r"], "claims": {**data["claims"], "r": "A rival.", "b": "Its ground."}}
    data["arguments"]["other"] = {"premises": ["b"], "supports": "r"}
    prep = prepared(model(data), side)
    assert names(prep, find_assumptions(prep, BOTH).elsewhere) == ["b"]
    assert "b" not in names(prep, find_assumptions(prep, (side,)).every)


def test_what_an_argument_has_felled_is_named_apart() -> None:
    data = {
        "argmap": 1, "title": "Felled", "thesis": "t",
        "claims": {
            "t": "The thesis.", "p": "A premise.", "q": {"text": "It is not so.", "cites": [{"source": "s"}]},
            "r": "Something else.",
        },
        "arguments": {
            "for": {"premises": ["p"], "supports": "t"}, "no": {"premises": ["q"], "attacks": "p"},
            "too": {"premises": ["r"], "supports": "t"},
        },
        "sources": {"s": {"title": "A source"}},
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    found = find_assumptions(prep, BOTH)
    assert (names(prep, found.fallen), names(prep, found.alone)) == (["p"], ["r"])
