"""Each move on one map: what it does to the text, and why another one is refused, with the next that can be made."""

from __future__ import annotations

import difflib
from pathlib import Path
from random import Random
from typing import Any

import pytest

import coldwater
from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.move_table import BY_NAME, MOVES
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.report.move_answer import answer_lines
from strategies import json_text

from .done import BRIDGE, DONE, SURVEY


def changed(*moves: dict[str, Any], text: str = BRIDGE) -> str:
    """Make moves, and give the lines taken out and put in; what takes them back is seen to do so."""
    made = make_moves(text, "yaml", moves, lambda _: {"survey": SURVEY})
    assert make_moves(made.text, "yaml", [made.undo]).text == text
    lines = difflib.ndiff(text.splitlines(), made.text.splitlines())
    return "\n".join(line for line in lines if line[:1] in "+-")


@pytest.mark.parametrize(("moves", "lines"), DONE, ids=[str(moves) for moves, _ in DONE])
def test_a_move_changes_its_own_lines_and_no_others(moves: list[dict[str, Any]], lines: str) -> None:
    assert sorted(changed(*moves).splitlines()) == sorted(lines.splitlines())


def test_every_move_is_shown_here_and_its_example_is_well_formed() -> None:
    shown = {move["move"] for moves, _ in DONE for move in moves} | {"undo"}
    assert shown == {kind.name for kind in MOVES}
    for kind in MOVES:
        known = {field.name for field in kind.fields} | {*kind.further(), "move"}
        assert {*kind.example} <= known
        assert BY_NAME[kind.name] is kind


GRAPH = {"move": "set", "field": "shape", "value": "graph"}
REFUSED: list[tuple[dict[str, Any], str, list[dict[str, Any]]]] = [
    (
        {"move": "turn", "id": "monye"},
        "`monye` is no argument; did you mean `money`?",
        [{"move": "turn", "id": "money"}],
    ),
    (
        {"move": "turn", "id": "cracks"},
        "`cracks` is a claim, no argument; did you mean `safety` (Unsafe girder)?",
        [{"move": "turn", "id": "safety"}],
    ),
    (
        {"move": "turn", "id": "x"},
        "`x` is no argument; there are `safety`, `money` and `funded`",
        [],
    ),
    (
        {"move": "undercut", "id": "money", "step": "cracks"},
        "undercut needs an argument; attack the claim `cracks` (The main girder is cracked.) instead",
        [{"move": "move", "id": "money", "to": "cracks"}],
    ),
    (
        {"move": "reason", "for": "costly", "premises": ["rebuild"]},
        ("this would make the map circular: `for-costly` -> `costly` -> `money` -> `rebuild` -> `for-costly`; with "
        "`shape: graph` attacks may go round"),
        [GRAPH],
    ),
    (
        {"move": "remove", "id": "rebuild"},
        "`rebuild` is what the map is about; make another claim the thesis first",
        [{"move": "thesis", "ids": ["cracks"]}, {"move": "thesis", "ids": ["unsafe"]}],
    ),
    (
        {"move": "remove", "id": "costly", "from": "money"},
        "`money` rests on nothing else than `costly`; take the argument out instead",
        [{"move": "remove", "id": "money"}],
    ),
    (
        {"move": "join", "ids": ["safety", "money"]},
        "`safety` and `money` do not speak alike for the same; direct them alike first",
        [{"move": "turn", "id": "money"}],
    ),
    (
        {"move": "premise", "id": "money", "premise": "craks"},
        "`craks` is no claim; did you mean `cracks` (The main girder is cracked.)?",
        [{"move": "premise", "id": "money", "premise": "cracks"}],
    ),
    (
        {"move": "premise", "id": "safety", "premise": "craks"},
        "`craks` is no claim; did you mean `cracks` (The main girder is cracked.)?",
        [],  # it is one of its premises already
    ),
    (
        {"move": "claim", "text": "It is old.", "id": "money"},
        "`money` is an argument already; `money-2` is free",
        [{"move": "claim", "text": "It is old.", "id": "money-2"}],
    ),
    (
        {"move": "premise", "id": "money", "premise": {"text": "It is old.", "id": "so old"}},
        ("`so old` cannot be an id: it has a blank (U+0020 SPACE); letters, digits, dot, underscore and hyphen only, "
        "a letter or digit first; `so-old` can"),
        [{"move": "premise", "id": "money", "premise": {"text": "It is old.", "id": "so-old"}}],
    ),
    (
        {"move": "reason", "for": "costly", "against": "costly", "premises": ["It is old."]},
        "a reason is `for` something or `against` it, and not both: name what by one of them",
        [{"move": "reason", side: "costly", "premises": ["It is old."]} for side in ("for", "against")],
    ),
    (
        {"move": "move", "id": "money", "to": "costly"},
        "`money` would rest on what it is about, or be about itself; let it rest on another claim",
        [],
    ),
    (
        {"move": "set", "id": "cracks", "field": "kind", "value": "facts"},
        "`kind`: `facts` is not known here; did you mean `fact`?",
        [{"move": "set", "id": "cracks", "field": "kind", "value": "fact"}],
    ),
    (
        {"move": "set", "id": "cracks", "field": "contradicts", "value": "costly"},
        "`contradicts` must be a list; write [costly]",
        [{"move": "set", "id": "cracks", "field": "contradicts", "value": ["costly"]}],
    ),
    ({"move": "set", "id": "cracks", "field": "kin", "value": "fact"}, "unknown field `kin`; did you mean `kind`?",
     [{"move": "set", "id": "cracks", "field": "kind", "value": "fact"}]),
    ({"move": "clear", "id": "safety", "field": "premises"}, "argument `safety` lacks `premises`", []),
    (
        {"move": "cite", "id": "costly", "source": "survey", "quote": "the girder is whole"},
        ("the text of `survey` does not hold this quote: "
        "block 3 has “… . The main girder is …” where the quote has “the”, "
        "and they differ in 1 more place"),
        [],
    ),
    (
        {"move": "cite", "id": "costly", "source": "survey", "quote": "In May", "locator": "block 3"},
        "this quote stands in block 2 of `survey`, not in block 3",
        [{"move": "cite", "id": "costly", "source": "survey", "quote": "In May", "locator": "block 2"}],
    ),
    ({"move": "rename", "id": "cracks", "new": "costly"}, "there is a claim `costly` already; choose another id",
     [{"move": "rename", "id": "cracks", "new": "costly-2"}]),
    ({"move": "turn", "ids": ["money"]}, "it takes no `ids`. Did you mean `id`? It takes id", []),
    ({"move": "turn"}, "it needs `id`: The argument.", []),
    ({"move": "undo", "version": "0" * 16, "stretches": []}, ("the map has changed since then, so that it cannot be "
     "put "
     "back; take back the later moves first"), []),
]  # fmt: skip


