"""What a side holds up of its case when the other has spoken, and how it is put to the judge."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coldwater import api
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.citing import Citing
from coldwater.prep.rounds.debate_format import speech_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.speeches.planning import Task, find_plan
from prep.preparations import prepared

ALOUD = Path(__file__).parents[1] / "aloud"


@cache
def own(name: str, side: str) -> Preparation:
    return prepared(api.load(ALOUD / f"{name}.argmap.yaml"), side)


def spoken(name: str, side: str, debate: str, code: str, minutes: float) -> list[tuple[str, list[str]]]:
    """Give the parts of a speech: what each is about, and its sentences."""
    prep, format_ = own(name, side), FORMATS[debate]
    place = speech_of(format_, code)
    assert place is not None
    plan = find_plan(prep, Task(minutes, 150), find_flow(prep, format_), place)
    return [
        (f"{part.kind} {prep.names[part.point.node] if part.point else ''}", [one.text for one in part.sentences])
        for part in plan.parts
    ]


def test_a_contention_is_held_up_once_what_they_said_against_it_is_answered() -> None:
    parts = dict(spoken("night-trains", "pro", "policy", "2AC", 8))
    towns = parts["extension towns"]
    assert towns[0] == "Remember our point, Towns within reach; what they said against it we have answered:"
    assert "The impact: A town that its young leave loses its school, its doctor and its shop." in towns
    # What is not decided is not told to be answered.
    assert parts["extension climate"][0] == (
        "Our point, Clean nights, is still open, though they have spoken against it:"
    )


def test_a_last_speech_goes_for_what_is_open_and_the_issue_is_what_was_spoken_against() -> None:
    parts = dict(spoken("night-trains", "con", "policy", "2NR", 5))
    assert parts["extension limits"][0].startswith("Our point, Not an investment, is still open")
    issue = parts["issue plan-runs"]
    assert "Most of the affirmative's money pays for running trains." in issue
    assert "They have said nothing against it." not in issue
    theirs = dict(spoken("night-trains", "pro", "policy", "2AR", 5))["issue plan-runs"]
    assert theirs == [
        "They cannot do without this:",
        "Most of the affirmative's money pays for running trains.",
        "Against it stands:",
        "Carriages and tracks last forty years.",
        "Without it the motion stands.",
    ]


def test_of_a_block_only_the_speech_that_takes_the_case_holds_it_up() -> None:
    assert "extension limits" not in dict(spoken("night-trains", "con", "policy", "2NC", 8))
    assert "extension limits" in dict(spoken("night-trains", "con", "policy", "1NR", 5))


def test_of_a_block_the_second_speech_does_not_press_again_what_the_first_pressed() -> None:
    first, second = (dict(spoken("night-trains", "con", "policy", code, 8)) for code in ("2NC", "1NR"))
    assert "press consequences" in first
    assert "press consequences" not in second
    assert "press permute" in second
    # A speech that goes through the debate presses it again.
    assert "press rasen" in dict(spoken("tempolimit", "con", "world-schools", "OR", 8))


def test_a_debate_turns_on_several_points_without_hanging_on_each_alone() -> None:
    parts = spoken("tempolimit", "pro", "world-schools", "PR", 8)
    turns = [
        text for _, said in parts for text in said if text in ("Daran hängt die Debatte.", "Auch daran hängt sie.")
    ]
    assert turns == ["Daran hängt die Debatte.", *["Auch daran hängt sie."] * 3]
    assert "extension umwelt" in dict(parts)


def test_what_is_stressed_inside_a_quote_is_not_quoted_twice() -> None:
    prep = own("night-trains", "con")
    (source,) = Citing(prep).sources("switch", 0)
    quote = "thirty of every hundred passengers on them told us that they would otherwise have flown"
    assert quote in source
    assert not any("…" in str(word) for word in source)


def test_an_answer_that_is_held_up_is_worth_what_it_holds_off() -> None:
    """In two minutes a last speech meets the counterplan before it reads out again what is behind its own points."""
    parts = dict(spoken("night-trains", "pro", "public-forum", "FF1", 2))
    assert "extension permute" in parts
    assert not any("None of them ran a single one" in text for said in parts.values() for text in said)


def test_of_an_answer_it_is_not_said_twice_that_something_is_answered() -> None:
    said = [text for _, every in spoken("privacy", "pro", "world-schools", "P3", 8) for text in every]
    assert "We have answered that; they have not come back to it:" in said
