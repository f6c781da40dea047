"""How the two speeches of a block share what they hold up: what the second has no time for, the first takes."""

from __future__ import annotations

from coldwater.prep.rounds.debate_format import block_partner
from coldwater.prep.speeches.finding import find_points
from coldwater.prep.speeches.points import Points, Unsaid, with_more
from coldwater.prep.speeches.turn import find_turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.points import Point
    from coldwater.prep.speeches.turn import Turn

    #: Gives the points of a speech that there is no time for, with all that is behind others.
    Leaving = Callable[[Turn, Points], Sequence[Point]]

#: So many contentions at most go over.
_MOST = 4
#: What comes behind extensions in a speech.
_AFTER_EXTENSIONS = ("press", "compare", "issue", "weighing")


def points_of(prep: Preparation, turn: Turn, leaving: Leaving) -> Points:
    """Give the points of a speech: of one in a block those that fall to it. Cost: of a block some plans more."""
    debate, at = turn.debate, turn.speech
    second = block_partner(debate, at)
    if second is not None:
        return _shared(prep, turn, find_turn(prep, turn.flow, second), leaving)[0]
    if at > 0 and block_partner(debate, at - 1) == at:
        return _shared(prep, find_turn(prep, turn.flow, at - 1), turn, leaving)[1]
    return find_points(prep, turn)


def _shared(prep: Preparation, first: Turn, second: Turn, leaving: Leaving) -> tuple[Points, Points]:
    """Share a block: contentions go over, the least first, while the second has not time enough and the first has."""
    ones, twos = find_points(prep, first), find_points(prep, second)
    taken = {node for point in ones.found for node in (point.node, *nodes_behind(point))}
    heads = [point for point in twos.found if point.kind == "extension" and point.of is None]
    heads = [point for point in heads if not taken.intersection((point.node, *nodes_behind(point)))]
    moved: list[Point] = []
    for point in sorted(heads, key=lambda one: one.worth)[:-1][:_MOST]:
        if not leaving(second, _without(twos, moved, first.speech)):
            break
        more = [*moved, point]
        left = {id(one) for one in leaving(first, _with(ones, more))}
        if any(id(one) in left for head in more for one in with_more(head)):
            break
        moved = more
    return _with(ones, moved), _without(twos, moved, first.speech)


def _with(points: Points, moved: Sequence[Point]) -> Points:
    order = [point.kind for point in points.found]
    at = next((place for place, kind in enumerate(order) if kind in _AFTER_EXTENSIONS), len(order))
    said = {node for point in moved for node in (point.node, *nodes_behind(point))}
    unsaid = tuple(one for one in points.unsaid if one.node not in said)
    return Points((*points.found[:at], *moved, *points.found[at:]), unsaid)


def _without(points: Points, moved: Sequence[Point], first: int) -> Points:
    gone = {id(point) for point in moved}
    nodes = dict.fromkeys(node for point in moved for node in (point.node, *nodes_behind(point)))
    found = tuple(point for point in points.found if id(point) not in gone)
    return Points(found, (*points.unsaid, *(Unsaid(node, "earlier", first) for node in nodes)))


def nodes_behind(point: Point) -> Iterator[int]:
    """Give the arguments and claims that are said behind a point."""
    for one in with_more(point):
        if one is not point and one.kind != "evidence":
            yield one.node
