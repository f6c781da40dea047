"""The three faces of the embedded font: where they lie, how wide their characters are, what characters they have.

It knows neither maps nor drawings. fontTools is imported when a face is first asked for; metrics are then kept.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from typing import Literal

Face = Literal["regular", "italic", "semibold"]

FAMILY = "Source Sans 3"
_FILES: dict[Face, str] = {
    "regular": "SourceSans3-Regular.ttf",
    "italic": "SourceSans3-It.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Advance widths in em, by character."""

    advances: dict[str, float]


def font_path(face: Face) -> str:
    """Give the path of a face's file."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "fonts", _FILES[face])


def font_paths() -> list[str]:
    """Give the paths of all faces."""
    return [font_path(face) for face in _FILES]


@cache
def metrics(face: Face) -> Metrics:
    """Read a face's advance widths. Some ten milliseconds, once."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and only needed where text is measured

    with TTFont(font_path(face), lazy=True, recalcTimestamp=False) as font:
        units = float(font["head"].unitsPerEm)
        widths = font["hmtx"].metrics
        return Metrics({chr(code): widths[glyph][0] / units for code, glyph in font.getBestCmap().items()})


def has_all(text: str) -> bool:
    """Tell whether the embedded font has every character of a text."""
    return set(text) <= metrics("regular").advances.keys()
