"""Blocks: an opposing argument, what answers it, what they will say to that, and what comes then."""

from __future__ import annotations

import json
import re
from typing import Any

from coldwater import api
from coldwater.prep.material.blocks import File, find_blocks
from coldwater.prep.material.contentions import contentions
from coldwater.prep.material.gaps import find_gaps
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.blocks_json import blocks_json
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.semantics.grounded import IN, OUT
from prep.preparations import ALONE, ARTICLE, ids_in, preparations, prepared, shuffled, strange_ids, unordered
from prep.small_maps import drawn, model

SOME_SEEDS = range(20)


def told(prep: Preparation) -> str:
    return page_markdown(blocks_page(prep, find_blocks(prep)))


def data_of(prep: Preparation) -> Any:
    return json.loads(blocks_json(prep, find_blocks(prep)))


def test_every_id_printed_exists() -> None:
    for name, prep in preparations():
        assert set(ids_in(data_of(prep))) <= {*prep.names}, name
        assert not strange_ids(prep, told(prep)), name


def test_there_is_one_block_for_each_opposing_argument() -> None:
    for name, prep in preparations():
        filed = [block["id"] for contention in data_of(prep)["contentions"] for block in contention["blocks"]]
        assert sorted(filed) == sorted(prep.names[one.argument] for one in prep.opposing), name
        page = told(prep)
        bare = sum(
            int(number) for number in re.findall(r"### Behind it, without an answer on this map \((\d+)\)", page)
        )
        lists = page.count("### Behind it, without an answer")
        countered = data_of(prep)["countered"]
        assert page.count("\n### ") - lists + bare == len(filed) + len(countered), name
        contraries = prep.graph.contraries(prep.map.thesis) if prep.side == "pro" else ()
        assert {one["id"] for one in countered} == {*contraries} - {prep.map.thesis}, name
        assert all(page.count(f"`{id_}") >= 1 for id_ in filed), name


def test_what_stands_comes_first_and_is_no_gap() -> None:
    for name, prep in preparations():
        gaps = find_gaps(prep)
        listed = {one.standing.argument for one in (*gaps.unanswered, *gaps.beaten, *gaps.contested)}
        for block in find_blocks(prep).blocks.values():
            labels = [reply.answer.label for reply in block.replies]
            assert labels == sorted(labels, key=lambda label: (label != IN, label == OUT)), name
            assert not listed & {reply.answer.node for reply in block.replies if reply.answer.label == IN}, name


def test_a_block_is_marked_where_nothing_answers() -> None:
    for name, prep in preparations():
        file = find_blocks(prep)
        empty = [prep.names[node] for node, block in file.blocks.items() if block.is_empty]
        assert data_of(prep)["without_answer"] == empty, name
        empty += [prep.names[one.claim] for one in file.countered if not one.replies]
        page = told(prep)
        marked = re.findall(r"`([^;`]*);(?: (?:against a )?crux[^;`]*;)? no answer(?:;[^`]*)?`", page)
        assert sorted(marked) == sorted(empty), name
        full = [one for one in file.blocks.values() if one.is_empty and one.weight.smallest is not None]
        assert page.count("#### No answer on this map") >= len(full), name


def test_order_changes_only_the_order_of_equals() -> None:
    for seed in SOME_SEEDS:
        for side in ("pro", "con"):
            blocks = []
            for map_ in (drawn(seed), shuffled(drawn(seed), seed)):
                filed = data_of(prepared(map_, side))["contentions"]
                blocks.append(unordered([block for contention in filed for block in contention["blocks"]]))
            assert blocks[0] == blocks[1], (seed, side)


def test_contentions_hold_each_argument_once_and_heads_serve_no_other() -> None:
    for name, prep in preparations():
        for side in ("opposing", "own"):
            arguments = [one.argument for one in prep.opposing] if side == "opposing" else list(prep.own)
            found = contentions(prep, arguments)
            assert sorted(node for one in found for node in (one.head, *one.behind)) == sorted(arguments), name


def test_answers_frontlines_and_sources() -> None:
    data: dict[str, Any] = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "sources": {"s": {"title": "Survey", "author": ["A. Reed"], "issued": 2024}},
        "claims": {
            "t": "We should build.",
            "costly": {"text": "It costs a lot.", "cites": [{"source": "s", "locator": "p. 3", "quote": "a lot"}]},
            "grant": "The state pays.", "late": "The state pays late.", "loan": "A loan bridges that.",
            "cheap": {"text": "It is cheap.", "contradicts": ["costly"]},
        },
        "arguments": {
            "money": {"premises": ["costly"], "attacks": "t"},
            "funded": {"premises": ["grant"], "attacks": "money"},
            "slow": {"premises": ["late"], "attacks": "funded"},
            "bridged": {"premises": ["loan"], "attacks": "slow"},
        },
    }  # fmt: skip
    prep = prepared(model(data), "pro")
    block = find_blocks(prep).blocks[prep.numbers["money"]]
    assert [prep.names[reply.answer.node] for reply in block.replies] == ["funded", "cheap"]
    (frontline,) = block.replies[0].frontlines
    assert prep.names[frontline.objection.node] == "slow"
    assert [prep.names[one.node] for one in frontline.replies] == ["bridged"]
    page = told(prep)
    assert "**Source:** A. Reed 2024, “Survey”, p. 3: “a lot” `s`" in page
    assert "- **They will say (it falls):** The state pays late `slow; late`" in page
    assert "  - **Then (it stands):** A loan bridges that `bridged; loan`" in page
    assert "Cannot hold together with “It costs a lot”" in page


