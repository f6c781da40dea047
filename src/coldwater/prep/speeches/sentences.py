"""How points are said aloud: claims in the words of the map, and as few words of ours as hold them together by ear."""

from __future__ import annotations

from coldwater.prep.material.stock_words import ANSWERS, CASES, PARTS, first_of
from coldwater.prep.speeches.reasons import leading_claims
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.points import Point
    from coldwater.prep.speeches.sources_spoken import Heard
    from coldwater.prep.speeches.turn import Turn

_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"')
#: How an answer hits a premise, by whether the answer itself stands or is undecided.
_BUT: Mapping[tuple[bool, int], str] = {
    (False, IN): "That is not so.",
    (False, UNDECIDED): "That is in dispute. Against it stands:",
    (True, IN): "That cannot be.",
    (True, UNDECIDED): "That is in dispute. It cannot hold together with this:",
}
#: How the parts of a later speech are announced, in their order.
_ROADMAP: Mapping[str, str] = {
    "contention": "what is new from us", "answer": "what they say", "extension": "what we have said",
    "weighing": "what weighs",
}  # fmt: skip
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")
_NUMBERS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class Place(NamedTuple):
    """Which it is: of the contentions of a speech, or of so many reasons for the same."""

    number: int = 1
    of: int = 1


class Said(NamedTuple):
    """A sentence, the claim or argument whose words it holds (None for words of ours alone), and how deep it stands.

    ``source``: of words read out of a source, its id.
    """

    text: str
    node: int | None = None
    depth: int = 0
    source: str = ""


def opening(prep: Preparation, turn: Turn, kinds: Sequence[str]) -> tuple[Said, ...]:
    """Say what is debated, for which side this is, and what is to come: the kinds of the parts, in their order."""
    contentions = kinds.count("contention")
    thesis = prep.numbers[prep.map.thesis]
    does = "for" if prep.side == "pro" else "against"
    if not (turn.is_first or turn.is_alone):
        order = [words for kind, words in _ROADMAP.items() if kind in kinds]
        road = [f"First {order[0]}, then {', then '.join(order[1:])}."] if len(order) > 1 else []
        return (Said(f"We speak {does} the motion."), *map(Said, road))
    said = (Said(f"The motion is: {_claim(prep, thesis)}", thesis), Said(f"We speak {does} it."))
    return (*said, Said(f"We have {_counted(contentions)} points.")) if contentions > 1 else said


def _counted(number: int) -> str:
    return _NUMBERS[number].lower() if number < len(_NUMBERS) else str(number)


def close(prep: Preparation) -> tuple[Said, ...]:
    """Say what the judges should do."""
    return (Said(f"So we ask you to {'accept' if prep.side == 'pro' else 'reject'} the motion."),)


def beginning(prep: Preparation, point: Point, number: int) -> Iterator[Said]:
    """Say how a point begins: what stands before its claims. ``number``: of a contention in its speech."""
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
        yield Said(f"I quote: “{point.quote}”", point.node, point.depth, point.source)
    for text, node in point.words:
        yield Said(ended(text.strip()), node)


def claims(
    prep: Preparation, point: Point, heard: Heard, which: Place, is_back: frozenset[int] = frozenset()
) -> Iterator[Said]:
    """Say the claims of a point, one a sentence.

    ``which``: of the reasons for the same; ``is_back``: the claims before which reasons for the one before
    have been given, so that the listener must be led back.
    """
    if point.kind in ("issue", "weighing", "evidence", "again"):
        return
    for place, claim in enumerate(point.claims):
        lead = _because(prep, point, *which) if point.kind == "because" and place == 0 else ""
        lead = "Add to that: " if claim in is_back else lead
        if point.kind in ("contention", "extension"):
            lead += first_of(prep.map.claims[prep.names[claim]].tags, PARTS)
        yield Said(f"{lead}{heard.lead(prep, claim)}{_claim(prep, claim)}", claim, point.depth)


def _because(prep: Preparation, point: Point, number: int, of: int) -> str:
    """Say which reason comes: reasons behind reasons are told from the first by other words, and not counted."""
    asks = "Why? "
    if point.of is not None and prep.names[point.of] in prep.graph.arguments:
        asks = "Why does that follow? "
    if of == 1:
        return asks
    if point.depth > 1:
        return f"{asks}For one thing: " if number == 1 else "For another: "
    count = _NUMBERS[of] if of < len(_NUMBERS) else str(of)
    place = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"Number {number}"
    return f"{asks}{count} reasons. {place}: " if number == 1 else f"{place} reason: "


