"""Plans: a speech within a time, in the words of the map, by what bears most."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater import api
from coldwater.prep.material.plan import Task, find_plan
from coldwater.prep.material.points import find_answers, find_contentions, find_unanswered
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.material.selection import Choice, choose
from coldwater.prep.material.spoken_length import WORD, units
from coldwater.prep.pages.plan import plan_page, spoken_time
from coldwater.prep.pages.plan_json import plan_json
from coldwater.prep.setting.markdown_form import page_markdown
from prep.preparations import ALONE, ARTICLE, ids_in, preparations, prepared, shuffled, strange_ids
from prep.small_maps import drawn, model, subsets

SOME_SEEDS = range(20)
#: What a plan says of the time of a part.
TAGS = re.compile(r"`([0-9]+:[0-9]{2}–[0-9]+:[0-9]{2}, [0-9]+ s)`")
TIMES = ((0.1, 30), (0.3, 150), (0.5, 97), (1, 150), (3.5, 133), (60, 300))


def data_of(prep: Preparation, minutes: float = 7, pace: int = 150, **ways: bool) -> Any:
    return json.loads(plan_json(prep, find_plan(prep, Task(minutes, pace, **ways))))


def told(prep: Preparation, minutes: float = 7, pace: int = 150) -> str:
    return page_markdown(plan_page(prep, find_plan(prep, Task(minutes, pace))))


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        data = data_of(prep, 1)
        named = {
            *ids_in(data),
            *data["unanswered"],
            *(part["answers"] for part in data["parts"] if part.get("answers")),
        }
        assert named <= {*prep.names}, name
        assert not strange_ids(prep, told(prep, 1)) - {*TAGS.findall(told(prep, 1))}, name


def test_it_never_takes_longer_than_there_is_time() -> None:
    for name, prep in preparations():
        for minutes, pace in TIMES:
            plan = find_plan(prep, Task(minutes, pace))
            spoken = sum(units(said.text) for part in plan.parts for said in part.sentences)
            assert spoken == plan.length, name
            assert spoken <= minutes * pace * WORD + 1e-6, (name, minutes, pace)
            data = data_of(prep, minutes, pace)
            assert data["seconds"] <= minutes * 60 + 0.01, name
            assert data["free_seconds"] == pytest.approx(minutes * 60 - data["seconds"], abs=0.02), name


def test_clock_seconds_and_total_agree() -> None:
    for name, prep in preparations():
        for minutes, pace in TIMES:
            page = told(prep, minutes, pace)
            parts = [
                (int(one) * 60 + int(two), int(three) * 60 + int(four), int(seconds))
                for one, two, three, four, seconds in re.findall(r"`(\d+):(\d\d)–(\d+):(\d\d), (\d+) s`", page)
            ]
            assert all(end - start == seconds for start, end, seconds in parts), (name, minutes, pace)
            assert all(end == start for (_, end, _), (start, _, _) in pairwise(parts)), (name, minutes, pace)
            if parts:
                assert f"The speech takes {spoken_time(parts[-1][1])} (" in page, (name, minutes, pace)
                left = int(minutes * 60 + 1e-6) - parts[-1][1]
                assert (f"; {spoken_time(left)} " if left > 0 else "no time is left over.") in page, (name, minutes)


def test_claims_are_said_in_the_words_of_the_map() -> None:
    for name, prep in preparations():
        for part in data_of(prep, 60)["parts"]:
            for said in part["sentences"]:
                if said["id"] in prep.map.claims:
                    assert prep.map.claims[said["id"]].text in said["text"], name


def test_with_time_for_it_everything_is_said_once() -> None:
    for name, prep in preparations():
        data = data_of(prep, 600)
        assert not data["left_out"], name
        said = [one["id"] for part in data["parts"] if part["kind"] == "contention" for one in part["sentences"]]
        heads = [one for one in said if one in prep.map.arguments]
        assert len(heads) == len(set(heads)), name


def test_more_time_is_never_worth_less() -> None:
    for name, prep in preparations():
        worths = []
        for minutes in (0.2, 0.4, 0.8, 1.6, 60):
            parts = data_of(prep, minutes)["parts"]
            has_contention = any(part["kind"] == "contention" for part in parts)
            plan = find_plan(prep, Task(minutes, 150))
            left = sum(_worth(one.point) for one in plan.left)
            worths.append((has_contention, -left))
        assert [one[0] for one in worths] == sorted(one[0] for one in worths), name
        assert not worths[-1][1], name


def _worth(point: Any) -> int:
    return point.worth + sum(_worth(one) for one in point.more)  # type: ignore[no-any-return]


def test_order_changes_nothing() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            for minutes in (0.4, 1):
                one, other = (prepared(map_, side) for map_ in (drawn(seed), shuffled(drawn(seed), seed)))
                assert told(one, minutes) == told(other, minutes), (seed, side, minutes)
                assert data_of(one, minutes) == data_of(other, minutes), (seed, side, minutes)


def test_equals_go_by_their_words() -> None:
    letters = "abcd"  # few enough for their loads to be counted, not drawn
    data = {
        "argmap": 1, "title": "Equals", "thesis": "t",
        "claims": {
            "t": "The thesis.",
            **{f"{one}-{what}": f"{one.upper()} {what}." for one in letters for what in ("con", "answer", "pro")},
        },
        "arguments": {
            **{f"{one}1": {"premises": [f"{one}-con"], "attacks": "t"} for one in letters},
            **{f"{one}2": {"premises": [f"{one}-answer"], "attacks": f"{one}1"} for one in letters},
            **{f"{one}3": {"premises": [f"{one}-pro"], "supports": "t"} for one in letters},
        },
    }  # fmt: skip
    for minutes in (0.7, 7):
        pages = {told(prepared(shuffled(model(data), seed), "pro"), minutes) for seed in range(4)}
        assert len(pages) == 1
    page = pages.pop()
    answers = [page.index(f"They say: {one.upper()} con.") for one in letters]
    assert answers == sorted(answers)


def test_a_speech_does_not_speak_against_itself() -> None:
    """Con takes Ben's word against Ana, and must not undercut his word against Dan, though that helps pro as well."""
    data = {
        "argmap": 1, "title": "Whom should we believe?", "thesis": "ana", "shape": "graph",
        "claims": {
            "ana": "Ana was at home.", "says": "Ana says so.", "ben": "Ben says that Ana lies.",
            "cleo": "Cleo says that Ben lies.", "dan": "Dan says that Cleo lies.", "debt": "Ben owes Ana money.",
        },
        "arguments": {
            "word": {"premises": ["says"], "supports": "ana"}, "a": {"premises": ["ben"], "attacks": "says"},
            "b": {"premises": ["cleo"], "attacks": "ben"}, "c": {"premises": ["dan"], "attacks": "cleo"},
            "d": {"premises": ["ben"], "attacks": "dan"}, "e": {"premises": ["debt"], "attacks": "d"},
        },
    }  # fmt: skip
    plan = data_of(prepared(model(data), "con"))
    answers = [part for part in plan["parts"] if part["kind"] == "answer"]
    assert [(part["id"], part["answers"]) for part in answers] == [("a", "word")]
    assert plan["unanswered"] == []


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9), st.integers(0, 3)), max_size=8), st.integers(0, 30))
def test_the_choice_is_the_best_there_is(entries: list[tuple[int, int, int]], budget: int) -> None:
    """Depth-first trees, drawn as depths; held against every set of choices."""
    line: list[int] = []
    choices: list[Choice] = []
    for cost, worth, depth in entries:
        del line[depth:]
        choices.append(Choice(cost, worth, line[-1] if line else None))
        line.append(len(choices) - 1)
    found = choose(choices, budget)
    whole = frozenset(str(place) for place in range(len(choices)))
    sensible = [
        one
        for one in subsets(sorted(whole))
        if all(choices[int(place)].needs is None or str(choices[int(place)].needs) in one for place in one)
        and sum(choices[int(place)].cost for place in one) <= budget
    ]
    assert frozenset(map(str, found)) in sensible
    assert sum(choices[place].worth for place in found) == max(
        sum(choices[int(place)].worth for place in one) for one in sensible
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One two, three.", 3),
        ("It costs 1,200 euros in 2019", 9 - 0),
        ("5 % of it", 4),
        ("桥应该重建", 3),
        ("橋を架け直すべきだ。", 5.4),
        ("다리를 다시 지어야 한다", 6),
        ("The 桥 is old", 3.6),
        ("– ... —", 0),
        ("COVID-19 spreads", 3),
    ],
)
def test_words_are_counted_as_they_are_spoken(text: str, words: float) -> None:
    assert units(text) / WORD == pytest.approx(words)


