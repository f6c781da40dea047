"""What a page is told of a state of a map: all of it once, and from then on what has changed.

A state is looked at once: the same check gives findings, verdicts, what a move did, and what is drawn.
"""

from __future__ import annotations

import os
from functools import cached_property
from threading import Lock

from coldwater import api
from coldwater.formats.native.document import sidecar_of
from coldwater.model.data import as_data
from coldwater.moves import seen_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.checking import Checked
    from coldwater.project.settings import Settings
    from coldwater.report.move_answer import Seen
    from coldwater.workshop import Workshop

#: How many states are kept, of all maps together: each page needs the one that it shows.
_MOST = 6
_SECTIONS = ("claims", "arguments", "sources", "questions")


class Looked:
    """A state of a map, looked at: what was found, and what the editor shows of it."""

    def __init__(self, version: str, checked: Checked) -> None:
        self.version = version
        self.checked = checked

    @cached_property
    def seen(self) -> Seen:
        """Findings, verdicts and cruxes, from which is told what a change did."""
        return seen_of(self.checked)

    @cached_property
    def findings(self) -> list[dict[str, Any]]:
        """The findings as data, numbered from 1, with what would mend them."""
        return [_finding(number, one) for number, one in enumerate(self.checked.findings, 1)]

    @cached_property
    def contents(self) -> dict[str, Any] | None:
        """What the editor shows of entries; the drawing beside it has the rest. None for what cannot be read."""
        map_ = self.checked.map
        if map_ is None:
            return None
        data = as_data(map_)
        return {
            "title": map_.title,
            "language": map_.language,
            "shape": map_.shape,
            "theses": list(map_.theses),
            **{section: data.get(section, {}) for section in _SECTIONS},
        }

    def told(self, since: Looked | None) -> dict[str, Any]:
        """Give findings, verdicts and contents; with an earlier state, what is another since instead of the whole."""
        told: dict[str, Any] = {"version": self.version, "findings": self.findings}
        contents, verdicts = self.contents, self.seen.verdicts
        before = None if since is None else since.contents
        if since is None or before is None or contents is None:
            return {**told, "verdicts": verdicts, "map": contents}
        parts = {section: changed(before[section], contents[section]) for section in _SECTIONS}
        fields = {key: value for key, value in contents.items() if key not in _SECTIONS}
        told["verdicts"] = changed(since.seen.verdicts, verdicts)
        return {**told, "since": since.version, "map": {**fields, **parts}}


class Looks:
    """The states that were looked at last. It may be asked from several threads."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._kept: dict[tuple[str, str, Settings | None], Looked] = {}
        self._lock = Lock()

    def at(self, path: str, version: str, data: bytes) -> Looked:
        """Give a state of a map, looked at anew only if it, or what lies beside it, may not be as it was."""
        settings = self._shop.settings()
        key = path, version, settings
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is not None and _stands_alone(path, kept.checked):
                self._kept[key] = kept
                return kept
        looked = Looked(version, api.check_content(path, data, settings=settings, with_fixes=True))
        with self._lock:
            self._kept[key] = looked
            while len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]
        return looked

    def known(self, path: str, version: str) -> Looked | None:
        """Give a state that was looked at before, if it is kept."""
        with self._lock:
            return next((one for key, one in self._kept.items() if key[:2] == (path, version)), None)


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a mapping holds that another did not (``set``), and the keys that it has no more (``gone``).

    >>> changed({"a": 1, "b": 2}, {"b": 3, "c": 4})
    {'set': {'b': 3, 'c': 4}, 'gone': ['a']}
    """
    nothing = object()
    return {
        "set": {key: value for key, value in after.items() if before.get(key, nothing) != value},
        "gone": [key for key in before if key not in after],
    }


def _stands_alone(path: str, checked: Checked) -> bool:
    """Tell whether nothing lies beside a map that its findings depend on: full texts of sources, review stamps."""
    map_ = checked.map
    has_texts = map_ is not None and any(source.text is not None for source in map_.sources.values())
    return not has_texts and not os.path.lexists(sidecar_of(path))


def _finding(number: int, finding: Any) -> dict[str, Any]:
    fix = finding.fix
    return {
        "number": number,
        **{key: getattr(finding, key) for key in ("rule", "name", "severity", "line", "column", "id", "message")},
        "fix": None if fix is None else {"message": fix.message, "is_safe": fix.is_safe},
    }
