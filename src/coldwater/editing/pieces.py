"""The canonical form of a YAML map put together from pieces, each set once and known again by its words.

A text is cut where its outermost keys begin, and within its sections where their entries do. How a piece is set hangs
on no other piece; only the order of claims and arguments hangs on the map. So an edit in one entry of a large map costs
little more than a look at where its pieces begin. A text that cannot be cut so is for ``formatting`` to set as a whole.
"""

from __future__ import annotations

import re
from itertools import pairwise

from coldwater.editing.formatting import refuse_other_data
from coldwater.editing.order import Order, arrange, arranged
from coldwater.errors import DefectError
from coldwater.formats.native.document import read
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.suspicion import may_say_less
from coldwater.formats.native.yaml_commented import comments_of, read_commented
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.formats.native.yaml_tree import walk
from coldwater.formats.native.yaml_writing import Writer
from coldwater.model import composed
from coldwater.model.data import SECTIONS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from coldwater.formats.native.yaml_commented import Commented
    from coldwater.formats.native.yaml_tree import Entry

#: Sections of which the order of entries hangs on the map.
_ORDERED = ("claims", "arguments")
_OUTERMOST = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_HEAD = re.compile(rf"({'|'.join(SECTIONS)}):[ ]*\n")
_INNER = re.compile(r"^( +)(?=[^\s#])", re.MULTILINE)
#: The name of an entry that stands for the one that follows a piece.
_FOLLOWING = "x-coldwater-following-"
_INDENT = 2


class Cut(NamedTuple):
    """A stretch of a text: one of its parts, or the ``head`` of a section, or one of its entries (``is_entry``).

    ``section`` is empty for a part that is not cut further. ``after`` is how far what follows is indented, -1 at the
    end of the text.
    """

    text: str
    section: str
    is_entry: bool
    after: int


class Piece(NamedTuple):
    """A stretch in canonical form: its ``lines``, the comments that come above them though they stood within.

    ``foot`` closes its section, ``following`` stands above what follows, ``end`` ends the text, ``head`` heads it.
    """

    id: str
    lines: tuple[str, ...]
    above: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    head: tuple[str, ...] = ()


class CannotBeSetError(Exception):
    """The pieces of a text hang on one another, so that none can be set by itself."""


class Pieces:
    """The pieces of a text that is being written, kept from one state of it to the next."""

    def __init__(self) -> None:
        self._known: dict[Cut, Piece] = {}

    def canonical(self, text: str, order: Order) -> str | None:
        """Give a text in canonical form, as ``formatting.canonical`` would; None for one that cannot be cut.

        The text is one that was read without a remark, and ``order`` that of its map. Cost: that of setting what is
        new in it; of the rest next to nothing.
        """
        cut = cuts(text)
        if cut is None:
            return None
        try:
            pieces = self.set(cut)
        except (CannotBeSetError, DefectError, RefusedError):
            return None
        self._known = dict(zip(cut, pieces, strict=True))
        return _together(cut, pieces, order)

    def set(self, cut: Sequence[Cut]) -> list[Piece]:
        """Give the pieces of a text, in canonical form one by one. Raises what setting them raises."""
        unknown = [number for number, one in enumerate(cut) if one not in self._known]
        found = Setting(cut, unknown).pieces() if unknown else {}
        return [found[number] if number in found else self._known[one] for number, one in enumerate(cut)]


def cuts(text: str) -> list[Cut] | None:
    """Cut a text; None for one whose pieces could not be told by their words: lines that end otherwise, odd ids."""
    if any(sign in text for sign in ("\r", "\x85", "\u2028", "\u2029", "\\u")) or composed(text) != text:
        return None
    starts = [match.start() for match in _OUTERMOST.finditer(text)]
    if not starts:
        return None
    found: list[Cut] = []
    for number, (start, end) in enumerate(pairwise([0, *starts[1:], len(text)])):
        after = 0 if number + 1 < len(starts) else -1
        found += _cut_part(text[start:end], after)
    return found


def _cut_part(block: str, after: int) -> Iterator[Cut]:
    head = _HEAD.match(block)
    first = _INNER.search(block, head.end()) if head is not None else None
    if head is None or first is None:
        yield Cut(block, "", False, after)
        return
    section, width = head[1], len(first[1])
    begins = re.compile(rf"^ {{{width}}}(?=[^\s#])", re.MULTILINE)
    starts = [match.start() for match in begins.finditer(block, first.start())]
    yield Cut(block[: starts[0]], section, False, width)
    for start, end in pairwise([*starts, len(block)]):
        yield Cut(block[start:end], section, True, width if end < len(block) else after)


# --- pieces that are not known yet ------------------------------------------------------------------------------------


