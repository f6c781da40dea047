"""Sets of a few items out of many, tried in batches: bit n of a mask is the n-th set of a batch.

The sets of one size stand in colexicographic order: by their largest item, then by the next. So the sets of the first
m items are always the first ones, and a table made once for all items serves for any m. That makes a batch cheaper to
write down than to evaluate.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, combinations
from math import comb

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    #: Says which sets of a batch are wanted, of those in a mask; None if time is over.
    Wanted = Callable[["Batch", int], int | None]

#: The most sets in a batch. Wider masks leave the processor's cache.
WIDTH = 1 << 17
#: The most sets that are kept; whoever has more has asked too wide a question.
MOST_FOUND = 10_000


class Batch(NamedTuple):
    """So many bits, of which those in ``used`` are sets; ``columns``: for each item the mask of the sets it is in."""

    number: int
    items: Sequence[int]
    columns: Mapping[int, int]
    used: int
    blocks: Sequence[tuple[int, tuple[int, ...]]]
    inner: int

    def set_at(self, bit: int) -> tuple[int, ...]:
        """Give the set at a bit, its items in the order in which they were given."""
        start, outer = self.blocks[bisect_right(self.blocks, bit, key=lambda block: block[0]) - 1]
        return tuple(self.items[place] for place in (*_unranked(bit - start, self.inner), *outer))


def batches(items: Sequence[int], size: int, width: int = WIDTH) -> Iterator[Batch]:
    """Give all sets of ``size`` of these items, each once, none for a size beyond their number.

    Sets that share their largest items stand in one block. Cost: a few operations on bytes for each item and block.
    """
    count = len(items)
    if size > count:
        return
    inner = next(inner for inner in range(size, -1, -1) if inner == 0 or comb(count, inner) <= width)
    table = [column.to_bytes(comb(count, inner) // 8 + 1, "little") for column in _table(count, inner)]
    for outers in _packed(count, size, inner, width):
        yield _batch(items, table, outers, inner)


def _packed(count: int, size: int, inner: int, width: int) -> Iterator[list[tuple[int, ...]]]:
    """Give the largest items of each block, as many blocks at a time as fill a batch."""
    outers: list[tuple[int, ...]] = []
    filled = 0
    for outer in combinations(range(inner, count), size - inner):
        length = comb(outer[0] if outer else count, inner)
        if outers and filled + length > width:
            yield outers
            outers, filled = [], 0
        outers.append(outer)
        filled += length
    yield outers


def _batch(items: Sequence[int], table: Sequence[bytes], outers: Sequence[tuple[int, ...]], inner: int) -> Batch:
    """Put blocks beside each other, each from a whole byte on."""
    lengths = [comb(outer[0] if outer else len(items), inner) for outer in outers]
    sizes = [length // 8 + 1 for length in lengths]
    starts = [8 * start for start in accumulate(sizes, initial=0)]
    used = b"".join(((1 << length) - 1).to_bytes(size, "little") for length, size in zip(lengths, sizes, strict=True))
    columns = {}
    for place, item in enumerate(items):
        pieces = [
            table[place][:size] if not outer or place < outer[0] else (b"\xff" if place in outer else b"\0") * size
            for outer, size in zip(outers, sizes, strict=True)
        ]
        columns[item] = int.from_bytes(b"".join(pieces), "little")
    blocks = tuple(zip(starts, outers, strict=False))
    return Batch(starts[-1], items, columns, int.from_bytes(used, "little"), blocks, inner)


def _table(count: int, size: int) -> list[int]:
    """Give for each of the first numbers the mask of the sets of this size that it is in."""
    columns = [0] * count
    for step in range(1, size + 1):
        below, columns = columns, [0] * count
        for largest in range(step - 1, count):
            sets, start = comb(largest, step - 1), comb(largest, step)
            every = (1 << sets) - 1
            for item in range(largest if step > 1 else 0):
                columns[item] |= (below[item] & every) << start
            columns[largest] |= every << start
    return columns


def _unranked(rank: int, size: int) -> tuple[int, ...]:
    """Give the numbers of the set at a place of the colexicographic order, ascending."""
    found: list[int] = []
    for step in range(size, 0, -1):
        largest = step - 1
        while comb(largest + 1, step) <= rank:
            largest += 1
        found.append(largest)
        rank -= comb(largest, step)
    return tuple(reversed(found))


def bits_of(mask: int) -> Iterator[int]:
    """Give the places of the bits that are set, ascending. Cost: linear in the width."""
    digits = bin(mask)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


# --- the search ---------------------------------------------------------------------------------------------------


class Found(NamedTuple):
    """Sets of which none is part of another, by size, then in the order of the items.

    All there are of up to ``complete_to`` items. ``cut_by`` says why larger ones were not looked for though they were
    asked for: "time" or "count", else None.
    """

    sets: tuple[tuple[int, ...], ...]
    complete_to: int
    cut_by: str | None = None


def minimal_sets(items: Sequence[int], most_size: int, wanted: Wanted, least_size: int = 1) -> Found:
    """Give the wanted sets without a wanted part, of ``least_size`` to ``most_size`` items; items in ascending order.

    When time is over, what was found of the size at hand is dropped, so that the answer depends on no clock but in how
    far it goes; so it is if there are more than MOST_FOUND.
    """
    found: list[tuple[int, ...]] = []
    for size in range(least_size, min(most_size, len(items)) + 1):
        new = _of_one_size(items, size, wanted, found)
        if isinstance(new, str):
            return Found(tuple(found), size - 1, new)
        found += sorted(new)
        if new and size == 0:
            break
        if size == 1:
            items = [item for item in items if (item,) not in new]
    return Found(tuple(found), most_size)


def _of_one_size(
    items: Sequence[int], size: int, wanted: Wanted, known: Sequence[tuple[int, ...]]
) -> set[tuple[int, ...]] | str:
    """Give the wanted sets of one size that contain none of those known; the reason if the search was cut."""
    known = [one for one in known if len(one) > 1]
    found: set[tuple[int, ...]] = set()
    for batch in batches(items, size):
        asked = batch.used
        for one in known:
            asked &= ~all_of(batch.columns, one)
        hits = wanted(batch, asked)
        if hits is None:
            return "time"
        hits &= asked
        if len(found) + hits.bit_count() > MOST_FOUND - len(known):
            return "count"
        found.update(batch.set_at(bit) for bit in bits_of(hits))
    return found


def all_of(columns: Mapping[int, int], items: Sequence[int]) -> int:
    """Give the sets of a batch that all these items are in."""
    mask = columns[items[0]]
    for item in items[1:]:
        mask &= columns[item]
    return mask
