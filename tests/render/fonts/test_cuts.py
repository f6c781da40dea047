"""What is made from the font files is current, and good for what is drawn."""

from __future__ import annotations

import base64
import io
import os
import re

import pytest
from fontTools.ttLib import TTFont

from coldwater.render.fonts.cuts import TABLE, ready_cuts, table_text
from coldwater.render.fonts.faces import FACES, has_all, metrics, read_advances
from coldwater.render.fonts.subset import READY, font_css


def test_the_table_of_advances_is_current() -> None:
    with open(TABLE, encoding="utf-8") as file:
        assert file.read() == table_text()


def test_the_ready_cuts_are_current_and_hold_what_they_say() -> None:
    for path, data in ready_cuts().items():
        with open(path, "rb") as file:
            assert file.read() == data, path
        held = {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()}
        name = path.rsplit("-", 1)[1].removesuffix(".ttf")
        assert held >= READY[name]


def test_widths_are_those_of_the_font() -> None:
    for face in FACES:
        units, advances = read_advances(face)
        assert metrics(face).advances["m"] == advances["m"] / units
    assert has_all("Ελλάδα, Россия, Việt Nam ✓")
    assert not has_all("\u6865")


def test_a_drawing_with_other_characters_gets_its_own_cut() -> None:
    plain, greek = font_css({"regular": set("abc")}), font_css({"regular": set("abc\u03b1")})
    assert plain != greek
    assert font_css({"regular": set("xyz")}) == plain
    assert font_css({}) == ""


def test_a_cut_of_another_font_keeps_the_forms_that_shape_its_script() -> None:
    path = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    if not os.path.exists(path):
        pytest.skip("DejaVu Sans is not installed (apt-get install fonts-dejavu-core)")
    css = font_css({"regular": set("\u0633\u0644\u0645")}, (path,))  # Arabic letters, each with four forms
    found = re.search(r"data:font/sfnt;base64,([^\"]*)", css)
    assert found
    with TTFont(io.BytesIO(base64.b64decode(found[1]))) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"init", "medi", "fina"} <= features
