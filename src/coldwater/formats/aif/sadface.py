"""SADFace: atoms, and inferences and conflicts between them, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "sadface"
TITLE = "SADFace"
ENDINGS = (".sadface.json", ".sadface")
LOSES_IN: tuple[str, ...] = (
    "who analysed it, and notes on it",
    "the full texts of resources; inferences and conflicts that lack an end",
)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether edges have a `source_id`, or nodes are atoms, inferences and conflicts."""
    data = look.json
    if not isinstance(data, dict) or not all(isinstance(data.get(key), list) for key in ("nodes", "edges")):
        return False
    kinds = {str(node.get("type")) for node in data["nodes"] if isinstance(node, dict) and "id" in node}
    joins = any(isinstance(edge, dict) and "source_id" in edge for edge in data["edges"])
    is_empty = not data["nodes"] and isinstance(data.get("resources"), list)
    return joins or bool(kinds & {"atom", "inference", "conflict"}) or is_empty


def read(given: Given) -> Imported:
    """Read a document; conflicts that the library of SADFace wrote are turned round, as it writes them backwards."""
    from coldwater.formats.aif.sadface_reading import read_sadface  # noqa: PLC0415 - only where there is one

    return read_sadface(NAME, given)
