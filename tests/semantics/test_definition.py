"""The yardstick itself, on maps small enough to judge by eye."""

from __future__ import annotations

from typing import Any

import pytest

from .definition import Definition, is_below
from .reading import map_of


def definition_of(arguments: dict[str, Any], claims: dict[str, Any] | None = None, **fields: Any) -> Definition:
    """Give the definition for these arguments; claims that no entry describes are made up."""
    named = [
        name for step in arguments.values() for name in (*step["premises"], step.get("supports", step.get("attacks")))
    ]
    entries = {name: {"text": "A claim."} for name in named if name not in arguments}
    for name, entry in (claims or {}).items():
        entries[name] = {"text": "A claim.", **entry}
    data = {
        "argmap": 1,
        "title": "T",
        "thesis": next(iter(entries)),
        "claims": entries,
        "arguments": arguments,
        **fields,
    }
    return Definition(map_of(data))


PRO = {"premises": ["a"], "supports": "t"}
CON = {"premises": ["b"], "attacks": "t"}


@pytest.mark.parametrize(
    ("standard", "p", "q", "verdict"),
    [
        ("preponderance", 0.5, 0.4, "in"),
        ("preponderance", 0.4, 0.5, "out"),
        ("preponderance", 0.4, 0.4, "undecided"),
        ("scintilla", 0.1, 1, "in"),
        ("dialectical-validity", 1, 0.1, "out"),
        ("clear-and-convincing", 0.9, 0.5, "in"),
        ("clear-and-convincing", 0.8, 0.5, "out"),  # by exactly 0.3, not by more
        ("clear-and-convincing", 0.5, 0.1, "out"),  # not stronger than 0.5
        ("clear-and-convincing", 0.9, 0.2, "in"),
        ("beyond-reasonable-doubt", 0.9, 0.2, "out"),  # 0.2 is not weaker than 0.2
        ("beyond-reasonable-doubt", 0.9, 0.1, "in"),
    ],
)
def test_a_pro_and_a_con_are_weighed_by_the_standard(standard: str, p: float, q: float, verdict: str) -> None:
    definition = definition_of({"pro": {**PRO, "strength": p}, "con": {**CON, "strength": q}}, standard=standard)
    assert definition.grounded()["t"] == verdict


def test_parameters_of_the_map_take_the_place_of_the_usual_ones() -> None:
    steps = {"pro": {**PRO, "strength": 0.8}, "con": {**CON, "strength": 0.5}}
    lenient = definition_of(steps, standard="clear-and-convincing", proof={"beta": 0.2})
    assert lenient.grounded()["t"] == "in"


def test_what_was_merely_granted_gives_way_to_an_argument() -> None:
    definition = definition_of({"con": CON}, {"t": {"status": "accepted"}})
    labelling = definition.grounded()
    assert (labelling["t"], definition.reason("t", labelling)) == ("out", "refuted")


def test_a_rejected_claim_is_out_whatever_supports_it() -> None:
    assert definition_of({"pro": PRO}, {"t": {"status": "rejected"}}).grounded()["t"] == "out"


def test_an_open_claim_is_undecided_until_an_argument_settles_it() -> None:
    definition = definition_of({"pro": PRO}, {"a": {"status": "open"}})
    labelling = definition.grounded()
    assert labelling == {"a": "undecided", "t": "undecided", "pro": "undecided"}
    assert [definition.reason(node, labelling) for node in labelling] == ["open", "depends", "depends"]


def test_a_claim_whose_only_support_falls_is_unsupported() -> None:
    definition = definition_of({"pro": PRO, "cut": {"premises": ["b"], "attacks": "pro"}})
    labelling = definition.grounded()
    assert labelling == {"a": "in", "t": "out", "b": "in", "pro": "out", "cut": "in"}
    assert definition.reason("t", labelling) == "unsupported"
    assert definition.reason("pro", labelling) == "undercut"


def test_a_claim_that_supports_itself_may_be_seen_either_way_but_is_out_in_the_stable_one() -> None:
    """The framework with the condition a: a (Brewka et al. 2013): a stable model owes nothing to itself."""
    definition = definition_of({"circle": {"premises": ["a"], "supports": "a"}})
    assert definition.grounded() == {"a": "undecided", "circle": "undecided"}
    assert sorted(labelling["a"] for labelling in definition.complete()) == ["in", "out", "undecided"]
    assert sorted(labelling["a"] for labelling in definition.preferred()) == ["in", "out"]
    assert [labelling["a"] for labelling in definition.stable()] == ["out"]


def test_two_claims_that_contradict_each_other_are_a_nixon_diamond() -> None:
    definition = definition_of({}, {"hawk": {"contradicts": ["dove"]}, "dove": {}})
    assert definition.grounded() == {"hawk": "undecided", "dove": "undecided"}
    assert sorted(labelling["hawk"] for labelling in definition.preferred()) == ["in", "out"]


def test_the_information_ordering() -> None:
    assert is_below({"a": "undecided", "b": "in"}, {"a": "out", "b": "in"})
    assert not is_below({"a": "in"}, {"a": "out"})
    assert not is_below({"a": "in"}, {"a": "undecided"})
