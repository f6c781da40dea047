"""Competing hypotheses as a page: the ranking, the matrix, what it hangs on, and what is not said yet."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.model.holders import Holders
from coldwater.prep.pages.held import held_by
from coldwater.prep.pages.spoken import seen_here, verdict_of, view_of
from coldwater.prep.setting.page import Heading, Item, Line, Table, leading, tagged
from coldwater.semantics.grounded import IN, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.prep.material.bearing import Bearing
    from coldwater.prep.material.hypotheses import Hinge, Hypothesis, Matrix, Row
    from coldwater.prep.setting.page import Part

#: How many rows of the matrix, hinges and open cells are shown; JSON holds all.
MOST, HINGES, OPEN = 40, 6, 6
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEGEND = (
    "+ fits, − does not, ± both ways, blank: the map does not say. A figure is the strength of the weakest step, where "
    "that is below 1; brackets: something on the way falls, so that it does not count. Cred.: how far the evidence is "
    "to be trusted; Diagn.: how much it tells the hypotheses apart; both from 0 to 1, by conventions of ours."
)


def matrix_page(matrix: Matrix) -> Iterator[Part]:
    """Give the analysis."""
    told = _Told(matrix)
    yield Heading(1, f"Competing hypotheses: {matrix.map.title}")
    yield from view_of(matrix.map)
    yield from told.ranking()
    yield from told.agreement()
    yield from told.evidence()
    yield from told.hinges()
    yield from told.open_cells()
    if matrix.odd_grades:
        grades = ", ".join(f"“{grade}”" for grade in matrix.odd_grades)
        words = "high, medium, low, or A to F with or without a figure"
        yield Line(f"not understood, and counted as none: {grades}. Understood are {words}.", "Grades.")


class _Told:
    """The parts of the page."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix
        self.holders = Holders(matrix.map)
        self.letters = {one.name: letter_of(place) for place, one in enumerate(matrix.hypotheses)}

    # --- ranking ---------------------------------------------------------------------------------------------------

    def ranking(self) -> Iterator[Part]:
        """List the hypotheses, those with the least against them first."""
        yield Heading(2, "Least against it first")
        for one in sorted(self.matrix.hypotheses, key=lambda one: one.rank):
            place = self.matrix.hypotheses.index(one)
            text, letter = self.matrix.map.claims[one.name].text, self.letters[one.name]
            sort = "thesis" if place == 0 else "rival"
            yield Item(text, f"{one.rank}. {letter}", tagged(one.name, sort))
            yield Item(self._figures(one, place), "Against it:", "", 1)
        yield from self._little_said()

    def _little_said(self) -> Iterator[Part]:
        """Warn where a hypothesis goes first of which the map says little."""
        rows = self.matrix.rows
        for place, one in enumerate(self.matrix.hypotheses):
            silent = sum(row.cells[place].is_empty for row in rows)
            if one.rank == 1 and 2 * silent > len(rows):
                of = _rows(len(rows))
                told = (
                    f"{self.letters[one.name]} goes first, but the map does not say how {silent:,} of {of} bear on it."
                )
                yield Line(told, "Mind:")

    def _figures(self, one: Hypothesis, place: int) -> str:
        rows = self.matrix.rows
        against, backing = _sum(one.against), _sum(one.backing)
        said = sum(not row.cells[place].is_empty for row in rows)
        bear = (
            f"{said:,} of {_rows(len(rows))} bear on it" if said else "no evidence bears on it, so that it is untested"
        )
        return f"{against}; for it {backing}; {bear}. {seen_here(self.matrix.map)} it {verdict_of(one.label)}."

    def agreement(self) -> Iterator[Part]:
        """Say whether the verdicts of the evaluation agree."""
        hypotheses, first = self.matrix.hypotheses, self.matrix.first
        stand = [one.name for one in hypotheses if one.label == IN]
        if not stand:
            told = "by the arguments none of them stands"
        elif set(stand) == set(first):
            told = f"agree: {self._named(stand)} and nothing else"
        else:
            told = f"do not say the same: by the arguments {self._named(stand)}, while {self._leads(first)}"
        standing = [one for one in hypotheses if one.label == IN]
        more = ""
        if len(standing) > 1:
            more = " They may all hold, unless the map says that they contradict each other."
        yield Line(f"{told}.{more}", "Verdicts:")
        fallen = [one.name for one in hypotheses if one.rank == 1 and one.label == OUT]
        claims = self.matrix.map.claims
        rejected = [name for name in fallen if claims[name].status == "rejected"]
        yield from self._still_falling(rejected, "it is rejected", "they are rejected")
        weak = [name for name in fallen if name not in rejected]
        yield from self._still_falling(weak, "what speaks for it is not enough", "what speaks for them is not enough")

    def _still_falling(self, names: Sequence[str], why: str, why_all: str) -> Iterator[Line]:
        """Say of the first in the ranking that they fall all the same, and why."""
        if len(names) == 1:
            yield Line(f"{self._listed(names)} has the least against it, and still falls: {why}.")
        elif names:
            yield Line(f"{self._listed(names)} have the least against them, and still fall: {why_all}.")

    def _listed(self, names: Sequence[str]) -> str:
        return listed([self.letters[name] for name in names])

    def _named(self, names: Sequence[str]) -> str:
        return f"{self._listed(names)} {'stands' if len(names) == 1 else 'stand'}"

    def _leads(self, names: Sequence[str]) -> str:
        return f"{self._listed(names)} {'has' if len(names) == 1 else 'have'} the least against {_it(names)}"

    # --- evidence --------------------------------------------------------------------------------------------------

    def evidence(self) -> Iterator[Part]:
        """Give the matrix: what tells the hypotheses apart, then what fits all of them alike."""
        yield Heading(2, "Evidence, what weighs most first")
        if not self.matrix.rows:
            yield Line("There is no evidence on this map yet.")
            return
        telling = [row for row in self.matrix.rows if not row.is_alike]
        rest = [row for row in self.matrix.rows if row.is_alike]
        header = ("Evidence", *self.letters.values(), "Cred.", "Diagn.")
        if telling:
            rows = tuple(self._row(number, row) for number, row in enumerate(telling[:MOST], 1))
            yield Table(header, rows, tuple(map(self._ids, telling[:MOST])), is_grid=True)
            if len(telling) > MOST:
                yield Line(f"and {len(telling) - MOST:,} more")
            yield Line(_LEGEND)
            yield from self._holders(telling[:MOST])
        if rest:
            yield Heading(2, f"Evidence that fits all of them alike ({len(rest):,})")
            yield from leading((item for row in rest for item in self._alike(row)), MOST)

    def _holders(self, rows: Sequence[Row]) -> Iterator[Part]:
        """Say of the rows of the matrix, by number, who holds their claims."""
        held = [
            (number, name, items)
            for number, row in enumerate(rows, 1)
            for name in row.claims
            if (items := list(held_by(self.holders, name, 1)))
        ]
        if held:
            yield Heading(2, "Who holds this evidence")
        for number, name, items in held:
            yield Item(self.matrix.map.claims[name].text, f"{number}.", name)
            yield from items

    def _alike(self, row: Row) -> Iterator[Item]:
        yield Item(self._text(row), "", self._ids(row))
        for name in row.claims:
            yield from held_by(self.holders, name, 1)

    def _row(self, number: int, row: Row) -> tuple[str, ...]:
        cells = [cell_text(cell) for cell in row.cells]
        return (f"{number}. {self._text(row)}", *cells, f"{row.credibility:.2f}", f"{row.diagnosticity:.2f}")

    def _text(self, row: Row) -> str:
        """Give the words of the first claim that somebody stated."""
        claims = self.matrix.map.claims
        return claims[next((name for name in row.claims if not claims[name].implicit), row.claims[0])].text

    def _ids(self, row: Row) -> str:
        claims = self.matrix.map.claims
        return tagged(*row.claims, "unstated" if all(claims[name].implicit for name in row.claims) else "")

    # --- what it hangs on, and what is missing -----------------------------------------------------------------------

    def hinges(self) -> Iterator[Part]:
        """Say without which few rows another hypothesis goes first."""
        matrix = self.matrix
        if not matrix.rows:
            return
        yield Heading(2, "What the ranking hangs on")
        if not matrix.hinges:
            which = "no row" if matrix.tried == len(matrix.rows) else f"none of the {matrix.tried} weightiest rows"
            yield Line(f"By itself {which} changes which hypothesis goes first.")
        for hinge in matrix.hinges[:HINGES]:
            yield from self._hinge(hinge)
        if len(matrix.hinges) > HINGES:
            yield Item(f"and {len(matrix.hinges) - HINGES:,} more")

    def _hinge(self, hinge: Hinge) -> Iterator[Item]:
        rows = [self.matrix.rows[place] for place in hinge.rows]
        then = f"{self._listed(hinge.first)} {'goes' if len(hinge.first) == 1 else 'go'} first"
        if len(rows) == 1:
            yield Item(self._text(rows[0]), f"Without this {then}:", self._ids(rows[0]))
            return
        yield Item("", f"Without these {len(rows)} {then}:")
        for row in rows:
            yield Item(self._text(row), "", self._ids(row), 1)

    def open_cells(self) -> Iterator[Part]:
        """Ask about the empty cells of what weighs most."""
        empty = [
            (row, one)
            for row in self.matrix.rows
            for one, cell in zip(self.matrix.hypotheses, row.cells, strict=True)
            if cell.is_empty
        ]
        if not empty:
            return
        cells = len(self.matrix.rows) * len(self.matrix.hypotheses)
        yield Heading(2, f"Not said yet: {len(empty):,} of {cells:,} cells")
        yield Line(
            "Of each of these rows ask whether one would expect it if the hypothesis were true, and map the answer."
        )
        by_row: dict[Row, list[str]] = {}
        for row, one in empty:
            by_row.setdefault(row, []).append(one.name)
        for row, names in list(by_row.items())[:OPEN]:
            yield Item(self._text(row), f"{self._listed(names)}:", self._ids(row))
        if len(by_row) > OPEN:
            yield Item(f"and {_rows(len(by_row) - OPEN, 'more row')}")


