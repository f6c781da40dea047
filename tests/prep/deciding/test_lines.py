"""Winning lines hold, no part of them does, and none is missing; what is in no crux and no line is free."""

from __future__ import annotations

import pytest

from coldwater.model.graph import OTHER
from coldwater.prep.deciding import lines as lines_module
from coldwater.prep.deciding.concessions import find_concessions
from coldwater.prep.deciding.cruxes import find_cruxes
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.lines import Lines, find_lines
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from prep.small_maps import Brute, drawn, inquiry_of, model
from work import examples

SEEDS = range(examples(600))
RANK = {OUT: 0, UNDECIDED: 1, IN: 2}


def ids(inquiry: Inquiry, lines: Lines) -> list[frozenset[str]]:
    return [frozenset(inquiry.framework.names[leaf] for leaf in line.leaves) for line in lines.found]


def holds(brute: Brute, inquiry: Inquiry, side: str, kept: frozenset[str]) -> bool:
    """Say whether a side is no worse off with these alone, all opposing leaves granted: by the definition."""
    sides = inquiry.graph.sides
    given_up = frozenset(leaf for leaf in brute.leaves if side in sides(leaf)) - kept
    granted = frozenset(leaf for leaf in brute.leaves if sides(leaf) and side not in sides(leaf))
    gain = RANK[brute.verdict(given_up, granted)] - RANK[inquiry.label]
    return gain >= 0 if side == "pro" else gain <= 0


def test_they_are_the_minimal_sets_that_hold() -> None:
    sizes, lost = set(), 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        for lines in find_lines(inquiry):
            own = [leaf for leaf in brute.leaves if lines.side in inquiry.graph.sides(leaf)]
            side = lines.side
            wanted = brute.minimal(lambda kept, b=brute, q=inquiry, s=side: holds(b, q, s, kept), own)
            found = ids(inquiry, lines)
            assert len(set(found)) == len(found)
            assert set(found) == wanted, seed
            assert (lines.complete_to, lines.cut_by) == (None, None)
            sizes |= {len(line) for line in found}
            lost += not found
    assert sizes >= {0, 1, 2, 3, 4}
    assert lost > 0


def test_where_there_is_too_much_to_try_what_is_found_still_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines_module, "MOST_TRIED", 1)
    monkeypatch.setattr(lines_module, "MOST_SETS", 9)
    larger = 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        if inquiry.is_one_sided:
            continue
        for lines in find_lines(inquiry):
            own = [leaf for leaf in brute.leaves if lines.side in inquiry.graph.sides(leaf)]
            side = lines.side
            wanted = brute.minimal(lambda kept, b=brute, q=inquiry, s=side: holds(b, q, s, kept), own)
            found = ids(inquiry, lines)
            assert set(found) <= wanted, seed
            assert lines.complete_to is not None or set(found) == wanted, seed
            larger += any(len(line) > 1 for line in found)
    assert larger > 5


def test_free_concessions_are_in_no_crux_and_no_line_and_cost_nothing_together() -> None:
    uncertain = 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        names = inquiry.framework.names
        cruxes, lines = find_cruxes(inquiry, 1), find_lines(inquiry)
        concessions = find_concessions(inquiry, cruxes, lines)
        free = frozenset(names[leaf] for one in concessions.free for leaf in one.leaves)
        every = find_cruxes(inquiry, 99)
        used = {names[leaf] for crux in every.found for one in crux.handles for leaf in one.leaves}
        used |= {name for found in lines for line in ids(inquiry, found) for name in line}
        assert concessions.is_certain
        assert free == set(brute.leaves) & {names[leaf] for one in inquiry.handles for leaf in one.leaves} - used, seed
        assert brute.verdict(free) == brute.verdict(), seed
        uncertain += not inquiry.is_one_sided
    assert uncertain > examples(100)


def test_undecided_gives_both_sides_something_to_keep() -> None:
    claims = {"t": "T.", "a": "A.", "b": "B.", "c": "C."}
    steps = {
        "one": {"premises": ["a"], "supports": "t"},
        "two": {"premises": ["b"], "supports": "t"},
        "three": {"premises": ["c"], "attacks": "t"},
    }
    tie = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps}
    inquiry = inquiry_of(model(tie))
    found = {lines.side: ids(inquiry, lines) for lines in find_lines(inquiry)}
    assert found == {"pro": [{"a"}, {"b"}], "con": [{"c"}]}
    assert OTHER == {"pro": "con", "con": "pro"}


def test_an_open_claim_of_the_other_side_is_granted_and_a_rejected_one_is_not() -> None:
    def found(status: str) -> dict[str, list[frozenset[str]]]:
        claims = {"t": "T.", "a": "A.", "b": {"text": "B.", "status": status}}
        steps = {"one": {"premises": ["a"], "supports": "t"}, "two": {"premises": ["b"], "attacks": "t"}}
        data = {"argmap": 1, "title": "T", "thesis": "t", "standard": "dialectical-validity"}
        inquiry = inquiry_of(model({**data, "claims": claims, "arguments": steps}))
        return {lines.side: ids(inquiry, lines) for lines in find_lines(inquiry)}

    assert found("rejected") == {"pro": [{"a"}]}
    assert found("open") == {"pro": [], "con": [{"b"}]}


def test_what_is_in_a_crux_alone_is_not_free_though_no_line_is_left() -> None:
    """Granting the open claim leaves pro without a line; as it is, pro still has something to lose."""
    claims = {name: f"Claim {name}." for name in "tabcm"} | {"x": {"text": "Claim x.", "status": "open"}}
    steps = {
        "one": {"premises": ["a"], "supports": "t", "strength": 0.5},
        "two": {"premises": ["b", "m"], "supports": "t", "strength": 0.5},
        "three": {"premises": ["c"], "supports": "m"},
        "four": {"premises": ["x"], "attacks": "t"},
    }
    inquiry = inquiry_of(model({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps}))
    cruxes, lines = find_cruxes(inquiry, 1), find_lines(inquiry)
    assert {one.side: ids(inquiry, one) for one in lines} == {"pro": [], "con": [{"x"}]}
    assert find_concessions(inquiry, cruxes, lines) == ((), True)
