"""What speaks for and against one node, ranked: with which forces, and between which of them its standard tells."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from coldwater.semantics.standards import limits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.semantics.forces import Forces, Possible
    from coldwater.semantics.framework import Pro
    from coldwater.semantics.levels import Levels
    from coldwater.semantics.standards import Limits, Parameters

    #: What speaks for or against a node: a force, and the node that says that it does so with that force at least.
    Weight = tuple[float, int]


class Weighing:
    """Pros and cons of one node after the other, each with the forces between which its standard tells."""

    def __init__(self, possible: Possible | None, parameters: Parameters, first: int) -> None:
        """Take the forces that there can be (None if everything has force 1) and the parameters of the standards.

        ``first``: the number of the first node that is a level.
        """
        self.parameters = parameters
        self.first = first
        self.possible = possible
        self.has_levels = False

    @cached_property
    def levels(self) -> Levels:
        """The levels made so far."""
        from coldwater.semantics.levels import Levels  # noqa: PLC0415 - most maps need none

        assert self.possible is not None
        self.has_levels = True
        return Levels(self.possible, self.first)

    def ranked(
        self,
        standard: str,
        ground: Sequence[Weight],
        pros: Sequence[int],
        cons: Sequence[int],
        contraries: Sequence[int],
    ) -> tuple[tuple[Pro, ...], tuple[int, ...]]:
        """Give what speaks for and against a node of a standard in the form that a framework holds."""
        parameters = self.parameters
        if self.possible is None:
            flat = [[(1.0, one) for one in bearing] for bearing in (pros, cons)]
            return rank([*ground, *flat[0]], flat[1], standard, parameters)
        known = self.possible.forces
        if not cons and not contraries:
            return rank([*ground, *[(known[pro][0], pro) for pro in pros]], (), standard, parameters)
        of_pros = [known[pro] for pro in pros]
        of_cons = [*(known[con] for con in cons), *(self._against(self.possible, contrary) for contrary in contraries)]
        if any(len(forces) > 1 for forces in (*of_pros, *of_cons)):
            of_pros, of_cons = told_apart(of_pros, of_cons, [force for force, _ in ground], standard, parameters)
        weights = list(ground)
        for pro, forces in zip(pros, of_pros, strict=True):
            weights += self._levels_of(pro, forces)
        against: list[Weight] = []
        for con, forces in zip(cons, of_cons[: len(cons)], strict=True):
            against += self._levels_of(con, forces)
        for contrary, forces in zip(contraries, of_cons[len(cons) :], strict=True):
            against += self._levels_of_contrary(contrary, forces)
        return rank(weights, against, standard, parameters)

    def _levels_of(self, node: int, forces: Forces) -> Iterator[Weight]:
        if len(forces) == 1:
            yield forces[0], node
            return
        for force in forces:
            level = self.levels.at_least(node, force)
            if level is not None:
                yield force, level

    def _against(self, possible: Possible, contrary: int) -> Forces:
        """Give the forces with which a claim can count against one that it contradicts."""
        if not possible.speakers.may_be_merely_granted(contrary):
            return possible.forces[contrary]
        return (0.0, *possible.forces[contrary]) if possible.speakers.pros.get(contrary) else (0.0,)

    def _levels_of_contrary(self, contrary: int, forces: Forces) -> Iterator[Weight]:
        assert self.possible is not None
        if not self.possible.speakers.may_be_merely_granted(contrary):
            yield from self._levels_of(contrary, forces)
            return
        yield 0.0, contrary
        for force in forces[1:]:
            level = self.levels.on_more_than_being_granted(contrary, force)
            if level is not None:
                yield force, level


def told_apart(
    of_pros: Sequence[Forces],
    of_cons: Sequence[Forces],
    grounds: Sequence[float],
    standard: str,
    parameters: Parameters,
) -> tuple[list[Forces], list[Forces]]:
    """Give of the forces of each pro and con those that a standard tells from the next lower one of the same.

    >>> from coldwater.semantics.standards import USUAL
    >>> told_apart([(0.3, 0.6)], [(0.1, 0.2, 0.5)], [], "preponderance", USUAL)
    ([(0.3, 0.6)], [(0.1, 0.5)])
    """
    against = sorted({force for forces in of_cons for force in forces})
    places = {force: place for place, force in enumerate(against)}
    known: dict[float, Limits] = {}
    for force in (*grounds, *(force for forces in of_pros for force in forces)):
        if force not in known:
            known[force] = limits(standard, force, against, parameters)
    cuts = sorted({cut for pair in known.values() for cut in pair})
    cons = [_first_of_each(forces, [bisect_right(cuts, places[force]) for force in forces]) for forces in of_cons]
    left = sorted({force for forces in cons for force in forces})
    again = {force: limits(standard, force, left, parameters) for force in known}
    pros = [_first_of_each(forces, [again[force] for force in forces]) for forces in of_pros]
    return pros, cons


def _first_of_each(forces: Forces, classes: Sequence[object]) -> Forces:
    return tuple(force for place, force in enumerate(forces) if not place or classes[place] != classes[place - 1])


def rank(
    pros: Sequence[Weight], cons: Sequence[Weight], standard: str, parameters: Parameters
) -> tuple[tuple[Pro, ...], tuple[int, ...]]:
    """Give what speaks for and against a node, as (force, node), in the form that a framework holds."""
    ordered = sorted(cons)
    against = [force for force, _ in ordered]
    ranked = [(node, *limits(standard, force, against, parameters)) for force, node in pros]
    ranked.sort(key=lambda pro: (-pro[2], -pro[1], pro[0]))
    return tuple(ranked), tuple(node for _, node in ordered)
