"""Scripts whose letters take forms and places from their neighbours look on paper as they do in a picture."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from coldwater.render import Options, draw
from coldwater.render.pdf import sheet
from coldwater.render.pdf.shaped import without_shaped
from render.drawing_samples import make_map, supports
from render.shapes import arabic

pytest.importorskip("typst")

FONT = str(Path(__file__).parent / "files" / "LohitDevanagari-subset.ttf")
CLAIM = "मुख्य गर्डर में दरार है और विद्यार्थी हर दिन पार करते हैं।"
REASON = supports("t", "a", title="सुरक्षा")
MAP = make_map({"t": "शहर को पुल फिर से बनाना चाहिए।", "a": CLAIM}, {"x": REASON}, title="पुल", language="hi")
OPTIONS = Options(layout="sides", width=600, font=FONT, scale=1.0)


def difference() -> float:
    """Give how far a page lies from the PNG: the share of its ink that is elsewhere."""
    drawn = draw(MAP, "pdf", OPTIONS._replace(scale=2.0))
    program = shutil.which("pdftoppm")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("poppler is not installed (apt-get install poppler-utils)")
        pytest.skip("poppler is not installed (apt-get install poppler-utils)")
    paper = subprocess.run([program, "-r", "96", "-png", "-"], input=drawn, capture_output=True, check=True).stdout
    page, picture = (Image.open(io.BytesIO(data)).convert("L") for data in (paper, draw(MAP, "png", OPTIONS)))
    size = min(page.width, picture.width), min(page.height, picture.height)
    assert abs(page.height - picture.height) < 2
    page, picture = page.crop((0, 0, *size)), picture.crop((0, 0, *size))
    apart = ImageChops.difference(page, picture).histogram()
    ink = picture.histogram()
    return sum(apart[128:]) / sum(ink[:128])


def test_a_page_shows_what_a_picture_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    shaped = difference()
    monkeypatch.setattr(sheet, "without_shaped", lambda svg: (svg, []))
    assert 2.5 * shaped < difference()  # typst misplaces such letters in a picture; if not, this detour can go
    assert shaped < 0.02


def test_the_lines_stand_as_text_where_they_stood_in_the_picture() -> None:
    svg = draw(arabic(), "svg", Options(layout="map")).decode()
    rest, lines = without_shaped(svg)
    assert len(lines) > 10
    assert svg.count("<text") - rest.count("<text") <= len(lines)
    assert all(line.is_leftward for line in lines)
    assert not re.search("<text[^>]*>[^<]*<tspan[^>]*>[^<]*سكانها", rest)
    wide = float(svg.partition('viewBox="0 0 ')[2].split(" ")[0])
    assert all(0.0 < line.x < wide for line in lines)
    assert without_shaped(draw(make_map({"t": "Plain."}), "svg").decode())[1] == []
