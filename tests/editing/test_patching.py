"""A patch applied to the text of a map: where its entries go, what counts as there already, what is refused."""

from __future__ import annotations

import pytest

from coldwater.editing.patching import Added, apply_patch
from coldwater.edits import Patch
from coldwater.errors import UsageError
from coldwater.formats.native import document as native

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
    return apply_patch(text, "yaml", map_, what)


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
