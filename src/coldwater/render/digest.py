"""The digest of what a drawing shows, and where to find it in a drawn file.

``render --check`` compares digests and needs nothing else, so this module imports nothing heavy.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.model.models import Map

#: Goes up whenever the same map is drawn differently, so that old drawings count as outdated.
DRAWING_VERSION = 7

#: The key under which every format carries the digest.
MARK = "coldwater-digest"
_FOUND = re.compile(rb"coldwater-digest(?:=\"|: |\": \"|\0)([0-9a-f]{32})")
_LAST = re.compile(rb"%coldwater-digest: ([0-9a-f]{32})\n?")
_NEAR = 2048  # all formats carry it at the very beginning, but PDF, which has its at the very end


def digest(map_: Map, besides: Sequence[object] | None = None) -> str:
    """Give 32 hexadecimal digits that change when anything changes that a drawing of the map can show.

    Order counts, since it decides the order in the drawing. A pydantic map and its plain twin have the same digest.
    ``besides``: what the drawing shows besides the map, such as verdicts, as JSON knows it.
    """
    import hashlib  # noqa: PLC0415 - the check path of other commands does without
    import json  # noqa: PLC0415

    theses = map_.thesis if len(map_.theses) == 1 else list(map_.theses)
    roots = [theses, *map_.rivals] if map_.rivals else theses
    content = [
        DRAWING_VERSION, map_.title, roots, map_.description, map_.language,
        [_record(name, claim, _CLAIM) for name, claim in map_.claims.items()],
        [_record(name, argument, _ARGUMENT) for name, argument in map_.arguments.items()],
        [_record(name, source, _SOURCE) for name, source in map_.sources.items()],
        *_positions(map_),
        *_questions(map_),
        *(besides or ()),
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(content, separators=(",", ":")).encode("ascii")).hexdigest()[:32]


def _positions(map_: Map) -> list[Any]:
    """Give who holds what, as one entry; nothing for a map that does not say, whose drawings stay what they were."""
    records = [_record(name, position, _POSITION) for name, position in map_.positions.items()]
    return [records] if records else []


def _questions(map_: Map) -> list[Any]:
    """Give what is asked, as one entry that no position looks like; nothing for a map that has no questions."""
    records = [_record(name, question, ("text", "answers", "note")) for name, question in map_.questions.items()]
    return [{"questions": records}] if records else []


def digest_in(data: bytes) -> str | None:
    """Find the digest in the bytes of a drawing in any format; None if there is none."""
    found = _LAST.findall(data[-_NEAR:]) if data.startswith(b"%PDF") else _FOUND.findall(data[:_NEAR])
    return found[0].decode("ascii") if found else None


def _record(name: str | None, record: Any, fields: tuple[str, ...]) -> list[Any]:
    more = {field: _plain(found) for field in _MORE if (found := getattr(record, field, None))}
    return [name, *(_plain(getattr(record, field)) for field in fields), *([more] if more else [])]


_CLAIM = ("text", "kind", "status", "credence", "standard", "implicit", "contradicts", "cites", "tags", "note")
_ARGUMENT = ("premises", "supports", "attacks", "title", "scheme", "roles", "strength", "cites", "tags", "note")
_POSITION = ("name", "accepts", "rejects", "speaks_in", "note")
_CITATION = ("source", "locator", "quote")
#: What only counts where it is there: maps without it keep their digest.
_MORE = ("quotes", "passage", "qualifications")
_SOURCE = ("title", "type", "author", "issued", "publisher", "container_title", "url", "accessed", "grade", "note")
_AUTHOR = ("family", "given", "literal")


def _plain(value: Any) -> Any:
    """Turn a field's value into what JSON spells alike for models and their plain twins."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value or None
    if isinstance(value, (int, float)):
        return float(value)
    if hasattr(value, "items"):
        return {key: _plain(item) for key, item in value.items()}
    for mark, fields in (("locator", _CITATION), ("literal", _AUTHOR)):
        if hasattr(value, mark):
            return _record(None, value, fields)
    return [_plain(item) for item in value]
