"""A map as an abstract framework whose labellings are those of the map: attacks alone, and auxiliary arguments.

Each claim, and each argument that does not stand and fall with its one premise, is an argument of the framework. What
needs others to stand gets helpers, after the way from logic programs to frameworks (Wu, Caminada and Gabbay 2009):

* ``not-x`` is attacked by x, or by each *way* in which x can stand; x is attacked by it.
* A way stands if all that it needs does (it is attacked by ``not-y`` of each y that it needs, and by each con that must
  be out). One that only keeps x from falling attacks itself as well: it falls, or is undecided.

The conditions of a map are monotone in what speaks for a node and antitone in what speaks against it, so that it holds
for three values: the complete labellings of the framework are, for claims and arguments, the complete labellings of the
map, and with them the grounded and the preferred ones. The stable ones are too, but for claims that a circle of
supports would hold up by itself: these the map lets fall, the framework does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.records import NamedTuple
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.framework import GRANTED, OPEN, REJECTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework


#: What is said of the helper that stands where something falls.
_LACKS = " does not stand"


class Member(NamedTuple):
    """An argument of a framework: a name, unlike any other in small letters too, and what it says."""

    name: str
    text: str


class Abstract(NamedTuple):
    """A framework: its members, attacks as pairs of numbers from 0 on, and the ids that share a member, by id.

    ``stands_for``: for each claim and argument of the map the number of the member that has its verdict.
    ``helpers``: how many members, the last ones, are auxiliary.
    """

    members: tuple[Member, ...]
    attacks: tuple[tuple[int, int], ...]
    stands_for: dict[str, int]
    helpers: int


def instantiated(map_: Map) -> Abstract:
    """Give the framework of a map that can be read as a graph. Cost is linear in the map's own framework."""
    return _Instance(map_).abstract()


class _Instance:
    """Builds the framework node by node."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.frame: Framework = compile_map(map_, is_fixed=True)
        self.members: list[Member] = []
        self.attacks: dict[tuple[int, int], None] = {}
        self.taken: set[str] = set()
        self.direct: dict[int, int] = {}
        self.negated: dict[int, int] = {}
        self.always: int | None = None
        self.next: dict[str, int] = {}

    def abstract(self) -> Abstract:
        """Build it."""
        frame = self.frame
        named = [node for node in range(len(frame.names)) if self._same(node) == node]
        for node in named:
            self.direct[node] = self._member(frame.names[node], self._said(node))
        helpers_from = len(self.members)
        for node in range(frame.nodes):
            if self._same(node) == node and node not in self.direct:
                self.direct[node] = self._member(f"{frame.names[frame.owner(node)]}.h", self._about(node))
        for node in range(frame.nodes):
            if self._same(node) == node:
                self._decide(node)
        stands_for = {name: self.direct[self._same(node)] for node, name in enumerate(frame.names)}
        return Abstract(tuple(self.members), tuple(self.attacks), stands_for, len(self.members) - helpers_from)

    def _same(self, node: int) -> int:
        """Give the node that a node stands and falls with: an argument with one premise and a free step with that."""
        seen = {node}
        while len(parts := self.frame.parts[node]) == 1:
            node = parts[0]
            if node in seen:
                return min(seen)
            seen.add(node)
        return node

    def _decide(self, node: int) -> None:
        """Let a node be attacked by what keeps it from standing."""
        frame = self.frame
        if frame.parts[node]:
            for part in frame.parts[node]:
                self._attack(self._not(part), self.direct[node])
            return
        base, pros, cons = frame.base[node], frame.pros[node], frame.cons[node]
        if base == REJECTED:
            self._attack(self._always(), self.direct[node])
        elif base == GRANTED and not pros:
            for con in cons:
                self._attack(self.direct[self._same(con)], self.direct[node])
        else:
            lack = self._not(node)
            self._attack(lack, self.direct[node])
            for needed, first, only_holds in self._ways(node):
                self._way(lack, needed, cons[first:], only_holds)

    def _ways(self, node: int) -> Iterator[tuple[int | None, int, bool]]:
        """Give the ways in which a node can stand, or be held: what it needs, from which con on none may stand.

        The last says that the way only keeps it from falling.
        """
        base = self.frame.base[node]
        if base in (GRANTED, OPEN):
            yield None, 0, base == OPEN
        for pro, to_be_in, not_out in self.frame.pros[node]:
            if to_be_in >= 0:
                yield pro, to_be_in, False
            if not_out > to_be_in:
                yield pro, not_out, True

    def _way(self, lack: int, needed: int | None, cons: tuple[int, ...], only_holds: bool) -> None:
        name, text = self.members[lack]
        way = self._member(f"{name.removesuffix('.not')}.way", text.removesuffix(_LACKS) + " can stand so")
        self._attack(way, lack)
        if only_holds:
            self._attack(way, way)
        if needed is not None:
            self._attack(self._not(needed), way)
        for con in cons:
            self._attack(self.direct[self._same(con)], way)

    def _not(self, node: int) -> int:
        """Give the helper that stands where a node falls; the node attacks it, unless the node's ways do that."""
        node = self._same(node)
        if node not in self.negated:
            about = self._about(node)
            self.negated[node] = self._member(f"{about}.not", about + _LACKS)
            has_ways = not self.frame.parts[node] and (self.frame.base[node] != GRANTED or self.frame.pros[node])
            if not has_ways or self.frame.base[node] == REJECTED:
                self._attack(self.direct[node], self.negated[node])
        return self.negated[node]

    def _always(self) -> int:
        """Give a helper that stands whatever happens."""
        if self.always is None:
            self.always = self._member("set-aside", "what the map rejects falls")
        return self.always

    def _attack(self, attacker: int, target: int) -> None:
        self.attacks[attacker, target] = None

    def _about(self, node: int) -> str:
        return self.frame.names[self.frame.owner(node)]

    def _said(self, node: int) -> str:
        name = self.frame.names[node]
        claim = self.map.claims.get(name)
        return (self.map.arguments[name].title or name) if claim is None else claim.text

    def _member(self, wish: str, text: str) -> int:
        name, number = wish, 2
        while name.casefold() in self.taken:
            name, number = f"{wish}{self.next.setdefault(wish, number)}", number + 1
            self.next[wish] += 1
        self.taken.add(name.casefold())
        self.members.append(Member(name, text))
        return len(self.members) - 1
