"""Fonts that are given: which letters each is asked for, in which weight, and which of them nothing needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from coldwater.errors import UsageError
from coldwater.render import Options, draw
from coldwater.render.fonts.given import covers, families_of, lacking, names_of, services, unneeded
from coldwater.render.layout.arranging import arrange
from coldwater.render.svg.drawing import svg_text
from render.drawing_samples import make_map, supports

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "桥 and 梁"


def font(path: Path, characters: str, family: str = "Bridges", weight: int = 400) -> str:
    """Write a font of boxes."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *(f"g{number}" for number in range(len(characters)))]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(one): name for one, name in zip(characters, names[1:], strict=True)})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=900, descent=-100)
    builder.setupNameTable({"familyName": family, "styleName": f"W{weight}", "psName": f"{family}-{weight}"})
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    builder.save(path)
    return str(path)


def test_each_letter_is_asked_of_the_first_family_that_has_it_and_there_in_its_weight(tmp_path: Path) -> None:
    light, heavy = font(tmp_path / "1.ttf", "桥"), font(tmp_path / "2.ttf", "桥", weight=700)
    other, same = font(tmp_path / "3.ttf", "桥梁", "Beams"), font(tmp_path / "4.ttf", "桥梁", "Third")
    fonts = (light, heavy, other, same)
    found = {service.face.path: (service.name, "".join(sorted(service.characters)))
             for service in services(fonts, TEXT, bold=TEXT)}  # fmt: skip
    assert found == {
        light: ("Coldwater Extra", "桥"), heavy: ("Coldwater Extra", "桥"), other: ("Coldwater Extra B", "梁"),
    }  # fmt: skip
    assert unneeded(fonts, TEXT) == (same,)
    assert unneeded((light, heavy), "桥") == ()
    assert unneeded(fonts, "plain") == fonts
    assert families_of(fonts) == ("Bridges", "Beams", "Third")
    assert names_of(fonts)[1:] == ("Coldwater Extra B", "Coldwater Extra C")
    assert lacking((light,), TEXT) == {"梁"}
    assert covers((light, other), TEXT)


def test_a_file_that_changes_is_read_anew_and_one_that_is_no_font_is_named(tmp_path: Path) -> None:
    path = font(tmp_path / "1.ttf", "桥")
    assert lacking((path,), TEXT) == {"梁"}
    (tmp_path / "1.ttf").unlink()
    with pytest.raises(UsageError, match="no font that can be used"):
        lacking((path,), TEXT)
    font(tmp_path / "1.ttf", "桥梁")
    assert lacking((path,), TEXT) == set()


def test_a_mixed_line_has_one_weight_where_the_other_font_has_no_heavy_letters(tmp_path: Path) -> None:
    light, heavy = font(tmp_path / "1.ttf", "桥"), font(tmp_path / "2.ttf", "桥", weight=700)
    map_ = make_map({"t": "Thesis.", "a": "A claim."}, {"x": supports("t", "a", title="Build 桥 now")})
    scene, layout = arrange(map_)
    assert 'font-weight="400">Build' in svg_text(scene, layout, carries_font=False, fonts=(light,))
    assert 'font-weight="400">Build' not in svg_text(scene, layout, carries_font=False, fonts=(light, heavy))
    assert (
        'font-weight="400">Build' not in draw(map_, "svg", Options(font=light)).decode()
    )  # browsers make them heavier
