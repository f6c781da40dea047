"""Which sides claims and arguments serve, as the rules about sides see it: arguments first, contradictions after."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.model.graph import Graph

_OTHER_SIDE = {"pro": "con", "con": "pro"}


def find_sides(graph: Graph) -> Mapping[str, frozenset[str]]:
    """Give the sides, "pro" and "con", that each node serves; what is not connected is left out.

    Sides spread from the thesis down the arguments, and every attack turns them. A contradiction gives its claim the
    other side only if no argument has given it one: otherwise three options that exclude each other, or one careless
    contradiction, would put everything on both sides. Time is linear in the size of the map.
    """
    found: dict[str, set[str]] = {}
    seeds = [(graph.map.thesis, "pro")] if graph.map.thesis in graph.claims else []
    while seeds:
        reached: dict[str, None] = {}
        waiting = [(node, side) for node, side in seeds if node not in found]
        while waiting:
            node, side = waiting.pop()
            seen = found.setdefault(node, set())
            if side in seen:
                continue
            seen.add(side)
            reached[node] = None
            waiting.extend((argument, side) for argument in graph.supporters(node))
            waiting.extend((argument, _OTHER_SIDE[side]) for argument in graph.attackers(node))
            if node in graph.arguments:
                waiting.extend((premise, side) for premise in graph.premises(node))
        seeds = [
            (contrary, _OTHER_SIDE[side])
            for node in reached
            for contrary in graph.contraries(node)
            for side in sorted(found[node])
        ]
    return {node: frozenset(sides) for node, sides in found.items()}
