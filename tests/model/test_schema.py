"""The published schema: valid draft-07, in the subset that editors understand, and teaching the format by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry

from coldwater.model.models import Map
from coldwater.model.schema import KEYWORDS, json_schema, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = json_schema()
PUBLISHED = Path(__file__).parents[2] / "schema" / "argmap.schema.json"


def nodes(node: Any, where: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every sub-schema with its place."""
    yield where, node
    for keyword in ("properties", "patternProperties", "definitions"):
        for name, inner in node.get(keyword, {}).items():
            yield from nodes(inner, f"{where}/{keyword}/{name}")
    for keyword in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(keyword), dict):
            yield from nodes(node[keyword], f"{where}/{keyword}")
    for keyword in ("oneOf", "anyOf", "allOf"):
        for number, inner in enumerate(node.get(keyword, ())):
            yield from nodes(inner, f"{where}/{keyword}/{number}")


FIELDS = {
    f"{where}/{name}": inner for where, node in nodes(SCHEMA) for name, inner in node.get("properties", {}).items()
}


def test_the_published_schema_is_what_the_models_give() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_it_is_valid_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_it_keeps_to_the_subset() -> None:
    strange = {keyword for _, node in nodes(SCHEMA) for keyword in node} - set(KEYWORDS)
    assert strange == set()


def test_nothing_stands_beside_a_reference() -> None:
    """Draft-07 ignores whatever stands beside $ref, and editors differ."""
    assert [where for where, node in nodes(SCHEMA) if "$ref" in node and len(node) > 1] == []


def test_every_reference_leads_to_a_definition_of_the_same_document() -> None:
    references = {node["$ref"] for _, node in nodes(SCHEMA) if "$ref" in node}
    assert references == {f"#/definitions/{name}" for name in SCHEMA["definitions"]}


def test_every_object_with_fields_is_closed_but_for_extensions() -> None:
    for where, node in nodes(SCHEMA):
        if "properties" in node:
            assert node["additionalProperties"] is False, where
            assert list(node["patternProperties"]) == ["^x-"], where


def test_every_model_field_is_a_field_of_the_schema() -> None:
    assert len(FIELDS) == 78
    assert {name.rsplit("/", 1)[1] for name in FIELDS if name.startswith("#/") and name.count("/") == 1} == {
        field.alias or name for name, field in Map.model_fields.items()
    }


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_described_with_examples_that_fit_it(name: str) -> None:
    field = FIELDS[name]
    assert len(field["description"]) > 3
    assert field["description"][-1] == "." or ":" in field["description"]
    assert field["examples"]
    validator = Draft7Validator({**field, "definitions": SCHEMA["definitions"]}, registry=Registry())
    for example in field["examples"]:
        assert list(validator.iter_errors(example)) == []


def test_the_examples_of_the_map_make_a_map() -> None:
    example = {name: field["examples"][0] for name, field in SCHEMA["properties"].items()}
    assert Map.model_validate(example).thesis == "rebuild"


def test_the_text_is_the_same_whatever_the_hash_seed_and_ends_with_a_line_end() -> None:
    assert schema_text().endswith("}\n")
    assert json.loads(schema_text()) == SCHEMA
    assert list(SCHEMA["definitions"]) == sorted(SCHEMA["definitions"])
