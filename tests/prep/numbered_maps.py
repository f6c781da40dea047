"""Small maps with credences, sourced facts and ways of weighing, on which every set of leaves can be tried."""

from __future__ import annotations

from random import Random
from typing import Any

from coldwater.model import Map
from prep.small_maps import leaves_of, model
from semantics.brute import Meaning
from semantics.numbered_maps import random_numbered_map

LABELS = {"undecided": 0, "in": 1, "out": 2}


def numbered(seed: int, acyclic: bool | None = None, most_leaves: int = 7) -> Map:
    """Draw a map in which something bears on the thesis, with few enough leaves to try all their sets."""
    random = Random(seed)  # noqa: S311 - test data, no secret
    while True:
        data = random_numbered_map(random, 7, 8, acyclic)
        if not any(set(step.values()) & {"c0"} for step in map(targets, data["arguments"].values())):
            continue
        map_ = model(data)
        if 1 < len(leaves_of(map_)) <= most_leaves:
            return map_


def targets(argument: dict[str, Any]) -> dict[str, str]:
    return {key: argument[key] for key in ("supports", "attacks") if key in argument}


class ByDefinition:
    """The verdict on the thesis in one scenario after the other, by the yardstick of grounds and force."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.meaning = Meaning(map_, weighing=map_.weighing)
        self.known: dict[object, int] = {}

    def verdict(self, rejected: frozenset[str] = frozenset(), granted: frozenset[str] = frozenset()) -> int:
        """Give the label of the thesis where these are rejected and those granted."""
        case = rejected, granted
        if case not in self.known:
            self.known[case] = LABELS[self.meaning.supposing(rejected, granted).grounded()[self.map.thesis]]
        return self.known[case]
