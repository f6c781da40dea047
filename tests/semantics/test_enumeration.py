"""Labellings and acceptance, held against the definition: every vector of labels of a small map is looked at."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.model.graph import strongly_connected
from coldwater.model.models import Map
from coldwater.semantics import acceptance as acceptance_module
from coldwater.semantics import exhaustive
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.conditions import rest_of
from coldwater.semantics.enumeration import Acceptance, Enumeration, acceptance, labellings
from coldwater.semantics.exhaustive import cut_of
from coldwater.semantics.grounded import IN, OUT
from coldwater.semantics.labelling import WORDS
from work import examples

from .brute import Labelling, Meaning
from .numbered_maps import random_numbered_map
from .random_maps import seeded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from hypothesis.strategies import DrawFn

Data = dict[str, Any]

STANDARDS = ("scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity")
SEMANTICS = ("complete", "preferred", "stable")


# --- the definition -----------------------------------------------------------------------------------------------


def by_definition(data: Data, semantics: str, rejected: set[str], granted: set[str]) -> list[Labelling]:
    """Give the labellings of the brute force. What is granted and rejected is rejected."""
    meaning = Meaning(Map.model_validate(data), rejected, granted - rejected)
    found = {"complete": meaning.complete, "preferred": meaning.preferred, "stable": meaning.stable}
    return found[semantics]()


# --- maps ---------------------------------------------------------------------------------------------------------


@st.composite
def maps(draw: DrawFn, most_claims: int = 3, most_arguments: int = 3) -> Data:
    """Draw maps in which everything may speak for or against everything: circles, undercuts, backings, rivals."""
    names = [f"c{number}" for number in range(draw(st.integers(1, most_claims)))]
    steps = [f"a{number}" for number in range(draw(st.integers(0, most_arguments)))]
    some = st.sampled_from(names)
    data: Data = {"argmap": 1, "title": "T", "thesis": names[0], "shape": "graph", "arguments": {}}
    data["standard"] = draw(st.sampled_from(STANDARDS[:2]))
    rare = {
        "status": st.sampled_from(["open", "accepted", "rejected"]),
        "standard": st.sampled_from(STANDARDS),
        "contradicts": st.lists(some, max_size=1),
    }
    data["claims"] = {name: draw(st.fixed_dictionaries({"text": st.just(name)}, optional=rare)) for name in names}
    for step in steps:
        relation, target = draw(st.sampled_from(["supports", "attacks"])), draw(st.sampled_from([*names, *steps]))
        premises = draw(st.lists(some, min_size=1, max_size=2, unique=True))
        data["arguments"][step] = {"premises": premises, relation: target}
        if draw(st.booleans()):
            data["arguments"][step]["strength"] = draw(st.sampled_from([0, 0.1, 0.5, 0.6, 0.9]))
    return data


claim_ids = st.sets(st.sampled_from(["c0", "c1", "c2"]), max_size=1)


class Case:
    """A map with claims overruled, and its framework."""

    def __init__(self, data: Data, rejected: set[str], granted: set[str]) -> None:
        self.data = data
        self.rejected, self.granted = rejected & data["claims"].keys(), granted & data["claims"].keys()
        self.framework = compile_map(Map.model_validate(data))
        self.nodes = frozenset(range(len(self.framework.names)))

    def labellings(self, semantics: Any) -> Enumeration:
        """Give all labellings."""
        return labellings(self.framework, semantics, 10**6, 60, *map(self._numbers, (self.rejected, self.granted)))

    def acceptance(self, semantics: Any, nodes: frozenset[int] | None = None) -> Acceptance:
        """Give who is accepted, of some nodes or of all."""
        return acceptance(self.framework, semantics, 60, nodes, *map(self._numbers, (self.rejected, self.granted)))

    def _numbers(self, names: set[str]) -> list[int]:
        return sorted(self.framework.numbers[name] for name in names)

    def defined(self, semantics: str) -> tuple[bytes, ...]:
        """Give the labellings by definition, as labels of claims and arguments."""
        found = by_definition(self.data, semantics, self.rejected, self.granted)
        return tuple(sorted(bytes(WORDS.index(labels[name]) for name in self.framework.names) for labels in found))

    def named(self, found: Enumeration) -> Enumeration:
        """Give labellings less the labels of steps, grounds and levels."""
        names = len(self.framework.names)
        return found._replace(labellings=tuple(sorted(labels[:names] for labels in found.labellings)))


def tallied(found: Sequence[bytes], nodes: frozenset[int]) -> Acceptance:
    """Say who is accepted, by going through all labellings."""

    def some(label: int) -> frozenset[int]:
        return frozenset(node for node in nodes if any(labels[node] == label for labels in found))

    def every(label: int) -> frozenset[int]:
        return frozenset(node for node in some(label) if all(labels[node] == label for labels in found))

    return Acceptance(some(IN), every(IN), some(OUT), every(OUT), True, None, frozenset(), bool(found))


def agree(case: Case, semantics: str) -> None:
    """Hold labellings and acceptance against the definition."""
    defined = case.defined(semantics)
    assert case.named(case.labellings(semantics)) == (defined, True, None)
    assert case.acceptance(semantics, case.nodes) == tallied(defined, case.nodes)
    for node in case.nodes:
        only = frozenset([node])
        assert case.acceptance(semantics, only) == tallied(defined, only)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the import of the solver fail."""
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)


