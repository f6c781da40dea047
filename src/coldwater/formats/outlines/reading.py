"""Indented outlines read: those that `coldwater show` prints, and whatever else people indent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.findings import START
from coldwater.formats.foreign.gathering import Gathering
from coldwater.formats.foreign.stances import SIGNS, begun, marked
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.foreign.twigs import Growing, Twig
from coldwater.formats.outlines.notes import is_notes, names_in, take_notes
from coldwater.formats.outlines.rows import PREMISES, joined, lines_of, widest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.foreign.gathering import Entry
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.outlines.rows import Line

UNCONNECTED = "Not connected with the thesis"


def read(format_: str, given: Given) -> Imported:
    """Read an outline."""
    text, said = decoded(given.data)
    gathering = Gathering(format_, given)
    if said:
        gathering.remark(START, said)
    lines = lines_of(text)
    is_noted = _is_noted(lines)
    title = _title(lines, is_noted)
    gathering.title = title
    gathering.keeps_ids = is_noted
    holders = Holders(gathering)
    roots = _noted(lines, gathering, holders) if is_noted else _unnoted(lines)
    growing = Growing(gathering)
    growing.grow(roots)
    holders.finish()
    say_unsigned(gathering, growing.unsigned)
    return gathering.finish()


def say_unsigned(gathering: Gathering, count: int) -> None:
    """Say how much was taken for support because nothing says what it is."""
    if count:
        many = f"{count:,} lines say" if count > 1 else "1 line says"
        gathering.remark(START, f"{many} neither pro nor con; taken for support of what they stand below")


class Holders:
    """Who accepts and rejects claims, by the names in notes."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._named: dict[str, Entry] = {}
        self._held: list[tuple[Entry, Twig, bool]] = []

    def take(self, twig: Twig, words: str, rejects: bool) -> None:
        """Take the names of who accepts or rejects the claim that a twig will be."""
        for name in names_in(words):
            if name.endswith(" more") and name[:-5].replace(",", "").isdecimal():
                self._gathering.lose("holder of a claim", "the outline names only the first", twig.id)
                continue
            if name not in self._named:
                self._named[name] = self._gathering.position(name, place=twig.place)
            self._held.append((self._named[name], twig, rejects))

    def finish(self) -> None:
        """Say it of the claims, which are there now."""
        for position, twig, rejects in self._held:
            if twig.entry is not None and twig.entry.section == "claims":
                self._gathering.accept(position, twig.entry, rejects)


def _is_noted(lines: Sequence[Line]) -> bool:
    """Tell whether an outline is one of `show`: behind the title a claim follows with its id in brackets."""
    for line in lines[1:2]:
        text = joined(line, 0)
        return not line.mark and line.is_apart and text.endswith("]") and is_notes(text[text.rfind("[") + 1 : -1])
    return False


def _title(lines: list[Line], is_noted: bool) -> str:
    """Take the title off the lines: a first line set apart, without a mark, above another that has none."""
    first, second = (*lines[:2], None, None)[:2]
    if first is None:
        return ""
    is_title = second is not None and not first.mark and not second.mark and second.is_apart
    if is_noted or (is_title and second is not None and second.indent <= first.indent):
        lines.pop(0)
        return joined(first, 0)
    text = joined(first, 0)
    return marked(text)[1] if len(text) <= 120 else ""


def _noted(lines: Sequence[Line], gathering: Gathering, holders: Holders) -> list[Twig]:
    """Give the twigs of an outline of `show`."""
    width = widest(lines)
    reader = _Noted()
    for line in lines:
        text = joined(line, width)
        if text == UNCONNECTED and not line.mark:
            reader.is_loose = True
            continue
        start = text.rfind("[") if text.endswith("]") else -1
        has_notes = start >= 0 and is_notes(text[start + 1 : -1])
        twig = Twig(text[:start].rstrip(" \t") if has_notes else text, line.place, SIGNS.get(line.mark))
        if has_notes:
            say_strange(gathering, twig, take_notes(twig, text[start + 1 : -1], holders.take))
        reader.take(twig, line)
    return reader.roots


def say_strange(gathering: Gathering, twig: Twig, notes: Sequence[str]) -> None:
    """Say which notes of a line are not known."""
    for note in notes:
        gathering.remark(twig.place, f"`{note}` is no note that is known here; it is left out")
        gathering.lose("note", "no note of this name is known", twig.id)


class _Noted:
    """Finds what each line of an outline of `show` hangs on: premises by their brackets, the others by their indent."""

    def __init__(self) -> None:
        self.roots: list[Twig] = []
        self.is_loose = False
        self._path: list[tuple[int, Twig]] = []
        self._groups: list[Twig] = []
        self._argument: Twig | None = None

    def take(self, twig: Twig, line: Line) -> None:
        """Hang a twig where it belongs."""
        if line.mark and line.mark in PREMISES:
            above = self._bracketed(line.mark)
            twig.is_premise = above is not None
        else:
            above = self._outside(line) if line.mark and not (twig.target and line.indent == 0) else None
        if twig.stance is not None:
            self._argument = twig
        if above is None:
            twig.role = twig.role or ("loose" if self.is_loose else "")
            self.roots.append(twig)
        else:
            above.below.append(twig)
        self._outside(line)
        self._path.append((line.indent, twig))

    def _bracketed(self, mark: str) -> Twig | None:
        """Give the argument of a premise: a bracket that was opened last is closed first."""
        above = self._groups[-1] if mark in "├└" and self._groups else self._argument
        if mark == "┌" and above is not None:
            self._groups.append(above)
        elif mark == "└" and self._groups:
            self._groups.pop()
        return above

    def _outside(self, line: Line) -> Twig | None:
        """Give the last line that is indented less."""
        while self._path and self._path[-1][0] >= line.indent:
            self._path.pop()
        return self._path[-1][1] if self._path else None


def _unnoted(lines: Sequence[Line]) -> list[Twig]:
    """Give the twigs of an outline that somebody wrote.

    `-` speaks against something only where `+` is used as well, or some other sign of the kind: else it is a bullet.
    """
    signed = {line.mark for line in lines} & {"+", "−", "–", "×", "✓", "✗"}
    roots: list[Twig] = []
    path: list[tuple[tuple[int, bool], Twig]] = []
    is_noted_once = any(line.mark for line in lines)
    for line in lines:
        text = joined(line, 0)
        stance = SIGNS.get(line.mark) if line.mark != "-" or signed else None
        rest = text
        if stance is None:
            stance, rest = begun(text) if line.mark or line.indent or path else marked(text)
        twig = Twig(rest, line.place, stance)
        twig.is_premise = bool(line.mark) and line.mark in PREMISES
        key = (line.indent, bool(line.mark) or (stance is not None and not is_noted_once))
        while path and path[-1][0] >= key:
            path.pop()
        above = path[-1][1] if path else None
        twig.is_premise = twig.is_premise and above is not None and above.stance is not None
        (above.below if above else roots).append(twig)
        path.append((key, twig))
    return roots


def is_shown(text: str) -> bool:
    """Tell whether a text begins like what `show` prints."""
    return _is_noted(lines_of(text))
