"""``coldwater apply``: the entries of a patch go into a map, or it is refused and the map stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater import api

from .conftest import MORE, Run

ENTRIES = """\
claims: {ferry: A ferry would do.}
arguments: {other: {premises: [ferry], attacks: safety}}
"""
ADD = f"coldwater-patch: 1\ntitle: Should the bridge be rebuilt?\nthesis: rebuild\n{ENTRIES}"


@pytest.fixture
def bridge(here: Path) -> Path:
    (here / "bridge.argmap.yaml").write_text(MORE, encoding="utf-8")
    return here


def apply_text(folder: Path, run: Run, text: str, *words: str) -> str:
    """Apply a patch that must be refused; the map stays as it is."""
    (folder / "x.yaml").write_text(text, encoding="utf-8")
    before = (folder / "bridge.argmap.yaml").read_bytes()
    outcome = run("apply", "bridge.argmap.yaml", "x.yaml", *words)
    assert (outcome.code, outcome.out) == (2, ""), outcome.err
    assert (folder / "bridge.argmap.yaml").read_bytes() == before
    return outcome.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ferry: A", "late: A", "`late` is a claim of the map already, and another one"),
        ("other:", "rebuild:", "`rebuild` is a claim of the map already"),
        ("safety}", "safty}", "`other` names `safty`, which is not there; did you mean `safety`?"),
        ("do.}", "do., raft: {text: X., contradicts: [layt]}}", "`raft` names `layt`, which is not there"),
        ("attacks", "attaks", "x.yaml:5:40: unknown field `attaks`; did you mean `attacks`?"),
        ("claims: {", "claim: {", "x.yaml:4:1: `claim` is nothing that a patch holds"),
        ("patch: 1", "patch: 2", "x.yaml:1:1: a patch begins with `coldwater-patch: 1`"),
        ("patch: 1", "patch: true", "x.yaml:1:1: a patch begins with `coldwater-patch: 1`"),
        ("other:", "ferry:", "`ferry` names a claim of the patch as well as an argument; give one of them another id"),
        ("A ferry would do.", "[", "x.yaml:"),
        ("thesis: rebuild\n", "", "x.yaml:1:1: the patch lacks `thesis`"),
        (ENTRIES, "", "x.yaml:1:1: the patch holds nothing"),
    ],
)  # fmt: skip
def test_a_patch_that_does_not_fit_is_refused(bridge: Path, run: Run, old: str, new: str, said: str) -> None:
    assert old in ADD
    assert said in apply_text(bridge, run, ADD.replace(old, new, 1))


def test_a_patch_for_another_map_that_fits_is_said_to_be_one(bridge: Path, run: Run) -> None:
    for old, new, is_said in (("Should", "Must", False), ("thesis: rebuild", "thesis: repair", False), ("", "", True)):
        text = ADD.replace(old, new) if old else ADD.replace("Should", "Must").replace("thesis: re", "thesis: x")
        (bridge / "x.yaml").write_text(text, encoding="utf-8")
        outcome = run("apply", "bridge.argmap.yaml", "x.yaml", "--diff")
        assert ("made for another map, “Must the bridge be rebuilt?”" in outcome.err) == is_said


def test_a_patch_is_shown_applied_and_known_again(bridge: Path, run: Run) -> None:
    (bridge / "x.yaml").write_text(ADD, encoding="utf-8")
    before = (bridge / "bridge.argmap.yaml").read_bytes()
    outcome = run("apply", "bridge.argmap.yaml", "x.yaml", "--diff")
    assert outcome.code == 0
    added = [line for line in outcome.out.splitlines() if line.startswith(("+", "-")) and line[1:3] not in ("++", "--")]
    assert added == ["+  ferry: A ferry would do.", "+  other: {premises: [ferry], attacks: safety}"]
    assert (bridge / "bridge.argmap.yaml").read_bytes() == before
    assert run("apply", "bridge.argmap.yaml", "x.yaml").out.endswith(
        "added claim ferry, argument other\nverdict on rebuild: undecided -> out\n"
    )
    again = run("apply", "bridge.argmap.yaml", "x.yaml")
    assert (again.code, again.out) == (
        0,
        "bridge.argmap.yaml: nothing to add; the map holds all of the patch already\n",
    )
    assert run("check", "bridge.argmap.yaml").code == 0


def test_verdicts_that_turn_are_said_and_may_be_expected(bridge: Path, run: Run) -> None:
    text = MORE + "expect: {verdicts: {rebuild: undecided, delay: in}}\n"
    (bridge / "bridge.argmap.yaml").write_text(text, encoding="utf-8")
    (bridge / "x.yaml").write_text(ADD, encoding="utf-8")
    outcome = run("apply", "bridge.argmap.yaml", "x.yaml", "--diff")
    assert outcome.code == 1
    assert "CW208" in outcome.err
    assert "with --expected" in outcome.err
    outcome = run("apply", "bridge.argmap.yaml", "x.yaml", "--expected")
    assert (outcome.code, outcome.err) == (0, "")
    assert "expect: {verdicts: {rebuild: out, delay: in}}\n" in (bridge / "bridge.argmap.yaml").read_text()


def test_a_patch_goes_into_json_too(bridge: Path, run: Run) -> None:
    assert run("convert", "bridge.argmap.yaml", "bridge.argmap.json").code == 0
    (bridge / "x.yaml").write_text(ADD, encoding="utf-8")
    assert run("apply", "bridge.argmap.json", "x.yaml").code == 0
    assert run("check", "bridge.argmap.json").code == 0
    assert api.load("bridge.argmap.json").claims["ferry"].text == "A ferry would do."


BIB = """\
@book{bulbs, title = {On bulbs}, author = {Berg, K. M.}, year = 2024, pages = {1--9}}
@misc{broken, title = {no end
@misc{again, title = {On bulbs}, year = 2024}
"""


def test_sources_of_a_bibliography_are_added_once(bridge: Path, run: Run) -> None:
    (bridge / "refs.bib").write_text(BIB, encoding="utf-8")
    outcome = run("apply", "bridge.argmap.yaml", "refs.bib")
    assert outcome.code == 0, outcome.err
    assert outcome.out.endswith("added source bulbs\n")
    assert "refs.bib:2:1: this entry cannot be read" in outcome.err
    assert "stays behind: 1 `pages` of a source" in outcome.err
    source = api.load(bridge / "bridge.argmap.yaml").sources["bulbs"]
    assert (source.title, source.issued) == ("On bulbs", 2024)
    before = (bridge / "bridge.argmap.yaml").read_bytes()
    assert "nothing to add; there already: bulbs" in run("apply", "bridge.argmap.yaml", "refs.bib").out
    assert (bridge / "bridge.argmap.yaml").read_bytes() == before


def test_of_annotations_the_sources_are_added_and_the_claims_named(bridge: Path, run: Run) -> None:
    notes = '[{"id": "a", "uri": "https://example.org/b", "user": "u", "text": "So.", "document": {"title": ["Page"]}}]'
    (bridge / "notes.json").write_text(notes, encoding="utf-8")
    outcome = run("apply", "bridge.argmap.yaml", "notes.json")
    assert outcome.code == 0, outcome.err
    assert outcome.out.lower().endswith("added source page\n")
    assert "1 annotation as a claim" in outcome.err


def test_a_file_of_another_format_is_no_bibliography(bridge: Path, run: Run) -> None:
    (bridge / "x.tgf").write_text("a\nb\n#\na b\n", encoding="utf-8")
    outcome = run("apply", "bridge.argmap.yaml", "x.tgf")
    assert (outcome.code, outcome.out) == (2, "")
    assert "x.tgf" in outcome.err
