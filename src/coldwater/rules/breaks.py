"""Where chains of arguments end without reaching the thesis: one break for each dead end."""

from __future__ import annotations

from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple
from coldwater.rules.routes import round_trip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.graph import Graph
    from coldwater.rules.subject import Subject

#: Counting what hangs on a dead end stops here: dead ends may share all of it.
COUNT_LIMIT = 100


class Break(NamedTuple):
    """A dead end: a claim that serves nothing, with the arguments that reach it, or a circle of arguments.

    ``contrary`` is a claim it contradicts, just as unconnected. ``circle`` begins with an argument and is empty for a
    dead end. ``hanging`` counts the claims behind it, up to ``COUNT_LIMIT``.
    """

    claim: str | None
    reached_by: tuple[str, ...]
    contrary: str | None
    circle: tuple[str, ...]
    hanging: int


def find_breaks(subject: Subject) -> Iterator[Break]:
    """Find the dead ends among what is not connected, in the order of the file."""
    graph, connected = subject.graph, subject.connected
    rank = {node: number for number, node in enumerate((*subject.map.claims, *subject.map.arguments))}
    edges = {node: graph.above(node) for node in rank if node not in connected}
    reported = subject.support_knots.keys() | subject.self_defeating
    ends = [sorted(component, key=rank.__getitem__) for component in _sinks(edges)]
    for end in sorted(ends, key=lambda component: rank[component[0]]):
        if reported.isdisjoint(end):
            yield _describe(subject, end, rank)


def _sinks(edges: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Give the strongly connected components that lead nowhere else."""
    for component in strongly_connected(edges):
        inside = set(component)
        if all(successor in inside for node in component for successor in edges[node]):
            yield component


def _describe(subject: Subject, end: list[str], rank: dict[str, int]) -> Break:
    graph = subject.graph
    steps = {node: subject.steps_up(node) for node in end}
    for component in strongly_connected(steps):
        if len(component) > 1:
            inside = set(component)
            start = min(inside & graph.arguments.keys(), key=rank.__getitem__)
            circle = round_trip(start, inside, steps.__getitem__)
            return Break(None, (), None, circle, _hanging(graph, set(end)))
    idle = [node for node in end if not steps[node]]
    claim = next((node for node in idle if graph.incoming(node)), idle[0])
    contrary = next((other for other in graph.contraries(claim) if other != claim), None)
    reached_by = sorted(graph.incoming(claim), key=rank.__getitem__)
    return Break(claim, tuple(reached_by), contrary, (), _hanging(graph, {claim}))


def _hanging(graph: Graph, roots: set[str]) -> int:
    """Count the claims behind these nodes, not counting themselves."""
    seen, waiting, count = set(roots), list(roots), 0
    while waiting and count < COUNT_LIMIT:
        node = waiting.pop()
        for lower in (*graph.incoming(node), *(graph.premises(node) if node in graph.arguments else ())):
            if lower not in seen:
                seen.add(lower)
                waiting.append(lower)
                count += lower in graph.claims
    return min(count, COUNT_LIMIT)
