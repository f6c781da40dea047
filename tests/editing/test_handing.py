"""Fixes handed over: whoever makes the edits of a report has what ``--fix`` writes, byte for byte."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coldwater import api, revise
from coldwater.report import report
from strategies import clean_maps, json_text

from .client import after_fixes
from .commented import Writer
from .test_fixing import damage as damaged_in_fields

MAPS = sorted((Path(__file__).parents[1] / "maps").glob("*.yaml"))
HEAD = "argmap: 1\ntitle: T\nthesis: a\n"
CLAIMS = "claims:\n  a: The town should act.\n  b: It is time.\n  c: It is early.\n"


def handed_over(name: str, data: bytes) -> list[dict[str, Any]]:
    """Give the findings of a map as JSON says them."""
    found = api.check_bytes(name, data, with_fixes=True).findings
    document: dict[str, list[dict[str, Any]]] = json.loads(report(found, "json", {}, 1))
    return document["findings"]


def by_hand(name: str, data: bytes) -> bytes:
    """Do as docs/ci.md says: make the fixes, check again, until there are none."""
    while (after := after_fixes(data, handed_over(name, data))) != data:
        data = after
    return data


@pytest.mark.parametrize("path", MAPS, ids=[path.name for path in MAPS])
def test_every_map_is_mended_alike_by_hand(path: Path, tmp_path: Path) -> None:
    for name in (path, *path.parent.glob(path.name.replace(".yaml", ".reviews.json"))):
        (tmp_path / name.name).write_bytes(name.read_bytes())
    copied = tmp_path / path.name
    data = copied.read_bytes()
    while True:
        found = api.check_file(str(copied), with_fixes=True).findings
        after = after_fixes(copied.read_bytes(), json.loads(report(found, "json", {}, 1))["findings"])
        if after == copied.read_bytes():
            break
        copied.write_bytes(after)
    assert revise.fix(str(copied), data=data).change.new == copied.read_bytes()


def test_some_of_the_maps_can_be_mended() -> None:
    assert sum(revise.fix(path.name, data=path.read_bytes()).change.is_needed for path in MAPS) > 5


@given(clean_maps(), st.integers(0, 10**9).map(Random))
def test_many_flaws_in_one_map_are_mended_alike_by_hand(data: dict[str, Any], random: Random) -> None:
    damaged, _ = damaged_in_fields(copy.deepcopy(data), random)
    for text, name in ((Writer(random).write(damaged), "a.yaml"), (json_text(damaged, random), "a.json")):
        for written in (text.encode(), b"\xef\xbb\xbf" + text.encode()):
            assert by_hand(name, written) == revise.fix(name, data=written).change.new


LINES = "argmap: 1\ntitel: T\nthesis: a\nclaims:\n  a: {text: 'Ünicode 🙂 acts.', implict: true}\n  b: It is time.\n"
LINES += "arguments:\n  s: {premises: [b, b], suports: a}\n"


@given(st.sampled_from(["\n", "\r\n", "\r"]), st.booleans(), st.booleans())
@example("\r\n", True, True)
def test_lines_and_columns_are_those_of_the_text_on_disk(end: str, has_mark: bool, is_cut: bool) -> None:
    text = (LINES.rstrip("\n") if is_cut else LINES).replace("\n", end)
    data = (b"\xef\xbb\xbf" if has_mark else b"") + text.encode()
    fixes = [one["fix"] for one in handed_over("a.yaml", data) if "fix" in one]
    assert fixes[0] == {
        "safe": True,
        "message": "the field `titel` is now `title`",
        "edits": [{"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 6}, "text": "title"}],
    }
    starts = [fix["edits"][0]["start"] for fix in fixes[1:]]
    assert starts == [{"line": 5, "column": 32}, {"line": 8, "column": 19}, {"line": 8, "column": 25}]
    assert by_hand("a.yaml", data) == revise.fix("a.yaml", data=data).change.new


def test_an_unsafe_fix_is_handed_over_and_called_that() -> None:
    text = HEAD + CLAIMS.replace("  c:", "  later:") + "arguments:\n  s: {premises: [latre], supports: a}\n"
    [dangling] = [one for one in handed_over("a.yaml", text.encode()) if one["rule"] == "CW101"]
    assert dangling["fix"]["safe"] is False
    assert dangling["fix"]["edits"] == [
        {"start": {"line": 9, "column": 18}, "end": {"line": 9, "column": 23}, "text": "later"}
    ]
    assert after_fixes(text.encode(), handed_over("a.yaml", text.encode())) == text.encode()


def test_without_being_asked_for_a_finding_carries_no_fix() -> None:
    assert all(one.fix is None for one in api.check_bytes("a.yaml", LINES.encode()).findings)


def test_what_is_ignored_or_off_takes_its_fix_along() -> None:
    text = HEAD + "sources:\n  z: {title: Z}  # coldwater: ignore[CW303] For later.\n" + CLAIMS
    text += "arguments:\n  s: {premises: [b], supports: a}\n  r: {premises: [c], attacks: a}\n"
    assert handed_over("a.yaml", text.encode()) == []


def test_two_flaws_whose_fixes_meet_are_mended_one_after_the_other() -> None:
    """Sources on lines below one another: taking both out at once would touch, and leave a section without entries."""
    sources = "sources:\n  y: {title: Y}\n  z: {title: Z}\n"
    text = HEAD + sources + CLAIMS + "arguments:\n  s: {premises: [b], supports: a}\n  r: {premises: [c], attacks: a}\n"
    data = text.encode()
    assert [one["rule"] for one in handed_over("a.yaml", data) if "fix" in one] == ["CW303", "CW303"]
    assert after_fixes(data, handed_over("a.yaml", data)) == text.replace("  y: {title: Y}\n", "").encode()
    assert by_hand("a.yaml", data) == text.replace(sources, "").encode()


def test_fixes_that_spoil_each_other_are_not_handed_over_together() -> None:
    """A comment stands between two sources; without both, an empty section would be left."""
    sources = "sources:\n  y: {title: Y}\n  # later\n  z: {title: Z}\n"
    text = HEAD + sources + CLAIMS + "arguments:\n  s: {premises: [b], supports: a}\n  r: {premises: [c], attacks: a}\n"
    data = text.encode()
    assert [one["id"] for one in handed_over("a.yaml", data) if "fix" in one] == ["y"]
    assert by_hand("a.yaml", data) == revise.fix("a.yaml", data=data).change.new
    assert api.check_bytes("a.yaml", by_hand("a.yaml", data)).findings == ()
