"""What all searches of this room start from: a map, the verdict on its thesis, its leaves, and who would gain.

A leaf is a claim at which a chain of reasons ends: one that no argument supports, or one whose status is accepted, so
that it stands without support. The thesis is none, nor is a claim that is rejected anyhow, nor one that cannot bear on
the thesis. Leaves that are premises of exactly the same arguments act alike when they are given up: the argument falls,
whichever it is, and so it does with both. They are the *handles* of one thing. A claim that stands against another
(``contradicts``) acts by itself, and is a handle of its own.
"""

from __future__ import annotations

from functools import cached_property
from time import monotonic

from coldwater.model.graph import OTHER, SIDES, Graph
from coldwater.records import NamedTuple
from coldwater.semantics.evaluation import GRADUAL, Evaluation, Limits, Overrides, evaluate_map
from coldwater.semantics.framework import GRANTED, REJECTED
from coldwater.semantics.grounded import IN, OUT, UNDECIDED
from coldwater.semantics.resting import resting_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.model.graph import Side
    from coldwater.model.models import Map
    from coldwater.prep.deciding.oracle import Oracle
    from coldwater.semantics.gradual import Degrees, NotConverged
    from coldwater.semantics.resting import Resting
    from coldwater.semantics.resting_degrees import RestingDegree
    from coldwater.semantics.scenarios import Masks

#: For so long labellings are looked for, and then what would be otherwise, to say what a verdict rests on.
_SECONDS = 1.0
#: The better a verdict is for the pro side, the higher it ranks.
_RANK = {OUT: 0, UNDECIDED: 1, IN: 2}


class Handles(NamedTuple):
    """Leaves that act alike, as nodes in the order of the file, and the sides they serve: both if double-edged."""

    leaves: tuple[int, ...]
    sides: frozenset[Side]

    @property
    def first(self) -> int:
        """The leaf that is rejected for all of them."""
        return self.leaves[0]


