"""What a verdict rests on: counts, what nobody states, other standards and readings; against evaluations of the map."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from coldwater.semantics import readings, unstated
from coldwater.semantics import resting as resting_module
from coldwater.semantics.evaluation import GRADUAL, Overrides, evaluate_map, passes
from coldwater.semantics.gradual import Degrees, degrees
from coldwater.semantics.resting import Resting, resting_on
from coldwater.semantics.tallies import Tally
from strategies import judged_maps
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import seeded
from .reading import map_of
from .test_forces import random_overrides

Data = dict[str, Any]


def data_of(claims: Data, arguments: Data, **fields: Any) -> Data:
    """Give a map about `t`; a claim is its fields, an argument "a b -> t" or "a -| t", with its strength if it has."""
    steps: Data = {}
    for name, (relation, strength) in arguments.items():
        is_pro = "->" in relation
        premises, target = relation.split("->" if is_pro else "-|")
        steps[name] = {"premises": premises.split(), "supports" if is_pro else "attacks": target.strip()}
        steps[name] |= {} if strength is None else {"strength": strength}
    written = {name: {"text": f"This is {name}.", **more} for name, more in claims.items()}
    return {"argmap": 1, "title": "T", "thesis": "t", "shape": "graph", "claims": written, "arguments": steps, **fields}


def rest(data: Data, name: str = "t", **overrides: Any) -> Resting:
    map_ = map_of(data)
    return resting_on(map_, evaluate_map(map_, "grounded", Overrides(**overrides)), name)


def counts(tally: Tally) -> Tally:
    """Give a tally without the force of what stands."""
    return tally._replace(force=None, may_have=None)


BARE: Data = {}
REJECTED = {"status": "rejected"}


# --- counts -------------------------------------------------------------------------------------------------------


def test_what_speaks_on_either_side_is_counted_by_what_became_of_it() -> None:
    claims = dict.fromkeys("tabcdef", BARE) | {"gone": REJECTED, "doubt": {"status": "open"}}
    arguments = {
        "stands": ("a -> t", None), "fallen": ("gone -> t", None), "undercut": ("b -> t", None),
        "hit": ("c -| undercut", None), "unsure": ("doubt -> t", None),
        "against": ("d -| t", None), "weak": ("gone -| t", None), "second": ("e f gone -| t", None),
    }  # fmt: skip
    found = rest(data_of(claims, arguments))
    assert counts(found.pros) == Tally(1, 1, {"premise-out": 1, "undercut": 1})
    assert counts(found.cons) == Tally(1, 0, {"premise-out": 2})
    assert (found.pros.number, found.cons.number) == (4, 3)


def test_claims_that_contradict_it_are_counted_among_what_is_against_it() -> None:
    claims = {"t": {"credence": 0.8, "contradicts": ["a", "b"]}, "a": BARE, "b": {"credence": 0.3}, "c": BARE}
    found = rest(data_of(claims, {"against": ("c -| t", 0.1)}))
    assert (found.verdict, found.pros.number, found.ground is not None) == ("in", 0, True)
    assert counts(found.cons) == Tally(1, 0, {"refuted": 2})


@pytest.mark.parametrize("name", ["step", "t"])
def test_of_an_argument_what_bears_on_its_step_is_told(name: str) -> None:
    claims = dict.fromkeys("tabc", BARE)
    arguments = {"step": ("a -> t", 0.4), "under": ("b -| step", 0.6), "back": ("c -> step", 0.5)}
    found = rest(data_of(claims, arguments), name)
    wanted = (
        (Tally(1, 0, {}), Tally(1, 0, {}), True)
        if name == "step"
        else (Tally(0, 0, {"undercut": 1}), Tally(0, 0, {}), False)
    )
    assert (counts(found.pros), counts(found.cons), found.ground is not None) == wanted


@pytest.mark.parametrize(
    ("fields", "has_ground"),
    [
        ({"credence": 0.5}, True),
        ({"credence": 0.49}, False),
        ({"kind": "fact", "cites": [{"source": "s"}]}, True),
        ({"kind": "fact", "cites": [{"source": "s"}], "credence": 0.4}, False),
        ({"kind": "fact"}, False),
        ({"kind": "value", "cites": [{"source": "s"}]}, False),
        ({"status": "accepted"}, False),
    ],
)
def test_a_ground_is_what_has_a_force_by_itself(fields: Data, has_ground: bool) -> None:
    assert (rest(data_of({"t": fields}, {}, sources={"s": {"title": "S"}})).ground is not None) == has_ground


@given(judged_maps())
def test_all_that_bears_on_a_node_is_counted_once(data: Data) -> None:
    map_ = map_of(data)
    evaluation = evaluate_map(map_)
    for name in (*map_.claims, *map_.arguments):
        found = resting_on(map_, evaluation, name)
        pros = [one for one, argument in map_.arguments.items() if argument.supports == name]
        cons = [one for one, argument in map_.arguments.items() if argument.attacks == name]
        cons += [
            other
            for other, claim in map_.claims.items()
            if name in map_.claims and (name in claim.contradicts or other in map_.claims[name].contradicts)
        ]
        for tally, bearing in ((found.pros, pros), (found.cons, cons)):
            said = [evaluation.verdicts[one] for one in bearing]
            fallen: dict[Any, int] = {}
            for verdict in said:
                if verdict.verdict == "out":
                    fallen[verdict.reason] = fallen.get(verdict.reason, 0) + 1
            words = [verdict.verdict for verdict in said]
            assert counts(tally) == Tally(words.count("in"), words.count("undecided"), fallen), (name, data)


# --- ties ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pro", "con", "equal"),
    [
        (({}, 0.6), ({}, 0.6), 0.6),
        (({"credence": 0.6}, None), ({}, 0.6), 0.6),
        (({"credence": 0.3}, None), ({"credence": 0.3}, None), 0.3),
        (({}, 1), ({}, 1), 1),
        (({}, None), ({}, 1), None),
        (({}, 1), ({}, None), None),
        (({}, None), ({}, None), None),
        (({"credence": 1}, None), ({"credence": 1}, None), None),
        (({}, 0), ({}, 0), 0),
    ],
)
def test_both_sides_are_equally_strong_only_where_the_same_number_was_written(pro: Any, con: Any, equal: Any) -> None:
    data = data_of({"t": {}, "a": pro[0], "b": con[0]}, {"for": ("a -> t", pro[1]), "against": ("b -| t", con[1])})
    found = rest(data)
    assert (found.verdict, found.equal) == ("undecided", equal)


def test_the_strongest_of_each_side_tell_whether_a_tie_is_one_of_numbers() -> None:
    arguments: Data = {
        "for": ("a -> t", 0.6),
        "also": ("b -> t", 0.2),
        "against": ("c -| t", 0.6),
        "too": ("d -| t", 0.1),
    }
    assert rest(data_of(dict.fromkeys("tabcd", BARE), arguments)).equal == 0.6
    arguments |= {"bare": ("b -> t", None), "full": ("d -| t", 1)}
    assert rest(data_of(dict.fromkeys("tabcd", BARE), arguments)).equal is None


@pytest.mark.parametrize(("against", "equal"), [(0.8, 0.8), (0.7, None), (0.9, None)])
def test_a_ground_may_tie_with_what_is_against_it(against: float, equal: float | None) -> None:
    found = rest(data_of({"t": {"credence": 0.8}, "a": {}}, {"against": ("a -| t", against)}))
    assert found.equal == equal


@pytest.mark.parametrize("name", ["t", "a"])
def test_what_is_no_tie_has_no_equal_sides(name: str) -> None:
    data = data_of({"t": {}, "a": {"status": "open"}}, {"for": ("a -> t", 0.5)})
    assert (rest(data, name).verdict, rest(data, name).equal) == ("undecided", None)


# --- what nobody states -------------------------------------------------------------------------------------------

UNSTATED = {"implicit": True}


def test_unstated_premises_are_told_where_they_carried_the_verdict() -> None:
    """Not those of an argument that fell, nor one that is supported, nor one that is stated."""
    claims = {"t": BARE, "a": BARE, "b": UNSTATED, "c": UNSTATED, "d": UNSTATED, "e": BARE, "gone": REJECTED}
    arguments = {"for": ("a b c -> t", None), "why": ("e -> c", None), "no": ("gone d -> t", None)}
    found = rest(data_of(claims, arguments)).unstated
    assert found is not None
    assert found == (("b",), "out", ("b",))


def test_without_all_of_them_the_verdict_may_be_another_than_without_any_one() -> None:
    claims = {"t": BARE, "a": UNSTATED, "b": UNSTATED}
    found = rest(data_of(claims, {"one": ("a -> t", None), "two": ("b -> t", None)})).unstated
    assert found == (("a", "b"), "out", ())


def test_where_there_are_many_it_is_not_tried_to_give_up_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unstated, "MOST_TRIED", 1)
    claims = {"t": BARE, "a": UNSTATED, "b": UNSTATED}
    found = rest(data_of(claims, {"one": ("a b -> t", None)})).unstated
    assert found == (("a", "b"), "out", None)


def test_a_verdict_that_rests_on_nothing_unstated_says_so() -> None:
    assert rest(data_of({"t": BARE, "a": BARE, "b": UNSTATED}, {"one": ("a -> t", None)})).unstated is None


def test_what_was_accepted_for_the_occasion_can_be_given_up() -> None:
    data = data_of({"t": BARE, "a": UNSTATED | {"status": "open"}}, {"one": ("a -> t", None)})
    assert rest(data).unstated is None
    assert rest(data, accepted=("a",)).unstated == (("a",), "out", ("a",))


def numbered_with_unstated(random: Any) -> Data:
    data = random_numbered_map(random)
    for claim in data["claims"].values():
        if random.random() < 0.6:
            claim["implicit"] = True
    return data


def test_verdicts_without_unstated_premises_are_those_of_evaluations_that_reject_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where claims and arguments are overruled; what was accepted and is given up is rejected."""
    monkeypatch.setattr(resting_module, "MOST_NODES", 0)  # no degrees: they take long in circles
    random, seen, turned = seeded(930), 0, 0
    for number in range(examples(600)):
        data = numbered_with_unstated(random)
        map_ = map_of(data)
        overrides = random_overrides(random, data) if number % 2 else Overrides()
        evaluation = evaluate_map(map_, "grounded", overrides)
        for name in (map_.thesis, *map_.arguments):
            found = resting_on(map_, evaluation, name).unstated
            if found is None:
                continue
            supported = {argument.supports for argument in map_.arguments.values()}
            assert all(map_.claims[one].implicit and one not in supported for one in found.claims)
            assert all(evaluation.verdicts[one].verdict == "in" for one in found.claims)

            def without(*given_up: str, overrides: Overrides = overrides, name: str = name, map_: Any = map_) -> str:
                accepted = tuple(one for one in overrides.accepted if one not in given_up)
                rejected = (*overrides.rejected, *given_up)
                other = overrides._replace(rejected=rejected, accepted=accepted)
                return evaluate_map(map_, "grounded", other).verdicts[name].verdict

            usual = evaluation.verdicts[name].verdict
            assert found.without == without(*found.claims), (name, data, overrides)
            assert found.turning == tuple(one for one in found.claims if without(one) != usual), (name, data)
            seen += 1
            turned += bool(found.turning)
    assert seen > examples(300)
    assert turned > examples(150)


