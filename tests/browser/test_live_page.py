"""A person at work on the page of ``coldwater serve``, in a real browser, on files that others change as well."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coldwater import api, revise

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from browser.test_viewer_accessibility import axe, flaws
from serving.process import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["axe"]  # the fixture

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
IS_IN_THE_FILE = "() => document.getElementById('text-note').textContent === 'In the file.'"
_IS_SETTLED = "() => now.atWork === 0 && now.state && (now.state.map === null || drawing.version === now.state.version)"


class Person:
    """Somebody with a browser."""

    def __init__(self, browser: Any, server: Server, viewport: dict[str, int], **options: Any) -> None:
        self.elsewhere: list[str] = []
        self.trouble: list[str] = []
        options = {"bypass_csp": True, **options}  # axe is put into it
        self.context = browser.new_context(viewport=viewport, **options)
        self.context.on("request", self._note)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("console", self._hear)
        self.address = server.address
        self.origin = f"http://127.0.0.1:{server.port}/"
        self.page.goto(server.address)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.origin, "data:")):
            self.elsewhere.append(request.url)

    def _hear(self, message: Any) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:  # what was refused, in words
            self.trouble.append(message.text)

    def settle(self) -> None:
        self.page.wait_for_function(_IS_SETTLED)

    def choose(self, id_: str) -> None:
        """Choose something in the drawing."""
        self.settle()
        self.page.evaluate("(id) => drawing.goTo(id)", id_)
        self.page.wait_for_function("(id) => now.id === id", arg=id_)

    def act(self, action: str, **typed: str) -> None:
        """Press what is offered, fill in the form and send it."""
        version = self.page.evaluate("() => now.state && now.state.version")
        self.page.get_by_role("button", name=action, exact=True).click()
        for name, words in typed.items():
            self.page.fill(f"#form-{name}", words)
        if typed or self.page.locator("#form[open]").count():
            self.page.click("#form button[type=submit]")
        self.page.wait_for_function("(before) => now.state && now.state.version !== before", arg=version)
        self.settle()

    def hears(self, words: str) -> None:
        """Wait until the page says what was done, in these words among others."""
        told = "(words) => document.getElementById('told').innerText.includes(words)"
        self.page.wait_for_function(told, arg=words)

    def assert_accessible(self, axe: str) -> None:
        """Assert that axe finds nothing serious in the page around the drawing; that has tests of its own."""
        assert flaws(self, axe) == []

    def leave(self) -> None:
        self.context.close()
        assert self.elsewhere == []
        assert self.trouble == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "maps").mkdir()
    return tmp_path / "maps"


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    with serving(folder) as running:
        yield running


def test_a_map_is_made_without_touching_its_text(browser: Any, server: Server, folder: Path, axe: str) -> None:
    person = Person(browser, server, DESKTOP)
    page = person.page
    page.wait_for_selector("#nothing:not([hidden])")
    page.click("#new")
    page.fill("#form-title", "Should the town rebuild its bridge?")
    page.fill("#form-thesis", "The town should rebuild its bridge.")
    person.assert_accessible(axe)
    page.click("#form button[type=submit]")
    person.settle()
    (path,) = folder.iterdir()
    first = path.read_bytes()
    person.choose("thesis")
    person.act("Reason for", premises="Its girder is cracked.\nA cracked girder is a danger.", title="Danger")
    person.hears("stands, as before")
    person.choose("thesis")
    person.act("Reason against", premises="It costs three yearly budgets.", title="Cost")
    person.hears("is undecided now; it stood before")
    cost = next(iter(set(api.load(str(path)).arguments) - {"danger", "for-thesis"}))
    person.choose(cost)
    person.act("Object to the step", premises="The state pays four fifths.")
    person.hears("stands now; it was undecided before")
    person.assert_accessible(axe)
    claim = next(id_ for id_, one in api.load(str(path)).claims.items() if one.text.startswith("Its girder"))
    person.choose(claim)
    person.act("Edit", text="Its main girder is cracked.")
    person.act("Mark as unstated")
    assert api.load(str(path)).claims[claim].implicit

    person.choose("thesis")  # what cannot be is refused, in words, and nothing is lost of what was typed
    assert "Split" not in page.inner_text("#actions")  # its parts would hang on nothing
    page.get_by_role("button", name="Reason for", exact=True).click()
    page.fill("#form-premises", "thesis")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#form .refusal:not([hidden])")
    assert "would rest on what it is about" in page.inner_text("#form .refusal")
    assert page.input_value("#form-premises") == "thesis"
    person.assert_accessible(axe)
    page.keyboard.press("Escape")

    assert api.check_file(str(path)).findings == ()
    assert not revise.format(str(path)).is_needed
    last = path.read_bytes()
    for _ in range(5):
        version = page.evaluate("() => now.state.version")
        page.click("#undo")
        page.wait_for_function("(before) => now.state.version !== before", arg=version)
    assert path.read_bytes() == first
    for _ in range(5):
        version = page.evaluate("() => now.state.version")
        page.keyboard.press("Control+Shift+Z")
        page.wait_for_function("(before) => now.state.version !== before", arg=version)
    assert path.read_bytes() == last
    person.leave()


MAP = """\
argmap: 1
title: The bridge
thesis: rebuild
claims:
  rebuild: The town should rebuild the bridge.  # the question
  cracks: The main girder is cracked.
  costly: Rebuilding costs three yearly budgets.
arguments:
  safety: {title: Safety, premises: [cracks], supports: rebuild}
  money: {title: Money, premises: [costly], attacks: rebuild}
