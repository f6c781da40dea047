"""Argdown's JSON export, read: the same map as from the document, whatever is missing."""

from __future__ import annotations

import json
from typing import Any, cast

from coldwater.formats import registry
from coldwater.formats.argdown import exported
from coldwater.formats.foreign.imported import Given
from formats.damaging import assert_survives
from work import examples

FORMAT = cast("registry.Format", exported)


def _member(text: str | None, line: int, **more: Any) -> dict[str, Any]:
    said = {"isReference": True} if text is None else {"text": text}
    return {"type": "statement", **said, "startLine": line, "startColumn": 1, **more}


def _relation(kind: str, source: str, target: str, to: str = "equivalence-class", **more: Any) -> dict[str, Any]:
    of = "argument" if source.startswith("via ") else "equivalence-class"
    return {
        "type": "relation", "relationType": kind, "from": source, "fromType": of, "to": target, "toType": to, **more
    }  # fmt: skip


def _statement(title: str, *members: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "equivalence-class", "title": title, "relations": [], "members": list(members), **more}


INFERENCE = {"type": "inference", "inferenceRules": ["Need"], "conclusionIndex": 2, "data": {"strength": 0.5}}
EXPORT: dict[str, Any] = {
    "statements": {
        "Keep": _statement(
            "Keep", _member("The ferry goes on. #policy", 2, section="s2"), _member(None, 9), tags=["policy"]
        ),
        "Island": _statement("Island", _member("People live there.", 7), data={"kind": "fact"}),
        "Untitled 1": _statement("Untitled 1", _member("They need it.", 8)),
        "Boats": _statement("Boats", _member("They have boats.", 12)),
        "Stop": _statement("Stop", _member("It stops.", 13)),
    },
    "arguments": {
        "via need": {
            "type": "argument", "title": "via need", "members": [_member("There is need.", 5)], "section": "s1",
            "pcs": [
                {"title": "Island", "role": "premise"}, {"title": "Untitled 1", "role": "premise"},
                {"title": "Keep", "role": "main-conclusion", "inference": INFERENCE},
            ],
        },
        "via cost": {"type": "argument", "title": "via cost", "members": [_member("It is dear.", 3)], "pcs": []},
    },
    "relations": [
        _relation("attack", "via cost", "Keep"), _relation("contradictory", "Stop", "Keep"),
        _relation("undercut", "Boats", "via need", "inference", conclusionIndex=2),
    ],
    "sections": [{"id": "s1", "title": "Main", "children": [{"id": "s2", "title": "Part", "children": []}]}],
    "map": {"nodes": [], "edges": []}, "tags": {},
}  # fmt: skip


def read(data: Any) -> Any:
    """Read an export."""
    return registry.read(FORMAT, Given("ferry.argdown.json", json.dumps(data).encode()))


def test_what_an_export_becomes() -> None:
    found = read(EXPORT)
    claims, arguments = found.data["claims"], found.data["arguments"]
    assert claims["Keep"] == {"text": "The ferry goes on.", "tags": ["policy", "Main / Part"], "x-from": {
        "section": ["Main", "Part"]
    }}  # fmt: skip
    assert (claims["Island"]["kind"], claims["Stop"]["contradicts"]) == ("fact", ["Keep"])
    assert arguments["via-need"] | {"x-from": None} == {
        "title": "via need", "premises": ["Island", "they-need"], "supports": "Keep", "scheme": "x-Need",
        "strength": 0.5, "note": "There is need.", "tags": ["Main"], "x-from": None,
    }  # fmt: skip
    assert arguments["via-cost"]["attacks"] == "Keep"
    assert arguments["Boats-but"]["attacks"] == "via-need"
    assert found.counts._asdict() == {
        "claims": 6, "arguments": 3, "supports": 1, "attacks": 2, "on_arguments": 1, "linked": 1
    }  # fmt: skip
    assert not found.spots


def test_an_export_is_told_by_its_content() -> None:
    assert registry.recognised("some.json", json.dumps(EXPORT).encode()) is FORMAT
    assert registry.recognised("some.json", b'{"statements": {}, "arguments": {}}') is not FORMAT


def test_what_is_missing_is_passed_over() -> None:
    found = read(
        {"statements": {"A": {}, "B": None}, "arguments": [], "relations": [_relation("support", "C", "A"), 3]}
    )
    assert set(found.data["claims"]) == {"A", "C"}
    assert [spot.message for spot in found.spots] == ["this is no relation that Argdown has; it is passed over"]


def test_premises_from_which_nothing_follows_are_claims() -> None:
    pcs = [{"title": "A", "role": "main-conclusion"}, {"title": "B", "role": "premise"}]
    found = read({"statements": {}, "arguments": {"x": {"pcs": pcs}}, "relations": []})
    assert "arguments" not in found.data
    assert {"A", "B"} <= set(found.data["claims"])


def test_what_is_no_export_is_refused() -> None:
    for text in (b"[1]", b"no json"):
        assert registry.read(FORMAT, Given("x.argdown.json", text)).data is None


def test_damaged_exports_are_read_or_refused() -> None:
    assert_survives(FORMAT, [json.dumps(EXPORT, indent=1).encode()], examples(300))
