"""What is dropped in a flow, and whether that costs the verdict."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT
from coldwater.semantics.scenarios import scenarios_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.material.exchange import Row
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.rounds.debate_format import DebateFormat


class Drop(NamedTuple):
    """What a side leaves without an answer, for want of one on the map.

    ``costs``: of how many arguments the smallest set is that holds this one and whose answers would make the verdict
    better for the side: 1 if an answer to it alone would; None if it is in no such set that is known.
    ``is_live``: whether it still bears on the matter.
    """

    row: str
    node: int
    by: Side
    speech: int
    costs: int | None
    is_live: bool


def find_drops(prep: Preparation, debate: DebateFormat, rows: Sequence[Row]) -> tuple[tuple[Drop, ...], bool]:
    """Give all drops of a flow, the dearest first; and whether it is known of each if it alone costs the verdict."""
    raised = {cell.node: (row.label, cell.speech) for row in rows for cell in row.cells if cell.mark == "dropped"}
    sides = {node: debate.speeches[speech].side for node, (_, speech) in raised.items()}
    alone = _alone(prep, sides)
    together = _together(prep)
    found = []
    for node, (row, speech) in raised.items():
        costs = 1 if node in (alone or ()) else together.get((sides[node], node))
        found.append(Drop(row, node, sides[node], speech, costs, _is_live(prep, node)))
    return tuple(sorted(found, key=lambda one: (one.costs or float("inf"), not one.is_live))), alone is not None


def _is_live(prep: Preparation, node: int) -> bool:
    return prep.labels[node] != OUT if prep.names[node] in prep.graph.claims else node in prep.live


def _alone(prep: Preparation, sides: Mapping[int, Side]) -> frozenset[int] | None:
    """Give the drops of which each would make the verdict better for the side if it met an answer that stands."""
    nodes = list(sides)
    every = (1 << len(nodes)) - 1
    verdicts = prep.inquiry.oracle.verdicts(scenarios_of([((node,), ()) for node in nodes]), every) if nodes else None
    if verdicts is None:
        return None if nodes else frozenset()
    gained = {side: prep.inquiry.gained(side, verdicts, every) for side in set(sides.values())}
    return frozenset(node for place, node in enumerate(nodes) if gained[sides[node]] >> place & 1)


def _together(prep: Preparation) -> dict[tuple[Side, int], int]:
    """Give by side and argument the size of the smallest set of new answers that holds it."""
    found: dict[tuple[Side, int], int] = {}
    for research in prep.decision.research:
        for need in research.found:
            for argument in need.arguments:
                key = (research.side, argument)
                found[key] = min(len(need.arguments), found.get(key, len(need.arguments)))
    return found
