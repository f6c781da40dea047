"""From ranks to px: each rank is a band, and blocks stand at the near edge of their band, so that they line up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Bands, Block
from coldwater.render.layout.inside import inner_blocks
from coldwater.render.layout.placement import sizes_across, sizes_along

if TYPE_CHECKING:
    from coldwater.render.layout.placement import Placement
    from coldwater.render.scene.forest import Forest
    from coldwater.render.scene.parts import Scene

_STEP_GAP = 46.0  # px between the band of a target and the bands of what targets it
_LEAST_GAP = 30.0  # and where no line leads
_LABEL_GAP = {True: 46.0, False: 64.0}  # more room where a contradiction is written; by is_top_down


def set_in_bands(scene: Scene, forest: Forest, placement: Placement) -> Bands:
    """Give the bands of a placed scene: blocks at the near edge of their band."""
    along, across = sizes_along(scene), sizes_across(scene)
    count = max(placement.rank.values(), default=0) + 1
    thickness = [0.0] * count
    for key, rank in placement.rank.items():
        thickness[rank] = max(thickness[rank], along[key])
    gaps = _gaps(scene, forest, placement, count)
    near: list[float] = []
    at = 0.0
    for rank in range(count):
        near.append(at)
        at += thickness[rank] + gaps[rank]
    blocks = {
        key: Block(near[rank], near[rank] + along[key], placement.across[key], across[key] / 2)
        for key, rank in placement.rank.items()
    }
    far = tuple(start + size for start, size in zip(near, thickness, strict=True))
    hints = {pair: dict(passes) for pair, passes in placement.hints.items()}
    return Bands(
        blocks,
        inner_blocks(scene, blocks),
        dict(placement.rank),
        tuple(near),
        far,
        hints,
        dict(placement.trunks),
    )


def _gaps(scene: Scene, forest: Forest, placement: Placement, count: int) -> list[float]:
    """Give the room after each band: more where lines fan out or a contradiction is written."""
    gaps = [_LEAST_GAP] * count
    for edge in scene.edges:
        head, tail = forest.block(edge.head), forest.block(edge.tail)
        rank = placement.rank[head]
        if edge.kind == "contradicts":
            rank = min(rank, placement.rank[tail])
            gaps[rank] = max(gaps[rank], _STEP_GAP + _LABEL_GAP[scene.is_top_down])
        else:
            spread = abs(placement.across[head] - placement.across[tail])
            gaps[rank] = max(gaps[rank], min(_STEP_GAP + spread * 0.03, 2.0 * _STEP_GAP))
    for pill in placement.trunks:
        above = placement.rank[forest.block(pill)] - 1
        gaps[above] = max(gaps[above], _STEP_GAP)
    return gaps
