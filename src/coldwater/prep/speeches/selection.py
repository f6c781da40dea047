"""The best choice within a budget, where some things make no sense without another. It knows no map."""

from __future__ import annotations

from array import array
from math import gcd

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Choice(NamedTuple):
    """Something to choose: its cost, at least 1, its worth, at least 0, and the place of what it needs, before it.

    Choices stand in depth-first order: after each all that needs it, then what does not.
    """

    cost: int
    worth: int
    needs: int | None


def choose(choices: Sequence[Choice], budget: int) -> list[int]:
    """Give the places of the choices of most worth that cost no more than the budget together.

    Exact. Of choices worth the same the later ones are left out. Cost: the number of choices times the budget, both
    divided by what the costs have in common; memory eight bytes for each.

    >>> choose([Choice(4, 10, None), Choice(3, 9, 0), Choice(5, 12, None)], 9)
    [0, 2]
    >>> choose([Choice(4, 10, None), Choice(3, 9, 0), Choice(5, 12, None)], 8)
    [0, 1]
    """
    if sum(one.cost for one in choices) <= budget:
        return list(range(len(choices)))
    common = gcd(*(one.cost for one in choices))
    costs, room = [one.cost // common for one in choices], max(budget, 0) // common
    after = _after(choices)
    best = [array("q")] * len(choices) + [array("q", bytes(8 * (room + 1)))]
    for place in range(len(choices) - 1, -1, -1):
        best[place] = _with(costs[place], choices[place].worth, best[place + 1], best[after[place]])
    chosen, place = [], 0
    while place < len(choices):
        if _is_taken(costs[place], choices[place].worth, best, place, room):
            chosen.append(place)
            room -= costs[place]
            place += 1
        else:
            place = after[place]
    return chosen


def _is_taken(cost: int, worth: int, best: Sequence[array[int]], place: int, room: int) -> bool:
    """Tell whether the best there is can be had with a choice."""
    return cost <= room and worth + best[place + 1][room - cost] == best[place][room]


def _with(cost: int, worth: int, taken: array[int], left: array[int]) -> array[int]:
    """Give by room the best worth: with the choice taken, and then what needs it, or with all of that left."""
    if cost >= len(left):
        return left
    return left[:cost] + array("q", map(max, left[cost:], [worth + more for more in taken[: len(left) - cost]]))


def _after(choices: Sequence[Choice]) -> list[int]:
    """Give for each choice the place after all that needs it."""
    after = list(range(1, len(choices) + 1))
    for place in range(len(choices) - 1, -1, -1):
        needed = choices[place].needs
        if needed is not None:
            after[needed] = max(after[needed], after[place])
    return after
