"""What would mend a misfit in the text as written, where the reader has read it as what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.edits import Fix, Remove, Rename, Replace
from coldwater.formats.native.spots import shown
from coldwater.formats.native.wording import field_named, listed, meant_member
from coldwater.suggest import Names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jsonschema.exceptions import ValidationError

    from coldwater.findings import Pointer
    from coldwater.formats.native.mended import Mended


def field_fix(mended: Mended, pointer: Pointer, meant: str | None, node: Mapping[str, Any]) -> Fix | None:
    """Give the fix of a misspelt field: safe if no other field is spelt as much alike."""
    name = str(pointer[-1])
    if meant is None or len(name.split()) > 1:  # words before a colon are no misspelt field, and would be lost
        return None
    fields = Names(node["properties"])
    is_safe = fields.closest(name) == meant and fields.is_sole(name)
    return Fix((Rename(mended.origin(pointer), meant),), f"the field `{shown(name)}` is now `{meant}`", is_safe)


def value_fix(mended: Mended, pointer: Pointer, misfit: ValidationError, meant: Any) -> Fix | None:
    """Give the fix of a value: safe but for a word where several are spelt as much alike."""
    value: Any = misfit.instance
    origin = mended.origin(pointer)
    if misfit.validator == "uniqueItems":
        first = {item: index for index, item in reversed(list(enumerate(value))) if isinstance(item, str)}
        repeats = [index for index, item in enumerate(value) if isinstance(item, str) and first[item] != index]
        named = listed(list(dict.fromkeys(value[index] for index in repeats)))
        return Fix(tuple(Remove((*origin, index)) for index in repeats), f"{field_named(pointer)} names {named} once")
    if meant is None or (misfit.validator == "const" and value != str(meant)):
        return None
    is_word = misfit.validator == "enum"
    if is_word and meant_member(misfit) != meant:
        return None
    members: Any = misfit.validator_value
    if isinstance(meant, float) and meant.is_integer() and "." not in str(value):
        meant = int(meant)
    shown_meant = listed(meant) if isinstance(meant, list) else f"`{shown(meant)}`"
    words = f"{field_named(pointer)} is now {'a list of ' if isinstance(meant, list) else ''}{shown_meant}"
    return Fix((Replace(origin, meant),), words, not is_word or Names(members).is_sole(value))
