"""CW101 to CW109: references, orphans, strays, circles, trees, self-defeat, repetition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.model import from_accepted_data
from coldwater.rules import RULES
from coldwater.rules.engine import run
from coldwater.rules.subject import Subject

if TYPE_CHECKING:
    from .conftest import Find

# --- references ---------------------------------------------------------------------------------------------------


def test_every_dangling_reference_is_found_where_it_stands() -> None:
    data = {
        "argmap": 1,
        "title": "T",
        "thesis": "t",
        "claims": {"t": {"text": "T.", "contradicts": ["c1"]}},
        "arguments": {"x": {"premises": ["t", "c2"], "attacks": "c3", "roles": {"goal": "c4"}}},
        "positions": {"p": {"name": "P", "accepts": ["c5"], "rejects": ["x"]}},
        "lint": {"ignore": [{"at": "c6", "reason": "R."}, {"at": "p", "reason": "R."}]},
    }
    flaws = [flaw for rule, flaw in run(Subject(from_accepted_data(data))) if rule.CODE == "CW101"]
    assert [flaw.pointer for flaw in flaws] == [
        ("claims", "t", "contradicts", 0),
        ("arguments", "x", "premises", 1),
        ("arguments", "x", "attacks"),
        ("arguments", "x", "roles", "goal"),
        ("positions", "p", "accepts", 0),
        ("positions", "p", "rejects", 0),
        ("lint", "ignore", 0, "at"),
    ]
    assert [flaw.id for flaw in flaws] == ["t", "x", "x", "x", "p", "p", None]


def test_an_argument_where_a_claim_must_stand_is_said_to_be_one(messages: Find) -> None:
    assert messages("a", "x: a -> t; y: x -> t") == ["`x` is an argument; a premise must be a claim"]
    assert messages("a", "x: a -> t", thesis="x") == ["`x` is an argument; the thesis must be a claim"]


def test_an_excused_id_does_not_dangle(find: Find) -> None:
    assert find("a", "x: a lost -> t; y: a -> gone", excused="lost gone") == []


def test_what_was_meant_by_a_dangling_premise_is_no_orphan(find: Find) -> None:
    assert find("cracks holes", "x: crakcs -> t") == ["CW101 x", "CW103 holes"]


# --- orphans and strays -------------------------------------------------------------------------------------------


def test_a_missing_thesis_silences_orphans_and_strays(find: Find) -> None:
    assert find("a b", "x: a -> b", thesis="nowhere") == ["CW101 -"]


def test_an_empty_map_has_no_orphan(find: Find) -> None:
    assert find("") == []


def test_an_orphan_alone(find: Find) -> None:
    assert find("a b", "x: a -> t") == ["CW103 b"]


def test_one_break_gives_one_finding_however_much_hangs_on_it(find: Find, messages: Find) -> None:
    arguments = "x: a -> t; y: c -> b; z: d e -> c; w: f -| z; v: g -> b"
    assert find("a b c d e f g", arguments) == ["CW104 v"]
    assert messages("a b c d e f g", arguments)[0].startswith(
        "`v` reaches `b` (and so does `y`), which supports nothing (5 claims hang on it)"
    )


def test_two_breaks_give_two_findings(find: Find) -> None:
    assert find("a b c d", "x: a -> b; y: c -> d") == ["CW104 x", "CW104 y"]


def test_a_premise_of_two_strays_is_silent(find: Find) -> None:
    assert find("a b c", "x: a -> b; y: a -> c") == ["CW104 x", "CW104 y"]


def test_what_hangs_on_a_dangling_target_is_silent(find: Find) -> None:
    assert find("a b", "x: a -> nowhere; y: b -> a") == ["CW101 x"]


def test_what_hangs_on_an_id_clash_is_silent(find: Find) -> None:
    assert find("a b c", "b: a -> t; y: c -> b") == ["CW102 b"]
    assert find("a b c d", "b: a -> c; y: d -> b") == ["CW102 b", "CW104 b"]


def test_what_hangs_on_an_unreadable_part_is_silent(find: Find) -> None:
    assert find("a b", "x: a -> b", excused="b") == []
    assert find("a b", "x: a -> b", excused="x") == ["CW104 x"]


def test_a_contradiction_connects(find: Find) -> None:
    assert find("a b", "x: b -> a", contradictions=[("a", "t")]) == []
    assert find("a b", "x: b -> a", contradictions=[("t", "a")]) == []


def test_claims_that_only_contradict_each_other_give_one_finding(find: Find, messages: Find) -> None:
    contradictions = [("a", "b"), ("b", "c")]
    assert find("a b c", contradictions=contradictions) == ["CW103 a"]
    assert "contradicts `b`, which supports nothing" in messages("a b c", contradictions=contradictions)[0]


def test_an_argument_for_a_pair_of_contradicting_orphans_is_the_stray(find: Find) -> None:
    assert find("a b c", "x: c -> b", contradictions=[("a", "b")]) == ["CW104 x"]


def test_a_chain_into_a_contradiction_breaks_off_at_the_claim(find: Find) -> None:
    assert find("a b c", "x: a -> b; y: c -> a", contradictions=[("c", "b")]) == ["CW104 x"]


def test_a_circle_apart_is_told_once(find: Find, messages: Find) -> None:
    arguments = "x: a -| b; y: b -| a; z: c -> a"
    assert find("a b c", arguments) == ["CW104 x"]
    assert "`x` -> `b` -> `y` -> `a` -> `x`" in messages("a b c", arguments)[0]


def test_a_circle_of_undercuts_apart_is_told_once(find: Find) -> None:
    assert find("a b", "x: a -| y; y: b -| x") == ["CW104 x"]


def test_a_support_circle_apart_is_only_circular(find: Find) -> None:
    assert find("a b", "x: a -> b; y: b -> a") == ["CW105 x"]


def test_an_argument_for_itself_apart_is_only_self_defeating(find: Find) -> None:
    assert find("a b", "x: a -> x; y: b -> a") == ["CW107 x"]


# --- circles, trees, self-defeat ----------------------------------------------------------------------------------


def test_a_circle_is_named_in_order(messages: Find) -> None:
    [message] = messages("a b c", "z: a -> t; x: a -> b; y: b -> c; w: c -> a")
    assert "`w` -> `a` -> `x` -> `b` -> `y` -> `c` -> `w`" in message


def test_a_long_circle_is_named_with_a_gap(messages: Find) -> None:
    size = 100
    steps = "; ".join(f"x{i}: a{i} -> a{(i + 1) % size}" for i in range(size))
    [message] = messages(" ".join(f"a{i}" for i in range(size)), steps + "; z: a0 -> t")
    assert "… 192 more …" in message
    assert len(message) < 250


def test_the_way_round_follows_supports_only(messages: Find) -> None:
    arguments = "z: a -> t; x: a -> b; y: b -> c; w: c -> a; v: b -| a"
    message = messages("a b c", arguments, contradictions=[("a", "c")])[0]
    assert message.startswith("the support goes in a circle: `w` -> `a` -> `x` -> `b` -> `y` -> `c` -> `w`")


def test_a_tree_may_not_share_and_a_graph_may(find: Find) -> None:
    arguments = "x: a -> t; y: b -> t; v: c -> a; w: c -> b"
    assert find("a b c", arguments) == []
    assert find("a b c", arguments, shape="tree") == ["CW106 c"]


def test_a_tree_names_each_shared_claim_once_at_its_second_use(messages: Find) -> None:
    arguments = "x: a -> t; y: a b -> t; z: a c -> t"
    [message] = messages("a b c", arguments, shape="tree")
    assert message.startswith("`a` is a premise of `x`, `y` and `z`, but in a tree a claim serves only one; split it")


def test_a_claim_shared_on_the_way_out_of_a_circle_is_the_circles(find: Find) -> None:
    assert find("a b", "z: a -> t; x: a -> b; y: b -> a", shape="tree") == ["CW105 x"]
    assert find("a b", "z: a -> t; x: a -> b; y: b -> a; w: a b -> t", shape="tree") == ["CW105 x", "CW106 a"]


@pytest.mark.parametrize("shape", ["tree", "graph"])
@pytest.mark.parametrize(
    "step", ["x: a -> a", "x: a -| a", "x: a -> x", "x: a -| x", "x: a b -| a", "x: t -> t", "x: t a -| t"]
)
def test_self_defeat_is_all_that_is_said_of_an_argument(find: Find, shape: str, step: str) -> None:
    assert find("a b", f"z: a -> t; w: b -> t; {step}", shape=shape) == ["CW107 x"]


@pytest.mark.parametrize("shape", ["tree", "graph"])
def test_repetition_is_all_that_is_said_of_a_twin(find: Find, shape: str) -> None:
    assert find("a b", "x: a b -> t; y: b a -> t", shape=shape) == ["CW108 y"]
    assert find("a b", "x: a b -> t; y: b a -| t", shape=shape) == ["CW109 y"]
    assert find("a b", "x: a b -> t; y: b a -| t; z: a b -> t", shape=shape) == ["CW109 y", "CW108 z"][::-1]
    assert find("a b", "x: a b -> t; y: a -> t", shape="graph") == []


# --- all of them, at random ---------------------------------------------------------------------------------------

IDS = ["t", "a", "b", "c", "d"]
STEPS = st.tuples(
    st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
    st.sampled_from(["supports", "attacks"]),
    st.sampled_from([*IDS, "x0", "x1", "x2", "nowhere"]),
)


@settings(deadline=None)
@given(st.lists(STEPS, max_size=6), st.sets(st.sampled_from([*IDS, "x0", "x1", "lost"])), st.sampled_from(IDS))
def test_half_broken_maps_are_checked_to_the_end(
    steps: list[tuple[list[str], str, str]], excused: set[str], clash: str
) -> None:
    names = [clash, "x0", "x1", "x2", "x3", "x4"]
    arguments = {
        name: {"premises": [*ids, "gone"][: 1 + i % 3], relation: target}
        for i, (name, (ids, relation, target)) in enumerate(zip(names, steps, strict=False))
    }
    claims = {name: {"text": f"This is what {name} says.", "contradicts": ["gone"]} for name in IDS[1:]}
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "T.", **claims}, "arguments": arguments}
    found = list(run(Subject(from_accepted_data(data), excused=frozenset(excused))))
    assert all(flaw.message for _, flaw in found)
    assert (clash in arguments) == ("CW102" in {rule.CODE for rule, _ in found})


@st.composite
def small_maps(draw: st.DrawFn) -> dict[str, Any]:
    steps = draw(st.lists(STEPS, max_size=6))
    pairs = draw(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=2, unique=True))
    claims = {
        name: {"text": f"This is what {name} says.", "contradicts": [other for one, other in pairs if one == name]}
        for name in IDS
    }
    arguments = {f"x{i}": {"premises": list(ids), relation: target} for i, (ids, relation, target) in enumerate(steps)}
    shape = draw(st.sampled_from(["tree", "graph"]))
    return {"argmap": 1, "title": "T", "thesis": "t", "shape": shape, "claims": claims, "arguments": arguments}


@settings(deadline=None)
@given(small_maps())
def test_something_is_said_just_if_something_does_not_reach_the_thesis(data: dict[str, Any]) -> None:
    subject = Subject(from_accepted_data(data))
    found = {rule.CODE for rule, _ in run(subject)}
    unconnected = (data["claims"].keys() | data["arguments"].keys()) - subject.connected
    explained = {"CW103", "CW104"} | ({"CW105", "CW107"} if unconnected else set())
    assert bool(unconnected) == bool(found & explained)


@settings(deadline=None)
@given(small_maps())
def test_each_thing_is_said_once_and_points_into_the_map(data: dict[str, Any]) -> None:
    found = [(rule.CODE, flaw.pointer) for rule, flaw in run(Subject(from_accepted_data(data)))]
    assert len(set(found)) == len(found)
    for _, pointer in found:
        value: Any = data
        for step in pointer:
            value = value[step]


@settings(deadline=None)
@given(small_maps())
def test_new_names_change_nothing(data: dict[str, Any]) -> None:
    def renamed(name: str) -> str:
        return f"renamed-{name}"

    def rename(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                renamed(key) if key in IDS or key[:1] == "x" else key: rename(inner) for key, inner in value.items()
            }
        if isinstance(value, list):
            return [rename(inner) for inner in value]
        return renamed(value) if value in IDS or (isinstance(value, str) and len(value) == 2) else value

    before = [(rule.CODE, flaw.id) for rule, flaw in run(Subject(from_accepted_data(data)))]
    after = [(rule.CODE, flaw.id) for rule, flaw in run(Subject(from_accepted_data(rename(data))))]
    assert [(code, id_ and renamed(id_)) for code, id_ in before] == after


@settings(deadline=None)
@given(small_maps())
def test_a_tree_is_what_cw106_says_it_is(data: dict[str, Any]) -> None:
    """The shortcut for trees is right: without it the rules that it skips say nothing either."""
    quick, slow = Subject(from_accepted_data(data)), Subject(from_accepted_data(data))
    slow.__dict__["is_tree"] = False
    checks = [rule for rule in RULES if hasattr(rule, "check")]
    assert [list(rule.check(quick)) for rule in checks] == [list(rule.check(slow)) for rule in checks]
