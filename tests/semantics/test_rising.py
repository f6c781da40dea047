"""Forces that rise along circles: the same as going round until nothing changes, and no circle is too long for it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from coldwater.errors import UsageError
from coldwater.semantics import forces as forces_module
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import evaluate_map
from coldwater.semantics.rising import risen
from work import assert_grows_evenly, examples

from .random_maps import seeded
from .reading import map_of

NUMBERS = (0.0, 0.1, 0.2, 0.5, 0.5, 0.8, 1.0)


def by_going_round(least: dict[int, float], most: dict[int, float], sources: dict[int, list[int]]) -> dict[int, float]:
    """Apply the equations from what there is at least, until nothing changes."""
    found = dict(least)
    while True:
        before = dict(found)
        for node, below in sources.items():
            numbers = [found[one] for one in below]
            given = min([most[node], *numbers]) if node in most else max(numbers, default=0.0)
            found[node] = max(found[node], given)
        if found == before:
            return found


def test_they_rise_as_far_as_going_round_lets_them() -> None:
    random = seeded(960)
    for _ in range(examples(2_000)):
        nodes = range(random.randint(1, 7))
        least = {node: random.choice(NUMBERS) for node in nodes}
        most = {node: random.choice(NUMBERS) for node in nodes if random.random() < 0.5}
        sources = {node: [other for other in nodes if random.random() < 0.4] for node in nodes}
        assert risen(least, most, sources) == by_going_round(least, most, sources), (least, most, sources)


# --- size ---------------------------------------------------------------------------------------------------------


def circle(claims: int, numbers: int, random: Random, *, is_rising: bool = False) -> dict[str, Any]:
    """Give a circle of supports that is fed at every claim, all of it standing; the numbers may rise along it."""
    names = [f"c{number}" for number in range(claims)]
    written: dict[str, Any] = {name: {"text": "C."} for name in names} | {"o": {"text": "O.", "credence": 0.5}}
    steps: dict[str, Any] = {"against": {"premises": ["o"], "attacks": "c0", "strength": 0.5}}
    for number, name in enumerate(names):
        place = number * numbers // claims if is_rising else random.randrange(numbers)
        written[f"l{number}"] = {"text": "L.", "credence": round((1 + place) / (numbers + 1), 6)}
        steps[f"a{number}"] = {"premises": [name], "supports": names[(number + 1) % claims]}
        steps[f"b{number}"] = {"premises": [f"l{number}"], "supports": name}
    return {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": written, "arguments": steps}


@pytest.mark.parametrize("numbers", [3, 40])
@pytest.mark.parametrize("is_rising", [False, True])
def test_the_forces_of_a_circle_cost_about_as_much_for_each_claim_however_long_it_is(
    numbers: int, is_rising: bool
) -> None:
    def prepared(claims: int) -> Callable[[], object]:
        map_ = map_of(circle(claims, numbers, seeded(1), is_rising=is_rising))
        return lambda: evaluate_map(map_).labellings[0].forces

    assert_grows_evenly(prepared, 60)


def test_the_forces_in_a_circle_cost_about_as_much_for_each_claim_however_many_numbers_there_are() -> None:
    """Numbers that rise against the way round are handed on again and again by whoever goes round."""

    def prepared(claims: int) -> Callable[[], object]:
        map_ = map_of(circle(claims, claims, seeded(1), is_rising=True))
        possible = compile_map(map_).possible
        assert possible is not None
        return lambda: possible.standing([True] * len(possible.forces))

    assert_grows_evenly(prepared, 60)


def test_too_many_forces_are_refused_before_memory_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    map_ = map_of(circle(40, 40, seeded(1), is_rising=True))
    compile_map(map_)
    monkeypatch.setattr(forces_module, "MOST_FORCES", 500)
    with pytest.raises(UsageError, match="too many different strengths and credences to weigh"):
        compile_map(map_)
    compile_map(map_, weighing="last-link")


def test_a_chain_of_20_000_claims_with_credences_is_weighed() -> None:
    random = seeded(2)
    claims: dict[str, Any] = {
        f"c{number}": {"text": "C.", "credence": round(random.random(), 4)} for number in range(20_000)
    }
    claims["o"] = {"text": "O.", "credence": 0.4}
    steps = {f"a{n}": {"premises": [f"c{n + 1}"], "supports": f"c{n}"} for n in range(19_999)}
    data = {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": claims}
    against = {"against": {"premises": ["o"], "attacks": "c0", "strength": 0.3}}
    labelling = evaluate_map(map_of({**data, "arguments": steps | against})).labellings[0]
    assert labelling.verdict("c0") == ("in", "outweighs")
    assert 0.3 < labelling.forces[0] <= 1
