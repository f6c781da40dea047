"""Moves on random maps: taken back, byte for byte as before; refused, nothing changed; and nothing else touched."""

from __future__ import annotations

import difflib
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater.editing.formatting import canonical
from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError
from coldwater.formats.native import document as native
from coldwater.model.references import is_graph
from editing.commented import Writer, marks
from strategies import clean_maps, damaged_copies, graphs, json_text, maps
from work import examples

from .random_moves import drawn_move, map_in

seeds = st.integers(0, 10**9).map(Random)
#: Moves after which less may stand in the text, comments within it as well.
TAKING = frozenset({"clear", "split", "join", "remove", "thesis", "set", "reword", "rebut", "undercut", "move"})


def outcome(text: str, spelling: str, random: Random) -> str:
    """Make a few moves in a row; give what came of it, in a word."""
    before = native.read(text, spelling)
    if not before.is_readable:
        return "unreadable"
    moves: list[dict[str, Any]] = []
    now = text
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        move = drawn_move(map_in(now, spelling), random)
        try:
            made = make_moves(now, spelling, [move])
        except MoveRefusedError as refusal:
            _assert_leads_on(refusal, now, spelling)
            continue
        back = make_moves(made.text, spelling, [made.undo])
        assert back.text == now, move
        assert make_moves(back.text, spelling, [back.undo]).text == made.text
        _assert_whole(now, made.text, spelling, move)
        moves.append(move)
        now = made.text
    if not moves:
        return "refused"
    together = make_moves(text, spelling, moves)
    assert together.text == now
    assert make_moves(now, spelling, [together.undo]).text == text
    return str(moves[0]["move"])


def _assert_leads_on(refusal: MoveRefusedError, text: str, spelling: str) -> None:
    """Assert that a refusal gives moves that can be made, or says why there is none."""
    assert refusal.instead or refusal.why_none, refusal
    for other in refusal.instead:
        make_moves(text, spelling, [other])


def _assert_whole(before: str, after: str, spelling: str, move: dict[str, Any]) -> None:
    """Assert that a changed map can be read, leads where it led, and has kept its comments and its other lines."""
    old, new = native.read(before, spelling), native.read(after, spelling)
    assert new.is_readable
    assert new.map is not None
    assert old.map is not None
    if is_graph(old.map):
        assert is_graph(new.map), move
    if move["move"] not in TAKING and spelling == "yaml":
        assert sorted(marks(after)) == sorted(marks(before)), move
    if move["move"] in ("claim", "source"):
        lines = difflib.ndiff(before.splitlines(), after.splitlines())
        assert not [line for line in lines if line.startswith("- ") and line.strip(" -,{}[]")] or "{" in before, move


@given(clean_maps(), seeds)
@settings(max_examples=examples(8))
def test_moves_on_clean_maps(data: dict[str, Any], random: Random) -> None:
    outcome(Writer(random).write(data), "yaml", random)
    outcome(json_text(data, random), "json", random)


@given(st.one_of(maps, graphs()), seeds)
@settings(max_examples=examples(8))
def test_moves_on_odd_maps(data: dict[str, Any], random: Random) -> None:
    outcome(Writer(random).write(data), "yaml", random)
    outcome(json_text(data, random), "json", random)


@given(damaged_copies(count=4), seeds)
@settings(max_examples=examples(8))
def test_moves_on_damaged_maps_are_refused_or_made(copies: list[Any], random: Random) -> None:
    """What does not fit the schema is mended field by field, or the move is refused; nothing else is raised."""
    for text in (json_text(data, random) for data in copies if isinstance(data, dict)):
        map_ = native.read(text, "json").map
        if map_ is None:
            continue
        ids = [*map_.claims, *map_.arguments, *map_.sources, *map_.positions, "x"]
        fields = ["kind", "text", "title", "note", "premises", "supports"]
        cleared = {"move": "clear", "id": random.choice(ids), "field": random.choice(fields)}
        for move in (
            drawn_move(map_, random),
            cleared,
            {**cleared, "move": "set", "value": random.choice(["fact", ["a"]])},
        ):
            try:
                made = make_moves(text, "json", [move])
            except MoveRefusedError:
                continue
            assert make_moves(made.text, "json", [made.undo]).text == text


@given(clean_maps(), seeds)
@settings(max_examples=examples(16))
def test_a_map_in_canonical_form_stays_in_it(data: dict[str, Any], random: Random) -> None:
    """All moves leave it so: what changes places is what the move changed, with what hangs on it."""
    text = Writer(random).write(data)
    reading = native.read(text, "yaml")
    if not reading.is_readable or reading.map is None:
        return
    now = canonical(text, "yaml", reading.map)
    for _ in range(2):
        try:
            now = make_moves(now, "yaml", [drawn_move(map_in(now, "yaml"), random)]).text
        except MoveRefusedError:
            continue
        assert canonical(now, "yaml", map_in(now, "yaml")) == now
