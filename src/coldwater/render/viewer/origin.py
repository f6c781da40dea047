"""Where a map is written: its file, the address of that file where there is one, and the line of each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Origin(NamedTuple):
    """The file of a map as it is called, its address on the web ("" for none), and the lines of its entries by id."""

    file: str
    url: str
    lines: Mapping[str, int]
