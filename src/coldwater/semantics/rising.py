"""Numbers that rise along a circle as far as they must: each the greatest, or the least, of those it comes from."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def risen(
    least: Mapping[int, float], most: Mapping[int, float], sources: Mapping[int, Sequence[int]]
) -> dict[int, float]:
    """Give by node the least numbers that will do.

    ``least``: by node what it has at least, whatever becomes of the others. ``sources``: the nodes it comes from. A
    node in ``most`` has the least number among these, but never more than it says there; any other has the greatest.
    The greatest number is settled first, and each node once. Cost: n log n in nodes and sources.
    Source: Knuth, A Generalization of Dijkstra's Algorithm (1977), with the greatest first. From memory.

    >>> risen({1: 0.2, 2: 0.1, 3: 0.1}, {2: 0.8, 3: 1.0}, {1: [3], 2: [1], 3: [2]})
    {1: 0.2, 2: 0.2, 3: 0.2}
    """
    above: dict[int, list[int]] = {node: [] for node in least}
    for node, below in sources.items():
        for one in below:
            above[one].append(node)
    missing = {node: len(sources[node]) for node in most}
    waiting = [(-number, node) for node, number in least.items()]
    waiting += [(-number, node) for node, number in most.items() if not missing[node]]
    heapify(waiting)
    found = dict.fromkeys(least, -1.0)
    while waiting:
        number, node = heappop(waiting)
        if found[node] >= 0:
            continue
        found[node] = -number
        for one in above[node]:
            if one not in most:
                heappush(waiting, (number, one))
                continue
            missing[one] -= 1
            if not missing[one]:
                heappush(waiting, (max(number, -most[one]), one))
    return found
