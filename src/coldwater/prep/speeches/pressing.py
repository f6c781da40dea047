"""What is said to arguments that nothing on the map answers: what they lack and leave open. It is no answer."""

from __future__ import annotations

import re

from coldwater.prep.speeches.phrases import is_foreign, phrases_for
from coldwater.prep.speeches.points import Point, Press, worth_of
from coldwater.prep.speeches.reasons import said_claims
from coldwater.schemes.asking import Examination
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.turn import Turn
    from coldwater.schemes.asking import Asked

#: By how much a press counts less than an answer to the same, and how many claims and questions one has.
_PRESS, _CLAIMS, _ASKS = 4, 2, 1
#: A question to the other side by name cannot be read out to a judge.
_TO_THEM = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)


def find_presses(prep: Preparation, turn: Turn) -> Iterator[Point]:
    """Give what to press: of what is lacking an answer by this speech, claims without ground and open questions."""
    examination = Examination(prep.graph)
    told, before = set[str](), _open_before(turn)
    has_partner = _has_partner(turn)
    for node, drop in turn.lacking.items():
        is_again = drop.speech < turn.speech or node in before
        is_ours = prep.side in prep.inquiry.sides(node)
        # What was pressed before is pressed again only where the verdict hangs on it.
        if is_ours or not turn.is_said(node, turn.speech - 1) or (is_again and drop.costs is None):
            continue
        if has_partner and node in before:
            continue
        if presses := tuple(_presses(prep, examination, node, told))[:_CLAIMS]:
            worth = max(worth_of(prep, node, prep.labels[node]) // _PRESS, 1)
            yield Point("press", node, worth // 2 if is_again else worth, presses=presses, is_dropped=is_again)


def _has_partner(turn: Turn) -> bool:
    """Tell whether a speech of the side comes right before this one, and both answer: it has pressed already.

    A speech that only goes through what has been said presses again.
    """
    speeches, at = turn.debate.speeches, turn.speech
    return at > 0 and speeches[at - 1].side == turn.side and speeches[at - 1].answers and speeches[at].answers


def _open_before(turn: Turn) -> set[int]:
    """Give what the side has had a chance to answer before this speech, in vain."""
    cells = (cell for row in turn.flow.rows for cell in row.cells)
    return {cell.node for cell in cells if cell.mark in ("unanswered", "dropped") and cell.speech < turn.speech}


def _presses(prep: Preparation, examination: Examination, node: int, told: set[str]) -> Iterator[Press]:
    """Give the claims of an argument that can be pressed, those without any ground first; no question comes twice."""
    asks: dict[str, list[str]] = {}
    for asked in _readable(prep, examination, node):
        if asked.ask not in told and len(asks.setdefault(asked.claim or "", [])) < _ASKS:
            asks[asked.claim or ""].append(asked.ask)
            told.add(asked.ask)
    claims = [one for one in said_claims(prep, node) if prep.side not in prep.inquiry.sides(one)]
    found = [
        Press(one, _is_bare(prep, node, one), tuple(asks.get(prep.names[one], ())))
        for one in claims
        if prep.labels[one] != OUT
    ]
    yield from sorted((one for one in found if one.is_bare or one.asks), key=lambda one: not one.is_bare)


def _readable(prep: Preparation, examination: Examination, node: int) -> Iterator[Asked]:
    """Give the questions on the premises of an argument that can be read out to a judge, in the map's language."""
    argument = prep.graph.arguments.get(prep.names[node])
    if argument is None or is_foreign(prep.map.language) or not phrases_for(prep.map.language).yet:
        return
    for asked in examination.questions_to_put(prep.names[node]):
        is_on_them = asked.burden == "answerer" and asked.claim in argument.premises
        if asked.scheme and is_on_them and not _TO_THEM.search(asked.ask):
            yield asked


def _is_bare(prep: Preparation, node: int, claim: int) -> bool:
    name = prep.names[claim]
    of_step = prep.names[node] in prep.graph.arguments and prep.graph.arguments[prep.names[node]].cites
    granted = prep.map.claims[name].status == "accepted"
    return not (of_step or granted or prep.map.claims[name].cites or prep.graph.supporters(name))
