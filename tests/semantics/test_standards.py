"""Proof standards: the limits of an argument say, for every set of cons that stand, what the standard says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coldwater.model import Map
from coldwater.semantics.standards import STANDARDS, USUAL, Parameters, limits, parameters_of

from .definition import Definition, exact
from .random_maps import STRENGTHS
from .reading import map_of

EMPTY = {"argmap": 1, "title": "T", "thesis": "c", "claims": {"c": "A claim."}}
units = st.one_of(st.sampled_from(STRENGTHS), st.floats(0, 1)).map(float)


def definition_with(standard: str, parameters: Parameters) -> Definition:
    return Definition(map_of({**EMPTY, "standard": standard, "proof": parameters._asdict()}))


@given(
    st.sampled_from(STANDARDS),
    units,
    st.lists(units, min_size=1, max_size=5),
    st.builds(Parameters, units, units, units),
)
def test_limits_say_what_the_standard_says(standard: str, p: float, cons: list[float], parameters: Parameters) -> None:
    """A pro of strength p, and each con in turn as the strongest one that stands."""
    cons.sort()
    found = limits(standard, p, cons, parameters)
    condition = definition_with(standard, parameters).conditions["c"]
    for place, q in enumerate(cons):
        verdict = condition.balance(exact(p), exact(q))
        assert (place < found.to_be_in) == (verdict == "in")
        assert (place < found.not_out) == (verdict != "out")


@given(st.sampled_from(STANDARDS), units, units, st.lists(units, max_size=5))
def test_a_stronger_argument_never_has_lower_limits(standard: str, one: float, other: float, cons: list[float]) -> None:
    weak, strong = sorted((one, other))
    lower, higher = (limits(standard, strength, sorted(cons), USUAL) for strength in (weak, strong))
    assert lower.to_be_in <= higher.to_be_in
    assert lower.not_out <= higher.not_out


def test_strengths_are_compared_as_they_are_written() -> None:
    """As floats, 0.8 − 0.5 is more than 0.3, and 0.9 − 0.6 is less."""
    assert limits("clear-and-convincing", 0.8, [0.5], USUAL).to_be_in == 0
    assert limits("clear-and-convincing", 0.9, [0.6], USUAL).to_be_in == 0
    assert limits("clear-and-convincing", 0.9, [0.59], USUAL).to_be_in == 1


def test_standards_grow_stricter_in_their_order() -> None:
    """With the usual parameters: what passes a stricter standard passes the milder ones."""
    tenths = [number / 10 for number in range(11)]
    for p in tenths:
        for q in tenths:
            passed = [limits(standard, p, [q], USUAL).to_be_in for standard in STANDARDS]
            assert passed == sorted(passed, reverse=True)


def test_a_map_may_name_some_parameters() -> None:
    map_: Map = map_of({**EMPTY, "proof": {"alpha": 0, "gamma": 1}})
    assert parameters_of(map_.proof) == (0, 0.3, 1)
    assert parameters_of(None) == USUAL == (0.5, 0.3, 0.2)
