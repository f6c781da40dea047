"""Who holds a claim: which positions accept and which reject it, and whose words a citation of it gives.

It says it as data and, in the shortest words, as text. It knows no verdict: what a map is as somebody sees it is the
business of evaluation.
"""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.model.models import Map

#: How many positions are named where a text can only be so long.
MOST_NAMED = 6


class Held(NamedTuple):
    """The positions, by id, that accept a claim and that reject it, in the order of the file."""

    accepted_by: tuple[str, ...] = ()
    rejected_by: tuple[str, ...] = ()


NOBODY = Held()


class Holders:
    """Who holds what, looked up once. Cost: linear in what positions list.

    A position that both accepts and rejects a claim (a flaw that a rule finds) is told on both sides.
    """

    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.positions = map_.positions
        self._held: Mapping[str, Held] = _held(map_)

    def __bool__(self) -> bool:
        """Whether the map has any positions."""
        return bool(self.positions)

    def of(self, claim: str) -> Held:
        """Give who holds a claim; nobody for an argument, and for an id that is not there."""
        return self._held.get(claim, NOBODY)

    def speakers(self, claim: str, source: str) -> tuple[str, ...]:
        """Give the positions whose words a citation of the claim gives: they accept it, and speak in the source."""
        return tuple(one for one in self.of(claim).accepted_by if source in self.positions[one].speaks_in)

    def names(self, positions: Iterable[str], most: int = MOST_NAMED) -> str:
        """Name positions, of more than ``most`` the first, with how many more there are; "" for none."""
        names = [self.positions[one].name.strip() or one for one in positions]
        if len(names) > most:
            names = [*names[: most - 1], f"{len(names) - most + 1:,} more"]
        return listed(names)

    def words(self, claim: str, most: int = MOST_NAMED) -> str:
        """Say who accepts and who rejects a claim, as part of a sentence; "" if nobody is known to do either."""
        held = self.of(claim)
        sides = (("accepted", held.accepted_by), ("rejected", held.rejected_by))
        return "; ".join(f"{word} by {self.names(positions, most)}" for word, positions in sides if positions)


def _held(map_: Map) -> Mapping[str, Held]:
    accepted: dict[str, list[str]] = {}
    rejected: dict[str, list[str]] = {}
    for name, position in map_.positions.items():
        for claim in position.accepts:
            accepted.setdefault(claim, []).append(name)
        for claim in position.rejects:
            rejected.setdefault(claim, []).append(name)
    return {
        claim: Held(tuple(accepted.get(claim, ())), tuple(rejected.get(claim, ())))
        for claim in dict.fromkeys((*accepted, *rejected))
    }
