"""Moves blocks up as far as they go, so that no line is longer than it must be. For small maps without detours.

It knows positions in (along, across) only. Blocks that hang below the same block stay in line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.render.layout.geometry import Block
    from coldwater.render.scene.forest import Forest

_BESIDE = 14.0  # px; what is nearer than this across counts as in the way


class Settler:
    """Blocks in their bands, with the gap after each band; gives them moved up."""

    def __init__(
        self, blocks: Mapping[str, Block], rank: Mapping[str, int], gaps: Sequence[float], forest: Forest
    ) -> None:
        self.blocks = blocks
        self.rank = rank
        self.gaps = gaps
        self.forest = forest
        self.parent = {child: block for block, children in forest.children.items() for child in children}
        self.settled: dict[str, Block] = {}

    def settle(self) -> dict[str, Block]:
        """Give the blocks, each as near as what stands between it and the root allows. Quadratic in their number."""
        for key in sorted(self.blocks, key=lambda key: (self.rank[key], key)):
            if key not in self.settled:
                family = self.forest.children[self.parent[key]] if key in self.parent else (key,)
                near = max(self._nearest(member) for member in family)
                for member in family:
                    block = self.blocks[member]
                    self.settled[member] = replace(block, near=near, far=near + block.far - block.near)
        return self.settled

    def _nearest(self, key: str) -> float:
        """Give how near a block may come: clear of what stands above it, and above its line to its parent."""
        block = self.blocks[key]
        low, high = block.middle - block.half, block.middle + block.half
        if key in self.parent:
            above = self.blocks[self.parent[key]].middle
            low, high = min(low, above), max(high, above)
        near = 0.0
        for name, other in self.settled.items():
            is_in_the_way = other.middle + other.half + _BESIDE > low and other.middle - other.half - _BESIDE < high
            if is_in_the_way and self.rank[name] < self.rank[key]:
                near = max(near, other.far + self.gaps[self.rank[name]])
        return near
