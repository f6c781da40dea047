"""AIF JSON, the nodesets of AIFdb: what researchers' corpora of annotated arguments come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "aif"
TITLE = "AIF JSON"
ENDINGS = (".aif.json", ".aif")
LOSES_IN: tuple[str, ...] = (
    "rephrasings and preferences, and steps that lack a premise or a conclusion (kept for the way back)",
    "the dialogue: locutions, transitions and illocutions (kept for the way back; speakers become positions)",
)
LOSES_OUT: tuple[str, ...] = (
    "titles, sources, positions, tags, notes, numbers and everything else beside texts, arguments and schemes",
    "ids that look like a program's number",
)


def is_one(look: Look) -> bool:
    """Tell whether nodes have a `nodeID`, or are listed with edges and locutions."""
    data = look.json
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list) or "AIF" in data or "analysis" in data:
        return False
    first: Any = next((node for node in data["nodes"] if isinstance(node, dict)), {})
    return "nodeID" in first or (not data["nodes"] and "locutions" in data)


def read(given: Given) -> Imported:
    """Read a nodeset."""
    from coldwater.formats.aif.reading import read_aif  # noqa: PLC0415 - only where there is something to read

    return read_aif(NAME, given)


def write(outgoing: Outgoing) -> Written:
    """Write a nodeset."""
    from coldwater.formats.aif.writing import write_aif  # noqa: PLC0415

    return write_aif(NAME, outgoing, read)
