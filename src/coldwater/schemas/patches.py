"""The schema of a patch, which ``coldwater prep spar`` writes and ``apply`` reads: parts of the schema of a map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.formats.native.patch_text import SECTIONS
from coldwater.model.schema import DIALECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DESCRIPTION = (
    "A patch for a map, `NAME.patch.yaml`, as `coldwater prep spar` writes it and `coldwater apply` reads it: new "
    "claims, arguments and sources in the words of the format, and moves."
)


def patch_schema(title: str, map_schema: Mapping[str, Any], moves: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of a patch, made of those of a map and of moves."""
    fields = {name: map_schema["properties"][name] for name in ("title", "thesis", *SECTIONS)}
    alone = next(form for form in fields["thesis"]["anyOf"] if form["type"] == "string")
    fields["thesis"] = {"description": "One thesis of the map that it is for.", **alone, "examples": ["rebuild"]}
    version = {"description": "Version of patches; always 1.", "type": "integer", "const": 1}
    definitions = {**map_schema["definitions"], **moves["definitions"]}
    fields["moves"] = {
        "description": "Moves that are made when the entries are added, in order.",
        "type": "array",
        "items": {"$ref": "#/definitions/Move"},
        "minItems": 1,
    }
    return {
        "$schema": DIALECT,
        "title": title,
        "description": _DESCRIPTION,
        "type": "object",
        "properties": {"coldwater-patch": version, **fields},
        "required": ["coldwater-patch", "title", "thesis"],
        "additionalProperties": False,
        "anyOf": [{"required": [section]} for section in (*SECTIONS, "moves")],
        "definitions": needed_definitions(fields, definitions),
    }


def needed_definitions(fields: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """Give the definitions that fields lead to, in their order."""
    needed = _needed(fields, definitions)
    return {name: body for name, body in definitions.items() if name in needed and name not in fields}


def _needed(fields: Mapping[str, Any], definitions: Mapping[str, Any]) -> set[str]:
    """Give the definitions that fields lead to, at one remove or several."""
    found: set[str] = set()
    waiting = list(_named(fields))
    while waiting:
        name = waiting.pop()
        if name not in found and name in definitions:
            found.add(name)
            waiting += _named(definitions[name])
    return found


def _named(node: Any) -> Iterator[str]:
    yield from re.findall(r"'#/definitions/(\w+)'", repr(node))
