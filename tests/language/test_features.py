"""What editors are told of a map: hovers, places, trees, marks, colours, folds, and what can be done."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from coldwater import api
from coldwater.editing.moves.making import make_moves
from coldwater.edits import Splice
from coldwater.errors import MoveRefusedError, UsageError
from coldwater.formats.native.splices import splice
from coldwater.language import actions, hierarchy, highlighting, marks, navigation
from coldwater.language.changes import changes
from coldwater.language.diagnosing import diagnose
from coldwater.language.folding import folds
from coldwater.language.hover import hover
from coldwater.language.open_map import OpenMap
from coldwater.language.symbols import Symbol, outline
from editing.moves.done import BRIDGE, DONE

NAME = "town.argmap.yaml"


def bridge(old: str = "", new: str = "") -> OpenMap:
    assert old in BRIDGE
    return OpenMap(NAME, BRIDGE.replace(old, new, 1) if old else BRIDGE)


def told(open_map: OpenMap, word: str, behind: int = 1) -> str:
    found = hover(open_map, open_map.text.index(word) + behind)
    return "" if found is None else found.text


# --- hover ------------------------------------------------------------------------------------------------------------


def test_a_claim_is_told_with_its_verdict_and_why() -> None:
    found = told(bridge(), "rebuild: The")
    assert found.startswith("**claim** `rebuild`\n\nThe town should rebuild the bridge.")
    assert "✓ It stands: " in found
    assert "* against it, `money`" in found


def test_an_argument_is_told_with_what_it_rests_on_and_what_it_serves() -> None:
    found = told(bridge(), "money: {")
    assert "* `costly` “Rebuilding costs three yearly budgets.”" in found
    assert "attacks `rebuild`" in found
    assert "its step is undercut" in found


def test_sources_fields_schemes_slots_questions_and_rules_are_told() -> None:
    open_map = bridge(
        "funded: {premises: [grant], attacks: money}",
        "funded: {premises: [grant], attacks: money, scheme: sign, roles: {seen: grant}, answers: {safety: [grounds]}}"
        "\nlint: {ignore: [{rule: CW301, reason: Known.}]}",
    )
    assert "Bridge survey 2025" in told(open_map, "survey}", 2)
    assert "Full text: `survey.txt`" in told(open_map, "survey: {")
    assert told(open_map, "premises:").startswith("**premises** — ")
    assert "Critical questions:" in told(open_map, "sign,")
    assert told(open_map, "seen: grant").startswith("**slot** `seen` of `sign`")
    assert "How do you know?" in told(open_map, "grounds") or "source" in told(open_map, "grounds")
    assert told(open_map, "CW301").startswith("**CW301** unsourced-fact")
    assert "Critical questions (✓ answered, ○ open)" in told(open_map, "funded: {")


def test_what_a_map_says_is_no_markup() -> None:
    open_map = bridge("costly: Rebuilding costs", "costly: <img src=x> [a](b) *c*")
    assert "&lt;img src=x>" in told(open_map, "costly:")


def test_a_half_written_map_is_told_of_as_it_was_last_read() -> None:
    before = bridge()
    before.prepare()
    half = OpenMap(NAME, BRIDGE.replace("{premises: [costly]", "{premises: [costly"), before)
    assert half.current() is None
    assert "(before the last edits)" in told(half, "rebuild: The")
    assert "The town should rebuild the bridge." in told(half, "rebuild: The")


def test_an_id_of_nothing_is_said_to_be_none() -> None:
    assert told(bridge("[costly]", "[dear]"), "dear") == "There is no claim `dear` in this map."


# --- places -----------------------------------------------------------------------------------------------------------


def spots(open_map: OpenMap, word: str) -> list[str]:
    found = navigation.references(open_map, open_map.text.index(word) + 1)
    return [open_map.text[one.token.start - 8 : one.token.end] for one in found]


def test_definition_and_references() -> None:
    open_map = bridge()
    entry = navigation.definition(open_map, open_map.text.index("[cracks, unsafe]") + 2)
    assert entry is not None
    assert open_map.text[entry.start :].startswith("cracks: {text")
    assert [spot[-6:] for spot in spots(open_map, "cracks: {")] == ["cracks"] * 3
    assert len(spots(open_map, "survey}")) == 2


def test_an_argument_and_a_claim_of_one_name_are_told_apart() -> None:
    open_map = bridge("funded: {premises", "cracks: {premises")
    assert len(spots(open_map, "cracks: {text")) == 3
    assert len(spots(open_map, "cracks: {premises")) == 1


def test_a_name_that_nothing_has_is_found_wherever_it_stands() -> None:
    open_map = OpenMap(NAME, BRIDGE.replace("[costly]", "[dear]").replace("[grant]", "[dear]"))
    assert len(spots(open_map, "dear")) == 2
    assert navigation.name_at(open_map, open_map.text.index("dear")) is None


def test_rename_is_the_move() -> None:
    open_map = bridge()
    move = navigation.rename_move(open_map, open_map.text.index("[cracks") + 3, "girder")
    assert move == {"move": "rename", "id": "cracks", "new": "girder", "section": "claims"}
    with pytest.raises(UsageError, match="no id here"):
        navigation.rename_move(open_map, 2, "girder")


def test_entries_are_looked_up_by_words() -> None:
    found = [(one.id, one.section) for one in navigation.look_up(bridge(), "GIRDER cracked")]
    assert found == [("cracks", "claims"), ("unsafe", "claims")]
    assert len([*navigation.look_up(bridge(), "", most=3)]) == 3


# --- trees and marks --------------------------------------------------------------------------------------------------


def shown(symbols: list[Symbol], depth: int = 0) -> list[str]:
    return [
        line for one in symbols for line in (f"{'  ' * depth}{one.name}", *shown(one.children, depth + 1))
    ]  # fmt: skip


def test_the_outline_is_the_tree_of_arguments() -> None:
    assert shown(outline(bridge())) == [
        "The town should rebuild the bridge.",
        "  + Unsafe girder",
        "    The main girder is cracked.",
        "    A bridge with a cracked main girder is unsafe.",
        "  − from “Rebuilding costs three yearly budgets”",
        "    Rebuilding costs three yearly budgets.",
        "    − from “The state pays four fifths of the cost”",
        "      The state pays four fifths of the cost.",
        "sources",
        "  Bridge survey 2025",
        "positions",
        "  The mayor",
    ]


def test_the_outline_of_a_circle_and_of_a_long_chain_ends() -> None:
    circle = OpenMap(NAME, BRIDGE.replace("[cracks, unsafe]", "[rebuild]"))
    assert shown(outline(circle))
    claims = "".join(f"  c{number}: Claim.\n" for number in range(300))
    steps = "".join(f"  a{number}: {{premises: [c{number + 1}], supports: c{number}}}\n" for number in range(299))
    chain = OpenMap(NAME, f"argmap: 1\ntitle: T\nthesis: c0\nclaims:\n{claims}arguments:\n{steps}")
    lines = shown(outline(chain))
    assert len(lines) == 599
    assert max(len(line) - len(line.lstrip()) for line in lines) < 100


def test_reasons_and_what_is_served() -> None:
    open_map = bridge()
    node = hierarchy.node_at(open_map, open_map.text.index("rebuild: The"))
    assert node is not None
    reasons = hierarchy.reasons(open_map, node.entry.section, node.entry.id)
    assert [(one.entry.id, one.detail) for one in reasons] == [
        ("safety", "for it, stands"),
        ("money", "against it, falls: undercut"),
    ]
    assert [one.entry.id for one in hierarchy.reasons(open_map, "arguments", "money")] == ["costly", "funded"]
    assert [one.entry.id for one in hierarchy.served(open_map, "claims", "cracks")] == ["safety"]
    assert [one.entry.id for one in hierarchy.served(open_map, "arguments", "funded")] == ["money"]


def test_lenses_count_arguments_and_cruxes() -> None:
    open_map = bridge()
    known = open_map.current()
    assert known is not None
    assert [one.text for one in marks.lenses(open_map)] == ["thesis: 2 arguments, stands: supported"]
    known.look_for_cruxes()
    texts = {one.id: one.text for one in marks.lenses(open_map)}
    assert texts["cracks"] == "stands: granted · in 1 crux"


def test_marks_stand_behind_ids() -> None:
    open_map = bridge()
    found = {open_map.text[: one.offset].rsplit(" ", 1)[-1]: one.text for one in marks.marks(open_map, 0, 10**6)}
    assert found["money"] == "✗ undercut" or found["money"] == "✗"
    assert next(marks.marks(open_map, 0, open_map.text.index("claims:"))).text == "✓"


def test_colours_tell_sides_and_verdicts() -> None:
    open_map = bridge("[costly]", "[costly, dear]")
    found = {
        (open_map.text[one.start : one.end], one.kind): one.traits for one in highlighting.colours(open_map)
    }  # fmt: skip
    assert found["dear", "claim"] == ("unknown",)
    assert found["survey", "source"] == ("declaration",)
    whole = {(one.start, one.kind): one.traits for one in highlighting.colours(bridge())}
    assert whole[BRIDGE.index("cracks: {text"), "claim"] == ("declaration", "pro", "in")
    assert whole[BRIDGE.index("costly: Reb"), "claim"] == ("declaration", "con", "in")
    assert whole[BRIDGE.index("money: {"), "argument"] == ("declaration", "con", "out")
    assert "premises" in {BRIDGE[one.start : one.end] for one in highlighting.colours(bridge())}


def test_folds_are_sections_entries_and_comments() -> None:
    text = "a: 1\n# x\n# y\nclaims:\n  b:\n    text: |\n      One.\n\n      Two.\n  c: C.\n"
    assert [*folds(OpenMap(NAME, text))] == [
        (2, 3, "comment"),
        (4, 10, "region"),
        (5, 9, "region"),
        (6, 9, "region"),
    ]


# --- what can be done -------------------------------------------------------------------------------------------------


def offered(open_map: OpenMap, word: str) -> dict[str, actions.Action]:
    at = open_map.text.index(word)
    return {one.title: one for one in actions.actions(open_map, at, at, diagnose(open_map, is_file=False))}


def done(open_map: OpenMap, action: actions.Action) -> str:
    splices = action.edits
    if action.way is not None:
        splices = tuple(actions.worked_out(open_map, action.way, diagnose(open_map, is_file=False))[0])
    return splice(open_map.text, splices)


def test_moves_are_offered_by_what_stands_there() -> None:
    assert "Turn `money` round: let it support `rebuild`" in offered(bridge(), "money: {")
    assert "Split `safety`: each premise a reason on its own" in offered(bridge(), "safety: {")
    assert "Let `funded` attack what the step leads to" in offered(bridge(), "funded: {")
    assert "Give a reason against `costly`" in offered(bridge(), "costly: ")
    assert "Turn `money` round: let it support `rebuild`" not in offered(bridge(), "costly: ")


@pytest.mark.parametrize("word", ["money: {", "safety: {", "funded: {", "costly: ", "rebuild: ", "survey: {", "mayor:"])
def test_what_is_offered_can_be_done_or_is_refused(word: str) -> None:
    open_map = bridge()
    made = 0
    for action in offered(open_map, word).values():
        with contextlib.suppress(MoveRefusedError):  # such as a tree that would become a graph
            assert done(open_map, action) != BRIDGE
            made += 1
    assert made


@pytest.mark.parametrize("moves", [moves for moves, _ in DONE], ids=str)
def test_a_move_changes_the_text_as_it_does_elsewhere(moves: list[dict[str, Any]], tmp_path: Any) -> None:
    (tmp_path / "survey.txt").write_text("The main girder is cracked in two places.\n")
    open_map = OpenMap(str(tmp_path / NAME), BRIDGE)
    texts = {"survey": "The main girder is cracked in two places.\n"}
    splices, _ = actions.moved(open_map, moves)
    assert splice(BRIDGE, splices) == make_moves(BRIDGE, "yaml", moves, lambda _: texts).text


def test_a_finding_can_be_mended_left_alone_or_written() -> None:
    open_map = bridge("[costly]", "[costyl]")
    found = offered(open_map, "costyl")
    assert "Write the claim `costyl`" in found
    mended = next(action for action in found.values() if action.way is not None and "fix" in action.way)
    assert done(open_map, mended) == BRIDGE
    assert "  costyl: Costyl.\n" in done(open_map, found["Write the claim `costyl`"])
    alone = bridge("cracks: {text: The main girder is cracked., cites: [{source: survey}]}",
                   "cracks: {text: The main girder is cracked., kind: fact}")  # fmt: skip
    action = offered(alone, "cracks: {")["Leave CW301 alone here, with a reason"]
    left = done(alone, action)
    assert "  # coldwater: ignore[CW301] say why\n  cracks:" in left
    assert "CW301" not in {one.rule for one in api.check_bytes(NAME, left.encode()).findings}


def test_all_safe_fixes_are_those_of_check() -> None:
    open_map = bridge("title: Should the bridge be rebuilt?", "title: A: b")
    assert "title: 'A: b'" in done(
        open_map, offered(open_map, "title")["Make all safe fixes"]
    ) or 'title: "A: b"' in done(open_map, offered(open_map, "title")["Make all safe fixes"])


def test_a_text_in_form_stays_and_one_that_cannot_be_read_is_refused() -> None:
    formatted = splice(BRIDGE, actions.formatted(bridge()))
    assert actions.formatted(OpenMap(NAME, formatted)) == []
    with pytest.raises(UsageError, match="mend the findings first"):
        actions.formatted(bridge("[costly]", "[costly"))


def test_changes_are_few_and_give_the_other_text() -> None:
    old = "".join(f"line {number}\n" for number in range(50))
    new = old.replace("line 3\n", "").replace("line 40\n", "line forty\nand more\n")
    found = changes(old, new)
    assert splice(old, found) == new
    assert found == [
        Splice(old.index("line 3\n"), old.index("line 4\n"), ""),
        Splice(old.index("line 40\n"), old.index("line 41\n"), "line forty\nand more\n"),
    ]
    assert changes(old, old) == []
