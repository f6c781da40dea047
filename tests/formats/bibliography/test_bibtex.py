"""BibTeX and BibLaTeX as sources of a map, and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldwater.formats import registry
from coldwater.formats.bibliography.latex import plain, written
from coldwater.formats.foreign.imported import Given, Imported
from formats.roundtrip import out_and_back, unnamed

BIB = r"""% kept by hand
@string{jl = "Journal of " # "Lamps"}
@article{lind24, author = {Lindqvist, Anna and {City of Ulm} and Jos{\'e} Garc{\'\i}a and van der Berg, K. M.},
  title = {Who {Walks} after \emph{dark}? 50\% \& more}, journal = jl, year = 2024, month = mar, doi = {10.1/ab_c},
  volume = 3}
@book{broken, title={no end
@misc{page, title = "A page", url = {https://example.org/a_b%20c}, urldate = {2024-05-01}}
@techreport{rep, title = {Lamps {\"u}ber alles?}, institution = {City}, year = {2019}}
"""


def read(text: str, name: str = "bibtex") -> Imported:
    format_ = registry.named(name)
    assert format_ is not None
    return registry.read(format_, Given("refs.bib", text.encode()))


def test_entries_are_sources() -> None:
    found = read(BIB)
    assert found.data is not None
    sources = found.data["sources"]
    assert sources["lind24"] == {
        "title": "Who Walks after dark? 50% & more", "type": "article-journal",
        "author": [
            {"family": "Lindqvist", "given": "Anna"}, "City of Ulm", {"family": "García", "given": "José"},
            {"family": "van der Berg", "given": "K. M."},
        ],
        "issued": "2024-03", "container-title": "Journal of Lamps", "URL": "doi:10.1/ab_c",
        "x-from": {"bibtex": {"volume": "3"}},
    }  # fmt: skip
    assert sources["page"] == {"title": "A page", "URL": "https://example.org/a_b%20c", "accessed": "2024-05-01"}
    assert (sources["rep"]["title"], sources["rep"]["publisher"]) == ("Lamps über alles?", "City")
    assert found.data["draft"] is True


def test_what_cannot_be_read_is_told_with_its_line_and_the_rest_is_read() -> None:
    [spot] = read(BIB).spots
    assert spot.place.line == 6
    assert "cannot be read" in spot.message


def test_what_a_source_has_no_field_for_is_named_and_goes_back() -> None:
    found = read(BIB)
    assert [(loss.what, loss.at) for loss in found.losses] == [("`volume` of a source", ("lind24",))]
    format_ = registry.named("bibtex")
    assert format_ is not None
    assert found.data is not None
    data, _, _ = out_and_back(format_, found.data)
    assert b"volume = {3}" in data
    assert b"@techreport{rep," in data


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Zs", "Zl", "Zp"]), max_size=30))
def test_a_text_is_written_so_that_it_is_read_as_itself(text: str) -> None:
    assert plain(written(text)) == text


@pytest.mark.parametrize(
    "text", ["a -- b --- c", "``so''", "?`", "<<x>>", "50% {of} \\n ~ ^ $x$ #1 a_b", "x\\", "{", "}"]
)
def test_signs_that_mean_something_in_latex_survive(text: str) -> None:
    assert plain(written(text)) == text


AUTHORS: list[Any] = [
    "Lindqvist, A.",
    "Smith and Jones",
    "City of {Ulm}",
    {"family": "Lindqvist", "given": "Anna"},
    {"family": "Toulmin"},
    {"family": "van der Berg", "given": "K. M."},
    {"family": "Smith, Jones", "given": "A and B"},
    {"family": "de Gaulle"},
    {"family": "O’Neill-Berg", "given": "J.-P."},
    {"family": "李", "given": "明"},
    {"family": "{x}", "given": "%"},
]


@pytest.mark.parametrize("name", ["bibtex", "csl-json"])
@pytest.mark.parametrize("author", AUTHORS, ids=str)
def test_an_author_comes_back_as_it_was(name: str, author: Any) -> None:
    format_ = registry.named(name)
    assert format_ is not None
    sources = {"s": {"title": "T", "type": "book", "author": [author, "Another"]}}
    data = {"argmap": 1, "title": "t", "thesis": "t", "claims": {"t": "T"}, "sources": sources}
    _, losses, back = out_and_back(format_, data)
    assert unnamed(data, back, losses) == []
    assert back["sources"]["s"]["author"] == [author, "Another"]
