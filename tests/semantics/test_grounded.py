"""The grounded labelling is the least fixpoint of the definition: on small maps, and on random ones.

Of the small maps with four claims and arguments a usual run tries a sixth, of larger ones one in sixty (``SHARES``);
``make test-all`` tries all. More random ones, with more forces, are in ``test_forces``.
"""

from __future__ import annotations

import pytest

from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import grounded
from work import examples

from .brute import Meaning, is_below
from .random_maps import random_case, random_map, seeded
from .reading import grounded_words, map_of, words
from .small_maps import FAMILIES, FULL, SIZES, is_contested, structures

#: What share of the small maps a usual run tries, by how many claims and arguments they have.
SHARES = {4: 1 / 6, 5: 1 / 60, 6: 1 / 60}
#: How many random maps there are, in how many chunks that may run side by side.
RANDOM_MAPS, CHUNKS = examples(1_500), 5


@pytest.mark.parametrize("family", FAMILIES)
def test_small_maps_get_the_labelling_of_the_definition(family: str) -> None:
    random = seeded(5)
    for data in FAMILIES[family]():
        if not FULL and random.random() > SHARES.get(len(data["claims"]) + len(data["arguments"]), 1):
            continue
        map_ = map_of(data)
        assert grounded_words(map_) == Meaning(map_).grounded(), data


def test_there_are_as_many_small_structures_as_burnside_says() -> None:
    """Counted apart, by the structures that each renaming leaves alone (Burnside's lemma)."""
    found = {size: structures(*size) for size in SIZES}
    assert {size: len(kept) for size, kept in found.items()} == {
        (1, 0): 1, (1, 1): 4, (1, 2): 21, (1, 3): 104,
        (2, 0): 1, (2, 1): 10, (2, 2): 160, (2, 3): 2424,
        (3, 0): 1, (3, 1): 16, (3, 2): 516, (3, 3): 18292,
    }  # fmt: skip
    assert sum(is_contested(structure) for structure in found[3, 3]) == 4210


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_maps_get_the_labelling_of_the_definition(chunk: int) -> None:
    """Each map as it is, and once with claims and arguments rejected and claims granted for the occasion."""
    random = seeded(chunk)
    for _ in range(RANDOM_MAPS // CHUNKS):
        data = random_map(random)
        map_ = map_of(data)
        framework = compile_map(map_)
        meaning = Meaning(map_)
        assert words(framework, grounded(framework)) == meaning.grounded(), data
        rejected, granted = random_case(random, data)
        numbers = [[framework.numbers[name] for name in names] for names in (rejected, granted)]
        found = words(framework, grounded(framework, *numbers))
        assert found == meaning.supposing(rejected, granted).grounded(), (data, rejected, granted)


def test_the_random_maps_hold_all_that_bears_on_a_verdict() -> None:
    """Otherwise the test above would prove little."""
    random = seeded(0)
    seen: dict[str, int] = {}
    for _ in range(1000):
        data = random_map(random)
        meaning = Meaning(map_of(data))
        kinds = {
            "undercut": any(step.get("attacks", "c") in data["arguments"] for step in data["arguments"].values()),
            "backing": any(step.get("supports", "c") in data["arguments"] for step in data["arguments"].values()),
            "contradiction": any(claim.get("contradicts") for claim in data["claims"].values()),
            "linked": any(len(step["premises"]) > 1 for step in data["arguments"].values()),
            "parameters": "proof" in data,
            **{status: any(claim.get("status") == status for claim in data["claims"].values()) for status in
               ("accepted", "rejected", "open")},
            **{f"reason {reason}": True for reason in
               (meaning.reason(node, meaning.grounded()) for node in meaning.nodes)},
            "several labellings": len(data["claims"]) + len(data["arguments"]) < 6 and len(meaning.complete()) > 1,
        }  # fmt: skip
        for kind, there in kinds.items():
            seen[kind] = seen.get(kind, 0) + there
    assert len(seen) == 9 + 13, sorted(seen)
    assert min(seen.values()) >= 10, seen


def test_the_grounded_labelling_is_below_every_complete_one() -> None:
    random = seeded(1)
    for _ in range(300):
        meaning = Meaning(map_of(random_map(random, 3, 3)))
        assert all(is_below(meaning.grounded(), other) for other in meaning.complete())
