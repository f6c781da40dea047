"""Arguments put together as a debater counts them: each head with the arguments behind it that only hold it up."""

from __future__ import annotations

from coldwater.model.graph import SIDES
from coldwater.prep.material.stock_words import FIRST, words_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.preparation import Preparation


class Contention(NamedTuple):
    """An argument, and those of the same list that support what it rests on, from near to far."""

    head: int
    behind: tuple[int, ...]


def contentions(prep: Preparation, arguments: Sequence[int]) -> list[Contention]:
    """Put a list of arguments together, in its order; each is in one contention only, as head or behind one.

    Where arguments of the list hold each other up in a circle, the first of them is a head. Cost: linear.
    """
    listed, taken = set(arguments), set[int]()
    place = {node: number for number, node in enumerate(arguments)}
    found: list[Contention] = []
    for root in sorted(arguments, key=lambda node: _serves(prep, node, listed)):
        if root in taken:
            continue
        taken.add(root)
        line = [root]
        for node in line:
            below = [one for one in _supporting(prep, node) if one in listed and one not in taken]
            taken.update(below)
            line += sorted(set(below), key=place.__getitem__)
        found.append(Contention(root, tuple(line[1:])))
    return sorted(found, key=lambda one: place[one.head])


def case_of(prep: Preparation) -> list[Contention]:
    """Give the side's contentions that are directed at the thesis, or speak for what contradicts it; by load."""
    return [one for one in contentions(prep, prep.own) if prep.graph.target(prep.names[one.head]) in prep.aims]


def heads_of(prep: Preparation, side: Side) -> list[int]:
    """Give what a side says on the thesis itself, ranked: arguments, and for con claims that contradict it.

    What the others are judged by comes before them, whatever bears most: a framework, a value with its criterion.
    """
    graph, thesis = prep.graph, prep.map.thesis
    names = graph.supporters(thesis) if side == SIDES[0] else (*graph.attackers(thesis), *graph.contraries(thesis))
    ranked = prep.ranked(prep.numbers[name] for name in names)
    return sorted(ranked, key=lambda node: not comes_first(prep, node))


def comes_first(prep: Preparation, node: int) -> bool:
    """Tell whether a contention comes before the others: a framework, or a value with its criterion, by its tags."""
    name = prep.names[node]
    argument = prep.graph.arguments.get(name)
    claims = (name,) if argument is None else argument.premises
    tags = [
        *(() if argument is None else argument.tags),
        *(tag for one in claims for tag in prep.graph.claims[one].tags),
    ]
    return any(word in FIRST for word in words_of(tags))


def _serves(prep: Preparation, node: int, listed: set[int]) -> bool:
    """Tell whether an argument supports something that an argument of the list rests on."""
    supported = prep.graph.arguments[prep.names[node]].supports
    if supported is None:
        return False
    return any(prep.numbers[one] in listed for one in (supported, *prep.graph.uses(supported)))


def _supporting(prep: Preparation, node: int) -> list[int]:
    """Give the arguments that support a premise of an argument, or back its step."""
    name = prep.names[node]
    held_up = (*prep.graph.premises(name), name)
    return [prep.numbers[supporter] for one in held_up for supporter in prep.graph.supporters(one)]
