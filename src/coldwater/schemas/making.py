"""From a type to its JSON Schema: draft-07, every object closed, the docstrings as descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import is_typeddict

from coldwater.model.schema import DIALECT

if TYPE_CHECKING:
    from types import ModuleType

#: No key that is not declared, and what stands below a field describes it.
_CLOSED = ConfigDict(extra="forbid", use_attribute_docstrings=True)
#: The keywords that occur, in the order in which a node shows them.
KEYWORDS = (
    "$schema", "$ref", "title", "description", "type", "const", "enum", "minimum", "maximum", "items",
    "minItems", "maxItems", "properties", "propertyNames", "required", "additionalProperties", "anyOf", "allOf",
    "definitions",
)  # fmt: skip


class _Draft07(GenerateJsonSchema):
    schema_dialect = DIALECT

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - a title made from the key says nothing
        return False


def close(module: ModuleType) -> None:
    """Let the objects that a module declares have no other key than those declared."""
    for declared in vars(module).values():
        if is_typeddict(declared):
            declared.__pydantic_config__ = _CLOSED


def schema_of(title: str, type_: Any, description: str | None = None) -> dict[str, Any]:
    """Give the schema of a type as plain data, with a fixed order of keys; it is described by the type's docstring."""
    raw = TypeAdapter(type_).json_schema(ref_template="#/definitions/{model}", schema_generator=_Draft07)
    definitions = {name: _tidied(body) for name, body in sorted(raw.pop("$defs", {}).items())}
    raw["description"] = description or type_.__doc__
    schema = {"$schema": DIALECT, "title": title, **_tidied(raw)}
    return _in_order({**schema, "definitions": definitions} if definitions else schema)


def _tidied(node: Any) -> Any:
    """Drop the names of types, which only we know; put descriptions on one line; wrap a reference with neighbours."""
    if isinstance(node, list):
        return [_tidied(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidied(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if "prefixItems" in tidy:
        tidy["items"] = tidy.pop("prefixItems")  # what a tuple is in draft-07
    if "properties" in node:
        tidy["properties"] = {name: _tidied(body) for name, body in node["properties"].items()}
    if isinstance(tidy.get("description"), str):
        tidy["description"] = " ".join(tidy["description"].split()).replace("``", "`")
    if "$ref" in tidy and len(tidy) > 1:
        tidy["allOf"] = [{"$ref": tidy.pop("$ref")}]
    return _in_order(tidy)


def _in_order(node: dict[str, Any]) -> dict[str, Any]:
    rank = {keyword: number for number, keyword in enumerate(KEYWORDS)}
    return {key: node[key] for key in sorted(node, key=lambda key: rank.get(key, len(rank)))}