# --- other readings -----------------------------------------------------------------------------------------------


def test_standards_are_those_under_which_the_thesis_has_another_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "MOST_STEPS", 0)
    random, seen = seeded(940), 0
    for number in range(examples(300)):
        data = random_numbered_map(random)
        map_ = map_of(data)
        overrides = random_overrides(random, data) if number % 2 else Overrides()
        evaluation = evaluate_map(map_, "grounded", overrides)
        found = resting_on(map_, evaluation, map_.thesis)
        usual = evaluation.verdicts[map_.thesis].verdict
        by_standard = passes(map_, overrides._replace(standard=None))
        wanted = {standard: said.verdict for standard, said in by_standard.items() if said.verdict != usual}
        assert found.standards == wanted
        others = [name for name in (*map_.claims, *map_.arguments) if name != map_.thesis]
        assert all(resting_on(map_, evaluation, name).standards is None for name in others)
        seen += bool(wanted)
    assert seen > examples(50)


def test_degrees_are_those_of_the_map_as_it_was_overruled() -> None:
    random = seeded(941)
    for number in range(examples(60)):
        data = random_numbered_map(random, acyclic=True)
        map_ = map_of(data)
        overrides = random_overrides(random, data)._replace(standard=None) if number % 2 else Overrides()
        found = resting_on(map_, evaluate_map(map_, "grounded", overrides), map_.thesis).degrees
        wanted = {}
        for semantics in GRADUAL:
            told = degrees(map_, semantics, {}, overrides.rejected, overrides.accepted)
            assert isinstance(told, Degrees)
            wanted[semantics] = told.degrees[map_.thesis].degree
        assert found == wanted


