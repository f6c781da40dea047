"""The text that Kialo exports: a claim a line or a paragraph, numbered by depth, each pro or con the one above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "kialo"
TITLE = "Kialo (exported text)"
ENDINGS = (".kialo.txt", ".kialo")
#: What goes out comes back under other ids.
LOSES_IDS = True
LOSES_IN: tuple[str, ...] = (
    "a link to a claim that is not in the file",
    "where in a claim's text a link or the number of a source stands (kept for the way back)",
)
LOSES_OUT: tuple[str, ...] = (
    "linked premises become claims that count each on its own",
    "an argument about an argument becomes a claim under the first premise of that argument",
    "ids, titles, schemes, strengths, credences, statuses, tags, notes, contradictions, positions, questions",
    "of a source all but its address, or its title where it has none; of a citation all but its quote",
    "rivals become theses beside the thesis",
)


def is_one(look: Look) -> bool:
    """Tell whether the first line names a discussion as Kialo does."""
    return bool(look.lines) and re.match(r"\s*Discussion (Title|Name):", look.lines[0]) is not None


def read(given: Given) -> Imported:
    """Read an export, of the older or the newer layout."""
    from coldwater.formats.kialo.reading import read as read_text  # noqa: PLC0415 - only where there is one

    return read_text(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a map in the newer layout; in the older one if it was read from that and fits it still."""
    from coldwater.formats.kialo.writing import write as write_text  # noqa: PLC0415 - only where one is asked for

    return write_text(NAME, outgoing)
