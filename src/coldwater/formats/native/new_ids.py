"""Ids for the entries whose keys are none: what the key comes down to, and the fix that lets every reference follow."""

from __future__ import annotations

from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from coldwater.edits import Fix, Rename, Replace
from coldwater.formats.native.id_places import sections_meant, takes_id
from coldwater.formats.native.mended import NewId
from coldwater.formats.native.misfits import node_at, object_node
from coldwater.formats.native.spots import shown
from coldwater.formats.native.wording import key_message
from coldwater.model.data import SECTIONS
from coldwater.model.ids import proposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coldwater.edits import Edit
    from coldwater.findings import Pointer
    from coldwater.formats.native.mended import Mended


def propose_ids(mended: Mended, keys: Sequence[tuple[str, str]]) -> None:
    """Note a new id for each key that is none, given with its section: one that the document does not use.

    There is no doubt about it where the key comes down to an id, and nothing else in the document to the same one.
    """
    wishes = {key: proposed(key[1]) for key in keys}
    wished = Counter(wishes.values())
    for key, wish in wishes.items():
        is_certain = bool(wish) and wished[wish] == 1 and not mended.names(wish)
        id_ = wish if is_certain else _unused(mended, wish, SECTIONS[key[0]])
        mended.new_ids[key] = NewId(id_, is_certain)


def new_keys(mended: Mended, pointer: Pointer, names: Sequence[str]) -> dict[str, str]:
    """Say of the keys of a mapping that they are no ids, or no names, and give what to read in place of each.

    In the mappings that name entries by their keys, one that its entry has as well needs no word of its own.
    """
    give = _new_key if len(pointer) == 1 else _key_meant
    new_names = {name: give(mended, pointer, name) for name in names}
    mended.excused |= {*new_names, *new_names.values()}
    return new_names


def _new_key(mended: Mended, pointer: Pointer, name: str) -> str:
    section = str(pointer[0])
    mended.say((*pointer, name), key_message(pointer, name), on_key=True, fix=_key_fix(mended, section, name))
    return mended.new_ids[section, name].id


def _key_meant(mended: Mended, pointer: Pointer, name: str) -> str:
    holder = mended.at(pointer)
    known = mended.new_id(name, sections_meant(pointer))
    if known is not None and known not in holder:
        return known
    meant = id_named(mended, object_node(node_at(pointer)).get("propertyNames", {}), name)
    is_free = meant is not None and meant not in holder
    rename = Rename(mended.origin((*pointer, name)), str(meant))
    fix = Fix((rename,), f"`{shown(name)}` is now `{meant}`") if is_free else None
    mended.say((*pointer, name), key_message(pointer, name), on_key=True, fix=fix)
    return str(meant) if is_free else mended.fresh_id()


def id_named(mended: Mended, node: Mapping[str, Any], text: str) -> str | None:
    """Give the id of an entry that a text comes down to, where the schema has an id; None if there is no such entry."""
    id_ = proposed(text) if takes_id(node) else ""
    return id_ if id_ and mended.names(id_) else None


def _unused(mended: Mended, wish: str, word: str) -> str:
    """Give an id that the document does not use: the wish, or with a number; of a word where there is no wish."""
    taken = {new.id for new in mended.new_ids.values()}
    numbered = (f"{wish or word}-{number}" for number in count(2 if wish else 1))
    names = chain([wish] if wish else [], numbered)
    return next(name for name in names if name not in taken and not mended.names(name))


def _key_fix(mended: Mended, section: str, name: str) -> Fix:
    """Give the fix that lets an entry have its new id, and all that names it follow."""
    new = mended.new_ids[section, name]
    followers = list(_references(mended, section, name))
    edits: list[Edit] = [Rename(mended.origin((section, name)), new.id)]
    edits += [Rename(pointer, new.id) if is_key else Replace(pointer, new.id) for pointer, is_key in followers]
    also = f", also where it is named ({len(followers)} times)" if len(followers) > 1 else ", also where it is named"
    words = f"`{shown(name)}` is now `{shown(new.id)}`{also if followers else ''}"
    return Fix(tuple(edits), words, new.is_safe)


def _references(mended: Mended, section: str, name: str) -> Iterator[tuple[Pointer, bool]]:
    """Give the places, in the text as written, that name an entry by the key that is no id."""
    for place in mended.no_ids.get(name, ()):
        is_own_key = place.is_key and len(place.pointer) == 2 and place.pointer[0] in SECTIONS
        if not is_own_key and mended.section_of(name, sections_meant(place.pointer)) == section:
            yield place.pointer, place.is_key
