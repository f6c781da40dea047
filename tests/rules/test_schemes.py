"""CW501 to CW505: schemes, their slots, their questions. And what it means that a rule is off unless asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.api import check, check_bytes
from coldwater.model import from_accepted_data
from coldwater.rules import RULES

from .conftest import turned_on

if TYPE_CHECKING:
    from .conftest import Find

ALL = tuple(rule.CODE for rule in RULES)


def step(*premises: str, **fields: Any) -> dict[str, Any]:
    """Give an argument; it supports the thesis unless told otherwise."""
    target = {} if "attacks" in fields or "supports" in fields else {"supports": "t"}
    return {"premises": list(premises), **target, **fields}


def test_a_scheme_without_roles_is_fine_if_it_has_premises_enough(find: Find) -> None:
    assert find("a b", arguments={"x": step("a", "b", scheme="expert_opinion")}) == []
    assert find("a", arguments={"x": step("a", scheme="expert_opinion")}) == ["CW502 x"]
    assert find("a", arguments={"x": step("a", scheme="sign")}) == []


def test_roles_that_leave_a_slot_empty_are_told_once(find: Find, messages: Find) -> None:
    arguments = {"x": step("a", "b", scheme="full_slope", roles={"series": "a"})}
    assert find("a b", arguments=arguments) == ["CW502 x"]
    assert messages("a b", arguments=arguments) == [
        "no premise of `x` is the `climate` and the `bad` that `full_slope` needs; add it, and name it in `roles`"
    ]


def test_assumptions_need_no_premise(find: Find) -> None:
    roles = {"goal": "a", "means": "b"}
    assert find("a b", arguments={"x": step("a", "b", scheme="practical_reasoning", roles=roles)}) == []


def test_slots_are_spelt_as_one_likes(find: Find) -> None:
    roles = {"GIVEN-UP": "a"}
    assert find("a", arguments={"x": step("a", scheme="sacrifice", roles=roles)}) == []


def test_one_mistake_gives_one_finding(find: Find) -> None:
    assert find("a", arguments={"x": step("a", scheme="sgin", roles={"sen": "a"})}) == ["CW501 x"]
    assert find("a", arguments={"x": step("a", scheme="sign", roles={"sen": "a"})}) == ["CW504 x"]
    assert find("a", arguments={"x": step("a", scheme="sign", roles={"seen": "aa"})}) == ["CW101 x"]
    assert find("a", arguments={"x": step("a", scheme="sign", roles={"quite-another": "a"})}) == ["CW502 x", "CW504 x"]
    answer = step("b", attacks="x", answers={"x": ["whatever"]})
    assert find("a b", arguments={"x": step("a", scheme="sgin"), "y": answer}) == ["CW501 x"]


def test_a_role_is_filled_by_a_premise(find: Find) -> None:
    arguments = {"x": step("a", scheme="sign", roles={"seen": "b"}), "y": step("b", attacks="t")}
    assert find("a b", arguments=arguments) == ["CW502 x"]


def test_an_answer_must_be_near_and_be_asked_for(find: Find) -> None:
    asked = step("a", scheme="sign")
    for answer in (step("b", attacks="x"), step("b", supports="x"), step("b", supports="a"), step("b", attacks="t")):
        assert find("a b", arguments={"x": asked, "y": {**answer, "answers": {"x": ["Seen"]}}}) == []
    far = {"x": asked, "y": step("b", attacks="t"), "z": step("c", attacks="b", answers={"x": ["seen"]})}
    assert find("a b c", arguments=far) == ["CW505 z"]
    itself = {"x": step("a", scheme="sign", answers={"x": ["seen"]})}
    assert find("a", arguments=itself) == ["CW505 x"]
    two = {"x": asked, "y": step("b", attacks="x", answers={"x": ["sin", "seen", "sean"]})}
    assert find("a b", arguments=two) == ["CW505 y", "CW505 y"]


def test_general_questions_may_be_answered_whatever_the_scheme(find: Find) -> None:
    for scheme in ({}, {"scheme": "sign"}):
        answer = step("b", attacks="x", answers={"x": ["grounds"]})
        assert find("a b", arguments={"x": step("a", **scheme), "y": answer}) == []


def test_an_answer_of_an_argument_whose_target_is_lost_is_left_alone(find: Find) -> None:
    answer = step("b", attacks="xx", answers={"x": ["seen"]})
    assert find("a b", arguments={"x": step("a", scheme="sign"), "y": answer}) == ["CW101 y"]


# --- off unless asked for -----------------------------------------------------------------------------------------

QUESTIONED = {"x": step("a", scheme="sign"), "y": step("b", attacks="t")}


def test_open_questions_are_told_only_where_asked_for(find: Find) -> None:
    assert find("a b", arguments=QUESTIONED) == []
    assert find("a b", arguments=QUESTIONED, select=("CW503",)) == ["CW503 x", "CW503 x"]
    assert find("a b", arguments=QUESTIONED, select=ALL) == ["CW503 x", "CW503 x"]


def test_open_questions_can_be_left_alone(find: Find) -> None:
    lint = {"ignore": [{"rule": "CW503", "at": "x", "reason": "Obvious."}]}
    assert find("a b", arguments=QUESTIONED, select=("CW503",), lint=lint) == []
    assert find("a b", arguments=QUESTIONED, lint=lint) == []
    idle = {"ignore": [{"rule": "CW503", "at": "y", "reason": "Obvious."}]}
    assert find("a b", arguments=QUESTIONED, lint=idle) == []
    assert find("a b", arguments=QUESTIONED, select=("CW503",), lint=idle) == ["CW503 x", "CW503 x", "CW901 y"]


def test_the_api_turns_rules_on() -> None:
    claims = {"t": "We should go.", "a": "It is time.", "b": "It is late."}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": QUESTIONED}
    map_, text = from_accepted_data(data), json.dumps(data).encode()
    assert check(map_) == check_bytes("t.json", text).findings == ()
    assert [finding.rule for finding in check(map_, select={"CW503"})] == ["CW503", "CW503"]
    found = check_bytes("t.json", text, settings=turned_on("CW503")).findings
    assert [finding.rule for finding in found] == ["CW503", "CW503"]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if getattr(rule, "ON_REQUEST", False)], ids=lambda rule: rule.CODE
)
def test_what_is_off_unless_asked_for_says_so_in_its_page(rule: Any) -> None:
    assert "off unless it is asked for" in rule.__doc__
