"""The minimal ways to bring a verdict about, read off the map: for maps in which every node serves one side only.

There giving up a leaf can only hurt its side, so that a grounded verdict is a monotone function of what is given up. It
is composed along the map from small functions, each held as its minimal sets, as the minimal cut sets and path sets of
a fault tree are; a circle is gone round until nothing changes. Sets of leaves are bits of an integer.

Source: for the method, fault tree analysis (Vesely et al., Fault Tree Handbook, 1981; from memory).
"""

from __future__ import annotations

from coldwater.records import NamedTuple
from coldwater.semantics.framework import GRANTED, OPEN, REJECTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from coldwater.semantics.framework import Framework

    #: Sets of which none is part of another: what is true of any set that holds one of them.
    Ways = tuple[int, ...]

ALWAYS: Ways = (0,)
NEVER: Ways = ()


class TooManyError(Exception):
    """There are more minimal sets than can be kept."""


class Aim(NamedTuple):
    """What is to be brought about, and by what.

    ``favoured``: the nodes that serve the side that gains. ``surely``: its nodes must stand (or those of the other side
    fall), else it is enough that they do not fall (or those of the other side do not stand). ``kept``: the variables
    are favoured nodes that stand only if they are kept; else nodes of the other side that fall if they are rejected.
    ``granted``: nodes that are read as granted.
    """

    favoured: Collection[int]
    surely: bool
    variables: Mapping[int, int]
    kept: bool
    granted: frozenset[int] = frozenset()


class Bounds(NamedTuple):
    """How large sets may be, how many of them are kept, and when to give up."""

    size: int
    number: int
    is_over: Callable[[], bool]


def ways(framework: Framework, aim: Aim, bounds: Bounds) -> list[int]:
    """Give the minimal sets of variables (as bits) with which the aim is reached for the thesis, smallest first.

    Sets that are larger than the bounds allow are left out. Raises TooManyError if there are more than they allow,
    here or on the way, or if time is over.
    """
    aim = aim._replace(granted=frozenset(framework.with_lent(aim.granted)))
    composition = _Composition(framework, aim, bounds)
    needed = framework.behind([framework.thesis])
    for component in framework.components:
        if component[0] in needed:
            composition.settle(component)
    return sorted(composition.found[framework.thesis], key=lambda one: (one.bit_count(), one))


class _Composition:
    """By node the ways in which what is good for the favoured side comes about there."""

    def __init__(self, framework: Framework, aim: Aim, bounds: Bounds) -> None:
        self.framework = framework
        self.aim = aim
        self.bounds = bounds
        #: What is to be sure is found from below, what is to be possible from above.
        start = NEVER if aim.surely else ALWAYS
        self.found: list[Ways] = [start] * framework.nodes
        self.held_for = (GRANTED,) if aim.surely else (GRANTED, OPEN)
        self.held_against = (GRANTED, OPEN) if aim.surely else (GRANTED,)

    def settle(self, component: Sequence[int]) -> None:
        changed = True
        while changed:
            changed = False
            if self.bounds.is_over():
                raise TooManyError
            for node in component:
                new = self._with_variable(node)
                if new != self.found[node]:
                    self.found[node] = new
                    changed = len(component) > 1 or node in self.framework.bearing_on(node)

    def _with_variable(self, node: int) -> Ways:
        bit = self.aim.variables.get(node)
        if bit is None:
            return self._of(node)
        own = (1 << bit,)
        return self._both(own, self._of(node)) if self.aim.kept else self._either(own, self._of(node))

    def _of(self, node: int) -> Ways:
        is_favoured, parts = node in self.aim.favoured, self.framework.parts[node]
        if parts:
            return self._all_of(parts) if is_favoured else self._any_of(parts)
        base = GRANTED if node in self.aim.granted else self.framework.base[node]
        if base == REJECTED:
            return NEVER if is_favoured else ALWAYS
        return self._held(node, base) if is_favoured else self._beaten(node, base)

    def _held(self, node: int, base: int) -> Ways:
        """Compose a favoured statement: some pro is strong enough where the cons from its limit on are met.

        Written so that each pro and con occurs once: in a tree nothing is then composed with itself.
        """
        cons, result, start = self.framework.cons[node], NEVER, 0
        if base in self.held_for:
            result = ALWAYS
        for limit, pros in self._by_limit(node, self.aim.surely):
            result = self._both(result, self._all_of(cons[start:limit]))
            result, start = self._either(result, self._any_of(pros)), limit
        return self._both(result, self._all_of(cons[start:]))

    def _beaten(self, node: int, base: int) -> Ways:
        """Compose a statement of the other side: every pro is met, or overcome by a con from its limit on."""
        cons, result, start = self.framework.cons[node], ALWAYS, 0
        if base in self.held_against:
            result = NEVER
        for limit, pros in self._by_limit(node, not self.aim.surely):
            result = self._either(result, self._any_of(cons[start:limit]))
            result, start = self._both(result, self._all_of(pros)), limit
        return self._either(result, self._any_of(cons[start:]))

    def _by_limit(self, node: int, to_be_in: bool) -> list[tuple[int, list[int]]]:
        """Give the pros by the place of the first con that is too strong for them, ascending."""
        found: dict[int, list[int]] = {}
        for pro, *limits in self.framework.pros[node]:
            found.setdefault(limits[0 if to_be_in else 1], []).append(pro)
        return sorted(found.items())

    # --- functions by their minimal sets ---------------------------------------------------------------------------

    def _all_of(self, nodes: Sequence[int]) -> Ways:
        result = ALWAYS
        for node in nodes:
            result = self._both(result, self.found[node])
        return result

    def _any_of(self, nodes: Sequence[int]) -> Ways:
        result = NEVER
        for node in nodes:
            result = self._either(result, self.found[node])
        return result

    def _either(self, one: Ways, other: Ways) -> Ways:
        if not one or not other or one == other:
            return one or other
        if ALWAYS in (one, other):
            return ALWAYS
        both = {*one, *other}
        return self._bounded(both if _are_apart(one, other) else self._minimal(both))

    def _both(self, one: Ways, other: Ways) -> Ways:
        if ALWAYS in (one, other):
            return other if one == ALWAYS else one
        if one == other:
            return one
        if len(one) * len(other) > 20 * self.bounds.number:
            raise TooManyError
        size = self.bounds.size
        pairs = {mine | yours for mine in one for yours in other}
        small = {pair for pair in pairs if pair.bit_count() <= size}
        return self._bounded(small if _are_apart(one, other) else self._minimal(small))

    def _minimal(self, sets: set[int]) -> set[int]:
        """Leave out the sets that hold another. Cost: quadratic in their number at worst."""
        found: list[int] = []
        for number, one in enumerate(sorted(sets, key=int.bit_count)):
            if number % 256 == 255 and self.bounds.is_over():
                raise TooManyError
            if not any(small & one == small for small in found):
                found.append(one)
        return set(found)

    def _bounded(self, sets: set[int]) -> Ways:
        if len(sets) > self.bounds.number:
            raise TooManyError
        return tuple(sorted(sets))


def _are_apart(one: Ways, other: Ways) -> bool:
    """Tell whether two functions share no variable: then what comes of them is minimal as it is."""
    return not _support(one) & _support(other)


def _support(sets: Ways) -> int:
    result = 0
    for one in sets:
        result |= one
    return result
