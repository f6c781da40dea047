"""Competing hypotheses: cells by parity, diagnosticity, ranks, and what the ranking hangs on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from coldwater import api, judge
from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.model.models import Map
from coldwater.prep.material.bearing import NO_BEARING, Bearing, bearings
from coldwater.prep.material.credibility import credibility
from coldwater.prep.material.hypotheses import Matrix, compare_hypotheses
from coldwater.prep.pages.matrix import matrix_page
from coldwater.prep.pages.matrix_json import matrix_json
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.prep.setting.paragraphs import Paragraphs
from coldwater.prep.setting.text_form import page_text
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from prep.preparations import ALONE, CYCLIC, shuffled, unordered
from prep.rival_maps import SEEDS, large, with_rivals
from prep.small_maps import model
from work import ends, examples

OUTAGE = Path(__file__).parents[2] / "maps" / "outage.argmap.yaml"
NUMBERS = {"in": IN, "out": OUT, "undecided": UNDECIDED}


def matrices() -> Iterator[tuple[int, Map, Matrix]]:
    for seed in SEEDS:
        map_ = with_rivals(seed)
        if map_.rivals:
            yield seed, map_, compare_hypotheses(map_)


def labels_of(map_: Map) -> dict[str, int]:
    return {name: NUMBERS[verdict.verdict] for name, verdict in judge.evaluate(map_).verdicts.items()}


# --- bearing, by brute force --------------------------------------------------------------------------------------


def ways_to(map_: Map, hypothesis: str) -> Iterator[list[tuple[str, bool, float]]]:
    """Give every way down from a hypothesis that passes no node twice turned alike: (node, turned, strength so far)."""
    roots = {map_.thesis, *map_.rivals}
    contraries = {name: set(claim.contradicts) for name, claim in map_.claims.items()}
    for name, claim in map_.claims.items():
        for other in claim.contradicts:
            contraries[other].add(name)

    def below(node: str) -> Iterator[tuple[str, bool, float]]:
        for name, argument in map_.arguments.items():
            if argument.target == node:
                yield name, argument.supports is None, 1.0 if argument.strength is None else argument.strength
        if node in map_.arguments:
            yield from ((premise, False, 1.0) for premise in map_.arguments[node].premises)
        else:
            yield from ((other, True, 1.0) for other in sorted(contraries[node]))

    waiting = [[(hypothesis, False, 1.0)]]
    while waiting:
        way = waiting.pop()
        yield way
        node, turned, strength = way[-1]
        for lower, turns, limit in below(node):
            if lower not in roots and all((lower, turned != turns) != passed[:2] for passed in way):
                waiting.append([*way, (lower, turned != turns, min(strength, limit))])


def bearing_by_definition(map_: Map, hypothesis: str, labels: dict[str, int]) -> dict[str, Bearing]:
    found: dict[str, Bearing] = {}
    for way in ways_to(map_, hypothesis):
        node, turned, strength = way[-1]
        holds = not any(labels[name] == OUT and turn == turned for name, turn, _ in way[1:])
        old = found.get(node, NO_BEARING)
        if turned:
            old = old._replace(may_clash=True, clashes=max(old.clashes, strength if holds else 0.0))
        else:
            old = old._replace(may_fit=True, fits=max(old.fits, strength if holds else 0.0))
        found[node] = old
    return found


def test_bearing_equals_the_definition() -> None:
    broken = both = checked = 0
    for seed in SEEDS:
        map_ = with_rivals(seed)
        if len(map_.claims) + len(map_.arguments) > 12:
            continue
        labels = labels_of(map_)
        for hypothesis in (map_.thesis, *map_.rivals):
            found = bearings(Graph(map_), frozenset({map_.thesis, *map_.rivals}), hypothesis, labels)
            alike = {name: one._replace(fits_by="", clashes_by="") for name, one in found.items()}
            assert alike == bearing_by_definition(map_, hypothesis, labels), (seed, hypothesis)
            checked += len(found) - 1
            both += sum(one.may_fit and one.may_clash for one in found.values())
            broken += sum(one.may_fit and not one.fits for one in found.values())
    assert checked > examples(300)
    assert both > examples(10)
    assert broken > examples(10)


def test_a_hypothesis_is_no_evidence() -> None:
    """What speaks for a rival speaks against the thesis only where the map says so otherwise than through the rival."""
    data: dict[str, Any] = {
        "argmap": 1, "title": "Way", "thesis": "t", "rivals": ["r"], "shape": "graph",
        "claims": {"t": "The thesis.", "r": {"text": "The rival.", "contradicts": ["t"]}, "e": "The evidence."},
        "arguments": {
            "for": {"premises": ["e"], "supports": "r"}, "so": {"premises": ["r"], "attacks": "t"},
        },
    }  # fmt: skip
    [row] = compare_hypotheses(model(data)).rows
    assert [cell.is_empty for cell in row.cells] == [True, False]


# --- the matrix ---------------------------------------------------------------------------------------------------


def test_diagnosticity_and_credibility_are_what_is_said_of_them() -> None:
    met = 0
    for seed, map_, matrix in matrices():
        labels = labels_of(map_)
        for row in json.loads(matrix_json(matrix))["evidence"]:
            values = [cell["fits"] - cell["clashes"] for cell in row["cells"]]
            furthest = max(abs(one - other) for one, other in combinations(values, 2))
            assert row["diagnosticity"] == pytest.approx(furthest / 2), seed
            assert 0 <= row["diagnosticity"] <= 1
            trust = [credibility(map_.claims[one["id"]], labels[one["id"]], map_.sources) for one in row["claims"]]
            assert row["credibility"] == pytest.approx(min(trust)), seed
            met += row["diagnosticity"] > 0
    assert met > examples(100)


def test_an_argument_counts_once_by_the_weakest_of_its_rows() -> None:
    met = shared = 0
    for seed, _, matrix in matrices():
        for place, one in enumerate(matrix.hypotheses):
            rows = [row for row in matrix.rows if row.cells[place].clashes]
            carriers = {row.cells[place].clashes_by for row in rows}
            least = [
                min(
                    row.credibility * row.cells[place].clashes * (0.5 if row.cells[place].fits else 1.0)
                    for row in rows
                    if row.cells[place].clashes_by == carrier
                )
                for carrier in carriers
            ]
            assert one.score == pytest.approx(sum(least)), (seed, one.name)
            less = sum(other.score < one.score - 1e-8 for other in matrix.hypotheses)
            assert one.rank == less + 1
            met += len(rows) > 0
            shared += len(carriers) < len(rows)
    assert met > examples(40)
    assert shared > examples(4)


def test_a_row_that_fits_all_alike_tells_nothing() -> None:
    matrix = compare_hypotheses(api.load(str(OUTAGE)))
    slow = next(row for row in matrix.rows if row.claims == ("slow",))
    assert {cell.fits for cell in slow.cells} == {0.4}
    assert slow.diagnosticity == 0


def has_ground(claim: Any) -> bool:
    """Tell whether a claim stands by itself, whatever supports it."""
    if claim.credence is not None:
        return bool(claim.credence >= 0.5)
    return claim.kind == "fact" and bool(claim.cites)


def test_every_claim_at_the_end_of_a_chain_is_in_one_row() -> None:
    for seed, map_, matrix in matrices():
        shown = [name for row in matrix.rows for name in row.claims]
        assert len(shown) == len(set(shown)), seed
        graph = Graph(map_)
        roots = {map_.thesis, *map_.rivals}
        reached = {
            name
            for root in roots
            for way in ways_to(map_, root)
            if (name := way[-1][0]) in map_.claims and name not in roots
        }
        ends = {
            name
            for name in reached
            if map_.claims[name].status != "rejected"
            and (map_.claims[name].status == "accepted" or not graph.supporters(name) or has_ground(map_.claims[name]))
        }
        assert set(shown) == ends, seed


def test_what_the_ranking_hangs_on() -> None:
    """Without the rows of a hinge another hypothesis goes first: by the map in which their claims are rejected."""
    met = {1: 0, 2: 0}
    for seed, map_, matrix in matrices():
        for hinge in matrix.hinges:
            data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
            for name in (name for place in hinge.rows for name in matrix.rows[place].claims):
                data["claims"][name]["status"] = "rejected"
            assert compare_hypotheses(model(data)).first == hinge.first != matrix.first, seed
            met[min(len(hinge.rows), 2)] += 1
    assert met[1] > 10
    assert met[2] > 0


def test_rows_that_are_no_hinge_change_nothing() -> None:
    for seed, map_, matrix in matrices():
        assert matrix.tried == len(matrix.rows)
        hinges = {hinge.rows for hinge in matrix.hinges}
        for place, row in enumerate(matrix.rows):
            if (place,) not in hinges:
                data = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
                for name in row.claims:
                    data["claims"][name]["status"] = "rejected"
                assert compare_hypotheses(model(data)).first == matrix.first, seed


def test_order_changes_only_the_order_of_equals() -> None:
    for seed, map_, matrix in matrices():
        other = compare_hypotheses(shuffled(map_, seed))
        told = [json.loads(matrix_json(one)) for one in (matrix, other)]
        assert unordered(told[0]) == unordered(told[1]), seed
        weights = [[round(row.weight, 9) for row in one.rows] for one in (matrix, other)]
        assert weights[0] == weights[1], seed


def test_rivals_change_no_verdict() -> None:
    for seed in SEEDS:
        map_ = with_rivals(seed)
        bare = map_.model_copy(update={"rivals": ()})
        for semantics in ("grounded", "preferred", "stable"):
            one, other = (judge.evaluate(each, semantics=semantics) for each in (map_, bare))
            assert one.verdicts == other.verdicts, (seed, semantics)


# --- pages --------------------------------------------------------------------------------------------------------


def test_the_outage_as_an_analyst_reads_it() -> None:
    matrix = compare_hypotheses(api.load(str(OUTAGE)))
    assert [(one.name, one.rank) for one in matrix.hypotheses] == [("update", 2), ("overload", 3), ("intrusion", 1)]
    text = page_text(matrix_page(matrix), Paragraphs(100, False))
    assert "• 1. C An intruder took the booking system down. [intrusion; rival]" in text
    assert "by the arguments A and C stand, while C has the least against it" in text
    assert "Mind: C goes first, but the map does not say how 7 of 11 rows bear on it." in text
    assert "Without this A and C go first: The new release ran on the test servers" in text
    [row] = [line for line in text.splitlines() if "Once the old release was back" in line and "1.00" in line]
    assert row.split()[-4:] == ["+", "−", "0.80", "1.00"]
    assert "(−)" in next(line for line in text.splitlines() if "10. No strange login" in line)


def test_every_page_fits_and_names_what_there_is() -> None:
    for seed, map_, matrix in matrices():
        text = page_text(matrix_page(matrix), Paragraphs(100, False))
        assert max(map(len, text.splitlines())) <= 100, seed
        markdown = page_markdown(matrix_page(matrix))
        assert all(f"`{name}; " in markdown for name in (map_.thesis, *map_.rivals)), seed


@pytest.mark.parametrize(("data", "rivals"), [(ALONE, "r"), (CYCLIC, "c")])
def test_odd_maps(data: dict[str, Any], rivals: str) -> None:
    claims = {"r": "A rival."} if rivals == "r" else {}
    matrix = compare_hypotheses(model({**data, "rivals": [rivals], "claims": {**data["claims"], **claims}}))
    text = page_text(matrix_page(matrix), Paragraphs(100, False))
    assert ("There is no evidence on this map yet" in text) == (data is ALONE)
    assert [one.rank for one in matrix.hypotheses] == [1, 1] if data is ALONE else True


def test_a_map_without_rivals_is_told_how_to_have_some() -> None:
    with pytest.raises(UsageError, match=r"rivals: \[id, id\]"):
        compare_hypotheses(model(ALONE))


def test_a_large_map_takes_less_than_two_seconds() -> None:
    map_ = model(large())
    with ends():
        matrix = compare_hypotheses(map_)
        page_text(matrix_page(matrix), Paragraphs(100, False))
    assert 0 < matrix.tried < len(matrix.rows)


def test_of_an_argument_one_premise_is_set_aside_and_then_the_next_argument() -> None:
    names = ("t", "r1", "r2", "e1", "e2", "f", "g", "h", "i")
    matrix = compare_hypotheses(model({
        "argmap": 1, "title": "Causes", "thesis": "t", "rivals": ["r1", "r2"], "shape": "graph",
        "claims": {name: f"Claim {name}." for name in names},
        "arguments": {
            "two": {"premises": ["e1", "e2"], "attacks": "r1"}, "one": {"premises": ["f"], "attacks": "r1"},
            "other": {"premises": ["e1"], "supports": "r2"},
            **{f"no-{name}": {"premises": [name], "attacks": "r2"} for name in "ghi"},
        },
    }))  # fmt: skip
    assert matrix.first == ("t",)
    hinges = {one.first: [name for place in one.rows for name in matrix.rows[place].claims] for one in matrix.hinges}
    assert sorted(hinges["t", "r1"]) == ["e1", "f"]
    assert sorted(hinges["t", "r2"]) == ["g", "h", "i"]
