"""What is put to a judge at the end: what the debate turns on, and how what is left of both cases weighs.

A voting issue is a claim of one's own on which the verdict hangs, once it has been said, or a claim of the other side
together with the answer to it. Nothing is said for the other side; where both have something left, it is weighed by
what the map holds (proof standards, strengths, what stands), or the weighing is left to the judge.
"""

from __future__ import annotations

from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.material.issues import distinct
from coldwater.prep.material.stock_words import SCALES, impacts, words_of
from coldwater.prep.speeches.phrases import phrases_for
from coldwater.prep.speeches.points import COSTS, WHOLE, Point
from coldwater.prep.speeches.reasons import leading_claims, said_claims
from coldwater.prep.speeches.sentences import side_of, tags_of
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.stock_words import Impact
    from coldwater.prep.speeches.turn import Turn

    Words = tuple[tuple[str, int | None], ...]

#: How many claims of one crux can be put to a judge in a sentence, how many cruxes, and how many points are weighed.
_CLAIMS, _ISSUES, _WEIGHED = 2, 2, 3
#: A voting issue is worth half a whole load, and so is weighing; the second claim of a crux halves it.
_ISSUE = WHOLE // 2
#: Standards that con reminds of when all is weighed: to the others it adds nothing.
_STRICT = ("clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity")
#: Parts of a point that come before what it says.
_BEFORE = frozenset({"definition", "inherency", "uniqueness"})
_WITHOUT: Mapping[int, int] = {IN: 0, OUT: 1, UNDECIDED: 2}


