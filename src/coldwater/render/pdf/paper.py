"""Which way a drawing goes on paper: sizes, direction, orientation, scale. It knows scenes, but writes no file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.render.layout.engine import lay_out
from coldwater.render.scene import parts as s
from coldwater.render.svg.page import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.render.layout.geometry import Layout

#: Width and height in points, upright.
PAPERS = {
    "a4": (595.28, 841.89),
    "a3": (841.89, 1190.55),
    "letter": (612.0, 792.0),
    "tabloid": (792.0, 1224.0),
}
EDGE = 8.0  # pt beside and above a drawing, which has margins of its own
FOOT = 34.0  # pt below it, for the page's foot
LEAST_POINTS = 7.0  # the size of the smallest text on paper
_SMALLEST = min(s.PILL_WORD_SIZE, s.FOOT_SIZE)  # px
LEAST_SCALE = LEAST_POINTS / _SMALLEST * 1.001  # pt per px
MOST_SCALE = 1.1
_MOST_SIDE = 14_000.0  # pt; what readers of PDF still open
_MARGINS = 60.0  # pt of a sheet that no drawing fills, about
_HEADING = 110.0  # and besides for title, legend and foot
_LARGER = 2**0.5  # side of the next larger paper
_ACROSS = 1.08  # how much larger a drawing must come out to be drawn the less usual way


@dataclass(frozen=True, slots=True)
class Fit:
    """A drawing on a sheet: sizes of the sheet in pt, pt per px of the drawing."""

    scene: s.Scene
    layout: Layout
    width: float
    height: float
    scale: float
    begun: tuple[str, ...] = ()  # titles of the arguments that begin on it

    @property
    def is_legible(self) -> bool:
        """Tell whether no text is under 7 pt."""
        return self.scale >= LEAST_SCALE

    @property
    def merit(self) -> tuple[bool, bool]:
        """What counts before size."""
        return self.is_legible, self.is_legible and not self.layout.is_folded


def of_one_size(fits: Sequence[Fit]) -> list[Fit]:
    """Give drawings with text of one size, that of the densest page; only a page that no paper holds keeps its own."""
    least = min((fit.scale for fit in fits if fit.is_legible), default=0.0)
    return [replace(fit, scale=least) if fit.is_legible else fit for fit in fits]


def size_of(paper: str) -> tuple[float, float]:
    """Give width and height of a paper in points, upright; raise UsageError for a name that is not known."""
    if paper not in PAPERS:
        raise UsageError(f"there is no paper {paper!r}; the papers are auto, {', '.join(PAPERS)}.")
    return PAPERS[paper]


def across(size: tuple[float, float]) -> tuple[float, float]:
    """Turn an upright sheet on its side."""
    return size[1], size[0]


def best_fit(scenes: Iterable[s.Scene], sheet: tuple[float, float], engines: tuple[str, ...]) -> Fit:
    """Give the largest drawing that a sheet of a width and height takes, one in columns only if no other is legible.

    The first of the scenes wins a close race.
    """
    best: Fit | None = None
    for fit in _fits(scenes, sheet, engines):
        if best is None or fit.merit > best.merit or (fit.merit == best.merit and fit.scale > best.scale * _ACROSS):
            best = fit
    assert best is not None
    return best


def fit_somehow(scenes: Iterable[s.Scene], sheet: tuple[float, float], engines: tuple[str, ...]) -> Fit:
    """Give a drawing with no text under 7 pt, on paper twice, four times, … as large if it must be.

    Only where even the largest sheet that readers of PDF open is too small, the text is smaller.
    """
    scenes = list(scenes)
    fit = best_fit(scenes, sheet, engines)
    while not fit.is_legible and _LARGER * max(sheet) <= _MOST_SIDE:
        sheet = (_LARGER * sheet[0], _LARGER * sheet[1])
        fit = best_fit(scenes, sheet, engines)
    return fit


def _fits(scenes: Iterable[s.Scene], sheet: tuple[float, float], engines: tuple[str, ...]) -> Iterator[Fit]:
    width, height = sheet
    shape = (width - _MARGINS) / (height - _MARGINS - _HEADING)
    for scene in scenes:
        for engine in engines:
            layout = lay_out(scene, engine, shape)
            page = compose(scene, layout.width, layout.height)
            by_width, by_height = (width - 2 * EDGE) / page.width, (height - EDGE - FOOT) / page.height
            yield Fit(scene, layout, width, height, min(by_width, by_height, MOST_SCALE))
