"""Lists of edges: a row says from where to where, and what that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.stances import SIGNS, stance_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.tables.lookup import Lookup
    from coldwater.formats.tables.records import Record
    from coldwater.formats.tables.steps import Steps


def read_edges(gathering: Gathering, lookup: Lookup, steps: Steps, records: Sequence[Record]) -> None:
    """Take edges; an end that no row has told of is a claim of this text."""

    def claim(words: str, record: Record) -> Entry:
        found = lookup.find(words)
        if found is None:
            found = gathering.claim(words, id_=words, place=record.place)
            lookup.add(words, found)
        return found

    for record in records:
        if not (record["from"] and record["to"]):
            gathering.remark(record.place, "one end of this edge is missing; it is left out")
            gathering.lose("edge", "one of its ends is missing", str(record.line))
            continue
        premise, target = claim(record["from"], record), claim(record["to"], record)
        if premise.section != "claims":
            gathering.lose("edge", "it begins at an argument", record["from"])
            continue
        relation = record["relation"]
        stance = stance_of(relation) or SIGNS.get(relation)
        if stance is None and relation:
            gathering.remark(record.place, f"`{relation[:40]}` is no relation that is known; taken for support")
        steps.edge(record, premise, target, stance, {"title": record["title"]} if record["title"] else {})
