"""All labellings of a small part at once: one bit of an integer for each way to label the nodes that cut its circles.

Without those nodes a part has no circle, so their labels fix all others. There are three to the power of their number
ways to label them, and Python's integers of any length try all of them in one go. This takes a few milliseconds and
no solver, and says exactly which labellings there are.
"""

from __future__ import annotations

from coldwater.model.graph import strongly_connected
from coldwater.semantics.grounded import IN, OUT, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coldwater.semantics.conditions import Condition, Part

#: As many nodes may be needed to cut all circles of a part, and as many bits may its nodes hold together.
MOST_CUTS = 12
MOST_BITS = 100_000_000


def exhaustive(part: Part) -> Exhaustive | None:
    """Give the labellings of a part; None if it is too large for this."""
    cut = cut_of(part)
    return None if cut is None or len(part) * 3 ** len(cut) > MOST_BITS else Exhaustive(part, cut)


class Exhaustive:
    """The complete labellings of a part. Bit n stands for the n-th way to label the nodes that cut its circles.

    ``complete``: which of them are labellings. ``stands`` and ``falls``: by node, in which of them it is in, and out.
    """

    def __init__(self, part: Part, cut: Sequence[int]) -> None:
        self.part = part
        self.cut = cut
        self.widths: list[int] = [3**place for place in range(len(cut))]
        self.number: int = 3 ** len(cut)
        self.all: int = (1 << self.number) - 1
        self.stands: dict[int, int] = {}
        self.falls: dict[int, int] = {}
        for place, node in enumerate(cut):
            self.stands[node], self.falls[node] = self._where(place, IN), self._where(place, OUT)
        self.complete: int = self.all
        self.order = _by_need(part, cut)
        for node in self.order:
            stands, falls = self._decided(part[node])
            if node in self.stands:
                self.complete &= ~((stands ^ self.stands[node]) | (falls ^ self.falls[node]))
            else:
                self.stands[node], self.falls[node] = stands, falls

    def _where(self, place: int, digit: int) -> int:
        """Give the numbers that have this digit at this place when they are written to the base three."""
        width = self.widths[place]
        found, width = ((1 << width) - 1) << digit * width, 3 * width
        while width < self.number:
            found |= found << width | found << 2 * width
            width *= 3
        return found

    def _decided(self, condition: Condition) -> tuple[int, int]:
        stands = kept = 0
        fallen = self._from_places(condition, self.falls)
        for pros, place in condition.ways_in:
            way = fallen[place]
            for pro in pros:
                way &= self.stands[pro]
            stands |= way
        held = self._from_places(condition, {con: self.all & ~self.stands[con] for con in condition.cons})
        for pros, place in condition.ways_to_hold:
            way = held[place]
            for pro in pros:
                way &= ~self.falls[pro]
            kept |= way
        return stands, self.all & ~kept

    def _from_places(self, condition: Condition, masks: Mapping[int, int]) -> dict[int, int]:
        """Give by the places that a condition names, where all cons from there on have their bit in these masks."""
        places = {place for _, place in (*condition.ways_in, *condition.ways_to_hold)}
        found, common = {}, self.all
        for place in range(len(condition.cons), -1, -1):
            if place < len(condition.cons):
                common &= masks[condition.cons[place]]
            if place in places:
                found[place] = common
        return found

    def chosen(self, semantics: str) -> int:
        """Give which labellings are complete, preferred or stable."""
        if semantics == "complete":
            return self.complete
        return self.preferred() if semantics == "preferred" else self.stable()

    def preferred(self) -> int:
        """Give which labellings are maximal: none agrees with all they decide and decides more."""
        below = self.complete
        for place in range(len(self.cut)):
            below |= self._less(place, below)
        strictly_below = 0
        for place in range(len(self.cut)):
            strictly_below |= self._less(place, below)
        return self.complete & ~strictly_below

    def _less(self, place: int, masks: int) -> int:
        """Give the numbers that come of these by leaving a node of the cut undecided that was decided."""
        width = self.widths[place]
        lowered = (masks & self._where(place, IN)) >> IN * width
        return lowered | (masks & self._where(place, OUT)) >> OUT * width

    def stable(self) -> int:
        """Give which labellings decide everything and let no node owe its support to itself.

        With all nodes that are out put out, the rest must be in of itself: Brewka et al. 2013, definition 8.
        """
        found = self.complete
        for node, condition in self.part.items():
            if condition.is_named:
                found &= self.stands[node] | self.falls[node]
        owed = dict.fromkeys(self.part, 0)
        changed = bool(found)
        while changed:
            changed = False
            for node in self.order:
                gained = self._supported(self.part[node], owed) & ~owed[node]
                if gained & found:
                    owed[node] |= gained
                    changed = True
        for node in self.part:
            found &= ~self.stands[node] | owed[node]
        return found

    def _supported(self, condition: Condition, owed: Mapping[int, int]) -> int:
        """Give where a node is in because of nodes whose own support is accounted for."""
        fallen = self._from_places(condition, self.falls)
        found = 0
        for pros, place in condition.ways_in:
            way = fallen[place]
            for pro in pros:
                way &= owed[pro]
            found |= way
        return found

    def labellings(self, chosen: int) -> Iterator[bytes]:
        """Give the labels of the chosen labellings, in the order of the part's nodes, by rising number."""
        size = (self.number + 7) // 8
        masks = [
            (self.stands[node].to_bytes(size, "little"), self.falls[node].to_bytes(size, "little"))
            for node in self.part
        ]
        for number in _ones(chosen.to_bytes(size, "little")):
            byte, bit = number >> 3, 1 << (number & 7)
            yield bytes(
                IN if stands[byte] & bit else OUT if falls[byte] & bit else UNDECIDED for stands, falls in masks
            )


