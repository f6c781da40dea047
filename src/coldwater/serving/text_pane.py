"""The text of a map as it is typed in the page: what an editor tells of it, by the features of ``language``.

A text comes with every question, as it stands in the page, its lines ended by line feeds; places are counted in units
of UTF-16, as a browser counts them. Nothing is written here but by ``typed``, through the desk.
"""

from __future__ import annotations

from threading import RLock

from coldwater.errors import UsageError
from coldwater.findings import UNREADABLE
from coldwater.language import actions, completion, highlighting, hover, navigation, symbols
from coldwater.language.changes import changes
from coldwater.language.diagnosing import Diagnosis, diagnose
from coldwater.language.open_map import OpenMap
from coldwater.serving.endings import plain, with_endings
from coldwater.serving.units import Units

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from coldwater.edits import Splice
    from coldwater.findings import Finding
    from coldwater.language.candidates import Proposal
    from coldwater.language.layout import Entry
    from coldwater.language.symbols import Symbol
    from coldwater.serving.desk import Desk

#: So many findings are shown in a text; there are more only in one that is no map at all.
_MOST_FINDINGS = 500
#: Of so many maps the text is kept as it was looked at last.
_MOST_OPEN = 8


class Editor:
    """The texts that are open in pages, and what is told of them. Its methods may be called from several threads."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk that writes."""
        self._desk = desk
        self._lock = RLock()
        self._open: dict[str, tuple[OpenMap, Diagnosis | None]] = {}

    # --- the text and the file ----------------------------------------------------------------------------------

    def text(self, name: str, since: str = "") -> dict[str, Any]:
        """Give the text of a map; what changed ``since`` a version where that is known, the whole text where not."""
        text, version = self._desk.text(name)
        before = self._desk.text_at(name, since) if since else None
        if before is None:
            return {"version": version, "text": plain(text)}
        return {"version": version, "changes": _splices(plain(before), plain(text))}

    def typed(  # noqa: PLR0913 - what was typed on what, and how it is to be taken
        self,
        name: str,
        version: str,
        text: str,
        within: tuple[int, int],
        choices: Mapping[str, str],
        *,
        is_insisted: bool = False,
    ) -> dict[str, Any]:
        """Take a text that is being typed on top of a version, and write it if it can be drawn, or ``is_insisted``.

        The answer holds what is told of the text, the version to go on from, and how that differs: from what was
        typed where it was written (as others changed the file), from the version it was typed on where not.
        """
        told = self.look(name, text, within)
        if not (told["is_drawable"] or is_insisted):
            return {**told, "is_written": False, **self.text(name, version)}
        before = self._desk.text_at(name, version)
        wanted = text if before is None else with_endings(text, before)
        version, written = self._desk.write_typed(name, version, wanted, choices)
        return {**told, "is_written": True, "version": version, "changes": _splices(text, plain(written))}

    # --- what is told of a text ---------------------------------------------------------------------------------

    def look(self, name: str, text: str, within: tuple[int, int]) -> dict[str, Any]:
        """Tell what is found in a text, whether it can be drawn, and the colours between two places."""
        found = self._found(name, text)
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            is_half = any(one.rule in UNREADABLE for one in found.findings)
            colours = highlighting.colours(open_map, units.offset(within[0]), units.offset(within[1]))
            return {
                "is_drawable": not is_half and found.problem is None and open_map.current() is not None,
                "problem": found.problem,
                "findings": [
                    _finding(number, one, found, open_map, units)
                    for number, one in enumerate(found.findings[:_MOST_FINDINGS])
                ],
                "colours": [
                    [units.unit(one.start), units.unit(one.end), " ".join((one.kind, *one.traits))]
                    for one in colours
                    if one.kind != "field"
                ],
            }

    def complete(self, name: str, text: str, at: int) -> dict[str, Any]:
        """Give what may stand at a place."""
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            found = completion.completions(open_map, units.offset(at))
            return {"items": [_item(one, units) for one in found.items], "is_complete": found.is_complete}

    def tell(self, name: str, text: str, at: int) -> dict[str, Any]:
        """Tell of what stands at a place, in Markdown; nothing where there is nothing to tell."""
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            found = hover.hover(open_map, units.offset(at))
            if found is None:
                return {}
            return {"text": found.text, "from": units.unit(found.start), "to": units.unit(found.end)}

    def define(self, name: str, text: str, at: int) -> dict[str, Any]:
        """Give where the entry is written that is named at a place."""
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            return _entry(navigation.definition(open_map, units.offset(at)), units)

    def entry(self, name: str, text: str, at: int) -> dict[str, Any]:
        """Give the entry that is named at a place, or written around it."""
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            offset = units.offset(at)
            return _entry(navigation.definition(open_map, offset) or open_map.layout.entry_at(offset), units)

    def find(self, name: str, text: str, id_: str) -> dict[str, Any]:
        """Give where a claim or an argument is written."""
        with self._lock:
            open_map = self._opened(name, text)
            layout = open_map.layout
            found = layout.entry("claims", id_) or layout.entry("arguments", id_)
            return _entry(found, Units(open_map.text))

    def outline(self, name: str, text: str) -> dict[str, Any]:
        """Give the tree of what is argued, each node with how deep it lies and where it is written."""
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            nodes: list[dict[str, Any]] = []
            _flatten(symbols.outline(open_map), 0, units, nodes)
            return {"nodes": nodes}

    def actions(self, name: str, text: str, start: int, end: int) -> dict[str, Any]:
        """Give what can be done between two places: in words, and the way to have it done."""
        found = self._found(name, text)
        with self._lock:
            open_map = self._opened(name, text)
            units = Units(open_map.text)
            return {
                "actions": [
                    {
                        "title": one.title,
                        "kind": one.kind,
                        "changes": None if one.way is not None else _in_units(one.edits, units),
                        "way": one.way,
                    }
                    for one in actions.actions(open_map, units.offset(start), units.offset(end), found)
                ]
            }

    def act(self, name: str, text: str, way: Mapping[str, Any]) -> dict[str, Any]:
        """Give what an action does to the text. Raises what it is refused for."""
        found = self._found(name, text)
        with self._lock:
            open_map = self._opened(name, text)
            splices, _ = actions.worked_out(open_map, way, found, self._desk.shop.settings())
            return {"changes": _in_units(splices, Units(open_map.text))}

    def form(self, name: str, text: str) -> dict[str, Any]:
        """Give what brings a text into canonical form. Raises UsageError for one that cannot be read."""
        with self._lock:
            open_map = self._opened(name, text)
            return {"changes": _in_units(actions.formatted(open_map), Units(open_map.text))}

    # --- what is open -------------------------------------------------------------------------------------------

    def _opened(self, name: str, text: str) -> OpenMap:
        """Give a text as an open map, which knows what the state before it was."""
        path = self._desk.shop.path_of(name)[1]
        known = self._open.pop(path, None)
        if known is None or known[0].text != plain(text):
            known = OpenMap(path, plain(text), None if known is None else known[0]), None
        self._open[path] = known
        while len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]
        return known[0]

    def _found(self, name: str, text: str) -> Diagnosis:
        """Give what is found in a text. Other questions are answered while it is checked."""
        with self._lock:
            open_map = self._opened(name, text)
            found = self._open[open_map.name][1]
        if found is None:
            found = diagnose(open_map, self._desk.shop.settings())
            with self._lock:
                if self._open.get(open_map.name, (None, None))[0] is open_map:
                    self._open[open_map.name] = open_map, found
        return found


