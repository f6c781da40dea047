"""A map, or what stands around one entry, in so many characters at most: for readers that pay for each of them.

It is folded by fixed steps, so that the same map in the same room reads the same: texts are cut short, then levels are
counted and not shown. It knows no files; verdicts are handed in.
"""

from __future__ import annotations

from coldwater.model.graph import Graph
from coldwater.printable import printable
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.model.models import Argument, Citation, Claim, Map


class _Fold(NamedTuple):
    """How much is shown: levels of arguments below a root, letters of a text, and whether fields are told."""

    levels: int
    letters: int
    has_fields: bool


#: From all there is to next to nothing.
_FOLDS = (
    _Fold(10**6, 10**6, True), _Fold(10**6, 240, True), _Fold(10**6, 160, False), _Fold(10**6, 90, False),
    _Fold(5, 120, False), _Fold(4, 90, False), _Fold(3, 90, False), _Fold(2, 90, False), _Fold(1, 90, False),
    _Fold(1, 50, False), _Fold(1, 30, False), _Fold(0, 90, False), _Fold(0, 40, False),
)  # fmt: skip
_LEVELS_AROUND = 1
_WITHOUT_MARKS = "… without marks such as [cites …] and [unstated]: ask for more characters, or for one entry"
_CUT = "… cut: ask for more characters, or for one entry"


def condensed(map_: Map, verdicts: Mapping[str, str], most: int, focus: str | None = None) -> str:
    """Give an outline of at most ``most`` characters, 100 or more: of the map, or of what stands around an entry.

    Each line is a claim or an argument: its id, its verdict, its words; ``+`` supports, ``-`` attacks, ``x`` undercuts
    what stands above it, and what has no sign is a premise. Texts stand in “…”: they are data.
    """
    for fold in _FOLDS:
        text = "\n".join(_Condensed(map_, verdicts, fold).lines(focus))
        marked = fold._replace(has_fields=True)
        if not fold.has_fields and text != "\n".join(_Condensed(map_, verdicts, marked).lines(focus)):
            text = f"{text}\n{_WITHOUT_MARKS}"
        if len(text) <= most:
            return text
    return text[: max(most - len(_CUT) - 1, 0)].rpartition("\n")[0] + "\n" + _CUT


class _Condensed:
    def __init__(self, map_: Map, verdicts: Mapping[str, str], fold: _Fold) -> None:
        self._map = map_
        self._graph = Graph(map_)
        self._verdicts = verdicts
        self._fold = fold
        self._shown: set[str] = set()
        self._folded: set[str] = set()

    def lines(self, focus: str | None) -> Iterator[str]:
        """Give all lines."""
        if focus is not None:
            yield from self._around(focus)
            return
        yield f"title: {self._quoted(self._map.title)}"
        for root in self._graph.roots:
            if root in self._graph.claims and root not in self._shown:
                rank = "thesis" if root in self._graph.theses else "rival"
                yield f"{rank}: {self._claim(root)}"
                yield from self._below(root, "  ", self._fold.levels)
        rest = [one for one in (*self._graph.claims, *self._graph.arguments) if one not in self._shown]
        apart = [one for one in rest if one not in self._graph.connected]
        if apart:
            yield "not connected with the thesis:"
            for one in apart:
                if one not in self._shown and one not in self._folded:
                    yield f"  {self._node(one)}"
                    yield from self._below(one, "    ", self._fold.levels)
        if self._map.sources:
            yield f"sources: {', '.join(self._source(one) for one in self._map.sources)}"

    def _around(self, focus: str) -> Iterator[str]:
        """Give an entry with what it serves, what speaks for and against it, and what it rests on."""
        for above in self._graph.above(focus):
            yield f"serves {self._node(above)}"
        self._shown.discard(focus)
        yield self._node(focus, is_whole=True)
        yield from self._below(focus, "  ", min(self._fold.levels, _LEVELS_AROUND))

    def _below(self, node: str, indent: str, levels: int) -> Iterator[str]:
        """Give what hangs below a node, with a stack: maps may be deeper than Python recurses."""
        waiting: list[tuple[str, str, int, str]] = [*self._children(node, indent, levels)]
        waiting.reverse()
        while waiting:
            sign, child, left, pad = waiting.pop()
            if sign == "…":
                yield f"{pad}… {child}"
                continue
            is_new = child not in self._shown
            yield f"{pad}{sign}{self._node(child) if is_new else f'{child} (see above)'}"
            if is_new:
                self._shown.add(child)
                waiting.extend(reversed([*self._children(child, pad + "  ", left)]))

    def _children(self, node: str, pad: str, levels: int) -> Iterator[tuple[str, str, int, str]]:
        """Give what stands one step below: premises of an argument, then the arguments about it."""
        graph = self._graph
        self._shown.add(node)
        if node in graph.arguments:
            for premise in graph.premises(node):
                yield "", premise, levels, pad
        about = graph.incoming(node)
        if about and levels <= 0:
            count = len(graph.behind([node])) - 1
            yield "…", f"{len(about)} argument{'s' if len(about) > 1 else ''} on {node}, {count} entries in all", 0, pad
            self._folded.update(graph.behind([node]))
            return
        for argument in about:
            yield f"{self._sign(argument)} ", argument, levels - 1, pad

    def _sign(self, argument: str) -> str:
        if self._graph.arguments[argument].supports is not None:
            return "+"
        return "x" if self._graph.is_undercut(argument) else "-"

    def _node(self, name: str, is_whole: bool = False) -> str:
        if name in self._graph.claims:
            return self._claim(name, is_whole)
        argument = self._graph.arguments[name]
        title = f" {self._quoted(argument.title)}" if argument.title else ""
        aim = f" {'supports' if argument.supports is not None else 'attacks'} {argument.target}" if is_whole else ""
        more = self._fields(argument) if self._fold.has_fields or is_whole else ""
        return f"{name}{self._verdict(name)}{title}{aim}{more}"

    def _claim(self, name: str, is_whole: bool = False) -> str:
        self._shown.add(name)
        claim = self._graph.claims[name]
        more = self._fields(claim) if self._fold.has_fields or is_whole else ""
        return f"{name}{self._verdict(name)} {self._quoted(claim.text)}{more}"

    def _verdict(self, name: str) -> str:
        return f" ={self._verdicts[name]}" if name in self._verdicts else ""

    def _fields(self, entry: Claim | Argument) -> str:
        told = []
        for field in ("kind", "status", "credence", "strength", "scheme"):
            value = getattr(entry, field, None)
            if value is not None:
                told.append(f"{field} {printable(str(value))}")
        if getattr(entry, "implicit", None):
            told.append("unstated")
        told += [self._cited(citation) for citation in entry.cites]
        return f" [{'; '.join(told)}]" if told else ""

    def _cited(self, citation: Citation) -> str:
        where = f" {printable(citation.locator)}" if citation.locator else ""
        return f"cites {citation.source}{where}"

    def _source(self, name: str) -> str:
        return f"{name} {self._quoted(self._map.sources[name].title)}"

    def _quoted(self, text: str) -> str:
        shown = " ".join(printable(text).split())
        letters = self._fold.letters
        return f"“{shown if len(shown) <= letters else shown[: max(letters - 1, 1)] + '…'}”"
