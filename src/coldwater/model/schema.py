"""The JSON Schema of the format, made from the models: draft-07, in the subset that editors understand."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from coldwater.model.models import Map
from coldwater.model.patterns import TEXT_PATTERN

DIALECT = "http://json-schema.org/draft-07/schema#"
#: The subset, in the order in which a node shows it: what it is, what it takes, what it looks like.
KEYWORDS = (
    "$schema",
    "$ref",
    "title",
    "description",
    "type",
    "const",
    "enum",
    "pattern",
    "minimum",
    "maximum",
    "items",
    "minItems",
    "uniqueItems",
    "properties",
    "patternProperties",
    "propertyNames",
    "additionalProperties",
    "required",
    "oneOf",
    "anyOf",
    "allOf",
    "default",
    "examples",
    "definitions",
)
#: Keywords whose values are data, not schemas.
_VERBATIM = frozenset({"examples", "enum", "const", "default", "required"})
_EXTENSIONS: dict[str, Any] = {"^x-": {"description": "A field of your own, with any content."}}
_ONE_TARGET = [{"required": ["supports"]}, {"required": ["attacks"]}]
_RULE_OR_ID = [{"required": ["rule"]}, {"required": ["at"]}]
_A_NAME = [{"required": ["family"]}, {"required": ["literal"]}]


class _Draft07(GenerateJsonSchema):
    schema_dialect = DIALECT


def json_schema() -> dict[str, Any]:
    """Give the schema of a map as plain data, with a fixed order of keys."""
    raw = Map.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Draft07)
    definitions = {name: _tidied(body) for name, body in sorted(raw.pop("$defs").items())}
    _refine(definitions)
    _let_one_stand_alone(raw["properties"]["thesis"])
    schema = {"$schema": DIALECT, "title": "coldwater argument map", **_tidied(raw)}
    return {**schema, "definitions": {name: _in_order(body) for name, body in definitions.items()}}


def schema_text() -> str:
    """Give the schema as the text that is published: two blanks of indent, a line end at the end."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _refine(definitions: dict[str, Any]) -> None:
    """Add what the models check in code."""
    definitions["Argument"]["oneOf"] = _ONE_TARGET
    definitions["Ignore"]["anyOf"] = _RULE_OR_ID
    definitions["Author"]["anyOf"] = _A_NAME
    text = {"type": "string", "pattern": TEXT_PATTERN}
    authors = definitions["Source"]["properties"]["author"]
    several = {"type": authors.pop("type"), "items": authors.pop("items")}
    authors["anyOf"] = [*several["items"]["anyOf"], several]
    claim = definitions["Claim"]
    definitions["Claim"] = {"description": claim.pop("description"), "anyOf": [text, claim]}


def _let_one_stand_alone(node: dict[str, Any]) -> None:
    """Let one item of a list stand without the list."""
    several = {key: node.pop(key) for key in ("type", "items", "minItems", "uniqueItems") if key in node}
    node["anyOf"] = [dict(several["items"]), several]


def _tidied(node: Any) -> Any:
    """Drop what editors do not need (titles, null branches, empty defaults) and close every object."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "properties" in node:
        return _tidied_object(node)
    kept = {key: value for key, value in node.items() if not _is_noise(key, value)}
    tidy = {key: value if key in _VERBATIM else _tidied(value) for key, value in kept.items()}
    branches = [branch for branch in tidy.get("anyOf", []) if branch != {"type": "null"}]
    if "anyOf" in tidy:
        del tidy["anyOf"]
        tidy = {**branches[0], **tidy} if len(branches) == 1 else {**tidy, "anyOf": branches}
    return _in_order(_with_described_reference(_with_property_names(tidy)))


def _in_order(node: dict[str, Any]) -> dict[str, Any]:
    rank = {keyword: number for number, keyword in enumerate(KEYWORDS)}
    return {key: node[key] for key in sorted(node, key=lambda key: rank.get(key, len(rank)))}


def _with_property_names(node: dict[str, Any]) -> dict[str, Any]:
    """Say what keys may look like with propertyNames, which editors explain better than patternProperties."""
    patterns = node.pop("patternProperties", None)
    if patterns:
        [(pattern, values)] = patterns.items()
        node |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
    return node


def _with_described_reference(node: dict[str, Any]) -> dict[str, Any]:
    """Wrap a reference that has neighbours: draft-07 ignores whatever stands beside $ref."""
    if "$ref" in node and len(node) > 1:
        node["allOf"] = [{"$ref": node.pop("$ref")}]
    return node


def _is_noise(key: str, value: object) -> bool:
    return key == "title" or (key == "default" and value in (None, [], {}))


def _tidied_object(node: dict[str, Any]) -> dict[str, Any]:
    """Close an object: its fields, extensions that begin with x-, and nothing else."""
    tidy: dict[str, Any] = {
        "description": node["description"],
        "type": "object",
        "properties": {name: _tidied(body) for name, body in node["properties"].items()},
        "patternProperties": _EXTENSIONS,
        "additionalProperties": False,
    }
    if node.get("required"):
        tidy["required"] = node["required"]
    return tidy
