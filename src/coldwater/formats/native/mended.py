"""A document on its way to fit the schema: what was said of it, what was renamed in it, which ids are excused."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from coldwater.findings import Flaw
from coldwater.formats.native import limits
from coldwater.formats.native.misfits import SECTIONS
from coldwater.model import _accepts
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coldwater.edits import Fix
    from coldwater.findings import Pointer
    from coldwater.formats.native.id_places import IdPlace
    from coldwater.formats.native.places import Places


class NewId(NamedTuple):
    """An id in place of a key that is none. ``is_safe``: no other could be meant."""

    id: str
    is_safe: bool


class Mended:
    """The document as it is now, and what has come of mending it so far."""

    def __init__(self, data: dict[str, Any], places: Places) -> None:
        self.data = data
        self.places = places
        self.flaws: list[Flaw] = []
        #: What would mend a flaw in the text as written, by its pointer and whether it is about the key.
        self.fixes: dict[tuple[Pointer, bool], Fix] = {}
        self.renamed: dict[Pointer, Pointer] = {}
        self.excused: set[str] = set()
        #: Whether the other rules could make something of the document once it fits.
        self.is_usable = True
        #: How many flaws more there would be, had all been given one by one.
        self.untold = 0
        #: The ids of entries whose keys are none, by section and key.
        self.new_ids: dict[tuple[str, str], NewId] = {}
        #: Where texts that are no ids stand for some in the text as written, by text.
        self.no_ids: Mapping[str, Sequence[IdPlace]] = {}
        #: How many references could not be read at all, by the field that held them.
        self.lost: dict[str, int] = {}
        self._said: set[tuple[Pointer, bool]] = set()
        self._unsaid = 0
        self._numbers = count(1)

    def say(self, pointer: Pointer, message: str, on_key: bool = False, fix: Fix | None = None) -> None:
        """Note a flaw at a pointer into the document as it is now: one for each place, and so many in all.

        The edits of a fix have pointers into the text as written.
        """
        where = self.origin(pointer)
        if (where, on_key) in self._said:
            return
        if self.is_full:
            self._unsaid += 1
            return
        self._said.add((where, on_key))
        owner = str(where[1]) if len(where) > 1 and where[0] in SECTIONS else None
        self.flaws.append(Flaw(where, message, owner, on_key))
        if fix is not None:
            self.fixes[where, on_key] = fix

    def say_in_sum(self, pointer: Pointer, number: int, what: str) -> None:
        """Note that there are so many flaws more, without a fix for any."""
        self.flaws.append(Flaw(pointer, f"{number:,} more {what} do not fit the schema", on_key=True))
        self.untold += number - 1

    @property
    def is_full(self) -> bool:
        """Tell whether as many flaws are noted as will be given one by one."""
        return len(self._said) >= limits.MAX_REMARKS

    def conclude(self) -> None:
        """Say how many flaws were not given, if any."""
        if self._unsaid:
            self.say_in_sum((), self._unsaid, "places")
        if not self.flaws and not (self.fits and self.is_usable):
            self.flaws.append(Flaw((), "the map does not fit the schema", on_key=True))

    @property
    def fits(self) -> bool:
        """Tell whether the document fits the schema now."""
        return _accepts.document(self.data)

    def at(self, pointer: Pointer) -> Any:
        """Give what is at a pointer in the document as it is now; None if there is nothing."""
        value: Any = self.data
        for step in pointer:
            if not is_there(value, step):
                return None
            value = value[step]
        return value

    def origin(self, pointer: Pointer) -> Pointer:
        """Give the pointer into the text as written, for one into the document as it is now."""
        return tuple(self.renamed.get(pointer[: length + 1], pointer)[length] for length in range(len(pointer)))

    def excuse(self, value: Any) -> None:
        """Excuse every id that a value names."""
        waiting = [value]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                self.excused.add(item)
            elif isinstance(item, dict):
                waiting.extend(item)
                waiting.extend(item.values())
            elif isinstance(item, list):
                waiting.extend(item)

    def fresh_id(self, like: str = "missing") -> str:
        """Give an id that the document does not use, and excuse it."""
        names = (f"{like}.{number}" for number in self._numbers)
        name = next(name for name in names if not self.names(name))
        self.excused.add(name)
        return name

    def section_of(self, name: str, sections: Iterable[str]) -> str | None:
        """Give the first of the sections in which a key that is no id has got a new one."""
        return next((section for section in sections if (section, name) in self.new_ids), None)

    def new_id(self, name: str, sections: Iterable[str]) -> str | None:
        """Give the id that the entry with a key that is none has got, looked up in these sections in turn."""
        section = self.section_of(name, sections)
        return None if section is None else self.new_ids[section, name].id

    def names(self, name: str) -> bool:
        """Tell whether an entry of the document has this id."""
        return any(isinstance(self.data.get(section), dict) and name in self.data[section] for section in SECTIONS)


def is_there(holder: Any, step: str | int) -> bool:
    """Tell whether a value is a mapping with this key, or a list with this index."""
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and step < len(holder)
