"""Thresholds are exact: against looking at every value, on maps whose numbers have one decimal."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from coldwater.prep.deciding import thresholds as thresholds_module
from coldwater.prep.deciding.thresholds import Threshold, find_thresholds
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded
from prep.small_maps import drawn, inquiry_of, model
from work import assert_grows_evenly, examples

SEEDS = range(examples(400))


def label_at(map_: Any, argument: str, value: float) -> int:
    """Evaluate with another strength. What has none is weakened by one more premise: its step stays as it is."""
    if map_.arguments[argument].strength is not None:
        framework = compile_map(map_, strengths={argument: value})
    else:
        data = map_.model_dump(mode="json", exclude_none=True, by_alias=True)
        data["claims"]["weakness"] = {"text": "It is worth so much.", "credence": value}
        data["arguments"][argument]["premises"].append("weakness")
        framework = compile_map(model(data))
    return grounded(framework)[framework.thesis]


def nearest(map_: Any, argument: str) -> tuple[Fraction, int | None, int, int | None] | None:
    """Look at every multiple of 0.05: the verdict changes at multiples of 0.1 alone, where all numbers are such."""
    labels = {Fraction(step, 20): label_at(map_, argument, step / 20) for step in range(21)}
    strength = map_.arguments[argument].strength
    own = Fraction(1) if strength is None else Fraction(str(strength))
    found = []
    for value, label in labels.items():
        below, above = labels.get(value - Fraction(1, 20)), labels.get(value + Fraction(1, 20))
        if value.denominator in (1, 2, 5, 10) and {below, above} - {None, label}:
            found.append((abs(value - own), value, below, label, above))
    return min(found)[1:] if found else None


def test_they_are_the_nearest_values_at_which_the_verdict_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thresholds_module, "MOST_COPIES", 30)
    count = 0
    for seed in SEEDS:
        map_ = drawn(seed)
        inquiry = inquiry_of(map_)
        found = {inquiry.framework.names[one.argument]: one for one in find_thresholds(inquiry, None).found}
        for argument in map_.arguments:
            one = found.get(argument)
            wanted = nearest(map_, argument)
            assert (one and (Fraction(str(one.value)), one.below, one.at, one.above)) == wanted, (seed, argument)
        count += len(found)
        assert list(found) == [name for name in map_.arguments if name in found]
    assert count > examples(100)


def weighed(standard: str, for_: float, against: float, **more: Any) -> Any:
    return model(
        {
            "argmap": 1,
            "title": "T",
            "thesis": "t",
            "standard": standard,
            "claims": {"t": "T.", "a": "A.", "b": "B."},
            "arguments": {
                "for": {"premises": ["a"], "supports": "t", "strength": for_},
                "against": {"premises": ["b"], "attacks": "t", "strength": against},
            },
            **more,
        }
    )


@pytest.mark.parametrize(
    ("standard", "for_", "against", "wanted"),
    [
        ("preponderance", 0.5, 0.7, [(0.7, OUT, UNDECIDED, IN), (0.5, IN, UNDECIDED, OUT)]),
        ("preponderance", 0.7, 0.7, [(0.7, OUT, UNDECIDED, IN), (0.7, IN, UNDECIDED, OUT)]),
        ("preponderance", 1, 1, [(1, OUT, UNDECIDED, None), (1, IN, UNDECIDED, None)]),
        ("preponderance", 0, 0.1, [(0.1, OUT, UNDECIDED, IN), (0, None, UNDECIDED, OUT)]),
        ("clear-and-convincing", 0.9, 0.4, [(0.7, OUT, OUT, IN), (0.6, IN, OUT, OUT)]),
        ("clear-and-convincing", 0.6, 0.1, [(0.5, OUT, OUT, IN), (0.3, IN, OUT, OUT)]),
        ("beyond-reasonable-doubt", 0.9, 0.1, [(0.5, OUT, OUT, IN), (0.2, IN, OUT, OUT)]),
        ("beyond-reasonable-doubt", 0.9, 0.3, [None, (0.2, IN, OUT, OUT)]),
        ("scintilla", 0.1, 0.9, [None, None]),
        ("dialectical-validity", 0.9, 0.1, [None, None]),
    ],
)
def test_each_standard_has_its_own(standard: str, for_: float, against: float, wanted: list[Any]) -> None:
    found = find_thresholds(inquiry_of(weighed(standard, for_, against)), None).found
    assert [one[2:6] for one in found] == [one for one in wanted if one is not None]


def test_decimals_are_added_as_they_are_written() -> None:
    """0.1 + 0.2 is 0.3 here, which it is not for floats."""
    map_ = weighed("clear-and-convincing", 0.9, 0.1, proof={"alpha": 0, "beta": 0.2})
    [first, _] = find_thresholds(inquiry_of(map_), None).found
    assert (first.value, first.at, first.above) == (0.3, OUT, IN)
    assert label_at(map_, "for", 0.3) == OUT
    assert label_at(map_, "for", 0.30000000000000004) == IN


def test_without_anything_against_it_no_strength_matters() -> None:
    map_ = drawn(0).model_copy(update={"arguments": {}})
    assert find_thresholds(inquiry_of(map_), None) == ((), None)


def test_a_threshold_names_what_it_is_about() -> None:
    inquiry = inquiry_of(weighed("preponderance", 0.5, 0.7))
    [one, _] = find_thresholds(inquiry, None).found
    assert one == Threshold(inquiry.framework.numbers["for"], 0.5, 0.7, OUT, UNDECIDED, IN)


def test_a_map_is_not_gone_over_for_each_of_its_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thresholds_module, "MOST_COPIES", 10**9)

    def prepared(number: int) -> Callable[[], object]:
        claims = {"t": "A thesis.", "c": "Against it.", **{f"c{i}": f"Reason {i}." for i in range(number)}}
        arguments = {f"a{i}": {"premises": [f"c{i}"], "supports": "t"} for i in range(number)}
        arguments["con"] = {"premises": ["c"], "attacks": "t"}
        data = {"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments}
        inquiry = inquiry_of(model(data))
        return lambda: find_thresholds(inquiry, None)

    assert_grows_evenly(prepared, 50)


def test_a_circle_of_supports_lends_itself_nothing_in_a_map_without_numbers() -> None:
    """At 1 there is a tie; what speaks for itself in a circle is no stronger for being looked at at several values."""
    claims = {"t": "T.", "a": "A.", "b": "B."}
    arguments = {"round": {"premises": ["a", "t"], "supports": "t"}, "against": {"premises": ["b"], "attacks": "t"}}
    inquiry = inquiry_of(weighed("preponderance", 1, 1, claims=claims, arguments=arguments, shape="graph"))
    found = {inquiry.framework.names[one.argument]: one[2:6] for one in find_thresholds(inquiry, None).found}
    assert found == {"round": (1, OUT, UNDECIDED, None)}