EMPTY = Tally(0, 0, {})


@pytest.mark.parametrize(
    ("verdict", "of_each", "disagreeing"),
    [
        ("in", (0.9, 0.56, 0.5), ()),
        ("in", (0.44, 0.5, 0.46), ("df-quad",)),
        ("in", (0.46, 0.5, 0.54), ()),
        ("in", (0.44, 0.5, 0.56), GRADUAL),
        ("in", (0.45, 0.3, 0.1), GRADUAL[1:]),
        ("out", (0.56, 0.2, 0.5), GRADUAL),
        ("out", (0.56, 0.5, 0.46), ("df-quad",)),
        ("out", (0.2, 0.3, 0.54), ()),
        ("undecided", (0.9, 0.8, 0.7), ()),
        ("undecided", (0.9, 0.8, 0.1), GRADUAL),
    ],
)
def test_degrees_disagree_that_lean_clearly_to_the_other_side(verdict: Any, of_each: Any, disagreeing: Any) -> None:
    degrees_of = dict(zip(GRADUAL, of_each, strict=True))
    found = Resting("t", verdict, EMPTY, EMPTY, None, False, None, None, None, degrees_of)
    assert tuple(found.disagreeing) == disagreeing
    assert found.as_data()["disagreeing"] == list(disagreeing)


def test_a_semantics_that_does_not_come_to_rest_soon_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    data = data_of({"t": BARE, "a": BARE}, {"one": ("a -> t", 0.9), "two": ("t -> a", 0.3)})
    assert set(rest(data).degrees or ()) == set(GRADUAL)
    monkeypatch.setattr(readings, "MOST_STEPS", 0)
    assert rest(data).degrees == {}


def test_on_a_large_map_other_standards_and_readings_are_left_out() -> None:
    claims = {"t": BARE} | {f"c{number}": BARE for number in range(250)}
    arguments: Data = {f"a{number}": (f"c{number} -> t", None) for number in range(249)}
    small = rest(data_of(claims, arguments))
    assert small.standards is not None
    assert small.degrees is not None
    large = rest(data_of(claims | {"more": BARE}, arguments))
    assert (large.standards, large.degrees) == (None, None)
    assert large.pros.standing == 249
    assert dict(large.disagreeing) == {}
    assert large.as_data()["degrees"] is None
