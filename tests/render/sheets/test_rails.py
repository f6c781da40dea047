"""Rails: every claim and argument once, in reading order, and references to what stands elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from coldwater.model import from_accepted_data
from coldwater.render import Options, draw
from render.drawing_samples import chain, make_map, random_map, supports, twisted
from render.shapes import fifteen
from render.sheets.measured import SVG, texts_of
from strategies import graphs
from work import examples


def _rails(map_: object, width: object = 1000) -> bytes:
    return draw(map_, "svg", Options(layout="rails", width=width))  # type: ignore[arg-type]


def _root(svg: bytes) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own output


def _shown(svg: bytes) -> list[str]:
    return [group.get("data-id", "") for group in _root(svg).iter(f"{SVG}g") if group.get("data-id")]


@pytest.mark.parametrize("name", fifteen())
def test_every_claim_and_argument_is_there_once(name: str) -> None:
    map_ = fifteen()[name]
    assert sorted(_shown(_rails(map_))) == sorted([*map_.claims, *map_.arguments])


@settings(max_examples=examples(15))
@given(graphs(14))
def test_every_claim_and_argument_of_any_graph_is_there_once(data: dict[str, object]) -> None:
    map_ = from_accepted_data(data)
    twice = map_.claims.keys() & map_.arguments.keys()  # an error of its own: the claim is shown
    shown = [name for name in _shown(_rails(map_, 320)) if name not in twice]
    assert sorted(shown) == sorted({*map_.claims, *map_.arguments} - twice)


def test_what_is_used_again_refers_to_where_it_stands() -> None:
    root = _root(_rails(twisted()))
    ids = {element.get("id") for element in root.iter()}
    links = [element.get("href", "") for element in root.iter(f"{SVG}a")]
    assert len(links) >= 5
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert root.get("role") == "graphics-document"
    assert _root(_rails(fifteen()["bridge"])).get("role") == "img"


def test_no_two_lines_of_text_overlap() -> None:
    for name in ("article", "chain of 30", "long texts", "shared, and a circle"):
        for width in (320, 1000, 1700):
            lines = sorted(
                texts_of(_rails(fifteen()[name], width).decode()), key=lambda text: (text.baseline, text.left)
            )
            for one, other in pairwise(lines):
                if abs(one.baseline - other.baseline) < 8.0:
                    assert one.right <= other.left + 0.5 or one.left >= other.right - 0.5, (one, other)


def test_a_chain_of_any_length_is_indented_as_far_as_it_can_be_read_and_goes_on_further_on() -> None:
    svg = _rails(chain(300)).decode()
    assert svg.count("further on") == svg.count("On: Claim") >= 10
    assert all(text.right - text.left > 20 for text in texts_of(svg) if text.text.startswith("Claim"))


def test_rails_are_as_the_lines_of_a_map_and_faint_where_the_argument_falls() -> None:
    paths = re.findall(r"<path [^>]*stroke-width=\"2\"[^>]*>", _rails(fifteen()["article"]).decode())
    dashes = {re.search(r'stroke-dasharray="([^"]*)"', path)[1] for path in paths if "dasharray" in path}  # type: ignore[index]
    assert dashes == {"7 4", "2 3.5"}
    assert any("stroke-opacity" in path for path in paths)


def test_columns_go_with_the_width_and_pages_with_the_paper() -> None:
    map_ = random_map(1, 300)
    for width, columns in ((320, 1), (1000, 2), (1400, 3), (2400, 4)):
        root = _root(_rails(map_, width))
        starts = {
            round(float(moved[1]))
            for group in root.iter(f"{SVG}g")
            if (moved := re.fullmatch(r"translate\(([\d.]+) [\d.]+\)", group.get("transform", ""))) and moved[1] != "0"
        }
        assert len(starts) == columns
        assert float(root.get("height", "0")) < 40_000


def test_several_theses_and_what_hangs_on_none_are_told_apart() -> None:
    words = " ".join(text.text for text in texts_of(_rails(fifteen()["several theses"]).decode()))
    assert words.count("THESIS") == 2
    assert "RIVAL" in words
    assert words.index("What hangs on no thesis") < words.index("Nothing hangs on this.")


def test_of_several_theses_none_stands_over_all() -> None:
    def widest(name: str) -> float:
        wide = [float(one.get("width", "0")) for one in _root(_rails(fifteen()[name])).iter(f"{SVG}rect")]
        return max(each for each in wide if each < 1000)  # without the ground of it all

    assert widest("bridge") > 900
    assert widest("several theses") < 500


def test_missing_premises_are_named() -> None:
    gone = make_map({"t": "T.", "a": "A."}, {"x": supports("t", "a", "gone")})
    assert "no such claim: gone" in _rails(gone).decode()
