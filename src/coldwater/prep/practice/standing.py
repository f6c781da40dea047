"""How far somebody has come with the cards of a side, as a page and as JSON."""

from __future__ import annotations

import json
from collections import Counter

from coldwater.prep.pages.spoken import view_of
from coldwater.prep.practice.progress import GRADES
from coldwater.prep.setting.page import Heading, Item, Line, tagged
from coldwater.semantics.positions import view_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.practice.progress import Progress
    from coldwater.prep.practice.scheduling import Waiting
    from coldwater.prep.setting.page import Part

#: How many cards the page names; JSON holds all.
MOST = 40
_HEADINGS = {"due": "Due", "changed": "Changed since you last answered", "new": "New", "later": "Later"}


def standing_page(prep: Preparation, progress: Progress, rows: Sequence[Waiting]) -> Iterator[Part]:
    """Give a page: how many cards are where, how answers went, then the cards, those at hand first."""
    yield Heading(1, f"Drill of {prep.side}: {prep.map.title}")
    yield from view_of(prep.map)
    if not rows:
        yield Line(f"There is no {prep.other} argument on this map to answer.")
        return
    counts = Counter[str](one.state for one in rows)
    yield Line(", ".join(f"{counts[state]:,} {state}" for state in _HEADINGS) + ".", _counted(len(rows), "card"))
    grades = Counter(review.grade for one in rows for review in progress.reviews.get(one.card.name, ()))
    if grades:
        told = ", ".join(f"{grades[grade]:,} {word}" for grade, word in GRADES.items())
        known = 1 - grades[1] / grades.total()
        yield Line(f"{told}: {known:.0%} known.", _counted(grades.total(), "answer"))
    shown = 0
    for state, heading in _HEADINGS.items():
        found = [one for one in rows if one.state == state][: MOST - shown]
        found.sort(key=lambda one: one.due.timestamp() if one.due else 0)
        if found:
            yield Heading(2, heading)
        yield from (_item(prep, progress, one) for one in found)
        shown += len(found)
    if shown < len(rows):
        yield Line(f"And {len(rows) - shown:,} more cards.")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}."


def _item(prep: Preparation, progress: Progress, one: Waiting) -> Item:
    reviews = progress.reviews.get(one.card.name, ())
    due = f"{one.due:%Y-%m-%d}" if one.due else ""
    last = f"last {GRADES[reviews[-1].grade]}" if reviews else ""
    return Item(prep.title(one.card.block.standing.argument), "", tagged(one.card.name, due, last))


def standing_json(prep: Preparation, progress: Progress, rows: Sequence[Waiting]) -> str:
    """Give the same as JSON, version 1, with a line end: every card, in the order of the cards."""
    cards = [
        {
            "argument": one.card.name,
            "state": one.state,
            "due": None if one.due is None else one.due.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "grades": [review.grade for review in progress.reviews.get(one.card.name, ())],
        }
        for one in rows
    ]
    counts = {state: sum(one.state == state for one in rows) for state in _HEADINGS}
    data = {"version": 1, "side": prep.side, **view_data(prep.map), "counts": counts, "cards": cards}
    return json.dumps(data, indent=2) + "\n"
