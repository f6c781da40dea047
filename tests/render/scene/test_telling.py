"""Drawings tell the side of a claim where its colour does not, and what the file says: status, credence, strength."""

from __future__ import annotations

import re
from typing import Any

import pytest

from coldwater.model.graph import Graph
from coldwater.render import Options, draw
from coldwater.render.scene.telling import SidesShown
from render.drawing_samples import attacks, make_map, supports
from render.shapes import nested_undercuts, three

CLAIMS: dict[str, Any] = {
    "t": "The line should be built.",
    "a": {"text": "It saves an hour.", "credence": 0.75, "status": "open"},
    "b": "It costs more than it saves.",
    "c": {"text": "The figures are of last year.", "status": "accepted"},
    "d": "An hour is too little.",
}
ARGUMENTS = {
    "x": supports("t", "a", title="Time", strength=0.5),
    "y": attacks("t", "b", title="Cost"),
    "z": attacks("b", "c"),
    "w": attacks("x", "d"),
}
MAP = make_map(CLAIMS, ARGUMENTS)


def test_sides_are_told_where_some_claim_is_on_another_than_its_colour_says() -> None:
    shown = SidesShown(Graph(MAP))
    assert {name: shown.of(name) for name in MAP.claims} == {"t": "", "a": "pro", "b": "con", "c": "pro", "d": "con"}
    plain = SidesShown(Graph(three()))
    assert {plain.of(name) for name in three().claims} == {""}
    undercuts = SidesShown(Graph(nested_undercuts()))
    assert [undercuts.of(f"c{number}") for number in range(6)] == ["", "pro", "con", "pro", "con", "pro"]


def test_a_claim_on_both_sides_has_half_of_each() -> None:
    both = make_map(CLAIMS, ARGUMENTS | {"v": attacks("t", "a")}, shape="graph")
    assert SidesShown(Graph(both)).of("a") == "both"
    whole, broken = _stripes(draw(both, "svg", Options(layout="map")).decode(), "a")
    assert "dasharray" not in whole
    assert "dasharray" in broken


def test_stripes_are_drawn_explained_and_told_to_those_who_listen() -> None:
    svg = draw(MAP, "svg", Options(layout="map")).decode()
    assert [len(_stripes(svg, name)) for name in "tabcd"] == [0, 1, 1, 1, 1]
    assert ["dasharray" in _stripes(svg, name)[0] for name in "abcd"] == [False, True, False, True]
    assert ">for the thesis</text>" in svg
    assert ">against the thesis</text>" in svg
    assert re.search('aria-label="Claim c: [^"]*; for the thesis"', svg)
    assert "for the thesis" not in draw(three(), "svg").decode()
    page = draw(MAP, "pdf", Options(layout="map"))
    assert page.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ("map", {"status open · credence 0.75", "strength 0.5", "status accepted"}),
        ("rails", {"(status open · credence 0.75)", "(strength 0.5)", "(status accepted)"}),
        ("sides", {"(status open · credence 0.75)", "(strength 0.5)"}),
    ],
)
def test_what_the_file_says_is_seen(layout: str, said: set[str]) -> None:
    svg = draw(MAP, "svg", Options(layout=layout, language="en")).decode()
    text = " ".join(re.findall(">([^<>]+)<", svg))
    assert {one for one in said if one not in text} == set()
    assert "Stand open" in draw(MAP, "svg", Options(layout=layout, language="de")).decode()


def _stripes(svg: str, name: str) -> list[str]:
    found = re.search(f'<g class="(?:claim|thesis)" data-id="{name}".*?</g>', svg, re.DOTALL)
    assert found
    return re.findall(r'<path [^>]*stroke-width="4"[^>]*>', found[0])
