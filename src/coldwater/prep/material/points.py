"""What there is to say for a side in a speech: points in the words of the map, each with its worth.

The worth of a point is the load of what it is about: the share of all cases in which the weightiest claim it rests on
tips the verdict. What is undecided counts less, and so do reasons behind reasons and second answers; what falls is said
only where there is time for it.
"""

from __future__ import annotations

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.answers import answers_to
from coldwater.prep.material.contentions import contentions, heads_of
from coldwater.prep.material.issues import distinct
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from coldwater.prep.deciding.answers import Answer
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.material.preparation import Preparation

    Kind = Literal["contention", "because", "answer", "also", "issue"]

#: What a whole load is worth, what counts where there is none, and how much a crux of one claim is worth.
WHOLE, LEAST, CRUX = 1_000_000, 1_000, 500_000
#: How much what stands, is undecided or falls counts, in tenths; reasons behind, and second answers, by step.
_TENTHS = {IN: 10, UNDECIDED: 6, OUT: 0}
_STEP = 2
#: How many claims of one crux can be put to a judge in a sentence, how many cruxes, how deep reasons go.
_CLAIMS, _ISSUES, _DEEPEST = 2, 2, 3


class Point(NamedTuple):
    """Something to say. ``node``: the argument or claim said, for an issue its first claim; ``worth`` as above.

    ``of``: what it answers, or the claim it is a reason for; ``names``: the premise that has to be named before an
    answer, or nobody would know what it hits; ``claims``: the claims said, in order; ``more``: points that make no
    sense without it, and ``depth`` how many of those it is behind.
    """

    kind: Kind
    node: int
    worth: int
    claims: tuple[int, ...]
    of: int | None = None
    answer: Answer | None = None
    names: int | None = None
    crux: Crux | None = None
    depth: int = 0
    more: tuple[Point, ...] = ()


def find_contentions(prep: Preparation) -> tuple[Point, ...]:
    """Give what the side says on the thesis itself, with the reasons behind it; the worthiest first.

    A reason behind several contentions is given with the first of them.
    """
    taken: set[int] = set()
    return tuple(_with_reasons(prep, head, taken) for head in heads_of(prep, prep.side))


def _with_reasons(prep: Preparation, head: int, taken: set[int]) -> Point:
    """Give a contention with the reasons behind it, some steps deep; what is taken already is left out."""
    taken.add(head)
    # By place: the node, the claim it is a reason for, the place of what it stands behind, and how deep.
    found: list[tuple[int, int | None, int, int]] = [(head, None, -1, 0)]
    for at, (node, _, _, depth) in enumerate(found):
        for claim in said_claims(prep, node) if depth < _DEEPEST else ():
            for supporter in prep.ranked(prep.numbers[one] for one in prep.graph.supporters(prep.names[claim])):
                if supporter not in taken:
                    taken.add(supporter)
                    found.append((supporter, claim, at, depth + 1))
    behind: list[list[Point]] = [[] for _ in found]
    for place in range(len(found) - 1, 0, -1):
        supporter, of, parent, depth = found[place]
        behind[parent].insert(0, _own_point(prep, supporter, of, depth, tuple(behind[place])))
    return _own_point(prep, head, None, 0, tuple(behind[0]))


def _own_point(prep: Preparation, node: int, claim: int | None, depth: int, more: tuple[Point, ...]) -> Point:
    worth = _worth(prep, node, prep.labels[node]) // _STEP**depth
    return Point(
        "because" if depth else "contention", node, worth, said_claims(prep, node), claim, depth=depth, more=more
    )


def said_claims(prep: Preparation, node: int) -> tuple[int, ...]:
    """Give the claims in which an argument is said: its premises; a claim is said itself."""
    name = prep.names[node]
    return tuple(prep.numbers[one] for one in prep.graph.premises(name)) if name in prep.graph.arguments else (node,)


def _worth(prep: Preparation, node: int, label: int) -> int:
    least = LEAST // 10 if label == OUT else LEAST
    return least + round(WHOLE * prep.weight(node).load) * _TENTHS[label] // 10


