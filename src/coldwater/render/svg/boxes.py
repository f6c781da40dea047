"""Panels, cards and pills as SVG. Places come from the layout, texts from the scene."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from coldwater.render.fonts.scripts import is_leftward
from coldwater.render.palette import SIGNS
from coldwater.render.scene import parts as s
from coldwater.render.scene.fitting import seal_width, stances_height, strip_height, thesis_look
from coldwater.render.scene.joining import head_start
from coldwater.render.scene.stances import stances_width
from coldwater.render.svg.elements import Type, attributes, element, rectangle
from coldwater.render.svg.seals import Look, look_of, ring_around, seal_parts, strip_parts
from coldwater.render.svg.stances import stance_row
from coldwater.render.svg.stripes import stripe_parts

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face
    from coldwater.render.layout.geometry import Box, Layout
    from coldwater.render.palette import Palette
    from coldwater.render.svg.elements import Writing

_BOX_CORNER, _BOX_BORDER = 8.0, 1.6
_BASELINE = 0.33  # of the font size: from the middle of a line down to its baseline


class Boxes:
    """Writes the boxes of a scene."""

    def __init__(self, scene: s.Scene, layout: Layout, colours: Palette, writing: Writing) -> None:
        self.scene = scene
        self.layout = layout
        self.colours = colours
        self.writing = writing
        self.homes = scene.homes()
        #: From the top down, lines across the tree reach cards through the heads above them; no text may be crossed.
        self.covers_lines = scene.is_top_down and any(edge.kind != "step" for edge in scene.edges)

    def panels(self) -> list[str]:
        """Give the ground of all boxes, with "&" between their premises."""
        parts = [self._ground(key, pill) for key, pill in self.scene.pills.items() if key not in self.homes]
        for panel in self.scene.panels.values():
            pill = self.scene.pills[panel.pill]
            look = look_of(pill.seal, self.colours.strong[panel.relation], self.colours)
            parts.append(self._ground(panel.key, pill))
            cards = [self.layout.boxes[key] for key in panel.cards]
            parts.extend(self._ampersand(one, other, look.strong, panel) for one, other in pairwise(cards))
        return parts

    def _ground(self, key: str, pill: s.Pill) -> str:
        """Draw the ground of an argument's box: tinted, framed in the colour of its relation."""
        strong = self.colours.strong[pill.relation]
        look = look_of(pill.seal, strong, self.colours)
        return self._frame(
            key, _BOX_CORNER, fill=self.colours.tint[pill.relation], fill_opacity=look.opacity, stroke=strong,
            stroke_opacity=look.opacity, stroke_width=_BOX_BORDER * look.weight,
        )  # fmt: skip

    def cards_and_pills(self) -> list[str]:
        """Give all cards and pills, each as a group with a label for those who listen."""
        parts = []
        referred = {card.again for card in self.scene.cards.values()}
        for card in self.scene.cards.values():
            if card.again is not None:
                parts.append(self._reference(card, card.again))
                continue
            inner = self._thesis(card) if card.is_thesis else self._card(card)
            inner += ring_around(card.seal, self.layout.boxes[card.key], self.colours)
            anchor = self._anchor(card.key) if card.key in referred else None
            parts.append(
                _group(
                    "thesis" if card.is_thesis else "rival" if card.is_rival else "claim",
                    card.name,
                    card.label,
                    inner,
                    anchor,
                )
            )
        parts += [_group("argument", pill.name, pill.label, self._pill(pill)) for pill in self.scene.pills.values()]
        return parts

    def _anchor(self, key: str) -> str:
        return f"{key}-{self.scene.digest[:8]}"  # several drawings may stand in one page

    def _reference(self, card: s.Card, to: str) -> str:
        """Write a card that stands for one elsewhere, as a link to it."""
        box, secondary = self.layout.boxes[card.key], self.colours.secondary
        x = box.x + s.CARD_PAD
        first = box.y + s.CARD_TOP + s.CLAIM_LEADING * 0.5 + s.CLAIM_SIZE * _BASELINE
        mood, foot = look_of(card.seal, secondary, self.colours), box.y + box.height - 9
        look = Type(s.CLAIM_SIZE, mood.ink, "italic" if card.is_implicit else "regular", leading=s.CLAIM_LEADING)
        inner = [
            self._frame(
                card.key, 5, fill="none", stroke=secondary, stroke_width=1.4, stroke_dasharray="1.5 3",
                stroke_linecap="round",
            ),
            self._paragraph(card.lines, box, first, look),
        ]  # fmt: skip
        if card.seal:
            inner += seal_parts(card.seal, x, foot, self.colours, self.writing)
            x += seal_width(card.seal) + s.SEAL_GAP
        inner.append(self.writing.line(card.foot, x, foot, Type(s.FOOT_SIZE, secondary)))
        values: dict[str, str | float | None] = {
            "href": f"#{self._anchor(to)}",
            "aria-label": f"Used again: {card.label}",
        }
        return f"<a{attributes(values)}>{''.join(inner)}</a>"

    def _frame(self, key: str, radius: float, **look: str | float | None) -> str:
        box = self.layout.boxes[key]
        return rectangle(box.x, box.y, box.width, box.height, radius, **look)

    def _paragraph(self, lines: tuple[str, ...], box: Box, first: float, look: Type, pad: float = s.CARD_PAD) -> str:
        """Set a text in a box: from its left edge, or, where it runs the other way than the drawing, from its right."""
        is_turned = is_leftward(" ".join(lines), self.writing.is_leftward) != self.writing.is_leftward
        if is_turned and look.anchor is None:
            return self.writing.block(lines, box.x + box.width - pad, first, replace(look, anchor="end"))
        return self.writing.block(lines, box.x + pad, first, look)

    def _ampersand(self, one: Box, other: Box, fill: str, panel: s.Panel) -> str:
        if panel.is_stacked:
            x, y = one.x + one.width / 2, (one.y + one.height + other.y) / 2 + 4.5
        else:
            x, y = (one.x + one.width + other.x) / 2, one.y + one.height / 2 + 5
        return self.writing.line("&", x, y, Type(13 if panel.is_stacked else 15, fill, "semibold", "middle"))

    def _thesis(self, card: s.Card) -> list[str]:
        box, colours = self.layout.boxes[card.key], self.colours
        middle = box.x + box.width / 2
        marks = stances_height(card.stances)
        setting = thesis_look(card)
        used = len(card.lines) * setting.leading + (14.0 if card.mark else 0.0) + marks
        height = box.height - strip_height(card.seal)
        first = box.y + (height - used) / 2 + setting.leading * 0.5 + setting.size * _BASELINE
        start, anchor = (middle, "middle") if setting.is_centred else (box.x + s.THESIS_PAD, None)
        look = Type(setting.size, colours.thesis_ink, setting.face, anchor, leading=setting.leading)
        frame = self._frame(card.key, 9, fill=colours.thesis, stroke=colours.thesis_border, stroke_width=1.4)
        if anchor is None:
            parts = [frame, self._paragraph(card.lines, box, first, look, s.THESIS_PAD)]
        else:
            parts = [frame, self.writing.block(card.lines, start, first, look)]
        if card.mark:
            small = Type(s.FOOT_SIZE, colours.thesis_secondary, anchor="middle")
            parts.append(self.writing.line(card.mark, middle, box.y + height - 11, small))
        if card.stances:
            row = box.y + height - (25.0 if card.mark else 11.0) - s.STANCE_SIZE / 2
            start, ink = middle - stances_width(card.stances) / 2, (colours.thesis_ink, colours.thesis)
            parts += stance_row(card.stances, start, row, ink, self.writing)
        return parts + (strip_parts(card.seal, box, colours, self.writing) if card.seal else [])

    def _card(self, card: s.Card) -> list[str]:
        box, colours = self.layout.boxes[card.key], self.colours
        border = colours.strong[card.relation] if card.relation else colours.neutral
        border, weight = (colours.thesis_border, s.RIVAL_BORDER) if card.is_rival else (border, 1.0)
        mood = look_of(card.seal, border, colours)
        dashes = "5 3" if card.is_implicit else None
        x = box.x + s.CARD_PAD
        first = box.y + s.CARD_TOP + s.CLAIM_LEADING * 0.5 + s.CLAIM_SIZE * _BASELINE
        foot = box.y + box.height - 9
        face: Face = "italic" if card.is_implicit else "regular"
        look = Type(s.CLAIM_SIZE, mood.ink, face, leading=s.CLAIM_LEADING)
        parts = [
            self._frame(
                card.key, 9 if card.is_rival else 5, fill=colours.card, stroke=border, stroke_opacity=mood.opacity,
                stroke_width=weight * mood.weight, stroke_dasharray=dashes,
            ),
            *stripe_parts(card.side, box, colours, opacity=mood.opacity),
            self._paragraph(card.lines, box, first, look),
        ]  # fmt: skip
        row = box.y + box.height - s.CARD_FOOT - s.STANCE_SIZE / 2 + 1.0
        parts += stance_row(card.stances, x, row, (mood.ink, colours.card), self.writing)
        if card.seal:
            parts += seal_parts(card.seal, x, foot, colours, self.writing)
            x += seal_width(card.seal) + s.SEAL_GAP
        if card.foot:
            parts.append(self.writing.line(card.foot, x, foot, Type(s.FOOT_SIZE, colours.secondary)))
        if card.mark:
            at_the_right = Type(s.FOOT_SIZE, colours.secondary, anchor="end")
            parts.append(self.writing.line(card.mark, box.x + box.width - s.CARD_PAD, foot, at_the_right))
        return parts

    def _pill(self, pill: s.Pill) -> list[str]:
        """Write the head of a box: badge, word, title; at its right end what is said of it."""
        box, colours, sign = self.layout.boxes[pill.key], self.colours, SIGNS[pill.relation]
        strong, radius = colours.strong[pill.relation], s.HEAD_BADGE / 2
        mood = look_of(pill.seal, strong, colours)
        x, middle = box.x + s.HEAD_PAD + radius, box.y + s.HEAD_HEIGHT / 2
        word_x, right = x + radius + 6.0, box.x + box.width - s.CARD_PAD
        word = Type(s.PILL_WORD_SIZE, mood.strong, "semibold", spacing=s.PILL_WORD_SPACING)
        title = Type(s.PILL_TITLE_SIZE, mood.ink, "semibold", leading=s.HEAD_LEADING)
        badge = Type(14, colours.on_badge if mood.opacity is None else mood.strong, "semibold", "middle")
        start, first = box.x + head_start(pill.word), middle + s.PILL_TITLE_SIZE * _BASELINE
        if pill.is_spread:
            start, first = box.x + s.CARD_PAD, box.y + s.HEAD_HEIGHT + s.HEAD_LEADING * 0.5 + 1.5
        parts = [
            self._badge((x, middle), radius, strong, mood),
            self.writing.line(sign.badge, x, middle + 4.6, badge),
            self.writing.line(pill.word, word_x, middle + s.PILL_WORD_SIZE * _BASELINE, word),
            self.writing.block(pill.lines, start, first, title),
        ]
        if self.covers_lines and pill.key in self.homes:
            cover = rectangle(
                box.x + 2, box.y + 2, box.width - 4, box.height - 4, 6,
                fill=colours.tint[pill.relation] if mood.opacity is None else colours.ground,
            )  # fmt: skip
            parts.insert(0, cover)
        baseline = middle + s.FOOT_SIZE * _BASELINE
        if pill.seal:
            right -= seal_width(pill.seal)
            parts += seal_parts(pill.seal, right, baseline, colours, self.writing)
            right -= 9.0
        if pill.mark:
            parts.append(
                self.writing.line(pill.mark, right, baseline, Type(s.FOOT_SIZE, colours.secondary, anchor="end"))
            )
        whole = self.layout.boxes[self.homes.get(pill.key, pill.key)]
        return parts + ring_around(pill.seal, whole, colours)

    @staticmethod
    def _badge(middle: tuple[float, float], radius: float, strong: str, mood: Look) -> str:
        """Draw the circle of a badge: filled, or hollow where the argument falls."""
        place = {"cx": middle[0], "cy": middle[1]}
        if mood.opacity is None:
            return element("circle", **place, r=radius, fill=strong)
        return element("circle", **place, r=radius - 1.2, fill="none", stroke=strong, stroke_opacity=mood.opacity)


def _group(sort: str, name: str, label: str, inner: list[str], anchor: str | None = None) -> str:
    values: dict[str, str | float | None] = {
        "id": anchor, "class": sort, "data-id": name, "role": "img", "aria-label": label,
    }  # fmt: skip
    return f"<g{attributes(values)}>{''.join(inner)}</g>"
