"""A plan: a speech of a flow within a time. What is said is what of all that fits is worth most; nothing is cut."""

from __future__ import annotations

from coldwater.prep.material.flow import find_flow
from coldwater.prep.speeches.parts import EXTRAS, frame, length_of, parts_of, spoken
from coldwater.prep.speeches.selection import Choice, choose
from coldwater.prep.speeches.sentences import Place
from coldwater.prep.speeches.sharing import nodes_behind, points_of
from coldwater.prep.speeches.sources_spoken import Heard
from coldwater.prep.speeches.spoken_length import WORD, units
from coldwater.prep.speeches.turn import ALONE, alone, find_turn
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from coldwater.prep.material.flow import Flow
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.speeches.parts import Part
    from coldwater.prep.speeches.points import Point, Points, Unsaid
    from coldwater.prep.speeches.turn import Turn

#: Of how many points the best choice is made: the others are worth less than each of these.
MOST_POINTS = 99
#: How often something is tried in the time that is left once it is known how long the whole speech takes.
_TRIES = 20
#: More than all points together are worth.
_MUST = 1 << 40


class Task(NamedTuple):
    """How long a speech may be, in minutes, and how fast it is spoken, in words a minute."""

    minutes: float
    pace: int

    @property
    def budget(self) -> int:
        """How much can be said, in units of speech."""
        return int(self.minutes * self.pace * WORD + 1e-6)

    def seconds(self, spoken: int) -> float:
        """Give how long so many units take."""
        return spoken * 60 / (WORD * self.pace)


class Left(NamedTuple):
    """A point that is left out for want of time, and how long it alone takes in units.

    ``is_small``: whether it was not even weighed against time, since there are so many points that are worth more;
    ``behind``: the arguments and claims that go with it, since they make no sense without it.
    """

    point: Point
    length: int
    is_small: bool
    behind: tuple[int, ...] = ()


class Plan(NamedTuple):
    """A speech: its parts in order, and what is not in them.

    ``left``: the points for which there was no time, the worthiest first; ``unsaid``: what of the side is no point of
    this speech, and why; ``turn``: what the flow leaves to the speech, with what nothing on the map answers
    (``lacking``). ``parts`` is empty where not even the opening, one point and the close fit: then ``least`` says how
    many units these would take at least; None where the side has nothing to say.
    """

    task: Task
    turn: Turn
    parts: tuple[Part, ...]
    left: tuple[Left, ...]
    unsaid: tuple[Unsaid, ...]
    least: int | None

    @property
    def length(self) -> int:
        """How long the speech is, in units."""
        return sum(part.length for part in self.parts)


class _Candidate(NamedTuple):
    """A point in depth-first order, the place of the point it is behind, and how long it alone takes."""

    point: Point
    needs: int | None
    length: int


def find_plan(prep: Preparation, task: Task, flow: Flow | None = None, speech: int = ALONE) -> Plan:
    """Plan a speech of a side: the one at a place in a flow, or one by itself where there is no flow.

    Cost: that of the flow, and as for ``choose``, of at most ``MOST_POINTS`` points. The weightiest contention that
    fits is always in; of a block each speech has its share. Nothing depends on the order of the file.
    """
    if flow is None:
        flow = find_flow(prep, alone(prep.side))
    turn = find_turn(prep, flow, speech)

    def leaving(other: Turn, points: Points) -> tuple[Point, ...]:
        minutes = other.debate.speeches[other.speech].minutes
        return tuple(one.point for one in _planned(prep, Task(minutes, task.pace), other, points).left)

    return _planned(prep, task, turn, points_of(prep, turn, leaving))


def _planned(prep: Preparation, task: Task, turn: Turn, points: Points) -> Plan:
    every = list(_candidates(prep, points.found))
    room = task.budget - length_of(frame(prep, turn, ()))
    least = min((one.length for one in every if one.needs is None), default=None)
    if least is None or least > room:
        left = _left(every, set(), range(len(every)))
        needed = None if least is None else least + task.budget - room
        return Plan(task, turn, (), _worthiest(left), points.unsaid, needed)
    weighed = _weighed(every)
    chosen, parts = _fitted(prep, turn, task, every, _chosen(every, weighed, room))
    return Plan(task, turn, parts, _worthiest(_left(every, chosen, weighed)), points.unsaid, least)


