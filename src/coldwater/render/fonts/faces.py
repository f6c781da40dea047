"""The three faces of the embedded font: where they lie, how wide their characters are, what characters they have.

It knows neither maps nor drawings. Widths come from a table made from the font files, so that fontTools stays out.
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


FACES: tuple[Face, ...] = tuple(_FILES)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Advance widths in em, by character."""

    advances: dict[str, float]


def font_path(face: Face) -> str:
    """Give the path of a face's file."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "files", _FILES[face])


def font_paths() -> list[str]:
    """Give the paths of all faces."""
    return [font_path(face) for face in _FILES]


@cache
def metrics(face: Face) -> Metrics:
    """Give a face's advance widths, from the table that ``make generate`` reads out of the font files."""
    from coldwater.render.fonts import _advances  # noqa: PLC0415 - only needed where text is measured

    units = float(_advances.UNITS_PER_EM)
    return Metrics({character: width / units for character, width in _advances.ADVANCES[face].items()})


def read_advances(face: Face) -> tuple[int, dict[str, int]]:
    """Read the units per em and the advance of every character out of a face's file."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and only needed to make the table

    with TTFont(font_path(face), lazy=True, recalcTimestamp=False) as font:
        widths = font["hmtx"].metrics
        advances = {chr(code): widths[glyph][0] for code, glyph in sorted(font.getBestCmap().items())}
        return int(font["head"].unitsPerEm), advances


def has_all(text: str) -> bool:
    """Tell whether the embedded font has every character of a text."""
    return set(text) <= metrics("regular").advances.keys()
