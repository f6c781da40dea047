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
from coldwater.prep.material.flow import find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.plan import plan_page, spoken_time
from coldwater.prep.pages.plan_json import plan_json
from coldwater.prep.rounds.debate_format import speech_of
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.speeches.planning import Plan, Task, find_plan
from coldwater.prep.speeches.selection import Choice, choose
from coldwater.prep.speeches.spoken_length import WORD, units
from prep.preparations import ALONE, ARTICLE, ids_in, preparations, prepared, shuffled, strange_ids
from prep.small_maps import drawn, model, subsets

SOME_SEEDS = range(20)
#: What a plan says of the time of a part.
TAGS = re.compile(r"`([0-9]+:[0-9]{2}–[0-9]+:[0-9]{2}, [0-9]+ s)`")
TIMES = ((0.1, 30), (0.3, 150), (0.5, 97), (1, 150), (3.5, 133), (60, 300))


def data_of(prep: Preparation, minutes: float = 7, pace: int = 150) -> Any:
    return json.loads(plan_json(prep, find_plan(prep, Task(minutes, pace))))


def in_debate(prep: Preparation, debate: str, code: str, minutes: float = 60) -> Plan:
    place = speech_of(FORMATS[debate], code)
    assert place is not None
    return find_plan(prep, Task(minutes, 150), find_flow(prep, FORMATS[debate]), place)


def told(prep: Preparation, minutes: float = 7, pace: int = 150) -> str:
    return page_markdown(plan_page(prep, find_plan(prep, Task(minutes, pace))))


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        data = data_of(prep, 1)
        named = {
            *ids_in(data),
            *data["unanswered"],
            *(one for left in data["left_out"] for one in left["behind"]),
            *(part["answers"] for part in data["parts"] if part.get("answers")),
        }
        assert named <= {*prep.names}, name
        strange = strange_ids(prep, told(prep, 1)) - {*TAGS.findall(told(prep, 1))}
        assert not [word for word in strange if "the verdict" not in word and "COSTS" not in word], name


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
    assert kinds == sorted(kinds, key=["opening", "contention", "answer", "close"].index)
    assert data["parts"][1]["id"] == "multipolar-world"
    assert 170 < data["seconds"] <= 180
    # What falls on the map is not read out.
    assert {"id": "nato", "why": "falls", "speech": None} in data["unsaid"]
    page = told(prep, 3)
    assert "- The motion is: China should conclude a formal alliance with Russia now. `alliance`" in page
    assert "- So we ask you to accept the motion." in page
    silence = page[page.index("## Not answered: nothing on the map does\n\n") :]
    assert "- An alliance deepens dependence `dependence; one of 10 that cost the verdict together`" in silence


def test_a_first_speech_answers_nothing_that_is_not_said_and_a_rebuttal_lays_nothing_out() -> None:
    map_ = api.load(str(ARTICLE))
    first = in_debate(prepared(map_, "pro"), "policy", "1AC")
    assert {part.kind for part in first.parts} == {"opening", "overview", "contention", "ahead", "recap", "close"}
    prep = prepared(map_, "con")
    assert "answer" in {part.kind for part in in_debate(prep, "policy", "1NC").parts}
    last = in_debate(prep, "policy", "2NR")
    assert {part.kind for part in last.parts} == {"opening", "overview", "extension", "press", "weighing", "close"}
    page = page_markdown(plan_page(prep, last))
    assert "**Speech.** 2NR, Second negative rebuttal, in Policy debate." in page
    assert (
        "- We speak against the motion.\n- First what we have said, then what they still owe us, then what weighs.\n"
        in page
    )
    assert "- Remember our point, An alliance deepens dependence; they have dropped it: `dependence`\n" in page
    assert "- These of ours stand, and they have not answered them:\n" in page
    assert "- Nothing in this debate shows that what they have left outweighs it.\n" in page
    assert "It belonged in 1NC" not in page  # what was spoken against and does not fall is held up as well
    assert "- Our point, China offers too little in arms, is still open, though they have spoken against it:" in page


