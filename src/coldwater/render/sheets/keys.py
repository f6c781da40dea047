"""The foot of a sheet: what its signs mean (only those that occur), under what it holds, its sources, its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.render.fonts.text import width
from coldwater.render.palette import SIGNS
from coldwater.render.scene import parts as s
from coldwater.render.scene.stances import short_holder
from coldwater.render.sheets.sheet import BASELINE, MARGIN, SMALL, Tile
from coldwater.render.svg.elements import Type, element, rectangle
from coldwater.render.svg.seals import mark_parts
from coldwater.render.svg.stances import stance_mark
from coldwater.semantics.labelling import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.render.fonts.faces import Face
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet
    from coldwater.words.wording import Words

_ROW = 24.0
_GAP = 26.0  # between two entries
_LEADING = 18.0
_SAMPLE = 18.0
_ITALIC = "implicit"
_WITHOUT_SAMPLE = (_ITALIC, "hollow", "dashed", "asked")
_COLUMN_GAP = 28.0
_LEAST_COLUMN = 380.0  # of a list of sources


def foot(case: Case, sheet: Sheet, entries: Sequence[str], claims: Iterable[str], notes: Sequence[str]) -> Tile:
    """Give the foot: a rule, the key to ``entries``, who holds ``claims``, ``notes``, circumstances and sources."""
    rule = element("line", x1=MARGIN, y1=0, x2=sheet.width - MARGIN, y2=0, stroke=sheet.colours.rule)
    parts = [rule]
    key = _key(case, sheet, entries, tuple(claims))
    parts += key.parts
    y = key.height
    look = Type(SMALL, sheet.colours.secondary, leading=_LEADING)
    for note in (*notes, *case.circumstances()):
        text = sheet.paragraph(note, MARGIN, y, sheet.inner, look)
        parts += text.parts
        y += text.height + 2.0
    sources = _sources(case, sheet, y + 4.0, look)
    return Tile(y + sources.height + 14.0, (*parts, *sources.parts))


def _key(case: Case, sheet: Sheet, entries: Sequence[str], claims: Sequence[str]) -> Tile:
    """Set the entries in rows."""
    x, y = MARGIN, 22.0
    parts: list[str] = []
    holders = case.stances.named(claims)
    shown = [*entries, *(["accepted", "rejected"] if holders else [])]
    room = sheet.inner - _SAMPLE
    named = [(one.letter, short_holder(one.name, SMALL, room)) for one in holders]
    words = [(name, "", _words(case.words, name)) for name in shown] + [
        ("holder", letter, name) for letter, name in named
    ]
    for name, letter, told in words:
        face: Face = "italic" if name == _ITALIC else "regular"
        start = 0.0 if name in _WITHOUT_SAMPLE else _SAMPLE + 6.0
        size = start + width(told, SMALL, face)
        if x > MARGIN and x + size > MARGIN + sheet.inner:
            x, y = MARGIN, y + _ROW
        parts += _sample(sheet, name, letter, x, y)
        look = Type(SMALL, sheet.colours.ink, face)
        parts.append(sheet.writing.line(told, x + start, y + SMALL * BASELINE, look))
        x += size + _GAP
    return Tile(y + 20.0 if words else 8.0, tuple(parts))


def _words(words: Words, name: str) -> str:
    held = {"accepted": words.accepted, "rejected": words.rejected}
    return words.verdicts.get(name) or held.get(name) or words.key[name]


def _sample(sheet: Sheet, name: str, letter: str, x: float, y: float) -> list[str]:
    """Draw what an entry of the key is about, in a square from x on, around a height."""
    colours, middle = sheet.colours, (x + _SAMPLE / 2, y)
    for relation in SIGNS:
        if name == relation:
            return [sheet.badge(relation, middle, 8.0)]
    for verdict in WORDS:
        if name == verdict:
            ink = colours.secondary if verdict == "out" else colours.ink
            return mark_parts(verdict, middle, 15.0, (ink, colours.ground), sheet.writing)
    if name == "bars":
        ink = colours.strong["supports"]
        return [rectangle(x, y - 5.0, _SAMPLE, 5.0, 0, fill=ink), rectangle(x, y + 2, 7.0, 5.0, 0, fill=ink)]
    if name in ("accepted", "rejected"):
        mark = s.Stance(name == "accepted", "")
        return stance_mark(mark, x + 2.0, y, (colours.ink, colours.ground), sheet.writing)
    sign = {"linked": "&", "again": "↗", "holder": letter}.get(name)
    look = Type(SMALL, colours.ink, "semibold", "middle")
    return [] if sign is None else [sheet.writing.line(sign, middle[0], y + SMALL * BASELINE, look)]


def _sources(case: Case, sheet: Sheet, top: float, look: Type) -> Tile:
    """Set the sources in columns, row by row."""
    lines = case.source_lines()
    count = max(1, min(3, int((sheet.inner + _COLUMN_GAP) // (_LEAST_COLUMN + _COLUMN_GAP)))) if len(lines) > 1 else 1
    column = (sheet.inner - _COLUMN_GAP * (count - 1)) / count
    parts: list[str] = []
    y = top
    for first in range(0, len(lines), count):
        row = [
            sheet.paragraph(text, MARGIN + at * (column + _COLUMN_GAP), y, column, look)
            for at, text in enumerate(lines[first : first + count])
        ]
        parts += [part for text in row for part in text.parts]
        y += max(text.height for text in row) + 2.0
    return Tile(y - top, tuple(parts))
