"""Every refusal of every move leads on: to moves that can be made, as data, or to why there is none."""

from __future__ import annotations

import ast
import traceback
from pathlib import Path
from typing import Any

import pytest

from coldwater.editing.moves import making
from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError
from coldwater.formats.native import move_table

from .done import BRIDGE, SURVEY

ROOM = Path(making.__file__).parent
FILES = [*sorted(ROOM.glob("*.py")), Path(move_table.__file__)]
GRAPH = BRIDGE.replace("thesis: rebuild\n", "thesis: rebuild\nshape: graph\nrivals: [grant]\n").replace(
    "  mayor:", "  rebuild:"
)
GRAPH = GRAPH.replace("  unsafe: A bridge", "  unsafe: {text: A bridge").replace(
    "girder is unsafe.\n", "girder is unsafe., contradicts: [costly], kind: value}\n"
)
GRAPH = GRAPH.replace("{text: The main girder is cracked.,", "{text: The main girder is cracked., kind: fact,")
GRAPH = GRAPH.replace("  money: {", "  back: {premises: [grant], supports: safety}\n  money: {")
GRAPH = GRAPH.replace("  funded: {", "  doubt: {premises: [unsafe], attacks: back}\n  funded: {")
ALIAS = BRIDGE.replace("premises: [costly]", "premises: &p [costly]").replace("premises: [grant]", "premises: *p")
ONE = "argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: A.\n"
BROKEN = BRIDGE.replace("title: Unsafe girder", "titel: Unsafe girder")


def move(name: str, **fields: Any) -> dict[str, Any]:
    """Give a move; ``for_`` and ``from_`` stand for the words that Python keeps to itself."""
    return {"move": name, **{field.rstrip("_"): value for field, value in fields.items()}}


