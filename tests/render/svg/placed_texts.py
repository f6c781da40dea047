"""An SVG of any layout read back: every line of text with its place and size, and the smallest box around its start."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree as ET

from coldwater.render.fonts.faces import Face
from coldwater.render.fonts.text import width

SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_MARKS = "\u2067\u2069"

Area = tuple[float, float, float, float]  # left, top, right, bottom


class Line(NamedTuple):
    """A line of text: from where to where as it was measured, its baseline, its size in px, the box it stands in."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    box: Area


def lines_of(svg: str) -> list[Line]:
    """Give every line of text of a drawing, in px from its top left corner."""
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    boxes: list[Area] = []
    found: list[tuple[ET.Element, ET.Element, tuple[float, float]]] = []
    _walk(root, (0.0, 0.0), boxes, found)
    boxes.sort(key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    return [_line(text, line, at, boxes) for text, line, at in found]


def size_of(text: ET.Element) -> float:
    """Give the size at which a browser shows a text: that of its class, where it says a smaller one for others."""
    classes = [name for name in text.get("class", "").split() if re.fullmatch(r"t[\d-]+", name)]
    return float(classes[0][1:].replace("-", ".")) if classes else float(text.get("font-size", "0"))


def _walk(
    element: ET.Element,
    at: tuple[float, float],
    boxes: list[Area],
    found: list[tuple[ET.Element, ET.Element, tuple[float, float]]],
) -> None:
    if moved := _MOVED.match(element.get("transform", "")):
        at = at[0] + float(moved[1]), at[1] + float(moved[2])
    if element.tag == f"{SVG}rect":
        x, y, wide, high = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        if high >= 14 and wide >= 20:
            boxes.append((at[0] + x, at[1] + y, at[0] + x + wide, at[1] + y + high))
    if element.tag == f"{SVG}text":
        spans = [span for span in element if span.get("y")]
        found.extend((element, span, at) for span in spans or [element])
        return
    for child in element:
        _walk(child, at, boxes, found)


def _line(text: ET.Element, line: ET.Element, at: tuple[float, float], boxes: list[Area]) -> Line:
    words, size = "".join(line.itertext()).strip(_MARKS), size_of(text)
    face: Face = "italic" if text.get("font-style") else "semibold" if text.get("font-weight") else "regular"
    long = width(words, size, face, float(text.get("letter-spacing", "0")))
    share = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
    left, baseline = at[0] + float(line.get("x", "0")) - long * share, at[1] + float(line.get("y", "0"))
    x, y = left + long / 2, baseline - size * 0.25
    box = next((box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]), boxes[-1])
    return Line(words, left, left + long, baseline, size, box)
