"""Cite lines of cards, as they are written by habit: who, who that is, what, where, when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.formats.word_blocks.cite_line import is_cite, parsed
from coldwater.model import _accepts


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "Smith and Jones, 2019 – fellows at the Institute for Lamps [“Lamps and streets,” Lamp News, May 2019, "  # noqa: ISC004
            "www.example.org/lamps] //AB",
            {"author": "Smith and Jones", "issued": "2019-05", "title": "Lamps and streets",
             "qualifications": "fellows at the Institute for Lamps", "container": "Lamp News",
             "url": "https://www.example.org/lamps", "authors": (("Smith", ""), ("Jones", ""))},
        ),
        (
            'Berg et al ’18 (K. M. Berg, physicist, "On bulbs")',
            {"issued": "2018", "title": "On bulbs", "qualifications": "K. M. Berg, physicist"},
        ),
        ("Reed, no date (The Daily Bulb, accessed 3/4/21)", {"author": "Reed", "issued": "", "accessed": "2021-03-04"}),
        ("Reed 98 — https://example.org/a_(b).", {"issued": "1998", "url": "https://example.org/a_(b)"}),
        ("Reed 24 (14 March 2024, “Bulbs”)", {"issued": "2024-03-14", "title": "Bulbs"}),
    ],
)  # fmt: skip
def test_what_a_line_says(line: str, fields: dict[str, object]) -> None:
    found = parsed(line)
    assert {key: getattr(found, key) for key in fields} == fields
    assert is_cite(line, is_bold=True)


@pytest.mark.parametrize("line", ["Nobody said that 24 men came.", "In 2024 the lamps went out.", "", "2024"])
def test_what_is_no_cite_line(line: str) -> None:
    assert not is_cite(line)


@given(st.text(max_size=200), st.text(max_size=30))
def test_whatever_a_line_says_fits_a_source(line: str, marked: str) -> None:
    found = parsed(line, marked)
    if found.issued:
        assert _accepts.source({"title": "t", "issued": found.issued})
    if found.url:
        assert _accepts.source({"title": "t", "URL": found.url})
