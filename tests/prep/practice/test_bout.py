"""A bout: it ends on every map whatever is answered, keeps to what the map has, and goes the same way each time."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from coldwater.model.models import Map
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.practice.bout import Bout, Event, Point
from coldwater.prep.practice.replies import against, opening_rank
from coldwater.semantics.grounded import IN, OUT
from prep.preparations import preparations, prepared
from prep.small_maps import model
from work import examples

#: What is done with a challenge: answered by the map, given up, answered in own words, or any of these by chance.
Way = Callable[[Bout, Random], list[Event]]


def first(bout: Bout, _: Random) -> list[Event]:
    choices = bout.choices()
    return bout.answer(choices[0]) if choices else bout.give_in()


def last(bout: Bout, _: Random) -> list[Event]:
    choices = bout.choices()
    return bout.answer(choices[-1]) if choices else bout.give_in()


def give_in(bout: Bout, _: Random) -> list[Event]:
    return bout.give_in()


def own_words(bout: Bout, _: Random) -> list[Event]:
    return bout.say(None)


def by_chance(bout: Bout, random: Random) -> list[Event]:
    choices = bout.choices()
    if choices and random.random() < 0.7:
        return bout.answer(random.choice(choices))
    return bout.give_in() if random.random() < 0.5 else bout.say(None)


WAYS = (first, last, give_in, own_words, by_chance)


def fought(prep: Preparation, way: Way, seed: int = 0) -> tuple[list[Event], tuple[Point, ...]]:
    """Fight a bout to its end; it must come within as many turns as the map can bear."""
    bout, random, events = Bout(prep, seed), Random(seed), list[Event]()  # noqa: S311 - a sample, no secret
    turns = 0
    while bout.left:
        opened = bout.next_point()
        assert [event.turn for event in opened] == ["argues"]
        events += opened
        while bout.challenge is not None:
            turns += 1
            assert turns <= 4 * len(prep.names) ** 2 + 10, "a bout without end"
            found = way(bout, random)
            assert found
            events += found
    assert bout.next_point() == []
    return events, tuple(bout.points)


@pytest.mark.parametrize("way", WAYS)
def test_a_bout_ends_on_every_map_and_says_nothing_twice(way: Way) -> None:
    points = 0
    for name, prep in preparations():
        events, found = fought(prep, way)
        said = [event.node for event in events if event.turn in ("argues", "objects", "backs")]
        assert len(set(said)) == len(said), name
        ends = [event for event in events if event.turn in ("concedes", "claims", "leaves-open")]
        assert [event.node for event in ends] == [point.node for point in found], name
        assert len(found) == sum(event.turn == "argues" for event in events), name
        assert all(prep.other in prep.graph.sides(prep.names[point.node]) for point in found), name
        points += len(found)
        assert (events, found) == fought(prep, way), name
        if way is give_in:
            assert {point.outcome for point in found} <= {"lost"}, name
        elif way is own_words:
            assert {point.outcome for point in found} <= {"open"}, name  # nobody knows whether they hold
    assert points > examples(400)


def test_seeds_order_equals_only() -> None:
    for name, prep in preparations():
        points = [fought(prep, give_in, seed)[1] for seed in range(3)]
        ranks = [[opening_rank(prep, point.node) for point in found] for found in points]
        assert ranks[0] == ranks[1] == ranks[2], name


def test_where_only_arguments_attack_each_other_a_best_answer_wins_what_the_map_gives() -> None:
    """Without supports, standards and circles, a side can win a point just when its argument falls on the map."""
    random = Random(6)  # noqa: S311 - a sample, no secret
    fates = set()
    for _ in range(150):
        map_ = tower(random)
        prep = prepared(map_, random.choice(["pro", "con"]))
        opened = Bout(prep).left
        for node in opened:
            wins = can_win(prep, node)
            assert wins == (prep.labels[node] == OUT), (map_, prep.names[node])
            assert (prep.labels[node] == IN) == (not wins)
            fates.add(wins)
    assert fates == {True, False}


def tower(random: Random) -> Map:
    """Make a tree of undercuts on one argument for or against the thesis; every premise is granted."""
    arguments: dict[str, Any] = {"a0": {"premises": ["c0"], random.choice(["supports", "attacks"]): "t"}}
    for number in range(1, random.randint(2, 9)):
        arguments[f"a{number}"] = {"premises": [f"c{number}"], "attacks": f"a{random.randrange(number)}"}
    claims = {"t": "The thesis."} | {f"c{number}": f"Claim {number}." for number in range(len(arguments))}
    return model({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})


def can_win(prep: Preparation, opened: int) -> bool:
    """Tell whether some way to answer wins the point: by trying the answers that the bout itself lets stand."""

    def wins(bout: Bout) -> bool:
        """Answer each challenge with what the map lets stand, and nothing else."""
        while bout.challenge is not None:
            good = [one for one in bout.choices() if one.label == IN]
            if good:
                bout.answer(good[0])
            else:
                bout.give_in()
        return bout.points[-1].outcome == "won"

    bout = Bout(prep)
    while bout.left and bout.next_point()[0].node != opened:
        while bout.challenge is not None:
            bout.give_in()
    return wins(bout)


def exchange() -> Preparation:
    """Prepare con: the program argues for rebuilding, and knows something against each answer but one."""
    claims = {name: f"Claim {name}." for name in ("t", "p", "q", "bad", "good", "back", "object")}
    return prepared(model({
        "argmap": 1, "title": "T", "thesis": "t", "claims": claims,
        "arguments": {
            "case": {"premises": ["p", "q"], "supports": "t"},
            "backing": {"premises": ["back"], "supports": "p"},
            "worse": {"premises": ["bad"], "attacks": "case"},
            "better": {"premises": ["good"], "attacks": "q"},
            "objection": {"premises": ["object"], "attacks": "worse"},
        },
    }), "con")  # fmt: skip


def told(prep: Preparation, events: list[Event]) -> list[tuple[str, str]]:
    return [(event.turn, prep.names[event.node]) for event in events]


def test_the_program_follows_an_exchange_down_and_comes_back() -> None:
    prep = exchange()
    bout = Bout(prep)
    assert told(prep, bout.next_point()) == [("argues", "case")]
    by_name = {prep.names[one.node]: one for one in bout.choices()}
    assert told(prep, bout.answer(by_name["worse"])) == [("objects", "objection")]
    assert bout.choices() == []
    assert told(prep, bout.give_in()) == [("returns", "case")]
    assert [prep.names[one.node] for one in bout.choices()] == ["better"]
    assert told(prep, bout.answer(bout.choices()[0])) == [("concedes", "case")]
    assert bout.points == [Point(prep.numbers["case"], "won")]


def test_an_attack_on_a_backed_premise_is_met_by_the_backing() -> None:
    prep = exchange()
    bout = Bout(prep)
    bout.next_point()
    assert told(prep, bout.say(prep.numbers["p"])) == [("backs", "backing")]
    assert told(prep, bout.give_in()) == [("returns", "case")]
    assert told(prep, bout.say(prep.numbers["p"])) == [("insists", "backing"), ("returns", "case")]
    assert told(prep, bout.give_in()) == [("leaves-open", "case")]


def test_a_circle_stays_open() -> None:
    claims = {name: f"Claim {name}." for name in ("t", "a", "b")}
    prep = prepared(model({
        "argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims,
        "arguments": {
            "yes": {"premises": ["a"], "supports": "t"},
            "no": {"premises": ["b"], "attacks": "yes"},
            "back": {"premises": ["a"], "attacks": "no"},
            "round": {"premises": ["b"], "attacks": "back"},
            "mutual": {"premises": ["a"], "attacks": "round"},
            "again": {"premises": ["b"], "attacks": "mutual"},
            "over": {"premises": ["a"], "attacks": "b"},
            "under": {"premises": ["b"], "attacks": "a"},
        },
    }), "con")  # fmt: skip
    events, points = fought(prep, first)
    assert any(event.turn == "repeats" for event in events)
    assert "open" in {point.outcome for point in points}


def test_what_answers_is_listed_once() -> None:
    for name, prep in preparations():
        for node in range(len(prep.names)):
            found = [answer.node for answer in against(prep, node)]
            assert len(set(found)) == len(found), name


def test_a_premise_that_is_backed_is_outweighed_not_refuted() -> None:
    prep = exchange()
    bout = Bout(prep)
    bout.next_point()
    bout.say(prep.numbers["p"])
    bout.give_in()
    assert told(prep, bout.give_in()) == [("leaves-open", "case")]


def test_backing_that_is_insisted_on_in_another_point_leaves_it_open() -> None:
    claims = {name: f"Claim {name}." for name in ("t", "p", "q", "back")}
    prep = prepared(model({
        "argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims,
        "arguments": {
            "one": {"premises": ["p"], "supports": "t"},
            "two": {"premises": ["p", "q"], "supports": "t"},
            "backing": {"premises": ["back"], "supports": "p"},
        },
    }), "con")  # fmt: skip
    bout = Bout(prep)
    bout.next_point()
    bout.say(prep.numbers["p"])
    bout.give_in()
    bout.give_in()
    (opened,) = bout.next_point()
    assert told(prep, bout.say(prep.numbers["p"]))[0] == ("insists", "backing")
    assert bout.give_in() == [Event("leaves-open", opened.node)]


def test_an_answer_that_is_being_discussed_is_none_to_what_is_said_against_it() -> None:
    claims = {name: f"Claim {name}." for name in ("t", "a", "b")}
    prep = prepared(model({
        "argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims,
        "arguments": {
            "yes": {"premises": ["a"], "supports": "t"},
            "over": {"premises": ["a"], "attacks": "b"},
            "under": {"premises": ["b"], "attacks": "a"},
        },
    }), "con")  # fmt: skip
    bout = Bout(prep)
    while prep.names[bout.next_point()[0].node] != "yes":
        bout.give_in()
    (under,) = bout.choices()
    assert told(prep, bout.answer(under))[0][0] in ("objects", "insists")
    assert under.node not in {one.node for one in bout.choices()}


def test_what_is_lost_already_is_opened_with_last() -> None:
    lost = 0
    for name, prep in preparations():
        bears = [node in prep.live for node in Bout(prep).left]
        assert bears == sorted(bears, reverse=True), name
        lost += 0 < sum(bears) < len(bears)
    assert lost > 10
