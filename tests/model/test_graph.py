"""The derived graph equals its definition, worked out by brute force on small maps; and is quick on long chains."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings

from coldwater.model import from_accepted_data
from coldwater.model.graph import Graph, strongly_connected
from coldwater.model.models import Map
from strategies import Data, graphs
from work import assert_grows_evenly, ends, examples


def graph_of(data: Data) -> Graph:
    return Graph(from_accepted_data(data))


def claim_text(entry: Any) -> dict[str, Any]:
    return {"text": entry} if isinstance(entry, str) else entry


class ByDefinition:
    """The relations of a map, read off its data without any cleverness."""

    def __init__(self, data: Data) -> None:
        self.claims: dict[str, Any] = data["claims"]
        self.arguments: dict[str, Any] = data["arguments"]
        self.nodes = list(dict.fromkeys([*self.claims, *self.arguments]))
        #: (from, to, whether the side turns): every step that brings a node nearer to the thesis.
        self.steps: set[tuple[str, str, bool]] = set()
        for name, argument in self.arguments.items():
            target = argument.get("supports", argument.get("attacks"))
            if target in self.nodes:
                self.steps.add((name, target, "attacks" in argument))
            self.steps |= {(premise, name, False) for premise in argument["premises"] if premise in self.claims}
        self.contraries: set[tuple[str, str]] = set()
        for name, claim in self.claims.items():
            for other in claim_text(claim).get("contradicts", ()):
                if other in self.claims:
                    self.contraries |= {(name, other), (other, name)}
        self.steps |= {(one, other, True) for one, other in self.contraries}

    def leads_to(self, edges: set[tuple[str, str]]) -> dict[str, set[str]]:
        """Give what each node leads to by one edge or more: Warshall's algorithm."""
        found = {one: {other for start, other in edges if start == one} for one in self.nodes}
        for between in self.nodes:
            for one in self.nodes:
                if between in found[one]:
                    found[one] |= found[between]
        return found

    def components(self, edges: set[tuple[str, str]]) -> set[tuple[str, ...]]:
        """Give the sets of two nodes or more that all lead to each other, each in the order of the file."""
        found = self.leads_to(edges)
        circles = {tuple(o for o in self.nodes if o in found[one] and one in found[o]) for one in self.nodes}
        return {circle for circle in circles if len(circle) > 1}

    def sides(self, thesis: str) -> dict[str, set[str]]:
        """Give the sides of every node: spread them from the thesis until nothing changes."""
        sides: dict[str, set[str]] = {node: set() for node in self.nodes}
        if thesis in self.claims:
            sides[thesis].add("pro")
        other = {"pro": "con", "con": "pro"}
        changed = True
        while changed:
            changed = False
            for one, to, turns in self.steps:
                new = {other[side] for side in sides[to]} if turns else set(sides[to])
                changed |= not new <= sides[one]
                sides[one] |= new
        return sides


@given(graphs())
def test_single_steps(data: Data) -> None:
    graph, truth = graph_of(data), ByDefinition(data)
    for node in truth.nodes:
        for relation, found in (("supports", graph.supporters(node)), ("attacks", graph.attackers(node))):
            assert list(found) == [name for name, step in truth.arguments.items() if step.get(relation) == node]
        assert graph.incoming(node) == graph.supporters(node) + graph.attackers(node)
    for claim in truth.claims:
        assert list(graph.uses(claim)) == [name for name, step in truth.arguments.items() if claim in step["premises"]]
        assert set(graph.contraries(claim)) == {other for one, other in truth.contraries if one == claim}
    for name, step in truth.arguments.items():
        target = step.get("supports", step.get("attacks"))
        assert graph.target(name) == (target if target in truth.nodes else None)
        assert list(graph.premises(name)) == [premise for premise in step["premises"] if premise in truth.claims]
        attacked = step.get("attacks")
        assert graph.is_undercut(name) == (attacked in truth.arguments and attacked not in truth.claims)


