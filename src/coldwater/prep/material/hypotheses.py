"""Analysis of competing hypotheses: thesis and rivals against the evidence of the map, by what speaks against them.

Source: Heuer, Psychology of Intelligence Analysis (CIA, 1999), chapter 8, from memory: the hypothesis with the least
against it goes first, not the one with most for it; what fits all of them alike has no diagnostic value; and one asks
on which few items the result hangs. How much a row counts is a convention of ours: Heuer leaves it to judgement.
"""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.model.graph import Graph
from coldwater.prep.material.bearing import NO_BEARING, Bearing, bearings
from coldwater.prep.material.credibility import credibility, grade_value
from coldwater.records import NamedTuple
from coldwater.semantics.compiling import compile_map
from coldwater.semantics.evaluation import Overrides, refuse_odd
from coldwater.semantics.framework import GRANTED, REJECTED
from coldwater.semantics.grounded import grounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.model.models import Map
    from coldwater.semantics.framework import Framework

#: Scores nearer to each other than this are equal, since floating point numbers do not add up exactly.
NEAR = 1e-9
#: How many rows are set aside in turn with the map evaluated anew: fewer on large maps, so that it stays quick.
MOST_TRIED, TRIED_NODES = 60, 20_000


class Row(NamedTuple):
    """A piece of evidence: claims that are premises of the same arguments, or one claim; and how it bears on each.

    ``credibility`` in 0..1 is that of the least credible of the claims. ``cells`` in the order of the hypotheses.
    """

    claims: tuple[str, ...]
    credibility: float
    cells: tuple[Bearing, ...]

    @property
    def diagnosticity(self) -> float:
        """How much it distinguishes the hypotheses, in 0..1: half the range of its values (see ``Bearing.value``)."""
        values = [cell.value for cell in self.cells]
        return (max(values) - min(values)) / 2

    @property
    def is_alike(self) -> bool:
        """Whether it bears on all hypotheses in the same way, so that it tells nothing apart."""
        return not self.diagnosticity and len({(cell.may_fit, cell.may_clash) for cell in self.cells}) == 1

    @property
    def weight(self) -> float:
        """Diagnosticity and credibility together, in 0..1."""
        return self.diagnosticity * self.credibility

    def against(self, place: int) -> float:
        """Give what it can count against a hypothesis: credibility times strength; half if it fits it as well."""
        cell = self.cells[place]
        return self.credibility * cell.clashes * (0.5 if cell.fits else 1.0)

    def backing(self, place: int) -> float:
        """Give what it can count for a hypothesis, likewise. It decides nothing."""
        cell = self.cells[place]
        return self.credibility * cell.fits * (0.5 if cell.clashes else 1.0)


class Hypothesis(NamedTuple):
    """A thesis or rival: its rank (from 1; equals share one), label, and what counts against and for it.

    ``against`` and ``backing``: what each argument counts by the weakest of its rows, since it needs all its premises.
    """

    name: str
    rank: int
    label: int
    against: Mapping[str, float]
    backing: Mapping[str, float]

    @property
    def score(self) -> float:
        """What counts against it, in all."""
        return sum(self.against.values())


class Hinge(NamedTuple):
    """Rows, by place, without which another hypothesis goes first, and those that do then."""

    rows: tuple[int, ...]
    first: tuple[str, ...]


class Matrix(NamedTuple):
    """Hypotheses in the order of the map, and the evidence: what weighs most first, then in the order of the file.

    ``hinges``: single rows without which another hypothesis goes first, of the ``tried`` weightiest; then, for each
    hypothesis that no single row brings to the front, the fewest rows together, where these are known.
    ``odd_grades``: grades that are not understood. ``standard``: the proof standard in the place of the map's, if any.
    """

    map: Map
    hypotheses: tuple[Hypothesis, ...]
    rows: tuple[Row, ...]
    hinges: tuple[Hinge, ...]
    tried: int
    odd_grades: tuple[str, ...]
    standard: str | None

    @property
    def first(self) -> tuple[str, ...]:
        """The hypotheses with the least against them."""
        return tuple(one.name for one in self.hypotheses if one.rank == 1)


def compare_hypotheses(map_: Map, standard: str | None = None) -> Matrix:
    """Set the evidence of a map in which every reference leads somewhere against its thesis and rivals.

    Of several theses it is the first: the others are no answers to the same question. What stands and falls is told by
    the grounded labelling. ``standard`` takes the place of the map's. Raises UsageError for a map without rivals, and
    for a standard that there is none of. Cost: some passes through the map for each row that is set aside in turn.
    """
    if not Graph(map_).rivals:
        raise UsageError(
            "this map names no rivals of its thesis; list the other answers to its question beside it, by their ids: "
            "rivals: [id, id]"
        )
    refuse_odd(map_, Overrides(standard=standard))
    return _Comparison(map_, compile_map(map_, standard), standard).matrix()


