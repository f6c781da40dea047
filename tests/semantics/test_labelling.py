"""Reasons: each by its words in the definition, on small maps, random maps, and every complete labelling.

Of the small maps one in 47 is looked at, of random ones 500; ``make test-all`` looks at one in seven, and 16,000.
"""

from __future__ import annotations

import pytest

from coldwater.model import Map
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import grounded
from coldwater.semantics.labelling import Labelling
from work import examples

from .brute import Meaning
from .random_maps import random_case, random_map, seeded
from .reading import map_of
from .small_maps import FAMILIES, FULL

VERDICTS_OF_REASONS = {
    "in": {"granted", "grounded", "supported", "outweighs", "stands"},
    "out": {"refuted", "outweighed", "unsupported", "set-aside", "premise-out", "undercut"},
    "undecided": {"tied", "open", "depends"},
}


def verdicts(map_: Map, rejected: list[str] = [], granted: list[str] = []) -> dict[str, tuple[str, str]]:  # noqa: B006
    framework = compile_map(map_)
    out, in_ = (frozenset(framework.numbers[name] for name in names) for names in (rejected, granted))
    found = Labelling(framework, grounded(framework, out, in_), out, in_).verdicts()
    return {name: (verdict.verdict, verdict.reason) for name, verdict in found.items()}


def by_definition(definition: Meaning) -> dict[str, tuple[str, str]]:
    labelling = definition.grounded()
    return {node: (label, definition.reason(node, labelling)) for node, label in labelling.items()}


@pytest.mark.parametrize("family", FAMILIES)
def test_reasons_on_small_maps_are_those_of_the_definition(family: str) -> None:
    """A share that is prime to the decorations, so that all of them come."""
    for number, data in enumerate(FAMILIES[family]()):
        if number % (7 if FULL else 47) == 0:
            map_ = map_of(data)
            assert verdicts(map_) == by_definition(Meaning(map_)), data


@pytest.mark.parametrize("chunk", range(4))
def test_reasons_on_random_maps_are_those_of_the_definition(chunk: int) -> None:
    random = seeded(200 + chunk)
    for _ in range(examples(500)):
        data = random_map(random)
        map_, (rejected, granted) = map_of(data), random_case(random, data)
        definition = Meaning(map_)
        assert verdicts(map_) == by_definition(definition), data
        found = verdicts(map_, rejected, granted)
        assert found == by_definition(definition.supposing(rejected, granted)), (data, rejected, granted)
        assert all(reason in VERDICTS_OF_REASONS[verdict] for verdict, reason in found.values())
