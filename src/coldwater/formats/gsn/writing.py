"""A map as one file of GSN. What a reader of it would not find goes along as JSON, under a key of ours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coldwater.formats.foreign.imported import Given
from coldwater.formats.foreign.losses import Losses
from coldwater.formats.foreign.outgoing import Written
from coldwater.formats.foreign.reading_back import lose_differences, other_fields
from coldwater.formats.foreign.yaml_written import write_yaml
from coldwater.formats.gsn.drafting import Draft
from coldwater.formats.gsn.kinds import OURS
from coldwater.formats.gsn.reading import read_case

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coldwater.formats.foreign.outgoing import Outgoing

#: Fields of entries that elements say by how they hang together, and sections of a map.
_STRUCTURAL = {"claims": ("text",), "arguments": ("premises", "supports", "attacks")}
#: What is read back is called so.
_NAME = "case.gsn.yaml"
_WHY = "GSN has no place for it here"


def write_case(outgoing: Outgoing) -> Written:
    """Write a map; one that was read from GSN gets its ids, contexts and attributes back. Cost is linear."""
    losses = Losses()
    draft = Draft(outgoing, losses)
    elements = draft.elements()
    header = draft.header()
    data = _text(header, elements).encode()
    if outgoing.is_empty:
        return Written(data if header or elements else b"", losses.all())
    back = read_case(Given(_NAME, data))
    assert back.data is not None
    _add_what_is_left(outgoing, draft, back.data, header, elements)
    whole = _text(header, elements).encode()
    if whole != data:
        back = read_case(Given(_NAME, whole))
    lose_differences(losses, outgoing, back, _WHY)
    return Written(whole, losses.all())


def _add_what_is_left(
    outgoing: Outgoing,
    draft: Draft,
    found: Mapping[str, Any],
    header: dict[str, Any],
    elements: dict[str, dict[str, Any]],
) -> None:
    """Put what a reader would not find by itself under a key of ours."""
    data = outgoing.data
    of_map = {key: value for key, value in other_fields(data, found).items() if not _is_same_sources(key, data, found)}
    if found["title"] != data["title"]:
        of_map["title"] = data["title"]
    has_own_sources = "sources" in of_map
    has_own_ids = False
    for section, structural in _STRUCTURAL.items():
        there = found.get(section, {})
        for id_, entry in data.get(section, {}).items():
            whole = {"text": entry} if isinstance(entry, str) else entry
            other = there.get(id_, {})
            has_own_ids = has_own_ids or id_ not in there
            more = {
                key: value
                for key, value in whole.items()
                if key not in (*structural, "x-from")
                and (value != other.get(key) or (key == "cites" and has_own_sources))
                and value not in ([], {})
            }
            if draft.is_direct(id_):
                continue
            element = elements[draft.names[id_]]
            own = {**json.loads(element.pop(OURS, "{}")), **more}
            if own:
                element[OURS] = _json(own)
    if of_map or has_own_ids or draft.is_ours:
        header[OURS] = _json(of_map)


def _is_same_sources(key: str, data: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Tell whether the sources are those that a reader makes of the addresses of elements."""
    if key != "sources":
        return False
    there = found.get("sources", {})
    return {id_: _bare(entry) for id_, entry in data["sources"].items()} == {
        id_: _bare(entry) for id_, entry in there.items()
    }


def _bare(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != "x-from"}


def _json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": "))


def _text(header: Mapping[str, Any], elements: Mapping[str, dict[str, Any]]) -> str:
    """Give the text of the file."""
    return write_yaml({**({"module": dict(header)} if header else {}), **elements})
