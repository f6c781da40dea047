"""A document mended as far as its author's intent is plain, so that the other rules can look at it in the same pass.

A misspelt field is read as the field meant, a number as the id it spells. What cannot be read is taken out; where
something must stand, a stand-in takes its place. The ids named in what was left aside are excused: nothing may be
called unconnected or unused on their account. See docs/decisions/0002.
"""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING, Any

from coldwater.formats.native import limits
from coldwater.formats.native.id_places import compose_ids, id_places, sections_meant, takes_id
from coldwater.formats.native.mended import Mended, is_there
from coldwater.formats.native.misfits import (
    SECTIONS,
    bad_entries,
    find_misfits,
    is_about_key,
    is_lack,
    is_valid,
    lacking,
    needed_fields,
    node_at,
    object_node,
    pointer_of,
)
from coldwater.formats.native.new_ids import id_named, new_keys, propose_ids
from coldwater.formats.native.remedies import field_fix, value_fix
from coldwater.formats.native.wording import (
    SWITCHES,
    lack_message,
    meant_member,
    misfit_message,
    number_in,
    unknown_message,
)
from coldwater.model.ids import ID_PATTERN, is_id
from coldwater.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jsonschema.exceptions import ValidationError

    from coldwater.findings import Pointer
    from coldwater.formats.native.id_places import IdPlace
    from coldwater.formats.native.places import Places

#: Mending one thing may bring another to light, behind a misspelt field: so often is the document looked at again.
_ROUNDS = 6
#: Sections without which the other rules would find fault with everything.
_VITAL = frozenset({"claims", "arguments", "sources", "lint"})
_NOTHING: Any = object()


def mend(data: dict[str, Any], places: Places) -> Mended:
    """Say everything that keeps data from fitting the schema, and mend it. The data are changed in place.

    ``places`` are those of the text as written. Cost is linear in the size of the data.
    """
    compose_ids(data)
    mended = Mended(data, places)
    mended.no_ids = _no_ids(data)
    for number in range(_ROUNDS):
        if mended.fits or (number > 1 and mended.is_full):
            break
        _set_surplus_aside(mended)
        misfits = find_misfits(mended.data)
        keys = {
            pointer: [str(misfit.instance) for misfit in here]
            for pointer, here in _by_pointer(filter(is_about_key, misfits)).items()
        }
        propose_ids(mended, [(str(at[0]), name) for at, names in keys.items() if len(at) == 1 for name in names])
        for pointer in sorted(keys, key=len, reverse=True):  # an inner one is not found once an outer one is renamed
            _rename(mended, pointer, new_keys(mended, pointer, keys[pointer]))
        for pointer, here in _by_pointer(filterfalse(is_about_key, misfits)).items():
            _mend_here(mended, pointer, here)
    _excuse_what_lost_references_meant(mended)
    mended.conclude()
    return mended


def _no_ids(data: Mapping[str, Any]) -> dict[str, list[IdPlace]]:
    found: dict[str, list[IdPlace]] = {}
    for place in id_places(data):
        if not is_id(place.text):
            found.setdefault(place.text, []).append(place)
    return found


def _by_pointer(misfits: Iterable[ValidationError]) -> Mapping[Pointer, list[ValidationError]]:
    groups: dict[Pointer, list[ValidationError]] = {}
    for misfit in misfits:
        groups.setdefault(pointer_of(misfit), []).append(misfit)
    return groups


def _set_surplus_aside(mended: Mended) -> None:
    """Take out the entries that do not fit beyond the number that is put in words."""
    for section in SECTIONS:
        entries = mended.data.get(section)
        if not isinstance(entries, dict):
            continue
        surplus = bad_entries(mended.data, section)[limits.MAX_REMARKS :]
        for name in surplus:
            mended.excuse([name, entries.pop(name)])
        if surplus:
            mended.say_in_sum((section,), len(surplus), f"entries of `{section}`")


def _excuse_what_lost_references_meant(mended: Mended) -> None:
    """Excuse the entries that nothing uses, if there are no more of them than references that could not be read."""
    for section, lost in mended.lost.items() if mended.fits else ():
        used = _USED[section](mended.data)
        unused = [name for name in mended.data.get(section, ()) if name not in used and name not in mended.excused]
        if len(unused) <= lost:
            mended.excuse(unused)


def _used_claims(data: dict[str, Any]) -> set[str]:
    """Give the claims that reach something: thesis, rivals, premises, and what contradicts or is contradicted."""
    theses = data["thesis"]
    roots = {*([theses] if isinstance(theses, str) else theses), *data.get("rivals", ())}
    arguments = data.get("arguments", {}).values()
    contraries = {
        name: entry.get("contradicts", ()) for name, entry in data["claims"].items() if isinstance(entry, dict)
    }
    contradicting = {name for name, others in contraries.items() if others}
    premises = {premise for argument in arguments for premise in argument["premises"]}
    return premises | contradicting | {other for others in contraries.values() for other in others} | roots


