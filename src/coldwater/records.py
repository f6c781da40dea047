"""Named tuples without the typing module, whose import alone would cost a tenth of a check.

Written ``class Place(NamedTuple): line: int``; type checkers are shown :class:`typing.NamedTuple` in its place.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NamedTuple

__all__ = ["NamedTuple"]

_OF_THE_CLASS = frozenset({"__module__", "__qualname__", "__annotations__", "__annotate__", "__annotate_func__"})


class _Maker(type):
    """Turns a class body with annotated fields into a named tuple; the base itself stays a class."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields = list(body["__annotations__"])
        defaults = [body[field] for field in fields if field in body]
        made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])  # type: ignore[misc]
        for key, value in body.items():
            if key not in fields and key not in _OF_THE_CLASS:
                setattr(made, key, value)
        return made


if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Maker):
        """The base to write; what comes of it is a subclass of tuple, with fields, defaults, ``_replace`` and all."""
