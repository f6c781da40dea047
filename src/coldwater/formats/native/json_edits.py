"""Edits of a JSON text: each changes the characters it is about, and the rest stays as it is."""

from __future__ import annotations

import json

from coldwater.edits import Excerpt, Insert, Remove, Rename, Replace, Splice
from coldwater.formats.native.json_places import JsonBranch, Member
from coldwater.formats.native.json_writing import json_value
from coldwater.formats.native.splices import runs
from coldwater.model import composed
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer


class _Level(NamedTuple):
    """An object or a list, its members in their order, and the index of each by its name or number."""

    branch: JsonBranch
    members: Sequence[Member]
    indexes: Mapping[str | int, int]


class JsonEditor:
    """A JSON text that holds an object, and what edits would change in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._root = JsonBranch.of_text(text)
        self._levels: dict[Pointer, _Level] = {}
        self._line_end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")

    def splices(self, edits: Iterable[Edit]) -> Iterator[Splice]:
        """Give what the edits put in the place of what. Raises LookupError for an entry that is not there."""
        gone: dict[Pointer, list[str | int]] = {}
        for edit in edits:
            if isinstance(edit, Remove):
                gone.setdefault(edit.pointer[:-1], []).append(edit.pointer[-1])
            elif isinstance(edit, Rename):
                member = self._member(edit.pointer)
                yield Splice(member.key_start, member.key_end, json.dumps(edit.name, ensure_ascii=False))
            elif isinstance(edit, Replace):
                member = self._member(edit.pointer)
                yield Splice(member.start, member.end, self._spelt(edit.value, self._indent_at(member.key_start)))
            else:
                yield self._insert(edit)
        for way, steps in gone.items():
            yield from self._remove(way, steps)

    def excerpt(self, pointer: Pointer, value: Any) -> Excerpt:
        """Give an entry, of which ``value`` is the data. JSON has no comments to bring along."""
        self._member(pointer)
        return Excerpt(value)

    def _level(self, way: Pointer) -> _Level:
        """Give what a way leads to; looked up once. Raises LookupError where nothing is there."""
        if way not in self._levels:
            branch = self._root if not way else self._level(way[:-1]).branch.below(self._member(way))
            members = list(branch.members())
            indexes = {member.step: index for index, member in reversed(list(enumerate(members)))}
            self._levels[way] = _Level(branch, members, indexes)
        return self._levels[way]

    def _member(self, pointer: Pointer) -> Member:
        level = self._level(pointer[:-1])
        step = pointer[-1] if isinstance(pointer[-1], int) else composed(pointer[-1])
        if step not in level.indexes:
            raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
        return level.members[level.indexes[step]]

    def _spelt(self, value: Any, indent: str) -> str:
        """Spell a value as one would that stands on a line with this indent, or on one line where it stands so."""
        data = value.value if isinstance(value, Excerpt) else value
        if self._line_end not in self._text.strip(" \t\r\n"):
            return json.dumps(data, ensure_ascii=False)
        return json_value(data).replace("\n", self._line_end + indent)

    def _indent_at(self, offset: int) -> str:
        """Give the blanks with which the line of an offset begins."""
        start = max(self._text.rfind("\n", 0, offset), self._text.rfind("\r", 0, offset)) + 1
        line = self._text[start:offset]
        return line[: len(line) - len(line.lstrip(" \t"))]

    def _insert(self, edit: Insert) -> Splice:
        level = self._level(edit.pointer[:-1])
        members, step = level.members, edit.pointer[-1]
        start, end = level.branch.span
        if not members:
            data = edit.value.value if isinstance(edit.value, Excerpt) else edit.value
            return Splice(
                start, end, self._spelt([data] if isinstance(step, int) else {step: data}, self._indent_at(start))
            )
        index = _index(members, step, edit.after)
        before, after = (members[index - 1] if index else None), (members[index] if index < len(members) else None)
        near = before or after
        assert near is not None
        gap = self._gap_before(near, start)
        key = "" if isinstance(step, int) else json.dumps(step, ensure_ascii=False) + ": "
        new = key + self._spelt(edit.value, self._indent_at(near.key_start))
        if before is not None:
            return Splice(before.end, before.end, f",{gap}{new}")
        return Splice(near.key_start, near.key_start, f"{new},{gap}")

    def _gap_before(self, member: Member, start: int) -> str:
        """Give the white space that stands before a member."""
        offset = member.key_start
        while offset > start + 1 and self._text[offset - 1] in " \t\r\n":
            offset -= 1
        gap = self._text[offset : member.key_start]
        return gap or ("" if self._text[offset - 1] == "," else " ")

    def _remove(self, way: Pointer, steps: Sequence[str | int]) -> Iterator[Splice]:
        """Take out members of one object or list, some of which stay."""
        gone = [self._member((*way, step)) for step in steps]
        _, members, indexes = self._level(way)
        for first, last in runs(sorted({indexes[member.step] for member in gone})):
            if last + 1 < len(members):
                yield Splice(members[first].key_start, members[last + 1].key_start, "")
            elif first:
                yield Splice(members[first - 1].end, members[last].end, "")


def _index(members: Sequence[Member], step: str | int, after: str | None) -> int:
    """Give the place at which a new member goes. Raises LookupError for a name that is not there."""
    if isinstance(step, int):
        return min(max(step, 0), len(members))
    if after is None:
        return len(members)
    index = (
        0 if after == "" else next((i + 1 for i, member in enumerate(members) if member.step == composed(after)), -1)
    )
    if index < 0:
        raise LookupError(f"there is no `{after}` to put anything behind")
    return index
