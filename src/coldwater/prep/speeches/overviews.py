"""A case in short, as it is said before and after it, and the one thing that a judge should take along."""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.material.stock_words import words_of
from coldwater.prep.speeches.phrases import phrases_for
from coldwater.prep.speeches.points import WHOLE, Point
from coldwater.prep.speeches.reasons import leading_claims, said_claims
from coldwater.prep.speeches.sentences import Said, ended, side_of, tags_of
from coldwater.prep.speeches.weighing import impact_claim, measure_of, said_by, standard_of, weighed_by
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.turn import Turn

#: What an overview is worth: less than what a debate turns on, more than what is behind a point.
_OVERVIEW = WHOLE // 8


def case_in_short(prep: Preparation, turn: Turn, heads: Sequence[Point]) -> Iterator[Said]:
    """Say a case of several points in a sentence for each, before it is laid out, and who has to show what."""
    new = [one.node for one in heads if one.kind == "contention"]
    words = phrases_for(prep.map.language)
    if len(new) < 2 or not turn.is_first:
        return
    yield Said(words.in_short)
    for node in new:
        text, claim = _in_a_claim(prep, node)
        yield Said(ended(text.strip()), claim)
        if scales := weighed_by(prep, node):
            yield Said(scales)
    if burden := words.burdens[standard_of(prep)][side_of(prep)]:
        yield Said(burden)


def case_once_more(prep: Preparation, turn: Turn, heads: Sequence[Point]) -> Iterator[Said]:
    """Say once more, after the case, what of it speaks by itself; nothing of what falls."""
    new = [one.node for one in heads if one.kind == "contention" and prep.labels[one.node] != OUT]
    new = [node for node in new if "framework" not in words_of(tags_of(prep, node))]
    if len(new) < 2 or not turn.is_first:
        return
    yield Said(phrases_for(prep.map.language).once_more[side_of(prep)])
    for node in new:
        argument = prep.graph.arguments.get(prep.names[node])
        if argument is not None and argument.title is not None:
            yield Said(ended(prep.title(node)), node)
        else:
            text, claim = _in_a_claim(prep, node)
            yield Said(ended(text.strip()), claim)


def find_overview(prep: Preparation, turn: Turn) -> Iterator[Point]:
    """Give what a later speech begins with: what is best of what has been said, and who has to show what."""
    words = phrases_for(prep.map.language)
    best = _best_point(prep, turn)
    best = _best(prep, turn) if best is None else best
    if best is None:
        return
    said: list[tuple[str, int | None]] = [(words.take_along, None), (prep.map.claims[prep.names[best]].text, best)]
    if burden := words.burdens[standard_of(prep)][side_of(prep)]:
        said.append((burden, None))
    measure = measure_of(prep, turn)
    if measure is not None and measure[1] != best:
        said.append(measure)
    yield Point("overview", best, _OVERVIEW, (best,), words=tuple(said))


def _best_point(prep: Preparation, turn: Turn) -> int | None:
    """Give the claim of the contention to be taken along: one that stands and was not met, before one that is open."""
    heads = [
        node
        for node in heads_of(prep, turn.side)
        if turn.is_said(node, turn.speech - 1) and prep.labels[node] != OUT and prep.inquiry.sides(node) == {prep.side}
        and "framework" not in words_of(tags_of(prep, node))
    ]  # fmt: skip
    if not heads:
        return None
    heads.sort(
        key=lambda node: (
            prep.labels[node] != IN,
            not _has_impact(prep, node),
            node not in turn.unheeded,
            *prep.speaking_rank(node),
        )
    )
    return _in_a_claim(prep, heads[0])[1]


def _has_impact(prep: Preparation, node: int) -> bool:
    return any("impact" in words_of(tags_of(prep, claim)) for claim in said_claims(prep, node))


def _best(prep: Preparation, turn: Turn) -> int | None:
    """Give the claim to be taken along: what stands and was not met, then what has a source, then what bears most."""
    found = [
        claim
        for node in said_by(prep, turn, prep.side, turn.speech - 1)
        if prep.names[node] in prep.graph.arguments and prep.inquiry.sides(node) == {prep.side}
        for claim in said_claims(prep, node)
        if prep.inquiry.sides(claim) == {prep.side} and prep.labels[claim] != OUT and claim not in _measures(prep)
        and not prep.map.claims[prep.names[claim]].implicit
    ]  # fmt: skip
    return min(
        found,
        key=lambda one: (
            any(turn.is_said(each.node) and each.label == IN for each in answers_to(prep.inquiry, one)),
            not prep.cites(one),
            *prep.speaking_rank(one),
        ),
        default=None,
    )


def _measures(prep: Preparation) -> frozenset[int]:
    return frozenset(
        node
        for node, name in enumerate(prep.names)
        if name in prep.graph.claims and {"value", "criterion", "definition"} & {*words_of(tags_of(prep, node))}
    )


def _in_a_claim(prep: Preparation, node: int) -> tuple[str, int]:
    """Give the claim that a point is told by: its impact where it has one that is tagged, else what it starts from."""
    if prep.names[node] in prep.graph.claims or "framework" in words_of(tags_of(prep, node)):
        claim = leading_claims(prep, node)[0]
        return prep.map.claims[prep.names[claim]].text, claim
    return impact_claim(prep, node)
