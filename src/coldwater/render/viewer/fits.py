"""References to claims that are drawn elsewhere, made to fit; other drawings have lines for them. No layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coldwater.render.fonts.text import shorten, width
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import even

if TYPE_CHECKING:
    from coldwater.words.wording import Words

CHIP_SIZE = 10.5
CHIP_ROW = 22.0  # height of a row of a card that holds a chip
_MOST_CHIPS = 3


def chip(words: str, to: int, room: float) -> dict[str, Any]:
    """Make a chip that leads to a node (-1: nowhere), at most ``room`` px wide."""
    text = shorten(words, room - 18.0, CHIP_SIZE, "semibold")
    return {"text": text, "to": to, "w": round(width(text, CHIP_SIZE, "semibold") + 19.0, 1)}


def contrary_chips(contraries: list[tuple[str, int]], room: float, words: Words) -> list[dict[str, Any]]:
    """Make a chip for each claim (id, node) that a claim contradicts; for many, the last says how many more."""
    shown = contraries if len(contraries) <= _MOST_CHIPS else contraries[: _MOST_CHIPS - 1]
    chips = [chip(words.on_page("contradicts_id", name=name), node, room) for name, node in shown]
    if len(shown) < len(contraries):
        chips.append(chip(words.on_page("contradicts_more", count=len(contraries) - len(shown)), -1, room))
    return chips


def with_chips(card: s.Card, chips: list[dict[str, Any]]) -> s.Card:
    """Give the card with room for chips, one a row, below its foot."""
    inner = max(float(made["w"]) for made in chips)
    width_ = max(card.width, even(inner + 2 * s.CARD_PAD))
    return replace(card, width=width_, height=card.height + len(chips) * CHIP_ROW)
