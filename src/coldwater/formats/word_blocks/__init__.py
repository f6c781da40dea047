"""Block files of debaters, as Word documents: pockets, hats, blocks, tags and cards; and a map laid out as one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "word-blocks"
TITLE = "a debater's block file (Word)"
ENDINGS = (".docx", ".docm")
LOSES_IN: tuple[str, ...] = (
    "pictures, footnotes, comments and text boxes",
    "headings with nothing below them",
    "the look of texts, but for what is underlined or highlighted in cards",
    "of debate material that `coldwater prep` wrote: verdicts, questions, positions",
)
LOSES_OUT: tuple[str, ...] = (
    "kinds, statuses, credences, standards, notes and contradictions of claims",
    "schemes, roles, answers, strengths, tags and notes of arguments",
    "positions, questions, expectations, ignored findings",
    "which part of an author's name is the family name",
    "fingerprints of citations",
)


def is_one(look: Look) -> bool:
    """Tell whether a file is a Word document."""
    return look.is_packed and "word/document.xml" in look.entries


def read(given: Given) -> Imported:
    """Read a block file, or a page of ours, which has the ids of a map behind its texts."""
    from coldwater.formats.word_blocks.reading import read_blocks  # noqa: PLC0415 - only where it is needed

    return read_blocks(given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as a block file."""
    from coldwater.formats.word_blocks.writing import write_blocks  # noqa: PLC0415 - only where it is needed

    return write_blocks(outgoing)
