"""From the data of a map as they are and as they are to be, the edits of its text. It knows data only."""

from __future__ import annotations

import json

from coldwater.edits import Insert, Remove, Rename, Replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer

#: Keys of which one may take the place of the other: the value stays where it is.
_SWAPPED = ({"supports", "attacks"},)


def edits_between(old: Any, new: Any, pointer: Pointer = ()) -> Iterator[Edit]:
    """Give edits that bring data a step nearer to others, which keep the order of what they share.

    Nothing where they are the same. Of several new items at one place of a list only the first is put in, so that it
    takes as many steps as there are. Cost: linear but for lists, which take the product of their lengths.
    """
    if isinstance(old, dict) and isinstance(new, dict) and new:
        yield from _in_mapping(old, new, pointer)
    elif isinstance(old, list) and isinstance(new, list) and new:
        yield from _in_list(old, new, pointer)
    elif not is_same(old, new):
        yield Replace(pointer, new)


def is_same(one: Any, other: Any) -> bool:
    """Tell whether data are the same, whatever the order of keys; 1 is not true, and not 1.0."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _in_mapping(old: dict[str, Any], new: dict[str, Any], pointer: Pointer) -> Iterator[Edit]:
    gone = [key for key in old if key not in new]
    come = [key for key in new if key not in old]
    if len(gone) == len(come) == 1 and {gone[0], come[0]} in _SWAPPED:
        yield Rename((*pointer, gone[0]), come[0])
        yield from edits_between(old[gone[0]], new[come[0]], (*pointer, gone[0]))
        gone, come = [], []
    yield from (Remove((*pointer, key)) for key in gone)
    before = ""
    for key, value in new.items():
        if key in old:
            yield from edits_between(old[key], value, (*pointer, key))
            before = key
        elif key in come:
            yield Insert((*pointer, key), value, before)


def _in_list(old: list[Any], new: list[Any], pointer: Pointer) -> Iterator[Edit]:
    if old == new and all(isinstance(item, str) for item in old):
        return
    import difflib  # noqa: PLC0415 - slow to load

    one, other = ([json.dumps(item, sort_keys=True) for item in items] for items in (old, new))
    for what, begin, end, first, last in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        common = min(end - begin, last - first)
        for step in range(common):
            yield from edits_between(old[begin + step], new[first + step], (*pointer, begin + step))
        if end - begin > common:
            yield from (Remove((*pointer, step)) for step in range(begin + common, end))
        elif last - first > common:
            yield Insert((*pointer, end), new[first + common])


def places_of_new(old: dict[str, Any], new: dict[str, Any], ranks: dict[str, int]) -> dict[str, Any]:
    """Put the new keys of a section where an order has them: behind the key that comes before them there."""
    order = [key for key in new if key in old]
    come = sorted((key for key in new if key not in old), key=lambda key: ranks.get(key, len(ranks)))
    for key in come:
        rank = ranks.get(key)
        before = [number for number, one in enumerate(order) if rank is not None and ranks.get(one, -1) < rank]
        nearest = max(before, key=lambda number: ranks.get(order[number], -1), default=None)
        order.insert(len(order) if nearest is None else nearest + 1, key)
    return {key: new[key] for key in order}


def stretches_back(before: str, after: str) -> Iterator[tuple[int, str, str]]:
    """Give what turns a changed text into the one before: a place in it, what is there, and what is to be there."""
    lines = after.splitlines(keepends=True), before.splitlines(keepends=True)
    start, end = _shared_ends(*lines)
    middle = [part[start : len(part) - end] for part in lines]
    at = sum(map(len, lines[0][:start]))
    for what, first, last, begin, stop in _opcodes(*middle):
        gone, text = "".join(middle[0][first:last]), "".join(middle[1][begin:stop])
        if what != "equal":
            yield at, gone, text
        at += len(gone)


def _opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(one) * len(other) > 4_000_000:  # comparing may cost the product; one long stretch does as well
        return [("replace", 0, len(one), 0, len(other))]
    import difflib  # noqa: PLC0415 - slow to load

    return difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _shared_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Give how many lines two texts share at their beginning, and how many of the others at their end."""
    most = min(len(one), len(other))
    start = next((number for number in range(most) if one[number] != other[number]), most)
    rest = most - start
    end = next((number for number in range(rest) if one[-1 - number] != other[-1 - number]), rest)
    return start, end
