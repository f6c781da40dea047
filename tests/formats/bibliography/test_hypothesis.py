"""Annotations of Hypothesis: pages are sources, what was marked is quoted, what was written is claimed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coldwater.formats import registry
from coldwater.formats.foreign.imported import Given, Imported

PAGE = "https://example.org/walks"


def note(id_: str, text: str, marked: str = "", **more: Any) -> dict[str, Any]:
    selector = [{"type": "RangeSelector"}, {"type": "TextQuoteSelector", "exact": marked, "prefix": "x", "suffix": "y"}]
    return {
        "id": id_, "user": "acct:anna@hypothes.is", "uri": PAGE, "text": text, "tags": ["lamps"],
        "document": {"title": ["Who walks?"]}, "target": [{"source": PAGE, "selector": selector if marked else []}],
        **more,
    }  # fmt: skip


NOTES = [
    note("Q1zAAA111bbb", "Lit streets see fewer falls.", "falls went down by a third"),
    note("Q1zAAA222bbb", "", "nobody missed the dark"),
    note("Q1zAAA333bbb", "Is that so?", references=["Q1zAAA111bbb"]),
    note("Q1zAAA444bbb", ""),
]


def read(data: Any) -> Imported:
    format_ = registry.by_content("export.json", json.dumps(data).encode())
    assert format_ is not None
    assert format_.NAME == "hypothesis"
    return registry.read(format_, Given("export.json", json.dumps(data).encode()))


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: {"rows": x, "total": 4}, lambda x: {"annotations": x}])
def test_annotations_are_claims_that_cite(wrap: Any) -> None:
    found = read(wrap(NOTES))
    assert found.data is not None
    assert found.data["draft"] is True
    assert found.data["sources"] == {"who-walks": {"title": "Who walks?", "type": "webpage", "URL": PAGE}}
    claims = {id_: claim for id_, claim in found.data["claims"].items() if id_ != found.data["thesis"]}
    assert [(one["text"], one["cites"], one.get("note")) for one in claims.values()] == [
        (
            "Lit streets see fewer falls.",
            [{"source": "who-walks", "quote": "falls went down by a third"}],
            "Is that so?",
        ),
        ("nobody missed the dark", [{"source": "who-walks", "quote": "nobody missed the dark"}], None),
    ]


def test_what_does_not_come_along_is_named() -> None:
    told = {loss.what: loss.at for loss in read(NOTES).losses}
    assert told["annotation without words"] == ("Q1zAAA444bbb",)
    assert told["reply as a claim"] == ("Q1zAAA333bbb",)
    assert told["name of an annotator"] == ("Q1zAAA111bbb", "Q1zAAA222bbb")
