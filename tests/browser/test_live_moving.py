"""Arguments dragged in the drawing, what stays in its place, new letters, a first map out of a pasted text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater import api

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from browser.test_live_page import DESKTOP, MAP, PHONE, Person
from browser.test_viewer_accessibility import axe
from serving.process import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["axe"]  # the fixture

DEEP = MAP.replace("arguments:\n", "  patched: It was patched.\n  grant: The state pays.\narguments:\n") + (
    "  repaired: {title: Repaired, premises: [patched], attacks: cracks}\n"
    "  paid: {title: Paid, premises: [grant], attacks: costly}\n"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "town.argmap.yaml").write_text(DEEP, encoding="utf-8")
    with serving(tmp_path / "maps") as running:
        yield running


def boxes(person: Person) -> dict[str, tuple[float, float]]:
    """Give where each thing in view is taken hold of, in pixels of the window."""
    found = person.page.evaluate(
        "() => { const top = byId('drawing').getBoundingClientRect().top; return drawing.frame.contentWindow"
        ".coldwater.boxes().map((one) => [one.id, one.x + one.w / 2, top + one.y + 12]); }"
    )
    return {id_: (x, y) for id_, x, y in found}


def state_of(person: Person, id_: str) -> dict[str, Any]:
    found: dict[str, Any] = person.page.evaluate("(id) => now.state.map.arguments[id]", id_)
    return found


def drag(person: Person, what: str, to: str, *, drops: bool = True) -> str:
    """Drag with the mouse, and give what was said at the target."""
    places = boxes(person)
    mouse = person.page.mouse
    mouse.move(*places[what])
    mouse.down()
    mouse.move(places[what][0] + 12, places[what][1] + 12)
    mouse.move(*places[to], steps=2)
    said: str = person.page.inner_text("#carried")
    if drops:
        mouse.up()
    return said


def test_an_argument_is_dragged_to_what_it_is_to_be_about(browser: Any, server: Server, axe: str) -> None:
    person = Person(browser, server, DESKTOP)
    page = person.page
    person.settle()
    page.frame_locator("#drawing iframe").locator("#cw-show-map").click()
    page.frame_locator("#drawing iframe").locator("#cw-fit").click()
    page.wait_for_function("() => drawing.frame.contentWindow.coldwater.boxes().length === 9")

    said = drag(person, "safety", "patched", drops=False)  # what cannot be says why, and nothing comes of it
    assert "in a circle" in said
    marked = page.evaluate("() => [...document.querySelectorAll('.target')].map((one) => one.dataset.id).sort()")
    assert marked == ["costly", "grant", "money", "paid"]
    page.keyboard.press("Escape")
    page.mouse.up()
    assert page.is_hidden("#carried")
    assert page.evaluate("() => now.id") == ""

    said = drag(person, "paid", "money")
    assert "Rebuilding costs" in said or "Money" in said
    page.wait_for_function("() => now.state.map.arguments.paid.attacks === 'money'")
    person.settle()
    person.choose("rebuild")
    person.act("Reason for", premises="Жители этого хотят.")
    page.wait_for_function(
        "() => [...drawing.frame.contentDocument.fonts].some((one) => one.unicodeRange.includes('U+436'))"
    )
    person.choose("rebuild")
    before = boxes(person)["rebuild"]
    page.click("#undo")
    page.wait_for_function("() => Object.keys(now.state.map.arguments).length === 4")
    person.settle()
    assert page.evaluate("() => now.id") == "rebuild"
    assert boxes(person)["rebuild"] == pytest.approx(before, abs=1)

    drag(person, "grant", "safety")  # one premise of a reason: as a whole
    page.wait_for_function("() => now.state.map.arguments.paid.attacks === 'safety'")
    person.settle()
    person.choose("money")  # the same by keys alone, by words of the target
    page.keyboard.press("m")
    page.keyboard.type("girder")
    page.keyboard.press("Enter")
    page.wait_for_function("() => now.state.map.arguments.money.attacks === 'cracks'")
    person.settle()
    page.emulate_media(color_scheme="dark")
    person.assert_accessible(axe)
    person.leave()


def test_a_finger_drags_after_a_rest_and_a_phone_has_room(browser: Any, server: Server, axe: str) -> None:
    person = Person(browser, server, PHONE, has_touch=True, is_mobile=True)
    page = person.page
    person.settle()
    heights = "() => ['header', 'footer'].map((one) => document.querySelector(one).offsetHeight)"
    assert sum(page.evaluate(heights)) < PHONE["height"] * 0.17
    page.tap("#more")
    person.assert_accessible(axe)
    page.tap("#more")
    frame = page.frame_locator("#drawing iframe")
    frame.locator("#cw-show-map").tap()
    frame.locator("#cw-fit").tap()
    page.wait_for_function("() => drawing.frame.contentWindow.coldwater.boxes().length === 9")
    places = boxes(person)
    wire = person.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    touch("touchStart", places["money"])
    page.wait_for_selector("#carried:not([hidden])")  # it rested long enough
    touch("touchMove", places["cracks"])
    page.wait_for_function("() => document.querySelector('.target.is-aimed')")
    touch("touchEnd")
    page.wait_for_function("() => now.state.map.arguments.money.attacks === 'cracks'")
    person.settle()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    person.leave()


def test_a_first_map_is_picked_out_of_a_text(browser: Any, server: Server, tmp_path: Path, axe: str) -> None:
    person = Person(browser, server, DESKTOP)
    page = person.page
    person.settle()
    page.click("#new")
    page.select_option("#form-begin", "pasted")
    page.fill("#form-pasted", "- one\n  - two")
    assert page.input_value("#form-format") == "outline"  # which it looks like
    page.fill(
        "#form-pasted",
        "The town should act. Its girder is cracked. A crack is a danger. I like bridges. It costs a lot.",
    )
    assert page.input_value("#form-format") == ""
    page.click("#form button[type=submit]")
    page.wait_for_selector(".sentences")
    for number, role in ((1, "thesis"), (2, "for"), (3, "with"), (5, "against")):
        page.select_option(f"[data-role='{number}']", role)
    assert page.input_value("[data-to='2']") == "1"
    assert page.input_value("[data-to='3']") == "2"
    person.assert_accessible(axe)
    page.check("#form-cites")
    page.fill("#form-source", "A letter")
    page.click("#form button[type=submit]")
    page.wait_for_function("() => now.name === 'the-town-should-act.argmap.yaml'")
    person.settle()
    map_ = api.load(str(tmp_path / "maps" / "the-town-should-act.argmap.yaml"))
    assert sorted(len(one.premises) for one in map_.arguments.values()) == [1, 2]
    assert {one.cites[0].locator for one in map_.claims.values()} == {f"sentence {number}" for number in (1, 2, 3, 5)}
    person.leave()
