"""How much hangs on a leaf: against counting every way to give leaves up."""

from __future__ import annotations

import pytest

from coldwater.prep.deciding import load as load_module
from coldwater.prep.deciding.cruxes import find_cruxes
from coldwater.prep.deciding.load import find_loads
from prep.small_maps import Brute, drawn, inquiry_of, model, subsets
from work import examples

SEEDS = range(examples(250))


def share(brute: Brute, leaf: str) -> float:
    others = subsets([one for one in brute.leaves if one != leaf])
    return sum(brute.verdict(one) != brute.verdict(one | {leaf}) for one in others) / len(others)


def test_shares_count_the_ways_in_which_a_leaf_tips_the_verdict() -> None:
    some = 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        cruxes = find_cruxes(inquiry, 99)
        loads = find_loads(inquiry, cruxes)
        assert (loads.drawn, loads.cut_by) == (None, None)
        for load in loads.found:
            within = [len(crux.handles) for crux in cruxes.found if load.handles in crux.handles]
            assert (load.cruxes, load.smallest, load.error) == (len(within), min(within, default=None), 0)
            for leaf in load.handles.leaves:
                assert load.share == share(brute, inquiry.framework.names[leaf]), seed
                some += bool(load.share)
        assert [load.share for load in loads.found] == sorted((load.share or 0 for load in loads.found), reverse=True)
    assert some > 200


def test_a_sample_comes_near_and_says_how_near(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_module, "MOST_COUNTED", 0)
    far = looked_at = 0
    for seed in SEEDS:
        brute = Brute(drawn(seed))
        inquiry = inquiry_of(brute.map)
        loads = find_loads(inquiry, find_cruxes(inquiry, 1))
        assert loads.drawn == (load_module.DRAWS if inquiry.handles else None)
        for load in loads.found:
            exact = share(brute, inquiry.framework.names[load.handles.first])
            assert load.share is not None
            far += abs(load.share - exact) > 2 * load.error + 1e-12
            looked_at += 1
            assert abs(load.share - exact) < 5 * load.error + 1e-12, seed
    assert far < 0.07 * looked_at


def test_a_sample_depends_on_texts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load_module, "MOST_COUNTED", 0)
    for seed in range(40):
        map_ = drawn(seed)
        data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
        data["claims"] = dict(reversed(data["claims"].items()))
        shares = []
        for one in (map_, model(data)):
            inquiry = inquiry_of(one)
            loads = find_loads(inquiry, find_cruxes(inquiry, 1)).found
            shares.append({inquiry.framework.names[leaf]: load.share for load in loads for leaf in load.handles.leaves})
        assert shares[0] == shares[1]
