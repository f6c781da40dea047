"""What holds in all preferred labellings of a part that takes a solver, without listing them.

A label holds in all of them just if every complete labelling can be extended to one in which it holds. Two admissible
labellings that disagree nowhere can be joined. So a *witness*, an admissible labelling in which the label holds, speaks
for all labellings that disagree nowhere with it; it is enough to look at those that disagree with every witness known.
Source for attacks: Thimm, Cerutti and Vallati, Skeptical Reasoning with Preferred Semantics in Abstract Argumentation
without Computing Preferred Extensions, IJCAI (2021), from memory.
"""

from __future__ import annotations

from coldwater.semantics.grounded import IN, OUT
from coldwater.semantics.solver import literals_of, opposite, place_and_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from coldwater.semantics.solver import Search


def sceptical(search: Search, some: bytes, candidates: Iterable[int]) -> Iterator[int]:
    """Give of the candidates, which are literals as in ``Search``, those true in all preferred labellings, as found.

    ``some``: a complete labelling. Raises OutOfTimeError.
    """
    labels = search.grown(some)
    left = set(candidates).intersection(literals_of(labels))
    proven: list[int] = []
    while left:
        literal = min(left)
        counterexample = _counterexample(search, literal, labels)
        if counterexample is not None:
            left.intersection_update(literals_of(counterexample))
            continue
        proven.append(literal)
        found = left.intersection(search.implied(proven))
        found.add(literal)
        left -= found
        yield from sorted(found)


def _counterexample(search: Search, literal: int, labels: bytes) -> bytes | None:
    """Give a preferred labelling in which a literal is not true that is true in ``labels``; None if there is none."""
    off = search.new_literal()
    witnesses = [_ground(search, [literal], labels)]
    while True:
        search.add([off, *map(opposite, witnesses[-1])])
        rival = search.find([-off])
        if rival is None:
            search.add([off])
            return None
        held = set(literals_of(rival))
        roots = [next(other for other in map(opposite, witness) if other in held) for witness in witnesses]
        kept = _ground(search, roots, rival)
        extended = search.find([literal, *kept])
        if extended is None:
            search.add([off])
            return search.grown(rival)
        witnesses.append(_ground(search, [literal], extended))


def _ground(search: Search, roots: Iterable[int], labels: bytes) -> list[int]:
    """Give an admissible part of a complete labelling: some literals true in it, and those that they are true for."""
    found = dict.fromkeys(roots)
    waiting = list(found)
    while waiting:
        for reason in _reasons(search, waiting.pop(), labels, found):
            if reason not in found:
                found[reason] = None
                waiting.append(reason)
    return sorted(found)


def _reasons(search: Search, literal: int, labels: bytes, preferred: Container[int]) -> list[int]:
    """Give literals true in a complete labelling that make a literal true, one way or another."""
    places, condition = search.places, search.conditions[place_and_label(literal)[0]]
    standing = [2 * places[con] + IN for con in condition.cons]
    if literal % 2 == IN:
        for pros, at in condition.ways_in:
            ways = [*(2 * places[pro] + IN for pro in pros), *map(opposite, standing[at:])]
            if all(_is_true(way, labels) for way in ways):
                return ways
    reasons, open_from = [], -1
    for pros, at in condition.ways_to_hold:
        fallen = [2 * places[pro] + OUT for pro in pros if labels[places[pro]] == OUT]
        if fallen:
            reasons.append(fallen[0])
        else:
            open_from = max(open_from, at)
    if open_from >= 0:
        standing = [con for con in standing[open_from:] if _is_true(con, labels)]
        reasons.append(next((con for con in standing if con in preferred), standing[0]))
    return reasons


def _is_true(literal: int, labels: bytes) -> bool:
    place, label = place_and_label(literal)
    return labels[place] == label
