"""Our SVG in programs that do not read its font: no text leaves its box, and none runs into another."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest
import resvg_py
from PIL import Image, ImageChops

from coldwater.render import Options, draw
from coldwater.render.svg import fallbacks
from render.shapes import fifteen
from render.svg.placed_texts import lines_of
from work import ALL

if TYPE_CHECKING:
    from collections.abc import Callable

#: The widest of the fonts that programs usually put in place of one that they lack.
DEJAVU = [f"/usr/share/fonts/truetype/dejavu/DejaVuSans{face}.ttf" for face in ("", "-Bold", "-Oblique")]
#: Of two maps DejaVu has not the letters: what programs take for them is not known here.
NAMES = [name for name in fifteen() if name not in ("Chinese", "Arabic")]
DRAWN = [
    *((name, "auto") for name in NAMES),
    *((name, "map") for name in ("chain of 30", "forty attackers")),
    *(
        (name, layout)
        for name in ("library", "several theses", "six linked")
        for layout in ("sides", "rails", "icicle")
    ),
]
_SHAPES = re.compile(r"<(rect|path|circle|line|polygon|polyline|ellipse)\b[^>]*/>")


def missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@cache
def drawing(name: str, layout: str) -> str:
    shows_verdicts = name in ("every verdict", "library")
    return draw(fifteen()[name], "svg", Options(layout=layout, verdicts=shows_verdicts)).decode()


def by_librsvg(svg: str) -> bytes:
    path = shutil.which("rsvg-convert")
    if path is None:
        missing("librsvg is not installed (apt-get install librsvg2-bin)")
    return subprocess.run(
        [str(path), "--unlimited", "-b", "white"], input=svg.encode(), capture_output=True, check=True
    ).stdout


def by_resvg(svg: str) -> bytes:
    fonts = [path for path in DEJAVU if os.path.exists(path)]
    if not fonts:
        missing("DejaVu Sans is not installed (apt-get install fonts-dejavu-core)")
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, background="#FFFFFF", font_files=fonts, skip_system_fonts=True,
        font_family="DejaVu Sans", sans_serif_family="DejaVu Sans",
    )  # fmt: skip
    return bytes(drawn)


def wrong(svg: str, render: Callable[[str], bytes]) -> list[str]:
    """Give the lines that leave their box, or that touch one beside them on the same row."""
    bare = re.sub(r'fill="#[0-9A-Fa-f]{6}"', 'fill="#000000"', _SHAPES.sub("", svg))
    bare = re.sub(r'width="[\d.]+" height="[\d.]+"( role)', r"\1", bare, count=1)  # at its own size
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', bare)
    assert box
    bare = bare.replace("<svg ", f'<svg width="{box[1]}" height="{box[2]}" ', 1)
    ink = ImageChops.invert(Image.open(io.BytesIO(render(bare))).convert("L")).point(lambda value: 255 * (value > 60))
    assert ink.getbbox() is not None
    lines = lines_of(svg)
    found = []
    for line in lines:
        top, bottom = int(line.baseline - line.size), int(line.baseline + line.size * 0.3)
        left, _, right, _ = line.box
        # as far as its box goes, and what lies beyond it on its row until the next text or box
        beside = [other for other in lines if abs(other.baseline - line.baseline) < 4 and other is not line]
        for edge, step in ((right, 1), (left, -1)):
            strip = (edge + 1, edge + 4) if step > 0 else (edge - 4, edge - 1)
            taken = any(other.left - 2 < strip[1] and strip[0] < other.right + 2 for other in beside)
            if not taken and ink.crop((int(strip[0]), top, int(strip[1]), bottom)).getbbox() is not None:
                found.append(f"leaves its box: {line.text}")
        followers = [other for other in beside if other.left >= line.left and other.box == line.box]
        if followers:
            after = min(followers, key=lambda other: other.left)
            if after.left < line.right - 0.5:
                found.append(f"stands on {after.text}: {line.text}")
            start, end = int(line.right - 6), int(after.left + 6)
            row = ink.crop((start, top, end, bottom))
            blank = [row.crop((at, 0, at + 2, row.height)).getbbox() is None for at in range(end - start - 1)]
            if after.left - line.right > 3 and not any(blank):
                found.append(f"runs into {after.text}: {line.text}")
    return found


#: Each drawing by one of the two; all by both where there is time.
BY = (by_librsvg, by_resvg)
SHOWN = [(*drawn, by) for number, drawn in enumerate(DRAWN) for by in (BY if ALL else (BY[number % 2],))]


@pytest.mark.parametrize(("name", "layout", "render"), SHOWN)
def test_no_text_leaves_its_box_or_runs_into_another(name: str, layout: str, render: Callable[[str], bytes]) -> None:
    assert wrong(drawing(name, layout), render) == []


def test_the_measure_notices_texts_that_are_too_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallbacks, "SHARES", dict.fromkeys(fallbacks.SHARES, 1.2))
    found = wrong(draw(fifteen()["long texts"], "svg", Options(layout="map")).decode(), by_resvg)
    assert any(line.startswith("leaves its box") for line in found)


def test_browsers_show_the_sizes_that_were_measured() -> None:
    svg = drawing("bridge", "auto")
    assert ".t13-5{font-size:13.5px}" in svg
    sizes = {line.size for line in lines_of(svg)}
    assert 13.5 in sizes
    assert all(f"font-size:{size:g}px" in svg for size in sizes)
