"""Flow sheets: who says what in which speech, what is dropped, and what that costs."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from coldwater import api, judge
from coldwater.prep.deciding.answers import standing
from coldwater.prep.deciding.research import Need, Research
from coldwater.prep.material.flow import Flow, find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.flow import flow_page
from coldwater.prep.pages.flow_json import flow_json
from coldwater.prep.rounds.debate_format import DebateFormat
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.semantics.evaluation import Overrides
from coldwater.semantics.labelling import WORDS
from prep.preparations import ALONE, ARTICLE, CYCLIC, ids_in, preparations, prepared, shuffled
from prep.small_maps import drawn, model

SOME_SEEDS = range(20)
POLICY, FORUM = FORMATS["policy"], FORMATS["public-forum"]
RANK = {"out": 0, "undecided": 1, "in": 2}


def data_of(prep: Preparation, debate: DebateFormat = POLICY) -> Any:
    return json.loads(flow_json(prep, find_flow(prep, debate)))


def told(prep: Preparation, debate: DebateFormat = POLICY, *, as_grid: bool = True) -> str:
    return page_markdown(flow_page(prep, find_flow(prep, debate), as_grid=as_grid))


def flows() -> list[tuple[object, Preparation, Flow]]:
    return [
        ((name, debate.name), prep, find_flow(prep, debate))
        for name, prep in preparations()
        for debate in FORMATS.values()
    ]


def cells_of(data: Any, label: str) -> list[tuple[str, str, str]]:
    (row,) = (row for row in data["rows"] if row["row"] == label)
    return [(cell["speech"], cell["mark"], cell["id"]) for cell in row["cells"]]


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        data = data_of(prep)
        assert {*ids_in(data), *data["unsaid"]} <= {*prep.names}, name


def test_rows_follow_the_speeches_and_sides_take_turns() -> None:
    for name, _, flow in flows():
        labels = [row.label for row in flow.rows]
        assert len(labels) == len(set(labels)), name
        for row in flow.rows:
            speeches = [cell.speech for cell in row.cells]
            assert speeches == sorted(set(speeches)), name
            said = [flow.debate.speeches[cell.speech] for cell in row.cells if cell.mark in ("said", "again")]
            assert all(one.side != other.side for one, other in pairwise(said)), name
            assert all(
                speech.lays_out if place == 0 and row.origin == "contention" else True
                for place, speech in enumerate(said)
            ), name
            assert all(speech.answers for speech in said[1:]), name


def test_an_argument_is_said_once() -> None:
    for name, _, flow in flows():
        said = [cell.node for row in flow.rows for cell in row.cells if cell.mark == "said"]
        assert len(said) == len(set(said)), name
        where = {cell.node: row.label for row in flow.rows for cell in row.cells if cell.mark == "said"}
        again = [cell for row in flow.rows for cell in row.cells if cell.mark == "again"]
        assert all(where[cell.node] == cell.row for cell in again), name


def test_every_answer_to_what_was_said_is_on_the_sheet_or_told_to_be_unsaid() -> None:
    for name, prep, flow in flows():
        shown = {cell.node for row in flow.rows for cell in row.cells if cell.mark in ("said", "again")}
        for row in flow.rows:
            for cell in row.cells:
                if cell.mark == "said" and prep.names[cell.node] in prep.graph.arguments:
                    answers = {one.node for one in standing(prep.inquiry, cell.node).answers}
                    answers -= {prep.numbers[prep.map.thesis], cell.node}
                    assert answers <= shown | {*flow.unsaid}, name


def test_nothing_is_dropped_that_the_map_answers() -> None:
    for name, prep, flow in flows():
        for one in flow.drops:
            if prep.names[one.node] in prep.graph.arguments:
                answers = {answer.node for answer in standing(prep.inquiry, one.node).answers}
                assert answers <= {prep.numbers[prep.map.thesis], one.node}, name
            assert flow.debate.speeches[one.speech].side == one.by, name


def test_a_drop_that_costs_the_verdict_does() -> None:
    for name, prep, flow in flows():
        sign = {"pro": 1, "con": -1}
        for one in flow.drops:
            if prep.names[one.node] not in prep.graph.arguments or one.costs not in (1, None):
                continue
            # To the rest of the map an argument that meets an answer which stands is as good as rejected.
            after = judge.evaluate(prep.map, overrides=Overrides(rejected=(prep.names[one.node],)))
            verdict = after.verdicts[prep.map.thesis].verdict
            gain = (RANK[verdict] - RANK[WORDS[prep.inquiry.label]]) * sign[one.by]
            assert (gain > 0) == (one.costs == 1), (name, prep.names[one.node])


def test_order_changes_nothing() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            found = [
                flow_json(prep, find_flow(prep, debate))
                for debate in (POLICY, FORUM)
                for prep in (prepared(drawn(seed), side), prepared(shuffled(drawn(seed), seed), side))
            ]
            assert found[0] == found[1], (seed, side)
            assert found[2] == found[3], (seed, side)


def exchange() -> dict[str, Any]:
    """Give the map of an exchange in a policy round: case, answers, answers to answers."""
    return {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {
            "t": "We should build.", "safe": "It is safer.", "old": "The old one holds.", "rust": "It rusts.",
            "late": "It would come late.", "costly": "It costs a lot.", "grant": "The state pays.",
            "slow": "The state pays late.", "bridged": "A loan bridges that.", "study": "A study says so.",
            "biased": "The study was bought.",
        },
        "arguments": {
            "safety": {"title": "Safety", "premises": ["safe"], "supports": "t"},
            "backed": {"title": "Study", "premises": ["study"], "supports": "safe"},
            "bought": {"title": "Bought", "premises": ["biased"], "attacks": "backed"},
            "holds": {"title": "Still holds", "premises": ["old"], "attacks": "safety"},
            "rusty": {"title": "Rust", "premises": ["rust"], "attacks": "holds"},
            "delay": {"title": "Delay", "premises": ["late"], "attacks": "safe"},
            "money": {"title": "Cost", "premises": ["costly"], "attacks": "t"},
            "funded": {"title": "Grant", "premises": ["grant"], "attacks": "money"},
            "tardy": {"title": "Late money", "premises": ["slow"], "attacks": "funded"},
            "loan": {"title": "Loan", "premises": ["bridged"], "attacks": "tardy"},
        },
    }  # fmt: skip


def test_an_exchange_in_policy_debate() -> None:
    data = data_of(prepared(model(exchange()), "pro"))
    assert [row["row"] for row in data["rows"]] == ["Pro 1", "Pro 1.1", "Pro 1.2", "Con 1"]
    # The answer that stands is the row; the one that is beaten has a row of its own, and so has what is behind.
    assert cells_of(data, "Pro 1") == [
        ("1AC", "said", "safety"), ("1NC", "said", "delay"), ("2AC", "dropped", "delay"),
        ("2NC", "extended", "delay"), ("2NR", "extended", "delay"),
    ]  # fmt: skip
    assert cells_of(data, "Pro 1.1")[:3] == [
        ("1NC", "said", "holds"), ("2AC", "said", "rusty"), ("2NC", "unanswered", "rusty"),
    ]  # fmt: skip
    assert cells_of(data, "Pro 1.2")[:2] == [("1AC", "said", "backed"), ("1NC", "said", "bought")]
    assert cells_of(data, "Con 1") == [
        ("1NC", "said", "money"), ("2AC", "said", "funded"), ("1NR", "said", "tardy"), ("1AR", "said", "loan"),
        ("2NR", "dropped", "loan"), ("2AR", "extended", "loan"),
    ]  # fmt: skip
    drops = {one["id"]: (one["by"], one["speech"], one["costs"]) for one in data["drops"]}
    assert drops["loan"] == ("con", "2NR", None)
    assert drops["delay"][:2] == ("pro", "2AC")


def test_public_forum_has_no_speech_for_every_answer() -> None:
    data = data_of(prepared(model(exchange()), "con"), FORUM)
    assert cells_of(data, "Con 1") == [
        ("C2", "said", "money"), ("R1", "said", "funded"), ("R2", "said", "tardy"), ("S1", "said", "loan"),
        ("S2", "dropped", "loan"), ("FF1", "extended", "loan"),
    ]  # fmt: skip
    later = data_of(prepared(model(exchange()), "con"), FORUM.turned())
    assert later["rows"][0]["case"] == "con"
    assert cells_of(later, "Con 1") == [
        ("C1", "said", "money"), ("R2", "said", "funded"), ("S1", "said", "tardy"), ("S2", "said", "loan"),
        ("FF1", "too-late", "loan"), ("FF2", "extended", "loan"),
    ]  # fmt: skip


def test_answers_for_which_there_is_no_speech_are_told() -> None:
    deep = exchange()
    deep["claims"] |= {f"c{number}": f"Point {number}." for number in range(5)}
    targets = ["loan", "d0", "d1", "d2", "d3"]
    deep["arguments"] |= {f"d{n}": {"premises": [f"c{n}"], "attacks": targets[n]} for n in range(5)}
    prep = prepared(model(deep), "pro")
    data = data_of(prep)
    assert [cell["id"] for cell in data["rows"][-1]["cells"]][-2:] == ["d0", "d1"]
    assert data["unsaid"] == ["d2", "d3", "d4"]
    page = told(prep)
    assert "## Not said\n\n3 more are on the map for which this format has no speech left." in page
    assert "- Point 3 `d3`" in page


@pytest.mark.parametrize("debate", FORMATS.values(), ids=lambda one: one.name)
def test_a_circle_ends(debate: DebateFormat) -> None:
    data = data_of(prepared(model(CYCLIC), "pro"), debate)
    marks = [cell["mark"] for row in data["rows"] for cell in row["cells"]]
    assert marks.count("said") == 4
    assert marks.count("again") == (debate != FORUM)  # there the last word comes before the circle closes
    assert not data["drops"]


def test_what_is_behind_is_said_once_however_deep() -> None:
    """A chain of reasons, each attacked: a row for each reason, and none that only refers to another."""
    claims, arguments, above = {"t": "The thesis."}, dict[str, Any](), "t"
    for number in range(200):
        claims |= {f"c{number}": f"Reason {number}.", f"d{number}": f"Doubt {number}."}
        arguments[f"s{number}"] = {"premises": [f"c{number}"], "supports": above}
        arguments[f"x{number}"] = {"premises": [f"d{number}"], "attacks": f"c{number}"}
        above = f"c{number}"
    data = {"argmap": 1, "title": "Chain", "thesis": "t", "claims": claims, "arguments": arguments}
    flow = find_flow(prepared(model(data), "con"), POLICY)
    assert len(flow.rows) == 200
    assert not any(cell.mark == "again" for row in flow.rows for cell in row.cells)
    assert {row.depth for row in flow.rows} == {0, 1}


def test_a_thesis_alone_and_a_side_without_arguments() -> None:
    assert "there is nothing to flow" in told(prepared(model(ALONE), "con"))
    one_sided = exchange()
    one_sided["arguments"] = {"safety": one_sided["arguments"]["safety"]}
    page = told(prepared(model(one_sided), "con"), as_grid=False)
    assert "No argument on this map speaks against the thesis itself." in page
    assert "They have nothing to answer: no argument on this map speaks against the thesis." in page
    page = told(prepared(model(one_sided), "pro"), as_grid=False)
    assert "We have nothing to answer: no argument on this map speaks against the thesis." in page


def test_what_falls_with_its_reasons_is_not_dropped() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Heating", "thesis": "frost", "rivals": ["sabotage"], "shape": "graph",
        "claims": {
            "frost": "Frost broke the heating.", "cold": "It was cold.", "door": "The cellar was open.",
            "sabotage": {"text": "Somebody broke the heating.", "contradicts": ["frost"]},
            "always": "The cellar is open every Monday.",
        },
        "arguments": {
            "freezing": {"premises": ["cold"], "supports": "frost"},
            "burglar": {"premises": ["door"], "supports": "sabotage"},
            "monday": {"premises": ["always"], "attacks": "burglar"},
        },
    }  # fmt: skip
    found = data_of(prepared(model(data), "pro"))
    assert cells_of(found, "Con 1") == [("1NC", "said", "sabotage"), ("2AC", "fallen", "sabotage")]
    assert cells_of(found, "Con 1.1")[:2] == [("1NC", "said", "burglar"), ("2AC", "said", "monday")]
    assert {one["id"] for one in found["drops"] if one["by"] == "pro"} == set()
    assert "No answer needed: what it rests on is answered." in told(prepared(model(data), "pro"))
    # Without the answer behind it, it is dropped.
    del data["arguments"]["monday"]
    assert [one["id"] for one in data_of(prepared(model(data), "pro"))["drops"] if one["by"] == "pro"] == ["sabotage"]


def test_reasons_without_a_row_that_touch_a_crux_are_named_below_the_drops() -> None:
    data = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {"t": "We should build.", "cracks": "It cracks.", "gauge": "The gauge shows it."},
        "arguments": {
            "unsafe": {"title": "Unsafe", "premises": ["cracks"], "supports": "t"},
            "gauged": {"title": "Gauge", "premises": ["gauge"], "supports": "cracks"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert "- **Without an answer as well, behind what they say:** “Gauge” `gauged`" in page
    assert "Without an answer as well" not in told(prepared(model(data), "pro"))


def test_the_article_before_a_round() -> None:
    prep = prepared(api.load(str(ARTICLE)), "con")
    page = told(prep)
    assert page.index("## To prepare: what we drop") < page.index("## To press: what they drop")
    assert "- Together for a multipolar world, for the thesis: one of 6 that cost the verdict together" in page
    assert page.count("one of 6 that cost the verdict together") == 8
    assert "Weigh it against “Time works for an alliance”" in page
    answered = "| Beijing and Moscow resist NATO (nato) | Each resists NATO for its own reasons (own-reasons) |"
    assert f"{answered} DROPPED: no answer" in page


def test_what_is_behind_and_not_attacked_has_no_row() -> None:
    data = exchange()
    del data["arguments"]["bought"], data["claims"]["biased"]
    found = data_of(prepared(model(data), "pro"))
    assert [row["row"] for row in found["rows"]] == ["Pro 1", "Pro 1.1", "Con 1"]
    assert "backed" not in {cell["id"] for row in found["rows"] for cell in row["cells"]}


def test_an_answer_that_stands_comes_before_one_that_falls_though_it_was_said_before() -> None:
    data = {
        "argmap": 1, "title": "Twice", "thesis": "t", "shape": "graph",
        "claims": {name: f"Claim {name}." for name in ("t", "safe", "cheap", "late", "weak", "no")},
        "arguments": {
            "a1": {"title": "A one", "premises": ["safe"], "supports": "t"},
            "b2": {"title": "B two", "premises": ["safe", "cheap"], "supports": "t"},
            "delay": {"title": "Delay", "premises": ["late"], "attacks": "safe"},
            "weakly": {"title": "Weak", "premises": ["weak"], "attacks": "b2"},
            "beaten": {"title": "Beaten", "premises": ["no"], "attacks": "weakly"},
        },
    }  # fmt: skip
    found = data_of(prepared(model(data), "con"))
    assert cells_of(found, "Pro 2") == [("1AC", "said", "b2"), ("1NC", "again", "delay")]
    assert cells_of(found, "Pro 2.1")[:2] == [("1NC", "said", "weakly"), ("2AC", "said", "beaten")]


def test_to_repeat_the_thesis_is_no_answer() -> None:
    data = {
        "argmap": 1, "title": "Instead", "thesis": "t",
        "claims": {"t": "We should build.", "x": {"text": "We should not.", "contradicts": ["t"]}},
        "arguments": {},
    }  # fmt: skip
    found = data_of(prepared(model(data), "pro"))
    assert {cell["id"] for row in found["rows"] for cell in row["cells"]} == {"x"}
    assert [(one["id"], one["by"]) for one in found["drops"]] == [("x", "pro")]


def test_what_costs_the_verdict_alone_is_known_without_the_search_for_sets() -> None:
    alone = 0
    for name, prep, flow in flows():
        bare = Preparation(prep.decision._replace(research=()), prep.side)
        costs = {one.node: one.costs for one in find_flow(bare, flow.debate).drops}
        assert {node for node, cost in costs.items() if cost == 1} == {
            one.node for one in flow.drops if one.costs == 1
        }, name
        alone += 1 in costs.values()
    assert alone > 20


def test_a_drop_goes_by_the_smallest_set_that_holds_it() -> None:
    prep = prepared(model(exchange()), "con")
    loan, other, third = (prep.numbers[name] for name in ("loan", "rusty", "backed"))
    needs = (Need((other, third, loan), 1), Need((other, loan), 1))
    for found in (needs, needs[::-1]):
        research = (Research("con", outright=False, found=found, complete_to=3, cut_by=None, is_hopeless=False),)
        doctored = Preparation(prep.decision._replace(research=research), "con")
        costs = {one.node: one.costs for one in find_flow(doctored, POLICY).drops}
        assert costs[loan] == 2
