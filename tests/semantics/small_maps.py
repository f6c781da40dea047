"""All small maps, by family: every way to connect up to 3 claims and 3 arguments, with all that bears on a verdict.

A *structure* says, for each argument, its premises (any non-empty set of the claims), its relation (support or attack)
and its target (any claim or argument, itself too). There are 84^3 of them with 3 claims and 3 arguments, and 21,549
in all that differ by more than the names: of the structures that renaming claims and renaming arguments turn into each
other, one is kept (the first in order). A family gives every kept structure every decoration of its kind. That is
complete up to renaming: whatever map has that kind of decoration, renaming turns its structure into a kept one, and the
decorations of that were all tried.

The families cross what can meet. A standard and strengths are read only where a pro and a con have the same target, so
strengths are varied on such structures only. Under preponderance nothing but the order of three strengths matters, so
thirteen triples give all cases; for the stricter standards two arguments take all pairs of tenths. Statuses and
contradictions are tried in full with up to 2 arguments, and together on up to 2 claims; with 3 arguments, and
together on 3 claims, only when asked for (``FULL``).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, combinations_with_replacement, permutations, product
from typing import Any

from strategies import STANDARDS

#: Set COLDWATER_ALL_MAPS to anything to try the large families as well.
FULL = bool(os.environ.get("COLDWATER_ALL_MAPS"))

Data = dict[str, Any]
#: Premises (numbers of claims), relation, target (number of a claim, or of an argument, counted on from the claims).
Step = tuple[tuple[int, ...], str, int]
Structure = tuple[Step, ...]
Family = Callable[[], Iterator[Data]]

SIZES = tuple(product((1, 2, 3), (0, 1, 2, 3)))
STATUSES = (None, "accepted", "rejected", "open")
TENTHS = tuple(number / 10 for number in range(11))
#: The 13 orders of three strengths: of all that use the lower of three levels first, each once.
ORDERS = tuple(
    tuple((0.3, 0.6, 0.9)[rank] for rank in ranks)
    for ranks in product(range(3), repeat=3)
    if set(ranks) == set(range(len(set(ranks))))
)


@cache  # several families are made of the same ones
def structures(claims: int, arguments: int) -> tuple[Structure, ...]:
    """Give every structure of so many claims and arguments, one of all that renaming makes the same."""
    return tuple(_structures(claims, arguments))


def _structures(claims: int, arguments: int) -> Iterator[Structure]:
    every = _steps(claims, arguments)
    renamings = list(_renamings(every, claims, arguments))
    seen: set[tuple[int, ...]] = set()
    for chosen in product(range(len(every)), repeat=arguments):
        if chosen not in seen:
            for places, renamed in renamings:
                image = [0] * arguments
                for place, step in zip(places, chosen, strict=True):
                    image[place] = renamed[step]
                seen.add(tuple(image))
            yield tuple(every[step] for step in chosen)


def _steps(claims: int, arguments: int) -> list[Step]:
    premises = [some for size in range(1, claims + 1) for some in combinations(range(claims), size)]
    return list(product(premises, ("supports", "attacks"), range(claims + arguments)))


def _renamings(every: list[Step], claims: int, arguments: int) -> Iterator[tuple[tuple[int, ...], list[int]]]:
    """Give for each renaming where it puts each argument, and what it makes of each step."""
    numbers = {step: number for number, step in enumerate(every)}
    for names, places in product(permutations(range(claims)), permutations(range(arguments))):
        node = [*names, *(claims + place for place in places)]
        renamed = [
            numbers[tuple(sorted(names[premise] for premise in premises)), relation, node[target]]
            for premises, relation, target in every
        ]
        yield places, renamed


def is_contested(structure: Structure) -> bool:
    """Tell whether a pro and a con have the same target, so that a standard and strengths may count."""
    relations: dict[int, set[str]] = {}
    for _, relation, target in structure:
        relations.setdefault(target, set()).add(relation)
    return any(len(found) == 2 for found in relations.values())


def written(claims: int, structure: Structure, **fields: Any) -> Data:
    """Give the data of a map with this structure; ``fields`` are the document's."""
    names = [f"c{number}" for number in range(claims)] + [f"a{number}" for number in range(len(structure))]
    steps: Data = {
        names[claims + number]: {"premises": [names[premise] for premise in premises], relation: names[target]}
        for number, (premises, relation, target) in enumerate(structure)
    }
    texts: Data = {name: {"text": "A claim."} for name in names[:claims]}
    return {"argmap": 1, "title": "T", "thesis": "c0", "claims": texts, "arguments": steps, **fields}


