"""What a verdict rests on, in exactly these words."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.semantics.resting import Resting
from coldwater.semantics.resting_words import Point, points, support, tie_told
from coldwater.semantics.tallies import Tally
from coldwater.semantics.unstated import Unstated

NONE = Tally(0, 0, {})
BEGINS = " (a claim without a credence begins at 0.5)"


def resting(
    pros: Tally = NONE, cons: Tally = NONE, verdict: Any = "in", has_ground: bool = False, equal: float | None = None,
    unstated: Unstated | None = None, standards: Any = None, degrees: Any = None,
) -> Resting:  # fmt: skip
    return Resting("t", verdict, pros, cons, 1.0 if has_ground else None, False, equal, unstated, standards, degrees)


def standing(number: int) -> Tally:
    return Tally(number, 0, {})


@pytest.mark.parametrize(
    ("pros", "cons", "has_ground", "equal", "words"),
    [
        (4, 1, False, None, "4 for, 1 against, and the map does not say which weigh more"),
        (0, 1, True, None, "its own ground for, 1 against, and the map does not say which weigh more"),
        (1, 2, True, None, "1 for besides its own ground, 2 against, and the map does not say which weigh more"),
        (1, 1, False, 0.6, "1 for, 1 against, and the strongest on both sides are equally strong (0.6)"),
        (2, 1, False, 1.0, "2 for, 1 against, and the strongest on both sides are equally strong (1)"),
        (0, 1, True, 0.8, "its own ground for, 1 against, and the strongest on both sides are equally strong (0.8)"),
    ],
)
def test_a_tie(pros: int, cons: int, has_ground: bool, equal: float | None, words: str) -> None:
    assert tie_told(resting(standing(pros), standing(cons), "undecided", has_ground, equal).tie) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1 argument for it stands and nothing against it"), (2, "2 arguments for it stand and nothing against it")],
)
def test_support_that_nothing_is_against(number: int, words: str) -> None:
    assert support(resting(standing(number))) == words


def told(**fields: Any) -> list[Point]:
    return list(points(resting(**fields)))


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(1, 0, {}), "1 of 1 stands"),
        (Tally(2, 1, {}), "2 of 3 stand, 1 undecided"),
        (Tally(0, 0, {"undercut": 1}), "0 of 1 stand, 1 falls to an undercut"),
        (
            Tally(1, 0, {"undercut": 2, "premise-out": 1}),
            "1 of 4 stands, 1 falls to a premise that falls, 2 fall to an undercut",
        ),
        (Tally(0, 0, {"refuted": 1, "outweighed": 2}), "0 of 3 stand, 3 are refuted in turn"),
        (Tally(0, 0, {"set-aside": 1, "unsupported": 1}),
         "0 of 2 stand, 1 falls to being set aside, 1 falls to lack of support"),
    ],
)  # fmt: skip
def test_who_speaks_on_either_side(tally: Tally, words: str) -> None:
    assert told(pros=tally) == [Point("for it", words)]
    assert told(cons=tally) == [Point("against it", words)]


def test_a_ground_of_its_own_is_told_with_what_is_for_it() -> None:
    assert told(has_ground=True) == [Point("for it", "no argument, and it has a ground of its own")]
    assert told(pros=standing(1), has_ground=True) == [Point("for it", "1 of 1 stands, and it has a ground of its own")]
    assert told() == []


ONE, TWO = (
    "1 premise that nobody states and nothing supports: [a]",
    "2 premises that nobody states and nothing supports: [a] and [b]",
)


SIX = "6 premises that nobody states and nothing supports: [a], [b], [c], [d] and 2 more"


@pytest.mark.parametrize(
    ("unstated", "words"),
    [
        (Unstated(("a",), "in", ()), f"{ONE}; without it the verdict is the same"),
        (Unstated(("a",), "out", ("a",)), f"{ONE}; without it this would fall"),
        (Unstated(("a",), "undecided", ("a",)), f"{ONE}; without it this would be undecided"),
        (Unstated(("a", "b"), "in", ()), f"{TWO}; without them the verdict is the same"),
        (Unstated(("a", "b"), "out", ()), f"{TWO}; without them this would fall"),
        (Unstated(("a", "b"), "out", None), f"{TWO}; without them this would fall"),
        (
            Unstated(("a", "b"), "out", ("b",)),
            f"{TWO}; without them this would fall; without [b] alone the verdict is another already",
        ),
        (
            Unstated(("a", "b"), "out", ("a", "b")),
            f"{TWO}; without them this would fall; without any one of them alone the verdict is another already",
        ),
        (
            Unstated(("a", "b"), "in", ("a",)),
            f"{TWO}; without them this would stand; without [a] alone the verdict is another already",
        ),
        (
            Unstated(tuple("abcdef"), "out", ("a", "b")),
            f"{SIX}; without them this would fall; without [a] or [b] alone the verdict is another already",
        ),
    ],
)
def test_premises_that_nobody_states(unstated: Unstated, words: str) -> None:
    assert told(unstated=unstated) == [Point("unstated", words)]


@pytest.mark.parametrize(
    ("standards", "words"),
    [
        ({"scintilla": "in"}, "scintilla would let it stand"),
        (
            {"dialectical-validity": "out", "scintilla": "in", "clear-and-convincing": "out"},
            "scintilla would let it stand; dialectical-validity and clear-and-convincing would let it fall",
        ),
        ({"preponderance": "undecided"}, "preponderance would leave it undecided"),
    ],
)
def test_other_standards(standards: Any, words: str) -> None:
    assert told(standards=standards) == [Point("standards", words)]
    assert told(standards={}) == told(standards=None) == []


@pytest.mark.parametrize(
    ("verdict", "degrees", "words"),
    [
        (
            "in",
            {"df-quad": 0.3, "euler": 0.52},
            f"df-quad leans against it all the same: df-quad 0.30, euler 0.52{BEGINS}",
        ),
        (
            "out",
            {"df-quad": 0.7, "euler": 0.8},
            f"the gradual readings lean for it all the same: df-quad 0.70, euler 0.80{BEGINS}",
        ),
        (
            "undecided",
            {"df-quad": 0.7, "euler": 0.2},
            f"the gradual readings disagree with each other: df-quad 0.70, euler 0.20{BEGINS}",
        ),
    ],
)
def test_degrees_that_lean_the_other_way(verdict: Any, degrees: Any, words: str) -> None:
    assert told(verdict=verdict, degrees=degrees) == [Point("degrees", words)]
    assert told(verdict="in", degrees={"df-quad": 0.7}) == []


def test_the_nearest_comes_first() -> None:
    found = told(
        pros=standing(1), cons=standing(1), unstated=Unstated(("a",), "in", ()), standards={"scintilla": "in"},
        degrees={"df-quad": 0.1},
    )  # fmt: skip
    assert [point.about for point in found] == ["for it", "against it", "unstated", "standards", "degrees"]
