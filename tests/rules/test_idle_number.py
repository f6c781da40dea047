"""Where CW210 says that a number can change no verdict, no number in its place does, whatever the map."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.rules import idle_number
from coldwater.rules.subject import Subject
from coldwater.semantics.evaluation import evaluate_map
from semantics.numbered_maps import WEIGHINGS, random_numbered_map
from semantics.random_maps import seeded
from work import examples

from .conftest import Find

Data = dict[str, Any]


def told(data: Data) -> list[tuple[str, ...]]:
    """Give where the numbers stand of which the rule says that they are idle."""
    found = idle_number.check(Subject(from_accepted_data(deepcopy(data))))
    return [tuple(map(str, flaw.pointer)) for flaw in found]


def verdicts(data: Data) -> dict[str, str]:
    evaluation = evaluate_map(from_accepted_data(deepcopy(data)))
    return {name: said.verdict for name, said in evaluation.verdicts.items()}


def with_other(data: Data, place: tuple[str, ...], number: float | None) -> Data:
    """Give the map with another number there, or none."""
    kind, name, field = place
    other = {key: value for key, value in data[kind][name].items() if key != field}
    other |= {} if number is None else {field: number}
    return {**data, kind: {**data[kind], name: other}}


@pytest.mark.parametrize("weighing", WEIGHINGS)
def test_an_idle_number_can_be_any_other_and_no_verdict_of_the_map_changes(weighing: str) -> None:
    random, seen = seeded(950), {"credence": 0, "strength": 0}
    for _ in range(examples(250)):
        data = {**random_numbered_map(random, 6, 7), "weighing": weighing}
        idle = told(data)
        usual = verdicts(data) if idle else {}
        for place in idle:
            seen[place[2]] += 1
            others = [None, 0, 0.49, 0.5, 1, *(round(random.random(), 3) for _ in range(15))]
            for number in others:
                assert verdicts(with_other(data, place, number)) == usual, (data, place, number)
    assert min(seen.values()) > examples(20), seen


@pytest.mark.parametrize("weighing", WEIGHINGS)
def test_all_idle_numbers_together_can_be_left_out(weighing: str) -> None:
    random, several = seeded(951), 0
    for _ in range(examples(400)):
        data = {**random_numbered_map(random, 8, 8), "weighing": weighing}
        idle, bare = told(data), data
        for place in idle:
            bare = with_other(bare, place, None)
        several += len(idle) > 1
        assert not idle or verdicts(bare) == verdicts(data), (data, idle)
    assert several > examples(30)


def message(find: Find, **fields: Any) -> str:
    claims: Data = {name: {"text": f"{name}."} for name in "tabc"}
    claims["a"]["credence"] = 0.4
    steps = {"one": {"premises": ["a"], "supports": "t"}, "two": {"premises": ["b"], "attacks": "t"}}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps, **fields}
    [flaw] = idle_number.check(Subject(from_accepted_data(data)))
    return flaw.message


def test_it_says_which_number_is_idle_and_why(find: Find) -> None:
    nothing = "nothing is ever weighed against it"
    by_last_link = message(find, weighing="last-link")
    assert by_last_link == (
        f"the credence of `a` can change no verdict: {nothing} (arguments count by their last link here); "
        "only degrees use it"
    )
    only_pro = {"one": {"premises": ["b"], "supports": "t", "strength": 0.3}}
    claims = {name: {"text": f"{name}."} for name in "tb"}
    assert message(find, arguments=only_pro, claims=claims) == (
        f"the strength of `one` can change no verdict: {nothing}; only degrees use it"
    )


@pytest.mark.parametrize(
    ("fields", "is_idle"),
    [
        ({"credence": 0.4}, True),
        ({"credence": 0.4, "status": "open"}, False),
        ({"credence": 0.4, "contradicts": ["b"]}, False),
    ],
)
def test_a_credence_that_holds_a_claim_is_not_idle(fields: Data, is_idle: bool) -> None:
    claims: Data = {"t": {"text": "T."}, "a": {"text": "A.", **fields}, "b": {"text": "B."}}
    steps = {"one": {"premises": ["a"], "supports": "t"}, "two": {"premises": ["b"], "supports": "t"}}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps}
    assert (told(data) == [("claims", "a", "credence")]) == is_idle


CLAIMS = {
    "t": "This is the thesis.",
    "a": {"text": "This is a.", "credence": 0.9},
    "b": {"text": "This is b.", "credence": 0.7},
}


@pytest.mark.parametrize(
    ("standard", "idle"),
    [
        ("preponderance", []),
        ("clear-and-convincing", []),
        ("beyond-reasonable-doubt", []),
        ("scintilla", ["CW210 a", "CW210 b"]),
        ("dialectical-validity", ["CW210 a", "CW210 b"]),
    ],
)
def test_a_standard_that_weighs_nothing_leaves_numbers_idle(find: Find, standard: str, idle: list[str]) -> None:
    assert find("", "x: a -> t; y: b -| t", claims=CLAIMS, standard=standard) == idle
    of_the_thesis = {**CLAIMS, "t": {"text": "This is the thesis.", "standard": standard}}
    assert find("", "x: a -> t; y: b -| t", claims=of_the_thesis) == idle


def test_a_step_is_weighed_by_preponderance_whatever_the_standard(find: Find) -> None:
    arguments = {
        "x": {"premises": ["a"], "supports": "t", "strength": 0.6},
        "u": {"premises": ["b"], "attacks": "x"},
    }
    claims = {**CLAIMS, "a": "This is a."}
    assert find("", claims=claims, arguments=arguments, standard="dialectical-validity") == []
