"""Maps and labellings as the tests write them: data to a map, a framework's labels to words by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from coldwater.model import Map, from_accepted_data
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import AS_WRITTEN, Overrides
from coldwater.semantics.framework import Framework
from coldwater.semantics.grounded import grounded
from coldwater.semantics.labelling import WORDS

from .brute import Meaning


def map_of(data: dict[str, Any]) -> Map:
    """Give the map in data that fits the schema."""
    return from_accepted_data(data)


def words(framework: Framework, labels: Sequence[int]) -> dict[str, str]:
    """Give the verdicts of claims and arguments by id."""
    return {name: WORDS[labels[node]] for node, name in enumerate(framework.names)}


def grounded_words(map_: Map, rejected: Iterable[str] = (), granted: Iterable[str] = ()) -> dict[str, str]:
    """Give the grounded verdicts of a map by id."""
    framework = compile_map(map_)
    numbers = framework.numbers
    return words(framework, grounded(framework, [numbers[one] for one in rejected], [numbers[one] for one in granted]))


def meaning_of(data: dict[str, Any], overrides: Overrides = AS_WRITTEN) -> Meaning:
    """Give what a map means by the yardstick, with some of it overruled; no strengths."""
    weighing = data.get("weighing")
    return Meaning(map_of(data), overrides.rejected, overrides.accepted, overrides.standard, weighing)
