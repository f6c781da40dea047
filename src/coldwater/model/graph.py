"""The derived graph of a map: who supports and attacks what, what reaches the thesis, sides, leaves, circles.

Nodes are ids of claims and arguments, which share one namespace. All walks are loops, never recursion: a chain of
100,000 arguments is fine. References to ids that are not there are left out of every answer. Order is the order of
the file unless said otherwise. The graph knows no rule and no verdict.
"""

from __future__ import annotations

from functools import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal, TypeVar

    from coldwater.model.models import Argument, Claim, Map

    Node = TypeVar("Node", str, int)
    Side = Literal["pro", "con"]

SIDES: tuple[Side, Side] = ("pro", "con")
OTHER: Mapping[Side, Side] = {"pro": "con", "con": "pro"}
_PRO: frozenset[Side] = frozenset({"pro"})
_CON: frozenset[Side] = frozenset({"con"})


class Graph:
    """A map with its relations looked up once. Building costs time linear in the map's size."""

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.claims: Mapping[str, Claim] = map_.claims
        self.arguments: Mapping[str, Argument] = map_.arguments
        self._supporters: dict[str, list[str]] = {}
        self._attackers: dict[str, list[str]] = {}
        self._uses: dict[str, list[str]] = {}
        for name, argument in map_.arguments.items():
            incoming = self._attackers if argument.supports is None else self._supporters
            if self.has(argument.target):
                incoming.setdefault(argument.target, []).append(name)
            for premise in argument.premises:
                if premise in self.claims:
                    self._uses.setdefault(premise, []).append(name)

    # --- single steps ----------------------------------------------------------------------------------------

    def has(self, node: str) -> bool:
        """Tell whether a claim or argument has this id."""
        return node in self.claims or node in self.arguments

    def supporters(self, node: str) -> tuple[str, ...]:
        """Give the arguments that support a claim, or back an argument."""
        return tuple(self._supporters.get(node, ()))

    def attackers(self, node: str) -> tuple[str, ...]:
        """Give the arguments that attack a claim, or undercut an argument."""
        return tuple(self._attackers.get(node, ()))

    def incoming(self, node: str) -> tuple[str, ...]:
        """Give the arguments whose target this is: supporters first, then attackers."""
        return (*self._supporters.get(node, ()), *self._attackers.get(node, ()))

    def uses(self, claim: str) -> tuple[str, ...]:
        """Give the arguments that have this claim among their premises."""
        return tuple(self._uses.get(claim, ()))

    def premises(self, argument: str) -> tuple[str, ...]:
        """Give the premises of an argument that are there."""
        return tuple(premise for premise in self.arguments[argument].premises if premise in self.claims)

    def target(self, argument: str) -> str | None:
        """Give the target of an argument; None if it is not there."""
        target = self.arguments[argument].target
        return target if self.has(target) else None

    def is_undercut(self, argument: str) -> bool:
        """Tell whether an argument attacks another argument's step."""
        attacked = self.arguments[argument].attacks
        return attacked is not None and attacked in self.arguments and attacked not in self.claims

    def contraries(self, claim: str) -> tuple[str, ...]:
        """Give the claims that cannot hold together with this one, whichever side says so; in the order of the file."""
        return self._contraries.get(claim, ())

    @cached_property
    def _contraries(self) -> dict[str, tuple[str, ...]]:
        pairs: dict[str, set[str]] = {}
        for name, claim in self.claims.items():
            for other in claim.contradicts:
                if other in self.claims:
                    pairs.setdefault(name, set()).add(other)
                    pairs.setdefault(other, set()).add(name)
        rank = {name: number for number, name in enumerate(self.claims)} if pairs else {}
        return {name: tuple(sorted(others, key=rank.__getitem__)) for name, others in pairs.items()}

    # --- the whole map ---------------------------------------------------------------------------------------

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The claims that no argument supports."""
        return tuple(claim for claim in self.claims if claim not in self._supporters)

    @cached_property
    def rivals(self) -> tuple[str, ...]:
        """The other answers to the question that are there, as listed; a thesis is none of them."""
        return tuple(name for name in self.map.rivals if name in self.claims and name not in self.theses)

    @cached_property
    def theses(self) -> frozenset[str]:
        """The ids of the theses, whether they are there or not."""
        return frozenset(self.map.theses)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The ids of the theses, whether they are there or not, and the rivals that are.

        Theses first, as listed; but what answers a question stands beside the first of its answers.
        """
        if not self.map.questions:
            return (*self.map.theses, *self.rivals)
        return tuple(root for _, roots in self.groups() for root in roots)

    def question_of(self, root: str) -> str | None:
        """Give the id of the question that a thesis or rival answers, of several the first as written; else None."""
        return self._asked.get(root)

    @cached_property
    def _asked(self) -> dict[str, str]:
        answers = [(answer, name) for name, entry in self.map.questions.items() for answer in entry.answers]
        roots = frozenset((*self.map.theses, *self.rivals)) if answers else frozenset()
        return {answer: name for answer, name in reversed(answers) if answer in roots}

    def groups(self) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Give the roots with the question that they answer, if any, by its id.

        A question stands where the first of its answers does, among the theses and then the rivals; a root that
        answers several is with the first of them as written. What answers one and is no root is not in it.
        """
        found: dict[tuple[str | None, str], list[str]] = {}
        for root in (*self.map.theses, *self.rivals):
            asked = self.question_of(root)
            found.setdefault((asked, "" if asked is not None else root), []).append(root)
        return tuple((question, tuple(roots)) for (question, _), roots in found.items())

    @cached_property
    def connected(self) -> frozenset[str]:
        """What a chain of arguments (or a contradiction) connects to a thesis or a rival."""
        return self.behind(self.roots)

    def behind(self, roots: Iterable[str]) -> frozenset[str]:
        """Give the roots that are there, and every claim and argument whose chain leads to one of them."""
        found = {root for root in roots if self.has(root)}
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            below = self.premises(node) if node in self.arguments else ()
            for nodes in (self._supporters.get(node), self._attackers.get(node), below, self._contraries.get(node)):
                for neighbour in nodes or ():
                    if neighbour not in found:
                        found.add(neighbour)
                        waiting.append(neighbour)
        return frozenset(found)

    def above(self, node: str) -> tuple[str, ...]:
        """Give the nodes one step nearer to the thesis: a claim's arguments and contraries, an argument's target."""
        if node in self.claims:
            return (*self._uses.get(node, ()), *self._contraries.get(node, ()))
        target = self.target(node)
        return () if target is None else (target,)

    def sides(self, node: str) -> frozenset[Side]:
        """Give the sides a claim or argument serves: none if unconnected, both if double-edged.

        Sides are those of the thesis that is meant: what bears on rivals or other theses alone serves none.
        """
        return self._sides.get(node, frozenset())

    def first_sides(self, node: str) -> tuple[str | None, frozenset[Side]]:
        """Give the first of the theses that a claim or argument bears on, and the sides it serves there; None if none.

        A thesis that contradicts or serves an earlier one bears on that. Cost: linear for the whole map, however many
        theses share what they rest on.
        """
        return self._first_sides.get(node, (None, frozenset()))

    @cached_property
    def _first_sides(self) -> dict[str, tuple[str, frozenset[Side]]]:
        found: dict[str, tuple[str, frozenset[Side]]] = {}
        for thesis in self.map.theses:
            if thesis not in found:
                found.update((node, (thesis, sides)) for node, sides in self._sides_of(thesis, found).items())
        return found

    @cached_property
    def _sides(self) -> dict[str, frozenset[Side]]:
        return self._sides_of(self.map.thesis, {})

    def _sides_of(self, thesis: str, known: Mapping[str, object]) -> dict[str, frozenset[Side]]:
        """Walk from a thesis around what is known; every attack and every contradiction on the way turns the side."""
        pro: set[str] = set()
        con: set[str] = set()
        waiting: list[tuple[str, set[str], set[str]]] = []
        if thesis in self.claims:
            pro.add(thesis)
            waiting.append((thesis, pro, con))
        while waiting:
            node, same, other = waiting.pop()
            below = self.premises(node) if node in self.arguments else ()
            for nodes, side, far in (
                (self._supporters.get(node, ()), same, other),
                (below, same, other),
                (self._attackers.get(node, ()), other, same),
                (self._contraries.get(node, ()), other, same),
            ):
                for neighbour in nodes:
                    if neighbour not in side and neighbour not in known:
                        side.add(neighbour)
                        waiting.append((neighbour, side, far))
        return dict.fromkeys(pro, _PRO) | dict.fromkeys(con, _CON) | dict.fromkeys(pro & con, _PRO | _CON)

    @cached_property
    def reading_order(self) -> tuple[str, ...]:
        """Claims and arguments from the thesis down: each once, supporters before attackers, premises as written.

        Then each further thesis and each rival with what is behind it; what is not connected follows at the end, in the
        order of the file.
        """
        order: dict[str, None] = {}
        for root in (*self.roots, *self.claims, *self.arguments):
            waiting = [root] if self.has(root) else []
            while waiting:
                node = waiting.pop()
                if node in order:
                    continue
                order[node] = None
                waiting.extend(reversed(self.incoming(node)))
                if node in self.arguments:
                    waiting.extend(reversed(self.premises(node)))
        return tuple(order)

    # --- circles ---------------------------------------------------------------------------------------------

    def support_circles(self, without: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], ...]:
        """Give the strongly connected components of more than one node when only supports are followed.

        ``without`` names arguments to leave out. Each circle is in the order of the file, claims first.
        """
        edges: dict[str, list[str]] = {claim: [] for claim in self.claims}
        for name, argument in self.arguments.items():
            if name in without or argument.supports is None or name in self.claims:
                continue
            edges[name] = [argument.supports] if self.has(argument.supports) else []
            for premise in self.premises(name):
                edges[premise].append(name)
        return self._in_file_order(strongly_connected(edges))

    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Give the strongly connected components of more than one node over supports and attacks alike."""
        edges: dict[str, list[str]] = {claim: list(self._uses.get(claim, ())) for claim in self.claims}
        for name in self.arguments:
            target = self.target(name)
            edges.setdefault(name, []).extend([] if target is None else [target])
        return self._in_file_order(strongly_connected(edges))

    def _in_file_order(self, components: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        rank = {node: number for number, node in enumerate((*self.claims, *self.arguments))}
        big = [tuple(sorted(component, key=rank.__getitem__)) for component in components if len(component) > 1]
        return tuple(sorted(big, key=lambda component: rank[component[0]]))


def strongly_connected(  # noqa: C901 - a call for each node would cost as much again
    edges: Mapping[Node, Iterable[Node]],
) -> list[tuple[Node, ...]]:
    """Give the strongly connected components of a directed graph, every successor before what leads to it.

    The path-based algorithm (Gabow, Information Processing Letters 74, 2000; written from memory) with an explicit
    stack: ``bounds`` holds where on the path the components found so far begin. Every node must be a key; edges to
    others are ignored. Cost is linear in nodes and edges.

    >>> strongly_connected({"a": ["b"], "b": ["a", "c"], "c": []})
    [('c',), ('a', 'b')]
    """
    rank: dict[Node, int] = {}  # the place on the path; beyond any place once the component is known
    done = len(edges)
    path: list[Node] = []
    bounds: list[int] = []
    components: list[tuple[Node, ...]] = []
    for root in edges:
        work = [] if root in rank else [(root, iter(edges[root]))]
        while work:
            node, successors = work[-1]
            if node not in rank:
                rank[node] = len(path)
                bounds.append(len(path))
                path.append(node)
            for successor in successors:
                place = rank.get(successor)
                if place is not None:
                    while bounds[-1] > place:
                        bounds.pop()
                elif successor in edges:
                    if further := edges[successor]:
                        work.append((successor, iter(further)))
                        break
                    rank[successor] = done
                    components.append((successor,))
            else:
                work.pop()
                if bounds[-1] == rank[node]:
                    start = bounds.pop()
                    if path[-1] == node:  # most stand alone
                        components.append((path.pop(),))
                        rank[node] = done
                    else:
                        components.append(tuple(path[start:]))
                        rank.update(dict.fromkeys(path[start:], done))
                        del path[start:]
    return components
