"""What is remembered of a text is what would be made of it anew, also of one that is not read as it was written."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater import revise
from coldwater.editing.moves.making import make_moves
from coldwater.formats.native import document as native
from coldwater.formats.native.remembering import Memory, note, remembered

CLEAN = "argmap: 1\ntitle: T\nthesis: a\nclaims:\n  a: It is so.\n"
FLAWED = (
    CLEAN.replace("title", "titel")
    + "  b: {text: It is not., implict: true}\narguments: {r: {premises: [b], suports: a}}\n"
)


def test_only_inside_a_memory_is_a_text_read_once() -> None:
    counted: list[str] = []

    def count(text: str) -> int:
        counted.append(text)
        return len(text)

    with Memory():
        assert [remembered("length", "abc", count) for _ in range(3)] == [3] * 3
        assert counted == ["abc"]
        note("length", "abc", 4)
        assert remembered("length", "abc", len) == 4
    assert remembered("length", "abc", len) == 3


def test_only_the_last_texts_are_kept() -> None:
    memory = Memory()
    with memory:
        for text in ("1", "2", "3", "1", "4", "5"):
            note("is", text, text)
        assert [remembered("is", text, lambda _: "") for text in ("1", "4", "5")] == ["1", "4", "5"]
        assert remembered("is", "2", lambda _: "") == ""


@pytest.mark.parametrize("text", [CLEAN, FLAWED])
def test_reading_it_again_gives_the_same(text: str) -> None:
    """What is wrong with a map is put right in the data that were read, which others were given as well."""
    data = native.parse(text, "yaml").data
    spots = native.read(text, "yaml").spots
    with Memory():
        for _ in range(2):
            assert native.parse(text, "yaml").data == data
            assert native.read(text, "yaml").spots == spots
    with Memory():
        native.read(text, "yaml")
        fixed = revise.fix("m.argmap.yaml", data=text.encode()).change.new
    assert fixed == revise.fix("m.argmap.yaml", data=text.encode()).change.new


def test_moves_are_the_same_with_it() -> None:
    moves: list[dict[str, Any]] = [
        {"move": "reason", "for": "a", "premises": ["So it was said."]},
        {"move": "reword", "id": "a", "text": "It was so."},
    ]
    text = CLEAN
    alone = make_moves(text, "yaml", moves).text
    with Memory():
        for move in moves:
            text = make_moves(text, "yaml", [move]).text
    assert text == alone