def letter_of(place: int) -> str:
    """Give the letter of a hypothesis; A is the thesis.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'A2')
    """
    rounds, at = divmod(place, len(_LETTERS))
    return _LETTERS[at] + (str(rounds + 1) if rounds else "")


def cell_text(cell: Bearing) -> str:
    """Give a cell in a few signs.

    >>> from coldwater.prep.material.bearing import Bearing
    >>> cell_text(Bearing(1.0, 0.0, True, False)), cell_text(Bearing(0.0, 0.5, False, True))
    ('+', '− .5')
    >>> cell_text(Bearing(0.0, 0.0, False, True)), cell_text(Bearing(0.5, 1.0, True, True))
    ('(−)', '±')
    """
    if cell.is_empty:
        return ""
    sign = "±" if cell.may_fit and cell.may_clash else "+" if cell.may_fit else "−"
    strength = max(cell.fits, cell.clashes)
    if not strength:
        return f"({sign})"
    if cell.fits and cell.clashes:
        return "±"
    sign = "+" if cell.fits else "−"
    return sign if strength >= 0.995 else f"{sign} {strength:.2g}".replace("0.", ".")


def _sum(counted: Mapping[str, float]) -> str:
    """Give what arguments count in all, and how many do."""
    weights = [weight for weight in counted.values() if weight]
    arguments = "1 argument" if len(weights) == 1 else f"{len(weights):,} arguments"
    return f"{sum(weights):.2f} by {arguments}" if weights else "nothing"


def _rows(count: int, noun: str = "row") -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _it(names: Sequence[str]) -> str:
    return "it" if len(names) == 1 else "them"
