"""The canonical order: fields as in the models, arguments and claims as they are met on the way from the thesis down.

Sources, positions and names of an author's own have no such order and stay as they are.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import count, pairwise

from coldwater.model.data import SECTIONS, fields_at
from coldwater.model.graph import Graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Protocol, TypeVar

    from coldwater.findings import Pointer
    from coldwater.formats.native.yaml_tree import Node
    from coldwater.model.models import Map

    class HasPlace(Protocol):
        """Something with an id, and lines above it."""

        above: list[str]

        @property
        def id(self) -> str | None:
            """The id; None for an item of a list."""

    Placed = TypeVar("Placed", bound=HasPlace)


class Order:
    """The canonical order of a map's entries; without a map that of fields alone."""

    def __init__(self, map_: Map | None) -> None:
        self._ranks: dict[str, Mapping[str, int]] = {}
        if map_ is not None:
            read = Graph(map_).reading_order
            self._ranks = {"claims": _claim_ranks(map_, read), "arguments": _argument_ranks(map_, read)}

    def field_ranks(self, pointer: Pointer) -> Mapping[str, int]:
        """Give the place of each field of the object there; empty for what is no object with fields of ours."""
        return _ranks_of(fields_at(pointer))

    def id_ranks(self, pointer: Pointer) -> Mapping[str, int]:
        """Give the place of each id of the section there; empty for all but claims and arguments."""
        return self._ranks.get(str(pointer[0]), {}) if len(pointer) == 1 else {}


@lru_cache(maxsize=100)
def _ranks_of(fields: tuple[str, ...]) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(fields)}


def _argument_ranks(map_: Map, read: Sequence[str]) -> dict[str, int]:
    """Follow the reading order: supporters before attackers, and what is behind an argument before its siblings."""
    return {name: rank for rank, name in enumerate(read) if name in map_.arguments}


def _claim_ranks(map_: Map, read: Sequence[str]) -> dict[str, int]:
    """Let the thesis come first, then the premises of each argument, side by side, in the order of the arguments."""
    ranks: dict[str, int] = {}
    numbers = count()
    for node in read:
        premises = map_.arguments[node].premises if node in map_.arguments else ()
        for claim in (node, *premises) if node in map_.claims else premises:
            if claim in map_.claims and claim not in ranks:
                ranks[claim] = next(numbers)
    return ranks


# --- plain data -------------------------------------------------------------------------------------------------


def ordered(data: Any, order: Order, pointer: Pointer = ()) -> Any:
    """Give data in canonical order. Depth is bounded by the reader, so that recursion is safe."""
    if isinstance(data, list):
        return [ordered(item, order, (*pointer, number)) for number, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    ranks = order.id_ranks(pointer) or order.field_ranks(pointer)
    last = len(ranks)
    names = sorted(data, key=lambda name: ranks.get(name, last)) if ranks else data
    return {
        name: ordered(value, order, (*pointer, name)) if (value := data[name]).__class__ in (dict, list) else value
        for name in names
    }


# --- trees ------------------------------------------------------------------------------------------------------


def arrange(root: Node, order: Order) -> None:
    """Put the entries of a tree in canonical order, in place. Sections are set in block style, one entry below another.

    Ids move within their group only: it ends where a comment or a blank line stands, and an entry below a comment keeps
    the first place in its group, so that the comment still heads what it headed.
    """
    waiting: list[tuple[Pointer, Node]] = [((), root)]
    root.is_flow = False
    while waiting:
        pointer, node = waiting.pop()
        if len(pointer) == 1 and pointer[0] in SECTIONS and node.entries:
            node.is_flow = False
        if node.kind == "mapping":
            _arrange_mapping(node, pointer, order)
        for number, entry in enumerate(node.entries):
            waiting.append(((*pointer, number if entry.name is None else entry.name), entry.value))


def _arrange_mapping(node: Node, pointer: Pointer, order: Order) -> None:
    if ids := order.id_ranks(pointer):
        node.entries = arranged(node.entries, ids)
    elif fields := order.field_ranks(pointer):
        node.entries.sort(key=lambda entry: fields.get(str(entry.name), len(fields)))


def arranged(entries: list[Placed], ranks: Mapping[str, int]) -> list[Placed]:
    """Give entries in the order of their ranks within each group; without ranks as they are."""
    return [one for group in _groups(entries) for one in _arranged_group(group, ranks)] if ranks else entries


def _groups(entries: list[Placed]) -> Iterable[list[Placed]]:
    starts = [number for number, entry in enumerate(entries) if entry.above or not number]
    return [entries[start:end] for start, end in pairwise([*starts, len(entries)])]


def _arranged_group(group: list[Placed], ranks: Mapping[str, int]) -> list[Placed]:
    kept = group[:1] if any(group[0].above) else []
    blanks, group[0].above = ([], group[0].above) if kept else (group[0].above, [])
    rest = sorted(group[len(kept) :], key=lambda entry: ranks.get(str(entry.id), len(ranks)))
    arranged = [*kept, *rest]
    arranged[0].above = blanks or arranged[0].above
    return arranged
