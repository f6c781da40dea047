"""The text of a map taken apart: its entries, and where each id is written, looked up anew only where it changed.

A text is cut at the lines with which its sections and their entries begin. What lies between is looked at once, and
known again in the next state of the text by its words: an edit in one entry costs little more than that entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from coldwater.language.fields import sections_at
from coldwater.language.tokens import KEY, Token, scan_block, scan_flow
from coldwater.model import composed
from coldwater.model.data import SECTIONS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from coldwater.findings import Pointer

    Cache = dict[tuple[Pointer, str], "Part"]

#: Where a line begins with something else than a blank, and where one that is indented does.
_OUTERMOST = re.compile(r"(?:^|(?<=[\r\n]))(?=[^\s#])")
_INNER = re.compile(r"(?<=[\r\n])([ \t]+)(?=[^\s#])")


class IdAt(NamedTuple):
    """An id in the text: its token, with offsets in the text, and the sections of which it names an entry."""

    token: Token
    sections: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id in composed form."""
        return composed(self.token.text)

    @property
    def is_declared(self) -> bool:
        """Whether the entry itself is written here."""
        return self.token.is_key and len(self.token.path) == 2 and not self.token.is_half


class Entry(NamedTuple):
    """An entry of a section: its key, and where it begins and ends."""

    section: str
    id: str
    key: Token
    start: int
    end: int


class Part:
    """What is found in a stretch of the text, with offsets from its beginning."""

    __slots__ = ("_entries", "ids", "kept", "path", "sections", "tokens")

    def __init__(self, path: Pointer, tokens: list[Token]) -> None:
        self.path = path
        self.tokens = tokens
        self._entries: list[Entry] | None = None
        #: What was worked out of it, for whoever asks of the whole text again and again.
        self.kept: dict[str, Any] = {}
        #: Of each token, the sections of which it names an entry; and those that name one.
        self.sections = [() if token.is_half else sections_at(token.path, is_key=token.is_key) for token in tokens]
        self.ids = [pair for pair in zip(tokens, self.sections, strict=True) if pair[1]]

    def entries(self) -> list[Entry]:
        """Give the entries that begin in it, with offsets from its beginning."""
        if self._entries is None:
            self._entries = []
            key: Token | None = None
            last = 0
            for token in self.tokens:
                if len(token.path) < 2 or token.path[0] not in SECTIONS:
                    continue
                if len(token.path) == 2 and token.is_key and not token.is_half:
                    if key is not None:
                        self._entries.append(_entry(key, last))
                    key, last = token, token.end
                elif key is not None and token.path[:2] == key.path:
                    last = token.end
            if key is not None:
                self._entries.append(_entry(key, last))
        return self._entries


def _entry(key: Token, end: int) -> Entry:
    return Entry(str(key.path[0]), composed(key.text), key, key.start, end)


