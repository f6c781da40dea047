"""What a reader of a foreign format has found so far, and the map that comes of it.

A reader says what it meets, in any order, and refers to entries by what it was handed; ids, theses, the shape and the
counts are found at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.imported import Imported, counted
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.naming import Names, is_readable_id
from coldwater.formats.foreign.outgoing import NO_THESIS
from coldwater.formats.foreign.places import entry_places, found
from coldwater.formats.foreign.standing import Standing
from coldwater.formats.foreign.texts import base_of, cleaned, one_line, stem_of
from coldwater.formats.native.spots import Remarks
from coldwater.model import _accepts

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from coldwater.formats.foreign.imported import Given
    from coldwater.formats.foreign.places import Where

#: The rule that says that a foreign file bends its format.
ODD = "CW006"
#: So much of a premise's id is left in that of its argument, that `-but` finds room after it.
_LONGEST_PREMISE = 36


class Entry:
    """A claim, argument, source or position to be. ``fields`` is what its entry in the map will hold beside references.

    ``id`` is there at the end. ``kept`` is what ``x-from`` keeps of it for the way back; its ``id`` is the foreign one.
    ``extra``: fields that the file itself says in our words, as data; they are taken if all of them fit.
    """

    __slots__ = (
        "attacks", "extra", "fields", "id", "is_made_up", "is_ours", "kept", "place", "premises", "section", "target",
        "wish",
    )  # fmt: skip

    def __init__(self, section: str, fields: dict[str, Any], wish: str, kept: dict[str, Any], place: Where) -> None:
        self.section = section
        self.fields = fields
        self.wish = wish
        self.kept = kept
        self.extra: dict[str, Any] = {}
        #: Whether the foreign id is one that we wrote, whatever it looks like.
        self.is_ours = False
        #: Whether it stands for what the file leaves out; such claims are not counted as read.
        self.is_made_up = False
        self.place = place
        self.id = ""
        self.premises: list[Entry] = []
        self.target: Entry | None = None
        self.attacks = False


class Gathering:
    """Gathers a map. ``title`` and ``fields`` are of the map; ``kept`` goes to its ``x-from``.

    ``keeps_ids``: whoever wrote the file gave ids as maps have them, so that any stays, `c1` and `12` too.
    """

    def __init__(self, format_: str, given: Given, keeps_ids: bool = False) -> None:
        self.keeps_ids = keeps_ids
        self.losses = Losses()
        self.title = ""
        self.fields: dict[str, Any] = {}
        self.kept: dict[str, Any] = {}
        #: Fields of the map that the file says in our words, as those of entries.
        self.extra: dict[str, Any] = {}
        self.theses: list[Entry] = []
        self.rivals: list[Entry] = []
        #: The claim that is meant where one is asked for, if the file says so; roots that do not lead to it follow it.
        self.foremost: Entry | None = None
        self.claims: list[Entry] = []
        self.arguments: list[Entry] = []
        self.sources: list[Entry] = []
        self.positions: list[Entry] = []
        #: Whether a file without claims is odd: not where files of the format hold none.
        self.expects_claims = True
        #: What ids look like that a program gives and people never see, where they could be taken for people's own.
        self.machine_ids: re.Pattern[str] | None = None
        self._format = format_
        self._given = given
        self._remarks = Remarks()
        self._contradictions: dict[Entry, dict[Entry, None]] = {}
        self._held: dict[tuple[Entry, str], dict[Entry, None]] = {}

    # --- what is met ------------------------------------------------------------------------------------------------

    def claim(self, text: str, *, wish: str = "", id_: str | None = None, place: Where = START, **fields: Any) -> Entry:
        """Take a claim. ``wish`` is what its id is made of, its text unless given; ``id_`` its foreign id.

        A foreign id that people can read is the id here as well. ``fields`` are those of a claim in a file; None and
        what is empty is left out. A text without words becomes "…", with a remark.
        """
        said = cleaned(text)
        if not said:
            said = cleaned(wish) or (f"({id_})" if id_ else "…")
            self.remark(place, f"there is no text here; the claim is called “{one_line(said)}”")
        return self._entry("claims", {"text": said, **fields}, wish or said, id_, place)

    def argument(  # noqa: PLR0913 - what an argument is made of
        self,
        premises: Iterable[Entry],
        target: Entry,
        *,
        attacks: bool = False,
        wish: str = "",
        id_: str | None = None,
        place: Where = START,
        **fields: Any,
    ) -> Entry:
        """Take an argument for or against a claim or an argument; at least one premise, each a claim, none twice."""
        entry = self._entry("arguments", fields, wish or str(fields.get("title") or ""), id_, place)
        entry.premises = list(dict.fromkeys(premises))
        entry.target = target
        entry.attacks = attacks
        return entry

    def source(
        self, title: str, *, wish: str = "", id_: str | None = None, place: Where = START, **fields: Any
    ) -> Entry:
        """Take a source; its fields are named as in a file."""
        said = one_line(title) or "…"
        return self._entry("sources", {"title": said, **fields}, wish or said, id_, place)

    def position(self, name: str, *, id_: str | None = None, place: Where = START, **fields: Any) -> Entry:
        """Take somebody; what they accept and reject are lists of entries, put in with :meth:`accept`."""
        said = one_line(name) or "…"
        return self._entry("positions", {"name": said, **fields}, said, id_, place)

    def accept(self, position: Entry, claim: Entry, rejects: bool = False) -> None:
        """Say that somebody accepts or rejects a claim."""
        self._held.setdefault((position, "rejects" if rejects else "accepts"), {})[claim] = None

    def cite(self, entry: Entry, source: Entry, **fields: Any) -> None:
        """Say where a claim or an argument comes from: a source, and where in it."""
        citation = {"source": source, **{key: value for key, value in fields.items() if value}}
        cites = entry.fields.setdefault("cites", [])
        if citation not in cites:
            cites.append(citation)

    def contradict(self, one: Entry, other: Entry) -> None:
        """Say that two claims cannot hold together; said of the first, and once, however often it is met."""
        if one is not other and one not in self._contradictions.get(other, ()):
            self._contradictions.setdefault(one, {})[other] = None

    def forget(self, arguments: Iterable[Entry]) -> None:
        """Take back arguments of which nothing can be made, and those that are about them, with a loss."""
        gone = set(arguments)
        about: dict[Entry, list[Entry]] = {}
        for one in self.arguments if gone else ():
            if one.target is not None:
                about.setdefault(one.target, []).append(one)
        waiting = list(gone)
        while waiting:
            for one in about.get(waiting.pop(), ()):
                if one not in gone:
                    gone.add(one)
                    waiting.append(one)
                    self.lose(
                        "argument",
                        "what it is about did not come along",
                        str(one.kept.get("id") or found(one.place).line),
                    )
        self.arguments[:] = [one for one in self.arguments if one not in gone]

    def remark(self, place: Where, message: str, rule: str = ODD) -> None:
        """Say that the file bends its format here, and what was made of it."""
        if not self._remarks.skips():
            self._remarks.add(rule, found(place), message)

    def lose(self, what: str, why: str, at: str | None = None, *, many: str | None = None, count: int = 1) -> None:
        """Say that something does not come along."""
        self.losses.add(what, why, at, many=many, count=count)

    # --- what comes of it -------------------------------------------------------------------------------------------

    def finish(self) -> Imported:
        """Give the map. Cost is linear in what was gathered."""
        self._name()
        unsaid = not self.claims
        if unsaid:
            self.claims.append(Entry("claims", {"text": NO_THESIS}, "", {"unsaid": True}, START))
            self.claims[0].id = "thesis"
            self.claims[0].is_made_up = True
            if self.expects_claims:
                self.remark(START, "there is no claim in this file")
        standing = Standing(self.claims, self.arguments)
        theses = self._chosen(self.theses or standing.roots(), standing)
        data = self._data(theses, standing, unsaid)
        if self.extra or any(entry.extra for _, entries in self._sections() for entry in entries):
            data = self._with_extra(data)
        made_up = sum(claim.is_made_up for claim in self.claims)
        places = {
            section: {entry.id: entry.place for entry in entries} for section, entries in self._sections() if entries
        }
        return Imported(
            self._format, data, self._remarks.spots(), entry_places(places), self.losses.all(), counted(data, made_up)
        )

    def _chosen(self, theses: Sequence[Entry], standing: Standing) -> list[Entry]:
        """Put the thesis that is asked for before the others, and leave out those that lead to it."""
        asked = self._given.thesis
        if asked is None and self.foremost is None:
            return list(theses)
        found = self.foremost
        if asked is not None:
            found = next((claim for claim in self.claims if asked in (claim.id, claim.kept.get("id"))), None)
        if asked is not None and found is None:
            from coldwater.errors import UsageError  # noqa: PLC0415 - only where somebody is wrong
            from coldwater.suggest import hint  # noqa: PLC0415

            near = hint(asked, [claim.id for claim in self.claims])
            raise UsageError(f"{self._given.name}: there is no claim `{asked}` to be the thesis.{near}")
        assert found is not None
        self.rivals = [rival for rival in self.rivals if rival is not found]
        behind = standing.leading_to(found)
        return [found, *(thesis for thesis in theses if thesis not in behind)]

    def _data(self, theses: Sequence[Entry], standing: Standing, unsaid: bool) -> dict[str, Any]:
        named = [thesis.id for thesis in theses]
        data: dict[str, Any] = {"argmap": 1, "title": one_line(self.title) or stem_of(base_of(self._given.name))}
        data["thesis"] = named[0] if len(named) == 1 else named
        if self.rivals:
            data["rivals"] = [rival.id for rival in self.rivals]
        roots = [*theses, *self.rivals]
        if not standing.is_tree(roots):
            data["shape"] = "graph"
        if unsaid or standing.has_loose_claims(roots):
            data["draft"] = True
        data |= {key: _plain(value) for key, value in self.fields.items() if value not in (None, "", [], {})}
        for section, entries in self._sections():
            if entries or section == "claims":
                data[section] = {entry.id: self._entry_data(entry) for entry in entries}
        data["x-from"] = {"format": self._format, "file": base_of(self._given.name), **self.kept}
        return data

    def _with_extra(self, data: dict[str, Any]) -> dict[str, Any]:
        """Add what the file says in our words, unless that makes no map."""
        whole = {**data, **{key: value for key, value in self.extra.items() if key not in ("claims", "arguments")}}
        whole = {key: value for key, value in whole.items() if value != []}  # what the file says is not there
        for section, entries in self._sections():
            if entries:
                whole[section] = {entry.id: {**entry.extra, **data[section][entry.id]} for entry in entries}
        if _accepts.document(whole):
            return whole
        self.remark(START, "what the file says in coldwater's own words does not fit, and is left out")
        return data

    def _entry_data(self, entry: Entry) -> dict[str, Any]:
        data = {key: _plain(value) for key, value in entry.fields.items() if value not in (None, "", [], (), {})}
        if entry.section == "arguments":
            assert entry.target is not None  # set where arguments are made
            references = {
                "premises": [premise.id for premise in entry.premises],
                "attacks" if entry.attacks else "supports": entry.target.id,
            }
            title = {"title": data.pop("title")} if "title" in data else {}
            data = {**title, **references, **data}
        for stance in ("accepts", "rejects") if entry.section == "positions" else ():
            if held := self._held.get((entry, stance)):
                data[stance] = [claim.id for claim in held]
        if others := self._contradictions.get(entry):
            data["contradicts"] = [other.id for other in others]
        kept = {key: value for key, value in entry.kept.items() if (key, value) != ("id", entry.id)}
        if kept:
            data["x-from"] = kept
        return data

    def _entry(self, section: str, fields: dict[str, Any], wish: str, id_: str | None, place: Where) -> Entry:
        entry = Entry(section, fields, wish, {} if id_ is None else {"id": id_}, place)
        getattr(self, section).append(entry)
        return entry

    def _sections(self) -> list[tuple[str, list[Entry]]]:
        return [
            ("sources", self.sources), ("claims", self.claims), ("arguments", self.arguments),
            ("positions", self.positions),
        ]  # fmt: skip

    def _is_readable(self, foreign: str) -> bool:
        is_machines = self.machine_ids is not None and self.machine_ids.fullmatch(foreign) is not None
        return not is_machines and is_readable_id(foreign)

    def _name(self) -> None:
        """Give every entry its id: foreign ones that people can read first, then what words make, in their order.

        Claims and arguments share one set of ids, as both are targets.
        """
        names = Names()
        nodes = [*self.claims, *self.arguments]
        for entries, taken in ((nodes, names), (self.sources, Names()), (self.positions, Names())):
            for entry in entries:
                foreign = entry.kept.get("id")
                if isinstance(foreign, str) and (self.keeps_ids or entry.is_ours or self._is_readable(foreign)):
                    entry.id = taken.keep(foreign, entry.is_ours) or ""
            for entry in entries:
                if not entry.id:
                    entry.id = taken.make(_wish(entry), entry.section.rstrip("s"))


def _wish(entry: Entry) -> str:
    """Give what an id is made of; an argument without words is called by its first premise and what it is for."""
    if entry.wish or entry.section != "arguments":
        return entry.wish
    first = entry.premises[0].id
    while len(first) > _LONGEST_PREMISE and "-" in first:
        first = first.rsplit("-", 1)[0]
    return f"{first}-{'but' if entry.attacks else 'so'}"


def _plain(value: Any) -> Any:
    """Give a value with ids in the place of entries."""
    if isinstance(value, Entry):
        return value.id
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