def _ones(masks: bytes) -> Iterator[int]:
    for byte, bits in enumerate(masks):
        if bits:
            yield from (8 * byte + bit for bit in range(8) if bits >> bit & 1)


def _by_need(part: Part, cut: Iterable[int]) -> list[int]:
    """Give the nodes, each after all it needs but the cut; the cut comes last."""
    cut = list(cut)
    rest = {node: condition.needs for node, condition in part.items() if node not in cut}
    return [*(node for component in strongly_connected(rest) for node in component), *cut]


def cut_of(part: Part) -> list[int] | None:
    """Give nodes without which a part has no circle; None if these are too many. Not always the fewest there could be.

    Takes the node with most relations, again and again, from what is left after shortening: a node that needs nothing
    or that nothing needs is on no circle, and one that needs a single other is on the circles of that other.
    Source: Levy and Low, Journal of Algorithms 9 (1988), from memory.
    """
    needs = {node: condition.needs for node, condition in part.items()}
    needed_by: dict[int, set[int]] = {node: set() for node in needs}
    for node, needed in needs.items():
        for other in needed:
            needed_by[other].add(node)
    cut: list[int] = []
    touched = set(needs)
    while needs:
        _shorten(needs, needed_by, touched)
        if needs:
            if len(cut) == MOST_CUTS:
                return None
            chosen = max(needs, key=lambda node: (node in needs[node], len(needs[node]) * len(needed_by[node]), -node))
            touched = _take_out(chosen, needs, needed_by)
            cut.append(chosen)
    return sorted(cut)


def _shorten(needs: dict[int, set[int]], needed_by: dict[int, set[int]], touched: set[int]) -> None:
    """Take out all nodes that no cut has to name. ``touched``: where to look; empty afterwards."""
    while touched:
        node = touched.pop()
        if node not in needs or node in needs[node]:
            continue
        below, above = needs[node], needed_by[node]
        if len(below) <= 1 or len(above) <= 1:
            touched |= _take_out(node, needs, needed_by)
            for other in above:
                needs[other] |= below
            for other in below:
                needed_by[other] |= above
        touched.discard(node)


def _take_out(node: int, needs: dict[int, set[int]], needed_by: dict[int, set[int]]) -> set[int]:
    """Take out a node; give those it was related to."""
    below, above = needs.pop(node), needed_by.pop(node)
    for other in below - {node}:
        needed_by[other].discard(node)
    for other in above - {node}:
        needs[other].discard(node)
    return (below | above) - {node}
