"""Edits applied to the text of a map: by the editor of its spelling, and seen to give what they would give as data."""

from __future__ import annotations

import copy
import json

from coldwater.edits import Excerpt, Insert, Remove, Rename, Replace
from coldwater.errors import DefectError, UsageError
from coldwater.formats.json_edits import JsonEditor
from coldwater.formats.json_text import read_json
from coldwater.formats.splices import do_overlap, splice
from coldwater.formats.spots import RefusedError
from coldwater.formats.yaml_edits import YamlEditor
from coldwater.formats.yaml_text import read_yaml
from coldwater.formats.yaml_tree import has_aliases
from coldwater.model.data import fields_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from coldwater.edits import Edit
    from coldwater.findings import Pointer

#: What stays even if nothing is left in it: a map without it would not be one.
_NEEDED = frozenset({"claims", "premises"})


def apply_edits(text: str, spelling: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a text spelt as ``yaml`` or ``json``; everything they are not about stays as it is.

    The text must be one that the reader takes for YAML or JSON without a remark; whether it fits the schema does not
    matter. All pointers are into the text as it is now. Raises LookupError for an entry that is not there, ValueError
    for edits of which one lies within another or that leave nothing, UsageError for what an alias keeps from being
    changed, DefectError if the text would not hold what it should. Cost is linear; edits of neighbours may have to be
    applied one by one.
    """
    wanted = sorted(edits, key=_in_turn)
    _refuse_overlaps(wanted)
    changed = _changed(text, spelling, wanted)
    if changed is None and len(wanted) > 1:
        changed = text
        for edit in wanted:
            changed = _changed(changed, spelling, [edit]) if changed is not None else None
    if changed is None and spelling == "yaml" and has_aliases(text):
        raise UsageError("an alias (`*…`) repeats the part that is to be changed; write that part out first")
    if changed is None:
        raise DefectError("the change would have gone wrong")
    return changed


def _changed(text: str, spelling: str, edits: Sequence[Edit]) -> str | None:
    """Give the changed text; None where the edits get into each other's way, or it would not hold what it should."""
    data = _data(text, spelling)
    wanted = _completed(edits, data)
    editor = JsonEditor(text) if spelling == "json" else YamlEditor(text)
    splices = list(editor.splices(wanted))
    if do_overlap(splices):
        return None
    changed = splice(text, splices)
    return changed if _fingerprint(_data_or_none(changed, spelling)) == _fingerprint(_applied(data, wanted)) else None


def _in_turn(edit: Edit) -> tuple[int, list[int], int]:
    """Sort edits so that none takes away what another one names: the inner ones first, in a list the last ones."""
    kind = 2 if isinstance(edit, Remove) else int(isinstance(edit, Rename))
    return -len(edit.pointer), [-step if isinstance(step, int) else 0 for step in edit.pointer], kind


def excerpt(text: str, spelling: str, pointer: Pointer) -> Excerpt:
    """Give an entry as it stands in a text, with the comments above it, to be put into another text.

    Raises LookupError for an entry that is not there.
    """
    value = _data(text, spelling)
    for step in pointer:
        if not _has(value, step):
            raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
        value = value[step]
    return (JsonEditor(text) if spelling == "json" else YamlEditor(text)).excerpt(pointer, value)


class Taken:
    """The places that edits change, so that others can be kept apart from them."""

    def __init__(self) -> None:
        self._places: set[Pointer] = set()
        self._outer: set[Pointer] = set()

    def is_free(self, edits: Iterable[Edit]) -> bool:
        """Tell whether none of the edits lies within a place that is taken, or around one."""
        return not any(
            edit.pointer in self._outer or any(outer in self._places for outer in _ways(edit.pointer)) for edit in edits
        )

    def take(self, edits: Iterable[Edit]) -> None:
        """Take the places of edits."""
        for edit in edits:
            self._places.add(edit.pointer)
            self._outer.update(_ways(edit.pointer))


def _ways(pointer: Pointer) -> Iterator[Pointer]:
    """Give the pointer and all pointers on the way to it."""
    return (pointer[: length + 1] for length in range(len(pointer)))


def _refuse_overlaps(edits: Sequence[Edit]) -> None:
    """Refuse an edit within what another one changes. A new name for a key leaves its value to others."""
    changed = [edit.pointer for edit in edits if not isinstance(edit, Rename)]
    taken = set(changed)
    renamed = {edit.pointer for edit in edits if isinstance(edit, Rename)}
    gone = {edit.pointer for edit in edits if isinstance(edit, Remove)}
    outer = {pointer[:length] for pointer in changed for length in range(len(pointer))}
    if len(renamed) + len(taken) < len(edits) or taken & outer or renamed & gone:
        raise ValueError("an edit lies within what another one changes")


# --- edits that bring others with them --------------------------------------------------------------------------


def _completed(edits: Sequence[Edit], data: Any) -> list[Edit]:
    """Make what is to hold a new entry, and let go what would be left empty."""
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
    while len(pointer) > 1 and not _has(_at(data, pointer[:-2]), pointer[-2]):
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


# --- edits of plain data ----------------------------------------------------------------------------------------


def _applied(data: Any, edits: Sequence[Edit]) -> Any:
    """Give data with the edits applied; the order of keys does not matter here."""
    changed = copy.deepcopy(data)
    for edit in sorted(edits, key=_in_turn):
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
        if not _has(data, step):
            raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
        data = data[step]
    return data


def _has(holder: Any, step: str | int) -> bool:
    if isinstance(holder, dict):
        return step in holder
    return isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder)


def _data(text: str, spelling: str) -> Any:
    return (read_json if spelling == "json" else read_yaml)(text).data


def _data_or_none(text: str, spelling: str) -> Any:
    try:
        return _data(text, spelling)
    except RefusedError:
        return None


def _fingerprint(data: Any) -> str:
    return json.dumps(data, sort_keys=True)
