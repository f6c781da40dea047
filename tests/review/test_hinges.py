"""Cruxes and unanswered arguments that came or went."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given

from coldwater.compare import diff
from coldwater.judge import cruxes
from coldwater.model import from_accepted_data
from coldwater.prep.deciding.answers import standing
from coldwater.review.sentences import shift_told
from strategies import judged_maps

from .test_changes import Data, Edit, edited


def said(*edits: Edit) -> list[str]:
    review = diff(*edited(*edits))
    return shift_told(review.shift, review.new.arguments)


def test_an_answer_that_went() -> None:
    assert said(lambda data: data["arguments"].pop("funded")) == [
        "The verdict hangs on `costly` now, and no longer on `grant`.",
        "Unanswered now: `money` (con).",
    ]


def test_an_answer_that_came() -> None:
    def answer(data: Data) -> None:
        data["claims"]["late"] = {"text": "The grant comes late."}
        data["arguments"]["delay"] = {"premises": ["late"], "attacks": "funded"}

    assert said(answer) == [
        "The verdict hangs on `costly` and `late` now, and no longer on `grant`.",
        "Unanswered now: `money` (con) and `delay` (con).",
        "No longer unanswered: `funded` (pro).",
    ]


def test_a_further_premise_is_a_crux_of_its_own() -> None:
    assert said(lambda data: data["arguments"]["funded"].update(premises=["grant", "costly"])) == []

    def add(data: Data) -> None:
        data["claims"]["soon"] = {"text": "It pays soon."}
        data["arguments"]["funded"].update(premises=["grant", "soon"])

    assert said(add) == ["The verdict hangs on `soon` now."]


def test_words_and_names_are_no_shift() -> None:
    def rename(data: Data) -> None:
        data["claims"]["subsidy"] = data["claims"].pop("grant")
        data["arguments"]["paid"] = {"premises": ["subsidy"], "attacks": data["arguments"].pop("funded")["attacks"]}
        data["claims"]["cracks"]["text"] = "There are deep cracks."

    assert said(rename) == []


def _sets(map_: Any) -> set[frozenset[str]]:
    """Give the cruxes of up to two claims, each combination of leaves that act alike for itself."""
    decision = cruxes(map_, most_size=2)
    names = decision.inquiry.framework.names
    found = decision.cruxes.found
    return {
        frozenset(names[leaf] for leaf in leaves)
        for crux in found
        for leaves in product(*(one.leaves for one in crux.handles))
    }


def _gaps(map_: Any) -> set[str]:
    inquiry = cruxes(map_, most_size=1).inquiry
    numbers = inquiry.framework.numbers
    bearing = [name for name in map_.arguments if numbers[name] in inquiry.oracle.bearing]
    return {name for name in bearing if standing(inquiry, numbers[name]).is_gap}


@given(judged_maps(), judged_maps())
def test_what_came_and_went_is_what_is_there_on_one_side_only(old: Data, new: Data) -> None:
    one, other = from_accepted_data(old), from_accepted_data(new)
    review = diff(one, other)
    if review.difference.renames.nodes:
        return
    before, after, shift = _sets(one), _sets(other), review.shift
    came, gone = (
        {frozenset(claims) for hinge in hinges for claims in product(*hinge.claims)}
        for hinges in (shift.cruxes_came, shift.cruxes_gone)
    )
    assert (came, gone) == (after - before, before - after)
    assert {gap.id for gap in shift.gaps_came} == _gaps(other) - _gaps(one)
    assert {gap.id for gap in shift.gaps_gone} == _gaps(one) - _gaps(other)
