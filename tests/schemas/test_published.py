"""What is printed for programs, and what is kept, is what the published schemas say, key by key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from jsonschema import Draft7Validator
from referencing import Registry

from coldwater.cli.app import app
from coldwater.errors import UsageError
from coldwater.formats.native.move_table import BY_NAME
from coldwater.generated import CHECKOUT
from coldwater.schemas import generate, listed, schema_text

from .corpus import COMMANDS, documents
from .made import made_schemas

SCHEMAS = made_schemas()
VALIDATORS = {name: Draft7Validator(schema, registry=Registry()) for name, schema in SCHEMAS.items()}
#: Those made of the models, which have tests of their own.
OF_MODELS = ("map", "patch", "moves", "refusal")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Any]]:
    """Give documents of every kind, each with the name of its schema."""
    folder = tmp_path_factory.mktemp("corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("NO_COLOR", "1")
        patch.setenv("COLDWATER_STATE", str(folder / "state"))
        return list(documents(folder))


# --- the schemas and the documents --------------------------------------------------------------------------------


def test_every_document_is_as_its_schema_says(corpus: list[tuple[str, Any]]) -> None:
    for name, document in corpus:
        problems = [f"{name}: {'/'.join(map(str, one.path))}: {one.message[:300]}" for one in _errors(name, document)]
        assert not problems, problems[:3]


def test_there_are_documents_of_every_kind(corpus: list[tuple[str, Any]]) -> None:
    assert set(Counter(name for name, _ in corpus)) == set(SCHEMAS)


def test_every_key_that_is_declared_is_there_somewhere(corpus: list[tuple[str, Any]]) -> None:
    seen: dict[str, set[tuple[str, str]]] = {name: set() for name in SCHEMAS if name not in OF_MODELS}
    for name, document in corpus:
        if name in seen:
            seen[name] |= set(_seen(SCHEMAS[name], SCHEMAS[name], "", document))
    missing = {name: _declared(SCHEMAS[name]) - keys for name, keys in seen.items()}
    assert {name: keys for name, keys in missing.items() if keys} == {}


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name != "map"])
def test_every_object_is_closed_and_says_what_it_is(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["description"]
    for owner, node in _objects(SCHEMAS[name]):
        assert node["additionalProperties"] is False, owner
        assert node["description"], owner


def test_another_key_is_refused(corpus: list[tuple[str, Any]]) -> None:
    for name, document in {name: document for name, document in corpus if name not in OF_MODELS}.items():
        assert not VALIDATORS[name].is_valid({**document, "no_such_key": 1}), name


def _declared(schema: dict[str, Any]) -> set[tuple[str, str]]:
    return {(owner, key) for owner, node in _objects(schema) for key in node["properties"]}


def _errors(name: str, document: Any) -> list[Any]:
    return sorted(VALIDATORS[name].iter_errors(document), key=str)


def _objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the objects with fields that a schema declares, by the name of the definition; "" is the document."""
    for owner, node in (("", schema), *schema.get("definitions", {}).items()):
        if "properties" in node:
            yield owner, node


def _seen(schema: dict[str, Any], node: dict[str, Any], owner: str, value: Any) -> Iterator[tuple[str, str]]:
    """Give the declared keys that a value shows, each with the object that declares it."""
    if "$ref" in node:
        owner = node["$ref"].rpartition("/")[2]
        yield from _seen(schema, schema["definitions"][owner], owner, value)
    for branch in (*node.get("allOf", ()), *node.get("anyOf", ())):
        whole = {**branch, "definitions": schema.get("definitions", {})}
        if Draft7Validator(whole, registry=Registry()).is_valid(value):
            yield from _seen(schema, branch, owner, value)
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in node.get("properties", {}):
                yield owner, key
                yield from _seen(schema, node["properties"][key], owner, inner)
            elif isinstance(node.get("additionalProperties"), dict):
                yield from _seen(schema, node["additionalProperties"], owner, inner)
    if isinstance(value, list) and isinstance(node.get("items"), dict):
        for inner in value:
            yield from _seen(schema, node["items"], owner, inner)


# --- the commands ---------------------------------------------------------------------------------------------------


def _json_commands() -> dict[str, set[str]]:
    """Give the commands that print JSON of our own, by the words that call them: json, jsonl or both.

    `convert` writes it where --losses says.
    """
    rooms = [one.typer_instance for one in app.registered_groups if one.typer_instance]
    found = {"convert": {"json"}}
    for group, room in (("", app), *((f"{one.info.name} ", one) for one in rooms)):
        for command in room.registered_commands:
            forms = _forms(command.callback) & {"json", "jsonl"}
            if forms:
                found[f"{group}{command.name or getattr(command.callback, '__name__', '')}"] = forms
    return found


def _schema_of(words: str) -> str:
    """Give the name of the schema of what a command prints: one for all moves; those of debates came first."""
    if words.removeprefix("add ") in BY_NAME:
        return "move"
    return "file-formats" if words == "formats" else words.removeprefix("prep ")


def _forms(callback: Any) -> set[str]:
    """Give the forms that a command's --output-format takes."""
    asked = get_type_hints(callback).get("output_format")
    kinds = [kind for kind in (asked, *get_args(asked)) if isinstance(kind, type) and issubclass(kind, Enum)]
    return {one.value for kind in kinds for one in kind}


def test_every_command_that_prints_json_has_a_schema() -> None:
    described = {
        words: {_schema_of(words) + ("-jsonl" if form == "jsonl" else "") for form in forms}
        for words, forms in _json_commands().items()
    }
    assert set.union(*described.values()) == set(generate.PRINTED)
    assert len(described) >= 17
    for words, names in described.items():
        for name in names:
            assert any(command.startswith(words) for command in COMMANDS[name]), name


# --- looked up ------------------------------------------------------------------------------------------------------


def test_what_is_published_is_what_is_printed() -> None:
    for path, text in generate.generated().items():
        assert Path(path).read_text(encoding="utf-8") == text, "run  python -m coldwater.schemas.generate"
    for name, schema in SCHEMAS.items():
        assert json.loads(schema_text(name)) == schema
    assert (
        len(os.listdir(Path(CHECKOUT) / "schema" / "output")) == len(generate.PRINTED) + 1
    )  # what is printed where a move is refused


def test_schemas_are_listed_each_on_a_line_that_says_what_it_describes() -> None:
    lines = listed().splitlines()
    assert [line.split()[0] for line in lines] == list(SCHEMAS)
    assert lines[1].endswith("What `coldwater check --output-format json` prints.")


def test_a_schema_is_looked_up_without_what_it_is_made_with() -> None:
    code = "import sys; from coldwater.schemas import schema_text; schema_text('brief'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pydantic", "typing_extensions", "coldwater.schemas.preparing"} & set(done.stdout.split()) == set()


@pytest.mark.parametrize(
    ("words", "name"),
    [("prep gaps", "gaps"), ("Check", "check"), ("check jsonl", "check-jsonl"), ("drill_progress", "drill-progress")],
)
def test_a_schema_is_found_by_the_words_of_the_command(words: str, name: str) -> None:
    assert schema_text(words) == schema_text(name)


def test_an_unknown_schema_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r"^there is no schema chekc\. Did you mean `check`\?$"):
        schema_text("chekc")
    with pytest.raises(UsageError, match=r"^there is no schema stationery\. `coldwater schema --list` lists them\.$"):
        schema_text("stationery")
