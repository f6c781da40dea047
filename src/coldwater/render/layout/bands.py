"""From ranks to px: each rank is a band, and blocks stand at the near edge of their band, so that they line up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Bands, Block
from coldwater.render.layout.placement import sizes_across, sizes_along
from coldwater.render.layout.settling import Settler
from coldwater.render.scene import parts as s

if TYPE_CHECKING:
    from coldwater.render.layout.placement import Placement
    from coldwater.render.scene.forest import Forest

_STEP_GAP = {True: 46.0, False: 62.0}  # between a card's band and the pills that target it, by is_top_down
_LINK_GAP = {True: 30.0, False: 26.0}  # between a pill's band and its panel
_MOST_SETTLED = 500  # blocks; settling takes time quadratic in their number
_LABEL_GAP = 34.0  # more room where a contradiction is written


def set_in_bands(scene: s.Scene, forest: Forest, placement: Placement) -> Bands:
    """Give the bands of a placed scene: blocks at the near edge of their band, or settled where that is simple."""
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
    is_settled = scene.is_top_down and len(blocks) <= _MOST_SETTLED and _is_simple(scene, forest, placement)
    if is_settled:
        blocks = Settler(blocks, placement.rank, gaps, forest).settle()
    hints = {pair: dict(passes) for pair, passes in placement.hints.items()}
    return Bands(
        blocks,
        _card_blocks(scene, blocks),
        dict(placement.rank),
        tuple(near),
        far,
        hints,
        dict(placement.trunks),
        is_settled,
    )


def _is_simple(scene: s.Scene, forest: Forest, placement: Placement) -> bool:
    """Tell whether every line leads from a rank to the one above it, within the forest."""
    rank = placement.rank
    return all(
        edge.kind in ("step", "link")
        and forest.leads_up(edge)
        and rank[forest.block(edge.tail)] == rank[forest.block(edge.head)] + 1
        for edge in scene.edges
    )


def _gaps(scene: s.Scene, forest: Forest, placement: Placement, count: int) -> list[float]:
    """Give the room after each band: more where lines fan out or a contradiction is written, less below pills only."""
    gaps = [_LINK_GAP[scene.is_top_down]] * count
    step = _STEP_GAP[scene.is_top_down]
    for edge in scene.edges:
        head, tail = forest.block(edge.head), forest.block(edge.tail)
        rank = placement.rank[head]
        if edge.kind == "contradicts":
            rank = min(rank, placement.rank[tail])
            gaps[rank] = max(gaps[rank], step + _LABEL_GAP)
        elif edge.head in scene.cards or edge.head == edge.tail or edge.kind == "shared" or edge.relation == "backs":
            spread = abs(placement.across[head] - placement.across[tail])
            gaps[rank] = max(gaps[rank], min(step + spread * 0.03, 2.2 * step))
    for pill in placement.trunks:
        above = placement.rank[pill] - 1
        gaps[above] = max(gaps[above], 0.8 * step)
    return gaps


def _card_blocks(scene: s.Scene, blocks: dict[str, Block]) -> dict[str, Block]:
    """Place the cards of each panel, in order, with room for "&" between them."""
    cards: dict[str, Block] = {}
    between = s.AMPERSAND_ACROSS if scene.is_top_down else s.AMPERSAND_DOWN
    for panel in scene.panels.values():
        block = blocks[panel.key]
        at = block.middle - block.half + s.PANEL_PAD
        for key in panel.cards:
            card = scene.cards[key]
            size, depth = (card.width, card.height) if scene.is_top_down else (card.height, card.width)
            near = block.near + s.PANEL_PAD
            cards[key] = Block(near, near + depth, at + size / 2, size / 2)
            at += size + between
    return cards
