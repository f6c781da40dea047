"""Maps in scripts that run to the left: the sheet is turned round, and every line ends where it belongs."""

from __future__ import annotations

import re

import pytest

from coldwater.model import from_accepted_data
from coldwater.model.replacing import with_value
from coldwater.render import Options, draw
from coldwater.render.svg.mirroring import mirrored
from render.drawing_samples import BRIDGE, make_map, supports
from render.shapes import arabic, fifteen
from render.sheets.measured import texts_of

LAYOUTS = ("sides", "rails", "icicle")
_TURNED = re.compile("\u2067[^\u2067\u2069]*\u2069")


def _svg(map_: object, layout: str, width: object = 900) -> str:
    return draw(map_, "svg", Options(layout=layout, width=width)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_stood_left_stands_right(layout: str) -> None:
    map_ = arabic()
    written = with_value(map_, "language", "en")
    one, other = texts_of(_svg(written, layout)), texts_of(_svg(map_, layout))
    assert {text.text for text in one} & {text.text for text in other}
    plus = [next(text for text in texts if text.text == "+") for texts in (one, other)]
    assert abs((plus[0].left + plus[0].right) / 2 - (900 - (plus[1].left + plus[1].right) / 2)) < 0.1


@pytest.mark.parametrize("layout", LAYOUTS)
def test_lines_of_such_a_text_are_marked_as_running_to_the_left(layout: str) -> None:
    svg = _svg(arabic(), layout)
    lines = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    turned = [line for line in lines if re.search("[\u0600-\u06ff]", line)]
    assert turned
    assert all(_TURNED.fullmatch(line) for line in turned)


def test_such_a_claim_in_another_map_is_set_right_and_the_map_is_not_turned() -> None:
    text = "العירייה" + " يعرف ذلك منذ 2019."
    map_ = make_map({"t": "The city knew.", "a": text}, {"x": supports("t", "a", title="Known")}, language="en")
    svg = _svg(map_, "sides")
    found = re.search(r'<text class="t14" x="([\d.]+)"[^>]*text-anchor="end"[^>]*>\u2067', svg)
    assert found
    plus = next(text for text in texts_of(svg) if text.text == "+")
    assert plus.left < 100


def test_a_tick_stays_a_tick_and_a_path_is_turned() -> None:
    tick = '<path d="M10,5L12,7L16,2" fill="none" stroke="#000" stroke-width="1.6" stroke-linecap="round"/>'
    way = '<path d="M0,9V7a7,7 0 0 1 7,-7H93a7,7 0 0 1 7,7V9z" fill="#000"/>'
    _, turned_tick, turned_way, _ = mirrored([tick, way], 100)
    assert 'd="M-16,5L-14,7L-10,2"' in turned_tick
    assert 'd="M0,9V7a7,7 0 0 0 -7,-7H-93a7,7 0 0 0 -7,7V9z"' in turned_way


def test_other_maps_have_no_marks() -> None:
    assert not [mark for mark in "\u2067\u2069" if mark in _svg(from_accepted_data(BRIDGE), "sides")]
    assert "\u2067" not in _svg(fifteen()["Chinese"], "rails")


def test_a_verdict_told_from_the_right_on_another_map_has_its_colon_between_word_and_reason() -> None:
    map_ = make_map({"t": "The city knew.", "a": "It was told."}, {"x": supports("t", "a")}, language="en")
    svg = draw(map_, "svg", Options(layout="sides", language="ar", verdicts=True)).decode()
    told = re.findall(r'<text[^>]* x="([\d.]+)"[^>]*>\u2067<tspan[^>]*>([^<]*)</tspan>', svg)
    at = next(place for place, (_, text) in enumerate(told) if text.endswith(":"))
    word, reason = told[at : at + 2]
    assert float(reason[0]) < float(word[0])
    assert ":" not in reason[1]
