"""The claims and arguments of a map in groups: by tags, kind, status, source or position. It draws nothing."""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.model.holders import Holders
from coldwater.model.tags import Node, entries, groups_of, is_of
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coldwater.model.models import Argument, Claim, Map
    from coldwater.model.tags import Levels


class Section(NamedTuple):
    """A group: its name, its id if it is an entry of the map, how deep it lies in others, and its members.

    ``whole``: all that is in it and in what lies in it, each once.
    """

    name: str
    id: str | None
    depth: int
    members: tuple[Node, ...]
    whole: tuple[Node, ...]


_KINDS = ("fact", "value", "policy", "forecast", "definition")
_STATUSES = ("accepted", "rejected", "open")


def sections(map_: Map, by: str, tags: Sequence[Levels] = ()) -> tuple[Section, ...]:
    """Give the groups of a map in order, those that hold something; what is in none comes last.

    ``by``: tags, kind, status, source or position; only claims have a kind, a status and somebody who holds them.
    ``tags``: only what is of one of these. An entry may be in several groups. Raises UsageError for another word. Cost:
    linear in the map.
    """
    if by not in BY:
        raise UsageError(f"there is no grouping by {by!r}; there is {', '.join(BY)}")
    return tuple(section for section in BY[by](map_, tags) if section.whole)


def _by_tags(map_: Map, tags: Sequence[Levels]) -> Iterator[Section]:
    for group in groups_of(map_, tags):
        name = group.levels[-1] if group.levels else "Without a tag"
        yield Section(name, None, max(len(group.levels) - 1, 0), group.members, group.whole)


def _by_kind(map_: Map, tags: Sequence[Levels]) -> Iterator[Section]:
    return _by_word(map_, tags, _KINDS, "kind")


def _by_status(map_: Map, tags: Sequence[Levels]) -> Iterator[Section]:
    return _by_word(map_, tags, _STATUSES, "status")


def _by_word(map_: Map, tags: Sequence[Levels], words: Sequence[str], field: str) -> Iterator[Section]:
    found: dict[str | None, list[Node]] = {word: [] for word in (*words, None)}
    for node, claim in _wanted(map_, tags):
        if node.sort == "claim":
            found[getattr(claim, field)].append(node)
    for word, members in found.items():
        yield _section(word.capitalize() if word else f"Without a {field}", None, members)


def _by_source(map_: Map, tags: Sequence[Levels]) -> Iterator[Section]:
    found: dict[str, dict[Node, None]] = {source: {} for source in map_.sources}
    without = []
    for node, entry in _wanted(map_, tags):
        for citation in entry.cites:
            found.setdefault(citation.source, {})[node] = None
        if not entry.cites:
            without.append(node)
    for source, members in found.items():
        yield _section(map_.sources[source].title if source in map_.sources else source, source, list(members))
    yield _section("Without a source", None, without)


def _by_position(map_: Map, tags: Sequence[Levels]) -> Iterator[Section]:
    holders = Holders(map_)
    claims = [node for node, _ in _wanted(map_, tags) if node.sort == "claim"]
    accepted: dict[str, list[Node]] = {position: [] for position in map_.positions}
    rejected: dict[str, list[Node]] = {position: [] for position in map_.positions}
    nobody = []
    for node in claims:
        held = holders.of(node.name)
        for position in held.accepted_by:
            accepted[position].append(node)
        for position in held.rejected_by:
            rejected[position].append(node)
        if not (held.accepted_by or held.rejected_by):
            nobody.append(node)
    for position, value in map_.positions.items():
        whole = tuple(dict.fromkeys((*accepted[position], *rejected[position])))
        yield Section(value.name, position, 0, (), whole)
        yield _section("Accepts", None, accepted[position], 1)
        yield _section("Rejects", None, rejected[position], 1)
    yield _section("Held by nobody", None, nobody)


def _wanted(map_: Map, tags: Sequence[Levels]) -> Iterator[tuple[Node, Claim | Argument]]:
    return ((node, entry) for node, entry in entries(map_) if not tags or is_of(entry, tags))


def _section(name: str, id_: str | None, members: Sequence[Node], depth: int = 0) -> Section:
    return Section(name, id_, depth, tuple(members), tuple(members))


#: What entries can be grouped by, and what does it.
BY: dict[str, Callable[[Map, Sequence[Levels]], Iterator[Section]]] = {
    "tags": _by_tags,
    "kind": _by_kind,
    "status": _by_status,
    "source": _by_source,
    "position": _by_position,
}