def find_issues(prep: Preparation, turn: Turn) -> list[Point]:
    """Give the cruxes that can be put to a judge in this speech, one's own first, then the smaller ones."""
    ground = said_by(prep, turn, turn.side)
    found = []
    for crux in distinct(prep, [one for one in prep.decision.cruxes.found if len(one.handles) <= _CLAIMS]):
        claims = sorted(
            (_spokesman(prep, turn, one.leaves) for one in crux.handles), key=lambda one: _by_text(prep, one)
        )
        is_ours = crux.gainer != prep.side
        words = _own_issue(prep, turn, claims, ground) if is_ours else _their_issue(prep, turn, claims, crux)
        if words:
            found.append((not is_ours, Point("issue", claims[0], _ISSUE // len(claims), tuple(claims), words=words)))
    found.sort(key=lambda one: (one[0], -one[1].worth))
    return [point if place == 0 else _further(prep, point) for place, (_, point) in enumerate(found[:_ISSUES])]


def _further(prep: Preparation, point: Point) -> Point:
    """Put a further voting issue: what decides the debate is said of the first."""
    words = phrases_for(prep.map.language)
    (lead, _), *rest = point.words
    return point._replace(
        words=((dict(zip(words.decides, words.decides_too, strict=True)).get(lead, lead), None), *rest)
    )


def _spokesman(prep: Preparation, turn: Turn, leaves: tuple[int, ...]) -> int:
    """Give the claim that is named for leaves that act alike: one that was spoken against, for that is debated."""
    return min(leaves, key=lambda one: (not _heard_against(prep, turn, one), *_by_text(prep, one)))


def _heard_against(prep: Preparation, turn: Turn, claim: int) -> bool:
    return any(one.label != OUT and turn.is_said(one.node) for one in answers_to(prep.inquiry, claim))


def _by_text(prep: Preparation, node: int) -> tuple[str, str]:
    return prep.title(node), prep.names[node]


def _own_issue(prep: Preparation, turn: Turn, claims: list[int], ground: frozenset[int]) -> Words:
    """Say what our case rests on, if all of it has been said and nobody else uses it."""
    sides = prep.inquiry.sides
    if any(one not in ground or prep.labels[one] == OUT or sides(one) != {prep.side} for one in claims):
        return ()
    words, are_several = phrases_for(prep.map.language), len(claims) > 1
    return (
        (words.decides[are_several], None),
        *((prep.map.claims[prep.names[one]].text, one) for one in claims),
        *_what_came(prep, turn, claims),
        (words.ground[are_several][side_of(prep)], None),
    )


def _what_came(prep: Preparation, turn: Turn, claims: list[int]) -> Iterator[tuple[str, None]]:
    """Say what became of the claims in the debate: nothing has been said against them, or all of it is answered."""
    words = phrases_for(prep.map.language)
    against = [
        one for claim in claims for one in answers_to(prep.inquiry, claim) if turn.is_said(one.node, turn.speech - 1)
    ]
    theirs = [at for at, one in enumerate(turn.debate.speeches[: turn.speech]) if one.side == prep.other]
    # What is new in this speech they cannot have answered.
    heard = said_by(prep, turn, turn.side, by=theirs[-1]) if theirs else frozenset()
    if against and all(one.label == OUT for one in against):
        yield (words.all_answered, None)
    elif not against and set(claims) <= heard:
        yield (words.nothing_said[len(claims) > 1], None)


def _their_issue(prep: Preparation, turn: Turn, claims: list[int], crux: Crux) -> Words:
    """Say what the other side needs, and what stands against it; nothing where we have not said anything against it."""
    phrases = phrases_for(prep.map.language)
    words: list[tuple[str, int | None]] = []
    for claim in claims:
        said = [
            one.node
            for one in answers_to(prep.inquiry, claim)
            if one.label != OUT and turn.is_said(one.node) and prep.inquiry.sides(one.node) == {prep.side}
        ]
        if not said or prep.inquiry.sides(claim) != {prep.other}:
            return ()
        words.append((phrases.theirs[bool(words)], None))
        words.append((prep.map.claims[prep.names[claim]].text, claim))
        words.append((phrases.against, None))
        words += [(prep.map.claims[prep.names[one]].text, one) for one in leading_claims(prep, prep.ranked(said)[0])]
    words.append((phrases.without[_WITHOUT[crux.label]][len(claims) > 1], None))
    return tuple(words)


def find_weighing(prep: Preparation, turn: Turn) -> list[Point]:
    """Weigh what is left of both cases: what stands of ours, and why what is left of theirs is not enough."""
    ours, theirs = _left(prep, turn, prep.side), _left(prep, turn, prep.other)
    if not ours:
        return []
    phrases = phrases_for(prep.map.language)
    words: list[tuple[str, int | None]] = [(phrases.weigh, None)]
    standard = standard_of(prep)
    if prep.side == "con" and standard in _STRICT:
        words.append((phrases.burdens[standard][1], None))
    measure = measure_of(prep, turn)
    if measure is not None:
        words.append(measure)
    # By what is weighed is told already.
    told = [node for node in ours if measure is None or measure[1] not in said_claims(prep, node)][:_WEIGHED] or ours[
        :1
    ]
    for nodes, came in (
        ([node for node in told if node in turn.unheeded], phrases.stands_unanswered),
        ([node for node in told if node not in turn.unheeded], phrases.stands),
    ):
        if nodes:
            words += [(came[len(nodes) > 1], None), *(impact_claim(prep, node) for node in nodes)]
    words += _calculus(prep, ours, theirs)
    if theirs:
        words += _outweighed(prep)
    thesis = prep.numbers[prep.map.thesis]
    return [Point("weighing", thesis, _ISSUE + COSTS // 8, (), words=tuple(words))]


def standard_of(prep: Preparation) -> str:
    """Give the proof standard of the thesis."""
    return prep.decision.standard or prep.map.claims[prep.map.thesis].standard or prep.map.standard


def measure_of(prep: Preparation, turn: Turn) -> tuple[str, int] | None:
    """Give by what is to be weighed: a criterion or a framework of ours that was said and does not fall."""
    parts, said = phrases_for(prep.map.language).parts, said_by(prep, turn, turn.side)
    for part in ("criterion", "framework"):
        for head in heads_of(prep, prep.side):
            for claim in said_claims(prep, head) if turn.is_said(head) else ():
                is_ours = prep.inquiry.sides(claim) == {prep.side} and claim in said and prep.labels[claim] != OUT
                if is_ours and part in words_of(tags_of(prep, claim)):
                    return f"{parts[part]}{prep.map.claims[prep.names[claim]].text}", claim
    return None


def _left(prep: Preparation, turn: Turn, side: str) -> list[int]:
    """Give what of a case has been said by now and stands, the weightiest first."""
    return [
        node
        for node in heads_of(prep, "pro" if side == "pro" else "con")
        if prep.labels[node] == IN and turn.is_said(node)
    ]


def impact_claim(prep: Preparation, node: int) -> tuple[str, int]:
    """Give the claim by which a point is weighed: its impact, or the first that says more than how things are."""
    claims = said_claims(prep, node)
    impact = next((one for one in claims if "impact" in words_of(tags_of(prep, one))), None)
    stated = leading_claims(prep, node)
    after = (one for one in stated if not _BEFORE & {*words_of(tags_of(prep, one))})
    claim = impact if impact is not None else next(after, stated[-1])
    return (prep.map.claims[prep.names[claim]].text, claim)


def _calculus(prep: Preparation, ours: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[str, None]]:
    """Weigh impacts by the scales that tags give: what ours is, and where theirs is told to be less, that it is."""
    words = phrases_for(prep.map.language)
    own, other = _impacts(prep, ours), _impacts(prep, theirs)
    for scale, one in own.items():
        against = other.get(scale)
        if against is None and one.rank in (None, 0, 1):
            yield (words.scale.format(words.scales[scale], one.word), None)
        elif against is not None and one.rank is not None and against.rank is not None and one.rank < against.rank:
            yield (words.scales_compared.format(words.scales[scale], one.word, against.word), None)


def weighed_by(prep: Preparation, node: int) -> str:
    """Say by which scales one point is weighed, as far as tags tell, as “Magnitude: large; probability: high”."""
    words = phrases_for(prep.map.language)
    told = "; ".join(f"{words.scales[scale]}: {one.word}" for scale, one in _impacts(prep, [node]).items())
    return f"{told}." if told else ""


def _impacts(prep: Preparation, heads: Sequence[int]) -> Mapping[str, Impact]:
    """Give by scale the impact that counts most among points, by the tags of these and of their claims."""
    found: dict[str, Impact] = {}
    for head in heads:
        nodes = (head, *said_claims(prep, head))
        for scale, one in impacts(tag for node in nodes for tag in tags_of(prep, node)).items():
            known = found.get(scale)
            if known is None or (one.rank is not None and (known.rank is None or one.rank < known.rank)):
                found[scale] = one
    return {scale: found[scale] for scale in SCALES if scale in found}


def _outweighed(prep: Preparation) -> Iterator[tuple[str, None]]:
    """Say that what is left of theirs is outweighed, where the verdict says so; in a tie, that it does not outweigh."""
    if prep.inquiry.label == (IN if prep.side == "pro" else OUT):
        yield (phrases_for(prep.map.language).outweighs, None)
    elif prep.inquiry.label == UNDECIDED:
        yield (phrases_for(prep.map.language).not_shown, None)


def said_by(prep: Preparation, turn: Turn, side: str, by: int | None = None) -> frozenset[int]:
    """Give what a side has said by the end of a speech, this one unless given: claims, arguments, reasons behind."""
    waiting = [node for node in turn.said if turn.is_said(node, by) and side in prep.inquiry.sides(node)]
    found = set(waiting)
    while waiting:
        name = prep.names[waiting.pop()]
        below = prep.graph.premises(name) if name in prep.graph.arguments else ()
        for one in (*below, *prep.graph.supporters(name)):
            node = prep.numbers[one]
            if node not in found:
                found.add(node)
                waiting.append(node)
    return frozenset(found)
