"""Where things stand: no box over another, no text beyond its box, no line through a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coldwater.render.layout.engine import lay_out
from coldwater.render.scene.forest import grow
from coldwater.render.scene.staging import stage
from coldwater.render.svg.page import compose
from render.drawing_samples import all_samples, attacks, chain, make_map, random_map, supports

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Box, Command, Layout, Point
    from coldwater.render.scene.parts import Scene

SAMPLES = all_samples() | {f"random {seed}": random_map(seed, 8 + 6 * seed, 0.05 * seed) for seed in range(6)}
ENGINES = ("embedded", "tidy")


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _holds(outer: Box, inner: Box) -> bool:
    across = outer.x <= inner.x and inner.x + inner.width <= outer.x + outer.width + 0.01
    return across and outer.y <= inner.y and inner.y + inner.height <= outer.y + outer.height + 0.01


def _blocks(scene: Scene) -> list[str]:
    home = scene.homes()
    return [key for key in (*scene.cards, *scene.pills, *scene.panels) if key not in home]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_box_stands_on_another(name: str, engine: str) -> None:
    scene = stage(SAMPLES[name])
    layout = lay_out(scene, engine)
    keys = _blocks(scene)
    for number, one in enumerate(keys):
        for other in keys[number + 1 :]:
            assert not _overlap(layout.boxes[one], layout.boxes[other]), (one, other)
    for panel in scene.panels.values():
        cards = [layout.boxes[key] for key in panel.cards]
        assert all(_holds(layout.boxes[panel.key], card) for card in cards)
        assert not any(_overlap(one, other) for at, one in enumerate(cards) for other in cards[at + 1 :])
    page = compose(scene, layout.width, layout.height)
    assert page.left + layout.width <= page.width
    assert all(box.x >= 0 and box.x + box.width <= layout.width + 0.01 for box in layout.boxes.values())
    assert all(box.y >= 0 and box.y + box.height <= layout.height + 0.01 for box in layout.boxes.values())


def _points(commands: tuple[Command, ...]) -> list[Point]:
    points: list[Point] = []
    at = commands[0][1][0]
    for _, (*bends, end) in commands[1:]:
        one, two = bends or (at, end)
        for step in range(25):
            t = step / 24
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            four = (at, one, two, end)
            points.append((sum(w * p[0] for w, p in zip(weights, four, strict=True)),
                           sum(w * p[1] for w, p in zip(weights, four, strict=True))))  # fmt: skip
        at = end
    return points


def _crossed(scene: Scene, layout: Layout) -> list[tuple[str, str, str]]:
    home = scene.homes()
    found = []
    for route in layout.routes:
        own = {home.get(route.edge.tail, route.edge.tail), home.get(route.edge.head, route.edge.head)}
        points = _points(route.commands)
        for key in _blocks(scene):
            box = layout.boxes[key]
            inside = (box.x < x < box.x + box.width and box.y < y < box.y + box.height for x, y in points)
            if key not in own and any(inside):
                found.append((route.edge.tail, route.edge.head, key))
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_no_line_runs_through_a_box(name: str) -> None:
    scene = stage(SAMPLES[name])
    assert _crossed(scene, lay_out(scene)) == []


def test_supporters_go_left_of_attackers_the_stronger_first() -> None:
    claims = {"t": "T."} | {name: f"Claim {name}." for name in "abcd"}
    arguments = {
        "x": attacks("t", "a"),
        "weak": supports("t", "b", strength=0.2),
        "y": supports("t", "c", strength=0.9),
        "z": supports("t", "d"),
    }
    scene = stage(make_map(claims, arguments))
    boxes = lay_out(scene).boxes
    by_place = sorted(scene.pills.values(), key=lambda pill: boxes[pill.key].x)
    assert [pill.name for pill in by_place] == ["z", "y", "weak", "x"]


@pytest.mark.parametrize("seed", range(4))
def test_graphviz_keeps_the_order_of_siblings_in_trees(seed: int) -> None:
    scene = stage(random_map(seed, 30))
    boxes = lay_out(scene).boxes
    for children in grow(scene).children.values():
        tops = [boxes[key].y for key in children if key in scene.pills and scene.pills[key].relation != "undercuts"]
        assert tops == sorted(tops)


def test_small_maps_go_down_and_large_ones_to_the_right() -> None:
    assert stage(random_map(7, 8)).is_top_down
    assert not stage(random_map(7, 40)).is_top_down


def test_thousands_of_claims_need_no_graphviz_and_no_recursion() -> None:
    scene = stage(chain(5_000))
    assert len(lay_out(scene).boxes) == len(scene.cards) + len(scene.pills) + len(scene.panels)


def test_a_map_that_graphviz_cannot_cope_with_is_drawn_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coldwater.render.graphviz.sandbox.FUEL_LIMIT", 1000)
    scene = stage(random_map(1, 20))
    assert lay_out(scene, "embedded") == lay_out(scene, "tidy")
