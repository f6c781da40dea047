"""Moves made on a text, one after the other, all or none."""

from __future__ import annotations

import copy
from itertools import groupby

from coldwater.editing import renaming
from coldwater.editing.applying import apply_edits
from coldwater.editing.moves import adding, citing, dividing, relating, removing, wording
from coldwater.editing.moves.difference import edits_between, places_of_new
from coldwater.editing.moves.draft import IS_SO, Draft
from coldwater.editing.moves.form import is_in_form, kept_in_form
from coldwater.editing.moves.meaning import meant
from coldwater.editing.moves.undoing import undo_of, undone
from coldwater.editing.order import Order
from coldwater.editing.pieces import Pieces
from coldwater.errors import DefectError, MoveRefusedError, UsageError
from coldwater.formats.native import document as native
from coldwater.formats.native.move_table import refuse_misshapen
from coldwater.formats.native.spots import HASH_IN_TEXT
from coldwater.model import _accepts, composed, from_accepted_data
from coldwater.records import NamedTuple
from coldwater.rules.references import dangling_references
from coldwater.rules.subject import Subject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from coldwater.edits import Found
    from coldwater.formats.native.document import Reading
    from coldwater.formats.native.move_table import Move
    from coldwater.model.models import Map

    Texts = Callable[[Map], Mapping[str, str]]

#: What each move does to the data; ``rename`` and ``undo`` are about the text.
_DOERS: dict[str, Callable[[Draft], None]] = {
    "claim": adding.claim,
    "reason": adding.reason,
    "premise": adding.premise,
    "rival": adding.rival,
    "source": adding.source,
    "cite": citing.cite,
    "reword": wording.reword,
    "set": wording.set_field,
    "clear": wording.clear,
    "turn": relating.turn,
    "move": relating.move,
    "undercut": relating.undercut,
    "rebut": relating.rebut,
    "split": dividing.split,
    "join": dividing.join,
    "remove": removing.remove,
    "thesis": wording.thesis,
}
#: Moves that look at nothing but the ids there are: many of them in a row are written at once.
_TOGETHER = ("source", "claim")
#: What can be done to a map that does not fit the schema yet.
_MENDING = ("set", "clear", "undo")
#: What lets attacks go round.
_GRAPH = {"move": "set", "field": "shape", "value": "graph"}
#: Why no move is given where the text, the map or its schema is in the way.
_MEND_FIRST = "the text is mended first: by its fixes, or by hand"
_IN_THE_WAY = "the text is written so that only a hand can change it there"
_NO_FIELD_OR_VALUE = "which field or value is meant is yours to say"
#: More steps from one state of the data to the next than any move takes.
_MOST_STEPS = 1_000


class Made(NamedTuple):
    """A text after moves, what takes them back, and the ids that have other names: (section, before) to after.

    ``renamings``: for each id that got another one, in order, the maps right before and after, the old id and the new.
    ``found``: where words stand that were quoted without a word on where.
    """

    text: str
    undo: Move
    renamed: Mapping[tuple[str, str], str]
    renamings: tuple[tuple[Map, Map, tuple[str, str]], ...] = ()
    found: tuple[Found, ...] = ()


class AtHand(NamedTuple):
    """What somebody who has a text open knows of it: what was read from it, and its pieces in canonical form."""

    reading: Reading
    pieces: Pieces