def _used_sources(data: dict[str, Any]) -> set[str]:
    entries = [*data["claims"].values(), *data.get("arguments", {}).values()]
    return {cited["source"] for entry in entries if isinstance(entry, dict) for cited in entry.get("cites", ())}


_USED = {"claims": _used_claims, "sources": _used_sources}


# --- keys and fields --------------------------------------------------------------------------------------------


def _rename(mended: Mended, pointer: Pointer, new_names: Mapping[str, str]) -> None:
    """Rename keys of a mapping and keep their places."""
    holder = mended.at(pointer)
    origins = {new: mended.origin((*pointer, old)) for old, new in new_names.items()}
    mended.renamed.update({(*pointer, new): origin for new, origin in origins.items()})
    pairs = [(new_names.get(key, key), value) for key, value in holder.items()]
    holder.clear()
    holder.update(pairs)


def _mend_here(mended: Mended, pointer: Pointer, misfits: Sequence[ValidationError]) -> None:
    """Mend what does not fit at one place: fields with strange names, then fields that are missing, or the value."""
    strange = [misfit for misfit in misfits if misfit.validator == "additionalProperties"]
    lacks = [misfit for misfit in misfits if is_lack(misfit)]
    if strange:
        renamed, unknown = _mend_fields(mended, pointer, strange[0])
        if renamed or not lacks:
            return
        _mend_lacks(mended, pointer, lacks, explained=unknown)
    elif lacks:
        _mend_lacks(mended, pointer, lacks, explained=0)
    else:
        _mend_value(mended, pointer, misfits[0])


def _mend_fields(mended: Mended, pointer: Pointer, misfit: ValidationError) -> tuple[int, int]:
    """Read misspelt fields as the ones meant, take other unknown ones out; give how many were renamed and taken out."""
    holder = mended.at(pointer)
    if not isinstance(holder, dict):
        return 0, 0
    node: Any = misfit.schema
    strange = [name for name in holder if name not in node["properties"] and not name.startswith("x-")]
    taken = {name for name in node["properties"] if name in holder}
    new_names: dict[str, str] = {}
    for name in strange:
        meant = None if mended.is_full else _meant_field(holder[name], name, node, taken, alone=len(strange) == 1)
        message = unknown_message(name, meant, node["properties"])
        mended.say((*pointer, name), message, on_key=True, fix=field_fix(mended, (*pointer, name), meant, node))
        if meant:
            new_names[name] = meant
            taken.add(meant)
        else:
            mended.excuse(holder.pop(name))
    _rename(mended, pointer, new_names)
    return len(new_names), len(strange) - len(new_names)


def _meant_field(value: Any, name: str, node: Mapping[str, Any], taken: set[str], *, alone: bool) -> str | None:
    """Give the field that is spelt most alike; else the only one that the value speaks for.

    That is a field whose choice of words holds the value, or the only one that is needed and missing, if it fits.
    """
    known: Mapping[str, Any] = {field: inner for field, inner in node["properties"].items() if field not in taken}
    if meant := closest(name, known):
        return meant
    fitting = [field for field, inner in known.items() if value in inner.get("enum", ())]
    missing = [field for field in node.get("required", ()) if field in known]
    if alone and not fitting and len(missing) == 1 and is_valid(value, known[missing[0]]):
        return str(missing[0])
    return fitting[0] if len(fitting) == 1 else None


def _mend_lacks(mended: Mended, pointer: Pointer, misfits: Sequence[ValidationError], explained: int) -> None:
    """Put stand-ins for what is missing. As many unknown fields as things missing explain them without another word."""
    holder = mended.at(pointer)
    if not isinstance(holder, dict):
        return
    missing = list(dict.fromkeys(name for misfit in misfits for name in lacking(misfit)))
    if not missing or len(missing) > explained:
        mended.say(pointer, lack_message(pointer, missing), on_key=True)
    if not missing:
        mended.excuse(holder.pop("attacks"))
    for name in missing:
        holder[name] = _stand_in(mended, (*pointer, name))
        mended.is_usable &= bool(pointer) or name not in _VITAL


# --- values -----------------------------------------------------------------------------------------------------


