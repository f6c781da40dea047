"""A real Chromium, and pages of the viewer opened in it. Every page is watched: it must stay silent and fetch nothing.

Without Chromium or Playwright these tests are skipped, saying so; where CI is set, they fail instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from coldwater.render import Options, draw

if TYPE_CHECKING:
    from pathlib import Path

    from coldwater.model.models import Map

#: So small a stack that not even calls of the smallest function can be nested 6,000 deep; 12,000 are usual. So a chain
#: of 6,000 arguments shows what goes down it by calls.
_STACK = "--js-flags=--stack-size=400"
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", _STACK,
]  # fmt: skip
#: Without a window to show it takes a fifth less work for the same pages; Debian makes both of the same source.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
_WINDOW = {"width": 1280, "height": 800}
_WATCH = """
window.violations = [];
window.executed = [];
window.heard = { wheel: 0, touchend: 0, hashchange: 0 };
for (const name of Object.keys(heard)) {
  window.addEventListener(name, () => heard[name]++, { capture: true, passive: true });
}
document.addEventListener("securitypolicyviolation", (event) =>
  violations.push(event.violatedDirective + " " + event.blockedURI));
window.alert = window.print = (...args) => executed.push(args.join(" "));
"""
_HEARD = "async ([name, before]) => { while (heard[name] <= before) await new Promise((done) => setTimeout(done)); }"
_GONE = """
async (fragment) => {
  const [before, told] = [location.href, new Promise((done) => addEventListener("hashchange", done, { once: true }))];
  location.hash = fragment;
  if (location.href !== before) await told;
}
"""
_TO_THE_MAP = """
() => {
  if (document.getElementById("cw-sides").hidden) return;
  document.getElementById("cw-show-map").click();
  document.activeElement.blur();
}
"""
#: Resolves when fonts are there, and the drawing and its room are the same in two frames that follow one another.
_SETTLED = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const seen = () => {
    const [room, picture] = [document.getElementById("cw-stage"), document.querySelector("#cw-picture > g")];
    return `${picture?.getAttribute("transform")} ${room?.clientWidth} ${room?.clientHeight}`;
  };
  await document.fonts.ready;
  await frame();
  let before;
  do {
    before = seen();
    await frame();
  } while (seen() !== before);
}
"""


def steps_in(page: Any, script: str, argument: Any = None) -> int:
    """Count what a page's scripts do while one more script runs: how often each of their blocks is gone through."""
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    page.evaluate(script, argument)
    scripts = session.send("Profiler.takePreciseCoverage")["result"]
    session.detach()
    return sum(part["count"] for one in scripts for function in one["functions"] for part in function["ranges"])


