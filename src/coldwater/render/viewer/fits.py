"""References to claims that are drawn elsewhere, made to fit; other drawings have lines for them. No layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coldwater.render.fonts.text import shorten, widest, width, wrap
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import seal_width

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face

CHIP_SIZE = 10.5
CHIP_ROW = 22.0  # height of a row of a card that holds a chip
_MOST_CHIPS = 3
_MOST_LINES = 2  # of a claim that is drawn elsewhere


def again_card(card: s.Card, key: str, text: str, text_width: float) -> s.Card:
    """Make the reference to a card: the beginning of its text, its verdict, and "used again" with its id."""
    face: Face = "italic" if card.is_implicit else "regular"
    lines = wrap(text, text_width, s.CLAIM_SIZE, face)
    if len(lines) > _MOST_LINES:
        lines = (lines[0], shorten(lines[1] + " …", text_width, s.CLAIM_SIZE, face))
    foot = shorten(f"↗ used again: {card.name}", text_width, s.FOOT_SIZE)
    sealed = seal_width(card.seal) + s.SEAL_GAP if card.seal else 0.0
    inner = max(widest(lines, s.CLAIM_SIZE, face), sealed + width(foot, s.FOOT_SIZE))
    return replace(
        card, key=key, lines=lines, foot=foot, mark="", is_thesis=False,
        width=_even(inner + 2 * s.CARD_PAD),
        height=_even(s.CARD_TOP + len(lines) * s.CLAIM_LEADING + s.CARD_FOOT),
    )  # fmt: skip


def chip(words: str, to: int, room: float) -> dict[str, Any]:
    """Make a chip that leads to a node (-1: nowhere), at most ``room`` px wide."""
    text = shorten(words, room - 18.0, CHIP_SIZE, "semibold")
    return {"text": text, "to": to, "w": round(width(text, CHIP_SIZE, "semibold") + 19.0, 1)}


def rival_chips(rivals: list[tuple[str, int]], room: float) -> list[dict[str, Any]]:
    """Make a chip for each claim (id, node) that a claim contradicts; for many, the last says how many more."""
    shown = rivals if len(rivals) <= _MOST_CHIPS else rivals[: _MOST_CHIPS - 1]
    chips = [chip(f"× contradicts {name}", node, room) for name, node in shown]
    if len(shown) < len(rivals):
        chips.append(chip(f"× contradicts {len(rivals) - len(shown)} more", -1, room))
    return chips


def with_chips(card: s.Card, chips: list[dict[str, Any]]) -> s.Card:
    """Give the card with room for chips, one a row, below its foot."""
    inner = max(float(made["w"]) for made in chips)
    width_ = max(card.width, _even(inner + 2 * s.CARD_PAD))
    return replace(card, width=width_, height=card.height + len(chips) * CHIP_ROW)


def _even(length: float) -> float:
    return float(-(-int(length + 1.999) // 2) * 2)
