"""Debate material as JSON, version 1: the form that scripts may rely on. ASCII only; nothing is left out for length."""

from __future__ import annotations

import json

from coldwater.semantics.labelling import WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.prep.answers import Answer, Standing
    from coldwater.prep.gaps import Gap, Gaps, Unsourced
    from coldwater.prep.preparation import Preparation, Weight


def gaps_json(prep: Preparation, gaps: Gaps) -> str:
    """Give the gaps of a side, with a line end."""
    return _document(
        prep,
        {
            "unanswered": _gaps(prep, gaps.unanswered),
            "beaten": _gaps(prep, gaps.beaten),
            "contested": _gaps(prep, gaps.contested),
            "unanswered_cruxes": [prep.names[gap.standing.argument] for gap in gaps.unanswered_cruxes],
            "unsourced": [_bare(prep, one) for one in gaps.unsourced],
            "unstated": [_bare(prep, one) for one in gaps.unstated],
        },
    )


def _document(prep: Preparation, data: dict[str, Any]) -> str:
    """Put what was found below what it holds for."""
    return json.dumps({"version": 1, **_head(prep), **data}, indent=2) + "\n"


def _head(prep: Preparation) -> dict[str, Any]:
    return {
        "side": prep.side,
        "thesis": {"id": prep.map.thesis, "verdict": WORDS[prep.inquiry.label]},
        "semantics": prep.decision.semantics,
        "standard": prep.decision.standard or prep.map.standard,
        "cut": bool(prep.decision.cut_by),
    }


def _gaps(prep: Preparation, gaps: Iterable[Gap]) -> list[dict[str, Any]]:
    return [{**_standing(prep, gap.standing), "live": gap.is_live, **_weight(gap.weight)} for gap in gaps]


def _bare(prep: Preparation, one: Unsourced) -> dict[str, Any]:
    claim = prep.map.claims[prep.names[one.claim]]
    return {"id": prep.names[one.claim], "text": claim.text, "kind": claim.kind, **_weight(one.weight)}


def _standing(prep: Preparation, one: Standing) -> dict[str, Any]:
    name = prep.names[one.argument]
    return {
        "id": name,
        "title": prep.graph.arguments[name].title,
        "verdict": WORDS[one.label],
        "state": one.state,
        "answers": [_answer(prep, answer) for answer in one.answers],
        "rebuttals": [{"id": prep.names[node], "verdict": WORDS[prep.labels[node]]} for node in one.rebuttals],
    }


def _answer(prep: Preparation, answer: Answer) -> dict[str, Any]:
    premise = None if answer.premise is None else prep.names[answer.premise]
    return {
        "id": prep.names[answer.node],
        "does": answer.kind,
        "premise": premise,
        "verdict": WORDS[answer.label],
    }


def _weight(weight: Weight) -> dict[str, Any]:
    return {"cruxes": weight.cruxes, "smallest_crux": weight.smallest, "load": weight.load}
