"""A sheet as comma-separated values: RFC 4180, UTF-8 with a byte order mark, and no cell that is a formula.

Without the mark Excel reads UTF-8 as the old code page of the machine; others skip it. A text that a spreadsheet could
take for a formula gets an apostrophe before it, which is what a user types to say that a cell is text.
"""

from __future__ import annotations

import csv
import io
from unicodedata import category, normalize

from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.prep.setting.sheet import Sheet

BYTE_ORDER_MARK = "\ufeff"
_BEGINS_FORMULA = "=+-@"
#: Letters of Hangul that stand for none.
_FILLERS = "\u115f\u1160\u3164\uffa0"
_QUOTES = "'\"`´‘’‚‛“”„‟«»‹›"


def sheet_csv(sheet: Sheet) -> str:
    """Give a sheet as CSV, its headings first. Line ends within a cell become blanks."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_cells(column.heading.replace("\n", ", ") for column in sheet.columns))
    writer.writerows(_cells(line.cells) for line in sheet.lines)
    return BYTE_ORDER_MARK + out.getvalue()


def _cells(texts: Iterable[str]) -> list[str]:
    return [harmless(printable(text)) for text in texts]


def harmless(text: str) -> str:
    r"""Give a text with an apostrophe before it where a spreadsheet could take it for a formula.

    Blanks, quotes and what does not show may stand before the sign, and it may be written wide.

    >>> harmless("=1+1"), harmless(" “＝1"), harmless("1 = 1")
    ("'=1+1", "' “＝1", '1 = 1')
    >>> harmless("\t1"), harmless("")
    ("'\t1", '')
    """
    if not text:
        return text
    visible = next((sign for sign in text if not _is_passed_over(sign)), "")
    is_formula = normalize("NFKC", visible)[:1] in tuple(_BEGINS_FORMULA) or visible in ("−", "﹢", "﹣")
    return f"'{text}" if is_formula or text[0] in "\t\r\n" else text


def _is_passed_over(sign: str) -> bool:
    """Tell whether a sign is a blank or a quote, has no look of its own, or only changes that of the one before it."""
    return sign.isspace() or sign in _QUOTES or sign in _FILLERS or category(sign)[0] in "CM"
