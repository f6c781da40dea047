"""A map as plain data again: what a file would hold, with only the fields that say something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coldwater.model import models

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from coldwater.findings import Pointer


#: The fields of a map that hold entries by id, each with what an entry of it is called.
SECTIONS = {"sources": "source", "claims": "claim", "arguments": "argument", "positions": "position"}


def as_data(map_: models.Map) -> dict[str, Any]:
    """Give a map (or its plain twin) as the data that a file would hold: fields in order, defaults left out.

    Extension fields of models are kept; plain twins do not carry any.
    """
    return _record(map_, models.Map)


_INNER: dict[str, type[models.Record]] = {
    "claims": models.Claim,
    "arguments": models.Argument,
    "sources": models.Source,
    "positions": models.Position,
    "cites": models.Citation,
    "lint": models.Lint,
    "ignore": models.Ignore,
    "author": models.Author,
    "proof": models.Proof,
    "expect": models.Expect,
}
#: Models of which a field holds one, not many.
_ALONE = (models.Lint, models.Proof, models.Expect)


def fields_at(pointer: Pointer) -> tuple[str, ...]:
    """Give the names of the fields that an object at this place of a file may have, in order; none for other places.

    >>> fields_at(("claims", "cracks", "cites", 0))
    ('source', 'locator', 'quote', 'fingerprint')
    """
    model: type[models.Record] = models.Map
    steps = iter(pointer)
    for step in steps:
        inner = _INNER.get(str(step)) if str(step) in model.model_fields else None
        if inner is None or (inner is not models.Lint and next(steps, None) is None and inner is not models.Author):
            return ()  # one author may stand without a list
        model = inner
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _record(record: Any, model: type[models.Record]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        value = getattr(record, name)
        if _is_said(field, value):
            data[field.alias or name] = _value(value, _INNER.get(name))
    data.update(getattr(record, "model_extra", None) or {})
    return data


def _is_said(field: FieldInfo, value: Any) -> bool:
    return field.is_required() or (value is not None and value != field.default)


def _value(value: Any, inner: type[models.Record] | None) -> Any:
    if inner is not None and inner in _ALONE:
        return _record(value, inner)
    if inner is not None and isinstance(value, Mapping):
        return {name: _record(entry, inner) for name, entry in value.items()}
    if inner is models.Author:
        return [entry if isinstance(entry, str) else _record(entry, inner) for entry in value]
    if inner is not None:
        return [_record(entry, inner) for entry in value]
    if isinstance(value, Mapping):
        return {name: list(entry) if isinstance(entry, tuple) else entry for name, entry in value.items()}
    return list(value) if isinstance(value, tuple) else value
