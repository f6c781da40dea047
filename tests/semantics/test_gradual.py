"""Degrees of maps: published examples, examples by hand, and what must hold whatever the map."""

from __future__ import annotations

import copy
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.errors import UsageError
from coldwater.model import Map
from coldwater.semantics.gradual import Degrees, NotConverged, degrees
from coldwater.semantics.influence import INFLUENCES
from coldwater.semantics.integration import rest_of
from work import assert_grows_evenly, ends, examples

from .changes import renamed
from .random_maps import random_map, seeded
from .reading import map_of

Data = dict[str, Any]

each = pytest.mark.parametrize("name", INFLUENCES)


def weighted(random: Random, data: Data) -> Data:
    """Give most claims of a map a credence."""
    for claim in data["claims"].values():
        if random.random() < 0.7:
            claim["credence"] = random.choice([0, 0.1, 0.3, 0.5, 0.8, 1, random.random()])
    return data


randoms = st.randoms(use_true_random=False)
maps = randoms.map(lambda random: weighted(random, random_map(random)))
acyclic_maps = randoms.map(lambda random: weighted(random, random_map(random, acyclic=True)))


def graph(weights: dict[str, float], attacks: str, supports: str) -> Map:
    """Give the map of a weighted bipolar graph: a claim for each argument, a step of strength 1 for each edge."""
    data: Data = {"argmap": 1, "title": "T", "thesis": next(iter(weights)), "shape": "graph"}
    data["claims"] = {name: {"text": "A claim.", "credence": weight} for name, weight in weights.items()}
    data["arguments"] = {}
    for relation, edges in (("attacks", attacks), ("supports", supports)):
        for edge in edges.split():
            one, other = edge.split(">")
            data["arguments"][f"{one}-{other}"] = {"premises": [one], relation: other}
    return map_of(data)


def final(map_: Map, name: str = "df-quad", **overrides: Any) -> dict[str, float]:
    found = degrees(map_, name, **overrides)
    assert isinstance(found, Degrees), found
    assert found.semantics == name
    assert list(found.degrees) == [*map_.claims, *map_.arguments]
    return {one: degree.degree for one, degree in found.degrees.items()}


# --- published examples -----------------------------------------------------------------------------------------


def test_the_e_democracy_debate() -> None:
    """Rago et al., KR 2016, in the numbers of Potyka's Uncertainpy (RagoEtAlEDemocracy): it prints .862, .85, .08."""
    weights = {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5}
    found = final(graph(weights, "C1>A2 C2>P2 C3>P2 C4>P2", "P1>A1 P2>A1 P3>A2"))
    assert (found["A1"], found["A2"], found["P2"]) == pytest.approx((0.862, 0.85, 0.08))
    assert found["P1-A1"] == found["P1"] == 0.7


def test_the_stock_example() -> None:
    """Potyka, KR 2018, where to buy and to sell attack each other: a circle.

    Numbers as Uncertainpy prints them for its stop at a rate of 0.001; the edges were read back from the numbers.
    """
    weights = {"Buy": 0.5, "Sell": 0.5, "A1": 0.8, "A2": 0.7, "A3": 0.3, "A4": 0.9, "A5": 0.9}
    attacks, supports = "Buy>Sell Sell>Buy A4>A1 A2>A1 A3>A2 A4>A3", "A1>Sell A2>Buy A5>Buy A5>A2"
    found = final(graph(weights, attacks, supports), "quadratic-energy")
    printed = {"Buy": 0.8208, "Sell": 0.3635, "A1": 0.2049, "A2": 0.8050, "A3": 0.1658, "A4": 0.9, "A5": 0.9}
    assert {one: found[one] for one in printed} == pytest.approx(printed, abs=2e-3)


@pytest.mark.parametrize("weight", [0.5, 0.8])
def test_a_sure_claim_and_a_doubtful_one_that_attack_each_other(weight: float) -> None:
    """From the tests of Kampik's Quantitative-Bipolar-Argumentation: the sure one wins altogether."""
    found = final(graph({"a": 1, "b": weight}, "a>b b>a", ""))
    assert (found["a"], found["b"]) == pytest.approx((1, 0), abs=1e-6)


# --- by hand ----------------------------------------------------------------------------------------------------


