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
from coldwater.render.palette import SIGNS
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import Tag
from coldwater.render.scene.forest import grow
from coldwater.render.scene.joining import head_start, join
from coldwater.render.scene.sources import reference
from coldwater.render.viewer import fits
from coldwater.render.viewer.positions import Held
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from coldwater.model.models import Argument, Citation, Claim, Map, Source
    from coldwater.render.viewer.origin import Origin
    from coldwater.words.wording import Words

_MOST_CHIP = 200.0  # px of what a claim contradicts
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
        self.claims = {card.name: _number(key) for key, card in scene.cards.items() if card.again is None}
        self.arguments = {pill.name: _number(key) for key, pill in scene.pills.items()}
        self.source_numbers = {name: number for number, name in enumerate(map_.sources)}
        self.held = Held(map_, self.claims, self.source_numbers, words)
        self.chips: dict[str, list[dict[str, Any]]] = {}
        self.forest = grow(scene)
        self.roots = set(self.forest.roots)
        self.scene = self._with_chips(scene)

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
            "phrases": {**self.words.page, "quoted": self.words.quoted},
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
        """Make room below the foot row of claims that contradict others, and below heads whose target is elsewhere."""
        cards, pills, panels = dict(scene.cards), dict(scene.pills), dict(scene.panels)
        for key, card in scene.cards.items():
            contraries = self.graph.contraries(card.name)
            if contraries and card.again is None:
                chips = fits.contrary_chips(
                    [(contrary, self.claims[contrary]) for contrary in contraries], _MOST_CHIP, self.words
                )
                cards[key] = fits.with_chips(card, chips)
                self.chips[key] = chips
        panel_of = {panel.pill: panel for panel in scene.panels.values()}
        for key, pill in scene.pills.items():
            panel = panel_of.get(key)
            members = [] if panel is None else [cards[member] for member in panel.cards]
            if any(member.key in self.chips for member in members):
                tag = Tag(key, pill.name, pill.mark, pill.seal, words=self.words)
                assert panel is not None
                joined = join(tag, self.map.arguments[pill.name], pill.relation, members, panel.is_stacked)
                pills[key], panel = joined.pill, joined.panel
                cards.update((card.key, card) for card in joined.cards)
            target = self._target(pill.name)
            if target is not None and self.forest.block(key) in self.roots:
                name = self.graph.target(pill.name)
                self.chips[key] = [fits.chip(f"↗ {name}", target, pills[key].width - 2 * s.CARD_PAD)]
                pills[key] = replace(pills[key], height=pills[key].height + fits.CHIP_ROW)
                if panel is not None:
                    high = panel.height + fits.CHIP_ROW
                    panel = replace(panel, head=panel.head + fits.CHIP_ROW, height=high)
            if panel is not None:
                panels[panel.key] = panel
        return replace(scene, cards=cards, pills=pills, panels=panels)

    def _target(self, name: str) -> int | None:
        """Give the number of what an argument targets; None if that is not in the map."""
        target = self.graph.target(name)
        return None if target is None else self.claims.get(target, self.arguments.get(target))

    def _items(self, panel: s.Panel) -> list[dict[str, Any]]:
        """Give what is in the box of an argument: claims by number, and references to claims with their own looks."""
        return [self._item(self.scene.cards[key]) for key in panel.cards]

    @staticmethod
    def _item(card: s.Card) -> dict[str, Any]:
        if card.again is None:
            return {"node": _number(card.key)}
        return {
            "again": _number(card.again), "lines": list(card.lines), "foot": card.foot, "w": card.width,
            "h": card.height,
        }  # fmt: skip

    # --- nodes ---------------------------------------------------------------------------------------------------

    def _claim(self, key: str) -> dict[str, Any]:
        card = self.scene.cards[key]
        claim = self.map.claims[card.name]
        return _said(
            sort="claim", id=card.name, text=printable(claim.text).strip() or card.name,
            lines=list(card.lines), w=card.width, h=card.height, foot=card.foot, mark=card.mark,
            relation=card.relation, thesis=card.is_thesis or None, running=card.is_running or None,
            rival=card.is_rival or None, implicit=card.is_implicit or None,
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
        to = self._target(pill.name)
        panel = self.scene.panels.get(f"p{key[1:]}")
        return _said(
            sort="argument", id=pill.name, text=printable(argument.title or pill.name).strip() or pill.name,
            lines=list(pill.lines), spread=pill.is_spread or None, mark=pill.mark, w=pill.width, h=pill.height,
            relation=pill.relation, chips=self.chips.get(key),
            target=to, targetName=argument.target if to is None else None, premises=self._premises(argument),
            panel=_said(w=panel.width, h=panel.height, stacked=panel.is_stacked or None, items=self._items(panel))
            if panel else None,
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
        panels = self.scene.panels
        blocks = self.forest.children.get(self.forest.block(key), ())
        pills = [panels[block].pill if block in panels else block for block in blocks]
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
        names = [_LEGEND.get(name, name) for name in self.scene.legend]
        if any(self.graph.contraries(name) for name in self.claims):
            names.insert(sum(name in SIGNS for name in names), "contradicts")  # told by words in the boxes
        entries = [{"name": name, "words": self._in_legend(name, several)} for name in dict.fromkeys(names)]
        named = [{"name": "holder", "letter": one.letter, "words": one.name} for one in self.scene.holders]
        return entries + named

    def _in_legend(self, name: str, several: bool) -> str:
        if name == "accepted":
            return self.words.accepted
        if name == "rejected":
            return self.words.rejected
        if name == "rival" and several:
            return self.words.on_page("legend_rival_of_several")
        return self.words.on_page(f"legend_{name}")


# --- what is the same for every map -------------------------------------------------------------------------------


def _signs(words: Words) -> dict[str, dict[str, Any]]:
    return {
        relation: {
            "badge": sign.badge, "word": words.on_page(f"word_{relation}"), "head": sign.head,
            "title": "" if relation == "contradicts" else words.on_page(f"title_{relation}"),
            "start": round(head_start(words.on_page(f"word_{relation}")), 1),
        }
        for relation, sign in SIGNS.items()
    }  # fmt: skip


def _measures() -> dict[str, float]:
    return {
        "claimSize": s.CLAIM_SIZE, "claimLeading": s.CLAIM_LEADING, "cardPad": s.CARD_PAD, "cardTop": s.CARD_TOP,
        "thesisSize": s.THESIS_SIZE, "thesisLeading": s.THESIS_LEADING, "thesisPad": s.THESIS_PAD,
        "longSize": s.LONG_THESIS_SIZE, "longLeading": s.LONG_THESIS_LEADING,
        "headHeight": s.HEAD_HEIGHT, "headBadge": s.HEAD_BADGE, "headPad": s.HEAD_PAD, "headLeading": s.HEAD_LEADING,
        "wordSize": s.PILL_WORD_SIZE, "titleSize": s.PILL_TITLE_SIZE, "footSize": s.FOOT_SIZE, "boxPad": s.BOX_PAD,
        "stanceSize": s.STANCE_SIZE, "stanceGap": s.STANCE_GAP, "stanceRow": s.STANCE_ROW, "cardFoot": s.CARD_FOOT,
        "ampersandAcross": s.AMPERSAND_ACROSS, "ampersandDown": s.AMPERSAND_DOWN, "chipRow": fits.CHIP_ROW,
        "mostPorts": s.MOST_PORTS,
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
