"""How points are said aloud: claims in the words of the map, and as few words of ours as hold them together."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.prep.material.points import Point
    from coldwater.prep.material.preparation import Preparation

_ENDS = (".", "!", "?", "…", "。", "！", "？", "”", '"')
_FATE = {IN: "would stand", OUT: "would fall", UNDECIDED: "would be in doubt"}
_BUT: Mapping[str, str] = {
    "attacks-premise": "That is not so.",
    "contradicts-premise": "That cannot be.",
}


class Said(NamedTuple):
    """A sentence, the claim or argument whose words it holds (None for words of ours alone), and how deep it stands."""

    text: str
    node: int | None = None
    depth: int = 0


def opening(prep: Preparation) -> tuple[Said, ...]:
    """Say what is debated and for which side this is."""
    thesis = prep.numbers[prep.map.thesis]
    does = "for" if prep.side == "pro" else "against"
    return (Said(f"The motion is: {_claim(prep, thesis)}", thesis), Said(f"We speak {does} it."))


def close(prep: Preparation) -> tuple[Said, ...]:
    """Say what the judges should do."""
    return (Said(f"So we ask you to {'accept' if prep.side == 'pro' else 'reject'} the motion."),)


def beginning(prep: Preparation, point: Point, number: int, *, is_new: bool) -> Iterator[Said]:
    """Say how a point begins: what stands before the reasons behind it. ``number``: of a contention."""
    if point.kind == "contention":
        yield _signpost(prep, point, number, is_new=is_new)
    elif point.kind == "issue":
        yield from _question(prep, point)
    elif point.kind != "because":
        yield from _answering(prep, point)


def claims(prep: Preparation, point: Point, number: int = 1) -> Iterator[Said]:
    """Say the claims of a point, one a sentence. ``number``: of a reason among those for the same; all take as long."""
    reason = "Why? " if number == 1 else "Besides: "
    for place, claim in enumerate(point.claims):
        lead = reason if point.kind == "because" and place == 0 else ""
        yield Said(f"{lead}{_claim(prep, claim)}", claim, point.depth)


def ending(prep: Preparation, point: Point, *, is_new: bool) -> Iterator[Said]:
    """Say what follows from a point, after the reasons behind it."""
    if point.kind == "contention" and is_new:
        yield Said(f"That speaks {'for' if prep.side == 'pro' else 'against'} the motion.")
    elif point.kind == "issue" and point.crux is not None and point.crux.gainer == prep.side:
        yield Said(f"If not, the motion {_FATE[point.crux.label]}.")


def _signpost(prep: Preparation, point: Point, number: int, *, is_new: bool) -> Said:
    name = prep.names[point.node]
    if not is_new:
        return Said(f"Remember our point: {ended(prep.title(point.node))}", point.node)
    has_title = name in prep.graph.arguments and prep.graph.arguments[name].title is not None
    return (
        Said(f"Point {number}: {ended(prep.title(point.node))}", point.node) if has_title else Said(f"Point {number}.")
    )


def _question(prep: Preparation, point: Point) -> Iterator[Said]:
    several = len(point.claims) > 1
    if point.crux is not None and point.crux.gainer == prep.side:
        yield Said(f"Ask yourselves whether {'at least one of these' if several else 'this'} holds:")
    else:
        yield Said(f"This they must take from us{', all of it' if several else ''}:")


def _answering(prep: Preparation, point: Point) -> Iterator[Said]:
    """Say what is answered, once, and how the answer hits it; a premise is named where it must be.

    A title is no claim: nobody says it, and nothing follows from it.
    """
    if point.of is None or point.answer is None:
        return
    if point.kind == "answer":
        argument = prep.graph.arguments.get(prep.names[point.of])
        lead = "Their point" if argument is not None and argument.title else "They say"
        yield Said(f"{lead}: {ended(prep.title(point.of))}", point.of)
    if point.names is not None:
        yield Said(f"They need this: {_claim(prep, point.names)}", point.names, point.depth)
    but, node = _but(prep, point.of, point.answer.kind)
    yield Said(f"{'And again: ' if point.kind == 'also' else ''}{but}", node, point.depth)


def _but(prep: Preparation, answered: int, kind: str) -> tuple[str, int | None]:
    """Say how an answer hits what it answers, with the claim that does not follow where it tells one."""
    if kind != "undercuts":
        return _BUT[kind], None
    argument = prep.graph.arguments[prep.names[answered]]
    attacks = argument.supports is None
    if argument.target == prep.map.thesis:
        return f"That does not speak {'against' if attacks else 'for'} the motion.", None
    if argument.target in prep.graph.claims:
        target = prep.numbers[argument.target]
        words = "It does not speak against this" if attacks else "This does not follow from it"
        return f"{words}: {_claim(prep, target)}", target
    return ("That does not break our point." if attacks else "That does not make their point any firmer."), None


def _claim(prep: Preparation, node: int) -> str:
    return ended(prep.map.claims[prep.names[node]].text.strip())


def ended(text: str) -> str:
    """Give a text with a full stop unless it ends already.

    >>> ended("Looks aggressive"), ended("Why not?")
    ('Looks aggressive.', 'Why not?')
    """
    return text if text.endswith(_ENDS) else f"{text}."
