"""What goes on which page: an overview, then the main branches, and what is too large of them on pages of its own.

Worked out from the leaves up: whatever hangs on an argument stays with it as long as the whole fits a page; then the
largest part is cut off and continued elsewhere (a greedy tree partition). It knows pieces and paper, but no PDF.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coldwater.render.layout.engine import is_a_tree
from coldwater.render.palette import SIGNS
from coldwater.render.pdf.overview import Entry, indent_of, set_in_columns
from coldwater.render.pdf.pagescene import PageScenes
from coldwater.render.pdf.paper import LEAST_SCALE, Fit, across, best_fit, fit_somehow
from coldwater.render.pdf.pieces import Pieces, Sheet, Unit
from coldwater.render.reading.focus import short_name
from coldwater.render.reading.order import relation_of
from coldwater.semantics.verdict_words import told
from coldwater.words.languages import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.model.models import Map
    from coldwater.render.reading.verdicts import Verdicts
    from coldwater.render.scene.parts import Scene
    from coldwater.words.wording import Words

_CLOSE = 40  # so many claims and arguments are laid out by Graphviz, too, to see which drawing is better
_NEARLY = 0.85  # of the least scale; then Graphviz is asked, too
_OPEN = 8  # sheets that are looked at for room
_FULLEST = 0.5  # of a page; boxes that cover more never fit with the room between them
_MOST_ON_A_PAGE = 150  # arguments; more never fit any paper legibly, so that nothing is laid out to see
_NO_TEST = 2  # arguments that always fit a page, unless their texts are long
_LONG = 600  # characters


class Planner:
    """Cuts a map into pieces for sheets of one width and height in pt."""

    def __init__(
        self,
        map_: Map,
        sheet: tuple[float, float],
        direction: str = "auto",
        verdicts: Verdicts | None = None,
        language: str | Words | None = None,
    ) -> None:
        self.sheet = sheet
        self.verdicts = verdicts
        self.words = words_for(language or map_.language)
        self.pieces = Pieces(map_, self.words)
        self.graph = self.pieces.graph
        self.branches = self.pieces.branches
        self.scenes = PageScenes(self.graph, direction, verdicts, language)
        self.weight: dict[str, int] = {}
        self.areas: dict[str, float] = {}

    # --- from the leaves up --------------------------------------------------------------------------------------

    def sheets(self) -> list[Sheet]:
        """Give the sheets in order, the overview first if there is one."""
        whole = Sheet(tuple(Unit(root, self.branches.on[root]) for root in self.branches.roots))
        if self._fits(whole.units):
            return [whole]
        for argument in reversed(self.branches.order):
            self._prune(argument)
        loose = [root for root in self.branches.roots[1:] if root in self.graph.claims and not self.branches.on[root]]
        hanging = dict.fromkeys(self.branches.roots)
        for root in loose:
            del hanging[root]
        main, *rest = [self._groups(Unit(root, self.pieces.hanging(root))) for root in hanging]
        sheets = [Sheet(())] if len(main) > 1 else []
        for group in main:  # what belongs together stands together: no branch goes on among another's pages
            sheets += self._packed((group, *self._continued(group)))
        sheets += self._packed(unit for groups in rest for group in groups for unit in (group, *self._continued(group)))
        if len(main) > 1:
            sheets[0] = Sheet((Unit(main[0].root, self.pieces.hanging(main[0].root)),), is_overview=True)
        self._add_loose(sheets, [Unit(root, ()) for root in loose])
        return sheets

    def _prune(self, argument: str) -> None:
        """Cut the heaviest of what hangs on an argument, until the rest fits a page."""
        parts = self.branches.further(argument)
        text = sum(len(self.graph.claims[name].text) for name in self.graph.premises(argument))
        self.weight[argument] = 1 + text // _LONG + sum(self.weight[name] for name in parts)
        parts.sort(key=lambda name: self.weight[name])
        while parts and self.weight[argument] > _NO_TEST and not self._fits([self._unit(argument)]):
            heaviest = parts.pop()
            self.pieces.cut.add(heaviest)
            self.weight[argument] -= self.weight[heaviest] - 1

    def _unit(self, argument: str) -> Unit:
        return Unit(self.graph.target(argument) or argument, (argument,))

    def _groups(self, unit: Unit) -> list[Unit]:
        """Part arguments on one root into as few groups as fit a page each, of about the same size."""
        groups = self._filled(unit, len(unit.arguments))
        even = -(-len(unit.arguments) // len(groups)) if groups else 0
        if len(groups) > 1 and max(len(group.arguments) for group in groups) > even:
            evened = self._filled(unit, even)
            groups = evened if len(evened) == len(groups) else groups
        return groups or [unit]

    def _filled(self, unit: Unit, most: int) -> list[Unit]:
        groups: list[Unit] = []
        for argument in unit.arguments:
            if groups and len(groups[-1].arguments) < most:
                wider = replace(groups[-1], arguments=(*groups[-1].arguments, argument))
                if self._fits([wider]):
                    groups[-1] = wider
                    continue
            groups.append(Unit(unit.root, (argument,)))
        return groups

    def _continued(self, unit: Unit) -> list[Unit]:
        """Give what was cut from a unit, and what was cut from that, in reading order."""
        units: list[Unit] = []
        waiting = [unit]
        while waiting:
            at = waiting.pop()
            if at is not unit:
                units.append(at)
            by_root: dict[str, list[str]] = {}
            for argument in self.pieces.full(at.arguments):
                for name in self.branches.further(argument):
                    if name in self.pieces.cut:
                        by_root.setdefault(self.graph.target(name) or name, []).append(name)
            groups = [group for root, names in by_root.items() for group in self._groups(Unit(root, tuple(names)))]
            waiting.extend(reversed(groups))
        return units

    def _packed(self, units: Iterable[Unit]) -> list[Sheet]:
        """Put units on sheets: each on the first of the latest few that has room."""
        sheets: list[Sheet] = []
        for unit in units:
            for at in range(max(len(sheets) - _OPEN, 0), len(sheets)):
                if self._fits([*sheets[at].units, unit]):
                    sheets[at] = Sheet((*sheets[at].units, unit))
                    break
            else:
                sheets.append(Sheet((unit,)))
        return sheets

    def _add_loose(self, sheets: list[Sheet], units: Sequence[Unit]) -> None:
        """Put claims that hang on nothing on the last sheet, and further ones, as many on each as fit."""
        at = 0
        before = sheets.pop().units if sheets and not sheets[-1].is_overview else ()
        while before or at < len(units):
            count = self._most(before, units[at:])
            sheets.append(Sheet((*before, *units[at : at + count])))
            before, at = (), at + count

    def _most(self, before: Sequence[Unit], units: Sequence[Unit]) -> int:
        """Give how many units fit a sheet besides what is there, and one at least where nothing is."""
        least = 0 if before else 1
        most = min(8, len(units))
        while most < len(units) and self._fits([*before, *units[:most]]):
            least, most = most, min(2 * most, len(units))
        return least + bisect_left(
            range(least + 1, most + 1), True, key=lambda count: not self._fits([*before, *units[:count]])
        )

    def _fits(self, units: Sequence[Unit]) -> bool:
        arguments = self.pieces.full([argument for unit in units for argument in unit.arguments])
        if len(arguments) > _MOST_ON_A_PAGE:
            return False
        area = sum(map(self._area, arguments))
        if area * LEAST_SCALE**2 > _FULLEST * self.sheet[0] * self.sheet[1]:
            return False
        scenes = self.scenes.staged(self.pieces.piece(Sheet(tuple(units))))
        fit = best_fit(scenes, self.sheet, ("tidy",))
        if not fit.is_legible and fit.scale > _NEARLY * LEAST_SCALE and _is_for_graphviz(fit.scene):
            fit = best_fit(scenes, self.sheet, ("embedded",))
        return fit.is_legible

    def _area(self, argument: str) -> float:
        """Give about how many square px an argument and its premises take, on the small side."""
        if argument not in self.areas:
            texts = [len(self.graph.claims[premise].text) for premise in self.graph.premises(argument)]
            self.areas[argument] = 3000.0 + sum(6000.0 + 80.0 * length for length in texts)
        return self.areas[argument]

    # --- drawings -------------------------------------------------------------------------------------------------

    def overview(self, sheet: Sheet) -> Fit | None:
        """Draw the thesis and the main arguments; None if a page has no room for that."""
        if len(sheet.units[0].arguments) > _MOST_ON_A_PAGE:
            return None
        fit = best_fit(self.scenes.staged(self.pieces.piece(sheet)), self.sheet, ("tidy",))
        return fit if fit.is_legible else None

    def _told(self, argument: str) -> str:
        """Give mark and word of the verdict on an argument."""
        if self.verdicts is None:
            return ""
        verdict = self.verdicts.of[argument].verdict
        mark, _, word = told(verdict).partition(" ")
        return f"{mark} {self.words.verdicts[verdict] if self.words.reasons else word}"

    def entries(self, sheet: Sheet) -> list[Entry]:
        """Give the main arguments as a list."""
        named = {relation: self.words.on_page(f"word_{relation}") for relation in SIGNS}
        indent = indent_of(named.values())
        return [
            Entry(
                relation_of(self.graph, argument),
                short_name(self.graph.map, argument, 200),
                [self.graph.claims[premise].text for premise in self.graph.premises(argument)],
                self.pieces.number(argument),
                self._told(argument),
                named[relation_of(self.graph, argument)],
                self.words.to_page.format(page=self.pieces.number(argument)),
                indent,
            )
            for argument in sheet.units[0].arguments
        ]

    @property
    def told(self) -> tuple[str, ...]:
        """What is told of the thesis: its verdict, what that rests on, and under what it holds, if any is shown."""
        shown = self.verdicts
        if shown is None:
            return ()
        return (f"{shown.sentence(shown.root, 'The thesis')}.", *shown.rests(shown.root), *shown.circumstances)

    def number(self, sheets: Iterable[Sheet], first: int) -> None:
        """Fix the page of each argument."""
        for page, sheet in enumerate(sheets, first):
            hanging = [argument for unit in sheet.units for argument in unit.arguments]
            self.pieces.page |= dict.fromkeys(self.pieces.full(hanging), page)

    def drawn(self, sheets: Iterable[Sheet]) -> Iterator[Fit]:
        """Lay out sheet by sheet."""
        for sheet in sheets:
            scenes = self.scenes.staged(self.pieces.piece(sheet))
            engines = ("tidy", "embedded") if _is_for_graphviz(scenes[0]) else ("tidy",)
            begun = [short_name(self.graph.map, name, 200) for unit in sheet.units for name in unit.arguments]
            yield replace(fit_somehow(scenes, self.sheet, engines), begun=tuple(begun))


def _is_for_graphviz(scene: Scene) -> bool:
    return not is_a_tree(scene) and len(scene.cards) + len(scene.pills) <= _CLOSE


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a map on sheets of a width and height: the overview, drawn or as a list, and the other drawings.

    ``told``: what an overview that is a list says of the thesis.
    """

    sheet: tuple[float, float]
    overview: Fit | None
    entries: tuple[Entry, ...]  # of the overview, if it is a list
    pages: tuple[Fit, ...]
    told: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of pages, without those on which claims are listed."""
        return len(self.pages) + (self.overview is not None) + len(set_in_columns(self.entries, self.sheet, self.told))

    @property
    def is_regular(self) -> bool:
        """Tell whether all pages are of the paper asked for."""
        return all((page.width, page.height) == self.sheet for page in self.pages)

    @property
    def merit(self) -> tuple[bool, int, float]:
        """What of two plans is the better one: regular, few pages, large text where there is one page."""
        return self.is_regular, -self.count, round(self.pages[0].scale, 1) if self.count == 1 else 0.0


def plan(
    map_: Map,
    size: tuple[float, float],
    direction: str = "auto",
    verdicts: Verdicts | None = None,
    language: str | Words | None = None,
) -> Plan:
    """Give the pages of a map on a paper, all of them across or all upright: across, unless upright takes fewer.

    Cost: nearly linear; some seconds for thousands of claims.
    """
    plans = [_planned(map_, sheet, direction, verdicts, language) for sheet in (across(size), size)]
    return max(plans, key=lambda planned: planned.merit)


def _planned(
    map_: Map,
    sheet: tuple[float, float],
    direction: str,
    verdicts: Verdicts | None,
    language: str | Words | None,
) -> Plan:
    planner = Planner(map_, sheet, direction, verdicts, language)
    sheets = planner.sheets()
    if len(sheets) == 1:
        return Plan(sheet, None, (), tuple(planner.drawn(sheets)))
    has_overview = sheets[0].is_overview
    overview = planner.overview(sheets[0]) if has_overview else None
    first = 1
    if has_overview:
        first += 1 if overview else len(set_in_columns(planner.entries(sheets[0]), sheet, planner.told))
    planner.number(sheets[has_overview:], first)
    return Plan(
        sheet,
        planner.overview(sheets[0]) if overview else None,
        tuple(planner.entries(sheets[0])) if has_overview and not overview else (),
        tuple(planner.drawn(sheets[has_overview:])),
        planner.told,
    )
