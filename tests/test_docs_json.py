"""docs/json.md names every schema, and what it promises of them holds."""

from __future__ import annotations

import re
from pathlib import Path

from coldwater.schemas import MAP, generate
from schemas.made import made_schemas

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
SCHEMAS = made_schemas()


def test_every_schema_is_named_and_every_one_named_is_there() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    assert {*re.findall(r"`([a-z-]+)`", " ".join(rows)), MAP} == set(SCHEMAS)


def test_what_is_printed_has_a_version() -> None:
    for name in (*generate.PRINTED, "reviews", "baseline"):
        schema = SCHEMAS[name]
        refs = [one["$ref"].rpartition("/")[2] for one in schema.get("anyOf", ())]
        objects = [schema["definitions"][ref] for ref in refs] or [schema]
        for one in objects:
            assert ("version" in one["required"]) == (name != "check-jsonl"), name


def test_schemas_name_nothing_outside_themselves() -> None:
    for name, schema in SCHEMAS.items():
        for target in re.findall(r"'\$ref': '(.*?)'", repr(schema)):
            kind, _, definition = target.rpartition("/")
            assert kind == "#/definitions", name
            assert definition in schema["definitions"], name


def test_the_example_runs() -> None:
    names: dict[str, object] = {}
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], names)  # noqa: S102 - our own page
    errors = names["errors"]
    assert callable(errors)
    assert errors('{"version": 1, "findings": [], "summary": {"errors": 3}}') == 3


def test_lines_are_short_and_links_are_there() -> None:
    assert max(len(line) for line in PAGE.splitlines()) <= 130
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
