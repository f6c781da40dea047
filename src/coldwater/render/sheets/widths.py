"""How wide a picture is to be where it is shown: in px, in the measures of print, or as paper. It draws nothing."""

from __future__ import annotations

import re

from coldwater.errors import UsageError
from coldwater.render.layout.geometry import USUAL_WIDTH

LEAST_WIDTH = 280.0  # a small phone
MOST_WIDTH = 20_000.0
_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_PAPERS = {"a5": 148, "a4": 210, "a3": 297, "a2": 420, "a1": 594, "a0": 841}  # mm, upright
_WRITTEN = re.compile(r"(\d+(?:\.\d+)?) *([a-z]*)")


def width_in_px(written: str | float | None) -> float:
    """Give a width in px (96 to the inch): ``900``, ``16cm``, ``a4`` (its whole width, upright); None is 1000.

    Raises UsageError for what is no width, and for one under 280 px or over 20,000.

    >>> width_in_px("5in"), round(width_in_px("a4"))
    (480.0, 794)
    """
    if written is None:
        return USUAL_WIDTH
    text = str(written).strip().lower()
    found = _WRITTEN.fullmatch(text)
    if text in _PAPERS:
        px = _PAPERS[text] * _PX["mm"]
    elif found is not None and found[2] in _PX:
        px = float(found[1]) * _PX[found[2]]
    else:
        raise UsageError(f"{written!r} is no width; write px, such as 900, or 16cm, 180mm, 7in, 400pt, a4, a3")
    if not LEAST_WIDTH <= px <= MOST_WIDTH:
        raise UsageError(f"a picture is {LEAST_WIDTH:g} to {MOST_WIDTH:,.0f} px wide; {written} is {px:,.0f} px")
    return px
