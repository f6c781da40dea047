"""When a card comes again, by the FSRS algorithm, and which cards make a session.

FSRS (J. Ye, J. Su, Y. Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD
2022; here version 6, by the package ``fsrs``) estimates for each card how long it will be remembered, and sets it due
when the chance has come down to 90 %. docs/decisions/0015-practice.md says why it and not another.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from typing import Literal

    from fsrs import Scheduler

    from coldwater.prep.practice.cards import Card
    from coldwater.prep.practice.progress import Progress, Review

    State = Literal["new", "changed", "due", "later"]

#: No card stays away for longer than so many days: a season of debates is not longer.
_LONGEST = 90
#: In which order cards come: first what was known and may be forgotten, then what has changed, then what is new.
_TURNS = ("due", "changed", "new", "later")


class Waiting(NamedTuple):
    """A card and where it stands: new, changed since it was last answered, due, or due later (``due`` says when)."""

    card: Card
    state: State
    due: datetime | None


def due_after(reviews: Iterable[Review]) -> datetime | None:
    """Say when a card with these reviews comes again; None if there is none. Time never runs back between them."""
    from fsrs import Card as Known  # noqa: PLC0415 - a drill alone needs it
    from fsrs import Rating  # noqa: PLC0415

    known, at = None, None
    for one in reviews:
        at = one.at if at is None else max(at, one.at)
        known = Known(card_id=0, due=at) if known is None else known
        known, _ = _scheduler().review_card(known, Rating(one.grade), at)
    return None if known is None else known.due


@cache
def _scheduler() -> Scheduler:
    """Give the scheduler: whole days only, and no chance in them."""
    from fsrs import Scheduler  # noqa: PLC0415 - a drill alone needs it

    return Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=_LONGEST, enable_fuzzing=False)


def waiting(cards: Iterable[Card], progress: Progress, now: datetime) -> tuple[Waiting, ...]:
    """Say of each card where it stands, in the order of the cards."""
    return tuple(_waiting(card, progress, now) for card in cards)


def _waiting(card: Card, progress: Progress, now: datetime) -> Waiting:
    due = due_after(progress.of(card.name, card.digest))
    if due is None:
        return Waiting(card, "changed" if progress.reviews.get(card.name) else "new", None)
    # A card of today is due all day, however late it was answered the last time.
    return Waiting(card, "due" if due <= now + timedelta(hours=12) else "later", due)


def session(found: Sequence[Waiting], limit: int, with_all: bool = False, seed: int | None = None) -> list[Waiting]:
    """Give the cards of a session, at most ``limit``: those that are due, then what changed, then what is new.

    ``with_all``: then also those that are not due yet, the nearest first. With a seed the cards chosen are shuffled,
    always in the same way for one seed.
    """
    chosen = [one for one in found if with_all or one.state != "later"]
    chosen.sort(key=lambda one: (_TURNS.index(one.state), one.due.timestamp() if one.due else 0))
    chosen = chosen[:limit]
    if seed is not None:
        Random(seed).shuffle(chosen)  # noqa: S311 - the order of cards is no secret
    return chosen
