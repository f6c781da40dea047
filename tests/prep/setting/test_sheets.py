"""Sheets: whatever a map says, no cell is a formula, and nothing is lost."""

from __future__ import annotations

import csv
import io
import sys
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from coldwater.errors import MissingExtraError
from coldwater.prep.setting.csv_form import BYTE_ORDER_MARK, harmless, sheet_csv
from coldwater.prep.setting.sheet import Column, Line, Sheet
from coldwater.prep.setting.xlsx_form import LONGEST, sheets_xlsx
from coldwater.printable import printable

if TYPE_CHECKING:
    from coldwater.prep.setting.sheet import Style

DANGEROUS = (
    "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", " =1", "\u00a0=1", "'=1", '"=1', "＝1+1", "＋1",
    "\u200b=1", "\ufeff=1", "{=1}", "=HYPERLINK(\"http://x\")", "“=1", "«=1»", "−1", "﹣1", "\n=1", "\x00=1",
    "\ufe0f=1", "\u034f@1", "\u3164-1",
)  # fmt: skip
ANY = st.text(max_size=30) | st.sampled_from(DANGEROUS) | st.builds(str.__add__, st.sampled_from(DANGEROUS), st.text())
LINES = st.lists(st.tuples(ANY, ANY, ANY), min_size=1, max_size=5)
SIGNS = tuple("=+-@＝＋－＠")


def sheet_of(rows: list[tuple[str, ...]]) -> Sheet:
    columns = tuple(Column(f"Heading {place}\nbelow", 20) for place in range(len(rows[0])))
    plain: Style = "plain"
    return Sheet("Flow", "A & B", columns, tuple(Line(row, (plain,) * len(row)) for row in rows))


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


def cells_of(book: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(io.BytesIO(book))["Flow"].iter_rows())[1:]


@given(LINES)
def test_no_cell_in_csv_is_a_formula(rows: list[tuple[str, ...]]) -> None:
    text = sheet_csv(sheet_of(rows))
    assert text.startswith(BYTE_ORDER_MARK)
    assert text.count("\r\n") == len(rows) + 1
    for cells in read_csv(text):
        for cell in cells:
            assert not cell.lstrip().startswith(SIGNS)
            assert not cell.startswith(("\t", "\r", "\n"))
            assert not cell.lstrip("\ufe0f\u034f\u3164").startswith(SIGNS)
            # Nor where a spreadsheet strips a quote that somebody pasted.
            assert cell.startswith("'") or not cell.lstrip(" \"'“«").startswith(SIGNS)


@given(LINES)
def test_nothing_is_lost_in_csv(rows: list[tuple[str, ...]]) -> None:
    found = read_csv(sheet_csv(sheet_of(rows)))[1:]
    for row, cells in zip(rows, found, strict=True):
        for text, cell in zip(row, cells, strict=True):
            assert cell in (printable(text), f"'{printable(text)}")
            assert cell == printable(text) or any(sign in text for sign in (*SIGNS, "−", "﹣", "﹢"))


@given(LINES)
def test_every_cell_of_a_workbook_is_text(rows: list[tuple[str, ...]]) -> None:
    book = sheets_xlsx([sheet_of(rows)], "Title")
    for row, cells in zip(rows, cells_of(book), strict=True):
        for text, cell in zip(row, cells, strict=True):
            assert cell.data_type in ("s", "n")
            assert (cell.value or "") == printable(text)
            assert cell.hyperlink is None
    with ZipFile(io.BytesIO(book)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_is_dangerous_is_made_harmless(text: str) -> None:
    assert harmless(text).startswith("'") or text == "{=1}"


def test_numbers_and_addresses_stay_text() -> None:
    (cells,) = cells_of(sheets_xlsx([sheet_of([("007", "https://example.org", "1.10")])], "T"))
    assert [cell.value for cell in cells] == ["007", "https://example.org", "1.10"]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    (cells,) = cells_of(sheets_xlsx([sheet_of([("x" * 40_000, "y")])], "T"))
    assert len(cells[0].value) == LONGEST
    assert cells[0].value.endswith("x…")
    assert cells[1].value == "y"


def test_the_bytes_are_the_same_on_every_run_and_the_page_is_set_for_print() -> None:
    sheet = sheet_of([("a", "b")])
    with ZipFile(io.BytesIO(sheets_xlsx([sheet], "T"))) as parts:
        assert b">2000-01-01T00:00:00Z<" in parts.read("docProps/core.xml")
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    page = load_workbook(io.BytesIO(sheets_xlsx([sheet], "T")))["Flow"]
    assert page.freeze_panes == "B2"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0  # one page wide, as many as it takes long
    assert page.print_title_rows == "$1:$1"
    assert page.oddHeader.left.text == "A && B"
    assert page["A2"].alignment.wrap_text
    assert page["A2"].quotePrefix


def test_without_the_writer_its_absence_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"coldwater\[xlsx\]"):
        sheets_xlsx([sheet_of([("a",)])], "T")