def test_a_speech_on_the_article() -> None:
    prep = prepared(api.load(str(ARTICLE)), "pro")
    data = data_of(prep, 3)
    kinds = [part["kind"] for part in data["parts"]]
    assert kinds == sorted(kinds, key=["opening", "contention", "answer", "issue", "close"].index)
    assert data["parts"][1]["id"] == "multipolar-world"
    assert 150 < data["seconds"] <= 180
    # What falls on the map gives way to what stands.
    assert "nato" in [one["id"] for one in data["left_out"]]
    page = told(prep, 3)
    assert "### Opening `0:00–0:06, 6 s`" in page
    assert "- The motion is: China should conclude a formal alliance with Russia now. `alliance`" in page
    assert "- So we ask you to accept the motion." in page
    silence = page[page.index("## Not answered: nothing on the map does\n\n") :]
    assert "- An alliance deepens dependence `dependence`" in silence


def test_a_first_speech_answers_nothing_and_a_rebuttal_lays_nothing_out() -> None:
    prep = prepared(api.load(str(ARTICLE)), "pro")
    assert not any(part["kind"] == "answer" for part in data_of(prep, 60, answers=False)["parts"])
    rebuttal = data_of(prep, 60, lays_out=False)
    kinds = [part["kind"] for part in rebuttal["parts"]]
    assert kinds.index("answer") < kinds.index("contention")
    held_up = next(part for part in rebuttal["parts"] if part["kind"] == "contention")
    assert [one["text"] for one in held_up["sentences"]] == ["Remember our point: Together for a multipolar world."]


