"""Markdown: headings and nested lists, as coldwater writes them and as people do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "markdown"
TITLE = "Markdown (headings and nested lists)"
ENDINGS = (".md", ".markdown")
LOSES_IN: tuple[str, ...] = (
    "emphasis, pictures, tables and code within texts; quotations and rules between them",
    "links: of these the address becomes a source",
)
LOSES_OUT: tuple[str, ...] = (
    "sources and citations, tags, notes, roles, answers, descriptions, settings of the map",
    "positions whose names hold commas or semicolons, and the ids of positions; questions",
    "titles on several lines",
)


def is_one(look: Look) -> bool:
    """Tell whether a file of Markdown has a heading and a list, and no fence that holds Argdown."""
    if not look.name.lower().endswith(ENDINGS) or re.search(r"^[ \t]*(?:```+|~~~+)[ \t]*argdown", look.text, re.M):
        return False
    return any(re.match(r"#{1,6}\s", line) for line in look.lines) or any(
        re.match(r"\s*(?:[-+*]|\d+[.)])\s", line) for line in look.lines
    )


def read(given: Given) -> Imported:
    """Read headings and lists."""
    from coldwater.formats.outlines.markdown_reading import read as read_lists  # noqa: PLC0415 - only where there is one

    return read_lists(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as headings and lists."""
    from coldwater.formats.outlines.markdown_writing import write as write_lists  # noqa: PLC0415

    return write_lists(outgoing)
