"""Workbooks: the cells of all sheets as text, and a table as a sheet in which every cell is text.

A formula is never worked out: of a cell with one, the value counts that its spreadsheet kept of it.
"""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from coldwater.errors import MissingExtraError
from coldwater.findings import START
from coldwater.formats.foreign.packed import refuse_bomb
from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.formats.native.limits import MAX_VALUES
from coldwater.formats.native.spots import UNSAFE_INPUT, RefusedError, Spot
from coldwater.formats.tables.cells import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ROWS = 1_048_576
#: A cell of a workbook holds so many characters.
LONGEST = 32_767
#: Without it the time of writing would be in the file.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_NO_GUESSING = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def sheets_of(data: bytes) -> list[list[Row]]:
    """Give the rows of each sheet that has any; ``line`` is the number that the sheet shows.

    Raises RefusedError for what is no workbook, MissingExtraError where openpyxl is not installed.
    """
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("reading a workbook", "xlsx") from None
    refuse_bomb(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of styles that it leaves out
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            found = [_rows(sheet) for sheet in book.worksheets]
    except RefusedError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever its steps run into where a part is damaged
        raise RefusedError(Spot(UNSAFE_INPUT, START, "the file is damaged: it is no whole workbook")) from None
    return [rows for rows in found if rows]


def _rows(sheet: Any) -> list[Row]:
    sheet.reset_dimensions()  # what the file says of its size may be anything
    rows: list[Row] = []
    count = 0
    for number, values in enumerate(sheet.iter_rows(max_row=_MOST_ROWS, values_only=True), 1):
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(Row(number, tuple(cells)))
            count += len(cells)
            if count > MAX_VALUES:
                raise RefusedError(Spot(UNSAFE_INPUT, START, f"the sheet has more than {MAX_VALUES:,} cells"))
    return rows


def _text(value: object) -> str:
    """Give a cell as text: whole numbers without a point, a date without midnight."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return cleaned(str(value))


def workbook_of(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """Give a workbook with one sheet; the same bytes at each time.

    Raises MissingExtraError where XlsxWriter is not installed.
    """
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("writing a workbook", "xlsx") from None
    out = BytesIO()
    book = Workbook(out, _NO_GUESSING)
    book.set_properties({"title": one_line(title)[:250], "created": _MADE})
    body = {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
    plain, heading = book.add_format(body), book.add_format({**body, "bold": True, "bottom": 2})
    sheet = book.add_worksheet("Map")
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell[:LONGEST], plain if number else heading)
    for place, name in enumerate(rows[0]):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
    sheet.freeze_panes(1, 1)
    book.close()
    return out.getvalue()


_WIDTHS = {"text": 60, "note": 30, "quote": 30, "source": 24, "title": 24, "id": 22, "parent": 22}
