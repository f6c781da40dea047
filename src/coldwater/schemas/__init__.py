"""JSON Schemas of what coldwater prints for programs, and of the files it keeps: made from types, printed as they are.

The types stand in the modules here, one for each group of commands; ``generate`` makes the schemas of them, in the
folder ``schema`` of a checkout and in a file beside this one, from which they are looked up without any of the types.
Nothing that writes imports them: tests hold what is written against them, key by key.
"""

from __future__ import annotations

import json
import os

from coldwater.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: The schemas by name, each on a line of its own.
PUBLISHED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "published.json")
#: The schema of a map, which is meant where none is named.
MAP = "map"


def schema_text(name: str = MAP) -> str:
    """Give a schema as the text that is published: two blanks of indent, a line end at the end.

    ``name``: as ``listed`` lists them; ``prep gaps`` is ``gaps``, and ``check jsonl`` is ``check-jsonl``. Raises
    UsageError for another one.
    """
    found = _published()
    wanted = name.lower().replace("_", "-").removeprefix("coldwater ").removeprefix("prep ").replace(" ", "-")
    if wanted not in found:
        from coldwater.suggest import hint  # noqa: PLC0415 - only where something is unknown

        meant = hint(wanted, list(found)) or " `coldwater schema --list` lists them."
        raise UsageError(f"there is no schema {name}.{meant}")
    return as_text(found[wanted])


def as_text(schema: dict[str, Any]) -> str:
    """Give a schema as the text that is published."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def listed() -> str:
    """Give the names of the schemas, a line for each with what it describes."""
    found = _published()
    width = max(map(len, found))
    return "".join(f"{name:<{width}}  {schema['description']}\n" for name, schema in found.items())


def _published() -> dict[str, dict[str, Any]]:
    with open(PUBLISHED, encoding="utf-8") as file:
        found: dict[str, dict[str, Any]] = json.load(file)
    return found
