"""A map as an indented outline for a terminal: the same content as a drawing, for eyes that read and tools that cut.

It knows no verdicts and no files. Nothing a map says can drive the terminal: every text goes through ``printable``.
"""

from __future__ import annotations

from coldwater.model.graph import Graph
from coldwater.model.holders import Holders
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.render.reading.order import arguments_for, reading_order, relation_of
from coldwater.rows import display_width, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from coldwater.model.models import Map

_LEAST_WIDTH = 24
_MOST_INDENT = 0.5  # of the width; deeper levels are not indented further, and name what they are about
_BADGES = {"supports": "+", "backs": "+", "attacks": "−", "undercuts": "×"}
_CODES = {"thesis": "1", "supports": "32", "backs": "32", "attacks": "31", "undercuts": "35", "faint": "2"}


class _Line(NamedTuple):
    """A line before it is broken: indent, what stands before the text, the text, what follows it, its style."""

    indent: str
    before: str
    text: str
    after: str
    style: str


class _Item(NamedTuple):
    """A claim or argument to be shown: indent, bracket, and whether its place does not tell what it is about."""

    sort: str
    name: str
    indent: str = ""
    bracket: str = ""
    is_apart: bool = False


def outline(map_: Map, width: int, colour: bool) -> str:
    """Give the outline, with a line end. ``width`` in columns, at least 24; ``colour`` adds ANSI codes, else none.

    The thesis comes first, then what supports (+), attacks (−) and undercuts (×), supporters before attackers, each
    with its premises; linked premises share a bracket. Further theses follow, then rivals. What has been shown is
    referred to, and what does not hang together with any of them follows under a heading of its own. Where the map has
    positions, each claim says who accepts and who rejects it.
    """
    writer = _Outline(map_, max(width, _LEAST_WIDTH), colour)
    return "\n".join(writer.lines()) + "\n"


class _Outline:
    def __init__(self, map_: Map, width: int, colour: bool) -> None:
        self.map = map_
        self.graph = Graph(map_)
        self.holders = Holders(map_)
        self.width = width
        self.colour = colour
        self.shown: set[tuple[str, str]] = set()

    def lines(self) -> list[str]:
        """Give all lines."""
        result = self._wrapped(_heading(printable(self.map.title).strip()))
        result.append("")
        for number, thesis in enumerate(self.map.theses):
            if ("claim", thesis) in self.shown:
                continue
            result += [""] if number else []
            if thesis in self.graph.claims:
                result += self._tree(("claim", thesis))
            else:
                missing = f"There is no thesis: no claim has the id {printable(thesis)}."
                result += self._wrapped(_Line("", "", missing, "", ""))
        for rival in self.graph.rivals:
            if ("claim", rival) not in self.shown:
                result += ["", *self._tree(("claim", rival))]
        has_heading = False
        for root in reading_order(self.graph):
            if root not in self.shown:
                if not has_heading:
                    what = "the thesis" if len(self.map.theses) == 1 else "a thesis"
                    result += ["", *self._wrapped(_heading(f"Not connected with {what}"))]
                    has_heading = True
                result += self._tree(root)
        return result

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
            result += self._wrapped(line)
            if is_new:
                waiting.extend(reversed(list(self._below(item))))
        return result

    def _below(self, item: _Item) -> Iterator[_Item]:
        is_argument = item.sort == "argument"
        indent = item.indent + (_continued(item.bracket) or "  ")
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
            yield _Item("argument", argument, indent, is_apart=is_apart)

    # --- lines ---------------------------------------------------------------------------------------------------

    def _claim(self, item: _Item, is_new: bool) -> _Line:
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
        if not is_new:
            notes.append("see above")
        style = "thesis" if item.name in self.graph.roots else ""
        return _Line(item.indent, item.bracket, printable(claim.text).strip() or "…", f"[{'; '.join(notes)}]", style)

    def _argument(self, item: _Item, is_new: bool) -> _Line:
        argument = self.map.arguments[item.name]
        relation = relation_of(self.graph, item.name)
        missing = [premise for premise in argument.premises if premise not in self.graph.claims]
        notes = [printable(item.name)]
        if item.is_apart:
            notes.append(f"{relation} {printable(argument.target)}")
        if missing:
            notes.append("missing: " + ", ".join(printable(premise) for premise in missing))
        if not is_new:
            notes.append("see above")
        title = printable(argument.title or "").strip() or relation
        return _Line(item.indent, f"{_BADGES[relation]} ", title, f"[{'; '.join(notes)}]", relation)

    def _wrapped(self, line: _Line) -> list[str]:
        """Break a line at the width; what follows its first row is indented as far as its text."""
        room = max(self.width - display_width(line.indent) - display_width(line.before), 8)
        rows = folded(f"{line.text} {line.after}".strip(), room)
        left = sum(len(row.replace(" ", "")) for row in rows) - len(line.after.replace(" ", ""))
        result = []
        for number, row in enumerate(rows):
            head = line.before if number == 0 else _continued(line.before)
            result.append(line.indent + self._paint(head, line.style) + self._paint_row(row, left, line.style))
            left -= len(row.replace(" ", ""))
        return [row.rstrip() for row in result]

    def _paint(self, text: str, style: str) -> str:
        if not self.colour or style not in _CODES or not text.strip():
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def _paint_row(self, row: str, left: int, style: str) -> str:
        """Paint the first ``left`` characters (blanks not counted) in a style, the rest faint."""
        if not self.colour:
            return row
        cut, seen = 0, 0
        while cut < len(row) and (seen < left or row[cut] == " "):
            seen += row[cut] != " "
            cut += 1
        return self._paint(row[:cut], style) + self._paint(row[cut:], "faint")


def _heading(text: str) -> _Line:
    return _Line("", "", text, "", "thesis")


def _bracket(number: int, count: int) -> str:
    if count == 1:
        return "• "
    return "┌ " if number == 0 else "└ " if number == count - 1 else "├ "


def _continued(before: str) -> str:
    """Give what stands before the second and later rows of a line."""
    return "│ " if before in ("┌ ", "├ ") else " " * display_width(before)
