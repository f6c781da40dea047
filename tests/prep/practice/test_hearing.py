"""What a line in a bout is taken for."""

from __future__ import annotations

import pytest

from coldwater.prep.deciding.answers import Answer
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.practice.hearing import Hearing
from coldwater.prep.practice.replies import against
from coldwater.prep.practice.sayings import Sayings
from prep.preparations import preparations, prepared
from prep.small_maps import model


def bridge() -> tuple[Preparation, Sayings, Hearing]:
    """Prepare con on a map in which two arguments for the thesis share a premise, and two answers are known."""
    prep = prepared(model({
        "argmap": 1, "title": "Bridge", "thesis": "t", "shape": "graph",
        "claims": {
            "t": "The town should rebuild the bridge.", "cracks": "The main girder is cracked.",
            "old": "The bridge is a century old.", "paint": "Only the paint is cracked, says the inspector.",
            "listed": "Listed monuments must be repaired, not replaced.",
        },
        "arguments": {
            "safety": {"premises": ["cracks"], "supports": "t"},
            "age": {"premises": ["cracks", "old"], "supports": "t"},
            "painted": {"premises": ["paint"], "attacks": "cracks"},
            "heritage": {"premises": ["listed"], "attacks": "safety"},
        },
    }), "con")  # fmt: skip
    sayings = Sayings(prep)
    return prep, sayings, Hearing(prep, sayings)


def test_an_answer_is_named_by_its_number_or_its_id_and_nothing_else() -> None:
    for name, prep in preparations():
        hearing = Hearing(prep, Sayings(prep))
        for one in prep.opposing[:5]:
            choices = against(prep, one.argument)
            for number, choice in enumerate(choices, 1):
                assert hearing.named(str(number), choices) == choice, name
                assert hearing.named(prep.names[choice.node], choices) == choice, name
            for line in ("0", str(len(choices) + 1), "9" * 5000, "-1", "", "no id"):
                assert hearing.named(line, choices) is None, (name, line)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("an inspector says that just the paint cracked", "painted"),
        ("monuments which are listed must not be replaced", "heritage"),
        ("money is short", None),
    ],
)
def test_words_mean_the_answer_they_are_most_like(text: str, meant: str | None) -> None:
    prep, _, hearing = bridge()
    choices: list[Answer] = against(prep, prep.numbers["safety"])
    found = hearing.meant(text, choices)
    assert (prep.names[found.node] if found else None) == meant


def test_a_claim_that_says_much_the_same_is_a_twin() -> None:
    _, _, hearing = bridge()
    assert hearing.twin("The main girder is badly cracked.") == "cracks"
    assert hearing.twin("Nobody crosses there at night.") is None


def test_what_was_said_against_a_shared_premise_counts_again_once_in_each_discussion() -> None:
    prep, sayings, hearing = bridge()
    safety, age = prep.numbers["safety"], prep.numbers["age"]
    said = sayings.add("It was only a shadow.", "cracks")
    hearing.use(safety, said)
    assert hearing.again(safety) == []
    assert hearing.again(age) == hearing.again(prep.numbers["cracks"]) == [said]
    assert hearing.again(prep.numbers["old"]) == []
    choices = against(prep, age)
    for line in (str(len(choices) + 1), said.claim, said.argument, "it was only a SHADOW"):
        assert hearing.repeated(line, choices, age) == said, line
    for line in (str(len(choices)), str(len(choices) + 2), "painted", "It was no shadow."):
        assert hearing.repeated(line, choices, age) is None, line
    hearing.use(age, said)
    assert hearing.repeated(said.claim, choices, age) is None
    assert hearing.is_name(said.claim)
    assert hearing.is_name("painted")
    assert not hearing.is_name("a line")
