"""Compiling: overrides of the standard and of strengths, and what a framework says of its own nodes."""

from __future__ import annotations

import copy
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from coldwater.model import Map
from coldwater.model.models import Map as Model
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import grounded
from strategies import STANDARDS, Data

from .brute import Meaning
from .random_maps import STRENGTHS, random_map
from .reading import map_of, words

maps = st.randoms(use_true_random=False).map(random_map)


@given(maps, st.sampled_from(STANDARDS))
def test_a_standard_takes_the_place_of_the_maps_and_of_the_theses(data: Data, standard: str) -> None:
    framework = compile_map(map_of(data), standard)
    changed = copy.deepcopy(data)
    changed["standard"] = standard
    changed["claims"][data["thesis"]].pop("standard", None)
    assert words(framework, grounded(framework)) == Meaning(map_of(changed)).grounded()


@given(maps, st.randoms(use_true_random=False))
def test_strengths_take_the_place_of_the_maps(data: Data, random: Random) -> None:
    strengths = {name: float(random.choice(STRENGTHS)) for name in data["arguments"] if random.random() < 0.5}
    framework = compile_map(map_of(data), strengths=strengths)
    changed = copy.deepcopy(data)
    for name, strength in strengths.items():
        changed["arguments"][name]["strength"] = strength
    assert words(framework, grounded(framework)) == Meaning(map_of(changed)).grounded()


@given(maps)
def test_a_model_and_its_plain_twin_compile_to_the_same(data: Data) -> None:
    twin: Map = map_of(data)
    one, other = compile_map(twin), compile_map(Model.model_validate(data))
    assert (one.names, one.parts, one.pros, one.cons, one.base) == (
        other.names, other.parts, other.pros, other.cons, other.base,
    )  # fmt: skip


@given(maps)
def test_components_come_after_what_they_depend_on(data: Data) -> None:
    framework = compile_map(map_of(data))
    seen: set[int] = set()
    for component in framework.components:
        seen |= set(component)
        assert all(node in seen for member in component for node in framework.bearing_on(member))
    assert seen == set(range(framework.nodes))


@given(maps)
def test_the_relations_read_backwards_are_the_same_relations(data: Data) -> None:
    framework = compile_map(map_of(data))
    for node in range(framework.nodes):
        assert all(node in framework.parts[argument] for argument in framework.parts_of[node])
        assert all(node in {pro for pro, _, _ in framework.pros[target]} for target, _ in framework.pro_of[node])
        assert all(framework.cons[target][place] == node for target, place in framework.con_of[node])
        assert framework.behind([node]) == {node}.union(
            *(
                framework.behind([nearer])
                for nearer in framework.bearing_on(node)
                if node not in framework.behind([nearer])
            ),
            *(framework.behind([nearer]) for nearer in framework.bearing_on(node)),
        )
    forward = sum(len(framework.bearing_on(node)) for node in range(framework.nodes))
    backward = (framework.parts_of, framework.pro_of, framework.con_of)
    assert forward == sum(len(found) for relation in backward for found in relation)


def test_only_a_step_that_something_is_about_is_a_node_of_its_own() -> None:
    steps = {"one": {"premises": ["a"], "supports": "t"}, "cut": {"premises": ["b"], "attacks": "one"}}
    claims = dict.fromkeys("tab", "A claim.")
    framework = compile_map(map_of({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": steps}))
    assert framework.names == ("t", "a", "b", "one", "cut")
    assert framework.steps == {3: 5}
    assert [framework.owner(node) for node in range(6)] == [0, 1, 2, 3, 4, 3]
    assert framework.thesis == 0
