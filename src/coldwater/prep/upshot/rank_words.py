"""Why a crux has its rank in the order of dispute, in words. It gives texts of a map as they are."""

from __future__ import annotations

from coldwater.listing import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.prep.deciding.ranking import Doubt, Rank, Ranked
    from coldwater.semantics.disputes import Dispute

_RANKS: Mapping[Rank, str] = {
    "disputed": "disputed between positions",
    "contested": "contested on the map",
    "undisputed": "undisputed",
}
#: How many claims, arguments and positions are named.
_NAMED = 3


def rank_told(one: Ranked) -> str:
    """Say how disputed a crux is, as a heading: of all its claims, or else of a part.

    >>> from coldwater.prep.deciding.cruxes import Crux
    >>> from coldwater.prep.deciding.inquiry import Handles
    >>> from coldwater.prep.deciding.ranking import Doubt, Ranked
    >>> crux = Crux((Handles((1, 2), frozenset({"pro"})),), 0, "con")
    >>> rank_told(Ranked(crux, "assumed", (Doubt("a", "assumed", is_unstated=True),)))
    'In part unstated'
    >>> doubts = Doubt("a", "assumed", is_unstated=True), Doubt("b", "assumed", credence=0.5)
    >>> rank_told(Ranked(crux, "assumed", doubts))
    'Unstated, or less than certain'
    """
    told = _assumed(one.doubts) if one.rank == "assumed" else _RANKS[one.rank]
    is_whole = not one.doubts or len(one.doubts) == sum(len(handles.leaves) for handles in one.crux.handles)
    return f"{told[0].upper()}{told[1:]}" if is_whole else f"In part {told}"


def _assumed(doubts: Sequence[Doubt]) -> str:
    ways = (any(one.is_unstated for one in doubts), any(one.credence is not None for one in doubts))
    return ", or ".join(word for word, holds in zip(("unstated", "less than certain"), ways, strict=True) if holds)


def reason(map_: Map, one: Ranked, named: Callable[[str], str] = str) -> str:
    """Say why a crux has its rank, without a full stop: who disputes what, what speaks against it, what is assumed.

    ``named`` gives the words for an id; unless given, it names itself.
    """
    if not one.doubts:
        return "nothing on the map disputes it"
    alike: dict[str, list[str]] = {}
    for doubt in one.doubts:
        alike.setdefault(", ".join(_said(map_, doubt, named)), []).append(doubt.claim)
    if sum(len(handles.leaves) for handles in one.crux.handles) == 1:
        return next(iter(alike))
    told = [f"{_named([named(claim) for claim in claims])}: {said}" for said, claims in alike.items()]
    return "; ".join([*told[:_NAMED], *([f"{len(told) - _NAMED:,} more"] if len(told) > _NAMED else [])])


def _said(map_: Map, doubt: Doubt, named: Callable[[str], str]) -> Iterator[str]:
    if doubt.rank == "disputed" and doubt.dispute is not None:
        yield from _disputed(map_, doubt.dispute)
    elif doubt.rank == "contested":
        if doubt.rejects:
            yield f"rejected by {_holders(map_, doubt.rejects)}"
        if doubt.against:
            speak = "speaks" if len(doubt.against) == 1 else "speak"
            yield f"{_named([named(name) for name in doubt.against])} {speak} against it"
        if doubt.is_open:
            yield "marked as open"
    else:
        if doubt.is_unstated:
            yield "unstated"
        if doubt.credence is not None:
            yield f"credence {doubt.credence:g}"


def _disputed(map_: Map, dispute: Dispute) -> Iterator[str]:
    ways = (
        ("rejected by", dispute.rejects), ("accepted by", dispute.accepts),
        ("following for", dispute.follows), ("left standing by", dispute.granted),
    )  # fmt: skip
    yield from (f"{how} {_holders(map_, who)}" for how, who in ways if who)


def _holders(map_: Map, positions: Sequence[str]) -> str:
    return _named([map_.positions[name].name for name in positions])


def _named(names: Sequence[str]) -> str:
    more = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
    return listed([*names[:_NAMED], *more])
