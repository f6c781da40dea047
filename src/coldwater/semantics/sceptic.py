"""What holds in all preferred labellings of a part that takes a solver, without listing them.

A second search is taught what preferred labellings have in common, lemma by lemma. Where a complete labelling can be
extended by some decisions, what they rest on is a lemma: a labelling that decides this, and nothing against these
decisions, makes them as well if it is preferred, since otherwise it could be extended. A label holds in all preferred
labellings if the second search knows of none without it. Until then, each labelling that it comes up with either
extends to a preferred one without the label, or can be extended by it, which teaches a lemma that rules it out.

The loop is that of Dvořák, Järvisalo, Wallner and Woltran, Artificial Intelligence 206 (2014), from memory, who rule
out all that is below a labelling found. A lemma says less than a labelling, and so rules out much more.
"""

from __future__ import annotations

from coldwater.semantics.grounded import IN, OUT
from coldwater.semantics.solver import Search, literals_of, opposite, place_and_label

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator


def sceptical(search: Search, some: bytes, candidates: Iterable[int]) -> Iterator[int]:
    """Give of the candidates, which are literals as in ``Search``, those true in all preferred labellings, as found.

    ``some``: a complete labelling. Raises OutOfTimeError.
    """
    left = set(candidates)
    if not left:
        return
    left.intersection_update(literals_of(search.grown(some)))
    taught = Search(search.part, search.semantics, search.deadline)
    while left:
        literal = min(left)
        other = _without(search, taught, literal)
        if other is not None:
            left.intersection_update(literals_of(other))
        else:
            left.remove(literal)
            taught.add([literal])
            yield literal


def _without(search: Search, taught: Search, literal: int) -> bytes | None:
    """Give a preferred labelling in which a literal is not true; None if there is none."""
    while (labels := taught.find([-literal])) is not None:
        held = literals_of(labels)
        labels = search.grown(labels, [-literal])
        _teach(taught, held, labels)
        held = literals_of(labels)
        extended = search.find([literal, *held])
        if extended is None:
            break
        _teach(taught, held, extended)
    return labels


def _teach(taught: Search, held: Iterable[int], extended: bytes) -> None:
    """Add lemmas: ``extended`` decides more than what a complete labelling held, and for each decision why."""
    held = frozenset(held)
    known = set(held)
    for literal in literals_of(extended):
        if literal not in known:
            ground, added = _grounds(taught, literal, held, extended)
            known |= added
            applies = -taught.new_literal()
            taught.add([applies, *(-reason for reason in sorted(ground)), *map(opposite, sorted(added))])
            for decided in sorted(added):
                taught.add([-applies, decided])


def _grounds(search: Search, literal: int, held: Container[int], extended: bytes) -> tuple[set[int], set[int]]:
    """Give what has to be decided for a literal to be true, from what is held and besides."""
    ground, added, waiting = set[int](), {literal}, [literal]
    while waiting:
        search.look_at_the_clock()
        for reason in _reasons(search, waiting.pop(), extended, held):
            if reason in held:
                ground.add(reason)
            elif reason not in added:
                added.add(reason)
                waiting.append(reason)
    return ground, added


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
