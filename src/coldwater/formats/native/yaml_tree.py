"""A YAML text as a tree in which nothing of the text is lost: styles, offsets, anchors, comments, blank lines.

It takes texts that the reader has read without a remark, so that nothing here needs to be refused. What the values
mean is known to ``yaml_text``; where comments belong is worked out in ``yaml_commented``.
"""

from __future__ import annotations

import re

from yaml._yaml import CParser
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent, ScalarEvent

from coldwater.formats.native.yaml_nodes import stand_ins
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

    from coldwater.findings import Pointer

    Kind = Literal["scalar", "sequence", "mapping", "alias"]

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+(?:\s+|#[^\r\n]*)*")


class Node:
    """A value in the text, from the offset ``start`` to before ``end``; ``begin`` is where it begins after its anchor.

    ``style`` is that of a scalar: empty, a quote, ``|`` or ``>``. Of block collections ``end`` lies somewhere after the
    last thing in them. ``foot`` are the lines of comments after the last entry, with an empty one for blank lines.
    """

    __slots__ = (
        "_by_name",
        "anchor",
        "begin",
        "end",
        "entries",
        "foot",
        "holder",
        "is_flow",
        "kind",
        "start",
        "style",
        "target",
        "value",
    )

    def __init__(self, kind: Kind, value: str = "", style: str = "", start: int = 0, end: int = 0) -> None:
        self.kind = kind
        self.value = value
        self.style = style
        self.start = self.begin = start
        self.end = end
        self.anchor: str | None = None
        self.is_flow = False
        self.entries: list[Entry] = []
        self.foot: list[str] = []
        self.holder: Entry | None = None
        self.target: Node | None = None
        self._by_name: dict[str, Entry] | None = None

    @property
    def is_collection(self) -> bool:
        """Tell whether this is a sequence or a mapping."""
        return self.kind in ("sequence", "mapping")

    @property
    def is_block(self) -> bool:
        """Tell whether this is a collection in block style, whose end is not exact."""
        return self.is_collection and not self.is_flow

    def find(self, pointer: Pointer) -> Entry | None:
        """Give the entry at the end of a way; None where the way breaks off. Aliases are followed."""
        node: Node | None = self
        entry = None
        for step in pointer:
            node = node.target if node is not None and node.kind == "alias" else node
            entry = node.entry(step) if node is not None else None
            if entry is None:
                return None
            node = entry.value
        return entry

    def entry(self, step: str | int) -> Entry | None:
        """Give the entry with this key, or at this index."""
        if self.kind == "sequence":
            return self.entries[step] if isinstance(step, int) and 0 <= step < len(self.entries) else None
        if self._by_name is None:
            self._by_name = {str(entry.id): entry for entry in reversed(self.entries)}
        return self._by_name.get(composed(str(step)))


class Beside:
    """A comment at the end of a line, its column, counted from 0, and where the content before it ends."""

    __slots__ = ("column", "content", "text")

    def __init__(self, text: str, column: int, content: int) -> None:
        self.text = text
        self.column = column
        self.content = content


class Entry:
    """A key with its value, or an item of a list, with the comments and blank lines above it and the comment beside it.

    ``above`` holds lines: comments without indentation, and empty strings for blank lines, never two in a row. The last
    ``within`` of them stand within the entry or beside it in the text.
    """

    __slots__ = ("above", "beside", "key", "parent", "value", "within")

    def __init__(self, parent: Node | None, key: Node | None, value: Node) -> None:
        self.parent = parent
        self.key = key
        self.value = value
        self.above: list[str] = []
        self.within = 0
        self.beside: Beside | None = None

    @property
    def start(self) -> int:
        """Offset of the key, or of an item."""
        return self.value.start if self.key is None else self.key.start

    @property
    def name(self) -> str | None:
        """The key as text; None for an item."""
        key = self.key.target or self.key if self.key is not None else None
        return key.value if key is not None else None

    @property
    def id(self) -> str | None:
        """The key in the form in which ids are compared; None for an item."""
        name = self.name
        return None if name is None else composed(name)


def read_tree(text: str) -> Node:
    """Give the root of a YAML text that holds a mapping; comments are not yet in it. Cost is linear."""
    return _Builder(text).read()


def walk(root: Node) -> Iterator[Entry]:
    """Give all entries, an outer one before those inside it, in their order."""
    waiting = list(reversed(root.entries))
    while waiting:
        entry = waiting.pop()
        yield entry
        waiting.extend(reversed(entry.value.entries))


def has_aliases(text: str) -> bool:
    """Tell whether a text repeats a part of it by an alias."""
    return "*" in text and any(entry.value.kind == "alias" for entry in walk(read_tree(text)))


class _Builder:
    """Builds the tree from libyaml's events, with a stack of its own."""

    def __init__(self, text: str) -> None:
        table = stand_ins(text)
        self._text = text
        self._back = {code: character for character, code in table.items()}
        self._parser: Any = CParser(text.translate(table) if table else text)
        self._anchors: dict[str, Node] = {}
        self._open: list[Node] = []
        self._key: Node | None = None
        self._root: Node | None = None

    def read(self) -> Node:
        try:
            while self._parser.check_event():
                event = self._parser.get_event()
                if isinstance(event, NodeEvent):
                    self._take(self._node(event))
                elif isinstance(event, CollectionEndEvent):
                    assert event.end_mark is not None
                    self._open.pop().end = event.end_mark.index
        finally:
            self._parser.dispose()
        assert self._root is not None
        return self._root

    def _node(self, event: NodeEvent) -> Node:
        assert event.start_mark is not None and event.end_mark is not None  # noqa: PT018
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, ScalarEvent):
            value = event.value.translate(self._back) if self._back else event.value
            node = Node("scalar", value, event.style or "", start, end)
        elif isinstance(event, AliasEvent):
            return self._alias(str(event.anchor), start, end)
        else:
            node = Node("mapping" if isinstance(event, MappingStartEvent) else "sequence", "", "", start, end)
            assert isinstance(event, CollectionStartEvent)
            node.is_flow = bool(event.flow_style)
        if event.anchor:
            node.anchor = event.anchor
            self._anchors[event.anchor] = node
            match = _ANCHOR.match(self._text, start)
            node.begin = min(match.end(), end) if match and not node.is_block else start
        return node

    def _alias(self, anchor: str, start: int, end: int) -> Node:
        """Give an alias; one of a key stands for the key's text."""
        target = self._anchors[anchor]
        node = Node("alias" if target.holder is not None else "scalar", anchor, "", start, end)
        if target.holder is None:
            node.value, node.style = target.value, '"'
        else:
            node.target = target
        return node

    def _take(self, node: Node) -> None:
        """Put a node where it belongs: as the root, as a key, or as a value."""
        parent = self._open[-1] if self._open else None
        if parent is None:
            self._root = node
        elif parent.kind == "mapping" and self._key is None:
            self._key = node
            return
        else:
            node.holder = Entry(parent, self._key, node)
            parent.entries.append(node.holder)
            self._key = None
        if node.is_collection:
            self._open.append(node)
