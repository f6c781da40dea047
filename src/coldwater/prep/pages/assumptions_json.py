"""Key assumptions as JSON."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import crux_data, document
from coldwater.prep.upshot.json_form import threshold_data
from coldwater.semantics.labelling import WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.model.graph import Side
    from coldwater.prep.material.assumptions import Assumption, Assumptions
    from coldwater.prep.material.preparation import Preparation


def assumptions_json(prep: Preparation, sides: Sequence[Side], found: Assumptions) -> str:
    """Give the key assumptions of one side or of both, ``critical`` by itself or with others first."""
    rows = [
        {"critical": critical, **_assumption(prep, one)}
        for critical, group in (("alone", found.alone), ("together", found.together), ("no", found.others))
        for one in group
    ]
    return document(
        prep,
        {
            "side": sides[0] if len(sides) == 1 else "both",
            "assumptions": rows,
            "idle": [prep.names[one.claim] for one in found.idle],
            "idle_is_certain": not found.is_sampled,
            "fallen": [prep.names[one.claim] for one in found.fallen],
            "rivals_only": [prep.names[one.claim] for one in found.elsewhere],
            "load_error": max((one.error for one in prep.decision.loads.found), default=0.0),
        },
    )


def _assumption(prep: Preparation, one: Assumption) -> dict[str, Any]:
    name = prep.names[one.claim]
    claim = prep.map.claims[name]
    return {
        "id": name,
        "text": claim.text,
        "sides": sorted(prep.graph.sides(name), reverse=True),
        "kind": claim.kind,
        "unstated": bool(claim.implicit),
        "verdict_without": None if one.without is None else WORDS[one.without],
        "cruxes": one.cruxes,
        "smallest_crux": None if one.crux is None else crux_data(prep, one.crux),
        "load": one.load and one.load.share,
        "uses": list(prep.graph.uses(name)),
        "thresholds": [{"argument": prep.names[tip.argument], **threshold_data(tip)} for tip in one.thresholds],
        "credence": _credence(one),
    }


def _credence(one: Assumption) -> dict[str, Any] | None:
    if one.credence is None:
        return None
    told = threshold_data(one.credence)
    return {("credence" if key == "strength" else key): value for key, value in told.items()}
