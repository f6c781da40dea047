"""A page as a Word file: the styles that macros look for, an outline of four levels, XML that holds whatever comes."""

from __future__ import annotations

import io
import zipfile
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coldwater import api
from coldwater.prep.material.blocks import find_blocks
from coldwater.prep.material.brief import find_brief
from coldwater.prep.pages.blocks import blocks_page
from coldwater.prep.pages.brief import brief_page
from coldwater.prep.setting.docx_form import page_docx
from coldwater.prep.setting.footnotes import with_footnotes
from coldwater.prep.setting.page import Heading, Item, Line, Source, Table
from coldwater.printable import printable
from prep.preparations import ARTICLE, OUR_WORDS, preparations, prepared
from strategies import texts
from work import examples

if TYPE_CHECKING:
    from coldwater.prep.material.preparation import Preparation
    from coldwater.prep.setting.page import Part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
hostile = st.one_of(
    texts,
    st.sampled_from(
        ["\x00\x07\x1b[31m", "\ud800 alone", "]]>", "<w:p/>", "&amp; & <script>", "x" * 5000, "桥应该重建吗", "\ufffe"]
    ),
)


def part(file: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own


def pages(prep: Preparation) -> dict[str, list[Part]]:
    return {
        "brief": list(brief_page(prep, find_brief(prep))),
        "blocks": list(blocks_page(prep, find_blocks(prep))),
    }


def styles_of(file: bytes) -> dict[str, tuple[str, str]]:
    found = {}
    for style in part(file, "word/styles.xml").iter(f"{W}style"):
        alias = style.find(f"{W}aliases")
        name = style.find(f"{W}name")
        assert name is not None
        found[style.attrib[f"{W}styleId"]] = (
            name.attrib[f"{W}val"],
            alias.attrib[f"{W}val"] if alias is not None else "",
        )
    return found  # fmt: skip


def test_the_styles_that_macros_look_for() -> None:
    styles = styles_of(page_docx([], None))
    assert {key: value for key, value in styles.items() if not key.startswith(("Map", "Table"))} == {
        "Normal": ("Normal", ""),
        "DefaultParagraphFont": ("Default Paragraph Font", ""),
        "Heading1": ("heading 1", "Pocket"),
        "Heading2": ("heading 2", "Hat"),
        "Heading3": ("heading 3", "Block"),
        "Heading4": ("heading 4", "Tag"),
        "Style13ptBold": ("Style 13 pt Bold", "Cite"),
        "StyleUnderline": ("Style Underline", "Underline"),
        "Emphasis": ("Emphasis", ""),
        "Strong": ("Strong", ""),
        "Footer": ("footer", ""),
        "FootnoteText": ("footnote text", ""),
    }  # fmt: skip


def test_a_source_is_a_footnote_where_it_is_named_first_and_referred_to_after_that() -> None:
    cited = Source("", "", "a lot", "", 1, note="Reed 2024, “Survey”", named="Reed 2024", place="p. 3")
    other = cited._replace(note="Moss 2020, “Bogs”", named="Moss 2020")
    file = page_docx(with_footnotes([cited, other, cited]), "en")
    document = part(file, "word/document.xml")
    paragraphs = ["".join(one.itertext()) for one in document.iter(f"{W}p")]
    assert paragraphs == [
        "Source: Reed 2024, p. 3: “a lot”", "Source: Moss 2020, p. 3: “a lot”", "Source: Reed 20241, p. 3: “a lot”",
    ]  # fmt: skip
    referred = [one.attrib[f"{W}id"] for one in document.iter(f"{W}footnoteReference")]
    (field,) = document.iter(f"{W}fldSimple")
    marks = {one.attrib[f"{W}name"]: one.attrib[f"{W}id"] for one in document.iter(f"{W}bookmarkStart")}
    assert marks[field.attrib[f"{W}instr"].split()[1]] == referred[0]
    notes = {one.attrib[f"{W}id"]: "".join(one.itertext()) for one in part(file, "word/footnotes.xml")}
    assert [notes[one] for one in referred] == [" Reed 2024, “Survey”", " Moss 2020, “Bogs”"]


def test_a_short_answer_is_kept_together_and_a_long_one_may_break() -> None:
    page: list[Part] = [
        Heading(4, "Short"), Item("One."), Item("Two."), Heading(4, "Long"), Item("word " * 500), Item("End."),
    ]  # fmt: skip
    paragraphs = part(page_docx(page, "en"), "word/document.xml").iter(f"{W}p")
    kept = [one.find(f"{W}pPr/{W}keepNext") is not None for one in paragraphs]
    assert kept == [False, True, False, False, False, False]  # headings are by their style


def test_of_a_card_the_whole_passage_is_there_and_what_is_read_out_underlined() -> None:
    card = (("It was long. ", False), ("A lot", True), (" was said, and ", False), ("more", True))
    page: list[Part] = [Source("Reed 2024", "Survey", "A lot … more", "s", 0, card)]
    (paragraph,) = docx.Document(io.BytesIO(page_docx(page, "en"))).paragraphs
    assert "It was long. A lot was said, and more" in paragraph.text
    underlined = [run.text for run in paragraph.runs if run.style.style_id == "StyleUnderline"]
    assert underlined == ["A lot", "more"]


def test_each_sort_of_part_has_its_style() -> None:
    page: list[Part] = [
        Heading(1, "File"), Heading(4, "Answer", "a; no answer"), Line("It stands.", "We answer.", "", "stands"),
        Item("Read this.", "", "c", 0, is_read=True), Source("Reed 2024", "Survey, p. 3", "a lot", "s", 1),
    ]  # fmt: skip
    told = []
    for paragraph in docx.Document(io.BytesIO(page_docx(page, "en"))).paragraphs:
        runs = [(run.text, run.style.style_id) for run in paragraph.runs]
        told.append((paragraph.style.style_id if paragraph.style else "", runs))
    plain = "DefaultParagraphFont"
    assert told == [
        ("Heading1", [("File", plain)]),
        ("Heading4", [("Answer", plain), (" a; no answer", "MapId")]),
        ("Normal", [("We answer. ", "Strong"), ("It ", plain), ("stands", "Emphasis"), (".", plain)]),
        ("Normal", [("Read this.", "StyleUnderline"), (" c", "MapId")]),
        ("Normal", [("Source: ", "Strong"), ("Reed 2024", "Style13ptBold"), (", Survey, p. 3", plain), (": “", plain),
         ("a lot", "StyleUnderline"), ("”", plain), (" s", "MapId")]),
    ]  # fmt: skip


def test_the_outline_of_blocks_has_four_levels_without_a_gap() -> None:
    for name, prep in preparations():
        levels = [one.level for one in pages(prep)["blocks"] if isinstance(one, Heading)]
        assert levels[0] == 1, name
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), name
    assert set(levels) == {1, 2, 3, 4}
    document = docx.Document(io.BytesIO(page_docx(pages(prep)["blocks"], None)))
    styles = [paragraph.style.style_id for paragraph in document.paragraphs if paragraph.style]
    assert [style for style in styles if style.startswith("Heading")] == [f"Heading{level}" for level in levels]


