"""The viewer with maps of unusual shape, and pages of a part of a map, in a direction, in a theme."""

from __future__ import annotations

from typing import Any

import pytest

from browser.viewer_maps import article, bridge, chain, star
from coldwater.render import Options, draw


def _middle(box: dict[str, float]) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_many_lines_share_a_trunk_and_the_path_follows_it_to_the_thesis(visit: Any) -> None:
    opened = visit(star(90))
    opened.go_to("c2")
    opened.press("f", "0")
    on_path = opened.page.locator("#cw-picture .way.on-path path.line")
    boxes = on_path.evaluate_all("lines => lines.map((line) => line.getBBox()).map(({y, height}) => ({y, height}))")
    top, bottom = min(box["y"] for box in boxes), max(box["y"] + box["height"] for box in boxes)
    reached = top
    for box in sorted(boxes, key=lambda box: float(box["y"])):
        assert box["y"] <= reached + 1  # no stretch is missing between the objection and the thesis
        reached = max(reached, box["y"] + box["height"])
    assert reached == bottom
    assert bottom - top > 40 * 60
    assert opened.count("#cw-picture .way.on-path .head") >= 1


def test_few_lines_have_a_place_each(visit: Any) -> None:
    opened = visit(star(6))
    heads = opened.page.locator("#cw-picture .way .head").evaluate_all("heads => heads.map((head) => head.outerHTML)")
    assert len(heads) == len(set(heads)) == 6


def test_a_chain_goes_down_the_page(visit: Any) -> None:
    opened = visit(chain(30))
    first, second = _middle(opened.box("Claim 0.")), _middle(opened.box("Claim 1."))
    assert abs(first[0] - second[0]) < 2
    assert second[1] > first[1]


@pytest.mark.parametrize(("direction", "axis"), [("top-down", 1), ("left-right", 0)])
def test_the_direction_is_the_readers_to_choose(visit: Any, direction: str, axis: int) -> None:
    opened = visit.open(draw(bridge(), "html", Options(direction=direction)), "html")
    thesis, premise = (_middle(opened.box(text)) for text in ("The town should", "The main girder"))
    assert premise[axis] - thesis[axis] > 60


def test_a_page_of_a_part_shows_the_part_and_says_what_it_leaves_out(visit: Any) -> None:
    opened = visit.open(draw(article(), "html", Options(focus="same-order", depth=1)), "html")
    drawn = " ".join(opened.drawn())
    assert "China and Russia put sovereignty first" in drawn
    assert "China is safer with Russia" not in drawn
    assert "more" in opened.text("#cw-picture")
    assert opened.page.title().startswith("Should China ally itself formally with Russia? – ")


@pytest.mark.parametrize(("theme", "scheme"), [("light", "dark"), ("dark", "light")])
def test_a_theme_that_was_asked_for_holds_whatever_the_system_says(visit: Any, theme: str, scheme: str) -> None:
    opened = visit.open(draw(bridge(), "html", Options(theme=theme)), "html", color_scheme=scheme)
    ground = opened.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(18, 22, 29)"}[theme]
