"""Reasons: each by its words in the definition, on small maps, random maps, and every complete labelling.

Of the small maps every seventh is looked at, of random ones 4,000; ``make test-all`` looks at 32,000.
"""

from __future__ import annotations

import pytest

from coldwater.model import Map
from coldwater.semantics.framework import compile_map
from coldwater.semantics.grounded import grounded
from coldwater.semantics.labelling import WORDS, Labelling
from work import examples

from .definition import Definition, completions
from .random_maps import random_case, random_map, seeded
from .reading import map_of
from .small_maps import FAMILIES

VERDICTS_OF_REASONS = {
    "in": {"granted", "supported", "outweighs", "stands"},
    "out": {"refuted", "outweighed", "unsupported", "set-aside", "premise-out", "undercut"},
    "undecided": {"tied", "open", "depends"},
}


def verdicts(map_: Map, rejected: list[str] = [], granted: list[str] = []) -> dict[str, tuple[str, str]]:  # noqa: B006
    framework = compile_map(map_)
    out, in_ = (frozenset(framework.numbers[name] for name in names) for names in (rejected, granted))
    found = Labelling(framework, grounded(framework, out, in_), out, in_).verdicts()
    return {name: (verdict.verdict, verdict.reason) for name, verdict in found.items()}


def by_definition(definition: Definition) -> dict[str, tuple[str, str]]:
    labelling = definition.grounded()
    return {node: (label, definition.reason(node, labelling)) for node, label in labelling.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_reasons_on_small_maps_are_those_of_the_definition(family: str) -> None:
    """Every seventh, which is enough to meet every structure with some decoration."""
    for number, data in enumerate(FAMILIES[family]()):
        if number % 7 == 0:
            map_ = map_of(data)
            assert verdicts(map_) == by_definition(Definition(map_)), data


@pytest.mark.parametrize("chunk", range(4))
def test_reasons_on_random_maps_are_those_of_the_definition(chunk: int) -> None:
    random = seeded(200 + chunk)
    for _ in range(examples(1000)):
        data = random_map(random)
        map_, (rejected, granted) = map_of(data), random_case(random, data)
        definition = Definition(map_)
        assert verdicts(map_) == by_definition(definition), data
        found = verdicts(map_, rejected, granted)
        assert found == by_definition(definition.supposing(rejected, granted)), (data, rejected, granted)
        assert all(reason in VERDICTS_OF_REASONS[verdict] for verdict, reason in found.values())


def test_reasons_in_every_complete_labelling_are_those_of_the_definition() -> None:
    random = seeded(9)
    several = 0
    for _ in range(400):
        data = random_map(random, 3, 3)
        map_ = map_of(data)
        framework, definition = compile_map(map_), Definition(map_)
        complete = definition.complete()
        several += len(complete) > 1
        for labels in complete:
            found = Labelling(framework, numbered(definition, labels)).verdicts()
            assert {name: verdict.reason for name, verdict in found.items()} == {
                node: definition.reason(node, labels) for node in definition.nodes
            }, (data, labels)
    assert several >= 20


def numbered(definition: Definition, labels: dict[str, str]) -> list[int]:
    """Give a labelling by id as the labels of a framework's nodes: claims, arguments, then steps."""
    steps = attacked_first_seen(definition)
    judged = {node: step_label(definition, node, labels) for node in steps}
    return [WORDS.index(labels[node]) for node in definition.nodes] + [WORDS.index(judged[node]) for node in steps]


def attacked_first_seen(definition: Definition) -> list[str]:
    targets = [argument.target for argument in definition.arguments.values()]
    return list(dict.fromkeys(target for target in targets if target in definition.arguments))


def step_label(definition: Definition, node: str, labels: dict[str, str]) -> str:
    condition = definition.conditions[node]
    turns = {condition.weigh(standing).verdict for standing in completions(definition.labels(node, labels))}
    return turns.pop() if len(turns) == 1 else "undecided"
