"""Verdicts by grounds and force are those of the definition: on all small maps by family, and on random ones.

A plain run tries an even share of each family (``numbered_maps``) and 3,000 random maps, each as it is and with claims
and arguments overruled; ``COLDWATER_ALL_MAPS`` tries all small ones, ``COLDWATER_EXAMPLES=8`` 100,000 random ones.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice, product
from random import Random
from typing import Any

import pytest

from coldwater.model.models import Map
from coldwater.semantics.evaluation import AS_WRITTEN, Limits, Overrides, evaluate_map
from strategies import STANDARDS
from work import examples

from .brute import Labelling, Written, is_below
from .numbered_maps import FAMILIES, WEIGHINGS, members, random_numbered_map
from .random_maps import random_case, seeded
from .reading import map_of, meaning_of

Data = dict[str, Any]

#: How many random maps there are, in how many chunks that may run side by side.
RANDOM_MAPS, CHUNKS = 3_000 if examples(1) == 1 else examples(12_500), 5
#: More labellings than any map here has, and seconds than any takes.
ALL = Limits(10**6, 600)
SEMANTICS = ("complete", "preferred", "stable")


def words(labellings: Any, nodes: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Give the labellings of an evaluation as words, in the order of the nodes."""
    return {tuple(labelling.word(node) for node in nodes) for labelling in labellings}


