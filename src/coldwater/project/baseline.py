"""A baseline: the findings a project knows of and lives with, so that only what is new counts. Text in and out.

The file is JSON, an entry on each line, sorted, so that a review shows what came and what went:

    {"path": "maps/bridge.argmap.yaml", "rule": "CW301", "id": "cracks", "count": 2}

``count`` is left out where it is 1, ``id`` where a finding has none. Whoever writes an entry by hand may name the rule
(`unsourced-fact`) in place of its code. Paths are relative to the file's folder. There is
neither a line nor a message in it, so that edits elsewhere in a map change nothing.
"""

from __future__ import annotations

import json
import os

from coldwater.errors import ConfigurationError
from coldwater.findings import START, Place
from coldwater.project.search import below
from coldwater.records import NamedTuple
from coldwater.rules import rule as find_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.findings import Finding

VERSION = 1
_HEAD = f'{{\n  "version": {VERSION},\n  "findings": ['


class Entry(NamedTuple):
    """What findings have in common: the map's path, the rule and the id."""

    path: str
    rule: str
    id: str | None


class Baseline:
    """The findings to hold back, counted down as they are met."""

    def __init__(self, path: str, text: str, entries: dict[Entry, int]) -> None:
        """Take the file's path, its text, and how many findings each entry stands for."""
        self.path = path
        self.text = text
        self.entries = entries
        self.held_back = 0
        self._left = dict(entries)
        self._met: set[str] = set()

    def new_ones(self, path: str, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Give the findings of a map that are not known; of several alike the first ones are."""
        inside = self._inside(path)
        if inside is None:
            return findings
        self._met.add(inside)
        return [finding for finding in findings if not self._holds_back(Entry(inside, finding.rule, finding.id))]

    def held(self, path: str, rule: str, id_: str | None) -> int:
        """Give how many findings of a rule about an id it holds back in a map."""
        inside = self._inside(path)
        return 0 if inside is None else self.entries.get(Entry(inside, rule, id_), 0)

    def _holds_back(self, entry: Entry) -> bool:
        if not self._left.get(entry):
            return False
        self._left[entry] -= 1
        self.held_back += 1
        return True

    def _inside(self, path: str) -> str | None:
        return below(os.path.dirname(os.path.abspath(self.path)), path)

    def idle(self) -> list[tuple[Place, Entry, int]]:
        """Give the entries that hold back less than they say: place, entry, how many findings are gone.

        Only maps that were looked at count, and those that are not there any more.
        """
        folder = os.path.dirname(os.path.abspath(self.path))
        places = self._places()
        return [
            (places.get(entry, START), entry, left)
            for entry, left in self._left.items()
            if left and (entry.path in self._met or not os.path.exists(os.path.join(folder, entry.path)))
        ]

    def _places(self) -> dict[Entry, Place]:
        """Give the place of each entry, if the file is written as we write it."""
        if self.text != _text(self.entries):
            return {}
        lines = enumerate(self.text.split("\n"), 1)
        spans = [Place(number, 5, number, 5 + len(line.strip(" ,"))) for number, line in lines if line[:5] == "    {"]
        return dict(zip(sorted(self.entries, key=_order), spans, strict=True))

    def with_renamed(self, path: str, old: str, new: str) -> str:
        """Give the text of a baseline in which the findings about an id of a map are about another id."""
        inside = self._inside(path)
        entries: dict[Entry, int] = {}
        for entry, count in self.entries.items():
            is_meant = entry.path == inside and entry.id == old
            now = entry._replace(id=new) if is_meant else entry
            entries[now] = entries.get(now, 0) + count
        return self.text if entries == self.entries else _text(entries)

    def with_new(self, found: Iterable[Finding], checked: Iterable[str]) -> tuple[str, int]:
        """Give the text of a baseline for what was found now, and how many findings it holds.

        Entries of maps that were not checked are kept as long as the map is there. Raises ConfigurationError for a map
        outside the baseline's folder.
        """
        folder = os.path.dirname(os.path.abspath(self.path))
        looked_at = {self._known(path) for path in checked}
        entries = {
            entry: count
            for entry, count in self.entries.items()
            if entry.path not in looked_at and os.path.exists(os.path.join(folder, entry.path))
        }
        for finding in found:
            entry = Entry(self._known(finding.path), finding.rule, finding.id)
            entries[entry] = entries.get(entry, 0) + 1
        return _text(entries), sum(entries.values())

    def _known(self, path: str) -> str:
        inside = self._inside(path)
        if inside is None:
            raise ConfigurationError(self.path, (f"`{path}` lies outside this folder, so it can have no entry here",))
        return inside


#: More findings of one kind, at one id, than any map that can be read has.
_MOST_COUNTED = 10**9


def read_baseline(path: str, data: bytes) -> Baseline:
    """Read a baseline. Raises ConfigurationError for what is none."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")  # as editors and git on Windows leave it
        document: Any = json.loads(text)
    except UnicodeDecodeError:
        raise ConfigurationError(path, ("this is no baseline: it is not UTF-8",)) from None
    except RecursionError:
        raise ConfigurationError(path, ("this is no baseline: it is nested too deep",)) from None
    except json.JSONDecodeError as error:
        said = f"line {error.lineno}, column {error.colno}: this is no JSON ({error.msg.lower()})"
        raise ConfigurationError(path, (said + "; mend it, or remove it and write it anew",)) from None
    except ValueError:  # what Python refuses to read as a number
        raise ConfigurationError(path, ("this is no baseline: a number in it has thousands of digits",)) from None
    if not isinstance(document, dict) or document.get("version") != VERSION or set(document) != {"version", "findings"}:
        raise ConfigurationError(
            path, (f'this is no baseline of version {VERSION}: {{"version": 1, "findings": […]}}',)
        )
    entries: dict[Entry, int] = {}
    for number, item in enumerate(document["findings"] if isinstance(document["findings"], list) else [None], 1):
        entry, count = _entry(path, number, item)
        entries[entry] = entries.get(entry, 0) + count
    return Baseline(path, text, entries)


def _entry(path: str, number: int, item: Any) -> tuple[Entry, int]:
    fields = {"path": str, "rule": str, "id": str, "count": int}
    good = isinstance(item, dict) and {"path", "rule"} <= set(item) <= set(fields)
    if (
        not good
        or any(type(item[key]) is not fields[key] for key in item)
        or not 1 <= item.get("count", 1) <= _MOST_COUNTED
    ):
        said = 'an entry is {"path": "…", "rule": "CW301", "id": "…", "count": 1}, the last two not always there'
        raise ConfigurationError(path, (f"entry {number} makes no sense: {said}",))
    module = find_rule(item["rule"])
    code = module.CODE if module is not None else item["rule"]
    return Entry(item["path"], code, item.get("id")), item.get("count", 1)


def _text(entries: dict[Entry, int]) -> str:
    lines = [f"    {_line(entry, entries[entry])}" for entry in sorted(entries, key=_order)]
    return _HEAD + ("\n" + ",\n".join(lines) + "\n  " if lines else "") + "]\n}\n"


def _line(entry: Entry, count: int) -> str:
    fields: dict[str, object] = {"path": entry.path, "rule": entry.rule}
    if entry.id is not None:
        fields["id"] = entry.id
    if count > 1:
        fields["count"] = count
    line = json.dumps(fields, ensure_ascii=False)
    return line if line.isprintable() else json.dumps(fields)


def _order(entry: Entry) -> tuple[str, str, bool, str]:
    return entry.path, entry.rule, entry.id is not None, entry.id or ""
