"""A plan as a page: what to say in what order, each part with its seconds and the clock; then what is left out."""

from __future__ import annotations

from math import ceil

from coldwater.prep.material.spoken_length import WORD
from coldwater.prep.pages.spoken import opening, verdict_of
from coldwater.prep.setting.page import Heading, Item, Line, leading, tagged
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.plan import Left, Part, Plan
    from coldwater.prep.material.points import Point
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part as Piece

#: How many points that are left out are on the page, and how many that nothing answers; JSON holds all.
_LEFT, _UNANSWERED = 10, 8
_KINDS = {
    "opening": "Opening",
    "contention": "Contention",
    "answer": "Answer",
    "issue": "Voting issue",
    "close": "Close",
}


def plan_page(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    """Give the plan of a speech."""
    yield Heading(1, f"Speech for {prep.side}: {prep.map.title}")
    yield from opening(prep)
    yield _time(plan)
    if plan.parts:
        yield Heading(2, "The speech")
    spoken = 0
    for part in plan.parts:
        yield from _part(prep, plan, part, spoken)
        spoken += part.length
    yield from _left_out(prep, plan)
    yield from _unanswered(prep, plan)


def _time(plan: Plan) -> Line:
    task = plan.task
    given = f"{spoken_time(task.minutes * 60)} at {task.pace} words a minute"
    if plan.least is None:
        return Line(f"{given}. There is nothing on this map to say for this side.", "Time.")
    if not plan.parts:
        least = spoken_time(ceil(task.seconds(plan.least)))
        return Line(f"{given}: too short. Opening, shortest point and close take {least}.", "Time.")
    takes = whole(task.seconds(plan.length))
    free = max(int(task.minutes * 60 + 1e-6) - takes, 0)
    left = f"{spoken_time(free)} {'is' if free == 1 else 'are'} left over" if free else "no time is left over"
    return Line(f"{given}. The speech takes {spoken_time(takes)} ({plan.length / WORD:,.0f} words); {left}.", "Time.")


def whole(seconds: float) -> int:
    """Give seconds as whole ones, by which a page counts: the clock, what lies between two clocks, and the total.

    >>> whole(61.5), whole(62.5), whole(62.4999999999)
    (62, 63, 63)
    """
    return int(seconds + 0.5 + 1e-6)


def clock_of(seconds: int) -> str:
    """Give whole seconds as a clock shows them.

    >>> clock_of(61)
    '1:01'
    """
    return f"{seconds // 60}:{seconds % 60:02}"


def spoken_time(seconds: float) -> str:
    """Give seconds in words; one that has only begun does not count.

    >>> spoken_time(61.7), spoken_time(180), spoken_time(0.2)
    ('1 minute 1 second', '3 minutes', '0 seconds')
    """
    minutes, rest = divmod(int(seconds + 1e-6), 60)
    parts = [f"{minutes} minute{'s' if minutes != 1 else ''}"] if minutes else []
    if rest or not minutes:
        parts.append(f"{rest} second{'s' if rest != 1 else ''}")
    return " ".join(parts)


def _part(prep: Preparation, plan: Plan, part: Part, spoken: int) -> Iterator[Piece]:
    start, end = whole(plan.task.seconds(spoken)), whole(plan.task.seconds(spoken + part.length))
    what = _KINDS[part.kind]
    about = (
        "" if part.point is None or part.kind == "issue" else f": {_about(prep, part.point)}{_fate(prep, part.point)}"
    )
    when = f"{clock_of(start)}–{clock_of(end)}, {end - start} s"
    yield Heading(3, f"{what}{about}", when)
    for said in part.sentences:
        is_reason = part.kind == "contention" and said.depth > 0
        yield Item(said.text, "", _named(prep, said.node, is_reason=is_reason), said.depth)


def _named(prep: Preparation, node: int | None, *, is_reason: bool) -> str:
    """Give the id of what a sentence says, and warn of a reason that does not stand, though its point may."""
    if node is None:
        return ""
    label = prep.labels[node]
    return tagged(prep.names[node], f"on the map it {verdict_of(label)}" if is_reason and label != IN else "")


def _about(prep: Preparation, point: Point) -> str:
    """Name a point by its argument; an answer by what it answers."""
    return prep.title(point.node if point.kind in ("contention", "because", "issue") or point.of is None else point.of)


def _fate(prep: Preparation, point: Point) -> str:
    """Warn of what does not stand on the map."""
    label = prep.labels[point.node]
    what = "our answer" if point.answer is not None else "it"
    return "" if label == IN else f" (on the map {what} {verdict_of(label)})"


def _left_out(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    if not (plan.left and plan.parts):
        return
    yield Heading(2, "Left out")
    yield Line("In the time, what is said is worth more by what hangs on it.")
    yield from leading((_left(prep, plan, one) for one in plan.left), _LEFT)


def _left(prep: Preparation, plan: Plan, one: Left) -> Item:
    point = one.point
    kind = {"because": "Reason", "also": "Second answer"}.get(point.kind) or _KINDS[point.kind]
    told = f"{prep.title(point.node)}{_answered(prep, point)}: {spoken_time(whole(plan.task.seconds(one.length)))}"
    return Item(f"{told}{_fate(prep, point)}.", f"{kind}:", prep.names[point.node])


def _answered(prep: Preparation, point: Point) -> str:
    return f", against “{prep.title(point.of)}”" if point.answer is not None and point.of is not None else ""


def _unanswered(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    if not plan.unanswered:
        return
    yield Heading(2, "Not answered: nothing on the map does")
    items = (Item(prep.title(node), "", tagged(prep.names[node])) for node in plan.unanswered)
    yield from leading(items, _UNANSWERED)