class _Comparison:
    """A matrix under construction."""

    def __init__(self, map_: Map, framework: Framework, standard: str | None) -> None:
        self.map = map_
        self.graph = Graph(map_)
        self.framework = framework
        self.names = (map_.thesis, *self.graph.rivals)
        self.standard = standard

    def matrix(self) -> Matrix:
        """Fill the matrix, rank the hypotheses, and try what it hangs on."""
        labels = self._labels(())
        rows = self._rows(self._evidence(), labels)
        rows = sorted(rows, key=lambda row: -row.weight)
        hypotheses = self._ranked(rows, labels)
        nodes = len(self.map.claims) + len(self.map.arguments)
        tried = min(len(rows), MOST_TRIED, max(TRIED_NODES // nodes, 4))
        odd = {one.grade for one in self.map.sources.values() if one.grade and grade_value(one.grade) is None}
        return Matrix(
            self.map, hypotheses, tuple(rows), tuple(self._hinges(rows, hypotheses, tried)), tried,
            tuple(sorted(odd)), self.standard,
        )  # fmt: skip

    def _evidence(self) -> list[tuple[str, ...]]:
        """Give the claims at which chains of reasons end, those that act alike together; in the order of the file."""
        framework, graph = self.framework, self.graph
        alike: dict[object, list[str]] = {}
        for node, name in enumerate(framework.names[: framework.claims]):
            is_leaf = framework.base[node] == GRANTED or not framework.pros[node]
            if is_leaf and framework.base[node] != REJECTED and name not in self.names and name in graph.connected:
                alike.setdefault(name if graph.contraries(name) else graph.uses(name), []).append(name)
        return [tuple(claims) for claims in alike.values()]

    def _rows(self, evidence: Sequence[tuple[str, ...]], labels: Mapping[str, int]) -> list[Row]:
        known = [bearings(self.graph, frozenset(self.names), name, labels) for name in self.names]
        claims, sources = self.map.claims, self.map.sources
        found = [
            Row(
                names,
                min(credibility(claims[name], labels[name], sources) for name in names),
                tuple(one.get(names[0], NO_BEARING) for one in known),
            )
            for names in evidence
        ]
        return [row for row in found if not all(cell.is_empty for cell in row.cells)]

    def _ranked(self, rows: Sequence[Row], labels: Mapping[str, int]) -> tuple[Hypothesis, ...]:
        found = []
        for place, name in enumerate(self.names):
            against, backing = dict[str, float](), dict[str, float]()
            for row in rows:
                cell = row.cells[place]
                _put(against, cell.clashes_by, row.against(place))
                _put(backing, cell.fits_by, row.backing(place))
            found.append(Hypothesis(name, 0, labels[name], against, backing))
        scores = [one.score for one in found]
        return tuple(one._replace(rank=1 + sum(other < one.score - NEAR for other in scores)) for one in found)

    # --- what it hangs on ----------------------------------------------------------------------------------------

    def _hinges(self, rows: Sequence[Row], usual: tuple[Hypothesis, ...], tried: int) -> list[Hinge]:
        first = _firsts(usual)
        hinges = []
        for place in range(tried):
            after = _firsts(self._without(rows, (place,)))
            if after != first:
                hinges.append(Hinge((place,), after))
        reached = {name for hinge in hinges for name in hinge.first} | set(first)
        for at, one in enumerate(usual):
            if one.name not in reached:
                fewest = self._fewest(rows, usual, at)
                after = _firsts(self._without(rows, fewest)) if fewest else ()
                if one.name in after:
                    hinges.append(Hinge(fewest, after))
        return hinges

    def _fewest(self, rows: Sequence[Row], usual: tuple[Hypothesis, ...], at: int) -> tuple[int, ...]:
        """Give few rows to set aside for a hypothesis to come level with the first, as they count now.

        One row of an argument is enough: those that win most go first.
        """
        leader = next(place for place, one in enumerate(usual) if one.rank == 1)
        gains = [
            usual[at].against.get(row.cells[at].clashes_by, 0.0)
            - usual[leader].against.get(row.cells[leader].clashes_by, 0.0)
            for row in rows
        ]
        texts = [sorted(self.map.claims[name].text for name in row.claims) for row in rows]
        left, chosen, spent = usual[at].score - usual[leader].score, list[int](), set[str]()
        for place in sorted(range(len(rows)), key=lambda place: (-round(gains[place], 9), texts[place])):
            if left <= NEAR or gains[place] <= NEAR:
                break
            argument = rows[place].cells[at].clashes_by
            if argument not in spent:
                left -= gains[place]
                chosen.append(place)
                spent.add(argument)
        return tuple(sorted(chosen)) if left <= NEAR else ()

    def _without(self, rows: Sequence[Row], places: tuple[int, ...]) -> tuple[Hypothesis, ...]:
        """Rank the hypotheses with some rows given up and the map evaluated anew."""
        labels = self._labels([name for place in places for name in rows[place].claims])
        left = [row.claims for place, row in enumerate(rows) if place not in places]
        return self._ranked(self._rows(left, labels), labels)

    def _labels(self, given_up: Iterable[str]) -> Mapping[str, int]:
        framework = self.framework
        labels = grounded(framework, [framework.numbers[name] for name in given_up])
        return dict(zip(framework.names, labels, strict=False))  # steps have labels, too, and no names


def _put(counted: dict[str, float], argument: str, weight: float) -> None:
    """Let an argument count by the weakest of its rows."""
    if argument:
        counted[argument] = min(weight, counted.get(argument, weight))


def _firsts(hypotheses: tuple[Hypothesis, ...]) -> tuple[str, ...]:
    return tuple(one.name for one in hypotheses if one.rank == 1)