def test_too_short_a_time_and_nothing_to_say() -> None:
    prep = prepared(api.load(str(ARTICLE)), "con")
    data = data_of(prep, 0.1)
    assert data["parts"] == []
    assert 15 < data["least_seconds"] < 30
    assert "6 seconds at 150 words a minute: too short. Opening, shortest point and close take " in told(prep, 0.1)
    assert "There is nothing on this map to say for this side." in told(prepared(model(ALONE), "pro"))
    nothing = page_markdown(plan_page(prep, in_debate(prepared(model(ALONE), "pro"), "policy", "1AR")))
    assert "There is nothing on this map to say for this side in this speech." in nothing


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
    parts = {part.kind: part for part in find_plan(prep, Task(7, 150)).parts}
    head, why, deep = parts["contention"].points
    answer, also = parts["answer"].points
    assert [prep.weight(one.node).load for one in (head, why)] == [prep.weight(deep.node).load] * 2
    assert (why.worth, deep.worth) == (head.worth // 2, head.worth // 4)
    assert also.worth == answer.worth // 2


def test_what_bears_on_nothing_any_more_is_not_among_the_unanswered() -> None:
    for name, prep in preparations():
        turn = find_plan(prep, Task(7, 150)).turn
        assert all(drop.is_live or drop.costs for drop in turn.lacking.values()), name
        thesis = prep.numbers[prep.map.thesis]
        for one in prep.opposing:
            if one.argument in turn.lacking:
                assert {answer.node for answer in one.answers} <= {thesis, one.argument}, name


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
    assert "- Why? Two reasons. First: It cracks. `one`" in page.replace("`a`", "`one`")
    assert "- Second reason: It sways." in page


def test_what_is_answered_is_told_in_its_claims() -> None:
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

    assert "- They say: She is honest. `a`\n- That is not so.\n- lied. `lied`" in spoken(None, lied="a")
    titled = "- Their point: Told. `told`\n- They say: She is honest. `a`\n- That is not so.\n"
    assert titled in spoken("Told", lied="a")
    for title in (None, "Told"):
        page = spoken(title, dark="b", drunk="b")
        assert page.count("They say: She saw him.") == 1
        assert page.count("And again: That is not so.") == 1
    # Further answers name what they hit, where it is something else.
    page = spoken("Told", lied="a", drunk="b")
    assert "  - And they say: She is honest. `a`\n  - That is not so.\n  - lied." in page


def test_what_does_not_follow_is_told() -> None:
    def spoken(title: str | None, side: str = "con", **told_: str) -> str:
        data = {
            "argmap": 1, "title": "Leak", "thesis": "t", "shape": "graph",
            "claims": {"t": "He knew.", "a": "She is honest", "x": "She saw him.", "z": "It was dark.", "y": "So."},
            "arguments": {
                "base": {"premises": ["x"], "supports": "t"},
                "told": {"premises": ["a"], **told_, **({"title": title} if title else {})},
                "dark": {"premises": ["z"], "attacks": "told"},
                "again": {"premises": ["y"], "attacks": "x"},
            },
        }  # fmt: skip
        prep = prepared(model(data), side)
        codes = ("1NC", "2NC") if side == "con" else ("2AC",)
        return "".join(page_markdown(plan_page(prep, in_debate(prep, "policy", code))) for code in codes)

    page = spoken("Honesty", supports="t")
    say = "They say: She is honest. `a`\n- "
    assert f"Their point: Honesty. `told`\n- {say}Even so, that does not speak for the motion.\n- It was" in page
    page = spoken(None, "pro", attacks="x")
    assert f"- {say}Even so, it does not speak against this: She saw him. `x`\n- It was dark." in page
    page = spoken("Honesty", "pro", attacks="base")
    assert f"- Their point: Honesty. `told`\n- {say}That does not break our point.\n- It was dark." in page


def test_what_is_undecided_is_worded_so() -> None:
    data = {
        "argmap": 1, "title": "Leak", "thesis": "t",
        "claims": {"t": "He knew.", "a": "She saw it.", "z": {"text": "She lied.", "status": "open"}},
        "arguments": {"told": {"premises": ["a"], "supports": "t"}, "lied": {"premises": ["z"], "attacks": "a"}},
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert "- They say: She saw it. `a`\n- That is in dispute. Against it stands:\n- She lied. `z`" in page


def test_one_answer_to_several_points_is_said_once() -> None:
    data = {
        "argmap": 1, "title": "Leak", "thesis": "t", "shape": "graph",
        "claims": {"t": "He knew.", "a": "She saw it.", "b": "He told it.", "z": "She lied.", "c": "It was day."},
        "arguments": {
            "one": {"title": "One", "premises": ["a", "b"], "supports": "t"},
            "two": {"title": "Two", "premises": ["a", "c"], "supports": "t"},
            "lied": {"premises": ["z"], "attacks": "a"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert page.count("She lied.") == 1
    assert "  - The same meets their point: Two. `two`\n" in page


def test_sources_are_spoken_and_their_words_read_out() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Smoke", "thesis": "t",
        "sources": {
            "h": {
                "title": "On lungs", "author": {"family": "Halloran", "given": "Ann"}, "issued": "2021-05-03",
                "qualifications": "a lung specialist",
            },
            "s": {"title": "Statistics."},
        },
        "claims": {
            "t": "Ban it.",
            "a": {
                "text": "Smoke harms.",
                "cites": [{"source": "h", "quote": "smoke does harm"}],
            },
            "b": {"text": "It harms children.", "cites": [{"source": "h"}]},
            "c": {"text": "Sales rise.", "cites": [{"source": "s"}]}, "d": "Nobody needs it.",
        },
        "arguments": {
            "one": {"title": "Harm", "premises": ["a", "b"], "supports": "t"},
            "two": {"premises": ["c", "d"], "supports": "t"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "pro"))
    assert (
        "- Ann Halloran, a lung specialist, in “On lungs”, 2021: Smoke harms. `a`\n- I quote: “smoke does harm” `a; h`"
        in page
    )
    assert "- The same source: It harms children. `b`\n" in page
    assert "- Statistics: Sales rise. `c`\n- Nobody needs it. `d`\n" in page


def test_what_they_may_say_is_answered_where_there_is_time_for_it() -> None:
    data = {
        "argmap": 1, "title": "Leak", "thesis": "t",
        "claims": {"t": "He knew.", "a": "She saw it.", "z": "She lied.", "y": "She swore it."},
        "arguments": {
            "told": {"premises": ["a"], "supports": "t"},
            "lied": {"premises": ["z"], "attacks": "told"}, "sworn": {"premises": ["y"], "attacks": "lied"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    page = page_markdown(plan_page(prep, in_debate(prep, "policy", "1AC")))
    assert "  - They may say: She lied. `z`\n  - That does not break our point.\n  - She swore it. `y`\n" in page
    assert "**What they may say, answered:** She swore it" in page_markdown(
        plan_page(prep, in_debate(prep, "policy", "1AC", 0.19))
    )


def test_a_reason_that_falls_is_not_read_out_though_what_it_is_for_stands() -> None:
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
    assert "- Statistics: There are fewer boats. `fewer`\n" in page
    assert "## Not in this speech\n\n- **It falls on this map:** “Crews say so”. `talk`\n" in page