def _left(every: Sequence[_Candidate], chosen: set[int], weighed: Container[int]) -> tuple[Left, ...]:
    """Give the points that are left out, each with what is behind it."""
    return tuple(
        Left(one.point, one.length, place not in weighed, tuple(nodes_behind(one.point)))
        for place, one in enumerate(every)
        if place not in chosen and (one.needs is None or one.needs in chosen)
    )


def _worthiest(left: tuple[Left, ...]) -> tuple[Left, ...]:
    return tuple(sorted(left, key=lambda one: -one.point.worth))


# --- what is chosen -----------------------------------------------------------------------------------------------


def _candidates(prep: Preparation, points: Sequence[Point]) -> Iterator[_Candidate]:
    """Give all points in the order in which they would be said, each before what is behind it."""
    place = 0
    waiting: list[tuple[Point, int | None]] = [(point, None) for point in reversed(points)]
    while waiting:
        point, needs = waiting.pop()
        alone_ = point._replace(more=())
        yield _Candidate(point, needs, sum(units(one.text) for one in spoken(prep, alone_, Place(), set(), Heard())))
        waiting += [(one, place) for one in reversed(point.more)]
        place += 1


def _weighed(every: Sequence[_Candidate]) -> list[int]:
    """Give the places of the points that are worth most, with what they are behind, in order."""
    kept: set[int] = set()
    for place in sorted(range(len(every)), key=lambda place: (-every[place].point.worth, place)):
        line = [place]
        while (needs := every[line[-1]].needs) is not None:
            line.append(needs)
        if len(kept.union(line)) <= MOST_POINTS:
            kept.update(line)
    return sorted(kept)


def _chosen(every: Sequence[_Candidate], weighed: Sequence[int], room: int) -> set[int]:
    """Choose what is said: the weightiest contention that fits, and with it what is worth most."""
    at = {place: number for number, place in enumerate(weighed)}
    heads = [one for one in weighed if every[one].point.kind == "contention" and every[one].length <= room]
    first = min(heads, key=lambda place: (-every[place].point.worth, place), default=None)
    choices = [
        Choice(
            every[place].length,
            every[place].point.worth + (_MUST if place == first else 0),
            None if (needs := every[place].needs) is None else at[needs],
        )
        for place in weighed
    ]
    return {weighed[number] for number in choose(choices, room)}


def _fitted(
    prep: Preparation, turn: Turn, task: Task, every: Sequence[_Candidate], chosen: set[int]
) -> tuple[set[int], tuple[Part, ...]]:
    """Give what is said, and the whole speech: within the time, and with what still fits into what is left of it.

    How long a point takes depends on what is said before it: a source that has been named is named in short, and after
    a digression the listener is led back.
    """
    parts = _said(prep, turn, every, chosen)
    while length_of(parts) > task.budget and len(chosen) > 1:
        needed = {every[place].needs for place in chosen}
        chosen.remove(min(chosen - needed, key=lambda place: (every[place].point.worth, -place)))
        parts = _said(prep, turn, every, chosen)
    tries = 0
    free = task.budget - length_of(parts)
    for place in sorted(range(len(every)), key=lambda place: (-every[place].point.worth, place)):
        needs = every[place].needs
        if place in chosen or every[place].length > free or not (needs is None or needs in chosen):
            continue
        tries += 1
        more = _said(prep, turn, every, chosen | {place})
        if length_of(more) <= task.budget:
            chosen.add(place)
            parts, free = more, task.budget - length_of(more)
        if tries == _TRIES:
            break
    for extras in EXTRAS:
        more = _said(prep, turn, every, chosen, extras)
        if length_of(more) <= task.budget:
            return chosen, more
    return chosen, parts


def _said(
    prep: Preparation, turn: Turn, every: Sequence[_Candidate], chosen: set[int], extras: frozenset[str] = frozenset()
) -> tuple[Part, ...]:
    """Give the parts of the speech: each point that needs no other, with all that was chosen behind it."""
    behind = {id(every[place].point) for place in chosen}
    heads = [one.point for place, one in enumerate(every) if one.needs is None and place in chosen]
    return parts_of(prep, turn, heads, behind, extras)
