"""When cards come again, and which make a session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.prep.practice.cards import Card, cards_of
from coldwater.prep.practice.progress import Progress, Review
from coldwater.prep.practice.scheduling import due_after, session, waiting
from prep.preparations import ARTICLE, preparations, prepared
from prep.small_maps import model
from work import examples

START = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
EMPTY = Progress("T", "t", "", "pro", {})
STEPS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 200)), min_size=1, max_size=12)


@given(STEPS)
def test_a_card_comes_again_after_a_day_at_least_and_a_season_at_most(steps: list[tuple[int, int]]) -> None:
    at, reviews = START, []
    for grade, days in steps:
        at += timedelta(days)
        reviews.append(Review(at, grade, "d"))
        due = due_after(reviews)
        assert due is not None
        assert timedelta(1) <= due - at <= timedelta(90)
    assert due_after(reviews) == due_after(list(reviews))


@given(STEPS)
def test_a_better_grade_never_brings_a_card_back_earlier(steps: list[tuple[int, int]]) -> None:
    at, reviews = START, []
    for grade, days in steps:
        at += timedelta(days)
        reviews.append(Review(at, grade, "d"))
    dues = [due_after([*reviews[:-1], reviews[-1]._replace(grade=grade)]) for grade in (1, 2, 3, 4)]
    assert dues == sorted(dues, key=lambda due: due or START)


def test_a_clock_that_ran_back_harms_nothing() -> None:
    late, early = Review(START + timedelta(300), 3, "d"), Review(START, 3, "d")
    due = due_after([late, early])
    assert due is not None
    assert due > late.at


def changed_article() -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """Give the cards of pro on the article, and those after one argument says something else."""
    from coldwater import api  # noqa: PLC0415

    map_ = api.load(str(ARTICLE))
    data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
    data["claims"]["china-supplies"]["text"] = "China buys more and more from Russia."
    return cards_of(prepared(map_, "pro")), cards_of(prepared(model(data), "pro"))


def test_a_changed_argument_is_shown_as_changed_and_what_was_learnt_of_others_stays() -> None:
    before, after = changed_article()
    progress = EMPTY
    for card in before:
        progress = progress.graded(card.name, Review(START, 4, card.digest))
    states = {one.card.name: one.state for one in waiting(after, progress, START + timedelta(1))}
    assert states.pop("dependent-already") == "changed"
    assert set(states.values()) == {"later"}
    back = {one.card.name: one.state for one in waiting(before, progress, START + timedelta(1))}
    assert set(back.values()) == {"later"}


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 4), st.integers(0, 30)), max_size=30), st.integers(0, 99))
@settings(max_examples=examples(20))
def test_a_session_holds_what_is_due_once_and_the_seed_only_orders(
    steps: list[tuple[int, int, int]], seed: int
) -> None:
    cards, _ = ARTICLE_CARDS
    at, progress = START, EMPTY
    for which, grade, days in steps:
        at += timedelta(days)
        card = cards[which % len(cards)]
        progress = progress.graded(card.name, Review(at, grade, card.digest))
    found = waiting(cards, progress, at)
    plain = session(found, 5)
    assert len({one.card.name for one in plain}) == len(plain) <= 5
    assert all(one.state != "later" for one in plain)
    assert sorted(one.card.name for one in session(found, 5, seed=seed)) == sorted(one.card.name for one in plain)
    assert session(found, 5, seed=seed) == session(found, 5, seed=seed)
    assert len(session(found, 99, with_all=True)) == len(cards)


ARTICLE_CARDS = changed_article()


def test_each_opposing_argument_of_any_map_is_a_card_once() -> None:
    for name, prep in preparations():
        cards = cards_of(prep)
        assert sorted(card.name for card in cards) == sorted(prep.names[one.argument] for one in prep.opposing), name
        assert [one.state for one in waiting(cards, EMPTY, START)] == ["new"] * len(cards), name


def test_a_card_of_today_is_due_all_day() -> None:
    (card, *_), _ = ARTICLE_CARDS
    progress = EMPTY.graded(card.name, Review(START, 1, card.digest))
    due = due_after(progress.reviews[card.name])
    assert due is not None
    states = [waiting((card,), progress, due - timedelta(hours=before))[0].state for before in (13, 11, 0)]
    assert states == ["later", "due", "due"]


def test_what_may_be_forgotten_comes_before_what_changed_and_that_before_what_is_new() -> None:
    before, after = ARTICLE_CARDS
    changed = next(card for card in before if card.name == "dependent-already")
    other = next(card for card in before if card.name != "dependent-already")
    progress = EMPTY
    for card in (changed, other):
        progress = progress.graded(card.name, Review(START, 3, card.digest))
    found = session(waiting(after, progress, START + timedelta(90)), len(after))
    assert [one.state for one in found[:3]] == ["due", "changed", "new"]
    assert {one.state for one in found[2:]} == {"new"}