def make_moves(  # noqa: PLR0913 - a text, what is to be done, and what is known
    text: str,
    spelling: str,
    moves: Sequence[Move],
    texts: Texts | None = None,
    *,
    is_bulk: bool = False,
    at_hand: AtHand | None = None,
) -> Made:
    """Make moves on the text of a map, spelt as ``yaml`` or ``json``; everything they are not about stays as it is.

    ``texts`` gives the full texts at hand of a map's sources, by id. Raises MoveRefusedError, and changes nothing, for
    the first move that cannot be made. Cost: some readings of the text for each move. ``is_bulk``: new sources and
    claims in a row are written at once, which may set them a little otherwise than one by one; whoever wants the form
    of the map kept then sees to it. Else a text in canonical form is so after each move, as far as only what the move
    changes has to be set otherwise for that.
    """
    state = _State(text, spelling, texts, not is_bulk, at_hand or AtHand(native.read(text, spelling), Pieces()))
    for number, move in enumerate(moves):
        try:
            refuse_misshapen(move, number)
        except MoveRefusedError as refusal:
            _try_instead(refusal, state if not number else _after(state, moves[:number]))
            raise
    numbered = list(enumerate(moves))
    for is_alike, group in groupby(numbered, lambda one: is_bulk and one[1]["move"] in _TOGETHER):
        for some in [list(group)] if is_alike else [[one] for one in group]:
            try:
                state.make([move for _, move in some], some[0][0])
            except MoveRefusedError as refusal:
                _try_instead(refusal, state)
                raise
    undo = undo_of(text, state.text, state.renamed)
    return Made(state.text, undo, state.renamed, tuple(state.renamings), tuple(state.found))


def _try_instead(refusal: MoveRefusedError, state: _State | None) -> None:
    """Keep of the moves that a refusal gives those that can be made; without a state none can be tried."""
    refusal.instead = tuple(one for one in refusal.instead if state is not None and state.allows(one))


def _after(state: _State, moves: Sequence[Move]) -> _State | None:
    """Give the state after moves; None where one of them is refused itself."""
    try:
        for number, move in enumerate(moves):
            state.make([move], number)
    except MoveRefusedError:
        return None
    return state


