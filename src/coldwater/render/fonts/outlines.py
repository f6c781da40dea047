"""Text as outlines: what a program without the embedded font shows is then what every other shows. It knows no map.

Kerning is left out, as it is where text is measured.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from coldwater.render.fonts.faces import font_path, metrics

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face

_Point = tuple[float, float]


@lru_cache(maxsize=4096)
def glyph(character: str, face: Face) -> tuple[tuple[int, int, str], ...]:
    """Give the outline of a character in font units: where each contour begins, and the rest as SVG, relative."""
    font = _font(face)
    pen = _Contours(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    return tuple(pen.contours)


def outline(text: str, face: Face, spacing: float = 0.0) -> str:
    """Give the outline of a line of text in font units, y upwards, as data of an SVG path; "" for blanks.

    ``spacing``: what is added after each character, in em. Every character must be in the embedded font.
    """
    units = units_per_em(face)
    advances, parts, x = metrics(face).advances, [], 0.0
    for character in text:
        parts += [f"M{round(x) + left},{bottom}{rest}" for left, bottom, rest in glyph(character, face)]
        x += (advances[character] + spacing) * units
    return "".join(parts)


def units_per_em(face: Face) -> int:
    """Give how many font units one em has."""
    return int(_font(face)["head"].unitsPerEm)


@lru_cache(maxsize=4)
def _font(face: Face) -> Any:
    return TTFont(font_path(face), lazy=True, recalcTimestamp=False)


class _Contours(BasePen):  # type: ignore[misc]
    """Writes contours with relative commands in whole font units."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.contours: list[tuple[int, int, str]] = []
        self._start = (0, 0)
        self._at = (0, 0)
        self._parts: list[str] = []

    def _moveTo(self, pt: _Point) -> None:  # noqa: N802 - as fontTools calls it
        self._start = self._at = round(pt[0]), round(pt[1])
        self._parts = []

    def _add(self, letter: str, *points: _Point) -> None:
        x, y = self._at
        self._parts.append(letter + " ".join(f"{round(px) - x},{round(py) - y}" for px, py in points))
        self._at = round(points[-1][0]), round(points[-1][1])

    def _lineTo(self, pt: _Point) -> None:  # noqa: N802
        self._add("l", pt)

    def _curveToOne(self, pt1: _Point, pt2: _Point, pt3: _Point) -> None:  # noqa: N802
        self._add("c", pt1, pt2, pt3)

    def _qCurveToOne(self, pt1: _Point, pt2: _Point) -> None:  # noqa: N802
        self._add("q", pt1, pt2)

    def _closePath(self) -> None:  # noqa: N802
        self.contours.append((*self._start, "".join(self._parts) + "z"))

    _endPath = _closePath  # noqa: N815
