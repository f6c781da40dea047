"""Levels: nodes that say that a claim or argument stands with so much force at least.

They make one kind of labelling do for verdicts and forces alike: a level is in if that is certain, out if it cannot be,
else undecided. Only levels that make a difference somewhere are made, when they are asked for.

* An argument stands with so much force if it stands and each of its premises has so much.
* A claim does if it stands and one of the arguments for it has so much; with its own force it does whenever it stands.
  An open claim could have its own force as long as no argument for it stands.

In a circle that would let a force rest on itself. So there a level is made in *stages*: a way down to what has the
force by itself passes each of the claims that cut the circle once at most, and each time one stage is left behind.
Below the first there is nothing.
"""

from __future__ import annotations

from bisect import bisect_left

from coldwater.errors import UsageError
from coldwater.model.graph import strongly_connected
from coldwater.records import NamedTuple
from coldwater.semantics.forces import TOO_MANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.semantics.forces import Possible, Speakers

#: More nodes than this are not made: large circles of supports with many different numbers take very many stages.
MOST_LEVELS = 1_000_000


class _Knot(NamedTuple):
    """Nodes whose levels of one force hang on each other, and the claims that cut all circles among them."""

    nodes: frozenset[int]
    cut: frozenset[int]


#: A level: a claim or argument, a force, the stage (0 where there are none), and the knot it lies in, if any.
_Level = tuple[int, float, int, "_Knot | None"]


