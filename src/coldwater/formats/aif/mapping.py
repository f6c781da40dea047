"""A graph of statements and steps becomes a map: claims, arguments, arguments about arguments, and what is left over.

An inference is an argument for its conclusion, a conflict one against it; a step that leads to another step is an
argument about that one. What is no claim and no whole step is left over, and named.
"""

from __future__ import annotations

from coldwater.formats.aif.graph import (
    ANCHOR,
    CONFLICT,
    LOCUTION,
    PREFERENCE,
    REPHRASE,
    STATEMENT,
    STEPS,
    TRANSITION,
    UNTYPED,
    Edge,
    Node,
    SchemeGraph,
)
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry, Gathering

_NO_WORD = "a map has claims and arguments, and no word for it"
_DIALOGUE = "a map tells what is argued, not the talk in which it was"
#: What nodes are called that no claim or argument comes of, and why none does.
_LEFT_OUT = {
    REPHRASE: ("rephrasing", "rephrasings", _NO_WORD),
    PREFERENCE: ("preference", "preferences", _NO_WORD),
    LOCUTION: ("locution", "locutions", _DIALOGUE),
    TRANSITION: ("transition", "transitions", _DIALOGUE),
    ANCHOR: ("illocution", "illocutions", _DIALOGUE),
}
_SEVERAL = (
    "the step has {number} conclusions and becomes an argument for each; what is about the step is about the first"
)


class Mapped(NamedTuple):
    """What became of a graph: the claims by the ids of their nodes, and the nodes and edges that are left over.

    ``dangling`` are the edges of which an end is not there.
    """

    claims: dict[str, Entry]
    nodes: list[Node]
    edges: list[Edge]
    dangling: list[Edge]


def map_graph(graph: SchemeGraph, gathering: Gathering) -> Mapped:
    """Put the claims and arguments of a graph into a gathering, and name what is left over. Cost is linear."""
    claims: dict[Node, Entry] = {}
    for node in graph.nodes:
        if node.kind == STATEMENT:
            if node.id is not None and graph.by_id[node.id] is not node:
                gathering.remark(node.place, f"the id `{node.id}` is taken; edges are those of the first node with it")
            claims[node] = gathering.claim(node.text, id_=node.id, place=node.place, **node.fields)
            claims[node].kept.update(node.kept)
    steps = _Steps(graph, gathering, claims)
    steps.find()
    steps.make()
    left = [node for node in graph.nodes if node not in claims and node not in steps.made]
    for node in left:
        _name_left(node, steps, gathering)
    known = {id_: claims[node] for id_, node in graph.by_id.items() if node in claims}
    edges = [edge for edge in graph.edges if not edge.is_carried]
    dangling = [edge for edge in edges if not graph.is_there(edge)]
    for edge in dangling:
        gathering.remark(edge.place, f"the edge {edge.name} leads to or from a node that is not there")
        gathering.lose("edge", "one of its ends is not there", edge.name)
    return Mapped(known, left, [edge for edge in edges if graph.is_there(edge)], dangling)


def _name_left(node: Node, steps: _Steps, gathering: Gathering) -> None:
    if node.kind in _LEFT_OUT:
        what, many, why = _LEFT_OUT[node.kind]
        gathering.lose(what, why, node.id, many=many)
    elif node.kind not in STEPS:
        gathering.remark(node.place, f"there is no kind of node `{node.kind}`; the node is left out")
        gathering.lose("node of an unknown kind", _NO_WORD, node.id, many="nodes of unknown kinds")
    elif node in steps.premises and not steps.premises[node]:
        gathering.remark(node.place, "no statement leads to this step; it is left out")
        gathering.lose("step without a premise", "an argument has one", node.id, many="steps without a premise")
    elif node in steps.premises:
        gathering.remark(node.place, "this step leads to no statement and no step that is whole; it is left out")
        gathering.lose("step without a conclusion", "an argument has one", node.id, many="steps without a conclusion")
    else:
        gathering.remark(node.place, "this step has no id, or one that is taken; it is left out")
        gathering.lose("step without an id", "no edge can tell what it joins", node.id, many="steps without an id")


