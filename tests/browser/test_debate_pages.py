"""Debate material as HTML in a browser: it asks for nothing, fits a phone, and is black on white when printed."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from coldwater import api, judge
from coldwater.cli import main
from coldwater.model.models import Map
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.setting.html_form import page_html
from prep.preparations import ARTICLE

from .test_viewer_hostile import NASTY

if TYPE_CHECKING:
    from .conftest import Opener

ONE_PAGE = ("--pages", "one", "--seconds", "60", "-o", "one.html")
_OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_COLOURS = """() => [document.documentElement, document.querySelector("h1")].map((one) => getComputedStyle(one))
    .map((style) => [style.backgroundColor, style.color])"""


def page(map_: Map, kind: str) -> bytes:
    prep = judge.prepare(map_, "pro", seconds=20)
    parts = brief_page(prep, find_brief(prep)) if kind == "brief" else blocks_page(prep, find_blocks(prep))
    return page_html(parts, map_.language).encode("utf-8", "backslashreplace")


def strange_map() -> Map:
    """Give a map with every awkward text in a claim, an answer to it, a source and a quotation."""
    claims: dict[str, Any] = {"t": "The thesis."}
    arguments: dict[str, Any] = {}
    for number, text in enumerate(NASTY.values()):
        claims |= {f"c{number}": {"text": text, "cites": [{"source": "s", "quote": text}]}, f"d{number}": f"No: {text}"}
        arguments[f"a{number}"] = {"title": text, "premises": [f"c{number}"], "attacks": "t"}
        arguments[f"b{number}"] = {"title": text, "premises": [f"d{number}"], "attacks": f"a{number}"}
    data = {
        "argmap": 1, "title": NASTY["script"], "thesis": "t", "claims": claims, "arguments": arguments,
        "sources": {"s": {"title": NASTY["end of style"], "author": [NASTY["attribute"]], "issued": 2024}},
    }  # fmt: skip
    return Map.model_validate_json(json.dumps(data))


@pytest.mark.parametrize("kind", ["brief", "blocks"])
def test_strange_texts_show_as_texts_and_fit_a_phone(visit: Opener, kind: str) -> None:
    opened = visit.open(page(strange_map(), kind), "html", viewport={"width": 360, "height": 740})
    assert opened.count("script, img, svg") == 0
    assert "<script>alert(1)</script>" in opened.text("h1")
    assert opened.page.evaluate(_OVERFLOW) == 0


@pytest.mark.parametrize("kind", ["brief", "blocks"])
def test_the_article_on_screen_and_on_paper(visit: Opener, kind: str) -> None:
    opened = visit.open(page(api.load(str(ARTICLE)), kind), "html", color_scheme="dark")
    assert opened.page.evaluate(_COLOURS)[0][0] == "rgb(18, 22, 29)"
    opened.page.set_viewport_size({"width": 360, "height": 740})
    assert opened.page.evaluate(_OVERFLOW) == 0
    opened.page.emulate_media(media="print")
    (back, _), (_, text) = opened.page.evaluate(_COLOURS)
    assert (back, text) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    printed = PdfReader(io.BytesIO(opened.page.pdf(prefer_css_page_size=True)))
    width, height = (float(side) for side in printed.pages[0].mediabox[2:])
    assert (width, height) == pytest.approx((595, 842), abs=1.5)
    headings = set(opened.page.locator("h2, h3, h4").all_text_contents())
    for sheet in printed.pages[:-1]:
        lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        lines = [line for line in lines if " / " not in line]
        assert lines[-1] not in headings
    if kind == "brief":
        assert sum("Claim" in sheet.extract_text() and "Where" in sheet.extract_text() for sheet in printed.pages) > 1


def test_a_brief_opens_with_both_sides_and_fits_one_page(visit: Opener, tmp_path: Any, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    german, english = ["Was entscheidet", "Was aufgegeben werden kann"], ["Voting issues", "What may be given up"]
    for paper, language, headings in (("A4", "de", german), ("Letter", "en-US", english)):
        source = (api.map_bytes(str(ARTICLE))).decode().replace("language: en", f"language: {language}")
        (tmp_path / "m.argmap.yaml").write_text(source, encoding="utf-8")
        with pytest.raises(SystemExit) as stop:
            main(["prep", "brief", "m.argmap.yaml", "--side", "pro", *ONE_PAGE])
        assert not stop.value.code
        opened = visit.open((tmp_path / "one.html").read_bytes(), "html")
        assert opened.count("main > img") == 1
        box = opened.page.locator("main > img").bounding_box()
        assert box["y"] < 300
        data = opened.page.pdf(prefer_css_page_size=False, format=paper)
        assert len(PdfReader(io.BytesIO(data)).pages) == 1
        assert opened.page.locator("h2").all_text_contents() == headings


def test_a_block_stays_together_on_paper(visit: Opener) -> None:
    opened = visit.open(page(api.check_file(str(ARTICLE)).usable_map(), "blocks"), "html")
    assert opened.count("main > section > h3") > 3
    opened.page.emulate_media(media="print")
    kept = opened.page.locator("section").evaluate_all("all => all.map((one) => getComputedStyle(one).breakInside)")
    assert set(kept) == {"avoid"}