def test_too_short_a_time_and_nothing_to_say() -> None:
    prep = prepared(api.load(str(ARTICLE)), "con")
    data = data_of(prep, 0.1)
    assert data["parts"] == []
    assert 15 < data["least_seconds"] < 30
    assert "6 seconds at 150 words a minute: too short. Opening, shortest point and close take 20 seconds." in told(
        prep, 0.1
    )
    assert "There is nothing on this map to say for this side." in told(prepared(model(ALONE), "pro"))


def test_a_speech_in_chinese_is_timed_by_its_signs() -> None:
    data = {
        "argmap": 1, "title": "桥", "thesis": "t",
        "claims": {"t": "应该重建这座桥。", "a": "主梁有裂缝，桥不安全。" * 20},
        "arguments": {"safe": {"premises": ["a"], "supports": "t"}},
    }  # fmt: skip
    plan = data_of(prepared(model(data), "pro"), 7)
    contention = next(part for part in plan["parts"] if part["kind"] == "contention")
    assert contention["seconds"] == pytest.approx((180 * 3 / 5 + 2 + 5) / 150 * 60, abs=0.5)


def test_as_many_points_as_are_weighed_take_no_longer() -> None:
    """Of hundreds of contentions the weightiest are weighed against time, and the rest is told."""
    random = Random(1)  # noqa: S311 - a sample, no secret
    names = [f"c{number}" for number in range(300)]
    data = {
        "argmap": 1, "title": "Many", "thesis": "t",
        "claims": {"t": "The thesis.", **{name: "A point " + "of weight " * random.randint(1, 9) for name in names}},
        "arguments": {f"a{name}": {"premises": [name], "supports": "t"} for name in names},
    }  # fmt: skip
    plan = data_of(prepared(model(data), "pro"), 3)
    assert 170 < plan["seconds"] <= 180
    assert sum(not one["weighed"] for one in plan["left_out"]) > 150


