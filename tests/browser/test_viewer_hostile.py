"""Texts written by strangers: nothing of them runs, nothing breaks the page, and no box is overrun."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from browser.viewer_maps import make
from coldwater.model.models import Map
from coldwater.render.viewer import page

NASTY = {
    "script": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "end of script": "</script><script>alert(3)</script>",
    "end of style": "</style><style>*{display:none}</style>",
    "end of noscript": "</noscript></title></textarea><script>alert(4)</script>",
    "comment": "<!-- <script> --!> <!--",
    "cdata": "]]><svg onload=alert(5)>",
    "javascript": "javascript:alert(6)",
    "attribute": '" onmouseover="alert(7)" x=\'',
    "entities": "&lt;script&gt;alert(8)&lt;/script&gt; &#60;b&#62;",
    "backslash": "ends with a backslash \\",
    "json": '"},{"x":"\u2028\u2029\\u003cscript\\u003e',
    "template": "{{script}} {{data}} ${alert(9)} `",
    "bidi": "\u202eevil\u202c \u2067right\u2069 \u200f\u200e\u061c",
    "controls": "bell\x07 escape\x1b[31m null\x00 \x85 \x9b",
    "blanks": "\u3000\u00a0\u2003 x",
    "long word": "W" * 10_000,
    "long": "many words " * 900,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0301\u0301",
    "prototype": "__proto__ constructor toString",
    "percent": "%E4%BD %00 %",
}


def nasty_map(text: str) -> Map:
    """Give a map with a text in every field that takes any text."""
    cite = {"source": "s", "locator": text, "quote": text}
    claim = {"text": text, "cites": [cite], "tags": [text], "note": text}
    return make(
        {"a": claim, "b": claim | {"implicit": True, "contradicts": ["c"]}, "c": claim, "constructor": claim},
        {
            "x": {
                "premises": ["b"],
                "supports": "a",
                "title": text,
                "scheme": text,
                "roles": {text: "b"},
                "cites": [cite],
                "note": text,
            },
            "toString": {"premises": ["c", "constructor"], "attacks": "x", "title": text, "tags": [text]},
        },
        title=text,
        description=text,
        sources={"s": {"title": text, "author": [text], "publisher": text, "grade": text, "note": text}},
    )


@pytest.mark.parametrize("name", NASTY)
def test_nothing_runs_and_the_page_works(visit: Any, name: str) -> None:
    try:
        map_ = nasty_map(NASTY[name])
    except ValueError:
        pytest.skip("the format refuses this text")
    opened = visit(map_, "#c", viewport={"width": 1280, "height": 900})
    assert opened.page.locator(".bar").is_visible()
    assert opened.text("#cw-side-body code") == "c"
    opened.press("0", "f", "i", "o", "ArrowDown", "Enter", "v", "r", "o", "Home", "r", "1", "a")
    assert opened.count("button.tried") == 2
    opened.page.locator("#cw-query").fill(NASTY[name][:40])
    opened.press("Enter", "Enter")
    assert opened.count("script") == 2
    assert opened.count("img, iframe, object, embed, form[action]") == 0
    assert opened.count("a[href^='javascript' i]") == 0
    wide, high = opened.page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
    )
    assert (wide, high) == (1280, 900)
    overruns = opened.page.evaluate(
        """() => [...document.querySelectorAll(".card-figure")].flatMap((figure) => {
             const box = figure.querySelector("rect").getBoundingClientRect();
             return [...figure.querySelectorAll("text")]
               .map((text) => text.getBoundingClientRect())
               .filter((text) => text.left < box.left - 1 || text.right > box.right + 1)
               .map((text) => text.width - box.width);
           })"""
    )
    assert overruns == []


@pytest.mark.parametrize("name", NASTY)
def test_the_file_holds_one_data_block_and_no_foreign_markup(name: str) -> None:
    try:
        map_ = nasty_map(NASTY[name])
    except ValueError:
        pytest.skip("the format refuses this text")
    seen = Tags()
    seen.feed(page(map_).decode("utf-8"))
    assert seen.tags.count("script") == 2
    assert seen.tags.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "textarea"} & set(seen.tags)
    assert seen.handlers == []
    data = json.loads(seen.data)
    assert {node["id"] for node in data["nodes"]} == {"a", "b", "c", "constructor", "x", "toString"}
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", page(map_).decode("utf-8")
    )


class Tags(HTMLParser):
    """Notes the tags of a page, handlers in attributes, and the data block."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its handlers."""
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Keep the data block."""
        if self.get_starttag_text() == '<script type="application/json" id="cw-data">':
            self.data += data if not data.isspace() else ""


@pytest.mark.parametrize("url", ["urn:javascript:alert(1)", "doi:10.1/x", "https://example.org/\"onclick='x"])
def test_only_web_addresses_become_links(visit: Any, url: str) -> None:
    opened = visit(
        make({"a": {"text": "It is so.", "cites": [{"source": "s"}]}}, sources={"s": {"title": "S", "URL": url}}), "#a"
    )
    links = opened.page.locator("#cw-side a[target]")
    assert links.count() == url.startswith("https:")
    if links.count():
        assert links.get_attribute("href") == url
        assert links.get_attribute("rel") == "noopener noreferrer"
    else:
        assert url in opened.page.locator("#cw-side-body").inner_text()


def test_a_map_with_mistakes_is_shown_all_the_same(visit: Any) -> None:
    map_ = make(
        {
            "a": "The thesis.",
            "b": "A circle begins.",
            "c": "A circle ends.",
            "d": "Nobody uses me.",
            "e": "I rest on the thesis.",
        },
        {
            "around": {"premises": ["b"], "supports": "c"},
            "again": {"premises": ["c"], "supports": "b"},
            "self": {"premises": ["a"], "attacks": "self"},
            "lost": {"premises": ["nowhere"], "supports": "nothing"},
            "back": {"premises": ["a"], "supports": "e"},
            "twice": {"premises": ["e", "gone"], "attacks": "a"},
            "d": {"premises": ["b"], "supports": "a"},
        },
    )
    opened = visit(map_)
    assert opened.count(".card-figure") == 5
    assert opened.count(".pill-figure") == 7
    for name in ("around", "again", "self", "lost", "back", "twice", "b", "d"):
        opened.go_to(name)
        opened.press("f", "o", "o", "1", "a")
    assert opened.count(".pill-figure .chip") >= 1
    opened.go_to("lost")
    assert "nothing (not in the map)" in opened.page.locator("#cw-side-body").inner_text()


@pytest.mark.parametrize("words", ["first", "second"])
def test_whoever_says_or_runs_something_is_noticed(visit: Any, words: str) -> None:
    """In a page that was led here from another file too, and nothing is put down to the next one."""
    opened = visit.open(f"<script>console.log('{words}'); alert('{words}')</script>".encode(), "html")
    with pytest.raises(AssertionError, match=words):
        opened.assert_quiet()
    assert opened.messages == [words]
    opened.messages.clear()
    with pytest.raises(AssertionError, match=words):
        opened.assert_quiet()
    assert opened.page.evaluate("() => executed.splice(0)") == [words]
