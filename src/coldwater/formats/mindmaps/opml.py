"""OPML, which most outliners and mind maps read and write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "opml"
TITLE = "OPML (outliners, mind maps)"
ENDINGS = (".opml",)
LOSES_IN: tuple[str, ...] = ("attributes of outlines beside text, notes, addresses and those of coldwater",)
LOSES_OUT: tuple[str, ...] = (
    "sources and citations, tags, notes, roles, answers, descriptions, settings of the map",
    "positions whose names hold commas or semicolons, and the ids of positions; questions",
    "line ends in titles of maps",
)


def is_one(look: Look) -> bool:
    """Tell whether the root element is that of OPML."""
    return look.root_tag.lower() == "opml"


def read(given: Given) -> Imported:
    """Read an outline."""
    from coldwater.formats.mindmaps.opml_files import read as read_file  # noqa: PLC0415 - only where there is one

    return read_file(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a map as an outline."""
    from coldwater.formats.mindmaps.opml_files import write as write_file  # noqa: PLC0415 - only where one is asked for

    return write_file(outgoing)
