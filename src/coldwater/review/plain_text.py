"""A map file as text that makes a readable git diff: an entry a paragraph, a field a line, ids in order.

It shows what a text says, not how it is laid out: a map that was moved about or wrapped anew gives the same lines.
"""

from __future__ import annotations

from coldwater.formats.native.decoding import decode
from coldwater.formats.native.document import spelling_of
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.spots import RefusedError
from coldwater.model.data import SECTIONS
from coldwater.printable import printable, unheard
from coldwater.review.comments import ignoring_comments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any


def plain_text(name: str, data: bytes) -> str | None:
    """Give the text of a map file; None for what cannot be read as YAML or JSON with ids."""
    try:
        document = _read(decode(data, MAX_BYTES), spelling_of(name) or "yaml")
    except RefusedError:
        return None
    if document is None:
        return None
    asked: dict[str | None, list[str]] = {}
    for id_, words in ignoring_comments(name, data):
        asked.setdefault(id_, []).append(f"# coldwater: {printable(words)}")
    paragraphs = [list(_fields({field: value for field, value in document.items() if not _is_section(field, value)}))]
    for section, sort in SECTIONS.items():
        entries = document.get(section)
        if isinstance(entries, dict):
            for id_, entry in sorted(entries.items()):
                fields = entry if isinstance(entry, dict) else {"text": entry}
                comments = [f"  {line}" for line in asked.pop(str(id_), ())]
                paragraphs.append([f"{sort} {printable(id_)}", *comments, *_fields(fields, "  ")])
    paragraphs.append([line for lines in asked.values() for line in lines])
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"


def _read(text: str, spelling: str) -> Mapping[str, Any] | None:
    if spelling == "json":
        from coldwater.formats.native.json_text import read_json as read  # noqa: PLC0415 - one spelling for each file
    else:
        from coldwater.formats.native.yaml_text import read_yaml as read  # noqa: PLC0415
    parsed = read(text)
    is_whole = not parsed.spots and isinstance(parsed.data, dict)
    return parsed.data if is_whole else None


def _is_section(field: str, value: Any) -> bool:
    return field in SECTIONS and isinstance(value, dict)


def _fields(entry: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Give a line for each field; below it, what does not fit on one. Depth is bounded by the reader."""
    for field, value in entry.items():
        lead = unheard(f"{indent}{printable(field)}:")
        if isinstance(value, dict):
            yield lead
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
            yield lead
            for item in value:
                yield f"{indent}  - {_inline(item)}"
        elif isinstance(value, list):
            yield f"{lead} {', '.join(map(_inline, value))}"
        else:
            yield f"{lead} {_inline(value)}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{printable(key)}: {_inline(item)}" for key, item in value.items())
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return " ".join(printable(str(value)).split())
