"""What a verdict rests on is told with the forces that were weighed, and of nothing that nobody wrote."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.semantics.evaluation import evaluate_map
from coldwater.semantics.resting import Resting, resting_on
from coldwater.semantics.resting_words import points
from coldwater.semantics.verdict_words import sentence

HEAD: dict[str, Any] = {"argmap": 1, "title": "Does it hold?", "thesis": "t", "shape": "graph"}
SOURCES = {"s": {"title": "A source", "issued": "2024"}}


def resting(claims: dict[str, Any], arguments: dict[str, Any], name: str = "t") -> Resting:
    map_ = from_accepted_data({**HEAD, "sources": SOURCES, "claims": {"t": "T.", **claims}, "arguments": arguments})
    return resting_on(map_, evaluate_map(map_, "grounded"), name)


def told(rests: Resting) -> dict[str, str]:
    return dict(points(rests))


def test_hearsay_falls_to_what_is_nearly_certain_and_the_forces_say_why() -> None:
    rests = resting(
        {"a": "A.", "b": {"text": "B.", "credence": 0.01}, "c": {"text": "C.", "credence": 0.99}},
        {
            "first": {"premises": ["b"], "supports": "a"},
            "last": {"premises": ["a"], "supports": "t"},
            "con": {"premises": ["c"], "attacks": "t"},
        },
    )
    assert rests.verdict == "out"
    assert told(rests)["for it"] == "1 of 1 stands (force 0.01)"
    assert told(rests)["against it"] == "1 of 1 stands (force 0.99)"


def test_a_weak_undercut_is_told_beside_the_strength_that_outweighs_it() -> None:
    claims = {"a": "A.", "b": {"text": "B.", "credence": 0.05}}
    pro = {"premises": ["a"], "supports": "t", "strength": 1}
    rests = resting(claims, {"pro": pro, "con": {"premises": ["b"], "attacks": "pro"}}, "pro")
    assert told(rests)["for it"] == "no argument, and it has a strength of its own (force 1)"
    assert told(rests)["against it"] == "1 of 1 stands (force 0.05)"


def test_the_force_of_a_ground_is_told_where_it_is_weighed() -> None:
    claims = {"a": {"text": "A.", "credence": 0.98}, "b": "B."}
    arguments = {"pro": {"premises": ["a"], "supports": "t"}}
    assert told(resting(claims, arguments, "a"))["for it"] == "no argument, and it has a ground of its own"
    doubted = {**arguments, "con": {"premises": ["b"], "attacks": "a", "strength": 0.05}}
    rests = resting(claims, doubted, "a")
    assert told(rests)["for it"] == "no argument, and it has a ground of its own (force 0.98)"
    assert told(rests)["against it"] == "1 of 1 stands (force 0.05)"


@pytest.mark.parametrize("pros", [1, 4])
def test_no_force_is_told_where_no_number_was_written(pros: int) -> None:
    claims = {f"p{number}": f"P{number}." for number in range(pros)}
    arguments = {f"for-{name}": {"premises": [name], "supports": "t"} for name in claims}
    rests = resting({**claims, "c": "C."}, {**arguments, "con": {"premises": ["c"], "attacks": "t"}})
    assert told(rests)["for it"] == f"{pros} of {pros} stand{'s' * (pros == 1)}"
    assert told(rests)["against it"] == "1 of 1 stands"


def test_what_contradicts_a_fact_is_refuted_in_turn() -> None:
    fact = {"text": "A.", "kind": "fact", "cites": [{"source": "s", "locator": "p. 1"}]}
    claims = {"a": fact, "b": {"text": "B.", "contradicts": ["a"]}}
    rests = resting(claims, {"pro": {"premises": ["a"], "supports": "t"}}, "a")
    assert told(rests)["against it"] == "0 of 1 stand, 1 is refuted in turn"


def test_a_weak_argument_against_which_nothing_speaks_is_no_disagreement() -> None:
    rests = resting({"a": "A."}, {"pro": {"premises": ["a"], "supports": "t", "strength": 0.5}}, "pro")
    assert rests.degrees is not None
    assert max(rests.degrees.values()) == 0.25
    assert rests.disagreeing == {}
    assert "degrees" not in told(rests)


def test_what_is_undecided_has_a_ground_and_is_not_said_to_stand_on_it() -> None:
    claims = {"a": {"text": "A.", "credence": 0.7}, "b": "B."}
    arguments = {
        "pro": {"premises": ["a"], "supports": "t"},
        "con": {"premises": ["b"], "attacks": "a", "strength": 0.7},
    }
    rests = resting(claims, arguments, "a")
    assert rests.verdict == "undecided"
    assert told(rests)["for it"] == "no argument, and it has a ground of its own (force 0.7)"


def test_what_is_undecided_may_stand_and_is_not_said_to_stand() -> None:
    claims = {"a": "A.", "b": {"text": "B.", "status": "open"}}
    pro, con = {"premises": ["a"], "supports": "t"}, {"premises": ["b"], "attacks": "t"}
    rests = resting(claims, {"pro": pro, "con": {**con, "strength": 0.5}})
    expected = "stands: what stands for it is enough against what may stand against it"
    assert sentence("in", "outweighs", rests) == expected
    rests = resting(claims, {"pro": {**pro, "premises": ["b"], "strength": 0.5}, "con": {**con, "premises": ["a"]}})
    expected = "falls: what may stand for it is not enough against what stands against it"
    assert sentence("out", "outweighed", rests) == expected


def test_an_unstated_premise_does_not_rest_on_itself() -> None:
    claims = {"a": {"text": "A.", "implicit": True}}
    arguments = {"pro": {"premises": ["a"], "supports": "t"}}
    assert resting(claims, arguments, "a").unstated is None
    unstated = resting(claims, arguments).unstated
    assert unstated is not None
    assert unstated.claims == ("a",)


def test_of_what_is_undecided_the_greatest_force_is_told_where_numbers_decide() -> None:
    claims = {"a": "A.", "b": "B.", "o": {"text": "O.", "status": "open"}}
    arguments = {
        "pro": {"premises": ["a"], "supports": "t"},
        "con": {"premises": ["o"], "attacks": "t", "strength": 0.4},
    }
    rests = resting(claims, arguments)
    assert rests.verdict == "in"
    assert told(rests)["for it"] == "1 of 1 stands (force 1)"
    assert told(rests)["against it"] == "0 of 1 stand, 1 undecided (force 0.4 at most)"


def test_what_is_undecided_has_no_force_where_it_would_be_granted_at_most() -> None:
    fact = {"text": "T.", "kind": "fact", "cites": [{"source": "s", "locator": "p. 1"}]}
    claims = {"t": fact, "b": {"text": "B.", "status": "open", "contradicts": ["t"]}}
    rests = resting(claims, {})
    assert rests.verdict == "in"
    assert rests.cons.force is None
    assert rests.cons.may_have in (0.0, None)


def test_nothing_is_told_of_forces_of_the_undecided_without_a_number() -> None:
    claims = {"a": "A.", "o": {"text": "O.", "status": "open"}}
    arguments = {"pro": {"premises": ["a"], "supports": "t"}, "con": {"premises": ["o"], "attacks": "t"}}
    assert told(resting(claims, arguments))["against it"] == "0 of 1 stand, 1 undecided"
