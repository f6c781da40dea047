"""The schema of a move, and of a sequence of moves: made of the table of moves and of the schema of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.native.move_table import MOVES
from coldwater.model.data import SECTIONS
from coldwater.model.ids import ID_PATTERN
from coldwater.model.patterns import TEXT_PATTERN
from coldwater.model.schema import DIALECT
from coldwater.schemas.patches import needed_definitions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.native.move_table import Field, Kind

_DESCRIPTION = "A move, an edit of a map in its own words, or a list of moves, which are made whole or not at all."
_ID = {"type": "string", "pattern": ID_PATTERN}
_TEXT = {"type": "string", "pattern": TEXT_PATTERN}


def moves_schema(title: str, map_schema: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of a move or of several, made of that of a map."""
    moves = {f"{kind.name.capitalize()}Move": _move(kind, map_schema) for kind in MOVES}
    new_claim = _entry(_object_of(map_schema, "Claim"), "A new claim, with its fields.", {"id": _ID})
    stretch = _closed(
        "What is put in the place of what, in characters from 0.",
        {"at": {"type": "integer", "minimum": 0}, "gone": {"type": "string"}, "text": {"type": "string"}},
        ["at", "gone", "text"],
    )
    name = _closed(
        "An id that was another one before.",
        {"section": {"type": "string", "enum": [*SECTIONS]}, "from": {"type": "string"}, "to": {"type": "string"}},
        ["section", "from", "to"],
    )
    one = {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in moves]}
    fields = {**moves, "NewClaim": new_claim, "Stretch": stretch, "GivenName": name, "Move": one}
    return {
        "$schema": DIALECT,
        "title": title,
        "description": _DESCRIPTION,
        "anyOf": [{"$ref": "#/definitions/Move"}, {"type": "array", "items": {"$ref": "#/definitions/Move"}}],
        "definitions": {**fields, **needed_definitions(fields, map_schema["definitions"])},
    }


def move_schema(kind: Kind, map_schema: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of one move alone, with the definitions that it needs."""
    whole = moves_schema("", map_schema)["definitions"]
    node = whole[f"{kind.name.capitalize()}Move"]
    return {**node, "definitions": needed_definitions({"": node}, whole)}


def refusal_schema(title: str, moves: Mapping[str, Any]) -> dict[str, Any]:
    """Give the schema of what is printed where a move is refused, made of that of moves."""
    instead = {
        "description": "Moves that can be made in its place.",
        "type": "array",
        "items": {"$ref": "#/definitions/Move"},
    }
    fields = {
        "move": {"description": "The name of the move.", "type": "string", "enum": [kind.name for kind in MOVES]},
        "reason": {"description": "Why it was not made; nothing was changed.", "type": "string"},
        "instead": instead,
        "why_none": {
            "description": "Why there is none, or what else can be done; null where there is one.",
            "type": ["string", "null"],
        },
    }
    refused = _closed("A move that was refused.", fields, [*fields])
    version = {"type": "integer", "const": 1}
    says = "What a command that makes a move, such as `coldwater turn`, prints as JSON where the move is refused."
    whole = _closed(says, {"version": version, "refused": {"$ref": "#/definitions/Refused"}}, ["version", "refused"])
    definitions = {"Refused": refused, **needed_definitions(fields, moves["definitions"])}
    return {"$schema": DIALECT, "title": title, **whole, "definitions": definitions}


def _move(kind: Kind, map_schema: Mapping[str, Any]) -> dict[str, Any]:
    own = {"move": {"type": "string", "const": kind.name}, **{field.name: _field(field) for field in kind.fields}}
    needed = ["move", *(field.name for field in kind.fields if field.is_needed)]
    if kind.model is None:
        return _closed(kind.says, own, needed)
    properties = _object_of(map_schema, kind.model)["properties"]
    further = {name: properties[name] for name in kind.further()}
    return {**_closed(kind.says, {**own, **further}, needed), "patternProperties": {"^x-": {}}}


def _field(field: Field) -> dict[str, Any]:
    claim = {"anyOf": [_TEXT, {"$ref": "#/definitions/NewClaim"}]}
    forms: dict[str, dict[str, Any]] = {
        "id": _ID,
        "text": _TEXT,
        "flag": {"type": "boolean"},
        "value": {"not": {"type": "null"}},
        "claim": claim,
        "claims": {"type": "array", "items": claim, "minItems": 1},
        "ids": {"type": "array", "items": _ID, "minItems": 1},
        "texts": {"type": "array", "items": _TEXT, "minItems": 1},
        "stretches": {"type": "array", "items": {"$ref": "#/definitions/Stretch"}},
        "names": {"type": "array", "items": {"$ref": "#/definitions/GivenName"}, "minItems": 1},
    }
    return {"description": field.says, **forms[field.kind]}


def _object_of(map_schema: Mapping[str, Any], model: str) -> Mapping[str, Any]:
    """Give the form of a definition that is an object: a claim may be its text alone."""
    node: Mapping[str, Any] = map_schema["definitions"][model]
    return next((form for form in node.get("anyOf", ()) if "properties" in form), node)


def _entry(node: Mapping[str, Any], says: str, more: Mapping[str, Any]) -> dict[str, Any]:
    made = _closed(says, {**node["properties"], **more}, list(node.get("required", ())))
    return {**made, "patternProperties": {"^x-": {}}}


def _closed(says: str, properties: Mapping[str, Any], needed: list[str]) -> dict[str, Any]:
    return {
        "description": says,
        "type": "object",
        "properties": dict(properties),
        "required": needed,
        "additionalProperties": False,
    }
