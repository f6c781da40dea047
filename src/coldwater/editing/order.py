"""The canonical order: fields as in the models, arguments and claims as they are met on the way from the thesis down.

Sources, positions and names of an author's own have no such order and stay as they are.
"""

from __future__ import annotations

from itertools import count, pairwise

from coldwater.model.data import SECTIONS, fields_at
from coldwater.model.graph import Graph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from coldwater.findings import Pointer
    from coldwater.formats.native.yaml_tree import Entry, Node
    from coldwater.model.models import Map


class Order:
    """The canonical order of a map's entries."""

    def __init__(self, map_: Map) -> None:
        self._ranks = {"claims": _claim_ranks(map_), "arguments": _argument_ranks(map_)}

    def field_ranks(self, pointer: Pointer) -> Mapping[str, int]:
        """Give the place of each field of the object there; empty for what is no object with fields of ours."""
        return {name: number for number, name in enumerate(fields_at(pointer))}

    def id_ranks(self, pointer: Pointer) -> Mapping[str, int]:
        """Give the place of each id of the section there; empty for all but claims and arguments."""
        return self._ranks.get(str(pointer[0]), {}) if len(pointer) == 1 else {}


def _argument_ranks(map_: Map) -> dict[str, int]:
    """Follow the reading order: supporters before attackers, and what is behind an argument before its siblings."""
    return {name: rank for rank, name in enumerate(Graph(map_).reading_order) if name in map_.arguments}


def _claim_ranks(map_: Map) -> dict[str, int]:
    """Let the thesis come first, then the premises of each argument, side by side, in the order of the arguments."""
    ranks: dict[str, int] = {}
    numbers = count()
    for node in Graph(map_).reading_order:
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
    names = sorted(data, key=lambda name: ranks.get(name, last))
    return {name: ordered(data[name], order, (*pointer, name)) for name in names}


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
        node.entries = [entry for group in _groups(node.entries) for entry in _arranged_group(group, ids)]
    elif fields := order.field_ranks(pointer):
        node.entries.sort(key=lambda entry: fields.get(str(entry.name), len(fields)))


def _groups(entries: list[Entry]) -> Iterable[list[Entry]]:
    starts = [number for number, entry in enumerate(entries) if entry.above or not number]
    return [entries[start:end] for start, end in pairwise([*starts, len(entries)])]


def _arranged_group(group: list[Entry], ranks: Mapping[str, int]) -> list[Entry]:
    kept = group[:1] if any(group[0].above) else []
    blanks, group[0].above = ([], group[0].above) if kept else (group[0].above, [])
    rest = sorted(group[len(kept) :], key=lambda entry: ranks.get(str(entry.id), len(ranks)))
    arranged = [*kept, *rest]
    arranged[0].above = blanks or arranged[0].above
    return arranged
