"""A slow stand-in for the search under preferred semantics: every labelling is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

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
    decided = [frozenset((node, label) for node, label in enumerate(one) if label) for one in complete]
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