# --- small maps, against the definition ---------------------------------------------------------------------------


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(maps(), claim_ids, claim_ids)
def test_small_maps_by_plain_python(semantics: str, data: Data, rejected: set[str], granted: set[str]) -> None:
    agree(Case(data, rejected, granted), semantics)


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(maps(), claim_ids, claim_ids)
def test_small_maps_by_the_solver(semantics: str, data: Data, rejected: set[str], granted: set[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exhaustive, "MOST_BITS", 0)
        agree(Case(data, rejected, granted), semantics)


@pytest.mark.usefixtures("without_extra")
@pytest.mark.parametrize("semantics", SEMANTICS)
@given(maps(), claim_ids, claim_ids)
def test_small_maps_by_listing_labellings(semantics: str, data: Data, rejected: set[str], granted: set[str]) -> None:
    """What is done without a solver in parts that are too large to be judged at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(acceptance_module, "exhaustive", lambda _: None)
        agree(Case(data, rejected, granted), semantics)


# --- maps with grounds and forces ---------------------------------------------------------------------------------


def numbered_cases(seed: int, number: int) -> Iterator[Case]:
    """Draw maps in which something has levels, every second with claims overruled."""
    random, count = seeded(seed), 0
    while count < number:
        data = random_numbered_map(random, 3, 4)
        names = list(data["claims"])
        overruled = ({random.choice(names)}, {random.choice(names)}) if count % 2 else (set(), set())
        case = Case(data, *overruled)
        framework = case.framework
        if framework.nodes > len(framework.names) + len(framework.steps) + len(framework.ground_nodes):
            count += 1
            yield case


@pytest.mark.parametrize("semantics", SEMANTICS)
@pytest.mark.parametrize("way", ["plain", "solver", "listing"])
def test_maps_with_numbers_by_each_way(semantics: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "solver":
        monkeypatch.setattr(exhaustive, "MOST_BITS", 0)
    elif way == "listing":
        monkeypatch.setitem(sys.modules, "pysat.solvers", None)
        monkeypatch.setattr(acceptance_module, "exhaustive", lambda _: None)
    several = 0
    for case in numbered_cases(970, examples(30)):
        agree(case, semantics)
        several += len(case.defined("complete")) > 1
    assert several > examples(2)


# --- larger maps: the ways of finding labellings against each other -----------------------------------------------


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(maps(8, 14))
def test_larger_maps_get_the_same_labellings_either_way(semantics: str, data: Data) -> None:
    case = Case(data, set(), set())
    plain = case.labellings(semantics)
    expected = tallied(plain.labellings, case.nodes)
    assert plain.is_complete
    assert case.acceptance(semantics, case.nodes) == expected
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exhaustive, "MOST_BITS", 0)
        assert case.labellings(semantics) == plain
        assert case.acceptance(semantics, case.nodes) == expected


@pytest.mark.parametrize("semantics", SEMANTICS)
@given(maps(5, 8), st.randoms(use_true_random=False))
def test_names_and_order_change_nothing(semantics: str, data: Data, random: Random) -> None:
    names = [*data["claims"], *data["arguments"]]
    other = dict(zip(names, random.sample([f"x{number}" for number in range(len(names))], len(names)), strict=True))
    shuffled = {kind: random.sample(list(data[kind]), len(data[kind])) for kind in ("claims", "arguments")}
    renamed = {**data, "thesis": other[data["thesis"]]}
    renamed["claims"] = {other[name]: _renamed(data["claims"][name], other) for name in shuffled["claims"]}
    renamed["arguments"] = {other[name]: _renamed(data["arguments"][name], other) for name in shuffled["arguments"]}
    one, two = Case(data, set(), set()), Case(renamed, set(), set())
    found = [
        {
            tuple(labels[case.framework.numbers[name]] for name in order)
            for labels in case.labellings(semantics).labellings
        }
        for case, order in ((one, names), (two, [other[name] for name in names]))
    ]
    assert found[0] == found[1]


def _renamed(fields: Data, other: dict[str, str]) -> Data:
    changed: Data = {key: other[value] for key, value in fields.items() if key in ("supports", "attacks")}
    changed |= {key: [other[name] for name in fields[key]] for key in ("premises", "contradicts") if key in fields}
    return {**fields, **changed}


@given(maps(8, 14))
def test_a_cut_leaves_no_circle(data: Data) -> None:
    conditions = rest_of(compile_map(Map.model_validate(data))).conditions
    cut = cut_of(conditions)
    assert cut is not None
    rest = {node: condition.needs - set(cut) for node, condition in conditions.items() if node not in cut}
    assert all(len(knot) == 1 and knot[0] not in rest[knot[0]] for knot in strongly_connected(rest))
