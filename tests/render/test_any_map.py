"""Whatever a map holds: every format draws it, every claim and argument has a place, and nothing overlaps."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from coldwater.model import from_accepted_data
from coldwater.render import FORMATS, digest_for, digest_in, draw
from coldwater.render.layout.engine import lay_out
from coldwater.render.layout.geometry import Box
from coldwater.render.scene.staging import stage
from strategies import graphs, maps
from work import examples


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("format_", [format_ for format_ in FORMATS if format_ not in ("png", "pdf")])
@settings(max_examples=examples(6))
@given(maps)
def test_every_format_draws_it_and_carries_its_digest(format_: str, data: dict[str, Any]) -> None:
    map_ = from_accepted_data(data)
    drawing = draw(map_, format_)
    assert digest_in(drawing) == digest_for(map_, format_)
    if format_ in ("svg", "graphml"):
        ET.fromstring(drawing)  # noqa: S314 - our own output


@pytest.mark.parametrize("format_", ["png", "pdf"])
@settings(max_examples=examples(3))
@given(maps)
def test_pictures_and_pages_are_made_of_it(format_: str, data: dict[str, Any]) -> None:
    map_ = from_accepted_data(data)
    assert digest_in(draw(map_, format_)) == digest_for(map_, format_)


@pytest.mark.parametrize("refers", [False, True])
@pytest.mark.parametrize("direction", ["top-down", "left-right"])
@settings(max_examples=examples(30))
@given(graphs(14))
def test_no_two_boxes_overlap(direction: str, refers: bool, data: dict[str, Any]) -> None:
    scene = stage(from_accepted_data(data), direction, refers)
    layout = lay_out(scene, "tidy")
    home = scene.homes()
    boxes = [layout.boxes[key] for key in (*scene.cards, *scene.pills, *scene.panels) if key not in home]
    assert not any(_overlap(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert all(box.x >= 0 and box.x + box.width <= layout.width + 0.01 for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= layout.height + 0.01 for box in boxes)
    assert len(layout.routes) == len(scene.edges)
