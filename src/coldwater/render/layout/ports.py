"""Where lines touch their boxes; lines that touch the same side share it out among them. It knows no curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.scene.parts import PORT_MARGIN, port_distance

if TYPE_CHECKING:
    from coldwater.render.layout.geometry import Bands, Block
    from coldwater.render.layout.plans import Plan
    from coldwater.render.scene.parts import Scene


class Ports:
    """The sides of all blocks of a scene."""

    def __init__(self, scene: Scene, bands: Bands) -> None:
        self.scene = scene
        self.bands = bands

    def settle(self, plans: list[Plan]) -> None:
        """Find where each line touches its boxes; lines that touch the same side share it out among them."""
        for (key, is_far), ends in _sides(plans).items():
            ports = self._spread(key, [plan.arrival(is_head) for plan, is_head in ends], [e[0] for e in ends])
            for (plan, is_head), place in zip(ends, ports, strict=True):
                port = self._beside_own_line(key, is_far, place)
                if is_head:
                    plan.end = port
                else:
                    plan.start = port
        for plan in plans:
            if plan.carrier is not None:
                plan.end = plan.carrier.end

    def _spread(self, key: str, arrivals: list[float], plans: list[Plan]) -> list[float]:
        """Spread ports along a side, in the order in which the lines arrive; too many lines share one per relation."""
        block = self.bands.place(key)
        room = max(block.half - PORT_MARGIN, 0.0) * 2
        order = sorted(range(len(arrivals)), key=lambda at: (arrivals[at], at))
        if len(order) == 1:
            wanted = arrivals[0]
            is_within = abs(wanted - block.middle) <= room / 2
            return [wanted if is_within else self._leaning(block, wanted)]
        group = {at: number for number, at in enumerate(order)}
        if (len(order) - 1) * port_distance(self.scene.is_top_down) > room:
            relations = list(dict.fromkeys(plans[at].edge.relation for at in order))
            group = {at: relations.index(plans[at].edge.relation) for at in order}
        count = max(group.values()) + 1
        return [block.middle - room / 2 + room * (group[at] + 0.5) / count for at in range(len(arrivals))]

    def _beside_own_line(self, key: str, is_far: bool, port: float) -> float:
        """Leave the middle of a head's near side to the line of its own argument."""
        middle = self.bands.place(key).middle
        if is_far or key in self.scene.cards or abs(port - middle) > 9.0:
            return port
        return middle + (16.0 if port >= middle else -16.0)

    def _leaning(self, block: Block, wanted: float) -> float:
        """Give the port of a single line that comes from beyond the box: a little off the middle, on its side."""
        lean = min(block.half * 0.4, 40.0)
        return block.middle + (lean if wanted > block.middle else -lean)


def _sides(plans: list[Plan]) -> dict[tuple[str, bool], list[tuple[Plan, bool]]]:
    """Give by block and side (whether it is the far one) the lines that touch it, and whether with their head."""
    sides: dict[tuple[str, bool], list[tuple[Plan, bool]]] = {}
    for plan in plans:
        if plan.is_loop or plan.carrier is not None:
            continue
        if plan.edge.kind != "step" or not plan.leaves_near:
            sides.setdefault((plan.tail_key, not plan.leaves_near), []).append((plan, False))
        if not plan.side:
            sides.setdefault((plan.head_key, plan.enters_far), []).append((plan, True))
    return sides
