"""A YAML map taken apart by lines: its fields, and of its sections the entries, each with the comments above it."""

from __future__ import annotations

from yaml.nodes import MappingNode, ScalarNode

from coldwater.formats.native.lines import Lines
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_comments import last_line
from coldwater.formats.native.yaml_nodes import compose
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.merging.by_id import SECTIONS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from yaml.nodes import Node


class Segment(NamedTuple):
    """A stretch of whole lines: comments and empty lines above, then the entry itself, with its columns of indent."""

    lead: str
    body: str
    indent: int


class Field(NamedTuple):
    """A field of the document: as one segment, or a head (``claims:``) and the segments of its entries by id."""

    segment: Segment
    entries: Mapping[str, Segment] | None


class Document(NamedTuple):
    """A text: what stands before the first field, the fields by name, what stands after the last; and its data."""

    head: str
    fields: Mapping[str, Field]
    tail: str
    data: Mapping[str, Any]


#: What to do about a text that is laid out so that lines cannot be merged.
WAY_OUT = "`coldwater fmt` on both branches lays it out so that it can be"


class NotSegmentedError(Exception):
    """A text cannot be taken apart: it is no map, or does not give every entry lines of its own. It says why."""


def take_apart(text: str) -> Document:
    """Take a text apart; lines end with LF. An empty text is a document without fields. Raises NotSegmentedError."""
    if not text.strip():
        return Document("", {}, "", {})
    try:
        parsed = read_yaml(text)
        root = compose(text)
    except RefusedError as refusal:
        raise NotSegmentedError(refusal.spot.message) from None
    if parsed.spots:
        raise NotSegmentedError(f"line {parsed.spots[0].place.line}: {parsed.spots[0].message}")
    if not isinstance(parsed.data, dict) or "\r" in text:
        raise NotSegmentedError("it is no mapping of fields" if "\r" not in text else "it has line ends of two kinds")
    if _has_aliases(root):
        raise NotSegmentedError(
            "it has aliases (*), so that a line has a say in other places; write out what they stand for"
        )
    lines = text.splitlines(keepends=True) if text.isascii() else _split(text)
    if not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cutter = _Cutter(text, lines)
    return cutter.document(root, parsed.data)


def _split(text: str) -> list[str]:
    """Split at LF only: other line ends are characters like any other."""
    parts = [f"{part}\n" for part in text.split("\n")]
    last = parts.pop()[:-1]
    return [*parts, last] if last else parts


class _Cutter:
    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self._lines = lines
        self._places = Lines(text)

    def document(self, root: Node | None, data: Mapping[str, Any]) -> Document:
        """Cut a document into fields."""
        cuts = self._cut(root)
        first = cuts[0][1]
        fields: dict[str, Field] = {}
        end = first
        for name, start, value, last in cuts:
            lead = self._text(end, start)
            fields[name] = self._field(name, lead, start, value, last)
            end = last
        return Document(self._text(0, first), fields, self._text(end, len(self._lines)), data)

    def _field(self, name: str, lead: str, start: int, value: Node, last: int) -> Field:
        if name in SECTIONS and isinstance(value, MappingNode) and value.value and not value.flow_style:
            cuts = self._cut(value)
            end = start + 1  # comments below the head belong to the first entry
            if cuts[0][1] >= end:
                entries: dict[str, Segment] = {}
                for entry, first, _, entry_last in cuts:
                    entries[entry] = self._segment(self._text(end, first), first, entry_last)
                    end = entry_last
                return Field(self._segment(lead, start, start + 1), entries)
        return Field(self._segment(lead, start, last), None)

    def _cut(self, mapping: Node | None) -> list[tuple[str, int, Node, int]]:
        """Give for each entry of a block mapping its key, its first line, its value and the line after it, from 0."""
        if not isinstance(mapping, MappingNode) or not mapping.value:
            raise NotSegmentedError("it has no fields")
        if mapping.flow_style:
            raise NotSegmentedError(f"it is written in braces, so that its entries share lines; {WAY_OUT}")
        found: list[tuple[str, int, Node, int]] = []
        end = 0
        for key, value in mapping.value:
            mark = key.start_mark
            is_alone = mark.line >= end and not self._lines[mark.line][: mark.column].strip(" ")
            if not isinstance(key, ScalarNode) or not is_alone:
                raise NotSegmentedError(
                    f"line {mark.line + 1}: an entry does not begin on a line of its own; {WAY_OUT}"
                )
            end = max(mark.line + 1, last_line(value, self._places), key.end_mark.line + 1)
            found.append((key.value, mark.line, value, end))
        return found

    def _segment(self, lead: str, start: int, end: int) -> Segment:
        line = self._lines[start]
        return Segment(lead, self._text(start, end), len(line) - len(line.lstrip(" ")))

    def _text(self, start: int, end: int) -> str:
        return "".join(self._lines[start:end])


def _has_aliases(root: Node | None) -> bool:
    """Tell whether a node stands at two places: then its lines mean something elsewhere too."""
    waiting = [root] if root is not None else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            return True
        seen.add(id(node))
        if not isinstance(node.value, str):
            for item in node.value:
                waiting.extend(item if isinstance(item, tuple) else (item,))
    return False


def indented(text: str, before: int, after: int) -> str:
    """Give lines with so many columns of indent in place of so many; empty lines stay as they are."""
    if before == after:
        return text
    lines = text.splitlines(keepends=True) if text.isascii() else _split(text)
    shifted = []
    for line in lines:
        blank = len(line) - len(line.lstrip(" "))
        shifted.append(line if not line.strip() else " " * max(blank + after - before, 0) + line[blank:])
    return "".join(shifted)
