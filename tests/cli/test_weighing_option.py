"""``--weighing`` changes what it must: by the weakest link hearsay carries nothing, by the last it counts as its step.

Whatever judges or prepares takes the option, and gives what it gives of a map that says the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

PIER = """\
argmap: 1
title: Should the pier be closed?
thesis: close
rivals: [mend]
claims:
  close: The pier should be closed.
  mend: The pier should be mended.
  rotten: The piles are rotten.
  said: {text: Somebody has heard that the piles are rotten., credence: 0.01}
  trade: {text: The pier feeds the harbour., credence: 0.6}
  cheap: Mending costs little.
arguments:
  hearsay: {title: Hearsay, premises: [said], supports: rotten, strength: 0.9}
  danger: {title: Danger, premises: [rotten], supports: close, strength: 0.8}
  living: {title: Living, premises: [trade], attacks: close, strength: 0.5}
  repair: {title: Repair, premises: [cheap], supports: mend}
  beyond: {title: Beyond mending, premises: [rotten], attacks: mend, strength: 0.9}
positions:
  master: {name: The harbour master, accepts: [cheap], rejects: [close]}
"""
MATERIAL = ("gaps", "questions", "blocks", "brief", "assumptions")
JUDGING = ("evaluate", "cruxes")


@pytest.fixture
def pier(here: Path) -> str:
    (here / "pier.argmap.yaml").write_text(PIER, encoding="utf-8")
    (here / "last.argmap.yaml").write_text(PIER.replace("thesis:", "weighing: last-link\nthesis:", 1), encoding="utf-8")
    return "pier.argmap.yaml"


def data_of(run: Run, *words: str) -> Any:
    outcome = run(*words, "--output-format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


@pytest.mark.parametrize("command", JUDGING)
def test_a_verdict_turns_with_the_way_of_weighing(run: Run, pier: str, command: str) -> None:
    assert data_of(run, command, pier)["thesis"]["verdict"] == "out"
    told = data_of(run, command, pier, "--weighing", "last-link")
    assert (told["thesis"]["verdict"], told["weighing"]) == ("in", "last-link")


@pytest.mark.parametrize("kind", MATERIAL)
@pytest.mark.parametrize("side", ["pro", "con"])
def test_material_is_that_of_a_map_that_says_so(run: Run, pier: str, kind: str, side: str) -> None:
    words = ("prep", kind)
    usual = data_of(run, *words, pier, "--side", side)
    asked = data_of(run, *words, pier, "--side", side, "--weighing", "last-link")
    assert asked == data_of(run, *words, "last.argmap.yaml", "--side", side)
    assert asked != usual
    assert (usual["thesis"]["verdict"], asked["thesis"]["verdict"]) == ("out", "in")
