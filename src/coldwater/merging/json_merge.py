"""JSON maps, and files with review stamps, merged by their data and written as ours is."""

from __future__ import annotations

import json

from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.spots import RefusedError
from coldwater.merging import Merged, Unmerged
from coldwater.merging.by_id import MISSING, SECTIONS, Clash, clashes, merge_data, resolved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.merging.markers import Markers

    #: How a text is written: blanks of indent (None: in one line), whether in ASCII, and what ends it.
    Style = tuple[int | str | None, bool, str]

_STYLES: tuple[Style, ...] = tuple(
    (indent, is_ascii, end) for indent in (2, 4, 1, 3, "\t", None) for is_ascii in (False, True) for end in ("\n", "")
)


def merge_json(base: str, ours: str, theirs: str, markers: Markers) -> Merged | Unmerged:
    """Merge texts; Unmerged where one of them cannot be read."""
    states = [_read(text) for text in (base, ours, theirs)]
    for state, whose in zip(states, ("the common base", "our state", "their state"), strict=True):
        if state is None:
            return Unmerged(f"cannot be merged by id: {whose} is no JSON of a map")
    merged = merge_data(*(state or {} for state in states))
    style = _style_of(ours, states[1])
    disagreed = clashes(merged)
    text = _with_markers(merged, style, markers) if disagreed else _written(merged, style)
    as_ours = _written(resolved(merged, lambda clash: clash.ours), style)
    as_theirs = _written(resolved(merged, lambda clash: clash.theirs), style)
    return Merged(text, disagreed, (as_ours, as_theirs))


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


def _with_markers(merged: Mapping[str, Any], style: Style, markers: Markers) -> str:
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
                end = "," if place < len(entries) - 1 else ""
                parts.append(_entry(name, entry, step * 2, end, style, markers))
            parts.append(f"{step}}}{comma}\n")
        else:
            parts.append(_entry(field, value, step, comma, style, markers))
    return "".join([*parts, "}\n"])


def _entry(  # noqa: PLR0913 - what is written, and how
    name: str, value: Any, indent: str, comma: str, style: Style, markers: Markers
) -> str:
    if not isinstance(value, Clash):
        return _line(name, value, indent, comma, style)
    states = (value.base, value.ours, value.theirs)
    return markers.around(*("" if one is MISSING else _line(name, one, indent, comma, style) for one in states))


def _line(name: str, value: Any, indent: str, comma: str, style: Style) -> str:
    text = _written(value, (style[0], style[1], "")).replace("\n", f"\n{indent}")
    return f"{indent}{_key(name, style)}{text}{comma}\n"


def _key(name: str, style: Style) -> str:
    return f"{json.dumps(name, ensure_ascii=style[1])}: "
