"""A patch applied to the text of a map: its entries are added, and everything that is there stays as it is."""

from __future__ import annotations

from coldwater.editing.applying import apply_edits
from coldwater.editing.formatting import canonical
from coldwater.edits import Insert, Replace
from coldwater.errors import DefectError, UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model.data import SECTIONS
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.rules.references import dangling_references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from coldwater.edits import Edit, Patch
    from coldwater.model.models import Map

#: Claims and arguments share one namespace.
_SHARED = ("claims", "arguments")


class Added(NamedTuple):
    """An entry of a patch: the section it is in, and its id."""

    section: str
    id: str


class Patched(NamedTuple):
    """A text with the entries of a patch; those that were added, and those that were there, just so, already."""

    text: str
    added: tuple[Added, ...]
    held: tuple[Added, ...]


def apply_patch(text: str, spelling: str, map_: Map, patch: Patch) -> Patched:
    """Add the entries of a patch to a text; ``map_`` is what was read from it without a remark.

    An entry comes behind what it is about. A text in canonical form is so afterwards. Raises UsageError, naming every
    offender, where an id is taken by another entry, or an entry names what neither the map nor the patch holds.
    """
    data = (read_json if spelling == "json" else read_yaml)(text).data
    entries = [Added(section, id_) for section, found in patch.entries.items() for id_ in found]
    held = tuple(one for one in entries if _whole(_there(data, one)) == _whole(patch.entries[one.section][one.id]))
    added = tuple(one for one in entries if one not in held)
    _refuse((*_taken(map_, added), *_taken_twice(patch)))
    if not added:
        return Patched(text, (), held)
    edits: list[Edit] = [
        Insert((one.section, one.id), patch.entries[one.section][one.id], _behind(map_, patch, one)) for one in added
    ]
    changed = apply_edits(text, spelling, edits)
    after = native.read(changed, spelling)
    if after.map is None or not after.is_readable:
        raise DefectError("the map could not be read with the patch in it")
    _refuse(_lost(map_, after.map, patch.title))
    if canonical(text, spelling, map_) == text:
        changed = canonical(changed, spelling, after.map)
    return Patched(changed, added, held)


def _refuse(problems: Iterable[str]) -> None:
    if found := "; ".join(problems):
        raise UsageError(f"the patch does not fit this map: {found}")


def expecting(text: str, spelling: str, map_: Map, verdicts: Mapping[str, str]) -> str:
    """Let a map expect the verdicts that it has, wherever it expects another one; ``map_`` was read from the text."""
    expected = map_.expect.verdicts if map_.expect is not None else {}
    edits: list[Edit] = [
        Replace(("expect", "verdicts", name), verdicts[name])
        for name, word in expected.items()
        if verdicts.get(name, word) != word
    ]
    return apply_edits(text, spelling, edits) if edits else text


def _there(data: Any, one: Added) -> Any:
    return (data.get(one.section) or {}).get(one.id)


def _whole(entry: Any) -> Any:
    """Give an entry written out: a claim may be its text alone."""
    return {"text": entry} if isinstance(entry, str) else entry


def _taken(map_: Map, added: tuple[Added, ...]) -> Iterator[str]:
    for one in added:
        shared = _SHARED if one.section in _SHARED else (one.section,)
        for section in shared:
            if one.id in getattr(map_, section):
                yield f"`{one.id}` is {_article(SECTIONS[section])} of the map already, and another one"


def _taken_twice(patch: Patch) -> Iterator[str]:
    for name in patch.entries.get("arguments", {}):
        if name in patch.entries.get("claims", {}):
            yield f"`{name}` names a claim of the patch as well as an argument; give one of them another id"


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _lost(before: Map, after: Map, title: str) -> Iterator[str]:
    """Name what the entries of a patch build on and nobody holds."""
    known = {(one.owner, one.target) for one in dangling_references(before, frozenset())}
    made_for = f" (the patch was made for “{printable(title)[:200]}”)" if title != before.title else ""
    for one in dangling_references(after, frozenset()):
        if (one.owner, one.target) not in known:
            meant = f"; did you mean `{one.meant}`?" if one.meant else ""
            yield f"`{one.owner}` names `{printable(one.target)}`, which is not there{made_for}{meant}"


def _behind(map_: Map, patch: Patch, one: Added) -> str | None:
    """Give the entry behind which a new one belongs: what it attacks or supports; None for the end."""
    if one.section == "arguments":
        target = _target(patch.entries["arguments"][one.id])
        return target if target in map_.arguments else None
    users = [name for name, entry in patch.entries.get("arguments", {}).items() if one.id in entry["premises"]]
    if one.section == "sources" or not users:
        return None
    target = _target(patch.entries["arguments"][users[0]])
    place = map_.arguments[target].premises[-1] if target in map_.arguments else target
    return place if place in map_.claims else None


def _target(argument: Mapping[str, Any]) -> str:
    target: str = argument.get("supports") or argument["attacks"]
    return target
