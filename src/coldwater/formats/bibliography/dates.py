"""Days of sources: year, year-month or year-month-day, as a map has them, from what others write."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?![0-9])")


def day(year: object, month: object = None, day_: object = None) -> int | str | None:
    """Give a date of numbers or digits, as far as it makes sense; None without a year from 0 to 9999.

    >>> day(2024, "3", 14), day("2024"), day(2024, 13), day("n.d.")
    ('2024-03-14', 2024, 2024, None)
    """
    whole = [_number(part) for part in (year, month, day_)]
    if whole[0] is None or not 0 <= whole[0] <= 9999:
        return None
    if whole[1] is None or not 1 <= whole[1] <= 12:
        return whole[0]
    head = f"{whole[0]:04}-{whole[1]:02}"
    return head if whole[2] is None or not 1 <= whole[2] <= 31 else f"{head}-{whole[2]:02}"


def day_in(text: str) -> int | str | None:
    """Give the date that a text begins with, as ISO 8601 writes it; None for others.

    >>> day_in("2024-03-14T10:00:00Z"), day_in("2024"), day_in("spring")
    ('2024-03-14', 2024, None)
    """
    found = _ISO.match(text)
    return None if found is None else day(*found.groups())


def month(text: str) -> int | None:
    """Give the number of a month by its English name or its first three letters, or by its number."""
    word = text.strip().casefold()[:3]
    return _MONTHS.index(word) + 1 if word in _MONTHS else _number(text)


def parts(date: int | str) -> list[int]:
    """Give year, month and day of a date of a map, as far as it has them."""
    return [int(part) for part in str(date).split("-")]


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e6 else None
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
