"""``coldwater prep spar`` as a user sits at it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from coldwater.formats.native.patch_text import read_patch
from work import ends

from .conftest import MORE, Run
from .test_prep import large_map

pexpect = pytest.importorskip("pexpect")
if not hasattr(pexpect, "spawn"):
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

from .typing_at import at_terminal  # noqa: E402 - not where there are none

SPAR = ("prep", "spar", "bridge.argmap.yaml", "--side", "pro")
PATCH = "bridge.patch.yaml"


@pytest.fixture
def bridge(here: Path) -> Path:
    (here / "bridge.argmap.yaml").write_text(MORE, encoding="utf-8")
    return here


def type_into(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    text = "".join(f"{line}\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


def texts(folder: Path, name: str = PATCH) -> list[str]:
    patch = read_patch((folder / name).read_text(encoding="utf-8"), name)
    premises = [premise for move in patch.moves for premise in move["premises"]]
    return [premise["text"] for premise in premises if isinstance(premise, dict)]


# --- at a terminal ----------------------------------------------------------------------------------------------


def test_a_whole_bout(bridge: Path, run: Run) -> None:
    with at_terminal(bridge, *SPAR) as typist:
        typist.reads("Point 1 of 2")
        typist.reads("Too late [delay")
        typist.reads("> ")
        typist.types("?")
        typist.reads("The map has no answer to this")
        typist.types("A good bridge is never too late.")
        typist.reads("Against premise 1, or the step? (Enter for the step) ")
        typist.types("7", "?")
        typist.reads("your words back,")
        typist.types("1")
        typist.reads("That is new to the map")
        typist.reads("I ask: How do you know?")
        typist.types("")
        typist.reads("Point 2 of 2")
        typist.reads("> ")
        typist.types("most of the cost is paid by the state")
        typist.reads("I take this as:")
        typist.reads("Right? (Enter for yes, n for no) ")
        typist.types("")
        typist.reads("Empty purse [empty")
        typist.reads("> ")
        typist.types("pass")
        typist.reads("What else?")
        typist.reads("> ")
        typist.types("pass")
        assert typist.ends() == 0
    assert "Points. 0 yours, 1 mine, 1 open." in typist.text
    assert "with what you said that the map lacks it" not in typist.text.replace("\n  ", " ")
    assert f"coldwater apply bridge.argmap.yaml {PATCH}" in typist.text
    outcome = run("apply", "bridge.argmap.yaml", PATCH)
    assert outcome == (0, "bridge.argmap.yaml: added claim good-bridge-never-too, argument answer-to-late\n", "")
    written = (bridge / "bridge.argmap.yaml").read_text(encoding="utf-8")
    assert "late: It would come too late.  # says the mayor\n" in written
    assert run("check", "bridge.argmap.yaml").code == 0
    assert "answer-to-late" in run("prep", "blocks", "bridge.argmap.yaml", "--side", "pro").out


@pytest.mark.parametrize("phase", ["at first", "half a line", "which premise", "what ground", "is it this"])
def test_ctrl_c_keeps_what_was_said(bridge: Path, phase: str) -> None:
    with at_terminal(bridge, *SPAR) as typist:
        typist.reads("> ")
        said = [] if phase == "at first" else ["Better late than never."]
        if said:
            typist.types(*said, "")
            typist.reads("That is new to the map")
            typist.reads("(Enter for none) ")
            typist.types("")
            typist.reads("> ")
        if phase == "half a line":
            typist.child.send("half a li")
            typist.reads("half a li")
        elif phase == "which premise":
            typist.types("Money is no object here.")
            typist.reads("or the step? (Enter for the step) ")
            said.append("Money is no object here.")
        elif phase == "what ground":
            typist.types("Money is no object here.", "")
            typist.reads("(Enter for none) ")
            said.append("Money is no object here.")
        elif phase == "is it this":
            typist.types("The state pays most of it")
            typist.reads("n for no) ")
        typist.presses("c")
        assert typist.ends() == 130
    assert "Traceback" not in typist.text
    assert "How it went" in typist.text
    assert (texts(bridge) if said else []) == said
    assert (bridge / PATCH).exists() == bool(said)


def test_ctrl_d_ends_cleanly(bridge: Path) -> None:
    with at_terminal(bridge, *SPAR) as typist:
        typist.reads("> ")
        typist.presses("d")
        assert typist.ends() == 0
    assert "Points. 0 yours, 0 mine, 0 open; 2 more not fought out." in typist.text
    assert list(bridge.glob("*.patch*")) == []


# --- through a pipe ---------------------------------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("?", "nope", "delay", "funded", "It is not so late.", "", "", "1", "n", "pass")
    outs, patches = set(), set()
    for _ in range(2):
        type_into(monkeypatch, *lines)
        outs.add(run(*SPAR).out)
        patches.add((bridge / PATCH).read_bytes())
        (bridge / PATCH).unlink()
    assert len(outs) == len(patches) == 1
    (out,) = outs
    assert "[delay] is no answer to this" in out
    assert "[funded] is no answer to this" in out
    seeded = set()
    for seed in "012345":
        type_into(monkeypatch, "pass")
        seeded.add(run(*SPAR, "--seed", seed).out)
    assert len(seeded) > 1


def test_no_patch_is_written_over(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 4):
        type_into(monkeypatch, f"Better late than never, {number}.", "")
        assert run(*SPAR).code == 0
    assert texts(bridge) == ["Better late than never, 1."]
    assert texts(bridge, "bridge.patch-3.yaml") == ["Better late than never, 3."]
    outcome = run(*SPAR, "-o", PATCH)
    assert (outcome.code, outcome.out) == (2, "")
    assert "nothing is written over it" in outcome.err
    assert run(*SPAR, "-o", "x.json").code == 2
    type_into(monkeypatch, "Better late than never.", "")
    assert "coldwater apply bridge.argmap.yaml 'my own.yaml'\n" in run(*SPAR, "-o", "my own.yaml").out
    assert texts(bridge, "my own.yaml") == ["Better late than never."]


def test_words_that_the_map_has_are_not_put_down(bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_into(monkeypatch, "The main girder is cracked", "The main girder is badly cracked.", "n")
    out = run(*SPAR).out
    assert "These are the words of [cracks] already" in out
    assert "The map says something like it" in out
    assert list(bridge.glob("*.patch*")) == []


def test_nothing_in_a_map_or_a_line_drives_the_terminal(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = '"\\e[31mIt would come too late."'
    (here / "bridge.argmap.yaml").write_text(MORE.replace("It would come too late.", evil, 1), encoding="utf-8")
    type_into(monkeypatch, "Ring the \x07 bell \x1b]0;x\x07 now, please.", "1", "", "pass", "1", "pass")
    out = run(*SPAR).out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "\x1b" not in (here / PATCH).read_text(encoding="utf-8")
    assert run("apply", "bridge.argmap.yaml", PATCH).code == 0


def test_a_side_that_has_nothing_to_say_says_so(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "t.argmap.yaml").write_text("argmap: 1\ntitle: T\nthesis: t\nclaims: {t: The thesis.}\n")
    type_into(monkeypatch)
    for side in ("pro", "con"):
        out = run("prep", "spar", "t.argmap.yaml", "--side", side).out
        assert "The map gives me nothing to say" in out
        assert "0 yours, 0 mine, 0 open." in out


@pytest.mark.parametrize("side", ["pro", "con"])
def test_a_map_of_2000_claims_is_ready_soon(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, side: str) -> None:
    (here / "large.argmap.json").write_text(json.dumps(large_map()), encoding="utf-8")
    monkeypatch.setenv("COLDWATER_STATE", str(here / "state"))
    for command in ("spar", "drill"):
        type_into(monkeypatch)
        with ends():
            outcome = run("prep", command, "large.argmap.json", "--side", side)
        assert (outcome.code, outcome.err) == (0, "")
        assert "1 of " in outcome.out


def test_what_was_said_against_a_shared_premise_counts_against_every_argument_with_it(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = Path(__file__).parents[2] / "arguments" / "library-evenings.argmap.yaml"
    hall = "The church hall is heated and open until ten."
    for again in ("church-hall-heated-open", "answer-to-no-other-room", "1", hall.upper()):
        type_into(monkeypatch, hall, "2", "", "?", again)
        outcome = run("prep", "spar", str(map_), "--side", "con", "--points", "2")
        assert "You have said against that: The church hall is heated" in outcome.out
        assert "1. You said: The church hall is heated" in outcome.out
        assert "Points. 0 yours, 0 mine, 2 open" in outcome.out
    assert texts(here, "library-evenings.patch.yaml") == [hall]
    type_into(monkeypatch, hall, "1", "", "church-hall-heated-open", "pass")
    outcome = run("prep", "spar", str(map_), "--side", "con", "--points", "2")
    assert "[church-hall-heated-open] is no answer to this; the map has none: say your own, or pass." in outcome.out
    assert "Points. 0 yours, 1 mine, 1 open" in outcome.out


def test_words_without_sense_win_nothing_and_a_ground_is_kept(
    bridge: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_into(monkeypatch, "asdf qwer zxcv", "", "")
    out = run(*SPAR, "--points", "1").out
    assert "I ask: How do you know?" in out
    assert "concede" not in out
    assert "the point is yours" not in out
    assert "Points. 0 yours, 0 mine, 1 open" in out
    (bridge / PATCH).unlink()
    type_into(monkeypatch, "The mayor has a plan.", "1", "So says the county audit of 2023.")
    out = run(*SPAR, "--points", "1").out
    assert "I put that down as its ground." in out
    assert texts(bridge) == ["The mayor has a plan.", "So says the county audit of 2023."]
    assert run("apply", "bridge.argmap.yaml", PATCH).code == 0
    patch = (bridge / "bridge.argmap.yaml").read_text(encoding="utf-8")
    assert "supports: mayor-plan" in patch


@pytest.mark.parametrize("word", ["q", "pass", "?"])
def test_words_mean_the_same_at_every_prompt(bridge: Path, word: str) -> None:
    """Q ends, ? explains, pass takes back or gives in; what was not confirmed is not put down."""
    with at_terminal(bridge, *SPAR) as typist:
        typist.reads("> ")
        typist.types("Money is no object here.")
        typist.reads("or the step? (Enter for the step) ")
        typist.types(word)
        if word == "?":
            typist.reads("q ends.")
            typist.reads("or the step? (Enter for the step) ")
            typist.presses("d")
        elif word == "pass":
            typist.reads("as if you had not said it")
            typist.reads("> ")
            typist.types("q")
        assert typist.ends() == 0
    assert (bridge / PATCH).exists() == (word == "?")
    with at_terminal(bridge, *SPAR, "-o", "other.yaml") as typist:
        typist.reads("> ")
        typist.types("pass")
        typist.reads("> ")
        typist.types("The state pays most of it")
        typist.reads("n for no) ")
        typist.types(word)
        if word == "?":
            typist.reads("n or pass says no")
            typist.reads("n for no) ")
            typist.types("q")
        elif word == "pass":
            typist.reads("Say yours all the same? (Enter for yes, n for no) ")
            typist.types("pass")
            typist.reads("> ")
            typist.types("q")
        assert typist.ends() == 0
    assert not (bridge / "other.yaml").exists()
