"""Makes frameworks of arguments that attack each other, of several families. The same seed gives the same everywhere.

Barabási–Albert and Watts–Strogatz graphs are what the competitions of solvers (ICCMA) draw as well. An edge becomes an
attack one way or the other, some become attacks both ways.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Attacks = list[tuple[int, int]]


class Attacked(NamedTuple):
    """So many arguments, from 1 on, and who attacks whom."""

    arguments: int
    attacks: Attacks


def barabasi_albert(arguments: int, seed: int, both_ways: float = 0.3) -> Attacked:
    """Few arguments have many attacks. Each new one is tied to two."""
    graph = nx.barabasi_albert_graph(arguments, 2, seed=seed)
    return Attacked(arguments, _directed(graph.edges, seed, both_ways))


def watts_strogatz(arguments: int, seed: int, both_ways: float = 0.3) -> Attacked:
    """Small worlds: arguments in a ring, each tied to six near ones, three ties in ten moved elsewhere."""
    graph = nx.watts_strogatz_graph(arguments, 6, 0.3, seed=seed)
    return Attacked(arguments, _directed(graph.edges, seed, both_ways))


def sparse(arguments: int, seed: int) -> Attacked:
    """Attacks from anywhere to anywhere, two and a half for each argument."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    pairs = ((chance.randrange(arguments), chance.randrange(arguments)) for _ in range(5 * arguments // 2))
    return Attacked(arguments, _numbered(pairs))


def even_circles(arguments: int, seed: int) -> Attacked:
    """Circles of two, four and six arguments, each attacked from two earlier ones: many ways to see the matter."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    pairs: Attacks = []
    made = 0
    while made + 6 <= arguments:
        circle = range(made, made + chance.choice((2, 4, 6)))
        pairs += zip(circle, [*circle[1:], circle[0]], strict=True)
        pairs += [(chance.randrange(made), chance.choice(circle)) for _ in range(2 if made else 0)]
        made = circle.stop
    return Attacked(arguments, _numbered(pairs))


def blocks(arguments: int, seed: int) -> Attacked:
    """Blocks of twelve, each with two hidden stable sets, one argument in five attacked from another block."""
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    pairs: Attacks = []
    for start in range(0, arguments, 12):
        block = list(range(start, min(start + 12, arguments)))
        chance.shuffle(block)
        one, other = block[: len(block) // 3], block[len(block) // 3 : 2 * len(block) // 3]
        for hidden, rest in ((one, set(block) - set(one)), (other, set(block) - set(other))):
            pairs += [(chance.choice(hidden), node) for node in sorted(rest) for _ in range(2) if hidden]
        pairs += [(chance.randrange(arguments), node) for node in block if chance.random() < 0.2]
    return Attacked(arguments, _numbered(pairs))


#: The families, by the name under which a table shows them.
FAMILIES: dict[str, Callable[[int, int], Attacked]] = {
    "Barabási–Albert": barabasi_albert,
    "Watts–Strogatz": watts_strogatz,
    "sparse": sparse,
    "even circles": even_circles,
    "blocks": blocks,
}


def as_text(attacked: Attacked) -> str:
    """Write a framework as the competitions do: ``p af`` and the number of arguments, then a line for each attack."""
    lines = [f"p af {attacked.arguments}", *(f"{attacker} {target}" for attacker, target in attacked.attacks)]
    return "\n".join(lines) + "\n"


def _directed(edges: Iterable[tuple[int, int]], seed: int, both_ways: float) -> Attacks:
    chance = random.Random(seed)  # noqa: S311 - test data, no secret
    pairs: Attacks = []
    for one, other in edges:
        ways = [(one, other), (other, one)]
        pairs += ways if chance.random() < both_ways else [chance.choice(ways)]
    return _numbered(pairs)


def _numbered(pairs: Iterable[tuple[int, int]]) -> Attacks:
    return sorted({(one + 1, other + 1) for one, other in pairs})
