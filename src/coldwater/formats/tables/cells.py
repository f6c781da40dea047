r"""The cells of a table as text: delimiters, quotes, and cells that a spreadsheet would run.

A cell that begins with `=`, `+`, `-`, `@`, a tab or a wide form of these is written with an apostrophe before it, so
that no spreadsheet takes it for a formula; so is one that begins with an apostrophe before such a sign. Reading takes
the apostrophe away again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coldwater.formats.foreign.texts import cleaned
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DELIMITERS = (",", ";", "\t", "|")
_RUNS = "=+-@\t\r\n＝＋－＠"
_LOOKED_AT = 20


class Row(NamedTuple):
    """A row: the number of the line where it begins, and its cells, rid of control characters and blanks around."""

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, delimiter: str | None = None, most: int | None = None) -> list[Row]:
    r"""Give the rows of a table, at most so many; empty ones are left out. Cost is linear.

    >>> rows_of('a;"b;\n""c"" d"\ne')
    [Row(line=1, cells=('a', 'b;\n"c" d')), Row(line=3, cells=('e',))]
    """
    start, line = 0, 1
    said = re.match(r"sep=(.)[ \t]*(?:\r\n|\r|\n)", text)
    if said:
        delimiter, start, line = delimiter or said[1], said.end(), 2
    parting = delimiter or sniffed(text)
    between = re.escape(parting)
    end_, rest = rf"({between}|\r\n|\r|\n|\Z)", rf"([^{between}\r\n]*)"
    cell = re.compile(rf'[ ]*"((?:[^"]++|"")*+)"{rest}{end_}|{rest}{end_}')
    rows: list[Row] = []
    cells: list[str] = []
    first = line
    while start <= len(text) and (most is None or len(rows) < most):
        match = cell.match(text, start)
        assert match is not None  # it fits any text
        said_so = match[1] is not None
        value = (match[1].replace('""', '"') + match[2]) if said_so else match[4]
        cells.append(unguarded(cleaned(value)))
        end = match[3] if said_so else match[5]
        line += len(re.findall("\r\n|\r|\n", match[0])) if said_so else end in ("\r\n", "\r", "\n")
        if end != parting:
            if any(cells):
                rows.append(Row(first, tuple(cells)))
            cells, first = [], line
            if not end:
                break
        start = match.end()
    return rows


def sniffed(text: str) -> str:
    """Tell by which sign cells are parted: that which gives rows of the same length, and of most cells.

    >>> sniffed("id;text"), sniffed("a,b;c"), sniffed("only one")
    (';', ',', ',')
    """
    head = text[:20_000]

    def fits(delimiter: str) -> tuple[float, int]:
        lengths = [len(row.cells) for row in rows_of(head, delimiter, _LOOKED_AT)]
        usual = max(lengths, key=lengths.count, default=1)
        return (lengths.count(usual) / max(1, len(lengths)) * (usual > 1), usual)

    return max(DELIMITERS, key=fits)


def text_of(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """Write rows; a cell stands in quotes where it has to."""
    return "".join(delimiter.join(_quoted(guarded(cell), delimiter) for cell in row) + "\r\n" for row in rows)


def _quoted(cell: str, delimiter: str) -> str:
    if not cell or not (delimiter in cell or re.search('["\r\n;,\t|]', cell)):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would run.

    >>> guarded("=1+1"), guarded("plain"), guarded("'-x")
    ("'=1+1", 'plain', "''-x")
    """
    bare = cell.lstrip("'")
    return f"'{cell}" if bare[:1] and bare[0] in _RUNS else cell


def unguarded(cell: str) -> str:
    """Take the apostrophe away again."""
    bare = cell.lstrip("'")
    return cell[1:] if cell[:1] == "'" and bare[:1] and bare[0] in _RUNS else cell


def listed(items: Iterable[str]) -> str:
    r"""Write several texts in a cell; a backslash stands before a semicolon, a comma or a backslash of theirs.

    >>> listed(["a", "b; c"])
    'a; b\\; c'
    """
    return "; ".join(re.sub(r"([\\;,\n])", r"\\\1", item) for item in items)


def items_of(cell: str) -> list[str]:
    r"""Give the texts in a cell: parted by semicolons, or else by commas or line ends.

    >>> items_of(r"a; b\; c"), items_of("a, b")
    (['a', 'b; c'], ['a', 'b'])
    """
    found: list[str] = [""]
    signs = ";" if re.search(r"(?:^|[^\\])(?:\\\\)*;", cell) else ",\n"
    for part in re.findall(r"\\[\\;,\n]|.", cell, re.DOTALL):
        if part in signs:
            found.append("")
        else:
            found[-1] += part[1:] if len(part) == 2 else part
    return list(dict.fromkeys(item.strip() for item in found if item.strip()))
