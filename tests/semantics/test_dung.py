"""A map of single-premise attacks is a Dung framework: the published examples, all small ones, and random ones.

The definition's labellings are held against extensions found over sets, and the code's grounded labelling against both,
for a map, and for ``attack_framework``.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from coldwater.model import Map
from coldwater.semantics.framework import attack_framework
from coldwater.semantics.grounded import grounded

from .definition import Definition
from .dung import EXAMPLES, Attacks, Dung, Published
from .random_maps import seeded
from .reading import grounded_words, map_of, words


def attack_map(arguments: str, attacks: Attacks) -> Map:
    """Give the map in which each argument of Dung's is a claim and each attack an argument with one premise."""
    data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": arguments[0], "shape": "graph"}
    data["claims"] = {one: {"text": "A claim."} for one in arguments}
    data["arguments"] = {f"{one}-{other}": {"premises": [one], "attacks": other} for one, other in sorted(attacks)}
    return map_of(data)


def of_claims(labelling: dict[str, str], arguments: str) -> tuple[tuple[str, str], ...]:
    return tuple((one, labelling[one]) for one in arguments)


def framework_of(example: Published) -> Dung:
    return Dung(example.arguments, frozenset((pair[0], pair[1]) for pair in example.attacks.split()))


def sets(extensions: str) -> set[frozenset[str]]:
    return {frozenset(extension.replace("-", "")) for extension in extensions.split()}


def all_attacks(arguments: str) -> list[Attacks]:
    pairs = list(product(arguments, arguments))
    return [
        frozenset(pair for pair, taken in zip(pairs, chosen, strict=True) if taken)
        for chosen in product((False, True), repeat=len(pairs))
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_published_examples_have_the_extensions_that_are_published(name: str) -> None:
    """The brute force over sets first, so that the yardstick itself is measured."""
    example = EXAMPLES[name]
    dung = framework_of(example)
    assert dung.complete() == sets(example.complete)
    assert dung.preferred() == sets(example.preferred)
    assert dung.stable() == sets(example.stable)
    assert {dung.grounded()} == sets(example.grounded)


@pytest.mark.parametrize("name", EXAMPLES)
def test_published_examples_get_these_labellings_as_maps(name: str) -> None:
    """The definition tries all labellings of up to eight claims and attacks, above that only the grounded one."""
    example = EXAMPLES[name]
    dung = framework_of(example)
    map_ = attack_map(example.arguments, dung.attacks)
    agree_on_grounded(dung, map_)
    if len(example.arguments) + len(dung.attacks) <= 8:
        agree_on_all(dung, map_)


def agree_on_grounded(dung: Dung, map_: Map) -> None:
    arguments = "".join(dung.arguments)
    expected = dung.labelling(dung.grounded())
    found = grounded_words(map_)
    assert of_claims(found, arguments) == tuple(expected.items())
    assert found == Definition(map_).grounded()
    numbers = {one: number for number, one in enumerate(arguments)}
    framework = attack_framework(arguments, [(numbers[one], numbers[other]) for one, other in dung.attacks])
    assert words(framework, grounded(framework)) == expected


def agree_on_all(dung: Dung, map_: Map) -> None:
    arguments = "".join(dung.arguments)
    definition = Definition(map_)
    for found, extensions in (
        (definition.complete(), dung.complete()),
        (definition.preferred(), dung.preferred()),
        (definition.stable(), dung.stable()),
    ):
        expected = {tuple(dung.labelling(extension).items()) for extension in extensions}
        assert len(found) == len(expected)
        assert {of_claims(labelling, arguments) for labelling in found} == expected


def test_all_frameworks_of_two_arguments_get_all_their_labellings() -> None:
    for attacks in all_attacks("ab"):
        dung = Dung("ab", attacks)
        agree_on_all(dung, attack_map("ab", attacks))


def test_all_frameworks_of_three_arguments_get_their_grounded_labelling() -> None:
    for attacks in all_attacks("abc"):
        agree_on_grounded(Dung("abc", attacks), attack_map("abc", attacks))


def test_random_frameworks_get_all_their_labellings() -> None:
    random = seeded(3)
    pairs = list(product("abcd", "abcd"))
    for _ in range(60):
        attacks = frozenset(random.sample(pairs, random.randint(2, 4)))
        dung = Dung("abcd", attacks)
        agree_on_all(dung, attack_map("abcd", attacks))


def test_random_frameworks_get_their_grounded_labelling() -> None:
    random = seeded(4)
    for _ in range(500):
        arguments = "abcdefg"[: random.randint(4, 7)]
        share = random.choice((0.1, 0.2, 0.35))
        attacks = frozenset(pair for pair in product(arguments, arguments) if random.random() < share)
        agree_on_grounded(Dung(arguments, attacks), attack_map(arguments, attacks))


def test_undercuts_are_dungs_attacks_too() -> None:
    """An attack that may itself be attacked: a node that its attackers and a denial of its premise attack.

    Upper case is the denial of a claim, a digit the attack by that number. Source: the usual reduction of attacks on
    attacks to Dung (for one, Baroni, Cerutti, Giacomin and Guida, AFRA, 2011; from memory).
    """
    random = seeded(5)
    for _ in range(300):
        steps = "1234"[: random.randint(1, 4)]
        ways = {step: (random.choice("abc"), random.choice("abc" + steps)) for step in steps}
        data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": "a", "shape": "graph"}
        data["claims"] = {one: {"text": "A claim."} for one in "abc"}
        data["arguments"] = {step: {"premises": [one], "attacks": other} for step, (one, other) in ways.items()}
        attacks = {(one, one.upper()) for one in "abc"} | {(step, other) for step, (_, other) in ways.items()}
        attacks |= {(one.upper(), step) for step, (one, _) in ways.items()}
        dung = Dung("abcABC" + steps, frozenset(attacks))
        map_ = map_of(data)
        expected = dung.labelling(dung.grounded())
        assert grounded_words(map_) == {node: expected[node] for node in "abc" + steps}
        if len(steps) < 4:
            found = {tuple(sorted(labelling.items())) for labelling in Definition(map_).complete()}
            labellings = [dung.labelling(extension) for extension in dung.complete()]
            assert found == {tuple(sorted((node, one[node]) for node in "abc" + steps)) for one in labellings}


def test_repeated_attacks_count_once() -> None:
    framework = attack_framework(["a", "b"], [(0, 1), (0, 1), (0, 1)])
    assert words(framework, grounded(framework)) == {"a": "in", "b": "out"}
