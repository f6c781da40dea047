"""The outline of a map as the tree of its arguments: theses, what speaks for and against them, and the rest by section.

What hangs in two places, or in a circle, is shown where it comes first. Chains that are very long are cut into pieces,
as editors hold no tree of any depth.
"""

from __future__ import annotations

from coldwater.language.words import said, said_of, verdict_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from coldwater.language.known import Known
    from coldwater.language.layout import Entry
    from coldwater.language.open_map import OpenMap

#: Deeper entries begin a branch of their own.
_DEEPEST = 40
_LABELS = {"claims": "loose claims", "arguments": "loose arguments", "sources": "sources", "positions": "positions",
           "questions": "questions"}  # fmt: skip


class Symbol:
    """A node of the outline. ``kind``: a section, or ``group``; ``entry`` is None for a group."""

    __slots__ = ("children", "depth", "detail", "entry", "kind", "name")

    def __init__(self, kind: str, name: str, detail: str, entry: Entry | None, depth: int = 0) -> None:
        self.kind = kind
        self.name = name
        self.detail = detail
        self.entry = entry
        self.depth = depth
        self.children: list[Symbol] = []


def outline(open_map: OpenMap) -> list[Symbol]:
    """Give the outline of a map: the trees of its theses and rivals, then what hangs on none of them, by section."""
    return _Outline(open_map).made()


class _Outline:
    def __init__(self, open_map: OpenMap) -> None:
        self.open_map = open_map
        self.layout = open_map.layout
        self.known: Known | None = open_map.known()
        self.shown: set[tuple[str, str]] = set()

    def made(self) -> list[Symbol]:
        roots: list[Symbol] = []
        if self.known is not None:
            map_ = self.known.map
            roots += self._trees([*((one, "thesis") for one in map_.theses), *((one, "rival") for one in map_.rivals)])
        left: dict[str, list[Entry]] = {section: [] for section in _LABELS}
        for entry in self.layout.entries():
            if (entry.section, entry.id) not in self.shown:
                left[entry.section].append(entry)
        for section, label in _LABELS.items():
            if not left[section]:
                continue
            group = Symbol("group", label, "", None)
            for entry in left[section]:
                name = said_of(self.open_map, (section,), entry.id) or entry.id
                group.children.append(Symbol(section, name, entry.id, entry, 1))
            roots.append(group)
        return roots

    def _trees(self, starts: Iterable[tuple[str, str]]) -> list[Symbol]:
        roots: list[Symbol] = []
        waiting: list[tuple[str, str, Symbol | None]] = [(one, role, None) for one, role in reversed([*starts])]
        while waiting:
            id_, role, above = waiting.pop()
            symbol = self._symbol(id_, role, above)
            if symbol is None:
                continue
            if above is None or above.depth >= _DEEPEST:
                symbol.depth = 0
                roots.append(symbol)
            else:
                above.children.append(symbol)
            waiting += [(one, word, symbol) for one, word in reversed(self._below(id_))]
        return roots

    def _below(self, id_: str) -> list[tuple[str, str]]:
        assert self.known is not None
        graph = self.known.graph
        found = [(one, "premise") for one in graph.premises(id_)] if id_ in graph.arguments else []
        found += [(one, "for") for one in graph.supporters(id_)]
        found += [(one, "against") for one in graph.attackers(id_)]
        return found

    def _symbol(self, id_: str, role: str, above: Symbol | None) -> Symbol | None:
        known = self.known
        assert known is not None
        if not known.graph.has(id_):
            return None
        section = "claims" if id_ in known.map.claims else "arguments"
        entry = self.layout.entry(section, id_)
        if entry is None or (section, id_) in self.shown:
            return None
        self.shown.add((section, id_))
        mark = verdict_mark(known, id_)
        detail = " · ".join(part for part in (role if role != "premise" else "", id_, mark) if part)
        sign = {"for": "+ ", "against": "− "}.get(role, "")
        return Symbol(section, f"{sign}{said(known.map, id_)}", detail, entry, 0 if above is None else above.depth + 1)
