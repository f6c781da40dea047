"""Data of an element as fields of a claim, an argument or a source: those that a map has, and what else there is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.texts import cleaned, one_line
from coldwater.model import _accepts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coldwater.formats.foreign.gathering import Entry, Gathering

_CLAIM = ("kind", "status", "credence", "standard", "implicit", "contradicts", "cites", "note")
_ARGUMENT = ("scheme", "roles", "answers", "strength", "cites", "note")
#: Data that say how Argdown draws and groups; a map says nothing of that.
DRAWING = frozenset(("isInMap", "isGroup", "isClosed", "isInGroup", "isCanonical", "color", "images"))
_SOURCES = ("source", "sources", "reference", "references")
_URL = re.compile(r"https?://[!-~]+")
_MODELS: dict[str, tuple[tuple[str, ...], dict[str, Any], Callable[[Any], bool]]] = {
    "claims": (_CLAIM, {"text": "x"}, _accepts.claim),
    "arguments": (_ARGUMENT, {"premises": ["x"], "supports": "x"}, _accepts.argument),
}


class Sources:
    """Sources by what names them in data and links; each is taken once."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._found: dict[str, Entry] = {}

    def take(self, id_: str, fields: Mapping[str, Any]) -> bool:
        """Take a source that is written out; False if it fits no source of a map."""
        if not (isinstance(fields, dict) and _accepts.source(fields) and _accepts.citation({"source": id_})):
            return False
        entry = self._gathering.source(fields["title"], id_=id_)
        entry.is_ours = True
        entry.extra = {key: value for key, value in fields.items() if key != "title"}
        if fields["title"] != entry.fields["title"]:
            entry.fields["title"] = fields["title"]
        self._found[id_] = entry
        return True

    def named(self, words: str, url: str | None = None) -> Entry:
        """Give the source that is called so; an address is one, too."""
        said = one_line(words)
        found = _URL.fullmatch(said)
        url = url or (said if found else None)
        if url is not None and not _accepts.source({"title": "x", "URL": url}):
            url = None
        key = url or said
        if key not in self._found:
            self._found[key] = self._gathering.source(said or key, URL=url)
        return self._found[key]


def say(  # noqa: PLR0913 - where it goes and what it is called
    entry: Entry, data: Mapping[str, Any], gathering: Gathering, sources: Sources, at: str, *, keep_as: str = "data"
) -> None:
    """Put data into an entry: what a map has fields for, and sources; the rest is kept for the way back, and named."""
    keys, least, accepts = _MODELS[entry.section]
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if (key in keys or key.startswith("x-")) and key != "x-from" and accepts({**least, key: value}):
            entry.extra[key] = value
        elif key == "tags" and isinstance(value, list) and accepts({**least, "tags": value}):
            entry.fields["tags"] = list(dict.fromkeys([*entry.fields.get("tags", ()), *value]))
        elif key in _SOURCES and (named := _texts(value)):
            for one in named:
                gathering.cite(entry, sources.named(one))
        else:
            kept[key] = value
    if not kept:
        return
    entry.kept[keep_as] = kept
    drawn = [key for key in kept if key in DRAWING]
    if drawn:
        gathering.lose(
            "setting of the drawing", "a map does not say how it is drawn", at, many="settings of the drawing"
        )
    if len(drawn) < len(kept):
        gathering.lose(
            "data that a map has no field for",
            "they are kept for the way back",
            at,
            many="data that a map has no field for",
        )


def _texts(value: Any) -> list[str]:
    """Give one text or several; none where there is anything else."""
    many = value if isinstance(value, list) else [value]
    return [one for one in many if cleaned(one)] if all(isinstance(one, str) for one in many) else []
