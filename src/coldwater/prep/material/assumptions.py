"""Key assumptions: what a map takes for granted, and what becomes of the verdict without it.

An assumption is a claim at which a chain of reasons ends without a source: no argument supports it, nothing is cited
for it, and it is granted all the same. Claims whose status is rejected or open are none, nor is the thesis.

Source: the key assumptions check of A Tradecraft Primer (US Government, 2009) and of Heuer and Pherson, Structured
Analytic Techniques for Intelligence Analysis; from memory. What the techniques leave to judgement, how critical an
assumption is, is worked out here from the map.
"""

from __future__ import annotations

from coldwater.prep.deciding.searching import labels_after
from coldwater.prep.deciding.thresholds import credence_threshold
from coldwater.records import NamedTuple
from coldwater.semantics.grounded import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.model.graph import Side
    from coldwater.prep.deciding.cruxes import Crux
    from coldwater.prep.deciding.load import Load
    from coldwater.prep.deciding.thresholds import Threshold
    from coldwater.prep.material.preparation import Preparation

#: Of so many assumptions the credence is looked up at which the verdict changes.
MOST_CREDENCES = 20


class Assumption(NamedTuple):
    """A claim taken for granted, and what hangs on it.

    ``without``: the label of the thesis if it alone is given up, None if time did not allow to see. ``crux``: the
    smallest crux that it is in, with what it takes besides; None if it is in none that is known. ``cruxes``: in how
    many it is. ``load``: how often it tips the verdict; None where it cannot bear on the thesis. ``thresholds``: of the
    arguments that use it, the strengths at which the verdict changes; ``credence``: the same of itself, under gradual
    semantics.
    """

    claim: int
    without: int | None
    crux: Crux | None
    cruxes: int
    load: Load | None
    thresholds: tuple[Threshold, ...]
    credence: Threshold | None

    @property
    def share(self) -> float:
        """In which share of all ways to keep or give up the other claims it tips the verdict; 0 if not known."""
        return (self.load.share or 0.0) if self.load is not None else 0.0


class Assumptions(NamedTuple):
    """The assumptions of some sides, each list by crux, then by load, then in the order of the file.

    ``alone``: each by itself turns the verdict. ``together``: each does with others. ``others`` bear on it, but are in
    no crux that is known. ``idle``: cannot change the verdict, whatever else is given up, or (``is_sampled``) did not
    in any of the ways that were drawn. ``fallen``: granted by nobody any more, since something stands against them.
    ``elsewhere``: bear on rivals or other theses only.
    """

    alone: tuple[Assumption, ...]
    together: tuple[Assumption, ...]
    others: tuple[Assumption, ...]
    idle: tuple[Assumption, ...]
    fallen: tuple[Assumption, ...]
    elsewhere: tuple[Assumption, ...]
    is_sampled: bool

    @property
    def every(self) -> tuple[Assumption, ...]:
        """All of them."""
        return (*self.alone, *self.together, *self.others, *self.idle, *self.fallen, *self.elsewhere)


def find_assumptions(prep: Preparation, sides: Sequence[Side]) -> Assumptions:
    """Find what the sides take for granted; what serves none of the two, since it bears on rivals, with both."""
    claims = list(_granted(prep, frozenset(sides)))
    found = sorted(_weighed(prep, claims), key=_rank)
    for place, one in enumerate(found[:MOST_CREDENCES]):
        found[place] = one._replace(credence=credence_threshold(prep.inquiry, one.claim))
    groups: dict[str, list[Assumption]] = {}
    for one in found:
        groups.setdefault(_group(prep, one), []).append(one)
    names = ("alone", "together", "others", "idle", "fallen", "elsewhere")
    alone, together, others, idle, fallen, elsewhere = (tuple(groups.get(name, ())) for name in names)
    is_sampled = prep.decision.loads.drawn is not None
    return Assumptions(alone, together, others, idle, fallen, elsewhere, is_sampled)


def _granted(prep: Preparation, sides: frozenset[Side]) -> Iterator[int]:
    graph = prep.graph
    for node, name in enumerate(prep.names[: prep.inquiry.framework.claims]):
        claim = prep.map.claims[name]
        if name == prep.map.thesis or graph.supporters(name) or claim.cites or claim.status in ("rejected", "open"):
            continue
        of = graph.sides(name)
        if of & sides or (len(sides) > 1 and not of and name in graph.connected and name not in graph.roots):
            yield node


def _weighed(prep: Preparation, claims: Sequence[int]) -> list[Assumption]:
    loads = {leaf: load for load in prep.decision.loads.found for leaf in load.handles.leaves}
    bearing = [claim for claim in claims if claim in loads]
    without = dict(zip(bearing, labels_after(prep.inquiry, [[claim] for claim in bearing]), strict=False))
    cruxes = _cruxes_by_leaf(prep)
    thresholds = {one.argument: one for one in prep.decision.thresholds.found}
    found = []
    for claim in claims:
        uses = [prep.numbers[use] for use in prep.graph.uses(prep.names[claim])]
        mine = cruxes.get(claim, [])
        smallest = min(mine, key=lambda crux: len(crux.handles), default=None)
        tips = tuple(thresholds[use] for use in uses if use in thresholds)
        found.append(Assumption(claim, without.get(claim), smallest, len(mine), loads.get(claim), tips, None))
    return found


def _cruxes_by_leaf(prep: Preparation) -> Mapping[int, list[Crux]]:
    found: dict[int, list[Crux]] = {}
    for crux in (*prep.decision.cruxes.found, *prep.decision.cruxes.larger):
        for leaf in (leaf for one in crux.handles for leaf in one.leaves):
            found.setdefault(leaf, []).append(crux)
    return found


def _rank(one: Assumption) -> tuple[float, float, int]:
    size = float("inf") if one.crux is None else len(one.crux.handles)
    return (size, -one.share, -one.cruxes)


def _group(prep: Preparation, one: Assumption) -> str:
    """Tell in which list of ``Assumptions`` one belongs."""
    turns = one.without is not None and one.without != prep.inquiry.label
    if turns:
        return "alone"
    if one.crux is not None:
        return "together"
    if not prep.graph.sides(prep.names[one.claim]):
        return "elsewhere"
    if prep.labels[one.claim] == OUT:
        return "fallen"
    known = one.load is None or one.load.share is not None
    return "idle" if known and not one.share else "others"
