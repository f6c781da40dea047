"""Schema misfits in plain words: what is there, what belongs there, and what was probably meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from coldwater.formats.native.misfits import pointer_of
from coldwater.formats.native.spots import shown
from coldwater.model import patterns
from coldwater.model.data import SECTIONS
from coldwater.model.ids import ID_PATTERN, ID_RULE, why_no_id
from coldwater.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jsonschema.exceptions import ValidationError

    from coldwater.findings import Pointer

#: Words that YAML 1.1 reads as true or false, and people still write.
SWITCHES = {"yes": True, "on": True, "true": True, "no": False, "off": False, "false": False}
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
_PATTERNS = {
    patterns.TEXT_PATTERN: "is blank; write something, or leave the field out",
    patterns.LANGUAGE_PATTERN: "is no language tag such as `en` or `zh-Hans`",
    patterns.DATE_PATTERN: "is no date: write 2025, 2025-03 or 2025-03-01",
    patterns.URL_PATTERN: "is no address: it begins with https://, http://, doi: or urn:",
    patterns.PATH_PATTERN: "must be a path below the map's folder, with `/` between folders",
    patterns.RULE_PATTERN: "is no rule: write its code, such as CW301",
    patterns.FINGERPRINT_PATTERN: "is no fingerprint: 16 hexadecimal digits in lower case",
}
_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a mapping",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
}


def misfit_message(error: ValidationError, spelling: str) -> str:
    """Say why a value does not fit; ``spelling`` is how the text spells it."""
    field = field_named(pointer_of(error))
    wanted: Any = error.validator_value
    if error.validator in ("type", "anyOf"):
        return _type_message(field, error.instance, _types(error), spelling)
    if error.validator == "enum":
        meant = meant_member(error)
        hint = f"did you mean `{meant}`?" if meant else "choose one of " + listed(wanted)
        return f"{field}: `{shown(error.instance)}` is not known here; {hint}"
    if wanted == ID_PATTERN:
        return f"{field}: {_quoted(error.instance)} is no id: {why_no_id(str(error.instance))}; {ID_RULE}"
    if error.validator == "pattern":
        return f"{field}: {_quoted(error.instance)} {_PATTERNS[wanted]}"
    return f"{field} {_bounds_message(error, spelling)}"


def _bounds_message(error: ValidationError, spelling: str) -> str:
    schema: Any = error.schema
    match error.validator:
        case "const":
            return f"is {shown(spelling)}; this version reads `argmap: 1`"
        case "minimum" | "maximum":
            return f"is {shown(spelling)}; it must lie between {schema['minimum']} and {schema['maximum']}"
        case "minItems":
            if error.absolute_path and error.absolute_path[-1] == "premises":
                return "is empty; an argument needs at least one premise"
            return "is empty; name at least one, or leave it out"
        case "uniqueItems":
            return f"has `{shown(_repeated(error.instance))}` twice"
    return "does not fit the schema"


def meant_member(error: ValidationError) -> str | None:
    """Give the member of an enumeration that was probably meant."""
    members: Any = error.validator_value
    return closest(error.instance, members) if error.validator == "enum" and isinstance(error.instance, str) else None


def key_message(pointer: Pointer, key: str) -> str:
    """Say why a key of a mapping does not fit."""
    if len(pointer) == 1 and pointer[0] in SECTIONS:
        blank = f"this id is blank: {ID_RULE}"
        return f"`{shown(key)}` cannot be an id: {why_no_id(key)}; {ID_RULE}" if key.strip() else blank
    if not key.strip():
        return f"a key of {field_named(pointer)} is blank; give it a name"
    return f"a key of {field_named(pointer)}: `{shown(key)}` is no id: {why_no_id(key)}; {ID_RULE}"


def unknown_message(name: str, meant: str | None, known: Iterable[str]) -> str:
    """Say that a field is unknown, and which was probably meant."""
    hint = f"did you mean `{meant}`?" if meant else "known here are " + ", ".join(f"`{field}`" for field in known)
    return f"unknown field `{shown(name)}`; {hint}"


def lack_message(pointer: Pointer, missing: Sequence[str]) -> str:
    """Say what fields an object lacks; where it has both of the two that exclude each other, none is missing."""
    if not missing:
        return f"{_entry(pointer)} has both `supports` and `attacks`; keep one"
    return f"{_entry(pointer)} lacks {' and '.join(_CHOICES.get(name, f'`{name}`') for name in missing)}"


_CHOICES = {
    "attacks": "a target (`supports` or `attacks`)",
    "at": "`rule` or `at`",
    "literal": "`family` or `literal`",
}


def listed(names: Sequence[str]) -> str:
    """Give names in a row, the first eight of them."""
    return ", ".join(f"`{name}`" for name in names[:8]) + (", …" if len(names) > 8 else "")


def _entry(pointer: Pointer) -> str:
    if not pointer:
        return "the map"
    if len(pointer) == 2 and pointer[0] in SECTIONS:
        return f"{SECTIONS[str(pointer[0])]} `{shown(pointer[1])}`"
    return f"this entry of `{next(step for step in reversed(pointer) if isinstance(step, str))}`"


def field_named(pointer: Pointer) -> str:
    """Name the field a value belongs to."""
    if not pointer or (len(pointer) == 2 and pointer[0] in SECTIONS):
        return _entry(pointer)
    name = shown(next(step for step in reversed(pointer) if isinstance(step, str)))
    return f"an item of `{name}`" if isinstance(pointer[-1], int) else f"`{name}`"


def _types(error: ValidationError) -> list[str]:
    """Give the types of which one belongs here."""
    wanted: Any = error.validator_value
    if error.validator == "type":
        return [wanted]
    return list(dict.fromkeys(branch.get("type", "object") for branch in wanted))


def _type_message(field: str, value: Any, wanted: list[str], spelling: str) -> str:
    belongs = " or ".join(_TYPES[kind] for kind in wanted)
    if value is None and spelling not in ("", "None") and "string" in wanted:
        return f'{field} is empty ({spelling}) where text belongs; if that is the text, quote it: "{spelling}"'
    if value is None:
        return f"{field} is empty; give it a value ({belongs}), or leave it out"
    if "string" in wanted and isinstance(value, bool | int | float):
        what = "true or false" if isinstance(value, bool) else "a number"
        return f'{field} is {what} ({shown(spelling)}) where text belongs; quote it: "{shown(spelling)}"'
    if wanted == ["array"] and not isinstance(value, dict):
        return f"{field} must be a list; write [{shown(spelling)}]"
    if isinstance(value, str):
        return f"{field} is text ({_quoted(value)}); {_instead(value, wanted) or belongs + ' belongs there'}"
    return f"{field} is {_kind(value)}; {belongs} belongs there"


def _instead(text: str, wanted: list[str]) -> str:
    """Say what to write for a text that all but is what is wanted."""
    if wanted == ["boolean"] and text.lower() in SWITCHES:
        return f"write {shown(SWITCHES[text.lower()])}"
    if wanted[0] in ("number", "integer") and number_in(text) is not None:
        return "take its quotes away"
    return ""


def number_in(text: str) -> float | None:
    """Give the number that a text spells; None if it spells none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "a mapping"


def _quoted(value: Any) -> str:
    return f"`{shown(value)}`" if str(value).strip() else "the text"


def _repeated(values: Any) -> Any:
    seen: set[str] = set()
    for value in values:
        if isinstance(value, str) and value in seen:
            return value
        seen.add(str(value))
    return ""
