"""The verb that edits a map in its own words: moves, each of which answers with what it did to the verdict.

It takes the path of a file, or its name and its bytes, gives values and prints nothing; ``save`` writes.
"""

from __future__ import annotations

import os

from coldwater import api
from coldwater.changes import Change, Moving
from coldwater.editing.moves.making import make_moves
from coldwater.editing.moves.undoing import version_of
from coldwater.errors import UsageError
from coldwater.formats.native.decoding import decode, encode
from coldwater.formats.native.document import spelling_of
from coldwater.formats.native.limits import MAX_BYTES
from coldwater.formats.native.spots import RefusedError
from coldwater.model.references import is_graph
from coldwater.renames import following
from coldwater.report.move_answer import Seen, answer_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.checking import Checked
    from coldwater.files import AnyPath
    from coldwater.model.models import Map
    from coldwater.project.settings import Settings
    from coldwater.report.move_answer import Crux

#: How many leaves a crux has that an answer tells of, and for how long they are looked for.
_CRUX_SIZE, _SECONDS = 2, 1.0
#: Of larger maps an answer tells no cruxes: looking for them would take longer than all the rest.
_MOST_CLAIMS = 400


def move(  # noqa: PLR0913 - what is moved, where, and what is known beside it
    path: AnyPath,
    moves: Mapping[str, Any] | Sequence[Mapping[str, Any]],
    *,
    data: bytes | None = None,
    texts: Mapping[str, str] | None = None,
    settings: Settings | None = None,
    version: str | None = None,
    baseline: AnyPath | None = None,
) -> Moving:
    """Make a move, or several as one: all are made or none. Each is plain data; docs/editing.md lists them.

    The file at ``path`` is read, unless its bytes are handed over as ``data``. ``texts`` holds full texts by source id
    beside those that sources name; ``settings`` say which findings count. ``version``: that of the text the moves are
    meant for, as an earlier answer gives it. With an id that is renamed go the review stamps beside the file, and the
    entries of the file ``baseline``; not where ``data`` is handed over. Raises MoveRefusedError, with the reason and
    with moves that can be made, UsageError for another version, and what reading a file raises. Nothing is written:
    ``save`` does that. Cost: two checks and two evaluations, and some readings of the text for each move.
    """
    name = os.fspath(path)
    before = api.map_bytes(name) if data is None else data
    text, spelling = text_of(name, before)
    if version is not None and version != version_of(text):
        raise UsageError(f"{name}: the map is another one by now (version {version_of(text)}, not {version})")
    wanted: list[Mapping[str, Any]] = [moves] if isinstance(moves, dict) else [*moves]
    with api.CollectorOff():
        made = make_moves(text, spelling, wanted, lambda map_: {**_beside(name, map_), **(texts or {})})
        change = Change(name, before, encode(made.text, before))
        states = seen(name, before, texts, settings), seen(name, change.new, texts, settings)
    answer = answer_of(*states, made.renamed, made.undo, version_of(made.text), made.found)
    beside = () if data is not None else tuple(following(name, made.renamings, baseline))
    return Moving(change, answer, beside)


def text_of(name: str, data: bytes) -> tuple[str, str]:
    """Give the text in the bytes of a map file, and its spelling. Raises UsageError for what is no map of ours."""
    spelling = spelling_of(name)
    if spelling is None or b"argmap" not in data:
        from coldwater.importing import refuse_foreign  # noqa: PLC0415 - most files are maps

        refuse_foreign(name, data)
    assert spelling is not None  # another was refused
    try:
        return decode(data, MAX_BYTES), spelling
    except RefusedError as refusal:
        raise UsageError(f"{name}: {refusal.spot.message}") from None


def _beside(name: str, map_: Map) -> Mapping[str, str]:
    from coldwater.beside import full_texts  # noqa: PLC0415 - few moves ask for a text

    return full_texts(os.path.dirname(name), map_)[0]


def seen(name: str, data: bytes, texts: Mapping[str, str] | None = None, settings: Settings | None = None) -> Seen:
    """Look at a state of a map: findings, verdicts, and what the verdict on the thesis hangs on."""
    return seen_of(api.check_content(name, data, texts, settings))


def seen_of(checked: Checked) -> Seen:
    """Look at a state of a map that was checked."""
    verdicts = verdicts_on(checked)
    cruxes = _cruxes(checked.map) if verdicts and checked.map is not None else None
    return Seen(checked.findings, checked.map, verdicts, cruxes)


def verdicts_on(checked: Checked) -> dict[str, str]:
    """Give the verdicts on a map that was checked, by id; none where it cannot be judged."""
    map_ = checked.map
    if map_ is None or checked.graph_errors or not is_graph(map_):
        return {}
    from coldwater.semantics.evaluation import evaluate_map  # noqa: PLC0415 - as above

    try:
        return {id_: one.verdict for id_, one in evaluate_map(map_).verdicts.items()}
    except UsageError:  # a standard that asks for numbers the map has not
        return {}


def _cruxes(map_: Map) -> tuple[Crux, ...] | None:
    """Give the cruxes of the first thesis; None where there are too many claims, or too little time."""
    if len(map_.claims) > _MOST_CLAIMS:
        return None
    from coldwater.prep.deciding.clock import Clock  # noqa: PLC0415 - as above
    from coldwater.prep.deciding.cruxes import find_cruxes  # noqa: PLC0415
    from coldwater.prep.deciding.inquiry import Inquiry  # noqa: PLC0415
    from coldwater.prep.deciding.oracle import oracle_for  # noqa: PLC0415
    from coldwater.semantics.labelling import WORDS  # noqa: PLC0415

    oracle = oracle_for(map_, "grounded", None, Clock(_SECONDS))
    found = find_cruxes(Inquiry(map_, oracle), _CRUX_SIZE)
    if found.cut_by is not None:
        return None
    names = oracle.framework.names
    return tuple(
        (tuple(tuple(names[leaf] for leaf in one.leaves) for one in crux.handles), WORDS[crux.label])
        for crux in found.found
    )