def _mend_value(mended: Mended, pointer: Pointer, misfit: ValidationError) -> None:
    """Put what was meant in the place of a value that does not fit; else a stand-in, or nothing."""
    holder = mended.at(pointer[:-1])
    value: Any = misfit.instance
    if not pointer or not is_there(holder, pointer[-1]):
        return
    if _is_excused(mended, pointer, value):
        holder[pointer[-1]] = mended.new_id(value, sections_meant(pointer)) or mended.fresh_id()
        return
    spelling = mended.places.spelling(mended.origin(pointer)) or str(value)
    meant = _meant_value(mended, misfit, pointer, spelling)
    known = None if meant is _NOTHING else meant
    mended.say(pointer, misfit_message(misfit, spelling), fix=value_fix(mended, pointer, misfit, known))
    if misfit.validator == "uniqueItems":
        _drop_repeats(mended, pointer, value)
    elif meant is not _NOTHING:
        holder[pointer[-1]] = meant
        _note_guess(mended, pointer, value, meant)
    else:
        mended.excuse(value)
        mended.is_usable &= not (pointer[0] == "lint" or (len(pointer) == 1 and pointer[0] in _VITAL))
        if _is_needed(pointer):
            holder[pointer[-1]] = _stand_in(mended, pointer)
        else:
            del holder[pointer[-1]]


def _note_guess(mended: Mended, pointer: Pointer, value: Any, meant: Any) -> None:
    """Keep the place of what became a list; excuse a number that is read as an id and names nothing."""
    if isinstance(meant, list):
        mended.renamed[(*pointer, 0)] = (*mended.origin(pointer), 0)
    for name in meant if isinstance(meant, list) else [meant]:
        if takes_id(node_at(pointer)) and not isinstance(value, str) and not mended.names(str(name)):
            mended.excused.add(str(name))
            _count_lost(mended, pointer)


def _is_excused(mended: Mended, pointer: Pointer, value: Any) -> bool:
    """Tell whether a value names an entry whose own key is no id, which has been said: one mistake, one finding."""
    if not isinstance(value, str) or not takes_id(node_at(pointer)):
        return False
    return mended.new_id(value, sections_meant(pointer)) is not None or value in mended.excused


def _meant_value(mended: Mended, misfit: ValidationError, pointer: Pointer, spelling: str) -> Any:
    """Give what a value that does not fit must mean; _NOTHING where that is not plain."""
    value: Any = misfit.instance
    node = node_at(pointer)
    guesses: list[Any] = []
    if misfit.validator == "const":
        guesses = [misfit.validator_value]
    elif pointer == ("shape",):
        guesses = [meant_member(misfit), "graph"]
    elif misfit.validator == "enum":
        guesses = [meant_member(misfit)]
    elif isinstance(value, str):
        guesses = [[value], SWITCHES.get(value.lower()), number_in(value), id_named(mended, node, value)]
    elif isinstance(value, bool | int | float) or (value is None and takes_id(node) and mended.names(spelling)):
        guesses = [spelling, [spelling]]
    return next((guess for guess in guesses if guess is not None and is_valid(guess, node)), _NOTHING)


def _is_needed(pointer: Pointer) -> bool:
    """Tell whether something must stand here: anything but an optional field."""
    holder = object_node(node_at(pointer[:-1]))
    return "properties" not in holder or pointer[-1] in needed_fields(holder)


def _stand_in(mended: Mended, pointer: Pointer, node: Mapping[str, Any] | None = None) -> Any:
    """Give the least that fits a node of the schema; ids and texts are unlike any other."""
    node = node_at(pointer) if node is None else node
    if "const" in node:
        return node["const"]
    if any(branch.get("pattern") == ID_PATTERN for branch in (node, *node.get("anyOf", ()))):
        _count_lost(mended, pointer)
        return mended.fresh_id()
    if node.get("type") == "array":
        return [_stand_in(mended, (*pointer, 0))] if node.get("minItems") else []
    holder = object_node(node)
    if "properties" in holder:
        names = [*holder.get("required", ()), *_last_choice(holder)]
        return {name: _stand_in(mended, (*pointer, name)) for name in names}
    return {} if node.get("type") == "object" else f"Something is missing here ({mended.fresh_id()})."


def _last_choice(holder: Mapping[str, Any]) -> list[str]:
    choices = holder.get("oneOf") or holder.get("anyOf") or [{"required": []}]
    return list(choices[-1]["required"])


def _count_lost(mended: Mended, pointer: Pointer) -> None:
    section = {"premises": "claims", "source": "sources"}.get(str(next(filter(_is_name, reversed(pointer)), "")))
    if section is not None:
        mended.lost[section] = mended.lost.get(section, 0) + 1


def _is_name(step: str | int) -> bool:
    return isinstance(step, str)


def _drop_repeats(mended: Mended, pointer: Pointer, items: list[Any]) -> None:
    kept: dict[Any, int] = {}
    for index, item in enumerate(items):
        if item not in kept:
            kept[item] = index
    origin = mended.origin(pointer)
    mended.renamed.update({(*pointer, new): (*origin, old) for new, old in enumerate(kept.values())})
    items[:] = kept
