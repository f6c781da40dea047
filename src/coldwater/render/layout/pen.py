"""Draws a way of straight lines and smooth curves, in (along, across)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Command, Point

TURN = 36.0  # px of a curve that turns back
CORNER = 9.0  # px from which a corner is rounded


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

    def corner_to(self, corner: Point, beyond: Point) -> None:
        """Draw a straight line to a corner and round it, towards a point beyond it."""
        (u0, v0), (u1, v1), (u2, v2) = self.at, corner, beyond
        before, after = abs(u1 - u0) + abs(v1 - v0), abs(u2 - u1) + abs(v2 - v1)
        radius = min(CORNER, before, after / 2)
        if radius < 0.5:
            self.line_to(corner)
            return
        enter = (u1 - (u1 - u0) * radius / before, v1 - (v1 - v0) * radius / before)
        leave = (u1 + (u2 - u1) * radius / after, v1 + (v2 - v1) * radius / after)
        self.line_to(enter)
        self.commands.append(("C", (corner, corner, leave)))
        self.at = leave

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
