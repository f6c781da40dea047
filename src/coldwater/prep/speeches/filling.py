"""What would fill the time that is left over in a speech, if the map had it: answers, sources, words of sources.

How long it would take is an estimate: so many words as such things have in a speech.
"""

from __future__ import annotations

from coldwater.prep.speeches.points import READ_OUT
from coldwater.prep.speeches.reasons import said_claims
from coldwater.prep.speeches.spoken_length import WORD
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.planning import Plan

    Lack = Literal["answer", "quote", "source", "reason"]

#: From so many seconds on it is told what would fill them, and how many words each takes.
LEAST_FREE = 30
_WORDS = {"answer": 45, "quote": 30, "source": 25, "reason": 20}
#: What is valued, wanted or defined is argued for, and not looked up.
_ARGUED = ("value", "policy", "definition")


class Want(NamedTuple):
    """Something that the map lacks: an answer to ``node``, a source or a reason for it, or the words of its source."""

    lack: Lack
    node: int
    seconds: float


def find_wants(prep: Preparation, plan: Plan) -> tuple[Want, ...]:
    """Give what would fill a speech, what the verdict hangs on first, until its time would be filled."""
    free = plan.task.minutes * 60 - plan.task.seconds(plan.length)
    if not plan.parts or free < LEAST_FREE:
        return ()
    found: list[Want] = []
    for lack, node in _wanted(prep, plan):
        if free <= 0:
            break
        found.append(Want(lack, node, plan.task.seconds(_WORDS[lack] * WORD)))
        free -= found[-1].seconds
    return tuple(found)


def _wanted(prep: Preparation, plan: Plan) -> Iterator[tuple[Lack, int]]:
    for node in plan.turn.lacking:
        # A judge is told in a rebuttal only what was said before it.
        if plan.turn.is_said(node, plan.turn.speech - 1):
            yield "answer", node
    claims = dict.fromkeys(
        claim
        for part in plan.parts
        for point in part.points
        if point.kind in READ_OUT
        for claim in said_claims(prep, point.node)
        if prep.side in prep.inquiry.sides(claim)
    )
    for claim in claims:
        cites = prep.cites(claim)
        if cites and not any(one.read_out for one in cites):
            yield "quote", claim
    for claim in claims:
        known = prep.map.claims[prep.names[claim]]
        bare = not (known.cites or known.implicit or prep.graph.supporters(prep.names[claim]))
        if bare:
            yield "reason" if known.kind in _ARGUED else "source", claim
