"""Which rank each block is in, and where across, as Graphviz says (``tidy`` finds it without). No page yet.

"Along" is the direction from the thesis to the leaves (down, or to the right), "across" the other one. A block is a
panel, a pill, or a card that stands alone.
"""

from __future__ import annotations

import json
from bisect import bisect
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coldwater.errors import DrawingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene


_SEPARATION = 46.0  # px between layers, as far as Graphviz needs to know
_BESIDE = {True: 24.0, False: 16.0}  # px between blocks of a layer; by is_top_down


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
    pills = {key: (pill.width, pill.height) for key, pill in scene.pills.items() if key not in home}
    return cards | pills | {key: (panel.width, panel.height) for key, panel in scene.panels.items()}


def place_with_graphviz(scene: Scene, forest: Forest, engine: str) -> Placement:
    """Ask Graphviz (``embedded`` or ``system``). Raises DrawingError if it fails or its answer makes no sense."""
    from coldwater.render.graphviz.sandbox import run_graphviz  # noqa: PLC0415 - heavy

    answer = run_graphviz(_asked(scene, forest), "json0", engine)
    try:
        return _Reader(scene, forest, json.loads(answer)).placement()
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise DrawingError(f"Graphviz gave an answer that makes no sense ({type(error).__name__}).") from None


def _asked(scene: Scene, forest: Forest) -> str:
    """Give what Graphviz is asked: each block as a box of its size, each pair of blocks with a line between them."""
    lines = [
        "digraph {", f"rankdir={'BT' if scene.is_top_down else 'RL'} ordering=in", f"ranksep={_SEPARATION / 72:.4f}",
        f"nodesep={_BESIDE[scene.is_top_down] / 72:.4f}", "node [shape=box label=\"\" fixedsize=true]",
    ]  # fmt: skip
    lines += [f"{key} [width={w / 72:.4f} height={h / 72:.4f}]" for key, (w, h) in block_sizes(scene).items()]
    roots = [card.key for card in scene.cards.values() if card.is_thesis or card.is_rival]
    if len(roots) > 1:
        lines.append(f"{{rank=sink {' '.join(roots)}}}")
        lines += [f"{one} -> {other} [style=invis]" for one, other in pairwise(roots)]
    pairs: dict[tuple[str, str], bool] = {}
    for edge in scene.edges:
        pair = (forest.block(edge.tail), forest.block(edge.head))
        pairs[pair] = pairs.get(pair, False) or (edge.kind != "contradicts" and forest.leads_up(edge))
    for (tail, head), leads in pairs.items():
        lines.append(f"{tail} -> {head}" + ("" if leads else " [constraint=false]"))  # no circle turns it upside down
    return "\n".join([*lines, "}"])


class _Reader:
    """Turns Graphviz's JSON into a placement. Its y points up and its units are points, which are our px."""

    def __init__(self, scene: Scene, forest: Forest, answer: dict[str, Any]) -> None:
        self.scene = scene
        self.forest = forest
        self.answer = answer
        top = float(answer["bb"].split(",")[3])
        self.points = {node["name"]: self._turned(node["pos"], top) for node in answer["objects"] if "pos" in node}
        self.top = top
        self.keys = list(block_sizes(scene))
        self.levels = sorted({self.points[key][0] for key in self.keys})
        self.ranks = {level: rank for rank, level in enumerate(self.levels)}

    def _turned(self, text: str, top: float) -> tuple[float, float]:
        """Give (along, across) of a point."""
        x, y = (float(number) for number in text.split(","))
        return (round(top - y, 1), x) if self.scene.is_top_down else (round(x, 1), top - y)

    def placement(self) -> Placement:
        rank = {key: self.ranks[self.points[key][0]] for key in self.keys}
        across = {key: self.points[key][1] for key in self.keys}
        return Placement(rank, _pushed_apart(rank, across, sizes_across(self.scene)), self._hints())

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
