"""Ways round a circle, so that a message can name it in order."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def round_trip(start: str, inside: set[str], successors: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Give a shortest way from a node back to itself that stays inside; the start stands first and is not repeated.

    ``inside`` is strongly connected and holds the start. Time is linear in the edges inside.

    >>> round_trip("a", {"a", "b", "c"}, {"a": "b", "b": "ca", "c": "a"}.__getitem__)
    ('a', 'b')
    """
    came_from: dict[str, str] = {}
    layer = [start]
    while layer:
        following: list[str] = []
        for node in layer:
            for successor in successors(node):
                if successor == start:
                    return _back(node, start, came_from)
                if successor in inside and successor not in came_from:
                    came_from[successor] = node
                    following.append(successor)
        layer = following
    return (start,)


def _back(node: str, start: str, came_from: dict[str, str]) -> tuple[str, ...]:
    way = []
    while node != start:
        way.append(node)
        node = came_from[node]
    return (start, *reversed(way))
