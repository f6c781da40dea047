"""The viewer says who holds a claim, and shows the map as a position sees it: by list, key, button and address."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import missing
from browser.test_viewer_accessibility import flaws
from browser.test_viewer_verdicts import WIDE, shown, words
from browser.viewer_maps import library, make
from coldwater.model.models import Map
from coldwater.render import Options, draw
from work import ALL

_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def council(many: int = 0) -> Map:
    """Give the bridge, about which two people speak, and as many more as are asked for."""
    crowd = {f"p{number}": {"name": f"Resident {number}", "accepts": ["cracks"]} for number in range(many)}
    return make(
        {
            "rebuild": "The town should rebuild the bridge.",
            "cracks": {"text": "The main girder is cracked.", "cites": [{"source": "paper", "locator": "block 9"}]},
            "costly": "Rebuilding costs three yearly budgets.",
            "grant": "The state pays four fifths of the cost.",
        },
        {
            "safety": {"title": "Unsafe girder", "premises": ["cracks"], "supports": "rebuild"},
            "money": {"title": "Cost", "premises": ["costly"], "attacks": "rebuild"},
            "funded": {"title": "State grant", "premises": ["grant"], "attacks": "money"},
        },
        thesis="rebuild",
        sources={"paper": {"title": "The bridge, once more"}},
        positions={
            "author": {"name": "The author", "accepts": ["rebuild", "cracks"], "speaks_in": ["paper"]},
            "mayor": {"name": "The mayor", "accepts": ["costly"], "rejects": ["grant", "cracks"]},
            **crowd,
        },
    )


def address(opened: Any) -> str:
    url: str = opened.page.url
    return url.partition("#")[2]


def as_mayor() -> dict[str, str]:
    return words(council(), "grant", "cracks", granted=("costly",))


# --- who holds a claim ----------------------------------------------------------------------------------------------


def test_the_panel_says_who_holds_a_claim_and_tells_the_speaker_from_the_source(visit: Any) -> None:
    opened = visit(council(), "#cracks")
    panel = opened.text("#cw-side-body")
    assert "Accepted by" in panel
    assert panel.index("The author", panel.index("Accepted by")) < panel.index("Rejected by") < panel.index("The mayor")
    assert "The author, in 1. The bridge, once more" in panel


def test_every_position_has_a_mark_on_the_claims_it_holds(visit: Any) -> None:
    opened = visit(council(), **WIDE)
    assert opened.count("#cw-picture .stance.accepts") == 3
    assert opened.count("#cw-picture .stance.rejects") == 2
    signs = opened.page.locator("#cw-picture .card-figure .stance").all_text_contents()
    assert sorted(signs) == ["A", "A", "B", "B", "B"]
    assert "The mayor" in opened.text("#cw-legend")


def test_of_many_positions_the_marks_say_how_many(visit: Any) -> None:
    opened = visit(council(many=9), **WIDE)
    assert "10" in opened.page.locator("#cw-picture .stance.accepts").all_text_contents()
    assert "so many of 11 positions" in opened.text("#cw-legend")


def test_the_outline_and_the_page_without_scripts_say_it_in_words(visit: Any) -> None:
    opened = visit(council())
    opened.press("o")
    assert "accepted by The author; rejected by The mayor" in opened.text("#cw-tree")
    still = draw(council(), "html").decode().partition("<noscript>")[2].partition("</noscript>")[0]
    assert "accepted by The author; rejected by The mayor" in still


def test_without_positions_there_is_nothing_to_choose(visit: Any) -> None:
    for map_ in (make({"t": "T."}), council()):
        opened = visit.open(draw(map_, "html", Options(positions=False)), "html")
        assert opened.page.locator("#cw-seen-label").is_hidden()
        assert opened.count(".stance") == 0
        opened.press("p")
        assert "no positions" in opened.text("#cw-spoken")
        assert opened.page.locator("#cw-judged").is_hidden()


# --- as somebody sees it --------------------------------------------------------------------------------------------


def test_the_map_is_judged_as_a_position_sees_it(visit: Any) -> None:
    opened = visit(council(), **WIDE)
    opened.press("x")
    opened.page.locator("#cw-seen").select_option(label="As seen by The mayor")
    opened.settle()
    assert shown(opened) == as_mayor() != words(council())
    assert "As seen by The mayor (accepts 1, rejects 2)." in opened.text("#cw-tried")
    assert "As seen by The mayor. The thesis falls" in opened.text("#cw-spoken")
    assert opened.count(".tried-word") == 0
    assert address(opened) == "?verdicts&as=mayor"
    opened.page.locator("#cw-take-all-back").click()
    opened.settle()
    assert shown(opened) == words(council())
    assert opened.page.locator("#cw-seen").input_value() == "-1"


def test_a_key_goes_from_position_to_position_and_back(visit: Any) -> None:
    opened = visit(council())
    seen = []
    for key in ("p", "p", "p", "Shift+P"):
        opened.press(key)
        seen.append(opened.page.locator("#cw-seen").evaluate("(list) => list.selectedOptions[0].textContent"))
    assert seen == ["As seen by The author", "As seen by The mayor", "As the map has it", "As seen by The mayor"]


def test_the_list_of_positions_lets_one_see_it_so(visit: Any) -> None:
    opened = visit(council())
    opened.press("i")
    opened.page.get_by_role("button", name="As they see it: The mayor").click()
    opened.settle()
    assert address(opened) == "?verdicts&as=mayor"


def test_an_address_leads_to_what_somebody_sees_and_what_is_tried_out_besides(visit: Any) -> None:
    opened = visit(council(), "#rebuild?verdicts&as=mayor&reject=costly", **WIDE)
    assert shown(opened) == words(council(), "grant", "cracks", "costly")
    opened = visit(council(), "#rebuild?verdicts&as=mayor&reject=rebuild", **WIDE)
    assert "As seen by The mayor" in opened.text("#cw-tried")
    assert opened.count("button.tried") == 1
    assert address(opened) == "rebuild?verdicts&as=mayor&reject=rebuild"
    opened.page.locator("button.tried").click()
    opened.settle()
    assert address(opened) == "rebuild?verdicts&as=mayor"
    assert shown(opened) == as_mayor()


def test_what_is_taken_back_is_no_longer_as_the_position_sees_it(visit: Any) -> None:
    opened = visit(council(), "#grant?verdicts&as=mayor", **WIDE)
    opened.press("r")
    assert "As seen by The mayor" not in opened.text("#cw-tried")
    assert opened.page.locator("#cw-seen").input_value() == "own"
    assert address(opened) == "grant?verdicts&reject=cracks&grant=costly"
    assert shown(opened) == words(council(), "cracks", granted=("costly",))


def test_nobody_is_seen_by_an_address_that_names_no_position(visit: Any) -> None:
    opened = visit(council(), "#rebuild?verdicts&as=nobody", **WIDE)
    assert shown(opened) == words(council())


def test_a_part_of_the_map_is_judged_by_all_that_a_position_holds(visit: Any) -> None:
    opened = visit.open(draw(council(), "html", Options(focus="money")), "html", "#?verdicts&as=mayor", **WIDE)
    found = shown(opened)
    assert found == {name: as_mayor()[name] for name in found}


# --- for everybody --------------------------------------------------------------------------------------------------

#: Each width in one light.
WINDOWS = list(
    product((360, 900, 1280), ("light", "dark"))
    if ALL
    else zip((360, 900, 1280), ("light", "dark", "light"), strict=True)
)


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_positions_have_no_serious_flaw_and_fit_the_window(visit: Any, scheme: str, width: int) -> None:
    if not _AXE.exists():
        missing("axe-core is not installed (npm ci in tests/browser)")
    axe = _AXE.read_text(encoding="utf-8")
    for map_ in (council(), library()) if ALL else (library() if width == 900 else council(),):
        window = {"viewport": {"width": width, "height": 800}}
        opened = visit(map_, f"#{map_.thesis}", color_scheme=scheme, bypass_csp=True, **window)
        for keys in (["p"], ["i"], ["o"]):
            opened.press(*keys)
            assert flaws(opened, axe) == []
            assert opened.page.evaluate("document.querySelector('.bar').scrollWidth <= innerWidth")