class _State:
    """A text between two moves, and what was read from it."""

    def __init__(self, text: str, spelling: str, texts: Texts | None, keeps_form: bool, at_hand: AtHand) -> None:
        self._keeps_form = keeps_form
        self.text = text
        self.renamed: dict[tuple[str, str], str] = {}
        self.renamings: list[tuple[Map, Map, tuple[str, str]]] = []
        self.found: list[Found] = []
        self._spelling = spelling
        self._texts = texts
        self._reading = at_hand.reading
        self._pieces = at_hand.pieces

    def make(self, moves: Sequence[Move], number: int) -> None:
        """Make one move, or several that do not look at one another; ``number`` is that of the first."""
        name = moves[0]["move"]
        self._refuse_unreadable(name, number)
        try:
            changed = self._changed(moves, number)
        except MoveRefusedError:
            raise
        except UsageError as error:  # an alias in the way, or a name that cannot be
            raise MoveRefusedError(str(error), number, name, why_none=_IN_THE_WAY) from None
        if changed == self.text and name != "undo":
            reason = "this changes nothing: the map is so already"
            raise MoveRefusedError(reason, number, name, why_none=IS_SO)
        after = native.read(changed, self._spelling)
        self._refuse_damage(after, number, moves[0])
        if self._keeps_form and name != "undo" and after.map is not None and self._is_in_form():
            formed_anew = kept_in_form(self.text, changed, self._spelling, after.map, self._pieces)
            if formed_anew != changed:
                changed, after = formed_anew, native.read(formed_anew, self._spelling)
        if name == "rename" and self._reading.map is not None and after.map is not None:
            ids = (composed(moves[0]["id"]), composed(moves[0]["new"]))
            self.renamings.append((self._reading.map, after.map, ids))
        if name == "undo":
            self._name_back(moves[0], changed, after)
        self.text, self._reading = changed, after

    def _is_in_form(self) -> bool:
        map_ = self._reading.map
        if map_ is None or not self._reading.is_readable:
            return False
        return is_in_form(self.text, self._spelling, map_, self._pieces)

    def allows(self, move: Move) -> bool:
        """Tell whether a move could be made now; it is not."""
        trial = copy.copy(self)
        trial.renamed, trial.renamings, trial.found = {}, [], []
        try:
            refuse_misshapen(move, 0)
            trial.make([move], 0)
        except MoveRefusedError:
            return False
        return True

    def _changed(self, moves: Sequence[Move], number: int) -> str:
        name = moves[0]["move"]
        if name == "undo":
            return undone(self.text, moves[0], number)
        map_ = self._reading.map
        assert map_ is not None
        if name == "rename":
            return self._renamed(moves[0], number, map_)
        data = native.parse(self.text, self._spelling).data
        draft = Draft(moves[0], number, data, map_, self._texts)
        for step, move in enumerate(moves):
            draft.take(move, number + step)
            _DOERS[move["move"]](draft)
        self.found += draft.found
        return _written(self.text, self._spelling, data, _placed(data, draft.data))

    def _renamed(self, move: Move, number: int, map_: Map) -> str:
        draft = Draft(move, number, {}, map_)
        section = draft.section_of()
        old, new = draft.one_of("id", (section,)), composed(move["new"])
        try:
            changed = renaming.rename_id(self.text, self._spelling, map_, renaming.NewName(old, new, section)).text
        except UsageError as error:
            free = [] if new == old else [{**move, "new": draft.names.make(move["new"], "entry")}]
            raise MoveRefusedError(str(error), number, "rename", free, IS_SO if new == old else _IN_THE_WAY) from None
        self._keep_name(section, old, new)
        return changed

    def _keep_name(self, section: str, old: str, new: str) -> None:
        first = next((known for known, now in self.renamed.items() if known[0] == section and now == old), None)
        self.renamed[first or (section, old)] = new

    def _name_back(self, undo: Move, text: str, after: Reading) -> None:
        """Put down which ids an undo gives back, as renamings from the map that has only these ids otherwise."""
        steps: list[tuple[Map, Map, tuple[str, str]]] = []
        for one in undo.get("renamed", ()):
            map_, section = after.map, one["section"]
            old, new = composed(one["from"]), composed(one["to"])
            if map_ is None or not after.is_readable or old not in getattr(map_, section):
                continue
            try:
                text = renaming.rename_id(text, self._spelling, map_, renaming.NewName(old, new, section)).text
            except UsageError:  # an undo that no answer gave
                continue
            after = native.read(text, self._spelling)
            if after.map is not None:
                steps.append((after.map, map_, (new, old)))
                self._keep_name(section, new, old)
        self.renamings += reversed(steps)

    def _refuse_unreadable(self, name: str, number: int) -> None:
        reading = self._reading
        if reading.map is not None and reading.is_readable:
            return
        spot = next(spot for spot in reading.spots if spot.rule != HASH_IN_TEXT)
        where = f"line {spot.place.line}, column {spot.place.column}"
        if name not in _MENDING:
            reason = f"the map cannot be read as it is ({where}: {spot.message}); mend that first"
            raise MoveRefusedError(reason, number, name, why_none=_MEND_FIRST)
        if name != "undo" and (reading.map is None or not reading.takes_edits):
            reason = f"the text must be mended by hand or by its fixes first ({where}: {spot.message})"
            raise MoveRefusedError(reason, number, name, why_none=_MEND_FIRST)

    def _refuse_damage(self, after: Reading, number: int, move: Move) -> None:
        """Refuse a move after which the map could not be read, would lead nowhere, or would go round."""
        name = move["move"]
        if name == "undo":
            if after.map is None or not after.takes_edits:  # no move was ever made on such a text
                reason = "what it would put back is no map that can be edited"
                raise MoveRefusedError(reason, number, name, why_none="no move ever left such a text")
            return
        known = {spot.message for spot in self._reading.spots}
        for spot in after.spots:
            if spot.rule != HASH_IN_TEXT and spot.message not in known:
                raise MoveRefusedError(spot.message, number, name, meant(move), _NO_FIELD_OR_VALUE)
        if after.map is None:
            reason = "the map could not be read any more"
            raise MoveRefusedError(reason, number, name, why_none=_NO_FIELD_OR_VALUE)
        before = self._reading.map
        if before is not None:
            # what has another name now was as loose, or as circular, under the old one
            names = {composed(move["id"]): composed(move["new"])} if name == "rename" else {}
            for problem in _new_loose(before, after.map, names):
                raise MoveRefusedError(problem, number, name, why_none="what it names must be there first")
            for problem, instead in _new_circles(before, after.map, names):
                raise MoveRefusedError(problem, number, name, instead, "what it is to rest on is yours to say")


