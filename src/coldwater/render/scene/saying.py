"""What a scene says in words besides its boxes: what its legend names, and what a claim contradicts. No layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.palette import SIGNS
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coldwater.model.graph import Graph
    from coldwater.render.scene.parts import Card, Edge, Panel, Pill
    from coldwater.words.wording import Words

_MOST_LISTED = 2  # contraries of a claim, in words


def legend_of(
    cards: Collection[Card], pills: Iterable[Pill], panels: Iterable[Panel], edges: Collection[Edge]
) -> tuple[str, ...]:
    """Give what occurs: relations, panels of several premises, rivals, unstated premises, shared ones, marks."""
    relations = {pill.relation for pill in pills} | {edge.relation for edge in edges}
    entries: list[str] = [relation for relation in SIGNS if relation in relations]
    if any(len(panel.cards) > 1 for panel in panels):
        entries.append("linked")
    if any(card.is_rival for card in cards):
        entries.append("rival")
    if any(card.is_implicit for card in cards):
        entries.append("implicit")
    if any(edge.kind == "shared" for edge in edges):
        entries.append("shared")
    if any(card.again for card in cards):
        entries.append("again")
    sides = {card.side for card in cards}
    entries += ["side_pro"] if sides & {"pro", "both"} else []
    entries += ["side_con"] if sides & {"con", "both"} else []
    stances = [stance for card in cards for stance in card.stances]
    entries += ["accepted"] if any(stance.accepts for stance in stances) else []
    entries += ["rejected"] if any(not stance.accepts for stance in stances) else []
    return tuple(entries)


def against_words(graph: Graph, name: str, words: Words = ENGLISH) -> str:
    """Say what a claim contradicts; "" for one that contradicts none, and for an argument."""
    names = graph.contraries(name) if name in graph.claims else ()
    shown = names if len(names) <= _MOST_LISTED else names[:1]
    listed = ", ".join(map(printable, shown))
    if len(names) > len(shown):
        return words.on_page("contradicts_and_more", names=listed, count=words.number(len(names) - len(shown)))
    return words.on_page("contradicts_id", name=listed) if names else ""
