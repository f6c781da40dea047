"""The canonical form put together from pieces is that of the whole, in each state of a text that is being written."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from coldwater.editing import pieces as pieces_of_a_text
from coldwater.editing.formatting import canonical
from coldwater.editing.order import Order
from coldwater.editing.pieces import Pieces, cuts
from coldwater.errors import ColdwaterError
from coldwater.formats.native import document as native

FOLDER = Path(__file__).parents[1] / "maps"
TEXT = """\
# A bridge.
argmap: 1
title: Bridge

# What it is about.
thesis: safe
claims: # all of them
  safe: The bridge is safe.
  # what speaks for it
  tested: It was tested.   # in May

  cracks:
    kind: fact
    # how it is put
    text: It has cracks.
    # more to come

arguments:
  by-test:
    supports: safe
    premises: [tested] # one
  by-cracks: {premises: [cracks], attacks: safe}
  # nothing more
"""
BY_CRACKS = "  by-cracks: {premises: [cracks], attacks: safe}"
#: What is put into a text, at the end of a line or as one.
BITS = ("\n", "  # note\n", "# outer\n", "    # deep\n", "      # deeper\n", " # end", "  ", "&a ", " *a", "|\n",
        '"', "[", "]", "x: y\n", "  x-own: 1\n", "claims:\n", "\\u00e9", "#", ",")  # fmt: skip


def whole(text: str) -> str:
    """Give a text in canonical form, set as a whole."""
    map_ = native.read(text, "yaml").map
    assert map_ is not None
    return canonical(text, "yaml", map_)


def pieced(pieces: Pieces, text: str) -> str | None:
    """Give a text in canonical form, put together from pieces."""
    return pieces.canonical(text, Order(native.read(text, "yaml").map))


def test_comments_and_blank_lines_stand_where_they_would(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("claims: # all of them", "claims:")
    assert pieced(Pieces(), text) == whole(text) != text
    done = whole(text)
    pieces = Pieces()
    assert pieced(pieces, done) == done
    monkeypatch.setattr(pieces_of_a_text, "Setting", None)  # nothing is set that was set before
    assert pieced(pieces, done) == done
    moved = done.replace("supports: safe", "supports: cracks")
    with pytest.raises(TypeError):
        pieced(pieces, moved)


def test_only_what_is_new_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("claims: # all of them", "claims:")
    pieces, set_anew = Pieces(), []
    pieced(pieces, text)
    setting = pieces_of_a_text.Setting

    def noted(cut: list[pieces_of_a_text.Cut], numbers: list[int]) -> pieces_of_a_text.Setting:
        set_anew.append([cut[number].text for number in numbers])
        return setting(cut, numbers)

    monkeypatch.setattr(pieces_of_a_text, "Setting", noted)
    edited = text.replace("[tested]", "[tested, cracks]")
    assert pieced(pieces, edited) == whole(edited)
    assert set_anew == [["  by-test:\n    supports: safe\n    premises: [tested, cracks] # one\n"]]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,  # a comment stands beside the name of a section
        TEXT.replace("safe: The", "safe: &a The").replace("by-test:", "by-test:\n    note: *a"),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace(BY_CRACKS, BY_CRACKS.replace("by-cracks:", "? by-cracks\n  :")),
        TEXT.replace(BY_CRACKS, BY_CRACKS.replace(", attacks", ",\n  attacks")),
    ],
    ids=["beside", "alias", "carriage-returns", "question-mark", "brackets-over-lines"],
)  # fmt: skip
def test_what_hangs_together_is_left_to_be_set_as_a_whole(text: str) -> None:
    assert pieced(Pieces(), text) in (None, whole(text))


def test_a_text_that_is_cut_loses_nothing() -> None:
    found = cuts(TEXT)
    assert found is not None
    assert "".join(one.text for one in found) == TEXT
    assert cuts("") is None


@pytest.mark.parametrize("seed", range(12))
def test_each_state_of_a_text_has_the_form_of_the_whole(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - test data, no secret
    names = sorted(path for path in FOLDER.glob("*.argmap.yaml") if path.stat().st_size < 4_000)
    text = random.choice(names).read_text(encoding="utf-8") if seed % 3 else TEXT
    pieces = Pieces()
    for _ in range(25):
        after = _edited(random, text)
        reading = native.read(after, "yaml")
        if reading.map is None or not reading.is_readable:
            continue
        text = after
        try:
            wanted = canonical(text, "yaml", reading.map)
        except ColdwaterError:
            wanted = None
        assert pieces.canonical(text, Order(reading.map)) in (None, wanted)


def _edited(random: Random, text: str) -> str:
    lines = text.split("\n")
    place, other = random.randrange(len(lines)), random.randrange(len(lines))
    bit = random.choice(BITS)
    way = random.randrange(5)
    if way == 0:
        del lines[place]
    elif way == 1:
        lines.insert(other, lines[place])
    elif way == 2:
        lines[place], lines[other] = lines[other], lines[place]
    elif bit.endswith("\n"):
        lines.insert(place, bit[:-1])
    else:
        lines[place] += bit
    return "\n".join(lines)
