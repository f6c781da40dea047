"""CSL-JSON as sources of a map, and back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given, Imported
from coldwater.formats.foreign.look import Look
from formats.roundtrip import out_and_back

ITEM: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/AB12", "type": "article-journal", "title": "Who walks after dark?",
    "author": [{"family": "Berg", "given": "K.", "non-dropping-particle": "van der"}, {"literal": "City of Ulm"}],
    "issued": {"date-parts": [["2024", 3, 14]]}, "accessed": {"raw": "2024-05-01"}, "DOI": "10.1/abc",
    "container-title": "City Journal", "volume": "3", "language": "en-GB",
}  # fmt: skip


def read(data: Any) -> Imported:
    format_ = registry.named("csl-json")
    assert format_ is not None
    return registry.read(format_, Given("refs.json", json.dumps(data).encode()))


@pytest.mark.parametrize("wrap", [lambda item: [item], lambda item: {"items": [item]}])
def test_items_are_sources(wrap: Any) -> None:
    found = read(wrap(ITEM))
    assert found.data is not None
    assert found.data["sources"] == {
        "van-der-berg-2024": {
            "title": "Who walks after dark?", "type": "article-journal", "container-title": "City Journal",
            "author": [{"family": "van der Berg", "given": "K."}, "City of Ulm"], "issued": "2024-03-14",
            "accessed": "2024-05-01", "language": "en-GB", "URL": "doi:10.1/abc",
            "x-from": {"id": ITEM["id"], "csl": {"volume": "3"}},
        }
    }  # fmt: skip
    assert [loss.what for loss in found.losses] == ["`volume` of a source"]


def test_an_item_goes_back_with_its_id_and_all_its_fields() -> None:
    format_ = registry.named("csl-json")
    data = read([ITEM]).data
    assert format_ is not None
    assert data is not None
    [item] = json.loads(out_and_back(format_, data)[0])
    same = ("id", "type", "title", "DOI", "container-title", "volume", "language")
    assert {key: item[key] for key in same} == {key: ITEM[key] for key in same}
    assert item["issued"] == {"date-parts": [[2024, 3, 14]]}


def test_what_does_not_fit_is_told_and_left_out() -> None:
    found = read([{"id": "a", "type": "hologram", "title": "T", "URL": "ftp://x", "issued": {"literal": "spring"}}])
    assert found.data is not None
    assert found.data["sources"]["a"]["title"] == "T"
    assert set(found.data["sources"]["a"]) <= {"title", "x-from"}
    assert [spot.message[:12] for spot in found.spots] == ["`type` of `a", "`URL` of `a`"]
    assert "date that is no day, month or year" in [loss.what for loss in found.losses]


def test_the_content_tells_what_a_json_file_is() -> None:
    found = registry.by_content("x.json", json.dumps([ITEM]).encode())
    assert found is not None
    assert found.NAME == "csl-json"
    others: tuple[Any, ...] = ({"nodes": []}, [1], [], {}, [{"id": 1, "text": "x"}], {"items": "x"})
    for other in others:
        assert not found.is_one(Look("x.json", json.dumps(other).encode()))
