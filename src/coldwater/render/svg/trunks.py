"""Trunks of columns where verdicts differ: a trunk is as strong as the strongest argument that it leads from.

The layout gives the trunk to the last argument of a column. Where that one is fainter than one before it, the rest of
the trunk is drawn once more, from there on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.render.layout.geometry import Command, Route
    from coldwater.render.scene.parts import Scene, Stress

#: How lines lie on each other, the uppermost last.
RANKS: dict[Stress, int] = {"fallen": 0, "plain": 1, "decisive": 2}


def trunk_routes(scene: Scene, routes: Sequence[Route]) -> Iterator[Route]:
    """Give the ways to be drawn over the trunks; none where no verdicts are shown."""
    by_pill = {route.edge.tail: route for route in routes if route.edge.kind == "step"} if scene.circumstances else {}
    for column in scene.columns if by_pill else ():
        last = by_pill[column[-1]]
        for stress, rank in RANKS.items():
            strong = [by_pill[pill] for pill in column if RANKS[by_pill[pill].edge.stress] >= rank]
            if strong and strong[-1] is not last:
                yield replace(
                    strong[-1],
                    edge=replace(strong[-1].edge, stress=stress),
                    commands=(*strong[-1].commands, *_beyond_the_corner(last)),
                )


def _beyond_the_corner(last: Route) -> tuple[Command, ...]:
    """Give what of the last argument's way is trunk: all after the corner, or, where it has none, after its branch."""
    letters = [letter for letter, _ in last.commands[:3]]
    return last.commands[letters.index("C") + 1 if "C" in letters else 2 :]
