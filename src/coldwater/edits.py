"""What is to be changed in a map's text, as values: which entry, and how. It knows no text and no format.

An edit names its place by a pointer into the document as written, as findings do. Whoever applies edits keeps the rest
of the text as it is, comments and all.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.findings import Pointer


class Replace(NamedTuple):
    """Another value in the place of the one at ``pointer``: plain data, or an :class:`Excerpt` of another text."""

    pointer: Pointer
    value: Any


class Rename(NamedTuple):
    """Another name for the key at the end of ``pointer``; its value and its place among the others stay."""

    pointer: Pointer
    name: str


class Remove(NamedTuple):
    """No entry at ``pointer`` any more. A list or mapping that loses its last entry goes too, unless a map needs it."""

    pointer: Pointer


class Insert(NamedTuple):
    """A new entry at ``pointer``: in a list before the item with its index, in a mapping behind the key ``after``.

    Without ``after`` it comes last, with an empty one first. What is to hold it is made as well if it is missing.
    """

    pointer: Pointer
    value: Any
    after: str | None = None


class Excerpt(NamedTuple):
    """An entry as it stands in a text: its data, its key, and its lines with the comments above, not indented.

    ``name`` is None for an item of a list. ``lines`` is empty where the entry has no lines of its own, as in JSON.
    Under another key than its own an excerpt is only its data.
    """

    value: Any
    name: str | None = None
    lines: tuple[str, ...] = ()


Edit = Replace | Rename | Remove | Insert


class Splice(NamedTuple):
    """Other characters in the text as written for those from ``start`` to before ``end``, offsets from 0.

    Where a text is not read as it was written, its data cannot be trusted to name a place: an offset can.
    """

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """What mends one flaw, and in words what it does. Unsafe ones may not be what the author meant.

    A fix has either ``edits`` of the data or ``splices`` of the text, which lie apart from one another.
    """

    edits: tuple[Edit, ...]
    words: str
    is_safe: bool = True
    splices: tuple[Splice, ...] = ()


class Patch(NamedTuple):
    """New entries for a map, by section and id, as plain data; ``title`` and ``thesis`` are of the map they are for.

    The sections are ``sources``, ``claims`` and ``arguments``; each may be missing. ``moves`` are made after these are
    added, each as plain data too.
    """

    title: str
    thesis: str
    entries: Mapping[str, Mapping[str, Any]]
    moves: tuple[Mapping[str, Any], ...] = ()


class Found(NamedTuple):
    """Where words that a move quotes stand in the text of a source, found without being told.

    ``locator``: the blocks, as a citation names them; ``at``: the first character of the words in the first of these,
    from 1, typesetting evened out; ``is_elsewhere``: whether other blocks hold the words, too.
    """

    id: str
    source: str
    quote: str
    locator: str
    at: int
    is_elsewhere: bool = False
