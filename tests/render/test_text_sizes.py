"""Text can be read where a picture is shown: the sheets of fifteen maps at 900 px, measured in the SVG itself."""

from __future__ import annotations

import html
import re

import pytest

from coldwater.render import Options, draw
from render.shapes import fifteen

WIDE = 900
#: px that words have at least, in the layouts that are made for their width.
LEAST = {"sides": 12.0, "rails": 11.0, "icicle": 11.0}


@pytest.fixture(autouse=True)
def _no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the fonts out of the files: to cut them takes longer than all the rest, and sizes are the same."""
    monkeypatch.setattr("coldwater.render.svg.root.font_css", lambda *_: "")


def sizes(svg: str) -> dict[str, float]:
    """Give the words of a drawing, each with the size in px that it is shown at in a width; signs are no words."""
    root = re.search(r"<svg[^>]*>", svg)
    assert root is not None
    box, wide = re.search(r'viewBox="0 0 ([\d.]+)', root[0]), re.search(r' width="([\d.]+)', root[0])
    assert box is not None
    assert wide is not None
    scale = min(float(wide[1]), WIDE) / float(box[1])
    look = {name: float(size) for name, size in re.findall(r"\.(t[\w-]+)\{font-size:([\d.]+)px", svg)}
    found: dict[str, float] = {}
    for name, inner in re.findall(r'<text class="([^" ]+)[^>]*>(.*?)</text>', svg):
        words = html.unescape(re.sub("<[^>]+>", "", inner))
        if sum(letter.isalnum() for letter in words) > 1:
            found[words] = min(look[name] * scale, found.get(words, look[name] * scale))
    assert found
    return found


@pytest.mark.parametrize("layout", LEAST)
def test_words_of_sheets_are_as_large_as_promised(layout: str) -> None:
    for name, map_ in fifteen().items():
        drawn = sizes(draw(map_, "svg", Options(layout=layout, width=WIDE)).decode())
        least = min(drawn, key=lambda words: drawn[words])
        assert drawn[least] >= LEAST[layout] - 0.001, (name, least)
