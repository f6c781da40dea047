"""No box is overrun: the drawing is rasterised with its text alone, and no ink may lie outside the boxes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
import resvg_py
from PIL import Image, ImageChops, ImageDraw

from coldwater.model import from_accepted_data
from coldwater.printable import printable
from coldwater.render.fonts.faces import font_paths, has_all
from coldwater.render.layout.engine import lay_out
from coldwater.render.layout.words import word_box
from coldwater.render.reading.verdicts import is_judgeable, judge
from coldwater.render.scene.staging import stage
from coldwater.render.svg.drawing import svg_text
from coldwater.render.svg.page import compose
from render.drawing_samples import BRIDGE, all_samples, alliance, make_map, supports
from render.hostile_texts import HOSTILE, in_every_field
from work import ALL

if TYPE_CHECKING:
    from coldwater.model.models import Map

#: Characters of a text that has many more lines than a card usually does; what is longer takes only more time.
_LONG = 2_000
LONG = make_map(
    {
        "t": "W" * _LONG,
        "wide": "MMMMMMMM WWWWWWWWWWWW mmmmmmmmmmm @@@@@@@@@@@@ " * 3,
        "narrow": "i" * 300,
        "accents": "Ǻ Ễ Ǖ Ȱ ő ź ž Ğ Ș Ț ẞ ﬁ ﬂ",
        "greek": "Η συμμαχία θα ήταν εργαλείο κατά της πίεσης.",
        "russian": "Союз был бы средством против давления со стороны соперника.",
    },
    {name: supports("t", name) for name in ("wide", "narrow", "accents", "greek", "russian")},
)
HOSTILE_MAPS = {
    f"hostile {number}": in_every_field(text[:_LONG])
    for number, text in enumerate(HOSTILE)
    if has_all("".join(printable(text).split()))  # whose shapes are known here
}
MAPS = {"bridge": from_accepted_data(BRIDGE), "alliance": alliance(), "long": LONG} | all_samples() | HOSTILE_MAPS
#: Pixels for each unit. At one, a cover that ends a unit within its box never reaches beyond it by rounding.
_SCALE = 1
WAYS = ("top-down", "left-right")


def ink_outside_boxes(map_: Map, direction: str, is_judged: bool = False) -> tuple[int, int, int, int] | None:
    """Give the stretch in which text lies outside every box, or None."""
    scene = stage(map_, direction, verdicts=judge(map_, map_.thesis) if is_judged else None)
    layout = lay_out(scene, "tidy")
    page = compose(scene, layout.width, layout.height)
    svg = svg_text(scene, layout, carries_font=False)
    svg = re.sub(r"<(rect|path|circle|line|polygon|polyline|ellipse)\b[^>]*/>", "", svg)
    svg = re.sub(r"<text\b[^>]*>&amp;</text>", "", svg)  # stands between cards on purpose
    svg = re.sub(r'fill="#[0-9A-Fa-f]{6}"', 'fill="#000000"', svg)
    scale = min(_SCALE, 8000 / max(page.width, page.height))
    png = resvg_py.svg_to_bytes(
        svg_string=svg, background="#FFFFFF", zoom=scale, font_files=font_paths(), skip_system_fonts=True
    )
    ink = ImageChops.invert(Image.open(io.BytesIO(bytes(png))).convert("L"))
    assert ink.getbbox() is not None
    cover = ImageDraw.Draw(ink)
    cover.rectangle((0, 0, ink.width, page.top * scale), fill=0)
    cover.rectangle((0, (page.top + layout.height) * scale, ink.width, ink.height), fill=0)
    words = [word_box(route) for route in layout.routes if route.label]
    for box in [*(layout.boxes[key] for key in (*scene.cards, *scene.pills)), *words]:
        left, top = (page.left + box.x + 1) * scale, (page.top + box.y + 1) * scale
        cover.rectangle((left, top, left + (box.width - 2) * scale, top + (box.height - 2) * scale), fill=0)
    return ink.getbbox()


#: A map that can be judged is drawn one way without verdicts and the other way with them, or both ways twice.
JUDGEABLE = [name for name, map_ in MAPS.items() if is_judgeable(map_)]
PLAIN = [(name, way) for name in MAPS for way in WAYS if way == "top-down" or ALL or name not in JUDGEABLE]
JUDGED = [(name, way) for name in JUDGEABLE for way in WAYS if way == "left-right" or ALL]


@pytest.mark.parametrize(("name", "direction"), PLAIN)
def test_no_text_leaves_its_box(name: str, direction: str) -> None:
    assert ink_outside_boxes(MAPS[name], direction) is None


@pytest.mark.parametrize(("name", "direction"), JUDGED)
def test_no_text_leaves_its_box_with_verdicts(name: str, direction: str) -> None:
    assert ink_outside_boxes(MAPS[name], direction, is_judged=True) is None


@pytest.mark.parametrize(("size", "value"), [("CARD_PAD", -40.0), ("LINE_WORD_PAD", -14.0)])
def test_the_measure_notices_text_outside(monkeypatch: pytest.MonkeyPatch, size: str, value: float) -> None:
    monkeypatch.setattr(f"coldwater.render.scene.parts.{size}", value)
    assert ink_outside_boxes(MAPS["plain_twist"], "top-down") is not None
