"""What the nodes that an evaluation leaves open still depend on: one form of condition for all kinds of node.

A condition names only open nodes. Nodes with a label are worked into it; a node that is *finally* undecided counts as
neither in nor out. Who searches for labellings sees nothing else of a framework.
"""

from __future__ import annotations

from bisect import bisect_left

from coldwater.records import NamedTuple
from coldwater.semantics.framework import GRANTED, OPEN
from coldwater.semantics.grounded import IN, OUT, UNDECIDED, grounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from coldwater.semantics.framework import Framework

    #: Nodes that must all speak for a node, and the place from which on no con may speak against it.
    Way = tuple[tuple[int, ...], int]
    #: The conditions of nodes that depend on nothing but each other, by node.
    Part = Mapping[int, "Condition"]

#: The label of a node that is still to be decided.
UNLABELLED = 3


class Condition(NamedTuple):
    """When an open node is in and when it is out. Monotone in what speaks for it, antitone in what speaks against it.

    ``cons``: open nodes against it. The node is in if for one of its ``ways_in`` all nodes named are in and all cons
    from the place named on are out. It is out unless for one of its ``ways_to_hold`` no node named is out and no con
    from the place named on is in. ``is_named``: it is that of a claim or an argument, not of a step or level: a stable
    labelling leaves none of those undecided.
    """

    cons: tuple[int, ...]
    ways_in: tuple[Way, ...] = ()
    ways_to_hold: tuple[Way, ...] = ()
    is_named: bool = True

    @property
    def verdict(self) -> int:
        """IN or OUT if that is certain whatever the open nodes turn out to be, UNDECIDED if none can change it."""
        if ((), len(self.cons)) in self.ways_in:
            return IN
        if not self.ways_to_hold:
            return OUT
        return UNLABELLED if self.needs else UNDECIDED

    @property
    def needs(self) -> set[int]:
        """The open nodes it depends on."""
        return {*self.cons, *(pro for pros, _ in (*self.ways_in, *self.ways_to_hold) for pro in pros)}


class Rest(NamedTuple):
    """What the grounded labelling leaves open.

    ``base``: as in the framework, for this evaluation. ``labels``: the grounded labelling, but UNLABELLED where another
    labelling may decide more; ``conditions`` of those nodes.
    """

    framework: Framework
    base: Sequence[int]
    labels: bytearray
    conditions: Part

    @property
    def has_no_stable_labelling(self) -> bool:
        """Whether a claim or argument is undecided in every labelling."""
        return UNDECIDED in self.labels[: len(self.framework.names)]


def rest_of(framework: Framework, rejected: Iterable[int] = (), granted: Iterable[int] = ()) -> Rest:
    """Evaluate a framework, with nodes overruled as in ``grounded``, and give what is left open. Cost: linear."""
    granted = framework.with_lent(granted)
    labels = grounded(framework, rejected, granted)
    base = framework.base
    if granted:
        base = [GRANTED if node in granted else held for node, held in enumerate(base)]
    nodes = [node for node, label in enumerate(labels) if label == UNDECIDED]
    for node in nodes:
        labels[node] = UNLABELLED
    rest = Rest(framework, base, labels, {})
    return rest._replace(conditions=settle(rest, dict.fromkeys(nodes)))


def settle(rest: Rest, nodes: Collection[int]) -> dict[int, Condition]:
    """Decide among UNLABELLED nodes what the labels of others decide, and give the conditions of those that stay open.

    ``rest.labels`` is changed; none of the nodes may be rejected. Cost: linear in the relations of the nodes, and again
    in those of a node for each node decided that bears on it.
    """
    framework, base, labels = rest.framework, rest.base, rest.labels
    named = len(framework.names)
    found: dict[int, Condition] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if labels[node] == UNLABELLED and node in nodes:
            found[node] = _condition(framework, base[node], labels, node)
            if node >= named:
                found[node] = found[node]._replace(is_named=False)
            labels[node] = found[node].verdict
            if labels[node] != UNLABELLED:
                waiting += framework.parts_of[node]
                waiting += (target for target, _ in framework.pro_of[node])
                waiting += (target for target, _ in framework.con_of[node])
    return {node: found[node] for node in nodes if labels[node] == UNLABELLED}


