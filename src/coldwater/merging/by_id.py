"""Three states of data, brought together by field and by id: what merging means, whatever the spelling."""

from __future__ import annotations

from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, TypeVar

    Value = TypeVar("Value")

#: The fields whose entries are merged one by one: those of a map, and that of a file with review stamps.
SECTIONS = ("sources", "claims", "arguments", "positions", "questions", "reviews")


class Missing:
    """Stands for what is not there; there is one, ``MISSING``."""


MISSING = Missing()


class Clash(NamedTuple):
    """Both sides did something else with one thing; either may have removed it (``MISSING``), or both begun it."""

    ours: Any
    theirs: Any
    base: Any = MISSING


def settle(base: Value, ours: Value, theirs: Value) -> Value | Clash:
    """Give what becomes of one thing of which each side has its own state."""
    if same(ours, theirs) or same(theirs, base):
        return ours
    return theirs if same(ours, base) else Clash(ours, theirs, base)


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same data: true is not 1, and the order of fields does not count."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one == other)


def is_section(field: str, states: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether a field's entries can be merged one by one: it is a mapping wherever it is."""
    return field in SECTIONS and all(isinstance(state.get(field, {}), dict) for state in states)


def merge_data(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Merge documents; what both sides changed differently is a Clash in the result.

    A section goes when its last entry does; one that has none on either side stays as it is.
    """
    merged: dict[str, Any] = {}
    for field in merged_order(base, ours, theirs):
        states = [state.get(field, MISSING) for state in (base, ours, theirs)]
        if is_section(field, (base, ours, theirs)) and any(state not in (MISSING, {}) for state in states):
            entries = _merge_entries(*({} if state is MISSING else state for state in states))
            if entries:
                merged[field] = entries
        elif (value := settle(*states)) is not MISSING:
            merged[field] = value
    return merged


def _merge_entries(base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    settled = {
        name: settle(*(state.get(name, MISSING) for state in (base, ours, theirs)))
        for name in merged_order(base, ours, theirs)
    }
    return {name: value for name, value in settled.items() if value is not MISSING}


def resolved(merged: Mapping[str, Any], choose: Callable[[Clash], Any]) -> dict[str, Any]:
    """Give merged data with every clash decided; what is missing then is left out, and so are empty sections."""
    result: dict[str, Any] = {}
    for field, value in merged.items():
        if isinstance(value, dict) and field in SECTIONS:
            entries = {name: choose(one) if isinstance(one, Clash) else one for name, one in value.items()}
            left = {name: one for name, one in entries.items() if one is not MISSING}
            value = MISSING if entries and not left else left  # noqa: PLW2901
        elif isinstance(value, Clash):
            value = choose(value)  # noqa: PLW2901
        if value is not MISSING:
            result[field] = value
    return result


def clashes(merged: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the ids and fields over which the sides disagree, in order."""
    found: list[str] = []
    for field, value in merged.items():
        if isinstance(value, Clash):
            found.append(field)
        elif isinstance(value, dict) and field in SECTIONS:
            found += [name for name, one in value.items() if isinstance(one, Clash)]
    return tuple(found)


def merged_order(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """Give all names in ours' order, or theirs' if only they moved some; new ones go behind what they follow.

    >>> merged_order("abc", "axbc", "abyc")
    ['a', 'x', 'b', 'y', 'c']
    """
    first, second = list(ours), list(theirs)
    if _moved(base, first) is False and _moved(base, second):
        first, second = second, first
    order = list(first)
    known = set(order)
    before: str | None = None
    for name in second:
        if name not in known:
            order.insert(0 if before is None else order.index(before) + 1, name)
            known.add(name)
        before = name
    return order


def _moved(base: Iterable[str], side: Sequence[str]) -> bool:
    there = set(side)
    kept = [name for name in base if name in there]
    known = set(kept)
    return [name for name in side if name in known] != kept
