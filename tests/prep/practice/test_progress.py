"""Progress: what was graded is read as it was written, and nothing else is taken for it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.prep.practice.progress import (
    NoProgressError,
    Progress,
    Review,
    read_progress,
    write_progress,
)

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - aware by timezones
    lambda at: at.replace(microsecond=0)
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
REVIEWS = st.builds(Review, MOMENTS, st.integers(1, 4), TEXTS)
PROGRESS = st.builds(
    Progress, TEXTS, TEXTS, TEXTS, st.sampled_from(["pro", "con"]),
    st.dictionaries(TEXTS, st.lists(REVIEWS, min_size=1, max_size=5).map(tuple), max_size=5),
)  # fmt: skip


@given(PROGRESS)
def test_what_was_written_is_read(progress: Progress) -> None:
    assert read_progress(write_progress(progress)) == progress


@given(PROGRESS, st.data())
def test_a_cut_or_damaged_text_is_no_progress_or_whole(progress: Progress, data: st.DataObject) -> None:
    text = write_progress(progress)
    at = data.draw(st.integers(0, len(text) - 2))
    damaged = data.draw(st.sampled_from([text[:at], text[:at] + "\x00" + text[at + 1 :], text[:at] + text[at + 1 :]]))
    try:
        found = read_progress(damaged)
    except NoProgressError:
        return
    assert read_progress(write_progress(found)) == found
    assert damaged != text[:at]


@given(PROGRESS, TEXTS, REVIEWS)
def test_an_answer_more_takes_nothing_away(progress: Progress, name: str, review: Review) -> None:
    after = progress.graded(name, review)
    assert after.reviews[name] == (*progress.reviews.get(name, ()), review)
    assert {key: one for key, one in after.reviews.items() if key != name} == {
        key: one for key, one in progress.reviews.items() if key != name
    }
    assert review in after.of(name, review.digest)


HEAD = '"map": {"title": "", "thesis": "", "path": ""}, "side": "pro"'


@pytest.mark.parametrize("text", [
    "", "nothing", "[]", "{}", "7", "null", "[" * 100_000,
    '{"coldwater-drill": 1}',
    '{"coldwater-drill": 2, "map": {}}',
    f'{{"coldwater-drill": 1, {HEAD}, "cards": {{"a": [[1, 2, 3]]}}}}',
    f'{{"coldwater-drill": 1, {HEAD}, "cards": {{"a": 5}}}}',
    f'{{"coldwater-drill": 1, {HEAD}, "cards": {{"a": [["2026-01-01T00:00:00Z", 5, ""]]}}}}',
])  # fmt: skip
def test_anything_else_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(NoProgressError, match=r"it (holds no progress|is of version 2|is damaged)"):
        read_progress(text)


def test_a_review_a_line() -> None:
    first = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    progress = Progress(
        "T", "t", "/maps/t", "pro", {"a": (Review(first, 1, "d"), Review(first + timedelta(1), 3, "d"))}
    )
    text = write_progress(progress)
    assert '      ["2026-11-24T10:00:00Z", 1, "d"],\n      ["2026-11-25T10:00:00Z", 3, "d"]\n' in text
    assert json.loads(text)["coldwater-drill"] == 1


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59Z", "1999-12-31T23:59:59Z", "2026-13-01T00:00:00Z", "2026-01-01"])
def test_a_date_that_no_drill_can_have_is_damage(at: str) -> None:
    good = Progress("T", "t", "", "pro", {"a": (Review(datetime(2026, 1, 1, tzinfo=UTC), 3, "d"),)})
    text = write_progress(good)
    assert read_progress(text) == good
    with pytest.raises(NoProgressError, match="damaged"):
        read_progress(text.replace("2026-01-01T00:00:00Z", at))


def test_what_was_graded_follows_an_id_that_is_renamed() -> None:
    rows = (Review(datetime(2026, 1, 1, tzinfo=UTC), 3, "said"),)
    other = (Review(datetime(2026, 1, 2, tzinfo=UTC), 1, "else"),)
    kept = Progress("T", "t", "", "pro", {"old": rows, "other": other})
    assert kept.following({"new": "said", "other": "else"}).reviews == {"new": rows, "other": other}
    assert kept.following({"old": "said now", "new": "said", "other": "else"}) == kept  # the old one is there still
    assert kept.following({"new": "said", "newer": "said", "other": "else"}) == kept  # which of them is it?
    assert kept.following({"new": "other words", "other": "else"}) == kept
    twins = kept._replace(reviews={"one": rows, "two": rows})
    assert twins.following({"new": "said"}) == twins
    assert kept.following({"new": "said", "other": "else"}).following({"old": "said", "other": "else"}) == kept
