"""How evidence bears on a hypothesis: along which ways of arguments, for it or against it, and how strongly.

A way leads from a claim up its arguments to a hypothesis and ends at the first hypothesis it meets, since a hypothesis
is no evidence. Every attack and every contradiction on it turns it: with an even number of turns the claim fits the
hypothesis, with an odd number it does not. A way is as strong as the weakest argument on it. It is broken if something
falls on it that the claim holds up: an even number of turns above the claim.
"""

from __future__ import annotations

from heapq import heappop, heappush

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.model.graph import Graph


class Bearing(NamedTuple):
    """How a claim bears on a hypothesis.

    ``fits`` and ``clashes``: the strength in 0..1 of the strongest way for it and against it that is not broken, 0 if
    there is none. ``may_fit`` and ``may_clash``: whether there is such a way at all, broken or not. ``fits_by`` and
    ``clashes_by``: the argument on which the strongest way begins (or the claim contradicted), "" if there is none; of
    several the first by its id.
    """

    fits: float
    clashes: float
    may_fit: bool
    may_clash: bool
    fits_by: str = ""
    clashes_by: str = ""

    @property
    def value(self) -> float:
        """How well the claim fits, from -1 (it speaks against the hypothesis alone) to 1 (for it alone)."""
        return self.fits - self.clashes

    @property
    def is_empty(self) -> bool:
        """Whether nothing on the map connects the two."""
        return not (self.may_fit or self.may_clash)


NO_BEARING = Bearing(0.0, 0.0, False, False)
_NO_WAY = (0.0, "")


def bearings(
    graph: Graph, hypotheses: frozenset[str], hypothesis: str, labels: Mapping[str, int]
) -> Mapping[str, Bearing]:
    """Give by claim or argument how it bears on a hypothesis; what does not is left out. Cost: n log n in the map."""
    every = _strengths(graph, hypotheses, hypothesis, {}, None)
    held = {turns: _strengths(graph, hypotheses, hypothesis, labels, turns) for turns in (False, True)}
    found = {}
    for node, _ in every:
        fits, fits_by = held[False].get((node, False), _NO_WAY)
        clashes, clashes_by = held[True].get((node, True), _NO_WAY)
        found[node] = Bearing(fits, clashes, (node, False) in every, (node, True) in every, fits_by, clashes_by)
    return found


def _strengths(
    graph: Graph, hypotheses: frozenset[str], hypothesis: str, labels: Mapping[str, int], turned: bool | None
) -> dict[tuple[str, bool], tuple[float, str]]:
    """Give by node and whether the way to it is turned the strength of the strongest way, and the node above.

    With ``turned``, only ways on which nothing falls that is turned as it says.
    """
    found: dict[tuple[str, bool], tuple[float, str]] = {}
    waiting = [(-1.0, hypothesis, False, "")]
    while waiting:
        strength, node, is_turned, above = heappop(waiting)
        if (node, is_turned) in found:
            continue
        found[node, is_turned] = (-strength, above if strength else "")
        for below, turns, limit in _below(graph, node):
            state = (below, is_turned != turns)
            falls = state[1] == turned and labels.get(below) == OUT
            if below not in hypotheses and state not in found and not falls:
                heappush(waiting, (max(strength, -limit), *state, node))
    return found


def _below(graph: Graph, node: str) -> Iterator[tuple[str, bool, float]]:
    """Give what is one step below a node, whether the step turns, and how strong it is."""
    for arguments, turns in ((graph.supporters(node), False), (graph.attackers(node), True)):
        for name in arguments:
            strength = graph.arguments[name].strength
            yield name, turns, 1.0 if strength is None else strength
    if node in graph.arguments:
        for premise in graph.premises(node):
            yield premise, False, 1.0
    else:
        for contrary in graph.contraries(node):
            yield contrary, True, 1.0
