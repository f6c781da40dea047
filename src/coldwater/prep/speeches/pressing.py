"""What is said to arguments that nothing on the map answers: what they lack and leave open. It is no answer."""

from __future__ import annotations

import re

from coldwater.prep.speeches.comparing import comparison
from coldwater.prep.speeches.phrases import is_foreign, phrases_for
from coldwater.prep.speeches.points import Point, Press, worth_of
from coldwater.prep.speeches.reasons import leading_claims, said_claims
from coldwater.prep.speeches.sentences import Said, claim_of, their_point
from coldwater.prep.speeches.sources_spoken import in_short
from coldwater.schemes.asking import Examination
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.sources_spoken import Heard
    from coldwater.prep.speeches.turn import Turn
    from coldwater.schemes.asking import Asked

#: By how much a press counts less than an answer to the same, and how many claims and questions one has.
_PRESS, _CLAIMS, _ASKS = 4, 2, 1
#: A question to the other side by name cannot be read out to a judge.
_TO_THEM = re.compile(r"\b(?:you|your|we|us|our)\b", re.IGNORECASE)


def find_presses(prep: Preparation, turn: Turn, open_ours: Callable[[int], bool], named: set[int]) -> Iterator[Point]:
    """Give what to press: of what is lacking an answer by this speech, claims without ground and open questions.

    What costs the verdict is pressed whatever it has: what has a source only for that, and what has all for its weight.
    ``open_ours``: tells of something of ours that they answered whether it is still to be compared with that;
    ``named``: the claims that comparisons have named, to which those here are added.
    """
    examination = Examination(prep.graph)
    told, before = set[str](), _open_before(turn)
    has_partner = _has_partner(turn)
    answered, compared = _answered(turn), set[int]()
    for node, drop in turn.lacking.items():
        is_again = drop.speech < turn.speech or node in before
        is_ours = prep.side in prep.inquiry.sides(node)
        # What was pressed before is pressed again only where the verdict hangs on it.
        if is_ours or not turn.is_said(node, turn.speech - 1) or (has_partner and node in before):
            continue
        target, hits = answered.get(node, (None, None))
        is_new = target is not None and target not in compared and open_ours(target)
        behind = comparison(prep, target, node, hits, 1, named) if is_new and target is not None else None
        if is_again and drop.costs is None and behind is None:
            continue
        presses = tuple(_presses(prep, examination, node, told))[:_CLAIMS]
        if not presses and (drop.costs is not None or behind is not None):
            presses = tuple(_pressed_all_the_same(prep, node))[:1]
        if presses:
            if behind is not None:
                compared.add(behind.node)
                named.update(behind.named)
            worth = max(worth_of(prep, node, prep.labels[node]) // _PRESS, 1)
            more = () if behind is None else (behind,)
            worth = max(worth // 2, 1) if is_again else worth
            yield Point("press", node, worth, presses=presses, is_dropped=is_again, more=more)


def _answered(turn: Turn) -> Mapping[int, tuple[int, int | None]]:
    """Give by what was said in answer what it answers, and the premise that it hits."""
    cells = (cell for row in turn.flow.rows for cell in row.cells if cell.mark == "said")
    return {cell.node: (cell.target, cell.hits) for cell in cells if cell.target is not None}


def _pressed_all_the_same(prep: Preparation, node: int) -> Iterator[Press]:
    """Give what of an argument can be pressed though it has a ground: the only source of a claim, or its weight."""
    claims = [one for one in leading_claims(prep, node) if prep.side not in prep.inquiry.sides(one)]
    found = []
    for claim in claims:
        cites = [one for one in prep.cites(claim) if one.source in prep.map.sources]
        is_alone = len(cites) == 1 and not prep.graph.supporters(prep.names[claim])
        source = cites[0].source if is_alone else ""
        found.append(Press(claim, is_bare=False, source=source, is_read=any(one.read_out for one in cites)))
    yield from sorted(found, key=lambda one: not one.source)


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


def pressed(prep: Preparation, point: Point, heard: Heard) -> Iterator[Said]:
    """Say what they have said and what they owe for it, where nothing on the map answers it."""
    words = phrases_for(prep.map.language)
    yield from their_point(prep, point.node)
    for place, press in enumerate(point.presses):
        lead = words.they_say if place == 0 else words.and_they_say
        yield Said(f"{lead}{claim_of(prep, press.claim)}", press.claim, lead=lead)
        if press.is_bare:
            is_new = heard.is_new("bare")
            yield Said((words.bare if is_new else words.bare_too)[point.is_dropped])
        elif press.source:
            yield Said(words.one_source.format(in_short(prep.map.sources[press.source], words)))
            if not press.is_read and heard.is_new("unread"):
                yield Said(words.not_read)
        elif not press.asks:
            yield Said(words.as_given)
        for ask in press.asks:
            yield Said(f"{words.yet}{ask}")
