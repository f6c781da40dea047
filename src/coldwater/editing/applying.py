"""Edits applied to the text of a map: by the editor of its spelling, and seen to give what they would give as data."""

from __future__ import annotations

import json

from coldwater.editing.plain_data import applied, completed, has, in_turn
from coldwater.edits import Insert, Remove, Rename
from coldwater.errors import DefectError, UsageError
from coldwater.formats.native.json_edits import JsonEditor
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.splices import do_overlap, splice
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.yaml_edits import YamlEditor
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.formats.native.yaml_tree import has_aliases

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from coldwater.edits import Edit, Excerpt, Splice
    from coldwater.findings import Pointer


class EditedText:
    """A text with its data and its editor, read once for all that is to be done to it.

    The text must be one that the reader takes for YAML or JSON without a remark.
    """

    def __init__(self, text: str, spelling: str) -> None:
        self.text = text
        self.data = _data(text, spelling)
        self._spelling = spelling
        self._editor = JsonEditor(text) if spelling == "json" else YamlEditor(text)

    def completed(self, edits: Iterable[Edit]) -> list[Edit]:
        """Give the edits in turn, with what they bring with them.

        Raises LookupError for an entry that is not there, ValueError for edits of which one lies within another or that
        leave nothing.
        """
        wanted = sorted(edits, key=in_turn)
        _refuse_overlaps(wanted)
        return completed(wanted, self.data)

    def splices(self, wanted: Sequence[Edit]) -> list[Splice]:
        """Give what completed edits put in the place of what. They may get into each other's way."""
        return list(self._editor.splices(wanted))

    def excerpt(self, pointer: Pointer) -> Excerpt:
        """Give an entry with the comments above it. Raises LookupError for one that is not there."""
        value = self.data
        for step in pointer:
            if not has(value, step):
                raise LookupError(f"there is nothing at /{'/'.join(map(str, pointer))}")
            value = value[step]
        return self._editor.excerpt(pointer, value)

    def is_sound(self, changed: str, wanted: Sequence[Edit]) -> bool:
        """Tell whether a changed text holds what completed edits make of the data."""
        found = _data_or_none(changed, self._spelling)
        return _fingerprint(found) == _fingerprint(applied(self.data, wanted))


def apply_edits(text: str, spelling: str, edits: Iterable[Edit]) -> str:
    """Apply edits to a text spelt as ``yaml`` or ``json``; everything they are not about stays as it is.

    The text must be one that the reader takes for YAML or JSON without a remark; whether it fits the schema does not
    matter. All pointers are into the text as it is now. Raises LookupError for an entry that is not there, ValueError
    for edits of which one lies within another or that leave nothing, UsageError for what an alias keeps from being
    changed, DefectError if the text would not hold what it should. Cost is linear; edits of neighbours may have to be
    applied one by one.
    """
    wanted = sorted(edits, key=in_turn)
    changed = _changed(text, spelling, wanted)
    if changed is None and len(wanted) > 1:
        changed = text
        for edit in sorted(wanted, key=_takes_away):
            changed = _changed(changed, spelling, [edit]) if changed is not None else None
    if changed is None and spelling == "yaml" and has_aliases(text):
        raise UsageError("an alias (`*…`) repeats the part that is to be changed; write that part out first")
    if changed is None:
        raise DefectError("the change would have gone wrong")
    return changed


def _takes_away(edit: Edit) -> bool:
    """Tell whether an edit may take away what another one names; a new key in a mapping does not."""
    return not (isinstance(edit, Insert) and isinstance(edit.pointer[-1], str))


def _changed(text: str, spelling: str, edits: Sequence[Edit]) -> str | None:
    """Give the changed text; None where the edits get into each other's way, or it would not hold what it should."""
    edited = EditedText(text, spelling)
    wanted = edited.completed(edits)
    splices = edited.splices(wanted)
    if do_overlap(splices):
        return None
    changed = splice(text, splices)
    return changed if edited.is_sound(changed, wanted) else None


def excerpt(text: str, spelling: str, pointer: Pointer) -> Excerpt:
    """Give an entry as it stands in a text, with the comments above it, to be put into another text.

    Raises LookupError for an entry that is not there.
    """
    return EditedText(text, spelling).excerpt(pointer)


def _refuse_overlaps(edits: Sequence[Edit]) -> None:
    """Refuse an edit within what another one changes. A new name for a key leaves its value to others."""
    changed = [edit.pointer for edit in edits if not isinstance(edit, Rename)]
    taken = set(changed)
    renamed = {edit.pointer for edit in edits if isinstance(edit, Rename)}
    gone = {edit.pointer for edit in edits if isinstance(edit, Remove)}
    outer = {pointer[:length] for pointer in changed for length in range(len(pointer))}
    if len(renamed) + len(taken) < len(edits) or taken & outer or renamed & gone:
        raise ValueError("an edit lies within what another one changes")


def _data(text: str, spelling: str) -> Any:
    return (read_json if spelling == "json" else read_yaml)(text).data


def _data_or_none(text: str, spelling: str) -> Any:
    try:
        return _data(text, spelling)
    except RefusedError:
        return None


def _fingerprint(data: Any) -> str:
    return json.dumps(data, sort_keys=True)
