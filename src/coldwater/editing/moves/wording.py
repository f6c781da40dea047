"""Moves that say something otherwise: other words, a field set or cleared, another thesis."""

from __future__ import annotations

from coldwater.editing.moves.draft import CLAIMS, IS_SO, put
from coldwater.model import composed
from coldwater.model.data import SECTIONS, fields_at
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.editing.moves.draft import Data, Draft
    from coldwater.findings import Pointer

#: What holds the words of an entry, by its section.
_WORDS = {"claims": "text", "arguments": "title", "sources": "title", "positions": "name", "questions": "text"}


def reword(draft: Draft) -> None:
    """Say an entry in other words."""
    section = draft.section_of()
    _set(draft, section, draft.one_of("id", (section,)), _WORDS[section], draft.move["text"])


def set_field(draft: Draft) -> None:
    """Set a field of an entry, or of the map."""
    field, value = draft.move["field"], draft.move["value"]
    if "id" not in draft.move:
        _refuse_section(draft, field)
        put(draft.data, (), field, value)
        return
    section = draft.section_of()
    _set(draft, section, draft.one_of("id", (section,)), field, value)


def _set(draft: Draft, section: str, id_: str, field: str, value: Any) -> None:
    entries = draft.section(section)
    if field == "text" and isinstance(entries.get(id_), str):
        entries[id_] = value
        return
    put(draft.entry(section, id_), (section, id_), field, value)


def clear(draft: Draft) -> None:
    """Clear a field of an entry, or of the map."""
    field = draft.move["field"]
    if "id" not in draft.move:
        _refuse_section(draft, field)
        _clear(draft, draft.data, (), field)
        return
    section = draft.section_of()
    id_ = draft.one_of("id", (section,))
    if field == "text" and section == "claims":
        other = {"move": "remove", "id": id_}
        draft.refuse("a claim needs its text; `remove` takes it out", other, why_none="`reword` says it otherwise")
    _clear(draft, draft.entry(section, id_), (section, id_), field)


def _clear(draft: Draft, holder: Data, pointer: Pointer, field: str) -> None:
    if field not in holder:
        there = [name for name in (*fields_at(pointer), *holder) if name in holder]
        from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

        meant = closest(field, there)
        others = [] if meant is None else [{**draft.move, "field": meant}]
        reason = f"there is no `{printable(field)}` to clear; there is {', '.join(dict.fromkeys(there))}"
        draft.refuse(reason, *others, why_none=IS_SO)
    del holder[field]


def _refuse_section(draft: Draft, field: str) -> None:
    """Refuse to set all entries of a section at once: that is no edit in a map's own words."""
    if field in SECTIONS:
        draft.refuse(
            f"`{field}` are entries, each of which is added, changed or removed by its id",
            why_none="which of the entries is meant is yours to say, by its `id`",
        )


def thesis(draft: Draft) -> None:
    """Say what the map is about; a claim that becomes a thesis is no rival any more."""
    ids = draft.all_known("ids", CLAIMS)
    if len(set(ids)) < len(ids):
        once = {**draft.move, "ids": [*dict.fromkeys(ids)]}
        draft.refuse("a thesis is named twice; name it once", once, why_none=IS_SO)
    draft.data["thesis"] = ids[0] if len(ids) == 1 else ids
    rivals = draft.data.get("rivals", [])
    left = [one for one in rivals if composed(one) not in ids]
    if len(left) < len(rivals):
        draft.data["rivals"] = left
        if not left:
            del draft.data["rivals"]
