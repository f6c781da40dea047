"""What verdicts rest on under semantics with several labellings, what degrees rest on, and sources of facts."""

from __future__ import annotations

from typing import Any

import pytest

import coldwater
from coldwater.semantics.evaluation import GRADUAL, Limits, Overrides, evaluate_map
from coldwater.semantics.explanation import explain_in
from coldwater.semantics.resting import resting_on
from coldwater.semantics.resting_words import points
from coldwater.semantics.tallies import Tie
from work import examples

from .numbered_maps import random_numbered_map
from .random_maps import seeded
from .reading import map_of
from .test_resting import BARE, UNSTATED, data_of

DUEL = data_of(
    {"t": BARE, "a": BARE, "b": BARE, "c": UNSTATED, "d": BARE},
    {
        "one": ("a c -> t", None), "both": ("d -> t", None),
        "x": ("a -| b", None), "y": ("b -| a", None),
    },
)  # fmt: skip


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_of_several_labellings_is_told_what_they_share(semantics: str) -> None:
    map_ = map_of(DUEL)
    rests = coldwater.rests_on(map_, coldwater.evaluate(map_, semantics))
    assert rests is not None
    assert (rests.verdict, rests.pros.standing, rests.pros.undecided) == ("in", 1, 1)
    told = dict(points(rests))
    assert told["for it"] == "1 of 2 stands, 1 without a verdict that all labellings share"


@pytest.mark.parametrize("semantics", ["complete", "preferred", "stable"])
def test_on_maps_without_circles_it_is_what_grounded_says(semantics: str) -> None:
    """But where there is no stable labelling: then there is nothing to tell."""
    random, void = seeded(950), 0
    for _ in range(examples(60)):
        map_ = map_of(random_numbered_map(random, acyclic=True))
        found = evaluate_map(map_, semantics, Overrides(), Limits(100, 60))
        if found.is_void:
            void += 1
            assert coldwater.rests_on(map_, found) is None
            assert (found.verdicts, found.statuses, found.labellings) == ({}, {}, ())
            continue
        for name in (map_.thesis, *map_.arguments):
            told, usual = resting_on(map_, found, name, 60), resting_on(map_, evaluate_map(map_), name)
            if semantics == "stable":  # by another standard, or without some claims, there may be no labelling
                told, usual = (one._replace(standards=None, unstated=None) for one in (told, usual))
            assert told == usual
    assert (void > 0) == (semantics == "stable")


def test_what_the_verdict_is_without_unstated_premises_is_that_of_the_semantics() -> None:
    random, seen = seeded(951), 0
    for _ in range(examples(150)):
        data = random_numbered_map(random, 4, 5)
        for claim in data["claims"].values():
            claim["implicit"] = True
        map_ = map_of(data)
        for semantics in ("preferred", "stable"):
            evaluation = evaluate_map(map_, semantics, Overrides(), Limits(100, 60))
            if evaluation.is_void:
                continue
            unstated = resting_on(map_, evaluation, map_.thesis, 60).unstated
            if unstated is None:
                continue
            without = evaluate_map(map_, semantics, Overrides(unstated.claims), Limits(100, 60))
            assert unstated.without == (None if without.is_void else without.verdicts[map_.thesis].verdict), data
            seen += 1
    assert seen > examples(20)


# --- degrees ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("semantics", GRADUAL)
def test_of_a_degree_is_told_what_speaks_and_which_readings_differ(semantics: str) -> None:
    claims = {"t": BARE, "a": {"credence": 0.9}, "b": {"credence": 0.7}, "c": UNSTATED}
    map_ = map_of(data_of(claims, {"for": ("a c -> t", None), "against": ("b -| t", 0.9)}))
    degrees = coldwater.degrees(map_, semantics)
    assert isinstance(degrees, coldwater.Degrees)
    rests = coldwater.rests_on(map_, degrees)
    assert (rests.pros.number, rests.pros.speaking) == (1, 1)
    assert rests.cons.greatest == pytest.approx(0.63)
    assert rests.unstated is not None
    assert rests.unstated.claims == ("c",)
    without = coldwater.degrees(map_, semantics, Overrides(("c",)))
    assert isinstance(without, coldwater.Degrees)
    assert rests.unstated.without == without.degrees["t"].degree
    assert set(rests.degrees or ()) == set(GRADUAL) - {semantics}
    assert rests.verdict == "in"


def test_degrees_lean_against_a_fact_only_if_they_do_so_where_sources_count() -> None:
    """A source is no number: without a credence a fact begins at one half, and falls below it by the weakest con."""

    def rests(credence: float | None, *against: float) -> Any:
        fact: dict[str, Any] = {"kind": "fact", "cites": [{"source": "s"}]}
        claims: dict[str, Any] = {"t": fact if credence is None else {**fact, "credence": credence}}
        claims |= {f"c{number}": {"credence": own} for number, own in enumerate(against)}
        arguments = {f"a{number}": (f"c{number} -| t", None) for number in range(len(against))}
        map_ = map_of(data_of(claims, arguments, sources={"s": {"title": "S"}}))
        return coldwater.rests_on(map_, coldwater.evaluate(map_))

    spared = rests(None, 0.3)
    assert spared.verdict == "in"
    assert spared.degrees["df-quad"] == pytest.approx(0.35)
    assert spared.disagreeing == {}
    doubted = rests(0.6, 0.5, 0.5)
    assert doubted.verdict == "in"
    assert "df-quad" in doubted.disagreeing
    crowded = rests(None, 0.9, 0.9)  # 1 × 0.1 × 0.1
    assert "df-quad" in crowded.disagreeing
    assert "they lean so too where facts that cite a source begin at 1" in dict(points(crowded))["degrees"]


# --- ties ---------------------------------------------------------------------------------------------------------


def test_a_tie_on_the_way_is_told_with_its_counts() -> None:
    claims = dict.fromkeys(("t", "a", "p", "q", "c"), BARE)
    arguments = {"main": ("a -> t", None), "f": ("p -> a", None), "g": ("q -> a", None), "h": ("c -| a", None)}
    map_ = map_of(data_of(claims, arguments))
    steps = explain_in(map_, evaluate_map(map_).labellings[0], "t")
    assert {step.name: step.tie for step in steps if step.tie is not None} == {"a": Tie(2, 1, False, None)}
