"""What belongs at a place of a map file, by the published schema: ids of which sections, which fields, which words."""

from __future__ import annotations

from functools import lru_cache

from coldwater.model.data import SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.findings import Pointer

#: What stands for any id and any number in a way through a map.
_ANY_ID, _ANY_NUMBER = "x", 0


def shape_of(path: Pointer) -> Pointer:
    """Give a way with the names that its author chose made one, so that there are few.

    >>> shape_of(("arguments", "safety", "premises", 3))
    ('arguments', 'x', 'premises', 0)
    """
    named = [_ANY_NUMBER if isinstance(step, int) else step for step in path]
    if len(named) > 1 and named[0] in SECTIONS:
        named[1] = _ANY_ID
    if len(named) > 3 and named[0] == "arguments" and named[2] in ("roles", "answers"):
        named[3] = _ANY_ID
    if len(named) > 2 and named[:2] == ["expect", "verdicts"]:
        named[2] = _ANY_ID
    return tuple(named)


def sections_at(path: Pointer, *, is_key: bool) -> tuple[str, ...]:
    """Give the sections of which an id at this place names an entry, the likeliest first; none where none belongs."""
    return _sections_at(shape_of(path), is_key) if path else ()


@lru_cache(maxsize=2_000)
def _sections_at(shape: Pointer, is_key: bool) -> tuple[str, ...]:
    from coldwater.formats.native.id_places import sections_meant, takes_id  # noqa: PLC0415 - the schema is heavy
    from coldwater.formats.native.misfits import list_node, node_at, object_node  # noqa: PLC0415
    from coldwater.model.ids import ID_PATTERN  # noqa: PLC0415

    if any(str(step).startswith("x-") for step in shape):
        return ()
    if is_key:
        holder = object_node(node_at(shape[:-1]))
        return sections_meant(shape) if holder.get("propertyNames", {}).get("pattern") == ID_PATTERN else ()
    node = node_at(shape)
    if not takes_id(node) or (isinstance(shape[-1], int) and "items" not in list_node(node_at(shape[:-1]))):
        return ()
    return sections_meant(shape)


@lru_cache(maxsize=500)
def _node(shape: Pointer) -> Mapping[str, Any]:
    from coldwater.formats.native.misfits import node_at  # noqa: PLC0415 - the schema is heavy

    return node_at(shape)


def node(path: Pointer) -> Mapping[str, Any]:
    """Give the schema's node for a place; an empty one where it has none."""
    return _node(shape_of(path))


def fields_of(path: Pointer) -> Mapping[str, Mapping[str, Any]]:
    """Give the fields that an object at this place may have, each with its node; none where there is no such object."""
    from coldwater.formats.native.misfits import object_node  # noqa: PLC0415 - the schema is heavy

    found: Mapping[str, Mapping[str, Any]] = object_node(node(path)).get("properties", {})
    return found


def is_mapping_of_ids(path: Pointer) -> bool:
    """Tell whether what stands here has ids, or names of slots, for keys."""
    from coldwater.formats.native.misfits import object_node  # noqa: PLC0415 - the schema is heavy

    return isinstance(object_node(node(path)).get("additionalProperties"), dict)


def is_list(path: Pointer) -> bool:
    """Tell whether a list may stand here."""
    from coldwater.formats.native.misfits import list_node  # noqa: PLC0415 - the schema is heavy

    return "items" in list_node(node(path))


def description(path: Pointer) -> str | None:
    """Give what the schema says of a field; None where it says nothing."""
    if len(path) < 1 or not isinstance(path[-1], str):
        return None
    found = fields_of(path[:-1]).get(path[-1])
    return None if found is None else found.get("description")


def words_at(path: Pointer) -> tuple[str, ...]:
    """Give the words of which one belongs here: those of a closed list, or true and false."""
    found = node(path)
    if isinstance(found.get("enum"), list):
        return tuple(map(str, found["enum"]))
    if found.get("type") == "boolean":
        return ("true", "false")
    return (str(found["const"]),) if "const" in found else ()
