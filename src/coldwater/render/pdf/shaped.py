"""Lines whose letters take forms and places from their neighbours, taken out of an SVG to be set by typst itself.

These are scripts such as Devanagari and Arabic, and emoji of several characters. typst 0.15 sets them rightly on a
page, but misplaces what follows them inside a picture. So the picture goes without these lines, and they stand on it as
text. It knows no map.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from coldwater.render.fonts.scripts import is_leftward
from coldwater.render.fonts.text import has_joined_emoji, is_foreign, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT = re.compile(r"<text[ >].*?</text>", re.DOTALL)
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """A line of text: where its anchor is, in px from the picture's top left corner, and how it is set.

    ``share``: how much of it lies left of the anchor, from 0 to 1. ``spacing`` in px. ``is_foreign``: whether it has
    letters of a script that the embedded font lacks; such a line is set in another font as a whole.
    """

    text: str
    x: float
    y: float
    share: float
    size: float
    weight: int
    fill: str
    spacing: float
    is_leftward: bool
    is_foreign: bool

    def on_page(self, left: float, top: float, scale: float) -> dict[str, object]:
        """Give it as the template takes it: in pt, for a picture whose corner lies there, at a scale in pt for px."""
        return {
            "text": self.text, "x": left + self.x * scale, "y": top + self.y * scale, "share": self.share,
            "size": self.size * scale, "weight": self.weight, "fill": self.fill, "spacing": self.spacing * scale,
            "leftward": self.is_leftward, "own": not self.is_foreign,
        }  # fmt: skip


#: What a template needs to set them: ``#for line in p.lines { shaped(line, data) }``, at the page's corner.
TEMPLATE = r"""
#let shaped(it, data) = context {
  let fonts = if it.own { data.fonts } else { data.others }
  let body = text(font: fonts, size: it.size * 1pt, weight: it.weight, fill: rgb(it.fill), tracking: it.spacing * 1pt,
    dir: if it.leftward { rtl } else { ltr }, top-edge: "baseline", bottom-edge: "baseline", it.text)
  let wide = measure(body).width
  place(top + left, dx: it.x * 1pt - it.share * wide, dy: it.y * 1pt, box(width: wide + 0.01pt, body))
}
"""


def without_shaped(svg: str) -> tuple[str, list[ShapedLine]]:
    """Give an SVG without the texts that are shaped, and their lines. Cost: linear, and next to nothing without any."""
    if svg.isascii() or not _is_shaped(svg):
        return svg, []
    lines: list[ShapedLine] = []
    taken: set[int] = set()
    for number, (text, x, y) in enumerate(_texts(ET.fromstring(svg), 0.0, 0.0)):  # noqa: S314 - our own SVG
        if _is_shaped("".join(text.itertext())):
            taken.add(number)
            lines += _lines(text, x, y)
    numbers = iter(range(svg.count("<text ")))
    return _TEXT.sub(lambda found: "" if next(numbers) in taken else found[0], svg), lines


def _is_shaped(text: str) -> bool:
    return has_joined_emoji(text) or _is_of_another_script(text)


def _is_of_another_script(text: str) -> bool:
    return any(is_foreign(run) for is_there, run in runs(text) if not is_there)


def _texts(element: ET.Element, x: float, y: float) -> Iterator[tuple[ET.Element, float, float]]:
    """Give the texts of a drawing in order, each with where its coordinates begin."""
    moved = _MOVED.fullmatch(element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{_SVG}text":
        yield element, x, y
        return
    for child in element:
        yield from _texts(child, x, y)


def _lines(text: ET.Element, x: float, y: float) -> Iterator[ShapedLine]:
    """Give the lines of a text: those that begin at places of their own, or all of it."""
    placed = [part for part in text if part.get("x") and part.get("y")] or [text]
    whole = " ".join("".join(part.itertext()) for part in placed)
    for part in placed:
        line = "".join(part.itertext()).strip("\u2067\u2069")
        if line.strip():
            yield ShapedLine(
                line,
                x + float(part.get("x", 0)),
                y + float(part.get("y", 0)),
                _SHARES[text.get("text-anchor", "start")],
                float(text.get("font-size", 12)),
                int(text.get("font-weight", 400)),
                text.get("fill", "#000000"),
                float(text.get("letter-spacing", 0)),
                is_leftward(whole),
                _is_of_another_script(whole),
            )
