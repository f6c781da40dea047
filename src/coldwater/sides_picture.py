"""The picture of both sides on the page of an overview, as far as its form can show one."""

from __future__ import annotations

import re

from coldwater.prep.setting.page import Picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.material.preparation import Preparation

#: How wide it is drawn, in px: on the text of a page of A4 its words have 7 points, or 6 where it would be too high.
_WIDTHS = (1100.0, 1300.0)
#: How high it may be, in widths, so that what decides stands on the same page.
_HEIGHT = 0.7


def sides_picture(prep: Preparation, form: str) -> Picture | None:
    """Draw the contentions on the thesis, both sides, with what stands; None where the form shows no pictures.

    There is none either under other semantics than the grounded: a picture of sides shows what stands under that.
    """
    if form not in ("html", "docx") or prep.decision.semantics != "grounded":
        return None
    from coldwater.render import Options, draw  # noqa: PLC0415 - only where there is a picture
    from coldwater.semantics.evaluation import AS_WRITTEN  # noqa: PLC0415

    standard = prep.decision.standard
    options = Options(
        layout="sides",
        focus=prep.map.thesis,
        depth=1,
        sources=False,
        verdicts=True,
        overrides=None if standard is None else AS_WRITTEN._replace(standard=standard),
    )
    told = f"Both sides: {prep.map.title}"
    drawn = [draw(prep.map, "svg", options._replace(text="paths", width=width)) for width in _WIDTHS]
    place = 0 if _height(drawn[0]) <= _HEIGHT else 1
    if form == "docx":
        return Picture(told, png=draw(prep.map, "png", options._replace(width=_WIDTHS[place])))
    return Picture(told, svg=drawn[place])


def _height(svg: bytes) -> float:
    """Give the height of a drawing in its widths."""
    found = re.search(rb'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"', svg)
    return float(found[2]) / float(found[1]) if found else 1.0