class _Steps:
    """The steps of a graph on their way to arguments. ``premises`` and ``ends`` are their edges in and out."""

    def __init__(self, graph: SchemeGraph, gathering: Gathering, claims: dict[Node, Entry]) -> None:
        self._graph = graph
        self._gathering = gathering
        self._claims = claims
        self._direct: list[Edge] = []
        self.premises: dict[Node, dict[Node, Edge]] = {node: {} for node in graph.by_id.values() if node.kind in STEPS}
        self.ends: dict[Node, dict[Node, Edge]] = {node: {} for node in self.premises}
        #: The arguments by their steps, of several the first.
        self.made: dict[Node, Entry] = {}

    def find(self) -> None:
        """Find what leads to each step, and where it leads; a step is whole if both are there and whole."""
        for edge in self._graph.edges:
            if not self._graph.is_there(edge):
                continue
            source, target = self._graph.by_id[edge.source], self._graph.by_id[edge.target]
            if source.kind == STATEMENT and target in self.premises:
                self._note(self.premises[target], source, edge)
            elif source in self.ends and source is not target and (target.kind == STATEMENT or target in self.ends):
                self._note(self.ends[source], target, edge)
            elif source.kind == STATEMENT and target.kind == STATEMENT:
                self._direct.append(edge)
        self._leave_halves()

    def _note(self, edges: dict[Node, Edge], end: Node, edge: Edge) -> None:
        if edges.setdefault(end, edge) is not edge:
            self._gathering.remark(edge.place, f"the edge {edge.name} is there already")

    def _leave_halves(self) -> None:
        """Take out the ends of steps that are no whole steps, and of those that thereby cease to be whole."""
        about: dict[Node, list[Node]] = {}
        for node, ends in self.ends.items():
            for end in ends:
                if end in self.ends:
                    about.setdefault(end, []).append(node)
        waiting = [node for node in self.ends if not self._is_whole(node)]
        while waiting:
            half = waiting.pop()
            for node in about.pop(half, ()):
                was_whole = self._is_whole(node)
                self.ends[node].pop(half, None)
                if was_whole and not self._is_whole(node):
                    waiting.append(node)

    def _is_whole(self, node: Node) -> bool:
        return bool(self.premises[node] and self.ends[node])

    def make(self) -> None:
        """Make the arguments; each may be about any other."""
        parts: list[tuple[Entry, Node]] = []
        for node, ends in self.ends.items():
            if not self._is_whole(node):
                continue
            if len(ends) > 1:
                self._gathering.remark(node.place, _SEVERAL.format(number=len(ends)))
            if node.kind == UNTYPED:
                self._gathering.remark(node.place, "the step does not say what it does; it is read as an inference")
            for number, (end, edge) in enumerate(ends.items()):
                entry = self._argument(node, edge, number)
                self.made.setdefault(node, entry)
                parts.append((entry, end))
        for entry, end in parts:
            entry.target = self._claims.get(end) or self.made[end]
        for edge in self._direct:
            self._make_direct(edge)

    def _argument(self, node: Node, out: Edge, number: int) -> Entry:
        premises = [self._claims[premise] for premise in self.premises[node]]
        entry = self._gathering.argument(
            premises, premises[0], attacks=node.kind == CONFLICT, id_=node.id, place=node.place,
            scheme=node.scheme, **node.fields,
        )  # fmt: skip
        out.is_carried = True
        for edge in self.premises[node].values():
            edge.is_carried = True
        if number:
            entry.kept["part"] = number + 1
        else:
            entry.kept.update(node.kept)
            into = {edge.source: edge.kept for edge in self.premises[node].values() if edge.kept is not None}
            if into:
                entry.kept["in"] = into
        if out.kept is not None:
            entry.kept["out"] = out.kept
        return entry

    def _make_direct(self, edge: Edge) -> None:
        premise, target = (self._claims[self._graph.by_id[id_]] for id_ in (edge.source, edge.target))
        self._gathering.remark(edge.place, f"the edge {edge.name} joins two statements; it is read as an inference")
        entry = self._gathering.argument([premise], target, place=edge.place)
        entry.kept["direct"] = edge.kept
        edge.is_carried = True
