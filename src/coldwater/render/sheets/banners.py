"""The banner of a thesis or a rival: its text, its verdict in words, and who holds it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.scripts import is_leftward
from coldwater.render.fonts.text import width, wrap
from coldwater.render.layout.geometry import Box
from coldwater.render.scene import parts as s
from coldwater.render.scene.stances import stances_width
from coldwater.render.sheets.sheet import BASELINE, SMALL, Tile, told
from coldwater.render.svg.elements import Type, rectangle
from coldwater.render.svg.seals import mark_parts, ring_around
from coldwater.render.svg.stances import stance_row

if TYPE_CHECKING:
    from coldwater.render.fonts.faces import Face
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet

_PAD = 18.0
_RADIUS = 9.0
_SIZE, _LEADING = 19.0, 25.0
_LONG_SIZE, _LONG_LEADING = 17.0, 23.0
_REASON_LEADING = 18.0
_MOST_CENTRED = 2  # lines; longer ones are a text, and are set as one
_MOST_LINES = 24
_ASKED, _ASKED_LEADING = 14.0, 21.0


def banner(case: Case, sheet: Sheet, root: str, wide: float, is_named: bool = False) -> Tile:
    """Give the banner of a root in a width. ``is_named``: say whether it is a thesis or a rival."""
    is_rival = root in case.graph.rivals
    colours, claim = sheet.colours, case.map.claims[root]
    ink, faded = (colours.ink, colours.secondary) if is_rival else (colours.thesis_ink, colours.thesis_secondary)
    ground = colours.card if is_rival else colours.thesis
    text = case.text(root) + case.besides(root)
    room = wide - 2 * _PAD
    lines = wrap(text, room, _SIZE, "semibold")
    is_centred = len(lines) <= _MOST_CENTRED and wide > 420.0
    face: Face = "italic" if claim.implicit else "semibold" if is_centred or len(lines) <= _MOST_CENTRED else "regular"
    size, leading = (_SIZE, _LEADING) if face == "semibold" else (_LONG_SIZE, _LONG_LEADING)
    x, anchor = (wide / 2, "middle") if is_centred else (_PAD, None)
    parts: list[str] = []
    y = 11.0
    if is_named:
        word = case.words.rival_head if is_rival else case.words.thesis_head
        small = Type(SMALL, faded, "semibold", anchor=anchor, spacing=1.2)
        parts.append(sheet.writing.line(word, x, y + 9.0 + SMALL * BASELINE, small))
        y += 20.0
    if question := case.question(root):
        asked = sheet.paragraph(
            question,
            x,
            y,
            room,
            Type(_ASKED, faded, "regular", anchor, leading=_ASKED_LEADING),
            _MOST_LINES,
            not is_centred,
        )
        parts += asked.parts
        y += asked.height
    body = sheet.paragraph(
        text, x, y, room, Type(size, ink, face, anchor, leading=leading), _MOST_LINES, not is_centred
    )
    parts += body.parts
    y += body.height
    verdict = _verdict(case, sheet, root, (x, y + 2.0, room), (ink, faded, ground), is_centred)
    parts += verdict.parts
    y += verdict.height
    stances = case.stances.of(root)
    if stances:
        start = wide / 2 - stances_width(stances) / 2 if is_centred else _PAD
        parts += stance_row(stances, start, y + 12.0, (ink, ground), sheet.writing)
        y += 22.0
    y += 12.0
    border, weight = (colours.thesis_border, s.RIVAL_BORDER if is_rival else 1.4)
    frame = rectangle(0, 0, wide, y, _RADIUS, fill=ground, stroke=border, stroke_width=weight)
    sort, who = ("rival", case.words.rival) if is_rival else ("thesis", case.words.thesis)
    seal = case.seal(root)
    told_question = case.words.answers.format(question=question) if question else ""
    label = f"{who} {printable(root)}: {text}{told_question}{case.words.spoken(seal)}{case.held(root)}"
    ring = ring_around(seal, Box(4, 4, wide - 8, y - 8), colours)
    return Tile(y, (told(sort, root, label, [frame, *parts, *ring]),))


def _verdict(  # noqa: PLR0913 - where, and in what colours
    case: Case,
    sheet: Sheet,
    root: str,
    place: tuple[float, float, float],
    colours: tuple[str, str, str],
    is_centred: bool,
) -> Tile:
    """Write mark, word and reason of the verdict on a root, from a place (x, top, room) down."""
    seal = case.seal(root)
    if seal is None:
        return Tile(0.0, ())
    (x, top, room), (ink, faded, ground) = place, colours
    word = Type(15.0, ink, "semibold")
    reason = f"{seal.word}: {seal.reason}"
    look = Type(15.0, faded, "regular", leading=_REASON_LEADING)
    mark, gap = 16.0, 6.0
    whole = mark + gap + width(reason, 15.0, "regular") + 4.0
    baseline = top + _REASON_LEADING * 0.5 + 15.0 * BASELINE
    if whole <= room and not sheet.is_mirrored and is_leftward(reason, False):  # from the right: mark, word, reason
        end = x + whole / 2 if is_centred else x + whole
        seal_mark = mark_parts(seal.verdict, (end - mark / 2, top + 9.0), mark, (ink, ground), sheet.writing)
        rest = end - mark - gap
        return Tile(_REASON_LEADING + 2.0, (
            *seal_mark, sheet.writing.line(f"{seal.word}:", rest, baseline, replace(word, anchor="end")),
            sheet.writing.line(seal.reason, rest - width(f"{seal.word}: ", 15.0, "semibold"), baseline,
                               replace(look, anchor="end")),
        ))  # fmt: skip
    if whole <= room and not sheet.is_mirrored:  # where two ways of writing meet, one text is one
        start = x - whole / 2 if is_centred else x
        seal_mark = mark_parts(seal.verdict, (start + mark / 2, top + 9.0), mark, (ink, ground), sheet.writing)
        rest = start + mark + gap
        first = width(seal.word, 15.0, "semibold")
        return Tile(_REASON_LEADING + 2.0, (
            *seal_mark, sheet.writing.line(seal.word, rest, baseline, word),
            sheet.writing.line(f": {seal.reason}", rest + first, baseline, look),
        ))  # fmt: skip
    left = x - room / 2 if is_centred else x
    seal_mark = mark_parts(seal.verdict, (left + mark / 2, top + 9.0), mark, (ink, ground), sheet.writing)
    text = sheet.paragraph(reason, left + mark + gap, top, room - mark - gap, look)
    return Tile(text.height + 2.0, (*seal_mark, *text.parts))
