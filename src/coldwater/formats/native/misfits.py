"""What in a document does not fit the schema, found by jsonschema: innermost misfits, in bounded number and time."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry

from coldwater.formats.native import limits
from coldwater.model import _accepts
from coldwater.model.ids import ID_PATTERN, is_id
from coldwater.model.published import json_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jsonschema.protocols import Validator

    from coldwater.findings import Pointer

#: The sections of a map, and what tells at once whether an entry fits.
SECTIONS = {
    "claims": _accepts.claim,
    "arguments": _accepts.argument,
    "sources": _accepts.source,
    "positions": _accepts.position,
    "questions": _accepts.question,
}


def find_misfits(data: Mapping[str, Any]) -> list[ValidationError]:
    """Give what does not fit, at most a few for each finding that will be given.

    Of the sections only the entries that do not fit are looked at, and only so many (see :func:`surplus`).
    """
    reduced = dict(data)
    for section in SECTIONS:
        if isinstance(data.get(section), dict):
            names = bad_entries(data, section)[: limits.MAX_REMARKS]
            reduced[section] = {name: data[section][name] for name in names}
    return list(islice(_validator().iter_errors(reduced), 4 * limits.MAX_REMARKS))


def bad_entries(data: Mapping[str, Any], section: str) -> list[str]:
    """Give the keys of the entries of a section that do not fit, or whose key cannot be an id."""
    fits = SECTIONS[section]
    return [name for name, entry in data[section].items() if not (is_id(name) and fits(entry))]


def pointer_of(misfit: ValidationError) -> Pointer:
    """Give the way to the value that does not fit; for a key that does not, to the mapping it stands in."""
    return tuple(misfit.absolute_path)


def is_about_key(misfit: ValidationError) -> bool:
    """Tell whether a key does not fit, which is then the misfit's instance."""
    return "propertyNames" in misfit.absolute_schema_path


def is_lack(misfit: ValidationError) -> bool:
    """Tell whether an object lacks a field, or has two fields of which it may have one."""
    return isinstance(misfit.instance, dict) and (misfit.validator == "required" or bool(_choice_of_fields(misfit)))


def lacking(misfit: ValidationError) -> list[str]:
    """Give the fields that an object lacks, the last of them if it may choose; none if it has too many."""
    value: Any = misfit.instance
    if misfit.validator == "required":
        wanted: Any = misfit.validator_value
        return [name for name in wanted if name not in value]
    names = _choice_of_fields(misfit)
    return [] if any(name in value for name in names) else names[-1:]


def is_valid(value: Any, node: Mapping[str, Any]) -> bool:
    """Tell whether a value fits a node of the schema."""
    return _validator().evolve(schema=node).is_valid(value)


# --- the schema's nodes -----------------------------------------------------------------------------------------


def node_at(pointer: Pointer) -> Mapping[str, Any]:
    """Give the node of the schema for a place in a document; an empty one where the schema has none."""
    node: Mapping[str, Any] = _schema()
    for step in pointer:
        if isinstance(step, int):
            node = list_node(node).get("items", {})
        else:
            holder = object_node(node)
            node = holder.get("properties", {}).get(step) or holder.get("additionalProperties") or {}
    return _resolved(node)


def object_node(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of a node with alternatives, give the one for objects with fields; else the node itself."""
    node = _resolved(node)
    branches = [_resolved(branch) for branch in node.get("anyOf", ())]
    return next((branch for branch in branches if "properties" in branch), node)


def list_node(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of a node with alternatives, give the one for lists; else the node itself."""
    node = _resolved(node)
    return next((branch for branch in node.get("anyOf", ()) if "items" in branch), node)


def needed_fields(node: Mapping[str, Any]) -> set[str]:
    """Give the fields that an object cannot do without, those among which it has the choice included."""
    choices = [*node.get("oneOf", ()), *node.get("anyOf", ())]
    return {*node.get("required", ()), *(name for branch in choices for name in branch.get("required", ()))}


def _resolved(node: Mapping[str, Any]) -> Mapping[str, Any]:
    if "allOf" in node:
        node = node["allOf"][0]
    if "$ref" in node:
        found: Mapping[str, Any] = _schema()["definitions"][node["$ref"].rsplit("/", 1)[1]]
        return found
    return node


@cache
def _schema() -> dict[str, Any]:
    return json_schema()


# --- jsonschema -------------------------------------------------------------------------------------------------

_usual_pattern: Any = Draft7Validator.VALIDATORS["pattern"]


@cache
def _validator() -> Validator:
    """Give the validator: it fetches nothing, and finds misfits one by one as they are asked for."""
    ours = {"uniqueItems": _unique_strings, "anyOf": _fitting_branch, "pattern": _matching}
    kind = extend(Draft7Validator, ours)  # type: ignore[no-untyped-call]
    validator: Validator = kind(_schema(), registry=Registry())
    return validator


def _matching(validator: Any, pattern: str, text: object, schema: object) -> Iterator[ValidationError]:
    """Hold ids against what an id is, of which the schema can say only a part; other texts against their pattern."""
    if pattern != ID_PATTERN:
        yield from _usual_pattern(validator, pattern, text, schema)
    elif isinstance(text, str) and not is_id(text):
        yield ValidationError("is no id")


def _unique_strings(_validator: object, wanted: object, items: object, _schema: object) -> Iterator[ValidationError]:
    """Refuse strings that stand twice. What is no string does not belong into any of these lists anyway."""
    if wanted and isinstance(items, list):
        strings = [item for item in items if isinstance(item, str)]
        if len(set(strings)) != len(strings):
            yield ValidationError("an item stands twice")


def _fitting_branch(validator: Any, branches: Any, value: object, _schema: object) -> Iterator[ValidationError]:
    """Of alternatives, follow the one for this type of value, as the others' complaints would mislead.

    In our schema alternatives are of different types, or ask for one of several fields.
    """
    if "required" in branches[0] and "type" not in branches[0]:
        if not any(validator.evolve(schema=branch).is_valid(value) for branch in branches):
            yield ValidationError("a field is missing")
        return
    for number, branch in enumerate(branches):
        if validator.is_type(value, _resolved(branch)["type"]):
            yield from validator.descend(value, branch, schema_path=number)
            return
    yield ValidationError("is of none of the types")


def _choice_of_fields(error: ValidationError) -> list[str]:
    """Give the fields of which an object must have one; none if the misfit is of another kind."""
    if error.validator not in ("oneOf", "anyOf"):
        return []
    branches: Any = error.validator_value
    return [branch["required"][0] for branch in branches if "required" in branch and "properties" not in branch]
