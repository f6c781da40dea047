"""Gaps as JSON."""

from __future__ import annotations

from coldwater.prep.material.rounds import NONE
from coldwater.prep.pages.json_parts import document, standing_data, weight_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.prep.material.gaps import Gap, Gaps, Unsourced
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.rounds import Met, Rounds


def gaps_json(prep: Preparation, gaps: Gaps, rounds: Rounds = NONE) -> str:
    """Give the gaps of a side, with a line end, and what came up in rounds, where there are notes of any."""
    return document(
        prep,
        {
            "unanswered": _gaps(prep, gaps.unanswered),
            "beaten": _gaps(prep, gaps.beaten),
            "contested": _gaps(prep, gaps.contested),
            "unanswered_cruxes": [prep.names[gap.standing.argument] for gap in gaps.unanswered_cruxes],
            "unsourced": [_bare(prep, one) for one in gaps.unsourced],
            "unstated": [_bare(prep, one) for one in gaps.unstated],
            "contraries": [prep.names[node] for node in gaps.contraries],
            **({"rounds": _rounds(prep, rounds)} if rounds.notes or rounds.left_out else {}),
        },
    )


def _gaps(prep: Preparation, gaps: Iterable[Gap]) -> list[dict[str, Any]]:
    return [{**standing_data(prep, gap.standing), "live": gap.is_live, **weight_data(gap.weight)} for gap in gaps]


def _bare(prep: Preparation, one: Unsourced) -> dict[str, Any]:
    claim = prep.map.claims[prep.names[one.claim]]
    return {"id": prep.names[one.claim], "text": claim.text, "kind": claim.kind, **weight_data(one.weight)}


def _rounds(prep: Preparation, rounds: Rounds) -> dict[str, Any]:
    notes = []
    for one in rounds.notes:
        given = {
            field: value for field, value in one._asdict().items() if value and field not in ("came_up", "speeches")
        }
        notes.append({**given, "speeches": dict(one.speeches)})
    return {"notes": notes, "came_up": [_met(prep, one) for one in rounds.met], "left_out": rounds.left_out}


def _met(prep: Preparation, one: Met) -> dict[str, Any]:
    def name(node: int | None) -> str | None:
        return None if node is None else prep.names[node]

    told = one.told
    return {
        "round": one.round,
        "said": told.said or None,
        "id": name(one.node),
        "speech": told.speech or None,
        "against": name(one.against),
        "answered": told.answer or None,
        "answer": name(one.answer),
        "held": told.held,
        "answers": [prep.names[node] for node in one.answers],
        **({"note": told.note} if told.note else {}),
    }