@pytest.mark.parametrize(("move", "reason", "instead"), REFUSED, ids=[str(move) for move, _, _ in REFUSED])
def test_what_is_refused_says_why_and_what_can_be_done(
    move: dict[str, Any], reason: str, instead: list[dict[str, Any]]
) -> None:
    fine = {"move": "reword", "id": "money", "text": "Cost" if "money" not in reason else "A cost"}
    with pytest.raises(MoveRefusedError) as refused:
        make_moves(BRIDGE, "yaml", [fine, move], lambda _: {"survey": SURVEY})
    assert refused.value.number == 1
    assert refused.value.reason.replace(" (Cost)", "").replace(" (A cost)", "") == reason
    assert [*refused.value.instead] == instead


def test_json_is_edited_in_its_own_style() -> None:
    text = '{"argmap": 1, "title": "T",\n "thesis": "a", "claims": {"a": "A."}}\n'
    made = make_moves(text, "json", [{"move": "reason", "against": "a", "premises": ["B is so."]}])
    assert made.text.startswith('{"argmap": 1, "title": "T",\n "thesis": "a", "claims": {"a": "A."')
    assert read_json(made.text).data["arguments"] == {"against-a": {"premises": ["b"], "attacks": "a"}}
    assert make_moves(made.text, "json", [made.undo]).text == text


def test_a_map_that_does_not_fit_the_schema_is_mended_by_set_and_clear() -> None:
    text = BRIDGE.replace("title: Unsafe girder", "titel: Unsafe girder").replace(
        "text: The main", "kind: fakt, text: The main"
    )
    with pytest.raises(MoveRefusedError, match="cannot be read as it is"):
        make_moves(text, "yaml", [{"move": "turn", "id": "money"}])
    mending = [
        {"move": "clear", "id": "safety", "field": "titel"},
        {"move": "set", "id": "cracks", "field": "kind", "value": "fact"},
        {"move": "turn", "id": "money"},
    ]
    made = make_moves(text, "yaml", mending)
    assert read_yaml(made.text).data["claims"]["cracks"]["kind"] == "fact"


# --- the answer -----------------------------------------------------------------------------------------------------


def test_an_answer_tells_what_a_move_did_to_the_verdict() -> None:
    moving = coldwater.move(
        "town.argmap.yaml", {"move": "remove", "id": "funded"}, data=BRIDGE.replace(", text: survey.txt", "").encode()
    )
    answer = moving.answer
    assert [(one.section, one.id) for one in answer.removed] == [("claims", "grant"), ("arguments", "funded")]
    assert [tuple(one) for one in answer.theses] == [("rebuild", "in", "undecided")]
    assert [tuple(one) for one in answer.turned] == [("rebuild", "in", "undecided"), ("money", "out", "in")]
    assert answer.cruxes_gone
    assert answer.version != answer.undo["stretches"]
    back = coldwater.move("town.argmap.yaml", answer.undo, data=moving.change.new)
    assert back.change.new == moving.change.old


