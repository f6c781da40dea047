"""Another id put in where it stands gives the text that the move gives, which reads the map anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.editing.moves.making import make_moves
from coldwater.errors import MoveRefusedError
from coldwater.formats.native.splices import splice
from coldwater.language.actions import moved
from coldwater.language.open_map import OpenMap
from coldwater.language.renaming import renamed
from coldwater.model.data import SECTIONS

MAPS = Path(__file__).parents[1] / "maps"
TEXT = """\
argmap: 1
title: Bridge
thesis: safe
claims:
  safe: The bridge is safe.
  'tested': It was tested.
  cracks: It has cracks.
arguments:
  by-test:
    premises: ["tested"]
    supports: safe
  by-cracks: {premises: [cracks], attacks: safe}
expect:
  verdicts: {safe: undecided, tested: in}
"""
JSON = """{"argmap": 1, "title": "T", "thesis": "a", "claims": {"a": "A.", "b": "B."},
"arguments": {"c": {"premises": ["b"], "supports": "a"}}}"""


def move(old: str, new: str, section: str = "claims") -> dict[str, str]:
    """Give the move that renames."""
    return {"move": "rename", "id": old, "new": new, "section": section}


def by_the_move(open_map: OpenMap, wanted: dict[str, str]) -> str:
    """Give the text that the move leaves."""
    return make_moves(open_map.text, open_map.spelling, [wanted]).text


def test_an_id_is_renamed_wherever_it_is_named_in_the_quotes_it_has() -> None:
    for new in ("proved", "012", "null", "x", "längst", "a" * 60):
        for text in (TEXT, by_the_move(OpenMap("a.yaml", TEXT), move("safe", "sound"))):
            open_map = OpenMap("a.argmap.yaml", text)
            found = renamed(open_map, move("tested", new))
            assert found is not None
            assert splice(text, found) == by_the_move(open_map, move("tested", new))


def test_what_is_in_form_stays_in_it() -> None:
    text = OpenMap("a.argmap.yaml", TEXT).formed()
    open_map = OpenMap("a.argmap.yaml", text)
    wanted = move("cracks", "cracks-" * 14 + "all-over")
    found = renamed(open_map, wanted)
    assert found is not None
    after = splice(text, found)
    assert after == by_the_move(open_map, wanted)
    assert OpenMap("a.argmap.yaml", after).formed() == after
    assert after.count("\n") > text.count("\n"), "a line that got too long is set on several"


def test_json_is_renamed_too() -> None:
    for text in (JSON, OpenMap("a.argmap.json", JSON).formed()):
        open_map = OpenMap("a.argmap.json", text)
        found = renamed(open_map, move("b", "bé"))
        assert found is not None
        assert splice(text, found) == by_the_move(open_map, move("b", "bé"))


@pytest.mark.parametrize("new", ["safe", "no id", "text", "x-own", "", "tested"])
def test_what_is_no_plain_name_is_left_to_the_move(new: str) -> None:
    assert renamed(OpenMap("a.argmap.yaml", TEXT), move("tested", new)) is None
    dangling = OpenMap("a.argmap.yaml", TEXT.replace("[cracks]", "[proved]"))
    assert renamed(dangling, move("tested", "proved")) is None


def test_files_beside_follow(tmp_path: Path) -> None:
    name = str(tmp_path / "a.argmap.yaml")
    assert renamed(OpenMap(name, TEXT), move("tested", "proved")) is not None
    (tmp_path / "a.argmap.reviews.json").write_text("{}", encoding="utf-8")
    assert renamed(OpenMap(name, TEXT), move("tested", "proved")) is None


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.argmap.*"))[::3], ids=lambda path: path.name)
def test_every_id_of_a_map_gets_another_name_as_by_the_move(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    open_map = OpenMap(path.name, text)
    map_ = open_map.map()
    if map_ is None or len(text) > 10_000:
        return
    for section in SECTIONS:
        for id_ in [*getattr(map_, section)][:4]:
            wanted = move(id_, "quite-another-name", section)
            try:
                expected = by_the_move(open_map, wanted)
            except MoveRefusedError:
                assert renamed(open_map, wanted) is None
                continue
            assert splice(open_map.text, moved(open_map, wanted)[0]) == expected
