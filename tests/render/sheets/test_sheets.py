"""Every sheet of every map: no text leaves its box, nothing is too small, nothing that a map says comes to life."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from coldwater.printable import printable
from coldwater.render import LAYOUTS, Options, digest_in, draw, layout_in
from coldwater.render.reading.verdicts import is_judgeable
from coldwater.render.scene.parts import CLAIM_SIZE
from coldwater.words.languages import words_for
from render.hostile_texts import HOSTILE, in_every_field
from render.shapes import fifteen
from render.sheets.measured import SVG, texts_of
from render.svg.placed_texts import size_of

SHEETS = [layout for layout in LAYOUTS if layout not in ("auto", "map")]
WIDTHS = ("320", "16cm", "1000")
LEAST = {"sides": 13.5, "rails": 12.5, "icicle": 12.5}
HOSTILE_MAPS = {f"hostile {number}": in_every_field(text) for number, text in enumerate(HOSTILE)}
NAMES = [*fifteen(), *HOSTILE_MAPS]


def _drawn(name: str, layout: str, width: str = "1000") -> str:
    map_ = fifteen().get(name) or HOSTILE_MAPS[name]
    return draw(map_, "svg", Options(layout=layout, width=width)).decode("utf-8")


@pytest.mark.parametrize("layout", SHEETS)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_leaves_its_box_or_the_picture_and_none_is_small(name: str, layout: str) -> None:
    for width in WIDTHS if name in fifteen() else WIDTHS[:1]:
        svg = _drawn(name, layout, width)
        root = ET.fromstring(svg)  # noqa: S314 - our own output
        wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
        texts = texts_of(svg)
        assert texts
        assert {text.size for text in texts if len(text.text) > 2 and text.size < LEAST[layout]} == set()
        for text in texts:
            left, top, right, bottom = text.box or (0.0, 0.0, wide, high)
            assert left - 0.01 <= text.left, text
            assert text.right <= right + 0.01, text
            assert top < text.baseline - text.size * 0.5, text
            assert text.baseline + text.size * 0.2 < bottom, text


@pytest.mark.parametrize("layout", SHEETS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_sheet_is_well_formed_and_harmless_for_any_text(text: str, layout: str) -> None:
    svg = draw(in_every_field(text), "svg", Options(layout=layout)).decode("utf-8")
    root = ET.fromstring(svg)  # noqa: S314 - our own output, and the point of the test
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "path", "circle", "line", "text", "tspan", "a",
    }  # fmt: skip
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    assert all(one.get("href", "#").startswith("#") for one in root.iter())
    assert root.findtext(f"{SVG}title") == printable(text).strip()
    assert svg.replace("\n", "") == printable(svg.replace("\n", ""))


@pytest.mark.parametrize("layout", SHEETS)
def test_a_sheet_is_as_wide_as_asked_and_carries_its_layout_and_its_digest(layout: str) -> None:
    map_ = fifteen()["library"]
    for width, px in (("640", "640"), ("a4", "793.7"), (1200, "1200")):
        svg = draw(map_, "svg", Options(layout=layout, width=width))
        root = ET.fromstring(svg)  # noqa: S314
        assert root.get("width") == px
        assert root.get("data-layout") == layout
    assert digest_in(svg) != digest_in(draw(map_, "svg", Options(layout="map")))


@pytest.mark.parametrize("layout", SHEETS)
@pytest.mark.parametrize("name", fifteen())
def test_every_claim_and_argument_that_is_shown_has_words_for_those_who_listen(name: str, layout: str) -> None:
    root = ET.fromstring(_drawn(name, layout))  # noqa: S314
    groups = [group for group in root.iter(f"{SVG}g") if group.get("data-id")]
    assert groups
    assert all(len(group.get("aria-label", "")) > 4 for group in groups)
    if is_judgeable(fifteen()[name]):
        said = words_for(fifteen()[name].language).verdict.partition("{word}")[0]
        assert said in (root.findtext(f"{SVG}desc") or "")


@pytest.mark.parametrize("layout", SHEETS)
def test_the_dark_theme_differs_in_colours_only(layout: str) -> None:
    map_ = fifteen()["article"]
    light, dark = (draw(map_, "svg", Options(layout=layout, theme=theme)).decode() for theme in ("light", "dark"))
    assert light != dark
    assert texts_of(light) == texts_of(dark)


def test_of_fifteen_maps_those_drawn_as_boxes_have_claims_of_ten_px_where_they_are_shown() -> None:
    shown = {}
    for name, map_ in fifteen().items():
        svg = draw(map_, "svg", Options(width=900))
        if layout_in(svg) != "map":
            continue
        root = ET.fromstring(svg)  # noqa: S314 - our own output
        scale = float(root.get("width", "0")) / float(root.get("viewBox", "").split()[2])
        claims = [text for text in root.iter(f"{SVG}text") if size_of(text) == CLAIM_SIZE]
        assert claims
        shown[name] = CLAIM_SIZE * scale
        assert float(root.get("width", "0")) <= 900
    assert len(shown) > 7
    assert {name: size for name, size in shown.items() if size < 10.0} == {}