def _condition(framework: Framework, held: int, labels: bytearray, node: int) -> Condition:
    if parts := framework.parts[node]:
        known = {labels[part] for part in parts}
        way = (tuple(part for part in parts if labels[part] == UNLABELLED), 0)
        return Condition((), () if known & {OUT, UNDECIDED} else (way,), () if OUT in known else (way,))
    cons = framework.cons[node]
    places = [place for place, con in enumerate(cons) if labels[con] == UNLABELLED]
    certain = _last(cons, labels, (IN,))
    possible = max(certain, _last(cons, labels, (UNDECIDED,)))
    to_be_in: list[Way] = [((), 0)] if held == GRANTED and possible < 0 else []
    to_hold: list[Way] = [((), 0)] if held in (GRANTED, OPEN) and certain < 0 else []
    for pro, limit_in, limit_hold in framework.pros[node]:
        named = (pro,) if labels[pro] == UNLABELLED else ()
        if limit_in > possible and (named or labels[pro] == IN):
            to_be_in.append((named, bisect_left(places, limit_in)))
        if limit_hold > certain and labels[pro] != OUT:
            to_hold.append((() if labels[pro] == UNDECIDED else named, bisect_left(places, limit_hold)))
    return _shortened(tuple(cons[place] for place in places), _needed(to_be_in), _needed(to_hold))


def _last(cons: Sequence[int], labels: bytearray, kinds: tuple[int, ...]) -> int:
    """Give the place of the last con with such a label; -1 if there is none."""
    return next((place for place in reversed(range(len(cons))) if labels[cons[place]] in kinds), -1)


def _needed(ways: Sequence[Way]) -> tuple[Way, ...]:
    """Give the ways that are not implied by one that names no node and tolerates as many cons."""
    free = max((place for pros, place in ways if not pros), default=-1)
    kept = [way for way in ways if way[0] and way[1] > free]
    return (((), free), *kept) if free >= 0 else tuple(kept)


def _shortened(cons: tuple[int, ...], ways_in: tuple[Way, ...], ways_to_hold: tuple[Way, ...]) -> Condition:
    """Leave out the cons that no way asks about."""
    first = min((place for _, place in (*ways_in, *ways_to_hold)), default=len(cons))
    if first == 0:
        return Condition(cons, ways_in, ways_to_hold)
    moved = [tuple((pros, place - first) for pros, place in ways) for ways in (ways_in, ways_to_hold)]
    return Condition(cons[first:], moved[0], moved[1])


def separate(conditions: Part) -> Iterator[dict[int, Condition]]:
    """Give the parts that have nothing to do with each other, each in the order of nodes."""
    near = {node: condition.needs for node, condition in conditions.items()}
    for node, condition in conditions.items():
        for needed in condition.needs:
            near[needed].add(node)
    seen: set[int] = set()
    for root in conditions:
        if root not in seen:
            found = _reached(near, [root])
            seen |= found
            yield {node: conditions[node] for node in sorted(found)}


def behind(conditions: Part, nodes: Iterable[int]) -> dict[int, Condition]:
    """Give the conditions of open nodes and of all that these depend on, in the order of nodes."""
    needs = {node: condition.needs for node, condition in conditions.items()}
    found = _reached(needs, [node for node in nodes if node in needs])
    return {node: conditions[node] for node in sorted(found)}


def _reached(edges: Mapping[int, set[int]], roots: Iterable[int]) -> set[int]:
    found = set(roots)
    waiting = list(found)
    while waiting:
        more = edges[waiting.pop()] - found
        found |= more
        waiting += more
    return found
