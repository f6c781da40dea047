"""The JSON Schema of the format as it is published: read from a file of the package, so that pydantic is not needed."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Made by ``python -m coldwater.model.generate``.
SCHEMA_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "argmap.schema.json")


def json_schema() -> dict[str, Any]:
    """Give the schema as plain data."""
    import json  # noqa: PLC0415 - to print the schema needs none of it

    schema: dict[str, Any] = json.loads(schema_text())
    return schema


def schema_text() -> str:
    """Give the text of the schema, with a line end at the end."""
    with open(SCHEMA_FILE, encoding="utf-8", newline="") as file:
        return file.read()
