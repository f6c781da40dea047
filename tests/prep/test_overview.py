"""The debate on one page: both sides, what decides, a picture where there can be one."""

from __future__ import annotations

import json
from base64 import b64decode
from io import BytesIO
from zipfile import ZipFile

import pytest

from coldwater import api, judge
from coldwater.model.models import Map
from coldwater.prep.material.contentions import heads_of
from coldwater.prep.material.overview import find_overview
from coldwater.prep.pages.overview import overview_page
from coldwater.prep.pages.overview_json import overview_json
from coldwater.prep.setting.docx_form import page_docx
from coldwater.prep.setting.html_form import page_html
from coldwater.prep.setting.markdown_form import page_markdown
from coldwater.sides_picture import sides_picture
from prep.preparations import ARTICLE, preparations, prepared


@pytest.fixture(scope="module")
def article() -> Map:
    return api.load(str(ARTICLE))


def test_it_is_the_same_page_whichever_side_was_prepared() -> None:
    sides = iter(preparations())
    for (_, pro), (_, con) in zip(sides, sides, strict=True):
        assert overview_json(find_overview(pro)) == overview_json(find_overview(con))
        assert page_markdown(overview_page(find_overview(pro))) == page_markdown(overview_page(find_overview(con)))


def test_each_case_is_what_the_flow_lays_out_with_what_is_against_it() -> None:
    for name, prep in preparations():
        data = json.loads(overview_json(find_overview(prep)))
        for side in ("pro", "con"):
            ids = [one["id"] for one in data["contentions"] if one["side"] == side]
            assert ids == [prep.names[node] for node in heads_of(prep, side)], name
        for one in data["contentions"]:
            if one["state"] == "unanswered":
                assert one["answers"] == [], name
        assert {one["gains"] for one in data["issues"]} <= {"pro", "con"}, name


def test_the_article_in_words(article: Map) -> None:
    page = page_markdown(overview_page(find_overview(prepared(article, "pro"))))
    assert "- **Russia would back China:** it is undecided; 3 behind it. `reliable-backing`" in page
    assert "  - **Con answers (it stands):** Diplomacy is a tool to both powers `promises-as-tools`" in page
    assert "- **Does at least one of these 6 hold?**" in page
    assert "- **Con has to answer** “Answer containment together”" in page
    assert "**Behind what is here, for con.**" in page


def test_a_browser_and_a_word_processor_get_a_picture_and_no_lists(article: Map) -> None:
    prep = prepared(article, "pro")
    found = find_overview(prep)
    page = page_html(overview_page(found, sides_picture(prep, "html")), "en")
    assert "img-src data:" in page
    svg = b64decode(page.split('src="data:image/svg+xml;base64,')[1].split('"')[0])
    assert svg.startswith(b"<svg") or b"<svg" in svg[:200]
    assert '<b lang="en">Con answers' not in page
    assert "China should keep an alliance with Russia in reserve" in page  # it is no part of the picture
    made = page_docx(overview_page(found, sides_picture(prep, "docx")), "en")
    assert made == page_docx(overview_page(found, sides_picture(prep, "docx")), "en")
    with ZipFile(BytesIO(made)) as file:
        assert [name for name in file.namelist() if name.endswith(".png")] == ["word/media/image1.png"]
        assert 'descr="Both sides: Should China' in file.read("word/document.xml").decode()


def test_there_is_no_picture_where_none_can_be_shown_or_it_would_say_otherwise(article: Map) -> None:
    prep = prepared(article, "con")
    assert sides_picture(prep, "markdown") is None
    assert sides_picture(judge.prepare(article, "pro", "df-quad", seconds=0.5), "html") is None
