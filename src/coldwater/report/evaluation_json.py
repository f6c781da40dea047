"""An evaluation as one JSON object, version 1: the form that scripts may rely on. ASCII only."""

from __future__ import annotations

import json

from coldwater.semantics.positions import view_data
from coldwater.semantics.tallies import tie_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.explanation import Step
    from coldwater.semantics.labelling import Verdict
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.tallies import Tie


def evaluation_json(map_: Map, evaluation: Evaluation, resting: Resting | None) -> str:
    """Give semantics, thesis and all verdicts with their reasons; with several labellings these and the statuses.

    Where there is none, the thesis has no verdict, and ``resting`` is None.
    """
    thesis = {"verdict": None, "reason": "no-labelling"}
    if not evaluation.is_void:
        thesis = evaluation.verdicts[map_.thesis]._asdict()
    data: dict[str, Any] = {
        "version": 1,
        "semantics": evaluation.semantics,
        "standard": evaluation.standard,
        "weighing": evaluation.weighing,
        "parameters": evaluation.parameters._asdict(),
        **view_data(map_),
        "overrides": _overrides(evaluation),
        "thesis": {"id": map_.thesis, **thesis},
        "rests_on": None if resting is None else resting.as_data(),
        "verdicts": {name: verdict._asdict() for name, verdict in evaluation.verdicts.items()},
    }
    if evaluation.statuses is not None:
        data["complete"] = evaluation.cut_by is None
        data["cut_by"] = evaluation.cut_by
        data["certain"] = evaluation.is_certain
        data["labellings"] = [
            {name: labelling.word(name) for name in evaluation.framework.names} for labelling in evaluation.labellings
        ]
        data["statuses"] = {name: status._asdict() for name, status in evaluation.statuses.items()}
    return _text(data)


def standards_json(map_: Map, verdicts: Mapping[str, Verdict], ties: Mapping[str, Tie], evaluation: Evaluation) -> str:
    """Give the verdict on the thesis under each proof standard; ``ties``, by standard, say what is known of a tie."""
    return _text(
        {
            "version": 1,
            "semantics": "grounded",
            "weighing": evaluation.weighing,
            "parameters": evaluation.parameters._asdict(),
            **view_data(map_),
            "overrides": _overrides(evaluation),
            "thesis": map_.thesis,
            "standards": {one: {**said._asdict(), "tie": tie_data(ties.get(one))} for one, said in verdicts.items()},
        }
    )


def explanation_json(map_: Map, semantics: str, steps: Sequence[Step], resting: Resting) -> str:
    """Give what the verdict rests on, and the steps of an explanation in order.

    ``above`` is the place of the step that one hangs on.
    """
    kept = [
        {
            "id": step.name,
            "role": step.role,
            "above": step.above if step.above >= 0 else None,
            "verdict": step.verdict,
            "reason": step.reason,
            "left_out": step.more,
            "ending": step.ending,
            "tie": tie_data(step.tie),
        }
        for step in steps
    ]
    told = {"id": steps[0].name, "rests_on": resting.as_data(), "steps": kept}
    return _text({"version": 1, "semantics": semantics, **view_data(map_), **told})


def _overrides(evaluation: Evaluation) -> dict[str, Any]:
    rejected, accepted, strengths, standard, weighing = evaluation.overrides
    return {
        "rejected": list(rejected),
        "accepted": list(accepted),
        "strengths": dict(strengths),
        "standard": standard,
        "weighing": weighing,
    }


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, indent=2) + "\n"