"""


def test_edits_of_others_are_met_and_conflicts_are_chosen(browser: Any, server: Server, folder: Path, axe: str) -> None:
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    person = Person(browser, server, DESKTOP)
    page = person.page
    person.choose("costly")
    page.get_by_role("button", name="Edit", exact=True).click()
    page.fill("#form-text", "Rebuilding is dear.")
    path.write_text(MAP.replace("costs three", "costs four").replace("is cracked", "has cracks"), encoding="utf-8")
    page.wait_for_function("() => JSON.stringify(now.state.map.claims.costly).includes('costs four')")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#form fieldset")  # somebody else changed the same claim, and this form was opened before
    disputed = page.locator("#form fieldset p").all_inner_texts()
    assert disputed == ["Rebuilding is dear.", "Rebuilding costs four yearly budgets."]
    person.assert_accessible(axe)
    page.check("#form input[value=mine]")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#told:not([hidden])")
    person.hears("both changes stand in it now")
    wanted = MAP.replace("is cracked", "has cracks").replace(
        "Rebuilding costs three yearly budgets", "Rebuilding is dear"
    )
    assert path.read_text(encoding="utf-8") == wanted

    path.write_text(wanted.replace("The bridge", "A bridge"), encoding="utf-8")  # a change on disk shows at once
    page.wait_for_function("() => now.state.map && now.state.map.title === 'A bridge'")
    path.write_text("claims: [", encoding="utf-8")  # and one that cannot be read leaves what was there
    page.wait_for_selector("#trouble:not([hidden])")
    assert "how it was before" in page.inner_text("#trouble")
    assert page.locator("#drawing iframe").count() == 1
    page.click("#show-findings")
    page.wait_for_selector(".finding")
    person.assert_accessible(axe)
    path.write_text(wanted, encoding="utf-8")
    page.wait_for_selector("#trouble[hidden]", state="attached")

    os.replace(path, folder / "kept")  # as git does where a branch has no such file
    page.wait_for_selector("#trouble:not([hidden])")
    assert "how it was before" in page.inner_text("#trouble")
    os.replace(folder / "kept", path)
    page.wait_for_selector("#trouble[hidden]", state="attached")

    page.click("#show-text")
    page.wait_for_function(IS_IN_THE_FILE)
    page.fill("#text .cm-content", wanted.replace("is dear", "is too dear"))
    page.wait_for_function("() => JSON.stringify(now.state.map.claims.costly).includes('is too dear')")
    assert path.read_text(encoding="utf-8") == wanted.replace("is dear", "is too dear")
    person.leave()


def test_a_refusal_is_in_words_and_what_makes_room_is_done_with_it(
    browser: Any, server: Server, folder: Path, axe: str
) -> None:
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    person = Person(browser, server, DESKTOP)
    page = person.page
    person.choose("cracks")
    page.get_by_role("button", name="Reason against", exact=True).click()
    page.fill("#form-premises", "rebuild")
    page.click("#form button[type=submit]")
    page.wait_for_selector("#form .refusal:not([hidden])")
    assert "“The town should rebuild the bridge.”" in page.inner_text("#form .refusal")
    person.assert_accessible(axe)
    page.get_by_role("button", name="Do this instead: let attacks go in a circle in this map, and do it").click()
    page.wait_for_function("() => now.state.map.shape === 'graph' && Object.keys(now.state.map.arguments).length === 3")
    page.keyboard.press("Control+z")
    page.wait_for_function("() => now.state.map.shape === 'tree'")
    assert path.read_text(encoding="utf-8") == MAP
    person.settle()
    person.leave()


def test_two_tabs_are_one_map(browser: Any, server: Server, folder: Path) -> None:
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    one, other = Person(browser, server, DESKTOP), Person(browser, server, DESKTOP)
    one.choose("cracks")
    other.choose("money")
    one.act("Edit", text="The girder is torn.")
    other.page.wait_for_function("() => JSON.stringify(now.state.map.claims.cracks).includes('torn')")
    assert other.page.evaluate("() => now.id") == "money"  # what is chosen stays
    other.act("Turn round")
    one.page.wait_for_function("() => now.state.map.arguments.money.supports === 'rebuild'")
    assert path.read_text(encoding="utf-8") == MAP.replace("main girder is cracked", "girder is torn").replace(
        "attacks: rebuild", "supports: rebuild"
    )
    one.leave()
    other.leave()


def test_a_phone_and_the_keyboard_alone_are_enough(browser: Any, server: Server, folder: Path, axe: str) -> None:
    person = Person(browser, server, PHONE)
    page = person.page
    page.wait_for_selector("#nothing:not([hidden])")
    page.click("#new")
    page.keyboard.press("Escape")
    assert page.is_visible("#new")  # what an empty folder tells of is there to be pressed
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    page.goto(server.address)
    person.settle()
    assert not page.is_visible("#new")
    person.assert_accessible(axe)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    person.choose("rebuild")
    page.keyboard.press("b")  # but …
    page.keyboard.type("The ferry is cheaper.")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => Object.keys(now.state.map.arguments).length === 3")
    person.settle()
    person.choose("safety")
    page.keyboard.press("m")
    page.wait_for_selector("#chooser[open]")
    person.assert_accessible(axe)
    page.keyboard.press("Enter")  # the first on the list: to choose it in the map
    assert "what “Safety” is to be about" in page.inner_text("#chosen")
    person.page.evaluate("() => drawing.goTo('money')")
    page.wait_for_function("() => now.state.map.arguments.safety.supports === 'money'")
    page.keyboard.press("Control+z")
    page.wait_for_function("() => now.state.map.arguments.safety.supports === 'rebuild'")
    person.settle()
    person.choose("costly")
    page.keyboard.press("Delete")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => !('costly' in now.state.map.claims)")
    assert "ferry is cheaper" in path.read_text(encoding="utf-8")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
    person.leave()
