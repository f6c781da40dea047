"""Each crux changes the verdict, no part of it does, and none is missing: against trying every set on small maps."""

from __future__ import annotations

from itertools import product

import pytest

from coldwater.model.graph import OTHER
from coldwater.prep.deciding.cruxes import Cruxes, find_cruxes
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.searching import Task, read_off, try_out
from prep.small_maps import Brute, drawn, inquiry_of, model
from work import examples

SEEDS = range(examples(600))


def as_sets(inquiry: Inquiry, cruxes: Cruxes) -> dict[frozenset[str], int]:
    """Spell cruxes out: one set for each choice of handles, with the label that it leads to."""
    names = inquiry.framework.names
    return {
        frozenset(names[leaf] for leaf in chosen): crux.label
        for crux in cruxes.found
        for chosen in product(*(one.leaves for one in crux.handles))
    }


def test_they_are_the_minimal_sets_that_change_the_verdict() -> None:
    sizes, double_edged, circular = set(), 0, 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        base = brute.verdict()
        wanted = brute.minimal(lambda one, brute=brute, base=base: brute.verdict(one) != base, brute.leaves)
        found = as_sets(inquiry, find_cruxes(inquiry, 99))
        assert set(found) == wanted, seed
        assert all(brute.verdict(one) == label for one, label in found.items()), seed
        sizes |= {len(one) for one in wanted}
        double_edged += bool(wanted) and not inquiry.is_one_sided
        circular += bool(wanted) and any(len(one) > 1 for one in inquiry.framework.components)
    assert sizes >= {1, 2, 3}
    assert min(double_edged, circular) > 20


def test_reading_off_and_trying_give_the_same() -> None:
    one_sided = 0
    for seed in SEEDS:
        inquiry = inquiry_of(drawn(seed))
        if not inquiry.is_one_sided:
            continue
        one_sided += 1
        for side in inquiry.gainers():
            task = Task(side, [inquiry.handles[place].leaves for place in inquiry.places_of(OTHER[side])])
            assert read_off(inquiry, task, side, 4) == try_out(inquiry, task, 4), seed
    assert one_sided > examples(400)


def test_a_smaller_size_gives_the_smaller_ones_and_larger_ones_are_cruxes_too() -> None:
    known = 0
    for seed in SEEDS:
        inquiry = inquiry_of(drawn(seed))
        every, small = find_cruxes(inquiry, 99), find_cruxes(inquiry, 1)
        assert small.found == tuple(crux for crux in every.found if len(crux.handles) == 1), seed
        assert set(small.larger) <= set(every.found), seed
        assert {crux.gainer for crux in small.larger}.isdisjoint(crux.gainer for crux in small.found), seed
        assert not {crux.gainer for crux in every.found} & set(small.safe_from), seed
        known += len(small.larger)
    assert known > examples(60)


LINKED = {
    "argmap": 1,
    "title": "T",
    "thesis": "t",
    "shape": "graph",
    "claims": {name: f"Claim {name}." for name in "tabcde"},
    "arguments": {
        "one": {"premises": ["a", "b"], "supports": "t"},
        "two": {"premises": ["b", "c"], "supports": "t"},
        "three": {"premises": ["d", "e"], "attacks": "one"},
    },
}


def ids(inquiry: Inquiry, cruxes: Cruxes) -> list[list[list[str]]]:
    names = inquiry.framework.names
    return [[[names[leaf] for leaf in one.leaves] for one in crux.handles] for crux in cruxes.found]


def test_leaves_of_exactly_the_same_arguments_are_one_crux_with_several_handles() -> None:
    inquiry = inquiry_of(model({**LINKED, "arguments": {"one": LINKED["arguments"]["one"]}}))  # type: ignore[index]
    assert ids(inquiry, find_cruxes(inquiry, 3)) == [[["a", "b"]]]


def test_leaves_of_different_arguments_are_different_cruxes() -> None:
    inquiry = inquiry_of(model(LINKED))
    assert ids(inquiry, find_cruxes(inquiry, 3)) == [[["b"]], [["c"]]]


@pytest.mark.parametrize("field", ["a contradiction", "a status"])
def test_a_leaf_that_stands_against_another_is_no_handle_and_a_rejected_one_is_no_leaf(field: str) -> None:
    claims = {name: {"text": f"Claim {name}."} for name in "tabc"}
    if field == "a status":
        claims["b"]["status"] = "rejected"
    else:
        claims["b"]["contradicts"] = ["c"]  # type: ignore[assignment]
    steps = {
        "one": {"premises": ["a", "b"], "supports": "t"},
        "two": {"premises": ["c"], "attacks": "t"},
    }
    inquiry = inquiry_of(model({**LINKED, "claims": claims, "arguments": steps}))
    handles = [[inquiry.framework.names[leaf] for leaf in one.leaves] for one in inquiry.handles]
    assert handles == ([["a"], ["c"]] if field == "a status" else [["a"], ["b"], ["c"]])


def test_a_claim_accepted_without_regard_to_its_support_is_a_leaf_and_its_support_is_no_crux() -> None:
    claims = {"t": "T.", "a": {"text": "A.", "status": "accepted"}, "b": "B."}
    steps = {"one": {"premises": ["a"], "supports": "t"}, "two": {"premises": ["b"], "supports": "a"}}
    inquiry = inquiry_of(model({**LINKED, "claims": claims, "arguments": steps}))
    assert ids(inquiry, find_cruxes(inquiry, 3)) == [[["a"]]]


@pytest.mark.parametrize("status", [None, "accepted", "rejected", "open"])
def test_a_thesis_alone_has_no_crux(status: str | None) -> None:
    thesis = {"text": "T."} | ({"status": status} if status else {})
    inquiry = inquiry_of(model({**LINKED, "claims": {"t": thesis}, "arguments": {}}))
    cruxes = find_cruxes(inquiry, 3)
    assert (cruxes.found, cruxes.larger, cruxes.cut_by) == ((), (), None)
    assert cruxes.safe_from == inquiry.gainers()


def test_the_order_of_the_file_orders_equals_and_nothing_else() -> None:
    """Turning the claims and arguments of a map round gives the same cruxes."""
    for seed in range(200):
        map_ = drawn(seed)
        inquiry = inquiry_of(map_)
        usual = as_sets(inquiry, find_cruxes(inquiry, 3))
        data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
        data["claims"] = dict(reversed(data["claims"].items()))
        data["arguments"] = dict(reversed(data["arguments"].items()))
        turned = inquiry_of(model(data))
        assert as_sets(turned, find_cruxes(turned, 3)) == usual, seed
        sizes = [len(crux.handles) for crux in find_cruxes(turned, 3).found]
        assert sizes == sorted(sizes)
