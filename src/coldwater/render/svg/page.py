"""The page around a drawing: margins, title, legend and sources, in px. It knows scenes, but writes no file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from coldwater.render.fonts.text import width, wrap
from coldwater.render.scene.parts import STANCE_SIZE
from coldwater.render.scene.stances import short_holder
from coldwater.semantics.labelling import PLAIN_WORDS

if TYPE_CHECKING:
    from coldwater.render.scene.parts import Scene
    from coldwater.words.wording import Words

MARGIN = 36.0
LEGEND_SIZE = 12.0
SOURCE_SIZE = 10.5
SOURCE_LEADING = 15.5
SAMPLE = 34.0  # width of a line's sample in the legend
VERDICT_SAMPLE = 16.0  # and of a verdict's mark
_LEAST_WIDTH = 440.0
_LEGEND_ROW = 24.0
_LEGEND_GAP = 30.0
_COLUMN_GAP = 32.0
_AFTER_CIRCUMSTANCES = 3.0
_TWO_COLUMNS = 820.0  # the width from which sources stand in two columns
_OF_SIDES = ("side_pro", "side_con")
_OF_HOLDERS = ("accepted", "rejected")
_SIDE_SAMPLE = 20.0
_LETTER_SAMPLE = 11.0  # width of a position's letter in the legend


@dataclass(frozen=True, slots=True)
class Entry:
    """A legend entry: what it shows, its words, where its sample begins and the middle of its row.

    ``letter``: that of the position that it names.
    """

    name: str
    words: str
    x: float
    y: float
    letter: str = ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the list of sources and where it begins."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """Sizes of the page and places of what stands around the drawing; the drawing begins at (left, top)."""

    TITLE_SIZE: ClassVar[float] = 20.0
    TITLE_LEADING: ClassVar[float] = 26.0

    width: float
    height: float
    left: float
    top: float
    title_lines: tuple[str, ...]
    rule: float | None
    entries: tuple[Entry, ...]
    sources: tuple[SourceLine, ...]


def compose(scene: Scene, wide: float, high: float) -> Page:
    """Give the page for a drawing of a width and height. A drawing narrower than its title stands in the middle."""
    title_width = width(scene.title, Page.TITLE_SIZE, "semibold")
    inner = max(wide, _LEAST_WIDTH, min(title_width + 1, 700.0))
    title_lines = wrap(scene.title, max(inner, 500.0) if inner < 500.0 else inner, Page.TITLE_SIZE, "semibold")
    inner = max([inner, *(width(line, Page.TITLE_SIZE, "semibold") for line in title_lines)])
    top = 59.0 + Page.TITLE_LEADING * (len(title_lines) - 1) + 30.0
    bottom = top + high + 20.0
    rule = bottom if scene.legend or scene.sources else None
    entries, after = _legend(scene, bottom + 22.0, inner)
    sources, end = _sources(scene, after, inner)
    height = (end if rule is not None else bottom) + MARGIN * 0.6
    page_width = inner + 2 * MARGIN
    return Page(
        width=_whole(page_width), height=_whole(height), left=MARGIN + max(0.0, (inner - wide) / 2), top=top,
        title_lines=title_lines, rule=rule, entries=entries, sources=sources,
    )  # fmt: skip


def _whole(length: float) -> float:
    return float(-int(-length // 1))


def sample_width(name: str) -> float:
    """Give the width of the sample of a legend entry: a verdict's mark is round, a line long, a letter small.

    >>> sample_width("in"), sample_width("supports"), sample_width("holder")
    (16.0, 34.0, 11.0)
    """
    if name == "holder":
        return _LETTER_SAMPLE
    if name in _OF_SIDES:
        return _SIDE_SAMPLE
    return STANCE_SIZE if name in _OF_HOLDERS else VERDICT_SAMPLE if name in PLAIN_WORDS else SAMPLE


def _legend(scene: Scene, y: float, inner: float) -> tuple[tuple[Entry, ...], float]:
    """Set the entries in rows, who holds claims on rows of their own; give them and where what follows may begin."""
    several = sum(card.is_thesis for card in scene.cards.values()) > 1
    signs = [
        Entry(name, _words(name, scene.words, several), 0.0, 0.0) for name in scene.legend if name not in _OF_HOLDERS
    ]
    stances = [Entry(name, _words(name, scene.words), 0.0, 0.0) for name in scene.legend if name in _OF_HOLDERS]
    room = inner - sample_width("holder") - 9.0
    named = [Entry("holder", short_holder(one.name, LEGEND_SIZE, room), 0.0, 0.0, one.letter) for one in scene.holders]
    entries: list[Entry] = []
    for group in (signs, [*stances, *named]):
        x = MARGIN
        for number, entry in enumerate(group):
            size = sample_width(entry.name) + 9.0 + width(entry.words, LEGEND_SIZE)
            if number and x + size > MARGIN + inner:
                x, y = MARGIN, y + _LEGEND_ROW
            entries.append(replace(entry, x=x, y=y))
            x += size + _LEGEND_GAP
        y += _LEGEND_ROW if group else 0.0
    return tuple(entries), y


def _words(name: str, words: Words, several_theses: bool = False) -> str:
    if name in words.verdicts:
        return words.verdicts[name]
    key = {"decisive": "carried_the_verdict", "overruled": "tried_out"}.get(name, f"legend_{name}")
    key = name if name in _OF_SIDES else key
    of_several = {"rival": "legend_rival_of_several", "decisive": "carried_a_verdict"}
    if name in _OF_HOLDERS:
        return words.accepted if name == "accepted" else words.rejected
    return words.on_page(of_several.get(name, key) if several_theses else key)


def _sources(scene: Scene, y: float, inner: float) -> tuple[tuple[SourceLine, ...], float]:
    """Set the sources in one or two columns, row by row; give the lines and where they end.

    Under what verdicts hold stands above them.
    """
    columns = 2 if inner >= _TWO_COLUMNS and len(scene.sources) > 1 else 1
    column = min((inner - _COLUMN_GAP * (columns - 1)) / columns, 760.0)
    lines: list[SourceLine] = []
    y += 4.0
    for text in scene.circumstances:
        told = wrap(text, inner, SOURCE_SIZE)
        lines += [SourceLine(line, MARGIN, y + at * SOURCE_LEADING) for at, line in enumerate(told)]
        y += len(told) * SOURCE_LEADING + _AFTER_CIRCUMSTANCES
    for first in range(0, len(scene.sources), columns):
        row = [wrap(text, column, SOURCE_SIZE) for text in scene.sources[first : first + columns]]
        for number, texts in enumerate(row):
            x = MARGIN + number * (column + _COLUMN_GAP)
            lines += [SourceLine(text, x, y + at * SOURCE_LEADING) for at, text in enumerate(texts)]
        y += max(len(texts) for texts in row) * SOURCE_LEADING
    return tuple(lines), y
