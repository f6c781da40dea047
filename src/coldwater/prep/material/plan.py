"""A plan: a speech within a time. What is said is what of all that fits is worth most; nothing is cut in the middle."""

from __future__ import annotations

from coldwater.prep.material import sentences
from coldwater.prep.material.points import find_answers, find_contentions, find_issues, find_unanswered
from coldwater.prep.material.selection import Choice, choose
from coldwater.prep.material.spoken_length import WORD, units
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.points import Point
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.material.sentences import Said

#: Of how many points the best choice is made: the others are worth less than each of these.
MOST_POINTS = 99
#: More than all points together are worth.
_MUST = 1 << 40


class Task(NamedTuple):
    """How long a speech may be, in minutes, and how fast it is spoken, in words a minute.

    ``lays_out``: whether contentions may be new in it, or else are only held up; ``answers``: whether it may answer.
    """

    minutes: float
    pace: int
    lays_out: bool = True
    answers: bool = True

    @property
    def budget(self) -> int:
        """How much can be said, in units of speech."""
        return int(self.minutes * self.pace * WORD + 1e-6)

    def seconds(self, spoken: int) -> float:
        """Give how long so many units take."""
        return spoken * 60 / (WORD * self.pace)


class Part(NamedTuple):
    """A part of the speech that is said whole: its sentences, and how long it takes in units."""

    kind: str
    point: Point | None
    sentences: tuple[Said, ...]
    length: int


class Left(NamedTuple):
    """A point that is left out, with all that is behind it, and how long it alone would take in units.

    ``is_small``: whether it was not even weighed against time, since there are so many points that are worth more.
    """

    point: Point
    length: int
    is_small: bool


class Plan(NamedTuple):
    """A speech: its parts in order, what is left out (the worthiest first), and what nothing on the map answers.

    ``parts`` is empty where not even the opening, one point and the close fit: then ``least`` says how many units these
    would take at least; None where the side has nothing to say.
    """

    task: Task
    parts: tuple[Part, ...]
    left: tuple[Left, ...]
    unanswered: tuple[int, ...]
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


def find_plan(prep: Preparation, task: Task) -> Plan:
    """Plan a speech for a side. Cost: as for ``choose``, of at most ``MOST_POINTS`` points.

    The weightiest contention that fits is always in. Nothing depends on the order of the file.
    """
    every = list(_candidates(prep, task))
    unanswered = find_unanswered(prep) if task.answers else ()
    frame = (_frame("opening", sentences.opening(prep)), _frame("close", sentences.close(prep)))
    room = task.budget - sum(part.length for part in frame)
    least = min((one.length for one in every if one.needs is None), default=None)
    if least is None or least > room:
        left = tuple(Left(one.point, one.length, is_small=False) for one in every if one.needs is None)
        needed = None if least is None else least + sum(part.length for part in frame)
        return Plan(task, (), _worthiest(left), unanswered, needed)
    weighed = _weighed(every)
    chosen = _chosen(every, weighed, room)
    parts = (frame[0], *_parts(prep, task, every, chosen), frame[1])
    left = tuple(
        Left(one.point, one.length, place not in weighed)
        for place, one in enumerate(every)
        if place not in chosen and (one.needs is None or one.needs in chosen)
    )
    return Plan(task, parts, _worthiest(left), unanswered, least)


def _frame(kind: str, said: tuple[Said, ...]) -> Part:
    return Part(kind, None, said, sum(units(one.text) for one in said))


def _worthiest(left: tuple[Left, ...]) -> tuple[Left, ...]:
    return tuple(sorted(left, key=lambda one: -one.point.worth))


# --- what there is to say -----------------------------------------------------------------------------------------


def _candidates(prep: Preparation, task: Task) -> Iterator[_Candidate]:
    """Give all points in the order in which they would be said, each before what is behind it."""
    place = 0
    waiting: list[tuple[Point, int | None]] = [(point, None) for point in reversed(_points(prep, task))]
    while waiting:
        point, needs = waiting.pop()
        yield _Candidate(point, needs, sum(units(one.text) for one in _alone(prep, task, point)))
        waiting += [(one, place) for one in reversed(point.more)]
        place += 1


def _points(prep: Preparation, task: Task) -> list[Point]:
    """Give the points of a speech in order. Where contentions are only held up, answers come first, without reasons."""
    contentions = list(find_contentions(prep))
    answers = list(find_answers(prep)) if task.answers else []
    issues = list(find_issues(prep))
    if task.lays_out:
        return [*contentions, *answers, *issues]
    return [*answers, *(one._replace(claims=(), more=()) for one in contentions), *issues]


def _alone(prep: Preparation, task: Task, point: Point, number: int = 1) -> Iterator[Said]:
    yield from sentences.beginning(prep, point, number, is_new=task.lays_out)
    yield from sentences.claims(prep, point)
    yield from sentences.ending(prep, point, is_new=task.lays_out)


# --- what is chosen -----------------------------------------------------------------------------------------------


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


def _chosen(every: Sequence[_Candidate], weighed: Sequence[int], room: int) -> frozenset[int]:
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
    return frozenset(weighed[number] for number in choose(choices, room))


def _parts(prep: Preparation, task: Task, every: Sequence[_Candidate], chosen: frozenset[int]) -> Iterator[Part]:
    """Give the parts of the speech: each point that needs no other, with all that was chosen behind it."""
    number = 0
    for place, one in enumerate(every):
        if one.needs is None and place in chosen:
            number += one.point.kind == "contention"
            behind = {id(every[other].point) for other in chosen}
            said = tuple(_spoken(prep, task, one.point, number, behind))
            yield Part(one.point.kind, one.point, said, sum(units(sentence.text) for sentence in said))


def _spoken(prep: Preparation, task: Task, point: Point, number: int, chosen: set[int]) -> Iterator[Said]:
    """Say a point with what was chosen behind it: a reason comes after the claim it is for. Depth is bounded.

    ``number``: of a contention in the speech, or of a reason among those for the same claim.
    """
    more = [one for one in point.more if id(one) in chosen]
    yield from sentences.beginning(prep, point, number, is_new=task.lays_out)
    for claim, said in zip(point.claims, sentences.claims(prep, point, number), strict=True):
        yield said
        reasons = [reason for reason in more if reason.kind == "because" and reason.of == claim]
        for place, reason in enumerate(reasons, 1):
            yield from _spoken(prep, task, reason, place, chosen)
    for answer in more:
        if answer.kind == "also":
            yield from _spoken(prep, task, answer, number, chosen)
    yield from sentences.ending(prep, point, is_new=task.lays_out)
