"""The digest of what a drawing shows, which drawing code drew it, and where to find both in a drawn file.

``render --check`` compares these and needs nothing else, so this module imports nothing heavy. A mark is the digest of
the map, a hyphen, and what :mod:`coldwater.render.drawn` says of the format.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from coldwater.model.models import Map

_SCHEME = 7  # how a map is read for its digest; how it is drawn has a mark of its own

#: The key under which every format carries the digest.
MARK = "coldwater-digest"
_FOUND = re.compile(rb"coldwater-digest(?:=\"|: |\": \"|\0)([0-9a-f]{32})(?:-([0-9a-f]{8}))?")
_LAST = re.compile(rb"%coldwater-digest: ([0-9a-f]{32})(?:-([0-9a-f]{8}))?\n?")
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
        _SCHEME, map_.title, roots, map_.description, map_.language,
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
    found = _found(data)
    return found[1].decode("ascii") if found else None


def drawn_in(data: bytes) -> str | None:
    """Find what drew a drawing in any format: 8 hexadecimal digits; None for one that does not say."""
    found = _found(data)
    return found[2].decode("ascii") if found and found[2] else None


def marked(data: bytes, format_: str) -> bytes:
    """Give a drawing that carries its digest with what drew it beside it; PNG is marked where it is made."""
    from coldwater.render.drawn import DRAWN  # noqa: PLC0415 - only needed where something is drawn

    found = _found(data)
    if found is None or found[2]:
        return data
    at = found.end(1) + (max(len(data) - _NEAR, 0) if _is_pdf(data) else 0)
    return data[:at] + f"-{DRAWN[format_]}".encode("ascii") + data[at:]


def _found(data: bytes) -> re.Match[bytes] | None:
    """Find the mark: near the beginning, or near the end, where a PDF has it."""
    if not _is_pdf(data):
        return _FOUND.search(data[:_NEAR])
    found = None
    for found in _LAST.finditer(data[-_NEAR:]):  # noqa: B007 - the last one counts
        pass
    return found


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF")


def _record(name: str | None, record: Any, fields: tuple[str, ...]) -> list[Any]:
    more = {field: _plain(found) for field in _MORE if (found := getattr(record, field, None))}
    found = [value if value.__class__ is str and value else _plain(value) for value in _values_of(fields)(record)]
    return [name, *found, *([more] if more else [])]


@lru_cache(maxsize=20)
def _values_of(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*fields)


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
