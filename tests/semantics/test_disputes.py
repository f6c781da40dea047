"""What positions come to: consequences, clashes and disputes, on small maps by hand and at random by the definition."""

from __future__ import annotations

import time
from random import Random
from typing import Any

import pytest

import coldwater
from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.semantics.disputes import find_disputes
from coldwater.semantics.outlooks import compare_positions
from work import examples


def map_of(claims: dict[str, Any], arguments: dict[str, Any], **positions: Any) -> Any:
    first = next(iter(claims))
    held = {name: {"name": name.capitalize(), **held} for name, held in positions.items()}
    return from_accepted_data(
        {"argmap": 1, "title": "T", "thesis": first, "claims": claims, "arguments": arguments, "positions": held}
    )


CHAIN = {"t": "T.", "m": "M.", "a": "A.", "b": "B.", "x": "X."}
STEPS = {
    "up": {"premises": ["m"], "supports": "t"},
    "in": {"premises": ["a", "b"], "supports": "m"},
    "no": {"premises": ["x"], "attacks": "t"},
}


def test_a_position_is_open_to_what_it_rejects_and_what_follows_all_the_same() -> None:
    map_ = map_of(CHAIN, STEPS, anna={"accepts": ["a"], "rejects": ["m", "x"]})
    (anna,) = compare_positions(map_).outlooks
    ((claim, (ground,)),) = anna.open_to
    assert (claim, ground) == ("m", ("in", ("a",), (), ("b",)))


def test_nothing_follows_against_which_something_stands() -> None:
    """What it accepts speaks for the rival and against it: the rival is tied, and so follows from nothing."""
    claims = {"t": {"text": "T.", "contradicts": ["r"]}, "r": "R.", "x": "X.", "y": "Y.", "z": "Z."}
    steps = {
        "for": {"premises": ["x"], "supports": "r"},
        "against": {"premises": ["y"], "attacks": "r"},
        "own": {"premises": ["z"], "supports": "t"},
    }
    (anna,) = compare_positions(map_of(claims, steps, anna={"accepts": ["t", "x", "y"]})).outlooks
    assert [(one.claim, one.verdict.verdict, one.by, one.is_own) for one in anna.clashes] == [
        ("t", "undecided", (("r", (), (), ("r",)),), False)
    ]
    assert anna.is_coherent
    (sure,) = compare_positions(map_of(claims, steps, sure={"accepts": ["t", "x"], "rejects": ["y"]})).outlooks
    assert [(one.by, one.is_own) for one in sure.clashes] == [((("r", (), ("r",), ()),), True)]


def test_a_rejected_leaf_is_no_consequence_since_it_follows_from_nothing() -> None:
    (anna,) = compare_positions(map_of(CHAIN, STEPS, anna={"rejects": ["x", "b"]})).outlooks
    assert anna.open_to == ()


def test_what_else_it_rejects_stays_rejected() -> None:
    (anna,) = compare_positions(map_of(CHAIN, STEPS, anna={"rejects": ["t", "m", "x"]})).outlooks
    assert [one.claim for one in anna.open_to] == ["m"]  # without `m`, nothing speaks for `t`


def test_what_its_claims_entail_for_the_thesis_leaves_its_own_word_aside() -> None:
    found = compare_positions(
        map_of(CHAIN, STEPS, pro={"accepts": ["t"]}, con={"accepts": ["x"], "rejects": ["t", "b"]}, mute={})
    )
    pro, con, mute = found.outlooks
    assert (pro.stance, pro.thesis.verdict, pro.entailed) == ("accepts", "undecided", ("undecided", "tied"))
    assert (con.stance, con.thesis, con.entailed) == ("rejects", ("out", "set-aside"), ("out", "refuted"))
    assert (mute.stance, mute.thesis, mute.entailed) == (None, ("undecided", "tied"), ("undecided", "tied"))


