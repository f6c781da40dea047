"""Where cards and heads stand in their boxes, in (along, across). It knows scenes and blocks, but no line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Block
from coldwater.render.scene import parts as s

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.render.scene.parts import Card, Panel, Scene


def inner_blocks(scene: Scene, blocks: Mapping[str, Block]) -> dict[str, Block]:
    """Place what stands in each panel, in order, with room for "&" between premises; of a head its first row."""
    inside: dict[str, Block] = {}
    for panel in scene.panels.values():
        for key, (x, y, width, height) in _in_panel(scene, panel):
            block = blocks[panel.key]
            if scene.is_top_down:
                near, low, depth, size = block.near + y, block.middle - block.half + x, height, width
            else:
                near, low, depth, size = block.near + x, block.middle - block.half + y, width, height
            inside[key] = Block(near, near + depth, low + size / 2, size / 2)
    return inside


def _in_panel(scene: Scene, panel: Panel) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Give what is in a panel: its key, and left, top, width and height from the panel's corner, in px."""
    yield panel.pill, (0.0, 0.0, panel.width, s.HEAD_HEIGHT)
    x, y = s.BOX_PAD, panel.head
    for key in panel.cards:
        card: Card = scene.cards[key]
        yield key, (x, y, card.width, card.height)
        if panel.is_stacked:
            y += card.height + s.AMPERSAND_DOWN
        else:
            x += card.width + s.AMPERSAND_ACROSS
