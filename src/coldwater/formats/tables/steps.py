"""The arguments of a table: rows with the same argument are its premises, all others have one of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign import places
from coldwater.model import composed
from coldwater.model.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.findings import Place
    from coldwater.formats.foreign.gathering import Entry, Gathering
    from coldwater.formats.foreign.places import Where
    from coldwater.formats.foreign.stances import Stance
    from coldwater.formats.tables.lookup import Lookup
    from coldwater.formats.tables.records import Record

_UNSET: Any = None


class Steps:
    """Gathers arguments; what they are about is found at the end, as rows may refer to later ones."""

    def __init__(self, gathering: Gathering, lookup: Lookup) -> None:
        self._gathering = gathering
        self._lookup = lookup
        self._named: dict[str, Entry] = {}
        self._aims: list[tuple[Entry, Record, list[str] | Entry, Stance | None]] = []
        self._first_of: dict[Entry, Entry] = {}
        self._aimed: dict[Entry, tuple[object, Stance | None]] = {}

    def named(self, name: str, place: Place) -> Entry:
        """Give the argument of a name, which is its id, or its title if it is no id."""
        argument = self._named.get(name)
        if argument is None:
            id_ = composed(name)
            argument = self._new(place, id_ if is_id(id_) else None)
            if not is_id(id_):
                argument.fields["title"] = name
            self._named[name] = argument
            self._lookup.add(name, argument)
        return argument

    def take(
        self, record: Record, claim: Entry, parents: list[str] | Entry, stance: Stance | None, fields: Mapping[str, Any]
    ) -> None:
        """Take a claim as a premise for or against something."""
        name = record["argument"]
        argument = self.named(name, record.place) if name else self._new(record.place, None)
        aim = (tuple(parents) if isinstance(parents, list) else parents, stance)
        if argument in self._aimed and self._aimed[argument] != aim:
            self._gathering.remark(record.place, f"`{name}` is about something else in an earlier row; this is another")
            argument = self._new(record.place, None)
        if claim not in argument.premises:
            argument.premises.append(claim)
        for key, value in fields.items():
            argument.fields.setdefault(key, value)
        self._first_of.setdefault(claim, argument)
        if argument not in self._aimed:
            self._aimed[argument] = aim
            self._aims.append((argument, record, parents, stance))

    def edge(
        self, record: Record, premise: Entry, target: Entry, stance: Stance | None, fields: Mapping[str, Any]
    ) -> None:
        """Take an edge from a claim to a claim or an argument."""
        self.take(record, premise, target, stance, fields)

    def finish(self) -> None:
        """Find what each argument is about."""
        unsigned = 0
        gone: set[Entry] = set()
        for argument, record, parents, stance in self._aims:
            targets = self._targets(record, parents)
            if not targets or record["relation"].casefold() in ("contradicts", "contradiction"):
                gone.add(argument)
                self._contradict(argument.premises[0], targets)
                continue
            unsigned += stance is None
            self._aim(argument, targets, stance)
        for argument in self._named.values():
            if argument.target is None and argument not in gone:
                gone.add(argument)
        self._gathering.forget(gone)
        if unsigned:
            many = f"{unsigned:,} rows say" if unsigned > 1 else "1 row says"
            self._gathering.remark(START, f"{many} neither pro nor con; taken for support of what they are about")

    def _contradict(self, claim: Entry, others: list[Entry]) -> None:
        for other in others:
            if other.section == "claims":
                self._gathering.contradict(claim, other)

    def _aim(self, argument: Entry, targets: list[Entry], stance: Stance | None) -> None:
        """Set what an argument is about; of several things, each has an argument."""
        for number, found in enumerate(targets):
            is_on_step = stance in ("undercuts", "backs") and found.section == "claims"
            one = argument if number == 0 else self._copy(argument)
            one.target = self._first_of.get(found, found) if is_on_step else found
            one.attacks = stance in ("attacks", "undercuts")

    def _targets(self, record: Record, parents: list[str] | Entry) -> list[Entry]:
        if not isinstance(parents, list):
            return [parents]
        words = parents[0]
        whole = self._lookup.find(words)
        if whole is not None:
            return [whole]
        found = []
        for part in re.split(r"[;,|\n]", words):
            one = self._lookup.find(part) if part.strip() else None
            if one is not None:
                found.append(one)
            elif part.strip():
                self._gathering.remark(record.place, f"there is no `{part.strip()[:60]}` for this to be about")
                self._gathering.lose("parent", "it is no id, text or row of the table", part.strip()[:60])
        return list(dict.fromkeys(found))

    def _new(self, place: Where, id_: str | None) -> Entry:
        argument = self._gathering.argument([], _UNSET, id_=id_, place=place)
        argument.target = None
        return argument

    def _copy(self, argument: Entry) -> Entry:
        other = self._new(places.found(argument.place), None)
        other.premises = list(argument.premises)
        other.fields = dict(argument.fields)
        return other
