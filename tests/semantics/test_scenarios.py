"""Many scenarios at once: in each of them the verdict is that of the definition, and of a single evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

import pytest

from coldwater.model import Map
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.framework import Framework
from coldwater.semantics.grounded import grounded
from coldwater.semantics.scenarios import grounded_in, grounded_in_time, scenarios_of
from work import examples

from .brute import Meaning
from .random_maps import random_case, random_map, seeded
from .reading import map_of, words
from .small_maps import FULL, SIZES, structures, written

Case = tuple[list[str], list[str]]


def in_each(framework: Framework, cases: list[Case]) -> list[dict[str, str]]:
    """Give for each case the verdicts by id, of which ``grounded_in`` gives one node for all cases."""
    numbers = framework.numbers
    scenarios = scenarios_of([([numbers[one] for one in out], [numbers[one] for one in in_]) for out, in_ in cases])
    found: list[dict[str, str]] = [{} for _ in cases]
    for node, name in enumerate(framework.names):
        masks = grounded_in(framework, node, scenarios)
        assert not masks.stands & masks.falls
        assert (masks.stands | masks.falls) >> len(cases) == 0
        for bit, verdicts in enumerate(found):
            verdicts[name] = "in" if masks.stands >> bit & 1 else "out" if masks.falls >> bit & 1 else "undecided"
    return found


def by_definition(map_: Map, cases: Iterable[Case]) -> list[dict[str, str]]:
    definition = Meaning(map_)
    return [definition.supposing(rejected, granted).grounded() for rejected, granted in cases]


def all_cases(claims: Iterable[str]) -> list[Case]:
    """Give every way to reject, grant or leave alone each claim."""
    names = list(claims)
    turns = product(("reject", "grant", "leave"), repeat=len(names))
    return [
        ([name for name, turn in zip(names, way, strict=True) if turn == "reject"],
         [name for name, turn in zip(names, way, strict=True) if turn == "grant"])
        for way in turns
    ]  # fmt: skip


def test_all_small_maps_in_all_scenarios() -> None:
    """Every structure of up to 3 claims and 2 arguments, and every way to reject, grant or leave alone each claim."""
    for claims, arguments in SIZES:
        for structure in structures(claims, arguments) if arguments < 3 else ():
            data = written(claims, structure)
            map_, cases = map_of(data), all_cases(data["claims"])
            assert in_each(compile_map(map_), cases) == by_definition(map_, cases), data


@pytest.mark.parametrize("claims", [1, 2, 3])
def test_small_maps_of_three_arguments_in_some_scenarios(claims: int) -> None:
    """One structure in nine, and for each two of the ways to reject or grant claims and reject arguments.

    FULL: every structure, and 50 ways.
    """
    random = seeded(50 + claims)
    for structure in structures(claims, 3):
        if not FULL and random.random() > 1 / 9:
            continue
        data = written(claims, structure)
        map_ = map_of(data)
        cases: list[Case] = [random_case(random, data) for _ in range(50 if FULL else 2)]
        assert in_each(compile_map(map_), cases) == by_definition(map_, cases), (data, cases)


@pytest.mark.parametrize("chunk", range(5))
def test_random_maps_in_random_scenarios(chunk: int) -> None:
    random = seeded(100 + chunk)
    for _ in range(examples(250)):
        data = random_map(random)
        cases: list[Case] = [([], []), *(random_case(random, data) for _ in range(random.randint(1, 20)))]
        map_ = map_of(data)
        assert in_each(compile_map(map_), cases) == by_definition(map_, cases), (data, cases)


def test_scenarios_agree_with_single_evaluations_on_larger_maps() -> None:
    random = seeded(7)
    for _ in range(60):
        data = random_map(random, 40, 60)
        cases: list[Case] = [random_case(random, data) for _ in range(30)]
        framework = compile_map(map_of(data))
        numbers = framework.numbers
        for found, (rejected, granted) in zip(in_each(framework, cases), cases, strict=True):
            labels = grounded(framework, [numbers[one] for one in rejected], [numbers[one] for one in granted])
            assert found == words(framework, labels)


def test_no_scenario_is_no_bit() -> None:
    data: dict[str, Any] = written(1, ())
    assert grounded_in(compile_map(map_of(data)), 0, scenarios_of([])) == (0, 0)


def test_a_search_among_many_scenarios_stops_when_time_is_over() -> None:
    data = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {name: f"{name}." for name in ("t", "a", "b")},
        "arguments": {"for": {"premises": ["a"], "supports": "t"}, "against": {"premises": ["b"], "attacks": "t"}},
    }  # fmt: skip
    framework = compile_map(map_of(data))
    scenarios = scenarios_of([([number % framework.nodes], ()) for number in range(50)])
    asked = 0

    def is_over() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    assert grounded_in_time(framework, 0, scenarios, is_over) is None
    assert asked == 4
    assert grounded_in_time(framework, 0, scenarios, lambda: False) == grounded_in(framework, 0, scenarios)
