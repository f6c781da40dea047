"""Icicle: the titles of all arguments as boxes, width by depth, height by what is behind them: the shape of a case.

It is folded to the depth at which it can be read; what is behind that is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.printable import printable
from coldwater.render.fonts.text import shorten, width, wrap
from coldwater.render.sheets.keys import foot
from coldwater.render.sheets.sheet import BASELINE, MARGIN, Composed, Page, faint, placed, told, whole
from coldwater.render.svg.elements import Type, escape, rectangle

if TYPE_CHECKING:
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet

SIZE, LEADING = 12.5, 15.5
ROW = 23.0
_GAP = 2.0
_BADGE = 6.5
_TEXT = 24.0  # from the left of a box to its title
_PAD = 6.0
_LEAST_BOX, _MOST_BOX = 112.0, 210.0
_ROOT_SHARE = 0.16  # of the width, for the roots
_ROOT_SIZE, _ROOT_LEADING = 14.0, 18.0
#: Rows that can still be looked over; deeper levels are folded so that there are no more.
MOST_ROWS = 150
_BETWEEN_ROOTS = 10.0
_MOST_LINES = 4  # of a title; the whole is said where the mouse rests


def compose_icicle(case: Case, sheet: Sheet) -> Composed:
    """Compose the icicle of a map. Cost: linear in the map, times the levels that are shown."""
    return _Icicle(case, sheet).composed()


class _Box(NamedTuple):
    """A box: its argument, its level from 1, its place and height in px, and whether it is the last."""

    name: str
    level: int
    y: float
    height: float
    is_last: bool


class _Icicle:
    """The sheet under construction."""

    def __init__(self, case: Case, sheet: Sheet) -> None:
        self.case = case
        self.sheet = sheet
        self.root_width = max(96.0, sheet.inner * _ROOT_SHARE)
        self.roots = case.roots()
        deepest = max((1 + case.behind.levels[name] for root in self.roots for name in self._on(root)), default=1)
        self.depths = self._depths()
        room = sheet.inner - self.root_width
        most = max(1, min(deepest, int(room // _LEAST_BOX)))
        self.levels, self.heights = self._folded(most, room)
        self.box = self._width(self.levels, room)
        self.parts: list[str] = []
        self.shown: list[str] = []

    def _on(self, root: str) -> tuple[str, ...]:
        return self.case.branches.on.get(root, ())

    @staticmethod
    def _width(levels: int, room: float) -> float:
        return min(_MOST_BOX, room / levels)

    def _folded(self, most: int, room: float) -> tuple[int, dict[str, float]]:
        """Give the deepest level at which there are not too many rows, and the height of each argument."""
        for levels in range(most, 0, -1):
            heights = self._measured(levels, self._width(levels, room))
            total = sum(heights[name] for root in self.roots for name in self._on(root))
            if total <= MOST_ROWS * ROW or levels == 1:
                return levels, heights
        return 1, {}

    def _measured(self, levels: int, box: float) -> dict[str, float]:
        """Give the height of each argument, if so many levels are shown: that of its title, or of what is behind it."""
        heights: dict[str, float] = {}
        right = self.sheet.inner - self.root_width
        for name in reversed(self.depths):
            level = self.depths[name]
            if level > levels:
                continue
            below = self.case.behind.below[name] if level < levels else []
            room = box - _GAP if below else right - (level - 1) * box
            lines = wrap(self._words(name, not below), room - _TEXT - _PAD, SIZE, "semibold")
            own = max(ROW, min(len(lines), _MOST_LINES) * LEADING + 7.5)
            heights[name] = max(own, sum(heights[child] for child in below))
        return heights

    def _words(self, name: str, is_last: bool) -> str:
        """Give what stands in a box: the title, how much is behind it that is not shown, and what is undecided."""
        seal, behind = self.case.seal(name), self.case.behind.count[name]
        ending = f" +{behind:,}" if is_last and behind else ""
        return self._title(name) + ending + (" ?" if seal is not None and seal.verdict == "undecided" else "")

    def _depths(self) -> dict[str, int]:
        """Give the level of each argument on a root, parents first."""
        depths: dict[str, int] = {}
        waiting = [(name, 1) for root in self.roots for name in self._on(root)]
        while waiting:
            name, level = waiting.pop()
            depths[name] = level
            waiting += [(child, level + 1) for child in self.case.behind.below[name]]
        return depths

    def composed(self) -> Composed:
        case, sheet = self.case, self.sheet
        head = sheet.heading(case.words.all_arguments, case.title)
        y = head.height
        self.parts.append(placed(head, 0.0, 0.0))
        for root in self.roots:
            y += self._root(root, y) + _BETWEEN_ROOTS
        notes = [case.whole()]
        if hidden := len(self.depths) - len(self.shown):
            notes.append(case.words.counted(case.words.folded, hidden))
        apart = len(case.map.arguments) - len(self.depths)
        notes += [case.words.not_shown(0, apart)] if apart else []
        relations = {case.relation(name) for name in self.shown}
        entries: list[str] = [one for one in ("supports", "attacks", "undercuts", "backs") if one in relations]
        verdicts = case.verdicts_among(self.shown)
        entries += ["dashed"] if "out" in verdicts else []
        entries += ["asked"] if "undecided" in verdicts else []
        end = foot(case, sheet, entries, (), notes)
        self.parts.append(placed(end, 0.0, y + 14.0))
        page = Page(tuple(self.parts), whole(y + 14.0 + end.height))
        return Composed((page,), (*case.told(), notes[0]))

    # --- boxes ---------------------------------------------------------------------------------------------------

    def _root(self, root: str, top: float) -> float:
        """Draw a root and all on it; give the height."""
        arguments, left_out = self._on(root), 0
        if len(arguments) > MOST_ROWS:  # main arguments alone are too many
            left_out = len(arguments) - MOST_ROWS
            arguments = arguments[:MOST_ROWS]
        lines = self._root_lines(root)
        needed = sum(self.heights[name] for name in arguments) + (ROW if left_out else 0.0)
        height = max(needed - _GAP, len(lines) * _ROOT_LEADING + 18.0)
        self._draw_root(root, lines, (top, height))
        waiting = []
        y = top
        for name in arguments:
            waiting.append((name, 1, y))
            y += self.heights[name]
        while waiting:
            name, level, at = waiting.pop()
            below = self.case.behind.below[name] if level < self.levels else []
            self._draw(_Box(name, level, at, self.heights[name], not below))
            for child in below:
                waiting.append((child, level + 1, at))
                at += self.heights[child]
        if left_out:
            words = self.case.words.counted(self.case.words.more, left_out)
            look = Type(SIZE, self.sheet.colours.secondary, "semibold")
            x = MARGIN + self.root_width + _PAD
            self.parts.append(self.sheet.writing.line(words, x, y + ROW / 2 + SIZE * BASELINE, look))
        return height

    def _root_lines(self, root: str) -> tuple[str, ...]:
        lines = wrap(self.case.text(root), self.root_width - 18.0, _ROOT_SIZE, "semibold")
        if len(lines) > 12:
            cut = shorten(lines[11] + " …", self.root_width - 18.0, _ROOT_SIZE, "semibold")
            lines = (*lines[:11], cut)
        return lines

    def _draw_root(self, root: str, lines: tuple[str, ...], place: tuple[float, float]) -> None:
        (top, height), colours, seal = place, self.sheet.colours, self.case.seal(root)
        is_rival = root in self.case.graph.rivals
        fill, ink = (colours.card, colours.ink) if is_rival else (colours.thesis, colours.thesis_ink)
        wide = self.root_width - _GAP
        frame = rectangle(
            MARGIN + 0.7, top + 0.7, wide - 1.4, height - 1.4, 5,
            fill=fill, stroke=colours.thesis_border, stroke_width=1.4,
        )  # fmt: skip
        look = Type(_ROOT_SIZE, ink, "semibold", "middle", leading=_ROOT_LEADING)
        first = top + (height - len(lines) * _ROOT_LEADING) / 2 + _ROOT_LEADING / 2 + _ROOT_SIZE * BASELINE
        text = self.sheet.writing.block(lines, MARGIN + wide / 2, first, look)
        sort, who = ("rival", self.case.words.rival) if is_rival else ("thesis", self.case.words.thesis)
        label = f"{who} {printable(root)}: {self.case.text(root)}{self.case.words.spoken(seal)}"
        self.parts.append(told(sort, printable(root), label, (frame, text)))

    def _draw(self, box: _Box) -> None:
        case, sheet = self.case, self.sheet
        self.shown.append(box.name)
        relation, falls, seal = case.relation(box.name), case.falls(box.name), case.seal(box.name)
        colours, strong = sheet.colours, sheet.colours.strong[relation]
        title, behind = self._title(box.name), case.behind.count[box.name]
        words = self._words(box.name, box.is_last)
        x = MARGIN + self.root_width + (box.level - 1) * self.box
        wide = self.box - _GAP
        if box.is_last:  # nothing stands to its right
            needed = _TEXT + width(words, SIZE, "semibold") + _PAD + 1.0
            wide = min(MARGIN + sheet.inner - x, max(wide, needed))
        height = box.height - _GAP
        room = wide - _TEXT - _PAD
        lines = wrap(words, room, SIZE, "semibold")
        is_cut = len(lines) > _MOST_LINES
        if is_cut:
            rest = " ".join(lines[_MOST_LINES - 1 :])
            lines = (*lines[: _MOST_LINES - 1], shorten(rest, room, SIZE, "semibold"))
        middle = box.y + height / 2
        frame = rectangle(
            x + 0.6, box.y + 0.6, wide - 1.2, height - 1.2, 4, fill=colours.tint[relation], stroke=strong,
            stroke_width=1.2, stroke_dasharray="4 3" if falls else None, fill_opacity=faint(falls),
        )  # fmt: skip
        look = Type(SIZE, colours.secondary if falls else colours.ink, "semibold", leading=LEADING)
        first = middle - (len(lines) - 1) * LEADING / 2 + SIZE * BASELINE
        parts = (
            f"<title>{escape(title)}</title>" if is_cut else "",
            frame,
            sheet.badge(relation, (x + 12.5, middle), _BADGE, falls),
            sheet.writing.block(lines, x + _TEXT, first, look),
        )
        about = printable(case.map.arguments[box.name].target)
        label = case.words.argument.format(title=title, doing=case.words.doing[relation], about=about)
        label += case.words.spoken(seal)
        label += f". {case.words.how_many_behind(behind, case.behind.against[box.name])}" if behind else ""
        self.parts.append(told("argument", printable(box.name), label, parts))

    def _title(self, name: str) -> str:
        """Give the title of an argument; where it has none, what it says first."""
        case = self.case
        premises = case.premises(name)
        return case.heading(name) if case.has_title(name) or not premises else case.text(premises[0])
