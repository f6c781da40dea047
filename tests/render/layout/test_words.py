"""Words on lines: each on its own line, and clear of everything else where there is any room."""

from __future__ import annotations

import math

import pytest

from coldwater.render.layout.engine import lay_out
from coldwater.render.layout.geometry import Box, Layout
from coldwater.render.layout.words import points_on, word_box
from coldwater.render.scene.staging import stage
from render.drawing_samples import all_samples, make_map, random_map

SAMPLES = all_samples() | {f"random {seed}": random_map(seed, 10 + 5 * seed, 0.06 * seed) for seed in range(1, 8)}
WITH_WORDS = [name for name, map_ in SAMPLES.items() if any(claim.contradicts for claim in map_.claims.values())]


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _words(layout: Layout) -> list[Box]:
    return [word_box(route) for route in layout.routes if route.label]


@pytest.mark.parametrize("direction", ["top-down", "left-right"])
@pytest.mark.parametrize("name", WITH_WORDS)
def test_no_word_stands_on_a_box_or_another_word(name: str, direction: str) -> None:
    layout = lay_out(stage(SAMPLES[name], direction))
    words = _words(layout)
    assert words
    for at, word in enumerate(words):
        assert not any(_overlap(word, box) for box in layout.boxes.values())
        assert not any(_overlap(word, other) for other in words[at + 1 :])
        assert word.x >= 0
        assert word.x + word.width <= layout.width


@pytest.mark.parametrize(
    ("name", "direction"), [("twisted", "top-down"), ("plain_twist", "top-down"), ("plain_twist", "left-right")]
)
def test_no_word_covers_another_line(name: str, direction: str) -> None:
    layout = lay_out(stage(SAMPLES[name], direction))
    for number, route in enumerate(layout.routes):
        if route.label:
            word = word_box(route)
            for other in (*layout.routes[:number], *layout.routes[number + 1 :]):
                assert not any(word.x < x < word.x + word.width and word.y < y < word.y + word.height
                               for x, y in points_on(other.commands))  # fmt: skip


def test_a_word_stands_on_its_own_line() -> None:
    layout = lay_out(stage(make_map({"t": {"text": "T.", "contradicts": ["a"]}, "a": "A."})))
    (route,) = layout.routes
    assert route.label is not None
    assert min(math.dist(route.label, point) for point in route.points()) < 70
