"""What is wrong with a side file of rounds as plain data: fields that are not known, missing, or no fit text."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.suggest import closest, hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

#: How long a text may be.
LONGEST = 300


class Problem(NamedTuple):
    """What is wrong, at the value that a pointer leads to, or at its key."""

    pointer: tuple[str | int, ...]
    message: str
    on_key: bool = False


def text_problems(
    pointer: tuple[str | int, ...], data: Mapping[str, Any], field: str, *, least: int = 1, most: int = LONGEST
) -> list[Problem]:
    """Say what is wrong with a text, if it is there; ``least``: 0 lets it be empty."""
    value = data.get(field, "some text")
    is_text = isinstance(value, str) and least <= len(value.strip()) and len(value) <= most
    if is_text and printable(value) == value:
        return []
    if isinstance(value, str) and printable(value) != value:
        return [Problem((*pointer, field), f"`{field}` holds signs that cannot be printed, or a line end")]
    quotes = "; put it in quotes" if isinstance(value, int | float) else ""
    return [Problem((*pointer, field), f"`{field}` is a text of up to {most} characters{quotes}")]


def strange(pointer: tuple[str | int, ...], data: Mapping[str, Any], known: tuple[str, ...]) -> list[Problem]:
    """Name the fields that there are not, with the one that was probably meant."""
    return [
        Problem((*pointer, name), f"there is no field `{str(name)[:60]}`.{hint(str(name), known)}", True)
        for name in data
        if name not in known
    ]


def lacking(
    pointer: tuple[str | int, ...], data: Mapping[str, Any], needed: Sequence[str], known: Sequence[str]
) -> list[Problem]:
    """Name the fields that are missing. One that is misspelt is not missing: one mistake, one word about it."""
    meant = {closest(str(name), needed) for name in data if name not in known}
    missing = [name for name in needed if name not in data and name not in meant]
    told = f"{quoted(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    return [Problem(pointer, told)] if missing else []


def quoted(names: Iterable[str]) -> str:
    """Give names of fields as a list in a sentence."""
    return listed([f"`{name}`" for name in names])
