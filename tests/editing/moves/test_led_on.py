"""What somebody who had not seen the moves got wrong: each is refused with what can be done instead."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError

TEXT = """\
argmap: 1
title: The fine
thesis: duty
claims:
  duty: Voting should be a duty.
  majority: A real majority decides.
  burden: A duty is a burden.
  holiday: Election day is a holiday.
  fine: The fine is small.
arguments:
  real: {title: Real majority, premises: [majority], supports: duty}
  dear: {title: Burden, premises: [burden], attacks: duty}
  small: {title: Small fine, premises: [fine], attacks: burden}
sources: {essay: {title: Essay, type: webpage}}
"""


def refused(*moves: dict[str, Any], text: str = TEXT, texts: dict[str, str] | None = None) -> MoveRefusedError:
    with pytest.raises(MoveRefusedError) as caught:
        make_moves(text, "yaml", moves, lambda _: texts or {})
    return caught.value


def test_only_a_step_to_the_claim_or_from_it_is_undercut() -> None:
    error = refused({"move": "undercut", "id": "small", "step": "real"})
    assert error.reason == "`real` leads neither to `burden` nor from it; there is `dear` (Burden)"
    assert error.instead == ({"move": "undercut", "id": "small", "step": "dear"},)
    made = make_moves(TEXT, "yaml", [*error.instead], lambda _: {})
    assert "premises: [fine], attacks: dear}" in made.text


def test_supports_that_go_round_are_not_sent_to_a_graph() -> None:
    error = refused({"move": "reason", "for": "majority", "premises": ["duty"]})
    assert error.reason.endswith("supports may not go round; rest it on another")
    assert error.instead == ()
    error = refused({"move": "reason", "against": "fine", "premises": ["burden"]})
    assert error.reason.endswith("with `shape: graph` attacks may go round")
    make_moves(
        TEXT, "yaml", [*error.instead, {"move": "reason", "against": "fine", "premises": ["burden"]}], lambda _: {}
    )


def test_a_block_is_no_passage() -> None:
    move = {"move": "cite", "id": "burden", "source": "essay", "passage": "block 2"}
    error = refused(move, texts={"essay": "One.\n\nTwo is a burden.\n"})
    assert error.reason == "`passage` holds words of the text; a block is named by `locator`"
    assert error.instead == ({"move": "cite", "id": "burden", "source": "essay", "locator": "block 2"},)


@pytest.mark.parametrize(
    ("move", "says"),
    [
        ({"move": "delete", "id": "small"}, "there is no move `delete`. Did you mean `remove`?"),
        ({"move": "add_argument"}, "Did you mean `reason`?"),
        ({"move": "reason", "target": "duty", "premises": ["fine"]}, "Say it by `for` what it supports, or `against`"),
        ({"move": "cite", "id": "fine", "source": "essay", "block": 2}, 'Say it by `locator`, such as "block 7".'),
    ],
)
def test_what_others_call_it_leads_to_what_it_is_called_here(move: dict[str, Any], says: str) -> None:
    assert says in refused(move).reason
