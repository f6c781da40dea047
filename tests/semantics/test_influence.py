"""How pros and cons move a base score: what all three gradual semantics promise, and examples by hand."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.semantics.influence import INFLUENCES, df_quad, euler_based, quadratic_energy

units = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.5, 1.0]))
some = st.lists(units, max_size=5)
each = pytest.mark.parametrize("name", INFLUENCES)


@each
@given(base=units, pros=some, cons=some)
def test_degrees_stay_between_0_and_1(name: str, base: float, pros: list[float], cons: list[float]) -> None:
    assert 0 <= INFLUENCES[name](base, pros, cons) <= 1


@each
@given(base=units, pros=some)
def test_without_pros_and_cons_and_where_they_balance_the_base_stays(name: str, base: float, pros: list[float]) -> None:
    assert INFLUENCES[name](base, [], []) == base
    assert INFLUENCES[name](base, pros, pros[::-1]) == base
    assert INFLUENCES[name](base, [0.0], [0.0, 0.0]) == base


@each
@given(base=units, pros=some, cons=some, more=units)
def test_a_pro_never_lowers_and_a_con_never_raises(
    name: str, base: float, pros: list[float], cons: list[float], more: float
) -> None:
    influence = INFLUENCES[name]
    before = influence(base, pros, cons)
    assert influence(base, [*pros, more], cons) >= before - 1e-12
    assert influence(base, pros, [*cons, more]) <= before + 1e-12


@each
@given(base=units, pros=some, cons=some, other=units)
def test_a_higher_base_or_a_stronger_pro_never_lowers(
    name: str, base: float, pros: list[float], cons: list[float], other: float
) -> None:
    influence = INFLUENCES[name]
    low, high = sorted((base, other))
    assert influence(low, pros, cons) <= influence(high, pros, cons) + 1e-12
    assert influence(base, [*pros, low], cons) <= influence(base, [*pros, high], cons) + 1e-12
    assert influence(base, pros, [*cons, low]) >= influence(base, pros, [*cons, high]) - 1e-12


@each
@given(base=units, pros=some, cons=some, random=st.randoms())
def test_the_order_makes_no_difference_to_the_last_bit(
    name: str, base: float, pros: list[float], cons: list[float], random: Random
) -> None:
    expected = INFLUENCES[name](base, pros, cons)
    random.shuffle(pros)
    random.shuffle(cons)
    assert INFLUENCES[name](base, pros, cons) == expected


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy"])
@given(base=units, pros=some, cons=some)
def test_support_and_attack_are_mirror_images(name: str, base: float, pros: list[float], cons: list[float]) -> None:
    """Duality (Potyka 2018). The Euler-based semantics does not have it."""
    influence = INFLUENCES[name]
    assert influence(1 - base, cons, pros) == pytest.approx(1 - influence(base, pros, cons), abs=1e-12)


@given(base=units, pros=some, cons=some)
def test_the_euler_based_form_is_the_published_one(base: float, pros: list[float], cons: list[float]) -> None:
    published = 1 - (1 - base**2) / (1 + base * math.exp(sum(pros) - sum(cons)))
    assert euler_based(base, pros, cons) == pytest.approx(published, abs=1e-12)


@given(base=units, cons=st.lists(units, max_size=60))
def test_the_euler_based_degree_never_falls_below_the_square_of_the_base(base: float, cons: list[float]) -> None:
    assert euler_based(base, [], cons) >= base**2 - 1e-12


def test_a_base_of_1_cannot_be_moved_by_the_euler_based_semantics() -> None:
    """Amgoud and Ben-Naim define it for base scores below 1."""
    assert euler_based(1, [], [1.0] * 10) == pytest.approx(1)


@each
def test_thousands_of_pros_or_cons_saturate(name: str) -> None:
    assert INFLUENCES[name](0.5, [1.0] * 5000, []) == pytest.approx(1)
    assert INFLUENCES[name](0.5, [], [1.0] * 5000) == pytest.approx(0.25 if name == "euler" else 0, abs=1e-7)


def test_df_quad_by_hand() -> None:
    """Pros .6 and .5 leave .2 of 1, a con of .3 leaves .7: an energy of .5, half the way from .4 to 1."""
    assert df_quad(0.4, [0.6, 0.5], [0.3]) == pytest.approx(0.7)
    assert df_quad(0.4, [0.3], [0.6, 0.5]) == pytest.approx(0.2)


def test_quadratic_energy_by_hand() -> None:
    """An energy of 1 goes half the way, one of 2 four fifths."""
    assert quadratic_energy(0.4, [1.0, 1.0], [1.0]) == pytest.approx(0.7)
    assert quadratic_energy(0.4, [], [1.0, 1.0]) == pytest.approx(0.08)


def test_euler_based_by_hand() -> None:
    """1 − .75 / (1 + e/2) and 1 − .75 / (1 + 1/(2e))."""
    assert euler_based(0.5, [1.0], []) == pytest.approx(0.68209, abs=1e-5)
    assert euler_based(0.5, [], [1.0]) == pytest.approx(0.36652, abs=1e-5)
