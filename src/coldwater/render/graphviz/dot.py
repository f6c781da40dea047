"""A scene as DOT text: for any Graphviz to draw, and for ours to lay out. It knows no map.

Sizes are fixed and texts already broken into lines, so that every Graphviz gives nearly the same picture whatever
fonts it has. Names are n0, n1, …; every text goes through ``graphviz.escape``; there are no HTML-like labels.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, cast

import graphviz

from coldwater.render.digest import MARK
from coldwater.render.fonts.faces import FAMILY
from coldwater.render.palette import FAINT, SIGNS, palette
from coldwater.render.scene import parts as s
from coldwater.render.scene.forest import grow
from coldwater.render.scene.stances import legend_text
from coldwater.semantics.verdict_words import MARKS, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.render.palette import Palette, Relation
    from coldwater.render.scene.parts import Stress

_ARROWS: dict[str, str] = {"triangle": "normal", "bar": "tee", "diamond": "diamond"}
_AMPERSAND = 12.0
_ABOVE = 26.0  # px for "&" between cards one above the other
_MOST_IN_WORDS = 5  # positions on a claim, so that the line fits the card; signs are shorter
_WORDS, _STANCES = ("accepted by", "rejected by"), (MARKS["in"], MARKS["out"])
_PANEL_MARGIN = 10.0  # Graphviz leaves only 8 points between clusters


def dot_text(scene: s.Scene, theme: str = "light") -> str:
    """Give the DOT text of a scene. Its first line carries the digest; it is the same for the same scene."""
    return _Writer(scene, palette(theme)).text()


def _label(lines: Iterable[str], end: str = "\\n") -> str:
    r"""Join lines into a label; ``end`` ends each line: \n centres, \l aligns left.

    A label in pointed brackets would be read as HTML, a trailing backslash would swallow the closing quote.
    """
    texts = [graphviz.escape(line) for line in lines]
    label = "".join(text + end for text in texts) if end == "\\l" else end.join(texts)
    return cast("str", graphviz.nohtml(label))  # a string of its own type: it must stay one


def _inches(px: float) -> str:
    return f"{px / 72:.4f}"


def _size(width: float, height: float) -> dict[str, str]:
    """Give the least size of a box: where another font than ours is at hand, Graphviz makes room for its words."""
    return {"width": _inches(width), "height": _inches(height)}


def _foot(card: s.Card) -> str:
    verdict = f"{told(card.seal.verdict)}   " if card.seal else ""
    return f"{verdict}{card.foot}   {card.mark}".strip()


def _strip(seal: s.Seal | None) -> list[str]:
    return [told(seal.verdict).upper(), *seal.lines] if seal else []


class _Writer:
    """The DOT text under construction."""

    def __init__(self, scene: s.Scene, colours: Palette) -> None:
        self.scene = scene
        self.colours = colours
        self.forest = grow(scene)
        most = max((len(card.stances) for card in scene.cards.values()), default=0)
        self.held_by = _WORDS if most <= _MOST_IN_WORDS else _STANCES
        self.graph = graphviz.Digraph(
            comment=f"{MARK}: {scene.digest}",
            graph_attr=self._graph_attributes(),
            node_attr={"shape": "box", "fontname": FAMILY, "fontcolor": colours.ink, "margin": "0.12,0.05"},
            edge_attr={"fontname": FAMILY, "fontsize": "9", "arrowsize": "0.9"},
        )

    def text(self) -> str:
        for card in self.scene.cards.values():
            if card.key not in self.forest.home:
                self._card(self.graph, card)
        self._rank_rivals()
        for pill in self.scene.pills.values():
            if pill.key not in self.forest.home:
                self._pill(self.graph, pill)
        for panel in self.scene.panels.values():
            self._panel(panel)
        for edge in self.scene.edges:
            self._edge(edge)
        return str(self.graph.source)

    def _graph_attributes(self) -> dict[str, str]:
        return {
            "rankdir": "BT" if self.scene.is_top_down else "RL",
            "ordering": "in",
            "compound": "true",
            "ranksep": _inches(36),
            "nodesep": _inches((s.AMPERSAND_ACROSS if self.scene.is_top_down else _ABOVE) / 3),
            "label": _label(filter(None, [self.scene.title, *self.scene.circumstances, self._holders()])),
            "labelloc": "t",
            "labeljust": "l",
            "fontname": FAMILY,
            "fontsize": "20",
            "fontcolor": self.colours.ink,
            "bgcolor": self.colours.ground,
        }

    def _holders(self) -> str:
        """Say what the signs of who holds a claim stand for."""
        told = legend_text(self.scene.holders)
        signs = "".join(f"; {sign} {word}" for sign, word in zip(_STANCES, _WORDS, strict=True))
        return f"{told}{signs}" if told and self.held_by != _WORDS else told

    # --- boxes ---------------------------------------------------------------------------------------------------

    def _card(self, where: graphviz.Digraph, card: s.Card) -> None:
        colours = self.colours
        style = {"style": "filled,rounded,dashed" if card.is_implicit else "filled,rounded", "fillcolor": colours.card}
        border = colours.strong[card.relation] if card.relation else colours.neutral
        label = _label([*card.lines, *self._held(card), _foot(card)], "\\l")
        attributes = {"color": border, "fontsize": "12", **style}
        if card.is_rival:
            attributes |= {"color": colours.thesis_border, "penwidth": f"{s.RIVAL_BORDER:g}"}
        if card.is_thesis:
            label = _label([*card.lines, *self._held(card), *([card.mark] if card.mark else []), *_strip(card.seal)])
            attributes |= {"color": colours.thesis_border, "fillcolor": colours.thesis, "fontcolor": colours.thesis_ink}
            attributes["fontsize"] = "16"
        else:
            attributes |= self._look(card.seal)
        where.node(card.key, label, _attributes=_size(card.width, card.height) | attributes)

    def _held(self, card: s.Card) -> list[str]:
        """Give the line that says by letter who accepts and who rejects a claim; none for one that nobody holds."""
        accepts = " ".join(one.sign for one in card.stances if one.accepts)
        rejects = " ".join(one.sign for one in card.stances if not one.accepts)
        told = [f"{word} {signs}" for word, signs in zip(self.held_by, (accepts, rejects), strict=True) if signs]
        return [", ".join(told)] if told else []

    def _rank_rivals(self) -> None:
        """Put the rivals on one rank with the thesis, in order; lines that nobody sees keep them in it."""
        roots = [card.key for card in self.scene.cards.values() if card.is_thesis or card.is_rival]
        if len(roots) > 1:
            with self.graph.subgraph(graph_attr={"rank": "sink"}) as beside:
                for key in roots:
                    beside.node(key)
                for one, other in pairwise(roots):
                    beside.edge(one, other, _attributes={"style": "invis"})

    def _pill(self, where: graphviz.Digraph, pill: s.Pill) -> None:
        sign = SIGNS[pill.relation]
        verdict = told(pill.seal.verdict) if pill.seal else ""
        beside = () if pill.is_spread else pill.lines
        first = "  ".join(part for part in (sign.badge, pill.word, *beside, pill.mark, verdict) if part)
        label = _label([first, *(pill.lines if pill.is_spread else ())])
        attributes = {
            "style": "filled,rounded", "fillcolor": self.colours.card, "color": self.colours.strong[pill.relation],
            "fontsize": "11", **self._look(pill.seal),
        }  # fmt: skip
        where.node(pill.key, label, _attributes=_size(pill.width, pill.height) | attributes)

    def _look(self, seal: s.Seal | None) -> dict[str, str]:
        """Give how a verdict shows besides its words: what falls is pale, what decided the thesis has a broad edge."""
        if seal is None:
            return {}
        return ({"fontcolor": self.colours.secondary} if seal.verdict == "out" else {}) | (
            {"penwidth": "2.4"} if seal.is_decisive else {}
        )

    def _panel(self, panel: s.Panel) -> None:
        """Write the box of an argument as a cluster: its head, and cards with "&" between them, which hang on it."""
        strong, tint = self.colours.strong[panel.relation], self.colours.tint[panel.relation]
        members: list[str] = []
        with self.graph.subgraph(name=f"cluster_{panel.key}") as cluster:
            cluster.attr(
                style="filled,rounded",
                color=strong,
                fillcolor=tint,
                margin=f"{_PANEL_MARGIN:g}",
                penwidth="0.6",
                label="",
            )
            self._pill(cluster, self.scene.pills[panel.pill])
            for number, key in enumerate(panel.cards):
                if number:
                    members.append(f"{panel.key}_{number}")
                    look = {"shape": "plaintext", "fontcolor": strong, "fontsize": "12", "margin": "0"}
                    cluster.node(members[-1], "&", _attributes=_size(_AMPERSAND, _AMPERSAND) | look)
                members.append(key)
                self._card(cluster, self.scene.cards[key])
        for member in members:
            self.graph.edge(member, panel.pill, _attributes={"style": "invis", "weight": "8"})

    # --- edges ---------------------------------------------------------------------------------------------------

    def _line(self, relation: Relation, stress: Stress) -> dict[str, str]:
        colour = self.colours.strong[relation] + (f"{round(FAINT * 255):02X}" if stress == "fallen" else "")
        width = "3.8" if stress == "decisive" else "1.8"
        return {"color": colour, "style": SIGNS[relation].line.dot_style, "penwidth": width}

    def _edge(self, edge: s.Edge) -> None:
        line: Mapping[str, str]
        if edge.kind == "contradicts":
            line = {"dir": "both", "arrowhead": "tee", "arrowtail": "tee", "label": edge.word}
        elif edge.kind == "shared":
            line = {"arrowhead": "none", "dir": "both", "arrowtail": "dot"}
        else:
            line = {"arrowhead": _ARROWS[SIGNS[edge.relation].head], "weight": "4"}
        attributes = (
            self._line(edge.relation, edge.stress) | dict(line) | {"fontcolor": self.colours.strong[edge.relation]}
        )
        if edge.kind == "contradicts" or not self.forest.leads_up(edge):
            attributes["constraint"] = "false"  # so that no circle turns the thesis upside down
        self.graph.edge(edge.tail, edge.head, _attributes=attributes)
