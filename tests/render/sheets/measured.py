"""A sheet read back: every text with its place and size, and the box that it must not leave."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from coldwater.render.fonts.faces import Face
from coldwater.render.fonts.text import width
from render.svg.placed_texts import size_of

SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


class Text(NamedTuple):
    """A line of text: from where to where, its size in px, and the box that it stands in, if any."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    box: tuple[float, float, float, float] | None


def texts_of(svg: str) -> list[Text]:
    """Give every line of text of a sheet, in px from its top left corner."""
    found: list[Text] = []
    _walk(ET.fromstring(svg), (0.0, 0.0), None, found)  # noqa: S314 - our own output
    return found


def _walk(
    element: ET.Element, at: tuple[float, float], box: tuple[float, float, float, float] | None, found: list[Text]
) -> None:
    if moved := _MOVED.fullmatch(element.get("transform", "")):
        at = at[0] + float(moved[1]), at[1] + float(moved[2])
    if element.tag == f"{SVG}g" and element.get("class") not in (None, "claim"):
        frame = element.find(f"{SVG}rect")
        if frame is not None:
            x, y, wide, high = (float(frame.get(name, "0")) for name in ("x", "y", "width", "height"))
            box = (at[0] + x, at[1] + y, at[0] + x + wide, at[1] + y + high)
    if element.tag == f"{SVG}text":
        found.append(_text(element, at, box))
        return
    for child in element:
        _walk(child, at, box, found)


def _text(element: ET.Element, at: tuple[float, float], box: tuple[float, float, float, float] | None) -> Text:
    words, size = "".join(element.itertext()).strip("\u2067\u2069"), size_of(element)
    face: Face = "italic" if element.get("font-style") else "semibold" if element.get("font-weight") else "regular"
    long = width(words, size, face, float(element.get("letter-spacing", "0")))
    if given := element.get("textLength"):
        assert abs(float(given) - long) < 0.02
    share = {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0.0)
    left = at[0] + float(element.get("x", "0")) - long * share
    return Text(words, left, left + long, at[1] + float(element.get("y", "0")), size, box)