def test_the_article_before_a_debate() -> None:
    pro = prepared(api.load(str(ARTICLE)), "pro")
    page = told(pro)
    deciding, idle = "## Against “An alliance deepens dependence”", "## Against “Trade needs no alliance”"
    assert page.index(deciding) < page.index(idle)
    assert "#### Answer 1: An alliance is within reach `reachable`" in page
    assert "Of the 27 arguments that still bear on the matter 25 have no answer on this map yet" in page
    dependence = "Dependence that gives Moscow a hold over Beijing would harm China"
    assert f"**To attack.** “{dependence}” has neither a source nor an argument" in page
    assert page.count("**To attack.**") == page.count("#### No answer on this map")


def test_nobody_to_block() -> None:
    assert "There is no con argument on this map to block." in told(prepared(model(ALONE), "pro"))


def test_one_argument_without_an_answer_has_none() -> None:
    data = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {
            "t": "Build it.", "a": "It cracks.", "b": "It sways.", "c": {"text": "It stands.", "status": "open"},
        },
        "arguments": {
            "one": {"premises": ["a"], "supports": "t"},
            "two": {"premises": ["b"], "supports": "t"},
            "firm": {"premises": ["c"], "attacks": "b"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert "Of the 2 arguments that still bear on the matter 1 has no answer on this map yet" in page


def test_answers_to_arguments_from_the_same_premises_stand_once() -> None:
    data = {
        "argmap": 1, "title": "Leak", "thesis": "t", "shape": "graph",
        "claims": {"t": "He knew.", "a": "She says so.", "b": "She is honest.", "c": "He denies it.", "d": "She lied."},
        "arguments": {
            "told": {"title": "Told", "premises": ["a", "b"], "supports": "t"},
            "denial": {"title": "Denial", "premises": ["c"], "attacks": "t"},
            "exposed": {"title": "Exposed", "premises": ["b", "a"], "attacks": "c"},
            "liar": {"title": "Liar", "premises": ["d"], "attacks": "b"},
        },
    }  # fmt: skip
    page = told(prepared(model(data), "con"))
    assert page.count("#### Answer 1: Liar") == 1
    first, second = page.index("#### Answer 1: Liar"), page.index("#### Answers: as to “")
    assert first < second
    assert page[second:].split("\n\n")[1] == "Both rest on the same premises."
    # An answer to the step of one of them is no answer to the other.
    data["arguments"]["beside"] = {"title": "Beside", "premises": ["c"], "attacks": "told"}  # type: ignore[index]
    assert told(prepared(model(data), "con")).count(": Liar") == 2


def test_a_premise_is_no_objection_to_the_claim_that_contradicts_it() -> None:
    data = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {
            "t": "The thesis.", "p": "It is cheap.", "q": {"text": "It is dear.", "contradicts": ["p"]},
            "r": "Prices fell.",
        },
        "arguments": {"for": {"premises": ["p"], "supports": "t"}, "fell": {"premises": ["r"], "attacks": "q"}},
    }  # fmt: skip
    prep = prepared(model(data), "con")
    (reply,) = find_blocks(prep).blocks[prep.numbers["for"]].replies
    assert prep.names[reply.answer.node] == "q"
    assert [prep.names[one.objection.node] for one in reply.frontlines] == ["fell"]


def test_of_more_than_can_be_said_the_rest_is_counted() -> None:
    names = [f"c{at}" for at in range(6)]
    pairs = [(one, other) for one in names for other in names if one != other]
    data = {
        "argmap": 1, "title": "T", "thesis": "c0", "shape": "graph",
        "claims": {name: f"Statement {name}." for name in names},
        "arguments": {f"{one}-{other}": {"premises": [one], "attacks": other} for one, other in pairs},
    }  # fmt: skip
    prep = prepared(model(data), "con")
    whole, some = find_blocks(prep), find_blocks(prep, most=500)
    assert list(whole.blocks) == list(some.blocks)
    assert _said(whole) == (30 * 5 * (1 + 5 * (1 + 5)), 0)
    said, _ = _said(some)
    assert 100 < said <= 500
    for node, block in some.blocks.items():
        answers = whole.blocks[node].replies
        assert [one.answer for one in block.replies] == [one.answer for one in answers[: len(block.replies)]]
        assert len(block.replies) + block.more == len(answers)
        for reply, full in zip(block.replies, answers, strict=False):
            assert len(reply.frontlines) + reply.more == len(full.frontlines)
            for frontline, all_of_it in zip(reply.frontlines, full.frontlines, strict=False):
                assert len(frontline.replies) + frontline.more == len(all_of_it.replies)
    page = page_markdown(blocks_page(prep, some))
    assert "More answers:" in page
    assert "More objections:" in page
    assert "More replies:" in page


def _said(file: File) -> tuple[int, int]:
    """Count what is said in a file, and what is left out where it is said."""
    said = more = 0
    for block in file.blocks.values():
        more += block.more
        for reply in block.replies:
            said, more = said + 1, more + reply.more
            for frontline in reply.frontlines:
                said, more = said + 1 + len(frontline.replies), more + frontline.more
    return said, more
