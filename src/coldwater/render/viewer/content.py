"""The data of the page: every node with its texts, broken into lines and measured, and the tree they hang in.

A node is known by its number, its place in the reading order. Sizes are in px, measured as for all drawings. Every
text is printable. It writes no HTML and knows no layout.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coldwater.model.cards import pieces
from coldwater.model.graph import Graph
from coldwater.model.tags import groups_of
from coldwater.printable import printable
from coldwater.render.fonts.text import width
from coldwater.render.palette import SIGNS
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import again_card, fit_panel, title_start
from coldwater.render.scene.forest import grow
from coldwater.render.scene.sources import reference
from coldwater.render.viewer import fits
from coldwater.render.viewer.positions import Held
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from coldwater.model.models import Argument, Citation, Claim, Map, Source
    from coldwater.render.viewer.origin import Origin
    from coldwater.words.wording import Words

_LEGEND = {"shared": "again"}  # what is drawn elsewhere is told of as what is used again


def content(map_: Map, scene: s.Scene, words: Words = ENGLISH, origin: Origin | None = None) -> dict[str, Any]:
    """Give the data of a map's page. Cost: linear in the map and its texts."""
    return _Content(map_, scene, words, origin).data()


class _Content:
    """Data under construction."""

    def __init__(self, map_: Map, scene: s.Scene, words: Words, origin: Origin | None) -> None:
        self.map = map_
        self.words = words
        self.origin = origin
        self.lines = origin.lines if origin is not None else {}
        self.graph = Graph(map_)
        self.claims = {card.name: _number(key) for key, card in scene.cards.items()}
        self.arguments = {pill.name: _number(key) for key, pill in scene.pills.items()}
        self.source_numbers = {name: number for number, name in enumerate(map_.sources)}
        self.held = Held(map_, self.claims, self.source_numbers, words)
        self.chips: dict[str, list[dict[str, Any]]] = {}
        self.items: dict[str, list[dict[str, Any]]] = {}
        self.scene = self._with_references(self._with_chips(scene))
        self.forest = grow(self.scene)

    def data(self) -> dict[str, Any]:
        nodes = [
            self._claim(f"n{at}") if f"n{at}" in self.scene.cards else self._argument(f"n{at}")
            for at in range(len(self.claims) + len(self.arguments))
        ]
        thesis = self.claims.get(self.map.thesis)
        theses = [self.claims[name] for name in self.map.theses if name in self.claims]
        return {
            "title": self.scene.title,
            **_said(description=self.scene.description, language=self.scene.language, thesis=thesis),
            **({"theses": theses} if len(theses) > 1 else {}),
            "topDown": self.scene.is_top_down,
            "measures": _measures(),
            "phrases": dict(self.words.page),
            "signs": _signs(self.words),
            **_said(origin=_said(file=self.origin.file, url=self.origin.url) if self.origin is not None else None),
            "legend": self._legend(),
            "sources": self._sources(nodes),
            **_said(positions=self.held.positions()),
            "roots": [_number(key) for key in self.forest.roots],
            **_said(questions=self._questions(), tags=self._tags()),
            "nodes": nodes,
        }

    # --- the scene, with references in place of lines that lead across the tree ------------------------------------

    def _with_chips(self, scene: s.Scene) -> s.Scene:
        """Make room below the foot row of claims that contradict others."""
        cards = dict(scene.cards)
        for key, card in scene.cards.items():
            contraries = self.graph.contraries(card.name)
            if contraries:
                chips = fits.contrary_chips(
                    [(contrary, self.claims[contrary]) for contrary in contraries], self._text_width(scene), self.words
                )
                cards[key] = fits.with_chips(card, chips)
                self.chips[key] = chips
        return replace(scene, cards=cards)

    @staticmethod
    def _text_width(scene: s.Scene) -> float:
        return s.CLAIM_TEXT_WIDTH if scene.is_top_down else s.CLAIM_TEXT_WIDTH_ACROSS

    def _with_references(self, scene: s.Scene) -> s.Scene:
        """Put every premise into its argument's panel, as a card or as a reference to one; panels anew to fit."""
        cards, panels, edges = dict(scene.cards), {}, [edge for edge in scene.edges if edge.kind == "step"]
        homes = {card: scene.panels[panel].pill for card, panel in scene.homes().items()}
        for pill in scene.pills.values():
            members = self._members(scene, cards, homes, pill)
            if members:
                panel = fit_panel(
                    f"p{pill.key[1:]}", pill.key, [cards[key] for key in members], pill.relation, scene.is_top_down
                )
                panels[panel.key] = panel
                edges.append(s.Edge("link", panel.key, pill.key, pill.relation))
        return replace(scene, cards=cards, panels=panels, edges=tuple(edges))

    def _members(self, scene: s.Scene, cards: dict[str, s.Card], homes: dict[str, str], pill: s.Pill) -> list[str]:
        """Give the keys of an argument's cards, equal in height or width, and note what the page needs of them."""
        members: list[str] = []
        items: list[dict[str, Any]] = []
        for number, name in enumerate(dict.fromkeys(self.graph.premises(pill.name))):
            key = f"n{self.claims[name]}"
            if homes.get(key) == pill.key:
                items.append({"node": self.claims[name]})
            else:
                text = printable(self.map.claims[name].text).strip() or name
                again = again_card(
                    scene.cards[key], f"{pill.key}r{number}", text, self._text_width(scene), words=self.words
                )
                key = again.key
                cards[key] = again
                items.append({"again": self.claims[name]})
            members.append(key)
        if scene.is_top_down and members:
            height = max(cards[key].height for key in members)
            cards.update((key, replace(cards[key], height=height)) for key in members)
        elif members:
            widest = max(s.CLAIM_TEXT_WIDTH_ACROSS + 2 * s.CARD_PAD, *(cards[key].width for key in members))
            cards.update((key, replace(cards[key], width=widest)) for key in members)
        for item, key in zip(items, members, strict=True):
            if "again" in item:
                card = cards[key]
                item.update(lines=list(card.lines), foot=card.foot, w=card.width, h=card.height)
        self.items[pill.key] = items
        return members

    # --- nodes ---------------------------------------------------------------------------------------------------

    def _claim(self, key: str) -> dict[str, Any]:
        card = self.scene.cards[key]
        claim = self.map.claims[card.name]
        return _said(
            sort="claim", id=card.name, text=printable(claim.text).strip() or card.name,
            lines=list(card.lines), w=card.width, h=card.height, foot=card.foot, mark=card.mark,
            footWidth=round(width(card.foot, s.FOOT_SIZE), 1), relation=card.relation,
            thesis=card.is_thesis or None, rival=card.is_rival or None, implicit=card.is_implicit or None,
            chips=self.chips.get(key),
            kind=claim.kind, status=claim.status, credence=claim.credence, standard=claim.standard,
            contraries=[self.claims[contrary] for contrary in self.graph.contraries(card.name)],
            uses=[self.arguments[name] for name in self.graph.uses(card.name)],
            below=self._below(key, card.name, "claim"), **self._common(claim, card.name, card.name),
            **self.held.of(card),
        )  # fmt: skip

    def _argument(self, key: str) -> dict[str, Any]:
        pill = self.scene.pills[key]
        argument = self.map.arguments[pill.name]
        target = self.graph.target(pill.name)
        to = None if target is None else self.claims.get(target, self.arguments.get(target))
        chip = fits.chip(f"↗ {target}", to, 150.0) if to is not None and key in self.forest.roots else None
        panel = self.scene.panels.get(f"p{key[1:]}")
        return _said(
            sort="argument", id=pill.name, text=printable(argument.title or pill.name).strip() or pill.name,
            title=pill.title, titleWidth=round(width(pill.title, s.PILL_TITLE_SIZE, "semibold"), 1), mark=pill.mark,
            w=pill.width + (chip["w"] + 6.0 if chip else 0.0), h=s.PILL_HEIGHT, relation=pill.relation, chip=chip,
            target=to, targetName=argument.target if to is None else None, premises=self._premises(argument),
            panel=_said(w=panel.width, h=panel.height, items=self.items[key]) if panel else None,
            scheme=printable(argument.scheme or ""), strength=argument.strength,
            below=self._below(key, pill.name, "argument"), **self._common(argument, pill.name, ""),
        )  # fmt: skip

    def _common(self, entry: Claim | Argument, entry_id: str, claim: str) -> dict[str, Any]:
        return {
            "line": self.lines.get(entry_id),
            "cites": [self._citation(citation, claim) for citation in entry.cites],
            "tags": [printable(tag) for tag in entry.tags],
            "note": printable(entry.note or "").strip(),
        }

    def _citation(self, citation: Citation, claim: str) -> dict[str, Any]:
        number = self.source_numbers.get(citation.source)
        return _said(
            source=number, name=citation.source, locator=printable(citation.locator or ""),
            quote=printable(" … ".join(citation.read_out)), card=_card(citation),
            speakers=self.held.speakers(claim, citation.source),
        )  # fmt: skip

    def _premises(self, argument: Argument) -> list[dict[str, Any]]:
        roles = {name: printable(role) for role, name in (argument.roles or {}).items()}
        return [
            _said(node=self.claims.get(name), name=name, role=roles.get(name))
            for name in dict.fromkeys(argument.premises)
        ]

    def _below(self, key: str, name: str, sort: str) -> list[int]:
        """Give the arguments that hang below a node: those the forest hangs there, by whom they target."""
        block = self.forest.block(key)
        pills = [child for child in self.forest.children.get(block, ()) if child in self.scene.pills]
        return [
            _number(pill)
            for pill in pills
            if self.graph.target(self.scene.pills[pill].name) == name and (sort == "claim" or name not in self.claims)
        ]

    # --- the map as a whole ----------------------------------------------------------------------------------------

    def _sources(self, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Give all sources in the file's order, numbered as in the drawing: in the order in which they are cited."""
        numbers: dict[int, int] = {}
        for node in nodes:
            for cite in node.get("cites", ()):
                if "source" in cite:
                    numbers.setdefault(cite["source"], len(numbers) + 1)
        return [self._source(source, numbers.get(at)) for at, source in enumerate(self.map.sources.values())]

    @staticmethod
    def _source(source: Source, number: int | None) -> dict[str, Any]:
        return _said(
            number=number, line=reference(source), who=printable(source.qualifications or "").strip(),
            url=printable(source.url or ""), grade=printable(source.grade or ""),
            note=printable(source.note or "").strip(),
        )  # fmt: skip

    def _questions(self) -> list[dict[str, Any]]:
        """Give what is asked, each question with those of its answers that are there."""
        return [
            _said(
                text=printable(one.text).strip(), note=printable(one.note or "").strip(),
                answers=[self.claims[answer] for answer in one.answers if answer in self.claims],
            )
            for one in self.map.questions.values()
        ]  # fmt: skip

    def _tags(self) -> list[dict[str, Any]]:
        """Give the tags, those below one behind it, each with what is of it or of one below it."""
        numbers = {"claim": self.claims, "argument": self.arguments}
        return [
            {
                "name": printable(group.levels[-1]), "tag": printable(group.tag), "depth": len(group.levels) - 1,
                "nodes": [numbers[node.sort][node.name] for node in group.whole],
            }
            for group in groups_of(self.map)
            if group.levels
        ]  # fmt: skip

    def _legend(self) -> list[dict[str, str]]:
        several = len(self.map.theses) > 1
        entries = [
            {"name": _LEGEND.get(name, name), "words": self._in_legend(name, several)} for name in self.scene.legend
        ]
        named = [{"name": "holder", "letter": one.letter, "words": one.name} for one in self.scene.holders]
        return entries + named

    def _in_legend(self, name: str, several: bool) -> str:
        if name == "accepted":
            return self.words.accepted
        if name == "rejected":
            return self.words.rejected
        if name == "rival" and several:
            return self.words.on_page("legend_rival_of_several")
        return self.words.on_page(f"legend_{_LEGEND.get(name, name)}")


# --- what is the same for every map -------------------------------------------------------------------------------


def _signs(words: Words) -> dict[str, dict[str, Any]]:
    return {
        relation: {
            "badge": sign.badge, "word": words.on_page(f"word_{relation}"), "head": sign.head,
            "title": "" if relation == "contradicts" else words.on_page(f"title_{relation}"),
            "start": round(title_start(words.on_page(f"word_{relation}")), 1),
        }
        for relation, sign in SIGNS.items()
    }  # fmt: skip


def _measures() -> dict[str, float]:
    return {
        "claimSize": s.CLAIM_SIZE, "claimLeading": s.CLAIM_LEADING, "cardPad": s.CARD_PAD, "cardTop": s.CARD_TOP,
        "thesisSize": s.THESIS_SIZE, "thesisLeading": s.THESIS_LEADING, "pillHeight": s.PILL_HEIGHT,
        "pillWordSize": s.PILL_WORD_SIZE, "pillTitleSize": s.PILL_TITLE_SIZE, "panelPad": s.PANEL_PAD,
        "stanceSize": s.STANCE_SIZE, "stanceGap": s.STANCE_GAP, "stanceRow": s.STANCE_ROW, "cardFoot": s.CARD_FOOT,
        "ampersandAcross": s.AMPERSAND_ACROSS, "ampersandDown": s.AMPERSAND_DOWN, "chipRow": fits.CHIP_ROW,
    }  # fmt: skip


def _card(citation: Citation) -> list[list[Any]]:
    """Give the passage of a citation in pieces, each with 1 where it is read out, else 0."""
    if citation.passage is None:
        return []
    return [[printable(piece), int(is_read)] for piece, is_read in pieces(citation.passage, citation.read_out)]


def _number(key: str) -> int:
    return int(key[1:])


def _said(**values: Any) -> dict[str, Any]:
    """Give only the fields that say something."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [])}
