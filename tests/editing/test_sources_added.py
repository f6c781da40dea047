"""Sources from elsewhere for a map that is there: none twice, under ids that are free."""

from __future__ import annotations

from typing import Any

import pytest

from coldwater.editing.sources_added import new_sources
from coldwater.model import from_accepted_data

HERE = {
    "walks": {"title": "Who walks after dark?", "issued": "2024-03-14", "URL": "https://doi.org/10.1/ABC"},
    "page": {"title": "A page", "URL": "http://www.example.org/a/"},
}


def added(found: dict[str, Any]) -> tuple[list[str], tuple[str, ...]]:
    map_ = from_accepted_data({"argmap": 1, "title": "t", "thesis": "t", "claims": {"t": "T"}, "sources": HERE})
    patch, known = new_sources(map_, found)
    return list(patch.entries.get("sources", {})), known


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        ({"title": "Another", "URL": "doi:10.1/abc"}, "walks"),
        ({"title": "who walks, after dark", "issued": 2024}, "walks"),
        ({"title": "Else", "URL": "https://example.org/a#top"}, "page"),
        ({"title": "Else", "URL": "https://e.org", "x-from": {"csl": {"DOI": "10.1/abc"}}}, "walks"),
    ],
)
def test_a_source_that_is_there_is_not_added(source: dict[str, Any], owner: str) -> None:
    assert added({"new": source}) == ([], (owner,))


def test_others_are_each_once_and_their_ids_are_free() -> None:
    other = {"title": "Who walks after dark?", "issued": 2023}
    assert added({"walks": other, "again": {**other, "publisher": "P"}, "x": {"title": "X"}}) == (
        ["walks-2", "x"], (),
    )  # fmt: skip
