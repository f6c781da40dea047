"""Following differential equations to their rest: systems whose course is known."""

from __future__ import annotations

import math

import pytest

from coldwater.semantics import integration
from coldwater.semantics.integration import Restless, rest_of


def test_a_value_that_decays_rests_at_its_limit() -> None:
    rest = rest_of(lambda state: [0.3 - state[0], state[0] - state[1]], [1.0, 0.0])
    assert rest == pytest.approx([0.3, 0.3], abs=1e-7)


def test_the_limit_is_that_of_the_way_from_the_start() -> None:
    """S' = s (1 − s) rests at 0 and at 1: from 0 it stays, from anywhere else it goes to 1."""

    def grow(state: list[float]) -> list[float]:
        return [value * (1 - value) for value in state]

    assert rest_of(grow, [0.0, 0.001]) == pytest.approx([0, 1], abs=1e-6)


def test_what_is_conserved_on_the_way_is_conserved() -> None:
    """Two values that fall by their sum less 1 keep their difference, wherever they come to rest."""

    def fall(state: list[float]) -> list[float]:
        return [1 - sum(state)] * 2

    assert rest_of(fall, [0.9, 0.7]) == pytest.approx([0.6, 0.4], abs=1e-6)


def test_a_value_that_slows_down_for_ever_counts_as_resting_near_its_limit() -> None:
    """S' = −s²: s = 1 / (1 + t)."""
    found = rest_of(lambda state: [-(state[0] ** 2)], [1.0])
    assert not isinstance(found, Restless)
    assert 0 <= found[0] <= 1.1e-3


def test_a_value_that_swings_has_no_rest_and_one_that_does_not_is_not_blamed() -> None:
    def turn(state: list[float]) -> list[float]:
        x, y, z = state
        return [y - 0.5, 0.5 - x, 0.2 - z]

    found = rest_of(turn, [0.5, 0.9, 0.2])
    assert isinstance(found, Restless)
    assert found.moving == (0, 1)
    assert found.time > 20 * math.tau


def test_nothing_rests_at_once() -> None:
    assert rest_of(lambda state: state, []) == []


def test_a_step_is_of_the_fifth_order_and_its_error_estimate_of_the_fourth() -> None:
    """Half the step makes 2^6 less error, and an estimate 2^5 smaller; the rates at its end come for free."""

    def rates(state: list[float]) -> list[float]:
        x, y = state
        return [-x * y, 0.25 * x - 0.5 * y * y]

    start = [0.9, 0.6]
    now = rates(start)

    def error_of(step: float) -> tuple[float, float]:
        exact = start
        for _ in range(64):
            exact, _, _ = integration._step(rates, exact, rates(exact), step / 64)
        reached, slope, estimate = integration._step(rates, start, now, step)
        assert slope == rates(reached)
        return max(abs(one - other) for one, other in zip(reached, exact, strict=True)), estimate

    (large, large_estimate), (small, small_estimate) = error_of(0.4), error_of(0.2)
    assert 2**5.5 < large / small < 2**7.5
    assert 2**4.5 < large_estimate / small_estimate < 2**5.5
    assert small < small_estimate
