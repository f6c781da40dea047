"""How points are said aloud: claims in the words of the map, and as few words of ours as hold them together by ear."""

from __future__ import annotations

from coldwater.prep.material.stock_words import first_of, words_of
from coldwater.prep.speeches.phrases import phrases_for
from coldwater.prep.speeches.reasons import leading_claims
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.points import Point
    from coldwater.prep.speeches.sources_spoken import Heard
    from coldwater.prep.speeches.turn import Turn

_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", "“", '"')


class Place(NamedTuple):
    """Which it is: of the contentions of a speech, or of so many reasons for the same."""

    number: int = 1
    of: int = 1


class Said(NamedTuple):
    """A sentence, the claim or argument whose words it holds (None for words of ours alone), and how deep it stands.

    ``source``: of words read out of a source, its id; ``lead``: the words of ours with which the text begins.
    """

    text: str
    node: int | None = None
    depth: int = 0
    source: str = ""
    lead: str = ""


def _led(lead: str, text: str, node: int, depth: int = 0) -> Said:
    """Say a text of the map behind words of ours."""
    return Said(f"{lead}{text}", node, depth, lead=lead)


def side_of(prep: Preparation) -> int:
    """Give the place of a side in a pair of phrases."""
    return 0 if prep.side == "pro" else 1


def opening(prep: Preparation, turn: Turn, kinds: Sequence[str]) -> tuple[Said, ...]:
    """Say what is debated, for which side this is, and what is to come: the kinds of the parts, in their order."""
    words, side = phrases_for(prep.map.language), side_of(prep)
    contentions = kinds.count("contention")
    thesis = prep.numbers[prep.map.thesis]
    if not (turn.is_first or turn.is_alone):
        order = [told for kind, told in words.roadmap.items() if kind in kinds]
        road = [words.road.format(order[0], words.then.join(order[1:]))] if len(order) > 1 else []
        return (Said(words.for_the_motion[side]), *map(Said, road))
    said = (_led(words.motion, claim_of(prep, thesis), thesis), Said(words.for_it[side]))
    points = Said(words.points.format(words.counted(contentions)))
    return (*said, points) if contentions > 1 else said


def close(prep: Preparation) -> tuple[Said, ...]:
    """Say what the judges should do."""
    return (Said(phrases_for(prep.map.language).close[side_of(prep)]),)


def beginning(prep: Preparation, point: Point, number: int) -> Iterator[Said]:
    """Say how a point begins: what stands before its claims. ``number``: of a contention in its speech."""
    words = phrases_for(prep.map.language)
    if point.kind == "contention":
        yield _signpost(prep, point, number)
    elif point.kind == "extension":
        yield from _held_up(prep, point)
    elif point.kind in ("answer", "also"):
        yield from _answering(prep, point)
    elif point.kind == "again":
        yield from _meeting_again(prep, point)
    elif point.kind == "ahead":
        yield from _before_it_is_said(prep, point)
    elif point.kind == "evidence":
        before, _, after = words.quote.partition("{}")
        yield Said(f"{before}{point.quote}{after}", point.node, point.depth, point.source, before)
    for text, node in point.words:
        yield Said(ended(text.strip()), node)


def claims(
    prep: Preparation, point: Point, heard: Heard, which: Place, is_back: frozenset[int] = frozenset()
) -> Iterator[Said]:
    """Say the claims of a point, one a sentence.

    ``which``: of the reasons for the same; ``is_back``: the claims before which reasons for the one before
    have been given, so that the listener must be led back.
    """
    if point.kind in ("overview", "issue", "weighing", "evidence", "again", "press"):
        return
    words = phrases_for(prep.map.language)
    for place, claim in enumerate(point.claims):
        lead = _because(prep, point, *which) if point.kind == "because" and place == 0 else ""
        lead = words.add if claim in is_back else lead
        if point.kind in ("contention", "extension"):
            # What is named as a part of the case leads the listener back by that.
            lead = first_of(prep.map.claims[prep.names[claim]].tags, words.parts) or lead
        yield _led(f"{lead}{heard.lead(prep, claim)}", claim_of(prep, claim), claim, point.depth)