@given(graphs())
def test_contraries_are_symmetric_and_in_the_order_of_the_file(data: Data) -> None:
    graph = graph_of(data)
    order = list(data["claims"])
    for claim in order:
        assert list(graph.contraries(claim)) == sorted(graph.contraries(claim), key=order.index)
        assert all(claim in graph.contraries(other) for other in graph.contraries(claim))


@given(graphs())
def test_what_is_behind_a_node_is_what_leads_to_it(data: Data) -> None:
    graph, truth = graph_of(data), ByDefinition(data)
    found = truth.leads_to({(one, to) for one, to, _ in truth.steps})
    for root in [*truth.nodes, "nowhere"]:
        there = {root} & set(truth.nodes)
        assert graph.behind([root]) == there | {node for node in truth.nodes if there & found[node]}
    rivals = [one for one in data.get("rivals", ()) if one in truth.claims and one != data["thesis"]]
    assert graph.connected == graph.behind([data["thesis"], *rivals])
    assert list(graph.rivals) == rivals
    assert graph.behind(truth.nodes) == set(truth.nodes)
    assert graph.behind([]) == frozenset()


@given(graphs())
def test_above_and_behind_are_inverse(data: Data) -> None:
    graph = graph_of(data)
    for node in graph.arguments:
        if node not in graph.claims:
            assert all(node in graph.behind([above]) for above in graph.above(node))
    for claim in graph.claims:
        assert set(graph.above(claim)) == set(graph.uses(claim)) | set(graph.contraries(claim))


@given(graphs())
def test_sides_are_the_parities_of_attacks_on_the_ways_to_the_thesis(data: Data) -> None:
    graph, truth = graph_of(data), ByDefinition(data)
    sides = truth.sides(data["thesis"])
    assert {node: set(graph.sides(node)) for node in truth.nodes} == sides
    assert graph.sides("nowhere") == frozenset()


@given(graphs())
def test_circles_are_what_leads_to_itself(data: Data) -> None:
    graph, truth = graph_of(data), ByDefinition(data)
    edges = {(one, to) for one, to, _ in truth.steps if (one, to) not in truth.contraries or to in truth.arguments}
    rank = truth.nodes.index
    assert list(graph.circles()) == sorted(truth.components(edges), key=lambda circle: rank(circle[0]))


@given(graphs())
def test_circles_of_supports_follow_supports_only(data: Data) -> None:
    data["claims"] = {name: claim for name, claim in data["claims"].items() if name not in data["arguments"]}
    graph, truth = graph_of(data), ByDefinition(data)
    supporting = {name for name, step in truth.arguments.items() if "supports" in step}
    for without in (frozenset[str](), frozenset(list(supporting)[:1])):
        allowed = {name: truth.arguments[name] for name in supporting - without}
        edges = {(premise, name) for name, step in allowed.items() for premise in step["premises"]}
        edges |= {(name, step["supports"]) for name, step in allowed.items()}
        edges = {(one, to) for one, to in edges if one in truth.nodes and to in truth.nodes}
        rank = truth.nodes.index
        expected = sorted(truth.components(edges), key=lambda circle: rank(circle[0]))
        assert list(graph.support_circles(without)) == expected


@given(graphs(size=8))
def test_components_come_after_what_they_lead_to(data: Data) -> None:
    truth = ByDefinition(data)
    edges = {node: [to for one, to, _ in sorted(truth.steps) if one == node] for node in truth.nodes}
    components = strongly_connected(edges)
    assert sorted(node for component in components for node in component) == sorted(truth.nodes)
    seen: set[str] = set()
    for component in components:
        seen |= set(component)
        assert all(to in seen for node in component for to in edges[node])


@given(graphs())
def test_leaves_are_the_claims_that_nothing_supports(data: Data) -> None:
    supported = {step.get("supports") for step in data["arguments"].values()}
    assert list(graph_of(data).leaves) == [claim for claim in data["claims"] if claim not in supported]


