"""A page of debate material as a value: headings, sentences, lists and tables, before it is set for any medium.

What a page says is decided once; how it looks is decided by whoever sets it (``page_text``, ``page_markdown``). Texts
of a map stand in it as they are: making them safe is up to the setter.
"""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    Part: TypeAlias = "Heading | Line | Item | Table"


class Heading(NamedTuple):
    """A heading of level 1 (the page) to 4. ``tag``: the id it is about, with short words of ours."""

    level: int
    text: str
    tag: str = ""


class Line(NamedTuple):
    """A paragraph. ``lead``: words of ours that stand out before it; ``tag``: ids and short words after it."""

    text: str
    lead: str = ""
    tag: str = ""


class Item(NamedTuple):
    """An entry of a list, at a depth from 0; lead and tag as for a paragraph."""

    text: str
    lead: str = ""
    tag: str = ""
    depth: int = 0


class Table(NamedTuple):
    """Rows of cells below a header; every row has as many cells.

    ``is_grid``: all but the first cell of a row are short, so that it reads as a table in plain text as well.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_grid: bool = False


def tagged(*words: str) -> str:
    """Give a tag of those words that say something.

    >>> tagged("cracks", "", "unstated")
    'cracks; unstated'
    """
    return "; ".join(word for word in words if word)


def leading(entries: Iterable[Item], most: int) -> list[Item]:
    """Give the first entries of a list at depth 0 with all below them; the others are counted."""
    kept: list[Item] = []
    entry = 0
    for item in entries:
        entry += item.depth == 0
        if entry <= most:
            kept.append(item)
    return [*kept, Item(f"and {entry - most:,} more")] if entry > most else kept
