"""The overview of a debate as JSON."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import answer_data, crux_data, document, weight_data
from coldwater.semantics.labelling import WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.prep.material.overview import Contended, Overview
    from coldwater.prep.material.preparation import Preparation


def overview_json(found: Overview) -> str:
    """Give the overview of a debate, with a line end; nothing is left out for length."""
    prep = found.preps[0]
    return document(
        prep,
        {
            "side": "both",
            "rests_on": None if prep.decision.resting is None else prep.decision.resting.as_data(),
            "contentions": [
                _contended(side, one) for side, case in zip(found.preps, found.cases, strict=True) for one in case
            ],
            "issues": [crux_data(prep, crux) for crux in found.cruxes],
            "needs": [
                {"side": side, "verdict": WORDS[need.label], "answer": [prep.names[node] for node in need.arguments]}
                for side, need in found.needs
            ],
        },
    )


def _contended(prep: Preparation, one: Contended) -> dict[str, Any]:
    return {
        "side": prep.side,
        "id": prep.names[one.node],
        "title": prep.title(one.node),
        "verdict": WORDS[prep.labels[one.node]],
        "state": one.state,
        **weight_data(prep.weight(one.node)),
        "answers": [answer_data(prep, answer) for answer in one.answers],
        "behind": [prep.names[node] for node in one.behind],
    }
