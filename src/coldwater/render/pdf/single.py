"""A picture on one sheet of the smallest paper on which its text can be read. It writes no file.

A map is scaled; what is composed for a width is composed anew for each paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.errors import UsageError
from coldwater.render.palette import palette
from coldwater.render.pdf.paper import EDGE, LEAST_POINTS, LEAST_SCALE, MOST_SCALE, PAPERS
from coldwater.render.sheets.composing import draw_for_paper
from coldwater.render.sheets.rail_rows import NOTE_SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coldwater.model.models import Map
    from coldwater.render.fonts.given import Fonts
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.words.wording import Words

#: Papers from small to large, width and height in pt, upright.
_POSTERS = {"a2": (1190.55, 1683.78), "a1": (1683.78, 2383.94), "a0": (2383.94, 3370.39)}
_LADDER = {"a4": PAPERS["a4"], "a3": PAPERS["a3"], **_POSTERS}
#: pt for each px of a sheet, the largest first; the last leaves the smallest text 7 pt.
_SCALES = (0.75, 0.65, LEAST_POINTS / NOTE_SIZE * 1.001)


class OnPaper(NamedTuple):
    """A page: the picture, its size in px, the paper's size in pt, and pt for each px of the picture."""

    svg: str
    size: tuple[float, float]
    paper: tuple[float, float]
    scale: float


def map_on_paper(draw: Callable[[], tuple[str, tuple[float, float]]], paper: str) -> OnPaper:
    """Put a map (its SVG and size in px) on the smallest paper; ``paper``: auto, or the one that it must be.

    Where no paper is large enough, the page is as large as it must be. Raises UsageError if it does not fit the paper.
    """
    svg, (wide, high) = draw()
    for sheet in _papers(paper):
        scale = min((sheet[0] - 2 * EDGE) / wide, (sheet[1] - 2 * EDGE) / high)
        if scale >= LEAST_SCALE:
            return OnPaper(svg, (wide, high), sheet, min(scale, MOST_SCALE))
    _refuse(paper)
    return OnPaper(svg, (wide, high), (wide * LEAST_SCALE + 2 * EDGE, high * LEAST_SCALE + 2 * EDGE), LEAST_SCALE)


def sheet_on_paper(  # noqa: PLR0913 - what is drawn, and how
    layout: str,
    map_: Map,
    verdicts: Verdicts | None,
    theme: str,
    fonts: Fonts,
    paper: str,
    language: str | Words | None,
) -> OnPaper:
    """Compose a sheet for the smallest paper that holds it, with text as large as that allows.

    Where no paper is large enough, the page is higher than A0. Raises UsageError if it does not fit the paper.
    """
    colours = palette(theme)
    for sheet in _papers(paper):
        for scale in _SCALES:
            text, size = draw_for_paper(layout, map_, verdicts, sheet[0] / scale, colours, fonts, language)
            if size[1] * scale <= sheet[1]:
                return OnPaper(text, size, sheet, scale)
    _refuse(paper)
    return OnPaper(text, size, (size[0] * scale, size[1] * scale), scale)


def _papers(paper: str) -> Iterator[tuple[float, float]]:
    """Give the papers to try, each upright and across."""
    known = {**PAPERS, **_POSTERS}
    for width, height in _LADDER.values() if paper == "auto" else (known[paper],):
        yield width, height
        yield height, width


def _refuse(paper: str) -> None:
    if paper != "auto":
        least = f"{LEAST_POINTS:g} pt"
        raise UsageError(f"on one sheet of {paper} its text would be under {least}; leave --paper out for one it fits")
