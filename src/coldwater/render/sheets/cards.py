"""The card of an argument among sides: sign, title, verdict, premises, what hits its step, what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.text import width
from coldwater.render.layout.geometry import Box
from coldwater.render.scene.stances import stances_width
from coldwater.render.sheets.sheet import BASELINE, CLAIM_LEADING, CLAIM_SIZE, SMALL, Tile, faint, told
from coldwater.render.sheets.strips import strip
from coldwater.render.svg.elements import Type, element, number, rectangle
from coldwater.render.svg.seals import look_of, ring_around
from coldwater.render.svg.stances import stance_row

if TYPE_CHECKING:
    from coldwater.render.palette import Relation
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet

PAD = 12.0
_RADIUS = 7.0
_BADGE = 9.0
_TITLE_SIZE, _TITLE_LEADING = 15.0, 19.0
_MARKER = 16.0  # room for the sign before a premise
_INSET = 30.0  # and before the text of what hits the step
_INSET_LEADING = 17.5
_BETWEEN = 4.0
#: From so many arguments behind one on, they are shown as bars, too.
LEAST_BARS = 4
_MOST_LINES = 14  # of a claim; the whole is in the label
_MOST_PREMISES = 12
_MOST_INSETS = 6


def card(case: Case, sheet: Sheet, argument: str, wide: float) -> Tile:
    """Give the card of an argument in a width. Its label holds all that it shows, and what it had to cut."""
    return _Card(case, sheet, argument, wide).tile()


def has_strip(case: Case, argument: str) -> bool:
    """Tell whether a card shows what is behind its argument as bars."""
    shown = min(len(case.branches.on.get(argument, ())), _MOST_INSETS)
    return case.behind.count[argument] >= max(LEAST_BARS, shown + 1)


class _Card:
    """A card under construction, from the top down."""

    def __init__(self, case: Case, sheet: Sheet, argument: str, wide: float) -> None:
        self.case = case
        self.sheet = sheet
        self.argument = argument
        self.wide = wide
        self.relation: Relation = case.relation(argument)
        self.strong = sheet.colours.strong[self.relation]
        self.falls = case.falls(argument)
        self.look = look_of(case.seal(argument), self.strong, sheet.colours)
        self.y = 0.0
        self.parts: list[str] = []
        self.label: list[str] = []

    def tile(self) -> Tile:
        self._header()
        self._premises()
        self._insets()
        self._rest()
        frame = rectangle(
            0, 0, self.wide, self.y, _RADIUS, fill="none", stroke=self.strong, stroke_width=1.4 * self.look.weight,
            stroke_opacity=self.look.opacity,
        )  # fmt: skip
        ground = rectangle(0, 0, self.wide, self.y, _RADIUS, fill=self.sheet.colours.card)
        ring = ring_around(self.case.seal(self.argument), Box(0, 0, self.wide, self.y), self.sheet.colours)
        label = ". ".join(part.rstrip(".") for part in self.label) + "."
        group = told("argument", printable(self.argument), label, [ground, *self.parts, frame, *ring])
        return Tile(self.y, (group,))

    def _add(self, tile: Tile) -> None:
        self.parts += tile.parts
        self.y += tile.height

    def _header(self) -> None:
        case, sheet = self.case, self.sheet
        seal = case.seal(self.argument)
        start = PAD + 2 * _BADGE + 8.0
        title = case.heading(self.argument) + case.besides(self.argument)
        beside = sheet.verdict_width(seal)
        is_beside = self.wide - start - PAD - beside >= min(120.0, width(title, _TITLE_SIZE, "semibold"))
        room = self.wide - start - PAD - (beside if is_beside else 0.0)
        look = Type(_TITLE_SIZE, self.look.ink, "semibold", leading=_TITLE_LEADING)
        text = sheet.paragraph(title, start, 6.0, room, look, 4, is_running=False)
        first = 6.0 + _TITLE_LEADING * 0.5
        height = text.height + 11.0
        ending = first + _TITLE_SIZE * BASELINE
        if seal is not None and not is_beside:
            ending = height + 6.0
            height += 19.0
        self.parts.append(self._tinted(height))
        self.parts.append(sheet.badge(self.relation, (PAD + _BADGE, first), _BADGE, self.falls))
        self.parts += text.parts
        if seal is not None:
            self.parts.append(sheet.verdict(seal, self.wide - PAD, ending))
        self.y = height + 8.0
        word = case.words.doing[self.relation]
        about = printable(case.map.arguments[self.argument].target)
        self.label.append(case.words.argument.format(title=title, doing=word, about=about) + case.words.spoken(seal))

    def _tinted(self, height: float) -> str:
        """Draw the ground of the header, round at the top as the card is."""
        round_ = number(_RADIUS)
        way = (
            f"M0,{number(height)}V{round_}a{round_},{round_} 0 0 1 {round_},-{round_}"
            f"H{number(self.wide - _RADIUS)}a{round_},{round_} 0 0 1 {round_},{round_}V{number(height)}z"
        )
        return element("path", d=way, fill=self.sheet.colours.tint[self.relation], fill_opacity=self.look.opacity)

    def _premises(self) -> None:
        case, sheet = self.case, self.sheet
        premises = case.premises(self.argument)
        room = self.wide - 2 * PAD - _MARKER
        for at, premise in enumerate(premises[:_MOST_PREMISES]):
            is_unstated = case.is_unstated(premise)
            ink = sheet.colours.secondary if case.falls(premise) else self.look.ink
            look = Type(CLAIM_SIZE, ink, "italic" if is_unstated else "regular", leading=CLAIM_LEADING)
            text = case.text(premise) + case.besides(premise) + case.told_in_text(premise)
            baseline = self.y + CLAIM_LEADING * 0.5 + CLAIM_SIZE * BASELINE
            sign = Type(CLAIM_SIZE, self.look.strong, "semibold")
            self.parts.append(sheet.writing.line("&" if at else "•", PAD, baseline, sign))
            tile = sheet.paragraph(text, PAD + _MARKER, self.y, room, look, _MOST_LINES)
            self._add(tile)
            self._stances(premise, tile.end)
            self.y += _BETWEEN
            sort = case.words.unstated_premise if is_unstated else case.words.premise
            self.label.append(f"{sort}: {text}{case.held(premise)}")
        over = [f"& {len(premises) - _MOST_PREMISES:,} more"] if len(premises) > _MOST_PREMISES else []
        missing = case.missing(self.argument)
        for note in (*over, *([missing] if missing else [])):
            look = Type(SMALL, sheet.colours.secondary, leading=_INSET_LEADING)
            self._add(sheet.paragraph(note, PAD + _MARKER, self.y, room, look, 3))
            self.y += _BETWEEN
            self.label.append(note)

    def _stances(self, claim: str, end: float) -> None:
        """Show who holds a claim: at the end of its last line, or, where there is no room, below it."""
        stances = self.case.stances.of(claim)
        size, room = stances_width(stances), self.wide - 2 * PAD - _MARKER
        if not stances or size > room:
            return
        x, middle = PAD + _MARKER + end + 8.0, self.y - CLAIM_LEADING * 0.5 + 0.5
        if end + 8.0 + size > room:
            x, middle = PAD + _MARKER, self.y + 10.0
            self.y += 20.0
        self.parts += stance_row(stances, x, middle, (self.look.ink, self.sheet.colours.card), self.sheet.writing)

    def _insets(self) -> None:
        """Show what is said against the step, or for it."""
        on_it = self.case.branches.on.get(self.argument, ())
        for name in on_it[:_MOST_INSETS]:
            self._inset(name)

    def _inset(self, name: str) -> None:
        case, sheet = self.case, self.sheet
        relation, falls = case.relation(name), case.falls(name)
        ink = sheet.colours.secondary if falls else self.look.ink
        look = Type(SMALL, ink, leading=_INSET_LEADING)
        top = self.y + 2.0
        text = self._in_short(name)
        tile = sheet.paragraph(text, PAD + _INSET, top, self.wide - 2 * PAD - _INSET, look, _MOST_LINES)
        x, strong = PAD + 3.0, sheet.colours.strong[relation]
        is_undercut = relation == "undercuts"
        self.parts.append(
            element(
                "line", x1=x, y1=top + 1, x2=x, y2=top + tile.height - 1, stroke=strong, stroke_width=2.2,
                stroke_dasharray="2 3.5" if is_undercut else None, stroke_linecap="round",
                stroke_opacity=faint(falls),
            )
        )  # fmt: skip
        self.parts.append(sheet.badge(relation, (PAD + 17.0, top + _INSET_LEADING * 0.5), 7.0, falls))
        self.parts += tile.parts
        self.y = top + tile.height + _BETWEEN + 2.0
        self.label.append(f"{case.words.untitled[relation]}: {text}")

    def _in_short(self, name: str) -> str:
        """Give an argument in a sentence: title and premises; what nobody states only where nothing else is."""
        case = self.case
        premises = case.premises(name)
        stated = [one for one in premises if not case.is_unstated(one)] or premises
        says = " & ".join(case.text(one) + case.source_mark(one) for one in stated)
        title = case.words.quoted.format(text=case.heading(name)) if case.has_title(name) or not says else ""
        return ": ".join(part for part in (title, says) if part) + case.told_in_text(name)

    def _rest(self) -> None:
        """Say how much is behind it that the card does not show, and draw it as a strip."""
        case, colours = self.case, self.sheet.colours
        count = case.behind.count[self.argument]
        shown = min(len(case.branches.on.get(self.argument, ())), _MOST_INSETS)
        if count > shown:
            room = self.wide - 2 * PAD
            bars = strip(case, self.argument, room, colours) if has_strip(case, self.argument) else Tile(-3.0, ())
            top = self.y + 3.0
            self.parts.append(f'<g transform="translate({number(PAD)} {number(top)})">{"".join(bars.parts)}</g>')
            words = case.words.how_many_behind(count, case.behind.against[self.argument])
            look = Type(SMALL, colours.secondary, leading=_INSET_LEADING)
            text = self.sheet.paragraph(words, PAD, top + bars.height + 1.0, room, look)
            self.parts += text.parts
            self.y = top + bars.height + text.height + 1.0
            self.label.append(words)
        self.y += 8.0