class Levels:
    """Levels of a map's claims and arguments. Their nodes are numbered from ``first`` on.

    ``parts`` and ``pros`` of each as in a framework (a pro of a level has no limits: nothing speaks against a level);
    ``owners``: whose level it is; ``lent``: by claim the nodes to be granted with it; ``unsettled``: by node that is
    open as long as none of some nodes stands, and out then, those nodes.
    """

    def __init__(self, possible: Possible, first: int) -> None:
        self.speakers = possible.speakers
        self.forces = possible.forces
        self.circles = possible.circles
        self.first = first
        self.parts: list[tuple[int, ...]] = []
        self.pros: list[tuple[int, ...]] = []
        self.owners: list[int] = []
        self.lent: dict[int, list[int]] = {}
        self.unsettled: dict[int, tuple[int, ...]] = {}
        self._made: dict[_Level, int] = {}
        self._founded: dict[int, int] = {}
        self._open: dict[int, int] = {}
        self._on_more: dict[tuple[int, int], int] = {}
        self._nothing: dict[int, int] = {}
        self._waiting: list[_Level] = []
        self._knots: dict[tuple[int, float], dict[int, _Knot]] = {}
        self._members: dict[int, list[int]] = {}
        for node, number in self.circles.items():
            self._members.setdefault(number, []).append(node)

    def at_least(self, node: int, force: float) -> int | None:
        """Give the node that says that a claim or argument stands with a force at least; None if it never does.

        Raises UsageError if more levels are needed than can be made.
        """
        found = self._at_least(node, force)
        while self._waiting:
            self._fill(self._waiting.pop())
        return found

    def on_more_than_being_granted(self, claim: int, force: float) -> int | None:
        """Give the node that says that a claim stands so, and that an argument for it stands; None if it never does."""
        level = self.at_least(claim, force)
        if level is None or not (pros := self.speakers.pros.get(claim)):
            return None
        if claim not in self._founded:
            self._founded[claim] = self._new(claim, pros=tuple(pros))
        if (claim, level) not in self._on_more:
            self._on_more[claim, level] = self._new(claim, parts=(level, self._founded[claim]))
        return self._on_more[claim, level]

    def _at_least(self, node: int, force: float) -> int | None:
        forces = self.forces[node]
        if force <= forces[0]:
            return node
        place = bisect_left(forces, force)
        if place == len(forces):
            return None
        force = forces[place]
        knot = self._knot(node, force) if node in self.circles else None
        return self._level((node, force, len(knot.cut) if knot else 0, knot))

    def _level(self, level: _Level) -> int:
        if level not in self._made:
            self._made[level] = self._new(level[0])
            self._waiting.append(level)
        return self._made[level]

    def _new(self, owner: int, parts: tuple[int, ...] = (), pros: tuple[int, ...] = ()) -> int:
        if len(self.owners) >= MOST_LEVELS:
            raise UsageError(TOO_MANY)
        self.parts.append(parts)
        self.pros.append(pros)
        self.owners.append(owner)
        return self.first + len(self.owners) - 1

    def _fill(self, level: _Level) -> None:
        """Say when a level stands: its claim or argument stands, and what it takes the force from has so much."""
        node, force, _, _ = level
        sources = [self._below(level, source) for source in self.speakers.sources(node)]
        known = [one for one in sources if one is not None]
        if node < self.speakers.claims:
            may_have = force <= max(self.speakers.may_have(node), default=-1.0)
            is_lent = may_have and node in self.speakers.grantable
            if may_have and node in self.speakers.open:
                known.append(self._unsettled_of(node))
            if len(known) != 1 or is_lent:
                known = [self._new(node, pros=tuple(known))]
            if is_lent:
                self.lent.setdefault(node, []).append(known[0])
        self.parts[self._made[level] - self.first] = (node, *known)

    def _unsettled_of(self, claim: int) -> int:
        """Give the node that says that a claim is open and nothing settles it."""
        if claim not in self._open:
            self._open[claim] = self._new(claim)
            self.unsettled[self._open[claim]] = tuple(self.speakers.pros.get(claim, ()))
        return self._open[claim]

    def _below(self, level: _Level, source: int) -> int | None:
        """Give the level of what a level takes its force from; None if it never has so much."""
        node, force, stage, knot = level
        if knot is None or source not in knot.nodes:
            return self._at_least(source, force)
        stage -= source in knot.cut
        if stage >= 0:
            return self._level((source, force, stage, knot))
        if node < self.speakers.claims:
            return None
        if source not in self._nothing:
            self._nothing[source] = self._new(source)
        return self._nothing[source]

    def _knot(self, node: int, force: float) -> _Knot | None:
        """Give the nodes of a circle that hang on each other for a force, if this one is among them."""
        key = self.circles[node], force
        if key not in self._knots:
            self._knots[key] = dict(self._find_knots(*key))
        return self._knots[key].get(node)

    def _find_knots(self, circle: int, force: float) -> Iterable[tuple[int, _Knot]]:
        open_ones = [node for node in self._members[circle] if self.forces[node][0] < force <= self.forces[node][-1]]
        edges = {node: self.speakers.sources(node) for node in open_ones}
        for component in strongly_connected(edges):
            if len(component) > 1 or component[0] in edges[component[0]]:
                nodes = frozenset(component)
                knot = _Knot(nodes, frozenset(_cut(nodes, self.speakers)))
                yield from ((node, knot) for node in component)


def _cut(nodes: frozenset[int], speakers: Speakers) -> Iterable[int]:
    """Give claims without which there is no circle among some nodes: the most used one of each circle, again and again.

    Not always the fewest there could be.
    """
    left: Mapping[int, list[int]] = {
        node: [source for source in speakers.sources(node) if source in nodes] for node in sorted(nodes)
    }
    waiting = [left]
    while waiting:
        part = waiting.pop()
        used = dict.fromkeys(part, 0)
        for sources in part.values():
            for source in sources:
                used[source] += 1
        chosen = max(
            (node for node in part if node < speakers.claims), key=lambda node: (used[node] * len(part[node]), -node)
        )
        yield chosen
        rest = {node: [one for one in sources if one != chosen] for node, sources in part.items() if node != chosen}
        for component in strongly_connected(rest):
            if len(component) > 1 or component[0] in rest[component[0]]:
                inside = set(component)
                waiting.append({node: [one for one in rest[node] if one in inside] for node in sorted(component)})
