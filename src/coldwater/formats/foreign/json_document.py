"""JSON of foreign files: strict where it is, loose where it is not, with places where they can be had."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from coldwater.findings import START
from coldwater.formats.foreign.texts import decoded
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.limits import MAX_DEPTH
from coldwater.formats.native.places import Places
from coldwater.formats.native.spots import SYNTAX, UNSAFE_INPUT, RefusedError, Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from coldwater.findings import Place, Pointer
    from coldwater.formats.foreign.imported import Given

_PYTHON = re.compile(r'"(?:[^"\\]|\\.)*"|\b(?:True|False|None)\b', re.DOTALL)
_WORDS = {"True": "true", "False": "false", "None": "null"}


class Document:
    """The data of a JSON file, and the places of what it holds; all at the start where it is no strict JSON."""

    def __init__(self, data: Any, places: Places | None, remarks: list[str]) -> None:
        self.data = data
        self.remarks = remarks
        self._places = places

    def place(self, pointer: Pointer) -> Place:
        """Give the place of a value."""
        return START if self._places is None else self._places.find(pointer)

    def late(self, pointer: Pointer) -> Callable[[], Place]:
        """Give what finds the place of a value: in a large file, most are never asked for."""
        return lambda: self.place(pointer)


def read_document(given: Given) -> Document:
    """Read a JSON file; raw line ends in texts and the words of Python are let pass, with a remark.

    Raises RefusedError for what is no JSON at all.
    """
    text, remark = decoded(given.data)
    remarks = [remark] if remark else []
    try:
        parsed = read_json(text)
    except RefusedError as refusal:
        loose = _loosely(text)
        if loose is None:
            raise refusal from None
        return Document(loose, None, [*remarks, f"this is no strict JSON ({refusal.spot.message}); read loosely"])
    remarks += [f"line {spot.place.line}: {spot.message}" for spot in parsed.spots]
    return Document(parsed.data, Places(parsed.root), remarks)


def _loosely(text: str) -> Any:
    """Read what most programs would pass; None for what is none even so. Raises RefusedError for too deep nesting."""
    for one in (text, _PYTHON.sub(lambda found: _WORDS.get(found[0], found[0]), text)):
        try:
            data = json.loads(one, strict=False)
        except RecursionError:
            raise RefusedError(Spot(UNSAFE_INPUT, START, "the file is nested too deep")) from None
        except ValueError:
            continue
        if _depth_is_over(data):
            raise RefusedError(Spot(UNSAFE_INPUT, START, f"lists and objects lie more than {MAX_DEPTH} deep"))
        return data
    return None


def _depth_is_over(data: Any) -> bool:
    level = [data]
    for _ in range(MAX_DEPTH + 1):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def rows(document: Document, pointer: Pointer, value: Any) -> list[tuple[dict[str, Any], Callable[[], Place]]]:
    """Give the objects in a list with what finds their places; what is no list gives none.

    Others are left out, with a remark.
    """
    found = []
    for number, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            found.append((item, document.late((*pointer, number))))
        else:
            where = f"`{pointer[-1]}`" if pointer else "the list"
            document.remarks.append(f"item {number + 1} of {where} is no object and is left out")
    return found


def refuse(message: str) -> RefusedError:
    """Give the refusal of a file that is JSON, but not of the format."""
    return RefusedError(Spot(SYNTAX, START, message))


def word(value: Any) -> str | None:
    """Give an id or another scalar as text, whole numbers without a point; None for what is no scalar."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else str(value)
    return str(value)


def said(value: Any) -> str:
    """Give a text; empty for what is none."""
    return value if isinstance(value, str) else word(value) or ""
