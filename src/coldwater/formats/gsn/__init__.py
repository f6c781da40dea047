"""Goal Structuring Notation in YAML, as gsn2x reads it: goals, strategies, solutions, what challenges them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.gsn.sniffing import is_one

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "gsn"
TITLE = "GSN in YAML (gsn2x)"
ENDINGS = (".gsn.yaml", ".gsn.yml")
LOSES_IN = (
    "contexts, assumptions and justifications as elements: their texts stand in notes, and they go out again",
    "layout, layers of text and claim points of assurance: they come along only on the way back",
    "the division into files: a module is a tag",
)
LOSES_OUT = (
    "nothing but a division into modules: what GSN has no attribute for stands as text under the key `coldwater`",
)
__all__ = ["ENDINGS", "LOSES_IN", "LOSES_OUT", "NAME", "TITLE", "is_one", "read", "write"]


def read(given: Given) -> Imported:
    """Read a case with the modules that it uses. Raises RefusedError for what is no YAML or holds no element at all."""
    from coldwater.formats.gsn.reading import read_case  # noqa: PLC0415 - heavy

    return read_case(given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as one file."""
    from coldwater.formats.gsn.writing import write_case  # noqa: PLC0415 - heavy

    return write_case(outgoing)
