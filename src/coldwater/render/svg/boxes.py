"""Panels, cards and pills as SVG. Places come from the layout, texts from the scene."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from coldwater.render.fonts.text import width
from coldwater.render.palette import SIGNS
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import title_start
from coldwater.render.svg.elements import Type, attributes, element, rectangle

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face
    from coldwater.render.layout.geometry import Box, Layout
    from coldwater.render.palette import Palette
    from coldwater.render.svg.elements import Writing

_BASELINE = 0.33  # of the font size: from the middle of a line down to its baseline


class Boxes:
    """Writes the boxes of a scene."""

    def __init__(self, scene: s.Scene, layout: Layout, colours: Palette, writing: Writing) -> None:
        self.scene = scene
        self.layout = layout
        self.colours = colours
        self.writing = writing

    def panels(self) -> list[str]:
        """Give all panels, with "&" between their cards."""
        parts: list[str] = []
        for panel in self.scene.panels.values():
            strong, tint = self.colours.strong[panel.relation], self.colours.tint[panel.relation]
            parts.append(self._frame(panel.key, 9, fill=tint, stroke=strong, stroke_opacity=0.45, stroke_width=1))
            cards = [self.layout.boxes[key] for key in panel.cards]
            parts.extend(self._ampersand(one, other, strong) for one, other in pairwise(cards))
        return parts

    def cards_and_pills(self) -> list[str]:
        """Give all cards and pills, each as a group with a label for those who listen."""
        parts = []
        referred = {card.again for card in self.scene.cards.values()}
        for card in self.scene.cards.values():
            if card.again is not None:
                parts.append(self._reference(card, card.again))
                continue
            inner = self._thesis(card) if card.is_thesis else self._card(card)
            anchor = self._anchor(card.key) if card.key in referred else None
            parts.append(_group("thesis" if card.is_thesis else "claim", card.name, card.label, inner, anchor))
        parts += [_group("argument", pill.name, pill.label, self._pill(pill)) for pill in self.scene.pills.values()]
        return parts

    def _anchor(self, key: str) -> str:
        return f"{key}-{self.scene.digest[:8]}"  # several drawings may stand in one page

    def _reference(self, card: s.Card, to: str) -> str:
        """Write a card that stands for one elsewhere, as a link to it."""
        box, secondary = self.layout.boxes[card.key], self.colours.secondary
        x = box.x + s.CARD_PAD
        first = box.y + s.CARD_TOP + s.CLAIM_LEADING * 0.5 + s.CLAIM_SIZE * _BASELINE
        look = Type(
            s.CLAIM_SIZE, self.colours.ink, "italic" if card.is_implicit else "regular", leading=s.CLAIM_LEADING
        )
        inner = [
            self._frame(
                card.key, 5, fill="none", stroke=secondary, stroke_width=1.4, stroke_dasharray="1.5 3",
                stroke_linecap="round",
            ),
            self.writing.block(card.lines, x, first, look),
            self.writing.line(card.foot, x, box.y + box.height - 9, Type(s.FOOT_SIZE, secondary)),
        ]  # fmt: skip
        values: dict[str, str | float | None] = {
            "href": f"#{self._anchor(to)}",
            "aria-label": f"Used again: {card.label}",
        }
        return f"<a{attributes(values)}>{''.join(inner)}</a>"

    def _frame(self, key: str, radius: float, **look: str | float | None) -> str:
        box = self.layout.boxes[key]
        return rectangle(box.x, box.y, box.width, box.height, radius, **look)

    def _ampersand(self, one: Box, other: Box, fill: str) -> str:
        if self.scene.is_top_down:
            x, y = (one.x + one.width + other.x) / 2, one.y + one.height / 2 + 5
        else:
            x, y = one.x + one.width / 2, (one.y + one.height + other.y) / 2 + 5
        return self.writing.line("&", x, y, Type(15, fill, "semibold", "middle"))

    def _thesis(self, card: s.Card) -> list[str]:
        box, colours = self.layout.boxes[card.key], self.colours
        middle = box.x + box.width / 2
        used = len(card.lines) * s.THESIS_LEADING + (14.0 if card.mark else 0.0)
        first = box.y + (box.height - used) / 2 + s.THESIS_LEADING * 0.5 + s.THESIS_SIZE * _BASELINE
        look = Type(s.THESIS_SIZE, colours.thesis_ink, "semibold", "middle", leading=s.THESIS_LEADING)
        frame = self._frame(card.key, 9, fill=colours.thesis, stroke=colours.thesis_border, stroke_width=1.4)
        parts = [frame, self.writing.block(card.lines, middle, first, look)]
        if card.mark:
            small = Type(s.FOOT_SIZE, colours.thesis_secondary, anchor="middle")
            parts.append(self.writing.line(card.mark, middle, box.y + box.height - 11, small))
        return parts

    def _card(self, card: s.Card) -> list[str]:
        box, colours = self.layout.boxes[card.key], self.colours
        border = colours.strong[card.relation] if card.relation else colours.neutral
        dashes = "5 3" if card.is_implicit else None
        x = box.x + s.CARD_PAD
        first = box.y + s.CARD_TOP + s.CLAIM_LEADING * 0.5 + s.CLAIM_SIZE * _BASELINE
        foot = box.y + box.height - 9
        face: Face = "italic" if card.is_implicit else "regular"
        look = Type(s.CLAIM_SIZE, colours.ink, face, leading=s.CLAIM_LEADING)
        parts = [
            self._frame(card.key, 5, fill=colours.card, stroke=border, stroke_width=1.4, stroke_dasharray=dashes),
            self.writing.block(card.lines, x, first, look),
            self.writing.line(card.foot, x, foot, Type(s.FOOT_SIZE, colours.secondary)),
        ]
        if card.mark:
            at_the_right = Type(s.FOOT_SIZE, colours.secondary, anchor="end")
            parts.append(self.writing.line(card.mark, box.x + box.width - s.CARD_PAD, foot, at_the_right))
        return parts

    def _pill(self, pill: s.Pill) -> list[str]:
        box, colours, sign = self.layout.boxes[pill.key], self.colours, SIGNS[pill.relation]
        strong, radius = colours.strong[pill.relation], box.height / 2
        middle = box.y + radius
        baseline = middle + s.PILL_TITLE_SIZE * _BASELINE
        word_x, title_x = box.x + s.PILL_HEIGHT + 6, box.x + title_start(pill.relation)
        word = Type(s.PILL_WORD_SIZE, strong, "semibold", spacing=s.PILL_WORD_SPACING)
        title = Type(s.PILL_TITLE_SIZE, colours.ink, "semibold")
        parts = [
            self._frame(pill.key, radius, fill=colours.card, stroke=strong, stroke_width=1.6),
            element("circle", cx=box.x + radius, cy=middle, r=radius, fill=strong),
            self.writing.line(
                sign.badge, box.x + radius, middle + 5.6, Type(17, colours.on_badge, "semibold", "middle")
            ),
            self.writing.line(sign.word, word_x, middle + s.PILL_WORD_SIZE * _BASELINE, word),
            self.writing.line(pill.title, title_x, baseline, title),
        ]
        if pill.mark:
            x = title_x + width(pill.title, s.PILL_TITLE_SIZE, "semibold") + 9
            parts.append(self.writing.line(pill.mark, x, baseline, Type(s.FOOT_SIZE, colours.secondary)))
        return parts


def _group(sort: str, name: str, label: str, inner: list[str], anchor: str | None = None) -> str:
    values: dict[str, str | float | None] = {
        "id": anchor, "class": sort, "data-id": name, "role": "img", "aria-label": label,
    }  # fmt: skip
    return f"<g{attributes(values)}>{''.join(inner)}</g>"
