"""Forces by number: with which force what stands speaks, and which forces it could have, against the yardstick."""

from __future__ import annotations

from typing import Any

from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import Overrides, evaluate_map
from coldwater.semantics.grounded import grounded
from coldwater.semantics.labelling import Labelling
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import seeded
from .reading import map_of, meaning_of
from .test_forces import ALL, random_overrides

Data = dict[str, Any]


def agree_on_forces(data: Data, overrides: Overrides) -> int:
    """Hold the forces of the grounded labelling against the definition; give how many different ones there are."""
    meaning = meaning_of(data, overrides)
    labelling = evaluate_map(map_of(data), "grounded", overrides).labellings[0]
    lower = meaning.bounds(meaning.grounded()).lower
    for node, name in enumerate(labelling.framework.names):
        force = labelling.forces[node]
        assert meaning.written.units(force) == lower.get(name, 0), (name, force, data, overrides)
    return len(set(lower.values()))


def test_what_stands_has_the_force_of_the_definition() -> None:
    """Each map as it is, and once with claims and arguments overruled."""
    random, several = seeded(900), 0
    for _ in range(examples(2_500)):
        data = random_numbered_map(random)
        several += agree_on_forces(data, Overrides()) > 2
        several += agree_on_forces(data, random_overrides(random, data)) > 2
    assert several > examples(700)


def test_so_it_has_in_circles_of_several_levels() -> None:
    random, several = seeded(901), 0
    for _ in range(examples(1_500)):
        data = random_numbered_map(random, 5, 12, acyclic=False)
        several += agree_on_forces(data, random_overrides(random, data)) > 2
    assert several > examples(200)


def test_no_labelling_knows_a_force_that_was_not_taken_to_be_possible() -> None:
    """Neither at least nor at most, also where claims are granted when the framework is evaluated."""
    random, seen = seeded(902), 0
    for _ in range(examples(600)):
        data = random_numbered_map(random, 3, 4)
        overrides = random_overrides(random, data)._replace(standard=None)
        meaning = meaning_of(data, overrides)
        fixed = evaluate_map(map_of(data), "grounded", overrides).labellings[0].framework
        for framework in (fixed, compile_map(map_of(data))):
            possible = framework.possible
            if possible is None:
                continue
            known = [{meaning.written.units(force) for force in forces} for forces in possible.forces]
            for labelling in meaning.complete():
                for bound in meaning.bounds(labelling):
                    for name, force in bound.items():
                        seen += 1
                        assert force in known[framework.numbers[name]], (name, force, data, overrides)
    assert seen > examples(2_000)


def test_every_labelling_has_the_forces_of_the_definition() -> None:
    random, seen = seeded(903), 0
    for _ in range(examples(400)):
        data = random_numbered_map(random, 3, 5)
        overrides = random_overrides(random, data)
        meaning = meaning_of(data, overrides)
        for labelling in evaluate_map(map_of(data), "preferred", overrides, ALL).labellings:
            words = {name: labelling.word(name) for name in meaning.nodes}
            lower = meaning.bounds(words).lower
            found = {name: labelling.forces[labelling.framework.numbers[name]] for name in meaning.nodes}
            assert {name: meaning.written.units(force) for name, force in found.items()} == {
                name: lower.get(name, 0) for name in meaning.nodes
            }, (data, overrides)
            seen += 1
    assert seen > examples(300)


def test_what_is_granted_when_a_framework_is_evaluated_has_the_same_force() -> None:
    random, several = seeded(904), 0
    for _ in range(examples(1_500)):
        data = random_numbered_map(random)
        overrides = random_overrides(random, data)._replace(standard=None)
        meaning, framework = meaning_of(data, overrides), compile_map(map_of(data))
        numbers = [
            frozenset(framework.numbers[name] for name in ids) for ids in (overrides.rejected, overrides.accepted)
        ]
        labelling = Labelling(framework, grounded(framework, *numbers), *numbers)
        lower = meaning.bounds(meaning.grounded()).lower
        for name, force in zip(framework.names, labelling.forces, strict=True):
            assert meaning.written.units(force) == lower.get(name, 0), (name, data, overrides)
        several += len(set(lower.values())) > 2 and bool(overrides.accepted)
    assert several > examples(100)
