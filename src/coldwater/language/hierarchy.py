"""What speaks for and against a claim or a step, and what it serves in turn: the tree of calls of an editor."""

from __future__ import annotations

from coldwater.language.words import said, verdict_told
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.language.known import Known
    from coldwater.language.layout import Entry
    from coldwater.language.open_map import OpenMap


class Node(NamedTuple):
    """A claim or argument: its entry in the text, how it is named, and what is told beside it."""

    entry: Entry
    name: str
    detail: str


def node_at(open_map: OpenMap, offset: int) -> Node | None:
    """Give the claim or argument that is named, or written, at an offset; None where there is none."""
    at = open_map.layout.id_at(offset)
    entry = open_map.layout.target_of(at) if at is not None else open_map.layout.entry_at(offset)
    return None if entry is None else node_of(open_map, entry.section, entry.id)


def node_of(open_map: OpenMap, section: str, id_: str, role: str = "") -> Node | None:
    """Give a claim or an argument; None if it is not in the text, or not in the map as it was last read."""
    entry = open_map.layout.entry(section, id_)
    known = open_map.known()
    if entry is None or known is None or section not in ("claims", "arguments") or not known.graph.has(id_):
        return None
    told = ", ".join(part for part in (role, verdict_told(known, id_)) if part)
    return Node(entry, said(known.map, id_), told)


def reasons(open_map: OpenMap, section: str, id_: str) -> list[Node]:
    """Give what speaks for and against a claim or step, and what an argument rests on."""
    known = open_map.known()
    if known is None or not known.graph.has(id_):
        return []
    return [node for one, where, role in _reasons(known, id_, section) if (node := node_of(open_map, where, one, role))]


def _reasons(known: Known, id_: str, section: str) -> Iterator[tuple[str, str, str]]:
    graph = known.graph
    if section == "arguments":
        yield from ((one, "claims", "premise") for one in graph.premises(id_))
    yield from ((one, "arguments", "for it") for one in graph.supporters(id_))
    yield from ((one, "arguments", "against it") for one in graph.attackers(id_))


def served(open_map: OpenMap, section: str, id_: str) -> list[Node]:
    """Give what a claim or argument is a reason for or against: the arguments that use it, or its target."""
    known = open_map.known()
    if known is None or not known.graph.has(id_):
        return []
    found = []
    if section == "claims":
        found = [node_of(open_map, "arguments", one, "premise of") for one in known.graph.uses(id_)]
    elif id_ in known.map.arguments and (target := known.graph.target(id_)) is not None:
        where = "claims" if target in known.map.claims else "arguments"
        aim = "for" if known.map.arguments[id_].supports is not None else "against"
        found = [node_of(open_map, where, target, aim)]
    return [node for node in found if node is not None]
