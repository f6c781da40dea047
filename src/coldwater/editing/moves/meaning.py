"""What a move that sets a field was probably meant to be, where the map does not take it: a field, a word, a list."""

from __future__ import annotations

from coldwater.model.data import SECTIONS, fields_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from coldwater.findings import Pointer
    from coldwater.formats.native.move_table import Move


def meant(move: Move) -> list[Move]:
    """Give moves that may have been meant in place of one that sets a field; nothing for other moves.

    Whether they can be made is for the caller to see.
    """
    if move["move"] != "set":
        return []
    from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

    holders: list[Pointer] = [(section, "") for section in SECTIONS] if "id" in move else [()]
    field, value = move["field"], move["value"]
    fields = dict.fromkeys(name for holder in holders for name in fields_at(holder))
    if field not in fields:
        other = closest(field, list(fields))
        return [] if other is None else [{**move, "field": other}]
    found: list[Any] = []
    for holder in holders:
        if field in fields_at(holder):
            found += _values((*holder, field), value)
    return [{**move, "value": one} for number, one in enumerate(found) if one not in found[:number]]


def _values(pointer: Pointer, value: Any) -> Iterator[Any]:
    """Give what was probably meant for a value: a list of it, or the word of a choice that is spelt nearly so."""
    from coldwater.formats.native.misfits import node_at  # noqa: PLC0415 - the schema is heavy
    from coldwater.suggest import closest  # noqa: PLC0415 - as above

    node = node_at(pointer)
    forms: list[Mapping[str, Any]] = [one for one in node.get("anyOf", [node]) if isinstance(one, dict)]
    for form in forms:
        if form.get("type") == "array" and not isinstance(value, list):
            yield [value]
        words = form.get("enum", ())
        other = closest(value, list(words)) if isinstance(value, str) and words else None
        if other is not None:
            yield other
