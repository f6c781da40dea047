"""How much lies behind each argument of a forest: how many arguments, how deep, how wide, how many of them against it.

It knows graphs, but neither pages nor drawings. All walks are loops: a chain of 100,000 arguments is fine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.render.reading.branches import Branches


class Behind:
    """By argument: what hangs on it or on its premises, and what hangs on that. Building costs linear time.

    ``below``: its children in reading order. ``count``: arguments behind it, itself not among them, with those that a
    part of a map leaves out. ``against``: how many of them speak against it. ``leaves``: how many of them, or itself,
    have nothing behind them. ``levels``: how many levels of arguments are behind it.
    """

    def __init__(self, branches: Branches, left_out: Mapping[str, int]) -> None:
        self.below: dict[str, list[str]] = {name: branches.further(name) for name in branches.order}
        self.count: dict[str, int] = {}
        self.against: dict[str, int] = {}
        self.leaves: dict[str, int] = {}
        self.levels: dict[str, int] = {}
        arguments = branches.graph.arguments
        for name in reversed(branches.order):
            below = self.below[name]
            own = [premise for premise in branches.graph.premises(name) if branches.home.get(premise) == name]
            hidden = sum(left_out.get(node, 0) for node in (*own, name)) if left_out else 0
            self.count[name] = hidden + sum(1 + self.count[child] for child in below)
            self.against[name] = sum(
                self.against[child] if arguments[child].attacks is None else 1 + self.count[child] - self.against[child]
                for child in below
            )
            self.leaves[name] = sum(self.leaves[child] for child in below) or 1
            self.levels[name] = max((1 + self.levels[child] for child in below), default=0)
        self._attacks = {name: arguments[name].attacks is not None for name in branches.order}

    def walk(self, name: str) -> Iterator[tuple[str, int, int, bool]]:
        """Give all behind an argument, parents first: id, level from 1, first leaf, whether it is against it."""
        waiting = [(name, 0, 0, False)]
        while waiting:
            node, level, leaf, is_against = waiting.pop()
            if level:
                yield node, level, leaf, is_against
            for child in self.below[node]:
                waiting.append((child, level + 1, leaf, is_against != self._attacks[child]))
                leaf += self.leaves[child]
