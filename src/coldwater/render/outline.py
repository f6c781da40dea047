"""A map as an indented outline for a terminal: the same content as a drawing, for eyes that read and tools that cut.

It knows no verdicts and no files. Nothing a map says can drive the terminal: every text goes through ``printable``.
"""

from __future__ import annotations

from coldwater.model.graph import Graph
from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.render.reading.order import arguments_for, reading_order, relation_of
from coldwater.render.reading.tagged import chosen_parts, left_out_words, plural
from coldwater.render.terminal import BADGES, Line, Terminal, continued, heading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coldwater.model.models import Map
    from coldwater.model.tags import Levels

_MOST_INDENT = 0.5  # of the width; deeper levels are not indented further, and name what they are about


class _Item(NamedTuple):
    """A claim or argument to be shown: indent, bracket, and whether its place does not tell what it is about."""

    sort: str
    name: str
    indent: str = ""
    bracket: str = ""
    is_apart: bool = False


def outline(map_: Map, width: int, colour: bool, tags: Sequence[Levels] = ()) -> str:
    """Give the outline, with a line end. ``width`` in columns, at least 24; ``colour`` adds ANSI codes, else none.

    The thesis comes first, then what supports (+), attacks (−) and undercuts (×), supporters before attackers, each
    with its premises; linked premises share a bracket. Further theses follow, then rivals, all that
    answer one question below it. What has been shown is referred to, and what does not hang together with any of them
    follows under a heading of its own. Where the map has positions, each claim says who accepts and who rejects it.

    ``tags``: show only what is of one of these, with the premises it rests on and its way to the thesis; each then says
    its tags, and how much is left out is said where it hung and at the end.
    """
    writer = _Outline(map_, width, colour, tags)
    return "\n".join(writer.lines()) + "\n"


