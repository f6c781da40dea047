"""The order in which a map is read, and what an argument does to its target. Shared by drawing and outline.

Supporters go before attackers, then by strength (strongest first), then as written.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from coldwater.model.graph import Graph

    Doing = Literal["supports", "attacks", "undercuts", "backs"]

Node = tuple[str, str]  # "claim" or "argument", id: a map with mistakes may use an id for both


def relation_of(graph: Graph, name: str) -> Doing:
    """Tell what an argument does to its target, by the words of the drawing."""
    argument = graph.arguments[name]
    if argument.attacks is not None:
        return "undercuts" if graph.is_undercut(name) else "attacks"
    is_backing = argument.supports not in graph.claims and argument.supports in graph.arguments
    return "backs" if is_backing else "supports"


def arguments_for(graph: Graph, target: str) -> list[str]:
    """Give the arguments whose target this is: supporters, then attackers, each by strength, then as written."""

    def weakness(name: str) -> float:
        strength = graph.arguments[name].strength
        return 0.0 if strength is None else 1.0 - strength

    return [*sorted(graph.supporters(target), key=weakness), *sorted(graph.attackers(target), key=weakness)]


def reading_order(graph: Graph) -> list[Node]:
    """Give all claims and arguments, each once: from the thesis down, then from its rivals, then what is not connected.

    Of what is not connected, claims that no argument uses come first, each with what is behind it.
    """
    unused = [name for name in graph.claims if not graph.uses(name)]
    roots: list[Node] = [("claim", name) for name in (*graph.roots, *unused, *graph.claims)]
    roots += [("argument", name) for name in graph.arguments]
    order: dict[Node, None] = {}
    for root in roots:
        waiting = [root] if root[0] == "argument" or root[1] in graph.claims else []
        while waiting:
            node = waiting.pop()
            if node not in order:
                order[node] = None
                waiting.extend(reversed(_below(graph, node)))
    return list(order)


def _below(graph: Graph, node: Node) -> list[Node]:
    sort, name = node
    incoming: list[Node] = [("argument", argument) for argument in arguments_for(graph, name)]
    if sort == "claim":
        return incoming
    premises: list[Node] = [("claim", premise) for premise in graph.premises(name)]
    return premises if name in graph.claims else premises + incoming
