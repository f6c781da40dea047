"""Files that were moved: gone at one path and new at another, with the same content or nearly so, as git tells it."""

from __future__ import annotations

from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: So much of the larger file, in bytes, must stand in both; git's own measure.
_ALIKE = 0.5
#: Beyond so many pairs only equal content is looked for.
_MOST_PAIRS = 40_000


def find_moves(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    """Give for what came the path that it had before, if any: equal content first, then the most alike; each once.

    Cost: linear in the sizes, and so many comparisons as there are pairs, if these are no more than 40,000.
    """
    moves = _equal(gone, come)
    left = {path: data for path, data in gone.items() if path not in moves.values()}
    new = {path: data for path, data in come.items() if path not in moves}
    if not left or not new or len(left) * len(new) > _MOST_PAIRS:
        return moves
    taken: set[str] = set()
    for _, path, old in sorted(_alike(left, new), key=lambda found: (-found[0], *found[1:])):
        if path not in moves and old not in taken:
            moves[path] = old
            taken.add(old)
    return moves


def _equal(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> dict[str, str]:
    by_content: dict[bytes, list[str]] = {}
    for path in sorted(gone, reverse=True):
        by_content.setdefault(gone[path], []).append(path)
    return {path: old.pop() for path in sorted(come) if (old := by_content.get(come[path]))}


def _alike(gone: Mapping[str, bytes], come: Mapping[str, bytes]) -> Iterator[tuple[float, str, str]]:
    lines = {path: Counter(data.splitlines(keepends=True)) for path, data in gone.items()}
    for path, data in come.items():
        own = Counter(data.splitlines(keepends=True))
        for old, others in lines.items():
            smaller, larger = sorted((len(data), len(gone[old])))
            if smaller < _ALIKE * larger:
                continue
            common = sum(len(line) * number for line, number in (own & others).items())
            if larger and common / larger >= _ALIKE:
                yield common / larger, path, old