def defined(labellings: list[Labelling], nodes: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {tuple(labelling[node] for node in nodes) for labelling in labellings}


def random_overrides(random: Random, data: Data) -> Overrides:
    """Draw what is rejected, accepted and, now and then, the standard. No claim is both rejected and accepted."""
    rejected, accepted = random_case(random, data)
    standard = random.choice((None, None, *STANDARDS))
    return Overrides(tuple(rejected), tuple(one for one in accepted if one not in rejected), standard=standard)


def agree_on_grounded(data: Data, overrides: Overrides = AS_WRITTEN) -> None:
    """Hold verdicts and reasons against the definition."""
    meaning = meaning_of(data, overrides)
    found = evaluate_map(map_of(data), "grounded", overrides).verdicts
    expected = {node: tuple(verdict) for node, verdict in meaning.verdicts(meaning.grounded()).items()}
    assert {node: (said.verdict, said.reason) for node, said in found.items()} == expected, (data, overrides)


def agree_on_labellings(data: Data, overrides: Overrides = AS_WRITTEN) -> None:
    """Hold the sets of labellings against the definition, and the reasons in each."""
    map_, meaning = map_of(data), meaning_of(data, overrides)
    by_definition = {"complete": meaning.complete(), "preferred": meaning.preferred(), "stable": meaning.stable()}
    for semantics, labellings in by_definition.items():
        found = evaluate_map(map_, semantics, overrides, ALL).labellings
        assert words(found, meaning.nodes) == defined(labellings, meaning.nodes), (semantics, data, overrides)
        assert len(found) == len(labellings)
        for labelling in found:
            verdicts = labelling.verdicts()
            reasons = {node: verdict.reason for node, verdict in verdicts.items()}
            labels = {node: verdict.verdict for node, verdict in verdicts.items()}
            assert reasons == {node: meaning.reason(node, labels) for node in meaning.nodes}, (data, overrides)


# --- the code against the yardstick -------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
def test_small_maps_get_the_verdicts_and_reasons_of_the_definition(family: str) -> None:
    for data in members(family):
        agree_on_grounded(data)


@pytest.mark.parametrize("family", FAMILIES)
def test_small_maps_get_the_labellings_of_the_definition(family: str) -> None:
    """Every thirteenth of those that are tried: an odd number, so that both ways of weighing come."""
    for number, data in enumerate(members(family)):
        if number % 13 == 0:
            agree_on_labellings(data)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_random_maps_get_the_verdicts_and_reasons_of_the_definition(chunk: int) -> None:
    """Each map as it is, and once overruled."""
    random = seeded(500 + chunk)
    for _ in range(RANDOM_MAPS // CHUNKS):
        data = random_numbered_map(random)
        agree_on_grounded(data)
        agree_on_grounded(data, random_overrides(random, data))


def test_random_maps_get_the_labellings_of_the_definition() -> None:
    random = seeded(600)
    for _ in range(examples(300)):
        data = random_numbered_map(random, 3, 4)
        agree_on_labellings(data)
        agree_on_labellings(data, random_overrides(random, data))


# --- the maps -----------------------------------------------------------------------------------------------------


def test_the_random_maps_hold_all_that_bears_on_grounds_and_force() -> None:
    """Otherwise the tests above would prove little."""
    random = seeded(500)
    seen: Counter[str] = Counter()
    for _ in range(1500):
        data = random_numbered_map(random)
        meaning = meaning_of(data)
        verdicts = meaning.verdicts(meaning.grounded())
        other = next(weighing for weighing in WEIGHINGS if weighing != data["weighing"])
        seen.update({f"{said.verdict} {said.reason}" for said in verdicts.values()})
        seen["the way of weighing counts"] += meaning_of({**data, "weighing": other}).grounded() != meaning.grounded()
        written = meaning.written
        seen["a circle of several levels"] += any(
            floor and any(written.strengths.get(source, floor) != floor for source in written.sources[node])
            for node, floor in written.floors.items()
        )
        seen["an open claim with a ground"] += any(
            said.status == "open" and said.ground is not None for said in meaning.statements.values()
        )
        seen["a fact with a source against a claim"] += any(
            said.ground == written.one and said.rivals for said in meaning.statements.values()
        )
        seen["several labellings"] += len(meaning.nodes) < 6 and len(meaning.complete()) > 1
    assert len(seen) == 14 + 5, sorted(seen)
    assert min(seen.values()) >= 10, seen


@pytest.mark.parametrize("family", FAMILIES)
def test_the_small_maps_are_in_both_ways_of_weighing_and_fit_the_schema(family: str) -> None:
    data = list(islice(members(family), 0, 400, 3))
    assert {one["weighing"] for one in data} == set(WEIGHINGS)
    for one in data:
        Map.model_validate({key: field for key, field in one.items() if key != "weighing"})


# --- the yardstick itself -----------------------------------------------------------------------------------------


def test_gamma_is_monotone_whatever_the_labelling() -> None:
    """Also where a labelling is no fixpoint: what decides more is never judged less, or otherwise."""
    random = seeded(700)
    for _ in range(examples(1500)):
        data = random_numbered_map(random, 5, 7)
        meaning = meaning_of(data, random_overrides(random, data))
        more = {node: random.choice(("in", "out", "undecided")) for node in meaning.nodes}
        less = {node: random.choice((label, "undecided")) for node, label in more.items()}
        assert is_below(meaning.gamma(less), meaning.gamma(more)), (data, less, more)


def test_the_grounded_labelling_is_below_every_complete_one_and_stable_ones_are_preferred() -> None:
    random = seeded(701)
    for _ in range(300):
        meaning = meaning_of(random_numbered_map(random, 3, 4))
        complete, preferred = meaning.complete(), meaning.preferred()
        assert all(is_below(meaning.grounded(), other) for other in complete)
        assert meaning.grounded() in complete
        assert all(labelling in preferred for labelling in meaning.stable())


def test_an_argument_that_nothing_bears_on_follows_its_premises() -> None:
    """So that nothing is lost by not trying all labels of it."""
    random = seeded(702)
    for _ in range(60):
        meaning = meaning_of(random_numbered_map(random, 2, 3))
        every = product(("in", "out", "undecided"), repeat=len(meaning.nodes))
        labellings = [dict(zip(meaning.nodes, labels, strict=True)) for labels in every]
        complete = [labelling for labelling in labellings if meaning.is_complete(labelling)]
        assert defined(complete, meaning.nodes) == defined(meaning.complete(), meaning.nodes)


def test_forces_solve_their_equations() -> None:
    """In every fixpoint, what stands has the force that its neighbours give it: a floor adds nothing of its own."""
    random = seeded(703)
    circles = 0
    for _ in range(examples(1500)):
        data = random_numbered_map(random, 5, 8)
        written = meaning_of(data, random_overrides(random, data)).written
        standing = sound(written, frozenset(node for node in written.nodes if random.random() < 0.8))
        forces = written.forces(standing)
        circles += any(written.floors[node] for node in standing)
        for node, force in forces.items():
            assert force == written.force(node, forces, frozenset()), (data, standing, node)
    assert circles > examples(100)


def sound(written: Written, standing: frozenset[str]) -> frozenset[str]:
    """Give the most of these nodes that can stand together: arguments with their premises, claims by something."""
    while True:
        kept = frozenset(
            node
            for node in standing
            if (
                standing.issuperset(written.arguments[node].premises)
                if node in written.arguments
                else standing.intersection(written.statements[node].pros)
                or written.statements[node].is_granted
                or written.statements[node].ground is not None
            )
        )
        if kept == standing:
            return kept
        standing = kept
