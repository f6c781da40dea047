"""The map while a move is made: as it was read, and what its data are to be. It knows no text.

Ids are looked up here, so that all moves refuse a wrong one in the same way: with those that were probably meant.
"""

from __future__ import annotations

from functools import cached_property

from coldwater.errors import MoveRefusedError
from coldwater.formats.foreign.naming import Names
from coldwater.listing import listed
from coldwater.model import composed
from coldwater.model.data import SECTIONS, copied, fields_at
from coldwater.model.graph import Graph
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, NoReturn

    from coldwater.edits import Found
    from coldwater.findings import Pointer
    from coldwater.formats.native.move_table import Move
    from coldwater.model.models import Map

    Data = dict[str, Any]

CLAIMS, ARGUMENTS, SOURCES = ("claims",), ("arguments",), ("sources",)
NODES = CLAIMS + ARGUMENTS
_MOST_MEANT = 2
_MOST_LISTED = 5
_LONGEST = 40
#: How alike an id must be to be offered, in 0..1: another claim is no slip of the pen.
_NEAR = 0.7
_NOT_AS_MEANT = "what was probably meant cannot be done to the map as it is"
_BY_HAND = "no move mends this: it is written otherwise than any map"
#: Why no move is given where nothing is left to do.
IS_SO = "there is nothing to do: the map is so already"


