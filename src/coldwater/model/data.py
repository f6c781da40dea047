"""A map as plain data again: what a file would hold, with only the fields that say something."""

from __future__ import annotations

from coldwater.model._fields import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.findings import Pointer
    from coldwater.model.models import Map


#: The fields of a map that hold entries by id, each with what an entry of it is called.
SECTIONS = {
    "sources": "source",
    "claims": "claim",
    "arguments": "argument",
    "positions": "position",
    "questions": "question",
}


def as_data(map_: Map) -> dict[str, Any]:
    """Give a map (or its plain twin) as the data that a file would hold: fields in order, defaults left out.

    Extension fields of models are kept; plain twins do not carry any.
    """
    return _record(map_, "Map")


#: The model of what a field holds, where that is more than texts and numbers.
_INNER = {
    "claims": "Claim",
    "arguments": "Argument",
    "sources": "Source",
    "positions": "Position",
    "questions": "Question",
    "cites": "Citation",
    "lint": "Lint",
    "ignore": "Ignore",
    "author": "Author",
    "proof": "Proof",
    "expect": "Expect",
}
#: Models of which a field holds one, not many.
_ALONE = ("Lint", "Proof", "Expect")


def copied(data: Any) -> Any:
    """Copy plain data, as deep as they go: several times as fast as copying what could be anything."""
    if isinstance(data, dict):
        return {key: copied(value) for key, value in data.items()}
    return [copied(item) for item in data] if isinstance(data, list) else data


def fields_at(pointer: Pointer) -> tuple[str, ...]:
    """Give the names of the fields that an object at this place of a file may have, in order; none for other places.

    >>> fields_at(("claims", "cracks", "cites", 0))
    ('source', 'locator', 'quote', 'quotes', 'passage', 'fingerprint')
    """
    model = "Map"
    steps = iter(pointer)
    for step in steps:
        inner = _INNER.get(str(step)) if str(step) in FIELDS[model] else None
        if inner is None or (inner != "Lint" and next(steps, None) is None and inner != "Author"):
            return ()  # one author may stand without a list
        model = inner
    return tuple(key for key, _, _ in FIELDS[model].values())


def _record(record: Any, model: str) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, (key, is_required, default) in FIELDS[model].items():
        value = getattr(record, name)
        if is_required or (value is not None and value != default):
            data[key] = value[0] if name == "theses" and len(value) == 1 else _value(value, _INNER.get(name))
    data.update(getattr(record, "model_extra", None) or {})
    return data


def _value(value: Any, inner: str | None) -> Any:
    is_mapping = hasattr(value, "items")
    if inner in _ALONE:
        return _record(value, inner)
    if inner is not None and is_mapping:
        return {name: _record(entry, inner) for name, entry in value.items()}
    if inner is not None:
        return [entry if isinstance(entry, str) else _record(entry, inner) for entry in value]
    if is_mapping:
        return {name: list(entry) if isinstance(entry, tuple) else entry for name, entry in value.items()}
    return list(value) if isinstance(value, tuple) else value
