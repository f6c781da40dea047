"""A patch applied to the text of a map: its entries are added, and everything that is there stays as it is."""

from __future__ import annotations

from coldwater.editing.applying import apply_edits
from coldwater.editing.formatting import canonical
from coldwater.editing.moves.making import make_moves
from coldwater.edits import Replace
from coldwater.errors import DefectError, MoveRefusedError, UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.json_text import read_json
from coldwater.formats.native.yaml_text import read_yaml
from coldwater.model import from_accepted_data
from coldwater.model.data import SECTIONS, as_data
from coldwater.model.ids import is_id
from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.rules.references import dangling_references

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from coldwater.editing.moves.making import Texts
    from coldwater.edits import Edit, Patch
    from coldwater.formats.native.move_table import Move
    from coldwater.model.models import Map

#: Where moves that only add put what they add, and how the fields are called there that have other names.
_ADDED_TO = {"source": "sources", "claim": "claims", "reason": "arguments"}
_FIELD_OF = {"for": "supports", "against": "attacks"}
#: Claims and arguments share one namespace.
_SHARED = ("claims", "arguments")


class Added(NamedTuple):
    """An entry of a patch: the section it is in, and its id."""

    section: str
    id: str


class Patched(NamedTuple):
    """A text with the entries of a patch; those that were added, and those that were there, just so, already.

    ``moves``: how many moves were made beside; ``renamed`` and ``renamings``: as of moves.
    """

    text: str
    added: tuple[Added, ...]
    held: tuple[Added, ...]
    moves: int = 0
    renamed: Mapping[tuple[str, str], str] = {}
    renamings: tuple[tuple[Map, Map, tuple[str, str]], ...] = ()


def apply_patch(text: str, spelling: str, map_: Map, patch: Patch, texts: Texts | None = None) -> Patched:
    """Add the entries of a patch to a text, then make its moves; ``map_`` is what was read from it without a remark.

    Entries are moves as well: a source, a claim, a reason; moves that begin a patch and add under ids of their own are
    entries. One that the map holds just so is not added again. A text in canonical form is so afterwards. Raises
    UsageError, naming every offender, where an id is taken by another entry, or an entry names what neither the map nor
    the patch holds, and for the first move that cannot be made.
    """
    patch = with_moves_as_entries(patch)
    data = (read_json if spelling == "json" else read_yaml)(text).data
    entries = [Added(section, id_) for section, found in patch.entries.items() for id_ in found]
    held = tuple(one for one in entries if _whole(_there(data, one)) == _whole(patch.entries[one.section][one.id]))
    added = tuple(one for one in entries if one not in held)
    _refuse((*_taken(map_, added), *_taken_twice(patch)))
    _refuse(_lost(map_, _with_entries(map_, patch, added), patch.title))
    moves = [*_moves_of(patch, added), *patch.moves]
    if not moves:
        return Patched(text, (), held)
    try:
        made = make_moves(text, spelling, moves, texts, is_bulk=True)
    except MoveRefusedError as refusal:
        raise UsageError(f"the patch does not fit this map: {refusal}") from None
    changed = made.text
    after = native.read(changed, spelling)
    if after.map is None or not after.is_readable:
        raise DefectError("the map could not be read with the patch in it")
    if canonical(text, spelling, map_) == text:
        changed = canonical(changed, spelling, after.map)
    new = (*added, *_added_by_moves(map_, after.map, added))
    return Patched(changed, new, held, len(patch.moves), made.renamed, made.renamings)


def with_moves_as_entries(patch: Patch) -> Patch:
    """Give a patch whose first moves, as far as they only add, are entries: these may be there already."""
    entries = {section: dict(found) for section, found in patch.entries.items()}
    for number, move in enumerate(patch.moves):
        found = _entries_of(move)
        if found is None or any(id_ in entries.get(section, {}) for section, id_, _ in found):
            return patch._replace(entries=entries, moves=patch.moves[number:])
        for section, id_, entry in found:
            entries.setdefault(section, {})[id_] = entry
    return patch._replace(entries=entries, moves=())


