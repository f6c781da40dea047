"""Maps to prepare from, and what of debate material must hold on each of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from coldwater import api, judge
from coldwater.model.models import Map
from coldwater.prep.material.preparation import Preparation
from work import examples

from .small_maps import drawn, model

SEEDS = range(examples(160))
ARTICLE = Path(__file__).parents[2] / "arguments" / "china-russia-alliance.argmap.yaml"
#: A circle of attacks of odd length behind the thesis: everything in it serves both sides.
CYCLIC = {
    "argmap": 1, "title": "Circle", "thesis": "t", "shape": "graph",
    "claims": {name: f"Claim {name}." for name in ("t", "a", "b", "c")},
    "arguments": {
        "for": {"premises": ["a"], "supports": "t"},
        "one": {"premises": ["b"], "attacks": "a"},
        "two": {"premises": ["c"], "attacks": "b"},
        "three": {"premises": ["a"], "attacks": "c"},
    },
}  # fmt: skip
ALONE = {"argmap": 1, "title": "Alone", "thesis": "t", "claims": {"t": "The thesis."}, "arguments": {}}
ONE_SIDED = {
    "argmap": 1, "title": "One side", "thesis": "t", "claims": {"t": "The thesis.", "a": "A claim."},
    "arguments": {"for": {"premises": ["a"], "supports": "t"}},
}  # fmt: skip


def prepared(map_: Map, side: Any) -> Preparation:
    """Prepare a side, with time for all there is to find on a small map, however busy the machine."""
    return judge.prepare(map_, side, seconds=20)


def preparations() -> Iterator[tuple[object, Preparation]]:
    """Give both sides of many small maps, of the odd ones and of the article, each with what to call it."""
    return iter(_every())


@cache
def _every() -> tuple[tuple[object, Preparation], ...]:
    """Prepare them once for all tests: nothing that a test does changes a preparation."""
    odd = {"cyclic": CYCLIC, "alone": ALONE, "one-sided": ONE_SIDED}
    maps = [(seed, drawn(seed)) for seed in SEEDS] + [(name, model(data)) for name, data in odd.items()]
    every = [*maps, ("article", api.load(str(ARTICLE)))]
    return tuple(((name, side), prepared(map_, side)) for name, map_ in every for side in ("pro", "con"))


def shuffled(map_: Map, seed: int) -> Map:
    """Give a map with its claims and arguments in another order."""
    data: dict[str, Any] = map_.model_dump(mode="json", by_alias=True, exclude_none=True)
    for field in ("claims", "arguments"):
        entries = list(data.get(field, {}).items())
        Random(seed).shuffle(entries)  # noqa: S311 - a sample, no secret
        data[field] = dict(entries)
    return model(data)


def strange_ids(prep: Preparation, markdown: str) -> set[str]:
    """Give what stands in the code spans of a page as if it were an id, and is none."""
    known = {*prep.names, *prep.map.sources}
    tags = re.findall(r"`([^`]*)`", markdown)
    return {word for tag in tags for word in tag.split("; ") if not (word in known or word in OUR_WORDS)}


#: What a tag may hold beside ids.
OUR_WORDS = {
    "unstated", "open", "no answer", "accepted", "rejected", "double-edged", "crux", "against a crux",
    "on the map it falls",
    "on the map it is undecided",
    *(f"{lead}crux of {size}" for lead in ("", "against a ") for size in range(2, 40)),
    "fact", "value", "policy", "forecast", "definition",
}  # fmt: skip


def ids_in(value: Any) -> Iterator[str]:
    """Give all that a JSON document names by ``id``, ``claim``, ``argument``, ``premise`` or in lists of ids."""
    if isinstance(value, list):
        for item in value:
            yield from ids_in(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("id", "claim", "argument", "premise", "target") and isinstance(item, str):
                yield item
            else:
                yield from ids_in(item)


def unordered(value: Any) -> Any:
    """Sort all lists, whatever is in them."""
    if isinstance(value, dict):
        return {key: unordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((unordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
