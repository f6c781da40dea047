"""What a picture holds of a map that is too large for one, and that the rest is counted and told."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from coldwater.model import from_accepted_data
from coldwater.model.models import Map
from coldwater.render import FORMATS, Options, draw
from coldwater.render import left_out as words_on
from coldwater.render.layout.arranging import MOST_CONTRADICTIONS, arrange
from coldwater.render.reading import bounds
from coldwater.render.reading.bounds import MOST_CHARACTERS, MOST_PREMISES, bounded
from coldwater.render.reading.focus import left_out
from render.format_samples import BRIDGE


def fan_of_chains(width: int, length: int) -> Map:
    """Give ``width`` reasons for the thesis, each with a chain of ``length`` arguments that begins with it."""
    claims: dict[str, Any] = {"t": "The thesis."}
    arguments: dict[str, Any] = {}
    for at in range(width):
        for step in range(length):
            claims[f"c{at}-{step}"] = "A claim."
            target = f"c{at}-{step - 1}" if step else "t"
            arguments[f"a{at}-{step}"] = {"premises": [f"c{at}-{step}"], "supports": target, "strength": at / width}
    return from_accepted_data({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})


@pytest.mark.parametrize("format_", FORMATS)
def test_what_fits_comes_back_as_it_is(format_: str) -> None:
    map_ = from_accepted_data(BRIDGE)
    assert bounded(map_, format_) == (map_, "")


def test_whole_levels_are_kept_and_the_rest_is_counted_where_it_would_hang() -> None:
    map_ = fan_of_chains(10, 6)
    shown, words = bounded(map_, "svg", {"svg": 41})
    assert set(shown.arguments) == {f"a{at}-{step}" for at in range(10) for step in (0, 1)}
    assert left_out(shown) == {f"c{at}-1": 4 for at in range(10)}
    assert words == "41 of 121 claims and arguments, those nearest to the thesis (--focus and --depth draw others)"


def test_of_a_level_that_is_too_wide_the_strongest_are_kept() -> None:
    shown, _ = bounded(fan_of_chains(10, 1), "svg", {"svg": 9})
    assert set(shown.arguments) == {"a9-0", "a8-0", "a7-0", "a6-0"}
    assert left_out(shown) == {"t": 6}


def test_what_hangs_on_nothing_is_kept_as_long_as_there_is_room() -> None:
    data = {
        "argmap": 1, "title": "T", "thesis": "t",
        "claims": {"t": "T.", **{f"o{at}": "An orphan." for at in range(9)}}, "arguments": {},
    }  # fmt: skip
    shown, words = bounded(from_accepted_data(data), "svg", {"svg": 5})
    assert list(shown.claims) == ["t", "o0", "o1", "o2", "o3"]
    assert words.startswith("5 of 10 claims and arguments")


def test_circles_and_rivals_end() -> None:
    claims = {f"c{at}": f"Claim {at}." for at in range(50)}
    arguments = {f"a{at}": {"premises": [f"c{(at + 1) % 50}"], "attacks": f"c{at}"} for at in range(50)}
    data = {"argmap": 1, "title": "T", "thesis": "c0", "rivals": ["c9"], "claims": claims, "arguments": arguments}
    shown, _ = bounded(from_accepted_data(data), "svg", {"svg": 11})
    assert list(shown.claims) == ["c0", "c1", "c2", "c3", "c4", "c5"]
    assert left_out(shown)["c5"] == 45


def test_of_an_argument_with_very_many_premises_the_first_are_kept() -> None:
    count = MOST_PREMISES + 50
    claims = {"t": "T.", **{f"p{at}": "A premise." for at in range(count)}}
    arguments = {"a": {"premises": list(claims)[1:], "supports": "t"}}
    map_ = from_accepted_data({"argmap": 1, "title": "T", "thesis": "t", "claims": claims, "arguments": arguments})
    shown, _ = bounded(map_, "svg", {"svg": MOST_PREMISES + 2})
    assert len(shown.claims) == MOST_PREMISES + 1
    assert left_out(shown) == {"a": 50}


@pytest.mark.parametrize("kind", ["twin", "model"])
def test_a_text_without_end_is_cut_and_says_how_much_is_missing(kind: str) -> None:
    data = {"argmap": 1, "title": "T", "thesis": "t", "claims": {"t": "x" * (MOST_CHARACTERS + 1234)}}
    map_ = from_accepted_data(data) if kind == "twin" else Map.model_validate(data)
    shown, words = bounded(map_, "html")
    assert shown.claims["t"].text == "x" * MOST_CHARACTERS + " … (1,234 more characters)"
    assert words == "the first 20,000 characters of the text of `t`"
    assert bounded(map_, "graphml").map is map_


@pytest.mark.parametrize("format_", bounds.MOST_BOXES)
def test_the_picture_says_what_is_missing_and_so_does_the_command(
    format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_BOXES", dict.fromkeys(bounds.MOST_BOXES, 41))
    monkeypatch.setattr(bounds.bounded, "__defaults__", (bounds.MOST_BOXES,))
    map_ = fan_of_chains(10, 6)
    assert words_on(map_, format_, Options()).startswith(f"the {format_} holds 41 of 121 claims and arguments")
    drawing = draw(map_, format_)
    if format_ in ("svg", "canvas", "dot"):
        assert drawing.count(b"+4 more") >= 10


def test_very_many_contradictions_are_told_in_words_and_not_drawn() -> None:
    count = 20
    claims = {f"c{at}": {"text": "A claim.", "contradicts": [f"c{n}" for n in range(at)]} for at in range(count)}
    assert count * (count - 1) / 2 > MOST_CONTRADICTIONS
    data = {"argmap": 1, "title": "T", "thesis": "c0", "claims": claims}
    scene, _ = arrange(from_accepted_data(data))
    assert not scene.edges
    assert scene.cards["n1"].mark == "× contradicts c0 and 18 more"


def test_pages_say_what_they_leave_out_and_what_is_no_line() -> None:
    claims = {f"c{at}": {"text": "A claim.", "contradicts": [f"c{n}" for n in range(at)]} for at in range(12)}
    data = {"argmap": 1, "title": "T", "thesis": "c0", "claims": claims}
    assert "× contradicts c0 and 10 more" in pages_of(from_accepted_data(data), Options())
    assert "+4 more" in pages_of(fan_of_chains(2, 6), Options(depth=2))


def pages_of(map_: Map, options: Options) -> str:
    """Give the text on the pages of a PDF."""
    pages = PdfReader(BytesIO(draw(map_, "pdf", options))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