def test_cruxes_that_come_or_go_alike_are_told_in_a_line() -> None:
    claims = {f"c{number}": f"C{number}." for number in range(9)}
    arguments = {"all": {"premises": [*claims], "supports": "t"}}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": {"text": "T.", "kind": "fact"}, **claims}}
    text = json_text({**data, "arguments": arguments}, Random(1))  # noqa: S311 - no secret
    answer = coldwater.move("town.argmap.json", {"move": "split", "id": "all"}, data=text.encode()).answer
    lines = [line for line in answer_lines(answer) if "crux" in line]
    assert len(lines) == len({line.partition("the verdict ")[2].split()[1] for line in lines}), lines
    answer = answer._replace(cruxes_gone=tuple((((f"c{n}",),), "out") for n in range(9)), cruxes_new=None)
    assert [line for line in answer_lines(answer) if "crux" in line] == [
        "no crux any more: the verdict was out without any one of these 9: c0; c1; c2; c3; c4; c5; 3 more"
    ]


def test_a_finding_that_only_moves_to_another_line_is_neither_new_nor_gone() -> None:
    data = BRIDGE.replace(", text: survey.txt", "").encode()
    answer = coldwater.move("town.argmap.yaml", {"move": "claim", "text": "It is old."}, data=data).answer
    assert [(one.rule, one.id) for one in answer.new] == [("CW103", "old")]
    assert not answer.gone


def test_a_stale_version_is_refused() -> None:
    data = BRIDGE.encode()
    with pytest.raises(coldwater.ColdwaterError, match="another one by now"):
        coldwater.move("town.argmap.yaml", {"move": "turn", "id": "money"}, data=data, version="0" * 16)


def test_an_undo_that_no_move_gave_cannot_break_a_map() -> None:
    version = make_moves(BRIDGE, "yaml", [{"move": "turn", "id": "money"}]).undo["version"]
    turned = make_moves(BRIDGE, "yaml", [{"move": "turn", "id": "money"}]).text
    for text in ("[", "\x00", "a: *b\n", "argmap: 2\n"):
        forged = {"move": "undo", "version": version, "stretches": [{"at": 0, "gone": "", "text": text}]}
        with pytest.raises(MoveRefusedError):
            make_moves(turned, "yaml", [forged])


def test_the_manual_lists_every_move_with_what_it_takes() -> None:
    page = (Path(__file__).parents[3] / "docs" / "editing.md").read_text(encoding="utf-8")
    for kind in MOVES:
        fields = ", ".join(f"`{field.name}`{'' if field.is_needed else '?'}" for field in kind.fields)
        assert f"| `{kind.name}` | {kind.says} | {fields}" in page


def test_questions_follow_the_claims_that_answer_them() -> None:
    text = BRIDGE.replace(
        "thesis: rebuild\n", "thesis: [rebuild, costly]\nquestions:\n  q: {text: What now?, answers: [costly]}\n"
    )
    made = make_moves(text, "yaml", [{"move": "reword", "id": "q", "text": "And now?"}])
    assert 'q: {text: "And now?", answers: [costly]}' in made.text
    gone = make_moves(text, "yaml", [{"move": "thesis", "ids": ["rebuild"]}, {"move": "remove", "id": "costly"}])
    assert "questions" not in gone.text
    assert make_moves(gone.text, "yaml", [gone.undo]).text == text


def test_comments_in_an_empty_list_stay_when_its_first_item_comes() -> None:
    text = BRIDGE.replace("thesis: rebuild\n", "thesis: rebuild\nrivals: [  # none yet\n  # at all\n]\n")
    made = make_moves(text, "yaml", [{"move": "rival", "claim": "The bridge should be closed."}])
    assert "# none yet\n  # at all\n" in made.text
    assert make_moves(made.text, "yaml", [made.undo]).text == text


def test_comments_between_a_key_and_its_words_stay_when_the_claim_is_written_out() -> None:
    text = BRIDGE.replace("  costly: ", "  costly:\n    # who says so?\n      # the office\n    ")
    assert text != BRIDGE
    made = make_moves(text, "yaml", [{"move": "set", "id": "costly", "field": "kind", "value": "fact"}])
    assert "  # who says so?\n  # the office\n  costly: {" in made.text
    assert make_moves(made.text, "yaml", [made.undo]).text == text
