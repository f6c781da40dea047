"""Boxes fit their texts, whatever the texts are."""

from __future__ import annotations

import pytest

from coldwater.render.fonts.text import widest, width
from coldwater.render.scene.fitting import thesis_look
from coldwater.render.scene.parts import CARD_PAD, CLAIM_LEADING, CLAIM_SIZE, FOOT_SIZE, THESIS_PAD
from coldwater.render.scene.staging import stage
from render.drawing_samples import all_samples, make_map, random_map

SAMPLES = all_samples() | {f"random {seed}": random_map(seed, 8 + 6 * seed, 0.05 * seed) for seed in range(6)}


@pytest.mark.parametrize("name", SAMPLES)
def test_texts_keep_within_their_boxes(name: str) -> None:
    scene = stage(SAMPLES[name])
    for card in scene.cards.values():
        if card.is_thesis:
            look = thesis_look(card)
            assert widest(card.lines, look.size, look.face) <= card.width - 2 * THESIS_PAD + 0.01
            continue
        inner = card.width - 2 * CARD_PAD + 0.01
        assert widest(card.lines, CLAIM_SIZE, "italic" if card.is_implicit else "regular") <= inner
        assert width(card.foot, FOOT_SIZE) + width(card.mark, FOOT_SIZE) <= inner
        assert len(card.lines) * CLAIM_LEADING + FOOT_SIZE < card.height


def test_ten_thousand_characters_without_a_blank_stay_in_the_card() -> None:
    scene = stage(make_map({"t": "x" * 10_000, "a": "W" * 10_000}))
    for card in scene.cards.values():
        assert "".join(card.lines) in ("x" * 10_000, "W" * 10_000)
        look = thesis_look(card)
        face, size = (look.face, look.size) if card.is_thesis else ("regular", CLAIM_SIZE)
        assert widest(card.lines, size, face) <= card.width - 2 * CARD_PAD
