"""What a change means: which verdicts it turned, and through which of the changes."""

from __future__ import annotations

from coldwater.model.graph import Graph
from coldwater.records import NamedTuple
from coldwater.semantics.evaluation import evaluate_map
from coldwater.semantics.framework import OPEN
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.model.models import Map
    from coldwater.review.changes import Change, Difference
    from coldwater.semantics.evaluation import Evaluation
    from coldwater.semantics.labelling import Verdict


class Turn(NamedTuple):
    """A verdict that a change turned. ``causes``: the changes that did it, the nearest first."""

    id: str
    before: Verdict
    after: Verdict
    causes: tuple[Change, ...]


#: Fields that bear on a verdict.
_BEARING = frozenset({"status", "standard", "strength", "credence", "kind", "proof", "weighing"})
_BEARING_KINDS = frozenset({"added", "removed", "retargeted", "turned", "premises", "contradictions", "cites"})
#: Of these, those by which something bears otherwise on others though its own verdict is what it was.
_OF_BEARING = _BEARING_KINDS - {"premises", "cites"}


def turned_verdicts(old: Map, new: Map, difference: Difference) -> tuple[Turn, ...]:
    """Give the grounded verdicts that are others than before, the theses first, then in the order of the file.

    Only what is on both sides is compared; a renamed id is the same. Cost: two evaluations, and for each verdict that
    turned a walk to its causes.
    """
    evaluations = evaluate_map(old), evaluate_map(new)
    before = {difference.renames.node(name): verdict for name, verdict in evaluations[0].verdicts.items()}
    after = evaluations[1].verdicts
    turned = [name for name in after if name in before and before[name].verdict != after[name].verdict]
    rank = {thesis: number for number, thesis in enumerate(new.theses)}
    turned.sort(key=lambda name: rank.get(name, len(rank)))
    walk = _Causes(old, new, difference, evaluations)
    return tuple(Turn(name, before[name], after[name], walk.of(name)) for name in turned)


def bears(change: Change) -> bool:
    """Tell whether a change may bear on a verdict."""
    if change.sort not in ("map", "claim", "argument"):
        return False
    return change.kind in _BEARING_KINDS or change.field in _BEARING


class _Weight(NamedTuple):
    """How a claim or argument bears on others: its verdict, and the force with which it speaks, at least and at most.

    At most an open claim speaks as if it were granted, as long as nothing that stands speaks for it.
    """

    verdict: str
    least: float
    most: float


def _weights(evaluation: Evaluation) -> dict[str, _Weight]:
    """Give the weight of each claim and argument, by id."""
    labelling = evaluation.labellings[0]
    labels, framework = labelling.labels, labelling.framework
    may_stand = [label != OUT for label in labels[: len(framework.names)]]
    hoped = [node for node in range(framework.claims) if labelling.base(node) == OPEN and not any(
        labels[pro] == IN for pro in framework.supporters(node)
    )]  # fmt: skip
    possible = framework.possible
    most = [float(one) for one in may_stand] if possible is None else possible.standing(may_stand, frozenset(hoped))
    return {
        name: _Weight(verdict.verdict, labelling.forces[node], most[node])
        for node, (name, verdict) in enumerate(evaluation.verdicts.items())
    }


def _by_itself(changes: Iterable[Change]) -> dict[int, Change]:
    """Give changes by which they are: what they changed may be a mapping, which has no hash."""
    return {id(change): change for change in changes}


class _Causes:
    """Walks from a verdict that turned to the changes behind it, over whatever turned on the way."""

    def __init__(self, old: Map, new: Map, difference: Difference, evaluations: tuple[Evaluation, Evaluation]) -> None:
        self.graphs = (Graph(old), Graph(new))
        self.renames = difference.renames
        self.old_names = {new_name: old_name for old_name, new_name in difference.renames.nodes.items()}
        self.before, self.after = map(_weights, evaluations)
        self.before = {difference.renames.node(name): weight for name, weight in self.before.items()}
        self.by_id: dict[str, list[Change]] = {}
        for change in difference.changes:
            if bears(change):
                self.by_id.setdefault(change.id if change.sort != "map" else "", []).append(change)

    def of(self, name: str) -> tuple[Change, ...]:
        """Give the changes that turned a verdict, the nearest first; each once."""
        found = _by_itself(self.by_id.get("", ()))
        seen = {name}
        layer = [name]
        while layer:
            following: list[str] = []
            for node in layer:
                found |= _by_itself(self._own(node))
                for other in self._bearing_on(node):
                    if other not in seen:
                        seen.add(other)
                        following.append(other)
            layer = [node for node in following if self._has_turned(node)]
            for node in following:
                if node not in layer:
                    found |= _by_itself(self._in_its_bearing(node))
        return tuple(found.values())

    def _own(self, node: str) -> Iterator[Change]:
        """Give the changes to a node itself: its status, standard, premises, contradictions."""
        for change in self.by_id.get(node, ()):
            if change.kind != "removed":
                yield change

    def _in_its_bearing(self, node: str) -> Iterator[Change]:
        """Give the changes to how a node bears on another, its own verdict being what it was."""
        for change in self.by_id.get(node, ()):
            if change.kind in _OF_BEARING or change.field == "strength":
                yield change

    def _has_turned(self, node: str) -> bool:
        """Tell whether a node bears otherwise on others than before; what came or went has not turned."""
        one, other = self.before.get(node), self.after.get(node)
        return one is not None and other is not None and one != other

    def _bearing_on(self, node: str) -> Iterable[str]:
        """Give what decides a node now or decided it before, in new ids."""
        found: dict[str, None] = {}
        for graph, name in zip(self.graphs, (self.old_names.get(node, node), node), strict=True):
            if not graph.has(name):
                continue
            near: Sequence[str] = (
                *(graph.premises(name) if name in graph.arguments else ()),
                *graph.incoming(name),
                *graph.contraries(name),
            )
            is_old = graph is self.graphs[0]
            found.update(dict.fromkeys(self.renames.node(one) if is_old else one for one in near))
        return found