def bridge(**changes: Any) -> Map:
    """Give the README's map, with numbers; ``changes`` are fields of claims and arguments, by id."""
    data: Data = {"argmap": 1, "title": "T", "thesis": "rebuild"}
    data["claims"] = {
        "rebuild": {"text": "The town should rebuild the bridge."},
        "cracks": {"text": "The main girder is cracked.", "credence": 0.9},
        "unsafe": {"text": "A bridge with a cracked main girder is unsafe.", "credence": 0.8},
        "costly": {"text": "Rebuilding costs three yearly budgets.", "credence": 1},
        "grant": {"text": "The state pays four fifths of the cost.", "credence": 0.4},
    }
    data["arguments"] = {
        "safety": {"premises": ["cracks", "unsafe"], "supports": "rebuild", "strength": 0.5},
        "money": {"premises": ["costly"], "attacks": "rebuild", "strength": 0.5},
        "funded": {"premises": ["grant"], "attacks": "money"},
    }
    for one, fields in changes.items():
        data["claims" if one in data["claims"] else "arguments"][one].update(fields)
    return map_of(data)


def test_an_argument_begins_with_its_strength_times_its_least_premise() -> None:
    """safety: .5 × .8 = .4. money: .5 × 1, of which funded (.4) takes .4: .3. The thesis: .5 + .5 × (.7 − .6) = .55."""
    found = degrees(bridge())
    assert isinstance(found, Degrees)
    assert found.degrees["safety"] == pytest.approx((0.4, 0.4))
    assert found.degrees["money"] == pytest.approx((0.3, 0.5))
    assert found.degrees["rebuild"] == pytest.approx((0.55, 0.5))
    assert found.degrees["cracks"] == (0.9, 0.9)


def test_the_same_map_by_the_other_semantics() -> None:
    """Quadratic energy: money .5 × (1 − .16/1.16), the thesis' energy is .4 less that."""
    money = 0.5 * (1 - 0.16 / 1.16)
    energy = 0.4 - money
    assert energy < 0
    assert final(bridge(), "quadratic-energy")["rebuild"] == pytest.approx(0.5 * (1 - energy**2 / (1 + energy**2)))
    assert final(bridge(), "euler")["money"] == pytest.approx(0.43826, abs=1e-5)  # 1 − .75 / (1 + .5 e^−.4)


def test_claims_that_contradict_each_other_attack_each_other() -> None:
    """S = .5 (1 − s): a third each, whichever of them says so, and once if both do."""
    for one, other in ((["dove"], []), ([], ["hawk"]), (["dove"], ["hawk"])):
        claims = {"hawk": {"text": "H.", "contradicts": one}, "dove": {"text": "D.", "contradicts": other}}
        found = final(map_of({"argmap": 1, "title": "T", "thesis": "hawk", "claims": claims}))
        assert found == pytest.approx({"hawk": 1 / 3, "dove": 1 / 3}, abs=1e-7)


def test_a_claim_that_contradicts_itself_loses_by_what_it_is() -> None:
    claims = {"liar": {"text": "This is false.", "contradicts": ["liar"], "credence": 1}}
    assert final(map_of({"argmap": 1, "title": "T", "thesis": "liar", "claims": claims})) == pytest.approx(
        {"liar": 0.5}
    )


def test_a_rejected_claim_has_degree_0_whatever_supports_it() -> None:
    for map_, rejected in ((bridge(rebuild={"status": "rejected"}), []), (bridge(), ["rebuild"])):
        found = degrees(map_, rejected=rejected)
        assert isinstance(found, Degrees)
        assert found.degrees["rebuild"] == (0, 0)
    assert final(bridge(), rejected=["money"])["rebuild"] == pytest.approx(0.7)
    assert final(bridge(), rejected=["cracks"])["safety"] == 0


def test_an_accepted_claim_has_base_1() -> None:
    for map_, accepted in ((bridge(grant={"status": "accepted"}), []), (bridge(), ["grant"])):
        assert final(map_, accepted=accepted)["money"] == 0
    assert final(bridge(grant={"status": "rejected"}), accepted=["grant"])["grant"] == 1
    assert final(bridge(), accepted=["grant"], rejected=["grant"])["grant"] == 0


def test_strengths_take_the_place_of_strengths_and_credences() -> None:
    assert final(bridge(), strengths={"money": 1})["money"] == pytest.approx(0.6)
    assert final(bridge(), strengths={"grant": 0})["money"] == 0.5
    assert final(bridge(grant={"status": "accepted"}), strengths={"grant": 0.2})["grant"] == 0.2
    assert final(bridge(grant={"status": "rejected"}), strengths={"grant": 0.2})["grant"] == 0


def test_a_rejected_claim_breaks_the_circle_it_is_in() -> None:
    found = final(ring(3, 3), rejected=["c0"])
    assert found["c0"] == 0
    assert found["c1"] == 0.9


def test_an_unknown_semantics_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no gradual semantics fuzzy; there are df-quad, quadratic-energy, euler"):
        degrees(bridge(), "fuzzy")


# --- circles ----------------------------------------------------------------------------------------------------


