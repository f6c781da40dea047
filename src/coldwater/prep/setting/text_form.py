"""A page of debate material as text for a terminal or a file: wrapped, indented, safe to print."""

from __future__ import annotations

from coldwater.prep.setting.page import Card, Heading, Item, Line, Source, Table
from coldwater.printable import printable
from coldwater.rows import display_width, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coldwater.prep.setting.page import Part
    from coldwater.prep.setting.paragraphs import Paragraphs

_BETWEEN, _LEAST_COLUMN = 2, 24  # columns between cells, and those that the first one has at least
_DEEPEST = 8  # beyond, entries are no longer indented, or nothing would fit


def page_text(page: Iterable[Part], paragraphs: Paragraphs) -> str:
    """Give a page as text, with a line end. Before a heading stands an empty line, unless it is below a higher one."""
    lines: list[str] = []
    above = 0  # the level of the heading just above, or a deep one
    for part in page:
        if isinstance(part, Heading) and above >= part.level:
            lines.append("")
        lines += _set(part, paragraphs)
        above = part.level if isinstance(part, Heading) else _DEEPEST
        if isinstance(part, Heading) and part.level == 1:
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _set(part: Part, paragraphs: Paragraphs) -> Iterator[str]:
    if isinstance(part, Heading):
        # Upper levels stand at the margin; the third, and what is below, is indented with its text.
        lead = "" if part.level < 3 else "  "
        style = "heading" if part.level > 1 else None
        yield from paragraphs.wrapped(_whole(part.text, part.tag), lead, style)
    elif isinstance(part, Line):
        yield from paragraphs.wrapped(_whole(f"{part.lead} {part.text}", part.tag), "  ")
    elif isinstance(part, Item):
        lead = "  " * (min(part.depth, _DEEPEST) + 1) + "• "
        yield from paragraphs.wrapped(_whole(f"{part.lead} {part.text}", part.tag), lead)
    elif isinstance(part, Source):
        yield from _set(Item(part.told, part.lead, part.tag, part.depth), paragraphs)
    elif isinstance(part, Card):
        yield from paragraphs.wrapped(_whole(", ".join(filter(None, (part.who, part.what))), part.tag), "  ")
        if part.pieces:
            yield from paragraphs.wrapped("".join(_marked(*piece) for piece in part.pieces), "    ")
    elif isinstance(part, Table):
        yield from (_grid if part.is_grid and _has_room(part, paragraphs) else _list)(part, paragraphs)


#: What stands around a piece of a card in plain text, by its look.
_MARKS = {"": "", "read": "_", "stressed": "*"}


def _marked(piece: str, look: str) -> str:
    """Mark what is read out of a card, without the blanks around it."""
    words = piece.strip()
    before, _, after = piece.partition(words) if words else (piece, "", "")
    return f"{before}{_MARKS[look]}{words}{_MARKS[look]}{after}" if words else piece


def _list(table: Table, paragraphs: Paragraphs) -> Iterator[str]:
    """Set each row as an entry, with the names of its cells."""
    if table.source:
        yield from paragraphs.wrapped(_whole(f"{table.source.lead} {table.source.told}", table.source.tag), "  ")
    for number, row in enumerate(table.rows):
        yield from paragraphs.wrapped(_whole(row[0], table.tag(number)), "  • ")
        told = "; ".join(f"{name}: {cell}" for name, cell in zip(table.header[1:], row[1:], strict=True) if cell)
        if told:
            yield from paragraphs.wrapped(told, "    ")


def _has_room(table: Table, paragraphs: Paragraphs) -> bool:
    """Tell whether the first column of a grid is left enough room by the others."""
    return paragraphs.width - 2 - sum(width + _BETWEEN for width in _widths(table)[1:]) >= _LEAST_COLUMN


def _widths(table: Table) -> list[int]:
    lines = [[printable(cell) for cell in row] for row in (table.header, *table.rows)]
    return [max(map(display_width, column)) for column in zip(*lines, strict=True)]


def _grid(table: Table, paragraphs: Paragraphs) -> Iterator[str]:
    """Set a table in columns: the short ones as wide as they must be, the first in what room is left."""
    tagged = [(_whole(row[0], table.tag(number)), *row[1:]) for number, row in enumerate(table.rows)]
    lines = [[printable(cell) for cell in row] for row in (table.header, *tagged)]
    widths = _widths(table)[1:]
    room = paragraphs.width - 2 - sum(width + _BETWEEN for width in widths)
    for number, (text, *cells) in enumerate(lines):
        short = "".join(
            " " * _BETWEEN + cell + " " * (width - display_width(cell))
            for cell, width in zip(cells, widths, strict=True)
        )
        for place, row in enumerate(folded(text, room)):
            line = row + " " * (room - display_width(row)) + short if place == 0 else row
            yield paragraphs.painted(f"  {line}".rstrip(), "heading") if number == 0 else f"  {line}".rstrip()


def _whole(text: str, tag: str) -> str:
    return f"{text} [{tag}]" if tag else text
