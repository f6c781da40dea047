"""Sides in the page: what a large map begins with, the main arguments as cards, with verdicts that follow."""

from __future__ import annotations

from typing import Any

import pytest

from browser.test_viewer_accessibility import axe, flaws  # noqa: F401 - a fixture
from browser.viewer_maps import article, bridge
from render.verdict_samples import every_reason

PHONE = {"width": 390, "height": 780}


def _is_shown(opened: Any, room: str) -> bool:
    return bool(opened.page.locator(f"#cw-{room}").is_visible())


def test_a_large_map_begins_with_its_sides_and_a_small_one_as_a_map(visit: Any) -> None:
    large = visit(article(), begins_as="")
    assert _is_shown(large, "sides")
    assert not _is_shown(large, "map")
    assert large.attribute("#cw-show-sides", "aria-pressed") == "true"
    small = visit(bridge(), begins_as="")
    assert _is_shown(small, "map")
    assert not _is_shown(small, "sides")


def test_an_address_that_names_a_node_begins_with_the_map(visit: Any) -> None:
    map_ = article()
    assert _is_shown(visit(map_, f"#{next(iter(map_.arguments))}", begins_as=""), "map")


def test_every_main_argument_is_there_with_its_premises(visit: Any) -> None:
    map_ = article()
    opened = visit(map_, begins_as="")
    words = opened.text("#cw-sides")
    for root in (*map_.theses, *map_.rivals):
        assert map_.claims[root].text in words
    for argument in map_.arguments.values():
        if argument.target in (*map_.theses, *map_.rivals):
            assert argument.title in words
            assert all(map_.claims[premise].text in words for premise in argument.premises)


def test_a_card_tells_of_what_it_names_and_the_view_stays(visit: Any) -> None:
    opened = visit(article(), begins_as="")
    link = opened.page.locator("#cw-sides .side-card li a").first
    told = link.text_content()
    link.click()
    opened.settle()
    assert opened.text("#cw-side-body .side-text") == told
    assert _is_shown(opened, "sides")
    opened.press("s")
    assert _is_shown(opened, "map")
    opened.press("s")
    assert _is_shown(opened, "sides")
    opened.press("o")
    assert _is_shown(opened, "outline")


def test_verdicts_follow_what_is_tried_out(visit: Any) -> None:
    opened = visit(every_reason(), "#ships?verdicts")
    opened.press("s")
    before = opened.text("#cw-sides")
    assert "stands" in before
    opened.press("r")
    assert opened.text("#cw-sides") != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_a_phone_and_has_no_serious_flaw(visit: Any, axe: str, scheme: str) -> None:  # noqa: F811
    opened = visit(article(), begins_as="", viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    cards = [card.bounding_box() for card in opened.page.locator("#cw-sides .side-card").all()]
    assert all(card["x"] >= 0 and card["x"] + card["width"] <= PHONE["width"] for card in cards)
    size = opened.page.locator("#cw-sides .side-card li").first.evaluate("(one) => getComputedStyle(one).fontSize")
    assert float(size.removesuffix("px")) >= 14
    assert flaws(opened, axe) == []
    opened.press("v")
    assert flaws(opened, axe) == []
