"""The colours of a whole text, known again part by part, are those that are looked up name by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.language.highlighting import colours
from coldwater.language.open_map import OpenMap
from coldwater.lsp import colouring
from coldwater.lsp.positions import Positions
from coldwater.lsp.translating import semantic_tokens

MAPS = Path(__file__).parents[1] / "maps"
SCRIPTS = (MAPS / "ids-in-many-scripts.argmap.yaml").read_text(encoding="utf-8")
TEXT = """\
argmap: 1
title: "Brücke 🌉"
thesis: safe
claims: {safe: "Sie hält 🌉.", tested: It was tested.}
arguments:
  by-test: {premises: [tested, "nowhere"], supports: safe}
  "by-\\
   lines": {premises: [safe], attacks: tested}
"""
JSON = '{"argmap": 1, "title": "🌉", "thesis": "a", "claims": {"a": "A 🌉.", "b": "B."}}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    ("name", "text"),
    [("a.argmap.yaml", TEXT), ("a.argmap.yaml", "\ufeff" + TEXT), ("a.argmap.yaml", TEXT.replace("\n", "\r\n")),
     ("a.argmap.yaml", SCRIPTS), ("a.argmap.json", JSON), ("a.argmap.yaml", "")],
    ids=["text", "mark", "carriage-returns", "scripts", "json", "empty"],
)  # fmt: skip
def test_colours_are_the_same_by_either_way_in_each_state_of_a_text(name: str, text: str, encoding: str) -> None:
    open_map = OpenMap(name, text)
    for place in (0, len(text) // 3, len(text) // 2, len(text)):
        positions = Positions(open_map, encoding)
        assert colouring.numbers(open_map, positions) == list(semantic_tokens(colours(open_map), positions).data)
        now = "\ufeff" * open_map.mark + open_map.text
        open_map = OpenMap(name, now[:place] + "é\n" + now[place:], open_map)
