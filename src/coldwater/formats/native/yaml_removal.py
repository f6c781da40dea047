"""Entries taken out of a YAML text: their own lines, or what they take between brackets; comments above them stay."""

from __future__ import annotations

import re

from coldwater.edits import Splice
from coldwater.formats.native.splices import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.formats.native.yaml_lines import YamlLines
    from coldwater.formats.native.yaml_tree import Entry

#: A comma, and what may stand before it in a flow collection.
_COMMA = re.compile(r"(?:\s|#[^\r\n]*)*,")


class Remover:
    """A YAML text, its lines, and how they end."""

    def __init__(self, text: str, lines: YamlLines, line_end: str) -> None:
        self._text = text
        self._lines = lines
        self._line_end = line_end

    def remove(self, gone: Sequence[Entry]) -> Iterator[Splice]:
        """Take out entries of one collection, some of which stay."""
        parent = gone[0].parent
        assert parent is not None
        entries = parent.entries
        ranges: list[tuple[int, int]] = []
        for first, last in runs(sorted({entries.index(entry) for entry in gone})):
            run = entries[first : last + 1]
            before = entries[first - 1] if first else None
            after = entries[last + 1] if last + 1 < len(entries) else None
            if parent.is_flow:
                yield from self._remove_from_flow(run, before, after)
            elif after is not None and not self._lines.begins_line(run[0]):
                yield Splice(self._lines.begin(run[0]), self._lines.begin(after), "")
            else:
                ranges += [self._range(entry) for entry in run]
        yield from self._lines_out(ranges, self._lines.child_column(parent) if ranges else 0)

    def _remove_from_flow(self, run: Sequence[Entry], before: Entry | None, after: Entry | None) -> Iterator[Splice]:
        """Take out what stands in brackets, with a comma; comments in between stay."""
        start = before.value.end if after is None and before is not None else run[0].start
        end = after.start if after is not None else run[-1].value.end
        if not any(start <= offset < end for offset, _ in self._lines.comments.values()):
            yield Splice(start, end, "")
            return
        for entry in run:
            yield Splice(entry.start, entry.value.end, "")
        commas = [_COMMA.match(self._text, entry.value.end) for entry in run]
        if commas[-1] is None and before is not None:
            commas[-1] = _COMMA.match(self._text, before.value.end)
        yield from (Splice(comma.end() - 1, comma.end(), "") for comma in commas if comma is not None)

    def _range(self, entry: Entry) -> tuple[int, int]:
        """Give the lines that go with an entry: not the comments above it, but one of the blank lines around it."""
        lines = self._lines
        first, last = lines.first(entry), lines.last(entry)
        holder = entry.parent.holder if entry.parent is not None else None
        begins = (
            not first or lines.is_blank(first - 1) or (holder is not None and lines.line(holder.start) == first - 1)
        )
        while begins and lines.is_blank(last + 1):
            last += 1
        while last + 1 >= lines.count and lines.is_blank(first - 1):
            first -= 1
        return first, last

    def _lines_out(self, ranges: Sequence[tuple[int, int]], column: int) -> Iterator[Splice]:
        numbers = sorted({number for first, last in ranges for number in range(first, last + 1)})
        for first, last in runs(numbers):
            kept = self._kept_apart(first, last, column)
            end = self._lines.line_end(last + len(kept))
            yield Splice(self._lines.starts[first], end, "".join(line + self._line_end for line in kept))

    def _kept_apart(self, first: int, last: int, column: int) -> list[str]:
        """Give the quiet lines behind lines that go, less indented: a text with | or > would take them for its own."""
        before = first - 1
        while self._lines.is_blank(before):
            before -= 1
        kept: list[str] = []
        while before in self._lines.ends_of_texts and last + 1 < self._lines.count and self._lines.is_quiet(last + 1):
            last += 1
            line = self._text[self._lines.starts[last] : self._lines.line_end(last)].strip()
            kept.append((" " * column + line).rstrip())
        return kept
