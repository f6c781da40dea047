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


def evaluation_json(map_: Map, evaluation: Evaluation, resting: Mapping[str, Resting]) -> str:
    """Give semantics, thesis and all verdicts with their reasons; with several labellings these and the statuses.

    ``resting``: by thesis what its verdict rests on. Where there is no labelling, there is no verdict, and nothing.
    """
    told = {thesis: one.as_data() for thesis, one in resting.items()}
    theses = [{**_thesis(evaluation, one), **({"rests_on": told[one]} if one in told else {})} for one in map_.theses]
    data: dict[str, Any] = {
        "version": 1,
        "semantics": evaluation.semantics,
        "standard": evaluation.standard,
        "weighing": evaluation.weighing,
        "parameters": evaluation.parameters._asdict(),
        **view_data(map_),
        "overrides": _overrides(evaluation),
        "thesis": _thesis(evaluation, map_.thesis),
        **({} if len(theses) == 1 else {"theses": theses}),
        "rests_on": told.get(map_.thesis),
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


def _thesis(evaluation: Evaluation, thesis: str) -> dict[str, Any]:
    if evaluation.is_void:
        return {"id": thesis, "verdict": None, "reason": "no-labelling"}
    return {"id": thesis, **evaluation.verdicts[thesis]._asdict()}


def standards_json(
    map_: Map, passed: Mapping[str, Mapping[str, tuple[Verdict, Tie | None]]], evaluation: Evaluation
) -> str:
    """Give by thesis the verdict on it under each proof standard, and what is known of a tie."""
    every = {
        thesis: {standard: {**said._asdict(), "tie": tie_data(tie)} for standard, (said, tie) in verdicts.items()}
        for thesis, verdicts in passed.items()
    }
    theses = [{"id": thesis, "standards": standards} for thesis, standards in every.items()]
    return _text(
        {
            "version": 1,
            "semantics": "grounded",
            "weighing": evaluation.weighing,
            "parameters": evaluation.parameters._asdict(),
            **view_data(map_),
            "overrides": _overrides(evaluation),
            "thesis": map_.thesis,
            "standards": every[map_.thesis],
            **({"theses": theses} if len(theses) > 1 else {}),
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
            "left_out": len(step.more),
            "left_out_ids": [*step.more],
            "besides": len(step.besides),
            "besides_ids": [*step.besides],
            "force": step.force,
            "ground": step.ground,
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
