"""xAIF: AIF JSON in a frame, as the tools around OVA3 and the argument mining framework hand it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look
    from coldwater.formats.foreign.outgoing import Outgoing, Written

NAME = "xaif"
TITLE = "xAIF"
ENDINGS = (".xaif.json", ".xaif")
LOSES_IN: tuple[str, ...] = (
    "rephrasings and preferences, and steps that lack a premise or a conclusion (kept for the way back)",
    "the dialogue: locutions, transitions and illocutions (kept for the way back; speakers become positions)",
    "the text that was annotated, the layout, and what other modules put beside the graph (kept for the way back)",
)
LOSES_OUT: tuple[str, ...] = (
    "titles, sources, positions, tags, notes, numbers and everything else beside texts, arguments and schemes",
    "ids that look like a program's number",
)
_FRAME = "AIF"


def is_one(look: Look) -> bool:
    """Tell whether there is an object under `AIF`."""
    return isinstance(look.json, dict) and isinstance(look.json.get(_FRAME), dict)


def read(given: Given) -> Imported:
    """Read a file of xAIF."""
    from coldwater.formats.aif.reading import read_aif  # noqa: PLC0415 - only where there is something to read

    return read_aif(NAME, given, _FRAME)


def write(outgoing: Outgoing) -> Written:
    """Write a file of xAIF."""
    from coldwater.formats.aif.writing import write_aif  # noqa: PLC0415

    return write_aif(NAME, outgoing, read, _FRAME)
