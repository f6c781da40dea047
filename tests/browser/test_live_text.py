"""The text beside the drawing in a real browser: one document, one history, and what an editor tells."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("starlette", reason="the extra part `serve` is not installed")

from browser.test_live_page import DESKTOP, IS_IN_THE_FILE, MAP, PHONE, Person, folder, server
from browser.test_viewer_accessibility import axe

if TYPE_CHECKING:
    from serving.process import Server

__all__ = ["axe", "folder", "server"]  # the fixtures

_PUT_CURSOR = """
([words, behind]) => {
  const { view } = textPane.editor;
  const at = view.state.doc.toString().indexOf(words) + (behind ? words.length : 0);
  view.dispatch({ selection: { anchor: at } });
  view.focus();
}
"""
_AROUND_CURSOR = """
() => {
  const { doc, selection: { main } } = textPane.editor.view.state;
  return [doc.sliceString(main.head - 10, main.head), doc.sliceString(main.head, main.head + 10)];
}
"""


class Writer(Person):
    """Somebody who has the text open."""

    def open(self) -> None:
        self.settle()
        if self.page.is_visible("#more"):  # on a phone it lies behind another
            self.page.click("#more")
        self.page.click("#show-text")
        self.page.wait_for_function(IS_IN_THE_FILE)

    def put_cursor(self, words: str, *, behind: bool = True) -> None:
        self.page.evaluate(_PUT_CURSOR, [words, behind])

    def text(self) -> str:
        text: str = self.page.evaluate("() => textPane.editor.view.state.doc.toString()")
        return text

    def sees(self, words: str, *, is_in_the_file: bool = True) -> None:
        """Wait until the text holds words, and the foot says that it is in the file, or why not."""
        holds = "([words]) => textPane.editor.view.state.doc.toString().includes(words)"
        self.page.wait_for_function(holds, arg=[words])
        said = "In the file." if is_in_the_file else "Not in the file yet"
        self.page.wait_for_function("(said) => byId('text-note').textContent.includes(said)", arg=said)

    def goes(self, keys: str, wanted: str) -> None:
        """Press keys of undo or redo, and wait for the text that is wanted."""
        self.page.keyboard.press(keys)
        self.page.wait_for_function("(wanted) => textPane.editor.view.state.doc.toString() === wanted", arg=wanted)
        self.settle()


def test_text_and_drawing_are_one_document_with_one_history(browser: Any, server: Server, folder: Path) -> None:
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    person = Writer(browser, server, DESKTOP, bypass_csp=False)  # the page's policy holds
    page = person.page
    person.open()

    person.put_cursor("yearly budgets")  # what is typed shows in the map
    page.keyboard.type(" and a half")
    person.sees("budgets and a half.")
    page.wait_for_function("() => JSON.stringify(now.state.map.claims.costly).includes('and a half')")
    person.settle()
    first = path.read_text(encoding="utf-8")
    assert first == person.text() == MAP.replace("yearly budgets", "yearly budgets and a half")

    person.choose("safety")  # a move shows in the text, in its place; the cursor stays in its own
    person.put_cursor("costly: Rebuilding")
    before = page.evaluate(_AROUND_CURSOR)
    page.evaluate("() => document.activeElement.blur()")
    person.act("Turn round")
    person.sees("premises: [cracks], attacks: rebuild")
    assert page.evaluate(_AROUND_CURSOR) == before
    second = path.read_text(encoding="utf-8")
    assert second == person.text() == first.replace("supports: rebuild", "attacks: rebuild")

    person.put_cursor("premises: [cost")  # half of a word is in no file, and the map stays as it was
    page.keyboard.type("x")
    person.sees("[costxly]", is_in_the_file=False)
    assert "there is no claim" in page.inner_text("#text-note")
    assert path.read_text(encoding="utf-8") == second
    path.write_text(second.replace("The bridge", "A bridge").replace("is cracked", "has cracks"), encoding="utf-8")
    person.sees("title: A bridge", is_in_the_file=False)  # somebody else's change comes in around it
    assert all(words in person.text() for words in ("has cracks", "[costxly]"))
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_function("() => textPane.isOpen && textPane.isDirty")
    person.sees("[costxly]", is_in_the_file=False)  # nor is it lost

    page.click("#text .cm-content")
    third = path.read_text(encoding="utf-8")
    person.goes("Control+z", third)
    person.goes("Control+z", third.replace("[cracks], attacks", "[cracks], supports"))
    last = MAP.replace("The bridge", "A bridge").replace("is cracked", "has cracks")
    person.goes("Control+z", last)
    assert path.read_text(encoding="utf-8") == last  # all that was done here, and nothing of what others did
    person.goes("Control+Shift+Z", third.replace("[cracks], attacks", "[cracks], supports"))
    person.goes("Control+Shift+Z", third)
    person.goes("Control+Shift+Z", third.replace("[costly]", "[costxly]"))
    assert path.read_text(encoding="utf-8") == third

    person.goes("Control+z", third)
    person.put_cursor("[cracks], attacks")
    page.keyboard.press("Control+Backspace")
    page.keyboard.type("supports")
    person.hears("is undecided now; it fell before")  # what was typed did something, too
    person.leave()


def test_the_keyboard_is_enough_in_the_text_also_on_a_phone_in_the_dark(
    browser: Any, server: Server, folder: Path, axe: str
) -> None:
    path = folder / "town.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    person = Writer(browser, server, PHONE, color_scheme="dark")
    page = person.page
    person.open()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]

    person.put_cursor("premises: [cracks")  # an id is completed by what it says
    page.keyboard.type(", budg")
    page.wait_for_selector("#text .cm-tooltip-autocomplete li[aria-selected]")
    page.wait_for_function("() => byId('text').shadowRoot.querySelectorAll('.cm-tooltip-autocomplete li').length === 1")
    person.assert_accessible(axe)
    page.keyboard.press("Enter")
    person.sees("premises: [cracks, costly]")
    page.keyboard.press("Control+i")
    page.wait_for_selector("#text .told")
    assert "Rebuilding costs three yearly budgets" in page.inner_text("#text .told")
    person.assert_accessible(axe)
    page.keyboard.press("F12")
    page.wait_for_function("() => textPane.editor.view.state.selection.main.from < 250")
    page.keyboard.press("F2")
    page.fill("#form-new", "price")
    page.keyboard.press("Enter")
    person.sees("premises: [cracks, price]")
    assert "price: Rebuilding costs" in path.read_text(encoding="utf-8")
    page.click("#text .cm-content")
    page.keyboard.press("Control+Shift+O")
    page.wait_for_selector("#chooser[open]")
    person.assert_accessible(axe)
    page.keyboard.type("girder")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+.")
    page.wait_for_selector("#chooser[open]")
    page.keyboard.type("against")
    page.keyboard.press("Enter")
    person.sees("A reason against")
    page.keyboard.press("Control+Enter")  # the map is the other tab
    page.wait_for_selector("#pane", state="hidden")
    page.wait_for_function("() => now.id === 'cracks'")
    person.leave()