class Inquiry:
    """A map, its oracle, and what follows from them at once."""

    def __init__(self, map_: Map, oracle: Oracle, standard: str | None = None) -> None:
        """Take the standard, if any, by which the oracle judges in the place of the map's."""
        self.map = map_
        self.standard = standard
        self.oracle = oracle
        self.framework = oracle.framework
        self.graph = Graph(map_)
        #: The label of the thesis where nothing is overruled.
        self.label = oracle.label

    @cached_property
    def _found(self) -> Evaluation | Degrees | NotConverged:
        """What the map comes to under the semantics that are asked. Cost: an evaluation, once."""
        overrides = Overrides(standard=self.standard)
        semantics = self.oracle.semantics
        if semantics not in GRADUAL:
            return evaluate_map(self.map, semantics, overrides, Limits(seconds=_SECONDS))
        from coldwater.semantics.gradual import degrees  # noqa: PLC0415 - grounded has no use for it

        ends = monotonic() + _SECONDS
        return degrees(self.map, semantics, is_over=lambda: monotonic() > ends)

    @property
    def is_void(self) -> bool:
        """Whether there is no labelling, so that nothing has a verdict: only stable semantics may have none."""
        return self.oracle.semantics == "stable" and isinstance(self._found, Evaluation) and self._found.is_void

    @cached_property
    def resting(self) -> Resting | RestingDegree | None:
        """What the verdict on the thesis rests on, or its degree; None where it has none.

        Cost: some evaluations of the map, once.
        """
        found, thesis = self._found, self.map.thesis
        if isinstance(found, Evaluation):
            return None if found.is_void else resting_on(self.map, found, thesis, _SECONDS)
        from coldwater.semantics.gradual import Degrees  # noqa: PLC0415 - as above
        from coldwater.semantics.resting_degrees import degree_resting_on  # noqa: PLC0415

        return degree_resting_on(self.map, found, thesis) if isinstance(found, Degrees) else None

    def sides(self, node: int) -> frozenset[Side]:
        """Give the sides that a node serves; a step, ground or level serves those of what it belongs to."""
        return self.graph.sides(self.framework.names[self.framework.owner(node)])

    def serving(self, side: Side) -> frozenset[int]:
        """Give the nodes bearing on the thesis that serve a side, those that serve both among them."""
        return frozenset(node for node in self.oracle.bearing if side in self.sides(node))

    @cached_property
    def handles(self) -> tuple[Handles, ...]:
        """The leaves that can bear on the thesis, those that act alike together; in the order of the file."""
        alike: dict[object, list[int]] = {}
        for leaf in self._leaves():
            alike.setdefault(self._uses(leaf), []).append(leaf)
        return tuple(Handles(tuple(leaves), self.sides(leaves[0])) for leaves in alike.values())

    def places_of(self, side: Side) -> list[int]:
        """Give the places of the handles that serve a side, double-edged ones among them."""
        return [place for place, one in enumerate(self.handles) if side in one.sides]

    def _leaves(self) -> list[int]:
        framework, bearing = self.framework, self.oracle.bearing
        return [
            claim
            for claim in range(framework.claims)
            if claim in bearing
            and claim != framework.thesis
            and framework.base[claim] != REJECTED
            and (framework.base[claim] == GRANTED or not framework.pros[claim])
        ]

    def _uses(self, leaf: int) -> object:
        """Give what two leaves must have in common to act alike."""
        framework, bearing = self.framework, self.oracle.bearing
        if any(target in bearing for target, _ in framework.con_of[leaf]):
            return leaf
        return tuple(argument for argument in framework.parts_of[leaf] if argument in bearing)

    @cached_property
    def is_one_sided(self) -> bool:
        """Whether everything that bears on the thesis serves one side only, so that nobody can hurt themselves."""
        return self.framework.is_one_way and all(len(self.sides(node)) == 1 for node in self.oracle.bearing)

    @cached_property
    def opposed(self) -> frozenset[int]:
        """The nodes against which, or against something behind which, anything speaks. Cost: linear, once."""
        framework = self.framework
        found = {node for node, cons in enumerate(framework.cons) if cons}
        waiting = list(found)
        while waiting:
            node = waiting.pop()
            spoken_of = (target for target, _ in (*framework.pro_of[node], *framework.con_of[node]))
            for borne in (*spoken_of, *framework.parts_of[node]):
                if borne not in found:
                    found.add(borne)
                    waiting.append(borne)
        return frozenset(found)

    @property
    def can_be_read_off(self) -> bool:
        """Whether minimal sets can be composed along the map, without trying any (see ``ways``)."""
        return self.oracle.is_grounded and self.is_one_sided

    @property
    def is_monotone(self) -> bool:
        """Whether giving up more never does the other side less good: then what all leaves cannot do, none can."""
        return self.oracle.is_monotone and self.is_one_sided

    # --- who gains -----------------------------------------------------------------------------------------------

    def gainers(self) -> tuple[Side, ...]:
        """Give the sides for which the verdict could be better: pro first."""
        return tuple(side for side in SIDES if self.label != (IN if side == "pro" else OUT))

    def keepers(self) -> tuple[Side, ...]:
        """Give the sides for which the verdict could be worse: pro first."""
        return tuple(OTHER[side] for side in reversed(self.gainers()))

    def gained(self, side: Side, masks: Masks, every: int) -> int:
        """Give the scenarios in which the verdict is better for a side than it is."""
        good, bad = (masks.stands, masks.falls) if side == "pro" else (masks.falls, masks.stands)
        if self.label == UNDECIDED:
            return good
        return every & ~bad if side in self.gainers() else 0

    def kept(self, side: Side, masks: Masks, every: int) -> int:
        """Give the scenarios in which the verdict is no worse for a side than it is."""
        return every & ~self.gained(OTHER[side], masks, every)

    def gainer(self, label: int) -> Side | None:
        """Give the side that a label is better for than the one there is; None if it is the same."""
        difference = _RANK[label] - _RANK[self.label]
        return None if not difference else "pro" if difference > 0 else "con"
