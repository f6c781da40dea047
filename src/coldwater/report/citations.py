"""What came of looking up quotes and fingerprints, over all maps: in words, and as data."""

from __future__ import annotations

from coldwater.listing import listed
from coldwater.report.counts import plural

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    #: How many were found where they should be, not found there, and not looked up.
    Numbers = tuple[int, int, int]

#: How many sources without a text are named.
_MOST_NAMED = 3
_NOUNS = ("quote", "fingerprint")


class Citations:
    """The quotes and fingerprints of the maps checked so far, and the sources whose texts were not at hand."""

    def __init__(self) -> None:
        self._numbers: list[Numbers] = [(0, 0, 0), (0, 0, 0)]
        self._missing: dict[str, None] = {}

    def add(self, quotes: Numbers, fingerprints: Numbers, missing: Iterable[str]) -> None:
        """Count those of a map, which has some; ``missing`` are ids of sources."""
        for i, new in enumerate((quotes, fingerprints)):
            old = self._numbers[i]
            self._numbers[i] = (old[0] + new[0], old[1] + new[1], old[2] + new[2])
        self._missing.update(dict.fromkeys(missing))

    def in_words(self) -> str:
        """Say how many were found, how many were not, and how many could not be looked up, and for want of what.

        >>> cited = Citations()
        >>> cited.add((12, 1, 3), (0, 0, 0), ["survey"])
        >>> cited.in_words()
        '12 quotes found in their texts; 1 quote not found; 3 quotes not looked up: no text of `survey`'
        """
        parts = []
        if found := self._counted(0):
            parts.append(f"{found} found in {'its text' if self._sum(0) == 1 else 'their texts'}")
        if lost := self._counted(1):
            parts.append(f"{lost} not found")
        if unread := self._counted(2):
            parts.append(f"{unread} not looked up: no text of {_named(list(self._missing))}")
        return "; ".join(parts)

    def as_data(self) -> dict[str, object]:
        """Give the numbers, and the ids of all sources without a text."""
        keys = ("found", "not_found", "not_looked_up")
        data: dict[str, object] = {
            f"{noun}s": dict(zip(keys, numbers, strict=True))
            for noun, numbers in zip(_NOUNS, self._numbers, strict=True)
        }
        return {**data, "missing_texts": list(self._missing)}

    def _sum(self, which: int) -> int:
        return sum(numbers[which] for numbers in self._numbers)

    def _counted(self, which: int) -> str:
        counted = zip(_NOUNS, self._numbers, strict=True)
        return " and ".join(plural(numbers[which], noun) for noun, numbers in counted if numbers[which])


def _named(sources: Sequence[str]) -> str:
    """Name sources, of very many the first.

    >>> _named(["a", "b"]), _named(["a", "b", "c", "d", "e"])
    ('`a` and `b`', '`a`, `b`, `c` and 2 more')
    """
    names = [f"`{source}`" for source in sources[:_MOST_NAMED]]
    if len(sources) > _MOST_NAMED:
        names.append(f"{len(sources) - _MOST_NAMED:,} more")
    return listed(names)
