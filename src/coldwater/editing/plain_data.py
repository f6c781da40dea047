"""Edits of a map's plain data: what they bring with them, and what the data are then. It knows no text."""

from __future__ import annotations

from coldwater.edits import Excerpt, Insert, Remove, Rename, Replace
from coldwater.model.data import copied, fields_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer

#: What stays even if nothing is left in it: a map without it would not be one.
_NEEDED = frozenset({"claims", "premises"})


def in_turn(edit: Edit) -> tuple[int, list[int], int]:
    """Sort edits so that none takes away what another one names: the inner ones first, in a list the last ones."""
    kind = 2 if isinstance(edit, Remove) else int(isinstance(edit, Rename))
    return -len(edit.pointer), [-step if isinstance(step, int) else 0 for step in edit.pointer], kind


def completed(edits: Sequence[Edit], data: Any) -> list[Edit]:
    """Make what is to hold a new entry, and let go what would be left empty.

    Raises LookupError for an entry that is not there, ValueError for edits that leave nothing.
    """
    removed = [edit.pointer for edit in edits if isinstance(edit, Remove)]
    others = [edit for edit in edits if not isinstance(edit, Remove)]
    busy = {edit.pointer[:length] for edit in others for length in range(len(edit.pointer))}
    emptied, gone = _emptied(removed, data, busy)
    inserted = [_with_holders(edit, data) if isinstance(edit, Insert) else edit for edit in others]
    return [*inserted, *(Remove(pointer) for pointer in gone), *(Replace(pointer, empty) for pointer, empty in emptied)]


def _emptied(
    removed: Sequence[Pointer], data: Any, busy: set[Pointer]
) -> tuple[list[tuple[Pointer, Any]], list[Pointer]]:
    """Give the collections to leave empty, and what to remove; going up as long as nothing is left."""
    emptied: list[tuple[Pointer, Any]] = []
    gone = dict.fromkeys(removed)
    waiting = sorted({pointer[:-1] for pointer in removed}, key=len, reverse=True)
    while waiting:
        holder = waiting.pop(0)
        inside = [pointer for pointer in gone if pointer[:-1] == holder and len(pointer) == len(holder) + 1]
        value = _at(data, holder)
        if not holder and len(inside) == len(value):
            raise ValueError("nothing would be left of the map")
        if holder in busy or len(inside) < len(value):
            continue
        for pointer in inside:
            del gone[pointer]
        if holder[-1] in _NEEDED:
            emptied.append((holder, type(value)()))
            continue
        gone[holder] = None
        if holder[:-1] not in waiting:
            waiting.append(holder[:-1])
    return emptied, list(gone)


def _with_holders(edit: Insert, data: Any) -> Insert:
    """Let an insertion make the lists and mappings that are to hold the entry."""
    value, pointer, after = edit.value, edit.pointer, edit.after
    while len(pointer) > 1 and not has(_at(data, pointer[:-2]), pointer[-2]):
        plain = value.value if isinstance(value, Excerpt) else value
        value = [plain] if isinstance(pointer[-1], int) else {pointer[-1]: plain}
        pointer = pointer[:-1]
        after = _place_of_field(pointer, data)
    return Insert(pointer, value, after)


def _place_of_field(pointer: Pointer, data: Any) -> str | None:
    """Give the field there behind which a new one belongs, empty for the first; None if it is no field of ours."""
    fields = fields_at(pointer[:-1])
    if pointer[-1] not in fields:
        return None
    there = _at(data, pointer[:-1])
    return next((name for name in reversed(fields[: fields.index(str(pointer[-1]))]) if name in there), "")


def applied(data: Any, edits: Sequence[Edit]) -> Any:
    """Give data with the edits applied, which are completed; the order of keys does not matter here."""
    changed = copied(data)
    for edit in sorted(edits, key=in_turn):
        holder = _at(changed, edit.pointer[:-1])
        step: Any = edit.pointer[-1]
        if isinstance(edit, Remove):
            del holder[step]
        elif isinstance(edit, Rename):
            holder[edit.name] = holder.pop(step)
        else:
            value = edit.value.value if isinstance(edit.value, Excerpt) else edit.value
            if isinstance(edit, Insert) and isinstance(holder, list):
                holder.insert(step, value)
            else:
                holder[step] = value
    return changed


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        if not has(data, step):
            raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
        data = data[step]
    return data


def has(holder: Any, step: str | int) -> bool:
    """Tell whether a mapping has this key, or a list this index."""
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder)
