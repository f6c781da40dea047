"""Workbooks (xlsx): sheets of claims, or of claims and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "xlsx"
TITLE = "xlsx (workbook)"
ENDINGS = (".xlsx", ".xlsm")
LOSES_IN: tuple[str, ...] = (
    "columns whose names are not known; numbers that are none from 0 to 1, other words than the fields have",
    "the title of a claim, as only arguments have titles",
    "formulas, of which the value counts that was kept; colours, comments and whatever else is no text of a cell",
)
LOSES_OUT: tuple[str, ...] = (
    "descriptions and settings of the map, roles, answers",
    "of sources language, grade, text, notes and the day of access; parts of authors' names; fingerprints",
    "ids and notes of positions, and positions that hold nothing; questions",
    "control characters, blanks around texts, line ends in titles; what is longer than 32,767 characters",
)


def is_one(look: Look) -> bool:
    """Tell whether an archive holds a workbook."""
    return "xl/workbook.xml" in look.entries


def read(given: Given) -> Imported:
    """Read all sheets of a workbook."""
    from coldwater.formats.tables.reading import read_tables  # noqa: PLC0415 - only where there is one
    from coldwater.formats.tables.workbook import sheets_of  # noqa: PLC0415

    return read_tables(NAME, given, sheets_of(given.data), None)


def write(outgoing: Outgoing) -> Written:
    """Write a workbook with one sheet."""
    from coldwater.formats.foreign.losses import Loss  # noqa: PLC0415 - only where one is asked for
    from coldwater.formats.foreign.outgoing import Written  # noqa: PLC0415
    from coldwater.formats.tables.workbook import LONGEST, workbook_of  # noqa: PLC0415
    from coldwater.formats.tables.writing import table_of  # noqa: PLC0415

    rows, losses = table_of(outgoing)
    long = [row[0] for row in rows if any(len(cell) > LONGEST for cell in row)]
    if long:
        why = f"a cell of a workbook has {LONGEST:,} characters at most"
        losses = (*losses, Loss("end of a text", "ends of texts", len(long), tuple(long), why))
    return Written(workbook_of(rows, outgoing.map.title), losses)
