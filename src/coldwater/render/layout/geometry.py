"""The values a layout is made of: boxes, bands, lines. In px; it works nothing out but turns and looks up.

"Along" is the direction from the thesis to the leaves (down, or to the right), "across" the other one. ``Block``,
``Bands`` and new routes are in (along, across); a finished ``Layout`` is in (x, y), with the origin at the top left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.render.scene.parts import Edge

#: px of a picture unless asked otherwise: about a column of a page on the web, or a slide.
USUAL_WIDTH = 1000.0
Point = tuple[float, float]
Command = tuple[str, tuple[Point, ...]]  # "M", "L" or "C" and its points


@dataclass(frozen=True, slots=True)
class Block:
    """A box in (along, across): near and far edge along, middle and half size across."""

    near: float
    far: float
    middle: float
    half: float


@dataclass(frozen=True, slots=True)
class Bands:
    """What routes need to know: blocks, what stands in them, and trunks of columns; of layers, ranks and edges too.

    Without layers, ``rank``, ``near``, ``far`` and ``hints`` are empty. ``cards``: cards and heads in panels.
    """

    blocks: dict[str, Block]
    cards: dict[str, Block]
    rank: dict[str, int]
    near: tuple[float, ...]
    far: tuple[float, ...]
    hints: dict[tuple[str, str], dict[int, float]]
    trunks: dict[str, float]

    def place(self, key: str) -> Block:
        """Give the block of a card, pill or panel, wherever it stands."""
        return self.cards.get(key) or self.blocks[key]


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a line: where it touches the box, and the direction in which it points there."""

    at: Point
    direction: Point


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one edge; ``label`` is where its word is written, if it has one."""

    edge: Edge
    commands: tuple[Command, ...]
    head: Mark
    tail: Mark
    label: Point | None = None

    def points(self) -> list[Point]:
        """Give all points, control points of curves included."""
        return [point for _, points in self.commands for point in points]

    def moved(self, along: float, across: float) -> Route:
        """Give the same way elsewhere."""

        def shift(point: Point) -> Point:
            return (point[0] + along, point[1] + across)

        return replace(
            self,
            commands=tuple((letter, tuple(shift(point) for point in points)) for letter, points in self.commands),
            head=replace(self.head, at=shift(self.head.at)),
            tail=replace(self.tail, at=shift(self.tail.at)),
            label=shift(self.label) if self.label else None,
        )

    def turned(self, least_along: float, least_across: float, is_top_down: bool) -> Route:
        """Give the same way in (x, y)."""

        def turn(point: Point) -> Point:
            along, across = point[0] - least_along, point[1] - least_across
            return (across, along) if is_top_down else (along, across)

        def mark(old: Mark) -> Mark:
            along, across = old.direction
            return Mark(turn(old.at), (across, along) if is_top_down else (along, across))

        commands = tuple((letter, tuple(turn(point) for point in points)) for letter, points in self.commands)
        label = turn(self.label) if self.label else None
        return replace(self, commands=commands, head=mark(self.head), tail=mark(self.tail), label=label)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes by key, routes of the edges in the scene's order, and the size of it all."""

    boxes: dict[str, Box]
    routes: tuple[Route, ...]
    width: float
    height: float
    is_folded: bool = False
