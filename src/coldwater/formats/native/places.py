"""Where the keys and values of a document stand in its text. It knows trees of places, neither YAML nor JSON."""

from __future__ import annotations

from bisect import bisect_right

from coldwater.findings import START
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.findings import Place, Pointer


class Branch:
    """A value in the text, as the reader of its format knows it. Nothing is looked up before somebody asks."""

    __slots__ = ("_children",)

    def place(self) -> Place:
        """Give the value's place."""
        raise NotImplementedError

    def spelling(self) -> str:
        """Give a scalar as the text spells it; nothing for what is no scalar."""
        raise NotImplementedError

    def look_below(self) -> dict[str | int, tuple[Place, Branch]]:
        """Look up what is below, by key or index: the place of the key (the first of two alike) and the value."""
        raise NotImplementedError

    def children(self) -> Mapping[str | int, tuple[Place, Branch]]:
        """Give what is below; looked up once."""
        known: dict[str | int, tuple[Place, Branch]] | None = getattr(self, "_children", None)
        if known is None:
            known = self._children = self.look_below()
        return known


class Places:
    """Looks up the place of a pointer. Steps that were mended while reading are followed to where they came from."""

    def __init__(self, root: Branch | None, renamed: Mapping[Pointer, Pointer] | None = None) -> None:
        self._root = root
        self._renamed = renamed or {}
        self._starts: dict[str, tuple[list[tuple[int, int]], list[str | int]]] = {}

    def find(self, pointer: Pointer, on_key: bool = False) -> Place:
        """Give the place of a value or of its key; where the text ends earlier, the last place on the way."""
        key_place, branch = self._walk(pointer)
        return branch.place() if branch is not None and not (on_key and key_place) else key_place or START

    def spelling(self, pointer: Pointer) -> str:
        """Give a scalar as the text spells it; nothing where there is none."""
        _, branch = self._walk(pointer)
        return "" if branch is None else branch.spelling()

    def owner(self, place: Place, sections: Iterable[str]) -> str | None:
        """Give the key of the entry in which a place lies, of the sections named; None if it lies in none."""
        below = self._root.children() if self._root is not None else {}
        for section in sections:
            if section not in below or not below[section][0][:2] <= place[:2] <= below[section][1].place()[2:]:
                continue
            starts, keys = self._entries(section, below[section][1])
            number = bisect_right(starts, place[:2])
            return composed(str(keys[number - 1])) if number else None
        return None

    def _entries(self, section: str, branch: Branch) -> tuple[list[tuple[int, int]], list[str | int]]:
        """Give where the entries of a section begin, in their order, and their keys; looked up once."""
        if section not in self._starts:
            starts = sorted((key_place[:2], number) for number, (key_place, _) in enumerate(branch.children().values()))
            keys = list(branch.children())
            self._starts[section] = [start for start, _ in starts], [keys[number] for _, number in starts]
        return self._starts[section]

    def _walk(self, pointer: Pointer) -> tuple[Place | None, Branch | None]:
        branch = self._root
        key_place = None
        way: Pointer = ()
        for step in pointer:
            way = (*way, step)
            origin = self._renamed.get(way, way)[-1]
            below = branch.children().get(origin) if branch is not None else None
            if below is None:
                break
            key_place, branch = below
        return key_place, branch