class Layout:
    """A text taken apart. ``cache``: the parts of an earlier state of the text."""

    def __init__(self, text: str, spelling: str, cache: Cache | None = None) -> None:
        self.text = text
        self.spelling = spelling
        #: The parts of this text, for the next state of it.
        self.cache: Cache = {}
        self._starts: list[int] = []
        self._parts: list[Part] = []
        known = cache or {}
        for start, end, path in _cuts(text, spelling):
            key = path, text[start:end]
            part = self.cache.get(key) or known.get(key) or _part(key[1], spelling, path)
            self.cache[key] = part
            self._starts.append(start)
            self._parts.append(part)
        self._ids: dict[str, list[tuple[int, int]]] | None = None
        self._entries: dict[tuple[str, str], tuple[int, int]] | None = None

    # --- what stands at a place ---------------------------------------------------------------------------------

    def tokens(self, start: int = 0, end: int | None = None) -> Iterator[Token]:
        """Give the names and values, in order, of the parts that lie between two offsets."""
        stop = len(self.text) if end is None else end
        first = max(bisect_right(self._starts, start) - 1, 0)
        for number in range(first, len(self._parts)):
            if self._starts[number] > stop:
                return
            offset = self._starts[number]
            for token in self._parts[number].tokens:
                yield _shifted(token, offset)

    def parts(self) -> Iterator[tuple[int, int, Part]]:
        """Give the stretches of the text, each from where to where, and what is found in it; each begins a line."""
        yield from zip(self._starts, [*self._starts[1:], len(self.text)], self._parts, strict=True)

    def named(self, start: int = 0, end: int | None = None) -> Iterator[tuple[Token, tuple[str, ...]]]:
        """Give the names and values between two offsets, each with the sections of which it names an entry."""
        stop = len(self.text) if end is None else end
        first = max(bisect_right(self._starts, start) - 1, 0)
        for number in range(first, len(self._parts)):
            offset, part = self._starts[number], self._parts[number]
            if offset > stop:
                return
            for token, sections in zip(part.tokens, part.sections, strict=True):
                if start <= token.end + offset and token.start + offset <= stop:
                    yield _shifted(token, offset), sections

    def premises(self) -> set[str]:
        """Give the ids of the claims that are premises, or a thesis."""
        return {
            composed(token.text)
            for part in self._parts
            for token, _ in part.ids
            if token.path[0] == "thesis" or (len(token.path) > 2 and token.path[2] == "premises")
        }

    def token_at(self, offset: int) -> Token | None:
        """Give the name or value in which an offset lies, or at whose end it is; None where there is none."""
        found = None
        for token in self.tokens(offset, offset):
            if token.start <= offset <= token.end:
                found = token
        return found

    def id_at(self, offset: int) -> IdAt | None:
        """Give the id in which an offset lies; None where there is none."""
        token = self.token_at(offset)
        if token is None or token.is_half:
            return None
        sections = sections_at(token.path, is_key=token.is_key)
        return IdAt(token, sections) if sections else None

    def with_word(self, offset: int, word: str) -> list[Token]:
        """Give the names and values around an offset, had a word been put in there; offsets are those of the text."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        start = self._starts[number] if self._starts else 0
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        path = self._parts[number].path if self._parts else ()
        part = _part(self.text[start:offset] + word + self.text[offset:end], self.spelling, path)
        return [_shifted(token, start) for token in part.tokens]

    # --- where ids stand ----------------------------------------------------------------------------------------

    def ids(self) -> Iterator[IdAt]:
        """Give all ids of the text, in order."""
        for offset, part in zip(self._starts, self._parts, strict=True):
            for token, sections in part.ids:
                yield IdAt(_shifted(token, offset), sections)

    def places_of(self, id_: str) -> list[IdAt]:
        """Give the places where an id is written, in order."""
        if self._ids is None:
            self._ids = {}
            for number, part in enumerate(self._parts):
                for place, (token, _) in enumerate(part.ids):
                    self._ids.setdefault(composed(token.text), []).append((number, place))
        found = []
        for number, place in self._ids.get(id_, ()):
            token, sections = self._parts[number].ids[place]
            offset = self._starts[number]
            found.append(IdAt(_shifted(token, offset), sections))
        return found

    def has(self, section: str, id_: str) -> bool:
        """Tell whether a section has an entry."""
        return (section, id_) in self._known()

    def entry(self, section: str, id_: str) -> Entry | None:
        """Give an entry, the first of those alike; None if it is not there."""
        found = self._known().get((section, id_))
        return None if found is None else _moved(self._parts[found[0]].entries()[found[1]], self._starts[found[0]])

    def entries(self) -> Iterator[Entry]:
        """Give the entries of all sections in the order of the text."""
        return self._entries_from(0)

    def ids_of(self, section: str) -> list[str]:
        """Give the ids of the entries of a section, in the order of the text."""
        return [id_ for one, id_ in self._known() if one == section]

    def _known(self) -> dict[tuple[str, str], tuple[int, int]]:
        if self._entries is None:
            self._entries = {}
            for number, part in enumerate(self._parts):
                for place, entry in enumerate(part.entries()):
                    self._entries.setdefault(entry[:2], (number, place))
        return self._entries

    def entry_at(self, offset: int) -> Entry | None:
        """Give the entry in which an offset lies; None outside of all."""
        for entry in self._entries_from(max(bisect_right(self._starts, offset) - 1, 0)):
            if entry.start > offset:
                return None
            if entry.start <= offset <= entry.end:
                return entry
        return None

    def target_of(self, at: IdAt) -> Entry | None:
        """Give the entry that an id names; None if there is none of the right kind."""
        return next((found for one in at.sections if (found := self.entry(one, at.id)) is not None), None)

    def values(self, section: str, id_: str) -> dict[Pointer, str]:
        """Give what is written of an entry: its values, by the way to each from the entry."""
        entry = self.entry(section, id_)
        if entry is None:
            return {}
        tokens = self.tokens(entry.start, entry.end)
        return {
            token.path[2:]: token.text
            for token in tokens
            if entry.start <= token.start < entry.end and not token.is_key and token.path[:2] == entry.key.path
        }

    def _entries_from(self, first: int) -> Iterator[Entry]:
        for number in range(first, len(self._parts)):
            for entry in self._parts[number].entries():
                yield _moved(entry, self._starts[number])


def _moved(entry: Entry, offset: int) -> Entry:
    section, id_, key, start, end = entry
    return Entry(section, id_, _shifted(key, offset), start + offset, end + offset)


def _shifted(token: Token, offset: int) -> Token:
    start, end, text, path, is_key, quote, is_half = token
    return Token(start + offset, end + offset, text, path, is_key, quote, is_half)


def _part(text: str, spelling: str, path: Pointer) -> Part:
    if spelling == "json":
        tokens: list[Token] = []
        position = 0
        is_within = bool(path) or not text.lstrip().startswith(("{", "["))
        while position < len(text):  # what follows a bracket too many is looked at as well
            position = max(
                scan_flow(text, position, len(text), path, tokens, is_json=True, in_mapping=is_within or position > 0),
                position + 1,
            )
        return Part(path, tokens)
    return Part(path, scan_block(text, 0, len(text), path))


def _cuts(text: str, spelling: str) -> Iterator[tuple[int, int, Pointer]]:
    """Give the stretches of a text: start, end, and the way to what they lie in; the whole if it has no such lines."""
    if spelling == "json":
        yield from _cuts_of_json(text)
        return
    start = 0
    path: Pointer = ()
    section: str | None = None
    for match in _OUTERMOST.finditer(text):
        key = KEY.match(text, match.start())
        if key is None:
            continue
        if section is not None:
            yield from _cut_section(text, start, match.start(), section)
        elif match.start() > start:
            yield start, match.start(), path
        start = match.start()
        name = key[1] or key[2] or key[3] or ""
        behind = text[key.end() : _line_end(text, key.end())].strip()
        section = name if name in SECTIONS and (not behind or behind.startswith("#")) else None
    if section is not None:
        yield from _cut_section(text, start, len(text), section)
    elif start < len(text) or not text:
        yield start, len(text), path


def _cut_section(text: str, start: int, end: int, section: str) -> Iterator[tuple[int, int, Pointer]]:
    """Cut a section at the lines with which its entries begin: those no deeper than its first one."""
    first = _INNER.search(text, _line_end(text, start), end)
    if first is None:
        yield start, end, ()
        return
    path: Pointer = ()
    for match in _no_deeper(len(first[1])).finditer(text, max(first.start() - 1, start), end):
        begins = match.start() + 1
        if begins > start:
            yield start, begins, path
        start, path = begins, (section,)
    yield start, end, path


@lru_cache(maxsize=20)
def _no_deeper(width: int) -> re.Pattern[str]:
    return re.compile(rf"[\r\n][ \t]{{1,{width}}}(?=[^\s#-])")


_JSON_SECTION = re.compile(r'(?:^|(?<=[\r\n]))([ \t]*)"(\w+)"[ \t]*:[ \t]*\{[ \t]*(?=[\r\n])')
_JSON_NAME = re.compile(r'(?:^|(?<=[\r\n]))([ \t]*)(?="(?:\\.|[^"\\\r\n])*"[ \t]*:)')


def _cuts_of_json(text: str) -> Iterator[tuple[int, int, Pointer]]:
    """Cut JSON whose sections and entries begin lines; else give the whole of it."""
    first = next((match for match in _JSON_SECTION.finditer(text) if match[2] in SECTIONS), None)
    if first is None:
        yield 0, len(text), ()
        return
    outer = len(first[1])
    start, column = 0, -1
    path: Pointer = ()
    section: str | None = None
    for match in _JSON_NAME.finditer(text):
        width = len(match[1])
        if width <= outer:
            head = _JSON_SECTION.match(text, match.start())
            if start < match.start():
                yield start, match.start(), path
            start, path, column = match.start(), (), -1
            section = head[2] if head is not None and head[2] in SECTIONS else None
        elif section is not None and (column < 0 or width <= column):
            column = width
            yield start, match.start(), path
            start, path = match.start(), (section,)
    yield start, len(text), path


def _line_end(text: str, position: int) -> int:
    found = re.compile(r"[\r\n]|$").search(text, position)
    return found.start() if found is not None else len(text)