def _by_text(prep: Preparation, node: int) -> tuple[str, str]:
    return prep.title(node), prep.names[node]


def find_answers(prep: Preparation) -> tuple[Point, ...]:
    """Give the answers to what the other side says, the best to each first: to its case, then to its other arguments.

    Within these they go by the load of what is answered. What serves the side as well is not answered: on a map with
    circles the side would speak against itself.
    """
    found = [(node, point) for node in _only_theirs(prep) if (point := _answers(prep, node)) is not None]
    found.sort(key=lambda one: (not _is_on_thesis(prep, one[0]), -one[1].worth, *_by_text(prep, one[0])))
    return tuple(point for _, point in found)


def _only_theirs(prep: Preparation) -> list[int]:
    return [one.argument for one in prep.opposing if prep.side not in prep.inquiry.sides(one.argument)]


def _is_on_thesis(prep: Preparation, node: int) -> bool:
    return prep.graph.target(prep.names[node]) == prep.map.thesis


def _answers(prep: Preparation, opposing: int) -> Point | None:
    thesis = prep.numbers[prep.map.thesis]
    found = [one for one in answers_to(prep.inquiry, opposing) if one.node not in (thesis, opposing)]
    once = {one.node: one for one in reversed(found)}
    answers = [once[node] for node in prep.ranked(once)]
    if not answers:
        return None
    points = [
        Point(
            "also" if place else "answer",
            one.node,
            _worth(prep, opposing, one.label) // _STEP**place,
            said_claims(prep, one.node),
            opposing,
            one,
            named,
            depth=min(place, 1),
        )
        for place, (one, named) in enumerate(zip(answers, _named(prep, opposing, answers), strict=True))
    ]
    return points[0]._replace(more=tuple(points[1:]))


def _named(prep: Preparation, opposing: int, answers: Sequence[Answer]) -> Iterator[int | None]:
    """Give for each answer the premise that has to be named, unless it alone was spoken of so far.

    A title says nothing of premises; an argument without one is told by the first, which is named then.
    """
    name = prep.names[opposing]
    premises = prep.graph.premises(name)
    has_title = prep.graph.arguments[name].title is not None
    said = None if has_title else prep.numbers[premises[0]]
    for place, one in enumerate(answers):
        spoken_of = {other.premise for other in answers[:place]} if place else {said}
        is_clear = len(premises) == 1 and not has_title
        yield None if is_clear or spoken_of == {one.premise} else one.premise


def find_unanswered(prep: Preparation) -> tuple[int, ...]:
    """Give the opposing arguments that bear on the matter and that nothing on the map answers; by load.

    What only holds up another of them is left out.
    """
    opposing = _only_theirs(prep)
    opposing.sort(key=lambda node: (-prep.weight(node).load, *_by_text(prep, node)))
    answered = {one.argument for one in prep.opposing if one.answers}
    heads = [one.head for one in contentions(prep, opposing)]
    return tuple(node for node in heads if node in prep.live and node not in answered)


def find_issues(prep: Preparation) -> tuple[Point, ...]:
    """Give the cruxes small enough for a sentence: first those by which the side gains, then the smaller ones."""
    points = []
    for crux in distinct(prep, [one for one in prep.decision.cruxes.found if len(one.handles) <= _CLAIMS]):
        claims = sorted((_spokesman(prep, one.leaves) for one in crux.handles), key=lambda one: _by_text(prep, one))
        points.append(Point("issue", claims[0], CRUX // len(claims), tuple(claims), crux=crux))
    points.sort(key=lambda one: (_is_theirs(prep, one), -one.worth))
    return tuple(points[:_ISSUES])


def _is_theirs(prep: Preparation, point: Point) -> bool:
    return point.crux is not None and point.crux.gainer == OTHER[prep.side]


def _spokesman(prep: Preparation, leaves: tuple[int, ...]) -> int:
    """Give the claim that is named for leaves that act alike."""
    return min(leaves, key=lambda one: _by_text(prep, one))
