"""What must hold of verdicts, whatever the map: the properties that docs/verdicts.md promises."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from work import examples

from .definition import Definition
from .random_maps import random_map
from .reading import grounded_words, map_of

Data = dict[str, Any]

RANK = {"out": 0, "undecided": 1, "in": 2}
randoms = st.randoms(use_true_random=False)
maps = randoms.map(random_map)
acyclic_maps = randoms.map(lambda random: random_map(random, acyclic=True))
small_acyclic_maps = randoms.map(lambda random: random_map(random, 3, 3, acyclic=True))


def verdicts(data: Data) -> dict[str, str]:
    return grounded_words(map_of(data))


@settings(max_examples=examples(30))
@given(small_acyclic_maps)
def test_on_an_acyclic_map_all_semantics_agree(data: Data) -> None:
    """Stable labellings decide everything, so there is none where a tie or an open claim leaves something undecided."""
    definition = Definition(map_of(data))
    grounded = verdicts(data)
    assert definition.complete() == definition.preferred() == [grounded]
    assert definition.stable() == ([] if "undecided" in grounded.values() else [grounded])


@given(maps, randoms)
def test_renaming_and_reordering_change_nothing(data: Data, random: Random) -> None:
    ids = [*data["claims"], *data["arguments"]]
    new = [f"n{number}" for number in range(len(ids))]
    random.shuffle(new)
    renaming = dict(zip(ids, new, strict=True))
    assert verdicts(renamed(data, renaming, random)) == {
        renaming[node]: verdict for node, verdict in verdicts(data).items()
    }


def renamed(data: Data, renaming: dict[str, str], random: Random) -> Data:
    """Give the same map with other ids, its claims, arguments, premises and contradictions in another order."""

    def shuffled(items: list[Any]) -> list[Any]:
        random.shuffle(items)
        return items

    claims = {renaming[name]: copy.deepcopy(claim) for name, claim in shuffled(list(data["claims"].items()))}
    for claim in claims.values():
        if "contradicts" in claim:
            claim["contradicts"] = shuffled([renaming[name] for name in claim["contradicts"]])
    arguments = {renaming[name]: copy.deepcopy(step) for name, step in shuffled(list(data["arguments"].items()))}
    for step in arguments.values():
        step["premises"] = shuffled([renaming[name] for name in step["premises"]])
        step["supports" if "supports" in step else "attacks"] = renaming[target_of(step)]
    return {**data, "thesis": renaming[data["thesis"]], "claims": claims, "arguments": arguments}


@given(acyclic_maps, randoms)
def test_a_con_never_helps_its_target_on_an_acyclic_map(data: Data, random: Random) -> None:
    target = random.choice([*data["claims"], *data["arguments"]])
    more = with_argument(data, random, "attacks", target)
    assert RANK[verdicts(more)[target]] <= RANK[verdicts(data)[target]]


@given(acyclic_maps, randoms)
def test_a_pro_hurts_its_target_on_an_acyclic_map_only_by_ending_what_was_granted(data: Data, random: Random) -> None:
    """A claim that was granted since nothing was said for it needs its support to stand once something is."""
    target = random.choice([*data["claims"], *data["arguments"]])
    more = with_argument(data, random, "supports", target)
    before, after = verdicts(data)[target], verdicts(more)[target]
    supported = any(step.get("supports") == target for step in data["arguments"].values())
    if target in data["arguments"] or supported or data["claims"][target].get("status"):
        assert RANK[after] >= RANK[before]
    elif RANK[after] < RANK[before]:
        assert verdicts(more)["new"] != "in"


def with_argument(data: Data, random: Random, relation: str, target: str) -> Data:
    """Give the map with one more argument for or against a target; it closes no circle that was not there.

    Its premises are claims that do not depend on the target, or one new claim.
    """
    more = copy.deepcopy(data)
    independent = [name for name in data["claims"] if target not in behind(data, name)]
    more["claims"]["fresh"] = {"text": "A claim."}
    premises = [name for name in independent if random.random() < 0.4] or ["fresh"]
    more["arguments"]["new"] = {"premises": premises, relation: target, "strength": random.choice((0.2, 0.5, 1))}
    return more


def target_of(step: Data) -> str:
    target: str = step["supports"] if "supports" in step else step["attacks"]
    return target


def behind(data: Data, node: str) -> set[str]:
    """Give the nodes that bear on a node, itself included."""
    found: set[str] = {node}
    while True:
        nearer = {name for name, step in data["arguments"].items() if target_of(step) in found}
        nearer |= {
            premise for step in found & data["arguments"].keys() for premise in data["arguments"][step]["premises"]
        }
        nearer |= {name for name, claim in data["claims"].items() if found & set(claim.get("contradicts", ()))}
        nearer |= {
            rival for name in found & data["claims"].keys() for rival in data["claims"][name].get("contradicts", ())
        }
        if nearer <= found:
            return found
        found |= nearer


@given(acyclic_maps)
def test_linked_premises_are_weaker_than_the_same_premises_convergent(data: Data) -> None:
    """Linked, they support less and attack less. What undercuts or backs the step does so to each of the new ones."""
    for name, step in data["arguments"].items():
        apart = convergent(data, name)
        target = target_of(step)
        together, separate = RANK[verdicts(data)[target]], RANK[verdicts(apart)[target]]
        assert together <= separate if "supports" in step else together >= separate


def convergent(data: Data, name: str) -> Data:
    """Give the map with an argument for each premise of one, of the same strength; all that bears on it is copied."""
    arguments = data["arguments"]
    about = {other for other in arguments if other != name and reaches(arguments, other, name)}
    kept = {other: step for other, step in arguments.items() if other not in about | {name}}
    for premise in arguments[name]["premises"]:
        kept[f"{name}.{premise}"] = {**arguments[name], "premises": [premise]}
        for other in about:
            relation = "supports" if "supports" in arguments[other] else "attacks"
            kept[f"{other}.{premise}"] = {**arguments[other], relation: f"{arguments[other][relation]}.{premise}"}
    return {**data, "arguments": kept}


def reaches(arguments: Data, one: str, other: str) -> bool:
    """Tell whether an argument is about another one, or about what is about it."""
    while one in arguments and one != other:
        one = target_of(arguments[one])
    return one == other


@given(maps, randoms)
def test_an_undercut_changes_only_what_depends_on_the_argument_it_attacks(data: Data, random: Random) -> None:
    for attacked in data["arguments"]:
        before, after = verdicts(data), verdicts(with_argument(data, random, "attacks", attacked))
        alone = [node for node in before if attacked not in behind(data, node)]
        assert [after[node] for node in alone] == [before[node] for node in alone]


@given(acyclic_maps, randoms)
def test_an_undercut_leaves_the_other_arguments_of_the_target_alone(data: Data, random: Random) -> None:
    for attacked, step in data["arguments"].items():
        before, after = verdicts(data), verdicts(with_argument(data, random, "attacks", attacked))
        for name, other in data["arguments"].items():
            if name != attacked and target_of(other) == target_of(step):
                assert after[name] == before[name]


@given(maps)
def test_what_bears_on_nothing_changes_nothing(data: Data) -> None:
    """One more claim, and an argument from the thesis to it."""
    more = copy.deepcopy(data)
    more["claims"]["aside"] = {"text": "A claim."}
    more["arguments"]["by-the-way"] = {"premises": [data["thesis"]], "attacks": "aside"}
    after = verdicts(more)
    assert {node: after[node] for node in verdicts(data)} == verdicts(data)
