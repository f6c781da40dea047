"""What fixes do to a text: stretches apart from each other that give, put in their places, what the edits would."""

from __future__ import annotations

from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.editing.applying import apply_edits
from coldwater.editing.splicing import Splicer, apart
from coldwater.edits import Edit, Fix, Insert, Remove, Rename, Replace, Splice
from coldwater.formats.native.splices import splice
from strategies import json_text, maps

from .commented import Writer
from .test_applying import some_edits

seeds = st.integers(0, 10**9).map(Random)


def splices_of(text: str, *edits: Edit, spelling: str = "yaml") -> tuple[Splice, ...]:
    """Give what a fix of so many edits does."""
    [found] = Splicer(text, spelling).splices([Fix(edits, "")])
    return found


@given(maps, seeds)
def test_the_splices_of_a_fix_do_what_its_edits_do(data: dict[str, Any], random: Random) -> None:
    edits = some_edits(data, random)
    for text, spelling in ((Writer(random).write(data), "yaml"), (json_text(data, random), "json")):
        found = splices_of(text, *edits, spelling=spelling)
        assert splice(text, found) == apply_edits(text, spelling, edits)
        assert all(one.end < other.start for one, other in pairwise(found))
        assert all(text[one.start : one.end] != one.text for one in found)


@given(maps, seeds)
def test_each_of_several_fixes_is_made_as_if_it_were_alone(data: dict[str, Any], random: Random) -> None:
    edits = some_edits(data, random)
    text = Writer(random).write(data)
    found = Splicer(text, "yaml").splices([Fix((edit,), "") for edit in edits])
    for edit, splices in zip(edits, found, strict=True):
        assert splice(text, splices) == apply_edits(text, "yaml", [edit])


@given(maps, seeds)
def test_fixes_that_are_apart_can_be_made_together(data: dict[str, Any], random: Random) -> None:
    """The text is that of one fix after the other, whichever comes first."""
    renamed = [Rename(("claims", name), name + "x") for name in data["claims"]]
    text = Writer(random).write(data)
    found = Splicer(text, "yaml").splices([Fix((edit,), "") for edit in renamed])
    chosen = apart(found)
    together = splice(text, [one for number in chosen for one in found[number]])
    assert together == apply_edits(text, "yaml", [renamed[number] for number in chosen])


def test_edits_that_get_into_each_others_way_are_one_stretch() -> None:
    text = "claims: {a: A., b: B., c: C.}\n"
    edits = (Insert(("claims", "d"), "D.", "a"), Remove(("claims", "a")))
    [one] = splices_of(text, *edits)
    assert splice(text, [one]) == apply_edits(text, "yaml", edits) == "claims: {d: D., b: B., c: C.}\n"
    assert one == (9, 13, "d: D")


def test_touching_splices_of_a_fix_are_one() -> None:
    assert splices_of("a: 1\nb: 2\nc: 3\nd: 4\n", Remove(("b",)), Remove(("c",))) == (Splice(5, 15, ""),)


def test_what_changes_nothing_is_no_fix() -> None:
    assert splices_of("a: 1\n", Replace(("a",), 1)) == ()
    assert Splicer("a: 1\n", "yaml").splices([Fix((), "", True, (Splice(0, 1, "a"),))]) == [()]


def test_what_an_alias_keeps_from_being_changed_has_no_splices() -> None:
    text = "a: &x {b: 1}\nc: *x\nd: 5\n"
    found = Splicer(text, "yaml").splices([Fix((Replace((step,), 2),), "") for step in ("a", "c", "d")])
    assert found == [(), (Splice(16, 18, "2"),), (Splice(22, 23, "2"),)]


def test_what_an_alias_repeats_is_changed_for_all_at_once() -> None:
    text = "a: &x {b: 1}\nc: *x\n"
    found = Splicer(text, "yaml").splices([Fix((Replace((step, "b"), 2),), "") for step in ("a", "c")])
    assert found == [(Splice(10, 11, "2"),)] * 2


def test_a_text_is_not_read_for_splices() -> None:
    """They are for texts that cannot be read as they are written."""
    fix = Fix((), "", True, (Splice(4, 5, '"'), Splice(0, 0, '"')))
    assert Splicer("a: [", "yaml").splices([]) == []
    assert Splicer("a: [ }", "yaml").splices([fix]) == [(Splice(0, 0, '"'), Splice(4, 5, '"'))]


@pytest.mark.parametrize("stretches", [[(0, 3), (2, 4)], [(0, 9)], [(3, 2)], [(-1, 2)]])
def test_splices_that_make_no_sense_are_refused(stretches: list[tuple[int, int]]) -> None:
    fix = Fix((), "", True, tuple(Splice(start, end, "x") for start, end in stretches))
    with pytest.raises(ValueError, match="overlap, or lie outside"):
        Splicer("a: b\n", "yaml").splices([fix])


spans = st.tuples(st.integers(0, 20), st.integers(0, 3)).map(lambda one: Splice(one[0], sum(one), "x"))


@given(st.lists(spans.map(lambda one: (one,)), max_size=12))
def test_those_that_are_apart_are_chosen_first_come_first_served(many: list[tuple[Splice, ...]]) -> None:
    chosen: list[int] = []
    for number, (one,) in enumerate(many):
        others = [many[other][0] for other in chosen]
        if not any(one.start <= other.end and other.start <= one.end for other in others):
            chosen.append(number)
    assert apart(many) == chosen
