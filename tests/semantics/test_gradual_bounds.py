"""Degrees stop when time is over, inside a circle too, and say so. Questions to the clock are counted, no seconds."""

from __future__ import annotations

import json

import pytest

from coldwater.model import from_accepted_data
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.oracle import oracle_for
from coldwater.report.degrees_output import degrees_json, degrees_text
from coldwater.semantics.evaluation import AS_WRITTEN
from coldwater.semantics.gradual import Degrees, NotConverged, degrees

#: Passes through one circle that a rest takes at most.
_MOST_PASSES = 2000


def ring(size: int) -> object:
    """Give the data of a map in which each claim attacks every other."""
    claims = {f"c{number}": {"text": f"Statement {number}.", "credence": 0.5} for number in range(size)}
    pairs = [(one, other) for one in claims for other in claims if one != other]
    arguments = {f"a{n}": {"premises": [one], "attacks": other} for n, (one, other) in enumerate(pairs)}
    return {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": claims, "arguments": arguments}


MAP = from_accepted_data(ring(8))  # type: ignore[arg-type]  # it is a mapping


class Countdown:
    """A clock that is over after so many questions."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.asked = 0

    def __call__(self) -> bool:
        """Tell whether as many questions were asked as may be."""
        self.asked += 1
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy", "euler"])
@pytest.mark.parametrize("passes", [0, 1, 7])
def test_no_pass_is_made_after_the_time_is_over(semantics: str, passes: int) -> None:
    clock = Countdown(passes)
    found = degrees(MAP, semantics, is_over=clock)
    assert isinstance(found, NotConverged)
    assert found.cut_by == "time"
    assert set(found.moving) == {*MAP.claims, *MAP.arguments}
    assert clock.asked == passes + 1


def test_with_time_enough_the_degrees_are_the_same() -> None:
    clock = Countdown(_MOST_PASSES)
    found = degrees(MAP, is_over=clock)
    assert isinstance(found, Degrees)
    assert found == degrees(MAP)


def test_what_was_cut_is_said() -> None:
    found = degrees(MAP, is_over=Countdown(0))
    assert "--seconds allows more" in " ".join(degrees_text(MAP, found, {}, AS_WRITTEN, 80).split())
    assert json.loads(degrees_json(MAP, found, {}, AS_WRITTEN))["cut_by"] == "time"


def test_an_oracle_cut_in_a_step_knows_nothing_rather_than_something_false() -> None:
    """Whoever asks for a verdict in a scenario gets none, and the clock remembers."""
    from coldwater.semantics.scenarios import scenarios_of  # noqa: PLC0415 - only here

    seconds = iter([0.0, 0.0, 0.0])
    clock = Clock(1.0, lambda: next(seconds, 2.0))
    oracle = oracle_for(MAP, "df-quad", None, clock)
    assert oracle.verdicts(scenarios_of([((1,), ())]), 1) is None
    assert clock.was_asked_too_late
