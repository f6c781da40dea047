"""JSON text to plain data and places: strict JSON (RFC 8259), no repeated names, no NaN, no lone surrogates.

The C scanner of the standard library reads. Only a text in which it meets something that must be refused is read a
second time, in ``json_examined``; places are looked up in ``json_places`` when there is something to say.
"""

from __future__ import annotations

from json import JSONDecodeError, JSONDecoder

from coldwater.findings import START
from coldwater.formats.native import limits
from coldwater.formats.native.numbers import UnsafeNumberError, finite_number, whole_number
from coldwater.formats.native.places import Branch
from coldwater.formats.native.remembering import remembered
from coldwater.formats.native.spots import SYNTAX, UNSAFE_INPUT, Parsed, RefusedError, Spot
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from coldwater.findings import Place

#: How the escapes of halves of characters begin, whole ones among them.
_SURROGATE_ESCAPES = ("\\ud", "\\uD")
_STRING_OR_BRACKET = r'(?s)"(?:[^"\\]+|\\.)*"|[\[\]{}]'
_WORDS = {
    "Expecting value": "a value is missing here",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Unterminated string starting at": "this string is never closed",
    "Invalid control character at": "a line end, a tab or another control character must be written as an escape here",
    "Invalid \\escape": "there is no such escape; a backslash in a text is written twice",
    "Illegal trailing comma": "a comma before the closing bracket; take it out",
    "Extra data": "the map has ended before this; take out what follows",
}


def read_json(text: str) -> Parsed:
    """Give the data of a JSON text, its places, and remarks on what is not read as written.

    Raises RefusedError where the text is no JSON or is unsafe. Empty text gives None.
    """
    return remembered("json", text, _read)


def _read(text: str) -> Parsed:
    if not text.strip(" \t\n\r"):
        return Parsed(None)
    reader = _Reader()
    try:
        data = reader.decoder.decode(text)
    except JSONDecodeError as error:
        raise RefusedError(_syntax_spot(text, error)) from None
    except RecursionError:
        raise RefusedError(_deep_spot(text)) from None
    if _nests_too_deep(data):
        raise RefusedError(_deep_spot(text))
    if reader.is_suspicious or reader.has_two_forms or any(escape in text for escape in _SURROGATE_ESCAPES):
        from coldwater.formats.native.json_examined import examine  # noqa: PLC0415 - seldom needed

        return examine(text)
    return Parsed(data, _Unlooked(text))


class _Unlooked(Branch):
    """All that a text holds, before anybody has asked for a place: what it takes to find one is not even imported."""

    __slots__ = ("_branch", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._branch: Branch | None = None

    def place(self) -> Place:
        return self._found().place()

    def spelling(self) -> str:
        return self._found().spelling()

    def look_below(self) -> dict[str | int, tuple[Place, Branch]]:
        return self._found().look_below()

    def _found(self) -> Branch:
        if self._branch is None:
            from coldwater.formats.native.json_places import JsonBranch  # noqa: PLC0415

            self._branch = JsonBranch.of_text(self._text)
        return self._branch


class _Reader:
    """A decoder that notes what needs a second look; reading on at full speed costs nothing then."""

    def __init__(self) -> None:
        self.is_suspicious = False
        #: Whether a name is not in composed form.
        self.has_two_forms = False
        self.decoder = JSONDecoder(
            object_pairs_hook=self._object,
            parse_constant=self._constant,
            parse_int=self._whole,
            parse_float=self._decimal,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data = dict(pairs)
        if not all(map(str.isascii, data)) and any(composed(name) != name for name in data):
            self.has_two_forms = True
        if len(data) != len(pairs):
            self.is_suspicious = True
        return data

    def _constant(self, _: str) -> None:
        self.is_suspicious = True

    def _whole(self, text: str) -> Any:
        try:
            return whole_number(text)
        except UnsafeNumberError:
            self.is_suspicious = True
            return text

    def _decimal(self, text: str) -> Any:
        try:
            return finite_number(text)
        except UnsafeNumberError:
            self.is_suspicious = True
            return text


# --- depth ------------------------------------------------------------------------------------------------------


def _nests_too_deep(data: Any) -> bool:
    level = [data]
    for _ in range(limits.MAX_DEPTH):
        level = [item for value in level for item in _items(value) if item.__class__ in (dict, list)]
        if not level:
            return False
    return True


def _items(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        return iter(value.values())
    return iter(value) if isinstance(value, list) else iter(())


def _deep_spot(text: str) -> Spot:
    """Point at the first bracket that opens too deep. The text need not be JSON to its end."""
    import re  # noqa: PLC0415 - needed only when there is something to say

    from coldwater.formats.native.lines import Lines  # noqa: PLC0415 - needed only when there is something to say

    message = f"lists and objects are nested more than {limits.MAX_DEPTH} deep; a map needs six levels"
    depth = 0
    for match in re.finditer(_STRING_OR_BRACKET, text):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
        if depth > limits.MAX_DEPTH:
            return Spot(UNSAFE_INPUT, Lines(text).point(match.start()), message)
    return Spot(UNSAFE_INPUT, START, message)


# --- what cannot be read ----------------------------------------------------------------------------------------


def _syntax_spot(text: str, error: JSONDecodeError) -> Spot:
    from coldwater.formats.native.lines import Lines  # noqa: PLC0415 - needed only when there is something to say

    offset = _after_white_space(text, error.pos) if error.msg.startswith(("Expecting", "Extra")) else error.pos
    here = text[offset : offset + 2]
    before = text[:offset].rstrip(" \t\n\r")
    if before.endswith(",") and here[:1] in ("}", "]"):
        offset, message = len(before) - 1, _WORDS["Illegal trailing comma"]
    elif here in ("//", "/*") or here[:1] == "#":
        message = "JSON has no comments; use a field that begins with `x-`, a `note`, or YAML"
    elif here[:1] == "'":
        message = 'strings take double quotes (") in JSON'
    elif not here:
        offset, message = len(before), "the text ends here, in the middle of a value"
    else:
        message = next((words for start, words in _WORDS.items() if error.msg.startswith(start)), error.msg)
    return Spot(SYNTAX, Lines(text).point(offset), message)


def _after_white_space(text: str, offset: int) -> int:
    while text[offset : offset + 1] in (" ", "\t", "\n", "\r"):
        offset += 1
    return offset
