"""JSON maps, and files with review stamps, merged by their data and written as ours is."""

from __future__ import annotations

import json

from coldwater.formats.json_text import read_json
from coldwater.formats.spots import RefusedError
from coldwater.merging import Merged
from coldwater.merging.by_id import MISSING, SECTIONS, Clash, clashes, merge_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    #: How a text is written: blanks of indent (None: in one line), whether in ASCII, and what ends it.
    Style = tuple[int | str | None, bool, str]

#: The lines around two sides of a conflict, as git writes them.
OURS, BETWEEN, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"
_STYLES: tuple[Style, ...] = tuple(
    (indent, is_ascii, end) for indent in (2, 4, 1, 3, "\t", None) for is_ascii in (False, True) for end in ("\n", "")
)


def merge_json(base: str, ours: str, theirs: str) -> Merged | None:
    """Merge texts; None where one of them cannot be read."""
    states = [_read(text) for text in (base, ours, theirs)]
    if any(state is None for state in states):
        return None
    merged = merge_data(*(state or {} for state in states))
    style = _style_of(ours, states[1])
    disagreed = clashes(merged)
    if not disagreed:
        return Merged(_written(merged, style), ())
    return Merged(_with_markers(merged, style), disagreed)


def _read(text: str) -> dict[str, Any] | None:
    if not text.strip():
        return {}
    try:
        parsed = read_json(text)
    except RefusedError:
        return None
    return None if parsed.spots or not isinstance(parsed.data, dict) else parsed.data


def _style_of(text: str, data: Any) -> Style:
    """Tell how a text is written; two blanks of indent where nobody's tool writes so."""
    return next((style for style in _STYLES if _written(data, style) == text), _STYLES[0])


def _written(data: Any, style: Style) -> str:
    indent, is_ascii, end = style
    return json.dumps(data, indent=indent, ensure_ascii=is_ascii) + end


def _with_markers(merged: Mapping[str, Any], style: Style) -> str:
    """Write merged data line by line; of what the sides disagree on both stand between markers, lines of their own."""
    indent, is_ascii, _ = style
    style = (2 if indent is None else indent, is_ascii, "\n")
    step = style[0] if isinstance(style[0], str) else " " * (style[0] or 0)
    parts = ["{\n"]
    fields = list(merged.items())
    for number, (field, value) in enumerate(fields):
        comma = "," if number < len(fields) - 1 else ""
        if field in SECTIONS and isinstance(value, dict) and any(isinstance(one, Clash) for one in value.values()):
            parts.append(f"{step}{_key(field, style)}{{\n")
            entries = list(value.items())
            for place, (name, entry) in enumerate(entries):
                parts += _entry(name, entry, step * 2, "," if place < len(entries) - 1 else "", style)
            parts.append(f"{step}}}{comma}\n")
        else:
            parts += _entry(field, value, step, comma, style)
    return "".join([*parts, "}\n"])


def _entry(name: str, value: Any, indent: str, comma: str, style: Style) -> Iterator[str]:
    if not isinstance(value, Clash):
        yield _line(name, value, indent, comma, style)
        return
    yield OURS
    yield "" if value.ours is MISSING else _line(name, value.ours, indent, comma, style)
    yield BETWEEN
    yield "" if value.theirs is MISSING else _line(name, value.theirs, indent, comma, style)
    yield THEIRS


def _line(name: str, value: Any, indent: str, comma: str, style: Style) -> str:
    text = _written(value, (style[0], style[1], "")).replace("\n", f"\n{indent}")
    return f"{indent}{_key(name, style)}{text}{comma}\n"


def _key(name: str, style: Style) -> str:
    return f"{json.dumps(name, ensure_ascii=style[1])}: "