#: What is refused, in which text, and whether a move can be made in its place.
CASES: list[tuple[dict[str, Any], str, bool]] = [
    # shapes
    ("turn", BRIDGE, False),  # type: ignore[list-item]
    (move("delete", id="funded"), BRIDGE, True),
    (move("fly"), BRIDGE, False),
    (move("turn"), BRIDGE, False),
    (move("turn", ids="money"), BRIDGE, True),
    (move("turn", id=["money"]), BRIDGE, True),
    (move("join", ids="money"), BRIDGE, False),
    (move("thesis", ids="costly"), BRIDGE, True),
    (move("reason", for_="costly", premises="Steel is dear."), BRIDGE, True),
    (move("reason", for_="costly", premises=["Steel is dear."], each="true"), BRIDGE, True),
    (move("reason", target="costly", premises=["Steel is dear."]), BRIDGE, True),
    (move("cite", id="costly", source="survey", block=2), BRIDGE, True),
    (move("set", id="cracks", field="kind", value=None), BRIDGE, False),
    (move("claim", text=7), BRIDGE, True),
    (move("undo", version="x", stretches=[{}]), BRIDGE, False),
    # ids
    (move("turn", id="monye"), BRIDGE, True),
    (move("turn", id="qqq"), BRIDGE, False),
    (move("turn", id="qqq"), ONE, False),
    (move("reword", id="cracks", text="X.", section="nowhere"), BRIDGE, True),
    (move("reword", id="rebuild", text="X."), GRAPH, True),
    (move("claim", text="X.", id="so so"), BRIDGE, True),
    (move("claim", text="X.", id="\u200b"), BRIDGE, True),
    (move("claim", text="X.", id="money"), BRIDGE, True),
    # adding
    (move("reason", premises=["X is so."]), BRIDGE, True),
    (move("reason", for_="costly", against="costly", premises=["X is so."]), BRIDGE, True),
    (move("reason", for_="costly", premises=["grant", "grant"]), GRAPH, True),
    (move("premise", id="money", premise="costly"), BRIDGE, True),
    (move("rival", claim="rebuild"), BRIDGE, False),
    (move("rival", claim="grant"), GRAPH, False),
    (move("premise", id="money", premise={"id": "cracks"}), GRAPH, True),
    (move("premise", id="money", premise={"words": "X."}), BRIDGE, False),
    (move("premise", id="money", premise={"text": "X is so.", "kin": "fact"}), BRIDGE, True),
    (move("premise", id="money", premise={"text": "X is so.", "zzzz": "fact"}), BRIDGE, True),
    # words
    (move("clear", id="funded", field="premise"), BRIDGE, False),
    (move("clear", id="costly", field="text"), BRIDGE, True),
    (move("clear", id="safety", field="titel"), BRIDGE, True),
    (move("clear", id="safety", field="note"), BRIDGE, False),
    (move("set", field="claims", value={}), BRIDGE, False),
    (move("thesis", ids=["costly", "costly"]), BRIDGE, True),
    (move("reword", id="costly", text="Rebuilding costs three yearly budgets."), BRIDGE, False),
    # relations
    (move("move", id="money", to="money"), BRIDGE, False),
    (move("move", id="money", to="rebuild"), BRIDGE, True),
    (move("undercut", id="safety"), BRIDGE, True),
    (move("undercut", id="money", step="cracks"), BRIDGE, True),
    (move("undercut", id="money", step="money"), BRIDGE, True),
    (move("undercut", id="funded", step="money"), BRIDGE, True),
    (move("undercut", id="funded"), BRIDGE, True),
    (move("undercut", id="money", step="funded"), BRIDGE, True),
    (move("undercut", id="money"), BRIDGE.replace("supports: rebuild", "attacks: costly"), False),
    (
        move("undercut", id="money"),
        GRAPH.replace("back: {premises: [grant], supports: safety", "back: {premises: [grant], supports: rebuild"),
        True,
    ),
    (move("rebut", id="money"), BRIDGE, True),
    (move("rebut", id="funded", claim="cracks"), BRIDGE, True),
    (move("rebut", id="doubt"), GRAPH, True),
    # parts
    (move("split", id="safety", texts=["A.", "B."]), BRIDGE, True),
    (move("split", id="money"), BRIDGE, True),
    (move("split", id="costly"), BRIDGE, False),
    (move("split", id="rebuild", texts=["A.", "B."]), BRIDGE, True),
    (move("join", ids=["money"]), BRIDGE, False),
    (move("join", ids=["cracks", "unsafe", "cracks"]), BRIDGE, True),
    (move("join", ids=["cracks", "unsafe", "money"]), BRIDGE, True),
    (move("join", ids=["cracks", "money"]), BRIDGE, False),
    (move("join", ids=["safety", "money"], text="Both."), BRIDGE, True),
    (move("join", ids=["funded", "money"]), BRIDGE, True),
    (move("join", ids=["safety", "money"]), BRIDGE, True),
    (move("join", ids=["unsafe", "costly"]), GRAPH, True),
    (move("join", ids=["cracks", "unsafe"]), GRAPH, True),
    (move("join", ids=["rebuild", "costly"]), BRIDGE, True),
    # taking out
    (move("remove", id="survey", from_="costly"), BRIDGE, True),
    (move("remove", id="grant", from_="safety"), BRIDGE, True),
    (move("remove", id="costly", from_="money"), BRIDGE, True),
    (move("remove", id="rebuild"), BRIDGE, True),
    (move("remove", id="a"), ONE, False),
    (move("remove", id="costly", to="costly"), BRIDGE, True),
    (move("remove", id="costly", to="grant"), BRIDGE, True),
    # citing
    (move("cite", id="cracks", source="survey"), BRIDGE.replace(", text: survey.txt", ""), False),
    (move("cite", id="costly", source="survey", locator="block 9", quote="In May"), BRIDGE, True),
    (move("cite", id="costly", source="survey", passage="block 2"), BRIDGE, True),
    (move("cite", id="costly", source="survey", quote="the girder is whole"), BRIDGE, False),
    (move("cite", id="costly", source="survey", locator="block 3", quote="In May"), BRIDGE, True),
    # the text
    (move("undo", version="0" * 16, stretches=[]), BRIDGE, False),
    (move("rename", id="costly", new="costly"), BRIDGE, False),
    (move("rename", id="costly", new="grant"), BRIDGE, True),
    (move("set", id="cracks", field="kind", value="facts"), BRIDGE, True),
    (move("set", id="cracks", field="kind", value=[[1]]), BRIDGE, False),
    (move("set", id="money", field="premises", value=["nobody"]), BRIDGE, False),
    (move("reason", for_="costly", premises=["rebuild"]), BRIDGE, True),
    (move("reason", for_="cracks", premises=["rebuild"]), BRIDGE, False),
    (move("turn", id="money"), BROKEN, False),
    (move("premise", id="funded", premise="It is old."), ALIAS, False),
]
#: Refusals that no map that can be read leads to: each needs a text that another one refuses before.
UNMET = {
    ("draft.py", "must hold entries by their ids"),
    ("draft.py", "is no entry with fields"),
    ("making.py", "must be mended by hand or by its fixes first"),
    ("making.py", "could not be read any more"),
    ("undoing.py", "do not stand in the map"),  # met by forged undos: test_moves
    ("making.py", "is no map that can be edited"),  # as well
}


