"""Slow stand-ins for the searches under other semantics: every labelling is looked at, every strength iterated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from coldwater.model.models import Map
from coldwater.semantics.framework import GRANTED, OPEN, REJECTED, Framework
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded


class Acceptance(NamedTuple):
    """What the search for labellings says of nodes."""

    credulous: frozenset[int]
    sceptical: frozenset[int]
    credulously_out: frozenset[int]
    sceptically_out: frozenset[int]
    is_complete: bool = True
    cut_by: str | None = None


def acceptance(
    framework: Framework,
    semantics: str,
    _seconds: float,
    nodes: Iterable[int],
    rejected: Iterable[int] = (),
    granted: Iterable[int] = (),
) -> Acceptance:
    """Look at all preferred labellings, by trying every label for every node that grounded leaves open."""
    assert semantics == "preferred"
    complete = list(_complete(framework, frozenset(rejected), frozenset(granted)))
    decided = [frozenset(node for node, label in enumerate(one) if label) for one in complete]
    found = [one for one, mine in zip(complete, decided, strict=True) if not any(mine < other for other in decided)]
    nodes = list(nodes)
    return Acceptance(
        frozenset(node for node in nodes if any(one[node] == IN for one in found)),
        frozenset(node for node in nodes if all(one[node] == IN for one in found)),
        frozenset(node for node in nodes if any(one[node] == OUT for one in found)),
        frozenset(node for node in nodes if all(one[node] == OUT for one in found)),
    )


def _complete(framework: Framework, rejected: frozenset[int], granted: frozenset[int]) -> Iterator[tuple[int, ...]]:
    least = grounded(framework, rejected, granted)
    choices = [(label,) if label else (UNDECIDED, IN, OUT) for label in least]
    for labels in product(*choices):
        if all(_label(framework, labels, node, rejected, granted) == label for node, label in enumerate(labels)):
            yield labels


def _label(
    framework: Framework, labels: tuple[int, ...], node: int, rejected: frozenset[int], granted: frozenset[int]
) -> int:
    base = GRANTED if node in granted else framework.base[node]
    if node in rejected or base == REJECTED:
        return OUT
    if parts := [labels[part] for part in framework.parts[node]]:
        return OUT if OUT in parts else IN if set(parts) == {IN} else UNDECIDED
    cons, pros = [labels[con] for con in framework.cons[node]], framework.pros[node]
    possible = max((place for place, con in enumerate(cons) if con != OUT), default=-1)
    certain = max((place for place, con in enumerate(cons) if con == IN), default=-1)
    if possible < max([limit for pro, limit, _ in pros if labels[pro] == IN] + [0 if base == GRANTED else -1]):
        return IN
    hold = [limit for pro, _, limit in pros if labels[pro] != OUT] + [0 if base in (GRANTED, OPEN) else -1]
    return OUT if certain >= max(hold) else UNDECIDED


class Degree(NamedTuple):
    """The degree of a claim or argument."""

    degree: float


class Degrees(NamedTuple):
    """The degrees of all."""

    degrees: dict[str, Degree]


class NotConverged(NamedTuple):
    """No degrees: never so here."""


def degrees(
    map_: Map, _name: str, strengths: Mapping[str, float], rejected: Iterable[str], accepted: Iterable[str]
) -> Degrees:
    """Iterate DF-QuAD, whatever comes of circles."""
    rejected, accepted = set(rejected), set(accepted)
    found = dict.fromkeys((*map_.claims, *map_.arguments), 0.5)
    for _ in range(20):
        for name in found:
            found[name] = 0.0 if name in rejected else _degree(map_, found, strengths, accepted, name)
    return Degrees({name: Degree(degree) for name, degree in found.items()})


def _degree(
    map_: Map, found: Mapping[str, float], strengths: Mapping[str, float], accepted: set[str], name: str
) -> float:
    if name in map_.claims:
        credence = map_.claims[name].credence
        base = 1.0 if name in accepted else 0.5 if credence is None else credence
    else:
        argument = map_.arguments[name]
        own = strengths.get(name, 1.0 if argument.strength is None else argument.strength)
        base = own * min(found[premise] for premise in argument.premises)
    pros = [found[other] for other, argument in map_.arguments.items() if argument.supports == name]
    cons = [found[other] for other, argument in map_.arguments.items() if argument.attacks == name]
    balance = prod(1 - one for one in cons) - prod(1 - one for one in pros)
    return base + balance * (1 - base if balance > 0 else base)