class Setting:
    """A text made of some of the pieces, each followed by what it is followed by, or by something like it."""

    def __init__(self, cut: Sequence[Cut], numbers: Sequence[int]) -> None:
        """Take all that a text was cut into, and which of it to set, in order."""
        self._numbers: list[int | None] = []
        self._cuts: list[Cut] = []
        self._offsets: list[int] = []
        self._parts: list[str] = []
        self._length = 0
        self._is_whole = len(numbers) == len(cut)
        section = ""
        for place, number in enumerate(numbers):
            one = cut[number]
            if one.is_entry and section != one.section:
                self._add(None, Cut(f"{one.section}:\n", one.section, False, 0))
            self._add(number, one)
            section = one.section if one.after > 0 else ""
            if one.after >= 0 and numbers[place + 1 : place + 2] != [number + 1]:
                line = f"{' ' * one.after}{_FOLLOWING}{number}: x\n"
                self._add(None, Cut(line, section, one.after > 0, 0))
        self.text = "".join(self._parts)

    def _add(self, number: int | None, one: Cut) -> None:
        self._numbers.append(number)
        self._cuts.append(one)
        # the first outermost key may stand below comments that head the file
        lead = 0 if one.is_entry or self._parts else _OUTERMOST.search(one.text).start()  # type: ignore[union-attr]
        indent = len(one.text) - len(one.text.lstrip(" ")) if one.is_entry else 0
        self._offsets.append(self._length + lead + indent)
        self._parts.append(one.text)
        self._length += len(one.text)

    @property
    def data(self) -> Any:
        """What the pieces hold, in the places that they have in the map. Raises RefusedError."""
        return read_yaml(self.text).data

    def pieces(self) -> dict[int, Piece]:
        """Set the pieces, by their numbers, and see that nothing of them is lost.

        Raises CannotBeSetError where they hang on one another, DefectError where something would be lost, RefusedError
        where one cannot be read by itself.
        """
        commented = read_commented(self.text)
        comments = sorted(comments_of(commented))
        entries = self._entries(commented)
        unset = self._surrounded(commented, entries)
        arrange(commented.root, Order(None))
        made = [
            piece._replace(lines=self._lines(one, entry))
            for piece, one, entry in zip(unset, self._cuts, entries, strict=True)
        ]
        written = _together(self._cuts, made, None)
        if written != self.text:
            refuse_other_data(self.data, written, "yaml")
            if may_say_less(written) and not (self._is_whole and read(written, "yaml").is_readable):
                raise CannotBeSetError
            if comments != (sorted(comments_of(read_commented(written))) if "#" in written else []):
                raise CannotBeSetError
        return {number: piece for number, piece in zip(self._numbers, made, strict=True) if number is not None}

    def _entries(self, commented: Commented) -> list[Entry]:
        """Give the entry of each piece; refuse a text that was cut elsewhere than where they begin."""
        sections = {one.section for one in self._cuts}
        found: list[Entry] = []
        for entry in commented.root.entries:
            found.append(entry)
            if entry.name in sections:
                found += entry.value.entries
            elif entry.name in _ORDERED:
                raise CannotBeSetError
        if [entry.start for entry in found] != self._offsets or any(map(_repeats, walk(commented.root))):
            raise CannotBeSetError
        return found

    def _surrounded(self, commented: Commented, entries: Sequence[Entry]) -> list[Piece]:
        """Give the pieces without their lines; what stands above an entry belongs to the piece before it."""
        root = commented.root
        made: list[Piece] = []
        behind: Entry | None = None
        for one, entry in zip(reversed(self._cuts), reversed(entries), strict=True):
            is_last = behind is None
            above = entry.above[len(entry.above) - entry.within :]
            following = () if behind is None else behind.above[: len(behind.above) - behind.within]
            closes = one.is_entry and entry.parent is not None and (behind is None or behind.parent is root)
            foot = entry.parent.foot if closes and entry.parent is not None else ()
            head = commented.head if entry is entries[0] else ()
            lead = entry.above[: len(entry.above) - entry.within] if entry is entries[0] else []
            end = root.foot if is_last else ()
            made.append(Piece(str(entry.id), (), (*lead, *above), tuple(foot), tuple(following), tuple(end), head))
            behind = entry
        return made[::-1]

    def _lines(self, one: Cut, entry: Entry) -> tuple[str, ...]:
        if one.section and not one.is_entry:
            return (f"{one.section}:",)
        writer = Writer(self.text)
        writer.entry(entry, _INDENT if one.is_entry else 0)
        return tuple(writer.lines)


def _repeats(entry: Entry) -> bool:
    return entry.value.kind == "alias" or (entry.key is not None and entry.key.kind == "alias")


# --- pieces put together ----------------------------------------------------------------------------------------------


class _Set:
    """An entry, or a part of the text with its entries, in canonical form; what stands above it, and at its foot."""

    __slots__ = ("above", "entries", "foot", "id", "lines")

    def __init__(self, piece: Piece, above: Sequence[str]) -> None:
        self.id: str | None = piece.id
        self.above = [*above, *piece.above]
        self.lines = piece.lines
        self.entries: list[_Set] = []
        self.foot: list[str] = []


def _together(cut: Sequence[Cut], pieces: Sequence[Piece], order: Order | None) -> str:
    """Put pieces in order and together; without an order they stay where they are."""
    parts: list[_Set] = []
    above: Sequence[str] = ()
    for one, piece in zip(cut, pieces, strict=True):
        made = _Set(piece, above)
        (parts[-1].entries if one.is_entry else parts).append(made)
        parts[-1].foot += piece.foot
        above = piece.following
    if order is not None:
        for part in parts:
            part.entries = arranged(part.entries, order.id_ranks((str(part.id),)))
        fields = order.field_ranks(())
        parts.sort(key=lambda part: fields.get(str(part.id), len(fields)))
    lines = [line for piece in pieces[:1] for line in piece.head]
    for number, part in enumerate(parts):
        lines += _indented(part.above if number else _without_first_blank(part.above), 0)
        lines += part.lines
        for place, entry in enumerate(part.entries):
            lines += _indented(entry.above if place else _without_first_blank(entry.above), _INDENT)
            lines += entry.lines
        lines += _indented(part.foot, _INDENT)
    lines += [line for piece in pieces[-1:] for line in piece.end]
    return "\n".join(lines) + "\n"


def _indented(lines: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _without_first_blank(lines: Sequence[str]) -> Sequence[str]:
    return lines[1:] if lines[:1] == [""] else lines
