"""Numbers as files spell them, within bounds."""

from __future__ import annotations

from coldwater.formats.native import limits


class UnsafeNumberError(Exception):
    """A number that is too long, too large or none at all. Never leaves the room."""


def whole_number(text: str) -> int:
    """Read a whole number of bounded length: decimal, ``0o…`` or ``0x…``. Raises UnsafeNumberError.

    >>> whole_number("012")
    12
    """
    _refuse_long(text)
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))


def finite_number(text: str) -> float:
    """Read a decimal number of bounded length that is not too large for one. Raises UnsafeNumberError."""
    _refuse_long(text)
    number = float(text)
    if number - number != 0:
        raise UnsafeNumberError(f"`{text}` is too large for a number; quote it if it is text")
    return number


def _refuse_long(text: str) -> None:
    if len(text) > limits.MAX_DIGITS:
        raise UnsafeNumberError(f"a number of {len(text):,} characters; quote it if it is text")
