"""Indented outlines: as `coldwater show` prints them, and as people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "outline"
TITLE = "indented outline (as `coldwater show` prints it)"
ENDINGS = (".outline", ".outline.txt")
LOSES_IN: tuple[str, ...] = ("notes in brackets that are not known; holders whom `show` only counts",)
LOSES_OUT: tuple[str, ...] = (
    "sources and citations, tags, notes, roles, answers, descriptions, settings of the map",
    "positions whose names hold commas or semicolons, and the ids of positions; questions",
    "titles on several lines",
)


def is_one(look: Look) -> bool:
    """Tell whether the second line is a claim with its id, or lines are marked with + and − or the like."""
    if look.name.lower().endswith((".md", ".csv", ".tsv", ".yaml", ".yml", ".json", ".xml", ".argdown", ".ad")):
        return False
    if look.is_packed or re.match(r"\s*[\[{<]", look.text[:200]) or len(look.lines) < 2:
        return False
    from coldwater.formats.outlines.reading import is_shown  # noqa: PLC0415 - only for what may be one

    marks = [match[1] for line in look.lines if (match := re.match(r"[ \t│]*([+−×•┌├└])[ \t]", line))]
    return is_shown("\n".join(look.text[:20_000].splitlines()[:40])) or (
        not re.match(r"[ \t│]*[+−×•┌├└]", look.lines[0]) and 2 * len(marks) >= len(look.lines) > 2
    )


def read(given: Given) -> Imported:
    """Read an outline."""
    from coldwater.formats.outlines.reading import read as read_lines  # noqa: PLC0415 - only where there is one

    return read_lines(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as an outline."""
    from coldwater.formats.outlines.writing import write as write_lines  # noqa: PLC0415 - only where one is asked for

    return write_lines(outgoing)
