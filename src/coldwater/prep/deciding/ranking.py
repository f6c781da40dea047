"""Cruxes in the order of dispute, each with the reason for its rank.

First what positions dispute, then what is contested on the map, then what rests on claims that are unstated or held
with a credence below one, then the rest. A crux ranks as the most disputed of its claims does.
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.disputes import HELD, find_disputes
from coldwater.semantics.positions import as_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal

    from coldwater.model.graph import Graph
    from coldwater.prep.deciding.cruxes import Crux, Cruxes
    from coldwater.prep.deciding.inquiry import Inquiry
    from coldwater.semantics.disputes import Dispute

    Rank = Literal["disputed", "contested", "assumed", "undisputed"]

#: The ranks, the most disputed first.
RANKS: tuple[Rank, ...] = ("disputed", "contested", "assumed", "undisputed")


class Doubt(NamedTuple):
    """Why a claim has its rank.

    ``dispute``: who disputes it, where positions do. Contested is it by what is ``against`` it on the map (arguments,
    and claims that contradict it), by ``rejects`` (positions, while no other holds it), or by being ``open``. Assumed
    is it as ``unstated``, or with a ``credence`` below one.
    """

    claim: str
    rank: Rank
    dispute: Dispute | None = None
    against: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    is_open: bool = False
    is_unstated: bool = False
    credence: float | None = None


class Ranked(NamedTuple):
    """A crux with its rank, and the doubts of its claims that give it this rank: none where it is undisputed."""

    crux: Crux
    rank: Rank
    doubts: tuple[Doubt, ...]


class Ranking(NamedTuple):
    """The cruxes that were found, and larger ones that are known, each in the order of dispute, then by size."""

    found: tuple[Ranked, ...]
    larger: tuple[Ranked, ...]


def rank_cruxes(inquiry: Inquiry, cruxes: Cruxes, standard: str | None) -> Ranking:
    """Put cruxes in the order of dispute. Cost: one evaluation of the map, in which each position is a scenario.

    The order is that of the map as it is written, also where somebody sees it.
    """
    names = inquiry.framework.names
    leaves = {names[leaf] for crux in (*cruxes.found, *cruxes.larger) for one in crux.handles for leaf in one.leaves}
    map_ = as_written(inquiry.map)
    disputes = {one.claim: one for one in find_disputes(map_, standard, leaves)}
    rejects: dict[str, list[str]] = {}
    for name, position in map_.positions.items():
        for claim in dict.fromkeys(position.rejects):
            rejects.setdefault(claim, []).append(name)
    doubts = {
        name: _doubt(inquiry.graph, map_.claims[name].status, name, disputes.get(name), tuple(rejects.get(name, ())))
        for name in leaves
    }
    return Ranking(_in_order(cruxes.found, names, doubts), _in_order(cruxes.larger, names, doubts))


def _doubt(graph: Graph, status: str | None, name: str, dispute: Dispute | None, rejects: tuple[str, ...]) -> Doubt:
    claim = graph.claims[name]
    against = (*graph.attackers(name), *graph.contraries(name))
    credence = claim.credence if claim.credence is not None and claim.credence < 1 else None
    doubt = Doubt(name, "undisputed", dispute, against, rejects, status == "open", bool(claim.implicit), credence)
    if dispute is not None:
        return doubt._replace(rank="disputed")
    if against or rejects or doubt.is_open:
        return doubt._replace(rank="contested")
    return doubt._replace(rank="assumed") if doubt.is_unstated or credence is not None else doubt


def _in_order(cruxes: Iterable[Crux], names: tuple[str, ...], doubts: Mapping[str, Doubt]) -> tuple[Ranked, ...]:
    return tuple(sorted((_ranked(crux, names, doubts) for crux in cruxes), key=_order))


def _ranked(crux: Crux, names: tuple[str, ...], doubts: Mapping[str, Doubt]) -> Ranked:
    own = [doubts[names[leaf]] for one in crux.handles for leaf in one.leaves]
    rank = min((one.rank for one in own), key=RANKS.index)
    why = tuple(one for one in own if one.rank == rank) if rank != "undisputed" else ()
    return Ranked(crux, rank, tuple(sorted(why, key=_plainness)))


def _order(one: Ranked) -> tuple[int, int, int]:
    return RANKS.index(one.rank), len(one.crux.handles), _plainness(one.doubts[0]) if one.doubts else 0


def _plainness(doubt: Doubt) -> int:
    return HELD.index(doubt.dispute.held) if doubt.dispute is not None else 0
