"""Labellings put together from those of the knots in what grounded leaves open, each knot after those it depends on.

A knot is a set of nodes that depend on each other: a strongly connected component. Complete and preferred labellings
of the whole are just those that are complete or preferred in each knot, given the labels outside it. Source for
attacks: Baroni, Giacomin and Guida, Artificial Intelligence 168 (2005); what it takes is that conditions are monotone.
Stability cannot be seen knot by knot, so there the steps are the parts that have nothing to do with each other.
"""

from __future__ import annotations

import time

from coldwater.model.graph import strongly_connected
from coldwater.semantics.conditions import UNLABELLED, Rest, separate, settle
from coldwater.semantics.exhaustive import exhaustive
from coldwater.semantics.solver import OutOfTimeError, Search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.semantics.conditions import Part

#: For so many surroundings the labellings of a knot are remembered.
_REMEMBERED = 1000


class Walk:
    """All labellings of a part, one after the other: a depth-first walk over its knots, without recursion."""

    def __init__(self, rest: Rest, part: Part, semantics: str, deadline: float) -> None:
        self.rest = rest
        self.semantics = semantics
        self.deadline = deadline
        needs = {node: condition.needs for node, condition in part.items()}
        if semantics == "stable":
            self.knots = [tuple(piece) for piece in separate(part)]
        else:
            self.knots = [tuple(sorted(knot)) for knot in strongly_connected(needs)]
        self._around = [sorted({other for node in knot for other in needs[node]} - set(knot)) for knot in self.knots]
        self._known: list[dict[bytes, _Found]] = [{} for _ in self.knots]
        #: By knot walked through, its labellings and the number of the one in use.
        self._taken: list[tuple[_Found, int]] = []

    @property
    def is_at_end(self) -> bool:
        """Whether it is known without another search that no labelling follows."""
        return all(found.is_last(number) for found, number in self._taken)

    def __iter__(self) -> Iterator[bytes]:
        """Give the labels of all nodes of the framework. Raises OutOfTimeError and MissingExtraError on the way."""
        while self._go_down():
            yield bytes(self.rest.labels)
            if not self._go_on():
                return

    def _go_down(self) -> bool:
        """Take the first labelling of each knot that has no labels yet; False if a knot has none, nor ever will."""
        for place in range(len(self._taken), len(self.knots)):
            self._look_at_the_clock()
            if not self._take(self._labellings(place), 0):
                return False
        return True

    def _go_on(self) -> bool:
        """Take the next labelling of the last knot that has one; False if none has."""
        while self._taken:
            self._look_at_the_clock()
            found, number = self._taken.pop()
            self._label(len(self._taken), None)
            if self._take(found, number + 1):
                return True
        return False

    def _look_at_the_clock(self) -> None:
        if time.monotonic() > self.deadline:
            raise OutOfTimeError

    def _take(self, found: _Found, number: int) -> bool:
        labels = found.get(number)
        if labels is None:
            return False
        self._label(len(self._taken), labels)
        self._taken.append((found, number))
        return True

    def _label(self, place: int, labels: bytes | None) -> None:
        knot, written = self.knots[place], self.rest.labels
        for node, label in zip(knot, labels or bytes([UNLABELLED]) * len(knot), strict=True):
            written[node] = label

    def _labellings(self, place: int) -> _Found:
        """Give the labellings of a knot, given the labels around it."""
        known, around = self._known[place], bytes([self.rest.labels[node] for node in self._around[place]])
        if around not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[around] = self._search(self.knots[place])
        return known[around]

    def _search(self, knot: tuple[int, ...]) -> _Found:
        labels = self.rest.labels
        conditions = settle(self.rest, dict.fromkeys(knot))
        settled = bytes([labels[node] for node in knot])
        if not conditions:
            return _Found(iter([settled]), cheap=True)
        places = [place for place, label in enumerate(settled) if label == UNLABELLED]
        small = exhaustive(conditions)
        if small is not None:
            return _Found(_completed(settled, places, small.labellings(small.chosen(self.semantics))), cheap=True)
        return _Found(_completed(settled, places, Search(conditions, self.semantics, self.deadline).labellings()))


class _Found:
    """Labellings of a knot, searched for when asked for. ``cheap``: it costs next to nothing to look for one more."""

    def __init__(self, labellings: Iterator[bytes], *, cheap: bool = False) -> None:
        self._labellings = labellings
        self._cheap = cheap
        self._found: list[bytes] = []
        self._ended = False

    def get(self, number: int) -> bytes | None:
        """Give the labelling of this number, at most one beyond those given so far; None after the last."""
        if number == len(self._found) and not self._ended:
            labels = next(self._labellings, None)
            if labels is None:
                self._ended = True
            else:
                self._found.append(labels)
        return self._found[number] if number < len(self._found) else None

    def is_last(self, number: int) -> bool:
        """Tell whether a labelling is known to be the last one."""
        return number + 1 == len(self._found) and (self._ended or (self._cheap and self.get(number + 1) is None))


def _completed(settled: bytes, places: list[int], labellings: Iterator[bytes]) -> Iterator[bytes]:
    """Give the labels of a whole knot: those that are settled, and at these places those of each labelling."""
    for labels in labellings:
        whole = bytearray(settled)
        for place, label in zip(places, labels, strict=True):
            whole[place] = label
        yield bytes(whole)
