"""Tables read: a claim a row, with its parent and relation; premises that share an argument; edges; sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.stances import stance_of
from coldwater.formats.foreign.texts import one_line
from coldwater.formats.tables.edges import read_edges
from coldwater.formats.tables.fields import Values
from coldwater.formats.tables.lookup import Lookup
from coldwater.formats.tables.records import ROLES, Record, records_of
from coldwater.formats.tables.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.stances import Stance
    from coldwater.formats.tables.cells import Row

_NUMBERS: dict[str, Stance] = {"1": "supports", "+1": "supports", "-1": "attacks", "−1": "attacks"}
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)*\.?")


def read_tables(format_: str, given: Given, tables: Sequence[Sequence[Row]], said: str | None) -> Imported:
    """Read one table, or several of a workbook: claims first, then edges between them."""
    gathering = Gathering(format_, given)
    if said:
        gathering.remark(START, said)
    recorded = [records_of(rows, gathering) for rows in tables if rows]
    lookup = Lookup()
    reader = _Reader(gathering, lookup, _stem(given.name))
    edges = [records for records in recorded if any(record["from"] and record["to"] for record in records)]
    for records in recorded:
        if records not in edges:
            reader.read(records)
    for records in edges:
        read_edges(gathering, lookup, reader.steps, records)
    reader.finish()
    return gathering.finish()


class _Reader:
    def __init__(self, gathering: Gathering, lookup: Lookup, name: str) -> None:
        self.gathering = gathering
        self._name = name
        self.lookup = lookup
        self.steps = Steps(gathering, lookup)
        self.values = Values(gathering)
        self._claims: dict[int, Entry] = {}
        self._later: list[tuple[Record, Entry]] = []

    def read(self, records: Sequence[Record]) -> None:
        """Take the claims of the rows, then what they are about."""
        ids = [record["id"] for record in records if record["id"]]
        numbered = bool(ids) and all(_NUMBER.fullmatch(id_) for id_ in ids)
        self.gathering.keeps_ids |= (bool(ids) and not numbered) or any(record["argument"] for record in records)
        rows = [record for record in records if not self._take_stances(record)]
        claims = [self._claim(record) for record in rows]
        self.lookup.number_rows(
            records, {record.number: claim for record, claim in zip(rows, claims, strict=True) if claim}
        )
        parents = _Parents(rows, claims, numbered and not self.gathering.keeps_ids, self._about_all(rows, claims))
        for index, (record, claim) in enumerate(zip(rows, claims, strict=True)):
            if claim is not None:
                self._relate(record, claim, parents.of(index))
            elif record["argument"]:
                self._later.append((record, self.steps.named(record["argument"], record.place)))

    def finish(self) -> None:
        """Say what could only be said when all was there."""
        self.steps.finish()
        for record, argument in self._later:
            self.values.cite(record, argument)
        self.values.contradict(self.lookup)

    # --- claims ------------------------------------------------------------------------------------------------------

    def _claim(self, record: Record) -> Entry | None:
        """Give the claim of a row, a new one or one that another row has told already; None if it has none."""
        id_ = record["id"]
        text = record["text"]
        if not text:
            text = next((record[field] for field in record.fields if field.startswith("indent ")), "")
        known = self.lookup.by_id(id_) if id_ else None
        if known is not None and known.section == "claims" and (not text or known.fields["text"] == text):
            self.values.take_claim(record, known)
            return known
        if not text and not (id_ and (record["parent"] or record["relation"] or record["argument"])):
            if not id_:
                self.values.source_alone(record)
            elif not text:
                text = id_
        if not text:
            if not id_:
                return None
            self.gathering.remark(record.place, f"there is no text for `{id_}`")
        if known is not None:
            self.gathering.remark(record.place, f"the id `{id_}` stands for another claim already")
        claim = self.gathering.claim(text, wish=text or id_, id_=id_ or None, place=record.place)
        self.values.take_claim(record, claim)
        self.lookup.add(id_, claim)
        return claim

    def _take_stances(self, record: Record) -> bool:
        """Take a row of a table with a column for and one against: each cell is a claim."""
        cells = [(field[7:], text) for field, text in record.fields.items() if field.startswith("stance ")]
        if not cells:
            return False
        about = self._claim(record) if record["text"] else self._topic()
        for stance, text in cells:
            for part in text.split("\n"):
                said = part.strip(" \t-•*+–")
                if said:
                    claim = self.gathering.claim(said, place=record.place)
                    attacks = stance in ("attacks", "undercuts")
                    if about is not None:
                        self.gathering.argument([claim], about, attacks=attacks, place=record.place)
        return True

    def _topic(self) -> Entry:
        """Give the claim that a table without one is about: its title."""
        if not self.gathering.theses:
            title = one_line(self.gathering.title) or self._name
            self.gathering.theses.append(self.gathering.claim(title))
        return self.gathering.theses[0]

    def _about_all(self, rows: Sequence[Record], claims: Sequence[Entry | None]) -> Entry | None:
        """Give what all rows are about where none says so: the first without a stance, or else the title."""
        says_place = any(record["parent"] or record["level"] or _indent(record) is not None for record in rows)
        stanced = [bool(record["relation"]) and record["relation"].casefold() not in ROLES for record in rows]
        if says_place or not any(stanced):
            return None
        first = next((claim for claim, is_said in zip(claims, stanced, strict=True) if claim and not is_said), None)
        return first or self._topic()

    # --- arguments ---------------------------------------------------------------------------------------------------

    def _relate(self, record: Record, claim: Entry, parents: list[str] | Entry | None) -> None:
        relation = record["relation"]
        role = ROLES.get(relation.casefold())
        if parents is None or parents == [] or parents is claim:
            if record["title"] and role != "rival" and not self.gathering.title:
                self.gathering.title = record["title"]
            elif record["title"]:
                self.gathering.lose(
                    "title of a claim", "only arguments have titles", record["id"], many="titles of claims"
                )
            if role is not None:
                held = self.gathering.theses if role == "thesis" else self.gathering.rivals
                if claim not in held:
                    held.append(claim)
            return
        stance = stance_of(relation) or _NUMBERS.get(relation)
        if stance is None and relation and role is None and relation.casefold() not in ("contradicts", "contradiction"):
            self.gathering.remark(record.place, f"`{relation[:40]}` is no relation that is known; taken for support")
        self.steps.take(record, claim, parents, stance, self.values.of_step(record))


def _stem(name: str) -> str:
    """Give the name of a file without folders and ending."""
    base = one_line(name.replace("\\", "/").rsplit("/", 1)[-1])
    return base.split(".")[0] or base or "…"


def _indent(record: Record) -> int | None:
    field = next((field for field in record.fields if field.startswith("indent ")), None)
    return int(field[7:]) if field else None


class _Parents:
    """What each row is about: by its parent, its level, its indent, or its number."""

    def __init__(
        self, rows: Sequence[Record], claims: Sequence[Entry | None], numbered: bool, otherwise: Entry | None
    ) -> None:
        self._rows = rows
        self._by_level: list[Entry | None] = []
        self._otherwise = otherwise
        has_parents = any(record["parent"] for record in rows)
        self._numbered = numbered and not has_parents
        self._ids = {record["id"].rstrip(".") for record in rows} if self._numbered else set()
        path: list[tuple[int, Entry]] = []
        for record, claim in zip(rows, claims, strict=True):
            level = _indent(record)
            if level is None and record["level"].isascii() and record["level"].isdecimal():
                level = int(record["level"][:6])
            above = None
            if level is not None and not has_parents and claim is not None:
                while path and path[-1][0] >= level:
                    path.pop()
                above = path[-1][1] if path else None
                path.append((level, claim))
            self._by_level.append(above)

    def of(self, index: int) -> list[str] | Entry | None:
        """Give the references of a row, or a claim; None or nothing for a row that is about no other."""
        record = self._rows[index]
        if record["parent"]:
            return [record["parent"]]
        if self._by_level[index] is not None:
            return self._by_level[index]
        if self._numbered:
            above = record["id"].rstrip(".").rpartition(".")[0]
            return [above] if above and above in self._ids else self._otherwise
        return self._otherwise
