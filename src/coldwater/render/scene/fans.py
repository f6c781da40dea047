"""Fans: many small arguments on one target, set in columns on a shared trunk, so that a drawing is no strip.

It knows the parts of a scene, but no positions. Only arguments without anything behind them but their premises are
set in columns; what has branches of its own is drawn as ever.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.render.scene.parts import Edge, Panel, Pill

#: So many abreast still make a good picture.
MOST_ABREAST = 7
_SHAPE = 1.5  # width to height that the columns together should have
_GAP_ACROSS = 40.0
_GAP_ALONG = 110.0  # from a box to the next one along: two gaps and a pill, about


def columns(
    pills: Mapping[str, Pill], panels: Mapping[str, Panel], edges: Sequence[Edge], is_top_down: bool
) -> tuple[tuple[str, ...], ...]:
    """Give the pills of each column, from the target outwards; none if a line leaves the tree, or from left to right.

    A column holds arguments of one relation to one target, in the scene's order. Cost: linear.
    """
    if not is_top_down or any(edge.kind != "step" for edge in edges):
        return ()
    panel_of = {panel.pill: panel for panel in panels.values()}
    busy = {edge.head for edge in edges if edge.kind == "step"}
    fans: dict[tuple[str, str], list[str]] = {}
    for edge in edges:
        if edge.kind == "step" and edge.head not in pills and not _is_busy(edge.tail, panel_of, busy):
            fans.setdefault((edge.head, edge.relation), []).append(edge.tail)
    return tuple(
        column
        for fan in fans.values()
        if len(fan) > MOST_ABREAST
        for column in _parted(fan, [_size(pills[key], panel_of.get(key), is_top_down) for key in fan], is_top_down)
    )


def _is_busy(pill: str, panel_of: Mapping[str, Panel], busy: Iterable[str]) -> bool:
    """Tell whether something is said for or against an argument or one of its premises."""
    return pill in busy or (pill in panel_of and any(card in busy for card in panel_of[pill].cards))


def _size(pill: Pill, panel: Panel | None, is_top_down: bool) -> tuple[float, float]:
    """Give about how much room an argument takes, across and along."""
    wide, high = (panel.width, panel.height) if panel else (0.0, 0.0)
    if is_top_down:
        return max(pill.width, wide) + _GAP_ACROSS, high + _GAP_ALONG
    return max(pill.height, high) + _GAP_ACROSS, pill.width + wide + _GAP_ALONG


def _parted(fan: list[str], sizes: list[tuple[float, float]], is_top_down: bool) -> list[tuple[str, ...]]:
    """Part a fan into columns of even length, of such a number that the whole is neither wide nor high."""
    across = sum(size[0] for size in sizes) / len(fan)
    along = sum(size[1] for size in sizes) / len(fan)
    shape = _SHAPE if is_top_down else 1 / _SHAPE
    count = max(1, round(math.sqrt(shape * len(fan) * along / across)))
    length = -(-len(fan) // count)
    return [tuple(fan[start : start + length]) for start in range(0, len(fan), length)]
