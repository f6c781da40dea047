"""The rows of rails: a map as an outline, argument by argument, premise by premise, each with what is said about it.

Every argument comes once, and so does every claim in full; where a claim is used again, its row refers to it. What lies
too deep to be indented further follows as a branch of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coldwater.printable import printable
from coldwater.render.fonts.text import shorten, width
from coldwater.render.scene.stances import stances_width
from coldwater.render.sheets.banners import banner
from coldwater.render.sheets.remarks import remark_tile, struck
from coldwater.render.sheets.sheet import BASELINE, told
from coldwater.render.svg.elements import Type, attributes
from coldwater.render.svg.stances import stance_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.render.fonts.faces import Face
    from coldwater.render.sheets.case import Case
    from coldwater.render.sheets.sheet import Sheet

SIZE, LEADING = 13.5, 17.5
NOTE_SIZE = 12.5
_TITLE_SIZE, _TITLE_LEADING = 14.0, 18.0
_RADIUS = 7.5
_INDENT = 2 * _RADIUS + 6.0  # from a badge to what stands beside it
_MARKER = 14.0
_PITCH, _LEAST_PITCH = 22.0, 12.0  # from a rail to the next one
_MOST_INDENT = 0.5  # of a column
_MOST_TITLE, _MOST_LINES = 4, 40


class Row(NamedTuple):
    """A row: what is drawn from its top left corner, how high it is, and the space above it.

    ``rails``: the arguments whose rails run along it. ``keeps_next``: no column ends with it. ``bookmark``: the title
    of the main argument that begins with it. ``claim``: the one that stands in it in full.
    """

    part: str
    height: float
    space: float
    rails: tuple[str, ...]
    keeps_next: bool = False
    bookmark: str = ""
    claim: str = ""


class _Item(NamedTuple):
    """What is to be written: a root, an argument, or a premise of it by its number."""

    sort: str
    name: str
    rails: tuple[str, ...] = ()
    number: int = 0
    argument: str = ""


class RailRows:
    """Writes the rows. ``across``: where each argument's rail is in its column; ``has_links``: whether rows refer."""

    def __init__(self, case: Case, sheet: Sheet, column: float, leading: str | None) -> None:
        """``leading``: the root whose banner stands elsewhere."""
        self.case = case
        self.sheet = sheet
        self.column = column
        self.leading = leading
        self.has_links = False
        self.across: dict[str, float] = {}
        deepest = max((case.behind.levels[name] for name in case.branches.order), default=0) + 1
        self.pitch = max(_LEAST_PITCH, min(_PITCH, column * _MOST_INDENT / deepest))
        self.most = max(2, int(column * _MOST_INDENT / self.pitch))
        self._used_again = {name for name in case.graph.claims if len(case.graph.uses(name)) > 1}
        self._used_again |= {name for name in case.branches.roots if name in case.graph.claims}

    def rows(self) -> list[Row]:
        """Give all rows in order: roots, what hangs on none, and what lay too deep after each."""
        result: list[Row] = []
        is_apart = False
        there = set(self.case.roots())
        for root in self.case.branches.roots:
            if root not in there and not is_apart and there:
                is_apart = True
                result.append(self._note(self.case.words.on_no_thesis, 22.0))
            result += self._tree(root)
        return [*result, *self._afterwards()]

    def _tree(self, root: str) -> Iterator[Row]:
        is_argument = root not in self.case.graph.claims
        waiting = [_Item("argument" if is_argument else "root", root)]
        later: list[str] = []
        while waiting or later:
            if not waiting:
                name = later.pop(0)
                yield self._continued(name)
                waiting.append(_Item("argument", name))
            item = waiting.pop()
            if item.sort == "argument" and len(item.rails) >= self.most:
                later.append(item.name)
                yield self._postponed(item)
                continue
            row, below = getattr(self, f"_{item.sort}")(item)
            remark = self._remark(item)
            if row is not None:
                yield row._replace(keeps_next=row.keeps_next or remark is not None)
            if remark is not None:
                yield remark
            waiting += reversed(below)

    # --- rows ----------------------------------------------------------------------------------------------------

    def _root(self, item: _Item) -> tuple[Row | None, list[_Item]]:
        case = self.case
        below = [_Item("argument", name) for name in case.branches.on.get(item.name, ())]
        if item.name in case.graph.arguments:  # one id for both, by mistake
            below = [_Item("argument", item.name)]
        if item.name == self.leading:
            return None, below
        if item.name in case.graph.roots:
            tile = banner(case, self.sheet, item.name, self.column, is_named=True)
            part = f'<g id="{self.case.anchor(item.name)}">{"".join(tile.parts)}</g>'
            return Row(part, tile.height + 4.0, 18.0, (), bool(below), claim=item.name), below
        return self._claim(item.name, "", 0.0, (), 6.0), below

    def _argument(self, item: _Item) -> tuple[Row, list[_Item]]:
        case, sheet, name = self.case, self.sheet, item.name
        relation, seal, falls = case.relation(name), case.seal(name), case.falls(name)
        x = len(item.rails) * self.pitch
        self.across[name] = x + _RADIUS
        ink = sheet.colours.secondary if falls else sheet.colours.ink
        title = case.heading(name) + case.besides(name) + case.told_in_text(name)
        look = Type(_TITLE_SIZE, ink, "semibold", leading=_TITLE_LEADING)
        text = sheet.paragraph(title, x + _INDENT, 0.0, self.column - x - _INDENT, look, _MOST_TITLE)
        badge = sheet.badge(relation, (x + _RADIUS, _TITLE_LEADING * 0.5), _RADIUS, falls)
        about = printable(case.map.arguments[name].target)
        label = case.words.argument.format(title=title, doing=case.words.doing[relation], about=about)
        label += case.words.spoken(seal)
        part = told("argument", printable(name), label, (badge, *text.parts))
        rails = (*item.rails, name)
        premises = case.premises(name)
        below = [_Item("premise", one, rails, number, name) for number, one in enumerate(premises)]
        if case.missing(name):
            below.append(_Item("missing", name, rails))
        on_it = case.branches.on.get(name, ())
        below += [_Item("argument", one, rails) for one in on_it]
        space = 9.0 if not item.rails else 5.0
        bookmark = "" if item.rails else case.heading(name)
        return Row(part, text.height, space, item.rails, bool(below), bookmark), below

    def _premise(self, item: _Item) -> tuple[Row, list[_Item]]:
        case = self.case
        x = (len(item.rails) - 1) * self.pitch + _INDENT
        sign = "&" if item.number else "•"
        relation = case.relation(item.argument)
        if case.branches.home.get(item.name) != item.argument:
            return self._again(item.name, (sign, self.sheet.colours.strong[relation]), x, item.rails), []
        row = self._claim(item.name, sign, x, item.rails, 1.5, self.sheet.colours.strong[relation])
        return row, [_Item("argument", name, item.rails) for name in case.branches.on.get(item.name, ())]

    def _claim(  # noqa: PLR0913 - what, where, and in what look
        self, name: str, sign: str, x: float, rails: tuple[str, ...], space: float, colour: str = ""
    ) -> Row:
        """Write a claim in full."""
        case, sheet = self.case, self.sheet
        is_unstated = case.is_unstated(name)
        ink = sheet.colours.secondary if case.falls(name) else sheet.colours.ink
        look = Type(SIZE, ink, "italic" if is_unstated else "regular", leading=LEADING)
        start = x + (_MARKER if sign else 0.0)
        room = self.column - start
        words = case.text(name) + case.besides(name) + case.told_in_text(name)
        text = sheet.paragraph(words, start, 0.0, room, look, _MOST_LINES)
        parts, height = list(text.parts), text.height
        if sign:
            parts.insert(0, self._sign(sign, x, colour))
        stances = case.stances.of(name)
        if stances:
            is_beside = text.end + 8.0 + stances_width(stances) <= room
            at = (start + text.end + 8.0, height - LEADING * 0.5) if is_beside else (start, height + 9.0)
            height += 0.0 if is_beside else 19.0
            parts += stance_row(stances, *at, (ink, sheet.colours.ground), sheet.writing)
        sort = case.words.unstated_premise if is_unstated else case.words.premise if sign else case.words.claim
        label = f"{sort} {printable(name)}: {words}{case.words.spoken(case.seal(name))}{case.held(name)}"
        anchor = self.case.anchor(name) if name in self._used_again else None
        return Row(told("claim", printable(name), label, parts, anchor), height, space, rails, claim=name)

    def _again(self, name: str, sign: tuple[str, str], x: float, rails: tuple[str, ...]) -> Row:
        """Refer to a claim that stands elsewhere: the beginning of its text, its verdict, and a link."""
        case, sheet = self.case, self.sheet
        note = f"  ↗\u00a0{case.words.see_there}"
        room = self.column - x - _MARKER - width(note, NOTE_SIZE)
        end = case.told_in_text(name)
        face: Face = "italic" if case.is_unstated(name) else "regular"
        look = Type(SIZE, sheet.colours.secondary, face, leading=LEADING)
        text = shorten(case.text(name), room - width(end, SIZE, face), SIZE, face) + end
        baseline, start = LEADING * 0.5 + SIZE * BASELINE, x + _MARKER
        after = start + width(text, SIZE, face) + 5.0
        strong = Type(NOTE_SIZE, sheet.colours.secondary, "semibold")
        parts = [
            self._sign(sign[0], x, sign[1]),
            sheet.writing.line(text, start, baseline, look),
            sheet.writing.line(note.strip(), after, baseline, strong),
        ]
        values: dict[str, str | float | None] = {
            "href": f"#{self.case.anchor(name)}",
            "aria-label": f"{case.words.used_again}: {printable(name)}: {case.text(name)}",
        }
        self.has_links = True
        return Row(f"<a{attributes(values)}>{''.join(parts)}</a>", LEADING, 1.5, rails)

    def _remark(self, item: _Item) -> Row | None:
        """Give what is remarked on an entry, where it stands in full."""
        remarks, name = self.case.remarks, item.name
        is_elsewhere = item.sort == "premise" and self.case.branches.home.get(name) != item.argument
        if remarks is None or name not in remarks.of or is_elsewhere or item.sort == "missing":
            return None
        rails = (*item.rails, name) if item.sort == "argument" else item.rails
        x = max(0, len(rails) - 1) * self.pitch + (_INDENT if rails else 0.0)
        x += _MARKER if item.sort == "premise" else 0.0
        tile = remark_tile(self.sheet, remarks.of[name], x, self.column - x)
        return Row("".join(tile.parts), tile.height, 2.5, rails, keeps_next=item.sort == "argument")

    def _afterwards(self) -> Iterator[Row]:
        """Give what is gone, and what is remarked besides."""
        remarks = self.case.remarks
        if remarks is None:
            return
        if remarks.gone:
            yield self._note(remarks.gone_heading, 22.0)
        for text, remark in remarks.gone:
            tile = struck(self.sheet, text, self.column)
            yield Row("".join(tile.parts), tile.height, 5.0, (), keeps_next=True)
            word = remark_tile(self.sheet, remark, 0.0, self.column, is_gone=True)
            yield Row("".join(word.parts), word.height, 2.5, ())
        if remarks.besides:
            yield self._note(remarks.besides_heading, 22.0)
        for text in remarks.besides:
            look = Type(SIZE, self.sheet.colours.ink, leading=LEADING)
            tile = self.sheet.paragraph(text, 0.0, 0.0, self.column, look, _MOST_LINES)
            yield Row("".join(tile.parts), tile.height, 4.0, ())

    def _missing(self, item: _Item) -> tuple[Row, list[_Item]]:
        x = (len(item.rails) - 1) * self.pitch + _INDENT
        look = Type(NOTE_SIZE, self.sheet.colours.secondary, leading=LEADING)
        text = self.sheet.paragraph(self.case.missing(item.name), x, 0.0, self.column - x, look, 3)
        return Row("".join(text.parts), text.height, 1.5, item.rails), []

    def _postponed(self, item: _Item) -> Row:
        """Say that an argument follows further on, as it lies too deep."""
        x = len(item.rails) * self.pitch
        relation, falls = self.case.relation(item.name), self.case.falls(item.name)
        badge = self.sheet.badge(relation, (x + _RADIUS, LEADING * 0.5), _RADIUS, falls)
        note = f"↓\u00a0{self.case.words.further_on}"
        strong = Type(NOTE_SIZE, self.sheet.colours.secondary, "semibold")
        size = width(note, NOTE_SIZE, "semibold")
        title = shorten(self.case.heading(item.name), self.column - x - _INDENT - size - 8.0, SIZE)
        look = Type(SIZE, self.sheet.colours.secondary)
        baseline = LEADING * 0.5 + SIZE * BASELINE
        line = self.sheet.writing.line
        after = x + _INDENT + width(title, SIZE) + 7.0
        parts = badge, line(title, x + _INDENT, baseline, look), line(note, after, baseline, strong)
        return Row("".join(parts), LEADING, 5.0, item.rails)

    def _continued(self, name: str) -> Row:
        """Say what the branch that follows hangs on."""
        case = self.case
        target = case.graph.target(name) or ""
        what = case.text(target) if target in case.graph.claims else case.heading(target)
        return self._note(self.case.words.on.format(what=what), 16.0)

    def _note(self, words: str, space: float) -> Row:
        look = Type(NOTE_SIZE, self.sheet.colours.secondary, "semibold", leading=LEADING)
        text = self.sheet.paragraph(words, 0.0, 0.0, self.column, look, 2)
        return Row("".join(text.parts), text.height, space, (), keeps_next=True)

    def _sign(self, sign: str, x: float, colour: str) -> str:
        return self.sheet.writing.line(sign, x, LEADING * 0.5 + SIZE * BASELINE, Type(SIZE, colour, "semibold"))
