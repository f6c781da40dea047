"""Where the comments and blank lines of a YAML text belong: above an entry, beside it, or at the foot of a collection.

A comment on a line of its own belongs to the entry below it, unless it is indented like what has just ended: then it
closes that collection. A comment at the end of a line belongs to what ends there, or else to what begins there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby

from coldwater.formats.yaml_tree import Beside, read_tree, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.formats.yaml_tree import Entry, Node

_LINE_END = re.compile("\r\n?|\n")
_COMMENT = re.compile(r"#[^\r\n]*")
#: What stands before the first item of a block sequence up to its dash.
_TO_DASH = re.compile(r"(?:&\S+)?(?:\s|#[^\r\n]*)*")


class Commented:
    """A tree with its comments, and the comments that head the file."""

    def __init__(self, root: Node, head: Sequence[str]) -> None:
        self.root = root
        self.head = tuple(head)


class Layout:
    """The lines of a text, and which of them hold a comment or nothing. Lines count from 0 here."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        #: Comments by their lines, each with its offset.
        self.comments: dict[int, tuple[int, str]] = {}
        self._inside: set[int] = set()
        self._scan(entries)

    def line(self, offset: int) -> int:
        """Give the line of an offset."""
        return bisect_right(self.starts, offset) - 1

    def column(self, offset: int) -> int:
        """Give the column of an offset, from 0."""
        return offset - self.starts[self.line(offset)]

    def line_end(self, line: int) -> int:
        """Give the offset after a line, its line end included."""
        return self.starts[line + 1] if line + 1 < len(self.starts) else len(self.text)

    def is_quiet(self, line: int) -> bool:
        """Tell whether a line is blank, or holds a comment and nothing else."""
        if line in self._inside:
            return False
        comment = self.comments.get(line)
        end = self.line_end(line) if comment is None else comment[0]
        return not self.text[self.starts[line] : end].strip(" \t\r\n")

    def _scan(self, entries: Sequence[Entry]) -> None:
        """Find the comments: whatever begins with `#` between scalars; and the lines inside scalars."""
        done = 0
        for entry in entries:
            for node in (entry.key, entry.value):
                if node is None or node.kind != "scalar":
                    continue
                start, end = self._span(node)
                if start < done:
                    continue  # the key is an alias
                self._look(done, start)
                done = end
                self._inside.update(range(self.line(start) + 1, self.line(end)))
        self._look(done, len(self.text))

    def _span(self, node: Node) -> tuple[int, int]:
        """Give where a scalar's own characters begin and end: of a block, after its header and before blank lines."""
        if node.style not in ("|", ">"):
            return node.start, node.end
        match = _LINE_END.search(self.text, node.begin, node.end)
        start = match.end() if match else node.end
        content = self.text[start : node.end].rstrip(" \t\r\n")
        match = _LINE_END.search(self.text, start + len(content))
        return start, max(start, min(node.end, match.end() if match else len(self.text)))

    def _look(self, start: int, end: int) -> None:
        if self.text.find("#", start, end) < 0:
            return
        for match in _COMMENT.finditer(self.text, start, end):
            self.comments[self.line(match.start())] = (match.start(), match[0].rstrip())


def read_commented(text: str) -> Commented:
    """Give the tree of a YAML text that holds a mapping, with its comments and blank lines. Cost is linear, nearly."""
    root = read_tree(text)
    attacher = _Attacher(text, root)
    attacher.attach()
    return Commented(root, attacher.head)


class _Quiet:
    """A line without content: a comment with its column, or a blank line, whose text is empty."""

    __slots__ = ("column", "text")

    def __init__(self, text: str, column: int) -> None:
        self.text = text
        self.column = column