@given(graphs())
def test_the_reading_order_has_every_node_once_and_the_thesis_first(data: Data) -> None:
    graph, truth = graph_of(data), ByDefinition(data)
    assert sorted(graph.reading_order) == sorted(truth.nodes)
    if data["thesis"] in truth.nodes:
        assert graph.reading_order[0] == data["thesis"]


def test_the_reading_order_goes_down_supporters_first() -> None:
    arguments = {
        "con": {"premises": ["c"], "attacks": "t"},
        "pro": {"premises": ["b", "a"], "supports": "t"},
        "cut": {"premises": ["d"], "attacks": "pro"},
    }
    claims = {name: f"Claim {name}." for name in ("lone", "a", "b", "c", "d", "t")}
    graph = graph_of({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})
    assert graph.reading_order == ("t", "pro", "b", "a", "cut", "d", "con", "c", "lone")


@settings(max_examples=examples(10))
@given(graphs())
def test_a_graph_of_models_is_the_graph_of_their_twins(data: Data) -> None:
    one, other = graph_of(data), Graph(Map.model_validate(data))
    assert one.reading_order == other.reading_order
    assert one.circles() == other.circles()
    assert [one.sides(node) for node in one.reading_order] == [other.sides(node) for node in other.reading_order]


# --- long chains ------------------------------------------------------------------------------------------------

LENGTH = 20_000
NAMES = [f"c{number}" for number in range(LENGTH + 1)]


def chain(closed: bool, length: int = LENGTH) -> Graph:
    """Give a chain of so many arguments down from the thesis; closed, the last claim rests on the thesis again."""
    names = NAMES[: length + 1]
    arguments = {f"a{upper}": {"premises": [lower], "supports": upper} for upper, lower in pairwise(names)}
    if closed:
        arguments["back"] = {"premises": [names[0]], "supports": names[-1]}
    claims = dict.fromkeys(names, "A claim.")
    return graph_of({"argmap": 1, "title": "T", "thesis": "c0", "claims": claims, "arguments": arguments})


@pytest.fixture(scope="module")
def long_chain() -> Graph:
    return chain(closed=False)


@pytest.fixture(scope="module")
def long_circle() -> Graph:
    return chain(closed=True)


WALKS: dict[str, Callable[[Graph], Any]] = {
    "connected": lambda graph: len(graph.connected),
    "reading_order": lambda graph: len(graph.reading_order),
    "sides": lambda graph: sum(graph.sides(node) == {"pro"} for node in graph.reading_order),
}


@pytest.mark.parametrize("closed", [False, True], ids=["chain", "circle"])
@pytest.mark.parametrize("walk", [*WALKS.values(), Graph.circles, Graph.support_circles, lambda graph: graph.leaves])
def test_a_walk_goes_over_nothing_twice(walk: Callable[[Graph], Any], closed: bool) -> None:
    assert_grows_evenly(lambda length: partial(walk, chain(closed, length)), 500)


@pytest.mark.parametrize("walk", WALKS)
def test_walks_reach_the_end_of_a_chain_of_20_000_arguments(long_chain: Graph, walk: str) -> None:
    with ends():
        assert WALKS[walk](long_chain) == 2 * LENGTH + 1


def test_a_long_chain_has_one_leaf_and_no_circle(long_chain: Graph) -> None:
    with ends():
        assert long_chain.leaves == (NAMES[-1],)
        assert long_chain.circles() == long_chain.support_circles() == ()


def test_a_long_circle_is_one_circle(long_circle: Graph) -> None:
    with ends():
        (circle,) = long_circle.support_circles()
        assert (circle,) == long_circle.circles()
        assert circle[: LENGTH + 1] == tuple(NAMES)
        assert len(circle) == 2 * LENGTH + 2
