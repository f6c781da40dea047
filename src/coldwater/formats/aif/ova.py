"""OVA's own files: nodes with where they are drawn, edges that hold the whole of the nodes that they join."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "ova"
TITLE = "OVA"
ENDINGS = (".ova.json", ".ova")
LOSES_IN: tuple[str, ...] = (
    "rephrasings and preferences, and steps that lack a premise or a conclusion",
    "the dialogue: locutions, transitions and illocutions (speakers become positions)",
    "the text that was annotated, and the layout",
)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether there is an analysis beside the nodes, or edges hold nodes."""
    data = look.json
    if not isinstance(data, dict) or not isinstance(data.get("nodes"), list) or "AIF" in data:
        return False
    edges = data.get("edges")
    first: Any = next((edge for edge in edges if isinstance(edge, dict)), {}) if isinstance(edges, list) else {}
    return "analysis" in data or (isinstance(first.get("from"), dict) and isinstance(first.get("to"), dict))


def read(given: Given) -> Imported:
    """Read a file of OVA."""
    from coldwater.formats.aif.ova_reading import read_ova  # noqa: PLC0415 - only where there is something to read

    return read_ova(NAME, given)
