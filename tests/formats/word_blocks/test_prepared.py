"""What ``coldwater prep blocks`` writes as Word comes back as the part of the map that stands on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coldwater import api
from coldwater.model.data import as_data

from .files import read

MAPS = Path(__file__).parents[3] / "arguments"


def page_of(path: Path, side: str, folder: Path) -> bytes:
    from coldwater.cli import main  # noqa: PLC0415 - only here

    out = folder / "page.docx"
    with pytest.raises(SystemExit):
        main(["prep", "blocks", str(path), "--side", side, "--notes", "--ids", "-o", str(out)])
    return out.read_bytes()


@pytest.mark.parametrize("side", ["pro", "con"])
@pytest.mark.parametrize("name", ["library-evenings", "china-russia-alliance"])
def test_what_stands_on_a_page_comes_back_as_it_is_in_the_map(name: str, side: str, tmp_path: Path) -> None:
    path = MAPS / f"{name}.argmap.yaml"
    whole: dict[str, Any] = as_data(api.load(path))
    found = read(page_of(path, side, tmp_path))
    back = found.data
    assert back is not None
    assert back["thesis"] == whole["thesis"]
    assert back["title"] == whole["title"]
    guessed = " ".join(spot.message for spot in found.spots)
    for id_, claim in back["claims"].items():
        told = whole["claims"][id_]
        assert claim_text(claim).rstrip(".") == claim_text(told).rstrip("."), id_
    for id_, argument in back["arguments"].items():
        told = whole["arguments"][id_]
        assert set(argument["premises"]) <= set(told["premises"]), id_
        if f"`{id_}`" not in guessed:
            assert [argument.get(key) for key in ("supports", "attacks")] == [
                told.get(key) for key in ("supports", "attacks")
            ], id_
    assert len(back["arguments"]) >= 3


def claim_text(claim: Any) -> str:
    return " ".join((claim if isinstance(claim, str) else claim["text"]).split())


def test_a_block_file_to_be_sent_is_read_like_any_debaters(tmp_path: Path) -> None:
    from coldwater import judge  # noqa: PLC0415 - only here

    data: dict[str, Any] = {
        "argmap": 1, "title": "Bridge", "thesis": "t",
        "sources": {
            "osei": {
                "title": "Tides and piers", "qualifications": "hydrologists", "issued": 2022,
                "author": [{"family": "Osei", "given": "Kwame"}, {"family": "Lind", "given": "Anna"}],
            },
        },
        "claims": {
            "t": "Build it.", "scoured": "Piers are scoured.",
            "deep": {"text": "Deep piers stand.", "cites": [{"source": "osei", "quote": "deep piers stand for long"}]},
        },
        "arguments": {
            "scour": {"title": "Scour", "premises": ["scoured"], "attacks": "t"},
            "deeper": {"premises": ["deep"], "attacks": "scour"},
        },
    }  # fmt: skip
    path = tmp_path / "bridge.argmap.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    back = read(judge.material(judge.prepare(api.load(path), "pro"), "blocks", "docx")).data
    assert back is not None
    assert {claim_text(claim) for claim in back["claims"].values()} == {"Scour", "Deep piers stand."}
    assert [argument["attacks"] for argument in back["arguments"].values()] == ["scour"]
    (source,) = back["sources"].values()
    assert source["author"] == [{"family": "Osei", "given": "Kwame"}, {"family": "Lind", "given": "Anna"}]
    assert source["qualifications"] == "hydrologists"
