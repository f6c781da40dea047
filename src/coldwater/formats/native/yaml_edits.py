"""Edits of a YAML text: each changes the characters it is about, and the rest stays as it is, comments and all."""

from __future__ import annotations

from coldwater.edits import Excerpt, Insert, Remove, Rename, Replace, Splice
from coldwater.formats.native.yaml_commented import read_commented
from coldwater.formats.native.yaml_removal import Remover
from coldwater.formats.native.yaml_scalars import inline, quoted
from coldwater.formats.native.yaml_tree import Entry, Node
from coldwater.formats.native.yaml_writing import WIDTH, Writer, node_of
from coldwater.model.data import SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer


class YamlEditor:
    """A YAML text that holds a mapping, and what edits would change in it."""

    def __init__(self, text: str) -> None:
        commented = read_commented(text)
        self._text = text
        self._root = commented.root
        self._lines = commented.lines
        self._line_end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
        self._remover = Remover(text, commented.lines, self._line_end)

    def splices(self, edits: Iterable[Edit]) -> Iterator[Splice]:
        """Give what the edits put in the place of what. Raises LookupError for an entry that is not there."""
        gone: dict[int, list[Entry]] = {}
        for edit in edits:
            if isinstance(edit, Remove):
                entry = self._find(edit.pointer)
                gone.setdefault(id(entry.parent), []).append(entry)
            elif isinstance(edit, Rename):
                yield self._rename(self._find(edit.pointer), edit.name)
            elif isinstance(edit, Replace):
                yield self._replace(self._find(edit.pointer), edit.value)
            else:
                yield self._insert(edit)
        for entries in gone.values():
            yield from self._remover.remove(entries)

    def excerpt(self, pointer: Pointer, value: Any) -> Excerpt:
        """Give an entry with the comments and the blank line above it; ``value`` is its data."""
        entry = self._find(pointer)
        if entry.parent is None or entry.parent.is_flow or not self._lines.begins_line(entry):
            return Excerpt(value, entry.id)
        first, last = self._lines.first(entry), self._lines.last(entry)
        margin = self._lines.child_column(entry.parent)
        lines = [self._line(number) for number in range(first, last + 1)]
        above = [line.strip() for line in entry.above]
        return Excerpt(value, entry.id, (*above, *(line[min(margin, _indent(line)) :] for line in lines)))

    def _find(self, pointer: Pointer) -> Entry:
        entry = self._root.find(pointer)
        if entry is None:
            raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
        return entry

    def _line(self, number: int) -> str:
        return self._text[self._lines.starts[number] : self._lines.line_end(number)].rstrip("\r\n")

    # --- other names, other values ------------------------------------------------------------------------------

    def _rename(self, entry: Entry, name: str) -> Splice:
        key = entry.key
        assert key is not None
        return Splice(key.begin, key.end, _spelt_like(key, name, _in_flow(entry)))

    def _replace(self, entry: Entry, value: Any) -> Splice:
        if _in_flow(entry):
            data, node = _data(value), entry.value
            keeps_quotes = isinstance(data, str) and node.kind == "scalar" and node.begin < node.end
            new = _spelt_like(node, data, in_flow=True) if keeps_quotes else _on_one_line(data)
            return Splice(node.begin, node.end, new)
        if _has_lines(value, entry.id) and self._takes_lines(entry):
            first = self._lines.first(entry)
            while first and (first - 1) in self._lines.comments and self._lines.is_quiet(first - 1):
                first -= 1
            lines = self._indented(_without_blanks_above(value.lines), self._lines.child_column(entry.parent))
            return self._whole_lines(first, self._lines.last(entry), lines)
        return self._spliced_value(entry, _data(value)) or self._written_anew(entry, _data(value))

    def _spliced_value(self, entry: Entry, value: Any) -> Splice | None:
        """Put a single value in the place of another on its line; None where that cannot be or would be too long."""
        node = entry.value
        if isinstance(value, dict | list) or "\n" in str(value) or node.is_block or node.style in ("|", ">"):
            return None
        line = self._lines.line(node.begin)
        new = _spelt_like(node, value, in_flow=False) if isinstance(value, str) else _on_one_line(value)
        if self._lines.line(node.end) != line or node.begin - self._lines.starts[line] + len(new) > WIDTH:
            return None
        gap = "" if node.begin < node.end or self._text[node.begin - 1 : node.begin] in (" ", "\t") else " "
        return Splice(node.begin, node.end, gap + new)

    def _written_anew(self, entry: Entry, value: Any) -> Splice:
        """Write an entry of a block collection anew, with the comment beside it; a text stays if it has lines."""
        column = self._lines.child_column(entry.parent)
        new = Entry(entry.parent, entry.key, node_of(value))
        new.beside = entry.beside
        lines = self._written(new, column, self._lines.last(entry))
        first = self._lines.first(entry)
        start = self._lines.starts[first]
        head = self._text[start : start + column] if entry.parent is not None else ""
        lines[0] = head + lines[0][column:]
        return self._whole_lines(first, self._lines.last(entry), [*self._between(entry, column), *lines])

    def _between(self, entry: Entry, column: int) -> list[str]:
        """Give the comments on lines between a key and its single value, to stand above the entry from now on."""
        if entry.value.kind != "scalar" or not self._lines.begins_line(entry):
            return []
        inside = range(self._lines.first(entry) + 1, self._lines.last(entry) + 1)
        quiet = [number for number in inside if number in self._lines.comments and self._lines.is_quiet(number)]
        return [" " * column + self._lines.comments[number][1] for number in quiet]

    def _written(self, entry: Entry, indent: int, before: int) -> list[str]:
        """Write an entry to stand in front of what comes after a line."""
        writer = Writer(self._text, self._can_end_in_lines(before, indent))
        writer.entry(entry, indent)
        return writer.lines

    def _takes_lines(self, entry: Entry) -> bool:
        last = self._lines.last(entry)
        return self._lines.begins_line(entry) and self._can_end_in_lines(last, self._lines.child_column(entry.parent))

    def _can_end_in_lines(self, line: int, column: int) -> bool:
        """Tell whether a text with | or > may end with a line: not if what follows would become a part of it."""
        line += 1
        while self._lines.is_blank(line):
            if self._line(line):
                return False
            line += 1
        comment = self._lines.comments.get(line)
        return comment is None or not self._lines.is_quiet(line) or comment[0] - self._lines.starts[line] <= column

    def _whole_lines(self, first: int, last: int, lines: Sequence[str]) -> Splice:
        return Splice(self._lines.starts[first], self._lines.line_end(last), self._line_end.join([*lines, ""]))

    # --- new entries --------------------------------------------------------------------------------------------

    def _insert(self, edit: Insert) -> Splice:
        *way, step = edit.pointer
        holder = self._find(tuple(way)) if way else None
        node = self._root if holder is None else holder.value.target or holder.value
        if not node.entries:
            assert holder is not None
            return self._fill(holder, tuple(way), step, edit.value)
        before, after = _neighbours(node, step, edit.after)
        if node.is_flow:
            new = _on_one_line(_data(edit.value))
            new = new if node.kind == "sequence" else f"{inline(str(step), in_flow=True)}: {new}"
            if before is not None:
                return Splice(before.value.end, before.value.end, f", {new}")
            assert after is not None
            return Splice(after.start, after.start, f"{new}, ")
        return self._insert_lines(before, after, self._new_lines(node, step, edit.value, before, after))

    def _fill(self, holder: Entry, pointer: Pointer, step: str | int, value: Any) -> Splice:
        """Write a collection that was empty, with its first entry."""
        data = [_data(value)] if isinstance(step, int) else {step: _data(value)}
        if _in_flow(holder):
            begin, end = holder.value.begin, holder.value.end
            if "#" in self._text[begin:end]:  # a comment between the brackets stays
                return Splice(begin + 1, begin + 1, _on_one_line(data)[1:-1])
            return Splice(begin, end, _on_one_line(data))
        column = self._lines.child_column(holder.parent)
        node = node_of(data)
        node.is_flow = not (len(pointer) == 1 and pointer[0] in SECTIONS)
        new = Entry(holder.parent, holder.key, node)
        new.beside = holder.beside
        first, last = self._lines.first(holder), self._lines.last(holder)
        beside = holder.beside.text if holder.beside is not None else None
        held = [text for line, (_, text) in self._lines.comments.items() if first <= line <= last and text != beside]
        if held:  # what stood between the brackets stands above the first entry
            node.is_flow = False
            node.entries[0].above = held
        return self._whole_lines(first, last, self._written(new, column, last))

    def _new_lines(
        self, node: Node, step: str | int, value: Any, before: Entry | None, after: Entry | None
    ) -> list[str]:
        """Write a new entry: on lines of its own where its neighbour is a mapping that is written so."""
        column = self._lines.child_column(node)
        last = self._lines.last(before) if before is not None else -1
        name = None if isinstance(step, int) else step
        if _has_lines(value, name) and self._can_end_in_lines(last, column):
            return self._indented(value.lines, column)
        key = None if name is None else Node("scalar", name, '"')
        new = node_of(_data(value))
        if name is not None and new.kind == "mapping" and new.entries:
            near = before or after
            if near is not None and near.value.kind == "mapping" and near.value.entries:
                new.is_flow = near.value.is_flow
            elif node is self._root and name in SECTIONS:
                new.is_flow = False  # as in the canonical form
        return self._written(Entry(node, key, new), column, last)

    def _insert_lines(self, before: Entry | None, after: Entry | None, lines: list[str]) -> Splice:
        if before is None:
            assert after is not None
            first = self._lines.first(after)
            if not self._lines.begins_line(after):
                return self._insert_behind_dash(after, lines)
            return Splice(self._lines.starts[first], self._lines.starts[first], self._line_end.join([*lines, ""]))
        end = self._lines.line_end(self._lines.last(before))
        if self._text[:end].endswith(("\n", "\r")):
            return Splice(end, end, self._line_end.join([*lines, ""]))
        return Splice(end, end, self._line_end.join(["", *lines, ""]))

    def _insert_behind_dash(self, after: Entry, lines: list[str]) -> Splice:
        column = self._lines.child_column(after.parent)
        head = self._line_end.join([lines[0][column:], *lines[1:], " " * column])
        begin = self._lines.begin(after)
        return Splice(begin, begin, head)

    def _indented(self, lines: Iterable[str], column: int) -> list[str]:
        return [" " * column + line if line else "" for line in lines]


