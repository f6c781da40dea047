"""Sets in batches: every set once, the masks true, the search minimal and honest about its limits."""

from __future__ import annotations

from itertools import combinations

import pytest

from coldwater.prep.deciding import subsets
from coldwater.prep.deciding.subsets import Batch, Found, batches, bits_of, minimal_sets


@pytest.mark.parametrize("width", [1, 3, 8, 40, 1 << 17])
@pytest.mark.parametrize(("count", "size"), [(7, 3), (9, 4), (6, 2), (5, 0), (5, 5), (3, 1), (8, 1), (2, 3)])
def test_every_set_comes_once_and_the_masks_say_what_is_in_it(count: int, size: int, width: int) -> None:
    items = range(10, 10 + count)
    found = []
    for batch in batches(items, size, width):
        for bit in bits_of(batch.used):
            found.append(batch.set_at(bit))
            assert {item for item in items if batch.columns[item] >> bit & 1} == set(found[-1])
    assert sorted(found) == list(combinations(items, size))


def test_bits_of_a_mask() -> None:
    assert list(bits_of(0)) == []
    assert list(bits_of(0b1000101)) == [0, 2, 6]


def wanting(*wanted: set[int]) -> subsets.Wanted:
    """Want the sets that hold one of these."""

    def say(batch: Batch, asked: int) -> int:
        return sum(1 << bit for bit in bits_of(asked) if any(one <= set(batch.set_at(bit)) for one in wanted))

    return say


def test_only_minimal_sets_are_found_by_size_and_in_order() -> None:
    found = minimal_sets(range(6), 3, wanting({4}, {1, 5}, {0, 1}, {0, 2, 3}, {1, 2, 5}))
    assert found == Found(((4,), (0, 1), (1, 5), (0, 2, 3)), 3)


def test_larger_sets_than_asked_for_are_not_looked_at() -> None:
    assert minimal_sets(range(5), 2, wanting({0, 1, 2}, {3})) == Found(((3,),), 2)


def test_the_empty_set_makes_all_others_needless() -> None:
    assert minimal_sets(range(5), 5, wanting(set()), least_size=0).sets == ((),)


def test_what_was_found_of_a_size_that_was_cut_is_dropped() -> None:
    want = wanting({0}, {1, 2})
    found = minimal_sets(range(4), 3, lambda batch, asked: want(batch, asked) if len(batch.set_at(0)) < 2 else None)
    assert found == Found(((0,),), 1, "time")


def test_more_sets_than_are_kept_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsets, "MOST_FOUND", 3)
    assert minimal_sets(range(4), 2, wanting({0}, {1, 2}, {1, 3}, {2, 3})).cut_by is None
    assert minimal_sets(range(5), 2, wanting({0, 1}, {1, 2}, {1, 3}, {2, 3})) == Found((), 1, "count")