class Draft:
    """A move, the map that it is made in, and the data of it, to be changed in place (``data``; ``old`` stays).

    ``found``: where words stand that the move quotes.
    """

    def __init__(
        self,
        move: Move,
        number: int,
        data: Data,
        map_: Map,
        texts: Callable[[Map], Mapping[str, str]] | None = None,
    ) -> None:
        """Take a move with its number, the data and the map that a text holds, and what reads the sources' texts."""
        self.move = move
        self.map = map_
        self.old = data
        self.data: Data = copied(data)
        self.found: list[Found] = []
        self._number = number
        self._texts = texts

    def take(self, move: Move, number: int) -> None:
        """Go on with another move that does not look at what the others change."""
        self.move, self._number = move, number

    @cached_property
    def graph(self) -> Graph:
        """The relations of the map as it is."""
        return Graph(self.map)

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The full texts at hand, by source id."""
        return {} if self._texts is None else self._texts(self.map)

    @cached_property
    def names(self) -> Names:
        """Gives ids that no entry has."""
        names = Names()
        for section in SECTIONS:
            for id_ in getattr(self.map, section):
                names.keep(id_, is_ours=True)
        return names

    def refuse(self, reason: str, *instead: Move, why_none: str | None = None) -> NoReturn:
        """Refuse the move whole, with the reason and with moves that can be made in its place.

        ``why_none``: why there are none, or what else can be done; needed where none may be given.
        """
        raise MoveRefusedError(reason, self._number, str(self.move["move"]), instead, why_none)

    def without(self, *fields: str, **others: Any) -> Move:
        """Give the move without some fields, and with others."""
        return {**{name: value for name, value in self.move.items() if name not in fields}, **others}

    # --- ids ------------------------------------------------------------------------------------------------------

    def claim(self, field: str = "id") -> str:
        """Give the claim that a field of the move names."""
        return self.one_of(field, CLAIMS)

    def argument(self, field: str = "id") -> str:
        """Give the argument that a field of the move names."""
        return self.one_of(field, ARGUMENTS)

    def node(self, field: str) -> str:
        """Give the claim or argument that a field of the move names."""
        return self.one_of(field, NODES)

    def one_of(self, field: str, sections: Sequence[str]) -> str:
        """Give the id that a field of the move names, of an entry in one of the sections."""
        return self.known(self.move[field], sections, lambda other: {**self.move, field: other})

    def known(self, text: str, sections: Sequence[str], otherwise: Callable[[str], Move]) -> str:
        """Give an id of the sections as it is held. ``otherwise``: the move with another id in its place."""
        wanted = composed(text)
        if not any(wanted in getattr(self.map, section) for section in sections):
            self._refuse_id(wanted, sections, otherwise)
        return wanted

    def all_known(self, field: str, sections: Sequence[str]) -> list[str]:
        """Give the ids that a list of the move names, of entries in one of the sections."""
        said: list[str] = self.move[field]
        return [self.known(text, sections, self._with_item(field, number)) for number, text in enumerate(said)]

    def _with_item(self, field: str, number: int) -> Callable[[str], Move]:
        """Give what makes the move with another item in a list of it."""
        said = self.move[field]
        return lambda other: {**self.move, field: [*said[:number], other, *said[number + 1 :]]}

    def section_of(self, sections: Sequence[str] = tuple(SECTIONS)) -> str:
        """Give the section of the entry that the move is about; which is meant may have to be said."""
        wanted = self.move.get("section")
        if wanted is not None and wanted not in sections:
            self.refuse(
                f"there is no section `{printable(wanted)}`; there are {listed(sections)}",
                self.without("section"),
                why_none="which entry is meant is yours to say",
            )
        id_ = self.one_of("id", sections if wanted is None else (wanted,))
        found = [section for section in sections if id_ in getattr(self.map, section) and wanted in (None, section)]
        if len(found) > 1:
            named = listed([f"a {SECTIONS[section]}" for section in found]).replace("a argument", "an argument")
            instead = [{**self.move, "section": section} for section in found]
            self.refuse(f"`{id_}` is {named}; say which by `section`", *instead, why_none=_NOT_AS_MEANT)
        return found[0]

    def _refuse_id(self, wanted: str, sections: Sequence[str], otherwise: Callable[[str], Move]) -> NoReturn:
        what = listed([SECTIONS[section] for section in sections], "or")
        elsewhere = [SECTIONS[section] for section in SECTIONS if wanted in getattr(self.map, section)]
        is_no = f"is no {what}" if not elsewhere else f"is {_one(elsewhere[0])}, no {what}"
        candidates = [id_ for section in sections for id_ in getattr(self.map, section)]
        meant = [one for one in self._around(wanted) if one in candidates] or _nearest(wanted, candidates)
        asked = [f"`{one}`{self.label(one)}" for one in meant[:_MOST_MEANT]]
        why_none = "only you can say which is meant: nothing is spelt like it"
        if asked:
            more, why_none = f"; did you mean {listed(asked, 'or')}?", _NOT_AS_MEANT
        elif candidates:
            shown = [f"`{one}`" for one in candidates[:_MOST_LISTED]]
            rest = [f"{len(candidates) - len(shown)} more"] if len(candidates) > len(shown) else []
            more = f"; there {'is' if len(candidates) == 1 else 'are'} {listed([*shown, *rest])}"
        else:
            more, why_none = f"; the map has no {what} yet", f"a move that adds comes first: the map has no {what} yet"
        self.refuse(f"`{printable(wanted)}` {is_no}{more}", *map(otherwise, meant[:_MOST_MEANT]), why_none=why_none)

    def _around(self, id_: str) -> Iterable[str]:
        """Give what a claim or an argument stands next to."""
        if id_ in self.map.claims:
            return (*self.graph.incoming(id_), *self.graph.uses(id_))
        if id_ in self.map.arguments:
            return (self.map.arguments[id_].target, *self.graph.premises(id_))
        return ()

    def label(self, id_: str) -> str:
        """Say shortly what an entry is, in brackets with a blank before; nothing where that cannot be said."""
        argument, claim = self.map.arguments.get(id_), self.map.claims.get(id_)
        text = claim.text if claim is not None else argument.title if argument is not None else None
        text = self.map.sources[id_].title if text is None and id_ in self.map.sources else text
        if not text:
            return ""
        shown = printable(text)
        return f" ({shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'})"

    def fresh(self, field: str, words: str, otherwise: str) -> str:
        """Give the id of a new entry: as the move says, else one made of words, or of another word."""
        wish = self.move.get(field)
        return self.names.make(words, otherwise) if wish is None else self.fresh_as(wish)

    def fresh_as(self, wish: str) -> str:
        """Give an id as it was wished for, for a new entry."""
        from coldwater.model.ids import ID_RULE, is_id, proposed, why_no_id  # noqa: PLC0415 - tables of characters

        id_ = composed(wish)
        if not is_id(id_):
            can = f"; `{proposed(wish)}` can" if proposed(wish) else ""
            other = self._with_id(wish, proposed(wish) or self.names.make("entry", "entry"))
            reason = f"`{printable(wish)}` cannot be an id: {why_no_id(wish)}; {ID_RULE}{can}"
            self.refuse(reason, other, why_none=_NOT_AS_MEANT)
        taken = [SECTIONS[section] for section in SECTIONS if id_ in getattr(self.map, section)]
        if taken or self.names.keep(id_, is_ours=True) is None:
            free = self.names.make(id_, "entry")
            what = _one(taken[0]) if taken else "an entry that this move makes"
            self.refuse(
                f"`{id_}` is {what} already; `{free}` is free", self._with_id(wish, free), why_none=_NOT_AS_MEANT
            )
        return id_

    def _with_id(self, wish: str, id_: str) -> Move:
        """Give the move with another id in the place of one that was wished for, be it in a claim that it describes."""

        def other(value: Any) -> Any:
            if isinstance(value, list):
                return [other(item) for item in value]
            return {**value, "id": id_} if isinstance(value, dict) and value.get("id") == wish else value

        return {name: other(value) for name, value in other(self.move).items()}

    # --- data -----------------------------------------------------------------------------------------------------

    def section(self, name: str) -> Data:
        """Give the entries of a section, to be changed; it is made if it is missing."""
        if name not in self.data:
            put(self.data, (), name, {})
        entries: Data = self.data[name]
        if not isinstance(entries, dict):
            self.refuse(f"`{name}` must hold entries by their ids; mend that by hand first", why_none=_BY_HAND)
        return entries

    def entry(self, section: str, id_: str) -> Data:
        """Give an entry, to be changed; a claim that is its text alone is written out."""
        entries = self.section(section)
        entry = entries.get(id_)
        if isinstance(entry, str):
            entry = entries[id_] = {"text": entry}
        if not isinstance(entry, dict):  # in a map that does not fit the schema
            self.refuse(f"`{id_}` is no entry with fields; mend that by hand first", why_none=_BY_HAND)
        return entry

    def put(self, section: str, id_: str, field: str, value: Any) -> None:
        """Give a field of an entry a value; a list that would be empty goes."""
        if value in ([], {}):
            self.drop(section, id_, field)
        else:
            put(self.entry(section, id_), (section, id_), field, value)

    def drop(self, section: str, id_: str, field: str) -> None:
        """Take a field of an entry out, if it is there."""
        entry = self.data[section][id_]
        if isinstance(entry, dict):
            entry.pop(field, None)

    def names_in(self, section: str, id_: str, field: str) -> list[str]:
        """Give the ids that a list of an entry holds in the data, in composed form."""
        entry = self.data[section][id_]
        return [composed(one) for one in entry.get(field, ())] if isinstance(entry, dict) else []


def put(holder: Data, pointer: Pointer, name: str, value: Any) -> None:
    """Give a key of a mapping a value; a new one goes where the format has it, what is no field of ours to the end."""
    fields = fields_at(pointer)
    if name in holder or name not in fields:
        holder[name] = value
        return
    before = fields[: fields.index(name)]
    items = list(holder.items())
    at = next((number + 1 for number in range(len(items) - 1, -1, -1) if items[number][0] in before), 0)
    holder.clear()
    holder.update([*items[:at], (name, value), *items[at:]])


def _nearest(wanted: str, candidates: Sequence[str]) -> list[str]:
    """Give the ids that come closest to one, those that differ in figures only too."""
    from coldwater.suggest import BUDGET, LONGEST, Names  # noqa: PLC0415 - only where something is unknown

    first = Names(candidates, figures_count=True).closest(wanted)
    found = [] if first is None else [first]
    if len(candidates) <= BUDGET // 10 and len(wanted) <= LONGEST:
        import difflib  # noqa: PLC0415 - as above

        close = difflib.get_close_matches(wanted, candidates, n=_MOST_MEANT, cutoff=_NEAR)
        found += [one for one in close if one not in found]
    return found


def _one(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