def _splices(before: str, after: str) -> list[list[Any]]:
    """Give what turns one text into another, as little of each stretch as there is."""
    return _in_units((_narrowed(before, one) for one in changes(before, after)), Units(before))


def _narrowed(text: str, one: Splice) -> Splice:
    old = text[one.start : one.end]
    most = min(len(old), len(one.text))
    first = next((at for at in range(most) if old[at] != one.text[at]), most)
    last = next((at for at in range(most - first) if old[-1 - at] != one.text[-1 - at]), most - first)
    return one._replace(start=one.start + first, end=one.end - last, text=one.text[first : len(one.text) - last])


def _in_units(splices: Iterable[Splice], units: Units) -> list[list[Any]]:
    return [[units.unit(one.start), units.unit(one.end), one.text] for one in splices]


def _finding(number: int, finding: Finding, found: Diagnosis, open_map: OpenMap, units: Units) -> dict[str, Any]:
    fix = found.fixes.get(finding)
    lines = open_map.lines
    start = lines.offset(finding.line, finding.column)
    return {
        "from": units.unit(min(start, len(open_map.text))),
        "to": units.unit(min(max(lines.offset(finding.end_line, finding.end_column), start), len(open_map.text))),
        "line": finding.line,
        "severity": finding.severity,
        "is_in_the_way": finding.rule in UNREADABLE,
        "rule": finding.rule,
        "name": finding.name,
        "message": finding.message,
        "fix": None if fix is None else {"title": f"{fix.words[:1].upper()}{fix.words[1:]}", "way": {"fix": number}},
    }


def _item(one: Proposal, units: Units) -> dict[str, Any]:
    given = {"label": one.label, "kind": one.kind, "text": one.text, "snippet": one.snippet, "told": one.more}
    return {**given, "said": one.said, "from": units.unit(one.start), "to": units.unit(one.end)}


def _entry(entry: Entry | None, units: Units) -> dict[str, Any]:
    if entry is None:
        return {}
    key = entry.key
    return {
        "section": entry.section,
        "id": entry.id,
        "from": units.unit(key.start),
        "to": units.unit(key.end),
        "end": units.unit(entry.end),
    }


def _flatten(tree: Sequence[Symbol], depth: int, units: Units, nodes: list[dict[str, Any]]) -> None:
    for one in tree:
        where = {} if one.entry is None else {"from": units.unit(one.entry.key.start), "to": units.unit(one.entry.end)}
        nodes.append({"name": one.name, "detail": one.detail, "kind": one.kind, "depth": depth, **where})
        _flatten(one.children, depth + 1, units, nodes)


def way_in(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the way of an action that a page sent. Raises UsageError for what is none."""
    way = given.get("way")
    if not isinstance(way, dict) or not (isinstance(way.get("move", {}), dict) and way):
        raise UsageError("`way` is missing or is not what it should be")
    return way
