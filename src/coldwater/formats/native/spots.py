"""What a reader says of a text while reading it: remarks with a rule's code, tied to a place."""

from __future__ import annotations

from coldwater.formats.native import limits
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.edits import Fix
    from coldwater.findings import Place
    from coldwater.formats.native.places import Branch

SYNTAX, DUPLICATE_KEY, SCHEMA, UNSAFE_INPUT, HASH_IN_TEXT = "CW001", "CW002", "CW003", "CW004", "CW005"
_LONGEST = 60


class Spot(NamedTuple):
    """A remark about a place in the text, and what would mend it where that is plain.

    ``untold`` is how many more remarks it stands for, which are not made one by one.
    """

    rule: str
    place: Place
    message: str
    id: str | None = None
    fix: Fix | None = None
    untold: int = 0


class Parsed(NamedTuple):
    """What a text holds: plain data, its places, remarks, and values left aside because their key stands twice.

    ``is_odd``: a text goes on over lines that look like entries of their own.
    """

    data: Any
    root: Branch | None = None
    spots: Sequence[Spot] = ()
    discarded: Sequence[Any] = ()
    is_odd: bool = False


class RefusedError(Exception):
    """The text cannot be read any further; ``spot`` says why. Never leaves the room."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot.message)
        self.spot = spot


class Remarks:
    """Remarks in the order in which they are made: so many are kept, the rest is counted in a last one."""

    def __init__(self) -> None:
        self._kept: list[Spot] = []
        self._more = 0
        self._next: Spot | None = None

    def add(self, rule: str, place: Place, message: str) -> None:
        """Make a remark."""
        spot = Spot(rule, place, message)
        if len(self._kept) < limits.MAX_REMARKS:
            self._kept.append(spot)
        else:
            self._next = self._next or spot
            self._more += 1

    def skips(self) -> bool:
        """Tell whether one more remark would only be counted, and count it then: its words need not be found."""
        if self._next is None:
            return False
        self._more += 1
        return True

    def spots(self) -> tuple[Spot, ...]:
        """Give the remarks, with one on how many were left out where the first of them stands."""
        if self._next is None:
            return tuple(self._kept)
        rest = f"from here on, {self._more:,} more of the kind; this is the first: {self._next.message}"
        return (*self._kept, self._next._replace(message=rest, untold=self._more - 1))


def duplicate_key(remarks: Remarks, key: str, again: Place, first: Place) -> None:
    """Remark that a key stands twice, naming both places."""
    where = f"the first is in line {first.line}, column {first.column}"
    remarks.add(DUPLICATE_KEY, again, f"`{shown(key)}` stands twice; {where}. Rename or remove one.")


def shown(value: object) -> str:
    """Give a value as a message shows it: never longer than a line.

    >>> shown(True)
    'true'
    """
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "…"