def chromium() -> str | None:
    """Give the path of the browser that these tests are run in; None where there is none."""
    return os.environ.get("COLDWATER_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)


def missing(what: str) -> Any:
    """Skip the test, or fail it where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and CI is set")
    pytest.skip(what)


@dataclass
class Visit:
    """A page of the viewer in a browser, and what it did besides being looked at."""

    page: Any
    requests: list[str]  # of this page and any other of the test
    messages: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    @contextmanager
    def hears(self, name: str) -> Iterator[None]:
        """Wait for an event that the browser sends in its own time, then until what is due has been drawn."""
        before = self.page.evaluate("(name) => heard[name]", name)
        yield
        self.page.evaluate(_HEARD, [name, before])
        self.settle()

    def wheel(self, down: int) -> None:
        """Turn the wheel. The browser tells the page at its leisure, so that is waited for."""
        with self.hears("wheel"):
            self.page.mouse.wheel(0, down)

    def go_to(self, fragment: str) -> None:
        """Change the part of the address behind ``#``, as a link does."""
        self.page.evaluate(_GONE, fragment)
        self.settle()

    def settle(self) -> None:
        """Wait until what is due has been drawn: until nothing moves from one frame to the next."""
        self.page.evaluate(_SETTLED)

    def count(self, selector: str) -> int:
        """Count the elements that a selector finds."""
        found: int = self.page.locator(selector).count()
        return found

    def text(self, selector: str) -> str:
        """Give the text of the first element that a selector finds."""
        found: str | None = self.page.locator(selector).first.text_content()
        return found or ""

    def attribute(self, selector: str, name: str) -> str | None:
        """Give an attribute of the first element that a selector finds."""
        found: str | None = self.page.locator(selector).first.get_attribute(name)
        return found

    def drawn(self) -> list[str]:
        """Give the footers and titles of the cards and pills for which there are elements, in no order."""
        found: list[str] = self.page.locator(
            "#cw-picture :is(.card-figure .foot:not([text-anchor]), .pill-title)"
        ).all_text_contents()
        return found

    def box(self, text: str) -> dict[str, float]:
        """Give where on the page the card or pill is that holds a text: x, y, width, height."""
        figure = self.page.locator("#cw-picture :is(.card-figure, .pill-figure)").filter(has_text=text).first
        found: dict[str, float] = figure.bounding_box()
        return found

    def click(self, text: str) -> None:
        """Click on the card or pill that holds a text, as a reader would: with the mouse, at its middle."""
        box = self.box(text)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 9)
        self.settle()

    def assert_quiet(self) -> None:
        """Assert that nothing was asked of the network, said on the console, executed, or against the policy."""
        assert self.requests == []
        assert self.messages == []
        assert self.page.evaluate("() => [...violations, ...executed]") == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it may be missing
    except ImportError:
        missing("Playwright is not installed (pip install playwright)")
    path = chromium()
    if path is None:
        missing("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield opened
        opened.close()


class Rooms:
    """Browser contexts and pages in which all tests open their files: a new one for each would cost more than the file.

    A page that a test has done with is led to the next file, in the window and by the colour scheme that it asks for.
    Files have nothing else in common, for the viewer keeps nothing; what they ask for is the opener's to decide.
    """

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.opener: Opener | None = None
        self._contexts: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._pages: dict[tuple[tuple[str, Any], ...], Any] = {}  # that are kept, one of each context
        self._drawn: dict[
            tuple[int, str | None], tuple[Map, bytes]
        ] = {}  # and the map, so that no other has its number
        self._visits: dict[Any, Visit] = {}  # by page, of the test that runs

    def drawn(self, map_: Map, theme: str | None) -> bytes:
        """Draw the page of a map, once for all who ask for it."""
        kept = self._drawn.get((id(map_), theme))
        if kept is None:
            kept = self._drawn[id(map_), theme] = map_, draw(map_, "html", Options(theme=theme))
        return kept[1]

    def enter(self, requests: list[str], window: dict[str, int], color_scheme: str, **options: Any) -> Visit:
        """Give a page that is watched; options are those of a browser context."""
        kind = tuple(sorted(options.items()))
        if kind not in self._contexts:
            context = self.browser.new_context(viewport=_WINDOW, **options)
            context.route("**/*", self._decide)
            context.add_init_script(_WATCH)
            self._contexts[kind] = context
            self._pages[kind] = self._watched(context.new_page())
        page = self._pages[kind]
        if page in self._visits:
            page = self._watched(self._contexts[kind].new_page())
        else:
            page.bring_to_front()  # one that is behind another is given a frame a second
        page.set_viewport_size(window)
        page.emulate_media(media="null", color_scheme=color_scheme)
        page.mouse.move(0, 0)
        self._visits[page] = Visit(page, requests)
        return self._visits[page]

    def clear(self) -> None:
        """Close all pages but one of each context, those too that pages have opened."""
        self._visits.clear()
        for kind, context in self._contexts.items():
            for page in context.pages:
                if page is not self._pages[kind]:
                    page.close()

    def _watched(self, page: Any) -> Any:
        def tell(message: str) -> None:
            if page in self._visits:
                self._visits[page].messages.append(message)

        def refuse(dialog: Any) -> None:
            tell(dialog.message)
            dialog.dismiss()

        page.on("console", lambda message: tell(message.text))
        page.on("pageerror", lambda error: tell(str(error)))
        page.on("dialog", refuse)
        return page

    def _decide(self, route: Any) -> None:
        assert self.opener is not None
        if route.request.url.partition("#")[0] in self.opener.files:
            route.continue_()
        else:
            self.opener.requests.append(route.request.url)
            route.abort()


class Opener:
    """Opens pages; all are watched, and checked when the test is over."""

    def __init__(self, rooms: Rooms, folder: Path) -> None:
        self.rooms = rooms
        self.folder = folder
        self.visits: list[Visit] = []
        self.files: set[str] = set()
        self.requests: list[str] = []
        rooms.opener = self

    def __call__(
        self, map_: Map, fragment: str = "", theme: str = "auto", begins_as: str = "map", **options: Any
    ) -> Visit:
        """Open the page of a map; options are those of a browser context.

        ``begins_as``: map, whatever view the page begins with; or "" for the one that it begins with.
        """
        visit = self.open(self.rooms.drawn(map_, None if theme == "auto" else theme), "html", fragment, **options)
        if begins_as == "map":
            visit.page.evaluate(_TO_THE_MAP)
            visit.settle()
        return visit

    def open(
        self,
        data: bytes,
        suffix: str,
        fragment: str = "",
        viewport: dict[str, int] = _WINDOW,
        color_scheme: str = "light",
        **options: Any,
    ) -> Visit:
        """Open a file, with everything but the files of this test refused."""
        file = self.folder / f"page{len(self.visits)}.{suffix}"
        file.write_bytes(data)
        self.files.add(file.as_uri())
        visit = self.rooms.enter(self.requests, viewport, color_scheme, **options)
        self.visits.append(visit)
        visit.page.goto(file.as_uri() + fragment)
        visit.settle()
        return visit


@pytest.fixture(scope="session")
def rooms(browser: Any) -> Rooms:
    return Rooms(browser)


@pytest.fixture
def visit(rooms: Rooms, tmp_path: Path) -> Iterator[Opener]:
    opener = Opener(rooms, tmp_path)
    yield opener
    try:
        for opened in opener.visits:
            opened.assert_quiet()
    finally:
        rooms.clear()
