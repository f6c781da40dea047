"""A large map on paper: its sides first, then every claim, on few pages of paper that people have."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from pypdf import PdfReader

from coldwater.errors import UsageError
from coldwater.model import from_accepted_data
from coldwater.render import Options, digest_for, digest_in, draw
from coldwater.render.pictures import BOOKLET
from coldwater.render.reading.verdicts import judge
from coldwater.render.sheets.composing import draw_pages
from render.drawing_samples import BRIDGE, random_map
from render.shapes import fifteen

A4 = (595, 842)


def _pages(data: bytes) -> list[tuple[int, int]]:
    return [
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in PdfReader(io.BytesIO(data)).pages
    ]


def test_the_article_takes_five_pages_of_a4_and_begins_with_its_sides() -> None:
    map_ = fifteen()["article"]
    data = draw(map_, "pdf")
    assert _pages(data) == [A4] * 5
    reader = PdfReader(io.BytesIO(data))
    first, last = (" ".join(reader.pages[at].extract_text().split()) for at in (0, -1))
    assert "FOR (6)" in first
    assert "1 / 5" in first
    assert "5 / 5" in last
    whole = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    for argument in map_.arguments.values():
        assert argument.title is not None
        assert argument.title in whole
    assert digest_in(data) == digest_for(map_, "pdf")


def test_main_arguments_are_bookmarks() -> None:
    reader = PdfReader(io.BytesIO(draw(fifteen()["article"], "pdf")))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "Answer containment together"
    assert len(titles) == 18


def test_of_more_than_ten_pages_the_claims_are_listed_with_their_pages() -> None:
    map_ = random_map(3, 500)
    reader = PdfReader(io.BytesIO(draw(map_, "pdf")))
    entries: Any = reader.outline
    [at] = [reader.get_destination_page_number(one) or 0 for one in entries if one.title == "Index of claims"]
    assert at > 9
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    listed = " ".join(texts[at:])
    assert [claim.text for claim in map_.claims.values() if claim.text not in listed] == []
    assert f"{at + 1} / {len(texts)}" in listed
    text, page = re.findall(r"([A-Z][^.]*\.) (\d+)", texts[-1])[-1]
    assert text in texts[int(page) - 1]


def test_no_page_of_rails_is_higher_than_the_paper() -> None:
    for size in (150, 600):
        map_ = random_map(3, size)
        pages = draw_pages("rails", map_, judge(map_, map_.thesis), 960.0, "light", (), page_height=1300.0)
        assert len(pages) > 2
        assert all(page.drawn.size[1] <= 1300.0 for page in pages)


def test_paper_and_direction_are_heeded_and_a_small_map_stays_a_drawing() -> None:
    map_ = random_map(3, 80)
    assert set(_pages(draw(map_, "pdf", Options(paper="a3")))) == {(842, 1191)}
    assert digest_for(map_, "pdf", Options(direction="left-right")) == digest_for(map_, "pdf", Options(layout="map"))
    small = draw(from_accepted_data(BRIDGE), "pdf")
    assert "ALL CLAIMS" not in PdfReader(io.BytesIO(small)).pages[0].extract_text()


def test_a_map_of_three_hundred_claims_takes_few_pages() -> None:
    assert len(_pages(draw(random_map(1, 300, 0.1), "pdf"))) < 20


def test_the_layout_of_a_booklet_cannot_be_asked_for_by_name() -> None:
    with pytest.raises(UsageError, match="there is no layout"):
        draw(from_accepted_data(BRIDGE), "pdf", Options(layout=BOOKLET))
