"""Where a document names ids: as the keys of its sections, and wherever a field of the schema takes one.

It goes by the schema, so that no field is forgotten, and works on data that do not fit it. It knows no text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats.native.misfits import SECTIONS, list_node, node_at, object_node
from coldwater.model import composed
from coldwater.model.ids import ID_PATTERN
from coldwater.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.findings import Pointer

_CLAIMS, _ARGUMENTS, _SOURCES = ("claims",), ("arguments",), ("sources",)
#: What the fields name that do not name claims alone.
_MEANT = {
    "supports": _CLAIMS + _ARGUMENTS,
    "attacks": _CLAIMS + _ARGUMENTS,
    "answers": _ARGUMENTS,
    "cites": _SOURCES,
    "speaks_in": _SOURCES,
    "expect": _CLAIMS + _ARGUMENTS,
    "lint": _CLAIMS + _ARGUMENTS + tuple(section for section in SECTIONS if section not in ("claims", "arguments")),
}


class IdPlace(NamedTuple):
    """A text that stands where an id belongs; ``is_key`` if it is the key at the end of the pointer."""

    pointer: Pointer
    text: str
    is_key: bool


def id_places(data: Mapping[str, Any]) -> Iterator[IdPlace]:
    """Give all places of a document that hold an id, or a text in place of one. Cost is linear."""
    yield from _below(data, node_at(()), ())


def _below(value: Any, node: Mapping[str, Any], pointer: Pointer) -> Iterator[IdPlace]:
    if isinstance(value, str):
        if takes_id(node):
            yield IdPlace(pointer, value, is_key=False)
    elif isinstance(value, list):
        items = list_node(node).get("items", {})
        for number, item in enumerate(value):
            yield from _below(item, items, (*pointer, number))
    elif isinstance(value, dict):
        yield from _in_mapping(value, object_node(node), pointer)


def _in_mapping(value: Mapping[str, Any], node: Mapping[str, Any], pointer: Pointer) -> Iterator[IdPlace]:
    has_ids = node.get("propertyNames", {}).get("pattern") == ID_PATTERN
    for key, inner in value.items():
        if has_ids:
            yield IdPlace((*pointer, key), key, is_key=True)
        below = node.get("properties", {}).get(key) or node.get("additionalProperties")
        if below:
            yield from _below(inner, below, (*pointer, key))


def takes_id(node: Mapping[str, Any]) -> bool:
    """Tell whether an id belongs at a node of the schema, or several of them in a list."""
    return bool(list_node(node).get("items", node).get("pattern") == ID_PATTERN)


def sections_meant(pointer: Pointer) -> tuple[str, ...]:
    """Give the sections of which an id at this place names an entry, the likeliest first.

    >>> sections_meant(("arguments", "safety", "attacks"))
    ('claims', 'arguments')
    >>> sections_meant(("claims", "cracks", "cites", 0, "source"))
    ('sources',)
    >>> sections_meant(("positions", "council", "speaks_in", 0))
    ('sources',)
    >>> sections_meant(("questions", "agenda", "answers", 0))
    ('claims',)
    """
    if len(pointer) == 2 and pointer[0] in SECTIONS:
        return (str(pointer[0]),)
    if pointer[0] == "questions":  # their answers are claims; those of arguments are asked of arguments
        return _CLAIMS
    field = pointer[2] if len(pointer) > 2 and pointer[0] in SECTIONS else pointer[0]
    return _MEANT.get(str(field), _CLAIMS)


def compose_ids(data: dict[str, Any]) -> None:
    """Bring the ids that stand as values into composed form, in place. Keys are so as soon as they are read."""
    for place in list(id_places(data)):
        if not place.is_key and (id_ := composed(place.text)) != place.text:
            holder: Any = data
            for step in place.pointer[:-1]:
                holder = holder[step]
            holder[place.pointer[-1]] = id_
