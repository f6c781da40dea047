"""Splices that are kept apart: the same answer as looking at all of them, for a bisection."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.edits import Splice
from coldwater.formats.native.splices import Apart, do_overlap

SPLICES = st.tuples(st.integers(0, 30), st.integers(0, 4), st.sampled_from(["", "a"])).map(
    lambda one: Splice(one[0], one[0] + one[1], one[2])
)


@given(st.lists(st.lists(SPLICES, max_size=3), max_size=12))
def test_there_is_room_just_where_nothing_overlaps(groups: list[list[Splice]]) -> None:
    apart, kept = Apart(), list[Splice]()
    for group in groups:
        assert apart.have_room_for(group) == (not do_overlap([*kept, *group]))
        if apart.have_room_for(group):
            apart.add(group)
            kept += group
    assert apart.splices == sorted(kept, key=lambda one: (one.start, one.end))
