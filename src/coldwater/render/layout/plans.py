"""An edge on its way to a route: between which blocks it leads, where it passes bands, where its ports are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coldwater.render.palette import SIGNS

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Block
    from coldwater.render.scene.parts import Edge

_HEAD_LENGTH = {"triangle": 9.0, "diamond": 9.0, "bar": 5.0}  # px that a line ends before its head's box


@dataclass(slots=True)
class Plan:
    """An edge on its way to a route: the places where it passes bands, and its ports across.

    Lines leave and enter the sides that face each other; between boxes of one rank they go round below.
    """

    edge: Edge
    tail: Block
    head: Block
    tail_key: str
    head_key: str
    tail_rank: int
    head_rank: int
    passes: list[tuple[int, float]] = field(default_factory=list)
    start: float = 0.0
    end: float = 0.0
    side: float = 0.0  # -1 or 1 for an undercut that enters its pill from that side
    is_loop: bool = False
    trunk: float | None = None  # where the trunk is across, for a pill that stands in a column
    carrier: Plan | None = None  # the plan that draws the trunk, if it is not this one

    @property
    def goes_up(self) -> bool:
        """Tell whether the line leads towards the thesis."""
        return self.tail_rank > self.head_rank

    @property
    def leaves_near(self) -> bool:
        """Tell whether the line leaves the side of its tail that faces the thesis."""
        return self.goes_up

    @property
    def enters_far(self) -> bool:
        """Tell whether the line enters the side of its head that faces away from the thesis."""
        return self.tail_rank >= self.head_rank

    def arrival(self, is_head: bool) -> float:
        """Give where the line comes from across, seen from one of its ends."""
        if self.trunk is not None and is_head:
            return self.trunk
        if self.passes:
            return self.passes[-1][1] if is_head else self.passes[0][1]
        return self.tail.middle if is_head else self.head.middle


def head_length(edge: Edge) -> float:
    """Give how many px before its head's box a line ends."""
    return _HEAD_LENGTH[SIGNS[edge.relation].head]
