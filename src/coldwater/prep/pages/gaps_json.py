"""Gaps as JSON."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import document, standing_data, weight_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from coldwater.prep.material.gaps import Gap, Gaps, Unsourced
    from coldwater.prep.material.preparation import Preparation


def gaps_json(prep: Preparation, gaps: Gaps) -> str:
    """Give the gaps of a side, with a line end."""
    return document(
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


def _gaps(prep: Preparation, gaps: Iterable[Gap]) -> list[dict[str, Any]]:
    return [{**standing_data(prep, gap.standing), "live": gap.is_live, **weight_data(gap.weight)} for gap in gaps]


def _bare(prep: Preparation, one: Unsourced) -> dict[str, Any]:
    claim = prep.map.claims[prep.names[one.claim]]
    return {"id": prep.names[one.claim], "text": claim.text, "kind": claim.kind, **weight_data(one.weight)}
