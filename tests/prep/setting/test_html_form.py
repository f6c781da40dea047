"""A page as HTML: well formed, whole in itself, and with texts of a map as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.setting.footnotes import with_footnotes
from coldwater.prep.setting.html_form import page_html
from coldwater.prep.setting.page import Heading, Item, Line, Source, Table
from coldwater.printable import printable
from prep.preparations import OUR_WORDS, preparations
from strategies import texts

if TYPE_CHECKING:
    from coldwater.prep.setting.page import Part

VOID = {"meta", "!doctype"}
INSIDE = {
    "main": {"body"}, "section": {"main"}, "p": {"main", "section", "blockquote"}, "ul": {"main", "section", "li"},
    "li": {"ul", "ol"}, "tr": {"thead", "tbody"}, "td": {"tr"}, "th": {"tr"},
}  # fmt: skip
hostile = st.one_of(
    texts,
    st.sampled_from(
        ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt;", "x" * 5000, "\x00\x1b", "\udc80",
         "</style></body>", "يجب أن نبني", "-->"]
    ),
)  # fmt: skip


class Reader(HTMLParser):
    """Reads a page and fails where an element is not closed, or stands where it must not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element that begins."""
        assert tag not in INSIDE or self.open[-1] in INSIDE[tag], (tag, self.open)
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of the last open element."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take in a text of the last open element."""
        self.texts.append((self.open[-1] if self.open else "", data))


def read(document: str) -> Reader:
    reader = Reader()
    reader.feed(document)
    reader.close()
    assert not reader.open
    return reader


@given(st.lists(st.tuples(hostile, st.integers(0, 12)), min_size=1, max_size=6))
def test_any_text_at_any_depth_comes_out_as_text(found: list[tuple[str, int]]) -> None:
    page: list[Part] = [Heading(1, found[0][0], found[0][0])]
    for text, depth in found:
        page += [Item(text, text, text, depth, is_read=True), Source(text, text, text, text, depth)]
    page.append(Table(("A", "B"), tuple((text, text) for text, _ in found), tuple(text for text, _ in found), 1))
    page += [Line(text, text, text, text[:1]) for text, _ in found]
    reader = read(page_html(page, found[0][0]))
    assert {tag for tag, _ in reader.seen} <= {
        "html", "head", "meta", "title", "style", "body", "h1", "ul", "li", "b", "u", "bdi", "code", "cite", "em",
        "table", "thead", "tbody", "tr", "th", "td", "p", "main", "section",
    }  # fmt: skip
    told = "".join(text for _, text in reader.texts)
    assert all(printable(text) in told for text, _ in found)
    allowed = {"lang", "charset", "http-equiv", "content", "name", "dir", "class", "scope"}
    assert {key for _, attributes in reader.seen for key in attributes} <= allowed


def test_entries_are_lists_in_lists() -> None:
    page: list[Part] = [Item("a"), Item("b", depth=1), Item("c", depth=3), Item("d"), Line("End")]
    body = page_html(page, None).partition("<main>\n")[2]
    assert re.sub(r"\s", "", body) == (
        '<ul><li>a<ul><li>b<ul><liclass="bare"><ul><li>c</li></ul></li></ul></li></ul></li><li>d</li></ul>'
        '<pdir="auto"lang="en">End</p></main></body></html>'
    )


def test_a_source_is_a_note_with_a_way_there_and_back_from_every_place() -> None:
    cited = Source("", "", "a lot", "", 1, note="Reed 2024, <Survey>", named="Reed 2024", place="p. 3")
    page: list[Part] = [Heading(3, "Block"), cited, cited._replace(note="Moss 2020", named="Moss 2020"), cited]
    document = page_html(with_footnotes(page), "en")
    reader = read(document)
    assert document.count("&lt;Survey&gt;") == 1
    ids = {attributes["id"] for _, attributes in reader.seen if "id" in attributes}
    found = [attributes for tag, attributes in reader.seen if tag == "a"]
    links = [(one["role"], (one["href"] or "")[1:], one.get("id", "")) for one in found]
    assert links == [
        ("doc-noteref", "source-1", "cited-1"), ("doc-noteref", "source-2", "cited-2"),
        ("doc-noteref", "source-1", "cited-1-2"), ("doc-backlink", "cited-1", ""),
        ("doc-backlink", "cited-1-2", ""), ("doc-backlink", "cited-2", ""),
    ]  # fmt: skip
    assert {to for _, to, _ in links} <= ids
    assert ("section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "sources"}) in reader.seen


def test_every_id_on_a_page_exists() -> None:
    for name, prep in preparations():
        for page in (brief_page(prep, find_brief(prep)), blocks_page(prep, find_blocks(prep))):
            reader = read(page_html(page, prep.map.language))
            words = {word for tag, text in reader.texts if tag == "code" for word in text.split("; ")}
            assert words <= {*prep.names, *prep.map.sources, *OUR_WORDS}, name
            assert [tag for tag, _ in reader.seen].count("h1") == 1


def test_the_page_asks_for_nothing_and_names_its_language() -> None:
    document = page_html([Heading(1, "A & B")], "de")
    assert '<html lang="de">' in document
    assert "<title>A &amp; B</title>" in document
    assert "default-src 'none'; style-src 'sha256-" in document
    assert not re.search(r"https?:|url\(|@import|<script|<link", document)
    assert 'lang="en"' in page_html([], None)
    assert "size: letter" in page_html([], "en-US")
    assert "size: A4" in page_html([], "en-GB")
