"""Icicle: the titles of all arguments, as high as what is behind them, folded to the depth that can be read."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from coldwater.model.models import Map
from coldwater.render import Options, draw
from render.drawing_samples import attacks, chain, make_map, random_map
from render.shapes import fifteen
from render.sheets.measured import SVG, texts_of

Boxes = dict[str, tuple[float, float, float, float]]


def _boxes(map_: Map, width: object = 1000) -> tuple[Boxes, str]:
    svg = draw(map_, "svg", Options(layout="icicle", width=width)).decode()  # type: ignore[arg-type]
    boxes: Boxes = {}
    for group in ET.fromstring(svg).iter(f"{SVG}g"):  # noqa: S314 - our own output
        frame = group.find(f"{SVG}rect")
        if group.get("data-id") and frame is not None:
            x, y, wide, high = (float(frame.get(name, "0")) for name in ("x", "y", "width", "height"))
            boxes[group.get("data-id", "")] = (x, y, x + wide, y + high)
    if any(x < 0 for x, _, _, _ in boxes.values()):  # turned round, and moved into the picture as a whole
        wide = float(ET.fromstring(svg).get("width", "0"))  # noqa: S314
        boxes = {name: (x + wide, y, right + wide, low) for name, (x, y, right, low) in boxes.items()}
    return boxes, svg


@pytest.mark.parametrize("name", fifteen())
def test_no_two_boxes_overlap_and_none_leaves_the_picture(name: str) -> None:
    for width in (320, 1000):
        boxes, _ = _boxes(fifteen()[name], width)
        for one, other in combinations(boxes.values(), 2):
            across = one[0] < other[2] and other[0] < one[2]
            assert not (across and one[1] < other[3] and other[1] < one[3])
        assert all(box[0] >= 0 and box[2] <= width for box in boxes.values())


def test_all_arguments_of_the_article_are_there_in_words_and_none_is_cut() -> None:
    map_ = fifteen()["article"]
    boxes, svg = _boxes(map_)
    assert boxes.keys() == {*map_.theses, *map_.rivals, *map_.arguments}
    assert "…" not in svg


def test_what_is_behind_an_argument_stands_beside_it() -> None:
    boxes, _ = _boxes(fifteen()["nested undercuts"])
    for child, parent in (("b", "a"), ("c", "b"), ("d", "c"), ("e", "a")):
        assert boxes[child][0] >= boxes[parent][2]
        assert boxes[parent][1] <= boxes[child][1]
        assert boxes[child][3] <= boxes[parent][3] + 0.01


def test_what_falls_is_dashed_and_what_is_undecided_says_so() -> None:
    _, svg = _boxes(fifteen()["every verdict"])
    assert 'stroke-dasharray="4 3"' in svg
    words = [text.text for text in texts_of(svg)]
    assert "Old figures ?" in words
    assert {"dashed: falls", "?: undecided"} <= {*words}


def test_a_deep_or_large_map_is_folded_and_what_is_folded_is_counted() -> None:
    _, svg = _boxes(chain(300))
    assert "not shown, but counted" in svg
    assert any("+29" in text.text for text in texts_of(svg))
    boxes, svg = _boxes(random_map(1, 1500))
    assert len(boxes) < 300
    assert float(ET.fromstring(svg).get("height", "0")) < 5_000  # noqa: S314


def test_of_very_many_main_arguments_the_rest_is_counted() -> None:
    claims = {"t": "T."} | {f"c{number}": f"Reason {number}." for number in range(300)}
    map_ = make_map(claims, {f"a{number}": attacks("t", f"c{number}") for number in range(300)})
    boxes, svg = _boxes(map_)
    assert len(boxes) == 151
    assert "and 150 more arguments" in svg
