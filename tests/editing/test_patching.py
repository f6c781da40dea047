"""A patch applied to the text of a map: where its entries go, what counts as there already, what is refused."""

from __future__ import annotations

import pytest

from coldwater.editing.patching import Added, apply_patch
from coldwater.edits import Patch
from coldwater.errors import UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.patch_text import read_patch, write_patch

MAP = """\
argmap: 1
title: Bridge
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.
  cracks: The girder is cracked.
  costly: It costs a lot.
arguments:
  safety: {premises: [cracks], supports: rebuild}
  money: {premises: [costly], attacks: rebuild}
"""


def patch(claims: dict[str, object], arguments: dict[str, object]) -> Patch:
    return Patch("Bridge", "rebuild", {"claims": claims, "arguments": arguments})


def applied(text: str, what: Patch) -> tuple[str, tuple[Added, ...], tuple[Added, ...]]:
    map_ = native.read(text, "yaml").map
    assert map_ is not None
    patched = apply_patch(text, "yaml", map_, what)
    return patched.text, patched.added, patched.held


@pytest.mark.parametrize("before", [MAP, MAP.replace("[cracks]", "[ cracks ]")], ids=["canonical", "as it came"])
def test_an_entry_comes_behind_what_it_is_about(before: str) -> None:
    ours = patch({"old": {"text": "It is old."}}, {"reply": {"premises": ["old"], "attacks": "safety"}})
    text, added, held = applied(before, ours)
    lines = [line.split(":")[0].strip() for line in text.splitlines()]
    assert lines[lines.index("cracks") + 1] == "old"
    assert lines[lines.index("safety") + 1] == "reply"
    assert ({one.id for one in added}, held) == ({"old", "reply"}, ())


def test_a_claim_that_is_its_text_alone_is_held_already() -> None:
    ours = patch({"cracks": {"text": "The girder is cracked."}}, {})
    assert applied(MAP, ours) == (MAP, (), (Added("claims", "cracks"),))
    with pytest.raises(UsageError, match="`cracks` is a claim of the map already, and another one"):
        applied(MAP, patch({"cracks": {"text": "It is not cracked."}}, {}))


def test_what_the_map_lacks_already_does_not_keep_a_patch_out() -> None:
    """A map in the middle of its work names what is not there; a patch is blamed only for what it names itself."""
    text = MAP.replace("attacks: rebuild", "attacks: rebild")
    ours = patch({"old": {"text": "It is old."}}, {"reply": {"premises": ["old"], "attacks": "safety"}})
    assert {one.id for one in applied(text, ours)[1]} == {"old", "reply"}
    with pytest.raises(UsageError) as refused:
        applied(text, patch({}, {"reply": {"premises": ["cracks"], "attacks": "safty"}}))
    assert "`reply` names `safty`, which is not there; did you mean `safety`?" in str(refused.value)
    assert "rebild" not in str(refused.value)


def test_a_patch_may_hold_moves_which_are_made_after_its_entries_are_added() -> None:
    written = write_patch(
        Patch(
            "Bridge",
            "rebuild",
            {"claims": {"old": "It is old."}, "arguments": {"reply": {"premises": ["old"], "attacks": "money"}}},
            ({"move": "turn", "id": "reply"}, {"move": "reason", "against": "old", "premises": ["It was renewed."]}),
        )
    )
    read = read_patch(written, "a.patch.yaml")
    map_ = native.read(MAP, "yaml").map
    assert map_ is not None
    patched = apply_patch(MAP, "yaml", map_, read)
    assert "reply: {premises: [old], supports: money}" in patched.text
    assert [one.id for one in patched.added] == ["old", "reply", "renewed", "against-old"]
    assert patched.moves == 2


def test_moves_that_add_are_entries_and_may_be_there_already() -> None:
    old = {"id": "old", "text": "It is old.", "tags": ["spar"]}
    moves = (
        {"move": "source", "id": "log", "title": "Log"},
        {"move": "reason", "id": "reply", "against": "money", "premises": [old], "tags": ["spar"]},
        {"move": "reason", "id": "ground", "for": "old", "premises": ["cracks"]},
        {"move": "turn", "id": "reply"},
    )
    map_ = native.read(MAP, "yaml").map
    assert map_ is not None
    patched = apply_patch(MAP, "yaml", map_, Patch("Bridge", "rebuild", {}, moves[:3]))
    assert ([one.id for one in patched.added], patched.moves) == (["log", "old", "reply", "ground"], 0)
    whole = apply_patch(MAP, "yaml", map_, Patch("Bridge", "rebuild", {}, moves))
    assert whole.text == patched.text.replace("attacks: money", "supports: money")
    after = native.read(patched.text, "yaml").map
    assert after is not None
    again = apply_patch(patched.text, "yaml", after, Patch("Bridge", "rebuild", {}, moves[:3]))
    assert (again.text, again.added, len(again.held)) == (patched.text, (), 4)
    with pytest.raises(UsageError, match="`reply` is an argument of the map already, and another one"):
        applied(whole.text, Patch("Bridge", "rebuild", {}, moves[:3]))


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        ("moves: turn\n", "must be a list"),
        ("moves: [{move: trun, id: money}]\n", "there is no move `trun`. Did you mean `turn`?"),
        ("moves: [{move: turn}]\n", "it needs `id`"),
    ],
)
def test_a_move_that_is_none_is_refused_with_its_place(moves: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_patch(f"coldwater-patch: 1\ntitle: Bridge\nthesis: rebuild\n{moves}", "a.patch.yaml")
    assert str(refused.value).startswith("a.patch.yaml:4:")
    assert told in str(refused.value)


def test_moves_of_a_patch_are_made_all_or_none() -> None:
    moves = ({"move": "turn", "id": "money"}, {"move": "turn", "id": "nobody"})
    map_ = native.read(MAP, "yaml").map
    assert map_ is not None
    with pytest.raises(UsageError, match="`nobody` is no argument"):
        apply_patch(MAP, "yaml", map_, Patch("Bridge", "rebuild", {}, moves))


def test_arguments_of_a_patch_may_stand_in_any_order() -> None:
    ours = patch(
        {"a": "A.", "b": "B."},
        {"two": {"premises": ["b"], "attacks": "one"}, "one": {"premises": ["a"], "attacks": "safety"}},
    )
    text, added, _ = applied(MAP, ours)
    assert {one.id for one in added} == {"a", "b", "one", "two"}
    assert text.index("  one:") < text.index("  two:")
