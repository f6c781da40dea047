"""A plan as JSON, version 1; nothing is left out for length. Seconds count from the beginning of the speech."""

from __future__ import annotations

from coldwater.prep.pages.json_parts import document
from coldwater.prep.speeches.filling import find_wants
from coldwater.prep.speeches.spoken_length import WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.planning import Left, Plan
    from coldwater.prep.speeches.points import Point, Unsaid


def plan_json(prep: Preparation, plan: Plan) -> str:
    """Give the plan of a speech: its parts in order, what is left out and why, what nothing on the map answers."""
    task, turn = plan.task, plan.turn
    spoken = round(task.seconds(plan.length), 2)
    return document(
        prep,
        {
            "debate": turn.debate.name or None,
            "speech": None if turn.is_alone else turn.debate.speeches[turn.speech].code,
            "minutes": task.minutes,
            "words_per_minute": task.pace,
            "seconds": spoken,
            "words": plan.length / WORD,
            "free_seconds": round(task.minutes * 60 - task.seconds(plan.length), 2),
            "least_seconds": None if plan.least is None else round(task.seconds(plan.least), 2),
            "parts": _parts(prep, plan),
            "left_out": [_left(prep, plan, one) for one in plan.left],
            "unsaid": [_unsaid(prep, plan, one) for one in plan.unsaid],
            "to_fill": [
                {"lack": one.lack, "id": prep.names[one.node], "seconds": round(one.seconds, 2)}
                for one in find_wants(prep, plan)
            ],
            "unanswered": [prep.names[node] for node in turn.lacking],
        },
    )


def _parts(prep: Preparation, plan: Plan) -> list[dict[str, Any]]:
    found = []
    spoken = 0
    for part in plan.parts:
        found.append(
            {
                "kind": part.kind,
                **({} if part.point is None else _about(prep, part.point)),
                "from": round(plan.task.seconds(spoken), 2),
                "seconds": round(plan.task.seconds(part.length), 2),
                "sentences": [
                    {
                        "text": one.text,
                        "id": None if one.node is None else prep.names[one.node],
                        "depth": one.depth,
                        **({"source": one.source} if one.source else {}),
                    }
                    for one in part.sentences
                ],
            }
        )
        spoken += part.length
    return found


def _about(prep: Preparation, point: Point) -> dict[str, Any]:
    answers = point.kind in ("answer", "also", "again", "ahead")
    answered = point.of if answers else None
    return {
        "id": prep.names[point.node],
        "answers": None if answered is None else prep.names[answered],
        "worth": point.worth,
    }


def _left(prep: Preparation, plan: Plan, one: Left) -> dict[str, Any]:
    return {
        "kind": one.point.kind,
        **_about(prep, one.point),
        "seconds": round(plan.task.seconds(one.length), 2),
        "weighed": not one.is_small,
        "behind": [prep.names[node] for node in one.behind],
    }


def _unsaid(prep: Preparation, plan: Plan, one: Unsaid) -> dict[str, Any]:
    speech = None if one.speech is None else plan.turn.debate.speeches[one.speech].code
    return {"id": prep.names[one.node], "why": one.why, "speech": speech}
