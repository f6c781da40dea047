"""Labellings and acceptance where a limit is met or there is no solver; and that they come out the same every time."""

from __future__ import annotations

import itertools
import math
import os
import random
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.errors import MissingExtraError, UsageError
from coldwater.model.models import Map
from coldwater.semantics import acceptance as acceptance_module
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.conditions import rest_of, separate
from coldwater.semantics.enumeration import acceptance, labellings
from coldwater.semantics.exhaustive import MOST_CUTS
from coldwater.semantics.framework import attack_framework
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.sceptic import _teach
from coldwater.semantics.solver import OutOfTimeError, Search
from work import ends

if TYPE_CHECKING:
    from coldwater.semantics.framework import Framework

SEMANTICS = ("complete", "preferred", "stable")


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the import of the solver fail."""
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)


def pairs(number: int, *, joined: bool = False) -> Framework:
    """Give so many pairs of arguments that attack each other; joined: one argument is attacked by all of them."""
    attacks = [pair for one in range(0, 2 * number, 2) for pair in ((one, one + 1), (one + 1, one))]
    if joined:
        attacks += [(node, 2 * number) for node in range(2 * number)]
    return attack_framework([str(node) for node in range(2 * number + joined)], attacks)


def tangle(number: int, seed: int = 1, density: float = 4) -> Framework:
    """Give arguments that attack each other at random, so many on average."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    attacks = [(one, other) for one in range(number) for other in range(number) if chance.random() < density / number]
    return attack_framework([str(node) for node in range(number)], attacks)


def ladder(rungs: int) -> Framework:
    """Give arguments in two rows, each attacked by its neighbours and by the one opposite: one knot of many circles."""
    attacks = []
    for node in range(2 * rungs):
        near = [node ^ 1, node - 2, node + 2]
        attacks += [(node, other) for other in near if 0 <= other < 2 * rungs]
    return attack_framework([str(node) for node in range(2 * rungs)], attacks)


def test_every_step_of_a_long_search_looks_at_the_clock() -> None:
    part = next(iter(separate(rest_of(tangle(60)).conditions)))
    search = Search(part, "preferred", math.inf)
    labels = search.find()
    assert labels is not None
    preferred = search.grown(labels)
    search.deadline = -math.inf
    for step in (
        search.find,
        lambda: _teach(search, [], preferred),
        lambda: Search(part, "preferred", -math.inf),
    ):
        with pytest.raises(OutOfTimeError):
            step()


# --- how many -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", range(1, 20))
def test_no_more_are_given_than_were_asked_for(most: int) -> None:
    """There are sixteen."""
    found = labellings(pairs(4), "preferred", most=most)
    assert len(found.labellings) == min(most, 16)
    assert (found.is_complete, found.cut_by) == ((True, None) if most >= 16 else (False, "count"))
    assert list(found.labellings) == sorted(set(found.labellings))
    assert set(found.labellings) <= set(labellings(pairs(4), "preferred").labellings)


def test_one_of_one_is_complete() -> None:
    assert labellings(attack_framework("ab", [(0, 1)]), "stable", most=1) == ((bytes([IN, OUT]),), True, None)


def test_more_labellings_than_could_be_listed_do_not_stop_acceptance() -> None:
    """Two to the power of 200 preferred labellings; what all of them attack is out in all of them."""
    accepted = acceptance(pairs(200, joined=True), "preferred")
    assert accepted.is_complete
    assert accepted.credulous == accepted.credulously_out - {400} == frozenset(range(400))
    assert accepted.sceptical == frozenset()
    assert accepted.sceptically_out == {400}


# --- how long -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("semantics", ["preferred", "stable"])
def test_a_hard_search_ends_when_the_time_is_over(semantics: Any) -> None:
    with ends():
        found = labellings(tangle(3000), semantics, seconds=0.5)
    assert (found.labellings, found.is_complete, found.cut_by) == ((), False, "time")


def test_labellings_found_in_time_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = itertools.count()  # a clock that goes on by a thousandth whenever it is looked at
    clock = SimpleNamespace(monotonic=lambda: next(looks) / 1000)
    for module in ("enumeration", "walk", "solver"):
        monkeypatch.setattr(f"coldwater.semantics.{module}.time", clock)
    found = labellings(ladder(200), "preferred", most=10**9, seconds=1)
    assert (found.is_complete, found.cut_by) == (False, "time")
    assert len(found.labellings) > 10
    assert all(UNDECIDED not in labels for labels in found.labellings)


def test_what_is_decided_at_once_needs_no_time() -> None:
    assert labellings(attack_framework("ab", [(0, 1)]), "preferred", seconds=0).is_complete
    assert acceptance(attack_framework("ab", [(0, 1)]), "preferred", seconds=0).sceptical == {0}


