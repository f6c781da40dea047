"""Which rank each block is in, and where across, as Graphviz says (``tidy`` finds it without). No page yet.

"Along" is the direction from the thesis to the leaves (down, or to the right), "across" the other one. A block is a
panel, a pill, or a card that stands alone.
"""

from __future__ import annotations

import json
from bisect import bisect
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coldwater.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene


@dataclass(frozen=True, slots=True)
class Placement:
    """By block: rank (0 at the thesis) and middle across in px; by (tail, head): where a line passes each rank.

    ``trunks``: by pill that stands in a column, where the trunk of the column is across.
    """

    rank: Mapping[str, int]
    across: Mapping[str, float]
    hints: Mapping[tuple[str, str], Mapping[int, float]]
    trunks: Mapping[str, float] = field(default_factory=dict)


def sizes_across(scene: Scene) -> dict[str, float]:
    """Give the size of each block across."""
    return {key: size[0] if scene.is_top_down else size[1] for key, size in block_sizes(scene).items()}


def sizes_along(scene: Scene) -> dict[str, float]:
    """Give the size of each block along."""
    return {key: size[1] if scene.is_top_down else size[0] for key, size in block_sizes(scene).items()}


def block_sizes(scene: Scene) -> dict[str, tuple[float, float]]:
    """Give width and height of each block."""
    home = scene.homes()
    cards = {key: (card.width, card.height) for key, card in scene.cards.items() if key not in home}
    pills = {key: (pill.width, pill.height) for key, pill in scene.pills.items()}
    return cards | pills | {key: (panel.width, panel.height) for key, panel in scene.panels.items()}


def place_with_graphviz(scene: Scene, forest: Forest, engine: str) -> Placement:
    """Ask Graphviz (``embedded`` or ``system``). Raises DrawingError if it fails or its answer makes no sense."""
    from coldwater.render.graphviz.dot import dot_text  # noqa: PLC0415 - heavy
    from coldwater.render.graphviz.sandbox import run_graphviz  # noqa: PLC0415

    answer = run_graphviz(dot_text(scene), "json0", engine)
    try:
        return _Reader(scene, forest, json.loads(answer)).placement()
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise DrawingError(f"Graphviz gave an answer that makes no sense ({type(error).__name__}).") from None


class _Reader:
    """Turns Graphviz's JSON into a placement. Its y points up and its units are points, which are our px."""

    def __init__(self, scene: Scene, forest: Forest, answer: dict[str, Any]) -> None:
        self.scene = scene
        self.forest = forest
        self.answer = answer
        top = float(answer["bb"].split(",")[3])
        self.points = {node["name"]: self._turned(node["pos"], top) for node in answer["objects"] if "pos" in node}
        self.top = top
        members = [*scene.cards, *scene.pills]
        self.levels = sorted({self.points[key][0] for key in members})
        self.ranks = {level: rank for rank, level in enumerate(self.levels)}

    def _turned(self, text: str, top: float) -> tuple[float, float]:
        """Give (along, across) of a point."""
        x, y = (float(number) for number in text.split(","))
        return (round(top - y, 1), x) if self.scene.is_top_down else (round(x, 1), top - y)

    def placement(self) -> Placement:
        rank: dict[str, int] = {}
        across: dict[str, float] = {}
        for key in [*self.scene.cards, *self.scene.pills]:
            if key not in self.forest.home:
                rank[key] = self.ranks[self.points[key][0]]
                across[key] = self.points[key][1]
        sizes = sizes_across(self.scene)
        for panel in self.scene.panels.values():
            levels = {self.points[card][0] for card in panel.cards}
            if len(levels) != 1:
                raise DrawingError("Graphviz tore the premises of an argument apart.")
            rank[panel.key] = self.ranks[levels.pop()]
            across[panel.key] = self._middle(panel.cards)
        return Placement(rank, _pushed_apart(rank, across, sizes), self._hints())

    def _middle(self, cards: tuple[str, ...]) -> float:
        ends = []
        for key in cards:
            card = self.scene.cards[key]
            half = (card.width if self.scene.is_top_down else card.height) / 2
            ends += [self.points[key][1] - half, self.points[key][1] + half]
        return (min(ends) + max(ends)) / 2

    def _hints(self) -> dict[tuple[str, str], dict[int, float]]:
        """Give where the lines that Graphviz has drawn pass each rank."""
        names = {node["_gvid"]: node["name"] for node in self.answer["objects"]}
        hints = {}
        for edge in self.answer.get("edges", ()):
            if "pos" in edge:
                line = sorted(
                    self._turned(point, self.top) for point in edge["pos"].replace("e,", "").replace("s,", "").split()
                )
                hints[names[edge["tail"]], names[edge["head"]]] = {
                    rank: _between(line, level)
                    for rank, level in enumerate(self.levels)
                    if line[0][0] <= level <= line[-1][0]
                }
        return hints


def _between(line: list[tuple[float, float]], level: float) -> float:
    at = bisect(line, (level, float("-inf")))
    if at == 0 or at == len(line):
        return line[min(at, len(line) - 1)][1]
    (u0, v0), (u1, v1) = line[at - 1], line[at]
    return v0 + (v1 - v0) * (level - u0) / (u1 - u0) if u1 > u0 else v1


def _pushed_apart(rank: dict[str, int], across: dict[str, float], sizes: Mapping[str, float]) -> dict[str, float]:
    """Part blocks of one rank that come too near each other; Graphviz leaves them apart, so this is a safeguard."""
    result = dict(across)
    ends: dict[int, float] = {}
    for key in sorted(across, key=lambda key: (across[key], key)):
        half = sizes[key] / 2
        least = ends.get(rank[key], float("-inf")) + half
        result[key] = max(across[key], least)
        ends[rank[key]] = result[key] + half + 8.0
    return result
