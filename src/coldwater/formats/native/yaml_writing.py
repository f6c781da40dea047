"""A tree of a YAML text written in its canonical layout: two blanks of indent, lines of at most 120 characters.

A collection that was written in brackets stays on one line as long as it fits; a list of single values that does not
is wrapped in its brackets. Whatever else does not fit, holds a comment or was in block style is in block style. The
order of entries is the tree's own.
"""

from __future__ import annotations

import json
import re

from coldwater.formats.native.yaml_scalars import in_lines, inline, key, quoted, spread, written_lines
from coldwater.formats.native.yaml_text import is_text, plain_value
from coldwater.formats.native.yaml_tree import Entry, Node
from coldwater.model.data import SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


#: How long a line may be, in characters. Comments at its end do not count.
WIDTH = 120
_INDENT = 2
#: A key longer than this is marked as one (`? key`): libyaml looks no further for the colon than 1,024 characters.
_LONGEST_KEY = 1_000
#: How much shorter a line may have become for a comment beside it to keep its column.
_SHRINKAGE = 8
#: A text in double quotes without escapes for what cannot be seen; others stay as their author wrote them.
_COMMON_ESCAPES = re.compile(r'"(?:[^\\]|\\[nt"\\/])*"')


def write_tree(root: Node, head: Iterable[str] = (), text: str = "") -> str:
    """Write a tree with its comments, with LF at the end of every line. ``text`` is what the tree was read from.

    ``head`` are the comments that head the file. Where an alias would come before its anchor, they change places. Cost
    is linear.
    """
    _settle_anchors(root)
    writer = Writer(text)
    writer.lines += head
    writer.entries(root, 0)
    return "\n".join(writer.lines) + "\n"


def write_data(data: dict[str, Any]) -> str:
    """Write a map as plain data in canonical layout: entries on one line where they fit, sections apart."""
    root = node_of(data)
    root.is_flow = False
    for entry in root.entries:
        if entry.name in SECTIONS and entry.value.entries:
            entry.value.is_flow = False
        if entry.name in SECTIONS or entry.name == "lint":
            entry.above = [""]
    return write_tree(root)


def node_of(value: Any) -> Node:
    """Give plain data as a node without a place in any text. Depth is bounded by whoever made the data."""
    if isinstance(value, dict | list):
        node = Node("mapping" if isinstance(value, dict) else "sequence")
        node.is_flow = True
        pairs = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        for key, item in pairs:
            inner = node_of(item)
            inner.holder = Entry(node, None if key is None else Node("scalar", key, '"'), inner)
            node.entries.append(inner.holder)
        return node
    return Node("scalar", value, '"') if isinstance(value, str) else Node("scalar", json.dumps(value))


def _settle_anchors(root: Node) -> None:
    """Let each anchor stand where its value comes first, whatever order the entries were put in."""
    seen: set[int] = set()
    waiting = list(reversed(root.entries))
    while waiting:
        entry = waiting.pop()
        node, target = entry.value, entry.value.target
        if target is not None and target.holder is not None and id(target) not in seen:
            target.holder.value, node.holder = node, target.holder
            entry.value, target.holder = target, entry
        seen.add(id(entry.value))
        waiting.extend(reversed(entry.value.entries))


