"""A map as a list for a terminal, its claims and arguments under the headings of their groups.

It knows no verdicts and no files. Nothing a map says can drive the terminal: every text goes through ``printable``.
"""

from __future__ import annotations

from coldwater.model.graph import Graph
from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.render.reading.grouping import sections
from coldwater.render.reading.order import relation_of
from coldwater.render.reading.tagged import counted
from coldwater.render.terminal import BADGES, Line, Terminal, heading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from coldwater.model.models import Map
    from coldwater.model.tags import Levels
    from coldwater.render.reading.grouping import Section

_MOST_DEEP = 6  # levels of groups; deeper ones are not indented further


def grouped(map_: Map, by: str, width: int, colour: bool, tags: Sequence[Levels] = ()) -> str:
    """Give the list, with a line end. ``by``: tags, kind, status, source or position; UsageError for another word.

    Each heading says how many claims and arguments there are below it. A claim stands with its id, an argument with
    what it does, to what, and from what; what is in several groups stands in each. ``tags``: only what is of one of
    these.
    """
    return "\n".join(_Grouped(map_, width, colour).lines(by, tags)) + "\n"


class _Grouped(Terminal):
    def __init__(self, map_: Map, width: int, colour: bool) -> None:
        super().__init__(width, colour)
        self.map = map_
        self.graph = Graph(map_)
        self.holders = Holders(map_)

    def lines(self, by: str, tags: Sequence[Levels]) -> list[str]:
        """Give all lines."""
        result = self.wrapped(heading(printable(self.map.title).strip()))
        for section in sections(self.map, by, tags):
            indent = "  " * min(section.depth, _MOST_DEEP)
            result += ["", *self.wrapped(self._headed(section, indent))]
            for node in section.members:
                line = self._claim if node.sort == "claim" else self._argument
                result += self.wrapped(line(node.name, indent + "  "))
        return result

    def _headed(self, section: Section, indent: str) -> Line:
        claims = sum(node.sort == "claim" for node in section.whole)
        id_ = f"[{printable(section.id)}] " if section.id is not None else ""
        count = counted(claims, len(section.whole) - claims)
        return heading(printable(section.name).strip(), indent)._replace(after=f"{id_}({count})")

    def _claim(self, name: str, indent: str) -> Line:
        claim = self.map.claims[name]
        notes = [printable(name)]
        if name in self.graph.roots:
            notes.append("rival" if name in self.graph.rivals else "thesis")
        if claim.implicit:
            notes.append("unstated")
        if held := self.holders.words(name):
            notes.append(printable(held))
        return Line(indent, "• ", printable(claim.text).strip() or "…", f"[{'; '.join(notes)}]", "")

    def _argument(self, name: str, indent: str) -> Line:
        argument = self.map.arguments[name]
        relation = relation_of(self.graph, name)
        premises = ", ".join(map(printable, argument.premises))
        notes = [printable(name), f"{relation} {printable(argument.target)}", f"from {premises}"]
        title = printable(argument.title or "").strip() or relation
        return Line(indent, f"{BADGES[relation]} ", title, f"[{'; '.join(notes)}]", relation)
