"""How much of a map a picture holds: what is beyond that is counted where it would hang, and told.

A drawing of a million lines opens in no program and tells nothing, and making it takes minutes and gigabytes. The
bounds go by size, not by time, so that the same map gives the same bytes on every machine.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from coldwater.model.graph import Graph
from coldwater.model.replacing import with_value
from coldwater.render.reading.focus import count_left_out, left_out, restricted
from coldwater.render.reading.order import arguments_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.model.models import Map

#: Boxes that a picture holds at most: arguments, claims, and a claim again wherever it is used again. What is no
#: picture, or shows a part at a time, holds all.
MOST_BOXES: Mapping[str, int] = {
    "svg": 60_000,
    "png": 20_000,
    "pdf": 3_000,
    "canvas": 20_000,
    "dot": 20_000,
}
#: And the pages of a PDF that are no drawings.
MOST_IN_BOOKLET: Mapping[str, int] = {"pdf": 20_000}
MOST_PREMISES = 1_000  # of one argument, where not all can be shown
MOST_CHARACTERS = 20_000  # of a claim's text
PICTURES = frozenset({*MOST_BOXES, "html"})


class Bounded(NamedTuple):
    """What a picture shows of a map, and what it leaves out, in words ("" if nothing)."""

    map: Map
    words: str


def bounded(map_: Map, format_: str, most: Mapping[str, int] = MOST_BOXES) -> Bounded:
    """Give as much of a map as a picture in a format holds: level by level from the thesis, the strongest first.

    The map comes back as it is if it fits, or if the format is no picture. Cost: linear.
    """
    if format_ not in PICTURES:
        return Bounded(map_, "")
    told = []
    long = [name for name, claim in map_.claims.items() if len(claim.text) > MOST_CHARACTERS]
    if long:
        claims = dict(map_.claims)
        for name in long:
            claims[name] = with_value(claims[name], "text", _beginning(claims[name].text))
        map_ = with_value(map_, "claims", claims)
        whose = f"the text of `{long[0]}`" if len(long) == 1 else f"each of {len(long):,} texts"
        told.append(f"the first {MOST_CHARACTERS:,} characters of {whose}")
    if format_ in most and _boxes(map_) > most[format_]:
        graph = Graph(map_)
        kept, premises = _nearest(graph, most[format_])
        whole = len(map_.claims) + len(map_.arguments)
        counts = dict(left_out(map_))
        for name, number in (*count_left_out(graph, kept, ()).items(), *premises.items()):
            counts[name] = counts.get(name, 0) + number
        which = "those nearest to the thesis (--focus and --depth draw others)"
        told.append(f"{len(kept):,} of {whole:,} claims and arguments, {which}")
        theses = tuple(thesis for thesis in map_.theses if thesis in kept or thesis == map_.thesis)
        map_ = restricted(map_, kept, theses, map_.title, counts)
    return Bounded(map_, " and ".join(told))


def _beginning(text: str) -> str:
    return f"{text[:MOST_CHARACTERS].rstrip()} … ({len(text) - MOST_CHARACTERS:,} more characters)"


def _boxes(map_: Map) -> int:
    used = sum(len(argument.premises) for argument in map_.arguments.values())
    return len(map_.arguments) + max(len(map_.claims), used)


def _nearest(graph: Graph, most: int) -> tuple[dict[str, None], dict[str, int]]:
    """Walk level by level until the boxes are used up; give what was met, and premises that were not, by argument."""
    kept: dict[str, None] = {}
    cut: dict[str, int] = {}
    alone = [name for name in graph.claims if not graph.uses(name)]
    theses = [name for name in graph.map.theses if graph.has(name)]
    others = [(name,) for name in (*graph.rivals, *alone)]
    for roots in (tuple(theses), *others):  # several theses side by side, that each may have its share
        added = list(_added(kept, roots[: max(most, 0)]))
        most -= len(added)
        waiting = deque(added)
        while waiting:
            for argument in arguments_for(graph, waiting.popleft()):
                if argument in kept:
                    continue
                premises = graph.premises(argument)
                shown = premises[:MOST_PREMISES]
                most -= 1 + len(shown)
                if most < 0:
                    return kept, cut
                kept[argument] = None
                if len(premises) > len(shown):
                    cut[argument] = len(premises) - len(shown)
                waiting.append(argument)
                waiting.extend(_added(kept, shown))
    return kept, cut


def _added(kept: dict[str, None], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name not in kept:
            kept[name] = None
            yield name
