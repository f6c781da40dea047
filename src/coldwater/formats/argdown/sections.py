"""The headings of an Argdown document, and the blocks under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldwater.formats.argdown.escaping import data_text, escaped

if TYPE_CHECKING:
    from typing import Any

    from coldwater.formats.argdown.planning import Plan

Way = tuple[str, ...]


class Sections:
    """Blocks by the headings that claims and arguments were read under, as long as a tag of theirs still says so."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._blocks: dict[Way, list[list[str]]] = {(): []}
        self._members: dict[tuple[str, str], Way] = {}
        for id_ in plan.map.claims:
            kind = ("sketch", plan.gists[id_]) if id_ in plan.gists else ("claim", id_)
            self._members[kind] = self._way("claims", id_)
        for id_ in plan.map.arguments:
            self._members["structure", id_] = self._way("arguments", id_)

    def _way(self, section: str, id_: str) -> Way:
        way = self._plan.kept(section, id_).get("section")
        if not isinstance(way, list) or not all(isinstance(one, str) and one.strip() for one in way):
            return ()
        return tuple(way) if " / ".join(way) in self._plan.entry(section, id_).get("tags", ()) else ()

    def of(self, kind: str, id_: str) -> Way:
        """Give the headings above a member; of one that has none, no headings."""
        return self._members.get((kind, id_), ())

    def tag(self, section: str, id_: str) -> str | None:
        """Give the tag that the headings above an entry stand for."""
        way = self._way(section, id_)
        return " / ".join(way) if way else None

    def add(self, way: Way, lines: list[str]) -> None:
        """Put a block under its headings."""
        for length in range(1, len(way) + 1):
            self._blocks.setdefault(way[:length], [])
        self._blocks[way].append(lines)

    def text(self) -> str:
        """Give all blocks with their headings, parts before what follows them."""
        told = self._plan.sections
        inner: dict[Way, list[Way]] = {}
        for way in self._blocks:
            if way:
                inner.setdefault(way[:-1], []).append(way)
        blocks: list[str] = []
        waiting: list[Way] = [()]
        while waiting:
            way = waiting.pop()
            if way:
                data: Any = told.get(" / ".join(way))
                title = escaped(way[-1])
                blocks.append("#" * len(way) + f" {title}" + data_text(data if isinstance(data, dict) else {}))
            blocks += ["\n".join(lines) for lines in self._blocks[way]]
            waiting += reversed(inner.get(way, []))
        return "\n\n".join(blocks)
