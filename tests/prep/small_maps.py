"""Small random maps on which everything bears on the thesis, and what of them holds by trying every set."""

from __future__ import annotations

from itertools import chain, combinations
from random import Random
from typing import Any

from coldwater.model.models import Map
from coldwater.prep.deciding.clock import Clock
from coldwater.prep.deciding.inquiry import Inquiry
from coldwater.prep.deciding.oracle import oracle_for
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.framework import Framework
from coldwater.semantics.grounded import grounded
from strategies import STANDARDS

STRENGTHS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)
STATUSES = ("accepted", "rejected", "open", None, None, None, None, None)


def small_map(random: Random, arguments: int = 7, leaves: int = 8) -> dict[str, Any]:
    """Draw a map with up to so many arguments and about so many leaves: trees, shared premises, circles and all."""
    chance, pick = random.random, random.choice
    sharing = pick((0, 0, 0.3))
    claims: dict[str, dict[str, Any]] = {"c0": {"text": "The thesis."}}
    steps: dict[str, dict[str, Any]] = {}
    for number in range(random.randint(1, arguments)):
        target = pick([*["c0"] * 2, *claims, *steps])
        premises = []
        for _ in range(pick((1, 1, 2, 3))):
            if (chance() < sharing and len(claims) > 2) or len(claims) > leaves + 3:
                premises.append(pick(list(claims)))
            else:
                premises.append(f"c{len(claims)}")
                claims[premises[-1]] = {"text": f"Claim {len(claims)}."}
        step: dict[str, Any] = {"premises": list(dict.fromkeys(premises))}
        step["supports" if chance() < 0.5 else "attacks"] = target
        if chance() < 0.5:
            step["strength"] = pick(STRENGTHS)
        steps[f"a{number}"] = step
    data = {"argmap": 1, "title": "T", "thesis": "c0", "shape": "graph", "claims": claims, "arguments": steps}
    _add_fields(random, data)
    return data


def _add_fields(random: Random, data: dict[str, Any]) -> None:
    """Give some claims a status, a rival or a standard of their own, and the map a standard and parameters."""
    chance, pick = random.random, random.choice
    rivals, statuses = pick((0, 0, 0, 0.2)), pick((0, 0, 0.5))
    for claim in data["claims"].values():
        if chance() < statuses and (status := pick(STATUSES)):
            claim["status"] = status
        if chance() < rivals:
            claim["contradicts"] = [pick(list(data["claims"]))]
        if chance() < 0.2:
            claim["standard"] = pick(STANDARDS)
    if chance() < 0.5:
        data["standard"] = pick(STANDARDS)
    if chance() < 0.2:
        data["proof"] = {name: pick(STRENGTHS) for name in ("alpha", "beta", "gamma")}


def model(data: dict[str, Any]) -> Map:
    return Map.model_validate(data)


def drawn(seed: int) -> Map:
    """Draw a map with few enough leaves to try all their sets."""
    random = Random(seed)  # noqa: S311 - test data, no secret
    while True:
        map_ = model(small_map(random))
        if len(leaves_of(map_)) <= 9:
            return map_


def inquiry_of(map_: Map, semantics: str = "grounded", seconds: float = 60.0) -> Inquiry:
    return Inquiry(map_, oracle_for(map_, semantics, None, Clock(seconds)))


def leaves_of(map_: Map) -> list[str]:
    """Give what may be given up: where a chain of reasons ends, but for the thesis and what is rejected anyhow."""
    supported = {argument.supports for argument in map_.arguments.values()}
    return [
        name
        for name, claim in map_.claims.items()
        if name != map_.thesis and claim.status != "rejected" and (name not in supported or claim.status == "accepted")
    ]


def subsets(items: list[str]) -> list[frozenset[str]]:
    sizes = range(len(items) + 1)
    return [frozenset(one) for one in chain.from_iterable(combinations(items, size) for size in sizes)]


class Brute:
    """The verdict on the thesis, one scenario at a time, by the plain worklist."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.framework: Framework = compile_map(map_)
        self.leaves = leaves_of(map_)
        self.known: dict[object, int] = {}

    def verdict(self, rejected: frozenset[str] = frozenset(), granted: frozenset[str] = frozenset()) -> int:
        """Give the label of the thesis where these are rejected and those granted."""
        case = rejected, granted
        if case not in self.known:
            numbers = self.framework.numbers
            labels = grounded(self.framework, [numbers[one] for one in rejected], [numbers[one] for one in granted])
            self.known[case] = labels[self.framework.thesis]
        return self.known[case]

    def minimal(self, wanted: Any, items: list[str]) -> set[frozenset[str]]:
        """Give the subsets that are wanted without a wanted part, by looking at them all."""
        found: list[frozenset[str]] = []
        for one in subsets(items):
            if wanted(one) and not any(smaller < one for smaller in found):
                found.append(one)
        return set(found)
