"""The lines of a YAML text: which of them hold a comment or nothing, and where an entry begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.formats.native.yaml_tree import Entry, Node

_LINE_END = re.compile("\r\n?|\n")
_COMMENT = re.compile(r"#[^\r\n]*")
#: What stands before the first item of a block sequence up to its dash.
_TO_DASH = re.compile(r"(?:&\S+)?(?:\s|#[^\r\n]*)*")


class YamlLines:
    """The lines of a text, and which of them hold a comment or nothing. Lines count from 0."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        #: Comments by their lines, each with its offset.
        self.comments: dict[int, tuple[int, str]] = {}
        #: The last lines of texts with | or >: an indented line behind one would be a part of it.
        self.ends_of_texts: set[int] = set()
        self._inside: set[int] = set()
        self._columns: dict[int, int] = {}
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

    @property
    def count(self) -> int:
        """How many lines there are, the empty one after the last line end not counted."""
        return len(self.starts) - (self.starts[-1] == len(self.text))

    def is_blank(self, line: int) -> bool:
        """Tell whether there is such a line, and it is blank."""
        return 0 <= line < self.count and line not in self.comments and self.is_quiet(line)

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
                if node.style in ("|", ">"):
                    self.ends_of_texts.add(self.line(max(start, end - 1)))
        self._look(done, len(self.text))

    def _span(self, node: Node) -> tuple[int, int]:
        """Give where a scalar's own characters begin and end: of a block, after its header and before blank lines.

        Where the header keeps blank lines (`|+`) they are its own.
        """
        if node.style not in ("|", ">"):
            return node.start, node.end
        match = _LINE_END.search(self.text, node.begin, node.end)
        start = match.end() if match else node.end
        if "+" in self.text[node.begin : start].partition("#")[0]:
            return start, max(start, node.end)
        content = self.text[start : node.end].rstrip(" \t\r\n")
        match = _LINE_END.search(self.text, start + len(content))
        return start, max(start, min(node.end, match.end() if match else len(self.text)))

    def _look(self, start: int, end: int) -> None:
        if self.text.find("#", start, end) < 0:
            return
        for match in _COMMENT.finditer(self.text, start, end):
            self.comments[self.line(match.start())] = (match.start(), match[0].rstrip())

    # --- entries ------------------------------------------------------------------------------------------------

    def child_column(self, node: Node | None) -> int:
        """Give the column of the keys or dashes of a block collection; -1 where there are none."""
        if node is None or not node.entries:
            return -1
        if id(node) not in self._columns:
            match = _TO_DASH.match(self.text, node.start) if node.kind == "sequence" else None
            self._columns[id(node)] = self.column(match.end() if match else self.begin(node.entries[0]))
        return self._columns[id(node)]

    def first(self, entry: Entry) -> int:
        """Give the line on which an entry of a block collection begins: that of its key, or of its dash."""
        line = self.line(entry.start)
        if entry.key is not None:
            return line
        column = self.child_column(entry.parent)
        while line and (
            self.is_quiet(line) or self.text[self.starts[line] + column : self.starts[line] + column + 1] != "-"
        ):
            line -= 1
        return line

    def begin(self, entry: Entry) -> int:
        """Give the offset at which an entry of a block collection begins: its dash, its question mark, or its key."""
        if entry.key is None:
            return self.starts[self.first(entry)] + self.child_column(entry.parent)
        start = self.starts[self.line(entry.start)]
        before = self.text[start : entry.start].rstrip()
        return start + len(before) - 1 if before.endswith("?") else entry.start

    def begins_line(self, entry: Entry) -> bool:
        """Tell whether nothing stands before an entry of a block collection on its line."""
        offset = self.begin(entry)
        return not self.text[self.starts[self.line(offset)] : offset].strip()

    def last(self, entry: Entry) -> int:
        """Give the last line with content of an entry of a block collection, or with a comment at its foot."""
        inner = entry
        while inner.value.is_block and inner.value.entries:
            inner = inner.value.entries[-1]
        node = inner.value
        end = self._span(node)[1] if node.kind == "scalar" else node.end
        line = self.line(max(end - 1, inner.start))
        return self._with_foot(line, self.child_column(entry.value)) if entry.value.is_block else line

    def _with_foot(self, line: int, column: int) -> int:
        """Go on to the last comment of those that follow a line and are indented so much."""
        following = line + 1
        while following < len(self.starts) and self.is_quiet(following):
            comment = self.comments.get(following)
            if comment is not None and comment[0] - self.starts[following] < column:
                break
            line = following if comment is not None else line
            following += 1
        return line