class _Outline(Terminal):
    def __init__(self, map_: Map, width: int, colour: bool, tags: Sequence[Levels]) -> None:
        super().__init__(width, colour)
        self.map = map_
        self.graph = Graph(map_)
        self.holders = Holders(map_)
        self.chosen = chosen_parts(map_, self.graph, tags) if tags else None
        self.shown: set[tuple[str, str]] = set()

    def lines(self) -> list[str]:
        """Give all lines."""
        result = self.wrapped(heading(printable(self.map.title).strip()))
        result.append("")
        for question, roots in self.graph.groups():
            trees = [line for root in roots for line in self._root(root)]
            if question is not None and trees:
                asked = self.map.questions[question].text
                result += [*self.wrapped(heading(f"{printable(asked).strip()} [{printable(question)}]")), ""]
            result += trees
        del result[-1:]
        has_heading = False
        for root in reading_order(self.graph):
            if root not in self.shown and not self._is_left_out(*root):
                if not has_heading:
                    what = "the thesis" if len(self.map.theses) == 1 else "a thesis"
                    result += ["", *self.wrapped(heading(f"Not connected with {what}"))]
                    has_heading = True
                result += self._tree(root)
        if self.chosen is not None:
            result += ["", *self.wrapped(Line("", "", self._told_left_out(), "", ""))]
        return result

    def _root(self, root: str) -> list[str]:
        """Write a thesis or rival with all behind it and an empty line; nothing where it has been or is not wanted."""
        is_first = root == self.map.thesis
        if ("claim", root) in self.shown or (not is_first and self._is_left_out("claim", root)):
            return []
        if root in self.graph.claims:
            return [*self._tree(("claim", root)), ""]
        missing = f"There is no thesis: no claim has the id {printable(root)}."
        return [*self.wrapped(Line("", "", missing, "", "")), ""]

    def _is_left_out(self, sort: str, name: str) -> bool:
        return self.chosen is not None and (sort, name) not in self.chosen

    def _told_left_out(self) -> str:
        claims = sum(sort == "claim" for sort, _ in self.shown)
        return left_out_words(len(self.graph.claims) - claims, len(self.graph.arguments) - len(self.shown) + claims)

    # --- walking -------------------------------------------------------------------------------------------------

    def _tree(self, root: tuple[str, str]) -> list[str]:
        """Write a claim or argument and all behind it; a stack, since maps may be deeper than Python recurses."""
        result: list[str] = []
        waiting = [_Item(*root, is_apart=True)]
        while waiting:
            item = waiting.pop()
            is_new = (item.sort, item.name) not in self.shown
            self.shown.add((item.sort, item.name))
            line = self._claim(item, is_new) if item.sort == "claim" else self._argument(item, is_new)
            result += self.wrapped(line)
            if is_new:
                waiting.extend(reversed(list(self._below(item))))
        return result

    def _below(self, item: _Item) -> Iterator[_Item]:
        is_argument = item.sort == "argument"
        indent = item.indent + (continued(item.bracket) or "  ")
        is_apart = len(indent) > self.width * _MOST_INDENT
        if is_apart:
            indent = item.indent
        if is_argument:
            premises = self.graph.premises(item.name)
            for number, premise in enumerate(premises):
                yield _Item("claim", premise, indent, _bracket(number, len(premises)))
            if item.name in self.graph.claims:
                return
        for argument in arguments_for(self.graph, item.name):
            if not self._is_left_out("argument", argument):
                yield _Item("argument", argument, indent, is_apart=is_apart)

    def _tagged(self, sort: str, item: _Item, is_new: bool) -> list[str]:
        """Give the tags of an entry, and how many arguments on it are left out, where only some tags are shown."""
        if self.chosen is None or not is_new:
            return []
        entry = self.map.claims[item.name] if sort == "claim" else self.map.arguments[item.name]
        on_it = () if sort == "argument" and item.name in self.graph.claims else self.graph.incoming(item.name)
        hidden = sum(self._is_left_out("argument", argument) for argument in on_it)
        told = [f"# {printable(', '.join(entry.tags))}"] if entry.tags else []
        return [*told, f"{plural(hidden, 'argument')} left out"] if hidden else told

    # --- lines ---------------------------------------------------------------------------------------------------

    def _claim(self, item: _Item, is_new: bool) -> Line:
        claim = self.map.claims[item.name]
        notes = [printable(item.name)]
        if item.name in self.graph.theses and len(self.map.theses) > 1:
            notes.append("thesis")
        if item.name in self.graph.rivals:
            notes.append("rival")
        if claim.implicit:
            notes.append("unstated")
        contraries = self.graph.contraries(item.name) if is_new else ()
        if contraries:
            notes.append("contradicts " + ", ".join(printable(contrary) for contrary in contraries))
        if is_new and (held := self.holders.words(item.name)):
            notes.append(printable(held))
        notes += self._tagged("claim", item, is_new)
        if not is_new:
            notes.append("see above")
        style = "thesis" if item.name in self.graph.roots else ""
        return Line(item.indent, item.bracket, printable(claim.text).strip() or "…", f"[{'; '.join(notes)}]", style)

    def _argument(self, item: _Item, is_new: bool) -> Line:
        argument = self.map.arguments[item.name]
        relation = relation_of(self.graph, item.name)
        missing = [premise for premise in argument.premises if premise not in self.graph.claims]
        notes = [printable(item.name)]
        if item.is_apart:
            notes.append(f"{relation} {printable(argument.target)}")
        if missing:
            notes.append("missing: " + ", ".join(printable(premise) for premise in missing))
        notes += self._tagged("argument", item, is_new)
        if not is_new:
            notes.append("see above")
        title = printable(argument.title or "").strip() or relation
        return Line(item.indent, f"{BADGES[relation]} ", title, f"[{'; '.join(notes)}]", relation)


def _bracket(number: int, count: int) -> str:
    if count == 1:
        return "• "
    return "┌ " if number == 0 else "└ " if number == count - 1 else "├ "
