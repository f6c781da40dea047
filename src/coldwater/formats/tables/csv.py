"""Tables as text, with commas (semicolons are read as well)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "csv"
TITLE = "csv (table as text)"
ENDINGS = (".csv",)
LOSES_IN: tuple[str, ...] = (
    "columns whose names are not known; numbers that are none from 0 to 1, other words than the fields have",
    "the title of a claim, as only arguments have titles",
)
LOSES_OUT: tuple[str, ...] = (
    "descriptions and settings of the map, roles, answers",
    "of sources language, grade, text, notes and the day of access; parts of authors' names; fingerprints",
    "ids and notes of positions, and positions that hold nothing; questions",
    "control characters, blanks around texts, line ends in titles",
)


def is_one(look: Look) -> bool:
    """Tell whether the first rows have a header whose columns are known."""
    from coldwater.formats.tables.separated import is_table  # noqa: PLC0415 - only for what may be one

    return is_table(look, ",;|")


def read(given: Given) -> Imported:
    """Read a table."""
    from coldwater.formats.tables import separated  # noqa: PLC0415 - only where there is one

    return separated.read(NAME, given, None)


def write(outgoing: Outgoing) -> Written:
    """Write a table."""
    from coldwater.formats.tables import separated  # noqa: PLC0415 - only where one is asked for

    return separated.write(outgoing, ",")
