"""Which sides claims and arguments serve, as the rules about sides see it: arguments first, contradictions after."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from coldwater.model.graph import Graph

_OTHER_SIDE = {"pro": "con", "con": "pro"}


#: So many times the size of a map is walked for its theses one by one, whatever they share.
_WALKS = 8


def sides_by_thesis(graph: Graph) -> Iterator[tuple[str, Mapping[str, frozenset[str]]]]:
    """Give by thesis the sides that each node serves there; a claim for one thesis may well be against another.

    Of very many theses that share what they rest on, the later ones are given only what no earlier one was: time stays
    linear in the size of the map.
    """
    room = _WALKS * (len(graph.claims) + len(graph.arguments))
    given: set[str] = set()
    for thesis in graph.map.theses:
        sides = find_sides(graph, thesis, frozenset() if room > 0 else given)
        room -= len(sides)
        given.update(sides)
        yield thesis, sides


def find_sides(graph: Graph, thesis: str, without: AbstractSet[str] = frozenset()) -> Mapping[str, frozenset[str]]:
    """Give the sides of a thesis, "pro" and "con", that each node serves; what is not connected is left out.

    Sides spread from the thesis down the arguments, and every attack turns them. A contradiction gives its claim the
    other side only if no argument has given it one: otherwise three options that exclude each other, or one careless
    contradiction, would put everything on both sides. Time is linear in the size of the map.
    """
    found: dict[str, set[str]] = {}
    seeds = [(thesis, "pro")] if thesis in graph.claims else []
    while seeds:
        reached: dict[str, None] = {}
        waiting = [(node, side) for node, side in seeds if node not in found]
        while waiting:
            node, side = waiting.pop()
            if node in without:
                continue
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
