"""No serious flaw found by axe-core: in the viewer (light, dark, outline) and in a drawing opened by itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import missing
from browser.viewer_maps import article, bridge, library
from coldwater.model.models import Map
from coldwater.render import Options, draw
from coldwater.render.layout.engine import lay_out
from coldwater.render.reading.verdicts import judge
from coldwater.render.scene.staging import stage
from coldwater.render.svg.drawing import svg_text
from render.shapes import arabic
from render.verdict_samples import every_reason
from work import ALL

_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_FLAWS = """
async (only) => {
  const isUsual = (rule) => !rule.tags.some((tag) => ["wcag2aaa", "experimental", "deprecated"].includes(tag));
  const colours = () => axe.getRules(["cat.color"]).filter(isUsual).map((rule) => rule.ruleId);
  const rules = only === "colours" ? { runOnly: colours() } : {};
  const { passes, violations } = await axe.run({ resultTypes: ["violations"], preload: false, ...rules });
  const grave = violations.filter((flaw) => ["serious", "critical"].includes(flaw.impact));
  const elements = (flaw) => flaw.nodes.slice(0, 3).map((node) => node.html.slice(0, 120));
  return [passes.length, grave.map((flaw) => [flaw.id, elements(flaw)])];
}
"""
#: What is held in each state of a page that has been held whole: in the dark only colours are others than in the light.
AGAIN = {"light": "", "dark": "colours"}
MAPS: dict[str, Callable[[], Map]] = {"article": article, "bridge": bridge, "library": library, "every": every_reason}
#: Each map in one light, and each light with two maps.
SEEN = (
    list(product(MAPS, ("light", "dark"))) if ALL else list(zip(MAPS, ("light", "dark", "dark", "light"), strict=True))
)


@pytest.fixture(scope="module")
def axe() -> str:
    if not _AXE.exists():
        missing("axe-core is not installed (npm ci in tests/browser)")
    return _AXE.read_text(encoding="utf-8")


def flaws(opened: Any, axe: str, only: str = "") -> list[str]:
    """Give what axe finds serious or critical, with the elements concerned; ``only`` "colours" or everything."""
    if not opened.page.evaluate("() => 'axe' in window"):
        opened.page.evaluate(axe)
    checked, found = opened.page.evaluate(_FLAWS, only)
    assert checked, "axe has checked nothing"
    return [f"{name}: {elements}" for name, elements in found]


@pytest.mark.parametrize(("name", "scheme"), SEEN)
def test_the_viewer_has_no_serious_flaw(visit: Any, axe: str, name: str, scheme: str) -> None:
    map_: Map = MAPS[name]()
    opened = visit(map_, f"#{map_.thesis}", color_scheme=scheme, bypass_csp=True)
    assert flaws(opened, axe) == []
    for keys in (["f"], ["i"], ["o"], ["ArrowDown", "ArrowDown", "ArrowLeft", "Enter"], ["?"]):
        opened.press(*keys)
        assert flaws(opened, axe, AGAIN[scheme]) == []


@pytest.mark.parametrize(("name", "scheme"), SEEN)
def test_verdicts_have_no_serious_flaw(visit: Any, axe: str, name: str, scheme: str) -> None:
    map_: Map = MAPS[name]()
    opened = visit(map_, f"#{map_.thesis}?verdicts", color_scheme=scheme, bypass_csp=True)
    assert flaws(opened, axe) == []
    for keys in (["r"], ["f"], ["i"], ["Home"], ["o"], ["ArrowDown", "ArrowDown", "r", "Enter"], ["Escape"]):
        opened.press(*keys)
        assert flaws(opened, axe, AGAIN[scheme]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_and_phone_have_no_serious_flaw(visit: Any, axe: str, scheme: str) -> None:
    opened = visit(bridge(), "#cracks", color_scheme=scheme, bypass_csp=True, viewport={"width": 360, "height": 700})
    opened.page.locator("#cw-query").fill("crack")
    opened.press("Enter")
    assert flaws(opened, axe) == []
    opened.page.locator("#cw-show-outline").click()
    opened.settle()
    assert flaws(opened, axe) == []


@pytest.mark.parametrize("verdicts", [False, True])
@pytest.mark.parametrize(("name", "theme"), SEEN)
def test_a_drawing_by_itself_has_no_serious_flaw(visit: Any, axe: str, name: str, theme: str, verdicts: bool) -> None:
    opened = visit.open(draw(MAPS[name](), "svg", Options(engine="tidy", theme=theme, verdicts=verdicts)), "svg")
    assert flaws(opened, axe) == []


@pytest.mark.parametrize("layout", ["sides", "rails", "icicle"])
def test_a_sheet_by_itself_has_no_serious_flaw(visit: Any, axe: str, layout: str) -> None:
    for map_, theme in ((article(), "light"), (every_reason(), "dark"), (arabic(), "light")):
        opened = visit.open(draw(map_, "svg", Options(layout=layout, theme=theme)), "svg")
        assert flaws(opened, axe) == []


def test_a_drawing_with_references_has_no_serious_flaw(visit: Any, axe: str) -> None:
    for verdicts in (None, judge(library(), library().thesis)):
        scene = stage(library(), refers=True, verdicts=verdicts)
        opened = visit.open(svg_text(scene, lay_out(scene)).encode("utf-8"), "svg")
        assert opened.count("a[href]") > 0
        assert flaws(opened, axe) == []


#: The contrast of what a button shows with what is behind it; lines of a picture count as text.
_CONTRAST = """
(button) => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  let behind = button;
  const ground = (element) => getComputedStyle(element).backgroundColor;
  while (behind && parts(ground(behind))[3] === 0) behind = behind.parentElement;
  const [one, other] = [light(getComputedStyle(button).color), light(behind ? ground(behind) : "rgb(255,255,255)")];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_button_can_be_read_in_every_state(visit: Any, scheme: str) -> None:
    opened = visit(every_reason(), "#ships?verdicts", color_scheme=scheme, bypass_csp=True)
    seen = 0
    for is_pressed in (False, True):
        for button in opened.page.locator("button:visible:enabled").all():
            name = button.get_attribute("id") or button.inner_text()
            assert button.evaluate(_CONTRAST) >= 4.5, (name, is_pressed)
            button.hover(force=True)
            assert button.evaluate(_CONTRAST) >= 4.5, (name, is_pressed, "hovered")
            seen += 1
        if not is_pressed:
            opened.press("r")
            opened.settle()
            assert opened.page.locator(".try[aria-pressed=true]:visible").count()
    assert seen > 20
