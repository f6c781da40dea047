"""Sides: each thesis as a banner, under it the main arguments for it and against it as cards in balanced columns.

What stands behind a main argument is counted and shown as a strip of bars. It is the picture of a map that is too large
to be drawn as a whole where it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.render.sheets.banners import banner
from coldwater.render.sheets.cards import card, has_strip
from coldwater.render.sheets.columns import height_of, in_columns
from coldwater.render.sheets.keys import foot
from coldwater.render.sheets.sheet import BASELINE, MARGIN, SMALL, Composed, Page, Tile, placed, whole
from coldwater.render.svg.elements import Type
from coldwater.render.svg.elements import number as number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.render.palette import Relation
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet

GAP = 16.0  # between columns
_BETWEEN, _SLACK = 12.0, 10.0  # between cards, and how much more there may be
_LEAST_COLUMN, _MOST_COLUMN = 232.0, 480.0
#: How much of the width goes to the one side; tried where there are few cards.
_SHARES = (1 / 2, 1 / 3, 2 / 3, 2 / 5, 3 / 5)
_FEW = 24
_STACKED = 16.0  # between two sides, one below the other
_MORE = 26.0
_HEAD = 26.0  # of a side
_SECTION = 26.0  # between what belongs to two banners
#: Cards that a side shows; more, and nobody reads them in a picture.
MOST_CARDS = 40
_MOST_ROOTS = 30


def compose_sides(case: Case, sheet: Sheet) -> Composed:
    """Compose the sides of a map. Cost: linear in the map."""
    return _Sides(case, sheet).composed()


class _Side(NamedTuple):
    """One side of a thesis: its arguments in order, and how many are left out."""

    relation: Relation
    arguments: list[str]
    left_out: int


class _Block(NamedTuple):
    """Where a side stands: from where on, how wide, in how many columns."""

    x: float
    width: float
    number: int

    @property
    def column(self) -> float:
        """The width of a column."""
        return (self.width - GAP * (self.number - 1)) / self.number


def _counts(wide: float, cards: int) -> range:
    """Give the numbers of columns that a width and so many cards take: none too narrow, none empty, few too wide."""
    most = max(1, min(cards, int((wide + GAP) // (_LEAST_COLUMN + GAP))))
    return range(min(most, max(1, -int(-(wide + GAP) // (_MOST_COLUMN + GAP)))), most + 1)


class _Sides:
    """The sheet under construction, from the top down."""

    def __init__(self, case: Case, sheet: Sheet) -> None:
        self.case = case
        self.sheet = sheet
        self.parts: list[str] = []
        self.pages: list[Page] = []
        self.shown: list[str] = []  # arguments with a card
        self.cards: dict[tuple[str, float], Tile] = {}
        self.y = 0.0

    def composed(self) -> Composed:
        case, sheet = self.case, self.sheet
        self._add(sheet.heading(case.words.sort, case.title), 0.0)
        roots = case.roots()
        for number, root in enumerate(roots[:_MOST_ROOTS]):
            self.y += _SECTION if number else 0.0
            before, start = len(self.parts), self.y
            self._section(root, len(roots) > 1)
            if number and sheet.page_height is not None and self.y > sheet.page_height - MARGIN:
                self._turn_over(before, start)
        self.y += 24.0
        claims = [*roots[:_MOST_ROOTS], *(one for name in self.shown for one in case.premises(name))]
        end = foot(case, sheet, self._entries(), claims, self._notes(len(roots)))
        last = Page(tuple(self.parts), self.y - 6.0)
        return Composed((*self.pages, *last.with_foot(end, sheet.page_height)), (*case.told(), self._whole()))

    def _turn_over(self, before: int, start: float) -> None:
        """Put what was drawn from a height on, on a page of its own."""
        self.pages.append(Page(tuple(self.parts[:before]), whole(start)))
        moved = f'<g transform="translate(0 {number_of(MARGIN - start)})">'
        self.parts = [moved, *self.parts[before:], "</g>"]
        self.y += MARGIN - start

    def _add(self, tile: Tile, x: float) -> None:
        self.parts.append(placed(tile, x, self.y))
        self.y += tile.height

    # --- banners and their sides ---------------------------------------------------------------------------------

    def _section(self, root: str, is_named: bool) -> None:
        self._add(banner(self.case, self.sheet, root, self.sheet.inner, is_named), MARGIN)
        sides = [side for side in self._sides(root) if side.arguments]
        if not sides:
            look = Type(SMALL, self.sheet.colours.secondary)
            self.parts.append(self.sheet.writing.line(self.case.words.nothing, MARGIN, self.y + 22.0, look))
            self.y += 30.0
            return
        self.y += 10.0
        self._columns(sides)

    def _sides(self, root: str) -> list[_Side]:
        on_it = self.case.branches.on.get(root, ())
        pros = [name for name in on_it if self.case.relation(name) == "supports"]
        cons = [name for name in on_it if self.case.relation(name) != "supports"]
        return [
            _Side("supports", pros[:MOST_CARDS], max(0, len(pros) - MOST_CARDS)),
            _Side("attacks", cons[:MOST_CARDS], max(0, len(cons) - MOST_CARDS)),
        ]

    def _columns(self, sides: list[_Side]) -> None:
        """Set the cards so that they come out lowest, each side in columns of its own."""
        ways = list(self._ways(sides))
        heights = [self._height(sides, blocks) for blocks in ways]
        height, blocks = min(heights), ways[heights.index(min(heights))]
        is_stacked = len(blocks) > 1 and blocks[0].x == blocks[1].x
        for side, block in zip(sides, blocks, strict=True):
            high = self._side(side, block, 0.0 if is_stacked else height)
            self.y += high + _STACKED if is_stacked else 0.0
        self.y += -_STACKED if is_stacked else height
        self.shown += [name for side in sides for name in side.arguments]

    def _ways(self, sides: list[_Side]) -> Iterator[tuple[_Block, ...]]:
        """Give the ways in which the sides can share the width; one below the other only where it is small."""
        inner, numbers = self.sheet.inner, [len(side.arguments) for side in sides]
        if len(sides) == 1 or inner < 2 * _LEAST_COLUMN + GAP:
            for count in _counts(inner, max(numbers)):
                yield tuple(_Block(0.0, inner, count) for _ in sides)
            return
        even = min(max(numbers[0] / sum(numbers), 1 / 3), 2 / 3)
        for share in _SHARES if sum(numbers) <= _FEW else (even,):
            left = (inner - GAP) * share
            for one in _counts(left, numbers[0]):
                for other in _counts(inner - GAP - left, numbers[1]):
                    yield _Block(0.0, left, one), _Block(left + GAP, inner - GAP - left, other)

    def _height(self, sides: list[_Side], blocks: tuple[_Block, ...]) -> float:
        heights = [self._set(side, block)[2] for side, block in zip(sides, blocks, strict=True)]
        return sum(heights) + _STACKED if len(blocks) > 1 and blocks[0].x == blocks[1].x else max(heights)

    def _set(self, side: _Side, block: _Block) -> tuple[list[Tile], list[list[int]], float]:
        """Give the cards of a side, those of each column, and how high it is."""
        tiles = [self._card(name, block.column) for name in side.arguments]
        heights = [tile.height for tile in tiles]
        columns = in_columns(heights, block.number, _BETWEEN)
        highest = max(height_of(column, heights, _BETWEEN) for column in columns)
        return tiles, columns, _HEAD + highest + (_MORE if side.left_out else 0.0)

    def _card(self, name: str, wide: float) -> Tile:
        if (name, wide) not in self.cards:
            self.cards[name, wide] = card(self.case, self.sheet, name, wide)
        return self.cards[name, wide]

    def _side(self, side: _Side, block: _Block, height: float) -> float:
        """Draw a side: its head, its cards in columns; where it may be higher, they stand further apart."""
        writing, strong = self.sheet.writing, self.sheet.colours.strong[side.relation]
        words = self.case.words
        word = words.pro if side.relation == "supports" else words.con
        head = Type(SMALL, strong, "semibold", spacing=1.0)
        x = MARGIN + block.x
        head_words = f"{word} ({words.number(len(side.arguments) + side.left_out)})"
        self.parts.append(writing.line(head_words, x, self.y + 12.0 + SMALL * BASELINE, head))
        tiles, columns, own = self._set(side, block)
        heights = [tile.height for tile in tiles]
        room = max(own, height) - _HEAD - (_MORE if side.left_out else 0.0)
        for number, column in enumerate(columns):
            gaps = max(1, len(column) - 1)
            gap = _BETWEEN + min(_SLACK, (room - height_of(column, heights, _BETWEEN)) / gaps)
            y = self.y + _HEAD
            for at in column:
                self.parts.append(placed(tiles[at], x + number * (block.column + GAP), y))
                y += heights[at] + gap
        if side.left_out:
            look = Type(SMALL, strong, "semibold")
            more = self.case.words.counted(self.case.words.more, side.left_out)
            self.parts.append(writing.line(more, x, self.y + max(own, height) - 6.0, look))
        return own

    # --- the foot ------------------------------------------------------------------------------------------------

    def _whole(self) -> str:
        return self.case.whole()

    def _notes(self, roots: int) -> list[str]:
        apart = self.case.apart()
        loose = [self.case.words.not_shown(*apart)] if any(apart) else []
        over = [self.case.words.more_theses.format(count=roots - _MOST_ROOTS)] if roots > _MOST_ROOTS else []
        return [self._whole(), *over, *loose]

    def _entries(self) -> list[str]:
        """Give what of the key occurs."""
        case = self.case
        insets = [name for shown in self.shown for name in case.branches.on.get(shown, ())]
        relations = {case.relation(name) for name in (*self.shown, *insets)}
        premises = {premise for name in self.shown for premise in case.premises(name)}
        entries: list[str] = [one for one in ("supports", "attacks", "undercuts", "backs") if one in relations]
        if any(len(case.premises(name)) > 1 for name in self.shown):
            entries.append("linked")
        if any(case.is_unstated(premise) for premise in premises):
            entries.append("implicit")
        has_bars = [name for name in self.shown if has_strip(case, name)]
        if has_bars:
            entries.append("bars")
            if any(case.falls(one[0]) for name in has_bars for one in case.behind.walk(name)):
                entries.append("hollow")
        return entries + case.verdicts_among((*case.roots(), *self.shown, *insets, *premises))
