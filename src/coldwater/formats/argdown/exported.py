"""What Argdown's tools export as JSON, in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coldwater.formats.foreign.imported import Given, Imported
    from coldwater.formats.foreign.look import Look

NAME = "argdown-json"
TITLE = "Argdown's JSON export"
ENDINGS = (".argdown.json",)
LOSES_IN = (
    "the drawn map with its nodes, edges and colours",
    "bold and italic type, and links that are no addresses of sources",
    "other wordings of a statement than the last",
    "rules of inference beyond the first of a step",
    "data that a map has no field for: kept in the map",
)
LOSES_OUT: tuple[str, ...] = ()


def is_one(look: Look) -> bool:
    """Tell whether an object holds statements and arguments by title, of the types that Argdown gives them."""
    data = look.json
    if not isinstance(data, dict) or not all(isinstance(data.get(key), dict) for key in ("statements", "arguments")):
        return False
    kinds = {"statements": ("equivalence-class", "members"), "arguments": ("argument", "pcs")}
    entries = [(one, kinds[key]) for key in kinds for one in data[key].values() if isinstance(one, dict)]
    return any(one.get("type") == type_ or key in one for one, (type_, key) in entries) or (
        not entries and isinstance(data.get("relations"), list) and isinstance(data.get("tags"), dict)
    )


def read(given: Given) -> Imported:
    """Read an export. Raises RefusedError for what is no JSON, or no object."""
    from coldwater.formats.argdown.unpacking import read_export  # noqa: PLC0415 - heavy

    return read_export(given, NAME)
