"""Frozen values: map, claim, argument, source, position; the derived graph; passages of a text.

It knows no file, colour, rule or verdict. pydantic is imported only when a model itself is asked for:
:func:`from_accepted_data` gives plain twins with the same fields, which cost nothing to import.
"""

from __future__ import annotations

from coldwater.model import _plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.model.models import Argument, Author, Citation, Claim, Ignore, Lint, Map, Position, Source

__all__ = [
    "Argument",
    "Author",
    "Citation",
    "Claim",
    "Ignore",
    "Lint",
    "Map",
    "Position",
    "Source",
    "composed",
    "from_accepted_data",
]


def from_accepted_data(data: Mapping[str, Any]) -> Map:
    """Give the map in data that fits the schema, without validating again.

    The result is a plain twin: a tuple whose fields have the names and values of :class:`Map`'s. Extension fields
    (``x-…``) are left out. What it gives for data that does not fit the schema is not defined.
    """
    twin: Map = _plain.build_map(data)  # type: ignore[assignment]  # it has the fields of a Map
    return twin


def composed(text: str) -> str:
    r"""Give a text in composed form (NFC), in which ids are held: `é` is one spelling, however it was typed.

    >>> composed("cafe\u0301") == "caf\u00e9"
    True
    """
    if text.isascii():
        return text
    from coldwater.model.normalizing import normalized  # noqa: PLC0415 - most maps need none of it

    return normalized("NFC", text)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from coldwater.model import models  # noqa: PLC0415 - pydantic is heavy and seldom needed

        return getattr(models, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
