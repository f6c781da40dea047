"""The oracle under every semantics, and what hangs on it: cruxes by search are cruxes all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations, product
from typing import Any

import pytest

from coldwater.errors import UsageError
from coldwater.model.models import Map
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.cruxes import Crux, find_cruxes
from coldwater.prep.deciding.decision import what_decides
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.one_by_one import SearchingOracle
from coldwater.prep.deciding.oracle import GroundedOracle, oracle_for
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import GRADUAL
from coldwater.semantics.gradual import NotConverged, degrees
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded
from coldwater.semantics.labelling import WORDS
from prep.small_maps import Brute, drawn, leaves_of, model
from prep.stand_ins import acceptance


def rival_claims() -> Map:
    """Make a map on which grounded decides little and the preferred labellings agree: either way the thesis falls."""
    claims = {"t": "T.", "a": {"text": "A.", "contradicts": ["b"]}, "b": "B.", "c": "C.", "d": "D."}
    arguments = {
        "one": {"premises": ["a"], "attacks": "t"},
        "two": {"premises": ["b"], "attacks": "t"},
        "three": {"premises": ["c"], "supports": "t", "strength": 0.5},
        "four": {"premises": ["d"], "supports": "t", "strength": 0.5},
    }
    data = {"argmap": 1, "title": "T", "thesis": "t", "shape": "graph"}
    return model({**data, "claims": claims, "arguments": arguments})


def test_preferred_sees_what_all_ways_to_see_the_matter_share() -> None:
    map_ = rival_claims()
    preferred = Inquiry(map_, oracle_for(map_, "preferred", None, Clock(60)))
    assert (Brute(map_).verdict(), preferred.label) == (UNDECIDED, OUT)
    cruxes = find_cruxes(preferred, 3)
    found = [[preferred.framework.names[one.first] for one in crux.handles] for crux in cruxes.found]
    assert found == [["a", "b"]]
    assert cruxes.found[0].label == IN


def test_cruxes_under_preferred_are_those_of_trying_every_set() -> None:
    other = 0
    for seed in range(150):
        map_ = drawn(seed)
        framework = compile_map(map_)
        oracle = oracle_for(map_, "preferred", None, Clock(60))
        if not isinstance(oracle, SearchingOracle) or sum(not label for label in grounded(framework)) > 5:
            continue
        leaves = [framework.numbers[name] for name in leaves_of(map_)][:6]

        def verdict(rejected: tuple[int, ...], framework: Any = framework) -> int:
            thesis = framework.thesis
            found = acceptance(framework, "preferred", 0, [thesis], rejected)
            return IN if thesis in found.sceptical else OUT if thesis in found.sceptically_out else UNDECIDED

        inquiry = Inquiry(map_, oracle)
        assert inquiry.label == verdict(()), seed
        wanted: list[frozenset[int]] = []
        for one in (one for size in range(1, 3) for one in combinations(leaves, size)):
            if verdict(one) != verdict(()) and not any(part < set(one) for part in wanted):
                wanted.append(frozenset(one))
        chosen = [c for crux in find_cruxes(inquiry, 2).found for c in product(*(one.leaves for one in crux.handles))]
        assert {frozenset(one) for one in chosen if set(one) <= set(leaves)} == set(wanted), seed
        other += inquiry.label != Brute(map_).verdict()
    assert other > 1


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_where_nothing_is_circular_grounded_is_asked(semantics: str) -> None:
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T.", "a": "A.", "x": "X."}}
    steps = {"one": {"premises": ["a"], "supports": "t"}}
    assert isinstance(oracle_for(model({**data, "arguments": steps}), semantics, None, Clock(9)), GroundedOracle)
    far = {**steps, "two": {"premises": ["x"], "attacks": "x"}}
    oracle = oracle_for(model({**data, "arguments": far}), semantics, None, Clock(9))
    assert isinstance(oracle, SearchingOracle) == (semantics == "stable")


def test_under_stable_what_has_nothing_to_do_with_the_thesis_may_leave_it_without_a_verdict() -> None:
    claims = {"t": "T.", "a": "A.", "x": "X."}
    steps = {"one": {"premises": ["a"], "supports": "t"}, "two": {"premises": ["x"], "attacks": "x"}}
    map_ = model({"argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": claims, "arguments": steps})
    inquiry = Inquiry(map_, oracle_for(map_, "stable", None, Clock(60)))
    names = inquiry.framework.names
    assert inquiry.label == UNDECIDED
    found = [([names[one.first] for one in crux.handles], crux.label) for crux in find_cruxes(inquiry, 3).found]
    assert found == [(["x"], IN)]
    assert what_decides(map_, "stable").cruxes.found == find_cruxes(inquiry, 3).found


def test_a_search_that_is_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(framework: Any, semantics: str, seconds: float, nodes: Any, *overruled: Any) -> Any:
        found = acceptance(framework, semantics, seconds, nodes, *overruled)
        if not overruled or not list(overruled[0]):
            return found
        return found._replace(sceptical=frozenset(), sceptically_out=frozenset(), is_complete=False, cut_by="time")

    monkeypatch.setattr("coldwater.semantics.enumeration.acceptance", cut)
    decision = what_decides(rival_claims(), "preferred")
    assert decision.inquiry.label == OUT
    assert (decision.cruxes.found, decision.cruxes.complete_to, decision.cruxes.cut_by) == ((), 0, "time")
    assert decision.cut_by == ("time",)


@pytest.mark.parametrize("ticks", [0, 1, 5, 30, 100])
def test_a_clock_that_runs_out_drops_sizes_and_never_lies(ticks: int) -> None:
    for seed in range(15):
        map_ = drawn(seed)
        whole = find_cruxes(Inquiry(map_, oracle_for(map_, "df-quad", None, Clock(60))), 3)
        clock = Clock(ticks, now=counting())
        found = find_cruxes(Inquiry(map_, oracle_for(map_, "df-quad", None, clock)), 3)
        assert found.found == tuple(one for one in whole.found if len(one.handles) <= found.complete_to)
        assert (found.complete_to < 3) == (found.cut_by == "time")


def counting() -> Callable[[], float]:
    """Give a clock that moves on by one each time somebody looks."""
    times = iter(range(10**9))
    return lambda: float(next(times))


@pytest.mark.parametrize("semantics", GRADUAL)
def test_gradual_cruxes_are_those_of_trying_every_set(semantics: str) -> None:
    some = larger = 0
    for seed in range(60):
        map_ = drawn(seed)
        if not 2 <= len(leaves_of(map_)) <= 6:
            continue

        def label(rejected: frozenset[str], map_: Map = map_) -> int:
            found = degrees(map_, semantics, {}, rejected)
            degree = None if isinstance(found, NotConverged) else found.degrees[map_.thesis].degree
            return UNDECIDED if degree is None or abs(degree - 0.5) < 1e-9 else IN if degree > 0.5 else OUT

        inquiry = Inquiry(map_, oracle_for(map_, semantics, None, Clock(60)))
        names = inquiry.framework.names
        bearing = [names[leaf] for one in inquiry.handles for leaf in one.leaves]
        base, brute = label(frozenset()), Brute(map_)
        wanted = brute.minimal(lambda one, label=label, base=base: label(one) != base, bearing)
        every, few = find_cruxes(inquiry, 9), find_cruxes(inquiry, 1)
        assert spelt_out(inquiry, every.found) == wanted, seed
        assert spelt_out(inquiry, few.larger) <= wanted, seed
        assert not {crux.gainer for crux in every.found} & set(few.safe_from), seed
        some += len(wanted)
        larger += len(few.larger)
    assert some > 30
    assert larger > 2


def spelt_out(inquiry: Inquiry, cruxes: Iterable[Crux]) -> set[frozenset[str]]:
    names = inquiry.framework.names
    chosen = [one for crux in cruxes for one in product(*(handles.leaves for handles in crux.handles))]
    return {frozenset(names[leaf] for leaf in one) for one in chosen}


def test_gradual_thresholds_are_found_by_halving() -> None:
    claims = {"t": "T.", "a": {"text": "A.", "credence": 0.6}, "b": {"text": "B.", "credence": 0.9}}
    steps = {
        "for": {"premises": ["a"], "supports": "t"},
        "against": {"premises": ["b"], "attacks": "t", "strength": 0.5},
    }
    map_ = model({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps})
    decision = what_decides(map_, "df-quad")
    found = {decision.inquiry.framework.names[one.argument]: one for one in decision.thresholds.found}
    assert WORDS[decision.inquiry.label] == "in"
    assert found["for"][2:] == (0.75, OUT, UNDECIDED, IN, False)
    assert (round(found["against"].value, 4), found["against"].above) == (0.6667, OUT)


def test_unknown_words_are_refused_with_what_was_meant() -> None:
    map_ = model({"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T."}})
    with pytest.raises(UsageError, match="Did you mean `preferred`"):
        what_decides(map_, "prefered")
    with pytest.raises(UsageError, match="Did you mean `scintilla`"):
        what_decides(map_, "grounded", "scintila")
    with pytest.raises(UsageError):
        what_decides(map_, most_size=0)


def test_a_standard_takes_the_place_of_the_maps() -> None:
    for seed in range(60):
        map_ = drawn(seed)
        data: dict[str, Any] = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
        data["claims"][map_.thesis].pop("standard", None)
        decided = what_decides(model(data), standard="dialectical-validity")
        written = what_decides(model({**data, "standard": "dialectical-validity"}))
        assert decided[4:] == written[4:], seed
