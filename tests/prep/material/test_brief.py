"""A brief: what decides, our case by load, theirs with answers, what may go, what turns, what it rests on."""

from __future__ import annotations

import json
from typing import Any

from coldwater import api, judge
from coldwater.prep.material.brief import find_brief
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.pages.brief_json import brief_json
from coldwater.prep.pages.spoken import crux_words
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.semantics.evaluation import Overrides
from coldwater.semantics.labelling import WORDS
from prep.preparations import ALONE, ARTICLE, ids_in, preparations, prepared, shuffled, strange_ids, unordered
from prep.small_maps import drawn, model

SOME_SEEDS = range(20)


def told(prep: Preparation) -> str:
    return page_markdown(brief_page(prep, find_brief(prep)))


def data_of(prep: Preparation) -> Any:
    return json.loads(brief_json(prep, find_brief(prep)))


def verdict_without(prep: Preparation, rejected: list[str]) -> str:
    return judge.evaluate(prep.map, overrides=Overrides(rejected=tuple(rejected))).verdicts[prep.map.thesis].verdict


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        data = data_of(prep)
        groups = [data["contraries"], data["concessions"]["found"], *(one["behind"] for one in data["case"])]
        named = {*ids_in(data), *(id_ for group in groups for id_ in group)}
        assert named <= {*prep.names, *prep.map.sources}, name
        assert not strange_ids(prep, told(prep)), name


def test_every_voting_issue_turns_the_verdict() -> None:
    for name, prep in preparations():
        for issue in data_of(prep)["issues"]:
            assert verdict_without(prep, [one["any_of"][0] for one in issue["reject"]]) == issue["verdict"], name
            assert issue["verdict"] != WORDS[prep.inquiry.label], name


def test_concessions_cost_nothing() -> None:
    for name, prep in preparations():
        found = data_of(prep)["concessions"]["found"]
        assert verdict_without(prep, found) == WORDS[prep.inquiry.label], name
        assert all(prep.side in prep.graph.sides(one) for one in found), name


def reached(prep: Preparation, needs: list[list[str]], given_up: list[str], wanted: str) -> bool:
    """Tell whether answers to some of these sets of arguments lead to a verdict, or a better one, in spite of all."""
    better = {"in": 2, "undecided": 1, "out": 0} if prep.side == "pro" else {"in": 0, "undecided": 1, "out": 2}
    return any(better[verdict_without(prep, [*need, *given_up])] >= better[wanted] for need in needs)


def needs_of(prep: Preparation) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for research in prep.decision.research:
        for need in research.found if research.side == prep.side else ():
            found.setdefault(WORDS[need.label], []).append([prep.names[one] for one in need.arguments])
    return {label: [one for one in needs if len(one) == min(map(len, needs))] for label, needs in found.items()}


def test_concessions_do_not_make_it_harder_to_win_and_what_is_kept_would() -> None:
    seen = 0
    for name, prep in preparations():
        found, kept = (data_of(prep)["concessions"][key] for key in ("found", "kept"))
        needs = needs_of(prep)
        assert all(reached(prep, needs[wanted], found, wanted) for wanted in needs), name
        if prep.inquiry.can_be_read_off:
            for one in kept:
                seen += 1
                assert not all(reached(prep, needs[wanted], [*found, one], wanted) for wanted in needs), (name, one)
    assert seen > 20


def test_issues_of_one_side_share_no_claim() -> None:
    for name, prep in preparations():
        for side in ("pro", "con"):
            groups = [one["reject"] for one in data_of(prep)["issues"] if one["gains"] == side]
            claims = [claim for group in groups for handle in group for claim in handle["any_of"]]
            assert len(claims) == len(set(claims)), name


def test_the_case_speaks_on_the_thesis_and_what_stands_comes_first() -> None:
    for name, prep in preparations():
        case = data_of(prep)["case"]
        does = {one["id"]: prep.graph.arguments[one["id"]] for one in case}
        aims = {prep.map.thesis, *prep.graph.contraries(prep.map.thesis)}
        assert all(argument.target in aims for argument in does.values()), name
        ranks = [(("in", "undecided", "out").index(one["verdict"]), -one["load"]) for one in case]
        assert ranks == sorted(ranks), name


def test_order_changes_only_the_order_of_equals() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            found = []
            for map_ in (drawn(seed), shuffled(drawn(seed), seed)):
                data = data_of(prepared(map_, side))
                # Of many cruxes of one size, which are put to the judge is a matter of order.
                sizes = [(issue["gains"], len(issue["reject"])) for issue in data.pop("issues")]
                case = [(one["verdict"], one["load"]) for one in data.pop("case")]
                found.append((sizes, case, unordered(data)))
            assert found[0] == found[1], (seed, side)


