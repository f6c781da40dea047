"""The parts of a speech: each point in sentences with what was chosen behind it, between an opening and a close.

Where there is time left, sources are named in full, and a first speech begins and ends with its case in short.
"""

from __future__ import annotations

from coldwater.prep.speeches import sentences
from coldwater.prep.speeches.comparing import compared
from coldwater.prep.speeches.overviews import case_in_short, case_once_more
from coldwater.prep.speeches.points import with_more
from coldwater.prep.speeches.pressing import pressed
from coldwater.prep.speeches.sentences import Place
from coldwater.prep.speeches.sources_spoken import Heard
from coldwater.prep.speeches.spoken_length import units
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.points import Point
    from coldwater.prep.speeches.sentences import Said
    from coldwater.prep.speeches.turn import Turn

#: What is tried where there is time left, the most first: sources in full, the case in short before and after it.
EXTRAS = (
    frozenset({"cites", "overview", "recap"}),
    frozenset({"overview", "recap"}),
    frozenset({"cites", "overview"}),
    frozenset({"overview"}),
    frozenset({"cites"}),
)


class Part(NamedTuple):
    """A part of the speech that is said whole: its sentences, and how long it takes in units.

    ``points``: all that are said in it, its own first; none in the opening and the close.
    """

    kind: str
    point: Point | None
    sentences: tuple[Said, ...]
    length: int
    points: tuple[Point, ...] = ()


def length_of(parts: Sequence[Part]) -> int:
    """Give how long parts take together, in units."""
    return sum(part.length for part in parts)


def frame(prep: Preparation, turn: Turn, kinds: Sequence[str]) -> tuple[Part, Part]:
    """Give the opening and the close of a speech; ``kinds``: those of the parts between them, in their order."""
    opening, close = sentences.opening(prep, turn, kinds), sentences.close(prep)
    return _part("opening", None, opening), _part("close", None, close)


def _part(kind: str, point: Point | None, said: tuple[Said, ...], points: tuple[Point, ...] = ()) -> Part:
    return Part(kind, point, said, sum(units(one.text) for one in said), points)


def parts_of(
    prep: Preparation, turn: Turn, heads: Sequence[Point], behind: set[int], extras: frozenset[str]
) -> tuple[Part, ...]:
    """Give the parts of a speech. ``behind``: by ``id`` the points that are said; ``extras``: some of ``EXTRAS``."""
    opening, close = frame(prep, turn, [one.kind for one in heads])
    heard = Heard(in_full="cites" in extras)
    parts = [opening]
    if "overview" in extras and (said := tuple(case_in_short(prep, turn, heads))):
        parts.append(_part("overview", None, said))
    number = turn.laid_out
    turned = False
    for point in heads:
        number += point.kind == "contention"
        if point.kind == "extension" and point.costs == 1:
            point, turned = point._replace(is_further=turned), True  # noqa: PLW2901 - the same point, told otherwise
        heard.moves_on()
        said = tuple(spoken(prep, point, Place(number), behind, heard))
        parts.append(_part(point.kind, point, said, tuple(with_more(point, behind))))
    if "recap" in extras and (said := tuple(case_once_more(prep, turn, heads))):
        parts.append(_part("recap", None, said))
    return (*parts, close)


def spoken(prep: Preparation, point: Point, which: Place, chosen: set[int], heard: Heard) -> Iterator[Said]:
    """Say a point with what was chosen behind it: a reason comes after the claim it is for. Depth is bounded.

    ``which``: of the contentions in the speech, or of the reasons for the same claim.
    """
    more = [one for one in point.more if id(one) in chosen]
    reasoned = {one.of for one in more if one.kind == "because"}
    is_back = frozenset(
        after for claim, after in zip(point.claims, point.claims[1:], strict=False) if claim in reasoned
    )
    if point.kind == "press":
        yield from pressed(prep, point, heard)
    yield from sentences.beginning(prep, point, which.number)
    if point.kind == "compare":
        yield from compared(prep, point, heard)
        return
    for said in sentences.claims(prep, point, heard, which, is_back):
        yield said
        yield from _grounds(prep, [one for one in more if one.of == said.node], chosen, heard)
    if point.node not in point.claims:
        yield from _grounds(prep, [one for one in more if one.of == point.node], chosen, heard)
    for one in more:
        if one.kind in ("also", "again"):
            yield from spoken(prep, one, Place(), chosen, heard)
    yield from sentences.ending(prep, point)
    for one in more:
        if one.kind in ("ahead", "compare"):
            yield from spoken(prep, one, Place(), chosen, heard)


def _grounds(prep: Preparation, more: Sequence[Point], chosen: set[int], heard: Heard) -> Iterator[Said]:
    """Say what a claim or a step has for it: the words of its sources, then the reasons for it."""
    for one in more:
        if one.kind == "evidence":
            yield from spoken(prep, one, Place(), chosen, heard)
    reasons = [one for one in more if one.kind == "because"]
    for place, one in enumerate(reasons, 1):
        yield from spoken(prep, one, Place(place, len(reasons)), chosen, heard)
