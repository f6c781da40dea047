"""Where the entries of a map stand in the foreign text that they were read from."""

from __future__ import annotations

from coldwater.findings import START
from coldwater.formats.native.places import Branch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.findings import Place

    #: A place, or what finds it once somebody asks.
    Where = Place | Callable[[], Place]


def found(where: Where) -> Place:
    """Give a place that may have to be found first."""
    return where() if callable(where) else where


class EntryPlaces(Branch):
    """The places of entries by section and id; what is below an entry stands where the entry does."""

    __slots__ = ("_below", "_place")

    def __init__(self, below: Mapping[str, EntryPlaces], place: Where = START) -> None:
        self._below = below
        self._place = place

    def place(self) -> Place:
        """Give the place of the value."""
        return found(self._place)

    def spelling(self) -> str:
        """Give nothing: no scalar of a map is spelt in a foreign text."""
        return ""

    def look_below(self) -> dict[str | int, tuple[Place, Branch]]:
        """Look up what is below; a key has the place of its value."""
        return {key: (branch.place(), branch) for key, branch in self._below.items()}


def entry_places(places: Mapping[str, Mapping[str, Where]]) -> EntryPlaces:
    """Give the places of entries, told by section and id."""
    sections = {
        section: EntryPlaces({id_: EntryPlaces({}, place) for id_, place in entries.items()})
        for section, entries in places.items()
    }
    return EntryPlaces(sections)