class Writer:
    """Writes lines. Depth is bounded by the reader, so that recursion is safe."""

    def __init__(self, text: str, uses_lines: bool = True) -> None:
        """Take the text that nodes with a place in it were read from; texts go to lines of their own unless told."""
        self.lines: list[str] = []
        self._text = text
        self._uses_lines = uses_lines

    def entries(self, node: Node, indent: int) -> None:
        """Write the entries of a collection in block style, and the comments at its foot."""
        for number, entry in enumerate(node.entries):
            self._comments(entry.above if number else _without_first_blank(entry.above), indent)
            self.entry(entry, indent)
        self._comments(node.foot, indent)

    def _comments(self, lines: list[str], indent: int) -> None:
        self.lines += [" " * indent + line if line else "" for line in lines]

    def entry(self, entry: Entry, indent: int) -> None:
        """Write an entry in block style, without what stands above it."""
        lead = " " * indent + "-"
        if entry.name is not None:
            key = self._key(entry, in_flow=False)
            lead = " " * indent + key + ":"
            if len(key) > _LONGEST_KEY:
                self.lines.append(" " * indent + "? " + key)
                lead = " " * indent + ":"
        node = entry.value
        lead += f" &{node.anchor}" if node.anchor is not None else ""
        if node.kind == "scalar":
            self._scalar(entry, lead, indent)
        elif node.kind == "alias":
            self._put(f"{lead} *{node.value}", entry)
        else:
            self._collection(entry, lead, indent)

    def _scalar(self, entry: Entry, lead: str, indent: int) -> None:
        one = self.spelled(entry.value, in_flow=False)
        room = WIDTH - indent - _INDENT
        header, lines = self._lines(entry.value, room) or ("", [])
        fits = len(lead) + 1 + len(one) <= WIDTH
        if len(lines) > 1 or (lines and ("\n" in entry.value.value or (not fits and len(lines[0]) <= room))):
            self._put(f"{lead} {header}", entry)
            self.lines += [" " * (indent + _INDENT) + line if line else "" for line in lines]
        else:
            self._put(f"{lead} {one}", entry)

    def _collection(self, entry: Entry, lead: str, indent: int) -> None:
        node = entry.value
        one = self._bare_flow(node, WIDTH - len(lead) - 1) if node.is_flow else None
        items = self._items(node, WIDTH - indent - _INDENT - 2) if one is None and node.is_flow else None
        if one is not None:
            self._put(f"{lead} {one}", entry)
        elif items is not None:
            self._below(entry, lead, indent, spread(items, WIDTH - indent - _INDENT))
        elif entry.key is None and node.anchor is None:
            self._item(entry, indent)
        else:
            self._put(lead, entry)
            self.entries(node, indent + _INDENT)

    def _below(self, entry: Entry, lead: str, indent: int, lines: list[str]) -> None:
        """Put lines below a key, or begin them on the line of a dash."""
        below = [" " * (indent + _INDENT) + line for line in lines]
        if entry.key is None:
            self._put(f"{lead} {lines[0]}", entry)
            below = below[1:]
        else:
            self._put(lead, entry)
        self.lines += below

    def _item(self, entry: Entry, indent: int) -> None:
        """Write a collection that begins on the line of its dash; comments above its first entry go above that."""
        self._comments([entry.beside.text] if entry.beside is not None else [], indent)
        first = len(self.lines)
        self.entries(entry.value, indent + _INDENT)
        while self.lines[first].lstrip()[:1] in ("#", ""):
            self.lines[first] = (" " * indent + self.lines[first].lstrip()).rstrip()
            first += 1
        self.lines[first] = " " * indent + "- " + self.lines[first][indent + _INDENT :]

    def _put(self, line: str, entry: Entry) -> None:
        """Add a line with the comment beside it, which keeps its column where that can be."""
        beside = entry.beside
        if beside is not None:
            keeps = len(line) + 2 <= beside.column and beside.content - _SHRINKAGE <= len(line)
            line = line.ljust(beside.column if keeps and not _is_opened(entry, line) else len(line) + 2) + beside.text
        self.lines.append(line)

    # --- values on one line -------------------------------------------------------------------------------------

    def spelled(self, node: Node, in_flow: bool) -> str:
        """Give a scalar on one line."""
        if node.style == "" and not is_text(node.value):
            value = plain_value(node.value)
            return "null" if value is None else node.value.lower() if isinstance(value, bool) else node.value
        if self._has_chosen_escapes(node):
            return self._text[node.begin : node.end]
        # Before a plain text, an anchor that nothing repeats may be meant as part of it.
        if node.anchor is not None and node.style:
            return quoted(node.value, "'" if '"' in node.value else '"')
        return inline(node.value, in_flow)

    def _key(self, entry: Entry, in_flow: bool) -> str:
        assert entry.key is not None and entry.name is not None  # noqa: PT018
        return key(entry.name, in_flow)

    def _has_chosen_escapes(self, node: Node) -> bool:
        spelling = self._text[node.begin : node.end] if node.style == '"' else ""
        is_one_line = "\n" not in spelling and "\r" not in spelling
        return bool(spelling) and is_one_line and not _COMMON_ESCAPES.fullmatch(spelling)

    def _lines(self, node: Node, width: int) -> tuple[str, list[str]] | None:
        """Give a text in lines of its own; None if it cannot be, or is no text."""
        if not self._uses_lines or self._has_chosen_escapes(node) or (node.style == "" and not is_text(node.value)):
            return None
        spelt = in_lines(node.value, width, node.style == "|")
        if spelt is not None and spelt[0][0] == node.style == ">":
            spelling = self._text[node.begin : node.end]
            return spelt[0], written_lines(spelling, node.value, width) or spelt[1]
        return spelt

    def flow(self, node: Node, room: int) -> str | None:
        """Give a value on one line; None if it takes more than ``room``, or holds a comment or a text of many lines."""
        if node.kind == "alias":
            return f"*{node.value}"
        anchor = f"&{node.anchor} " if node.anchor is not None else ""
        bare = self._bare_flow(node, room - len(anchor))
        return None if bare is None else anchor + bare

    def _bare_flow(self, node: Node, room: int) -> str | None:
        """Give a value on one line without its anchor."""
        if node.kind == "scalar":
            is_long = "\n" in node.value and self._lines(node, WIDTH) is not None
            return None if is_long else self.spelled(node, in_flow=True)
        parts: list[str] = []
        left = room
        for entry in node.entries:
            part = None if entry.above or entry.beside else self.flow(entry.value, left)
            if part is None or len(part) > left:
                return None
            parts.append(part if entry.name is None else f"{self._key(entry, in_flow=True)}: {part}")
            left -= len(parts[-1]) + 2
        if node.foot or left < 0:
            return None
        inner = ", ".join(parts)
        return f"[{inner}]" if node.kind == "sequence" else f"{{{inner}}}"

    def _items(self, node: Node, room: int) -> list[str] | None:
        """Give the items of a list of single values, each shorter than the room; None for any other collection."""
        if node.kind != "sequence" or node.foot or any(entry.above or entry.beside for entry in node.entries):
            return None
        items = [None if entry.value.is_collection else self.flow(entry.value, room) for entry in node.entries]
        found = [item for item in items if item is not None and len(item) <= room]
        return found if len(found) == len(items) else None


def _is_opened(entry: Entry, line: str) -> bool:
    """Tell whether an entry that was in brackets, or has a value that was, is not any more."""
    value = entry.value
    was_in_brackets = entry.parent is not None and entry.parent.is_flow
    return was_in_brackets or (value.is_flow and bool(value.entries) and not line.endswith(("]", "}")))


def _without_first_blank(lines: list[str]) -> list[str]:
    return lines[1:] if lines[:1] == [""] else lines