def test_a_position_that_accepts_what_its_own_claims_bring_down_is_told_so() -> None:
    map_ = map_of(
        CHAIN,
        {**STEPS, "hit": {"premises": ["x"], "attacks": "b"}},
        own={"accepts": ["b", "x"]},
        other={"accepts": ["b"]},
        far={"accepts": ["b", "a"], "rejects": ["x"]},
    )
    own, other, far = compare_positions(map_).outlooks
    assert [(one.claim, one.verdict.verdict, one.is_own) for one in own.clashes] == [("b", "out", True)]
    assert own.clashes[0].by == (("hit", ("x",), (), ()),)
    assert not own.is_coherent
    assert [(one.claim, one.is_own) for one in other.clashes] == [("b", False)]
    assert other.is_coherent
    assert (far.clashes, far.is_coherent) == ((), True)


def test_what_follows_from_what_it_accepts_counts_as_its_own() -> None:
    map_ = map_of(
        {"t": "T.", "c": "C.", "m": "M.", "a": "A."},
        {"in": {"premises": ["a"], "supports": "m"}, "hit": {"premises": ["m"], "attacks": "c"}},
        own={"accepts": ["a", "c"]},
    )
    (own,) = compare_positions(map_).outlooks
    assert own.clashes[0].by == (("hit", (), ("m",), ()),)
    assert not own.is_coherent


def test_what_rests_on_an_unspoken_premise_as_well_is_not_its_own() -> None:
    map_ = map_of(
        {"t": "T.", "c": "C.", "m": "M.", "a": "A.", "b": "B."},
        {"in": {"premises": ["a", "b"], "supports": "m"}, "hit": {"premises": ["m"], "attacks": "c"}},
        own={"accepts": ["a", "c"]},
    )
    (own,) = compare_positions(map_).outlooks
    assert own.clashes[0].by == (("hit", (), (), ("m",)),)
    assert own.is_coherent


def test_two_claims_that_contradict_each_other_cannot_both_be_accepted() -> None:
    claims = {"t": "T.", "a": {"text": "A.", "contradicts": ["b"]}, "b": "B."}
    (torn,) = compare_positions(map_of(claims, {}, torn={"accepts": ["a", "b"]})).outlooks
    assert [(one.claim, one.by[0].id, one.is_own) for one in torn.clashes] == [("a", "b", True), ("b", "a", True)]


def test_what_is_accepted_and_rejected_counts_as_rejected_and_is_told() -> None:
    (torn,) = compare_positions(map_of(CHAIN, STEPS, torn={"accepts": ["a", "x"], "rejects": ["x"]})).outlooks
    assert (torn.both, torn.seer.accepts, torn.seer.rejects) == (("x",), ("a",), ("x",))
    assert not torn.is_coherent


def test_disputes_say_who_holds_a_claim_and_how_the_plainest_first() -> None:
    found = compare_positions(
        map_of(
            CHAIN,
            STEPS,
            anna={"accepts": ["t"], "rejects": ["x"]},
            ben={"rejects": ["m", "t"]},
            carl={"accepts": ["a"]},
        )
    )
    assert found.disputes == (
        ("t", ("ben",), ("anna",), (), ()),
        ("m", ("ben",), (), ("anna", "carl"), ()),
        ("x", ("anna",), (), (), ("ben", "carl")),
    )
    assert [one.held for one in found.disputes] == ["accepts", "follows", "granted"]
    assert find_disputes(found.map, among=["m", "a"]) == found.disputes[1:2]
    assert find_disputes(found.map, among=["a"]) == ()


def test_nobody_disputes_with_themselves() -> None:
    assert compare_positions(map_of(CHAIN, STEPS, torn={"accepts": ["x"], "rejects": ["x"]})).disputes == ()
    assert compare_positions(map_of(CHAIN, STEPS)).outlooks == ()


