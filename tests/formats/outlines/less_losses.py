"""What must come back of a map that was written: all of it but what was named as lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coldwater.formats.foreign.outgoing import Written

_SECTIONS = {"claims": "Claim", "arguments": "Argument", "sources": "Source", "positions": "Position"}


def less_losses(data: dict[str, Any], written: Written) -> dict[str, Any]:
    """Give a map without the fields that were named as lost where they are said to be lost."""
    lost = {(loss.field, id_) for loss in written.losses if loss.field for id_ in (loss.at or ("",))}
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if (("Map", key), "") in lost or key == "argmap":
            continue
        model = _SECTIONS.get(key)
        if model is None:
            kept[key] = value
            continue
        entries = {}
        for id_, entry in value.items():
            if (("Map", key), id_) in lost:
                continue
            whole = {"text": entry} if isinstance(entry, str) else entry
            entries[id_] = {
                field: content
                for field, content in whole.items()
                if ((model, field), id_) not in lost and content is not False and content not in ([], {})
            }
        if entries:
            kept[key] = entries
    return kept


def as_read(data: dict[str, Any], ignored: set[str]) -> dict[str, Any]:
    """Give a map that was read without what a reader adds: where it is from, and what is found again in any case."""
    kept: dict[str, Any] = {}
    for key, value in data.items():
        if key in ("argmap", "x-from", "draft") or key in ignored:
            continue
        if key in _SECTIONS:
            kept[key] = {
                id_: {field: content for field, content in entry.items() if field != "x-from"}
                for id_, entry in value.items()
            }
        else:
            kept[key] = value
    return kept