def test_every_id_in_a_file_exists() -> None:
    # What a page names is looked at elsewhere on all of them; here, what of it comes into a file as an id.
    for name, prep in islice(preparations(), 0, None, 5):
        for page in pages(prep).values():
            document = part(page_docx(page, prep.map.language), "word/document.xml")
            runs = [run for run in document.iter(f"{W}r") if run.find(f"{W}rPr/{W}rStyle[@{W}val='MapId']") is not None]
            words = {word for run in runs for word in "".join(run.itertext()).strip().split("; ")}
            assert words <= {*prep.names, *prep.map.sources, *OUR_WORDS}, name
            assert words or prep.map.title == "Alone"


@given(st.lists(hostile, min_size=1, max_size=4))
@settings(max_examples=examples(20))
def test_any_text_comes_out_as_text(found: list[str]) -> None:
    first = found[0]
    page: list[Part] = [
        Heading(1, first, first), *(Line(text, text, text, text[:1]) for text in found),
        *(Item(text, text, text, depth) for depth, text in enumerate(found)), Source(first, first, first, first, 40),
        Table(("A", "B"), tuple((text, text) for text in found), tuple(found), 1),
    ]  # fmt: skip
    file = page_docx(page, first)
    assert printable(first) in "".join(part(file, "word/document.xml").itertext())
    assert part(file, "docProps/core.xml")[0].text in (printable(first), None)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 - our own


def test_the_same_page_gives_the_same_bytes_that_tell_no_day() -> None:
    prep = prepared(api.load(str(ARTICLE)), "pro")
    file = page_docx(pages(prep)["brief"], None)
    assert file == page_docx(pages(prep)["brief"], None)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
        assert "Brief for pro: Should China ally itself formally with Russia?" in properties
        assert not any(word in properties for word in ("created", "modified", "creator", "python"))
        assert not any("thumbnail" in name or "Effects" in name for name in archive.namelist())


def test_tables_repeat_their_header_and_tear_no_row() -> None:
    table = Table(("Claim", "Where"), (("One", "p. 1"), ("Two", "p. 2")), ("a", "b"))
    document = part(page_docx([table], None), "word/document.xml")
    rows = list(document.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    grid = [int(column.attrib[f"{W}w"]) for column in document.iter(f"{W}gridCol")]
    assert sum(grid) == pytest.approx(170 / 25.4 * 1440, abs=2)


@pytest.mark.parametrize(("language", "width"), [(None, 11906), ("de", 11906), ("en-US", 12240), ("en-GB", 11906)])
def test_paper_is_a4_but_where_letter_is_usual(language: str | None, width: int) -> None:
    size = part(page_docx([], language), "word/document.xml").find(f".//{W}pgSz")
    assert size is not None
    assert int(size.attrib[f"{W}w"]) == pytest.approx(width, abs=1)


def test_writing_from_right_to_left() -> None:
    document = part(page_docx([Item("يجب أن نبني الجسر."), Item("Bridge")], "ar"), "word/document.xml")
    assert [one.find(f"{W}pPr/{W}bidi") is not None for one in document.iter(f"{W}p")] == [True, False]
    assert [one.find(f"{W}rPr/{W}rtl") is not None for one in document.iter(f"{W}r")] == [True, False]


def test_what_is_missing_is_named(monkeypatch: Any) -> None:
    import sys  # noqa: PLC0415

    from coldwater.errors import MissingExtraError  # noqa: PLC0415

    for name in [one for one in sys.modules if one.startswith(("docx", "coldwater.prep.setting.docx"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "docx.oxml", None)
    with pytest.raises(MissingExtraError, match=r"coldwater\[docx\]"):
        import coldwater.prep.setting.docx_form  # noqa: PLC0415, F401


def test_the_headings_are_levels_of_the_outline() -> None:
    levels = {
        style.attrib[f"{W}styleId"]: level.attrib[f"{W}val"]
        for style in part(page_docx([], None), "word/styles.xml").iter(f"{W}style")
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    assert levels == {"Heading1": "0", "Heading2": "1", "Heading3": "2", "Heading4": "3"}
