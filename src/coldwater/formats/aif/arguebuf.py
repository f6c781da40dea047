"""arguebuf's JSON: its graphs as protocol buffers, written as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "arguebuf"
TITLE = "arguebuf JSON"
ENDINGS = (".arguebuf.json", ".arguebuf")
LOSES_IN: tuple[str, ...] = (
    "rephrasings and preferences, and steps that lack a premise or a conclusion (kept for the way back)",
    "the full texts of resources, analysts, and data of users (kept for the way back)",
)
LOSES_OUT: tuple[str, ...] = (
    "titles, tags, notes, numbers and everything else beside texts, arguments, sources and positions",
    "schemes that arguebuf does not know, and all of attacks",
    "all but the first source of a claim, and the place in it; of positions, all but who first accepts a claim",
    "ids that look like a program's number",
)


def is_one(look: Look) -> bool:
    """Tell whether `nodes` is an object of atoms and schemes."""
    data = look.json
    nodes = data.get("nodes") if isinstance(data, dict) else None
    if not isinstance(nodes, dict):
        return False
    kinds = [("atom" in node or "scheme" in node) for node in nodes.values() if isinstance(node, dict)]
    says_so = any(key in data for key in ("schemaVersion", "schema_version", "libraryVersion", "library_version"))
    return any(kinds) or (not nodes and says_so)


def read(given: Given) -> Imported:
    """Read a graph."""
    from coldwater.formats.aif.arguebuf_reading import read_arguebuf  # noqa: PLC0415 - only where there is one

    return read_arguebuf(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a graph."""
    from coldwater.formats.aif.arguebuf_writing import write_arguebuf  # noqa: PLC0415

    return write_arguebuf(NAME, outgoing)
