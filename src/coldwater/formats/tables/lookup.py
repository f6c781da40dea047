"""What a cell refers to: a claim or argument by its id, its text, or the number of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.tables.records import Record


class Lookup:
    """Finds entries by what people write for them. Exact ids go before ids in other letters, these before texts."""

    def __init__(self) -> None:
        self._ids: dict[str, Entry] = {}
        self._texts: dict[str, Entry] = {}
        self._rows: dict[int, Entry] = {}

    def add(self, id_: str, entry: Entry) -> None:
        """Make an entry known by its id and, if it is a claim, by its text; what is known already stays."""
        if id_:
            self._ids.setdefault(id_, entry)
            self._ids.setdefault(_plain(id_), entry)
        if entry.section == "claims":
            self._texts.setdefault(_plain(str(entry.fields["text"])), entry)

    def number_rows(self, records: Sequence[Record], claims: Mapping[int, Entry]) -> None:
        """Make claims known by the number of their row.

        That is the number which the sheet shows, unless a parent is named that only counting below the header finds.
        """
        named = {record["parent"] for record in records}
        lines = {record.line for record in records}
        first = min(lines, default=1)
        counts = any(name.isascii() and name.isdecimal() and int(name[:9]) < first for name in named)
        for record in records:
            if record.number in claims:
                self._rows.setdefault(record.number if counts else record.line, claims[record.number])

    def by_id(self, id_: str) -> Entry | None:
        """Give the entry of an id, just as it is written."""
        return self._ids.get(id_)

    def find(self, words: str) -> Entry | None:
        """Give what a cell refers to; None if that is nowhere."""
        said = words.strip()
        found = self._ids.get(said) or self._ids.get(_plain(said)) or self._texts.get(_plain(said))
        if found is None and said.isascii() and said.isdecimal():
            found = self._rows.get(int(said[:9]))
        return found


def _plain(text: str) -> str:
    return one_line(text).casefold().rstrip(".")
