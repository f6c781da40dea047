"""The sides go by every name that debaters have for them, wherever a side is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.cli.prep.options import SideName
from coldwater.cli.prep.sides import SIDE_NAMES, side_named

from .conftest import MORE, Run

MAP = "bridge.argmap.yaml"
KINDS = ["gaps", "questions", "blocks", "brief", "assumptions", "drill --stats --state s"]


@pytest.fixture
def folder(here: Path) -> Path:
    (here / MAP).write_text(MORE)
    return here


def test_the_names_are_those_that_the_commands_take() -> None:
    assert [one.value for one in SideName] == list(SIDE_NAMES)


@pytest.mark.parametrize("name", [*SIDE_NAMES, "AFF", "Opposition"])
def test_every_name_means_its_side(folder: Path, run: Run, name: str) -> None:
    side = side_named(name.lower())
    for kind in KINDS:
        command, *options = kind.split()
        words = ["prep", command, MAP, *options, "--side"]
        assert run(*words, name) == run(*words, side), kind
    assert run("prep", "gaps", MAP, "--side", "pro") != run("prep", "gaps", MAP, "--side", "con")


def test_a_name_for_the_first_speaker_will_do_too(folder: Path, run: Run) -> None:
    words = ["prep", "flow", MAP, "--side", "aff", "--debate-format", "pf", "--first"]
    assert run(*words, "neg") == run(*words, "con")
    assert run(*words, "neg") != run(*words, "aff")


def test_government_and_opposition_are_sides_of_british_parliamentary(folder: Path, run: Run) -> None:
    flow = ["prep", "flow", MAP, "--debate-format", "bp", "--side"]
    assert run(*flow, "gov") == run(*flow, "pro")
    assert run(*flow, "opp") == run(*flow, "con")
    plan = ["prep", "plan", MAP, "--debate-format", "bp", "--speech"]
    assert run(*plan, "MG", "--side", "gov").code == 0
    done = run(*plan, "MG", "--side", "opp")
    said = "MG is a speech of the Closing Government (pro), not of con: --side pro plans it"
    assert (done.code, done.err) == (2, f"coldwater: {said}\n")


def test_spar_and_drill_say_the_side_as_maps_do(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("prep", "drill", MAP, "--side", "neg", "--export", "anki", "-o", "cards.txt")
    assert done.code == 0, done
    written = (folder / "cards.txt").read_text()
    run("prep", "drill", MAP, "--side", "con", "--export", "anki", "-o", "cards.txt")
    assert (folder / "cards.txt").read_text() == written


def test_another_name_is_refused_with_what_there_is(folder: Path, run: Run) -> None:
    done = run("prep", "gaps", MAP, "--side", "afff")
    assert done.code == 2
    assert "aff" in done.err
