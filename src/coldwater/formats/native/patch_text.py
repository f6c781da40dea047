"""A patch for a map, ``NAME.patch.yaml``: new claims, arguments and sources in the words of the format, and moves.

Text in and out. A patch is written to be read and mended by its author before it is applied. It reads no file.
"""

from __future__ import annotations

from coldwater.edits import Patch
from coldwater.errors import MoveRefusedError, UsageError
from coldwater.findings import START
from coldwater.formats.native import document as native
from coldwater.formats.native.places import Places
from coldwater.formats.native.spots import RefusedError
from coldwater.model import _accepts, composed
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from coldwater.formats.native.spots import Parsed

#: The sections that a patch may hold, and the other fields it has.
SECTIONS = ("sources", "claims", "arguments")
_VERSION_FIELD = "coldwater-patch"
_VERSION = 1
_MOVES = "moves"
_FIELDS = (_VERSION_FIELD, "title", "thesis", *SECTIONS, _MOVES)


def read_patch(text: str, name: str) -> Patch:
    """Read a patch; the ending of ``name`` tells its spelling.

    Raises UsageError, naming file, line and column, for a text that is none.
    """
    spelling = native.spelling_of(name)
    if spelling is None:
        raise UsageError(f"{name}: the name must end in .yaml, .yml or .json")
    try:
        parsed = _parsed(text, spelling)
    except RefusedError as refusal:
        raise _refusal(name, refusal.spot.place, refusal.spot.message) from None
    for spot in parsed.spots:
        raise _refusal(name, spot.place, spot.message)
    data = parsed.data
    version = data.get(_VERSION_FIELD) if isinstance(data, dict) else None
    if version != _VERSION or type(version) is not int:
        raise _refusal(name, START, f"a patch begins with `{_VERSION_FIELD}: {_VERSION}`")
    _refuse_misfits(name, data, parsed)
    entries = {section: data[section] for section in SECTIONS if data.get(section)}
    moves = tuple(_moves_in(name, data, parsed))
    if not (entries or moves):
        raise _refusal(name, START, f"the patch holds nothing; it may hold {', '.join(SECTIONS)}, {_MOVES}")
    return Patch(data["title"], composed(data["thesis"]), entries, moves)


def _moves_in(name: str, data: dict[str, Any], parsed: Parsed) -> Iterator[Mapping[str, Any]]:
    """Give the moves of a patch. Raises UsageError, with the place, for what is none."""
    moves = data.get(_MOVES, [])
    if not isinstance(moves, list):
        raise _refusal(name, Places(parsed.root).find((_MOVES,)), "`moves` must be a list of moves")
    if not moves:
        return
    from coldwater.formats.native.move_table import refuse_misshapen  # noqa: PLC0415 - most patches hold entries

    for number, move in enumerate(moves):
        try:
            refuse_misshapen(move, number)
        except MoveRefusedError as refusal:
            raise _refusal(name, Places(parsed.root).find((_MOVES, number)), refusal.reason) from None
        yield move


def _parsed(text: str, spelling: str) -> Parsed:
    if spelling == "json":
        from coldwater.formats.native.json_text import read_json  # noqa: PLC0415 - each start pays for one reader only

        return read_json(text)
    from coldwater.formats.native.yaml_text import read_yaml  # noqa: PLC0415

    return read_yaml(text)


def _refuse_misfits(name: str, data: dict[str, Any], parsed: Parsed) -> None:
    """Refuse what would not fit in a map either: the patch is held against the schema as the map it would make."""
    places = Places(parsed.root)
    for field in data:
        if field not in _FIELDS:
            where = places.find((field,), on_key=True)
            raise _refusal(name, where, f"`{printable(str(field))}` is nothing that a patch holds")
    for field in ("title", "thesis"):
        if field not in data:
            raise _refusal(name, START, f"the patch lacks `{field}`, which says what map it is for")
    if isinstance(data["thesis"], list):
        where = places.find(("thesis",), on_key=False)
        raise _refusal(name, where, "a patch names one thesis of the map that it is for, without a list")
    as_map: dict[str, Any] = {"argmap": 1, "claims": {}}
    as_map |= {field: value for field, value in data.items() if field not in (_VERSION_FIELD, _MOVES)}
    if _accepts.document(as_map):
        return
    from coldwater.formats.native.mending import mend  # noqa: PLC0415 - jsonschema is heavy

    for flaw in mend(as_map, places).flaws:
        raise _refusal(name, places.find(flaw.pointer, flaw.on_key), flaw.message)


def _refusal(name: str, place: tuple[int, ...], message: str) -> UsageError:
    return UsageError(f"{name}:{place[0]}:{place[1]}: {message}")


def _is_described(value: Any) -> bool:
    """Tell whether a field of a move describes claims: such a move is written on several lines, to be mended."""
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def write_patch(patch: Patch, head: tuple[str, ...] = (), above: Mapping[str, str] | None = None) -> str:
    """Give a patch as YAML. ``head``: comments to begin with; ``above``: a remark by id above an entry, or a move."""
    from coldwater.formats.native.yaml_writing import node_of, write_tree  # noqa: PLC0415 - reading needs none of it

    fields = {_VERSION_FIELD: _VERSION, "title": patch.title, "thesis": patch.thesis}
    sections = {section: patch.entries[section] for section in SECTIONS if section in patch.entries}
    root = node_of({**fields, **sections, **({_MOVES: [*patch.moves]} if patch.moves else {})})
    root.is_flow = False
    for entry in root.entries:
        if entry.name in (*SECTIONS, _MOVES):
            entry.above = [""]
            entry.value.is_flow = False
            for number, inner in enumerate(entry.value.entries):
                move = patch.moves[number] if entry.name == _MOVES else {}
                inner.value.is_flow = not any(_is_described(value) for value in move.values())
                if remark := (above or {}).get(str(move.get("id", inner.name))):
                    inner.above = [f"# {remark}"]
    return write_tree(root, [f"# {line}" for line in head])
