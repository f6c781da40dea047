"""The main arguments as a list in two columns, for and against, each with its page. It knows neither maps nor PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coldwater.printable import printable
from coldwater.render.fonts.text import shorten, wrap
from coldwater.render.fonts.text import width as width_of
from coldwater.render.palette import SIGNS, palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.render.palette import Relation

TOP = 150.0  # pt for the title and the thesis
_TOLD = 12.0  # more, where a line is told of it
SIDE = 34.0
GAP = 26.0  # pt between the columns
TITLE_SIZE = 11.5
TITLE_LEADING = 14.0
TEXT_SIZE = 9.5
LEADING = 12.5
_HEAD = 18.0  # pt from the top of an entry to its first line of text
_BETWEEN = 14.0
_BETWEEN_TITLES = 2.0
_FOOT = 44.0
_HEADS = 18.0  # for what stands above the columns, where they are of two kinds
_A4_SIDE = 595.28
_MOST_LINES = 5
_PAGE_ROOM = 52.0
_WORD, _LEAST_INDENT, _AFTER_WORD = 20.0, 80.0, 4.0  # pt to the word, to the title, and between
_LEAST_TITLE = 70.0  # pt of a line of a title
_MOST_TITLE = 6  # lines


@dataclass(frozen=True, slots=True)
class Entry:
    """A main argument: what it does, its title, its premises, its page; mark and word of its verdict, or "".

    ``word`` is for what it does, and ``where`` for its page; ``indent``: pt from the left to where titles begin.
    """

    relation: Relation
    title: str
    premises: Sequence[str]
    page: int
    verdict: str
    word: str
    where: str
    indent: float

    def at_the_right(self) -> str:
        """Give what stands at the right end of its first row."""
        return f"{self.verdict} · {self.where}" if self.verdict else self.where


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry broken into lines, with the place of its top left corner and its width in pt."""

    x: float
    y: float
    width: float
    badge: str
    word: str
    colour: str
    title: tuple[str, ...]
    lines: tuple[str, ...]
    page: str
    number: int
    indent: float


def told_in_lines(told: Sequence[str], width: float) -> tuple[str, ...]:
    """Break what is told of the thesis, below it, into lines for a sheet of a width in pt."""
    return tuple(line for text in told for line in wrap(printable(text), width - 2 * SIDE, TEXT_SIZE))


def set_in_columns(
    entries: Sequence[Entry], sheet: tuple[float, float], told: Sequence[str] = ()
) -> list[list[Placed]]:
    """Set entries on sheets of a width and height: supporters left, attackers right, or in both if all are of a kind.

    They leave room for what is ``told`` above them. Places are to be multiplied by :func:`zoom_of`.
    """
    zoom = zoom_of(entries, sheet, told)
    return _set(entries, (sheet[0] / zoom, sheet[1] / zoom), told)


def zoom_of(entries: Sequence[Entry], sheet: tuple[float, float], told: Sequence[str] = ()) -> float:
    """Give how much larger than on A4 a list is set: as the paper is, if one page holds it then; else not at all."""
    zoom = min(sheet) / _A4_SIDE
    return zoom if zoom > 1 and len(_set(entries, (sheet[0] / zoom, sheet[1] / zoom), told)) == 1 else 1.0


def _set(entries: Sequence[Entry], sheet: tuple[float, float], told: Sequence[str]) -> list[list[Placed]]:
    """Set entries with their premises, or without them where that would take more than one page."""
    top = _top(entries, sheet, told)
    pages = _set_out(entries, sheet, top, with_premises=True)
    return pages if len(pages) <= 1 else _set_out(entries, sheet, top, with_premises=False)


def heads(
    entries: Sequence[Entry], sheet: tuple[float, float], told: Sequence[str], words: tuple[str, str]
) -> list[tuple[float, float, str, str]]:
    """Give what stands above the columns: x, y, text and colour; nothing where all are of a kind.

    ``words``: those for what speaks for the thesis, and against it; how many there are is put behind them.
    """
    counts = [sum((entry.relation == "supports") == is_for for entry in entries) for is_for in (True, False)]
    if not all(counts):
        return []
    y, across = _top(entries, sheet, told) - _HEADS, _column(sheet) + GAP
    strong = palette("light").strong
    return [
        (SIDE + side * across, y, f"{words[side]} ({counts[side]})", strong["attacks" if side else "supports"])
        for side in (0, 1)
    ]


