"""Two states of a map: what changed by id, and what it turned."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import given

from coldwater.model import from_accepted_data
from coldwater.review import sentences
from coldwater.review.changes import compare
from coldwater.review.meaning import turned_verdicts
from strategies import judged_maps, maps

Data = dict[str, Any]
Edit = Callable[[Data], object]

BRIDGE: Data = {
    "argmap": 1,
    "title": "Should the bridge be rebuilt?",
    "thesis": "rebuild",
    "sources": {"survey": {"title": "Survey"}},
    "claims": {
        "rebuild": {"text": "Rebuild."},
        "cracks": {"text": "There are cracks.", "cites": [{"source": "survey", "locator": "p. 4"}]},
        "unsafe": {"text": "Cracks are unsafe."},
        "costly": {"text": "It is costly."},
        "grant": {"text": "The state pays."},
    },
    "arguments": {
        "safety": {"premises": ["cracks", "unsafe"], "supports": "rebuild"},
        "money": {"premises": ["costly"], "attacks": "rebuild"},
        "funded": {"premises": ["grant"], "attacks": "money"},
    },
}


def edited(*edits: Edit) -> tuple[Any, Any]:
    data = copy.deepcopy(BRIDGE)
    for edit in edits:
        edit(data)
    return from_accepted_data(BRIDGE), from_accepted_data(data)


def told(*edits: Edit) -> list[tuple[Any, ...]]:
    old, new = edited(*edits)
    return [(change.kind, change.id, change.before, change.after) for change in compare(old, new).changes]


def turns(*edits: Edit) -> list[str]:
    old, new = edited(*edits)
    difference = compare(old, new)
    return [
        f"{turn.id} {turn.before.verdict}>{turn.after.verdict}: " + ", ".join(f"{c.kind} {c.id}" for c in turn.causes)
        for turn in turned_verdicts(old, new, difference)
    ]


def test_an_answer_is_a_change_of_its_argument() -> None:
    answers = {"money": ["follows"]}
    assert told(lambda data: data["arguments"]["funded"].update(answers=answers)) == [
        ("field", "funded", None, {"money": ("follows",)})
    ]


def test_rivals_are_a_change_of_the_map() -> None:
    rivals: Edit = lambda data: data.update(rivals=["costly", "grant"])  # noqa: E731 - one of several edits
    old, new = edited(rivals)
    [change] = compare(old, new).changes
    assert sentences.told(change) == "has other `rivals`: `costly` added, `grant` added"
    _, turned = edited(lambda data: data.update(rivals=["grant", "costly"]))
    assert compare(new, turned).changes == ()  # their order is that of a list of answers, which says nothing
    assert turned_verdicts(old, new, compare(old, new)) == ()


def test_nothing_changed() -> None:
    assert told() == []
    assert turns() == []


def test_order_comments_and_spelling_are_no_change() -> None:
    assert told(lambda data: data.update(claims=dict(reversed(data["claims"].items())))) == []
    assert told(lambda data: data["arguments"]["safety"]["premises"].reverse()) == []


def test_added_removed_and_reworded() -> None:
    assert told(
        lambda data: data["claims"].update(late={"text": "It comes late."}),
        lambda data: data["claims"].pop("grant"),
        lambda data: data["claims"]["costly"].update(text="It is very costly."),
    ) == [
        ("removed", "grant", "The state pays.", None),
        ("reworded", "costly", "It is costly.", "It is very costly."),
        ("added", "late", None, "It comes late."),
    ]


def test_arguments_retargeted_turned_and_with_other_premises() -> None:
    assert told(
        lambda data: data["arguments"].update(funded={"premises": ["grant", "costly"], "supports": "rebuild"})
    ) == [
        ("retargeted", "funded", "money", "rebuild"),
        ("turned", "funded", "attacks", "supports"),
        ("premises", "funded", ("grant",), ("grant", "costly")),
    ]


def test_a_renamed_claim_is_one_change_and_so_is_its_argument() -> None:
    def rename(data: Data) -> None:
        data["claims"]["subsidy"] = data["claims"].pop("grant")
        data["arguments"]["paid"] = data["arguments"].pop("funded")
        data["arguments"]["paid"]["premises"] = ["subsidy"]

    assert told(rename) == [("renamed", "subsidy", "grant", "subsidy"), ("renamed", "paid", "funded", "paid")]
    assert turns(rename) == []


def test_sources_and_citations() -> None:
    assert told(
        lambda data: data["sources"]["survey"].update(issued=2025),
        lambda data: data["claims"]["cracks"]["cites"][0].update(locator="p. 5"),
    ) == [
        ("cites", "cracks", ("survey, p. 4",), ("survey, p. 5",)),
        ("field", "survey", None, 2025),
    ]


def test_a_turned_verdict_names_the_change_behind_it() -> None:
    assert turns(lambda data: data["arguments"].pop("funded")) == [
        "rebuild in>undecided: removed funded",
        "money out>in: removed funded",
    ]
    assert turns(lambda data: data["claims"]["grant"].update(status="rejected")) == [
        "rebuild in>undecided: field grant",
        "grant in>out: field grant",
        "money out>in: field grant",
        "funded in>out: field grant",
    ]


def test_an_added_attack_is_the_cause() -> None:
    def add(data: Data) -> None:
        data["claims"]["late"] = {"text": "It comes late."}
        data["arguments"]["delay"] = {"premises": ["late"], "attacks": "rebuild"}

    assert turns(add)[0] == "rebuild in>undecided: added delay"


def test_a_new_standard_is_the_cause() -> None:
    def weaken(data: Data) -> None:
        data["arguments"]["safety"]["strength"] = 0.4
        data["standard"] = "dialectical-validity"
        data["arguments"]["funded"]["attacks"] = "safety"

    assert turns(weaken)[0].startswith("rebuild in>out: field rebuild")


def test_a_contradiction_is_the_cause_though_its_claim_is_as_undecided_as_before() -> None:
    old: Data = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {"t": {"text": "The thesis."}, "c": {"text": "A claim.", "status": "open"}}, "arguments": {},
    }  # fmt: skip
    new = copy.deepcopy(old)
    new["claims"]["c"] = {"text": "A claim.", "contradicts": ["t"]}
    one, other = from_accepted_data(old), from_accepted_data(new)
    (turn,) = turned_verdicts(one, other, compare(one, other))
    assert [(change.kind, change.id) for change in turn.causes] == [("contradictions", "c")]


@given(maps)
def test_a_map_does_not_differ_from_itself(data: Data) -> None:
    assert compare(from_accepted_data(data), from_accepted_data(copy.deepcopy(data))).changes == ()


@given(judged_maps(), judged_maps())
def test_every_turned_verdict_has_a_cause(old: Data, new: Data) -> None:
    one, other = from_accepted_data(old), from_accepted_data(new)
    for turn in turned_verdicts(one, other, compare(one, other)):
        assert turn.before.verdict != turn.after.verdict
        assert turn.causes


def test_a_change_of_the_proof_that_turns_a_verdict_is_named() -> None:
    def weighed(data: Data) -> None:
        data["standard"], data["proof"] = "clear-and-convincing", {"alpha": 0.5}
        data["arguments"]["safety"]["strength"], data["arguments"]["money"]["strength"] = 0.8, 0.1
        del data["arguments"]["funded"]

    old, new = copy.deepcopy(BRIDGE), copy.deepcopy(BRIDGE)
    weighed(old)
    weighed(new)
    new["proof"]["alpha"] = 0.9
    maps_ = from_accepted_data(old), from_accepted_data(new)
    (turn,) = turned_verdicts(*maps_, compare(*maps_))
    assert [(change.sort, change.field) for change in turn.causes] == [("map", "proof")]