# --- the families -----------------------------------------------------------------------------------------------


def plain() -> Iterator[Data]:
    """Every structure of up to 3 claims and 3 arguments, under each standard that differs at equal strengths."""
    for claims, arguments in SIZES:
        for structure in structures(claims, arguments):
            for standard in ("preponderance", "scintilla", "dialectical-validity"):
                yield written(claims, structure, standard=standard)


def with_statuses() -> Iterator[Data]:
    """Every status of every claim; up to 3 claims and 2 arguments (FULL: 3)."""
    for claims, structure in _up_to(3 if FULL else 2):
        for statuses in product(STATUSES, repeat=claims):
            yield _with(written(claims, structure), statuses, ())


def with_contradictions() -> Iterator[Data]:
    """Every set of contradictions, of a claim with itself too; up to 3 claims and 2 arguments (FULL: 3)."""
    for claims, structure in _up_to(3 if FULL else 2):
        for pairs in _rivalries(claims):
            yield _with(written(claims, structure), (), pairs)


def with_statuses_and_contradictions() -> Iterator[Data]:
    """Every status of every claim and every set of contradictions; up to 2 claims and 2 arguments (FULL: 3 and 2)."""
    for claims, structure in _up_to(2, 3 if FULL else 2):
        for statuses, pairs in product(product(STATUSES, repeat=claims), _rivalries(claims)):
            yield _with(written(claims, structure), statuses, pairs)


def weighed_by_two() -> Iterator[Data]:
    """Two arguments for and against one target, up to 3 claims: every pair of tenths, every standard."""
    for claims, structure in _up_to(2):
        if len(structure) == 2 and is_contested(structure):
            for standard, strengths in product(STANDARDS, product(TENTHS, repeat=2)):
                yield _weighed(written(claims, structure, standard=standard), strengths)


def weighed_by_three() -> Iterator[Data]:
    """Three arguments, some for and some against one target, up to 3 claims: every order of strengths, ties included.

    FULL: four levels on different sides of the usual parameters, under four standards.
    """
    standards = STANDARDS[:4] if FULL else ("preponderance",)
    levels = list(product((0.1, 0.4, 0.6, 1), repeat=3)) if FULL else ORDERS
    for claims, structure in _up_to(3):
        if len(structure) == 3 and is_contested(structure):
            for standard, strengths in product(standards, levels):
                yield _weighed(written(claims, structure, standard=standard), strengths)


FAMILIES: dict[str, Family] = {
    family.__name__: family
    for family in (
        plain, with_statuses, with_contradictions, with_statuses_and_contradictions, weighed_by_two, weighed_by_three,
    )
}  # fmt: skip


def _up_to(most_arguments: int, most_claims: int = 3) -> Iterator[tuple[int, Structure]]:
    for claims, arguments in SIZES:
        if claims <= most_claims and arguments <= most_arguments:
            for structure in structures(claims, arguments):
                yield claims, structure


def _rivalries(claims: int) -> Iterator[tuple[tuple[int, int], ...]]:
    pairs = list(combinations_with_replacement(range(claims), 2))
    for chosen in product((False, True), repeat=len(pairs)):
        yield tuple(pair for pair, taken in zip(pairs, chosen, strict=True) if taken)


def _with(data: Data, statuses: tuple[str | None, ...], pairs: tuple[tuple[int, int], ...]) -> Data:
    for claim, status in zip(data["claims"].values(), statuses, strict=False):
        if status is not None:
            claim["status"] = status
    for one, other in pairs:
        data["claims"][f"c{one}"].setdefault("contradicts", []).append(f"c{other}")
    return data


def _weighed(data: Data, strengths: tuple[float, ...]) -> Data:
    for argument, strength in zip(data["arguments"].values(), strengths, strict=True):
        argument["strength"] = strength
    return data
