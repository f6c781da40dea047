"""Premises that nobody states and nothing supports: on which of them a verdict rests, and what it is without them."""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.deciding import deciders
from coldwater.semantics.grounded import IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.labelling import Labelling, Word
    from coldwater.semantics.readings import Void

#: Of so many unstated premises each is given up in turn.
MOST_TRIED = 40


class Unstated(NamedTuple):
    """Premises that nobody states and nothing supports, by id, on which a verdict rests.

    ``without``: the verdict without all of them. ``turning``: those without any one of which it is another already.
    Both are None where that was not found out: there are too many to try, or time was too short; ``without`` also where
    there is no labelling then.
    """

    claims: tuple[str, ...]
    without: Word | None
    turning: tuple[str, ...] | None


def unstated_behind(
    map_: Map, evaluation: Evaluation, node: int, verdict_without: Callable[[Sequence[int]], Word | Void]
) -> Unstated | None:
    """Find the unstated premises on the ways that carried a verdict, and what it is without them.

    ``verdict_without`` gives the verdict where claims are given up: "void" if there is no labelling then, None if
    that is not known.
    """
    behind: set[int] = set()
    for labelling in evaluation.labellings:
        behind |= _standing_behind(map_, labelling, node)
    if not behind:
        return None
    nodes = sorted(behind)
    names = [evaluation.framework.names[one] for one in nodes]
    usual = evaluation.verdicts[evaluation.framework.names[node]].verdict
    turning = None
    if len(nodes) <= MOST_TRIED:
        each = [verdict_without([one]) for one in nodes]
        if None not in each:
            turning = tuple(name for name, verdict in zip(names, each, strict=True) if verdict != usual)
    without = verdict_without(nodes)
    return Unstated(tuple(names), None if without == "void" else without, turning)


def _standing_behind(map_: Map, labelling: Labelling, node: int) -> set[int]:
    """Give the implicit claims without an argument that stand where a verdict came from.

    A claim is not among those that it rests on.
    """
    framework = labelling.framework
    seen, waiting = {node}, [node]
    while waiting:
        for nearer in deciders(labelling, waiting.pop()):
            if nearer not in seen:
                seen.add(nearer)
                waiting.append(nearer)
    claims = list(map_.claims.values())
    return {
        one
        for one in seen
        if one != node
        and one < framework.claims
        and claims[one].implicit
        and labelling.labels[one] == IN
        and not framework.supporters(one)
    }
