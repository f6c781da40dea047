"""Claims that hang on nothing, set in rows below the drawing: one beside the other they would make a strip.

Nothing leads to them and nothing from them, so that no line has to pass. It works in (x, y), on a finished layout.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from coldwater.render.layout.geometry import Box, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.render.scene.parts import Card, Scene

#: So many and more stand in a block; fewer stand beside the trees.
FEWEST = 4
_GAP = 16.0  # px between cards of the block, across and down
_ABOVE = 56.0  # between the drawing and the block
_BROAD = 1.4  # times as wide as most: such a card takes the place of two


def loose_cards(scene: Scene) -> tuple[Card, ...]:
    """Give the cards that stand alone and that no line touches, but for thesis and rivals; none if they are few."""
    held = scene.homes().keys() | {end for edge in scene.edges for end in (edge.tail, edge.head)}
    cards = (card for card in scene.cards.values() if not (card.is_thesis or card.is_rival))
    found = tuple(card for card in cards if card.key not in held)
    return found if len(found) >= FEWEST else ()


def without(scene: Scene, cards: Sequence[Card]) -> Scene:
    """Give a scene without some of its cards, to which no line leads."""
    gone = {card.key for card in cards}
    return replace(scene, cards={key: card for key, card in scene.cards.items() if key not in gone})


def with_block(layout: Layout, cards: Sequence[Card], shape: float) -> Layout:
    """Add cards to a layout, in rows below it, as many to a row as fill paper of a shape best; in their order.

    ``shape``: width to height of the paper. All are as wide as the widest, but for the few that are far wider than
    most; these stand in the place of several. Cost: linear.
    """
    most = _BROAD * sorted(card.width for card in cards)[len(cards) // 2]
    unit = max(card.width for card in cards if card.width <= most)
    spans = [ceil((card.width + _GAP) / (unit + _GAP)) for card in cards]
    top = layout.height + _ABOVE if layout.boxes else 0.0
    rows = _rows(spans, _columns(layout, cards, unit, spans, shape))
    boxes = dict(layout.boxes)
    width = layout.width
    for row in rows:
        height = max(cards[number].height for number, _ in row)
        for number, column in row:
            wide = spans[number] * (unit + _GAP) - _GAP
            boxes[cards[number].key] = Box(column * (unit + _GAP), top, wide, height)
            width = max(width, column * (unit + _GAP) + wide)
        top += height + _GAP
    return replace(layout, boxes=boxes, width=width, height=top - _GAP)


def _columns(layout: Layout, cards: Sequence[Card], unit: float, spans: Sequence[int], shape: float) -> int:
    """Give the number of columns with which it all comes out largest on paper, by the mean height of the cards."""
    high = sum(card.height + _GAP for card in cards) / len(cards)
    total = sum(spans)

    def extent(columns: int) -> tuple[float, float]:
        width = max(layout.width, columns * (unit + _GAP) - _GAP)
        height = layout.height + ceil(total / columns) * high
        return max(width / shape, height), height

    return min(range(max(spans), max(total, *spans) + 1), key=extent)


def _rows(spans: Sequence[int], columns: int) -> list[list[tuple[int, int]]]:
    """Fill rows with the numbers of cards, each with the column it begins in."""
    rows: list[list[tuple[int, int]]] = [[]]
    at = 0
    for number, span in enumerate(spans):
        if rows[-1] and at + span > columns:
            rows.append([])
            at = 0
        rows[-1].append((number, at))
        at += span
    return rows
