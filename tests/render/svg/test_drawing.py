"""SVG: well-formed for any text, every claim and argument once, words for those who listen."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from coldwater.printable import printable
from coldwater.render import Options, draw
from coldwater.render.layout.arranging import arrange
from coldwater.render.layout.engine import MOST_FOR_GRAPHVIZ
from render.drawing_samples import all_samples, alliance, make_map, random_map, tongues
from render.hostile_texts import HOSTILE, in_every_field

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_svg_is_well_formed_and_harmless_for_any_text(text: str) -> None:
    svg = draw(in_every_field(text), "svg").decode("utf-8")
    root = ET.fromstring(svg)  # noqa: S314 - our own output, and the point of the test
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "title", "desc", "style", "rect", "g", "path", "circle", "polygon", "line", "text", "tspan",
    }  # fmt: skip
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert re.fullmatch(
        r'(@font-face\{[^<>&{}]*url\("data:font/ttf;base64,[^"]*"\)[^<>&{}]*\})*(\.o\{font-family:[^<>&{}]*\})?'
        r"@supports \(display:block\)\{(\.t[\d-]+\{font-size:[\d.]+px\})+\}",
        _style(root),
    )
    assert root.findtext(f"{SVG}title") == printable(text).strip()
    assert svg.replace("\n", "") == printable(svg.replace("\n", ""))


def _style(root: ET.Element) -> str:
    return root.findtext(f"{SVG}style") or ""


@pytest.mark.parametrize("name", all_samples())
def test_every_kind_of_map_is_drawn_with_every_claim_and_argument_once(name: str) -> None:
    map_ = all_samples()[name]
    for engine in ("embedded", "tidy"):
        root = ET.fromstring(draw(map_, "svg", Options(engine=engine)))  # noqa: S314
        drawn = [group.get("data-id") for group in root.iter(f"{SVG}g") if group.get("data-id")]
        assert sorted(map(str, drawn)) == sorted([*map_.claims, *map_.arguments])


def test_a_contradiction_is_drawn_once_whoever_says_so() -> None:
    claims = {"t": "T.", "a": {"text": "A.", "contradicts": ["t"]}}
    both = claims | {"t": {"text": "T.", "contradicts": ["a"]}}
    for given in (claims, both):
        assert draw(make_map(given), "svg").count(b">CONTRADICTS<") == 1


def test_a_vast_graph_has_references_that_lead_to_their_claims_and_no_lines_across() -> None:
    map_ = random_map(2, 1500, 0.15)
    assert len(map_.claims) + len(map_.arguments) > MOST_FOR_GRAPHVIZ
    scene, _ = arrange(map_)
    assert {edge.kind for edge in scene.edges} == {"step"}
    root = ET.fromstring(draw(map_, "svg", Options(layout="map")))  # noqa: S314
    ids = {element.get("id") for element in root.iter()}
    links = [element.get("href", "") for element in root.iter(f"{SVG}a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert root.get("role") != "img"  # what is one image has no links in it
    shown = {panel.pill: [scene.cards[key].name for key in panel.cards] for panel in scene.panels.values()}
    for pill in scene.pills.values():
        assert shown.get(pill.key, []) == list(dict.fromkeys(map_.arguments[pill.name].premises))
    words = [card.mark for card in scene.cards.values() if "contradicts" in card.mark]
    assert words
    drawn = [group.get("data-id") for group in root.iter(f"{SVG}g") if group.get("data-id")]
    assert sorted(map(str, drawn)) == sorted([*map_.claims, *map_.arguments])


def test_language_title_and_labels_are_there_for_those_who_listen() -> None:
    root = ET.fromstring(draw(tongues(), "svg"))  # noqa: S314
    assert root.get("lang") == "zh-Hans"
    assert root.get("role") == "img"
    labels = [group.get("aria-label", "") for group in root.iter(f"{SVG}g") if group.get("data-id")]
    assert all(labels)
    assert any("威慑作用" in label for label in labels)


def test_the_dark_theme_differs_in_colours_only() -> None:
    light, dark = (draw(alliance(), "svg", Options(theme=theme)).decode() for theme in ("light", "dark"))
    strip = re.compile(r"#[0-9A-F]{6}")
    assert light != dark
    assert strip.sub("", light) == strip.sub("", dark)
