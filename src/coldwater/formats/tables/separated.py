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


def is_table(look: Look, delimiters: str) -> bool:
    """Tell whether the first rows have a header whose columns are known."""
    if look.is_packed or look.text.lstrip()[:1] in ("{", "[", "<", ""):
        return False
    head = look.text[:20_000]
    if not any(sign in line for line in look.lines[:15] for sign in delimiters):
        return False
    rows = [rows_of(head, sign, 15) for sign in delimiters]
    return any(
        header is not None and sum(map(bool, header.fields)) > 1 for header in map(header_of, rows)
    )  # fmt: skip


def read(format_: str, given: Given, delimiter: str | None) -> Imported:
    """Read a table; which sign parts its cells is found unless it is given."""
    text, said = decoded(given.data)
    return read_tables(format_, given, [rows_of(text, delimiter)], said)


def write(outgoing: Outgoing, delimiter: str) -> Written:
    """Write a table, in UTF-8 with a mark, without which spreadsheets read it as something else."""
    rows, losses = table_of(outgoing)
    return Written(text_of(rows, delimiter).encode("utf-8-sig"), losses)
