"""The XML of the argumentative microtexts (Peldszus and Stede): a short text in pieces, and the argument in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "microtexts"
TITLE = "argumentative microtexts (XML)"
ENDINGS = (".arggraph.xml", ".arggraph")
LOSES_IN: tuple[str, ...] = (
    "the topic and the author's stance on it (kept for the way back)",
    "pieces of text that belong to no claim (kept for the way back)",
    "a role, pro or opp, that is not the one that the attacks on the way to the central claim give",
)
LOSES_OUT: tuple[str, ...] = (
    "titles, sources, positions, tags, notes, numbers and everything else beside texts and arguments",
    "schemes, but for examples that support",
    "ids that no XML has, or that look like those of the corpus (a1, c1, e1)",
)


def is_one(look: Look) -> bool:
    """Tell whether the root is an `arggraph`."""
    return look.root_tag == "arggraph"


def read(given: Given) -> Imported:
    """Read a microtext."""
    from coldwater.formats.microtexts.reading import read_microtext  # noqa: PLC0415 - only where there is one

    return read_microtext(given)


def write(outgoing: Outgoing) -> Written:
    """Write a microtext."""
    from coldwater.formats.microtexts.writing import write_microtext  # noqa: PLC0415

    return write_microtext(outgoing)
