"""Verdicts as SVG: seals in a foot row, the strip of the thesis, and how strong or faint what they stand on is.

A verdict has no colour of its own. It is a mark (a filled circle with a tick, an empty one with a cross, a dotted one
with a question mark) and a word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coldwater.render.palette import FAINT
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import strip_height, strip_width
from coldwater.render.svg.elements import Type, element, number, rectangle

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Box
    from coldwater.render.palette import Palette
    from coldwater.render.scene.parts import Seal
    from coldwater.render.svg.elements import Writing
    from coldwater.semantics.labelling import Word

_CORNER = 9.0  # of the thesis' box, and of a ring
_ROOM = 5.0  # between a box and its ring


@dataclass(frozen=True, slots=True)
class Look:
    """How a box is drawn: colour of its texts and of its relation's word, opacity of its lines, times their weight."""

    ink: str
    strong: str
    opacity: float | None = None
    weight: float = 1.0


def look_of(seal: Seal | None, strong: str, colours: Palette) -> Look:
    """Give the look of a box with a seal: faint where it falls, strong where it is on a way that decided the thesis."""
    if seal is None:
        return Look(colours.ink, strong)
    weight = 1.7 if seal.is_decisive else 1.0
    if seal.verdict == "out":
        return Look(colours.secondary, colours.secondary, FAINT, weight)
    return Look(colours.ink, strong, None, weight)


def seal_parts(seal: Seal, x: float, baseline: float, colours: Palette, writing: Writing) -> list[str]:
    """Give a verdict in a row of text: mark and word, from x on."""
    ink = colours.secondary if seal.verdict == "out" else colours.ink
    middle = (x + s.SEAL_SIZE / 2, baseline - 3.3)
    word = writing.line(seal.word, x + s.SEAL_SIZE + 4.0, baseline, Type(s.FOOT_SIZE, ink, "semibold"))
    return [*mark_parts(seal.verdict, middle, s.SEAL_SIZE, (ink, colours.card), writing), word]


def ring(box: Box, radius: float, colours: Palette) -> str:
    """Draw the dashed ring of what is tried out."""
    return rectangle(
        box.x, box.y, box.width, box.height, radius,
        fill="none", stroke=colours.secondary, stroke_width=1.6, stroke_dasharray="3 3",
    )  # fmt: skip


def ring_around(seal: Seal | None, box: Box, colours: Palette) -> list[str]:
    """Give the ring around a box whose claim or argument is tried out; nothing around any other."""
    if seal is None or not seal.is_overruled:
        return []
    wide, high = box.width + 2 * _ROOM, box.height + 2 * _ROOM
    return [ring(replace(box, x=box.x - _ROOM, y=box.y - _ROOM, width=wide, height=high), _CORNER, colours)]


def mark_parts(
    verdict: Word, middle: tuple[float, float], size: float, colours: tuple[str, str], writing: Writing
) -> list[str]:
    """Draw the mark of a verdict around a place, in two colours: ink and ground."""
    (x, y), (ink, ground), unit = middle, colours, size / 12.0
    if verdict == "undecided":
        look = Type(9.5 * unit, ink, "semibold", "middle")
        return [_circle(middle, 5.4 * unit, ink, unit, f"{number(1.7 * unit)} {number(1.7 * unit)}"),
                writing.line("?", x, y + 3.3 * unit, look)]  # fmt: skip
    if verdict == "in":
        tick = [(-2.7, 0.2), (-0.8, 2.2), (2.8, -2.3)]
        return [element("circle", cx=x, cy=y, r=6 * unit, fill=ink), _strokes(middle, [tick], ground, unit)]
    cross = [[(-2.1, -2.1), (2.1, 2.1)], [(-2.1, 2.1), (2.1, -2.1)]]
    return [_circle(middle, 5.4 * unit, ink, unit), _strokes(middle, cross, ink, unit)]


def _circle(middle: tuple[float, float], radius: float, ink: str, unit: float, dashes: str | None = None) -> str:
    x, y = middle
    return element(
        "circle", cx=x, cy=y, r=radius, fill="none", stroke=ink, stroke_width=1.2 * unit, stroke_dasharray=dashes
    )


def _strokes(middle: tuple[float, float], lines: list[list[tuple[float, float]]], ink: str, unit: float) -> str:
    ways = [
        "M" + "L".join(f"{number(middle[0] + dx * unit)},{number(middle[1] + dy * unit)}" for dx, dy in line)
        for line in lines
    ]
    return element("path", d="".join(ways), fill="none", stroke=ink, stroke_width=1.6 * unit, stroke_linecap="round")


def strip_parts(seal: Seal, box: Box, colours: Palette, writing: Writing) -> list[str]:
    """Give the strip at the foot of the thesis: mark and verdict large, then why."""
    top, middle = box.y + box.height - strip_height(seal), box.x + box.width / 2
    start, row = middle - strip_width(seal.word) / 2, top + 19.0
    large = Type(s.VERDICT_SIZE, colours.thesis_ink, "semibold", spacing=s.STRIP_SPACING)
    small = Type(s.REASON_SIZE, colours.thesis_secondary, anchor="middle", leading=s.REASON_LEADING)
    ink = (colours.thesis_ink, colours.thesis)
    return [
        _strip(box, top, colours.thesis_ink),
        *mark_parts(seal.verdict, (start + s.STRIP_MARK / 2, row), s.STRIP_MARK, ink, writing),
        writing.line(seal.word.upper(), start + s.STRIP_MARK + s.STRIP_GAP, row + s.VERDICT_SIZE * 0.35, large),
        writing.block(seal.lines, middle, top + 43.0, small),
    ]


def _strip(box: Box, top: float, ink: str) -> str:
    """Draw the lighter ground of the strip, within the border and the corners of the box."""
    left, right, bottom = box.x + 0.7, box.x + box.width - 0.7, box.y + box.height - 0.7
    corner = number(_CORNER - 0.7)
    way = (
        f"M{number(left)},{number(top)}H{number(right)}V{number(bottom - _CORNER + 0.7)}"
        f"a{corner},{corner} 0 0 1 -{corner},{corner}H{number(left + _CORNER - 0.7)}"
        f"a{corner},{corner} 0 0 1 -{corner},-{corner}Z"
    )
    return element("path", d=way, fill=ink, fill_opacity=0.12)