def _placed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Give data with new claims and arguments where the canonical order has them."""
    changed = [name for name in ("claims", "arguments") if {*new.get(name, {})} - {*old.get(name, {})}]
    if not changed or not _accepts.document(new):
        return new
    order = Order(from_accepted_data(new))
    places = {name: places_of_new(old.get(name, {}), new[name], {**order.id_ranks((name,))}) for name in changed}
    return {**new, **places}


def _written(text: str, spelling: str, old: Any, new: Any) -> str:
    """Give a text that holds other data, changed step by step where steps get into each other's way."""
    for _ in range(_MOST_STEPS):
        edits = list(edits_between(old, new))
        if not edits:
            return text
        text = apply_edits(text, spelling, edits)
        old = native.parse(text, spelling).data
    raise DefectError("the move would not have come to its end")


def _new_loose(before: Map, after: Map, names: Mapping[str, str]) -> list[str]:
    """Say which references of a map lead nowhere that did not before, and which ids name two things.

    Here and below ``names`` are the ids that have other names since.
    """
    loose = dangling_references(before, frozenset())
    known = {(one.owner and names.get(one.owner, one.owner), names.get(one.target, one.target)) for one in loose}
    found = []
    for one in dangling_references(after, frozenset()):
        if (one.owner, one.target) not in known:
            meant = f"; did you mean `{one.meant}`?" if one.meant else ""
            where = f"`{one.owner}` names" if one.owner else "the map names"
            found.append(f"{where} `{one.target}`, which is not there as a {one.role}{meant}")
    clashes = {*after.claims} & {*after.arguments} - ({*before.claims} & {*before.arguments})
    return [*found, *(f"`{id_}` would name a claim and an argument" for id_ in sorted(clashes))]


def _new_circles(before: Map, after: Map, names: Mapping[str, str]) -> list[tuple[str, list[Move]]]:
    """Say which circles a map has that it had not before, and which arguments are about their own premises.

    With each goes the move that would let it be, if there is one.
    """
    old, new = Subject(before), Subject(after)
    from coldwater.rules.phrases import circle  # noqa: PLC0415 - the room is loaded by then
    from coldwater.rules.routes import round_trip  # noqa: PLC0415

    loops = sorted(new.self_defeating - {names.get(one, one) for one in old.self_defeating})
    found: list[tuple[str, list[Move]]] = [
        (f"`{id_}` would rest on what it is about, or be about itself; let it rest on another claim", [])
        for id_ in loops
    ]
    known = {frozenset(names.get(one, one) for one in some) for some in _circles_of(old)}
    for component in _circles_of(new):
        inside = {*component}
        if inside not in known and inside.isdisjoint(loops):
            first = next(node for node in component if node in after.arguments)
            route = circle(round_trip(first, inside, new.steps_up))
            may_be = not any(inside.issuperset(one) for one in new.support_circles)
            more = (
                "with `shape: graph` attacks may go round"
                if may_be
                else "supports may not go round; rest it on another"
            )
            found.append((f"this would make the map circular: {route}; {more}", [_GRAPH] if may_be else []))
    return found


def _circles_of(subject: Subject) -> tuple[tuple[str, ...], ...]:
    """Give the circles that a map may not have: in a tree all, in a graph those of supports."""
    return subject.graph.circles() if subject.map.shape == "tree" else subject.support_circles
