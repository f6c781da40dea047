"""Cruxes, lines and thresholds of maps with credences, sourced facts and ways of weighing: against the definition.

There a leaf that is given up may take a force away and leave the verdict, and one that is granted may lend one.
"""

from __future__ import annotations

from itertools import chain, combinations

from coldwater.model import Map
from coldwater.model.graph import OTHER
from coldwater.prep.deciding.cruxes import find_cruxes
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.lines import find_lines, line_task
from coldwater.prep.deciding.searching import Task, read_off, try_out
from coldwater.prep.deciding.thresholds import find_thresholds
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import grounded
from prep.numbered_maps import ByDefinition, numbered
from prep.small_maps import inquiry_of, leaves_of
from work import examples

from .test_cruxes import as_sets
from .test_lines import RANK, ids
from .test_thresholds import label_at

SEEDS = range(examples(250))


def minimal(wanted: object, items: list[str]) -> set[frozenset[str]]:
    """Give the sets of items that are wanted without a wanted part."""
    found: list[frozenset[str]] = []
    for one in map(frozenset, chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))):
        if not any(smaller <= one for smaller in found) and wanted(one):  # type: ignore[operator]
            found.append(one)
    return set(found)


def reaching(map_: Map, inquiry: Inquiry) -> list[str]:
    """Give the leaves; a claim that stands on a ground of its own is one even if something supports it."""
    numbers = inquiry.framework.numbers
    leaves = {inquiry.framework.names[leaf] for one in inquiry.handles for leaf in one.leaves}
    plain = {name for name in leaves_of(map_) if numbers[name] in inquiry.oracle.bearing}
    assert plain <= leaves
    grounded = {name for name in leaves if numbers[name] in inquiry.framework.grounds}
    assert leaves == plain | grounded
    return [name for name in map_.claims if name in leaves]


def test_cruxes_are_the_minimal_sets_of_leaves_that_change_the_verdict() -> None:
    sizes, several_levels = set(), 0
    for seed in SEEDS:
        by_definition = ByDefinition(numbered(seed))
        inquiry = inquiry_of(by_definition.map)
        base = by_definition.verdict()
        assert base == inquiry.label

        def turns(one: frozenset[str], of: ByDefinition = by_definition, base: int = base) -> bool:
            return of.verdict(one) != base

        wanted = minimal(turns, reaching(by_definition.map, inquiry))
        found = as_sets(inquiry, find_cruxes(inquiry, 99))
        assert set(found) == wanted, seed
        assert all(by_definition.verdict(one) == label for one, label in found.items()), seed
        sizes |= {len(one) for one in wanted}
        several_levels += bool(wanted) and inquiry.framework.nodes > len(inquiry.framework.names) + 3
    assert sizes >= {1, 2}
    assert several_levels > examples(10)


def test_lines_are_the_minimal_sets_that_hold() -> None:
    sizes = set()
    for seed in SEEDS:
        by_definition = ByDefinition(numbered(1000 + seed))
        inquiry = inquiry_of(by_definition.map)
        leaves, sides = reaching(by_definition.map, inquiry), inquiry.graph.sides
        for lines in find_lines(inquiry):
            own = [leaf for leaf in leaves if lines.side in sides(leaf)]
            granted = frozenset(leaf for leaf in leaves if sides(leaf) and lines.side not in sides(leaf))
            worst = RANK[inquiry.label]

            def holds(
                kept: frozenset[str], own: object = own, granted: frozenset[str] = granted, side: str = lines.side,
                of: ByDefinition = by_definition, worst: int = worst,
            ) -> bool:  # fmt: skip
                gain = RANK[of.verdict(frozenset(own) - kept, granted)] - worst  # type: ignore[call-overload]
                return gain >= 0 if side == "pro" else gain <= 0

            found = ids(inquiry, lines)
            assert set(found) == minimal(holds, own), seed
            sizes |= {len(line) for line in found}
    assert sizes >= {0, 1, 2, 3}


def test_reading_off_and_trying_give_the_same() -> None:
    """Cruxes and lines, also where force goes round in circles."""
    cruxes = lines = levels = 0
    for seed in range(examples(1_200)):
        inquiry = inquiry_of(numbered(2000 + seed, most_leaves=9))
        if not inquiry.is_one_sided:
            continue
        levels += inquiry.framework.nodes > len(inquiry.framework.names) + 3
        for side in inquiry.gainers():
            task = Task(side, [inquiry.handles[place].leaves for place in inquiry.places_of(OTHER[side])])
            assert read_off(inquiry, task, side, 4) == try_out(inquiry, task, 4), seed
            cruxes += 1
        for side in inquiry.keepers():
            task = line_task(inquiry, side)
            assert read_off(inquiry, task, side, 9) == try_out(inquiry, task, 9), seed
            lines += 1
    assert min(cruxes, lines) > examples(200)
    assert levels > examples(20)


def label(map_: Map, argument: str, value: float) -> int:
    """Evaluate with another strength, as in ``test_thresholds``; by the last link no premise weakens an argument."""
    if map_.weighing == "last-link":
        framework = compile_map(map_, strengths={argument: value})
        return grounded(framework)[framework.thesis]
    return label_at(map_, argument, value)


def changes(map_: Map, argument: str) -> list[tuple[float, int | None, int, int | None]]:
    """Give the values at which the verdict is another than beside them, of all that could matter in such a map."""
    steps = [number / 20 for number in range(21)]
    labels = [label(map_, argument, value) for value in steps]
    beside = zip(steps, [None, *labels], labels, [*labels[1:], None], strict=False)
    return [one for one in beside if {one[1], one[3]} - {None, one[2]}]


def test_thresholds_are_where_the_verdict_changes_also_in_circles() -> None:
    """The strengths have one decimal, and so has what is added to them: in twentieths nothing is passed over."""
    found_any = circles = 0
    for seed in range(max(60, examples(160))):
        map_ = numbered(3000 + seed, acyclic=False if seed % 2 else None)
        numbers = [one.strength for one in map_.arguments.values()] + [one.credence for one in map_.claims.values()]
        if any(number is not None and round(number, 1) != number for number in numbers):
            continue
        inquiry = inquiry_of(map_)
        found = {inquiry.framework.names[one.argument]: one for one in find_thresholds(inquiry, None).found}
        undercut = {one.attacks for one in map_.arguments.values()}
        for argument, said in map_.arguments.items():
            if map_.weighing == "last-link" and said.strength is None and argument in undercut:
                continue  # a strength that is written would be a ground of its step
            at = [one for one in changes(map_, argument) if round(one[0], 1) == one[0]]
            strength = 1.0 if said.strength is None else said.strength
            nearest = min(at, key=lambda one: (round(abs(one[0] - strength), 6), one[0]), default=None)
            one = found.get(argument)
            assert (one and (one.value, one.below, one.at, one.above)) == nearest, (seed, argument)
        found_any += len(found)
        possible = inquiry.framework.possible
        circles += bool(found) and possible is not None and bool(possible.circles)
    assert found_any > examples(25)
    assert circles
