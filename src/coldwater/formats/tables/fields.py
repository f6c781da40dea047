"""What the cells of a row say of a claim, an argument and a source beside their text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.links import title_of, url_of
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.tables.cells import items_of
from coldwater.model import composed
from coldwater.model.ids import is_id
from coldwater.model.patterns import DATE_PATTERN

if TYPE_CHECKING:
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.tables.lookup import Lookup
    from coldwater.formats.tables.records import Record

_WORDS = {
    "kind": {
        **{word: word for word in ("fact", "value", "policy", "forecast", "definition")},
        "tatsache": "fact", "fakt": "fact", "wert": "value", "forderung": "policy", "prognose": "forecast",
    },
    "status": {
        **{word: word for word in ("accepted", "rejected", "open")},
        "angenommen": "accepted", "abgelehnt": "rejected", "offen": "open",
    },
    "standard": {
        word: word
        for word in (
            "scintilla", "preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity",
        )
    },
}  # fmt: skip
_YES = ("yes", "true", "1", "x", "ja", "wahr", "✓", "implicit", "unstated")
_NO = ("no", "false", "0", "nein", "falsch")
#: The columns of a source, and what the fields are called in a map.
SOURCE = {
    "url": "URL", "author": "author", "issued": "issued", "source type": "type", "publisher": "publisher",
    "container": "container-title",
}  # fmt: skip


class Values:
    """Puts the values of rows where they belong; what fits no field is a loss, with a remark at its row."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._sources: dict[str, Entry] = {}
        self._positions: dict[str, Entry] = {}
        self._contradictions: list[tuple[Record, Entry]] = []

    # --- claims and arguments ----------------------------------------------------------------------------------------

    def take_claim(self, record: Record, claim: Entry) -> None:
        """Put what a row says of its claim into it."""
        for field, words in _WORDS.items():
            if value := record[field]:
                self._set(record, claim, field, words.get(value.strip().casefold()))
        if record["credence"]:
            self._set(record, claim, "credence", number_of(record["credence"]))
        if said := record["implicit"].casefold():
            self._set(record, claim, "implicit", True if said in _YES else False if said in _NO else None)
        if record["tags"]:
            claim.fields["tags"] = list(dict.fromkeys([*claim.fields.get("tags", ()), *items_of(record["tags"])]))
        if record["note"]:
            claim.fields.setdefault("note", record["note"])
        for field in ("accepted by", "rejected by"):
            for name in items_of(record[field]):
                self._gathering.accept(self._position(name, record), claim, field == "rejected by")
        if record["contradicts"]:
            self._contradictions.append((record, claim))
        self.cite(record, claim)

    def of_step(self, record: Record) -> dict[str, Any]:
        """Give what a row says of its argument."""
        fields: dict[str, Any] = {"title": record["title"], "scheme": record["scheme"], "note": record["argument note"]}
        fields["tags"] = items_of(record["argument tags"])
        if record["strength"]:
            fields["strength"] = number_of(record["strength"])
            if fields["strength"] is None:
                self._strange(record, "strength")
        return {key: value for key, value in fields.items() if value not in ("", [], None)}

    def contradict(self, lookup: Lookup) -> None:
        """Say which claims cannot hold together."""
        for record, claim in self._contradictions:
            for word in items_of(record["contradicts"]):
                other = lookup.find(word)
                if other is not None and other.section == "claims":
                    self._gathering.contradict(claim, other)
                else:
                    self._gathering.remark(record.place, f"there is no claim `{word[:60]}` to contradict")
                    self._gathering.lose("contradiction", "what it names is nowhere", word[:60])

    def _set(self, record: Record, entry: Entry, field: str, value: object) -> None:
        if value is None:
            self._strange(record, field)
        else:
            entry.fields.setdefault(field, value)

    def _strange(self, record: Record, field: str) -> None:
        self._gathering.remark(record.place, f"`{record[field][:40]}` is no {field} that is known; it is left out")
        self._gathering.lose(
            field, "its value is none that a map may hold", record["id"] or None, many=f"{field} values"
        )

    def _position(self, name: str, record: Record) -> Entry:
        if name not in self._positions:
            self._positions[name] = self._gathering.position(name, place=record.place)
        return self._positions[name]

    # --- sources -----------------------------------------------------------------------------------------------------

    def cite(self, record: Record, entry: Entry) -> None:
        """Cite what a row names as a source: several, parted by semicolons, where it has no id."""
        for source in self._sources_of(record):
            self._gathering.cite(entry, source, locator=record["locator"], quote=record["quote"])

    def source_alone(self, record: Record) -> None:
        """Take the source of a row that has no claim."""
        self._sources_of(record)

    def _sources_of(self, record: Record) -> list[Entry]:
        id_ = composed(record["source id"])
        titles = [record["source"]] if id_ or record["url"] or not record["source"] else items_of(record["source"])
        return [self._source(record, id_, title) for title in titles if title or id_ or record["url"]]

    def _source(self, record: Record, id_: str, title: str) -> Entry:
        url = url_of(record["url"]) or url_of(title)
        called = title_of(url) if url and (not title or url_of(title)) else one_line(title or record["url"] or id_)
        key = id_ or url or called
        source = self._sources.get(key)
        if source is None:
            source = self._gathering.source(called, id_=id_ if is_id(id_) else None, place=record.place, URL=url)
            self._sources[key] = source
            self._describe(record, source)
        return source

    def _describe(self, record: Record, source: Entry) -> None:
        if record["url"] and "URL" not in source.fields:
            source.fields["URL"] = None
        if record["url"] and not source.fields["URL"]:
            self._strange(record, "url")
        if record["author"]:
            source.fields["author"] = items_of(record["author"])
        if issued := record["issued"]:
            if re.search(DATE_PATTERN, issued):
                source.fields["issued"] = issued
            else:
                self._strange(record, "issued")
        if said := record["source type"].strip().casefold():
            if said in _source_types():
                source.fields["type"] = said
            else:
                self._strange(record, "source type")
        source.fields["publisher"] = record["publisher"]
        source.fields["container-title"] = record["container"]


def number_of(text: str) -> float | None:
    """Give a number from 0 to 1, written with a point or a comma, or as a percentage; None if it is none.

    >>> number_of("0,8"), number_of("80 %"), number_of("7")
    (0.8, 0.8, None)
    """
    match = re.fullmatch(r"([0-9]{1,3}(?:[.,][0-9]{1,20})?(?:e-[0-9]{1,3})?)\s*(%?)", text.strip())
    if match is None:
        return None
    number = float(match[1].replace(",", ".")) / (100 if match[2] else 1)
    return number if number <= 1 else None


@cache
def _source_types() -> frozenset[str]:
    from typing import get_args  # noqa: PLC0415 - the models take time to load

    from coldwater.model.models import SourceType  # noqa: PLC0415

    return frozenset(get_args(SourceType))
