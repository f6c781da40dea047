"""A part of a map as the scene of one printed page: sources numbered through the document, references to other pages.

It knows neither paper nor PDF. (If ``stage`` took a direction and a numbering, most of this would be its business.)
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from coldwater.model.graph import Graph
from coldwater.render.reading.focus import left_out
from coldwater.render.reading.order import Node, reading_order
from coldwater.render.scene.fans import columns
from coldwater.render.scene.fitting import (
    Tag,
    as_rival,
    fit_card,
    fit_thesis,
    lines_at,
    with_room_for,
)
from coldwater.render.scene.joining import is_stacked, join, measure
from coldwater.render.scene.saying import against_words, legend_of
from coldwater.render.scene.seals import seal_of, with_legend
from coldwater.render.scene.sources import Numbering
from coldwater.render.scene.staging import stage
from coldwater.render.scene.stances import Stances
from coldwater.render.scene.telling import SidesShown, facts_of_argument, facts_of_claim
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene import parts as s
    from coldwater.render.scene.joining import Joined
    from coldwater.words.wording import Words


#: Contradictions that are drawn as lines on a page, and in all; of more it is said in words what a claim contradicts.
_MOST_CONTRADICTIONS, _MOST_IN_ALL = 40, 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """What one page shows: a part of the map, and by id what is written beside a node or instead of a pill's title."""

    map: Map
    notes: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)  # what a pill stands for, where it is more than one


@dataclass(frozen=True, slots=True)
class _Titled:
    """All that a pill shows of its argument."""

    title: str | None
    target: str


