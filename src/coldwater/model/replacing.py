"""A record with another value in a field, whichever twin it is: a model, a plain twin, or a part of a map."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def with_value(record: Any, field: str, value: object) -> Any:
    """Give a record with another value in a field; models, plain twins and data classes alike."""
    if hasattr(record, "__dataclass_fields__"):
        from dataclasses import replace  # noqa: PLC0415 - most records are none, and it takes long to load

        return replace(record, **{field: value})
    if not isinstance(record, tuple):
        return record.model_copy(update={field: value})
    at = [name for name, kind in vars(type(record)).items() if isinstance(kind, property)].index(field)
    return type(record)((*record[:at], value, *record[at + 1 :]))
