"""Thresholds and load, for people."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.prep.upshot.wording import WOULD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.prep.deciding.load import Load
    from coldwater.prep.deciding.thresholds import Threshold
    from coldwater.prep.upshot.wording import Wording

#: How many thresholds and loads are shown.
_THRESHOLDS, _LOADS = 8, 6
#: How many free concessions that bear load are named.
_LOADED = 3


def percent(share: float) -> str:
    """Give a share as people read it: one that is there, but small, is not called none.

    >>> percent(0.231), percent(0.004), percent(0.0)
    ('23%', '<1%', '0%')
    """
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"


def loaded_all_the_same(shares: Mapping[str, float]) -> str:
    """Say of free concessions that bear load how both can be true; "" of none. ``shares`` in 0..1 by what is named.

    >>> loaded_all_the_same({"a": 0.37, "b": 0.2})[:56]
    'a (37%) and b (20%) bear load all the same: they tip the'
    """
    if not shares:
        return ""
    shown = [f"{name} ({percent(share)})" for name, share in list(shares.items())[:_LOADED]]
    more = [f"{len(shares) - _LOADED:,} more"] if len(shares) > _LOADED else []
    bears, it = ("bears", "it tips") if len(shares) == 1 else ("bear", "they tip")
    told = f"{listed([*shown, *more])} {bears} load all the same: {it} the verdict"
    return f"{told}, but only where other claims have been given up too."


def strength_section(words: Wording) -> Iterator[str]:
    """Say at which strength of an argument the verdict changes."""
    thresholds = words.decision.thresholds
    if not words.map.arguments:
        return
    for one in thresholds.found[:_THRESHOLDS]:
        told = f"{words.argument(one.argument)} is at {one.strength:g}: {changes(one, words.inquiry.label)}."
        yield from words.told(told, "  • ")
    yield from words.more(len(thresholds.found) - _THRESHOLDS, "  ")
    if thresholds.cut_by:
        yield from words.told("The limit of time was reached; not all strengths were looked at.")
    elif thresholds.found:
        yield from words.told("No other strength would change the verdict, whatever it were by itself.")
    else:
        yield from words.told("No strength would change the verdict, whatever it were by itself.")


def changes(one: Threshold, usual: int) -> str:
    """Say at which strengths the thesis has another label than the usual one."""
    value = f"{one.value:.12g}" if one.is_exact else f"about {one.value:.3f}"
    at = one.at if one.is_exact else None
    places = ((f"below {value}", one.below), (f"at {value}", at), (f"above {value}", one.above))
    told = [f"{place} the thesis {WOULD[label]}" for place, label in places if label is not None and label != usual]
    return ", ".join(told)


def load_section(words: Wording) -> Iterator[str]:
    """Say of the claims on which most hangs how often they tip the verdict, and of how many cruxes they are part."""
    loads = words.decision.loads
    heavy = [load for load in loads.found if load.share]
    if loads.cut_by:
        why = "there are too many claims for this semantics" if loads.cut_by == "count" else "time was too short"
        yield from words.told(f"It was not worked out how often a claim tips the verdict: {why}.")
    if not heavy:
        return
    error = max(load.error for load in loads.found)
    sampled = "" if loads.drawn is None else f" (estimated, standard error {error:.1%} at most)"
    told = "The share of all ways to keep or give up the other claims in which it tips the verdict"
    yield from words.told(f"{told}{sampled}, and the cruxes of up to {words.decision.cruxes.complete_to} it is in:")
    width = max(len(_cruxes(load)) for load in heavy[:_LOADS])
    for load in heavy[:_LOADS]:
        yield from words.told(_claim(words, load), f"  {percent(load.share or 0.0):>4}  {_cruxes(load):<{width}}  ")
    yield from words.more(len(heavy) - _LOADS, " " * (width + 10))


def _cruxes(load: Load) -> str:
    if load.smallest is None:
        return "in none"
    return f"in {load.cruxes}, {'smallest' if load.cruxes > 1 else 'size'} {load.smallest}"


def _claim(words: Wording, load: Load) -> str:
    rest = [words.names[leaf] for leaf in load.handles.leaves[1:]]
    free = " (free: it tips only with others)" if load.handles in words.decision.concessions.free else ""
    return words.claim(load.handles.first) + (f"; likewise {', '.join(rest)}" if rest else "") + free
