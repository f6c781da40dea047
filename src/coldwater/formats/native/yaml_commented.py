"""Where the comments and blank lines of a YAML text belong: above an entry, beside it, or at the foot of a collection.

A comment on a line of its own belongs to the entry below it, unless it is indented like what has just ended: then it
closes that collection. A comment at the end of a line belongs to what ends there, or else to what begins there.
"""

from __future__ import annotations

from itertools import groupby

from coldwater.formats.native.yaml_lines import YamlLines
from coldwater.formats.native.yaml_tree import Beside, read_tree, walk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coldwater.formats.native.yaml_tree import Entry, Node


class Commented:
    """A tree with its comments, the comments that head the file, and the lines of the text."""

    def __init__(self, root: Node, head: Sequence[str], lines: YamlLines) -> None:
        self.root = root
        self.head = tuple(head)
        self.lines = lines


def read_commented(text: str) -> Commented:
    """Give the tree of a YAML text that holds a mapping, with its comments and blank lines. Cost is linear, nearly."""
    root = read_tree(text)
    attacher = _Attacher(text, root)
    attacher.attach()
    return Commented(root, attacher.head, attacher.lines)


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
        self.lines = YamlLines(text, self._entries)
        self._pending: list[_Quiet] = []
        self._ends = self._ends_beside_comments()

    def attach(self) -> None:
        """Go through the lines from the top; what is quiet waits for the next line with content."""
        lines, entries = self.lines, self._entries
        following = 0
        for line in range(len(lines.starts)):
            start = lines.starts[line]
            end = lines.line_end(line) + (line == len(lines.starts) - 1)
            comment = lines.comments.get(line)
            if lines.is_quiet(line):
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
            _add_within(_outermost_flow(here[0], start), self._taken(with_blanks=False))
        elif here[0].parent is before.value:
            here[0].above = _without_first_blanks(self._taken())
        else:
            self._close(before, here[0], self.lines.child_column(here[0].parent))

    def _place_head(self, first: Entry) -> None:
        """Of what stands above the first key, everything up to the last blank line heads the file."""
        lines = _without_first_blanks(self._taken())
        cut = len(lines) - (lines[::-1].index("") if "" in lines else 0)
        self.head, first.above = lines[:cut], lines[cut:]

    def _place_inside(self, start: int, before: Entry) -> None:
        """Place comments in the middle of an entry: above its value, or before the bracket that closes it."""
        if before.value.begin >= start and not before.value.is_collection:
            _add_within(before, self._taken(with_blanks=False))
            return
        node = before.value if before.value.is_flow else before.parent
        while node is not None and not (node.is_flow and node.end > start):
            node = node.holder.parent if node.holder is not None else None
        if node is None:
            return
        if node.entries:
            node.foot += self._taken(with_blanks=False)
        elif node.holder is not None:
            _add_within(node.holder, self._taken(with_blanks=False))

    def _close(self, before: Entry | None, following: Entry | None, column: int) -> None:
        """Give each comment that is indented more than what follows to the collection that it closes."""
        chain = self._closing(before, following)
        lines = self._pending
        taken = 0
        for number, line in enumerate(lines):
            if not line.text:
                continue
            depth = next((i for i, node in enumerate(chain) if self.lines.child_column(node) <= line.column), None)
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

    def _taken(self, with_blanks: bool = True) -> list[str]:
        lines = [line.text for line in self._pending if with_blanks or line.text]
        self._pending = []
        return lines

    # --- ends of lines ------------------------------------------------------------------------------------------

    def _ends_beside_comments(self) -> dict[int, list[Entry]]:
        """Give the entries with exact ends by the line on which they end, for lines that hold a comment."""
        ends: dict[int, list[Entry]] = {}
        for entry in self._entries if self.lines.comments else ():
            if not entry.value.is_block and entry.value.style not in ("|", ">"):
                line = self.lines.line(max(entry.value.end, entry.start))
                if line in self.lines.comments:
                    ends.setdefault(line, []).append(entry)
        return ends

    def _place_beside(self, line: int, comment: tuple[int, str], here: Sequence[Entry]) -> None:
        offset, text = comment
        ended = [entry for entry in self._ends.get(line, ()) if entry.value.end <= offset]
        begun = [entry for entry in here if entry.start < offset]
        column = offset - self.lines.starts[line]
        if ended:
            entry = max(ended, key=lambda one: one.value.end)  # the first of several is the outermost
        elif begun:
            entry = begun[-1]
        else:
            self._pending.append(_Quiet(text, -1))
            return
        if entry.beside is not None:
            _add_within(entry, [entry.beside.text])
        content = len(self.lines.text[self.lines.starts[line] : offset].rstrip())
        entry.beside = Beside(text, column, content)


def _add_within(entry: Entry, lines: Sequence[str]) -> None:
    """Put comments that stand within an entry above it."""
    entry.above += lines
    entry.within += len(lines)


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
