"""A sheet of material as a value: columns and rows of texts, before it is set as csv or as a workbook.

Texts of a map stand in it as they are: making them safe is up to the setter.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    #: How a cell looks: the side whose it is, a title over other rows, or what must not be overlooked.
    Style = Literal["plain", "pro", "con", "title", "alarm"]


class Column(NamedTuple):
    """A column: the lines above it, its width in characters, the look of its heading."""

    heading: str
    width: int
    style: Style = "plain"


class Line(NamedTuple):
    """A row of cells, as many as there are columns, and the look of each."""

    cells: tuple[str, ...]
    styles: tuple[Style, ...]


class Sheet(NamedTuple):
    """A sheet: its name, columns and rows, and what is printed on top of each page.

    ``frozen``: how many columns stay in sight.
    """

    name: str
    top: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    frozen: int = 1
