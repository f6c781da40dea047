"""Who holds a claim, as SVG: a filled round mark for who accepts it, an open square for who rejects it.

The marks have no colour of their own, and can be told apart in black and white by form and by filling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.scene import parts as s
from coldwater.render.svg.elements import Type, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.render.svg.elements import Writing

_BASELINE = 0.36  # of the size of a letter: from the middle of a mark down to its baseline


def stance_row(
    stances: Iterable[s.Stance], x: float, middle: float, colours: tuple[str, str], writing: Writing
) -> list[str]:
    """Give the marks in a row from x on, around a height, in two colours: ink and ground."""
    parts: list[str] = []
    for stance in stances:
        parts += stance_mark(stance, x, middle, colours, writing)
        x += stance.width + s.STANCE_GAP
    return parts


def stance_mark(stance: s.Stance, x: float, middle: float, colours: tuple[str, str], writing: Writing) -> list[str]:
    """Give one mark; one without a sign is a sample of its form."""
    (ink, ground), half = colours, s.STANCE_SIZE / 2
    sign = Type(s.STANCE_SIGN, ground if stance.accepts else ink, "semibold", "middle")
    if stance.accepts:
        parts = [rectangle(x, middle - half, stance.width, s.STANCE_SIZE, half, fill=ink)]
    else:
        edge = s.STANCE_SIZE - 1.2
        at = (x + 0.6, middle - half + 0.6)
        parts = [rectangle(*at, stance.width - 1.2, edge, 1.5, fill="none", stroke=ink, stroke_width=1.2)]
    if stance.sign:
        parts.append(writing.line(stance.sign, x + stance.width / 2, middle + s.STANCE_SIGN * _BASELINE, sign))
    return parts
