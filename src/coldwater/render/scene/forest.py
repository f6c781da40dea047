"""The blocks of a scene (panels, pills, cards that stand alone) as a forest: what hangs below what, and how deep.

It knows scenes, not layouts. Every block is in the forest once, also in a scene full of circles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.scene.parts import Edge, Scene


@dataclass(frozen=True, slots=True)
class Forest:
    """Blocks by key: the roots in reading order, children in order, depth (0 for roots)."""

    roots: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    depth: Mapping[str, int]
    home: Mapping[str, str]

    def block(self, key: str) -> str:
        """Give the block that a card, pill or panel is in: the panel of a card, or itself."""
        return self.home.get(key, key)

    def leads_up(self, edge: Edge) -> bool:
        """Tell whether an edge leads from a deeper block to a less deep one; such edges make no circle."""
        return self.depth[self.block(edge.tail)] > self.depth[self.block(edge.head)]


def grow(scene: Scene) -> Forest:
    """Give the forest of a scene. Cost: linear."""
    home = scene.homes()
    below = _hanging(scene, home)
    blocks = [key for key in (*scene.cards, *scene.pills, *scene.panels) if key not in home]
    has_parent = {child for children in below.values() for child in children}
    depth: dict[str, int] = {}
    children: dict[str, tuple[str, ...]] = {}
    roots: list[str] = []
    for root in [*(key for key in blocks if key not in has_parent), *blocks]:
        if root in depth:
            continue
        roots.append(root)
        depth[root] = 0
        waiting = [root]
        while waiting:
            block = waiting.pop()
            children[block] = tuple(child for child in below.get(block, ()) if child not in depth)
            for child in children[block]:
                depth[child] = depth[block] + 1
            waiting.extend(reversed(children[block]))
    return Forest(tuple(roots), children, depth, home)


def hung_in_columns(forest: Forest, scene: Scene) -> Forest:
    """Give the forest with each column of a scene as one chain: every argument below the premises of the one before.

    So each has its place in line, whatever places the forest. Cost: linear.
    """
    if not scene.columns:
        return forest
    panel_of = {panel.pill: panel.key for panel in scene.panels.values()}
    children, depth = dict(forest.children), dict(forest.depth)
    moved = {forest.block(pill) for column in scene.columns for pill in column[1:]}
    heads = {edge.tail: forest.block(edge.head) for edge in scene.edges if edge.kind == "step"}
    for head in dict.fromkeys(heads[column[0]] for column in scene.columns):
        children[head] = tuple(child for child in children[head] if child not in moved)
    for column in scene.columns:
        level = depth[forest.block(column[0])]
        for pill, following in zip(column, (*column[1:], None), strict=True):
            block = forest.block(pill)
            end = panel_of.get(pill, pill)
            depth[block], depth[end] = level, level + (end != block)
            level = depth[end] + 1
            if following is not None:
                children[end] = (*children[end], forest.block(following))
    return replace(forest, children=children, depth=depth)


def _hanging(scene: Scene, home: Mapping[str, str]) -> dict[str, list[str]]:
    """Give what hangs below each block: what targets its head, and what targets its cards, card by card.

    What hits the head of a box comes first, where lines reach it at the top; from the top down they reach it from the
    sides, and there it stands outside: what backs it before all, what undercuts it behind all.
    """
    by_head: dict[str, list[str]] = {}
    for edge in scene.edges:
        if edge.kind == "step":
            by_head.setdefault(edge.head, []).append(home.get(edge.tail, edge.tail))
    below = {key: found for key, found in by_head.items() if key not in home}
    undercuts = {home.get(edge.tail, edge.tail) for edge in scene.edges if edge.relation == "undercuts"}
    for panel in scene.panels.values():
        found = [block for card in panel.cards for block in by_head.get(card, ())]
        on_head = by_head.get(panel.pill, [])
        before = [block for block in on_head if not (scene.is_top_down and block in undercuts)]
        found = [*before, *found, *(block for block in on_head if scene.is_top_down and block in undercuts)]
        if found:
            below[panel.key] = found
    return below