class PageScenes:
    """Makes scenes of the pieces of one map; cards once fitted are kept."""

    def __init__(
        self,
        graph: Graph,
        direction: str = "auto",
        verdicts: Verdicts | None = None,
        language: str | Words | None = None,
    ) -> None:
        self._theses = frozenset(graph.theses)
        self._directions = {"top-down": (True,), "left-right": (False,)}.get(direction, (True, False))
        self._verdicts = verdicts
        self._stances = Stances(graph.map)
        self._words = words_for(language or graph.map.language)
        numbering = Numbering(graph.map, self._words)
        cited = {
            (sort, name): numbering.mark((graph.claims if sort == "claim" else graph.arguments)[name].cites)
            for sort, name in reading_order(graph)
        }
        self._lines = numbering.lines()
        self._numbers = {
            key: {int(number) for number in re.findall(r"\d+", mark)} for key, mark in cited.items() if mark
        }
        self._marks = {
            (sort, name): _joined(
                facts_of_claim(graph.claims[name], self._words)
                if sort == "claim"
                else facts_of_argument(graph.arguments[name], self._words),
                mark,
            )
            for (sort, name), mark in cited.items()
        }
        self._sides = SidesShown(graph)
        self._is_tangled = sum(len(graph.contraries(name)) for name in graph.claims) > 2 * _MOST_IN_ALL
        self._cards: dict[tuple[Any, ...], s.Card] = {}

    def staged(self, piece: Piece) -> list[s.Scene]:
        """Give the scene of a piece in each direction that is allowed, top-down first."""
        scene = stage(piece.map, verdicts=self._verdicts, language=self._words)
        graph = Graph(piece.map)
        hidden = left_out(piece.map)
        words = {name: self._words.on_page("mark_more", count=count) for name, count in hidden.items()}
        contradictions = sum(edge.kind == "contradicts" for edge in scene.edges)
        if contradictions and (self._is_tangled or contradictions > _MOST_CONTRADICTIONS):
            scene = replace(scene, edges=tuple(edge for edge in scene.edges if edge.kind != "contradicts"))
            words |= {
                name: _joined(against_words(graph, name, self._words), words.get(name, "")) for name in graph.claims
            }
        nodes = {f"n{number}": node for number, node in enumerate(reading_order(graph))}
        return [self._refitted(scene, piece, nodes, words, is_top_down) for is_top_down in self._directions]

    def _refitted(
        self, scene: s.Scene, piece: Piece, nodes: dict[str, Node], words: dict[str, str], is_top_down: bool
    ) -> s.Scene:
        lines = Counter(key for edge in scene.edges for key in _ends_below(edge))
        touched = lines.keys() | {edge.tail for edge in scene.edges if edge.kind == "shared"}
        panel_of = {panel.pill: panel for panel in scene.panels.values()}
        stacked = {pill: is_stacked(panel.cards, touched, is_top_down) for pill, panel in panel_of.items()}
        in_stack = {card: stacked[panel.pill] for panel in panel_of.values() for card in panel.cards}
        cards = {
            key: self._card(card, piece, nodes[key], words.get(nodes[key][1], ""), in_stack.get(key, True))
            for key, card in scene.cards.items()
        }
        cards |= {
            key: with_room_for(card, lines[key], is_top_down) for key, card in cards.items() if not card.is_thesis
        }
        pills, panels = {}, {}
        for key, pill in scene.pills.items():
            members = [cards[name] for name in panel_of[key].cards] if key in panel_of else []
            note = words.get(nodes[key][1], "")
            joined = self._joined(pill, piece, nodes[key], note, members, stacked.get(key, True))
            pills[key] = joined.pill
            cards.update((card.key, card) for card in joined.cards)
            if joined.panel is not None:
                panels[joined.panel.key] = joined.panel
        in_columns = columns(pills, panels, scene.edges, is_top_down)
        for card in [card for card in cards.values() if card.is_thesis]:
            cards[card.key] = with_room_for(card, lines_at(card, scene.edges, in_columns), is_top_down)
        numbers = sorted({number for node in nodes.values() for number in self._numbers.get(node, ())})
        sources = tuple(self._lines[number - 1] for number in numbers)
        edges = tuple(self._edge(scene, edge, piece) for edge in scene.edges)
        legend = legend_of(cards.values(), pills.values(), panels.values(), edges)
        refitted = replace(
            scene, is_top_down=is_top_down, cards=cards, pills=pills, panels=panels, edges=edges, sources=sources,
            columns=in_columns, legend=legend,
        )  # fmt: skip
        return refitted if self._verdicts is None else with_legend(refitted)

    def _card(self, card: s.Card, piece: Piece, node: Node, words: str, stacked: bool) -> s.Card:
        name = node[1]
        mark = _joined(_joined(piece.notes.get(name, ""), self._marks[node]), words)
        mark = _joined(self._words.on_page("rival").lower() if card.is_rival else "", mark)
        seal, held = seal_of(self._verdicts, name, self._words), self._stances.spoken(name, self._words)
        tag = Tag(
            card.key, name, mark, seal, self._stances.of(name), held, words=self._words, side=self._sides.of(name)
        )
        is_thesis = card.is_thesis and name in self._theses  # a claim at which a page goes on is none
        key = (name, tag.mark, card.relation, stacked, is_thesis, card.is_rival)
        if key not in self._cards:
            claim = piece.map.claims[name]
            fitted = fit_thesis(tag, claim) if is_thesis else fit_card(tag, claim, card.relation, measure(stacked))
            self._cards[key] = as_rival(fitted, claim, self._words) if card.is_rival else fitted
        return replace(self._cards[key], key=card.key)

    def _joined(  # noqa: PLR0913 - what an argument is shown with
        self, pill: s.Pill, piece: Piece, node: Node, words: str, cards: list[s.Card], stacked: bool
    ) -> Joined:
        name = node[1]
        argument: Any = piece.map.arguments[name]
        if name in piece.titles:
            argument = _Titled(piece.titles[name], argument.target)
        own = "" if name in piece.groups else self._marks[node]  # of several, what is said of one is not said
        mark = _joined(_joined(piece.notes.get(name, ""), own), words)
        tag = Tag(pill.key, name, mark, self._seal(name, piece), words=self._words)
        return join(tag, argument, pill.relation, cards, stacked)

    # --- a pill that stands for several arguments: it shows what holds of all of them -----------------------------

    def _seal(self, name: str, piece: Piece) -> s.Seal | None:
        if name not in piece.groups or self._verdicts is None:
            return seal_of(self._verdicts, name, self._words)
        seals = list(filter(None, (seal_of(self._verdicts, one, self._words) for one in piece.groups[name])))
        if len({seal.verdict for seal in seals}) > 1:
            return None
        is_decisive = any(seal.is_decisive for seal in seals)
        return replace(seals[0], word=seals[0].word.removesuffix("s"), is_decisive=is_decisive)

    def _edge(self, scene: s.Scene, edge: s.Edge, piece: Piece) -> s.Edge:
        """Make the line of such a pill strong if one of the arguments decided, faint if all fall."""
        name = scene.pills[edge.tail].name if edge.tail in scene.pills else None
        if self._verdicts is None or name not in piece.groups:
            return edge
        group = piece.groups[name]
        is_decisive = any(one in self._verdicts.decisive for one in group)
        is_fallen = all(self._verdicts.of[one].verdict == "out" for one in group)
        return replace(edge, stress="decisive" if is_decisive else "fallen" if is_fallen else "plain")


def _ends_below(edge: s.Edge) -> tuple[str, ...]:
    """Give the cards whose side away from the thesis a line touches."""
    if edge.kind == "contradicts":
        return edge.tail, edge.head
    return (edge.head,) if edge.kind == "step" else ()


def _joined(note: str, mark: str) -> str:
    return f"{note} · {mark}" if note and mark else note or mark