def ring(claims: int, times: int, credences: tuple[float, ...] = (1, 0.9, 0.95)) -> Map:
    """Give claims in a ring, each attacked by the one before it, by several arguments at once."""
    data: Data = {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": {}, "arguments": {}}
    for number in range(claims):
        data["claims"][f"c{number}"] = {"text": "A claim.", "credence": credences[number % len(credences)]}
        for time_ in range(times):
            step = {"premises": [f"c{number}"], "attacks": f"c{(number + 1) % claims}"}
            data["arguments"][f"a{number}.{time_}"] = step
    data["claims"]["aside"] = {"text": "A claim."}
    return map_of(data)


def test_two_equally_sure_claims_that_attack_each_other_meet_halfway() -> None:
    found = final(ring(2, 1, (1,)))
    assert (found["c0"], found["c1"]) == pytest.approx((0.5, 0.5), abs=1e-6)


def test_a_ring_of_three_rests_where_each_is_what_the_one_before_leaves_it() -> None:
    found = final(ring(3, 1))
    assert found["c0"] == pytest.approx(1 - found["c2"], abs=1e-6)
    assert found["c1"] == pytest.approx(0.9 * (1 - found["c0"]), abs=1e-6)
    assert found["c2"] == pytest.approx(0.95 * (1 - found["c1"]), abs=1e-6)


@pytest.mark.parametrize(("claims", "times"), [(3, 3), (3, 4), (5, 2)])
def test_a_ring_in_which_each_attacks_the_next_several_times_never_rests(claims: int, times: int) -> None:
    """Where all are sure, there is one rest, at s = (1 − s)^k for k arguments; but swings grow there.

    They do if g cos²(π/2n) > 1, for n claims and g = k s / (1 − s): it is 1.05 for three claims and three arguments
    each, 1.12 for five and two.
    """
    found = degrees(ring(claims, times))
    assert isinstance(found, NotConverged)
    assert found.semantics == "df-quad"
    assert set(found.moving) == {f"c{n}" for n in range(claims)} | {
        f"a{n}.{k}" for n in range(claims) for k in range(times)
    }
    assert list(found.moving) == sorted(found.moving, key=lambda one: (one[0] == "a", one))
    assert found.time > 100


@pytest.mark.parametrize("name", ["quadratic-energy", "euler"])
def test_the_same_rings_rest_by_the_other_semantics(name: str) -> None:
    final(ring(3, 3), name)


def test_what_hangs_on_a_circle_that_does_not_rest_is_not_named() -> None:
    """Neither a claim nor a second ring that would not rest either."""
    data: Data = {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": {}, "arguments": {}}
    for prefix in ("first", "second"):
        for name, claim in ring(3, 3).claims.items():
            data["claims"][f"{prefix}-{name}"] = {"text": "A claim.", "credence": claim.credence or 0.5}
        for name, step in ring(3, 3).arguments.items():
            premises = [f"{prefix}-{premise}" for premise in step.premises]
            data["arguments"][f"{prefix}-{name}"] = {"premises": premises, "attacks": f"{prefix}-{step.attacks}"}
    alone = degrees(map_of({**data, "thesis": "first-c0"}))
    data["arguments"]["on"] = {"premises": ["first-c0"], "attacks": "second-c0", "strength": 0.1}
    data["arguments"]["further"] = {"premises": ["first-c0"], "supports": "first-aside"}
    hung = degrees(map_of(data))
    assert isinstance(alone, NotConverged)
    assert isinstance(hung, NotConverged)
    assert {name.split("-")[0] for name in alone.moving} == {"first", "second"}
    assert {name.split("-")[0] for name in hung.moving} == {"first"}
    assert "first-aside" not in hung.moving


def test_an_argument_that_supports_itself_keeps_nothing_of_a_premise_that_falls() -> None:
    """Followed all at once, ``own`` would stay at what ``p`` lent it while it fell: see the module."""
    steps = {
        "own": {"premises": ["p"], "supports": "own"},
        "con": {"premises": ["q"], "attacks": "p"},
    }
    claims = {"p": {"text": "P."}, "q": {"text": "Q.", "credence": 1}}
    map_ = map_of({"argmap": 1, "title": "T", "thesis": "p", "claims": claims, "arguments": steps})
    assert final(map_) == {"p": 0, "q": 1, "own": 0, "con": 1}


def test_a_sure_claim_against_two_doubtful_ones_nears_its_rest_ever_more_slowly() -> None:
    """S' = −s²/2 for the doubtful ones: good to two decimals all the same."""
    claims: Data = {"sure": {"text": "S.", "credence": 1, "contradicts": ["one", "other"]}}
    claims |= {"one": {"text": "O."}, "other": {"text": "O."}}
    found = final(map_of({"argmap": 1, "title": "T", "thesis": "sure", "claims": claims}))
    assert found == pytest.approx({"sure": 1, "one": 0, "other": 0}, abs=5e-3)


# --- whatever the map -------------------------------------------------------------------------------------------


def pull(map_: Map, name: str, node: str, values: dict[str, float]) -> float:
    """Give what the equations make of a node, straight from the words of the module and read off the map each time."""
    pros = [values[one] for one, step in map_.arguments.items() if step.supports == node]
    cons = [values[one] for one, step in map_.arguments.items() if step.attacks == node]
    if node in map_.claims:
        claim = map_.claims[node]
        if claim.status == "rejected":
            return 0.0
        rivals = {one for one, rival in map_.claims.items() if node in rival.contradicts} | set(claim.contradicts)
        cons += [values[rival] for rival in rivals]
        base = 1.0 if claim.status == "accepted" else 0.5 if claim.credence is None else claim.credence
    else:
        step = map_.arguments[node]
        base = (1.0 if step.strength is None else step.strength) * min(values[premise] for premise in step.premises)
    return INFLUENCES[name](base, pros, cons)


@each
@settings(max_examples=examples(25))
@given(data=acyclic_maps)
def test_on_an_acyclic_map_the_pass_gives_what_following_the_equations_gives(name: str, data: Data) -> None:
    map_ = map_of(data)
    nodes = [*map_.claims, *map_.arguments]

    def rates(state: list[float]) -> list[float]:
        values = dict(zip(nodes, state, strict=True))
        return [pull(map_, name, node, values) - values[node] for node in nodes]

    found = final(map_, name)
    assert rest_of(rates, [0.5] * len(nodes)) == pytest.approx(list(found.values()), abs=1e-5)
    assert {node: pull(map_, name, node, found) for node in nodes} == found


@each
@settings(max_examples=examples(30))
@given(data=maps)
def test_degrees_solve_the_equations_and_lie_between_0_and_1(name: str, data: Data) -> None:
    map_ = map_of(data)
    found = degrees(map_, name)
    if isinstance(found, Degrees):
        values = {node: degree.degree for node, degree in found.degrees.items()}
        assert all(0 <= number <= 1 for degree in found.degrees.values() for number in degree)
        assert {node: pull(map_, name, node, values) for node in values} == pytest.approx(values, abs=2e-6)
    else:
        assert found.moving


@each
def test_nearly_all_random_maps_converge(name: str) -> None:
    random = seeded(6)
    found = [degrees(map_of(weighted(random, random_map(random))), name) for _ in range(300)]
    assert sum(isinstance(one, NotConverged) for one in found) <= 3


@each
@settings(max_examples=examples(30))
@given(data=maps, random=randoms)
def test_renaming_and_reordering_change_nothing_to_the_last_bit(name: str, data: Data, random: Random) -> None:
    ids = [*data["claims"], *data["arguments"]]
    new = [f"n{number}" for number in range(len(ids))]
    random.shuffle(new)
    renaming = dict(zip(ids, new, strict=True))
    one, other = degrees(map_of(data), name), degrees(map_of(renamed(data, renaming, random)), name)
    if isinstance(one, Degrees):
        assert isinstance(other, Degrees)
        assert other.degrees == {renaming[node]: degree for node, degree in one.degrees.items()}
    else:
        assert isinstance(other, NotConverged)
        assert set(other.moving) == {renaming[node] for node in one.moving}


@each
@given(data=acyclic_maps, random=randoms)
def test_a_stronger_argument_moves_its_target_its_way_on_an_acyclic_map(name: str, data: Data, random: Random) -> None:
    for one, step in data["arguments"].items():
        stronger = copy.deepcopy(data)
        before = step.get("strength", 1)
        stronger["arguments"][one]["strength"] = before + (1 - before) * random.random()
        weak, strong = final(map_of(data), name), final(map_of(stronger), name)
        target = step["supports"] if "supports" in step else step["attacks"]
        change = strong[target] - weak[target]
        assert change >= -1e-9 if "supports" in step else change <= 1e-9


def test_a_long_chain_is_no_deep_recursion() -> None:
    def weighing(length: int) -> Callable[[], object]:
        claims: Data = {f"c{number}": {"text": "A claim.", "credence": 0.5} for number in range(length + 1)}
        steps = {f"a{n}": {"premises": [f"c{n + 1}"], "supports": f"c{n}", "strength": 0.5} for n in range(length)}
        map_ = map_of({"argmap": 1, "title": "T", "thesis": "c0", "claims": claims, "arguments": steps})
        return lambda: found.append(final(map_)["c0"])

    found: list[float] = []
    assert_grows_evenly(weighing, 250)
    with ends():
        weighing(50_000)()
    assert found == [pytest.approx(2 / 3)] * 4  # s = .5 + .5 × .5 s
