"""Stamps: what they hold still on, and what they do not."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.errors import UsageError
from coldwater.formats.native import stamps_text
from coldwater.model import from_accepted_data
from coldwater.review.stamping import stamped, suspects
from strategies import maps

from .test_changes import BRIDGE, Data, Edit


def suspected(*edits: Edit) -> dict[str, tuple[str, ...]]:
    """Give what is suspect after edits to a bridge whose arguments have all been reviewed, with what changed."""
    data = copy.deepcopy(BRIDGE)
    for edit in edits:
        edit(data)
    stamps, _ = stamped(from_accepted_data(BRIDGE), {}, [], "Ann Lee", "2026-03-02")
    return {one.id: one.changed for one in suspects(from_accepted_data(data), stamps)}


def test_nothing_changed() -> None:
    assert suspected() == {}


def test_a_premise_a_target_and_a_source_that_changed() -> None:
    assert suspected(lambda data: data["claims"]["cracks"].update(text="There are deep cracks.")) == {
        "safety": ("cracks",)
    }
    assert suspected(lambda data: data["claims"]["rebuild"].update(text="Rebuild now.")) == {
        "safety": ("rebuild",),
        "money": ("rebuild",),
    }
    assert suspected(lambda data: data["sources"]["survey"].update(issued=2025)) == {"safety": ("survey",)}
    assert suspected(lambda data: data["arguments"]["money"].update(strength=0.5)) == {
        "money": ("money",),
        "funded": ("money",),
    }


def test_titles_tags_notes_order_and_layout_do_not_count() -> None:
    assert (
        suspected(
            lambda data: data["arguments"]["safety"].update(title="Safety", tags=["x"], note="A remark."),
            lambda data: data["arguments"]["safety"]["premises"].reverse(),
            lambda data: data["claims"]["cracks"].update(text="There  are\ncracks.", note="A remark."),
            lambda data: data.update(claims=dict(reversed(data["claims"].items()))),
        )
        == {}
    )


def test_a_premise_that_came_or_went() -> None:
    assert suspected(lambda data: data["arguments"]["safety"].update(premises=["cracks"])) == {
        "safety": ("safety", "unsafe")
    }


def test_only_what_is_named_is_stamped_and_what_is_gone_is_dropped() -> None:
    map_ = from_accepted_data(BRIDGE)
    stamps, given_ = stamped(map_, {}, ["money"], "Ann Lee", "2026-03-02")
    assert (list(stamps), given_) == (["money"], ("money",))
    stamps, given_ = stamped(map_, {**stamps, "gone": stamps["money"]}, [], "Bo", "2026-03-03")
    assert given_ == ("safety", "funded")
    assert {name: stamp.by for name, stamp in stamps.items()} == {"money": "Ann Lee", "safety": "Bo", "funded": "Bo"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("saftey", "there is no argument `saftey` in this map. Did you mean `safety`?"),
        ("rebuild", "`rebuild` is a claim, and it is arguments that are reviewed; these rest on it: `safety`, `money`"),
        ("grant", "`grant` is a claim, and it is arguments that are reviewed; these rest on it: `funded`"),
    ],
)
def test_what_is_no_argument_is_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        stamped(from_accepted_data(BRIDGE), {}, [name], "Ann Lee", "2026-03-02")
    assert str(caught.value) == said


@given(maps, st.randoms(use_true_random=False))
def test_whoever_reviews_everything_has_no_suspects_whatever_the_order(data: Data, random: Random) -> None:
    stamps, _ = stamped(from_accepted_data(data), {}, [], "Ann Lee", "2026-03-02")
    read: Any = stamps_text.read(stamps_text.write(stamps), "stamps")
    assert read == {name: stamps[name]._replace(rests_on=dict(stamps[name].rests_on)) for name in sorted(stamps)}
    shuffled = copy.deepcopy(data)
    for section in ("claims", "arguments", "sources"):
        if section in shuffled:
            entries = list(shuffled[section].items())
            random.shuffle(entries)
            shuffled[section] = dict(entries)
    assert suspects(from_accepted_data(shuffled), read) == ()
