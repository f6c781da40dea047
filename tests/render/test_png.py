"""PNG: whole chunks, and any text is drawn."""

from __future__ import annotations

import re
import zlib

import pytest

from coldwater.model import from_accepted_data
from coldwater.render import draw
from render.drawing_samples import BRIDGE, make_map
from render.hostile_texts import HOSTILE, in_every_field


def test_png_of_hostile_text_is_drawn() -> None:
    assert draw(in_every_field(" ".join(HOSTILE[:8])), "png").startswith(b"\x89PNG\r\n\x1a\n")


def test_png_chunks_are_whole() -> None:
    png = draw(from_accepted_data(BRIDGE), "png")
    at, names = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        body = png[at + 4 : at + 8 + length]
        assert int.from_bytes(png[at + 8 + length : at + 12 + length], "big") == zlib.crc32(body)
        names.append(body[:4])
        at += 12 + length
    assert names[:2] == [b"IHDR", b"tEXt"]
    assert names[-1] == b"IEND"


def test_a_figure_in_a_line_of_another_script_has_the_weight_of_the_line() -> None:
    map_ = make_map({"t": "העירייה יודעת זאת מאז 2019 לפחות."}, language="he")
    svg = draw(map_, "svg").decode()
    assert '<tspan class="o">העירייה יודעת' in svg
    assert "</tspan> 2019" not in svg


EMOJI = [
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\U0001f44d\U0001f3fd",
    "\U0001f1e9\U0001f1ea",
    "\U0001f469\u200d\u2695\ufe0f",
]


@pytest.mark.parametrize("emoji", EMOJI)
def test_an_emoji_of_several_characters_has_a_place_of_its_own_and_so_has_what_follows(emoji: str) -> None:
    """Without, resvg 0.48 fails, where the font draws it as one."""
    svg = draw(make_map({"t": f"Thumbs {emoji} up."}, title=f"Up {emoji} and down"), "svg").decode()
    place = 'x="[^"]*" text-anchor="start"'
    assert len(re.findall(f'<tspan class="o" {place}>{emoji}</tspan><tspan {place}> (?:up|and)', svg)) == 2