def _top(entries: Sequence[Entry], sheet: tuple[float, float], told: Sequence[str]) -> float:
    """Give where the entries begin."""
    lines = told_in_lines(told, sheet[0])
    of_two_kinds = len({entry.relation == "supports" for entry in entries}) > 1
    return TOP + (_TOLD + (len(lines) - 1) * LEADING if lines else 0.0) + (_HEADS if of_two_kinds else 0.0)


def indent_of(words: Iterable[str]) -> float:
    """Give how far from the left titles begin beside words for what arguments do, in pt."""
    return max(_LEAST_INDENT, *(_WORD + width_of(word, 7.5, "semibold") + 0.6 * len(word) + 8.0 for word in words))


def _column(sheet: tuple[float, float]) -> float:
    return (sheet[0] - 2 * SIDE - GAP) / 2


def _set_out(
    entries: Sequence[Entry], sheet: tuple[float, float], top: float, with_premises: bool
) -> list[list[Placed]]:
    column = _column(sheet)
    lines = [_lines(entry, column) if with_premises else () for entry in entries]
    between = _BETWEEN if with_premises else _BETWEEN_TITLES
    titles = [_title(entry, column) for entry in entries]
    heights = [
        _HEAD + (len(title) - 1) * TITLE_LEADING + len(texts) * LEADING + between
        for title, texts in zip(titles, lines, strict=True)
    ]
    room = sheet[1] - top - _FOOT
    slots = _slots(entries, heights, room)
    pages: list[list[Placed]] = [[] for _ in range(max((page for page, _, _ in slots), default=-1) + 1)]
    for entry, title, texts, (page, side, y) in zip(entries, titles, lines, slots, strict=True):
        sign = SIGNS[entry.relation]
        colour = palette("light").strong[entry.relation]
        x = SIDE + side * (column + GAP)
        pages[page].append(
            Placed(
                x,
                top + y,
                column,
                sign.badge,
                entry.word,
                colour,
                title,
                texts,
                entry.at_the_right(),
                entry.page,
                entry.indent,
            )
        )
    return pages


def _title(entry: Entry, column: float) -> tuple[str, ...]:
    """Break a title into lines beside the word and before the page; only one of very many lines is cut."""
    room = column - entry.indent - _AFTER_WORD - max(_PAGE_ROOM, width_of(entry.at_the_right(), TEXT_SIZE) + 12.0)
    lines = wrap(printable(entry.title), max(room, _LEAST_TITLE), TITLE_SIZE, "semibold")
    if len(lines) <= _MOST_TITLE:
        return lines
    last = shorten(lines[_MOST_TITLE - 1] + "…", max(room, _LEAST_TITLE), TITLE_SIZE, "semibold")
    return (*lines[: _MOST_TITLE - 1], last)


def _lines(entry: Entry, column: float) -> tuple[str, ...]:
    text = " & ".join(printable(premise).strip() for premise in entry.premises)
    lines = wrap(text[:2000], column - 2 * TITLE_SIZE, TEXT_SIZE)
    if len(lines) <= _MOST_LINES:
        return lines
    return (*lines[: _MOST_LINES - 1], shorten(lines[_MOST_LINES - 1] + "…", column - 2 * TITLE_SIZE, TEXT_SIZE))


def _slots(entries: Sequence[Entry], heights: Sequence[float], room: float) -> list[tuple[int, int, float]]:
    """Give page, column and distance from the top for each entry."""
    kinds = {entry.relation == "supports" for entry in entries}
    is_mixed = len(kinds) > 1
    at = {True: (0, 0, 0.0), False: (0, 1 if is_mixed else 0, 0.0)}
    even = sum(heights) / 2 if not is_mixed and sum(heights) < 2 * room else room
    slots: list[tuple[int, int, float]] = []
    for entry, height in zip(entries, heights, strict=True):
        kind = entry.relation == "supports"
        page, side, y = at[kind]
        if y and (y + height > room or (side == 0 and not is_mixed and y >= even)):
            page, side, y = (page, 1, 0.0) if side == 0 and not is_mixed else (page + 1, side if is_mixed else 0, 0.0)
        slots.append((page, side, y))
        at[kind] = (page, side, y + height)
    return slots
