"""Who holds what, as data of the page: the positions with what they hold, and as whom the page can be judged.

Claims are known by the page's numbers. It writes no HTML and judges nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.printable import printable
from coldwater.render.scene.stances import Stances
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.model.models import Map, Position
    from coldwater.render.scene.parts import Card
    from coldwater.semantics.framework import Framework
    from coldwater.words.wording import Words


class Held:
    """What the page says of the positions of a map."""

    def __init__(
        self, map_: Map, claims: Mapping[str, int], sources: Mapping[str, int], words: Words = ENGLISH
    ) -> None:
        self._words = words
        self._stances = Stances(map_)
        self._holders = self._stances.holders
        self._places = {name: place for place, name in enumerate(map_.positions)}
        self._claims = claims
        self._sources = sources

    def positions(self) -> list[dict[str, Any]]:
        """Give the positions in the order of the file, each with its letter, if positions have letters."""
        return [self._position(name, one) for name, one in self._holders.positions.items()]

    def _position(self, name: str, position: Position) -> dict[str, Any]:
        told = {
            "letter": self._stances.letters.get(name),
            "note": printable(position.note or "").strip(),
            "sources": [self._sources[source] for source in position.speaks_in if source in self._sources],
        }
        return {
            "id": name,
            "name": printable(position.name).strip() or name,
            "accepts": [self._claims[claim] for claim in position.accepts if claim in self._claims],
            "rejects": [self._claims[claim] for claim in position.rejects if claim in self._claims],
        } | {key: value for key, value in told.items() if value}

    def of(self, card: Card) -> dict[str, Any]:
        """Give what the page says of a claim: its marks, and who accepts and who rejects it, by place and in words."""
        held = self._holders.of(card.name)
        return {
            "stances": [[one.accepts, one.sign, round(one.width, 1)] for one in card.stances],
            "acceptedBy": [self._places[name] for name in held.accepted_by],
            "rejectedBy": [self._places[name] for name in held.rejected_by],
            "held": self._stances.told(card.name, self._words),
        }

    def speakers(self, name: str, source: str) -> str:
        """Name those whose words a citation of a claim gives."""
        return printable(self._holders.names(self._holders.speakers(name, source)))


def seen_by(
    positions: Iterable[Position], framework: Framework, order: Sequence[int]
) -> tuple[list[dict[str, list[int]]], dict[int, str]]:
    """Give what each position accepts and rejects, by the page's numbers, and the ids behind all of these numbers.

    What both accepts and rejects a claim, rejects it. Ids that are no claims are left out.
    """
    numbers = {name: order[node] for node, name in enumerate(framework.names[: framework.claims])}
    names: dict[int, str] = {}
    seen = []
    for position in positions:
        rejects = [name for name in position.rejects if name in numbers]
        accepts = [name for name in position.accepts if name in numbers and name not in set(rejects)]
        names.update((numbers[name], name) for name in (*accepts, *rejects))
        seen.append({"accepts": [numbers[name] for name in accepts], "rejects": [numbers[name] for name in rejects]})
    return seen, names
