"""Maps in scripts that run to the left: the whole drawing is turned round, and texts begin at the right."""

from __future__ import annotations

import re

import pytest

from coldwater.render import Options, draw
from coldwater.render.fonts.text import width
from coldwater.render.scene.parts import CARD_PAD
from coldwater.render.svg.mirroring import mirrored
from render.drawing_samples import make_map, supports
from render.shapes import arabic
from render.svg.placed_texts import lines_of

_ARABIC = re.compile("[\u0600-\u06ff]")
_KNOWN = "\u0627\u0644\u0628\u0644\u062f\u064a\u0629 \u062a\u0639\u0631\u0641 \u0630\u0644\u0643."  # Arabic: it knows


def _svg(**options: object) -> str:
    return draw(arabic(), "svg", Options(layout="map", language="en", **options)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("direction", ["top-down", "left-right"])
def test_the_drawing_is_turned_round(direction: str) -> None:
    lines = lines_of(_svg(direction=direction))
    places = {line.text: line for line in lines}
    plus, minus = places["+"], places["\u2212"]
    if direction == "top-down":
        assert minus.right < plus.left  # what supports stands right of what attacks
    else:
        thesis = next(line for line in lines if "2030" in line.text)
        assert max(plus.right, minus.right) < thesis.left
    heading = places["ARGUMENT MAP"]
    assert heading.right > max(line.right for line in lines) - 40


def test_lines_begin_at_the_right_and_end_at_the_left() -> None:
    svg = _svg()
    lines = re.findall(r"<text([^>]*)>(.*?)</text>", svg)
    turned = [(look, line) for look, line in lines if _ARABIC.search(line)]
    assert len(turned) > 6
    for look, line in turned:
        assert line.startswith("\u2067")
        assert line.endswith("\u2069")
        assert 'text-anchor="end"' in look or 'text-anchor="middle"' in look


def test_such_a_claim_in_another_map_ends_at_its_right_edge() -> None:
    map_ = make_map({"t": "The city knew.", "a": _KNOWN * 3}, {"x": supports("t", "a")}, language="en")
    svg = draw(map_, "svg", Options(layout="map")).decode()
    found = re.findall(r'<text class="t13-5" x="([\d.]+)"[^>]*text-anchor="end"[^>]*>(\u2067.*?\u2069)</text>', svg)
    assert found
    claims = [line for line in lines_of(svg) if _ARABIC.search(line.text)]
    assert all(abs(line.right - (line.box[2] - CARD_PAD)) < 0.1 for line in claims)
    box = claims[0].box
    badge = next(line for line in lines_of(svg) if line.text == "+")
    assert badge.left < box[0] + 40  # the map itself is not turned


def test_outlines_end_where_their_text_does() -> None:
    texts = [line for line in lines_of(_svg(direction="top-down")) if line.text == "SUPPORTS"]
    svg = _svg(direction="top-down", text="paths")
    label = svg.index('<g aria-label="SUPPORTS">')
    moved = re.search(r"translate\((-?[\d.]+) ", svg[label : label + 20_000].rpartition("scale")[0])
    assert moved
    long = width("SUPPORTS", 10.0, "semibold", 0.8)
    [page] = re.findall(r'<g transform="translate\(([\d.]+) 0\)">', svg)[:1]
    [inner] = re.findall(r'<g transform="translate\((-[\d.]+) [\d.]+\)">', svg)[:1]
    left = float(page) + float(inner) + float(moved[1])
    assert abs(left - texts[0].left) < 0.1
    assert abs(left + long - texts[0].right) < 0.1


def test_curves_heads_and_dotted_corners_are_turned_and_ticks_are_not() -> None:
    curve = '<path d="M10,5C12,7 16,2 20,9" fill="none"/>'
    head = '<polygon points="1,2 3,4 5,6" fill="#000"/>'
    dots = '<path d="M10,5L12,7L16,2" fill="none" stroke-dasharray="2 3.5" stroke-linecap="round"/>'
    _, one, two, three, _ = mirrored([curve, head, dots], 100)
    assert 'd="M-10,5C-12,7 -16,2 -20,9"' in one
    assert 'points="-1,2 -3,4 -5,6"' in two
    assert 'd="M-10,5L-12,7L-16,2"' in three