def test_acceptance_that_is_cut_says_only_what_it_knows() -> None:
    cut = acceptance(tangle(60), "preferred", seconds=0)
    true = acceptance(tangle(60), "preferred", seconds=60)
    assert (cut.is_complete, cut.cut_by, cut.has_labellings) == (False, "time", True)
    assert true.is_complete
    for known, all_of_them in zip(cut[:4], true[:4], strict=True):
        assert isinstance(known, frozenset)
        assert isinstance(all_of_them, frozenset)
        assert known <= all_of_them
        assert all_of_them - known <= cut.unsettled


def test_without_time_it_is_not_known_whether_there_is_a_stable_labelling() -> None:
    cut = acceptance(tangle(60), "stable", seconds=0)
    assert (cut.is_complete, cut.cut_by, cut.has_labellings) == (False, "time", None)
    assert cut.credulous == cut.sceptical == frozenset()
    assert cut.unsettled == frozenset(range(60))


# --- no stable labelling ------------------------------------------------------------------------------------------


def test_where_there_is_no_stable_labelling_nothing_holds_in_all_of_them() -> None:
    """A circle of three, beside an argument that nothing attacks."""
    framework = attack_framework("abcd", [(0, 1), (1, 2), (2, 0)])
    assert labellings(framework, "stable") == ((), True, None)
    accepted = acceptance(framework, "stable")
    assert (accepted.has_labellings, accepted.is_complete) == (False, True)
    assert accepted.sceptical == accepted.credulous == frozenset()
    assert acceptance(framework, "stable", nodes=[3]).has_labellings is False


def claims_that_support_each_other() -> Framework:
    data: dict[str, Any] = {"argmap": 1, "title": "T", "thesis": "a", "shape": "graph"}
    data["claims"] = {"a": {"text": "A."}, "b": {"text": "B."}}
    data["arguments"] = {"x": {"premises": ["a"], "supports": "b"}, "y": {"premises": ["b"], "supports": "a"}}
    return compile_map(Map.model_validate(data))


def test_no_claim_of_a_stable_labelling_owes_its_support_to_itself() -> None:
    framework = claims_that_support_each_other()
    standing, fallen = bytes([IN] * 4), bytes([OUT] * 4)
    assert labellings(framework, "preferred").labellings == (standing, fallen)
    assert labellings(framework, "stable").labellings == (fallen,)
    assert labellings(framework, "stable", granted=[0]).labellings == (standing,)
    assert acceptance(framework, "stable").credulous == frozenset()


# --- without the extra --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("without_extra")
def test_small_knots_need_no_solver_however_many_there_are() -> None:
    found = labellings(pairs(300, joined=True), "preferred", most=50)
    assert (len(found.labellings), found.cut_by) == (50, "count")
    assert acceptance(pairs(300), "preferred").credulous == frozenset(range(600))


@pytest.mark.usefixtures("without_extra")
@pytest.mark.parametrize("semantics", SEMANTICS)
def test_a_large_knot_says_what_to_install(semantics: Any) -> None:
    framework = ladder(2 * MOST_CUTS)
    for ask in (labellings, acceptance):
        with pytest.raises(MissingExtraError, match=r" -m pip install 'coldwater\[solve\]'"):
            ask(framework, semantics)


@pytest.mark.usefixtures("without_extra")
def test_acceptance_without_a_solver_goes_through_labellings_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    many = MOST_CUTS + 1
    accepted = acceptance(pairs(many, joined=True), "preferred")
    assert accepted.is_complete
    assert accepted.sceptically_out == {2 * many}
    monkeypatch.setattr(acceptance_module, "MOST_WITHOUT_SOLVER", 2**many - 1)
    with pytest.raises(MissingExtraError):
        acceptance(pairs(many, joined=True), "preferred")


# --- every time the same ------------------------------------------------------------------------------------------

_PRINTED = """
from tests.semantics.test_enumeration_limits import ladder, tangle
from coldwater.semantics.enumeration import acceptance, labellings
print(labellings(ladder(30), "preferred", most=20))
for semantics in ("complete", "preferred", "stable"):
    print(labellings(tangle(80), semantics, most=30), [sorted(part) for part in acceptance(tangle(80), semantics)[:4]])
"""


def test_the_same_comes_out_on_every_run_and_hash_seed() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    runs = {
        subprocess.run(
            [sys.executable, "-c", _PRINTED],
            env={**environment, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(runs) == 1
    assert len(next(iter(runs))) > 1000


# --- what makes no sense ------------------------------------------------------------------------------------------


def test_unknown_semantics_and_no_labellings_at_all_are_refused() -> None:
    framework = pairs(1)
    for ask in (labellings, acceptance):
        with pytest.raises(UsageError, match="complete, preferred, stable"):
            ask(framework, "naive")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least one"):
        labellings(framework, "preferred", most=0)