def test_the_article_before_a_debate() -> None:
    pro = prepared(api.load(str(ARTICLE)), "pro")
    data = data_of(pro)
    assert [(issue["gains"], len(issue["reject"])) for issue in data["issues"]] == [("pro", 10), ("con", 6)]
    assert [one["id"] for one in data["case"]] == [
        "multipolar-world", "common-defence", "transformation", "counter-containment",
        "pressure-has-grown", "waiting-costs", "reliable-backing", "resources",
    ]  # fmt: skip
    # While both sides have three arguments that nobody answers, pro's answers decide nothing.
    assert {"nato-both", "not-anti-us", "russia-moving", "us-measures"} <= {*data["concessions"]["found"]}
    assert data["concessions"]["kept"] == []
    assert not any(row["id"] == "alliance" for row in data["evidence"])
    page = told(pro)
    assert "**It is undecided.** Load 10%." in page
    # What supports a premise stands below that premise.
    case = page[page.index("## Our case") :]
    assert case.index("`backing; unstated`") < case.index("`mutual-trust`") < case.index("`backing-worth; unstated`")
    assert "**Source:** Eastern viewpoints `eastern-viewpoints`\n\n| Claim | Said by | Where | Positions |" in page
    assert "come what may `pledged` | Writer of the article | block 27 | accepted by The two governments |" in page


def test_a_concession_that_bears_load_is_not_told_without_a_word() -> None:
    data = {
        "argmap": 1, "title": "Load", "thesis": "t",
        "claims": {"t": "We should build.", "a": "It pays.", "b": "It lasts.", "c": "It is loud.", "d": "It smells."},
        "arguments": {
            "gain": {"premises": ["a"], "supports": "t", "strength": 0.9},
            "long": {"premises": ["b"], "supports": "t", "strength": 0.3},
            "loud": {"premises": ["c"], "attacks": "t", "strength": 0.5},
            "bad": {"premises": ["d"], "attacks": "t", "strength": 0.6},
        },
    }  # fmt: skip
    for side in ("pro", "con"):
        prep = prepared(model(data), side)
        page = told(prep)
        for name in data_of(prep)["concessions"]["found"]:
            assert not prep.weight(prep.numbers[name]).load or "load all the same: " in page
    assert "“It is loud” (12%) bears load all the same: it tips the verdict, but only where other claims" in page


def test_an_argument_that_attacks_a_crux_is_not_said_to_be_in_one() -> None:
    data = {
        "argmap": 1, "title": "Crux", "thesis": "t",
        "claims": {"t": "We should build.", "a": "It pays.", "w": "It was paid twice."},
        "arguments": {
            "gain": {"premises": ["a"], "supports": "t"},
            "twice": {"premises": ["w"], "attacks": "a", "strength": 0.1},
        },
    }  # fmt: skip
    data["claims"]["a"] = {"text": "It pays.", "credence": 0.9}  # type: ignore[index]
    prep = prepared(model(data), "con")
    weights = {name: crux_words(prep.weight(prep.numbers[name])) for name in ("gain", "twice")}
    assert weights == {"gain": "crux", "twice": "against a crux"}


def test_a_claim_that_cuts_both_ways_is_a_turn() -> None:
    data = {
        "argmap": 1, "title": "Turn", "thesis": "t", "shape": "graph",
        "claims": {"t": "We should build.", "jobs": "It makes jobs.", "noise": "It makes noise."},
        "arguments": {
            "work": {"title": "Work", "premises": ["jobs"], "supports": "t"},
            "crowds": {"title": "Crowds", "premises": ["jobs", "noise"], "attacks": "t"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "con")
    (turn,) = data_of(prep)["turns"]
    assert turn == {"id": "jobs", "ours": ["crowds"], "theirs": ["work"]}
    page = told(prep)
    assert "- It makes jobs. `jobs; double-edged`\n  - **For us in:** “Crowds” `crowds`" in page


def test_what_contradicts_the_thesis_is_the_case_against_it() -> None:
    data = {
        "argmap": 1, "title": "Rivals", "thesis": "t", "shape": "graph",
        "claims": {"t": "We should build.", "r": {"text": "We should wait.", "contradicts": ["t"]}, "w": "It pays."},
        "arguments": {"gain": {"premises": ["w"], "supports": "r"}},
    }  # fmt: skip
    found = data_of(prepared(model(data), "con"))
    assert (found["contraries"], [one["id"] for one in found["case"]]) == (["r"], ["gain"])
    assert data_of(prepared(model(data), "pro"))["contraries"] == []


def test_a_thesis_alone() -> None:
    for side, told_ in (("pro", "speaks for the thesis itself"), ("con", "speaks against the thesis itself")):
        page = told(prepared(model(ALONE), side))
        assert told_ in page
        assert "No claim of ours cites a source." in page