def test_a_standard_takes_the_place_of_the_maps() -> None:
    map_ = map_of(CHAIN, STEPS, mute={})
    assert compare_positions(map_, "scintilla").outlooks[0].thesis == ("in", "outweighs")
    with pytest.raises(UsageError, match="no proof standard `maybe`"):
        compare_positions(map_of(CHAIN, STEPS, mute={}), "maybe")


@pytest.mark.parametrize("seed", range(examples(60)))
def test_random_maps_follow_the_definition(seed: int) -> None:
    map_ = _random_map(Random(seed))  # noqa: S311 - a sample, no secret
    found = compare_positions(map_)
    supported = {one.supports for one in map_.arguments.values()}
    seen = {}
    for one in found.outlooks:
        held = map_.positions[one.seer.id]
        rejects = tuple(dict.fromkeys(held.rejects))
        accepts = tuple(name for name in held.accepts if name not in rejects)
        seen[one.seer.id] = _judged(map_, accepts, rejects)
        assert one.thesis == seen[one.seer.id]["c0"]
        aside = [tuple(name for name in names if name != "c0") for names in (accepts, rejects)]
        assert one.entailed == _judged(map_, *aside)["c0"]
        assert {clash.claim for clash in one.clashes} == {
            name for name in accepts if seen[one.seer.id][name].verdict != "in"
        }
        without = {name: _judged(map_, accepts, tuple(other for other in rejects if other != name)) for name in rejects}
        assert {consequence.claim for consequence in one.open_to} == {
            name
            for name, verdicts in without.items()
            if verdicts[name].verdict == "in"
            and name in supported
            and any(
                argument.supports == name and verdicts[key].verdict == "in" for key, argument in map_.arguments.items()
            )
        }
    assert {one.claim for one in found.disputes} == {
        name
        for name in map_.claims
        for this in found.outlooks
        for that in found.outlooks
        if this is not that
        and name in this.seer.rejects
        and name not in that.seer.rejects
        and (name in that.seer.accepts or seen[that.seer.id][name].verdict == "in")
    }


def _judged(map_: Any, accepts: tuple[str, ...], rejects: tuple[str, ...]) -> Any:
    return coldwater.evaluate(map_, overrides=coldwater.Overrides(rejects, accepts)).verdicts


def _random_map(random: Random) -> Any:
    names = [f"c{number}" for number in range(random.randint(3, 8))]
    claims = {
        name: {
            "text": f"{name}.",
            **({"status": random.choice(["open", "accepted", "rejected"])} if random.random() < 0.15 else {}),
            **({"contradicts": [random.choice(names)]} if random.random() < 0.1 else {}),
        }
        for name in names
    }
    for name, claim in claims.items():
        if claim.get("contradicts") == [name]:
            del claim["contradicts"]
    arguments: dict[str, Any] = {}
    for number in range(random.randint(2, 9)):
        targets = [*names, *arguments] if random.random() < 0.2 else names
        arguments[f"a{number}"] = {
            "premises": random.sample(names, random.randint(1, 2)),
            random.choice(["supports", "attacks"]): random.choice(targets),
            **({"strength": random.choice([0.3, 0.6])} if random.random() < 0.3 else {}),
        }
    positions = {
        f"p{number}": {
            "accepts": random.sample(names, random.randint(0, 3)),
            "rejects": random.sample(names, random.randint(0, 3)),
        }
        for number in range(3)
    }
    return map_of(claims, arguments, **positions)


def test_many_positions_on_a_large_map_take_time_in_proportion() -> None:
    number = 1500
    claims = {f"c{one}": f"C {one}." for one in range(number)}
    arguments = {f"a{one}": {"premises": [f"c{one}"], "supports": f"c{(one - 1) // 2}"} for one in range(1, number)}
    rejects = [f"c{one}" for one in range(0, number, 2)]
    positions = {f"p{one}": {"accepts": [f"c{number - 1 - one}"], "rejects": rejects} for one in range(20)}
    start = time.process_time()
    found = compare_positions(map_of(claims, arguments, **positions))
    assert time.process_time() - start < 10
    assert len(found.outlooks) == 20
