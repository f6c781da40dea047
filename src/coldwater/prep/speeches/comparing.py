"""What is left of a point that they have answered: which of its claims they have not touched, and what is sourced.

Nothing of it is said to stand. The listener is told what they said, what that denies, and what it leaves.
"""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.speeches.phrases import phrases_for
from coldwater.prep.speeches.points import Point, worth_of
from coldwater.prep.speeches.reasons import said_claims
from coldwater.prep.speeches.sentences import Said, claim_of, they_say, with_title
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.sources_spoken import Heard
    from coldwater.prep.speeches.turn import Turn


def comparison(  # noqa: PLR0913 - what is compared, and how it stands in the speech
    prep: Preparation, ours: int, theirs: int, hits: int | None, depth: int, named: Container[int]
) -> Point | None:
    """Compare a point of ours with what they said to it: ``hits`` is the premise, None for the step.

    None where nothing of it is left that is not ``named`` already: no claim that they have not touched, no source for
    what they deny.
    """
    if prep.inquiry.sides(ours) != {prep.side}:
        return None
    name = prep.names[ours]
    if name in prep.graph.claims or hits == ours:
        denied: int | None = ours if name in prep.graph.claims else None
        claims = [claim for one in prep.graph.supporters(name) for claim in said_claims(prep, prep.numbers[one])]
    else:
        denied, claims = hits, list(said_claims(prep, ours))
    left = [one for one in dict.fromkeys(claims) if one != denied and one not in named and _is_ours(prep, one)]
    if denied is not None and (
        denied in named or not (prep.cites(denied) and prep.inquiry.sides(denied) == {prep.side})
    ):
        denied = None
    if not left and denied is None:
        return None
    worth = max(worth_of(prep, ours, prep.labels[ours]) // 2, 1)
    is_step = name in prep.graph.arguments and hits is None
    return Point("compare", ours, worth, tuple(left), theirs, denied, names_hit=is_step, depth=depth)


def _is_ours(prep: Preparation, claim: int) -> bool:
    return prep.inquiry.sides(claim) == {prep.side} and prep.labels[claim] != OUT


def find_comparisons(prep: Preparation, turn: Turn, spoken: Container[int], named: set[int]) -> Iterator[Point]:
    """Compare each contention of the side that they have answered, by what stands, with that; none that is told."""
    debate = turn.debate
    if debate.takes_up(turn.speech, own=True) != turn.speech:
        return
    for row in turn.flow.rows:
        node = row.head.node
        if row.side != turn.side or row.origin != "contention" or row.head.speech >= turn.speech or node in spoken:
            continue
        said = [one for one in answers_to(prep.inquiry, node) if turn.is_said(one.node, turn.speech - 1)]
        beaten = [one for one in said if one.label == IN]
        if prep.labels[node] == OUT and beaten:
            order = prep.ranked({one.node for one in beaten})
            first = min(beaten, key=lambda one: order.index(one.node))
            hits = None if first.premise == node and prep.names[node] in prep.graph.arguments else first.premise
            if (found := comparison(prep, node, first.node, hits, 0, named)) is not None:
                named.update(found.named)
                yield found


def compared(prep: Preparation, point: Point, heard: Heard) -> Iterator[Said]:
    """Say what they said to a point of ours, what it denies, and what it leaves of it."""
    words = phrases_for(prep.map.language)
    named = words.named.format(prep.title(point.node)) if with_title(prep, point.node) else ""
    if point.depth:
        yield Said(words.was_against.format(named.rstrip(",")), point.node, point.depth)
    elif point.of is not None:
        yield Said(words.they_answered.format(named.rstrip(",")), point.node)
        yield from they_say(prep, words.they_say, point.of, None)
    if point.hits is not None:
        yield Said(words.from_source, None, point.depth)
        yield from _told(prep, point.hits, heard, point.depth)
    if point.claims:
        yield Said(words.step_only if point.names_hit else words.untouched, None, point.depth)
    for claim in point.claims:
        yield from _told(prep, claim, heard, point.depth)


def _told(prep: Preparation, claim: int, heard: Heard, depth: int) -> Iterator[Said]:
    lead = heard.lead(prep, claim)
    yield Said(f"{lead}{claim_of(prep, claim)}", claim, depth, lead=lead)
