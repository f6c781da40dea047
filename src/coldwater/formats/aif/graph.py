"""What the relatives of AIF have in common: statements, steps between them, and edges from premise to conclusion."""

from __future__ import annotations

from coldwater.findings import START

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.formats.foreign.places import Where

#: Kinds of nodes: a statement, and the steps that a map knows (an inference, a conflict, one that does not say).
STATEMENT, INFERENCE, CONFLICT, UNTYPED = "I", "RA", "CA", ""
#: Steps that a map has no word for.
REPHRASE, PREFERENCE = "MA", "PA"
#: The dialogue: what was said, how it led on, and what saying it amounts to.
LOCUTION, TRANSITION, ANCHOR = "L", "TA", "YA"
#: The steps that can become arguments.
STEPS = frozenset([INFERENCE, CONFLICT, UNTYPED])


class Node:
    """A node. ``id`` is the foreign one as text, None where it has none of its own (or one that is taken).

    ``text`` is what is said, or the label of a step; ``scheme`` the scheme of a step as a map names it. ``fields`` are
    those of the claim or argument that may come of it; ``kept`` is what its entry keeps for the way back. ``raw`` is
    the node as the file has it, kept where nothing comes of it.
    """

    __slots__ = ("fields", "id", "kept", "kind", "place", "raw", "scheme", "text")

    def __init__(  # noqa: PLR0913 - what a node is made of
        self,
        id_: str | None,
        kind: str,
        text: str = "",
        *,
        scheme: str | None = None,
        fields: dict[str, Any] | None = None,
        kept: dict[str, Any] | None = None,
        raw: Any = None,
        place: Where = START,
    ) -> None:
        self.id = id_
        self.kind = kind
        self.text = text
        self.scheme = scheme
        self.fields = fields or {}
        self.kept = kept or {}
        self.raw = raw
        self.place = place


class Edge:
    """An edge between two nodes, by their foreign ids. ``kept`` is what the argument keeps of it; ``raw`` as above.

    ``name`` is what it is called in messages; ``is_carried``: the map holds it.
    """

    __slots__ = ("is_carried", "kept", "name", "place", "raw", "source", "target")

    def __init__(  # noqa: PLR0913 - what an edge is made of
        self, source: str, target: str, *, name: str = "", kept: Any = None, raw: Any = None, place: Where = START
    ) -> None:
        self.source = source
        self.target = target
        self.name = name or f"{source} -> {target}"
        self.kept = kept
        self.raw = raw
        self.place = place
        self.is_carried = False


class SchemeGraph:
    """Nodes and edges in the order of the file. Of nodes with one id, edges mean the first."""

    def __init__(self, nodes: list[Node], edges: list[Edge]) -> None:
        self.nodes = nodes
        self.edges = edges
        self.by_id: dict[str, Node] = {}
        for node in nodes:
            if node.id is not None:
                self.by_id.setdefault(node.id, node)

    def is_there(self, edge: Edge) -> bool:
        """Tell whether both ends of an edge are there."""
        return edge.source in self.by_id and edge.target in self.by_id
