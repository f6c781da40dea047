"""What each move takes and each sort of entry holds, field by field, short enough to be asked for one at a time.

The words are those of the schema and of the table of moves.
"""

from __future__ import annotations

import json

from coldwater.formats.native.move_table import BY_NAME, MOVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

#: Sorts of entries, and the map itself, each with its model.
ENTRIES: Mapping[str, str] = {
    "map": "", "a claim": "Claim", "an argument": "Argument", "a source": "Source", "a citation": "Citation",
    "a position": "Position", "a question": "Question",
}  # fmt: skip
#: Whatever can be asked for.
NAMES = (*BY_NAME, *ENTRIES)


def fields_text(name: str, map_schema: Mapping[str, Any] | None = None) -> str:
    """Give what a move takes, or an entry holds, a field on a line; an entry by its word with the article, or "map".

    ``map_schema``: the schema of a map; the published one unless given.
    """
    if name in ENTRIES:
        fields = _lines_of(ENTRIES[name], None, map_schema)
        return "\n".join([f"{name}: its fields, for the moves `set` and `clear`", *fields])
    kind = BY_NAME[name]
    may = {True: "", False: " (may be left out)"}
    lines = [kind.says, *(f"* `{field.name}`{may[field.is_needed]}: {field.says}" for field in kind.fields)]
    if kind.model is not None:
        lines += [f"and the fields of {_word(kind.model)}:", *_lines_of(kind.model, kind.further(), map_schema)]
    return "\n".join([*lines, json.dumps(kind.example, ensure_ascii=False)])


def _word(model: str) -> str:
    return next(word for word, one in ENTRIES.items() if one == model)


def _lines_of(model: str, only: tuple[str, ...] | None, map_schema: Mapping[str, Any] | None) -> Iterator[str]:
    from coldwater.schemas import schema_text  # noqa: PLC0415 - the schemas are large

    whole = json.loads(schema_text("map")) if map_schema is None else map_schema
    node = whole["definitions"][model] if model else whole
    form = next((one for one in node.get("anyOf", ()) if "properties" in one), node)
    for name, field in form["properties"].items():
        if (only is None or name in only) and not _is_section(field):
            yield f"* `{name}`: {field['description']}{_form(field)}"


def _is_section(field: Mapping[str, Any]) -> bool:
    """Tell whether a field of the map holds entries, each of which is added and changed by moves of its own."""
    return "$ref" in str(field.get("additionalProperties", ""))


def _form(field: Mapping[str, Any]) -> str:
    if "enum" in field:
        return f" One of {', '.join(map(str, field['enum']))}."
    if field.get("type") == "boolean" or not field.get("examples"):
        return ""
    return f" Such as {json.dumps(field['examples'][0], ensure_ascii=False)}"


def moves_page(map_schema: Mapping[str, Any]) -> str:
    """Give the page of all moves, as ``skill/references/moves.md`` holds it, with the words of the schema of a map."""
    parts = [_HEAD]
    for kind in MOVES:
        first, *lines = fields_text(kind.name, map_schema).split("\n")
        parts.append(
            "\n".join([f"## {kind.name}", "", first, "", *_listed(lines[:-1]), "", "```json", lines[-1], "```"])
        )
    for word in ("map", "a position", "a question"):
        title = "The map's own fields" if word == "map" else f"The fields of {word}"
        parts.append(
            "\n".join([f"## {title}", "", "For `set` and `clear`.", "", *_lines_of(ENTRIES[word], None, map_schema)])
        )
    return "\n\n".join(parts) + "\n"


def _listed(lines: list[str]) -> Iterator[str]:
    """Set the line between a move's own fields and those of the entry apart."""
    for line in lines:
        yield from ["", f"{line[0].upper()}{line[1:]}", ""] if line.startswith("and ") else [line]


_HEAD = """\
# Moves

The edits of a map, each an object with its name under `move`. Several are made as one, or none of them. The tool
`fields` gives each part of this page by itself: `fields {"of": "cite"}`, or `fields {"of": "a claim"}`. A premise is
the id of a claim, the words of a new one, or an object with `text` and further fields of a claim."""
