"""A map as a forest of branches, so that each argument is drawn on one page and nothing is drawn for ever.

An argument hangs on its target. A claim belongs to the first argument in reading order that uses it; further uses are
references. It knows graphs, but neither pages nor drawings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.reading.order import arguments_for

if TYPE_CHECKING:
    from coldwater.model.graph import Graph


class Branches:
    """The forest: what hangs on what. Building it costs time linear in the map."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.roots: list[str] = []  # claims and arguments that hang on nothing: the thesis first, then its rivals
        self.home: dict[str, str] = {}  # the argument that a claim belongs to
        self.on: dict[str, tuple[str, ...]] = {}  # the arguments that hang on a claim or argument
        self.order: list[str] = []  # arguments, every one after what it hangs on
        self._placed: set[str] = set()
        used = [name for name in graph.claims if graph.uses(name)]
        unused = [name for name in graph.claims if not graph.uses(name)]
        roots = [name for name in graph.roots if graph.has(name)]
        self._placed.update(roots)  # what else uses them, refers to them
        for root in roots:
            self._grow(root)
        for root in (*unused, *used, *graph.arguments):
            if root not in self._placed:
                self._grow(root)

    def _grow(self, root: str) -> None:
        self.roots.append(root)
        self._placed.add(root)
        waiting = [root]
        while waiting:
            node = waiting.pop()
            below = [name for name in arguments_for(self.graph, node) if name not in self._placed]
            self._placed.update(below)
            self.on[node] = tuple(below)
            if node in self.graph.arguments:
                self.order.append(node)
                for premise in self.graph.premises(node):
                    if premise not in self._placed:
                        self._placed.add(premise)
                        self.home[premise] = node
                        below.append(premise)
            waiting.extend(reversed(below))

    def further(self, argument: str) -> list[str]:
        """Give the arguments that hang on an argument or on the claims that belong to it, in order."""
        own = [premise for premise in self.graph.premises(argument) if self.home.get(premise) == argument]
        return [name for node in (*own, argument) for name in self.on[node]]

    def source_of(self, node: str) -> str | None:
        """Give the argument with which a claim or argument is drawn; None for a claim that stands alone."""
        return node if node in self.graph.arguments else self.home.get(node)