class _Attacher:
    def __init__(self, text: str, root: Node) -> None:
        self.head: list[str] = []
        self._root = root
        self._entries = list(walk(root))
        self._layout = Layout(text, self._entries)
        self._columns: dict[int, int] = {}
        self._pending: list[_Quiet] = []
        self._ends = self._ends_beside_comments()

    def attach(self) -> None:
        """Go through the lines from the top; what is quiet waits for the next line with content."""
        layout, entries = self._layout, self._entries
        following = 0
        for line in range(len(layout.starts)):
            start = layout.starts[line]
            end = layout.line_end(line) + (line == len(layout.starts) - 1)
            comment = layout.comments.get(line)
            if layout.is_quiet(line):
                self._pending.append(_Quiet(comment[1], comment[0] - start) if comment else _Quiet("", 0))
                continue
            first = following
            while following < len(entries) and entries[following].start < end:
                following += 1
            self._place_pending(start, entries[first - 1] if first else None, entries[first:following])
            if comment:
                self._place_beside(line, comment, entries[first:following])
        self._close(entries[-1] if entries else None, None, -1)
        self._root.foot = _collapsed([*self._root.foot, *self._taken()])
        if self._root.foot[-1:] == [""]:
            self._root.foot.pop()

    # --- lines of their own -------------------------------------------------------------------------------------

    def _place_pending(self, start: int, before: Entry | None, here: Sequence[Entry]) -> None:
        if not self._pending:
            return
        if before is None:
            if here:
                self._place_head(here[0])
        elif not here:
            self._place_inside(start, before)
        elif here[0].parent is not None and here[0].parent.is_flow:
            _outermost_flow(here[0], start).above += self._taken(with_blanks=False)
        elif here[0].parent is before.value:
            here[0].above = _without_first_blanks(self._taken())
        else:
            self._close(before, here[0], self._child_column(here[0].parent))

    def _place_head(self, first: Entry) -> None:
        """Of what stands above the first key, everything up to the last blank line heads the file."""
        lines = _without_first_blanks(self._taken())
        cut = len(lines) - (lines[::-1].index("") if "" in lines else 0)
        self.head, first.above = lines[:cut], lines[cut:]

    def _place_inside(self, start: int, before: Entry) -> None:
        """Place comments in the middle of an entry: above its value, or before the bracket that closes it."""
        if before.value.begin >= start and not before.value.is_collection:
            before.above += self._taken(with_blanks=False)
            return
        node = before.value if before.value.is_flow else before.parent
        while node is not None and not (node.is_flow and node.end > start):
            node = node.holder.parent if node.holder is not None else None
        if node is None:
            return
        if node.entries:
            node.foot += self._taken(with_blanks=False)
        elif node.holder is not None:
            node.holder.above += self._taken(with_blanks=False)

    def _close(self, before: Entry | None, following: Entry | None, column: int) -> None:
        """Give each comment that is indented more than what follows to the collection that it closes."""
        chain = self._closing(before, following)
        lines = self._pending
        taken = 0
        for number, line in enumerate(lines):
            if not line.text:
                continue
            depth = next((i for i, node in enumerate(chain) if self._child_column(node) <= line.column), None)
            if line.column <= column or depth is None:
                break
            chain = chain[depth:]
            chain[0].foot = _collapsed([*chain[0].foot, *(one.text for one in lines[taken : number + 1])])
            taken = number + 1
        self._pending = lines[taken:]
        if following is not None:
            following.above = _collapsed(self._taken())

    def _closing(self, before: Entry | None, following: Entry | None) -> list[Node]:
        """Give the block collections that end between two entries, the innermost first."""
        chain = []
        node = before.parent if before is not None else self._root
        while node is not None and (following is None or node is not following.parent):
            if node.is_block:
                chain.append(node)
            node = node.holder.parent if node.holder is not None else None
        return chain

    def _child_column(self, node: Node | None) -> int:
        """Give the column of the keys or dashes of a block collection."""
        if node is None or not node.entries:
            return -1
        if id(node) not in self._columns:
            offset = node.entries[0].start
            if node.kind == "sequence":
                match = _TO_DASH.match(self._layout.text, node.start)
                offset = match.end() if match else offset
            self._columns[id(node)] = self._layout.column(offset)
        return self._columns[id(node)]

    def _taken(self, with_blanks: bool = True) -> list[str]:
        lines = [line.text for line in self._pending if with_blanks or line.text]
        self._pending = []
        return lines

    # --- ends of lines ------------------------------------------------------------------------------------------

    def _ends_beside_comments(self) -> dict[int, list[Entry]]:
        """Give the entries with exact ends by the line on which they end, for lines that hold a comment."""
        ends: dict[int, list[Entry]] = {}
        for entry in self._entries if self._layout.comments else ():
            if not entry.value.is_block and entry.value.style not in ("|", ">"):
                line = self._layout.line(max(entry.value.end, entry.start))
                if line in self._layout.comments:
                    ends.setdefault(line, []).append(entry)
        return ends

    def _place_beside(self, line: int, comment: tuple[int, str], here: Sequence[Entry]) -> None:
        offset, text = comment
        ended = [entry for entry in self._ends.get(line, ()) if entry.value.end <= offset]
        begun = [entry for entry in here if entry.start < offset]
        column = offset - self._layout.starts[line]
        if ended:
            entry = max(ended, key=lambda one: one.value.end)  # the first of several is the outermost
        elif begun:
            entry = begun[-1]
        else:
            self._pending.append(_Quiet(text, -1))
            return
        if entry.beside is not None:
            entry.above.append(entry.beside.text)
        content = len(self._layout.text[self._layout.starts[line] : offset].rstrip())
        entry.beside = Beside(text, column, content)


def _outermost_flow(entry: Entry, start: int) -> Entry:
    """Give the entry itself, or the one whose value is the outermost flow collection that begins after an offset."""
    while entry.parent is not None and entry.parent.is_flow and entry.parent.begin >= start:
        assert entry.parent.holder is not None
        entry = entry.parent.holder
    return entry


def _collapsed(lines: Iterable[str]) -> list[str]:
    """Make every run of blank lines one."""
    return [line for text, run in groupby(lines) for line in ([""] if not text else run)]


def _without_first_blanks(lines: Iterable[str]) -> list[str]:
    kept = _collapsed(lines)
    return kept[1:] if kept[:1] == [""] else kept


def comments_of(commented: Commented) -> list[str]:
    """Give all comments of a tree, in its order."""
    lines = list(commented.head)
    for entry in walk(commented.root):
        lines += entry.above
        lines += [entry.beside.text] if entry.beside is not None else []
    lines += [line for node in _collections(commented.root) for line in node.foot]
    return [line for line in lines if line]


def _collections(root: Node) -> list[Node]:
    return [root, *(entry.value for entry in walk(root) if entry.value.is_collection)]
