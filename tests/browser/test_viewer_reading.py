"""Ways through a map: the way to the thesis, what to read next, the small picture, filters, what is taken along."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from browser.test_viewer_accessibility import axe, flaws  # noqa: F401 - a fixture
from browser.viewer_maps import article, bridge, chain, grown, library, make
from coldwater.render.viewer import page
from coldwater.render.viewer.origin import Origin
from coldwater.render.viewer.page import page_data
from render.verdict_samples import every_reason

PHONE = {"width": 390, "height": 780}
STEPS = {
    "nice": {"premises": ["sun"], "supports": "t", "title": "Nice"},
    "wet": {"premises": ["rain"], "attacks": "t", "title": "Wet"},
    "grey": {"premises": ["cloud"], "supports": "rain", "title": "Grey"},
    "doubt": {"premises": ["wrong"], "attacks": "rain", "title": "Doubt"},
}
SAID = make(
    {
        "t": "We should go.",
        "sun": {"text": "The sun shines.", "cites": [{"source": "diary"}]},
        "rain": {"text": "It will rain.", "cites": [{"source": "radio"}]},
        "cloud": "Clouds come.",
        "wrong": "The radio is often wrong.",
    },
    STEPS,
    sources={"diary": {"title": "A diary"}, "radio": {"title": "The news"}},
    positions={
        "anna": {"name": "Anna", "accepts": ["sun"], "speaks_in": ["diary"]},
        "bert": {"name": "Bert", "accepts": ["rain"], "rejects": ["sun"], "speaks_in": ["radio"]},
    },
)


def _shown(opened: Any, room: str) -> bool:
    return bool(opened.page.locator(f"#cw-{room}").is_visible())


def _bright(opened: Any) -> set[str]:
    found: list[str] = opened.page.locator("#cw-picture .pill-figure:not(.dim) .pill-title").all_text_contents()
    return set(found)


def _opened(visit: Any, map_: Any, origin: Origin | None, fragment: str, **options: Any) -> Any:
    return visit.open(page(map_, origin=origin), "html", fragment, **options)


# --- ways --------------------------------------------------------------------------------------------------------


def test_the_panel_leads_back_to_the_thesis_step_by_step(visit: Any) -> None:
    opened = visit(bridge(), "#photo")
    crumbs = opened.page.locator(".crumbs a")
    assert crumbs.all_text_contents()[0] == "The town should rebuild the bridge."
    assert len(crumbs.all_text_contents()) == 4
    crumbs.nth(1).click()
    opened.settle()
    assert opened.page.url.endswith("#safety")
    opened.go_to("rebuild")
    assert opened.count(".crumbs") == 0


def test_reading_on_goes_through_all_arguments_and_stops(visit: Any) -> None:
    map_ = library()
    opened = visit(map_)
    seen = []
    for _ in map_.arguments:
        opened.press("j")
        seen.append(opened.text("#cw-side-body code"))
        assert opened.box(map_.arguments[seen[-1]].title or seen[-1])["x"] >= 0
    assert sorted(seen) == sorted(map_.arguments)
    opened.press("j")
    assert opened.text("#cw-spoken") == "This is the last argument."
    opened.page.locator("#cw-read-before").click()
    opened.settle()
    assert opened.text("#cw-side-body code") == seen[-2]
    assert opened.page.evaluate("document.activeElement.id") == "cw-read-before"


def test_far_out_the_map_becomes_blocks_with_the_titles_of_all_arguments(visit: Any) -> None:
    map_ = article()
    opened = visit(map_)
    assert opened.page.locator("#cw-minimap").is_visible()
    opened.press("a", "0")
    assert opened.page.locator("#cw-overview").is_visible()
    assert not opened.page.locator("#cw-minimap").is_visible()
    words = "".join(opened.page.locator(".ice-words").all_text_contents()).replace(" ", "")
    assert all((argument.title or "").replace(" ", "") in words for argument in map_.arguments.values())
    place = opened.page.locator(".ice-words", has_text="Time works for an alliance").bounding_box()
    opened.page.mouse.click(place["x"] + 5, place["y"] + 5)
    opened.settle()
    assert not opened.page.locator("#cw-overview").is_visible()
    assert opened.text(".side-text") == "Time works for an alliance"
    assert opened.box("Time works for an alliance")["height"] > 20
    opened.press("Escape", "a", "0", "+")
    assert opened.text("#cw-scale") == "50 %"


def test_blocks_of_many_arguments_are_few_elements(visit: Any) -> None:
    opened = visit(grown(5000))
    opened.press("a", "0")
    assert opened.page.locator("#cw-overview").is_visible()
    assert 20 < opened.count("#cw-overview *") < 1500
    assert opened.count("#cw-minimap *") < 20


def test_search_frames_what_it_found(visit: Any) -> None:
    opened = visit(bridge(), viewport={"width": 900, "height": 600})
    opened.press("+", "+", "+", "+", "ArrowLeft", "ArrowLeft", "ArrowLeft")
    opened.page.locator("#cw-query").fill("crack")
    opened.settle()
    for ring in opened.page.locator(".ring.hit").all():
        box = ring.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 900


# --- filters -----------------------------------------------------------------------------------------------------


def test_what_is_of_a_side_a_position_or_a_speaker_is_brought_out(visit: Any) -> None:
    opened = visit(SAID)
    assert _bright(opened) == {"Nice", "Wet", "Grey", "Doubt"}
    opened.press("x")
    choose = opened.page.select_option
    for name, label, titles in (
        ("side", "for the thesis", {"Nice", "Doubt"}),
        ("side", "against the thesis", {"Wet", "Grey"}),
        ("position", "Accepted by Bert", {"Wet"}),
        ("position", "Rejected by Bert", {"Nice"}),
        ("speaker", "Anna", {"Nice"}),
    ):
        choose(f"#cw-filter-{name}", label=label)
        opened.settle()
        assert _bright(opened) == titles
        assert opened.attribute("#cw-filter", "aria-pressed") == "true"
        opened.page.locator("#cw-filter-none").click()
        opened.settle()
        assert len(_bright(opened)) == 4


def test_filters_join_and_reach_outline_and_sides(visit: Any) -> None:
    opened = visit(SAID)
    opened.press("x")
    opened.page.select_option("#cw-filter-side", label="for the thesis")
    opened.page.select_option("#cw-filter-position", label="Rejected by Bert")
    opened.page.locator("#cw-show-sides").click()
    opened.settle()
    assert opened.page.locator("#cw-sides .side-card h4 .strong").all_text_contents() == ["Nice"]
    assert "For (1)" in opened.text("#cw-sides")
    assert "Against (0 of 1)" in opened.text("#cw-sides")
    opened.page.locator("#cw-show-outline").click()
    opened.settle()
    rows = opened.page.locator("#cw-tree .row").all_text_contents()
    assert any("Nice" in row for row in rows)
    assert not any("Wet" in row for row in rows)


def test_a_verdict_is_brought_out_and_follows_what_is_tried(visit: Any) -> None:
    opened = visit(SAID)
    opened.press("x")
    opened.page.select_option("#cw-filter-verdict", label="Falls")
    opened.settle()
    assert opened.attribute("#cw-verdicts", "aria-pressed") == "true"
    before = _bright(opened)
    opened.go_to("cloud")
    opened.page.locator("#cw-reject").click()
    opened.settle()
    assert "Grey" in _bright(opened) - before


# --- what is taken along ------------------------------------------------------------------------------------------


def test_the_link_is_copied_and_that_is_told(visit: Any) -> None:
    opened = visit(bridge(), "#photo", permissions=("clipboard-read", "clipboard-write"))
    opened.page.locator("#cw-copy").click()
    opened.settle()
    opened.page.wait_for_function("document.getElementById('cw-spoken').textContent === 'The link is copied.'")
    assert opened.page.locator("#cw-told").is_visible()
    assert opened.page.evaluate("navigator.clipboard.readText()").endswith("#photo")


def test_the_picture_is_saved_as_an_svg_that_stands_by_itself(visit: Any) -> None:
    opened = visit(bridge(), color_scheme="dark", accept_downloads=True)
    with opened.page.expect_download() as downloaded:
        opened.page.locator("#cw-save").click()
    assert downloaded.value.suggested_filename == "should-the-bridge-be-rebuilt.svg"
    text = Path(downloaded.value.path()).read_text(encoding="utf-8")
    assert text.startswith("<svg")
    assert 'data-theme="dark"' in text
    saved = visit.open(text.encode(), "svg")
    shown = saved.page.locator(".claim-text").all_text_contents()
    assert len(shown) >= len(bridge().claims) - 1
    assert saved.page.locator(".card").first.evaluate("(card) => getComputedStyle(card).fill") == "rgb(27, 33, 43)"


def _drag_over(opened: Any, box: dict[str, float]) -> None:
    middle = box["y"] + box["height"] / 2
    opened.page.mouse.move(box["x"] + 2, middle)
    opened.page.mouse.down()
    opened.page.mouse.move(box["x"] + box["width"] - 2, middle, steps=4)
    opened.page.mouse.up()


def test_text_can_be_selected_in_outline_and_map(visit: Any) -> None:
    opened = visit(bridge())
    opened.press("o")
    _drag_over(opened, opened.page.locator(".row-text").nth(1).bounding_box())
    assert len(opened.page.evaluate("document.getSelection().toString()")) > 5
    assert "#" not in opened.page.url  # selecting is not choosing
    opened.page.locator("#cw-show-map").click()
    box = opened.page.locator("#cw-picture .claim-text tspan").first.bounding_box()
    opened.page.keyboard.down("Alt")
    _drag_over(opened, box)
    opened.page.keyboard.up("Alt")
    assert len(opened.page.evaluate("document.getSelection().toString()")) > 5


def test_the_place_in_the_file_is_told_and_linked_where_it_has_an_address(visit: Any) -> None:
    lines = {"photo": 12}
    opened = _opened(
        visit, bridge(), Origin("town.argmap.yaml", "https://example.org/blob/main/town.argmap.yaml", lines), "#photo"
    )
    link = opened.page.locator("a.in-file")
    assert link.get_attribute("href") == "https://example.org/blob/main/town.argmap.yaml#L12"
    assert "town.argmap.yaml, line 12" in (link.text_content() or "")
    opened = _opened(visit, bridge(), Origin("town.argmap.yaml", "", lines), "#photo")
    assert opened.count("a.in-file") == 0
    assert "town.argmap.yaml, line 12" in opened.text(".deeds")
    opened.go_to("cracks")
    assert "line" not in opened.text(".deeds")


# --- the page ------------------------------------------------------------------------------------------------------


def test_a_fold_says_the_same_number_everywhere(visit: Any) -> None:
    opened = visit(library(), "#demand")
    opened.page.locator("#cw-stage").focus()
    opened.press("Enter")
    assert opened.text(".handle.closed") == "+1"
    opened.press("o")
    assert "1 argument hidden" in opened.text("#cw-tree .row[aria-selected=true]")
    opened.press("s")
    assert "1 argument behind it" in opened.page.locator(".side-card", has_text="Well used").inner_text()


def test_the_legend_folds_and_the_description_unfolds(visit: Any) -> None:
    opened = visit(library())
    assert opened.page.locator("#cw-legend").is_visible()
    opened.press("l")
    assert not opened.page.locator("#cw-legend").is_visible()
    assert opened.attribute("#cw-legend-fold", "aria-expanded") == "false"
    assert opened.text("#cw-intro-words") == (library().description or "").strip()
    low = opened.page.locator("#cw-intro").bounding_box()["height"]
    opened.page.set_viewport_size({"width": 500, "height": 800})
    opened.page.locator("#cw-intro-more").click()
    assert opened.page.locator("#cw-intro").bounding_box()["height"] > low
    assert opened.page.locator("#cw-intro-more").text_content() == "Less"


def test_a_phone_opens_on_what_can_be_read(visit: Any) -> None:
    for map_ in (bridge(), library(), article()):
        opened = visit(map_, begins_as="", viewport=PHONE)
        assert _shown(opened, "sides")
    for map_ in (make({"a": "One claim.", "b": "Another claim."}), chain(30)):
        opened = visit(map_, begins_as="", viewport=PHONE)
        assert _shown(opened, "outline")
    assert _shown(visit(chain(40), begins_as=""), "map")  # its sides would be one card


def test_the_tab_key_goes_as_the_eye_does(visit: Any) -> None:
    for window in ({"width": 1280, "height": 800}, PHONE):
        opened = visit(library(), begins_as="", viewport=window)
        opened.page.evaluate("document.activeElement.blur()")
        places = []
        for _ in range(9):
            opened.page.keyboard.press("Tab")
            box = opened.page.locator(":focus").bounding_box()
            places.append((round((box["y"] + box["height"] / 2) / 30), box["x"]))
        assert places == sorted(places)


def test_sides_are_told_apart_from_relations(visit: Any) -> None:
    opened = visit(SAID, "#doubt")
    assert "for the thesis" in opened.text(".side-sort")  # it attacks what is against the thesis
    assert opened.count("#cw-picture .stripe.con") == 2
    assert opened.count("#cw-picture .stripe.pro") == 2
    opened.press("0")
    assert "against the thesis" in opened.text("#cw-legend")


def test_newer_data_take_the_place_of_older_and_the_reader_stays_where_he_is(visit: Any) -> None:
    opened = visit(SAID, "#rain")
    claims = {name: claim.text for name, claim in SAID.claims.items()}
    changed = make(
        claims | {"rain": "It will snow.", "new": "Roads are shut."},
        STEPS | {"shut": {"premises": ["new"], "attacks": "t", "title": "Shut"}},
    )
    opened.page.evaluate("(data) => coldwater.show(data)", page_data(changed)[0])
    opened.settle()
    assert opened.text(".side-text") == "It will snow."
    assert {"Shut", "Wet"} <= _bright(opened)
    assert not opened.page.locator("#cw-verdicts").is_visible()  # these data hold no verdicts
    opened.press("o")
    assert len(opened.page.locator("#cw-tree .row").all()) == 11
    opened.page.evaluate("(data) => coldwater.show(data)", page_data(every_reason())[0])
    opened.settle()
    assert opened.page.locator("#cw-side").is_hidden()
    assert opened.page.title() == every_reason().title


def test_the_new_rooms_have_no_serious_flaw(visit: Any, axe: str) -> None:  # noqa: F811
    for scheme in ("light", "dark"):
        opened = visit(SAID, "#doubt", color_scheme=scheme, bypass_csp=True)
        opened.press("x")
        opened.page.select_option("#cw-filter-side", label="for the thesis")
        opened.settle()
        assert flaws(opened, axe) == []
        opened.press("a", "0", "s")
        assert flaws(opened, axe) == []
    opened = visit(article(), color_scheme="dark", bypass_csp=True)
    opened.press("a", "0")
    assert flaws(opened, axe) == []
