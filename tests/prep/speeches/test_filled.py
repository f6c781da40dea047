"""A flow sheet that was written in: read back, it is the flow of the round so far."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from coldwater.model.data import as_data
from coldwater.prep.material.exchange import Played
from coldwater.prep.material.flow import Flow, find_flow
from coldwater.prep.material.preparation import Preparation
from coldwater.prep.pages.filled_page import filled_parts
from coldwater.prep.pages.flow_json import flow_json
from coldwater.prep.pages.flow_sheet import contention_sheets, flow_sheet
from coldwater.prep.pages.flow_words import FlowWords
from coldwater.prep.practice.sayings import Sayings, with_entries
from coldwater.prep.rounds.debate_format import DebateFormat
from coldwater.prep.rounds.known_formats import FORMATS
from coldwater.prep.setting.sheet import Sheet
from coldwater.prep.speeches.filled import Filled, Hands, read_filled
from coldwater.semantics.grounded import OUT
from prep.preparations import preparations, prepared
from prep.small_maps import model
from prep.test_all_of_it import named

POLICY = FORMATS["policy"]
Table = list[list[str]]


def table_of(sheet: Sheet) -> Table:
    return [[column.heading for column in sheet.columns], *(list(line.cells) for line in sheet.lines)]


def read(prep: Preparation, flow: Flow, tables: list[Table], now: int) -> tuple[Filled, Sayings]:
    sayings = Sayings(prep, "round")

    def put_down(text: str, target: str, supports: bool) -> str:
        return sayings.put(text, target, supports=supports).argument

    found = read_filled(prep, flow, tables, now, Hands(FlowWords(prep, flow).cell_text, put_down))
    assert found is not None
    return found, sayings


def played(prep: Preparation, debate: DebateFormat, filled: Filled) -> Flow:
    said = {at: frozenset(prep.numbers[name] for name in names) for at, names in filled.said.items()}
    order = tuple(prep.numbers[name] for name in filled.order)
    return find_flow(prep, debate, Played(filled.now, said, order))


def test_a_sheet_as_it_was_printed_is_a_round_as_it_was_planned() -> None:
    formats = list(FORMATS.values())
    for number, (name, prep) in enumerate(preparations()):
        debate = formats[number // 2 % len(formats)]
        flow = find_flow(prep, debate)
        tables = [table_of(flow_sheet(prep, flow)), *map(table_of, contention_sheets(prep, flow))]
        for now in range(len(debate.speeches) + 1):
            filled, sayings = read(prep, flow, tables, now)
            assert [*filled.new, *filled.missed, *sayings.found] == [], (name, debate.name, now)
            after = played(prep, debate, filled)
            assert after.rows == flow.rows, (name, debate.name, now)
            assert after.drops == flow.drops, (name, debate.name, now)


WORDS = (
    "",
    "They read a card on costs.",
    "x",
    "=1+1",
    "dropped",
    "请看这里",
    "Claim 2",
    "a1",
    "c1",
    "See above\nand below",
)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_written_in_gives_a_map_and_a_flow(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a sample, no secret
    for number, (name, prep) in enumerate(preparations()):
        if number % 6 != seed:
            continue
        debate = list(FORMATS.values())[number % 5]
        flow = find_flow(prep, debate)
        table = table_of(flow_sheet(prep, flow))
        table += [[""] * len(table[0]) for _ in range(3)]
        for row in table[1:]:
            for at in range(1, len(row) - 1):
                if random.random() < 0.2:
                    row[at] = random.choice(WORDS)
        now = random.randrange(len(debate.speeches) + 1)
        filled, sayings = read(prep, flow, [table], now)
        map_ = with_entries(prep.map, sayings.entries())
        model(as_data(map_))  # it is a map
        after = prepared(map_, prep.side)
        found = played(after, debate, filled)
        assert all(new.speech < now for new in filled.new), name
        said: dict[int, int] = {}
        for cell in (cell for row in found.rows for cell in row.cells if cell.mark in ("said", "again")):
            said[cell.node] = min(cell.speech, said.get(cell.node, cell.speech))
        assert all(speech < now for speech in filled.said), name
        out_of_turn = {one["id"] for one in json.loads(flow_json(after, found))["out_of_turn"]}
        assert out_of_turn <= named(filled_parts(after, found, filled)), name
        for names in filled.said.values():
            for one in names:
                assert said.get(after.numbers[one], now) < now or one in out_of_turn, (name, one)
        planned = {node for node, speech in said.items() if speech < now}
        assert planned <= {after.numbers[one] for names in filled.said.values() for one in names} | behind(after, found)


def behind(prep: Preparation, flow: Flow) -> set[int]:
    """Give what rows begin with because it stands behind something said: the sheet need not say so."""
    return {row.head.node for row in flow.rows if row.origin == "behind"}


def bridge() -> dict[str, Any]:
    return {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "claims": {
            "t": "Build it.", "a": "It is safer.", "b": "It is dear.", "c": "The state pays.",
            "d": "The state is late.", "e": "A loan bridges that.",
        },
        "arguments": {
            "safety": {"title": "Safety", "premises": ["a"], "supports": "t"},
            "money": {"title": "Cost", "premises": ["b"], "attacks": "t"},
            "grant": {"title": "Grant", "premises": ["c"], "attacks": "money"},
            "late": {"title": "Late", "premises": ["d"], "attacks": "grant"},
            "loan": {"title": "Loan", "premises": ["e"], "attacks": "late"},
        },
    }  # fmt: skip


def test_what_was_not_said_is_dropped_and_new_words_answer_what_was_said_last() -> None:
    prep = prepared(model(bridge()), "con")
    flow = find_flow(prep, POLICY)
    table = table_of(flow_sheet(prep, flow))
    rows = {row[0].split(" ")[0] + row[0].split(" ")[1]: row for row in table if row[0].startswith(("Pro ", "Con "))}
    rows["Con1"][3] = ""  # 2AC: they do not say “Grant”
    rows["Pro1"][2] = "Bridges fall."  # 1NC: we have something new
    rows["Pro1"][3] = "None has fallen here."  # 2AC: and so have they
    table.append(["", "", "A bridge is ugly.", *[""] * (len(table[0]) - 3)])
    filled, sayings = read(prep, flow, [table], 3)
    assert [(one.speech, one.text, one.target, one.supports) for one in filled.new] == [
        (1, "Bridges fall.", "safety", False),
        (1, "A bridge is ugly.", "t", False),
        (2, "None has fallen here.", "said-against-safety", False),
    ]
    assert filled.missed == ((2, "grant"),)
    after = prepared(with_entries(prep.map, sayings.entries()), "con")
    found = played(after, POLICY, filled)
    drops = {after.names[one.node]: (one.by, POLICY.speeches[one.speech].code) for one in found.drops}
    assert drops["money"] == ("pro", "2AC")
    words = FlowWords(after, found)
    row = next(row for row in found.rows if row.head.node == after.numbers["money"])
    assert "not answered in time" in " ".join(words.cell_text(cell) for cell in row.cells)
    # Nothing that depends on what was not said comes up any more.
    said = {after.names[cell.node] for row in found.rows for cell in row.cells if cell.mark == "said"}
    assert not {"grant", "late", "loan"} & said
    assert {"said-against-safety", "said-against-said-against-safety", "said-against-t"} <= said


def test_points_keep_the_numbers_of_the_sheet_whatever_was_said_against_them() -> None:
    data = bridge()
    data["claims"] |= {"f": "It is wider.", "g": "It lasts."}
    data["arguments"] |= {
        "wide": {"title": "Wider", "premises": ["f"], "supports": "t"},
        "lasts": {"title": "Lasts", "premises": ["g"], "supports": "t"},
    }
    prep = prepared(model(data), "con")
    flow = find_flow(prep, POLICY)
    before = {row.label: prep.names[row.head.node] for row in flow.rows if row.origin == "contention"}
    table = table_of(flow_sheet(prep, flow))
    (row,) = (row for row in table if row[0].startswith("Pro 1 "))
    row[2] = "That is not so."  # 1NC: so that it falls and comes last by its rank
    table.append(["", "A bridge is a sight.", *[""] * (len(table[0]) - 2)])
    filled, sayings = read(prep, flow, [table], 2)
    after = prepared(with_entries(prep.map, sayings.entries()), "con")
    assert after.labels[after.numbers[before["Pro 1"]]] == OUT
    found = {
        row.label: after.names[row.head.node]
        for row in played(after, POLICY, filled).rows
        if row.origin == "contention"
    }
    assert found == {**before, "Pro 4": "said-for-t"}


def test_a_sheet_of_another_debate_is_none_of_this() -> None:
    prep = prepared(model(bridge()), "con")
    hands = Hands(str, lambda *_: "")
    assert read_filled(prep, find_flow(prep, POLICY), [[["Claim", "Text"], ["a", "b"]]], 1, hands) is None