def _because(prep: Preparation, point: Point, number: int, of: int) -> str:
    """Say which reason comes: reasons behind reasons are told from the first by other words, and not counted."""
    words = phrases_for(prep.map.language)
    is_step = point.of is not None and prep.names[point.of] in prep.graph.arguments
    asks = words.why_follows if is_step else words.why
    if of == 1:
        return asks
    if point.depth > 1:
        return f"{asks}{words.one_thing}" if number == 1 else words.another if number == 2 else words.besides
    if number == 1:
        return f"{asks}{words.reasons.format(words.counted(of).capitalize(), words.first)}"
    is_named = number <= len(words.ordinals)
    return words.further.format(words.ordinals[number - 1] if is_named else words.number.format(number))


def ending(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what follows from a point, after the reasons behind it."""
    words = phrases_for(prep.map.language)
    if point.kind == "contention":
        if "framework" in words_of(tags_of(prep, point.node)):
            return  # it says by what the others are to be judged
        is_claim = prep.names[point.node] in prep.graph.claims
        speaks = words.speaks if prep.labels[point.node] != OUT else words.speaks_so_far
        yield Said(words.excludes if is_claim else speaks[side_of(prep)])
    elif point.kind == "extension" and point.costs == 1:
        yield Said(words.turns_on[point.is_further])


def _signpost(prep: Preparation, point: Point, number: int) -> Said:
    words = phrases_for(prep.map.language)
    tags = tags_of(prep, point.node)
    if prep.names[point.node] in prep.graph.claims:
        # A counterplan is a claim; what speaks for it may be what is filed so.
        tags = (
            *tags,
            *(tag for one in prep.graph.supporters(prep.names[point.node]) for tag in prep.graph.arguments[one].tags),
        )
    what = first_of(tags, words.cases)
    lead = words.point_as.format(number, what) if what else words.point.format(number)
    if not with_title(prep, point.node):
        return Said(f"{lead}.")
    return _led(f"{lead}: ", ended(prep.title(point.node)), point.node)


def tags_of(prep: Preparation, node: int) -> tuple[str, ...]:
    """Give the tags of a claim or an argument."""
    name = prep.names[node]
    return (prep.graph.claims.get(name) or prep.graph.arguments[name]).tags


def with_title(prep: Preparation, node: int) -> bool:
    """Tell whether something is an argument with a title of its own."""
    argument = prep.graph.arguments.get(prep.names[node])
    return argument is not None and argument.title is not None


def _held_up(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what is held up, whether they have answered it, and then its claims."""
    words = phrases_for(prep.map.language)
    if point.of is not None:
        came = words.answer_dropped if point.is_dropped else words.answer_not_answered
    else:
        came = words.dropped if point.is_dropped else words.not_answered
    tail = words.met if point.against == "met" else came if point.is_unanswered else ""
    if point.of is not None:
        yield from they_say(prep, words.they_say, point.of, point.hits)
        yield Said(words.answered.format(tail), point.node)
    elif point.against == "open":
        named = words.named.format(prep.title(point.node)) if with_title(prep, point.node) else ""
        yield Said(words.still_open.format(named), point.node)
    elif with_title(prep, point.node):
        yield Said(words.remember_called.format(prep.title(point.node), tail), point.node)
    else:
        yield Said(words.remember.format(tail), point.node)


def _answering(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what is answered, once, in its claims, and how the answer hits it."""
    if point.of is None:
        return
    words = phrases_for(prep.map.language)
    if point.kind == "answer":
        yield from their_point(prep, point.of)
        yield from they_say(prep, words.they_say, point.of, point.hits)
        yield from _but(prep, point, "")
    elif point.names_hit and point.hits is not None:
        yield _led(words.and_they_say, claim_of(prep, point.hits), point.hits, point.depth)
        yield from _but(prep, point, "")
    else:
        yield from _but(prep, point, words.and_again)


def their_point(prep: Preparation, node: int) -> Iterator[Said]:
    """Name a point of theirs that has a name."""
    if with_title(prep, node):
        yield _led(phrases_for(prep.map.language).their_point, ended(prep.title(node)), node)


def they_say(prep: Preparation, lead: str, node: int, hits: int | None, depth: int = 0) -> Iterator[Said]:
    """Say the claims of what is answered: the one that is hit, or where the step is, what it starts from."""
    more = phrases_for(prep.map.language).and_more
    for place, claim in enumerate((hits,) if hits is not None else leading_claims(prep, node)):
        yield _led(lead if place == 0 else more, claim_of(prep, claim), claim, depth)


def _but(prep: Preparation, point: Point, lead: str) -> Iterator[Said]:
    """Say how an answer hits what it answers; what is undecided itself is worded so."""
    words = phrases_for(prep.map.language)
    is_sure = prep.labels[point.node] == IN
    if (filed := _filed(prep, point)) and point.kind in ("answer", "also", "ahead"):
        yield Said(f"{lead}{filed}", None, point.depth)
        return
    if point.hits is None and (point.of is None or prep.names[point.of] not in prep.graph.claims):
        if point.of is not None:
            yield _step(prep, point.of, lead, point.depth, is_sure=is_sure)
        return
    if prep.names[point.node] in prep.graph.claims:
        told = words.cannot_be if is_sure else words.cannot_with
    else:
        told = words.not_so if is_sure else words.against_it
    yield Said(f"{lead}{told}", None, point.depth)


def _filed(prep: Preparation, point: Point) -> str:
    """Say what an answer is filed as. Only con says that something is not topical."""
    tags = tags_of(prep, point.node)
    if prep.side == "pro" and "topicality" in words_of(tags):
        return ""
    return first_of(tags, phrases_for(prep.map.language).answers)


def _step(prep: Preparation, answered: int, lead: str, depth: int, *, is_sure: bool) -> Said:
    """Say that a step does not hold, or that it is open whether it does, with the claim that does not follow."""
    words, argument = phrases_for(prep.map.language), prep.graph.arguments[prep.names[answered]]
    place, attacks = 0 if is_sure else 1, int(argument.supports is None)
    if argument.target == prep.map.thesis:
        return Said(f"{lead}{words.step_of_motion[place][attacks]}", None, depth)
    if argument.target in prep.graph.claims:
        target = prep.numbers[argument.target]
        return _led(f"{lead}{words.step_of_claim[place][attacks]}", claim_of(prep, target), target, depth)
    return Said(f"{lead}{words.step_of_step[place][attacks]}", None, depth)


def _meeting_again(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say that an answer meets another point as well."""
    if point.of is None:
        return
    words = phrases_for(prep.map.language)
    if with_title(prep, point.of):
        yield _led(words.again_point, ended(prep.title(point.of)), point.of, point.depth)
    else:
        claim = point.hits if point.hits is not None else leading_claims(prep, point.of)[0]
        yield _led(words.again_claim, claim_of(prep, claim), claim, point.depth)


def _before_it_is_said(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what they may say to a point of ours, or for their case, and how it is answered."""
    if point.of is None:
        return
    words = phrases_for(prep.map.language)
    if point.is_further and not point.names_hit:
        yield from _but(prep, point, words.and_again)
        return
    yield from they_say(prep, words.may_say, point.of, point.hits, point.depth)
    yield from _but(prep, point, "")


def claim_of(prep: Preparation, node: int) -> str:
    """Give a claim as a sentence."""
    return ended(prep.map.claims[prep.names[node]].text.strip())


def ended(text: str) -> str:
    """Give a text with a full stop unless it ends already, or leads on to what comes next.

    >>> ended("Looks aggressive"), ended("Why not?"), ended("This decides it:")
    ('Looks aggressive.', 'Why not?', 'This decides it:')
    """
    return text if text.endswith((*_ENDS, ":")) else f"{text}."
