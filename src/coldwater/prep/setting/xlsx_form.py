"""Sheets as a workbook. Every cell is text, whatever it begins with; the bytes are the same on every run."""

from __future__ import annotations

import io
from datetime import datetime

from coldwater.errors import MissingExtraError
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.prep.setting.sheet import Line, Sheet, Style

#: The longest text that a cell can hold.
LONGEST = 32_767
#: When a workbook was made, as far as it says: a date that tells no run from another.
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no time zones
_NO_GUESSING = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PAINT: dict[Style, dict[str, Any]] = {
    "plain": {},
    "pro": {"bg_color": "#E3EEF9"},
    "con": {"bg_color": "#FBEBDD"},
    "title": {"bold": True, "bg_color": "#D9D9D9"},
    "alarm": {"bold": True, "font_color": "#9C0006", "bg_color": "#FFD9D9"},
}
#: The height of a line, and of a row at least and at most, in points.
_LINE, _LEAST, _MOST = 12.5, 15.0, 400.0
#: Letters of our size to a unit of width, which is a figure of the usual size.
_LETTERS = 1.15


def sheets_xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Give a workbook with these sheets. Raises MissingExtraError where XlsxWriter is not installed."""
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("writing a workbook", "xlsx") from None
    out = io.BytesIO()
    book = Workbook(out, _NO_GUESSING)
    book.set_properties({"title": printable(title)[:250], "created": _MADE})
    formats = {style: book.add_format({**_BODY, **paint}) for style, paint in _PAINT.items()}
    headings = {style: book.add_format({**_BODY, **paint, **_HEADING}) for style, paint in _PAINT.items()}
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats, headings)
    book.close()
    return out.getvalue()


_BODY = {
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#A6A6A6",
    "font_size": 9,
    "num_format": "@",
    "quote_prefix": True,
}
_HEADING = {"bold": True, "bottom": 2, "font_color": "#000000"}


def _write(page: Any, sheet: Sheet, formats: dict[Style, Any], headings: dict[Style, Any]) -> None:
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
        _text(page, 0, place, "\n".join(map(printable, column.heading.split("\n"))), headings[column.style])
    page.set_row(0, _height([column.heading for column in sheet.columns], sheet))
    for number, line in enumerate(sheet.lines, 1):
        page.set_row(number, _row_height(line, sheet))
        for place, (text, style) in enumerate(zip(line.cells, line.styles, strict=True)):
            _text(page, number, place, printable(text), formats[style])
    titles = [number for number, line in enumerate(sheet.lines, 1) if number > 1 and "title" in line.styles]
    page.set_h_pagebreaks(titles)
    page.freeze_panes(1, sheet.frozen)
    _set_for_print(page, sheet)


def _text(page: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write a cell as text, cut where a workbook allows no more."""
    cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    if cut:
        page.write_string(row, column, cut, look)
    else:
        page.write_blank(row, column, None, look)


def _set_for_print(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    # "&" begins a code there; a line of a page header holds 255 signs.
    top = printable(sheet.top).replace("&", "&&")[:230]
    page.set_header(f"&L&9{_spaced(top)}")
    page.set_footer("&R&8&P / &N")


def _spaced(top: str) -> str:
    """Keep a figure from being read as part of the size of the letters before it."""
    return f" {top}" if top[:1].isdigit() else top


def _row_height(line: Line, sheet: Sheet) -> float:
    return _height(line.cells, sheet)


def _height(cells: Sequence[str], sheet: Sheet) -> float:
    """Give the height a row needs: spreadsheets do not work it out for files that they did not write."""
    from coldwater.rows import folded  # noqa: PLC0415 - a workbook's own need

    lines = max(
        sum(len(folded(part, max(int(column.width * _LETTERS), 4))) for part in text.split("\n"))
        for text, column in zip(cells, sheet.columns, strict=True)
    )
    return min(max(lines * _LINE + 3, _LEAST), _MOST)
