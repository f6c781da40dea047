"""What a side holds up of its case when the other has spoken, and how it is put to the judge."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from coldwater import api
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.citing import Citing
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.flow_json import flow_json
from coldwater.prep.pages.flow_sheet import flow_sheet
from coldwater.prep.pages.plan import plan_page
from coldwater.prep.rounds.debate_format import speech_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.speeches.filling import find_wants
from coldwater.prep.speeches.planning import Task, find_plan
from coldwater.prep.speeches.turn import find_turn
from prep.preparations import prepared

GALLERY = Path(__file__).parents[3] / "arguments" / "gallery"
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


def test_what_they_have_answered_is_compared_and_not_read_out_as_standing() -> None:
    """A side whose case falls on the map says what is left of it: what they have not touched, and what is sourced."""
    parts = dict(spoken("night-trains", "con", "policy", "1NR", 5))
    assert parts["compare spending"] == [
        "They have answered our point, The railway fund. Compare the two.",
        "They say: The plan takes its billion from the motorway fund and not from the railway fund.",
        "And: The motorway fund ended last year with two billion unspent.",
        "What it denies we have from a source:",
        "Norland Court of Audit 2025: Night trains would take a billion out of the railway fund.",
        "It leaves this as it was:",
        "The same source: The railway fund has just enough for the repairs of the next ten years.",
        "Brandt 2025: Where bridges are not repaired, whole lines are closed.",
    ]
    pressed = parts["press sleepless"]
    assert "They said that to our point, Buses do it for less." in pressed
    assert "It denies none of the following, only that it bears on the matter:" in pressed
    # What was told of one point is not told again of the next.
    told = [text for said in parts.values() for text in said if "reach all forty towns" in text]
    assert len(told) == 1


def test_what_has_a_source_and_costs_the_verdict_is_pressed_for_that_source() -> None:
    parts = dict(spoken("tempolimit", "con", "policy", "2NR", 5))
    assert parts["press dort"][1:4] == [
        "Die Gegenseite sagt: Gerade die Strecken ohne Limit sind die gefährlichsten.",
        "Dafür hat die Gegenseite nur eine Quelle genannt: Amt für Verkehrszahlen 2023.",
        "Was darin steht, hat sie Ihnen nicht vorgelesen.",
    ]


def test_a_first_speech_says_its_case_in_short_and_a_later_one_what_to_take_along() -> None:
    first = dict(spoken("night-trains", "con", "policy", "1NC", 8))
    assert first["overview "][0] == "Our case in short:"
    # A definition is no case, and each impact is weighed by its own tags.
    assert "Most of the affirmative's money pays for running trains." in first["overview "]
    place = first["overview "].index("Where bridges are not repaired, whole lines are closed.")
    assert first["overview "][place + 1].startswith("Magnitude: ")
    assert first["overview "][-1] == "It is for them to show that more speaks for the motion than against it."
    last = spoken("night-trains", "con", "policy", "2NR", 5)
    assert last[1][0].startswith("overview")
    assert last[1][1][:2] == [
        "If you take one thing along, take this:",
        "Most of the affirmative's money pays for running trains.",
    ]
    assert "overview " not in dict(spoken("night-trains", "con", "policy", "1NC", 1))


def test_the_first_of_a_block_takes_what_the_second_has_no_time_for() -> None:
    prep = prepared(api.load(ALOUD.parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"), "con")
    flow = find_flow(prep, FORMATS["policy"])
    first, second = (find_plan(prep, Task(minutes, 150), flow, place) for minutes, place in ((8, 3), (5, 4)))
    held = [
        {one.point.node for one in plan.parts if one.kind == "extension" and one.point and one.point.of is None}
        for plan in (first, second)
    ]
    kept = {one.node for one in find_turn(prep, flow, 4).kept} | {one.node for one in find_turn(prep, flow, 4).held}
    assert held[0]
    assert held[1]
    assert not held[0] & held[1]
    assert held[0] <= kept
    # What went over is told to have been said, and nothing of it is left out for want of time.
    assert held[0] <= {one.node for one in second.unsaid if (one.why, one.speech) == ("earlier", 3)}
    assert not {one.point.node for one in first.left} & held[0]
    assert first.length > 5 * 60 * 150 / 60 * 5


def test_the_flow_says_where_a_contention_is_held_up_again() -> None:
    prep = own("night-trains", "con")
    flow = find_flow(prep, FORMATS["policy"])
    page = page_markdown(flow_page(prep, flow))
    assert "- **1NR, 2NR:** “Not an investment” is held up again, though it was spoken against.\n" in page
    rows = {row["row"]: row["held_up_again"] for row in json.loads(flow_json(prep, flow))["rows"]}
    assert rows["Con 1"] == ["1NR", "2NR"]
    # What falls is compared, and not held up.
    assert rows["Con 3"] == []
    (cells,) = (line.cells for line in flow_sheet(prep, flow).lines if line.cells[0].startswith("Con 1 "))
    assert cells[0] == "Con 1 Not an investment (topicality); held up again in 1NR, 2NR"
    for at in range(len(flow.debate.speeches)):
        kept = {one.node for one in find_turn(prep, flow, at).kept}
        assert kept == {one.node for place, one in flow.kept if place == at}


def test_it_is_said_once_that_nothing_was_read() -> None:
    said = [text for _, every in spoken("night-trains", "con", "policy", "2NR", 5) for text in every]
    assert said.count("They have not read you its words.") == 1
    assert said.count("They still have given neither a source nor a reason for that.") == 1
    assert said.count("For that, too, still neither a source nor a reason.") > 1


def test_what_would_fill_the_time_is_named_with_seconds() -> None:
    prep = own("tempolimit", "con")
    flow = find_flow(prep, FORMATS["policy"])
    plan = find_plan(prep, Task(5, 150), flow, 6)
    wants = find_wants(prep, plan)
    assert (wants[0].lack, prep.names[wants[0].node]) == ("answer", "dort")
    free = plan.task.minutes * 60 - plan.task.seconds(plan.length)
    assert sum(one.seconds for one in wants[:-1]) < free
    page = page_markdown(plan_page(prep, plan))
    assert "- **Not answered on the map:** Gerade dort: about 18 seconds. `dort`" in page
    # Where something was left out for want of time, there is nothing to fill.
    assert "To fill the time" not in page_markdown(plan_page(prep, find_plan(prep, Task(1, 150), flow, 6)))


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


def test_an_answer_that_falls_is_told_to_come_as_long_as_what_brings_it_down_comes_after_it() -> None:
    prep, debate = own("night-trains", "con"), FORMATS["policy"]
    for code in ("1NC", "2NC"):
        place = speech_of(debate, code)
        assert place is not None
        plan = find_plan(prep, Task(8, 150), find_flow(prep, debate), place)
        why = {prep.names[one.node]: (one.why, one.speech) for one in plan.unsaid}
        assert why["forbidden"] == ("later", speech_of(debate, "1NR"))  # and 1AR says what it falls by


def test_what_was_never_read_out_is_not_compared_with_what_they_said_to_it() -> None:
    german = prepared(api.load(GALLERY / "tempolimit.argmap.yaml"), "pro")
    debate = FORMATS["world-schools"]
    flow = find_flow(german, debate)
    for place in (0, 2, 4):  # P1 to P3; a reason for „Weniger Tote“ falls, and P1 does not read it out
        parts = find_plan(german, Task(8, 150), flow, place).parts
        nodes = {one.node for part in parts for one in part.sentences}
        assert german.numbers["achtzig"] not in nodes
        told = "".join(one.text for part in parts for one in part.sentences)
        assert "Die Rechnung der Versicherer" not in told
