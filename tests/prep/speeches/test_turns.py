"""A speech is made from the flow: on random maps, in every format, for both sides, in each speech."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.material.flow import Flow, find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.flow_json import flow_json
from coldwater.prep.rounds.debate_format import DebateFormat, block_partner, speech_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.speeches.english import ENGLISH
from coldwater.prep.speeches.planning import Plan, Task, find_plan
from coldwater.prep.speeches.points import Point
from coldwater.prep.speeches.reasons import said_claims
from coldwater.prep.speeches.turn import find_turn
from coldwater.semantics.grounded import IN, OUT
from prep.preparations import preparations, prepared
from prep.small_maps import model, small_map
from work import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many larger maps are drawn, on which there is more to answer. On each, every format is tried: on small maps one.
LARGER = examples(24)
ANSWERS = ("answer", "also", "again")
#: Points that are about something that is said elsewhere as well.
ABOUT = ("overview", "issue", "weighing", "evidence")


class Case(NamedTuple):
    """A speech of a flow on a map, long enough for all there is to say unless it says otherwise."""

    name: object
    prep: Preparation
    flow: Flow
    speech: int
    plan: Plan

    @property
    def points(self) -> list[Point]:
        """All that is said."""
        return [point for part in self.plan.parts for point in part.points]


def larger() -> Iterator[tuple[object, Preparation]]:
    for seed in range(LARGER):
        map_ = model(small_map(Random(seed), arguments=20, leaves=8))  # noqa: S311 - a sample, no secret
        for side in ("pro", "con"):
            yield ("larger", seed, side), prepared(map_, side)


@cache
def cases() -> tuple[Case, ...]:
    formats = list(FORMATS.values())
    found = []
    for number, (name, prep) in enumerate([*larger(), *preparations()]):
        for debate in formats if number < 2 * LARGER else [formats[number // 2 % len(formats)]]:
            flow = find_flow(prep, debate)
            for speech, one in enumerate(debate.speeches):
                if one.side == prep.side:
                    minutes = 60 if (number + speech) % 2 else 0.5
                    plan = find_plan(prep, Task(minutes, 150), flow, speech)
                    found.append(Case((name, debate.name, one.code), prep, flow, speech, plan))
    return tuple(found)


def first_said(flow: Flow) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in flow.rows:
        for cell in row.cells:
            if cell.mark in ("said", "again"):
                found[cell.node] = min(cell.speech, found.get(cell.node, cell.speech))
    return found


def with_what_is_behind(prep: Preparation, nodes: set[int]) -> set[int]:
    found, waiting = set(nodes), list(nodes)
    while waiting:
        name = prep.names[waiting.pop()]
        below = prep.graph.premises(name) if name in prep.graph.arguments else ()
        for one in map(prep.numbers.__getitem__, (*below, *prep.graph.supporters(name))):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def test_nothing_is_answered_before_it_is_said() -> None:
    answered = 0
    for case in cases():
        said = first_said(case.flow)
        for point in case.points:
            if point.kind in ANSWERS:
                answered += 1
                assert point.of is not None
                assert said[point.of] < case.speech, case.name
                against = {one.node for one in answers_to(case.prep.inquiry, point.of)}
                assert point.node in against, case.name
    assert answered > examples(80)


def test_nothing_is_in_a_plan_that_its_flow_does_not_hold() -> None:
    for case in cases():
        cells = {
            (cell.speech, "answer" if cell.target is not None else row.origin, cell.node, cell.mark)
            for row in case.flow.rows
            for cell in row.cells
        }
        here = {(origin, node, mark) for speech, origin, node, mark in cells if speech == case.speech}
        held = {node for speech, _, node, mark in cells if mark in ("said", "again") and speech <= case.speech}
        later = {node for _, _, node, mark in cells if mark == "said"}
        known = with_what_is_behind(case.prep, held | {case.prep.numbers[case.prep.map.thesis]})
        for point in case.points:
            if point.kind == "contention":
                assert {("contention", point.node, "said"), ("contention", point.node, "again")} & here, case.name
            elif point.kind in ANSWERS:
                assert {("answer", point.node, "said"), ("answer", point.node, "again")} & here, case.name
            elif point.kind == "extension":
                kept = {one.node for one in case.plan.turn.kept}
                partner = block_partner(case.flow.debate, case.speech)
                by_partner = () if partner is None else find_turn(case.prep, case.flow, partner).kept
                held = {node for at, _, node, mark in cells if mark == "extended" and at in (case.speech, partner)}
                assert point.node in kept | held | {one.node for one in by_partner}, case.name
            elif point.kind == "ahead":
                assert {point.node, point.of} <= later, case.name
            elif point.kind == "press":
                assert any(node == point.node and mark in ("unanswered", "dropped") for _, _, node, mark in cells)
            else:
                assert point.node in with_what_is_behind(case.prep, known | later), case.name
        ahead = {one.node for one in case.points if one.kind == "ahead"} | {
            one.of for one in case.points if one.kind == "ahead" and one.of is not None
        }
        spoken = {said.node for part in case.plan.parts for said in part.sentences if said.node is not None}
        assert spoken <= known | with_what_is_behind(case.prep, ahead), case.name


def test_what_is_kept_was_laid_out_and_spoken_against_before_and_what_is_met_is_answered() -> None:
    met = still_open = 0
    for case in cases():
        labels, said = case.prep.labels, first_said(case.flow)
        for one in case.plan.turn.kept:
            against = [
                each for each in answers_to(case.prep.inquiry, one.node) if said.get(each.node, 99) < case.speech
            ]
            assert said[one.node] < case.speech, case.name
            assert against, case.name
            assert labels[one.node] != OUT, case.name
            assert one.node in heads_of(case.prep, case.prep.side), case.name
            if one.is_cleared:
                met += 1
                assert labels[one.node] == IN, case.name
                for each in against:
                    answers = answers_to(case.prep.inquiry, each.node)
                    assert any(said.get(answer.node, 99) <= case.speech for answer in answers), case.name
            else:
                still_open += 1
    assert met > examples(8)
    assert still_open > examples(8)


def test_what_is_pressed_has_no_answer_and_lacks_what_is_said_to_be_lacking() -> None:
    pressed = 0
    for case in cases():
        said, graph = first_said(case.flow), case.prep.graph
        for point in case.points:
            if point.kind != "press":
                continue
            assert said[point.node] < case.speech, case.name
            assert point.node in case.plan.turn.lacking, case.name
            assert point.presses, case.name
            drop = case.plan.turn.lacking[point.node]
            for press in point.presses:
                name = case.prep.names[press.claim]
                assert press.claim in said_claims(case.prep, point.node), case.name
                assert case.prep.side not in case.prep.inquiry.sides(press.claim), case.name
                if press.is_bare:
                    pressed += 1
                    assert graph.claims[name].cites == (), case.name
                    assert graph.supporters(name) == (), case.name
                elif press.source:
                    assert [one.source for one in graph.claims[name].cites] == [press.source], case.name
                    assert graph.supporters(name) == (), case.name
                    assert press.is_read == any(one.read_out for one in graph.claims[name].cites), case.name
                elif not press.asks:
                    assert drop.costs is not None or point.more, case.name
    assert pressed > examples(50)


def test_every_drop_that_costs_the_verdict_is_pressed_or_told() -> None:
    pressed = pressed_by_us = 0
    for case in cases():
        said = first_said(case.flow)
        named = {point.node for point in case.points}
        told = {one.point.node for one in case.plan.left} | {node for one in case.plan.left for node in one.behind}
        told |= {one.node for one in case.plan.unsaid}
        for drop in case.flow.drops:
            if drop.costs is None:
                continue
            if drop.by == case.prep.side and drop.speech <= case.speech:
                assert drop.node in case.plan.turn.lacking, case.name
                sides, theirs = case.prep.inquiry.sides, {case.prep.other}
                # What was said in time, and is theirs alone, is pressed whatever ground it has.
                claims = said_claims(case.prep, drop.node)
                is_theirs = sides(drop.node) == theirs and all(sides(claim) == theirs for claim in claims)
                partner = case.flow.debate.speeches[case.speech - 1]
                if is_theirs and said[drop.node] < case.speech and partner.side != case.prep.side:
                    assert drop.node in named | told, case.name
                    pressed_by_us += drop.node in named
            elif drop.by != case.prep.side and drop.speech < case.speech:
                assert drop.node in named | told, case.name
                pressed += drop.node in named
    assert pressed > examples(30)
    assert pressed_by_us > examples(30)


def test_every_argument_of_the_side_is_said_or_told_to_be_left_out() -> None:
    for case in cases():
        said = {point.node for point in case.points if point.kind not in ABOUT}
        left = {one.point.node for one in case.plan.left if one.point.kind not in ABOUT}
        left |= {node for one in case.plan.left for node in one.behind}
        unsaid = {one.node for one in case.plan.unsaid}
        assert {*case.prep.own} <= said | left | unsaid, case.name
        assert not unsaid & (said | left), case.name


def test_what_falls_is_not_read_out_as_standing() -> None:
    met = 0
    for case in cases():
        labels, said = case.prep.labels, first_said(case.flow)
        fallen = [
            point for point in case.points if labels[point.node] == OUT and point.kind not in ("weighing", "press")
        ]
        compared = [point for point in fallen if point.kind == "compare"]
        fallen = [point for point in fallen if point.kind != "compare"]
        assert {point.kind for point in fallen} <= {"contention", "because", "evidence", "answer", "also", "again"}
        for point in compared:
            # It was said, they have answered it, and that is told; no claim of it that falls is left to be untouched.
            assert point.of is not None
            assert said[point.node] < case.speech, case.name
            assert said[point.of] < case.speech, case.name
            assert point.of in {one.node for one in answers_to(case.prep.inquiry, point.node)}, case.name
            assert all(labels[claim] != OUT for claim in point.claims), case.name
            assert point.hits not in point.claims, case.name
            assert point.claims or case.prep.cites(point.hits or 0), case.name
        # A case has to be laid out, even where all of it falls on the map.
        whole = all(labels[node] == OUT for node in heads_of(case.prep, case.prep.side))
        for point in fallen:
            against = [one.node for one in answers_to(case.prep.inquiry, point.node) if one.label == IN]
            is_open = against and all(said.get(node, 99) >= case.speech for node in against)
            assert is_open or (whole and point.kind in ("contention", "evidence", "because")), case.name
            met += bool(is_open)
        # Beside what falls may stand what is answered ahead to it, by what stands.
        parts = [part for part in case.plan.parts if part.point in fallen and {*part.points} <= {*fallen}]
        spoken = {one.text for part in parts for one in part.sentences}
        assert not spoken & {*ENGLISH.speaks, ENGLISH.not_so, ENGLISH.cannot_be, *ENGLISH.stands}, case.name
    assert met > examples(30)


def test_a_side_never_attacks_what_it_uses() -> None:
    for case in cases():
        used = {
            claim
            for point in case.points
            if point.kind in ("contention", "because", "extension", *ANSWERS)
            for claim in said_claims(case.prep, point.node)
        }
        for point in case.points:
            if point.kind in ANSWERS and point.of is not None:
                hit = point.of if point.hits is None else point.hits
                if case.prep.side in case.prep.inquiry.sides(hit):
                    raise AssertionError(case.name)
                assert hit not in used or case.prep.names[point.node] in case.prep.graph.claims, case.name


def test_nothing_is_put_to_the_judge_in_a_first_speech_and_nothing_of_theirs_without_our_answer() -> None:
    issues = 0
    for case in cases():
        is_first = all(one.side != case.prep.side for one in case.flow.debate.speeches[: case.speech])
        said = first_said(case.flow)
        for point in case.points:
            if point.kind not in ("issue", "weighing"):
                continue
            assert not is_first, case.name
            issues += 1
            spoken = [node for _, node in point.words if node is not None]
            theirs = [node for node in spoken if case.prep.inquiry.sides(node) == {case.prep.other}]
            for node in theirs:
                answers = {one.node for one in answers_to(case.prep.inquiry, node)}
                assert any(said.get(one, 99) <= case.speech for one in answers), case.name
                assert len(theirs) < len(spoken), case.name
    assert issues > examples(50)


@pytest.mark.parametrize("debate", FORMATS.values(), ids=lambda one: one.name)
def test_contentions_are_shared_out_as_the_format_says(debate: DebateFormat) -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Five points", "thesis": "t",
        "claims": {"t": "The thesis.", **{f"c{number}": f"Point {number}." for number in range(10)}},
        "arguments": {
            f"a{number}": {"premises": [f"c{number}"], "supports" if number < 5 else "attacks": "t"}
            for number in range(10)
        },
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    flow = find_flow(prep, debate)
    for side in ("pro", "con"):
        places = {"pro": (), "con": ()} | {side: heads_of(prep, side)}
        new = {
            one.code: len(find_turn(prep, flow, place).contentions)
            for place, one in enumerate(debate.speeches)
            if one.side == side
        }
        assert sum(new.values()) == len(places[side]) == 5
        shares = [new[code] for code in new if new[code]]
        expected = {"world-schools": [3, 2], "british-parliamentary": [2, 1, 2]}.get(debate.name, [5])
        assert shares == expected
    rows = json.loads(flow_json(prep, flow))["rows"]
    assert {row["cells"][0]["mark"] for row in rows} == {"said"}


def test_what_a_second_speech_lays_out_is_counted_on() -> None:
    names = [f"c{number}" for number in range(5)]
    data: dict[str, Any] = {
        "argmap": 1, "title": "Five points", "thesis": "t",
        "claims": {"t": "The thesis.", **{name: f"Point {name}." for name in names}},
        "arguments": {f"a{name}": {"premises": [name], "supports": "t"} for name in names},
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    debate = FORMATS["world-schools"]
    flow = find_flow(prep, debate)
    told = {}
    for code in ("P1", "P2"):
        place = speech_of(debate, code)
        assert place is not None
        parts = find_plan(prep, Task(8, 150), flow, place).parts
        told[code] = [part.sentences[0].text for part in parts if part.kind == "contention"]
    assert told == {"P1": ["Point 1.", "Point 2.", "Point 3."], "P2": ["Point 4.", "Point 5."]}


def test_the_speeches_of_a_block_have_each_something_to_do() -> None:
    data = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {name: f"Claim {name}." for name in ("t", "a", "b", "c", "d", "e", "f")},
        "arguments": {
            "pro": {"premises": ["a"], "supports": "t"}, "no": {"premises": ["b"], "attacks": "pro"},
            "yes": {"premises": ["c"], "attacks": "no"}, "no-more": {"premises": ["d"], "attacks": "yes"},
            "con": {"premises": ["e"], "attacks": "t"}, "but": {"premises": ["f"], "attacks": "con"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "con")
    debate = FORMATS["policy"]
    flow = find_flow(prep, debate)
    answers = {}
    for code in ("2NC", "1NR"):
        place = speech_of(debate, code)
        assert place is not None
        answers[code] = [prep.names[one.node] for one in find_turn(prep, flow, place).answers]
    assert answers == {"2NC": ["no-more"], "1NR": []}
    # What is said first is said to what the other side says first; nobody answers what is still to come.
    plan = find_plan(prep, Task(8, 150), flow, 1)
    kinds = {(part.kind, prep.names[part.point.node]) for part in plan.parts if part.point is not None}
    assert kinds == {("contention", "con"), ("answer", "no")}
