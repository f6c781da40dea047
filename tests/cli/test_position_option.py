"""``--position``: whatever is judged or prepared as somebody sees it says so, in every form."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from .conftest import BRIDGE, Run

HELD = (
    BRIDGE.replace("arguments:", "  ferry: A ferry is enough.\nrivals: [ferry]\narguments:")
    + """\
  boat: {title: Boat, premises: [costly], supports: ferry}
positions:
  mayor: {name: The mayor, accepts: [cracks], rejects: [costly]}
  clerk: {name: The clerk, rejects: [cracks, rebuild]}
"""
)
SEEN = "As seen by The mayor"
KINDS = ("gaps", "questions", "blocks", "brief", "assumptions", "flow", "plan")
MORE = {"flow": ("--debate-format", "policy"), "plan": ("--minutes", "2")}
#: Pages that are handed on: whose view they take is among the notes there.
HANDED_ON = [(kind, form) for kind in ("blocks", "plan") for form in ("html", "docx")]


@pytest.fixture
def bridge(here: Path) -> Path:
    path = here / "bridge.argmap.yaml"
    path.write_text(HELD, encoding="utf-8")
    return path


def words_of(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "command",
    [
        ("evaluate",),
        ("evaluate", "--standards"),
        ("evaluate", "--semantics", "preferred"),
        ("evaluate", "--semantics", "euler"),
        ("explain",),
        ("cruxes",),
        ("prep", "ach"),
    ],
    ids=" ".join,
)
def test_verdicts_are_those_that_the_position_sees_and_say_so(run: Run, bridge: Path, command: tuple[str, ...]) -> None:
    words = (
        (*command[:2], bridge.name, *command[2:]) if command[0] == "prep" else (command[0], bridge.name, *command[1:])
    )
    outcome = run(*words, "--position", "mayor")
    assert (outcome.code, outcome.err) == (0, "")
    assert f"{SEEN}, accepting cracks, rejecting costly." in words_of(outcome.out)
    data = json.loads(run(*words, "--position", "mayor", "--output-format", "json").out)
    assert data["position"] == {"id": "mayor", "name": "The mayor", "accepts": ["cracks"], "rejects": ["costly"]}
    assert "position" not in json.loads(run(*words, "--output-format", "json").out)


def test_a_position_turns_a_tie(run: Run, bridge: Path) -> None:
    assert "? The thesis is undecided" in run("evaluate", bridge.name).out
    assert "✓ The thesis stands" in run("evaluate", bridge.name, "--position", "mayor").out
    assert "✗ The thesis falls: it is rejected." in run("evaluate", bridge.name, "--position", "clerk").out


def test_it_adds_to_what_is_overruled(run: Run, bridge: Path) -> None:
    outcome = run("evaluate", bridge.name, "--position", "mayor", "--reject", "unsafe")
    assert "✗ The thesis falls" in outcome.out
    assert "Otherwise than the map says: `unsafe` rejected." in outcome.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--position", "mayr"), "there is no position `mayr` in this map. Did you mean `mayor`?"),
        (("--position", "mayor", "--reject", "cracks"), "the position `mayor` accepts it"),
        (("--position", "clerk", "--accept", "rebuild"), "the position `clerk` rejects it"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, bridge: Path, words: tuple[str, ...], message: str) -> None:
    outcome = run("evaluate", bridge.name, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (kind, form)
        for kind in KINDS
        for form in ("full", "markdown", "html", "docx", "json")
        if (kind, form) not in (("flow", "html"), ("flow", "docx"))
    ],
)
def test_material_says_whose_view_it_is(run: Run, bridge: Path, kind: str, form: str) -> None:
    side = () if kind == "assumptions" else ("--side", "con")
    words = ("prep", kind, bridge.name, *side, *MORE.get(kind, ()), "--position", "mayor", "--output-format", form)
    words += ("--notes",) if (kind, form) in HANDED_ON else ()
    outcome = run(*words, "-o", "out")
    assert (outcome.code, outcome.err) == (0, "")
    data = Path("out").read_bytes()
    if form == "docx":
        data = zipfile.ZipFile("out").read("word/document.xml")
    text = data.decode()
    if form == "json":
        assert json.loads(text)["position"]["id"] == "mayor"
    else:
        assert SEEN in words_of(text)
        assert "On this map the thesis" not in text


def test_sheets_cards_and_progress_say_so_too(run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLDWATER_STATE", "state")
    seen = ("--side", "con", "--position", "mayor")
    flow = run("prep", "flow", bridge.name, *seen, "--debate-format", "policy", "--output-format", "csv")
    assert flow.out.splitlines()[0].removeprefix("\ufeff").startswith('"Row, as seen by The mayor",')
    cards = run("prep", "drill", bridge.name, *seen, "--export", "anki").out.splitlines()
    plain = run("prep", "drill", bridge.name, *seen[:2], "--export", "anki").out.splitlines()
    assert "Should the bridge be rebuilt?, as seen by The mayor::con" in cards[-1]
    assert cards[-1].split("\t")[0] != plain[-1].split("\t")[0]
    stats = ("prep", "drill", bridge.name, *seen, "--stats")
    assert SEEN in words_of(run(*stats).out)
    assert json.loads(run(*stats, "--output-format", "json").out)["position"]["name"] == "The mayor"


def test_a_hypothesis_that_a_position_rejects_is_not_said_to_lack_reasons(bridge: Path, run: Run) -> None:
    bridge.write_text(HELD.replace("rejects: [cracks, rebuild]", "accepts: [cracks], rejects: [costly, rebuild]"))
    told = words_of(run("prep", "ach", "bridge.argmap.yaml", "--position", "clerk").out)
    assert "A has the least against it, and still falls: it is rejected." in told
    assert "B has the least against it, and still falls: what speaks for it is not enough." in told
    assert "As seen by The clerk, it falls." in told
    bridge.write_text(
        HELD.replace("rejects: [cracks, rebuild]", "accepts: [cracks], rejects: [costly, rebuild, ferry]")
    )
    told = words_of(run("prep", "ach", "bridge.argmap.yaml", "--position", "clerk").out)
    assert "A and B have the least against them, and still fall: they are rejected." in told
