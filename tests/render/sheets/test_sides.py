"""Sides: every main argument with its premises, what hits its step, and how much is behind it."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from coldwater.model.graph import Graph
from coldwater.render import Options, draw
from coldwater.render.sheets.columns import in_columns
from coldwater.semantics.evaluation import Overrides
from render.drawing_samples import attacks, make_map, random_map, supports
from render.shapes import fifteen, six_linked, verdict_states
from render.sheets.measured import SVG, texts_of
from theses.samples import harbour


def _labels(svg: bytes) -> dict[str, str]:
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    return {group.get("data-id", ""): group.get("aria-label", "") for group in root.iter(f"{SVG}g")}


def _words(svg: bytes) -> str:
    return " ".join(text.text for text in texts_of(svg.decode()))


@pytest.mark.parametrize("name", fifteen())
def test_all_main_arguments_and_their_premises_are_there(name: str) -> None:
    map_ = fifteen()[name]
    graph = Graph(map_)
    shown = _labels(draw(map_, "svg", Options(layout="sides")))
    for root in graph.roots:
        assert map_.claims[root].text.strip() in shown[root]
        for argument in graph.incoming(root):
            assert all(map_.claims[premise].text.strip() in shown[argument] for premise in graph.premises(argument))


def test_the_articles_picture_can_be_read_at_900_px_and_is_no_empty_sheet() -> None:
    map_ = fifteen()["article"]
    assert b'data-layout="sides"' in draw(map_, "svg")[:2000]
    for text in texts_of(draw(map_, "svg").decode()):
        assert text.size * 0.9 >= 12 or len(text.text) <= 2
    picture = Image.open(io.BytesIO(draw(map_, "png", Options(width=900, scale=1)))).convert("RGB")
    tiles = [
        picture.crop((x, y, x + 60, y + 60)).getcolors(1)
        for x in range(0, picture.width - 59, 60)
        for y in range(0, picture.height - 59, 60)
    ]
    empty = [tile for tile in tiles if tile is not None and tile[0][1] == (255, 255, 255)]
    assert len(empty) < 0.15 * len(tiles)


def test_verdicts_are_said_in_words_and_with_a_mark() -> None:
    svg = draw(verdict_states(), "svg", Options(layout="sides"))
    labels, words = _labels(svg), _words(svg)
    assert "undecided : 1 for, 1 against" in words
    for argument, verdict in (("stands", "stands"), ("open", "undecided"), ("falls", "falls")):
        assert f"verdict: {verdict}, since" in labels[argument]
    assert "Nobody uses the old line. (status rejected) ✗\u00a0falls" in words
    assert "The figures are of last year. (status open) ?\u00a0undecided" in words
    assert words.count("undecided") >= 3


def test_the_foot_says_what_verdicts_on_theses_rest_on() -> None:
    words = _words(draw(verdict_states(), "svg", Options(layout="sides", verdicts=True)))
    assert "What the verdict on the thesis rests on: for it: " in words
    words = _words(draw(harbour(), "svg", Options(layout="sides", verdicts=True)))
    assert all(f"What the verdict on the thesis {name} rests on: " in words for name in harbour().theses)


def test_what_is_tried_out_is_seen_and_said() -> None:
    tried = Options(layout="sides", verdicts=True, overrides=Overrides(rejected=("a",)))
    svg = draw(verdict_states(), "svg", tried)
    assert "Otherwise than the map says: `a` rejected." in _words(svg)
    assert "falls" in _labels(svg)["stands"]


def test_undercuts_stand_in_the_card_of_what_they_hit_and_the_rest_is_counted() -> None:
    shown = _labels(draw(fifteen()["nested undercuts"], "svg", Options(layout="sides")))
    assert "Against the step: “Beside the point”: Reason 2" in shown["a"]
    assert "For the step: “A step often taken”: Reason 5" in shown["a"]
    assert "4 arguments behind it, 2 of them against it" in shown["a"]
    assert {"a", "c0", ""} == shown.keys()


def test_unstated_and_missing_premises_can_be_told() -> None:
    svg = draw(six_linked(), "svg", Options(layout="sides")).decode()
    assert svg.count('font-style="italic"') == 5  # four premises, and the word in the key
    gone = make_map({"t": "T.", "a": "A."}, {"x": supports("t", "a", "gone", "gone2")})
    assert "no such claim: gone, gone2" in _words(draw(gone, "svg", Options(layout="sides")))


def test_what_hangs_on_no_thesis_is_counted() -> None:
    words = _words(draw(fifteen()["several theses"], "svg", Options(layout="sides")))
    assert "Not shown: 1 claim that hangs on no thesis." in words


def test_of_very_many_arguments_the_first_are_shown_and_the_rest_counted() -> None:
    claims = {"t": "T."} | {f"c{number}": f"Reason {number}." for number in range(300)}
    map_ = make_map(claims, {f"a{number}": attacks("t", f"c{number}") for number in range(300)})
    words = _words(draw(map_, "svg", Options(layout="sides")))
    assert "AGAINST (300)" in words
    assert "and 260 more arguments" in words


def test_a_picture_is_the_map_where_that_can_be_read_and_its_sides_where_it_cannot() -> None:
    small, large = fifteen()["bridge"], random_map(4, 60)
    assert draw(small, "svg").replace(b"\n", b"") == draw(small, "svg", Options(layout="map")).replace(b"\n", b"")
    assert b'data-layout="sides"' in draw(small, "svg", Options(width=400))[:2000]
    assert draw(large, "svg") == draw(large, "svg", Options(layout="sides"))
    assert b"data-layout" not in draw(large, "svg", Options(direction="top-down"))[:2000]


def test_columns_are_filled_in_order_and_none_is_needlessly_high() -> None:
    assert in_columns([10, 10, 10, 30], 2, 0) == [[0, 1, 2], [3]]
    assert in_columns([5], 3, 10) == [[0], [], []]
    assert in_columns([], 2, 10) == [[], []]
    assert in_columns([30, 10, 10, 10], 3, 5) in ([[0], [1, 2], [3]], [[0], [1], [2, 3]])


def test_a_title_is_quoted_as_its_language_does() -> None:
    steps = {"x": supports("t", "a"), "y": {"premises": ["b"], "attacks": "x", "title": "Nein"}}
    map_ = make_map({"t": "T.", "a": "A.", "b": "B."}, steps)
    for language, quoted in (("en", "“Nein”"), ("de", "„Nein“"), ("es", "«Nein»")):
        assert quoted in draw(map_, "svg", Options(layout="sides", language=language)).decode()
