"""Through what a verdict was turned: numbers, kinds and ways of weighing, however deep in a chain of reasons."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.review.changes import compare
from coldwater.review.meaning import Turn, turned_verdicts
from semantics.numbered_maps import random_numbered_map
from semantics.random_maps import seeded
from work import examples

Data = dict[str, Any]
Edit = Callable[[Data], object]

#: Hearsay under a chain of reasons for closing the pier, and what it would cost against it.
PIER: Data = {
    "argmap": 1,
    "title": "Should the pier be closed?",
    "thesis": "close",
    "sources": {"survey": {"title": "Survey"}},
    "claims": {
        "close": {"text": "The pier should be closed."},
        "unsafe": {"text": "It is not safe."},
        "rotten": {"text": "The piles are rotten."},
        "seen": {"text": "A diver saw holes.", "kind": "fact", "cites": [{"source": "survey"}]},
        "heard": {"text": "A fisherman says so.", "credence": 0.9},
        "dear": {"text": "Closing it is dear."},
        "besides": {"text": "It is old.", "credence": 0.9},
    },
    "arguments": {
        "danger": {"premises": ["unsafe"], "supports": "close"},
        "piles": {"premises": ["rotten"], "supports": "unsafe"},
        "hearsay": {"premises": ["heard"], "supports": "rotten"},
        "cost": {"premises": ["dear"], "attacks": "close", "strength": 0.6},
        "holes": {"premises": ["seen"], "supports": "unsafe", "strength": 0.1},
    },
}


def turns(old: Data, *edits: Edit) -> list[Turn]:
    data = copy.deepcopy(old)
    for edit in edits:
        edit(data)
    one, other = from_accepted_data(copy.deepcopy(old)), from_accepted_data(data)
    return list(turned_verdicts(one, other, compare(one, other)))


def told(turn: Turn) -> list[tuple[str, str | None]]:
    return [(cause.id, cause.field or cause.kind) for cause in turn.causes]


def unrelated(data: Data) -> None:
    data["claims"]["besides"]["credence"] = 0.1


@pytest.mark.parametrize(
    ("edit", "verdict", "cause"),
    [
        (lambda data: data["claims"]["heard"].update(credence=0.2), "out", ("heard", "credence")),
        (lambda data: data["claims"]["heard"].update(credence=0.6), "undecided", ("heard", "credence")),
        (lambda data: data["arguments"]["hearsay"].update(strength=0.3), "out", ("hearsay", "strength")),
        (lambda data: data["arguments"]["cost"].update(strength=0.95), "out", ("cost", "strength")),
        (lambda data: data["claims"]["dear"].update(credence=0.1) or data["arguments"]["cost"].update(strength=1.0),
         None, None),
        (lambda data: data["arguments"]["cost"].pop("strength"), "out", ("cost", "strength")),
    ],
)  # fmt: skip
def test_a_number_deep_in_a_chain(edit: Edit, verdict: str | None, cause: tuple[str, str] | None) -> None:
    found = turns(PIER, edit, unrelated)
    if verdict is None:
        assert found == []
        return
    [turn] = found
    assert (turn.id, turn.before.verdict, turn.after.verdict) == ("close", "in", verdict)
    assert told(turn) == [cause]


def test_the_way_of_weighing() -> None:
    weak = copy.deepcopy(PIER)
    weak["claims"]["heard"]["credence"] = 0.2
    [turn] = turns(weak, lambda data: data.update(weighing="last-link"), unrelated)
    assert (turn.id, turn.before.verdict, turn.after.verdict) == ("close", "out", "in")
    assert [(cause.sort, cause.field) for cause in turn.causes] == [("map", "weighing")]


@pytest.mark.parametrize(
    ("edit", "cause"),
    [
        (lambda data: data["claims"]["seen"].update(kind="value"), ("seen", "kind")),
        (lambda data: data["claims"]["seen"].pop("cites"), ("seen", "cites")),
        (lambda data: data["claims"]["seen"].update(credence=0.2), ("seen", "credence")),
    ],
)
def test_a_fact_that_is_one_no_longer(edit: Edit, cause: tuple[str, str]) -> None:
    """It stands against a claim that contradicts it, far below the thesis, and no longer does."""
    strong = copy.deepcopy(PIER)
    strong["claims"]["heard"]["credence"] = 0.2
    strong["arguments"]["holes"].pop("strength")
    strong["claims"]["whole"] = {"text": "The piles are whole.", "contradicts": ["seen"]}
    found = turns(strong, edit, unrelated)
    assert found[0].id == "close"
    assert {turn.id for turn in found} == {"close", "seen", "holes", "whole"}
    for turn in found:
        assert told(turn) == [cause], turn


def test_what_an_open_claim_may_yet_speak_with() -> None:
    """Neither its verdict is another nor that of what is for it, but it may turn out too strong now."""
    claims = {name: {"text": f"{name}."} for name in ("t", "a", "doubt", "guess")}
    claims["doubt"] |= {"status": "open", "credence": 0.3}  # type: ignore[dict-item]
    claims["guess"] |= {"status": "open", "credence": 0.1}  # type: ignore[dict-item]
    arguments = {
        "for": {"premises": ["a"], "supports": "t", "strength": 0.35},
        "against": {"premises": ["doubt"], "attacks": "t"},
        "why": {"premises": ["guess"], "supports": "doubt"},
    }
    old = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
    [turn] = turns(old, lambda data: data["claims"]["doubt"].update(credence=0.4))
    assert (turn.id, turn.before.verdict, turn.after.verdict) == ("t", "in", "undecided")
    assert told(turn) == [("doubt", "credence")]


def random_edit(random: Random, data: Data) -> bool:
    """Change one number, kind, citation, status or way of weighing; tell whether anything is another than before."""
    before = copy.deepcopy(data)
    number = random.choice((None, 0.1, 0.4, 0.5, 0.8, 1))
    claim = random.choice(list(data["claims"].values()))
    what = random.choice(("credence", "strength", "kind", "cites", "status", "weighing"))
    if what == "weighing":
        data["weighing"] = random.choice(("weakest-link", "last-link"))
    elif what == "strength":
        if data["arguments"]:
            _set(random.choice(list(data["arguments"].values())), what, number)
    elif what == "cites":
        claim["cites"] = random.choice(([], [{"source": "s"}]))
    else:
        values = {"credence": (number,), "kind": ("fact", "value"), "status": (None, "open", "accepted", "rejected")}
        _set(claim, what, random.choice(values[what]))
    return data != before


def _set(entry: Data, field: str, value: object) -> None:
    entry.pop(field, None)
    if value is not None:
        entry[field] = value


def test_a_single_change_is_the_cause_of_all_that_it_turned() -> None:
    random, seen = seeded(990), 0
    for _ in range(examples(1_500)):
        old = random_numbered_map(random, 6, 8)
        new = copy.deepcopy(old)
        if not random_edit(random, new):
            continue
        one, other = from_accepted_data(copy.deepcopy(old)), from_accepted_data(copy.deepcopy(new))
        difference = compare(one, other)
        for turn in turned_verdicts(one, other, difference):
            assert [id(cause) for cause in turn.causes] == [id(change) for change in difference.changes], (
                old,
                new,
                turn,
            )
            seen += 1
    assert seen > examples(300)
