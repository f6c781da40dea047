"""Draws a way of straight lines and smooth curves, in (along, across)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Command, Point

TURN = 36.0  # px of a curve that turns back


class Pen:
    """Draws a way; leaves out what has no length."""

    def __init__(self, start: Point) -> None:
        self.at = start
        self.commands: list[Command] = [("M", (start,))]

    def line_to(self, point: Point) -> None:
        """Draw a straight line; none if it would have no length."""
        if abs(point[0] - self.at[0]) + abs(point[1] - self.at[1]) > 0.05:
            self.commands.append(("L", (point,)))
            self.at = point

    def curve_to(self, point: Point, leaving: float, arriving: float) -> Point:
        """Curve to a point, leaving and arriving along; give the middle of the curve."""
        (u0, v0), (u1, v1) = self.at, point
        if leaving == arriving and abs(v1 - v0) < 0.5:
            self.line_to(point)
            return ((u0 + u1) / 2, (v0 + v1) / 2)
        bend = max(abs(u1 - u0) / 2, 14.0) if leaving == arriving else TURN
        one, two = (u0 + leaving * bend, v0), (u1 - arriving * bend, v1)
        self.commands.append(("C", (one, two, point)))
        self.at = point
        return ((u0 + 3 * one[0] + 3 * two[0] + u1) / 8, (v0 + 3 * v0 + 3 * v1 + v1) / 8)
