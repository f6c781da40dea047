"""Many scenarios at once on maps with credences, sourced facts and ways of weighing: against definition and evaluation.

Here what is granted for the occasion speaks with a force of its own, so that levels must be granted along with it.
"""

from __future__ import annotations

import pytest

from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.grounded import grounded
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import random_case, seeded
from .reading import map_of, words
from .test_scenarios import Case, by_definition, in_each


@pytest.mark.parametrize("chunk", range(4))
def test_random_numbered_maps_in_random_scenarios(chunk: int) -> None:
    random, lent = seeded(910 + chunk), 0
    for _ in range(examples(800)):
        data = random_numbered_map(random, 6, 9)
        cases: list[Case] = [([], []), *(random_case(random, data) for _ in range(random.randint(1, 12)))]
        map_ = map_of(data)
        framework = compile_map(map_)
        lent += bool(framework.lent)
        assert in_each(framework, cases) == by_definition(map_, cases), (data, cases)
    assert lent > examples(15)


def test_single_evaluations_of_larger_maps_agree_however_they_are_asked() -> None:
    """In masks, granted when the framework is evaluated, or granted when it is compiled."""
    random, lent = seeded(920), 0
    for _ in range(examples(200)):
        data = random_numbered_map(random, 14, 24)
        map_ = map_of(data)
        framework = compile_map(map_)
        lent += bool(framework.lent)
        cases: list[Case] = []
        for _ in range(15):
            rejected, granted = random_case(random, data)
            cases.append((rejected, [name for name in granted if name not in rejected]))
        for found, (rejected, granted) in zip(in_each(framework, cases), cases, strict=True):
            numbers = [[framework.numbers[name] for name in names] for names in (rejected, granted)]
            assert found == words(framework, grounded(framework, *numbers)), (data, rejected, granted)
            verdicts = evaluate_map(map_, "grounded", Overrides(tuple(rejected), tuple(granted))).verdicts
            assert found == {name: said.verdict for name, said in verdicts.items()}, (data, rejected, granted)
    assert lent > examples(15)
