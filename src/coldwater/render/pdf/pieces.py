"""What of a map stands on one page: whole branches, the titles of those continued elsewhere, and references to pages.

It knows branches and which of them are cut off, but neither paper nor layout.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from coldwater.model.graph import Graph
from coldwater.render.pdf.pagescene import Piece
from coldwater.render.reading.branches import Branches
from coldwater.render.reading.focus import Part, left_out, restricted, short_name, with_known_only
from coldwater.render.reading.order import relation_of
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.model.models import Map
    from coldwater.words.wording import Words

_STUBS = 3  # arguments of one relation that are named one by one where they are continued elsewhere
_WIDEST = 8888  # stands for a page number that is not known yet


@dataclass(frozen=True, slots=True)
class Unit:
    """Arguments that are drawn together, and the claim or argument they hang on."""

    root: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows; an overview shows the main arguments without what is behind them."""

    units: tuple[Unit, ...]
    is_overview: bool = False


class Pieces:
    """Cuts pieces out of a map."""

    def __init__(self, map_: Map, words: Words = ENGLISH) -> None:
        self.map = map_
        self.words = words
        self.graph = Graph(map_)
        self.branches = Branches(self.graph)
        self.cut: set[str] = set()  # arguments that are continued on another page than what they hang on
        self.page: dict[str, int] = {}  # of each argument, once it is known

    def hanging(self, root: str) -> tuple[str, ...]:
        """Give the arguments that hang on a root; a root that is an argument hangs on itself."""
        return (root,) if root in self.graph.arguments else self.branches.on.get(root, ())

    def full(self, arguments: Iterable[str]) -> list[str]:
        """Give arguments and all that hangs on them and is not cut, in order."""
        found: list[str] = []
        waiting = list(arguments)[::-1]
        while waiting:
            found.append(waiting.pop())
            waiting.extend(name for name in reversed(self.branches.further(found[-1])) if name not in self.cut)
        return found

    def piece(self, sheet: Sheet) -> Piece:
        """Give the part of the map on a sheet, with references to other pages."""
        hanging = [argument for unit in sheet.units for argument in unit.arguments]
        full = hanging if sheet.is_overview else self.full(hanging)
        drawn = set(full)
        stubs = [] if sheet.is_overview else self._stubs(full, drawn)
        kept = dict.fromkeys([*full, *(names[0] for names in stubs)])
        kept |= dict.fromkeys(premise for argument in full for premise in self.graph.premises(argument))
        notes: dict[str, str] = {}
        titles: dict[str, str] = {}
        groups: dict[str, list[str]] = {}
        for argument in full if sheet.is_overview else ():
            notes[argument] = self._to_page([argument])
        for names in stubs:
            notes[names[0]] = self._to_page(names)
            if len(names) > 1:
                titles[names[0]] = f"{len(names)} arguments"
                groups[names[0]] = names
        hollow = {names[0] for names in stubs}
        roots = [unit.root for unit in sheet.units]
        for root in roots:
            hollow |= self._add_root(root, kept, drawn, notes)
        for claim in kept:
            elsewhere = self.branches.on[claim] if claim in self.graph.claims and claim not in roots else ()
            is_home = self.branches.source_of(claim) in drawn
            if elsewhere and not is_home and claim not in notes:
                notes[claim] = self._to_page(elsewhere)
        part = restricted(self.map, kept, self._theses_of(roots, kept), self._title(sheet), left_out(self.map))
        return Piece(self._hollowed(part, hollow), notes, titles, groups)

    def _theses_of(self, roots: Sequence[str], kept: Iterable[str]) -> tuple[str, ...]:
        """Give what a page is about: the theses of the map that are on it, or the claim at which it goes on."""
        first = next((name for name in [*roots, *kept] if name in self.graph.claims), self.map.thesis)
        if first in self.graph.rivals:  # a rival is no thesis, alone on a page or not
            first = self.map.thesis
        if first not in self.graph.theses:
            return (first,)
        return (first, *(name for name in self.map.theses if name in roots and name != first))

    def _add_root(self, root: str, kept: dict[str, None], drawn: set[str], notes: dict[str, str]) -> set[str]:
        """Keep a root, and for an argument the way up to the first claim; give the arguments on that way."""
        way: set[str] = set()
        above = self.branches.source_of(root)
        if above is not None and above not in drawn:
            notes[root] = self.words.from_page.format(page=self.number(above))
        at: str | None = root
        passed: set[str] = set()
        while at is not None and at not in passed:
            passed.add(at)
            kept[at] = None
            if at in self.graph.claims:
                break
            if at not in drawn:
                way.add(at)
            at = self.graph.target(at)
        return way

    def _stubs(self, full: Sequence[str], drawn: set[str]) -> list[list[str]]:
        """Give the arguments that are continued elsewhere: one by one, or all of a relation if they are many."""
        by_root: dict[tuple[str, str], list[str]] = {}
        for argument in full:
            for name in self.branches.further(argument):
                if name not in drawn:
                    key = (self.graph.target(name) or name, relation_of(self.graph, name))
                    by_root.setdefault(key, []).append(name)
        return [
            group
            for names in by_root.values()
            for group in ([names] if len(names) > _STUBS else [[name] for name in names])
        ]

    def _hollowed(self, part: Map, hollow: Iterable[str]) -> Map:
        """Take the premises from arguments that are drawn for their title only."""
        arguments = dict(part.arguments)
        for name in sorted(hollow):
            arguments[name] = with_known_only(arguments[name], "premises", frozenset())
        return cast("Map", replace(cast("Part", part), arguments=arguments))

    def number(self, argument: str) -> int:
        """Give the page an argument is drawn on, or a wide number as long as that is not known."""
        return self.page.get(argument, _WIDEST)

    def _to_page(self, arguments: Iterable[str]) -> str:
        pages = sorted({self.number(argument) for argument in arguments})
        if len(pages) == 1:
            return f"→ {self.words.to_page.format(page=pages[0])}"
        return f"→ {self.words.to_pages.format(first=pages[0], last=pages[-1])}"

    def _title(self, sheet: Sheet) -> str:
        arguments = [argument for unit in sheet.units for argument in unit.arguments]
        if sheet.is_overview or set(arguments) >= set(self.hanging(self.map.thesis)):
            return self.map.title
        names = [short_name(self.map, argument, 40) for argument in arguments]
        more = f" {self.words.and_more.format(count=len(names) - 3)}" if len(names) > 4 else ""
        return f"{self.map.title} – {', '.join(names[: 3 if more else 4])}{more}"
