"""Another id for an entry, put in where it stands: what the move does, without reading the map anew.

It takes the plain case: an id whose new name stands nowhere yet, in a map that can be read. Whatever is out of the
ordinary is left to the move itself.
"""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from itertools import accumulate

from coldwater.editing.pieces import CannotBeSetError, Setting, cuts
from coldwater.editing.plain_data import applied
from coldwater.editing.renaming import NewName, renaming_edits
from coldwater.edits import Rename, Splice
from coldwater.errors import DefectError, UsageError
from coldwater.formats.native.document import sidecar_of
from coldwater.formats.native.splices import splice
from coldwater.formats.native.spots import RefusedError
from coldwater.formats.native.suspicion import FIELDS_OF_ENTRIES
from coldwater.formats.native.yaml_scalars import inline, quoted
from coldwater.language.changes import changes
from coldwater.model import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.editing.pieces import Cut, Piece
    from coldwater.edits import Replace
    from coldwater.language.layout import Layout
    from coldwater.language.open_map import OpenMap
    from coldwater.language.tokens import Token


def renamed(open_map: OpenMap, move: Mapping[str, Any], baseline: str | None = None) -> list[Splice] | None:
    """Give what a move that renames puts in the place of what; None where that is for the move itself to say.

    So it is where ids are named in files beside the map as well: review stamps, and a ``baseline``.
    """
    if not _is_plain(open_map, move) or _has_files_beside(open_map.name, baseline):
        return None
    map_ = open_map.reading.map
    assert map_ is not None
    try:
        edits = renaming_edits(map_, NewName(move["id"], move["new"], move.get("section")))
    except UsageError:
        return None
    old = composed(move["id"])
    tokens = _tokens(open_map.layout, edits, old)
    if tokens is None:
        return None
    put = [Splice(one.start, one.end, _spelt(one, move["new"], open_map.spelling)) for one in tokens]
    return put if open_map.spelling == "json" else _in_form(open_map, put, edits)


def _is_plain(open_map: OpenMap, move: Mapping[str, Any]) -> bool:
    """Tell whether a move renames, to an id that means nothing yet, in a map that can be read as it is written."""
    old, new = move.get("id"), move.get("new")
    if move.get("move") != "rename" or not {*move} <= {"move", "id", "new", "section"}:
        return False
    if not isinstance(old, str) or not isinstance(new, str) or composed(new) != new:
        return False
    reading = open_map.reading
    is_field = new in FIELDS_OF_ENTRIES or new.startswith("x-")
    return reading.map is not None and reading.is_readable and not is_field and not open_map.layout.places_of(new)


def _has_files_beside(name: str, baseline: str | None) -> bool:
    return os.path.exists(sidecar_of(name)) or (baseline is not None and os.path.exists(baseline))


def _tokens(layout: Layout, edits: Sequence[Rename | Replace], old: str) -> list[Token] | None:
    """Give where the id stands in the text, one place for each edit; None where that cannot be told."""
    places: dict[tuple[Any, bool], list[Token]] = {}
    for at in layout.places_of(old):
        places.setdefault((at.token.path, at.token.is_key), []).append(at.token)
    found = [places.get((edit.pointer, isinstance(edit, Rename)), []) for edit in edits]
    if any(len(some) != 1 for some in found):
        return None
    tokens = sorted((token for some in found for token in some), key=lambda one: one.start)
    return tokens if all(_is_as_said(layout.text, one) for one in tokens) else None


def _is_as_said(text: str, token: Token) -> bool:
    return text[token.start : token.end] == f"{token.quote}{token.text}{token.quote}"


def _spelt(token: Token, new: str, spelling: str) -> str:
    if spelling == "json":
        return json.dumps(new, ensure_ascii=False)
    return quoted(new, token.quote) if token.quote else inline(new, in_flow=True)


# --- what was in form stays in it -------------------------------------------------------------------------------------


def _in_form(open_map: OpenMap, put: Sequence[Splice], edits: Sequence[Rename | Replace]) -> list[Splice] | None:
    """See that the pieces of a YAML text in which something was put mean what they should, and set them anew.

    A text that was not in form is not brought into it. The order does not hang on names, so no piece moves.
    """
    cut = cuts(open_map.text)
    if cut is None:
        return None
    within = _by_piece(cut, put)
    renamed_cut = [
        one._replace(text=splice(one.text, within[number][1])) if number in within else one
        for number, one in enumerate(cut)
    ]
    before, after = Setting(cut, [*within]), Setting(renamed_cut, [*within])
    if not _is_meant(before, after, edits):
        return None
    if open_map.formed() != open_map.text:
        return [*put]
    try:
        old, new = open_map.pieces.set(cut), after.pieces()
        return [
            Splice(one.start + offset, one.end + offset, one.text)
            for number, (offset, _) in within.items()
            for one in _set_anew(cut[number].text, old[number], new[number])
        ]
    except (CannotBeSetError, DefectError, RefusedError):
        return None


def _by_piece(cut: Sequence[Cut], put: Sequence[Splice]) -> dict[int, tuple[int, list[Splice]]]:
    """Give by its number, in order, where each piece begins in which something is put, and what from there on."""
    starts = [*accumulate((len(one.text) for one in cut), initial=0)]
    within: dict[int, tuple[int, list[Splice]]] = {}
    for one in put:
        number = bisect_right(starts, one.start) - 1
        offset = starts[number]
        within.setdefault(number, (offset, []))[1].append(Splice(one.start - offset, one.end - offset, one.text))
    return within


def _is_meant(before: Setting, after: Setting, edits: Sequence[Rename | Replace]) -> bool:
    """Tell whether pieces hold after some edits what these make of what they held."""
    try:
        wanted, found = applied(before.data, edits), after.data
    except (LookupError, RefusedError):
        return False
    return json.dumps(wanted, sort_keys=True) == json.dumps(found, sort_keys=True)


def _set_anew(text: str, old: Piece, new: Piece) -> list[Splice]:
    """Give what sets a piece anew that was in form; what stands around it stays as it is.

    Raises CannotBeSetError where the new one would have other comments around it.
    """
    lines = _lines(old)
    if not text.startswith(lines) or old._replace(id="", lines=()) != new._replace(id="", lines=()):
        raise CannotBeSetError
    return changes(text, _lines(new) + text[len(lines) :])


def _lines(piece: Piece) -> str:
    return "\n".join((*piece.head, *piece.lines)) + "\n"
