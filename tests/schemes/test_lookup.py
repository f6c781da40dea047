"""A scheme is found by whatever name people and tools use for it."""

from __future__ import annotations

import pytest

from coldwater.schemes._table import SCHEMES
from coldwater.schemes.lookup import closest_scheme, find_scheme


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("expert_opinion", "expert_opinion"),
        ("Expert-Opinion", "expert_opinion"),
        ("EXPERT_OPINION", "expert_opinion"),
        ("expert opinion", "expert_opinion"),
        ("Argument from Expert Opinion", "expert_opinion"),
        ("appeal to expert opinion", "expert_opinion"),
        ("Argument From An Established Rule", "rule"),
        ("Causal Slippery Slope Argument", "slippery_slope"),
        ("Ethotic Argument", "ethotic"),
        ("ABDUCTIVE", "best_explanation"),
        ("Two Person Practical Reasoning", "two_person_practical"),
        ("precedent", "precedent"),
        ("practical_reasoning2", "practical_reasoning"),
        ("Value Based Practical Reasoning", "value_based_practical"),
    ],
)
def test_names_that_are_known(written: str, meant: str) -> None:
    found = find_scheme(written)
    assert found is not None
    assert found.name == meant


@pytest.mark.parametrize("name", ["", " ", "argument", "argument from", "kritik", "expert", "x-own", "_", "é"])
def test_names_that_are_not(name: str) -> None:
    assert find_scheme(name) is None


def test_every_name_of_other_formats_is_known() -> None:
    for scheme in SCHEMES:
        for name in (scheme.arguebuf, scheme.aif, scheme.carneades):
            assert name is None or find_scheme(name) is not None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("expert_opinon", "expert_opinion"),
        ("Argument from Expert Opinon", "expert_opinion"),
        ("expert", "expert_opinion"),
        ("experts", "expert_opinion"),
        ("slope", "slippery_slope"),
        ("cause-and-effect", "cause_to_effect"),
        ("kritik", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_what_was_probably_meant(written: str, meant: str | None) -> None:
    assert closest_scheme(written) == meant
