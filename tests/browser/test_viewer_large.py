"""Large maps: what is far is folded, only what is in view has elements, and a frame touches only those."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from browser.viewer_maps import article, bridge, chain, grown, star
from coldwater.errors import UsageError
from coldwater.render.digest import digest, digest_in
from coldwater.render.viewer import page

MOST_ELEMENTS = 6000  # in the drawing, whatever the map: 420 cards and pills with their texts, lines, handles
COUNT = "#cw-picture *"


def test_of_5000_nodes_the_near_ones_are_shown_first(visit: Any) -> None:
    opened = visit(grown(5000))
    assert opened.count("#cw-picture .handle.closed") > 0
    assert opened.count(COUNT) < MOST_ELEMENTS
    assert opened.page.locator("#cw-levels").input_value() in "123456789"


@pytest.mark.parametrize(
    "shape", [lambda: grown(5000), lambda: grown(5000, 12), lambda: star(2500), lambda: chain(2500)]
)
def test_5000_nodes_unfolded_never_have_many_elements(visit: Any, shape: Any) -> None:
    opened = visit(shape())
    opened.press("a")
    assert opened.count(COUNT) < MOST_ELEMENTS
    for keys in (["0"], ["+"] * 4, ["+"] * 12, ["ArrowDown"] * 5, ["-"] * 6, ["Home"], ["f"], ["1"], ["a"]):
        opened.press(*keys)
        assert opened.count(COUNT) < MOST_ELEMENTS
        assert opened.count(COUNT) > 8
    opened.page.locator("#cw-query").fill("c12")
    opened.press("Enter", "Enter")
    assert opened.count(COUNT) < MOST_ELEMENTS


def test_moving_within_what_is_drawn_changes_one_attribute(visit: Any) -> None:
    opened = visit(grown(5000))
    opened.press("a", "Home")
    opened.page.locator("#cw-stage").focus()
    opened.page.evaluate(
        """() => { window.changes = []; new MutationObserver((records) => changes.push(...records))
             .observe(document.getElementById("cw-picture"), { subtree: true, childList: true, attributes: true }); }"""
    )
    opened.press("ArrowRight", "ArrowRight")
    assert 1 <= opened.page.evaluate("() => changes.length") <= 2


def test_folding_one_branch_of_many_is_a_frame_not_a_page(visit: Any) -> None:
    opened = visit(grown(5000), "#c1")
    opened.press("a")
    opened.page.locator("#cw-stage").focus()
    before = opened.box("Claim c1 ")
    opened.press("Enter")
    assert opened.count(COUNT) < MOST_ELEMENTS
    after = opened.box("Claim c1 ")
    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=1)


def test_the_outline_of_5000_nodes_grows_as_it_is_read(visit: Any) -> None:
    opened = visit(grown(5000))
    opened.press("a", "o")
    assert opened.count("[role=treeitem]") <= 300
    opened.press("End")
    assert opened.attribute("#cw-tree :focus", "role") == "treeitem"
    opened.press("Home")
    opened.go_to("c1200")
    assert opened.count("[role=treeitem][aria-selected=true]") == 1


def test_a_chain_of_6000_arguments_is_no_trouble(visit: Any) -> None:
    """Deeper than calls can be nested, in Python and in the browser of these tests."""
    opened = visit(chain(6000), "#c5990")
    assert "c5990" in opened.drawn()
    for key in ("f", "0", "+", "Home", "1", "a"):
        opened.press(key)
        assert opened.count(COUNT) < MOST_ELEMENTS


# --- bytes -------------------------------------------------------------------------------------------------------

_PRINT = (
    "import sys; from coldwater import api; from coldwater.render.viewer import page;"
    "sys.stdout.buffer.write(page(api.check_file(sys.argv[1]).usable_map()))"
)


def test_the_same_map_gives_the_same_bytes_in_any_process() -> None:
    path = os.path.join("arguments", "library-evenings.argmap.yaml")
    root = os.path.join(os.path.dirname(__file__), "..", "..")
    pages = [
        subprocess.run(
            [sys.executable, "-c", _PRINT, path],
            cwd=root,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "random")
    ]
    assert pages[0] == pages[1] == pages[2]
    assert page(bridge()) == page(bridge())


def test_the_page_carries_the_digest_of_its_map() -> None:
    assert digest_in(page(article())) == digest(article())
    assert digest_in(page(bridge())) != digest_in(page(article()))


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(UsageError):
        page(bridge(), theme="blue")
