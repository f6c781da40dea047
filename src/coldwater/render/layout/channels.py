"""Where a line may pass through a band of boxes. It knows positions across only."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.layout.geometry import Block

_ROOM = 9.0  # px between a line and what stands beside it
_MOST_SEARCHED = 400  # boxes looked at on the way to a free place; a line in a vast band then goes where it wants


class Channels:
    """The occupied stretches of each band, in order; a line that passes occupies a stretch, too."""

    def __init__(self, blocks: Mapping[str, Block], rank: Mapping[str, int], count: int) -> None:
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]
        for key, block in blocks.items():
            self._taken[rank[key]].append((block.middle - block.half, block.middle + block.half))
        for stretches in self._taken:
            stretches.sort()

    def is_clear(self, rank: int, low: float, high: float, own: float) -> bool:
        """Tell whether no box but the one around ``own`` touches the stretch from low to high."""
        stretches = self._taken[rank]
        at = max(bisect_left(stretches, (low, low)) - 1, 0)
        while at < len(stretches) and stretches[at][0] <= high:
            start, end = stretches[at]
            if end >= low and not start <= own <= end:
                return False
            at += 1
        return True

    def take(self, rank: int, wanted: float) -> float:
        """Give the free place nearest to the wanted one, and occupy it."""
        stretches = self._taken[rank]
        left, right = self._search(stretches, wanted, -1), self._search(stretches, wanted, 1)
        place = left if wanted - left <= right - wanted else right
        insort(stretches, (place - 0.5, place + 0.5))
        return place

    @staticmethod
    def _search(stretches: list[tuple[float, float]], wanted: float, step: int) -> float:
        """Walk to one side until nothing is in the way."""
        place = wanted
        at = bisect_left(stretches, (wanted, wanted))
        at = max(at - 2, 0) if step > 0 else min(at + 1, len(stretches) - 1)
        for _ in range(_MOST_SEARCHED):
            if not 0 <= at < len(stretches):
                break
            start, end = stretches[at]
            if start - _ROOM < place < end + _ROOM:
                place = end + _ROOM if step > 0 else start - _ROOM
            elif (start - _ROOM >= place) if step > 0 else (end + _ROOM <= place):
                break
            at += step
        return place