def sites() -> dict[tuple[str, int], str]:
    """Give each place where a move is refused, with the words there."""
    found = {}
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        for function in ast.walk(ast.parse(text)):
            if not isinstance(function, ast.FunctionDef) or function.name == "refuse":
                continue
            for node in ast.walk(function):
                if not isinstance(node, ast.Call):
                    continue
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in ("refuse", "MoveRefusedError"):
                    around = text.splitlines()[node.lineno - 4 : node.end_lineno]
                    found[path.name, node.lineno] = "\n".join(around)
                    given = {one.arg for one in node.keywords}
                    assert "why_none" in given or len(node.args) == 5, (path.name, node.lineno)
    return found


def refused(wrong: dict[str, Any], text: str) -> MoveRefusedError:
    with pytest.raises(MoveRefusedError) as caught:
        make_moves(text, "yaml", [wrong], lambda _: {"survey": SURVEY})
    return caught.value


@pytest.mark.parametrize(("wrong", "text", "leads_on"), CASES, ids=[str(one) for one, _, _ in CASES])
def test_a_refusal_leads_on_by_moves_that_can_be_made_or_says_why_not(
    wrong: dict[str, Any], text: str, leads_on: bool
) -> None:
    error = refused(wrong, text)
    assert bool(error.instead) == leads_on, (error.reason, error.instead)
    assert error.why_none or error.instead
    for other in error.instead:
        make_moves(text, "yaml", [other], lambda _: {"survey": SURVEY})


def test_every_refusal_that_there_is_is_met_here() -> None:
    every = sites()
    met = set()
    for wrong, text, _ in CASES:
        frames = traceback.extract_tb(refused(wrong, text).__traceback__)
        inner = [frame for frame in frames if Path(frame.filename) in FILES and frame.name != "refuse"]
        met.add((Path(inner[-1].filename).name, inner[-1].lineno))
    assert met <= {*every}
    missed = {(name, line): words for (name, line), words in every.items() if (name, line) not in met}
    unmet = {key for key, words in missed.items() if any(key[0] == name and part in words for name, part in UNMET)}
    assert not {*missed} - unmet, [missed[key] for key in {*missed} - unmet]
    assert len(unmet) == len(UNMET)


def test_a_wrong_shape_after_other_moves_leads_on_from_where_these_lead() -> None:
    first = move("claim", text="It is old.", id="age")
    with pytest.raises(MoveRefusedError) as caught:
        make_moves(BRIDGE, "yaml", [first, move("delete", id="age")])
    assert caught.value.number == 1
    assert caught.value.instead == (move("remove", id="age"),)
