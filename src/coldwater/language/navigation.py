"""Where an id is written: its entry, all other places, and what another name for it would change."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.language.words import one_line, said_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.layout import Entry, IdAt
    from coldwater.language.open_map import OpenMap

Span = tuple[int, int]


class Found(NamedTuple):
    """An entry that was looked for: its section and id, what it says, and where its key stands."""

    section: str
    id: str
    said: str
    start: int
    end: int


def definition(open_map: OpenMap, offset: int) -> Entry | None:
    """Give the entry that is named at an offset; None where none is."""
    at = open_map.layout.id_at(offset)
    return None if at is None else open_map.layout.target_of(at)


def references(open_map: OpenMap, offset: int, *, with_declaration: bool = True) -> list[IdAt]:
    """Give all places that name the entry that is named at an offset, in order; none where none is.

    An id that names nothing (yet) is found wherever it stands.
    """
    at = open_map.layout.id_at(offset)
    if at is None:
        return []
    layout = open_map.layout
    entry = layout.target_of(at)
    found = [
        one
        for one in layout.places_of(at.id)
        if (layout.target_of(one) == entry if entry is not None else set(one.sections) & set(at.sections))
    ]
    return [one for one in found if with_declaration or not one.is_declared]


def name_at(open_map: OpenMap, offset: int) -> IdAt | None:
    """Give the id at an offset that can get another name: that of an entry that is there."""
    at = open_map.layout.id_at(offset)
    return at if at is not None and open_map.layout.target_of(at) is not None else None


def rename_move(open_map: OpenMap, offset: int, new: str) -> dict[str, str]:
    """Give the move that gives the entry at an offset another id. Raises UsageError where there is none."""
    at = name_at(open_map, offset)
    entry = None if at is None else open_map.layout.target_of(at)
    if entry is None:
        raise UsageError("there is no id here that could get another name")
    return {"move": "rename", "id": entry.id, "new": new, "section": entry.section}


def look_up(open_map: OpenMap, words: str, most: int = 200) -> Iterator[Found]:
    """Give the entries with all these words in their id or in what they say, in the order of the text."""
    wanted = words.casefold().split()
    for entry in open_map.layout.entries():
        said = said_of(open_map, (entry.section,), entry.id) or ""
        shown = f"{entry.id} {said}".casefold()
        if all(word in shown for word in wanted):
            yield Found(entry.section, entry.id, one_line(said), entry.key.start, entry.key.end)
            most -= 1
            if most <= 0:
                return
