"""Rivals in drawings: roots beside the thesis in every format, marked, and never lost."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from coldwater import api
from coldwater.model.models import Map
from coldwater.render import FORMATS, Options, draw
from coldwater.render.digest import digest
from coldwater.render.layout.arranging import arrange
from coldwater.render.outline import outline
from coldwater.render.reading.focus import part
from coldwater.render.scene.staging import stage
from render.drawing_samples import attacks, make_map, supports

OUTAGE = Path(__file__).parents[1] / "maps" / "outage.argmap.yaml"
CLAIMS: dict[str, Any] = {
    "t": "The fuse blew.", "r": "The grid failed.", "s": "A storm came.", "a": "The fuse is burnt.",
    "b": "The neighbours had light.", "c": "The air was calm.",
}  # fmt: skip
ARGUMENTS: dict[str, Any] = {
    "found": supports("t", "a"), "only-us": attacks("r", "b"), "windless": attacks("s", "c"),
}  # fmt: skip


def outage() -> Map:
    return api.load(str(OUTAGE))


def trees(**fields: Any) -> Map:
    return make_map(CLAIMS, ARGUMENTS, rivals=["s", "r"], shape="tree", **fields)


def text_in(format_: str, data: bytes) -> str:
    if format_ == "pdf":
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    return data.decode("utf-8")


@pytest.mark.parametrize("map_", [outage(), trees()], ids=["graph", "trees"])
@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "png"])
def test_every_format_shows_thesis_and_rivals_and_says_which(format_: str, map_: Map) -> None:
    shown = " ".join(text_in(format_, draw(map_, format_)).replace("\\n", " ").replace("\\l", " ").split())
    for name in (map_.thesis, *map_.rivals):
        for word in map_.claims[name].text.rstrip(".").split()[:2]:
            assert word in shown, (name, word)
    assert "rival" in shown.lower() or format_ == "canvas"
    if format_ == "canvas":
        texts = [node.get("text", "") for node in json.loads(shown)["nodes"]]
        assert sum(text.startswith("### ") for text in texts) == len(map_.rivals)


def test_a_rival_is_a_card_of_its_own_wherever_else_it_is_used() -> None:
    arguments = ARGUMENTS | {"so": attacks("t", "r")}
    map_ = make_map(CLAIMS, arguments, rivals=["r"], shape="graph")
    scene = stage(map_)
    [card] = [card for card in scene.cards.values() if card.is_rival]
    assert card.name == "r"
    assert card.key not in scene.homes()
    assert card.label.startswith("Rival of the thesis r: ")
    assert "rival" in scene.legend
    assert any(edge.kind == "shared" and edge.tail == card.key for edge in scene.edges)
    assert not any(card.is_rival for card in stage(make_map(CLAIMS, arguments, shape="graph")).cards.values())


@pytest.mark.parametrize("engine", ["tidy", "embedded"])
@pytest.mark.parametrize("direction", ["top-down", "left-right"])
def test_roots_stand_in_one_line_in_their_order(engine: str, direction: str) -> None:
    map_ = outage() if engine == "embedded" else trees()
    scene, layout = arrange(map_, direction, engine, is_picture=False, verdicts=None)
    roots = [card for card in scene.cards.values() if card.is_thesis or card.is_rival]
    assert [card.name for card in roots] == [map_.thesis, *map_.rivals]
    boxes = [layout.boxes[card.key] for card in roots]
    along = [box.y if direction == "top-down" else box.x for box in boxes]
    across = [box.x if direction == "top-down" else box.y for box in boxes]
    assert len(set(along)) == 1
    assert across == sorted(across)


def test_the_outline_has_a_tree_for_each() -> None:
    lines = outline(trees(), 80, colour=False).splitlines()
    roots = [line for line in lines[2:] if line and not line.startswith(" ")]
    assert roots == ["The fuse blew. [t]", "A storm came. [s; rival]", "The grid failed. [r; rival]"]


def test_a_part_keeps_rivals_unless_it_is_what_is_behind_one_node() -> None:
    assert set(part(trees(), depth=0).claims) == {"t", "r", "s"}
    assert part(trees(), depth=0).rivals == ("s", "r")
    behind = part(trees(), focus="r")
    assert (behind.thesis, behind.rivals, set(behind.claims)) == ("r", (), {"r", "b"})


def test_the_digest_knows_rivals_and_is_what_it_was_without() -> None:
    bare, rivals = make_map(CLAIMS, ARGUMENTS), make_map(CLAIMS, ARGUMENTS, rivals=["s", "r"])
    assert len({digest(bare), digest(rivals), digest(make_map(CLAIMS, ARGUMENTS, rivals=["r", "s"]))}) == 3


def test_verdicts_are_drawn_with_rivals() -> None:
    shown = draw(outage(), "svg", Options(verdicts=True)).decode("utf-8")
    assert 'class="rival"' in shown
    assert "Rival of the thesis overload: Too many bookings" in shown
    assert "verdict: falls" in shown
