"""A plan as a page: what to say in what order, each part with its seconds; then what is left out, and why."""

from __future__ import annotations

from math import ceil

from coldwater.listing import listed
from coldwater.prep.pages.citing import Citing, cites_of, quoted
from coldwater.prep.pages.flow_words import cost_words
from coldwater.prep.pages.spoken import opening, verdict_of
from coldwater.prep.setting.page import Card, Heading, Item, Line, leading, tagged
from coldwater.prep.speeches.filling import LEAST_FREE, find_wants
from coldwater.prep.speeches.phrases import is_foreign
from coldwater.prep.speeches.spoken_length import WORD
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part as Piece
    from coldwater.prep.speeches.parts import Part
    from coldwater.prep.speeches.planning import Left, Plan
    from coldwater.prep.speeches.points import Point, Unsaid
    from coldwater.prep.speeches.sentences import Said

#: How many points that are left out are on the page, and how many that nothing answers; JSON holds all.
_LEFT, _UNANSWERED, _UNSAID = 12, 8, 12
#: Parts that are about the whole.
_WITHOUT_TITLE = ("overview", "issue", "weighing")
_KINDS = {
    "opening": "Opening",
    "contention": "Contention",
    "answer": "Answer",
    "press": "To press",
    "compare": "Comparison",
    "overview": "Overview",
    "recap": "Once more",
    "ahead": "What they may say",
    "extension": "Extension",
    "issue": "Voting issue",
    "weighing": "Weighing",
    "close": "Close",
}
#: What only comes behind another point.
_BEHIND = {
    "because": "Reason", "also": "Second answer", "again": "Answer, once more", "evidence": "Quotation",
    "ahead": "What they may say, answered", "compare": "Comparison",
}  # fmt: skip
#: Why something of the side's is no point of the speech; what stands in braces is the speech it belongs into.
_WHY = {
    "falls": "It falls on this map",
    "ours": "It attacks what we use ourselves",
    "later": "It comes in {}",
    "earlier": "It belonged in {}",
    "unsaid": "No speech of this format is left for it",
    "deep": "Too many reasons behind one another to be followed by ear",
    "nothing": "Nothing said in this debate needs it",
}


def plan_page(prep: Preparation, plan: Plan, *, notes: bool = True) -> Iterator[Piece]:
    """Give the plan of a speech; with ``notes``, also how what is said stands on the map, and what is left out."""
    yield Heading(1, f"Speech for {prep.side}: {prep.map.title}")
    if notes:
        yield from opening(prep)
    if not plan.turn.is_alone:
        one = plan.turn.debate.speeches[plan.turn.speech]
        yield Line(f"{one.code}, {one.name}, in {plan.turn.debate.title}.", "Speech.")
    yield _time(plan)
    if plan.parts:
        yield Heading(2, "The speech")
    citing, spoken = Citing(prep), 0
    for part in plan.parts:
        yield from _part(plan, part, citing, spoken, notes=notes)
        spoken += part.length
    if notes:
        yield from _to_fill(prep, plan)
        yield from _left_out(prep, plan)
        yield from _unsaid(prep, plan)
        yield from _unanswered(prep, plan)


def _time(plan: Plan) -> Line:
    task = plan.task
    given = f"{spoken_time(task.minutes * 60)} at {task.pace} words a minute"
    if plan.least is None:
        return Line(f"{given}. There is nothing on this map to say for this side{_here(plan)}.", "Time.")
    if not plan.parts:
        least = spoken_time(ceil(task.seconds(plan.least)))
        return Line(f"{given}: too short. Opening, shortest point and close take {least}.", "Time.")
    takes = whole(task.seconds(plan.length))
    free = max(int(task.minutes * 60 + 1e-6) - takes, 0)
    left = f"{spoken_time(free)} {'is' if free == 1 else 'are'} left over" if free else "no time is left over"
    return Line(f"{given}. The speech takes {spoken_time(takes)} ({plan.length / WORD:,.0f} words); {left}.", "Time.")


#: What the map lacks, and how that is told.
_LACKS = {
    "answer": "Not answered on the map:",
    "quote": "A source without its words:",
    "source": "No source:",
    "reason": "No reason:",
}


