"""What may stand at a place of a map: a text, one word, a list, fields, entries by id. Made from the schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from coldwater.model import patterns
from coldwater.model.published import json_schema
from coldwater.suggest import Names

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Patterns of texts that are written as one likes; what any other pattern asks for is one word.
_OF_TEXTS = (patterns.TEXT_PATTERN, patterns.URL_PATTERN, patterns.PATH_PATTERN)


class Shape:
    """What a value may be; several of these at once, such as a text or fields for a claim."""

    def __init__(self) -> None:
        self.is_text = False
        #: One word: an id, a date, a word of a list of words, a number, true or false.
        self.is_word = False
        self.is_number = False
        self.items: Shape | None = None
        self.entries: Shape | None = None
        self.fields: Mapping[str, Shape] | None = None
        self._names: Names | None = None

    @property
    def is_any(self) -> bool:
        """Tell whether nothing is known of what belongs here, as in a field of one's own."""
        is_single = self.is_text or self.is_word
        return not is_single and self.items is None and self.entries is None and self.fields is None

    @property
    def is_mapping(self) -> bool:
        """Tell whether fields or entries may stand here."""
        return self.fields is not None or self.entries is not None

    @property
    def is_only_text(self) -> bool:
        """Tell whether nothing but a text may stand here."""
        return self.is_text and not self.is_mapping and self.items is None

    def field(self, name: str) -> Shape | None:
        """Give the shape of a field, also of a misspelt one or one of one's own; None where there is no such field."""
        if self.fields is None:
            return None
        if name in self.fields:
            return self.fields[name]
        if name.startswith("x-"):
            return ANY
        if self._names is None:
            self._names = Names(self.fields)
        meant = None if " " in name else self._names.closest(name)
        return None if meant is None else self.fields[meant]

    def has(self, name: str) -> bool:
        """Tell whether a field is spelt just so."""
        return self.fields is not None and name in self.fields

    def below(self, name: str) -> Shape:
        """Give the shape of what stands under a key."""
        found = self.field(name)
        return found if found is not None else self.entries or ANY


#: Where anything may stand.
ANY = Shape()


@cache
def map_shape() -> Shape:
    """Give the shape of a whole map."""
    schema = json_schema()
    known: dict[str, Shape] = {}
    return _shape(schema, schema["definitions"], known)


def _shape(node: Mapping[str, Any], definitions: Mapping[str, Any], known: dict[str, Shape]) -> Shape:
    name = str(node.get("$ref", "")).rsplit("/", 1)[-1]
    if name in known:
        return known[name]
    shape = Shape()
    if name:
        known[name] = shape
    for branch in _branches(node, definitions):
        _learn(shape, branch, definitions, known)
    return shape


def _branches(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the alternatives that a node stands for, references followed."""
    if "$ref" in node:
        return _branches(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    inner = [*node.get("allOf", ()), *(one for one in node.get("anyOf", ()) if "type" in one or "$ref" in one)]
    return [branch for one in inner for branch in _branches(one, definitions)] or [node]


def _learn(shape: Shape, node: Mapping[str, Any], definitions: Mapping[str, Any], known: dict[str, Shape]) -> None:
    kind = node.get("type")
    if kind == "array":
        shape.items = _shape(node.get("items", {}), definitions, known)
    elif kind == "object" and "properties" in node:
        shape.fields = {name: _shape(one, definitions, known) for name, one in node["properties"].items()}
    elif kind == "object":
        shape.entries = _shape(node["additionalProperties"], definitions, known)
    elif kind == "string" and node.get("pattern") in _OF_TEXTS:
        shape.is_text = True
    elif kind is not None:
        shape.is_word = True
        shape.is_number |= kind in ("number", "integer")
