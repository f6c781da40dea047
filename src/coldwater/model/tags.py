"""The tags of a map as groups: which there are, how they nest, and what is of them. It knows no drawing and no command.

A tag may have levels, with a stroke between blanks: `Traffic / Parking` is a group within `Traffic`. A stroke without
blanks (`24/7`) is a part of a word. What is of a tag is also of the tags above it.
"""

from __future__ import annotations

from coldwater.errors import UsageError
from coldwater.records import NamedTuple
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from coldwater.model.models import Argument, Claim, Map

_FEW = 12  # tags that an error names
_STROKE = "/"
#: What parts the levels of a tag.
SEPARATOR = f" {_STROKE} "

#: The levels of a tag, from the outermost.
Levels = tuple[str, ...]


class Node(NamedTuple):
    """A claim or an argument: its sort, ``claim`` or ``argument``, and its id."""

    sort: str
    name: str


class Group(NamedTuple):
    """A tag: its levels, what bears just this tag, and what is of it or of one below it."""

    levels: Levels
    members: tuple[Node, ...]
    whole: tuple[Node, ...]

    @property
    def tag(self) -> str:
        """The tag as it is written."""
        return SEPARATOR.join(self.levels)


def levels_of(tag: str) -> Levels:
    """Give the levels of a tag; a tag of nothing but strokes is its own only level.

    >>> levels_of("Traffic / Parking"), levels_of("24/7")
    (('Traffic', 'Parking'), ('24/7',))
    """
    parts: list[list[str]] = [[]]
    for word in tag.split():
        if word == _STROKE:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(" ".join(part) for part in parts if part) or (tag,)


def is_of(entry: Claim | Argument, chosen: Iterable[Levels]) -> bool:
    """Tell whether a claim or argument is of one of the chosen tags."""
    own = [levels_of(tag) for tag in entry.tags]
    return any(levels[: len(one)] == one for one in chosen for levels in own)


def entries(map_: Map) -> Iterator[tuple[Node, Claim | Argument]]:
    """Give the claims, then the arguments, in the order of the file."""
    for name, claim in map_.claims.items():
        yield Node("claim", name), claim
    for name, argument in map_.arguments.items():
        yield Node("argument", name), argument


def groups_of(map_: Map, only: Sequence[Levels] = ()) -> tuple[Group, ...]:
    """Give the tags of a map in the order in which they first occur, those below a tag behind it; last what has none.

    That last group has no levels; it is left out if it is empty. Tags that only stand above others are groups, too.
    ``only``: no tags but these, what is below them and, without members of their own, what is above. The cost is linear
    in the tags and their levels.
    """
    members: dict[Levels, list[Node]] = {}
    within: dict[Levels, dict[Node, None]] = {}
    untagged: list[Node] = []
    for node, entry in entries(map_):
        own = dict.fromkeys(levels_of(tag) for tag in entry.tags)
        if only:
            own = {levels: None for levels in own if any(levels[: len(one)] == one for one in only)}
        elif not own:
            untagged.append(node)
        for levels in own:
            for depth in range(1, len(levels) + 1):
                members.setdefault(levels[:depth], [])
                within.setdefault(levels[:depth], {})[node] = None
            members[levels].append(node)
    found = [Group(levels, tuple(members[levels]), tuple(within[levels])) for levels in _nested(members)]
    return (*found, Group((), tuple(untagged), tuple(untagged))) if untagged else tuple(found)


def _nested(tags: Iterable[Levels]) -> Iterator[Levels]:
    """Give tags in order, each with those below it behind it. All tags above a tag are among them."""
    below: dict[Levels, list[Levels]] = {}
    for levels in tags:
        below.setdefault(levels[:-1], []).append(levels)
    waiting = list(reversed(below.get((), ())))
    while waiting:
        levels = waiting.pop()
        yield levels
        waiting.extend(reversed(below.get(levels, ())))


def chosen(map_: Map, tags: Sequence[str]) -> tuple[Levels, ...]:
    """Give the levels of tags that somebody names. Raises UsageError for one that the map does not have."""
    if not tags:
        return ()
    known = {group.levels: group.tag for group in groups_of(map_) if group.levels}
    wanted = tuple(dict.fromkeys(map(levels_of, tags)))
    for levels in wanted:
        if levels not in known:
            raise UsageError(_unknown(SEPARATOR.join(levels), tuple(known.values())))
    return wanted


def _unknown(word: str, known: Sequence[str]) -> str:
    if not known:
        return f"this map has no tags, so that nothing in it is of `{word}`"
    few = f" There are: {', '.join(known)}." if len(known) <= _FEW else " `coldwater show --by tags` lists them."
    return f"there is no tag `{word}` in this map.{hint(word, known) or few}"
