"""From a map to a scene and its layout, in the direction in which the drawing can be printed. It draws nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.render.layout.engine import MOST_FOR_GRAPHVIZ, lay_out
from coldwater.render.layout.geometry import USUAL_WIDTH
from coldwater.render.scene.staging import stage

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.layout.geometry import Layout
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Scene
    from coldwater.words.wording import Words

_OF_A_TREE = frozenset({"step"})  # the kind of lines that are no lines across
_PAPER = 1.414  # long to short side
_STRIP = 4.0  # so many times as long as it is wide, a drawing is a strip
_BETTER = 1.1  # so many times larger the other direction must come out to be taken
_MARGINS = 72.0  # px beside a drawing, on its page
MOST_ACROSS = 500  # lines across the tree; more than that, no eye follows, and finding their ways takes minutes
MOST_CONTRADICTIONS = 100  # of these lines; each has a word that wants a free place
MOST_TRIED = 400  # claims and arguments; a strip that is larger stays one either way


def arrange(  # noqa: PLR0913 - what is drawn, and how
    map_: Map,
    direction: str = "auto",
    engine: str = "auto",
    is_picture: bool = True,
    verdicts: Verdicts | None = None,
    has_ids: bool = True,
    wide: float = USUAL_WIDTH,
    language: str | Words | None = None,
) -> tuple[Scene, Layout]:
    """Give the scene of a map and its layout.

    ``direction``: top-down, left-right or auto: top-down up to 25 claims and arguments, else left-right. Where a
    picture would then be wider than the ``wide`` px that it is shown at, the other direction is taken if its text comes
    out larger. Where there would be a strip, or it was folded or set in columns so that it is none, the direction that
    comes out larger on paper wins.
    ``is_picture``: in a tangle, lines across the tree give way to references; otherwise the scene keeps them, and in a
    tangle only the layout does without, since whoever asks draws lines of their own. Only a picture tells sides,
    status, credence and strength.
    ``verdicts`` are shown where they are given. ``has_ids``: cards show the ids of their claims. ``language``: as for
    :func:`stage`.
    ``engine`` is that of :func:`lay_out`. Raises UsageError for unknown words, DrawingError if the system's dot fails.
    """
    scene = stage(map_, direction, verdicts=verdicts, has_ids=has_ids, language=language, tells=is_picture)
    refers = is_picture and _is_a_tangle(scene)
    if refers:
        scene = stage(map_, direction, True, verdicts, has_ids, language, is_picture)
    layout = _laid_out(scene, engine)
    is_strip = _is_strip(layout) or layout.is_folded or bool(scene.columns)
    is_wide = is_picture and layout.width + _MARGINS > wide
    if direction != "auto" or not (is_strip or is_wide) or len(scene.cards) + len(scene.pills) > MOST_TRIED:
        return scene, layout
    other = stage(
        map_, "left-right" if scene.is_top_down else "top-down", refers, verdicts, has_ids, language, is_picture
    )
    turned = _laid_out(other, engine)
    if is_strip or not is_wide or _is_strip(turned):
        in_rows = layout.is_folded and not scene.is_top_down  # rows need longer ways back than columns
        is_better = _scale(turned) > _scale(layout) * (1 / _BETTER if in_rows else _BETTER)
    else:
        is_better = min(1.0, wide / (turned.width + _MARGINS)) > _BETTER * wide / (layout.width + _MARGINS)
    return (other, turned) if is_better else (scene, layout)


def _laid_out(scene: Scene, engine: str) -> Layout:
    if _is_a_tangle(scene):
        scene = replace(scene, edges=tuple(edge for edge in scene.edges if edge.kind in _OF_A_TREE))
    return lay_out(scene, engine)


def _is_a_tangle(scene: Scene) -> bool:
    contradictions = sum(edge.kind == "contradicts" for edge in scene.edges)
    across = sum(edge.kind not in _OF_A_TREE for edge in scene.edges)
    is_large = len(scene.cards) + len(scene.pills) > MOST_FOR_GRAPHVIZ
    return contradictions > MOST_CONTRADICTIONS or across > MOST_ACROSS or (across > 0 and is_large)


def _is_strip(layout: Layout) -> bool:
    return max(layout.width, layout.height) > _STRIP * min(layout.width, layout.height)


def _scale(layout: Layout) -> float:
    """Give how large a drawing comes out on paper of one unit's short side, upright or across."""
    short, long = sorted((layout.width, layout.height))
    return min(_PAPER / long, 1.0 / short)
