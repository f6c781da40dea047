"""Tables as text: what csv and tsv have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.foreign.outgoing import Written
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.tables.cells import rows_of, text_of
from coldwater.formats.tables.columns import header_of
from coldwater.formats.tables.reading import read_tables
from coldwater.formats.tables.writing import table_of

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing
    from coldwater.formats.tables.cells import Row


def is_table(look: Look, delimiters: str) -> bool:
    """Tell whether the first rows have a header whose columns are known."""
    if look.is_packed or look.text.lstrip()[:1] in ("{", "[", "<", ""):
        return False
    head = look.text[:20_000]
    if not any(sign in line for line in look.lines[:15] for sign in delimiters):
        return False
    return any(_is_headed(rows_of(head, sign, 15)) for sign in delimiters)


def _is_headed(rows: list[Row]) -> bool:
    """Tell whether a header has two columns that are known, and most rows below it are as long as it is."""
    header = header_of(rows)
    if header is None or sum(map(bool, header.fields)) < 2:
        return False
    width = len(header.fields)
    below = [len(row.cells) for row in rows[header.at + 1 :]]
    return bool(below) and 5 * sum(length == width for length in below) >= 4 * len(below)


def read(format_: str, given: Given, delimiter: str | None) -> Imported:
    """Read a table; which sign parts its cells is found unless it is given."""
    text, said = decoded(given.data)
    return read_tables(format_, given, [rows_of(text, delimiter)], said)


def write(outgoing: Outgoing, delimiter: str) -> Written:
    """Write a table, in UTF-8 with a mark, without which spreadsheets read it as something else."""
    rows, losses = table_of(outgoing)
    return Written(text_of(rows, delimiter).encode("utf-8-sig"), losses)
