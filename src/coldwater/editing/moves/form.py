"""A map in canonical form stays in it, as far as only what a move is about has to be set otherwise for that."""

from __future__ import annotations

from coldwater.editing.formatting import canonical
from coldwater.editing.moves.difference import is_same
from coldwater.editing.order import Order
from coldwater.errors import DefectError, UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.remembering import note, remembered
from coldwater.model.graph import Graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.editing.pieces import Pieces
    from coldwater.model.models import Map

#: The sections whose entries have an order in canonical form.
_ORDERED = ("claims", "arguments")


def formed(text: str, spelling: str, map_: Map, pieces: Pieces) -> str | None:
    """Give the text of a map in canonical form; None where it cannot be brought into it.

    Cost is linear; of a text of which most ``pieces`` are known, small.
    """
    order = Order(map_)
    pieced = pieces.canonical(text, order) if spelling == "yaml" else None
    try:
        return pieced or canonical(text, spelling, map_, order)
    except (DefectError, UsageError):
        return None


def is_in_form(text: str, spelling: str, map_: Map, pieces: Pieces) -> bool:
    """Tell whether the text of a map is in canonical form."""
    return remembered("is in form", text, lambda text: formed(text, spelling, map_, pieces) == text)


def kept_in_form(before: str, after: str, spelling: str, map_: Map, pieces: Pieces) -> str:
    """Give the text that a move left (``after``) in canonical form, in which the one before was.

    It stays as it is where other entries would have to change places than those that the move changed, a thesis or
    rival that is new or none any more among them, with what hangs on them. ``map_`` is what was read from ``after``.
    """
    written = formed(after, spelling, map_, pieces)
    if written is None or written == after:
        note("is in form", after, written == after)
        return after
    old, new, ordered = (native.parse(text, spelling).data for text in (before, after, written))
    changed = [id_ for id_ in {*_roots(old)} ^ {*_roots(new)} if id_ in map_.claims]
    changed += [id_ for section in _ORDERED for id_ in _changed(old.get(section, {}), new.get(section, {}))]
    touched = _with_what_hangs_on(changed, map_)
    for section in _ORDERED:
        if _without(new.get(section, {}), touched) != _without(ordered.get(section, {}), touched):
            return after
    note("is in form", written, value=True)
    return written


def _roots(data: Mapping[str, Any]) -> list[str]:
    theses = data["thesis"]
    return [*(theses if isinstance(theses, list) else [theses]), *data.get("rivals", ())]


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [id_ for id_, entry in new.items() if id_ not in old or not is_same(old[id_], entry)]


def _with_what_hangs_on(ids: list[str], map_: Map) -> set[str]:
    """Give claims and arguments with all that is for and against them, and so on."""
    graph = Graph(map_)
    found = {*ids}
    waiting = [*ids]
    while waiting:
        node = waiting.pop()
        premises = graph.premises(node) if node in map_.arguments else ()
        for one in (*graph.incoming(node), *premises):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def _without(entries: Mapping[str, Any], ids: set[str]) -> list[str]:
    return [id_ for id_ in entries if id_ not in ids]