def _in_flow(entry: Entry) -> bool:
    return entry.parent is not None and entry.parent.is_flow


def _has_lines(value: Any, name: str | None) -> bool:
    """Tell whether a value comes with lines of its own that can stand under this key."""
    return isinstance(value, Excerpt) and bool(value.lines) and value.name == name


def _data(value: Any) -> Any:
    return value.value if isinstance(value, Excerpt) else value


def _on_one_line(value: Any) -> str:
    node = node_of(value)
    if isinstance(value, dict | list):
        pairs = ((entry.name, _on_one_line(item)) for entry, item in zip(node.entries, _items(value), strict=True))
        inner = ", ".join(text if name is None else f"{inline(name, in_flow=True)}: {text}" for name, text in pairs)
        return f"{{{inner}}}" if isinstance(value, dict) else f"[{inner}]"
    return Writer("").spelled(node, in_flow=True)


def _items(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


def _spelt_like(node: Node, text: str, in_flow: bool) -> str:
    """Spell a text in the quotes of the one it replaces, or as it needs to be."""
    return quoted(text, node.style) if node.style in ("'", '"') else inline(text, in_flow)


def _neighbours(node: Node, step: str | int, after: str | None) -> tuple[Entry | None, Entry | None]:
    """Give the entries between which a new one goes. Raises LookupError for a key that is not there."""
    entries = node.entries
    if isinstance(step, int):
        index = min(max(step, 0), len(entries))
    elif after is None:
        index = len(entries)
    elif after == "":
        index = 0
    else:
        index = next((number + 1 for number, entry in enumerate(entries) if entry.id == after), -1)
        if index < 0:
            raise LookupError(f"there is no `{after}` to put anything behind")
    return (entries[index - 1] if index else None, entries[index] if index < len(entries) else None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without_blanks_above(lines: Sequence[str]) -> Sequence[str]:
    return lines[1:] if lines[:1] == ("",) else lines
