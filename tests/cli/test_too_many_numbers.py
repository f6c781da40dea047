"""Maps with too many different numbers to weigh are refused in plain words, by every command that gives verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from coldwater.semantics import forces, levels

from .conftest import BRIDGE, Run

#: What a claim stands with hangs on what becomes of an open claim, and so do verdicts on it.
MAP = """\
argmap: 1
title: Should the pier be closed?
thesis: close
claims:
  close: The pier should be closed.
  rotten: The piles are rotten.
  heard: {text: A fisherman says so., credence: 0.3}
  seen: {text: A diver has seen it., status: open}
  dear: It would cost the town its market.
arguments:
  hearsay: {premises: [heard], supports: rotten, strength: 0.4}
  dive: {premises: [seen], supports: rotten, strength: 0.9}
  danger: {premises: [rotten], supports: close}
  market: {premises: [dear], attacks: close, strength: 0.6}
"""
WORDS = (
    "with too many different strengths and credences to weigh; write fewer different numbers, or weigh by the last link"
)
PLACES = pytest.mark.parametrize(("room", "limit"), [(forces, "MOST_FORCES"), (levels, "MOST_LEVELS")])


@pytest.fixture
def pier(here: Path) -> str:
    (here / "pier.argmap.yaml").write_text(MAP, encoding="utf-8")
    return "pier.argmap.yaml"


@PLACES
@pytest.mark.parametrize(
    "command",
    [
        "evaluate {}",
        "explain {} close",
        "cruxes {}",
        "render {} -o pier.svg --verdicts",
        "render {} -o pier.html",
        "prep brief {} --side pro",
    ],
)
def test_commands_refuse_them(
    room: object, limit: str, command: str, pier: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = command.format(pier).split()
    assert run(*words).code == 0
    for made in Path().glob("pier.[sh]*"):
        made.unlink()
    monkeypatch.setattr(room, limit, 0)
    outcome = run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert WORDS in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert not list(Path().glob("pier.[sh]*"))


@PLACES
def test_check_finds_it_in_that_map_and_checks_the_others(
    room: object, limit: str, pier: str, here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "bridge.argmap.yaml").write_text(BRIDGE, encoding="utf-8")
    assert "CW210" not in run("check", pier, "bridge.argmap.yaml").out
    monkeypatch.setattr(room, limit, 0)
    outcome = run("check", pier, "bridge.argmap.yaml", "--output-format", "concise")
    assert (outcome.code, outcome.err) == (0, "")
    found = [line for line in outcome.out.splitlines() if "CW210" in line]
    assert len(found) == 1
    assert found[0].startswith("pier.argmap.yaml:10:1")
    assert WORDS in found[0]
    assert "2 maps" in outcome.out


def test_expected_verdicts_that_cannot_be_verified_are_an_error(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "pier.argmap.yaml").write_text(MAP + "expect: {verdicts: {dear: in}}\n", encoding="utf-8")
    assert run("check", "pier.argmap.yaml").code == 0
    monkeypatch.setattr(forces, "MOST_FORCES", 0)
    outcome = run("check", "pier.argmap.yaml", "--output-format", "concise")
    assert outcome.code == 1
    assert "CW208 unexpected-verdict: the expected verdicts cannot be verified: the arguments of this" in outcome.out


def test_what_weighs_by_the_last_link_is_not_refused(pier: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forces, "MOST_FORCES", 0)
    assert run("evaluate", pier, "--weighing", "last-link").code == 0
