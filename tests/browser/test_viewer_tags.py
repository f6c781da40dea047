"""The viewer brings out what is of a tag: by list, key and button; the rest is dimmed, and on paper nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from browser.test_viewer_accessibility import axe, flaws
from browser.viewer_maps import make
from coldwater.model.models import Map

__all__ = ["axe"]


def square() -> Map:
    return make(
        {
            "cars": {"text": "Cars should leave the square.", "tags": ["Traffic"]},
            "loud": {"text": "Cars are loud.", "tags": ["Traffic / Noise"]},
            "shops": {"text": "Shops need cars.", "tags": ["Money"]},
            "asked": {"text": "The shops were asked.", "tags": ["Money"]},
            **{f"s{at}": {"text": f"Somebody said {at}.", "tags": ["Money"] if at % 2 else []} for at in range(8)},
        },
        {
            "noise": {"title": "Noise", "premises": ["loud"], "supports": "cars"},
            "trade": {"title": "Trade", "premises": ["shops"], "attacks": "cars"},
            "poll": {"title": "Poll", "premises": ["asked"], "supports": "shops", "tags": ["Traffic"]},
        },
        draft=True,
        shape="graph",
    )


def lit(opened: Any) -> set[str]:
    found: list[str] = opened.page.locator(
        "#cw-picture :is(.card-figure, .pill-figure):not(.dim) :is(.foot, .pill-title)"
    ).all_text_contents()
    return set(found)


def rows(opened: Any) -> list[str]:
    found: list[str] = opened.page.locator("#cw-tree .row").all_text_contents()
    return found


def test_the_list_has_the_tags_with_counts_as_they_nest(visit: Any) -> None:
    opened = visit(square())
    names = opened.page.locator("#cw-tags option").all_text_contents()
    assert names == ["All tags", "Traffic (3)", "\u2003Noise (1)", "Money (6)"]


def test_a_map_without_tags_has_no_list(visit: Any) -> None:
    opened = visit(make({"t": "We should go."}))
    assert not opened.page.locator("#cw-tags").is_visible()
    opened.press("t")
    assert opened.text("#cw-spoken") == "The map has no tags."


def test_what_is_not_of_the_tag_is_dimmed(visit: Any) -> None:
    opened = visit(square())
    opened.press("0", "x")
    everything = lit(opened)
    opened.page.select_option("#cw-tags", label="Traffic (3)")
    opened.settle()
    assert lit(opened) == {"loud", "Noise", "Poll"}  # the thesis has no foot
    assert "dim" not in (opened.attribute("#cw-picture .card-figure:has(.thesis)", "class") or "")
    assert opened.text("#cw-spoken") == "4 of 15 claims and arguments are brought out."
    opened.page.select_option("#cw-tags", label="All tags")
    opened.settle()
    assert lit(opened) == everything


def test_the_key_goes_through_the_tags(visit: Any) -> None:
    opened = visit(square())
    opened.press("t", "t")
    assert lit(opened) == {"loud", "Noise"}
    opened.press("Shift+T", "Shift+T", "Shift+T")
    assert opened.page.input_value("#cw-tags") == "2"
    assert lit(opened) == {"shops", "asked", "Trade", "s1", "s3", "s5", "s7"}


def test_the_outline_keeps_what_is_of_the_tag_and_its_way_to_the_thesis(visit: Any) -> None:
    opened = visit(square())
    opened.press("o", "t", "t")
    assert [row.split(".")[0] for row in rows(opened)] == [
        "▾Thesis Cars should leave the square",
        "▾+SUPPORTS Noise",
        "Premise Cars are loud",
    ]
    assert opened.count("#cw-tree .row.is-aside") == 1
    opened.press("t")
    assert len(rows(opened)) == 9
    opened.press("Escape", "t")
    assert len(rows(opened)) == 15


def test_what_is_folded_away_is_unfolded_for_its_tag(visit: Any) -> None:
    opened = visit(square())
    opened.press("1")
    assert "asked" not in lit(opened)
    opened.press("Shift+T")
    assert "asked" in lit(opened)


def test_the_panel_names_the_tags_as_buttons(visit: Any) -> None:
    opened = visit(square(), "#loud")
    opened.page.click("#cw-side-body button.tag")
    opened.press("Escape")
    assert lit(opened) == {"loud", "Noise"}


def test_a_link_to_what_the_outline_leaves_out_shows_all_again(visit: Any) -> None:
    opened = visit(square())
    opened.press("o", "t", "t")
    opened.go_to("s1")
    assert opened.page.input_value("#cw-tags") == "-1"
    assert "Somebody said 1." in opened.text("#cw-tree .row[aria-selected='true']")


def test_on_paper_nothing_is_dimmed(visit: Any) -> None:
    opened = visit(square())
    opened.press("t")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert opened.count("#cw-print .dim") == 0
    assert opened.count("#cw-print .card-figure") == 12
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    opened.settle()
    assert opened.count("#cw-picture .dim") > 0


@pytest.mark.parametrize("window", [(390, 844), (900, 700)])
def test_the_list_is_in_view(visit: Any, window: tuple[int, int]) -> None:
    opened = visit(square(), viewport={"width": window[0], "height": window[1]})
    opened.press("x")
    box = opened.page.locator("#cw-tags").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= window[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_outline_of_a_tag_has_no_serious_flaw(visit: Any, axe: str, scheme: str) -> None:
    opened = visit(square(), color_scheme=scheme, bypass_csp=True)
    opened.press("o", "t", "t")
    assert flaws(opened, axe) == []


def test_loose_claims_stand_in_rows_below_the_rest(visit: Any) -> None:
    opened = visit(square())
    boxes = [opened.box(f"Somebody said {at}.") for at in range(8)]
    assert min(box["y"] for box in boxes) > opened.box("The shops were asked.")["y"]
    assert len({round(box["y"]) for box in boxes}) < 8
    assert len({round(box["width"]) for box in boxes}) == 1
    opened.assert_quiet()
