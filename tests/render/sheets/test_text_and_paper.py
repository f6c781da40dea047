"""Text as outlines, pictures without ids and sources, and one sheet of paper."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.render import Options, digest_in, draw
from coldwater.render.sheets.composing import draw_sheet
from render.drawing_samples import BRIDGE
from render.shapes import fifteen
from render.sheets.measured import SVG

LAYOUTS = ("map", "sides", "rails", "icicle")
A4, A3 = (595, 842), (842, 1191)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_as_paths_needs_no_font_and_keeps_its_names(layout: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    given, drawn = (draw(map_, "svg", Options(layout=layout, text=text)).decode() for text in ("text", "paths"))
    assert "<text" not in drawn
    assert "@font-face" not in drawn
    labels = [
        [group.get("aria-label") for group in ET.fromstring(svg).iter(f"{SVG}g") if group.get("data-id")]  # noqa: S314
        for svg in (given, drawn)
    ]
    assert labels[0] == labels[1]
    said = {group.get("aria-label", "") for group in ET.fromstring(drawn).iter(f"{SVG}g")}  # noqa: S314
    words = ET.fromstring(given).iter(f"{SVG}text")  # noqa: S314
    lines = {line for text in words for line in ([span.text for span in text] or ["".join(text.itertext())])}
    assert {line for line in lines if line} <= said
    assert digest_in(drawn.encode()) == digest_in(given.encode())


def test_what_the_font_lacks_stays_text() -> None:
    drawn = draw(fifteen()["Arabic"], "svg", Options(layout="sides", text="paths")).decode()
    assert re.search(r'<text class="o t[\d-]+"[^>]*>[^<]*السيارات', drawn)
    assert ".o{font-family:" in drawn


def test_outlines_lie_where_the_text_lies() -> None:
    import resvg_py  # noqa: PLC0415
    from PIL import Image, ImageChops  # noqa: PLC0415

    from coldwater.render.fonts.faces import font_paths  # noqa: PLC0415

    boxes = []
    for is_outlined in (False, True):
        svg = draw_sheet("sides", fifteen()["library"], None, 1000.0, carries_font=False, is_outlined=is_outlined).text
        svg = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
        data = resvg_py.svg_to_bytes(
            svg_string=svg, background="#FFFFFF", font_files=font_paths(), skip_system_fonts=True
        )
        boxes.append(Image.open(io.BytesIO(bytes(data))).convert("L"))
    differing = ImageChops.difference(*boxes).point(lambda value: 255 if value > 128 else 0)
    assert sum(differing.histogram()[255:]) < 0.004 * boxes[0].width * boxes[0].height


def test_without_ids_a_card_is_lower_and_no_id_is_drawn() -> None:
    map_ = from_accepted_data(BRIDGE)
    given, without = (draw(map_, "svg", Options(ids=ids)).decode() for ids in (True, False))
    assert ">cracks<" in given
    assert ">cracks<" not in without
    assert 'data-id="cracks"' in without
    heights = [float(ET.fromstring(svg).get("height", "0")) for svg in (given, without)]  # noqa: S314
    assert heights[1] < heights[0]


@pytest.mark.parametrize("layout", LAYOUTS[:3])
def test_without_sources_none_is_marked_or_listed(layout: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    given, without = (draw(map_, "svg", Options(layout=layout, sources=shown)).decode() for shown in (True, False))
    assert "Bridge survey 2025" in given
    assert "Bridge survey 2025" not in without
    assert "[1]" not in without
    assert "source 1" not in without
    assert digest_in(given.encode()) == digest_in(without.encode())


def _pages(name: str, **options: object) -> list[tuple[int, int]]:
    data = draw(fifteen()[name], "pdf", Options(pages="one", **options))  # type: ignore[arg-type]
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(data)).pages]
    return [(round(float(box.width)), round(float(box.height))) for box in boxes]


def test_one_sheet_is_the_smallest_paper_on_which_text_keeps_seven_points() -> None:
    assert _pages("three", layout="map") in ([A4], [A4[::-1]])
    assert _pages("library", layout="sides") in ([A4], [A4[::-1]])
    assert _pages("article", layout="icicle") in ([A4], [A4[::-1]])
    assert _pages("article", layout="sides") in ([A3], [A3[::-1]])
    assert _pages("three", layout="rails", paper="a3") == [A3]


def test_what_does_not_fit_the_paper_is_refused_with_the_way_out() -> None:
    with pytest.raises(UsageError, match="under 7 pt; leave --paper out"):
        _pages("article", layout="rails", paper="a4")
    with pytest.raises(UsageError, match="leave --width out"):
        _pages("three", layout="sides", width=900)
    with pytest.raises(UsageError, match="pages are many or one"):
        draw(fifteen()["three"], "pdf", Options(pages="few"))
    with pytest.raises(UsageError, match="it is text, or paths"):
        draw(fifteen()["three"], "svg", Options(text="glyphs"))
