"""What is remarked on claims and arguments of a sheet, such as what a change did to them. It knows no map."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.render.fonts.text import width
from coldwater.render.sheets.sheet import BASELINE, Tile
from coldwater.render.svg.elements import Type, element, rectangle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.render.sheets.sheet import Sheet

SIZE, LEADING = 12.5, 16.5
_HEIGHT = 17.0
_PAD = 6.0
_GAP = 8.0
_LEAST_ROOM = 120.0
_MOST_LINES = 12


class Remark(NamedTuple):
    """What is said of an entry: a word, and notes below its text."""

    word: str
    notes: tuple[str, ...] = ()


class Remarks(NamedTuple):
    """What is remarked on a map: in a sentence or more, by id, on entries that are gone (text, word), and besides.

    ``sort`` is what the sheet is called; the headings stand above what is gone and what is said besides.
    """

    sort: str
    told: tuple[str, ...]
    of: Mapping[str, Remark]
    gone: tuple[tuple[str, Remark], ...] = ()
    besides: tuple[str, ...] = ()
    gone_heading: str = "What went"
    besides_heading: str = "Also changed"


def remark_tile(sheet: Sheet, remark: Remark, x: float, room: float, is_gone: bool = False) -> Tile:
    """Give a remark: its word on a ground of its own (an empty one for what is gone), and its notes beside or below."""
    colours = sheet.colours
    wide = width(remark.word, SIZE, "semibold") + 2 * _PAD
    fill, ink = (colours.card, colours.ink) if is_gone else (colours.thesis, colours.thesis_ink)
    parts = [
        rectangle(
            x + 0.5, 0.5, wide, _HEIGHT - 1, 4, fill=fill, stroke=colours.thesis_border,
            stroke_dasharray="3 2.5" if is_gone else None,
        ),
        sheet.writing.line(remark.word, x + _PAD, _HEIGHT / 2 + SIZE * BASELINE, Type(SIZE, ink, "semibold")),
    ]  # fmt: skip
    is_beside = room - wide - _GAP >= _LEAST_ROOM
    start, y = (x + wide + _GAP, 0.0) if is_beside else (x, _HEIGHT + 2.0)
    look = Type(SIZE, colours.secondary, leading=LEADING)
    for note in remark.notes:
        text = sheet.paragraph(note, start, y, room - (start - x), look, _MOST_LINES)
        parts += text.parts
        y += text.height
    return Tile(max(_HEIGHT, y), tuple(parts))


def struck(sheet: Sheet, text: str, room: float) -> Tile:
    """Give a text that is there no more: its lines struck through."""
    look = Type(13.5, sheet.colours.secondary, leading=17.5)
    tile = sheet.paragraph(text, 0.0, 0.0, room, look, _MOST_LINES)
    lines = round(tile.height / look.leading)
    bars = [
        element(
            "line", x1=0.0, x2=tile.end if at == lines - 1 else room * 0.98, y1=(at + 0.56) * look.leading,
            y2=(at + 0.56) * look.leading, stroke=sheet.colours.secondary, stroke_width=1,
        )
        for at in range(lines)
    ]  # fmt: skip
    return Tile(tile.height, (*tile.parts, *bars))