def test_reasons_behind_reasons_and_second_answers_count_less() -> None:
    data = {
        "argmap": 1, "title": "Deep", "thesis": "t",
        "claims": {name: f"Claim {name}." for name in ("t", "p", "q", "r", "con", "one", "two")},
        "arguments": {
            "head": {"premises": ["p"], "supports": "t"}, "why": {"premises": ["q"], "supports": "p"},
            "deep": {"premises": ["r"], "supports": "q"}, "against": {"premises": ["con"], "attacks": "t"},
            "first": {"premises": ["one"], "attacks": "against"}, "second": {"premises": ["two"], "attacks": "against"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    (head,) = find_contentions(prep)
    (why,) = head.more
    (deep,) = why.more
    (answer,) = find_answers(prep)
    assert [prep.weight(one.node).load for one in (head, why)] == [prep.weight(deep.node).load] * 2
    assert (why.worth, deep.worth) == (head.worth // 2, head.worth // 4)
    assert [one.worth for one in answer.more] == [answer.worth // 2]


def test_what_bears_on_nothing_any_more_is_not_among_the_unanswered() -> None:
    lost = 0
    for name, prep in preparations():
        found = find_unanswered(prep)
        assert {*found} <= prep.live, name
        assert all(not one.answers for one in prep.opposing if one.argument in found), name
        lost += sum(not one.answers and one.argument not in prep.live for one in prep.opposing)
    assert lost > 10


def test_a_further_reason_for_a_claim_does_not_ask_why_again() -> None:
    data = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {"t": "Build it.", "p": "It is unsafe.", "a": "It cracks.", "b": "It sways."},
        "arguments": {
            "for": {"premises": ["p"], "supports": "t"},
            "one": {"premises": ["a"], "supports": "p"},
            "two": {"premises": ["b"], "supports": "p"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "pro"))
    assert "Why? It cracks." in page
    assert "Besides: It sways." in page


def test_a_premise_is_named_only_where_nobody_would_know_what_is_hit() -> None:
    def spoken(title: str | None, **answers: str) -> str:
        told_: dict[str, Any] = {"premises": ["a", "b"], "supports": "t", **({"title": title} if title else {})}
        data = {
            "argmap": 1, "title": "Leak", "thesis": "t", "shape": "graph",
            "claims": {
                "t": "He knew.", "a": "She is honest.", "b": "She saw him.", **{one: f"{one}." for one in answers},
            },
            "arguments": {
                "told": told_, **{f"by-{one}": {"premises": [one], "attacks": hit} for one, hit in answers.items()},
            },
        }  # fmt: skip
        return told(prepared(model(data), "con"))

    # An argument without a title goes by its first premise.
    assert "They need this:" not in spoken(None, lied="a")
    assert "They need this: She is honest." in spoken("Told", lied="a")
    for title in (None, "Told"):
        page = spoken(title, dark="b", drunk="b")
        assert page.count("They need this: She saw him.") == 1
        assert page.count("And again: That is not so.") == 1


def test_a_title_is_a_point_and_no_claim_and_what_does_not_follow_is_told() -> None:
    def spoken(title: str | None, side: str = "con", **told_: str) -> str:
        data = {
            "argmap": 1, "title": "Leak", "thesis": "t", "shape": "graph",
            "claims": {"t": "He knew.", "a": "She is honest", "x": "She saw him.", "z": "It was dark.", "y": "So."},
            "arguments": {
                "base": {"premises": ["x"], "supports": "t"},
                "told": {"premises": ["a"], **told_, **({"title": title} if title else {})},
                "dark": {"premises": ["z"], "attacks": "told"},
            },
        }  # fmt: skip
        return told(prepared(model(data), side))

    page = spoken("Honesty", supports="t")
    assert "Their point: Honesty. `told`\n- That does not speak for the motion.\n- It was dark. `z`" in page
    assert "They say: She is honest. `told`\n- That does not speak for the motion." in spoken(None, supports="t")
    page = spoken(None, supports="x")
    assert "They say: She is honest. `told`\n- This does not follow from it: She saw him. `x`\n- It was dark." in page
    assert "- It does not speak against this: She saw him. `x`" in spoken("Honesty", "pro", attacks="x")
    assert "- That does not break our point.\n- It was dark." in spoken("Honesty", "pro", attacks="base")
    assert "- That does not make their point any firmer.\n- It was dark." in spoken("Honesty", supports="base")


def test_what_is_not_so_is_named_after_a_title() -> None:
    data = {
        "argmap": 1, "title": "Leak", "thesis": "t",
        "claims": {"t": "He knew.", "a": "She is honest.", "z": "She lied."},
        "arguments": {
            "told": {"premises": ["a"], "supports": "t", "title": "Honesty"},
            "lied": {"premises": ["z"], "attacks": "a"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert "Their point: Honesty. `told`\n- They need this: She is honest. `a`\n- That is not so." in page


def test_a_reason_that_falls_is_marked_though_what_it_is_for_stands() -> None:
    data = {
        "argmap": 1, "title": "Boats", "thesis": "t", "sources": {"s": {"title": "Statistics"}},
        "claims": {
            "t": "Boats should be taxed.",
            "fewer": {"text": "There are fewer boats.", "kind": "fact", "cites": [{"source": "s"}]},
            "crews": "Crews say so.", "paid": "Crews were paid to say so.",
        },
        "arguments": {
            "decline": {"premises": ["fewer"], "supports": "t"},
            "talk": {"premises": ["crews"], "supports": "fewer"},
            "bought": {"premises": ["paid"], "attacks": "crews"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "pro"))
    assert "- There are fewer boats. `fewer`\n" in page
    assert "- Why? Crews say so. `crews; on the map it falls`\n" in page
