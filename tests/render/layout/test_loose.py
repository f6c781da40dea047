"""Claims that hang on nothing stand in a block below the drawing; none is lost, none covers another."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from coldwater.model import from_accepted_data
from coldwater.render import FORMATS, Options, draw
from coldwater.render.layout.arranging import arrange
from coldwater.render.layout.geometry import Box
from coldwater.render.layout.loose import FEWEST
from coldwater.render.viewer.content import content


def talk(loose: int, **fields: Any) -> Any:
    """Give a draft with two trees and so many loose claims, of texts of many lengths."""
    claims = {"t": "We should go.", "a": "It is late.", "other": "We should sing.", "b": "Singing is fun."}
    claims |= {f"s{number}": "Somebody said this. " * (1 + number % 5) + f"And {number}." for number in range(loose)}
    arguments = {"x": {"premises": ["a"], "supports": "t"}, "y": {"premises": ["b"], "supports": "other"}}
    data = {"argmap": 1, "title": "A talk", "thesis": "t", "draft": True, "shape": "graph"}
    return from_accepted_data({**data, "claims": claims, "arguments": arguments, **fields})


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("direction", ["auto", "top-down", "left-right"])
@pytest.mark.parametrize("loose", [FEWEST, 9, 60])
def test_the_block_stands_below_the_rest_and_nothing_overlaps(loose: int, direction: str) -> None:
    scene, layout = arrange(talk(loose), direction)
    assert set(layout.boxes) == {*scene.cards, *scene.pills, *scene.panels}
    cards = {card.name: layout.boxes[card.key] for card in scene.cards.values()}
    block = [box for name, box in cards.items() if name.startswith("s")]
    rest = [layout.boxes[key] for key in (*scene.pills, *scene.panels)] + [cards["t"], cards["other"]]
    assert min(box.y for box in block) > max(box.y + box.height for box in rest)
    assert not any(overlap(one, other) for one, other in combinations(block, 2))
    assert layout.width >= max(box.x + box.width for box in block)
    assert layout.height >= max(box.y + box.height for box in block)


def test_sixty_loose_claims_are_no_strip() -> None:
    _, layout = arrange(talk(60))
    assert 0.5 < layout.width / layout.height < 2.5


def test_rows_are_even_and_read_in_order() -> None:
    scene, layout = arrange(talk(30), "left-right")
    block = [layout.boxes[card.key] for card in scene.cards.values() if card.name.startswith("s")]
    assert [(box.y, box.x) for box in block] == sorted((box.y, box.x) for box in block)
    assert len({box.width for box in block}) == 1


def test_a_very_broad_card_takes_several_places() -> None:
    claims = {"t": "Go.", **{f"s{number}": f"Somebody said this, number {number}." for number in range(12)}}
    scene, layout = arrange(talk(0, claims={**claims, "w": "Long. " * 200}, arguments={}), "left-right")
    boxes = {card.name: layout.boxes[card.key] for card in scene.cards.values()}
    assert boxes["w"].width > boxes["s1"].width
    assert not any(overlap(one, other) for one, other in combinations(boxes.values(), 2))


def test_a_few_stand_beside_the_trees() -> None:
    scene, layout = arrange(talk(FEWEST - 1), "top-down")
    tops = [layout.boxes[card.key].y for card in scene.cards.values() if card.name.startswith("s") or card.is_thesis]
    assert set(tops) == {0.0}


def test_rivals_and_claims_that_contradict_stay_where_they_were() -> None:
    loose = {f"s{number}": {"text": f"Said {number}."} for number in range(8)}
    claims = {"t": "Go.", "r": "Stay.", **loose, "u": {"text": "No.", "contradicts": ["s1"]}}
    scene, layout = arrange(talk(0, claims=claims, arguments={}, rivals=["r"]), "top-down")
    top = {card.name for card in scene.cards.values() if layout.boxes[card.key].y < 100}
    assert {"t", "r"} <= top
    assert "s2" not in top
    assert len(layout.routes) == 1


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_every_format_draws_all_of_them(format_: str) -> None:
    data = draw(talk(60), format_, Options(layout="map") if format_ in ("svg", "png") else None)
    if format_ in ("png", "pdf"):
        assert len(data) > 10_000
    else:
        text = data.decode("utf-8")
        assert [number for number in range(60) if not re.search(rf"\b(And<br/>|And )?{number}\.", text)] == []


def test_a_map_of_loose_claims_alone() -> None:
    map_ = talk(0, claims={f"s{number}": f"Said {number}." for number in range(20)}, arguments={}, thesis="nobody")
    scene, layout = arrange(map_)
    assert len(layout.boxes) == len(scene.cards) == 20
    assert content(map_, scene)["roots"] == list(range(20))
