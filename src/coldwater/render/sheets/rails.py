"""Rails: the whole map as an outline in columns, with a coloured rail along everything that belongs to an argument.

Columns are read down, and end with a page; a page is as high as paper of its width. What has been shown is referred to.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coldwater.render.palette import FAINT, SIGNS
from coldwater.render.sheets.banners import banner
from coldwater.render.sheets.keys import foot
from coldwater.render.sheets.rail_rows import RailRows
from coldwater.render.sheets.sheet import MARGIN, Composed, Page, placed, whole
from coldwater.render.svg.elements import Type, element, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.render.palette import Relation
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.rail_rows import Row
    from coldwater.render.sheets.sheet import Sheet

GAP = 30.0  # between columns
_LEAST_COLUMN = 400.0
MOST_COLUMNS = 4
_PAPER = 2**0.5  # height to width of a page
_MOST_APART = 3  # levels at which columns are best parted, the first best of all
_HIGHER = 1.3  # so many times as high columns may be, for that
_TOLD_SIZE = 14.5
_LEAST_ROOM = 200.0  # px of a first page, however high its title


def compose_rails(case: Case, sheet: Sheet) -> Composed:
    """Compose the rails of a map. Cost: linear in the map, times the depth to which it is indented."""
    return _Rails(case, sheet).composed()


class _Rails:
    """The sheet under construction: rows, then columns of them, then pages of columns."""

    def __init__(self, case: Case, sheet: Sheet) -> None:
        self.case = case
        self.sheet = sheet
        self.count = max(1, min(MOST_COLUMNS, int((sheet.inner + GAP) // (_LEAST_COLUMN + GAP))))
        self.column = (sheet.inner - GAP * (self.count - 1)) / self.count
        is_endless = sheet.is_one_page or (self.count == 1 and sheet.page_height is None)
        height = sheet.page_height or sheet.width * _PAPER
        self.page_height = math.inf if is_endless else height - 2 * MARGIN

    def composed(self) -> Composed:
        case, sheet = self.case, self.sheet
        remarks = case.remarks
        head = sheet.heading(remarks.sort if remarks else case.words.all_claims, case.title)
        parts: list[str]
        parts, top = [placed(head, 0.0, 0.0)], head.height
        roots = case.roots()
        # Of several theses none stands over all: each heads what is said of it.
        several = len([name for name in roots if name in case.graph.roots and name not in case.graph.rivals]) > 1
        leading = roots[0] if roots and not several else None
        if leading is not None:
            tile = banner(case, sheet, leading, sheet.inner, len(roots) > 1)
            parts.append(f'<g id="{case.anchor(leading)}">{placed(tile, MARGIN, top)}</g>')
            top += tile.height + 14.0
        for sentence in remarks.told if remarks else ():
            text = sheet.paragraph(
                sentence, MARGIN, top, sheet.inner, Type(_TOLD_SIZE, sheet.colours.ink, leading=20.0)
            )
            parts += text.parts
            top += text.height + 6.0
        writer = RailRows(case, sheet, self.column, leading)
        rows = writer.rows()
        pages: list[Page] = []
        for columns, high in self._pages(rows, top):
            parts += self._drawn(columns, top, writer.across)
            begun = tuple(row.bookmark for column in columns for row in column if row.bookmark)
            claims = tuple(row.claim for column in columns for row in column if row.claim)
            claims = (leading, *claims) if leading is not None and not pages else claims
            pages.append(Page(tuple(parts), whole(top + high + 20.0), begun, claims))
            parts, top = [], MARGIN
        last = pages.pop() if pages else Page(tuple(parts), top)
        end = foot(case, sheet, self._entries(writer), case.map.claims, [])
        pages += last.with_foot(end, sheet.page_height)
        told = (*case.told(), case.whole())
        return Composed(tuple(pages), told, writer.has_links)

    # --- columns and pages ---------------------------------------------------------------------------------------

    def _pages(self, rows: Sequence[Row], top: float) -> Iterator[tuple[list[list[Row]], float]]:
        """Give the columns of each page, and how high they are; those of the last page are of even height."""
        blocks = _blocks(rows)
        at = 0
        while at < len(blocks):
            room = max(_LEAST_ROOM, self.page_height - top)
            columns, after = _filled(blocks, at, room, self.count)
            if after == len(blocks):
                columns = self._evenly(blocks[at:], room)
            yield [[row for block in column for row in block] for column in columns], max(map(_height, columns))
            at, top = after, MARGIN

    def _evenly(self, blocks: list[list[Row]], room: float) -> list[list[list[Row]]]:
        """Give columns of even height for what is left, parted between branches where they are not much higher then."""
        lowest = self._even(blocks)
        least = max(map(_height, lowest))
        for level in range(_MOST_APART):
            columns = self._even(_joined(blocks, level))
            if max(map(_height, columns)) <= min(room, least * _HIGHER):
                return columns
        return lowest

    def _even(self, blocks: list[list[Row]]) -> list[list[list[Row]]]:
        """Give the lowest columns that hold the blocks."""
        low, high = 0.0, _height(blocks)
        while high - low > 1.0:
            middle = (low + high) / 2
            if _filled(blocks, 0, middle, self.count)[1] == len(blocks):
                high = middle
            else:
                low = middle
        return _filled(blocks, 0, high, self.count)[0]

    # --- drawing -------------------------------------------------------------------------------------------------

    def _drawn(self, columns: list[list[Row]], top: float, across: Mapping[str, float]) -> list[str]:
        """Draw the rows of a page, and the rails along them; a column begins without the space above its first row."""
        parts = []
        ways = _Ways(self.case, across)
        for at, column in enumerate(columns):
            x, y = MARGIN + at * (self.column + GAP), top
            for number_, row in enumerate(column):
                space = row.space if number_ else 0.0
                ways.pass_(row.rails, y)
                y += space
                parts.append(f'<g transform="translate({number(x)} {number(y)})">{row.part}</g>')
                y += row.height
            ways.end(x, y)
        return [*ways.parts(self.sheet), *parts]

    def _entries(self, writer: RailRows) -> list[str]:
        """Give what of the key occurs."""
        case = self.case
        relations = {case.relation(name) for name in case.branches.order}
        entries: list[str] = [one for one in ("supports", "attacks", "undercuts", "backs") if one in relations]
        if any(len(case.graph.premises(name)) > 1 for name in case.branches.order):
            entries.append("linked")
        if any(claim.implicit for claim in case.map.claims.values()):
            entries.append("implicit")
        entries += ["again"] if writer.has_links else []
        return entries + case.verdicts_among((*case.map.claims, *case.map.arguments))


class _Ways:
    """The rails of a page: how far each runs along the columns, by look."""

    def __init__(self, case: Case, across: Mapping[str, float]) -> None:
        self._case = case
        self._across = across
        self._rails: tuple[str, ...] = ()
        self._starts: list[float] = []
        self._done: list[tuple[str, float, float]] = []
        self._ways: dict[tuple[Relation, bool], list[str]] = {}

    def pass_(self, rails: tuple[str, ...], y: float) -> None:
        """Go on with the rails of the row that begins at a height: those that it has not end there."""
        if rails is self._rails:
            return
        kept = 0
        while kept < min(len(rails), len(self._rails)) and rails[kept] == self._rails[kept]:
            kept += 1
        ended = zip(self._rails[kept:], self._starts[kept:], strict=True)
        self._done += [(name, start, y) for name, start in ended]
        self._starts[kept:] = [y] * (len(rails) - kept)
        self._rails = rails

    def end(self, x: float, y: float) -> None:
        """End the column that begins at x."""
        self.pass_((), y)
        for name, start, end in self._done:
            look = self._case.relation(name), self._case.falls(name)
            way = f"M{number(x + self._across[name])},{number(start)}V{number(end - 4.0)}"
            self._ways.setdefault(look, []).append(way)
        self._done.clear()

    def parts(self, sheet: Sheet) -> list[str]:
        """Draw them, each look as one path."""
        return [
            element(
                "path", d="".join(data), fill="none", stroke=sheet.colours.strong[relation], stroke_width=2.0,
                stroke_dasharray=SIGNS[relation].line.dashes or None,
                stroke_linecap="round" if SIGNS[relation].line.is_round else None,
                stroke_opacity=FAINT if falls else None,
            )
            for (relation, falls), data in self._ways.items()
        ]  # fmt: skip


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Join rows that no column may part."""
    blocks: list[list[Row]] = []
    is_open = False
    for row in rows:
        if is_open:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        is_open = row.keeps_next
    return blocks


def _joined(blocks: list[list[Row]], level: int) -> list[list[Row]]:
    """Join what lies deeper than a level to what it hangs on."""
    joined: list[list[Row]] = []
    for block in blocks:
        if joined and len(block[0].rails) > level:
            joined[-1] = [*joined[-1], *block]
        else:
            joined.append(block)
    return joined


def _filled(blocks: list[list[Row]], at: int, room: float, count: int) -> tuple[list[list[list[Row]]], int]:
    """Fill so many columns of a height from a block on; give them, and the first block that found no room."""
    columns: list[list[list[Row]]] = [[]]
    used = 0.0
    while at < len(blocks):
        size = sum(row.space + row.height for row in blocks[at])
        if columns[-1] and used + size > room:
            if len(columns) == count:
                break
            columns.append([])
            used = 0.0
        used += size - (0.0 if columns[-1] else blocks[at][0].space)
        columns[-1].append(blocks[at])
        at += 1
    return columns, at


def _height(column: list[list[Row]]) -> float:
    """Give the height of a column."""
    return sum(row.space + row.height for block in column for row in block) - (column[0][0].space if column else 0.0)