def ending(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what follows from a point, after the reasons behind it."""
    if point.kind == "contention":
        if prep.names[point.node] in prep.graph.claims:
            yield Said("Whoever accepts that cannot accept the motion.")
        else:
            yield Said(f"That speaks {'for' if prep.side == 'pro' else 'against'} the motion.")
    elif point.kind == "extension" and point.costs == 1:
        yield Said("On that alone the debate turns.")


def _signpost(prep: Preparation, point: Point, number: int) -> Said:
    what = first_of(tags_of(prep, point.node), CASES)
    lead = f"Point {number}, {what}" if what else f"Point {number}"
    if not _has_title(prep, point.node):
        return Said(f"{lead}.")
    return Said(f"{lead}: {ended(prep.title(point.node))}", point.node)


def tags_of(prep: Preparation, node: int) -> tuple[str, ...]:
    """Give the tags of a claim or an argument."""
    name = prep.names[node]
    return (prep.graph.claims.get(name) or prep.graph.arguments[name]).tags


def _has_title(prep: Preparation, node: int) -> bool:
    argument = prep.graph.arguments.get(prep.names[node])
    return argument is not None and argument.title is not None


def _held_up(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what is held up, whether they have answered it, and then its claims."""
    came = "they have dropped it" if point.is_dropped else "they have not answered it"
    tail = f"; {came}" if point.is_unanswered else ""
    if point.of is None:
        yield Said(f"Remember our point{_called(prep, point.node)}{tail}:", point.node)
        return
    yield from _they_say(prep, "They say: ", point.of, point.hits)
    yield Said(f"We have answered that{tail}:", point.node)


def _called(prep: Preparation, node: int) -> str:
    return f", {prep.title(node)}" if _has_title(prep, node) else ""


def _answering(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what is answered, once, in its claims, and how the answer hits it."""
    if point.of is None:
        return
    if point.kind == "answer":
        if _has_title(prep, point.of):
            yield Said(f"Their point: {ended(prep.title(point.of))}", point.of)
        yield from _they_say(prep, "They say: ", point.of, point.hits)
        yield from _but(prep, point, "")
    elif point.names_hit and point.hits is not None:
        yield Said(f"And they say: {_claim(prep, point.hits)}", point.hits, point.depth)
        yield from _but(prep, point, "")
    else:
        yield from _but(prep, point, "And again: ")


def _they_say(prep: Preparation, lead: str, node: int, hits: int | None, depth: int = 0) -> Iterator[Said]:
    """Say the claims of what is answered: the one that is hit, or where the step is, what it starts from."""
    for place, claim in enumerate((hits,) if hits is not None else leading_claims(prep, node)):
        yield Said(f"{lead if place == 0 else 'And: '}{_claim(prep, claim)}", claim, depth)


def _but(prep: Preparation, point: Point, lead: str) -> Iterator[Said]:
    """Say how an answer hits what it answers; what is undecided itself is worded so."""
    label = IN if prep.labels[point.node] == IN else UNDECIDED
    if (filed := first_of(tags_of(prep, point.node), ANSWERS)) and point.kind in ("answer", "also"):
        yield Said(f"{lead}{filed}", None, point.depth)
        if point.hits is None:
            return
        lead = ""
    if point.hits is not None:
        is_claim = prep.names[point.node] in prep.graph.claims
        yield Said(f"{lead}{_BUT[is_claim, label]}", None, point.depth)
        return
    if point.of is None:
        return
    if prep.names[point.of] in prep.graph.claims:
        yield Said(f"{lead}{_BUT[prep.names[point.node] in prep.graph.claims, label]}", None, point.depth)
        return
    text, node = _step(prep, point.of, is_sure=label == IN)
    yield Said(f"{lead}{text}", node, point.depth)


def _step(prep: Preparation, answered: int, *, is_sure: bool) -> tuple[str, int | None]:
    """Say that a step does not hold, or that it is open whether it does, with the claim that does not follow."""
    argument = prep.graph.arguments[prep.names[answered]]
    attacks = argument.supports is None
    if argument.target == prep.map.thesis:
        does = "speak against" if attacks else "speak for"
        return (
            f"Even so, that does not {does} the motion." if is_sure
            else f"It is in doubt whether that {does.replace('speak', 'speaks')} the motion."
        ), None  # fmt: skip
    if argument.target in prep.graph.claims:
        target = prep.numbers[argument.target]
        if is_sure:
            words = "Even so, it does not speak against this" if attacks else "Even so, this does not follow from it"
        else:
            words = "It is in doubt whether that speaks against this" if attacks else "Whether this follows is in doubt"
        return f"{words}: {_claim(prep, target)}", target
    what = "breaks our point" if attacks else "makes their point any firmer"
    return (
        f"That does not {what.replace('breaks', 'break').replace('makes', 'make')}." if is_sure
        else f"It is in doubt whether that {what}."
    ), None  # fmt: skip


def _meeting_again(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say that an answer meets another point as well."""
    if point.of is None:
        return
    if _has_title(prep, point.of):
        yield Said(f"The same meets their point: {ended(prep.title(point.of))}", point.of, point.depth)
    else:
        claim = point.hits if point.hits is not None else leading_claims(prep, point.of)[0]
        yield Said(f"The same meets this: {_claim(prep, claim)}", claim, point.depth)


def _before_it_is_said(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what they may say to a point of ours, and how it is answered."""
    if point.of is None:
        return
    yield from _they_say(prep, "They may say: ", point.of, point.hits, point.depth)
    yield from _but(prep, point, "")


def _claim(prep: Preparation, node: int) -> str:
    return ended(prep.map.claims[prep.names[node]].text.strip())


def ended(text: str) -> str:
    """Give a text with a full stop unless it ends already, or leads on to what comes next.

    >>> ended("Looks aggressive"), ended("Why not?"), ended("This decides it:")
    ('Looks aggressive.', 'Why not?', 'This decides it:')
    """
    return text if text.endswith((*_ENDS, ":")) else f"{text}."
