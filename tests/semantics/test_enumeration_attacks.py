"""Frameworks of attacks get exactly Dung's complete, preferred and stable extensions, found here over all sets.

Definitions: Dung, Artificial Intelligence 77 (1995), definitions 6 to 8, 13 and 23.
"""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.model.models import Map
from coldwater.semantics import exhaustive
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.enumeration import acceptance, labellings
from coldwater.semantics.framework import attack_framework
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Attacks = frozenset[tuple[int, int]]

SEMANTICS = ("complete", "preferred", "stable")


def subsets(number: int) -> Iterator[frozenset[int]]:
    for size in range(number + 1):
        yield from map(frozenset, combinations(range(number), size))


def defended(attacks: Attacks, members: frozenset[int], number: int) -> frozenset[int]:
    """Give the arguments all of whose attackers are attacked by a member."""
    hit = {target for attacker, target in attacks if attacker in members}
    return frozenset(range(number)) - {target for attacker, target in attacks if attacker not in hit}


def extensions(number: int, attacks: Attacks, semantics: str) -> list[frozenset[int]]:
    free = [one for one in subsets(number) if not any(a in one and b in one for a, b in attacks)]
    complete = [one for one in free if defended(attacks, one, number) == one]
    if semantics == "preferred":
        return [one for one in complete if not any(one < other for other in complete)]
    if semantics == "stable":
        return [one for one in free if one | {b for a, b in attacks if a in one} == frozenset(range(number))]
    return complete


def labelled(number: int, attacks: Attacks, members: frozenset[int]) -> bytes:
    hit = {target for attacker, target in attacks if attacker in members}
    return bytes(IN if node in members else OUT if node in hit else UNDECIDED for node in range(number))


def expected(number: int, attacks: Attacks, semantics: str) -> tuple[bytes, ...]:
    return tuple(sorted(labelled(number, attacks, one) for one in extensions(number, attacks, semantics)))


@st.composite
def frameworks(draw: st.DrawFn) -> tuple[int, Attacks]:
    number = draw(st.integers(1, 7))
    node = st.integers(0, number - 1)
    return number, frozenset(draw(st.lists(st.tuples(node, node), max_size=14)))


@pytest.mark.parametrize("bits", [exhaustive.MOST_BITS, 0], ids=["plain", "solver"])
@pytest.mark.parametrize("semantics", SEMANTICS)
@given(frameworks())
def test_attacks_get_dungs_extensions(semantics: Any, bits: int, drawn: tuple[int, Attacks]) -> None:
    number, attacks = drawn
    framework = attack_framework([str(node) for node in range(number)], attacks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exhaustive, "MOST_BITS", bits)
        found = labellings(framework, semantics, most=10**6).labellings
        accepted = acceptance(framework, semantics)
    assert found == expected(number, attacks, semantics)
    ins = extensions(number, attacks, semantics)
    assert accepted.has_labellings is bool(ins)
    assert accepted.credulous == frozenset().union(*ins)
    assert accepted.sceptical == (frozenset.intersection(*ins) if ins else frozenset())


def test_the_solver_learns_nothing_wrong_about_preferred_labellings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What holds in all of many preferred labellings, found without listing them."""
    for seed in range(1000):
        number, attacks = tangle(Random(seed))  # noqa: S311 - test data, no secret
        framework = attack_framework([str(node) for node in range(number)], attacks)
        found = labellings(framework, "preferred", most=10**6).labellings
        with monkeypatch.context() as patch:
            patch.setattr(exhaustive, "MOST_BITS", 0)
            accepted = acceptance(framework, "preferred")
        for label, some, every in (
            (IN, accepted.credulous, accepted.sceptical),
            (OUT, accepted.credulously_out, accepted.sceptically_out),
        ):
            assert some == {node for node in range(number) if any(labels[node] == label for labels in found)}, seed
            assert every == {node for node in range(number) if all(labels[node] == label for labels in found)}, seed


def tangle(random: Random) -> tuple[int, Attacks]:
    """Give arguments that attack each other at random, some both ways."""
    number = random.randint(14, 24)
    attacks: set[tuple[int, int]] = set()
    for _ in range(random.randint(number, number * 8 // 5)):
        one, other = random.randrange(number), random.randrange(number)
        attacks |= {(one, other), (other, one)} if random.random() < 0.3 else {(one, other)}
    return number, frozenset(attacks)


@given(frameworks())
def test_a_map_of_single_attacks_is_such_a_framework(drawn: tuple[int, Attacks]) -> None:
    number, attacks = drawn
    data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": "0", "shape": "graph"}
    data["claims"] = {str(node): {"text": "A claim."} for node in range(number)}
    data["arguments"] = {f"{a}-{b}": {"premises": [str(a)], "attacks": str(b)} for a, b in sorted(attacks)}
    framework = compile_map(Map.model_validate(data))
    for semantics in ("complete", "preferred", "stable"):
        found = labellings(framework, semantics, most=10**6).labellings
        assert sorted(labels[:number] for labels in found) == list(expected(number, attacks, semantics))


# --- known ones ---------------------------------------------------------------------------------------------------


def words(attacks: str, semantics: Any) -> list[str]:
    """Give the labellings of attacks such as ``ab ba``, each as the arguments that are in, then those undecided."""
    names = sorted(set(attacks.replace(" ", "")))
    pairs = [(names.index(pair[0]), names.index(pair[1])) for pair in attacks.split()]
    found = labellings(attack_framework(names, pairs), semantics)
    assert found.is_complete
    return sorted(f"{_of(names, labels, IN)}/{_of(names, labels, UNDECIDED)}" for labels in found.labellings)


def _of(names: Sequence[str], labels: bytes, label: int) -> str:
    return "".join(name for name, own in zip(names, labels, strict=True) if own == label)


def test_preferred_is_maximal_in_what_is_decided_not_in_how_much() -> None:
    """Either of two that attack each other may stand, though only one of them settles the one that attacks itself."""
    assert words("ab ba bc cc", "preferred") == ["a/c", "b/"]
    assert words("ab ba bc cc", "stable") == ["b/"]
    assert words("ab ba bc cc", "complete") == ["/abc", "a/c", "b/"]


def test_a_circle_of_three_decides_nothing() -> None:
    assert words("ab bc ca", "preferred") == ["/abc"]
    assert words("ab bc ca", "stable") == []


def test_floating_acceptance() -> None:
    """Whichever of two rivals stands, what both of them attack falls."""
    assert words("ab ba ac bc cd", "preferred") == ["ad/", "bd/"]
    framework = attack_framework("abcd", [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)])
    assert acceptance(framework, "preferred").sceptical == {3}
    assert acceptance(framework, "preferred").sceptically_out == {2}
    assert acceptance(framework, "complete").sceptical == frozenset()