def _to_fill(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    """Say what would fill the time that is left over, with the seconds that it might take."""
    wants = find_wants(prep, plan)
    free = plan.task.minutes * 60 - plan.task.seconds(plan.length)
    if not plan.parts or plan.left or free < LEAST_FREE:
        return
    yield Heading(2, "To fill the time")
    yield Line(
        "All that the map holds for this speech is in it. This would fill it, if the map had it:"
        if wants
        else "All that the map holds for this speech is in it. More points or more answers would fill it."
    )
    for one in wants:
        about = spoken_time(whole(one.seconds))
        yield Item(f"{prep.title(one.node)}: about {about}.", _LACKS[one.lack], prep.names[one.node])


def _here(plan: Plan) -> str:
    return "" if plan.turn.is_alone else " in this speech"


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


def _part(plan: Plan, part: Part, citing: Citing, spoken: int, *, notes: bool) -> Iterator[Piece]:
    prep = citing.prep
    start, end = whole(plan.task.seconds(spoken)), whole(plan.task.seconds(spoken + part.length))
    point = part.point if part.kind not in _WITHOUT_TITLE else None
    about = "" if point is None else f": {_about(prep, point)}"
    fate = "" if point is None or not notes else _fate(prep, point)
    yield Heading(3, f"{_KINDS[part.kind]}{about}")
    yield Line(f"{clock_of(start)}–{clock_of(end)}, {end - start} s{fate}.")
    # Words of ours that are in another language than the map's stand apart from its words.
    apart = is_foreign(prep.map.language)
    for said in part.sentences:
        if (card := _card(said, citing)) is not None:
            yield card
            continue
        is_own = said.node is not None and prep.side in prep.inquiry.sides(said.node)
        is_reason = notes and part.kind in ("contention", "extension") and said.depth > 0 and is_own
        tag = tagged(_named(prep, said.node, is_reason=is_reason), said.source)
        lead = (said.lead if said.node is not None else said.text) if apart else ""
        yield Item(said.text[len(lead) :], lead.rstrip(), tag, said.depth)


def _card(said: Said, citing: Citing) -> Card | None:
    """Give the card that words of a source are read from; None where there is no passage to them."""
    prep = citing.prep
    if not said.source or said.node is None:
        return None
    name = prep.names[said.node]
    for citation, card in zip(cites_of(prep, name), citing.cards(name), strict=True):
        if citation.source == said.source and citation.passage is not None and quoted(citation) in said.text:
            return card
    return None


def _named(prep: Preparation, node: int | None, *, is_reason: bool) -> str:
    """Give the id of what a sentence says, and warn of a reason that does not stand, though its point may."""
    if node is None:
        return ""
    label = prep.labels[node]
    return tagged(prep.names[node], f"on the map it {verdict_of(label)}" if is_reason and label != IN else "")


def _about(prep: Preparation, point: Point) -> str:
    """Name a point by its argument; an answer by what it answers."""
    answers = point.kind in ("answer", "also", "again", "ahead")
    return prep.title(point.of if answers and point.of is not None else point.node)


def _fate(prep: Preparation, point: Point) -> str:
    """Warn of what does not stand on the map."""
    label = prep.labels[point.node]
    what = "our answer" if point.kind in ("answer", "also", "again") else "it"
    return "" if label == IN else f" (on the map {what} {verdict_of(label)})"


def _left_out(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    if not (plan.left and plan.parts):
        return
    yield Heading(2, "Left out")
    yield Line("In the time, what is said is worth more by what hangs on it.")
    yield from leading((_left(prep, plan, one) for one in plan.left), _LEFT)


def _left(prep: Preparation, plan: Plan, one: Left) -> Item:
    point = one.point
    kind = _BEHIND.get(point.kind) or _KINDS[point.kind]
    what = _issue_words(prep, point) if point.kind in _WITHOUT_TITLE else _what(prep, point)
    behind = f", and {len(one.behind):,} behind it" if one.behind else ""
    told = f"{what}{behind}: {spoken_time(whole(plan.task.seconds(one.length)))}"
    fate = _fate(prep, point) if point.kind not in ("weighing", "overview") else ""
    ids = tagged(*(prep.names[node] for node in dict.fromkeys((point.node, *one.behind[:_UNSAID]))))
    return Item(f"{told}{fate}.", f"{kind}:", ids)


def _what(prep: Preparation, point: Point) -> str:
    if point.kind in ("answer", "also", "again", "ahead") and point.of is not None:
        return f"{prep.title(point.node)}, against “{prep.title(point.of)}”"
    return prep.title(point.node)


def _issue_words(prep: Preparation, point: Point) -> str:
    return "what is left of both cases" if point.kind == "weighing" else prep.title(point.node)


def _unsaid(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    """List what of the side is no point of this speech, by the reason."""
    if not plan.unsaid:
        return
    yield Heading(2, "Not in this speech")
    reasons: dict[str, list[Unsaid]] = {}
    for one in plan.unsaid:
        speech = "" if one.speech is None else plan.turn.debate.speeches[one.speech].code
        reasons.setdefault(_WHY[one.why].format(speech), []).append(one)
    for why, every in reasons.items():
        named = [f"“{prep.title(one.node)}”" for one in every[:_UNSAID]]
        if len(every) > _UNSAID:
            named.append(f"{len(every) - _UNSAID:,} more")
        yield Item(f"{listed(named)}.", f"{why}:", tagged(*(prep.names[one.node] for one in every[:_UNSAID])))


def _unanswered(prep: Preparation, plan: Plan) -> Iterator[Piece]:
    lacking = plan.turn.lacking
    if not lacking:
        return
    yield Heading(2, "Not answered: nothing on the map does")
    items = (
        Item(prep.title(node), "", tagged(prep.names[node], cost_words(drop) if drop.costs else ""))
        for node, drop in lacking.items()
    )
    yield from leading(items, _UNANSWERED)
