"""Maps with all that bears on grounds and force: all small ones by family, and random ones.

A structure is one of ``small_maps``, one of all that renaming makes the same; a family gives every structure it names
every decoration of its kind. They are many: a plain run tries an even share of each family, one in ``STRIDES``; all are
tried when asked for (``COLDWATER_ALL_MAPS``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from random import Random
from typing import Any

from strategies import STANDARDS

from .random_maps import STRENGTHS, random_map
from .small_maps import FULL, STATUSES, TENTHS, Family, Structure, structures, written

Data = dict[str, Any]
WEIGHINGS = ("weakest-link", "last-link")
#: Two levels of force, on both sides of one half; and three, with one half itself.
TWO, THREE = (0.2, 0.8), (0.3, 0.5, 0.9)
#: What may be stated of a claim beside its status.
BARE: Data = {}
SOURCED: Data = {"kind": "fact", "cites": [{"source": "s"}]}
SAID: Data = {"kind": "value", "cites": [{"source": "s"}]}
GROUNDS = (BARE, {"credence": 0.2}, {"credence": 0.8}, SOURCED, {**SOURCED, "credence": 0.2}, {"kind": "fact"}, SAID)


def two_levels() -> Iterator[Data]:
    """Up to 2 claims and 2 arguments: every credence and every strength, none or one of two levels."""
    for claims, arguments in product((1, 2), (0, 1, 2)):
        for structure in structures(claims, arguments):
            for credences, strengths in product(_numbers(TWO, claims), _numbers(TWO, arguments)):
                yield _numbered(written(claims, structure), credences, strengths)


def grounds() -> Iterator[Data]:
    """Up to 2 claims and 1 argument: every kind of ground, every status, with and without a contradiction."""
    for claims, arguments in product((1, 2), (0, 1)):
        for structure in structures(claims, arguments):
            for stated, statuses, is_contrary, strength in product(
                product(GROUNDS, repeat=claims), product(STATUSES, repeat=claims), (False, True), (None, 0, 0.5)
            ):
                data = written(claims, structure)
                for name, fields, status in zip(data["claims"], stated, statuses, strict=True):
                    data["claims"][name].update(fields)
                    if status:
                        data["claims"][name]["status"] = status
                if is_contrary:
                    data["claims"]["c0"]["contradicts"] = [f"c{claims - 1}"]
                yield _numbered(data, (), (strength,) * arguments)


def contradictions() -> Iterator[Data]:
    """2 claims and 2 arguments, 3 and 1: one claim contradicts the next, with grounds of several forces."""
    for claims, arguments in ((2, 2), (3, 1)):
        for structure in structures(claims, arguments):
            for stated in product((BARE, {"credence": 0.5}, SOURCED, {"status": "open"}), repeat=claims):
                data = written(claims, structure)
                for name, fields in zip(data["claims"], stated, strict=True):
                    data["claims"][name] |= fields
                data["claims"]["c0"]["contradicts"] = ["c1"]
                yield data


def undercuts() -> Iterator[Data]:
    """2 claims and 3 arguments, some about arguments: every strength, none or one of two levels."""
    for structure in structures(2, 3):
        if any(target >= 2 for _, _, target in structure):
            for strengths in _numbers(TWO, 3):
                yield _numbered(written(2, structure), (), strengths)


def linked() -> Iterator[Data]:
    """3 claims and 2 arguments, with linked premises: every credence, none or one of two levels."""
    for structure in structures(3, 2):
        if any(len(premises) > 1 for premises, _, _ in structure):
            for credences in _numbers(TWO, 3):
                yield _numbered(written(3, structure), credences, (0.5, None))


def circles() -> Iterator[Data]:
    """Up to 2 claims and 3 arguments with a circle of supports: strengths of three levels, a ground, an open claim."""
    for claims, arguments in ((1, 1), (1, 2), (1, 3), (2, 2), (2, 3)):
        for structure in structures(claims, arguments):
            if _has_circle_of_supports(structure, claims):
                yield from _circling(claims, structure)


def wide_circles() -> Iterator[Data]:
    """3 claims and 3 arguments about claims with a circle of supports: a fifth of such structures (all: each)."""
    for structure in structures(3, 3)[:: 1 if FULL else 5]:
        if all(target < 3 for _, _, target in structure) and _has_circle_of_supports(structure, 3):
            yield from _circling(3, structure)


def _circling(claims: int, structure: Structure) -> Iterator[Data]:
    levels = product(THREE, repeat=len(structure))
    for strengths, credence, status in product(levels, (None, 0.2, 0.6), (None, "open")):
        data = _numbered(written(claims, structure), (credence,), strengths)
        data["claims"]["c0"] |= {"status": status} if status else {}
        yield data


def intervals() -> Iterator[Data]:
    """Claims with a sure pro and one that may yet count, whose force bears on another claim, in three ways.

    So the force of what stands is not known: it is at least that of the sure pro. Strengths of four levels.
    """
    doubts: tuple[Data, ...] = ({"status": "open"}, {"status": "open", "credence": 0.3}, {"contradicts": ["doubtful"]})
    for relation, doubt, strengths, ground in product(
        ("supports", "attacks", "contradicts"), doubts, product((*THREE, 0.6), repeat=3), (None, 0.5)
    ):
        claims: Data = {name: {"text": "A claim."} for name in ("target", "middle", "sure", "doubtful", "other")}
        claims["doubtful"] |= doubt
        claims["target"] |= {} if ground is None else {"credence": ground}
        arguments: Data = {
            "first": {"premises": ["sure"], "supports": "middle"},
            "second": {"premises": ["doubtful"], "supports": "middle"},
            "against": {"premises": ["other"], "supports" if relation == "attacks" else "attacks": "target"},
        }
        if relation == "contradicts":
            claims["middle"]["contradicts"] = ["target"]
            arguments["against"] = {"premises": ["other"], "supports": "target"}
        else:
            arguments["onward"] = {"premises": ["middle"], relation: "target"}
        data: Data = {"argmap": 1, "title": "T", "thesis": "target", "claims": claims, "arguments": arguments}
        yield _numbered(data, (), strengths)


def standards() -> Iterator[Data]:
    """2 claims and an argument: every pair of tenths as credence of the first and as strength, every standard."""
    for structure in structures(2, 1):
        for credence, strength, standard in product(TENTHS, TENTHS, STANDARDS):
            yield _numbered(written(2, structure, standard=standard), (credence,), (strength,))


#: The families, each with one in how many of its maps a plain run tries.
STRIDES: dict[Family, int] = {
    two_levels: 23, grounds: 97, contradictions: 23, undercuts: 149, linked: 23, circles: 211, wide_circles: 211,
    intervals: 1, standards: 23,
}  # fmt: skip
FAMILIES: dict[str, Family] = {family.__name__: family for family in STRIDES}


def members(family: str) -> Iterator[Data]:
    """Give the maps of a family that this run tries, under one way of weighing and then the other."""
    tried = FAMILIES[family]()
    for data in tried if FULL else islice(tried, 0, None, STRIDES[FAMILIES[family]]):
        for weighing in WEIGHINGS:
            yield {**data, "weighing": weighing}


def _numbers(levels: tuple[float, ...], count: int) -> Iterator[tuple[float | None, ...]]:
    return product((None, *levels), repeat=count)


def _numbered(data: Data, credences: tuple[float | None, ...], strengths: tuple[float | None, ...]) -> Data:
    for section, key, numbers in (("claims", "credence", credences), ("arguments", "strength", strengths)):
        for entry, number in zip(data[section].values(), numbers, strict=False):
            if number is not None:
                entry[key] = number
    return data


def _has_circle_of_supports(structure: Structure, claims: int) -> bool:
    led = {(premise, target) for premises, relation, target in structure for premise in premises
           if relation == "supports" and target < claims}  # fmt: skip
    for _ in range(claims):
        led |= {(one, other) for one, middle in led for start, other in led if middle == start}
    return any(one == other for one, other in led)


# --- random ones ------------------------------------------------------------------------------------------------


def random_numbered_map(
    random: Random, claims: int = 6, arguments: int = 8, acyclic: bool | None = None, numbers: bool = True
) -> Data:
    """Draw a random map (see ``random_map``) with credences, sourced facts and a way of weighing.

    Of the numbers in a map there are often but two or three, so that they meet. Without ``numbers`` there are none.
    """
    data = random_map(random, claims, arguments, acyclic)
    chance, pick = random.random, random.choice
    levels = random.sample(STRENGTHS, pick((2, 3, len(STRENGTHS))))
    doubts = pick((0, 0, 0.4))
    credences, facts, strong = pick((0, 0.4, 0.8)), pick((0, 0.3)), pick((0, 0.5, 1))
    for claim in data["claims"].values():
        if numbers and chance() < credences:
            claim["credence"] = pick(levels)
        if chance() < doubts:
            claim["status"] = "open"
        if chance() < facts:
            claim["kind"] = pick(("fact", "fact", "fact", "value"))
            claim["cites"] = pick(([], [{"source": "s"}], [{"source": "s"}]))
    for argument in data["arguments"].values():
        argument.pop("strength", None)
        if numbers and chance() < strong:
            argument["strength"] = pick(levels)
    return {**data, "weighing": pick(WEIGHINGS), "sources": {"s": {"title": "A source."}}}
