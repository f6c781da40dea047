"""A map that goes out in a format and comes back: every difference must be one that was named as a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.outgoing import Outgoing
from coldwater.formats.foreign.reading import map_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coldwater.formats.foreign.losses import Loss
    from coldwater.formats.registry import Format

Data = dict[str, Any]
#: A place where two maps differ: section (or "map"), id, field; field "" is the entry as a whole.
Difference = tuple[str, str, str]
SECTIONS = {
    "claims": "Claim",
    "arguments": "Argument",
    "sources": "Source",
    "positions": "Position",
    "questions": "Question",
}
_DEFAULTS = {"shape": "tree", "standard": "preponderance", "weighing": "weakest-link", "draft": False}


def out_and_back(format_: Format, data: Data) -> tuple[bytes, tuple[Loss, ...], Data]:
    """Write a map in a format and read what was written; give the bytes, the losses, and what came back."""
    map_ = map_of(data)
    assert map_ is not None
    written = format_.write(Outgoing(map_, data))
    back = registry.read(format_, Given(f"back{format_.ENDINGS[0]}", written.data))
    assert back.data is not None, [spot.message for spot in back.spots]
    assert map_of(back.data) is not None
    return written.data, written.losses, back.data


def unnamed(before: Data, after: Data, losses: Sequence[Loss]) -> list[Difference]:
    """Give the differences between two maps that no loss names."""
    return [one for one in differences(before, after) if not any(_names(loss, one) for loss in losses)]


def differences(before: Data, after: Data) -> Iterator[Difference]:
    """Give where two maps differ; extension fields, defaults and the order of entries do not count."""
    for key in sorted({*before, *after} - {*SECTIONS, "argmap"}):
        if not key.startswith("x-") and _plain(before, key) != _plain(after, key):
            yield "map", "", key
    for section in SECTIONS:
        old, new = _entries(before, section), _entries(after, section)
        for id_ in {**old, **new}:
            if id_ not in old or id_ not in new:
                yield section, id_, ""
                continue
            for key in {**old[id_], **new[id_]}:
                if old[id_].get(key) != new[id_].get(key):
                    yield section, id_, key


def _plain(data: Data, key: str) -> Any:
    value = data.get(key, _DEFAULTS.get(key))
    return [value] if key == "thesis" and isinstance(value, str) else value


def _entries(data: Data, section: str) -> dict[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for id_, entry in data.get(section, {}).items():
        whole = {"text": entry} if isinstance(entry, str) else entry
        found[id_] = {key: _same(value) for key, value in whole.items() if not key.startswith("x-") and _says(value)}
    return found


def _says(value: Any) -> bool:
    return value not in ({}, [], (), False, None)


def _same(value: Any) -> Any:
    """Give a value in a form in which what means the same is the same: one author stands alone or in a list."""
    if isinstance(value, str) or not isinstance(value, list):
        return value
    return [
        {key: item for key, item in one.items() if not key.startswith("x-")} if isinstance(one, dict) else one
        for one in value
    ]


def _names(loss: Loss, difference: Difference) -> bool:
    """Tell whether a loss names a difference: its field at its id, or, where it is of no field, all at its id."""
    section, id_, key = difference
    if loss.field is None:
        return id_ in loss.at or (section == "map" and key in loss.at)
    model, field = loss.field
    if section == "map":
        return loss.field == ("Map", key)
    if model == "Map":
        return field == section  # the section as a whole
    of_entry = model == SECTIONS[section] and field == key
    of_citation = model == "Citation" and key == "cites"
    return (of_entry or of_citation) and (not loss.at or id_ in loss.at)


def two_way(formats: Iterable[Format]) -> list[Format]:
    """Give the formats that are read and written, and whose files keep ids: what comes back can be laid beside it."""
    return [
        one
        for one in formats
        if registry.reads(one)
        and registry.writes(one)
        and not registry.is_reading(one)
        and not getattr(one, "LOSES_IDS", False)
    ]