def _entries_of(move: Move) -> list[tuple[str, str, dict[str, Any]]] | None:
    """Give the entries that a move adds: section, id and what stands there; None if it does more, or makes ids."""
    section = _ADDED_TO.get(move["move"])
    if section is None or "id" not in move or move.get("each") or len({"for", "against"} & {*move}) > 1:
        return None
    entry = {_FIELD_OF.get(name, name): value for name, value in move.items() if name not in ("move", "id", "each")}
    if section != "arguments":
        return [(section, move["id"], entry)]
    if not ({"supports", "attacks"} & {*entry}) or not all(map(_is_named, entry["premises"])):
        return None
    described = [one for one in entry["premises"] if isinstance(one, dict)]
    claims = [("claims", one["id"], {name: one[name] for name in one if name != "id"}) for one in described]
    premises = [one["id"] if isinstance(one, dict) else one for one in entry["premises"]]
    return [*claims, (section, move["id"], {**entry, "premises": premises})]


def _is_named(premise: Any) -> bool:
    """Tell whether the id of a premise is known without the map."""
    if isinstance(premise, dict):
        return isinstance(premise.get("id"), str) and isinstance(premise.get("text"), str)
    return is_id(premise) and premise[-1] not in "._-"


def _moves_of(patch: Patch, added: Sequence[Added]) -> Iterator[Move]:
    """Give the moves that add entries: each claim with the first argument that rests on it, so that it stands there."""
    wanted = {(one.section, one.id) for one in added}
    for id_, source in patch.entries.get("sources", {}).items():
        if ("sources", id_) in wanted:
            yield {**source, "move": "source", "id": id_}
    claims = {id_: _whole(one) for id_, one in patch.entries.get("claims", {}).items() if ("claims", id_) in wanted}
    arguments = {id_: one for id_, one in patch.entries.get("arguments", {}).items() if ("arguments", id_) in wanted}
    used = {premise for argument in arguments.values() for premise in argument["premises"]}
    for id_, claim in claims.items():
        if id_ not in used or _is_target(id_, arguments):
            yield {**claim, "move": "claim", "id": id_}
    left = {id_: claim for id_, claim in claims.items() if id_ in used and not _is_target(id_, arguments)}
    for id_ in _in_turn(arguments):
        argument = {name: value for name, value in arguments[id_].items() if name not in ("supports", "attacks")}
        premises = [{**left.pop(one), "id": one} if one in left else one for one in argument["premises"]]
        side = "for" if "supports" in arguments[id_] else "against"
        yield {**argument, "move": "reason", "id": id_, "premises": premises, side: _target(arguments[id_])}


def _is_target(id_: str, arguments: Mapping[str, Mapping[str, Any]]) -> bool:
    return any(_target(argument) == id_ for argument in arguments.values())


def _in_turn(arguments: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Give the arguments so that none comes before one that it is about; those about each other as they stand."""
    done: set[str] = set()
    waiting = list(arguments)
    while waiting:
        ready = [id_ for id_ in waiting if _target(arguments[id_]) not in waiting or _target(arguments[id_]) in done]
        for id_ in ready or waiting[:1]:
            done.add(id_)
            yield id_
        waiting = [id_ for id_ in waiting if id_ not in done]


def _with_entries(map_: Map, patch: Patch, added: Sequence[Added]) -> Map:
    """Give a map with entries of a patch."""
    data = as_data(map_)
    for one in added:
        data.setdefault(one.section, {})[one.id] = patch.entries[one.section][one.id]
    return from_accepted_data(data)


def _added_by_moves(before: Map, after: Map, known: Sequence[Added]) -> Iterator[Added]:
    """Give what moves added beside the entries of a patch."""
    for section in SECTIONS:
        for id_ in getattr(after, section):
            one = Added(section, id_)
            if id_ not in getattr(before, section) and one not in known:
                yield one


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


def _target(argument: Mapping[str, Any]) -> str:
    target: str = argument.get("supports") or argument["attacks"]
    return target
